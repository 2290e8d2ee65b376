"""Reading ahead of an upstream that answers slowly, from whichever page on it does so."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub_desktop.core.errors import CancelledError, TransientError
from hub_desktop.upstream import one_pass
from hub_desktop.upstream.one_pass import Page
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json
from tests.upstream.session import Waits, integration, records, session

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MOST_AT_ONCE = 4


class _SlowFrom:
    """Measures nothing: an upstream is slow once so many of its answers came."""

    first = 0

    def __init__(self) -> None:
        self._noted = 0

    def note(self, _seconds: float) -> None:
        self._noted += 1

    @property
    def slow(self) -> bool:
        return self._noted >= self.first


@contextmanager
def slow_from(answers: int) -> Iterator[None]:
    """Let every upstream be slow once so many answers after the first came."""
    with mock.patch.object(one_pass, "_Pace", type("Slow", (_SlowFrom,), {"first": answers})):
        yield


def rows(first: int, last: int) -> list[dict[str, int]]:
    return [{"id": n} for n in range(first, last + 1)]


def reading_ahead() -> int:
    return sum(thread.name == "reading ahead" for thread in threading.enumerate())


def paged(sizes: list[int], style: str, total: int | None) -> Any:
    """Return a handler of pages of these sizes; an offset within a page gives what is left of it."""
    whole = rows(1, sum(sizes))
    starts = [sum(sizes[:n]) for n in range(len(sizes))]

    def handler(asked: Asked) -> Reply:
        if style == "offset":
            first = int(asked.param("offset", "0"))
            page = next((n for n, start in enumerate(starts) if start <= first < start + sizes[n]), len(sizes))
            found = whole[first : starts[page] + sizes[page]] if page < len(sizes) else []
        else:
            page = int(asked.param("page", "1")) - 1
            found = whole[starts[page] : starts[page] + sizes[page]] if page < len(sizes) else []
        more = page + 1 < len(sizes)
        if style == "link":
            link = {"Link": f'<?page={page + 2}>; rel="next"'} if more else {}
            return as_json({"data": found, "total": total}, **link)
        return as_json({"data": found, "pagination": {"total": total, "has_more": more}})

    return handler


def of(url: str, **pagination: Any) -> Any:
    return integration(url, endpoints={"students": {"path": "/students", "pagination": pagination}})


@settings(max_examples=60, deadline=None)
@given(
    sizes=st.lists(st.integers(1, 4), min_size=1, max_size=9),
    style=st.sampled_from(["page", "offset", "link"]),
    total=st.one_of(st.none(), st.integers(0, 60)),
    answers=st.integers(0, 8),
    taken=st.integers(1, 12),
)
def test_whatever_the_page_it_begins_with_each_record_comes_once_and_no_thread_stays(
    sizes: list[int], style: str, total: int | None, answers: int, taken: int
) -> None:
    with slow_from(answers), HttpServer(paged(sizes, style, total)) as server:
        with session(of(server.url, style=style)) as upstream, closing(upstream.pages("students")) as pages:
            found = [page for page, _ in zip(pages, range(taken), strict=False)]
        assert reading_ahead() == 0
        assert records(found) == rows(1, sum(sizes[:taken]))
        assert len(server.asked) <= len(sizes) + MOST_AT_ONCE


def test_pages_are_capped_as_they_are_without_reading_ahead() -> None:
    with slow_from(2), HttpServer(paged([2] * 30, "page", 60)) as server:
        with session(of(server.url, style="page", maxPages=6)) as upstream:
            pages = list(upstream.pages("students"))
        assert records(pages) == rows(1, 12)
        assert pages[-1].cap_reached
        assert {int(asked.param("page", "1")) for asked in server.asked} == set(range(1, 7))


@pytest.mark.parametrize("style", ["page", "link"])
def test_an_upstream_that_wants_to_be_left_alone_is_and_what_came_before_is_kept(style: str) -> None:
    plain = paged([2] * 9, style, 18)

    def handler(asked: Asked) -> Reply:
        if int(asked.param("page", "1")) >= 5:
            return as_json({}, 429, Retry_After="300")
        return plain(asked)

    found: list[Page] = []
    waits = Waits()
    with slow_from(1), HttpServer(handler) as server:
        with session(of(server.url, style=style), pause=waits, now=lambda: NOW) as upstream:
            pages = upstream.pages("students")
            with pytest.raises(TransientError) as told:
                found.extend(pages)
        assert told.value.retry_at == NOW + timedelta(seconds=300)
        assert waits.seconds == []
        assert records(found) == rows(1, 8)
        assert reading_ahead() == 0


@pytest.mark.parametrize("style", ["page", "link"])
def test_it_is_stopped_while_it_waits_ahead(style: str) -> None:
    plain, asked_late = paged([2] * 9, style, 18), threading.Event()

    def handler(asked: Asked) -> Reply:
        if int(asked.param("page", "1")) >= 4:
            asked_late.set()
            return as_json({}, 503, Retry_After="50")
        return plain(asked)

    cancel = threading.Event()
    with slow_from(1), HttpServer(handler) as server:
        given = {"cancel": cancel, "pause": lambda event, seconds: event.wait(seconds)}
        with session(of(server.url, style=style), **given) as upstream:
            pages = upstream.pages("students")
            next(pages)
            next(pages)
            threading.Thread(target=lambda: (asked_late.wait(10), cancel.set()), daemon=True).start()
            with pytest.raises(CancelledError):
                list(pages)
        assert reading_ahead() == 0


@pytest.mark.parametrize("style", ["page", "link"])
def test_it_is_let_go_of_while_it_waits_ahead(style: str) -> None:
    """As a run does that cannot store a page."""
    plain, asked_late = paged([2] * 9, style, 18), threading.Event()

    def handler(asked: Asked) -> Reply:
        if int(asked.param("page", "1")) >= 3:
            asked_late.set()
            return as_json({}, 503, Retry_After="50")
        return plain(asked)

    with slow_from(0), HttpServer(handler) as server:
        with session(of(server.url, style=style), pause=lambda event, seconds: event.wait(seconds)) as upstream:
            pages = upstream.pages("students")
            assert records([next(pages), next(pages)]) == rows(1, 4)
            assert asked_late.wait(10)
            pages.close()
        assert reading_ahead() == 0


def test_the_pace_is_that_of_all_answers_and_one_slow_one_is_enough() -> None:
    pace = one_pass._Pace()
    for _ in range(1_000):
        pace.note(0.002)
    assert not pace.slow
    pace.note(0.03)
    assert pace.slow
