"""Every way of paging with every way of signing in: all records, once, in order, by the requests it takes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub_desktop.core.errors import SignInError
from hub_desktop.core.integration import Integration
from hub_desktop.upstream.reading import Page
from tests.fakes.doors import SIGN_INS, Door, SignIn
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json
from tests.fakes.paged import SHAPES, Shape, rows
from tests.upstream.session import integration, read_pages, records, session

SIZE = 3
by_name = {"ids": lambda one: one.name}


@dataclass
class College:
    """An upstream that checks every request at its door and hands its records out in pages."""

    server: HttpServer
    door: Door
    before: Callable[[Asked], None] = lambda _: None

    def open(self, shape: Shape, total: int, size: int = SIZE) -> None:
        """Have so many records, in pages of such a size, and forget what was asked so far."""
        self.server.asked.clear()
        self.door.refused = 0

        def handler(asked: Asked) -> Reply:
            given = self.door.gives(asked)
            if given is not None:
                return given
            self.before(asked)
            if not self.door.lets_in(asked):
                self.door.refused += 1
                return as_json({"error": "unauthorized"}, 401)
            return shape.answer(asked, rows(total), size)

        self.server.handler = handler

    def asked_for_pages(self) -> list[Asked]:
        """Return the requests that were not for a token."""
        return [asked for asked in self.server.asked if asked.path == "/api/students"]


@pytest.fixture(scope="module")
def kept_server() -> Iterator[HttpServer]:
    with HttpServer(lambda _: as_json([])) as server:
        yield server


@pytest.fixture
def server(kept_server: HttpServer) -> Iterator[HttpServer]:
    yield kept_server
    kept_server.settle()


def configured(url: str, sign_in: SignIn, shape: Shape) -> Integration:
    """Return the integration that fits a way of signing in and one of paging."""
    endpoint = {"path": "/students", **shape.endpoint}
    return integration(f"{url}/api", endpoints={"students": endpoint}, **_placed(dict(sign_in.integration), url))


def _placed(value: Any, url: str) -> Any:
    if isinstance(value, dict):
        return {name: _placed(inner, url) for name, inner in value.items()}
    return value.replace("{url}", url) if isinstance(value, str) else value


def check_all_came(pages: list[Page], total: int) -> None:
    """Check that every record came once and in order, and that nothing was odd."""
    assert records(pages) == rows(total)
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert not any(page.incomplete or page.cap_reached or page.warnings for page in pages)


@pytest.mark.parametrize("sign_in", SIGN_INS, **by_name)
@pytest.mark.parametrize("shape", SHAPES, **by_name)
def test_all_records_arrive_once_and_in_order(shape: Shape, sign_in: SignIn, server: HttpServer) -> None:
    check_reading(shape, sign_in, server, 4 * SIZE + 2)


@pytest.mark.parametrize("total", [0, 1, SIZE, SIZE + 1, 4 * SIZE])
@pytest.mark.parametrize("shape", SHAPES, **by_name)
def test_the_edges_of_pages(shape: Shape, total: int, server: HttpServer) -> None:
    for name in ("bearer token", "OAuth 2.0, client in the header"):
        check_reading(shape, next(one for one in SIGN_INS if one.name == name), server, total)


def check_reading(shape: Shape, sign_in: SignIn, server: HttpServer, total: int) -> None:
    """Read so many records, and check what came and what it took."""
    college = College(server, sign_in.door())
    college.open(shape, total)
    pages = read_pages(configured(server.url, sign_in, shape), sign_in.secrets)
    check_all_came(pages, total)
    assert len(college.asked_for_pages()) == shape.requests(total, SIZE)
    assert len(server.asked) == shape.requests(total, SIZE) + sign_in.asks_first
    assert sum(page.requests for page in pages) == len(server.asked)
    assert college.door.refused == 0


@pytest.mark.parametrize("shape", SHAPES, **by_name)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(total=st.integers(0, 40), size=st.integers(1, 12), sign_in=st.sampled_from(SIGN_INS), ahead=st.integers(0, 3))
def test_any_number_of_records_in_pages_of_any_size(
    server: HttpServer, shape: Shape, total: int, size: int, sign_in: SignIn, ahead: int
) -> None:
    if shape.endpoint.get("pagination", {}).get("pageSize"):
        size = SIZE
    college = College(server, sign_in.door())
    college.open(shape, total, size)
    pages = read_pages(configured(server.url, sign_in, shape), sign_in.secrets, ahead=ahead)
    check_all_came(pages, total)
    assert len(college.asked_for_pages()) == shape.requests(total, size)
    assert college.door.refused == 0


@pytest.mark.parametrize("sign_in", [one for one in SIGN_INS if one.renews], **by_name)
@pytest.mark.parametrize("shape", [one for one in SHAPES if one.requests(12, SIZE) > 1], **by_name)
def test_a_token_refused_in_the_middle_is_renewed_once(shape: Shape, sign_in: SignIn, server: HttpServer) -> None:
    college = College(server, sign_in.door())
    college.open(shape, 4 * SIZE + 1)
    left = [3]

    def revoke_before_the_third(_: Asked) -> None:
        left[0] -= 1
        if left[0] == 0:
            college.door.revoke()

    college.before = revoke_before_the_third
    pages = read_pages(configured(server.url, sign_in, shape), sign_in.secrets, ahead=0)
    check_all_came(pages, 4 * SIZE + 1)
    assert college.door.given == 2
    assert college.door.refused == 1
    assert len(college.asked_for_pages()) == shape.requests(4 * SIZE + 1, SIZE) + 1


@pytest.mark.parametrize("sign_in", [one for one in SIGN_INS if one.renews], **by_name)
def test_requests_at_the_same_time_renew_a_token_once(sign_in: SignIn, server: HttpServer) -> None:
    shape = next(one for one in SHAPES if one.name == "page, with a total")
    college = College(server, sign_in.door())
    college.open(shape, 30 * SIZE + 1)
    left = [12]

    def revoke_in_the_middle(_: Asked) -> None:
        left[0] -= 1
        if left[0] == 0:
            college.door.revoke()

    college.before = revoke_in_the_middle
    pages = read_pages(configured(server.url, sign_in, shape), sign_in.secrets)
    check_all_came(pages, 30 * SIZE + 1)
    assert college.door.given == 2
    assert 1 <= college.door.refused <= 4


@pytest.mark.parametrize("sign_in", SIGN_INS, **by_name)
@pytest.mark.parametrize("shape", SHAPES[:1], **by_name)
def test_a_wrong_secret_is_refused_without_trying_again(shape: Shape, sign_in: SignIn, server: HttpServer) -> None:
    college = College(server, sign_in.door())
    college.open(shape, 1)
    wrong = dict.fromkeys(sign_in.secrets, "an0ther-secret")
    with session(configured(server.url, sign_in, shape), wrong) as upstream, pytest.raises(SignInError) as caught:
        list(upstream.pages("students"))
    assert len(server.asked) == 1
    assert "an0ther-secret" not in caught.value.sentence + caught.value.detail
