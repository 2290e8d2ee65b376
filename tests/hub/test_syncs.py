import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import ErrorKind, NotFoundError, Remedy, StorageError, TransientError
from hub_desktop.core.events import RunFinished, RunProgress, RunStarted
from hub_desktop.core.integration import read_integration
from hub_desktop.core.runs import Run, RunStatus, Trigger
from hub_desktop.core.status import Light
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.reception import WrongSignatureError
from hub_desktop.store.deliveries import DeliveryState
from hub_desktop.store.engine import Driver, open_databases, trouble_of
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.technical_log import close_technical_log, open_technical_log
from hub_desktop.store.vault import FileVault
from tests.fakes.deliveries import deliver_signed

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
ERP_COUNTS = {"students": 321, "faculty": 68, "subjects": 28, "timetable": 900}
WEBHOOK_SECRET = "webhook-s3cret-of-the-college"


pytestmark = pytest.mark.usefixtures("quick_retries")


def connect(hub: Hub, written: dict[str, Any]) -> int:
    return hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id


def counts(run: Run, field: str) -> dict[str, int]:
    return {name: getattr(outcome.counts, field) for name, outcome in run.endpoints.items()}


def status(hub: Hub, number: int):
    return hub.overview.one(PRINCIPAL, number).status


def text_of(folder: Path) -> bytes:
    """Return everything that lies in the folder, as bytes."""
    return b"\n".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


# The way it should go


def test_all_records_of_the_college_arrive_and_the_second_sync_changes_nothing(hub, sample):
    number = connect(hub, sample())
    first = hub.syncs.run(PRINCIPAL, number)
    assert first.status is RunStatus.SUCCEEDED
    assert counts(first, "added") == counts(first, "read") == ERP_COUNTS
    second = hub.syncs.run(PRINCIPAL, number)
    assert counts(second, "unchanged") == ERP_COUNTS
    assert not any((counts(second, "added") | counts(second, "changed")).values())
    assert {name: hub.records.find(PRINCIPAL, name, limit=1).total for name in ERP_COUNTS} == ERP_COUNTS
    assert status(hub, number).light is Light.ACTIVE
    assert [run.run_id for run in hub.syncs.history(PRINCIPAL, number)] == [second.run_id, first.run_id]
    assert hub.syncs.get(PRINCIPAL, first.run_id) == first


@pytest.mark.parametrize(("name", "data_type"), [("biometric", "attendance"), ("lms", "marks")])
def test_the_other_two_systems_arrive_by_key_and_by_oauth(hub, sample, college, name, data_type):
    number = connect(hub, sample(name))
    run = hub.syncs.run(PRINCIPAL, number)
    assert run.status is RunStatus.SUCCEEDED
    assert counts(run, "read") == {data_type: len(college.rows(data_type))}
    found = run.endpoints[data_type].counts
    # The data is a real school's, with one status that is none of ours.
    assert (found.added + found.quarantined, found.quarantined) == (found.read, 1 if name == "biometric" else 0)
    assert hub.syncs.run(PRINCIPAL, number).total.added == 0


def test_a_day_later_only_what_changed_is_written(hub, sample, college):
    number = connect(hub, sample("biometric"))
    first = hub.syncs.run(PRINCIPAL, number)
    day = college.advance_day()
    run = hub.syncs.run(PRINCIPAL, number)
    assert 0 < run.total.added <= day.attendance_added
    assert run.total.unchanged == first.total.added - run.total.changed


def test_the_events_of_a_run_are_told_in_order_and_its_log_is_kept(hub, sample):
    heard: list[Any] = []
    number = connect(hub, sample())
    hub.events.subscribe(heard.append)
    run = hub.syncs.run(PRINCIPAL, number)
    kinds = [type(event) for event in heard if isinstance(event, RunStarted | RunProgress | RunFinished)]
    assert (kinds[0], kinds[-1]) == (RunStarted, RunFinished)
    assert set(kinds[1:-1]) == {RunProgress}
    assert heard[-1].run == run
    assert any("321 read, 321 added" in row.message for row in hub.syncs.log(PRINCIPAL, number))


@pytest.mark.errors_logged
def test_a_listener_that_fails_stops_no_run(hub, sample):
    hub.events.subscribe(lambda event: 1 / 0)
    assert hub.syncs.run(PRINCIPAL, connect(hub, sample()), endpoints=["subjects"]).status is RunStatus.SUCCEEDED


def test_chosen_endpoints_only(hub, sample):
    number = connect(hub, sample())
    assert list(hub.syncs.run(PRINCIPAL, number, endpoints=["subjects"]).endpoints) == ["subjects"]
    with pytest.raises(NotFoundError, match="Did you mean “subjects”"):
        hub.syncs.run(PRINCIPAL, number, endpoints=["subject"])


# What goes wrong upstream


def test_a_record_without_its_key_waits_in_quarantine_until_it_is_mended(hub, sample, college):
    number = connect(hub, sample())
    college.set_fault("erp", "missing-key")
    run = hub.syncs.run(PRINCIPAL, number)
    assert run.endpoints["students"].counts.quarantined > 0
    kept = hub.records.quarantined(PRINCIPAL, number)
    assert {v.record.reasons for v in kept if v.record.endpoint == "students"} == {("Student ID is missing.",)}
    assert {v.source for v in kept} == {"Sample ERP"}
    assert (status(hub, number).light, status(hub, number).remedy) == (Light.ATTENTION, Remedy.SHOW_QUARANTINE)
    college.set_fault("erp", "none")
    hub.syncs.run(PRINCIPAL, number)
    assert hub.records.quarantined(PRINCIPAL, number) == []
    assert status(hub, number).light is Light.ACTIVE


def test_a_wrong_token_is_red_stops_the_polling_and_keeps_all_records(hub, sample):
    number = connect(hub, sample())
    token = sample()["apiKey"]
    hub.syncs.run(PRINCIPAL, number)
    hub.integrations.set_secret(PRINCIPAL, number, "apiKey", "a-wr0ng-token")
    run = hub.syncs.run(PRINCIPAL, number)
    assert (run.status, run.problem.kind) == (RunStatus.FAILED, ErrorKind.SIGN_IN)
    assert (status(hub, number).light, status(hub, number).remedy) == (Light.ERROR, Remedy.SIGN_IN_AGAIN)
    assert hub.overview.one(PRINCIPAL, number).next_run is None
    assert hub.overview.one(PRINCIPAL, number).records == ERP_COUNTS
    store = hub.syncs._stores.integrations
    store.run_began(number, list(ERP_COUNTS), store.get(number).created_at.replace(year=2020))
    assert hub.syncs.request_due() == []
    hub.integrations.set_secret(PRINCIPAL, number, "apiKey", token)
    assert hub.syncs.request_due() == [number]
    assert hub.syncs.run_ticket(hub.syncs.take(0)).status is RunStatus.SUCCEEDED
    assert status(hub, number).light is Light.ACTIVE


def test_a_missing_secret_is_told_as_such(hub, sample):
    number = connect(hub, {n: v for n, v in sample().items() if n != "apiKey"})
    run = hub.syncs.run(PRINCIPAL, number)
    assert (run.status, run.problem.kind) == (RunStatus.FAILED, ErrorKind.SIGN_IN)
    assert status(hub, number).light is Light.ERROR
    hub.integrations.set_secret(PRINCIPAL, number, "apiKey", sample()["apiKey"])
    hub.syncs.run(PRINCIPAL, number)
    assert status(hub, number).light is Light.ACTIVE


def test_one_endpoint_that_is_not_there_leaves_a_partial_run_that_says_which(hub, sample):
    number = connect(hub, sample(endpoints=sample()["endpoints"] | {"marks": "/api/v1/no-such-list"}))
    run = hub.syncs.run(PRINCIPAL, number)
    assert run.status is RunStatus.PARTIAL
    assert [name for name, outcome in run.endpoints.items() if outcome.problem] == ["marks"]
    assert {n: c for n, c in counts(run, "added").items() if n != "marks"} == ERP_COUNTS
    assert status(hub, number).light is Light.ERROR
    hub.syncs.run(PRINCIPAL, number, endpoints=["students"])
    assert status(hub, number).light is Light.ERROR, "a good run of another endpoint mended nothing"


# Cancelling


def cancelling_after(hub: Hub, pages: int) -> threading.Event:
    """Return a cancel that is set once so many pages were told."""
    cancel, told = threading.Event(), []

    def hear(event: Any) -> None:
        if isinstance(event, RunProgress):
            told.append(event)
            if len(told) >= pages:
                cancel.set()

    hub.events.subscribe(hear)
    return cancel


def small_pages(sample: Any) -> dict[str, Any]:
    path = sample()["endpoints"]["students"]
    return sample(endpoints={"students": {"path": path, "pagination": {"style": "page", "pageSize": 50}}})


def test_cancelling_keeps_the_pages_that_came(hub, sample):
    number = connect(hub, small_pages(sample))
    run = hub.syncs.run(PRINCIPAL, number, cancel=cancelling_after(hub, 2))
    assert run.status is RunStatus.CANCELLED
    assert hub.records.find(PRINCIPAL, "students", limit=1).total == 100
    view = hub.overview.one(PRINCIPAL, number)
    assert view.last_success is None
    assert view.status.light is not Light.ERROR


def test_cancelling_mends_nothing(hub, sample):
    """A light that was red before stays red, and a stopped clock stays stopped."""
    number = connect(hub, small_pages(sample))
    token = sample()["apiKey"]
    hub.integrations.set_secret(PRINCIPAL, number, "apiKey", "a-wr0ng-token")
    hub.syncs.run(PRINCIPAL, number)
    hub.syncs._stores.secrets.set(number, "apiKey", token)
    hub.syncs.run(PRINCIPAL, number, cancel=cancelling_after(hub, 1))
    assert status(hub, number).light is Light.ERROR
    assert hub.overview.one(PRINCIPAL, number).next_run is None


def test_a_deleted_integration_is_not_read_any_further(hub, sample):
    number = connect(hub, small_pages(sample))
    hub.syncs.request(PRINCIPAL, number)
    ticket = hub.syncs.take(0)
    hub.events.subscribe(lambda e: hub.integrations.delete(PRINCIPAL, number) if isinstance(e, RunProgress) else None)
    assert hub.syncs.run_ticket(ticket).status is RunStatus.CANCELLED


# Never two at a time


def test_a_run_that_goes_on_keeps_a_second_one_out(hub, folder, sample):
    number = connect(hub, sample())
    with folder.run_lock(number), pytest.raises(TransientError, match="being synced already"):
        hub.syncs.run(PRINCIPAL, number)
    assert hub.syncs.history(PRINCIPAL, number) == []
    assert hub.syncs.run(PRINCIPAL, number).status is RunStatus.SUCCEEDED


def test_what_is_asked_for_during_a_run_comes_after_it_once(hub, sample):
    number = connect(hub, sample())
    assert hub.syncs.request(PRINCIPAL, number)
    running = hub.syncs.take(0)
    assert hub.syncs.request(PRINCIPAL, number)
    assert not hub.syncs.request(PRINCIPAL, number)
    assert hub.syncs.take(0) is None
    assert hub.syncs.run_ticket(running).status is RunStatus.SUCCEEDED
    assert hub.syncs.run_ticket(hub.syncs.take(0)).total.unchanged == sum(ERP_COUNTS.values())
    assert hub.syncs.idle()


PROCESS = """
    import sys, time
    from pathlib import Path
    from hub_desktop.core.actor import Actor, Face, Role
    from hub_desktop.core.errors import TransientError
    from hub_desktop.core.events import RunProgress
    from hub_desktop.hub.hub import Hub
    from hub_desktop.store.folder import DataFolder
    from hub_desktop.store.vault import FileVault

    folder = DataFolder(Path(sys.argv[1]))
    hub = Hub.open(folder, FileVault(folder.vault_file, "a passphrase"))

    def hear(event):
        if isinstance(event, RunProgress):
            print("page", flush=True)
            time.sleep(60)

    hub.events.subscribe(hear)
    hub.syncs.run(Actor("other", Role.PRINCIPAL, Face.TERMINAL), int(sys.argv[2]))
"""


def test_two_processes_never_run_one_integration_and_a_killed_run_is_recovered(folder, sample):
    """Another process is in the middle of its second page; then it is killed."""
    vault = FileVault(folder.vault_file, "a passphrase")
    hub = Hub.open(folder, vault)
    number = connect(hub, small_pages(sample))
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(PROCESS), str(folder.path), str(number)],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout.readline() == "page\n"
        assert status(hub, number).light is Light.SYNCING
        with pytest.raises(TransientError):
            hub.syncs.run(PRINCIPAL, number)
        hub.syncs.recover()
        assert hub.syncs.history(PRINCIPAL, number)[0].status is RunStatus.RUNNING
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        hub.syncs.recover()
        left = hub.syncs.history(PRINCIPAL, number)[0]
        assert left.status is RunStatus.FAILED
        assert "kept" in left.problem.sentence
        assert hub.records.find(PRINCIPAL, "students", limit=1).total == 50
        run = hub.syncs.run(PRINCIPAL, number)
        assert (run.status, run.total.added, run.total.unchanged) == (RunStatus.SUCCEEDED, 271, 50)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        hub.close()


# The clock


def test_the_clock_asks_for_what_is_due_and_for_nothing_twice(hub, sample):
    number = connect(hub, sample())
    assert hub.syncs.request_due() == [number]
    assert hub.syncs.request_due() == []
    run = hub.syncs.run_ticket(hub.syncs.take(0))
    assert (run.trigger, run.asked_by) == (Trigger.SCHEDULE, "the clock")
    assert hub.syncs.request_due() == []


def test_a_system_that_is_down_is_tried_again_and_the_light_says_so(hub, sample, college):
    number = connect(hub, sample("lms"))
    college.set_fault("lms", "down")
    run = hub.syncs.run(PRINCIPAL, number)
    assert run.problem.kind is ErrorKind.TRANSIENT
    assert status(hub, number).light is Light.WAITING
    assert hub.overview.one(PRINCIPAL, number).next_run == status(hub, number).retry_at
    college.set_fault("lms", "none")
    hub.syncs.run(PRINCIPAL, number)
    assert status(hub, number).light is Light.ACTIVE


# Webhooks


def deliver(hub: Hub, number: int, content: object, secret: str = WEBHOOK_SECRET):
    body = json.dumps(content).encode()
    return deliver_signed(hub, number, secret, body)


@pytest.fixture
def hooked(hub, sample) -> int:
    return connect(hub, sample("biometric", webhookSecret=WEBHOOK_SECRET))


RECORD = {"studentId": "CS2101", "name": "John Doe", "attendance": "present", "date": "2024-01-15", "subject": "DS"}


def test_a_delivery_ends_in_the_same_records_as_a_page(hub, hooked):
    answer = deliver(hub, hooked, {"data": [RECORD]})
    assert not answer.repeated
    run = hub.syncs.run_ticket(hub.syncs.take(0))
    assert (run.trigger, run.status, run.total.added) == (Trigger.WEBHOOK, RunStatus.SUCCEEDED, 1)
    (row,) = hub.records.find(PRINCIPAL, "attendance").rows
    assert row.values[:5] == ("CS2101", "2024-01-15", "DS", "", "present")
    assert hub.webhooks.deliveries(PRINCIPAL, hooked)[0].state is DeliveryState.PROCESSED


def test_the_same_delivery_twice_is_stored_once(hub, hooked):
    first = deliver(hub, hooked, RECORD)
    second = deliver(hub, hooked, RECORD)
    assert (second.delivery_id, second.repeated) == (first.delivery_id, True)
    hub.syncs.run_ticket(hub.syncs.take(0))
    assert hub.records.find(PRINCIPAL, "attendance").total == 1


@pytest.mark.parametrize("secret", ["another-webhook-secret", "", "x"])
def test_a_wrong_signature_an_unknown_integration_and_one_without_secret_are_answered_alike(
    hub, hooked, sample, secret
):
    bare = connect(hub, sample())
    off = connect(hub, sample("lms", webhookSecret=WEBHOOK_SECRET, enabled=False))
    told = set()
    for number, used in ((hooked, secret), (999, WEBHOOK_SECRET), (bare, secret), (off, WEBHOOK_SECRET)):
        with pytest.raises(WrongSignatureError) as caught:
            deliver(hub, number, RECORD, used)
        told.add((caught.value.sentence, caught.value.detail))
    assert len(told) == 1
    assert hub.webhooks.deliveries(PRINCIPAL, hooked) == []
    assert hub.syncs.take(0) is None


def test_a_bad_delivery_does_not_keep_those_behind_it_waiting(hub, hooked):
    for content in (
        "no record",
        {"data": [{"name": "no key"}]},
        {"type": "marks", "data": [RECORD]},
        {"data": [RECORD]},
    ):
        deliver(hub, hooked, content)
    run = hub.syncs.run_ticket(hub.syncs.take(0))
    assert (run.total.added, run.total.quarantined) == (1, 1)
    states = [delivery.state for delivery in reversed(hub.webhooks.deliveries(PRINCIPAL, hooked))]
    assert states == [DeliveryState.REFUSED, DeliveryState.PROCESSED, DeliveryState.REFUSED, DeliveryState.PROCESSED]


@pytest.mark.errors_logged
def test_a_delivery_that_we_cannot_digest_does_not_block_every_sync(hub, hooked, monkeypatch):
    deliver(hub, hooked, RECORD)
    monkeypatch.setattr("hub_desktop.hub.inbox.decode", lambda body: 1 / 0)
    assert hub.syncs.run(PRINCIPAL, hooked).status is RunStatus.SUCCEEDED
    assert hub.webhooks.deliveries(PRINCIPAL, hooked)[0].state is DeliveryState.FAILED


def test_deliveries_whose_run_never_began_are_taken_up_at_the_next_start_or_tick(hub, hooked):
    hub.syncs.run(PRINCIPAL, hooked)
    deliver(hub, hooked, {"data": [RECORD]})
    hub.syncs._queue.cancel(hooked)
    hub.syncs.request_due()
    ticket = hub.syncs.take(0)
    assert ticket.trigger is Trigger.WEBHOOK
    hub.syncs._queue.done(ticket)
    hub.syncs.recover()
    assert hub.syncs.run_ticket(hub.syncs.take(0)).total.added == 1
    hub.syncs.request_due()
    assert hub.syncs.idle()


def test_a_delivery_does_not_turn_a_red_light_green(hub, hooked):
    hub.integrations.set_secret(PRINCIPAL, hooked, "apiKey", "a-wr0ng-key")
    hub.syncs.run(PRINCIPAL, hooked)
    deliver(hub, hooked, {"data": [RECORD]})
    assert hub.syncs.run_ticket(hub.syncs.take(0)).status is RunStatus.SUCCEEDED
    assert status(hub, hooked).light is Light.ERROR
    assert hub.syncs.request_due() == []


def test_more_deliveries_than_are_read_at_once_are_worked_on_in_one_run(hub, hooked):
    store = hub.syncs._inbox._deliveries
    for number in range(25):
        deliver(hub, hooked, {"data": [RECORD | {"studentId": f"S{number}"}]})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "waiting", lambda n, limit, waiting=store.waiting: waiting(n, 10))
        run = hub.syncs.run(PRINCIPAL, hooked, Trigger.WEBHOOK, [])
    assert run.total.added == 25
    assert hub.syncs._inbox.integrations_waiting([hooked]) == []


# Secrets


@pytest.mark.parametrize("encrypts", [True, False])
@pytest.mark.errors_logged
def test_no_secret_is_in_any_file_log_audit_or_export(tmp_path, sample, college, vault, encrypts):
    """Three systems, good and bad syncs, a webhook, an export; then every byte of the folder is looked at."""
    folder = DataFolder(tmp_path / "d").prepare()
    driver = None if encrypts else Driver(sqlite3, sqlite3.sqlite_version_info, encrypts=False)
    hub = Hub(folder, open_databases(folder, vault, driver), vault)
    handler = open_technical_log(folder.log_file, hub.redactor)
    try:
        numbers = [connect(hub, sample(name, webhookSecret=WEBHOOK_SECRET)) for name in ("erp", "biometric", "lms")]
        for number in numbers:
            hub.syncs.run(PRINCIPAL, number)
        deliver(hub, numbers[1], {"data": [RECORD, {"name": sample("biometric")["apiKey"]}]})
        for name in ("wrong-token", "missing-key"):
            for system in ("erp", "biometric", "lms"):
                college.set_fault(system, name)
            for number in numbers:
                hub.syncs.run(PRINCIPAL, number)
        shown = (
            str(hub.integrations.export(PRINCIPAL)) + str(hub.overview.all(PRINCIPAL)) + str(hub.syncs.log(PRINCIPAL))
        )
        shown += str(hub.audit.latest(PRINCIPAL, 1000)) + str(hub.records.quarantined(PRINCIPAL))
    finally:
        close_technical_log(handler)
        hub.close()
    secrets = [sample("erp")["apiKey"], sample("biometric")["apiKey"], sample("lms")["clientSecret"], WEBHOOK_SECRET]
    written = text_of(folder.path)
    if encrypts:
        assert b"CS2101" not in written
    else:
        # What a sender puts into a signed delivery is kept as it came; the database is where it lies.
        assert written.count(secrets[1].encode()) == 1
        written = written.replace(secrets[1].encode(), b"")
    for secret in secrets:
        assert secret not in shown
        assert secret.encode() not in written


def test_the_folder_can_be_moved_to_another_place(tmp_path, sample, vault):
    folder = DataFolder(tmp_path / "d").prepare()
    hub = Hub.open(folder, vault)
    number = connect(hub, sample())
    hub.syncs.run(PRINCIPAL, number, endpoints=["subjects"])
    hub.close()
    shutil.move(folder.path, tmp_path / "elsewhere")
    again = Hub.open(DataFolder(tmp_path / "elsewhere").prepare(), vault)
    assert again.overview.one(PRINCIPAL, number).records == {"subjects": 28}
    again.close()


# A full disk


@contextmanager
def full_disk(hub: Hub) -> Iterator[None]:
    """Let nothing be written to hub.db."""

    def refuse(connection: sa.Connection) -> None:
        if connection.get_execution_options().get("hub_writes"):
            trouble = trouble_of(sqlite3.OperationalError("database or disk is full"), "hub.db")
            assert trouble is not None
            raise trouble

    engine = hub._databases.hub
    sa.event.listen(engine, "begin", refuse)
    try:
        yield
    finally:
        sa.event.remove(engine, "begin", refuse)


@pytest.mark.errors_logged
def test_a_run_whose_end_the_disk_does_not_take_ends_on_the_card_and_is_kept_later(hub, sample):
    number = connect(hub, sample())
    with ExitStack() as disk:

        def fill(event):
            if isinstance(event, RunStarted):
                disk.enter_context(full_disk(hub))

        leave = hub.events.subscribe(fill)
        with pytest.raises(StorageError, match="full"):
            hub.syncs.run(PRINCIPAL, number)
        assert hub.syncs._stores.runs.latest(number)[0].status is RunStatus.RUNNING, "nothing could be written"
        shown = status(hub, number)
        assert shown.light is Light.ERROR
        assert "disk of this computer is full" in shown.reason
        assert shown.remedy is Remedy.RETRY
        assert hub.overview.one(PRINCIPAL, number).last_run.status is RunStatus.FAILED
        hub.syncs._keep_late()
        assert status(hub, number).light is Light.ERROR
        leave()
    hub.syncs.request_due()
    [run] = hub.syncs._stores.runs.latest(number)
    assert run.status is RunStatus.FAILED
    assert "full" in run.problem.sentence, "not that the program was stopped"
    assert hub.syncs.run(PRINCIPAL, number).status is RunStatus.SUCCEEDED
    assert status(hub, number).light is Light.ACTIVE


@pytest.mark.errors_logged
def test_a_run_that_could_not_begin_for_want_of_room_is_told_on_the_card_until_there_is_room(hub, sample):
    number = connect(hub, sample())
    hub.syncs.run(PRINCIPAL, number)
    hub.syncs.request(PRINCIPAL, number)
    with full_disk(hub):
        assert hub.syncs.run_ticket(hub.syncs.take(0)) is None
        assert status(hub, number).light is Light.ERROR
        assert "disk of this computer is full" in status(hub, number).reason
    hub.syncs.request_due()
    assert status(hub, number).light is Light.ACTIVE
    assert "full" in hub.syncs.log(PRINCIPAL, number)[0].message


@pytest.mark.errors_logged
def test_what_the_disk_did_not_take_of_an_integration_that_is_deleted_then_is_forgotten(hub, sample):
    ended, not_begun = connect(hub, sample()), connect(hub, sample() | {"name": "Another ERP"})
    with ExitStack() as disk:
        leave = hub.events.subscribe(
            lambda event: disk.enter_context(full_disk(hub)) if isinstance(event, RunStarted) else None
        )
        hub.syncs.request(PRINCIPAL, not_begun)
        ticket = hub.syncs.take(0)
        with pytest.raises(StorageError, match="full"):
            hub.syncs.run(PRINCIPAL, ended)
        assert hub.syncs.run_ticket(ticket) is None
        leave()
    assert sorted(hub.syncs._unkept.all()) == sorted([ended, not_begun])
    for number in (ended, not_begun):
        hub.integrations.delete(PRINCIPAL, number)
    hub.syncs.request_due()
    assert hub.syncs._unkept.all() == []
