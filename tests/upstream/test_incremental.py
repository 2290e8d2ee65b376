"""Endpoints that are asked only for what is new, window by window, and answers that have not changed."""

import contextlib
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from hub_desktop.core.bookmarks import Validator
from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.upstream.reading import Page
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json
from tests.upstream.session import integration, records, session

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


class Kept:
    """Bookmarks in memory."""

    def __init__(self, cursor: str | None = None) -> None:
        self.cursor_text = cursor
        self.validators: dict[str, Validator] = {}

    def cursor(self, endpoint: str) -> str | None:
        return self.cursor_text

    def validator(self, endpoint: str, digest: str) -> Validator | None:
        return self.validators.get(digest)

    def keep(self, pages: list[Page]) -> None:
        for page in pages:
            self.cursor_text = page.cursor or self.cursor_text
            if page.validator is not None:
                self.validators[page.validator.digest] = page.validator


def read(server: HttpServer, kept: Kept, **endpoint: Any) -> list[Page]:
    settings = integration(server.url, endpoints={"students": {"path": "/s"} | endpoint})
    with session(settings, bookmarks=kept, now=lambda: NOW) as upstream:
        return list(upstream.pages("students"))


def changes(*days: int) -> list[dict[str, Any]]:
    return [{"id": day, "modified": f"2026-11-{day:02d}T08:00:00Z"} for day in days]


def since(rows: list[dict[str, Any]], name: str = "since") -> Any:
    def handler(asked: Asked) -> Reply:
        start = asked.param(name)
        return as_json([row for row in rows if row["modified"] >= start])

    return handler


def test_the_second_sync_asks_only_for_what_is_new() -> None:
    kept, rows = Kept(), changes(1, 5, 9)
    settings = {"incremental": {"field": "modified", "param": "since"}}
    with HttpServer(since(rows)) as server:
        first = read(server, kept, **settings)
        kept.keep(first)
        assert [r["id"] for r in records(first)] == [1, 5, 9]
        assert not first[0].only_new
        assert server.asked[0].params == []
        assert kept.cursor_text == "2026-11-09T08:00:00+00:00"
        rows += changes(11)
        second = read(server, kept, **settings)
        kept.keep(second)
    assert server.asked[-1].params == [("since", "2026-11-09T08:00:00Z")]
    assert [r["id"] for r in records(second)] == [9, 11]
    assert all(page.only_new for page in second)
    assert kept.cursor_text == "2026-11-11T08:00:00+00:00"


def test_nothing_new_leaves_the_cursor_where_it_is() -> None:
    kept = Kept("2026-11-09T08:00:00+00:00")
    with HttpServer(lambda _: as_json([])) as server:
        pages = read(server, kept, incremental={"field": "modified", "param": "since", "lookBack": 90})
        assert server.asked[0].param("since") == "2026-11-09T06:30:00Z"
    assert [page.cursor for page in pages] == [None]


def test_without_a_cursor_field_the_next_one_begins_where_this_one_began() -> None:
    kept = Kept()
    with HttpServer(lambda _: as_json([{"id": 1}])) as server:
        endpoint = {"incremental": {"first": "2026-11-01"}, "params": {"q": "after {cursor|%d.%m.%Y}"}}
        kept.keep(read(server, kept, **endpoint))
        assert server.asked[0].param("q") == "after 01.11.2026"
    assert kept.cursor_text == NOW.isoformat()


def test_a_parameter_without_a_cursor_yet_is_left_out() -> None:
    with HttpServer(lambda _: as_json([{"id": 1}])) as server:
        endpoint = {"incremental": {"field": "modified"}, "params": {"filter": "modified>{cursor}", "a": "b"}}
        read(server, Kept(), **endpoint)
        assert server.asked[0].params == [("a", "b")]


def test_a_header_without_a_cursor_yet_is_left_out() -> None:
    kept = Kept()
    with HttpServer(since(changes(1))) as server:
        endpoint = {"incremental": {"field": "modified"}, "headers": {"X-Since": "{cursor}", "X-A": "b"}}
        kept.keep(read(server, kept, **endpoint))
        read(server, kept, **endpoint)
    first, second = (asked.headers for asked in server.asked)
    assert ("x-since" in first, first["x-a"]) == (False, "b")
    assert second["x-since"] == "2026-11-01T08:00:00Z"


def test_a_header_of_the_endpoint_replaces_that_of_the_integration_in_any_case() -> None:
    with HttpServer(lambda _: as_json([{"id": 1}])) as server:
        endpoint = {"path": "/s", "headers": {"x-college": "2"}}
        settings = integration(server.url, headers={"X-College": "1"}, endpoints={"students": endpoint})
        with session(settings) as upstream:
            list(upstream.pages("students"))
            assert upstream.last is not None
            sent = upstream.last[0].headers
    assert [text for name, text in sent.items() if name.lower() == "x-college"] == ["2"]


def test_windows_are_read_one_after_the_other_and_each_moves_the_cursor() -> None:
    def handler(asked: Asked) -> Reply:
        return as_json([{"id": f"{asked.param('from')}..{asked.param('to')}"}])

    incremental = {"param": "from", "endParam": "to", "format": "date", "first": "5 days", "sliceDays": 2}
    with HttpServer(handler) as server:
        pages = read(server, Kept(), incremental=incremental)
    assert [r["id"] for r in records(pages)] == [
        "2026-11-19..2026-11-21",
        "2026-11-21..2026-11-23",
        "2026-11-23..2026-11-24",
    ]
    assert [page.cursor for page in pages] == [
        (NOW - timedelta(days=3)).isoformat(),
        (NOW - timedelta(days=1)).isoformat(),
        NOW.isoformat(),
    ]


def test_a_window_that_fails_does_not_move_the_cursor_past_it() -> None:
    def handler(asked: Asked) -> Reply:
        if asked.param("from") == "2026-11-21":
            return as_json({}, 404)
        return as_json([{"id": 1}])

    incremental = {"param": "from", "format": "date", "first": "5 days", "sliceDays": 2}
    kept, seen = Kept(), []
    with HttpServer(handler) as server:
        settings = integration(server.url, endpoints={"students": {"path": "/s", "incremental": incremental}})
        with session(settings, bookmarks=kept, now=lambda: NOW) as upstream, pytest.raises(ConfigurationError):
            seen.extend(upstream.pages("students"))
    kept.keep(seen)
    assert kept.cursor_text == (NOW - timedelta(days=3)).isoformat()


def test_an_incomplete_window_holds_the_cursor_back_for_those_after_it() -> None:
    def handler(asked: Asked) -> Reply:
        total = 9 if asked.param("from") == "2026-11-19" else 1
        return as_json({"data": [{"id": asked.param("from")}], "total": total})

    incremental = {"param": "from", "format": "date", "first": "5 days", "sliceDays": 2}
    with HttpServer(handler) as server:
        pages = read(server, Kept(), incremental=incremental, pagination={"style": "none"})
    assert len(pages) == 3
    assert [page.cursor for page in pages] == [None, None, None]


def pages_of(*pages: list[dict[str, Any]], fail_at: int | None = None) -> Any:
    def handler(asked: Asked) -> Reply:
        number = int(asked.param("page", "1"))
        if number == fail_at:
            return as_json({}, 403)
        envelope = {"page": number, "limit": 2, "hasMore": number < len(pages)}
        return as_json({"data": pages[number - 1], "pagination": envelope})

    return handler


@pytest.mark.parametrize(("order", "kept_cursor"), [("ascending", "2026-11-03T08:00:00+00:00"), ("any", None)])
def test_only_an_ascending_order_keeps_what_came_before_a_failure(order: str, kept_cursor: str | None) -> None:
    kept = Kept()
    seen: list[Page] = []
    handler = pages_of(changes(1, 2), changes(3, 4), changes(5, 6), fail_at=3)
    with HttpServer(handler) as server:
        incremental = {"field": "modified", "order": order, "param": "since"}
        settings = integration(server.url, endpoints={"students": {"path": "/s", "incremental": incremental}})
        with session(settings, bookmarks=kept, now=lambda: NOW) as upstream, pytest.raises(HubError):
            seen.extend(upstream.pages("students"))
    kept.keep(seen)
    assert len(records(seen)) == 4
    assert kept.cursor_text == kept_cursor


def test_after_a_failure_no_record_of_the_same_time_is_passed_over() -> None:
    rows = [{"id": n, "modified": "2026-11-05T08:00:00Z" if n < 6 else "2026-11-09T08:00:00Z"} for n in range(1, 10)]
    fails = {"at": 2}

    def handler(asked: Asked) -> Reply:
        page = int(asked.param("page", "1"))
        if page == fails["at"]:
            return as_json({}, 403)
        # As many upstreams do: only what lies after the start.
        found = [row for row in rows if row["modified"] > asked.param("since")]
        envelope = {"page": page, "limit": 3, "total": len(found)}
        return as_json({"data": found[page * 3 - 3 : page * 3], "pagination": envelope})

    kept, seen = Kept(), []
    incremental = {"field": "modified", "order": "ascending", "param": "since"}
    with HttpServer(handler) as server:
        settings = integration(server.url, endpoints={"students": {"path": "/s", "incremental": incremental}})
        for at in (2, 3, 0):
            fails["at"] = at
            came: list[Page] = []
            with session(settings, bookmarks=kept, now=lambda: NOW) as upstream, contextlib.suppress(HubError):
                came.extend(upstream.pages("students"))
            kept.keep(came)
            seen += came
    assert {r["id"] for r in records(seen)} == set(range(1, 10))


def test_a_cursor_field_that_is_nowhere_is_told() -> None:
    with HttpServer(lambda _: as_json([{"id": 1}])) as server:
        (page,) = read(server, Kept(), incremental={"field": "changed_at", "param": "since"})
    assert page.cursor is None
    assert "“changed_at”" in page.warnings[0]


def test_with_children_the_cursor_moves_when_all_are_read() -> None:
    def handler(asked: Asked) -> Reply:
        return as_json(changes(int(asked.path.rpartition("/")[2])))

    endpoint = {
        "path": "/s/{parent.value}",
        "forEach": {"values": ["9", "3", "6"]},
        "incremental": {"field": "modified", "param": "since", "order": "ascending"},
    }
    with HttpServer(handler) as server:
        pages = read(server, Kept(), **endpoint)
    assert [page.cursor for page in pages] == [None, None, "2026-11-09T08:00:00+00:00"]


def test_a_parent_that_was_not_there_before_brings_all_it_has() -> None:
    def handler(asked: Asked) -> Reply:
        name, start = asked.path.rpartition("/")[2], asked.param("since")
        rows = [row | {"of": name} for row in changes(2, 9) if row["modified"] >= start]
        return as_json(rows)

    def endpoint(*values: str) -> dict[str, Any]:
        return {
            "path": "/s/{parent.value}",
            "forEach": {"values": list(values)},
            "incremental": {"field": "modified", "param": "since"},
        }

    kept = Kept()
    with HttpServer(handler) as server:
        kept.keep(read(server, kept, **endpoint("a")))
        found = read(server, kept, **endpoint("a", "b"))
        kept.keep(found)
        assert [(r["of"], r["id"]) for r in records(found)] == [("a", 9), ("b", 2), ("b", 9)]
        assert all(page.only_new for page in found)
        found = read(server, kept, **endpoint("a", "b"))
    assert [(r["of"], r["id"]) for r in records(found)] == [("a", 9), ("b", 9)]


# -- answers that have not changed ------------------------------------------------------------------------------------


class Etagged:
    """One list with an entity tag, sent again only where it has changed."""

    def __init__(self, header: str = "etag") -> None:
        self.rows = [{"id": 1}, {"id": 2}]
        self.version = 1
        self.header = header

    def __call__(self, asked: Asked) -> Reply:
        tag = f'"v{self.version}"' if self.header == "etag" else f"Mon, 0{self.version} Nov 2026 08:00:00 GMT"
        asked_with = asked.headers.get("if-none-match" if self.header == "etag" else "if-modified-since")
        if asked_with == tag:
            return Reply(status=304)
        reply = as_json(self.rows)
        reply.headers.append((self.header, tag))
        return reply


@pytest.mark.parametrize("header", ["etag", "last-modified"])
def test_an_answer_that_has_not_changed_is_not_sent_again(header: str) -> None:
    system, kept = Etagged(header), Kept()
    with HttpServer(system) as server:
        kept.keep(read(server, kept))
        (page,) = read(server, kept)
        assert (page.records, page.not_modified, page.incomplete) == ([], 2, False)
        system.version = 2
        assert len(records(read(server, kept))) == 2


def test_each_child_is_told_unchanged_by_itself() -> None:
    systems = {value: Etagged() for value in "ab"}
    kept = Kept()
    endpoint = {"path": "/s/{parent.value}", "forEach": {"values": ["a", "b"]}}
    with HttpServer(lambda asked: systems[asked.path[-1]](asked)) as server:
        kept.keep(read(server, kept, **endpoint))
        systems["b"].version = 2
        assert [page.not_modified for page in read(server, kept, **endpoint)] == [2, None]


def test_an_unchanged_child_of_a_renamed_parent_is_asked_for_again() -> None:
    courses, list_of_course = [{"id": 7, "code": "M1"}], Etagged()

    def handler(asked: Asked) -> Reply:
        return as_json(courses) if asked.path == "/c" else list_of_course(asked)

    child = {"path": "/c/{parent.id}", "forEach": {"endpoint": "subjects"}, "mappings": {"parent.code": "section"}}
    kept = Kept()
    with HttpServer(handler) as server:
        settings = integration(server.url, endpoints={"subjects": "/c", "students": child})
        for code in ("M1", "M2"):
            courses[0]["code"] = code
            with session(settings, bookmarks=kept) as upstream:
                pages = list(upstream.pages("students"))
            kept.keep(pages)
            assert [r["parent"]["code"] for r in records(pages)] == [code, code]
        with session(settings, bookmarks=kept) as upstream:
            assert [page.not_modified for page in upstream.pages("students")] == [2]


def test_a_child_that_a_header_names_is_not_told_unchanged_by_another() -> None:
    systems = {value: Etagged("last-modified") for value in "ab"}
    systems["a"].version = 2
    kept = Kept()
    endpoint = {"headers": {"X-Course": "{parent.value}"}, "forEach": {"values": ["a", "b"]}}
    with HttpServer(lambda asked: systems[asked.headers["x-course"]](asked)) as server:
        kept.keep(read(server, kept, **endpoint))
        assert len(kept.validators) == 2
        assert [page.not_modified for page in read(server, kept, **endpoint)] == [2, 2]


def test_pages_that_a_header_names_are_told_apart() -> None:
    def handler(asked: Asked) -> Reply:
        page = int(asked.headers["x-page"])
        return as_json({"data": [{"id": page}], "pagination": {"page": page, "hasMore": page < 3}})

    with HttpServer(handler) as server:
        pages = read(server, Kept(), headers={"X-Page": "{page.number}"}, pagination={"style": "page"})
    assert [r["id"] for r in records(pages)] == [1, 2, 3]


def test_a_list_of_several_pages_is_always_asked_for_in_full() -> None:
    def handler(asked: Asked) -> Reply:
        reply = pages_of(changes(1, 2), changes(3))(asked)
        reply.headers.append(("etag", '"x"'))
        return reply

    kept = Kept()
    with HttpServer(handler) as server:
        kept.keep(read(server, kept))
        assert not any(validator.headers() for validator in kept.validators.values())
        assert len(records(read(server, kept))) == 3


@pytest.mark.parametrize("pagination", [{}, {"style": "link"}, {"style": "link", "pageSize": 20}])
def test_a_full_page_is_asked_for_again_for_a_next_one_may_have_come(pagination: dict[str, Any]) -> None:
    rows = [{"id": n} for n in range(1, 21)]

    def handler(asked: Asked) -> Reply:
        page = int(asked.param("page", "1"))
        reply = as_json(rows[page * 20 - 20 : page * 20])
        # As some web frameworks do it: over the body alone.
        tag = f'"{hash(reply.body)}"'
        reply.headers.append(("ETag", tag))
        if len(rows) > page * 20:
            reply.headers.append(("Link", f'</s?page={page + 1}>; rel="next"'))
        return Reply(status=304) if asked.headers.get("if-none-match") == tag else reply

    kept = Kept()
    with HttpServer(handler) as server:
        kept.keep(read(server, kept, pagination=pagination))
        rows.append({"id": 21})
        assert len(records(read(server, kept, pagination=pagination))) == 21


def test_parents_read_for_their_children_come_whole() -> None:
    parents, kept = Etagged(), Kept()

    def handler(asked: Asked) -> Reply:
        return parents(asked) if asked.path == "/c" else as_json([{"sid": asked.path}])

    child = {"path": "/c/{parent.id}", "forEach": {"endpoint": "subjects"}}
    with HttpServer(handler) as server:
        settings = integration(server.url, endpoints={"subjects": "/c", "students": child})
        for _ in range(2):
            with session(settings, bookmarks=kept) as upstream:
                kept.keep(list(upstream.pages("subjects")))
                assert len(records(list(upstream.pages("students")))) == 2


def test_nothing_new_may_be_told_by_304_to_a_cursor_sent_as_a_header() -> None:
    kept = Kept("2026-11-09T08:00:00+00:00")
    endpoint = {"headers": {"If-Modified-Since": "{cursor|%a, %d %b %Y %H:%M:%S GMT}"}, "incremental": {}}
    with HttpServer(lambda _: Reply(status=304)) as server:
        (page,) = read(server, kept, **endpoint)
    assert (page.records, page.only_new, page.cursor) == ([], True, NOW.isoformat())


def test_a_304_that_nobody_asked_for_is_refused() -> None:
    with HttpServer(lambda _: Reply(status=304)) as server, pytest.raises(ConfigurationError):
        read(server, Kept())
