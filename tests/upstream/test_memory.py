"""A run may be as long as it likes: what was read is let go."""

import gc
import tracemalloc

import orjson

from tests.fakes.http_server import Asked, HttpServer, Reply
from tests.upstream.session import integration, session

PAGES, SIZE = 1_000, 100
MEGABYTE = 1024 * 1024


def kept(server: HttpServer) -> int:
    """Return the bytes in use, without what the server remembers and what only waits to be collected."""
    server.asked.clear()
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def test_a_thousand_pages_of_a_hundred_kilobytes_leave_no_trace() -> None:
    filling = "x" * 1_000

    def handler(asked: Asked) -> Reply:
        number = int(asked.param("page", "1"))
        found = [{"id": number * SIZE + n, "text": filling} for n in range(SIZE)]
        envelope = {"page": number, "limit": SIZE, "total": PAGES * SIZE}
        return Reply(orjson.dumps({"data": found, "pagination": envelope}))

    early = late = read = 0
    with HttpServer(handler) as server:
        settings = {"path": "/s", "pagination": {"style": "page"}}
        with session(integration(server.url, endpoints={"students": settings})) as upstream:
            tracemalloc.start()
            try:
                for page in upstream.pages("students"):
                    read += len(page.records)
                    if page.number == PAGES // 5:
                        early = kept(server)
                    elif page.number == PAGES:
                        late = kept(server)
            finally:
                tracemalloc.stop()
    assert read == PAGES * SIZE
    # What grows are the digests by which a repeated record is known: some 80 bytes each, and bounded.
    assert late - early < 10 * MEGABYTE, f"{early:,} bytes became {late:,}"
