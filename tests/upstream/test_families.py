"""Endpoints that are asked once for each record of another."""

import contextlib
import json
import threading
import time
from typing import Any

import pytest

from hub_desktop.core.errors import CancelledError, ConfigurationError, SignInError, TransientError
from hub_desktop.upstream.extraction import Family
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json
from tests.upstream.session import integration, records, session

COURSES = [{"id": n, "shortname": f"C{n}", "visible": n != 3} for n in range(1, 8)]


class Lms:
    """Courses in pages of three, and the students of each course in pages of two."""

    def __init__(self) -> None:
        self.students = {course["id"]: [{"sid": f"S{course['id']}-{n}"} for n in range(3)] for course in COURSES}
        self.fails: dict[int, Reply] = {}
        self.delay = 0.0
        self.active = 0
        self.most = 0
        self._lock = threading.Lock()

    def __call__(self, asked: Asked) -> Reply:
        if asked.path == "/courses":
            return paged(COURSES, asked, 3)
        with self._lock:
            self.active += 1
            self.most = max(self.most, self.active)
        time.sleep(self.delay)
        with self._lock:
            self.active -= 1
        course = int(asked.path.split("/")[2])
        return self.fails.get(course) or paged(self.students[course], asked, 2)


def paged(rows: list[dict[str, Any]], asked: Asked, size: int) -> Reply:
    page = int(asked.param("page", "1"))
    shown = rows[(page - 1) * size : page * size]
    return as_json({"data": shown, "pagination": {"page": page, "limit": size, "total": len(rows)}})


CHILD = {
    "path": "/courses/{parent.id}/users",
    "forEach": {"endpoint": "subjects"},
    "mappings": {"parent.shortname": "section", "sid": "student_id"},
}


def config(url: str, **changes: Any) -> Any:
    child = CHILD | changes
    return integration(url, endpoints={"subjects": "/courses", "students": child})


def asked_for(server: HttpServer, path: str) -> int:
    return sum(asked.path == path for asked in server.asked)


def test_children_are_read_for_every_parent_of_every_page_in_order() -> None:
    with HttpServer(Lms()) as server, session(config(server.url)) as upstream:
        found = records(list(upstream.pages("students")))
    expected = [
        {"sid": f"S{course['id']}-{n}", "parent": {"shortname": course["shortname"]}}
        for course in COURSES
        for n in range(3)
    ]
    assert found == expected


def test_parents_that_were_just_read_are_not_read_again() -> None:
    with HttpServer(Lms()) as server, session(config(server.url)) as upstream:
        list(upstream.pages("subjects"))
        before = asked_for(server, "/courses")
        list(upstream.pages("students"))
        assert asked_for(server, "/courses") == before == 3


def test_only_the_chosen_parents_are_asked_for() -> None:
    each = {"endpoint": "subjects", "filter": "visible"}
    with HttpServer(Lms()) as server, session(config(server.url, forEach=each)) as upstream:
        list(upstream.pages("students"))
        assert asked_for(server, "/courses/3/users") == 0
        assert asked_for(server, "/courses/7/users") == 2


def test_fixed_values_stand_in_for_parents() -> None:
    child = {"path": "/courses/{parent.value}/users", "forEach": {"values": ["2", "4"], "include": ["value"]}}
    with (
        HttpServer(Lms()) as server,
        session(integration(server.url, endpoints={"students": child})) as upstream,
    ):
        found = records(list(upstream.pages("students")))
    assert [(r["sid"], r["parent"]["value"]) for r in found[::3]] == [("S2-0", "2"), ("S4-0", "4")]


@pytest.mark.parametrize(("wanted", "allowed", "most"), [(4, 8, 4), (4, 2, 2), (1, 8, 1)])
def test_parents_are_read_side_by_side_within_bounds(wanted: int, allowed: int, most: int) -> None:
    lms = Lms()
    lms.delay = 0.03
    each = {"endpoint": "subjects", "parallel": wanted}
    with HttpServer(lms) as server:
        settings = config(server.url, forEach=each).model_copy(update={"max_parallel": allowed})
        with session(settings) as upstream:
            assert len(records(list(upstream.pages("students")))) == 21
    assert lms.most == most


def test_one_parent_that_fails_costs_only_its_own_records() -> None:
    lms = Lms()
    lms.fails[2] = as_json({"error": "gone"}, 404)
    found: list[Any] = []
    with (
        HttpServer(lms) as server,
        session(config(server.url)) as upstream,
        pytest.raises(ConfigurationError) as caught,
    ):
        found.extend(upstream.pages("students"))
    assert len(records(found)) == 18
    assert caught.value.detail.startswith("1 of 7 parents failed; ")


def test_what_a_person_must_mend_goes_before_what_passes() -> None:
    lms = Lms()
    lms.fails = {1: Reply(status=503), 2: as_json({}, 404)}
    with HttpServer(lms) as server, session(config(server.url)) as upstream, pytest.raises(ConfigurationError):
        list(upstream.pages("students"))
    lms.fails = {1: Reply(status=503)}
    with HttpServer(lms) as server, session(config(server.url)) as upstream, pytest.raises(TransientError):
        list(upstream.pages("students"))


def test_many_failures_in_a_row_end_the_reading() -> None:
    lms = Lms()
    lms.fails = {n: as_json({}, 404) for n in range(1, 8)}
    each = {"endpoint": "subjects", "parallel": 1}
    with (
        HttpServer(lms) as server,
        session(config(server.url, forEach=each)) as upstream,
        pytest.raises(ConfigurationError),
    ):
        list(upstream.pages("students"))
    assert sum(asked.path.endswith("/users") for asked in server.asked) <= 6


def test_a_refused_sign_in_ends_it_at_once() -> None:
    lms = Lms()
    lms.fails[1] = Reply(status=401)
    each = {"endpoint": "subjects", "parallel": 1}
    with (
        HttpServer(lms) as server,
        session(config(server.url, forEach=each)) as upstream,
        pytest.raises(SignInError),
    ):
        list(upstream.pages("students"))
    assert asked_for(server, "/courses/2/users") <= 1
    assert asked_for(server, "/courses/3/users") == 0


def test_a_rule_can_say_that_a_parent_without_records_is_no_fault() -> None:
    lms = Lms()
    lms.fails[2] = as_json({}, 404)
    with HttpServer(lms) as server:
        settings = config(server.url, errorRules=[{"status": 404, "then": "ignore"}])
        with session(settings) as upstream:
            pages = list(upstream.pages("students"))
    assert len(records(pages)) == 18
    assert not any(page.incomplete for page in pages)


def test_parents_that_cannot_be_read_are_an_error_of_the_child() -> None:
    with (
        HttpServer(lambda _: as_json({}, 404)) as server,
        session(config(server.url)) as upstream,
        pytest.raises(ConfigurationError, match="nothing at the address of subjects"),
    ):
        list(upstream.pages("students"))


def test_parents_of_which_none_came_leave_the_children_incomplete() -> None:
    empty = as_json({"data": [], "pagination": {"page": 1, "total": 9}})
    with HttpServer(lambda _: empty) as server, session(config(server.url)) as upstream:
        (page,) = upstream.pages("students")
    assert (page.records, page.incomplete) == ([], True)
    assert "Not all records of subjects could be read" in page.warnings[0]


def test_parents_are_read_within_their_time_limit() -> None:
    times = iter(range(0, 10_000, 50))
    with HttpServer(Lms()) as server:
        endpoints = {"subjects": {"path": "/courses", "maxMinutes": 1}, "students": CHILD}
        with session(integration(server.url, endpoints=endpoints), clock=lambda: next(times)) as upstream:
            pages = list(upstream.pages("students"))
        assert asked_for(server, "/courses/7/users") == 0
    assert pages
    assert all(page.incomplete for page in pages)


@pytest.mark.parametrize("parallel", [1, 2])
def test_an_upstream_that_wants_to_be_left_alone_is_not_asked_for_the_other_parents(parallel: int) -> None:
    lms = Lms()
    lms.fails = {n: Reply(status=429, headers=[("Retry-After", "3600")]) for n in range(2, 8)}
    each = {"endpoint": "subjects", "parallel": parallel}
    with HttpServer(lms) as server:
        with session(config(server.url, forEach=each)) as upstream, pytest.raises(TransientError) as caught:
            list(upstream.pages("students"))
        assert sum(asked.path.endswith("/users") for asked in server.asked) <= 3 + parallel
    assert caught.value.retry_at is not None


@pytest.mark.parametrize("condition", ["\"Kind of\" == 'open'", "öffnung", "@odata.etag"])
def test_parents_are_chosen_by_any_field(condition: str) -> None:
    parents = [{"id": 1, "Kind of": "open", "öffnung": "open", "@odata.etag": "open"}, {"id": 2}]
    each = {"endpoint": "subjects", "filter": condition}

    def handler(asked: Asked) -> Reply:
        return as_json(parents if asked.path == "/courses" else [{"sid": "S"}])

    with HttpServer(handler) as server, session(config(server.url, forEach=each)) as upstream:
        assert len(records(list(upstream.pages("students")))) == 1
        assert asked_for(server, "/courses/1/users") == 1


def test_nothing_is_remembered_of_records_that_have_no_children(monkeypatch: pytest.MonkeyPatch) -> None:
    remembered: list[int] = []
    monkeypatch.setattr(Family, "add", lambda _self, records: remembered.append(len(records)))
    with HttpServer(Lms()) as server:
        endpoints = {"students": {"path": "/courses"}}
        with session(integration(server.url, endpoints=endpoints)) as upstream:
            assert len(records(list(upstream.pages("students")))) == 7
    assert remembered == []


def test_a_field_of_the_parent_may_have_any_name() -> None:
    def handler(asked: Asked) -> Reply:
        return as_json([{"id": 1, "Course No.": "M1"}] if asked.path == "/courses" else [{"sid": "S"}])

    with (
        HttpServer(handler) as server,
        session(config(server.url, mappings={'parent."Course No."': "section"})) as upstream,
    ):
        assert records(list(upstream.pages("students"))) == [{"sid": "S", "parent": {"Course No.": "M1"}}]


def test_parents_that_came_in_part_make_the_children_incomplete() -> None:
    with HttpServer(Lms()) as server:
        settings = integration(
            server.url,
            endpoints={"subjects": {"path": "/courses", "pagination": {"maxPages": 1}}, "students": CHILD},
        )
        with session(settings) as upstream:
            pages = list(upstream.pages("students"))
    assert len(records(pages)) == 9
    assert all(page.incomplete for page in pages)
    assert "Not all records of subjects could be read" in pages[0].warnings[0]


def test_a_parent_without_the_named_field_is_told() -> None:
    with (
        HttpServer(Lms()) as server,
        session(config(server.url, path="/x/{parent.uuid}")) as upstream,
        pytest.raises(ConfigurationError, match=r"needs a value for {parent.uuid}"),
    ):
        list(upstream.pages("students"))


def test_a_parent_without_the_field_of_a_parameter_is_not_asked_for_as_if_it_were_all() -> None:
    def handler(asked: Asked) -> Reply:
        if asked.path == "/courses":
            return as_json([{"id": 1}, {"name": "no id"}, {"id": 3}])
        return as_json([{"sid": asked.param("course", "all")}])

    found: list[Any] = []
    with HttpServer(handler) as server:
        settings = config(server.url, path="/users", params={"course": "{parent.id}"})
        with session(settings) as upstream, pytest.raises(ConfigurationError, match=r"{parent.id}"):
            found.extend(upstream.pages("students"))
    assert [r["sid"] for r in records(found)] == ["1", "3"]


@pytest.mark.parametrize("odd", ["..", ".", "\ud800"])
@pytest.mark.parametrize("place", ["path", "params", "json"])
def test_a_parent_with_an_odd_field_leads_nowhere_else_and_costs_only_itself(odd: str, place: str) -> None:
    def handler(asked: Asked) -> Reply:
        if asked.path == "/courses":
            return Reply(body=json.dumps([{"id": odd}, {"id": 2**70}, {"id": "x/../y?a=b#c\r\n"}]).encode())
        return as_json([{"sid": asked.path + "?" + asked.param("course") + asked.body.decode()}])

    child: dict[str, Any] = {"path": "/users/all/{parent.id}"}
    if place == "params":
        child = {"path": "/users", "params": {"course": "{parent.id}"}}
    if place == "json":
        child = {"path": "/users", "method": "POST", "json": {"course": "{parent.id}"}}
    found: list[Any] = []
    with HttpServer(handler) as server, session(config(server.url, **child)) as upstream:
        with contextlib.suppress(ConfigurationError):
            found.extend(upstream.pages("students"))
        paths = {asked.path for asked in server.asked} - {"/courses"}
    assert len(records(found)) >= 2
    assert str(2**70) in records(found)[-2]["sid"]
    assert all(path.startswith("/users/all/") for path in paths) or place != "path"


def test_grandchildren() -> None:
    def handler(asked: Asked) -> Reply:
        parts = asked.path.strip("/").split("/")
        if len(parts) == 1:
            return as_json([{"id": 1}, {"id": 2}])
        if len(parts) == 2:
            return as_json([{"id": f"{parts[1]}{n}"} for n in "ab"])
        return as_json([{"at": asked.path}])

    child = {"dataType": "custom", "key": ["id"]}
    endpoints = {
        "a": {"path": "/a", **child},
        "b": {"path": "/b/{parent.id}", "forEach": {"endpoint": "a", "include": ["id"]}, **child},
        "c": {"path": "/c/{parent.parent.id}/{parent.id}", "forEach": {"endpoint": "b"}, **child},
    }
    with HttpServer(handler) as server, session(integration(server.url, endpoints=endpoints)) as upstream:
        found = records(list(upstream.pages("c")))
    assert [r["at"] for r in found] == ["/c/1/1a", "/c/1/1b", "/c/2/2a", "/c/2/2b"]


def test_cancelling_ends_all_at_once() -> None:
    lms = Lms()
    lms.delay = 0.05
    cancel = threading.Event()
    with HttpServer(lms) as server, session(config(server.url), cancel=cancel) as upstream:
        pages = upstream.pages("students")
        next(pages)
        cancel.set()
        began = time.monotonic()
        with pytest.raises(CancelledError):
            list(pages)
        assert time.monotonic() - began < 2
    assert not [thread for thread in threading.enumerate() if thread.name == "reading ahead"]


def test_a_test_of_an_endpoint_reads_one_page_of_parents_and_few_children() -> None:
    lms = Lms()
    lms.students[1] = []
    with HttpServer(lms) as server, session(config(server.url), ahead=0) as upstream:
        page = upstream.first_page("students")
        assert page.records[0]["sid"] == "S2-0"
        assert [asked.path for asked in server.asked] == ["/courses", "/courses/1/users", "/courses/2/users"]
