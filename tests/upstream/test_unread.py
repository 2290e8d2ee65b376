"""Pages that came the last time to the letter: known by their digests, and read only when somebody looks at them."""

from typing import Any

import pytest

from hub_desktop.core.endpoint import Pagination
from hub_desktop.upstream.reading import Page
from hub_desktop.upstream.unread import UnreadRecords, frame_of
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json
from tests.upstream.session import records
from tests.upstream.test_incremental import Kept, read

PAGED = {"pagination": {"style": "page", "pageSize": 2}}


class Upstream:
    """A list in pages of two; the answer says how many there are in all."""

    def __init__(self, number: int) -> None:
        self.rows: list[dict[str, Any]] = [{"id": n, "name": f"S{n}"} for n in range(number)]

    def __call__(self, asked: Asked) -> Reply:
        number = int(asked.param("page", "1"))
        rows = self.rows[(number - 1) * 2 : number * 2]
        return as_json({"data": rows, "pagination": {"page": number, "limit": 2, "total": len(self.rows)}})


def twice(upstream: Any, **endpoint: Any) -> tuple[list[Page], list[Page]]:
    kept = Kept()
    with HttpServer(upstream) as server:
        first = read(server, kept, **(PAGED | endpoint))
        kept.keep(first)
        return first, read(server, kept, **(PAGED | endpoint))


def test_pages_that_came_as_before_are_known_and_read_on_demand() -> None:
    upstream = Upstream(7)
    first, again = twice(upstream)
    assert [page.unread for page in first] == [False] * 4
    assert [page.unread for page in again] == [False, True, True, True]
    assert [page.same_as for page in again] == [2, 2, 2, 1]
    assert [len(page.records) for page in again] == [2, 2, 2, 1]
    assert [page.total for page in again] == [7] * 4
    assert records(again) == upstream.rows
    assert not any(page.incomplete or page.warnings for page in again)


def test_what_tells_a_known_page_is_kept_on() -> None:
    first, again = twice(Upstream(7))
    assert [page.validator for page in again] == [page.validator for page in first]
    assert again[1].validator is not None
    assert again[1].validator.frame == '{"data":[],"pagination":{"page":2,"limit":2,"total":7}}'


def test_a_page_that_changed_is_read_and_those_around_it_are_not() -> None:
    kept, upstream = Kept(), Upstream(7)
    with HttpServer(upstream) as server:
        kept.keep(read(server, kept, **PAGED))
        upstream.rows[4]["name"] = "Somebody else"
        again = read(server, kept, **PAGED)
    assert [page.unread for page in again] == [False, True, False, True]
    assert records(again) == upstream.rows


def test_a_list_that_grew_has_every_page_read_whose_answer_says_so() -> None:
    kept, upstream = Kept(), Upstream(6)
    with HttpServer(upstream) as server:
        kept.keep(read(server, kept, **PAGED))
        upstream.rows.append({"id": 6, "name": "S6"})
        again = read(server, kept, **PAGED)
    assert [page.unread for page in again] == [False] * 4
    assert records(again) == upstream.rows


def test_next_addresses_are_followed_through_pages_that_nobody_reads() -> None:
    rows = [{"id": n} for n in range(6)]

    def linked(asked: Asked) -> Reply:
        at = int(asked.param("from", "0"))
        following = f"/s?from={at + 2}" if at + 2 < len(rows) else None
        return as_json({"results": rows[at : at + 2], "next": following})

    _, again = twice(linked, pagination={"style": "next"})
    assert [page.unread for page in again] == [False, True, True]
    assert records(again) == rows


def test_a_cursor_that_stands_in_the_last_record_has_every_page_read() -> None:
    rows = [{"id": f"k{n}"} for n in range(6)]

    def after(asked: Asked) -> Reply:
        at = next((n + 1 for n, row in enumerate(rows) if row["id"] == asked.param("after")), 0)
        return as_json({"data": rows[at : at + 2]})

    paged = {"style": "cursor", "cursorParam": "after", "cursorPath": "data[-1].id"}
    _, again = twice(after, pagination=paged)
    assert records(again) == rows
    assert not any(page.unread for page in again if page.records)


def test_an_upstream_that_gives_one_page_for_all_is_left_as_before() -> None:
    def stuck(asked: Asked) -> Reply:
        return as_json({"data": [{"id": 1}, {"id": 2}], "pagination": {"page": 1, "limit": 2, "total": 9}})

    first, again = twice(stuck)
    assert [page.warnings for page in again] == [page.warnings for page in first]
    assert records(again) == records(first) == [{"id": 1}, {"id": 2}]
    assert again[-1].incomplete


def test_a_page_of_which_something_was_odd_is_read_anew() -> None:
    def latin(asked: Asked) -> Reply:
        reply = Upstream(3)(asked)
        body = reply.body.replace(b"S2", "Zoë".encode())
        return Reply(body, content_type="application/json; charset=iso-8859-1")

    first, again = twice(latin)
    assert any(page.warnings for page in first)
    assert [page.warnings for page in again] == [page.warnings for page in first]
    assert [page.unread for page in again] == [False, False]


def test_a_filter_that_passes_records_over_has_the_page_read_and_one_that_does_not_is_applied() -> None:
    _, again = twice(Upstream(5), filter="id != `3`")
    assert [page.unread for page in again] == [False, False, True]
    assert [page.passed_over for page in again] == [0, 1, 0]
    assert [record["id"] for record in records(again)] == [0, 1, 2, 4]  # type: ignore[index]


def test_another_answer_of_the_same_body_with_an_error_status_is_judged() -> None:
    kept, upstream, ill = Kept(), Upstream(4), [False]

    def handler(asked: Asked) -> Reply:
        reply = upstream(asked)
        if ill[0] and asked.param("page") == "2":
            reply.status = 404
        return reply

    with HttpServer(handler) as server:
        kept.keep(read(server, kept, **PAGED))
        ill[0] = True
        again = read(server, kept, **PAGED)
    assert records(again) == upstream.rows[:2]
    assert again[-1].incomplete


ROWS = [{"id": 1}]


@pytest.mark.parametrize(
    ("body", "frame"),
    [
        (ROWS, "[]"),
        ({"data": ROWS, "total": 1}, '{"data":[],"total":1}'),
        ({"data": {"items": ROWS, "more": False}}, '{"data":{"items":[],"more":false}}'),
        ({"data": [{"id": 1}]}, ""),
        ({"data": ROWS, "note": "x" * 3_000}, ""),
        ({"data": ROWS, "total": 2**70}, ""),
    ],
)
def test_the_frame_of_an_answer_is_all_but_its_records(body: Any, frame: str) -> None:
    assert frame_of(body, ROWS, Pagination()) == frame


def test_a_place_for_the_total_inside_the_records_leaves_no_frame() -> None:
    body = {"data": ROWS}
    assert frame_of(body, ROWS, Pagination.model_validate({"totalPath": "data[0].id"})) == ""
    assert frame_of(body, ROWS, Pagination.model_validate({"totalPath": "count"})) == '{"data":[]}'


def test_records_are_read_once_and_only_when_looked_at() -> None:
    read_times: list[int] = []

    def read_now() -> list[object]:
        read_times.append(1)
        return [{"id": 1}, {"id": 2}]

    unread = UnreadRecords(2, read_now)
    assert (len(unread), bool(unread), read_times) == (2, True, [])
    assert unread[1] == {"id": 2}
    assert list(unread) == [{"id": 1}, {"id": 2}]
    assert unread[:1] == [{"id": 1}]
    assert read_times == [1]
