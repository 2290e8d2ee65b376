"""Time in which the program did not run, and what is said of it once."""

import os
from datetime import timedelta

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.events import CaughtUp
from hub_desktop.core.runs import Trigger
from hub_desktop.core.times import to_text, utc_now
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.notifications import PAUSED_UNTIL
from hub_desktop.store.engine import writing

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)


def slept(hub: Hub, folder, hours: float) -> None:
    """Let everything look as if the program had not run for that long."""
    then = utc_now() - timedelta(hours=hours)
    os.utime(folder.alive_file, (then.timestamp(), then.timestamp()))
    with writing(hub._databases.hub).begin() as connection:
        connection.exec_driver_sql("UPDATE endpoint_states SET last_started = ?", (to_text(then),))


def test_what_was_missed_is_told_once_when_it_was_caught_up(hub, folder, college, sample, add):
    number = add(**sample("erp", syncInterval=60))
    told = []
    hub.events.subscribe(lambda event: told.append(event) if isinstance(event, CaughtUp) else None)
    hub.tick()
    hub.syncs.run(PRINCIPAL, number, Trigger.MANUAL)
    assert told == []
    slept(hub, folder, 5)
    hub.tick()
    hub.syncs.run(PRINCIPAL, number, Trigger.CATCH_UP)
    [event] = told
    assert event.missed == 5
    assert event.until - event.since >= timedelta(hours=4, minutes=59)
    assert event.left == ()
    hub.syncs.run(PRINCIPAL, number, Trigger.MANUAL)
    hub.tick()
    assert len(told) == 1


def test_a_run_that_fails_is_named(hub, folder, college, sample, add):
    number = add(**sample("erp", syncInterval=60))
    told = []
    hub.events.subscribe(lambda event: told.append(event) if isinstance(event, CaughtUp) else None)
    hub.tick()
    hub.syncs.run(PRINCIPAL, number, Trigger.MANUAL)
    slept(hub, folder, 3)
    hub.tick()
    college.set_fault("erp", "wrong-token")
    hub.syncs.run(PRINCIPAL, number, Trigger.CATCH_UP)
    assert [event.left for event in told] == [("Sample ERP",)]


def test_a_pause_and_a_short_nap_are_no_absence(hub, folder, college, sample, add):
    number = add(**sample("erp", syncInterval=5))
    told = []
    hub.events.subscribe(lambda event: told.append(event) if isinstance(event, CaughtUp) else None)
    hub.tick()
    hub.syncs.run(PRINCIPAL, number, Trigger.MANUAL)
    slept(hub, folder, 0.4)
    hub.tick()
    hub.syncs.run(PRINCIPAL, number, Trigger.CATCH_UP)
    slept(hub, folder, 1)
    hub.storage.set_setting(PRINCIPAL, PAUSED_UNTIL, to_text(utc_now() - timedelta(minutes=1)))
    hub.tick()
    hub.syncs.run(PRINCIPAL, number, Trigger.CATCH_UP)
    assert told == []


def test_deliveries_and_a_replay_catch_nothing_up(hub, folder, college, sample, add, monkeypatch):
    number = add(**sample("erp", syncInterval=60))
    told = []
    hub.events.subscribe(lambda event: told.append(event) if isinstance(event, CaughtUp) else None)
    hub.tick()
    hub.syncs.run(PRINCIPAL, number, Trigger.MANUAL)
    slept(hub, folder, 3)
    hub.tick()
    hub.syncs.run(PRINCIPAL, number, Trigger.WEBHOOK, [])
    hub.syncs.run_kept(PRINCIPAL, number, lambda run, stored, tell: run.finished(utc_now()))
    assert told == []
    hub.syncs.run(PRINCIPAL, number, Trigger.CATCH_UP)
    [event] = told
    assert [(one.integration_id, one.integration, one.number, one.well) for one in event.runs] == [
        (number, "Sample ERP", 3, True)
    ]


def test_what_is_gone_or_switched_off_is_not_waited_for(hub, folder, college, sample, add):
    numbers = [add(**(sample("erp", syncInterval=60) | {"name": name})) for name in ("One", "Two", "Three")]
    told = []
    hub.events.subscribe(lambda event: told.append(event) if isinstance(event, CaughtUp) else None)
    hub.tick()
    for number in numbers:
        hub.syncs.run(PRINCIPAL, number, Trigger.MANUAL)
    slept(hub, folder, 3)
    hub.tick()
    hub.syncs.run(PRINCIPAL, numbers[0], Trigger.CATCH_UP)
    hub.integrations.delete(PRINCIPAL, numbers[1])
    hub.tick()
    assert told == []
    hub.integrations.set_enabled(PRINCIPAL, numbers[2], False)
    hub.tick()
    [event] = told
    assert [one.integration for one in event.runs] == ["One"]
    hub.tick()
    assert len(told) == 1
