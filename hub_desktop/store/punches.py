"""Punches on disk: durable before they are acknowledged, and read day by day when attendance is drawn from them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, time

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.dialects.sqlite import insert

from hub_desktop.core.punches import DRIFT_SAMPLES, Punch, PutAside
from hub_desktop.store.devices import Device
from hub_desktop.store.engine import writing
from hub_desktop.store.tables import devices, integrations, punches, punches_aside, settings

_AT = "%Y-%m-%d %H:%M:%S"
_AT_ONCE = 2_000

Days = list[tuple[str, date]]
"""Persons with the day of each."""


class Receipt(Struct, frozen=True):
    """What became of an upload: punches that are new, that came before, and rows put aside (the new ones of them)."""

    new: int
    duplicates: int
    aside: int
    left_out: int = 0
    """Rows of persons who are not to be stored."""

    @property
    def rows(self) -> int:
        """How many rows there were in all."""
        return self.new + self.duplicates + self.aside + self.left_out


class AsideRow(Struct, frozen=True):
    """A row that was put aside."""

    aside_id: int
    device_id: int
    raw: str
    reason: str
    received_at: datetime
    punch: Punch | None
    """None where the row cannot be read as a punch."""


class DayBatch(Struct, frozen=True):
    """Days of persons whose attendance is to be drawn anew."""

    days: Days
    within: int
    """The number of the last punch that is looked at; what came later is left for the next time."""
    done: int | None
    """The number of the last punch that is taken in once this batch is stored; None: more batches come first."""


class PunchStore:
    """Reads and writes punches."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def receive(
        self,
        device: Device,
        good: Sequence[Punch],
        odd: Sequence[PutAside],
        *,
        at: datetime,
        today: date,
        address: str = "",
        stamp: str = "",
        lateness: float | None = None,
    ) -> Receipt:
        """Store an upload durably, in one transaction; what came before is counted and not stored again.

        `at` is the moment of the upload (aware UTC) and `today` the day where the device hangs; `lateness` is the
        age of its newest punch in seconds, where that says something of the clock.
        """
        with self._writing.begin() as connection:
            new = _insert(connection, device, good, at)
            aside = _put_aside(connection, device.device_id, odd, at)
            kept = connection.execute(
                sa.select(devices.c.day, devices.c.uploads_of_day, devices.c.lateness).where(
                    devices.c.id == device.device_id
                )
            ).one()
            duplicates = len(good) - new + len(odd) - aside
            values: dict[str, object] = {
                "last_contact": at,
                "last_upload": at,
                "address": address,
                "day": today.isoformat(),
                "uploads_of_day": kept.uploads_of_day + 1 if kept.day == today.isoformat() else 1,
                "duplicates": devices.c.duplicates + duplicates,
                "trouble": "",
            }
            if stamp:
                values["stamp"] = stamp
            if lateness is not None and (new or aside):
                values["lateness"] = [*kept.lateness, round(lateness, 1)][-DRIFT_SAMPLES:]
            connection.execute(sa.update(devices).where(devices.c.id == device.device_id).values(**values))
        return Receipt(new, duplicates, aside)

    def pins(self, integration_id: int) -> list[str]:
        """Return the numbers of all persons who punched at the devices of an integration."""
        mine = sa.select(devices.c.id).where(devices.c.integration_id == integration_id)
        query = sa.union(
            sa.select(punches.c.pin).where(punches.c.integration_id == integration_id),
            sa.select(punches_aside.c.pin).where(punches_aside.c.device_id.in_(mine), punches_aside.c.pin != ""),
        )
        with self._engine.connect() as connection:
            return list(connection.scalars(query))

    def newest(self, integration_id: int) -> int:
        """Return the number of the newest punch of an integration, 0 where there is none."""
        query = sa.select(sa.func.max(punches.c.id)).where(punches.c.integration_id == integration_id)
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar() or 0)

    def batches(self, integration_id: int, after: int | None, size: int) -> Iterator[DayBatch]:
        """Yield the days touched by punches after that number, or all days where it is None; some `size` at a time.

        Nothing is yielded where there is no such punch. What comes in meanwhile is left for the next time.
        """
        up_to = self.newest(integration_id)
        if up_to <= (after or 0):
            return
        if after is None:
            yield from self._all_days(integration_id, up_to, size)
            return
        last = after
        while last < up_to:
            query = (
                sa.select(punches.c.id, punches.c.pin, punches.c.day)
                .where(punches.c.integration_id == integration_id, punches.c.id > last, punches.c.id <= up_to)
                .order_by(punches.c.id)
                .limit(size)
            )
            with self._engine.connect() as connection:
                rows = connection.execute(query).all()
            if not rows:
                return
            last = rows[-1].id
            found = dict.fromkeys((row.pin, date.fromisoformat(row.day)) for row in rows)
            yield DayBatch(list(found), up_to, last)

    def _all_days(self, integration_id: int, up_to: int, size: int) -> Iterator[DayBatch]:
        last = ("", "")
        while True:
            query = (
                sa.select(punches.c.day, punches.c.pin)
                .where(
                    punches.c.integration_id == integration_id,
                    punches.c.id <= up_to,
                    sa.tuple_(punches.c.day, punches.c.pin) > last,
                )
                .group_by(punches.c.day, punches.c.pin)
                .order_by(punches.c.day, punches.c.pin)
                .limit(size)
            )
            with self._engine.connect() as connection:
                rows = connection.execute(query).all()
            whole = len(rows) < size
            yield DayBatch([(row.pin, date.fromisoformat(row.day)) for row in rows], up_to, up_to if whole else None)
            if whole:
                return
            last = (rows[-1].day, rows[-1].pin)

    def times(self, integration_id: int, days: Days, within: int) -> dict[tuple[str, date], list[time]]:
        """Return the punches of these days by person and day, of all devices of the integration."""
        found: dict[tuple[str, date], list[time]] = {day: [] for day in days}
        pairs = sa.tuple_(punches.c.day, punches.c.pin)
        query = sa.select(punches.c.pin, punches.c.day, punches.c.at).where(
            punches.c.integration_id == integration_id,
            punches.c.id <= within,
            pairs.in_([(day.isoformat(), pin) for pin, day in days]),
        )
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                moment = _moment(row.at)
                found[row.pin, moment.date()].append(moment.time())
        return found

    # -- put aside -------------------------------------------------------------------------------------------------

    def aside(self, device_id: int, limit: int = 200) -> list[AsideRow]:
        """Return rows of a device that were put aside, the newest first."""
        query = (
            sa.select(punches_aside)
            .where(punches_aside.c.device_id == device_id)
            .order_by(punches_aside.c.id.desc())
            .limit(limit)
        )
        with self._engine.connect() as connection:
            return [_aside_row(row) for row in connection.execute(query)]

    def take_in(self, device: Device, rows: Sequence[AsideRow], at: datetime) -> int:
        """Make punches of rows that were put aside; return how many of them are new."""
        taken = [row for row in rows if row.punch is not None]
        with self._writing.begin() as connection:
            new = _insert(connection, device, [row.punch for row in taken if row.punch is not None], at)
            _drop_aside(connection, device, taken)
        return new

    def discard(self, device: Device, rows: Sequence[AsideRow]) -> int:
        """Delete rows that were put aside; return how many."""
        with self._writing.begin() as connection:
            return _drop_aside(connection, device, rows)

    # -- letting go ------------------------------------------------------------------------------------------------

    def expire(self, before: date) -> int:
        """Delete punches and rows put aside from before that day; return how many."""
        done = 0
        with self._writing.begin() as connection:
            # One after the other, for so the index of days is used.
            for number in connection.scalars(sa.select(integrations.c.id)).all():
                old = sa.and_(punches.c.integration_id == number, punches.c.day < before.isoformat())
                gone = connection.execute(sa.delete(punches).where(old)).rowcount
                if gone:
                    # In the same transaction: who draws all days anew must know that some are missing.
                    told = insert(settings).values(key=_let_go_key(number), value=before.isoformat())
                    connection.execute(
                        told.on_conflict_do_update(index_elements=["key"], set_={"value": before.isoformat()})
                    )
                done += gone
            received = datetime.combine(before, time()).astimezone()
            done += connection.execute(sa.delete(punches_aside).where(punches_aside.c.received_at < received)).rowcount
        return int(done)

    def kept_from(self, integration_id: int) -> date | None:
        """Return the day before which punches of an integration were let go; None where all are kept."""
        query = sa.select(settings.c.value).where(settings.c.key == _let_go_key(integration_id))
        with self._engine.connect() as connection:
            found = connection.execute(query).scalar()
        return None if found is None else date.fromisoformat(found)


def _let_go_key(integration_id: int) -> str:
    return f"punches-kept-from-of-integration-{integration_id}"


def punches_of(connection: sa.Connection, pins: Mapping[int, Collection[str]], *, erase: bool) -> list[dict[str, str]]:
    """Return the punches of a person, put aside or not, by their numbers at each integration; delete them if asked."""
    found: list[dict[str, str]] = []
    for source, numbers in pins.items():
        mine = sa.select(devices.c.id).where(devices.c.integration_id == source)
        conditions = (
            (punches, sa.and_(punches.c.integration_id == source, punches.c.pin.in_(numbers))),
            (punches_aside, sa.and_(punches_aside.c.device_id.in_(mine), punches_aside.c.pin.in_(numbers))),
        )
        for table, condition in conditions:
            query = (
                sa.select(table.c.pin, table.c.at, devices.c.name)
                .join(devices, devices.c.id == table.c.device_id)
                .where(condition)
                .order_by(table.c.at)
            )
            found += [{"pin": row.pin, "at": row.at, "device": row.name} for row in connection.execute(query)]
            if erase:
                connection.execute(sa.delete(table).where(condition))
    return found


def _drop_aside(connection: sa.Connection, device: Device, rows: Sequence[AsideRow]) -> int:
    gone = 0
    for start in range(0, len(rows), _AT_ONCE):
        numbers = [row.aside_id for row in rows[start : start + _AT_ONCE]]
        mine = sa.and_(punches_aside.c.device_id == device.device_id, punches_aside.c.id.in_(numbers))
        gone += connection.execute(sa.delete(punches_aside).where(mine)).rowcount
    return gone


def _insert(connection: sa.Connection, device: Device, good: Sequence[Punch], at: datetime) -> int:
    """Store the punches that are new, and return how many they are."""
    rows = [
        {
            "device_id": device.device_id,
            "integration_id": device.integration_id,
            "pin": punch.pin,
            "at": punch.at.strftime(_AT),
            "day": punch.at.date().isoformat(),
            "status": punch.status,
            "verify": punch.verify,
            "work_code": punch.work_code,
            "received_at": at,
        }
        for punch in good
    ]
    return _insert_new(connection, punches, rows)


def _put_aside(connection: sa.Connection, device_id: int, odd: Sequence[PutAside], at: datetime) -> int:
    rows = [
        {
            "device_id": device_id,
            "raw": one.raw,
            "pin": one.pin,
            "at": one.punch.at.isoformat(sep=" ") if one.punch else "",
            "reason": one.reason,
            "received_at": at,
        }
        for one in odd
    ]
    return _insert_new(connection, punches_aside, rows)


def _insert_new(connection: sa.Connection, table: sa.Table, rows: Sequence[dict[str, object]]) -> int:
    if not rows:
        return 0
    count = sa.text("SELECT total_changes()")
    before = connection.execute(count).scalar() or 0
    connection.execute(insert(table).on_conflict_do_nothing(), list(rows))
    return int((connection.execute(count).scalar() or 0) - before)


def _aside_row(row: sa.Row[tuple[object, ...]]) -> AsideRow:
    raw: str = row.raw
    punch: Punch | None = None
    if row.at:
        parts = [*raw.split("\t"), "", "", ""]
        punch = Punch(row.pin, _moment(row.at), *parts[2:5])
    return AsideRow(row.id, row.device_id, raw, row.reason, row.received_at, punch)


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written)
