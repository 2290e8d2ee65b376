from typing import Any

import pytest

from hub_desktop.upstream.shared_answers import SharedAnswers
from hub_desktop.upstream.wire import Answer, Headers
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json
from tests.upstream.session import integration, records, session

PEOPLE = [{"id": "S1", "role": "student"}, {"id": "T1", "role": "teacher"}]
TWINS = {
    "students": {"path": "/people", "filter": "role == 'student'", "mappings": {"id": "student_id"}},
    "faculty": {"path": "/people", "filter": "role == 'teacher'", "mappings": {"id": "faculty_id"}},
}


def answer(size: int) -> Answer:
    return Answer(200, Headers([]), b"x" * size, "http://x.in", 0.1)


def read(server: HttpServer, endpoints: dict[str, Any], *names: str) -> dict[str, list[Any]]:
    with session(integration(server.url, endpoints=endpoints)) as upstream:
        return {name: [r["id"] for r in records(list(upstream.pages(name)))] for name in names}


def test_one_list_of_people_is_asked_for_once() -> None:
    with HttpServer(lambda _: as_json(PEOPLE)) as server:
        assert read(server, TWINS, "students", "faculty") == {"students": ["S1"], "faculty": ["T1"]}
        assert len(server.asked) == 1


def test_every_page_of_every_parent_is_asked_for_once() -> None:
    def handler(asked: Asked) -> Reply:
        page = int(asked.param("page", "1"))
        found = [{"id": f"{asked.path}/{page}", "role": "student"}] * 1 if page < 4 else []
        return as_json({"data": found, "pagination": {"page": page, "limit": 1, "total": 3}})

    each = {"forEach": {"values": ["a", "b"]}, "path": "/{parent.value}"}
    twins = {name: endpoint | each for name, endpoint in TWINS.items()}
    with HttpServer(handler) as server:
        found = read(server, twins, "students", "faculty")
        assert found["students"] == [f"/{value}/{page}" for value in "ab" for page in (1, 2, 3)]
        assert found["faculty"] == []
        # For each parent three pages and the empty one that proves the end; the other endpoint asks for none of them.
        assert len(server.asked) == 2 * 4


def test_parents_that_a_header_names_are_told_apart() -> None:
    def handler(asked: Asked) -> Reply:
        return as_json([{"id": asked.headers["x-course"], "role": role} for role in ("student", "teacher")])

    each = {"forEach": {"values": ["a", "b"], "parallel": 1}, "headers": {"X-Course": "{parent.value}"}}
    twins = {name: endpoint | each for name, endpoint in TWINS.items()}
    twins["faculty"]["filter"] = "role == 'teacher' && id == 'b'"
    with HttpServer(handler) as server:
        found = read(server, twins, "students", "faculty")
        assert found == {"students": ["a", "b"], "faculty": ["b"]}
        assert len(server.asked) == 2


@pytest.mark.parametrize("change", [{"params": {"a": "b"}}, {"enabled": False}, {"headers": {"X-A": "b"}}])
def test_another_request_is_made_by_itself(change: dict[str, Any]) -> None:
    endpoints = TWINS | {"faculty": TWINS["faculty"] | change}
    with HttpServer(lambda _: as_json(PEOPLE)) as server:
        read(server, endpoints, "students", "faculty")
        assert len(server.asked) == 2


def test_the_same_endpoint_read_again_asks_again() -> None:
    with HttpServer(lambda _: as_json(PEOPLE)) as server:
        read(server, TWINS, "students", "students")
        assert len(server.asked) == 2


def test_an_answer_that_is_no_good_by_the_rules_of_the_other_is_asked_for_anew() -> None:
    rules = {"errorRules": [{"text": "teacher", "then": "ignore"}]}
    endpoints = TWINS | {"faculty": TWINS["faculty"] | rules}
    with HttpServer(lambda _: as_json(PEOPLE)) as server:
        assert read(server, endpoints, "students", "faculty") == {"students": ["S1"], "faculty": []}
        assert len(server.asked) == 2


def test_what_is_reported_of_a_shared_answer_is_its_own_exchange() -> None:
    endpoints = TWINS | {"subjects": "/courses"}
    handler = lambda asked: as_json(PEOPLE if asked.path == "/people" else [{"id": 1}])  # noqa: E731
    with HttpServer(handler) as server, session(integration(server.url, endpoints=endpoints)) as upstream:
        for name in ("students", "subjects", "faculty"):
            upstream.first_page(name)
        assert len(server.asked) == 2
        assert upstream.last is not None
        assert upstream.last[1].url == f"{server.url}/people"


def test_what_is_kept_is_bounded_and_let_go() -> None:
    shared = SharedAnswers(integration("http://x.in", endpoints=TWINS), most_bytes=100)
    shared.keep("students", "a", answer(60))
    shared.keep("students", "b", answer(60))
    assert shared.take("faculty", "b") is None
    assert shared.take("students", "a") is None
    assert shared.take("faculty", "a") is not None
    assert shared.take("faculty", "a") is None
    shared.keep("students", "b", answer(100))
    assert shared.take("faculty", "b") is not None
