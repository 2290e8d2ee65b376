import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub_desktop.core.errors import CancelledError, ConfigurationError, HubError, SignInError, TransientError
from hub_desktop.core.redaction import Redactor
from hub_desktop.upstream.reading import Page, Patience
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json, free_port
from tests.upstream.session import KEY, SECRETS, Waits, integration, read_pages, records, session

MOODLE = Path(__file__).parents[1] / "data" / "moodle"
MOST_AT_ONCE = 4
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def rows(first: int, last: int) -> list[dict[str, int]]:
    return [{"id": n} for n in range(first, last + 1)]


def read(handler: Callable[[Asked], Reply], *, ahead: int = 2, **pagination: Any) -> tuple[list[Page], list[Asked]]:
    with HttpServer(handler) as server:
        endpoint = {"path": "/students", "pagination": pagination}
        return read_pages(integration(server.url, endpoints={"students": endpoint}), ahead=ahead), server.asked


def seed_like(total: int, limit: int = 5, *, said: int | None = None, repeat_last: bool = False) -> Any:
    """Return a handler with the seed's envelope; `said` is the total it claims."""

    def handler(asked: Asked) -> Reply:
        page, size = int(asked.param("page", "1")), int(asked.param("limit", str(limit)))
        start = (page - 1) * size
        if repeat_last:
            start = min(start, (total - 1) // size * size)
        found = rows(1, total)[start : start + size]
        envelope = {"page": page, "limit": size, "total": total if said is None else said}
        return as_json({"success": True, "data": found, "pagination": envelope})

    return handler


# -- paging --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("style", ["auto", "page"])
@pytest.mark.parametrize("total", [0, 1, 4, 5, 6, 10, 12])
def test_page_numbers_are_read_to_the_end(style: str, total: int) -> None:
    pages, asked = read(seed_like(total), style=style)
    assert records(pages) == rows(1, total)
    assert pages[0].total == total
    assert sum(page.requests for page in pages) == len(asked)
    assert not any(page.incomplete or page.warnings for page in pages)


def test_auto_asks_first_without_parameters_and_then_with_the_upstreams_limit() -> None:
    _, asked = read(seed_like(12), ahead=0)
    assert asked[0].params == []
    assert asked[1].params == [("page", "2"), ("limit", "5")]
    assert len(asked) == 3


def test_a_total_below_the_truth_loses_nothing() -> None:
    pages, _ = read(seed_like(12, said=5))
    assert records(pages) == rows(1, 12)


def test_a_total_above_the_truth_ends_and_is_told() -> None:
    pages, asked = read(seed_like(7, said=100))
    assert records(pages) == rows(1, 7)
    # Pages that were foreseen may have been asked for in vain, but no more than are asked for at once.
    assert 3 <= len(asked) <= 3 + MOST_AT_ONCE
    assert pages[-1].incomplete
    assert "says there is more" in pages[-1].warnings[0]


def test_an_upstream_that_repeats_its_last_page_is_left() -> None:
    pages, asked = read(seed_like(10, repeat_last=True, said=99), style="page")
    assert records(pages) == rows(1, 10)
    assert 3 <= len(asked) <= 3 + MOST_AT_ONCE
    assert "repeats" in pages[-1].warnings[0]


def test_an_upstream_that_ignores_the_page_number_is_left() -> None:
    pages, asked = read(lambda _: as_json(rows(1, 20)), style="page")
    assert records(pages) == rows(1, 20)
    assert len(asked) == 2


def test_a_short_page_is_not_the_last_when_there_is_more() -> None:
    def handler(asked: Asked) -> Reply:
        page = int(asked.param("page", "1"))
        found = {1: rows(1, 5), 2: rows(6, 7), 3: rows(8, 12)}.get(page, [])
        return as_json({"items": found, "meta": {"page": page, "per_page": 5, "has_more": page < 3}})

    pages, asked = read(handler)
    assert records(pages) == rows(1, 12)
    assert asked[1].params == [("page", "2"), ("per_page", "5")]


def test_smaller_pages_than_asked_for_lose_nothing() -> None:
    def handler(asked: Asked) -> Reply:
        start = (int(asked.param("page")) - 1) * 3
        return as_json(rows(1, 10)[start : start + 3])

    pages, asked = read(handler, style="page", pageSize=500)
    assert records(pages) == rows(1, 10)
    assert asked[0].params == [("page", "1"), ("limit", "500")]


def test_pages_numbered_from_zero_are_found_by_auto() -> None:
    def handler(asked: Asked) -> Reply:
        page = int(asked.param("page", "0"))
        found = rows(1, 6)[page * 2 : page * 2 + 2]
        return as_json({"items": found, "meta": {"currentPage": page, "pageSize": 2, "totalPages": 3}})

    pages, asked = read(handler)
    assert records(pages) == rows(1, 6)
    assert asked[1].params == [("page", "1"), ("pageSize", "2")]
    assert not pages[-1].incomplete


def test_names_and_first_number_are_free() -> None:
    def handler(asked: Asked) -> Reply:
        start = int(asked.param("p")) * 2
        return as_json(rows(1, 3)[start : start + 2])

    pages, asked = read(handler, style="page", pageParam="p", sizeParam="n", pageSize=2, firstPage=0)
    assert records(pages) == rows(1, 3)
    assert asked[0].params == [("p", "0"), ("n", "2")]


def test_a_404_after_the_last_page_is_the_end() -> None:
    def handler(asked: Asked) -> Reply:
        page = int(asked.param("page"))
        return as_json(rows(page * 2 - 1, page * 2)) if page < 3 else as_json({"detail": "Invalid page."}, 404)

    pages, asked = read(handler, style="page")
    assert records(pages) == rows(1, 4)
    assert sum(page.requests for page in pages) == len(asked) == 3
    assert not pages[-1].incomplete


def test_the_page_cap_is_told() -> None:
    pages, asked = read(seed_like(1000), maxPages=3)
    assert len(asked) == 3
    assert pages[-1].cap_reached
    assert pages[-1].incomplete
    assert "3 pages" in pages[-1].warnings[0]
    assert not pages[0].cap_reached


def test_without_paging_more_is_told() -> None:
    pages, asked = read(lambda _: as_json(rows(1, 5), X_Total_Count="12"))
    assert len(asked) == 1
    assert pages[0].total == 12
    assert pages[0].incomplete
    assert "12 records, but 5" in pages[0].warnings[0]


def linked(pages: int, *, rel: str = "next", last: str = "") -> Any:
    def handler(asked: Asked) -> Reply:
        page = int(asked.param("cursor", "1"))
        headers = [("Link", '</other>; rel="first"')]
        if page < pages:
            headers.append(("link", f'<?cursor={page + 1}>; REL="{rel}"'))
        elif last:
            headers.append(("Link", f"<{last}>; rel=next"))
        reply = as_json(rows(page * 2 - 1, page * 2))
        reply.headers = headers
        return reply

    return handler


@pytest.mark.parametrize("style", ["auto", "link"])
@pytest.mark.parametrize("rel", ["next", "last NEXT"])
def test_links_relative_several_and_in_any_case(style: str, rel: str) -> None:
    pages, asked = read(linked(4, rel=rel), style=style)
    assert records(pages) == rows(1, 8)
    assert len(asked) == 4


@pytest.mark.parametrize("last", ["?cursor=4", "?cursor=2", "/students"])
def test_links_in_circles_end(last: str) -> None:
    pages, asked = read(linked(4, last=last), style="link")
    assert records(pages) == rows(1, 8)
    assert len(asked) == 4
    assert "read before" in pages[-1].warnings[0]


def test_links_that_are_new_but_bring_nothing_new_end() -> None:
    def handler(asked: Asked) -> Reply:
        return as_json(rows(1, 3), Link=f"<?n={int(asked.param('n', '0')) + 1}>; rel=next")

    pages, asked = read(handler, style="link")
    assert records(pages) == rows(1, 3)
    assert len(asked) == 2


def test_empty_pages_with_new_links_are_passed_over_but_not_for_ever() -> None:
    def some(asked: Asked) -> Reply:
        n = int(asked.param("n", "0"))
        return as_json(rows(1, 2) if n == 3 else [], **({"Link": f"<?n={n + 1}>; rel=next"} if n < 3 else {}))

    assert records(read(some)[0]) == rows(1, 2)
    pages, asked = read(lambda a: as_json([], Link=f"<?n={int(a.param('n', '0')) + 1}>; rel=next"))
    assert len(asked) == 10
    assert pages[-1].incomplete


def test_next_in_the_body_is_found_by_auto() -> None:
    def handler(asked: Asked) -> Reply:
        page = int(asked.param("page", "1"))
        more = f"http://{asked.headers['host']}/students?page={page + 1}" if page < 3 else None
        return as_json({"count": 6, "next": more, "previous": None, "results": rows(page * 2 - 1, page * 2)})

    pages, _ = read(handler)
    assert records(pages) == rows(1, 6)
    assert pages[0].total == 6


@pytest.mark.parametrize("where", ["header", "body"])
def test_a_next_address_elsewhere_gets_nothing(where: str) -> None:
    with HttpServer(lambda _: as_json([])) as other:
        address = f"{other.url}/steal"

        def handler(_: Asked) -> Reply:
            if where == "header":
                return as_json(rows(1, 2), Link=f"<{address}>; rel=next")
            return as_json({"data": rows(1, 2), "next": address})

        with HttpServer(handler) as server, session(integration(server.url)) as upstream:
            pages = upstream.pages("students")
            assert next(pages).records == rows(1, 2)
            with pytest.raises(ConfigurationError, match="sign-in is not sent"):
                next(pages)
        assert not other.asked


def test_a_key_in_the_query_goes_with_every_page() -> None:
    with HttpServer(linked(3)) as server:
        read_pages(integration(server.url, authType="api-key", apiKeyIn={"place": "query", "name": "key"}))
    assert [asked.param("key") for asked in server.asked] == [KEY] * 3


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sizes=st.lists(st.integers(0, 4), min_size=1, max_size=7),
    style=st.sampled_from(["auto", "link", "page"]),
    total=st.one_of(st.none(), st.integers(0, 40)),
    ahead=st.integers(0, 2),
)
def test_any_split_into_pages_is_read_exactly_once(sizes: list[int], style: str, total: int | None, ahead: int) -> None:
    starts = [sum(sizes[:n]) for n in range(len(sizes))]

    def handler(asked: Asked) -> Reply:
        page = int(asked.param("page", "1"))
        inside = page <= len(sizes)
        found = rows(1, sum(sizes))[starts[page - 1] : starts[page - 1] + sizes[page - 1]] if inside else []
        if style == "page":
            # Whatever the total says, has_more decides; a page number past an empty page is asked for too.
            envelope = {"page": page, "total": total, "has_more": page < len(sizes)}
            return as_json({"data": found, "pagination": envelope})
        link = {"Link": f'<?page={page + 1}>; rel="next"'} if page < len(sizes) else {}
        return as_json({"data": found, "total": total}, **link)

    if style == "page":
        sizes = [size or 1 for size in sizes]
        starts = [sum(sizes[:n]) for n in range(len(sizes))]
    pages, asked = read(handler, style=style, ahead=ahead)
    assert records(pages) == rows(1, sum(sizes))
    if ahead:
        # A total that promises more than there is may cost a few requests in vain.
        assert len(sizes) <= len(asked) <= len(sizes) + MOST_AT_ONCE
    else:
        assert len(asked) == len(sizes) == sum(page.requests for page in pages)


# -- retries -------------------------------------------------------------------------------------------------------


def flaky(times: int, reply: Reply) -> Any:
    left = [times]

    def handler(_: Asked) -> Reply:
        left[0] -= 1
        return reply if left[0] >= 0 else as_json(rows(1, 2))

    return handler


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_passing_faults_are_tried_again(status: int) -> None:
    waits = Waits()
    with HttpServer(flaky(3, as_json({}, status))) as server:
        pages = read_pages(integration(server.url), pause=waits)
    assert records(pages) == rows(1, 2)
    assert pages[0].requests == 4
    assert all(a < b * 2 + 0.01 and b <= 4 for a, b in zip(waits.seconds, waits.seconds[1:], strict=False))
    assert len(waits.seconds) == 3


def test_four_tries_are_the_end() -> None:
    with HttpServer(lambda _: as_json({}, 503)) as server, pytest.raises(TransientError, match="maintenance"):
        read_pages(integration(server.url))
    assert len(server.asked) == 4


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 410, 422])
def test_refusals_are_not_tried_again(status: int) -> None:
    with HttpServer(lambda _: as_json({"message": "no"}, status)) as server, pytest.raises(HubError):
        read_pages(integration(server.url))
    assert len(server.asked) == 1


@pytest.mark.parametrize("written", ["30", "Mon, 23 Nov 2026 09:00:30 GMT"])
def test_retry_after_is_honoured(written: str) -> None:
    waits = Waits()
    with HttpServer(flaky(1, as_json({}, 429, Retry_After=written))) as server:
        read_pages(integration(server.url), pause=waits, now=lambda: NOW)
    assert waits.seconds == [30.0]


def test_a_long_retry_after_ends_the_reading_until_then() -> None:
    waits = Waits()
    with HttpServer(lambda _: as_json({}, 503, Retry_After="300")) as server, pytest.raises(TransientError) as caught:
        read_pages(integration(server.url), pause=waits, now=lambda: NOW)
    assert caught.value.retry_at == NOW + timedelta(seconds=300)
    assert waits.seconds == []
    assert len(server.asked) == 1


def test_a_broken_connection_is_tried_again() -> None:
    with HttpServer(flaky(2, Reply(stream=lambda *_: None, raw=True))) as server:
        assert read_pages(integration(server.url))[0].requests == 3


def test_nothing_listens() -> None:
    waits = Waits()
    with pytest.raises(TransientError, match="Moodle refuses connections"):
        read_pages(integration(f"http://127.0.0.1:{free_port()}"), pause=waits)
    assert len(waits.seconds) == 3


def test_cancel_takes_effect_while_waiting() -> None:
    cancel = threading.Event()
    with HttpServer(lambda _: as_json({}, 503, Retry_After="50")) as server:
        threading.Timer(0.2, cancel.set).start()
        began = time.monotonic()
        with pytest.raises(CancelledError):
            read_pages(integration(server.url), cancel=cancel, pause=lambda event, seconds: event.wait(seconds))
        assert time.monotonic() - began < 2


def test_cancel_between_pages() -> None:
    cancel = threading.Event()
    with HttpServer(seed_like(100)) as server, session(integration(server.url), cancel=cancel, ahead=0) as upstream:
        pages = upstream.pages("students")
        next(pages)
        cancel.set()
        with pytest.raises(CancelledError):
            next(pages)
    assert len(server.asked) == 1


def test_the_deadline_of_one_request() -> None:
    def silent(_: Asked) -> Reply:
        return Reply(stream=lambda _, stopping: (stopping.wait(), None)[1], raw=True)

    with HttpServer(silent) as server, pytest.raises(TransientError, match=r"0\.3 seconds"):
        read_pages(integration(server.url), patience=Patience(tries=2, deadline=0.3))
    assert len(server.asked) == 2


# -- what comes back -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reply", "kind", "words"),
    [
        (Reply(b"<html><title>Log in</title>", content_type="text/html"), ConfigurationError, "a web page"),
        (Reply(b""), ConfigurationError, "an empty answer"),
        (as_json({"success": False, "message": "closed"}), ConfigurationError, "closed"),
        (Reply((MOODLE / "80_err_invalid_token.json").read_bytes()), SignInError, "Moodle refused the token"),
        (Reply((MOODLE / "65_database_down.json").read_bytes()), TransientError, "Database connection failed"),
        (as_json({"message": "hello"}), ConfigurationError, "no list of records"),
        (as_json({"title": "Broken", "detail": f"the key {KEY}"}, 400), ConfigurationError, "Broken"),
    ],
)
def test_answers_that_are_none(reply: Reply, kind: type[HubError], words: str) -> None:
    with HttpServer(lambda _: reply) as server, pytest.raises(kind, match=words) as caught:
        read_pages(integration(server.url))
    shown = caught.value.sentence + caught.value.detail + str(caught.value.evidence)
    assert KEY not in shown
    assert "Moodle" in caught.value.sentence


def test_moodles_own_answer_is_read() -> None:
    body = (MOODLE / "10_courses_all.json").read_bytes()
    moodle = integration(
        "http://x",
        authType="api-key",
        apiKeyIn={"place": "query", "name": "wstoken"},
        endpoints={"students": "/server.php?moodlewsrestformat=json&wsfunction=core_course_get_courses"},
    )
    with HttpServer(lambda _: Reply(body)) as server:
        pages = read_pages(moodle.model_copy(update={"base_url": server.url}))
    assert len(pages) == 1
    assert pages[0].records
    assert [name for name, _ in server.asked[0].params] == ["moodlewsrestformat", "wsfunction", "wstoken"]


def test_a_redirect_keeps_the_sign_in_at_home() -> None:
    with HttpServer(lambda _: as_json([])) as other:
        with (
            HttpServer(lambda _: Reply(status=302, headers=[("Location", other.url)])) as server,
            pytest.raises(ConfigurationError, match="sign-in is not sent"),
        ):
            read_pages(integration(server.url, authType="api-key"))
        assert not other.asked


def test_a_lying_charset_is_a_warning() -> None:
    reply = Reply('[{"id": "Zoë"}]'.encode(), content_type="application/json; charset=iso-8859-1")
    with HttpServer(lambda _: reply) as server:
        pages = read_pages(integration(server.url))
    assert records(pages) == [{"id": "Zoë"}]
    assert "UTF-8" in pages[0].warnings[0]


def test_the_session_redacts_with_what_it_knows() -> None:
    with session(integration("http://x"), SECRETS, redactor=Redactor(["other-secret"])) as upstream:
        assert upstream.redactor.text(f"{KEY} other-secret") == "•••• ••••"
