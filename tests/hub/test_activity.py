import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import BusyError, NotAllowedError, NotFoundError, TooLateError
from hub_desktop.core.events import Level
from hub_desktop.core.runs import RunStatus
from tests.hub.conftest import PRINCIPAL

VIEWER = Actor("Ravi", Role.VIEWER, Face.API)


@pytest.fixture
def two(hub, add):
    """Integrations of two colleges, with three runs of the first and one of the second; and who sees the second."""
    mine = add("ERP")
    second = hub.accounts.add_college(PRINCIPAL, "Second")
    other = add("LMS", college_id=second)
    for _ in range(3):
        hub.syncs.run(PRINCIPAL, mine, endpoints=[])
    hub.syncs.run(PRINCIPAL, other, endpoints=[])
    return mine, other, Actor("Bela", Role.PRINCIPAL, Face.API, frozenset({second}))


def test_runs_come_newest_first_and_are_counted(hub, two):
    mine, other, _ = two
    part = hub.activity.runs(PRINCIPAL, limit=2, offset=1)
    assert ([run.run_id for run in part.rows], part.total) == ([3, 2], 4)
    assert hub.activity.runs(PRINCIPAL, mine).total == 3
    assert hub.activity.runs(PRINCIPAL, status=RunStatus.FAILED).total == 0
    assert [run.integration_id for run in hub.activity.runs(PRINCIPAL, other, status=RunStatus.SUCCEEDED).rows] == [
        other
    ]


def test_another_college_s_runs_and_log_are_not_there(hub, two):
    mine, other, bela = two
    assert {run.integration_id for run in hub.activity.runs(bela).rows} == {other}
    assert {row.integration_id for row in hub.activity.log(bela).rows} <= {other}
    for look in (hub.activity.runs, hub.activity.log):
        with pytest.raises(NotFoundError, match=f"There is no integration {mine}"):
            look(bela, mine)


def test_the_log_and_the_audit_are_read_in_parts_that_stand_still(hub, two):
    whole = hub.audit.latest(PRINCIPAL, 1000)
    newest = whole[0].row_id
    first = hub.activity.audit(PRINCIPAL, before=newest + 1, limit=3)
    hub.syncs.run(PRINCIPAL, two[0], endpoints=[])
    then = hub.activity.audit(PRINCIPAL, before=newest + 1, limit=3, offset=3)
    assert [row.row_id for row in (*first.rows, *then.rows)] == [row.row_id for row in whole[:6]]
    assert first.total == then.total == len(whole)
    rows = hub.syncs.log(PRINCIPAL)
    part = hub.activity.log(PRINCIPAL, limit=1, offset=1)
    assert part.rows == rows[1:2]
    assert part.total == len(rows)
    assert hub.activity.log(PRINCIPAL, level=Level.ERROR, text="nowhere", run_id=1, before=5).total == 0


def test_a_viewer_sees_runs_but_neither_log_nor_audit(hub, two):
    assert hub.activity.runs(VIEWER).total == 4
    for look in (hub.activity.log, hub.activity.audit):
        with pytest.raises(NotAllowedError):
            look(VIEWER)


def test_a_run_that_has_ended_cannot_be_cancelled(hub, two):
    with pytest.raises(TooLateError, match="has ended"):
        hub.syncs.cancel_run(PRINCIPAL, 1)
    with pytest.raises(NotFoundError):
        hub.syncs.cancel_run(two[2], 1)
    with pytest.raises(NotAllowedError):
        hub.syncs.cancel_run(VIEWER, 1)


def test_a_run_of_another_process_is_not_cancelled_from_here(hub, two):
    run = hub.syncs._stores.runs.begin(two[0], "ERP", "manual", "a terminal")
    with pytest.raises(BusyError, match="another program"):
        hub.syncs.cancel_run(PRINCIPAL, run.run_id)


def test_quarantine_is_read_in_parts(hub, add):
    number = add("ERP")
    assert hub.quarantine.page(PRINCIPAL, number).total == 0
    with pytest.raises(NotFoundError):
        hub.quarantine.page(PRINCIPAL, 99)
