import sqlite3
import threading
from datetime import timedelta
from typing import Any

import pytest

from hub_desktop.core.errors import NotFoundError, StorageError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.times import utc_now
from hub_desktop.store import delivery_writer
from hub_desktop.store.deliveries import DeliveryState, DeliveryStore, Worked
from hub_desktop.store.delivery_writer import DeliveryWriter, Incoming, Kept, mark_of
from hub_desktop.store.engine import turn_of
from hub_desktop.store.integrations import CollegeStore, IntegrationStore


@pytest.fixture
def deliveries(databases):
    store = IntegrationStore(databases.hub)
    college = CollegeStore(databases.hub).default()
    for name in ("one", "two"):
        store.add(read_integration({"name": name, "baseUrl": "https://x.in"}).integration, college)
    return DeliveryStore(databases.hub)


class Heard:
    """What the writer told of new deliveries."""

    def __init__(self):
        self.batches = []

    def __call__(self, kept):
        self.batches.append([(incoming.body, where.delivery_id) for incoming, where in kept])


@pytest.fixture
def heard():
    return Heard()


@pytest.fixture
def writer(databases, deliveries, folder, heard):
    writer = DeliveryWriter(databases.hub, folder.hub_file)
    writer.tell(heard)
    yield writer
    writer.close()


def keep(writer, number, body, **more):
    kept = writer.keep(Incoming(number, body, **more))
    return kept.delivery_id, not kept.repeated


def worked(deliveries, *numbers, state=DeliveryState.PROCESSED, **more):
    deliveries.worked(None, [Worked(number, state, **more) for number in numbers])


def test_a_delivery_is_kept_as_it_came(deliveries, writer):
    body = bytes(range(256))
    number, new = keep(writer, 1, body, message_id="m", sender="192.0.2.1", labels={"path": "ä"})
    assert new
    found = deliveries.get(number)
    assert (found.body, found.size, found.state) == (body, 256, DeliveryState.RECEIVED)
    assert (found.message_id, found.sender, found.labels) == ("m", "192.0.2.1", {"path": "ä"})


def test_a_repeat_is_counted_and_not_kept_twice(deliveries, writer, heard):
    number, _ = keep(writer, 1, b"x")
    assert keep(writer, 1, b"x") == (number, False)
    assert deliveries.get(number).repeats == 1
    assert len(deliveries.find(1)) == 1
    writer.close()
    assert heard.batches == [[(b"x", number)]]


def test_the_same_body_for_another_integration_is_no_repeat(writer):
    keep(writer, 1, b"x")
    assert keep(writer, 2, b"x")[1]


def test_a_signed_id_alone_tells_a_repeat(writer):
    first, _ = keep(writer, 1, b"a", message_id="m1", known_by_id=True)
    assert keep(writer, 1, b"a", message_id="m2", known_by_id=True)[1]
    assert keep(writer, 1, b"b", message_id="m1", known_by_id=True) == (first, False)


def test_an_id_that_is_not_signed_does_not_make_an_old_body_news(writer):
    first, _ = keep(writer, 1, b"a", message_id="m1")
    assert keep(writer, 1, b"a", message_id="m2") == (first, False)
    assert keep(writer, 1, b"b", message_id="m1") == (first, False)
    # Nor does the id that came with the repeat keep a later delivery out.
    assert keep(writer, 1, b"c", message_id="m2")[1]


@pytest.mark.parametrize(("hours", "new"), [(23, False), (25, True)])
def test_after_a_day_the_same_body_is_news(writer, monkeypatch, hours, new):
    keep(writer, 1, b"x")
    monkeypatch.setattr(delivery_writer, "utc_now", lambda: utc_now() + timedelta(hours=hours))
    assert keep(writer, 1, b"x")[1] is new


def test_deliveries_that_come_together_are_committed_together_and_each_is_answered(databases, writer, heard):
    answers, all_there = [], threading.Event()

    def done(told):
        answers.extend(told)
        if len(answers) == 40:
            all_there.set()

    with turn_of(databases.hub):
        for number in range(40):
            writer.put([Incoming(1, b"%d" % (number % 20))], done)
    assert all_there.wait(10)
    assert sorted(a.delivery_id for a in answers) == sorted([*range(1, 21)] * 2)
    assert sum(a.repeated for a in answers) == 20
    writer.close()
    assert sum(len(batch) for batch in heard.batches) == 20
    assert len(heard.batches) <= 2


def test_an_error_of_one_delivery_fails_only_that_one(databases, deliveries, writer):
    answers = {}
    there = threading.Semaphore(0)

    def done(name):
        def tell(told):
            (answers[name],) = told
            there.release()

        return tell

    with turn_of(databases.hub):
        for name, number in (("a", 1), ("unknown", 99), ("b", 2)):
            writer.put([Incoming(number, name.encode())], done(name))
    for _ in range(3):
        assert there.acquire(timeout=10)
    assert isinstance(answers["a"], Kept)
    assert isinstance(answers["b"], Kept)
    assert "FOREIGN KEY" in str(answers["unknown"])
    assert [d.delivery_id for d in deliveries.find(1)] == [answers["a"].delivery_id]


def test_what_cannot_be_stored_in_time_is_told_and_not_stored(databases, deliveries, writer, monkeypatch):
    monkeypatch.setattr(delivery_writer, "_WAIT_SECONDS", 0.05)
    with turn_of(databases.hub), pytest.raises(Exception, match="busy for too long"):
        writer.keep(Incoming(1, b"x"))
    assert deliveries.find(1) == []
    assert keep(writer, 1, b"x")[1]


@pytest.mark.errors_logged
def test_a_checkpoint_that_fails_ends_nothing(writer, deliveries, monkeypatch, caplog):
    def fails(*_: object) -> None:
        raise OSError("disk I/O error")

    monkeypatch.setattr(writer._checkpoint, "after_commit", fails)
    first, second = keep(writer, 1, b"1")[0], keep(writer, 1, b"2")[0]
    assert [row.delivery_id for row in deliveries.find(1)] == [second, first]
    writer.close()
    assert caplog.text.count("a checkpoint failed") == 2


def test_a_checkpoint_that_failed_is_not_taken_for_nearly_done(databases, monkeypatch):
    checkpoint = delivery_writer._Checkpoint(databases.hub)
    tried = threading.Event()

    def fails() -> None:
        tried.set()
        raise OSError("disk I/O error")

    with monkeypatch.context() as patched:
        patched.setattr(checkpoint, "_engine", type("Broken", (), {"raw_connection": staticmethod(fails)})())
        checkpoint._thread = threading.Thread(target=checkpoint._run, daemon=True)
        checkpoint._thread.start()
        checkpoint._wanted.set()
        assert tried.wait(10)
    checkpoint.close()
    assert not checkpoint._nearly_done.is_set()


@pytest.mark.errors_logged
def test_whoever_hears_of_deliveries_and_fails_ends_nothing(writer, deliveries, caplog):
    def fails(_: object) -> None:
        raise RuntimeError("nobody home")

    writer.tell(fails)
    keep(writer, 1, b"1")
    keep(writer, 1, b"2")
    writer.close()
    assert len(deliveries.find(1)) == 2
    assert caplog.text.count("telling of new deliveries failed") == 2


def test_a_full_disk_is_told_as_such_and_deliveries_are_taken_once_there_is_room(writer, deliveries, monkeypatch):
    def full(cursor: Any, _batch: object) -> None:
        # SQLite itself rolls back when the disk is full.
        cursor.execute("ROLLBACK")
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(delivery_writer, "_store", full)
        with pytest.raises(StorageError, match="The disk of this computer is full"):
            writer.keep(Incoming(1, b"x"))
    assert keep(writer, 1, b"x")[1]
    assert len(deliveries.find(1)) == 1


def test_after_the_end_nothing_is_taken(writer, deliveries):
    writer.close()
    with pytest.raises(Exception, match="about to end"):
        writer.keep(Incoming(1, b"x"))
    assert deliveries.find(1) == []


def test_a_long_journal_is_brought_into_the_file_beside_the_commits(writer, deliveries, folder, monkeypatch):
    monkeypatch.setattr(delivery_writer, "_CHECKPOINT_BYTES", 64 * 1024)
    for number in range(400):
        keep(writer, 1, b"%d" % number * 200)
    assert len(deliveries.find(1, limit=1000)) == 400
    assert writer._checkpoint._thread is not None
    journal = folder.hub_file.with_name("hub.db-wal")
    assert journal.stat().st_size < 400 * 5 * 4096


def test_deliveries_wait_in_the_order_in_which_they_came(deliveries, writer):
    numbers = [keep(writer, 1, body)[0] for body in (b"a", b"b", b"c")]
    keep(writer, 2, b"z")
    assert [d.delivery_id for d in deliveries.waiting(1)] == numbers
    assert deliveries.integrations_waiting([1, 2, 3]) == [1, 2]
    worked(deliveries, numbers[0], endpoint="students")
    worked(deliveries, numbers[1], state=DeliveryState.REFUSED, reason="Not JSON.")
    assert [d.delivery_id for d in deliveries.waiting(1)] == numbers[2:]
    assert deliveries.get(numbers[0]).endpoint == "students"
    assert deliveries.get(numbers[1]).reason == "Not JSON."
    assert deliveries.counts(1) == {
        DeliveryState.PROCESSED: 1,
        DeliveryState.REFUSED: 1,
        DeliveryState.RECEIVED: 1,
    }


def test_large_bodies_are_read_a_few_at_a_time_but_at_least_one(deliveries, writer, monkeypatch):
    monkeypatch.setattr("hub_desktop.store.deliveries._BYTES_AT_ONCE", 100)
    for number in range(4):
        keep(writer, 1, bytes([number]) * 60)
    keep(writer, 2, b"x" * 1000)
    assert [len(d.body) for d in deliveries.waiting(1)] == [60]
    assert [len(d.body) for d in deliveries.waiting(2)] == [1000]


def test_lists_are_filtered_and_paged_and_hold_no_bodies(deliveries, writer):
    numbers = [keep(writer, 1, b"%d" % number)[0] for number in range(6)]
    worked(deliveries, *numbers[:3], state=DeliveryState.FAILED)
    found = deliveries.find(1, limit=2)
    assert [d.delivery_id for d in found] == [numbers[5], numbers[4]]
    assert all(d.body == b"" and d.size == 1 for d in found)
    assert [d.delivery_id for d in deliveries.find(1, before=numbers[4], limit=2)] == [numbers[3], numbers[2]]
    assert [d.delivery_id for d in deliveries.find(1, states=[DeliveryState.FAILED])] == numbers[2::-1]


def test_failed_deliveries_wait_again_once_their_time_has_come(deliveries, writer):
    now = utc_now()
    number, _ = keep(writer, 1, b"x")
    later, _ = keep(writer, 2, b"y")
    worked(deliveries, number, state=DeliveryState.FAILED, retry_at=now + timedelta(minutes=1))
    worked(deliveries, later, state=DeliveryState.FAILED)
    assert deliveries.retry_due(now) == []
    assert deliveries.retry_due(now + timedelta(minutes=2)) == [1]
    assert deliveries.retry_due(now + timedelta(minutes=2)) == []
    assert (deliveries.get(number).state, deliveries.get(number).attempts) == (DeliveryState.RECEIVED, 1)
    assert deliveries.get(later).state is DeliveryState.FAILED


def test_replay_takes_what_is_named_or_all_that_did_not_pass(deliveries, writer):
    done, refused, failed, waits = (keep(writer, 1, body)[0] for body in (b"a", b"b", b"c", b"d"))
    other, _ = keep(writer, 2, b"e")
    worked(deliveries, done)
    worked(deliveries, refused, other, state=DeliveryState.REFUSED)
    worked(deliveries, failed, state=DeliveryState.FAILED, retry_at=utc_now())
    assert deliveries.replay(1, None) == 2
    assert deliveries.replay(1, None) == 0
    assert {d.delivery_id for d in deliveries.waiting(1)} == {refused, failed, waits}
    assert (deliveries.get(failed).attempts, deliveries.get(failed).retry_at) == (0, None)
    assert deliveries.replay(1, [done, other, waits]) == 1
    assert deliveries.get(other).state is DeliveryState.REFUSED


def test_old_bodies_go_and_then_old_rows_but_nothing_that_waits(deliveries, writer, monkeypatch):
    monkeypatch.setattr("hub_desktop.store.deliveries._ROWS_AT_ONCE", 2)
    numbers = [keep(writer, 1, b"%d" % number)[0] for number in range(7)]
    worked(deliveries, *numbers[:5])
    worked(deliveries, numbers[5], state=DeliveryState.REFUSED)
    assert deliveries.drop_bodies(1, utc_now() - timedelta(days=1)) == 0
    assert deliveries.drop_bodies(1, utc_now() + timedelta(days=1)) == 5
    assert [d.body for d in map(deliveries.get, numbers)] == [b""] * 5 + [b"5", b"6"]
    assert {deliveries.get(number).size for number in numbers} == {1}
    assert deliveries.replay(1, [numbers[0]]) == 0
    assert deliveries.clean(utc_now()) == 0
    assert deliveries.clean(utc_now() + timedelta(days=366)) == 5
    assert [d.delivery_id for d in deliveries.find(1)] == [numbers[6], numbers[5]]


def test_which_deliveries_came_is_forgotten_after_two_days_and_not_before(databases, deliveries, writer):
    keep(writer, 1, b"x")

    def marks():
        with databases.hub.connect() as connection:
            return connection.exec_driver_sql("SELECT count(*) FROM delivery_marks").scalar()

    deliveries.clean(utc_now() + timedelta(hours=47))
    assert marks() == 1
    deliveries.clean(utc_now() + timedelta(hours=49))
    assert marks() == 0


def test_the_writer_knows_how_fast_deliveries_come(writer, monkeypatch):
    monkeypatch.setattr(delivery_writer, "_PACE_SECONDS", 0.0)
    assert writer.per_second() == 0.0
    monkeypatch.setattr(delivery_writer, "_PACE_SECONDS", 30.0)
    writer._pace._began -= 40
    for number in range(5):
        keep(writer, 1, b"%d" % number)
    assert 0 < writer.per_second() < 5
    keep(writer, 1, b"0")
    writer._pace._began -= 100
    assert writer.per_second() == 0.0


def test_marks_of_ids_and_of_bodies_are_apart():
    marks = [mark_of(1, "id", "a"), mark_of(1, "body", "a"), mark_of(2, "id", "a"), mark_of(1, "id", "b")]
    assert len(set(marks)) == 4
    assert {len(mark) for mark in marks} == {16}


def test_a_test_is_kept_and_never_waits(deliveries, writer):
    number, _ = keep(writer, 1, b"x", is_test=True)
    assert deliveries.get(number).state is DeliveryState.TEST
    assert deliveries.waiting(1) == []
    assert deliveries.replay(1, [number]) == 0


def test_a_delivery_that_never_came_is_not_found(deliveries):
    with pytest.raises(NotFoundError):
        deliveries.get(99)
