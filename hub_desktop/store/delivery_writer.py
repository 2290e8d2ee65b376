"""The one thread that puts deliveries on disk: what comes while it commits shares the next commit."""

import hashlib
import json
import logging
import queue
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from msgspec import Struct, field

from hub_desktop.core.errors import StorageError, TransientError
from hub_desktop.core.times import to_text, utc_now
from hub_desktop.store.deliveries import REMEMBERED, DeliveryState
from hub_desktop.store.engine import trouble_of, turn_of

_MOST_AT_ONCE = 500
_WAIT_SECONDS = 0.8
"""For the turn among our own threads, and once more for other processes: a sender is answered within 2 seconds."""
_LONGEST_SECONDS = 1.5
_CHECKPOINT_BYTES = 4 * 1024 * 1024
_JOIN_SECONDS = 10.0
_PACE_SECONDS = 0.5
_INSERT = (
    "INSERT INTO deliveries (id, integration_id, received_at, digest, body, state, processed_at, size, message_id, "
    "sender, labels) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_MARK = (
    "INSERT INTO delivery_marks (mark, delivery_id, at) VALUES (?, ?, ?) "
    "ON CONFLICT (mark) DO UPDATE SET delivery_id = excluded.delivery_id, at = excluded.at"
)
_log = logging.getLogger(__name__)


class Incoming(Struct, frozen=True):
    """A delivery that was verified and is to be kept."""

    integration_id: int
    body: bytes
    message_id: str = ""
    known_by_id: bool = False
    """Whether the id alone tells a repeat; otherwise the body tells one, and the id too where there is one."""
    sender: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    is_test: bool = False


class Kept(Struct, frozen=True):
    """Where a delivery lies on disk, and whether it came within the last 24 hours already."""

    delivery_id: int
    repeated: bool


Done = Callable[[Sequence[Kept | Exception]], None]
Heard = Callable[[Sequence[tuple[Incoming, Kept]]], None]
Job = Callable[[], None]


class _Group(Struct, frozen=True):
    """Deliveries that were handed over together."""

    incoming: Sequence[Incoming]
    done: Done
    since: float


class DeliveryWriter:
    """Keeps deliveries durably; its thread begins with the first one and ends with `close`."""

    def __init__(self, engine: sa.Engine, file: Path | None = None) -> None:
        self._engine = engine
        self._heard: Heard = _unheard
        self._journal = file.with_name(file.name + "-wal") if file is not None else None
        self._queue: queue.SimpleQueue[_Group | Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._pace = _Pace()
        self._checkpoint = _Checkpoint(engine)

    def per_second(self) -> float:
        """Return how many new deliveries came a second of late; whoever works on them makes way while they are many."""
        return self._pace.per_second()

    def tell(self, heard: Heard) -> None:
        """Tell of those that are new from now on, on the writer's thread, after whoever waits for them was told."""
        self._heard = heard

    def put(self, incoming: Sequence[Incoming], done: Done) -> None:
        """Keep deliveries; `done` is called on the writer's thread with what came of each, once they are committed."""
        if self._begin():
            self._queue.put(_Group(incoming, done, time.monotonic()))
        else:
            done([StorageError("Hub Desktop is about to end. Send the delivery again later.")] * len(incoming))

    def do(self, job: Job) -> None:
        """Run a job that writes a little, between two commits; once closed, it is not run."""
        if self._begin():
            self._queue.put(job)

    def keep(self, incoming: Incoming) -> Kept:
        """Keep the delivery and wait for it; raise what kept it from being stored."""
        told: queue.SimpleQueue[Sequence[Kept | Exception]] = queue.SimpleQueue()
        self.put([incoming], told.put)
        (answer,) = told.get()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def close(self) -> None:
        """Keep what waits still, and end the thread."""
        with self._lock:
            self._closed = True
            thread = self._thread
        if thread is not None:
            self._queue.put(None)
            thread.join(_JOIN_SECONDS)
            if thread.is_alive():
                _log.error("the thread that stores deliveries did not end within %g seconds", _JOIN_SECONDS)
        self._checkpoint.close()

    def _begin(self) -> bool:
        if self._thread is None or self._closed:
            with self._lock:
                if self._closed:
                    return False
                if self._thread is None:
                    self._thread = threading.Thread(target=self._run, name="hub-deliveries", daemon=True)
                    self._thread.start()
        return True

    # -- on its own thread -----------------------------------------------------------------------------------------

    def _run(self) -> None:
        connection = self._engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA busy_timeout = {int(_WAIT_SECONDS * 1000)}").fetchall()
            # A checkpoint within a commit would keep everybody waiting for it; it has a thread of its own.
            cursor.execute("PRAGMA wal_autocheckpoint = 0").fetchall()
            ended = False
            while not ended:
                batch, jobs, ended = self._next()
                if batch:
                    new = self._keep_all(cursor, batch)
                    if new:
                        self._beside("telling of new deliveries", partial(self._heard, new))
                    self._beside("a checkpoint", partial(self._checkpoint.after_commit, cursor, self._journal))
                for job in jobs:
                    self._beside("a job between two commits", job)
        finally:
            # With settings of its own it is not fit for others.
            connection.invalidate()
            connection.close()

    @staticmethod
    def _beside(what: str, work: Callable[[], object]) -> None:
        """Do something beside the keeping of deliveries, which goes on whatever becomes of it."""
        try:
            work()
        except Exception:  # noqa: BLE001 - logged whole; deliveries must go on being kept
            _log.exception("%s failed", what)

    def _next(self) -> tuple[list[_Group], list[Job], bool]:
        groups: list[_Group] = []
        jobs: list[Job] = []
        number = 0
        first = self._queue.get()
        try:
            while first is not None:
                if isinstance(first, _Group):
                    groups.append(first)
                    number += len(first.incoming)
                else:
                    jobs.append(first)
                if number + len(jobs) >= _MOST_AT_ONCE:
                    return groups, jobs, False
                first = self._queue.get_nowait()
        except queue.Empty:
            return groups, jobs, False
        return groups, jobs, True

    def _keep_all(self, cursor: Any, groups: list[_Group]) -> list[tuple[Incoming, Kept]]:
        """Commit what came and tell its senders; return what is new."""
        now = time.monotonic()
        for late in [group for group in groups if now - group.since > _LONGEST_SECONDS]:
            groups.remove(late)
            _tell(late, [TransientError("The delivery could not be stored in time. Send it again.")])
        batch = [incoming for group in groups for incoming in group.incoming]
        results = self._committed(cursor, batch)
        place = 0
        for group in groups:
            _tell(group, results[place : place + len(group.incoming)])
            place += len(group.incoming)
        new = [
            (incoming, kept)
            for incoming, kept in zip(batch, results, strict=True)
            if isinstance(kept, Kept) and not kept.repeated
        ]
        self._pace.count(len(new))
        return new

    def _committed(self, cursor: Any, batch: list[Incoming]) -> Sequence[Kept | Exception]:
        try:
            return self._commit(cursor, batch)
        except Exception as error:  # noqa: BLE001 - each sender is told
            if len(batch) > 1 and _is_of_one(error):
                # One of them is at fault; alone, each finds out for itself.
                return [answer for incoming in batch for answer in self._committed(cursor, [incoming])]
            return [error] * len(batch)

    def _commit(self, cursor: Any, batch: list[Incoming]) -> list[Kept]:
        if not batch:
            return []
        turn = turn_of(self._engine)
        if not turn.acquire(timeout=_WAIT_SECONDS):
            raise TransientError("The files were busy for too long. Send the delivery again.")
        try:
            cursor.execute("BEGIN IMMEDIATE")
            try:
                results = _store(cursor, batch)
                cursor.execute("COMMIT")
            except BaseException:
                # A full disk, for one, makes SQLite roll back by itself; what it says then is what is told.
                if cursor.connection.in_transaction:
                    cursor.execute("ROLLBACK")
                raise
        except Exception as error:
            trouble = trouble_of(error, "hub.db")
            if trouble is None:
                raise
            raise trouble from error
        finally:
            turn.release()
        return results


class _Pace:
    """How fast something comes, over the last half second or so."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._counted = 0
        self._last = 0.0

    def count(self, number: int) -> None:
        """Count so many more."""
        self._counted += number
        passed = time.monotonic() - self._began
        if passed >= _PACE_SECONDS:
            self._last = self._counted / passed
            self._began, self._counted = time.monotonic(), 0

    def per_second(self) -> float:
        """Return the pace; what came long ago does not count any more."""
        return self._last if time.monotonic() - self._began < 2 * _PACE_SECONDS else 0.0


class _Checkpoint:
    """Brings what was committed from the journal into the file, beside the commits rather than within one."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._wanted = threading.Event()
        self._nearly_done = threading.Event()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None
        self._commits = 0

    def after_commit(self, cursor: Any, journal: Path | None) -> None:
        """Ask for a checkpoint where the journal is long; finish one that is nearly done."""
        if self._nearly_done.is_set():
            self._nearly_done.clear()
            # Only what was committed meanwhile is left; then the journal begins anew instead of growing on.
            cursor.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        self._commits += 1
        if journal is None or self._commits % 32 or self._wanted.is_set():
            return
        try:
            long = journal.stat().st_size > _CHECKPOINT_BYTES
        except FileNotFoundError:
            return
        if long:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="hub-checkpoint", daemon=True)
                self._thread.start()
            self._wanted.set()

    def close(self) -> None:
        """End the thread."""
        self._ended.set()
        self._wanted.set()
        if self._thread is not None:
            self._thread.join(_JOIN_SECONDS)

    def _run(self) -> None:
        while not self._ended.is_set():
            self._wanted.wait()
            if self._ended.is_set():
                return
            try:
                with self._engine.raw_connection() as connection:
                    connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            except Exception:  # noqa: BLE001 - the next one brings what this one left
                _log.warning("a checkpoint of the inbox failed", exc_info=True)
            else:
                self._nearly_done.set()
            self._wanted.clear()


def _store(cursor: Any, batch: list[Incoming]) -> list[Kept]:
    """Write a batch inside a transaction; return where each lies."""
    now = utc_now()
    at = int(now.timestamp())
    digests = [hashlib.sha256(one.body).hexdigest() for one in batch]
    marks = [_marks(one, digest) for one, digest in zip(batch, digests, strict=True)]
    wanted = [mark for own in marks for mark in own]
    cursor.execute(
        f"SELECT mark, delivery_id FROM delivery_marks WHERE mark IN ({','.join('?' * len(wanted))}) AND at > ?",  # noqa: S608
        (*wanted, at - int(REMEMBERED.total_seconds())),
    )
    known: dict[bytes, int] = dict(cursor.fetchall())
    cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = 'deliveries'")
    found = cursor.fetchone()
    number = int(found[0]) if found else 0
    received = to_text(now)
    rows: list[tuple[Any, ...]] = []
    marked: list[tuple[bytes, int, int]] = []
    repeats: dict[int, int] = {}
    results: list[Kept] = []
    for one, digest, own in zip(batch, digests, marks, strict=True):
        before = next((known[mark] for mark in own if mark in known), None)
        if before is not None:
            # The other marks of a repeat are not remembered: an id that is not signed could be anybody's.
            repeats[before] = repeats.get(before, 0) + 1
            results.append(Kept(before, True))
            continue
        number += 1
        state = DeliveryState.TEST if one.is_test else DeliveryState.RECEIVED
        labels = json.dumps(dict(one.labels), ensure_ascii=False) if one.labels else "{}"
        done_at = received if one.is_test else None
        rows.append(
            (
                number,
                one.integration_id,
                received,
                digest,
                one.body,
                str(state),
                done_at,
                len(one.body),
                one.message_id,
                one.sender,
                labels,
            )
        )
        for mark in own:
            known[mark] = number
            marked.append((mark, number, at))
        results.append(Kept(number, False))
    if rows:
        cursor.executemany(_INSERT, rows)
        cursor.executemany(_MARK, marked)
    for before, times in repeats.items():
        cursor.execute("UPDATE deliveries SET repeats = repeats + ? WHERE id = ?", (times, before))
    return results


def _marks(one: Incoming, digest: str) -> tuple[bytes, ...]:
    """Return what a delivery is known by."""
    by_id = (mark_of(one.integration_id, "id", one.message_id),) if one.message_id else ()
    return by_id if one.known_by_id and by_id else (*by_id, mark_of(one.integration_id, "body", digest))


def mark_of(integration_id: int, kind: str, text: str) -> bytes:
    """Return the 16 bytes by which an id (`id`) or the digest of a body (`body`) is remembered."""
    written = f"{integration_id} {kind} {text}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(written, digest_size=16).digest()


def _unheard(_new: Sequence[tuple[Incoming, Kept]]) -> None:
    """Hear of new deliveries and do nothing."""


def _is_of_one(error: Exception) -> bool:
    """Tell whether an error may come of one delivery alone, rather than of the disk or of another process."""
    return type(error).__name__ != "OperationalError" and not isinstance(error, TransientError | StorageError | OSError)


def _tell(group: _Group, answers: Sequence[Kept | Exception]) -> None:
    try:
        group.done(answers if len(answers) == len(group.incoming) else [*answers] * len(group.incoming))
    except Exception:  # noqa: BLE001 - whoever waits for some deliveries must not keep the others from being answered
        _log.exception("the answer to deliveries could not be passed on")
