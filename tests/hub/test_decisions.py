"""The brake, what people decide of what it held, taking runs back, and looking beforehand."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.brakes import HoldCause
from hub_desktop.core.errors import ConfigurationError, ErrorKind, NotAllowedError, NotFoundError, Remedy
from hub_desktop.core.integration import read_integration
from hub_desktop.core.runs import Run, RunStatus
from hub_desktop.core.status import Light
from hub_desktop.hub.hub import Hub
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
IT_STAFF = Actor("Ravi", Role.IT_STAFF, Face.TERMINAL)
STRANGER = Actor("Usha", Role.PRINCIPAL, Face.WINDOW, frozenset({99}))


class System:
    """A list of students that can be changed, in pages of ten."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = students(40)
        self.status = 200

    def __call__(self, asked: Asked) -> Reply:
        if self.status != 200:
            return as_json({}, self.status)
        page = int(asked.param("page", "1"))
        shown = self.rows[(page - 1) * 10 : page * 10]
        return as_json({"data": shown, "pagination": {"page": page, "limit": 10, "total": len(self.rows)}})


def students(number: int, name: str = "Asha") -> list[dict[str, Any]]:
    return [{"studentId": f"S{n:02}", "name": name} for n in range(1, number + 1)]


@pytest.fixture
def system() -> System:
    return System()


@pytest.fixture
def server(system: System) -> Iterator[HttpServer]:
    with HttpServer(system) as server:
        yield server


@pytest.fixture
def number(hub: Hub, server: HttpServer) -> int:
    """An integration whose forty students are stored."""
    written = {
        "name": "ERP",
        "baseUrl": server.url,
        "authType": "none",
        "endpoints": {"students": {"path": "/s", "completeList": True}},
    }
    made = hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id
    assert hub.syncs.run(PRINCIPAL, made).total.added == 40
    return made


def names(hub: Hub) -> dict[str, str]:
    return {str(row.values[0]): str(row.values[1]) for row in hub.records.find(PRINCIPAL, "students").rows}


def told(run: Run) -> tuple[int, int, int, int]:
    total = run.total
    return total.added, total.changed, total.unchanged, total.removed


def test_a_few_that_are_gone_are_removed(hub, number, system):
    del system.rows[:3]
    run = hub.syncs.run(PRINCIPAL, number)
    assert (run.status, told(run)) == (RunStatus.SUCCEEDED, (0, 0, 37, 3))
    assert "S03" not in names(hub)
    system.rows.insert(0, {"studentId": "S01", "name": "Back"})
    assert told(hub.syncs.run(PRINCIPAL, number)) == (0, 1, 37, 0)
    assert names(hub)["S01"] == "Back"


def test_many_that_are_gone_are_held_and_kept(hub, number, system):
    del system.rows[:20]
    run = hub.syncs.run(PRINCIPAL, number)
    assert run.status is RunStatus.HELD
    assert run.problem.kind is ErrorKind.HELD
    assert run.problem.sentence == "20 of 40 students from ERP would disappear. They are kept until somebody decides."
    assert len(names(hub)) == 40
    status = hub.overview.one(PRINCIPAL, number).status
    assert (status.light, status.remedy) == (Light.ATTENTION, Remedy.REVIEW_HOLD)
    (view,) = hub.decisions.waiting(PRINCIPAL)
    assert (view.hold.cause, view.hold.affected, view.hold.known) == (HoldCause.REMOVALS, 20, 40)
    held = hub.decisions.records(PRINCIPAL, view.hold.hold_id)
    assert [(one.key, one.operation) for one in held[:2]] == [(("S01",), "remove"), (("S02",), "remove")]


def test_accepting_does_it_this_once(hub, number, system):
    del system.rows[:20]
    held = hub.syncs.run(PRINCIPAL, number)
    run = hub.decisions.accept(PRINCIPAL, held.run_id)
    assert (run.status, run.total.removed) == (RunStatus.SUCCEEDED, 20)
    assert hub.syncs.get(PRINCIPAL, held.run_id) == run
    assert len(names(hub)) == 20
    assert hub.overview.one(PRINCIPAL, number).status.light is Light.ACTIVE
    assert hub.decisions.waiting(PRINCIPAL) == []
    with pytest.raises(NotFoundError, match="waits for a decision"):
        hub.decisions.accept(PRINCIPAL, held.run_id)
    del system.rows[:10]
    assert hub.syncs.run(PRINCIPAL, number).status is RunStatus.HELD


def test_refusing_keeps_them_and_is_not_asked_again(hub, number, system):
    del system.rows[:20]
    held = hub.syncs.run(PRINCIPAL, number)
    assert hub.decisions.refuse(PRINCIPAL, held.run_id).status is RunStatus.SUCCEEDED
    assert len(names(hub)) == 40
    run = hub.syncs.run(PRINCIPAL, number)
    assert (run.status, run.total.removed) == (RunStatus.SUCCEEDED, 0)
    assert len(names(hub)) == 40
    assert any("Asha refused what was held" in row.message for row in hub.syncs.log(PRINCIPAL, number))


def test_what_was_kept_and_came_back_is_asked_about_when_it_goes_again(hub, number, system):
    del system.rows[:20]
    held = hub.syncs.run(PRINCIPAL, number)
    hub.decisions.refuse(PRINCIPAL, held.run_id)
    system.rows = students(40, "Asha")
    assert hub.syncs.run(PRINCIPAL, number).status is RunStatus.SUCCEEDED
    del system.rows[:19]
    again = hub.syncs.run(PRINCIPAL, number)
    assert again.status is RunStatus.HELD
    assert again.problem.sentence.startswith("19 of 40 students from ERP would disappear.")
    assert len(names(hub)) == 40


def test_an_empty_list_after_a_full_one_is_held(hub, number, system):
    system.rows.clear()
    run = hub.syncs.run(PRINCIPAL, number)
    assert run.status is RunStatus.HELD
    assert run.problem.sentence.startswith("ERP sent no students at all, though 40 are known.")
    assert len(names(hub)) == 40


def test_a_pass_that_is_not_whole_removes_nothing(hub, number, system):
    del system.rows[2:]
    system.rows.append({"name": "No key"})
    run = hub.syncs.run(PRINCIPAL, number)
    assert (run.status, run.total.quarantined, run.total.removed) == (RunStatus.SUCCEEDED, 1, 0)
    system.status = 403
    assert hub.syncs.run(PRINCIPAL, number).status is RunStatus.FAILED
    assert len(names(hub)) == 40


def test_most_records_changed_is_held_and_taken_back(hub, number, system):
    system.rows = [*students(40, "Wrong"), {"studentId": "S99", "name": "New"}]
    run = hub.syncs.run(PRINCIPAL, number)
    assert (run.status, told(run)) == (RunStatus.HELD, (0, 0, 0, 0))
    assert set(names(hub).values()) == {"Asha"}
    accepted = hub.decisions.accept(PRINCIPAL, run.run_id)
    assert told(accepted) == (1, 40, 0, 0)
    assert set(names(hub).values()) == {"Wrong", "New"}
    hub.decisions.undo(PRINCIPAL, run.run_id)
    assert set(names(hub).values()) == {"Asha"}


def test_records_that_come_twice_in_one_run_are_no_change_of_what_was_known(hub, system):
    system.rows = [row for n in range(1, 13) for row in ({"studentId": f"S{n}", "name": "A"},)]
    system.rows += [{"studentId": f"S{n}", "name": "B"} for n in range(1, 13)]
    with HttpServer(system) as server:
        written = {"name": "LMS", "baseUrl": server.url, "authType": "none", "endpoints": {"students": "/s"}}
        number = hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id
        for _ in range(2):
            assert hub.syncs.run(PRINCIPAL, number).status is RunStatus.SUCCEEDED


def test_the_limits_are_settings(hub, number, system):
    config = hub.integrations.get(PRINCIPAL, number).config.to_json()
    brakes = {"removedPercent": 60, "changedPercent": 100}
    hub.integrations.edit(PRINCIPAL, number, read_integration(config | {"brakes": brakes}))
    system.rows = students(20, "Usha")
    run = hub.syncs.run(PRINCIPAL, number)
    assert (run.status, told(run)) == (RunStatus.SUCCEEDED, (0, 20, 0, 20))


def test_a_run_can_be_taken_back_once(hub, number, system):
    before = names(hub)
    system.rows = [*students(5, "Usha"), *system.rows[5:39], {"studentId": "S99", "name": "New"}]
    run = hub.syncs.run(PRINCIPAL, number)
    assert told(run) == (1, 5, 34, 1)
    (undone,) = hub.decisions.undo(PRINCIPAL, run.run_id)
    assert (undone.taken_out, undone.put_back, undone.later) == (1, 6, ())
    assert names(hub) == before
    with pytest.raises(ConfigurationError, match="Nothing is left of run"):
        hub.decisions.undo(PRINCIPAL, run.run_id)
    assert told(hub.syncs.run(PRINCIPAL, number)) == (1, 5, 34, 1)


def test_who_may_decide(hub, number, system):
    del system.rows[:20]
    run = hub.syncs.run(PRINCIPAL, number)
    assert hub.decisions.waiting(IT_STAFF)
    for decide in (hub.decisions.accept, hub.decisions.refuse, hub.decisions.undo):
        with pytest.raises(NotAllowedError):
            decide(IT_STAFF, run.run_id)
        with pytest.raises(NotFoundError):
            decide(STRANGER, run.run_id)
    assert hub.decisions.waiting(STRANGER) == []


def test_a_preview_shows_what_would_happen_and_writes_nothing(hub, number, system):
    system.rows = [{"studentId": "S01", "name": "Usha"}, *system.rows[1:38], {"studentId": "S99", "name": "New"}]
    system.rows.append({"name": "No key"})
    runs = hub.syncs.history(PRINCIPAL, number)
    log = hub.syncs.log(PRINCIPAL, number)
    preview = hub.syncs.preview(IT_STAFF, number)
    assert told(preview.run) == (1, 1, 37, 0)
    examples = preview.examples["students"]
    assert [values[:2] for values in examples.added] == [("S99", "New")]
    (change,) = examples.changed
    assert (change.key, change.fields[0].before, change.fields[0].after) == (("S01",), "Asha", "Usha")
    assert examples.refused[0].reasons == ("Student ID is missing.",)
    assert set(names(hub).values()) == {"Asha"}
    assert hub.syncs.history(PRINCIPAL, number) == runs
    assert hub.syncs.log(PRINCIPAL, number) == log
    assert hub.records.quarantined(PRINCIPAL, number) == []


def test_a_preview_tells_what_would_be_held(hub, number, system):
    del system.rows[:20]
    preview = hub.syncs.preview(PRINCIPAL, number)
    assert preview.run.status is RunStatus.HELD
    assert preview.examples["students"].hold.affected == 20
    assert len(preview.examples["students"].removed) == 20
    assert hub.decisions.waiting(PRINCIPAL) == []


ROWS = st.lists(
    st.tuples(st.integers(1, 12), st.sampled_from(["Asha", "Usha", "Ravi"])).map(
        lambda row: {"studentId": f"S{row[0]:02}", "name": row[1]}
    ),
    max_size=25,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_a_preview_is_what_the_sync_then_does(hub, number, system, rows):
    system.rows = rows
    preview = hub.syncs.preview(PRINCIPAL, number)
    run = hub.syncs.run(PRINCIPAL, number)
    assert preview.run.status == run.status
    assert {name: one.counts for name, one in preview.run.endpoints.items()} == {
        name: one.counts for name, one in run.endpoints.items()
    }


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_taking_the_last_run_back_is_as_if_it_had_not_been(hub, number, system, rows):
    before = names(hub)
    system.rows = rows
    run = hub.syncs.run(PRINCIPAL, number)
    if run.total.added or run.total.changed or run.total.removed:
        hub.decisions.undo(PRINCIPAL, run.run_id)
    assert names(hub) == before


def test_held_records_come_with_names_and_both_values(hub, number, system):
    system.rows = [*students(39, "Usha"), {"studentId": "S99", "name": "New"}]
    run = hub.syncs.run(PRINCIPAL, number)
    (view,) = hub.decisions.of_run(PRINCIPAL, run.run_id)
    page = hub.decisions.held(PRINCIPAL, view.hold.hold_id)
    assert (page.found, page.tally) == (40, {"add": 1, "change": 39})
    rows = {row.key: row for row in page.rows}
    changed, new = rows[("S01",)], rows[("S99",)]
    assert (changed.name, changed.before[1], changed.after[1]) == ("Asha", "Asha", "Usha")
    assert (new.operation, new.name, new.before, new.after[1]) == ("add", "New", None, "New")
    found = hub.decisions.held(PRINCIPAL, view.hold.hold_id, "usha s07")
    assert [row.key for row in found.rows] == [("S07",)]
    few = hub.decisions.held(PRINCIPAL, view.hold.hold_id, "usha", limit=5)
    assert (len(few.rows), few.found) == (5, 39)


def test_one_hold_of_a_run_is_decided_and_the_other_waits(hub, server, system):
    written = {
        "name": "ERP",
        "baseUrl": server.url,
        "authType": "none",
        "endpoints": {
            "students": {"path": "/s", "completeList": True},
            "rooms": {"path": "/r", "dataType": "custom", "key": ["studentId"], "completeList": True},
        },
    }
    made = hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id
    hub.syncs.run(PRINCIPAL, made)
    del system.rows[:20]
    run = hub.syncs.run(PRINCIPAL, made)
    first, second = hub.decisions.of_run(PRINCIPAL, run.run_id)
    after = hub.decisions.accept(PRINCIPAL, run.run_id, first.hold.hold_id)
    assert (after.status, after.total.removed) == (RunStatus.HELD, 20)
    assert [view.hold.hold_id for view in hub.decisions.waiting(PRINCIPAL)] == [second.hold.hold_id]
    assert hub.overview.one(PRINCIPAL, made).status.remedy is Remedy.REVIEW_HOLD
    with pytest.raises(NotFoundError, match="waits for a decision"):
        hub.decisions.refuse(PRINCIPAL, run.run_id, first.hold.hold_id)
    assert hub.decisions.refuse(PRINCIPAL, run.run_id, second.hold.hold_id).status is RunStatus.SUCCEEDED
    assert hub.overview.one(PRINCIPAL, made).status.light is Light.ACTIVE


def test_what_undoing_would_do_is_what_it_does(hub, number, system):
    system.rows = [*students(5, "Usha"), *system.rows[5:38], {"studentId": "S99", "name": "New"}]
    run = hub.syncs.run(PRINCIPAL, number)
    system.rows[0] = {"studentId": "S01", "name": "Meera"}
    hub.syncs.run(PRINCIPAL, number)
    view = hub.decisions.undoable(PRINCIPAL, run.run_id)
    (part,) = view.parts
    assert (part.added, part.changed, part.removed, part.later) == (1, 4, 2, (("S01",),))
    assert (part.names, view.reason) == ({("S01",): "Meera"}, "")
    (undone,) = hub.decisions.undo(PRINCIPAL, run.run_id)
    assert (undone.taken_out, undone.put_back, undone.later) == (part.added, part.changed + part.removed, part.later)
    assert hub.decisions.undoable(PRINCIPAL, run.run_id).reason.startswith("Nothing is left of run")
    with pytest.raises(NotFoundError):
        hub.decisions.undoable(STRANGER, run.run_id)


def test_a_preview_names_what_would_change_and_go(hub, number, system):
    system.rows = [{"studentId": "S01", "name": "Usha"}, *system.rows[1:38]]
    examples = hub.syncs.preview(PRINCIPAL, number).examples["students"]
    assert examples.names == {("S01",): "Asha", ("S39",): "Asha", ("S40",): "Asha"}
