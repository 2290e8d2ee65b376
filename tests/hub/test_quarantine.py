"""Refused records and changed fields, from the answer of an upstream to the card."""

from collections.abc import Iterator
from typing import Any

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import NotFoundError, Remedy, TransientError
from hub_desktop.core.events import IntegrationsChanged, RunFinished, RunStarted
from hub_desktop.core.integration import read_integration
from hub_desktop.core.runs import RunStatus, Trigger
from hub_desktop.core.status import Light
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.quarantine import WhichRefused
from hub_desktop.store.folder import DataFolder
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
RAVI = Actor("Ravi", Role.IT_STAFF, Face.WINDOW)
MAPPED = {
    "path": "/attendance",
    "mappings": [{"from": "date", "to": "date", "transformations": [{"date": "%d/%m/%Y"}]}],
}


class System:
    """A system whose lists a test can change."""

    def __init__(self) -> None:
        self.lists: dict[str, list[dict[str, Any]]] = {
            "/attendance": [self.day("S1"), self.day("S2"), self.day("S3", "2026-02-30")],
            "/students": [{"studentId": f"S{n}", "name": f"Student {n}", "phone": str(n)} for n in range(1, 31)],
        }

    @staticmethod
    def day(student: str, date: str = "31/01/2026") -> dict[str, Any]:
        return {"studentId": student, "date": date, "attendance": "present"}

    def __call__(self, asked: Asked) -> Reply:
        return as_json(self.lists[asked.path])


@pytest.fixture
def system() -> System:
    return System()


@pytest.fixture
def server(system: System) -> Iterator[HttpServer]:
    with HttpServer(system) as server:
        yield server


def written(server: HttpServer, **endpoints: Any) -> dict[str, Any]:
    return {"name": "ERP", "baseUrl": server.url, "apiKey": "t0ken-of-the-college", "endpoints": endpoints}


@pytest.fixture
def number(hub: Hub, server: HttpServer) -> int:
    """A system whose attendance was refused, because the form of its dates is not known."""
    config = read_integration(written(server, attendance="/attendance"))
    number = hub.integrations.add(PRINCIPAL, config).integration_id
    assert hub.syncs.run(PRINCIPAL, number).status is RunStatus.FAILED
    return number


def mend(hub: Hub, server: HttpServer, number: int) -> None:
    hub.integrations.edit(PRINCIPAL, number, read_integration(written(server, attendance=MAPPED)))


def card(hub: Hub, number: int) -> tuple[Light, Remedy, int]:
    view = hub.overview.one(PRINCIPAL, number)
    return view.status.light, view.status.remedy, view.quarantined


def test_it_staff_replay_what_a_mended_mapping_lets_pass_and_the_card_follows(hub, server, number):
    assert card(hub, number) == (Light.ERROR, Remedy.SHOW_QUARANTINE, 3)
    heard: list[Any] = []
    hub.events.subscribe(heard.append)
    mend(hub, server, number)
    before = hub.overview.one(PRINCIPAL, number).last_success
    asked = len(server.asked)
    (run,) = hub.quarantine.replay(RAVI, WhichRefused(number))
    assert len(server.asked) == asked, "the upstream is left alone"
    assert (run.trigger, run.asked_by, run.status) == (Trigger.MANUAL, "Ravi", RunStatus.SUCCEEDED)
    assert hub.syncs.history(PRINCIPAL, number)[0] == run
    assert {row.run_id for row in hub.syncs.log(PRINCIPAL, number, run_id=run.run_id)} == {run.run_id}
    assert [type(e) for e in heard if isinstance(e, RunStarted | RunFinished)] == [RunStarted, RunFinished]
    assert card(hub, number)[2] == 1
    assert hub.overview.one(PRINCIPAL, number).last_success == before, "no data came in by it"
    page = hub.records.find(PRINCIPAL, "attendance")
    assert {row.run_id for row in page.rows} == {run.run_id}
    row = hub.audit.latest(PRINCIPAL, 20)
    replayed = next(one for one in row if one.use_case == "quarantine.replay")
    assert (replayed.actor, replayed.subject) == ("Ravi", "ERP")
    assert replayed.detail == f"run {run.run_id}: 2 of 3 stored"


def test_the_error_goes_when_nothing_of_it_waits_any_more(hub, server, number):
    mend(hub, server, number)
    hub.quarantine.replay(PRINCIPAL, WhichRefused(number))
    assert card(hub, number)[0] is Light.ERROR, "one of them still shows what is wrong"
    (left,) = hub.quarantine.find(PRINCIPAL, WhichRefused(number))
    hub.integrations.edit(
        PRINCIPAL,
        number,
        read_integration(
            written(server, attendance={"path": "/attendance", "mappings": [{"from": "today", "to": "date"}]})
        ),
    )
    hub.quarantine.discard(PRINCIPAL, WhichRefused(row_ids=(left.record.row_id,)))
    assert card(hub, number)[::2] == (Light.ERROR, 0), "what was discarded was not mended"


def test_the_error_goes_with_the_last_record_stored(hub, server, number):
    third = max(view.record.row_id for view in hub.quarantine.find(PRINCIPAL, WhichRefused(number)))
    hub.quarantine.discard(PRINCIPAL, WhichRefused(row_ids=(third,)))
    mend(hub, server, number)
    hub.quarantine.replay(PRINCIPAL, WhichRefused(number))
    assert card(hub, number)[::2] == (Light.ACTIVE, 0)


def test_a_sync_in_the_meantime_is_waited_for_by_nobody(hub, folder: DataFolder, number):
    with folder.run_lock(number), pytest.raises(TransientError, match="being synced already"):
        hub.quarantine.replay(PRINCIPAL, WhichRefused(number))
    assert card(hub, number)[2] == 3


def test_a_sync_after_a_replay_changes_nothing(hub, server, number):
    mend(hub, server, number)
    hub.quarantine.replay(PRINCIPAL, WhichRefused(number))
    run = hub.syncs.run(PRINCIPAL, number)
    assert (run.total.added, run.total.changed, run.total.unchanged, run.total.quarantined) == (0, 0, 2, 1)


def test_discarding_tells_the_cards_and_leaves_the_others(hub, number):
    heard: list[Any] = []
    hub.events.subscribe(heard.append)
    first = hub.quarantine.find(PRINCIPAL, WhichRefused(number))[0].record.row_id
    assert hub.quarantine.discard(PRINCIPAL, WhichRefused(row_ids=(first,))) == 1
    assert heard == [IntegrationsChanged(number)]
    assert card(hub, number)[2] == 2
    with pytest.raises(NotFoundError, match=f"There is no refused record {first}"):
        hub.quarantine.discard(PRINCIPAL, WhichRefused(row_ids=(first,)))


def test_records_of_another_college_are_not_there(hub, number):
    other = hub.accounts.add_college(PRINCIPAL, "Second")
    stranger = Actor("Stranger", Role.PRINCIPAL, Face.HTTP, frozenset({other}))
    row_ids = tuple(view.record.row_id for view in hub.quarantine.find(PRINCIPAL, WhichRefused()))
    for which in (WhichRefused(row_ids=row_ids), WhichRefused(row_ids=row_ids[:1])):
        for call in (hub.quarantine.replay, hub.quarantine.discard):
            with pytest.raises(NotFoundError):
                call(stranger, which)
    assert hub.quarantine.discard(stranger, WhichRefused()) == 0
    assert hub.quarantine.find(stranger, WhichRefused(row_ids=row_ids)) == []
    assert card(hub, number)[2] == 3


def test_groups_count_every_record_once(hub, number):
    groups = hub.quarantine.groups(RAVI, number)
    assert [(len(group.row_ids), group.source, group.endpoint) for group in groups] == [
        (2, "ERP", "attendance"),
        (1, "ERP", "attendance"),
    ]
    assert groups[1].causes == ("Date: there is no day “…”.",)


def test_what_a_deleted_integration_left_can_only_be_discarded(hub, number):
    hub.integrations.delete(PRINCIPAL, number)
    row_ids = tuple(view.record.row_id for view in hub.quarantine.find(PRINCIPAL, WhichRefused()))
    assert hub.quarantine.replay(PRINCIPAL, WhichRefused(row_ids=row_ids)) == []
    assert hub.quarantine.discard(PRINCIPAL, WhichRefused(row_ids=row_ids)) == 3


# Drift and references


def without_phone(system: System) -> None:
    """Let the students lose their telephone numbers."""
    system.lists["/students"] = [{k: v for k, v in row.items() if k != "phone"} for row in system.lists["/students"]]


@pytest.fixture
def drifting(hub: Hub, server: HttpServer, system: System) -> int:
    """A system whose students lost their telephone numbers, which a person let pass."""
    brakes = {"changedPercent": 100}
    config = read_integration({**written(server, students="/students"), "brakes": brakes})
    number = hub.integrations.add(PRINCIPAL, config).integration_id
    hub.syncs.run(PRINCIPAL, number)
    assert card(hub, number)[0] is Light.ACTIVE
    without_phone(system)
    hub.syncs.run(PRINCIPAL, number)
    return number


PHONE_GONE = "Students from ERP no longer hold “phone”, which is mapped to Phone."


def test_a_mapped_field_that_vanished_wants_attention_until_a_person_accepts_it(hub, drifting):
    view = hub.overview.one(PRINCIPAL, drifting)
    assert (view.status.light, view.status.reason) == (Light.ATTENTION, PHONE_GONE)
    assert view.status.remedy is Remedy.REVIEW_DRIFT
    (one,) = hub.shapes.standing(RAVI, drifting)
    assert (one.source, one.endpoint, one.change.sentence) == ("ERP", "students", PHONE_GONE)
    heard: list[Any] = []
    hub.events.subscribe(heard.append)
    assert hub.shapes.accept(PRINCIPAL, drifting) == 1
    assert heard == [IntegrationsChanged(drifting)]
    assert card(hub, drifting)[0] is Light.ACTIVE
    hub.syncs.run(PRINCIPAL, drifting)
    assert card(hub, drifting)[0] is Light.ACTIVE
    assert [PHONE_GONE in row.message for row in hub.syncs.log(PRINCIPAL, drifting)].count(True) == 1


def test_another_mapping_ends_it_at_once(hub, server, drifting):
    mapped = {"path": "/students", "mappings": [{"from": "mobile", "to": "phone"}]}
    hub.integrations.edit(PRINCIPAL, drifting, read_integration(written(server, students=mapped)))
    assert card(hub, drifting)[0] is Light.ACTIVE
    assert hub.shapes.standing(PRINCIPAL, drifting) == []


def test_attendance_of_students_nobody_knows_is_a_word_in_the_log(hub, server, system):
    system.lists["/attendance"] = [system.day(student, "2026-01-31") for student in ("S1", "S31", "S32")]
    config = read_integration(written(server, attendance="/attendance", students="/students"))
    number = hub.integrations.add(PRINCIPAL, config).integration_id
    for _ in range(2):
        assert hub.syncs.run(PRINCIPAL, number).status is RunStatus.SUCCEEDED
    rows = [row for row in hub.syncs.log(PRINCIPAL, number) if "no list of students knows" in row.message]
    assert [row.detail for row in rows] == ["Student ID S31, S32"]
    assert card(hub, number)[0] is Light.ACTIVE
