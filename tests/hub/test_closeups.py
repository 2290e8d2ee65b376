"""One integration seen closely, after real runs against a real server."""

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import NotFoundError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.run_days import DAYS, DayMark
from hub_desktop.core.runs import Counts
from tests.fakes.http_server import HttpServer, as_json

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
VIEWER = Actor("Vera", Role.VIEWER, Face.WINDOW)
STUDENTS = [{"studentId": f"S{number}", "name": f"Asha {number}"} for number in range(30)]


@pytest.fixture
def lists():
    return {"/students": STUDENTS, "/faculty": [{"who": "F1", "called": "Ravi"}, {"who": "F2", "called": "Mina"}]}


@pytest.fixture
def number(hub, lists):
    with HttpServer(lambda asked: as_json({"data": lists[asked.path]})) as server:
        written = {
            "name": "ERP",
            "baseUrl": server.url,
            "authType": "none",
            "endpoints": {"students": "/students", "faculty": {"path": "/faculty", "syncInterval": 1440}},
            "syncInterval": 60,
        }
        yield hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id


def test_before_the_first_sync_nothing_is_claimed(hub, number):
    found = hub.closeups.look(PRINCIPAL, number)
    assert [one.name for one in found.endpoints] == ["students", "faculty"]
    students, faculty = found.endpoints
    assert (students.counts, students.last_succeeded, students.unmapped) == (None, None, None)
    assert (students.schedule, faculty.schedule) == ("every 1 hour", "every 24 hours")
    assert found.data_from() is None
    assert len(found.days) == DAYS
    assert {day.mark for day in found.days} == {DayMark.NONE}


def test_after_a_run_each_endpoint_says_what_it_brought_and_what_it_lacks(hub, number):
    hub.syncs.run(PRINCIPAL, number)
    found = hub.closeups.look(VIEWER, number)
    students, faculty = found.endpoints
    assert students.counts is not None
    assert (students.counts.read, students.counts.added, students.waiting) == (30, 30, 0)
    assert students.unmapped == ()
    assert faculty.waiting == 2
    assert faculty.unmapped == ("Faculty ID",), "known from what was refused, for nothing else came"
    assert found.data_from() == (students.last_succeeded, "students")
    assert found.days[-1].mark is DayMark.BAD
    assert sum(found.days[-1].ended.values()) == 1


def test_a_mapping_settles_what_was_missing_only_once_it_was_tried(hub, number):
    hub.syncs.run(PRINCIPAL, number)
    stored = hub.integrations.get(PRINCIPAL, number)
    written = stored.config.to_json()
    written["endpoints"]["faculty"]["mappings"] = {"who": "faculty_id", "called": "name"}
    hub.integrations.edit(PRINCIPAL, number, read_integration(written))
    assert hub.closeups.look(PRINCIPAL, number).endpoints[1].unmapped == ()


def test_an_endpoint_read_seldom_is_found_behind_many_runs_of_others(hub, number):
    hub.syncs.run(PRINCIPAL, number)
    for _ in range(21):
        hub.syncs.run(PRINCIPAL, number, endpoints=["students"])
    students, faculty = hub.closeups.look(PRINCIPAL, number).endpoints
    assert students.counts == Counts(read=30, unchanged=30, pages=1, requests=students.counts.requests)
    assert faculty.counts is not None
    assert faculty.counts.quarantined == 2
    assert students.run_id != faculty.run_id


def test_of_another_college_it_does_not_exist(hub, number):
    stranger = Actor("Sam", Role.PRINCIPAL, Face.WINDOW, college_ids=frozenset({99}))
    with pytest.raises(NotFoundError):
        hub.closeups.look(stranger, number)


def test_all_that_stands_unsolved_is_told_and_the_light_is_the_first_of_it(hub, number):
    hub.syncs.run(PRINCIPAL, number)
    view = hub.overview.one(PRINCIPAL, number)
    assert view.status == view.needs[0]
    assert len({need.reason for need in view.needs}) == len(view.needs)
    assert any("2 records were refused" in need.reason for need in view.needs)
    hub.integrations.set_enabled(PRINCIPAL, number, False)
    assert hub.overview.one(PRINCIPAL, number).needs == view.needs


def test_an_export_lands_in_a_file_without_secrets(hub, add, tmp_path):
    number = add()
    file = tmp_path / "erp.json"
    assert hub.integrations.export_to(PRINCIPAL, file, [number]) == 1
    assert "t0ken-of-the-college" not in file.read_text("utf-8")


def test_the_last_days_of_all_are_those_of_the_systems_one_may_see(hub, number):
    other = hub.integrations.add(
        PRINCIPAL, read_integration({"name": "LMS", "baseUrl": "https://lms.example.edu", "authType": "none"})
    ).integration_id
    hub.syncs.run(PRINCIPAL, number)
    days = hub.closeups.days(PRINCIPAL)
    assert days == {number: hub.closeups.look(PRINCIPAL, number).days, other: hub.closeups.look(PRINCIPAL, other).days}
    assert days[number][-1].mark is DayMark.BAD
    stranger = Actor("Zoe", Role.VIEWER, Face.WINDOW, frozenset({99}))
    assert hub.closeups.days(stranger) == {}
