"""Erasing: every trace of one person, and what is past its time, in pieces that keep nobody else waiting."""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from msgspec import Struct, field

from hub_desktop.core.datatypes import DATA_TYPES, DataType
from hub_desktop.core.keeping import PERSON_FIELDS, AgeOf, Retention, date_field
from hub_desktop.core.times import to_text, utc_now
from hub_desktop.store.deliveries import DeliveryState
from hub_desktop.store.engine import writing
from hub_desktop.store.punches import punches_of
from hub_desktop.store.record_sql import json_of
from hub_desktop.store.tables import deliveries, log, runs

_AT_ONCE = 2_000
_SHORTEST_UNQUOTED = 4
"""A shorter number is looked for in texts only where it stands in quotation marks: 12 is also a count."""
_ERASED = "(erased)"


class Traces(Struct):
    """What is kept of one person, by where it lies; the records themselves as well, for an export."""

    names: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    records: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    sources: set[int] = field(default_factory=set)
    waiting: int = 0
    """Deliveries that name the person and still wait to be stored; no trace yet, and not erased."""

    def add(self, where: str, number: int = 1) -> None:
        """Count more of them."""
        if number:
            self.counts[where] = self.counts.get(where, 0) + number

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.counts.values())


class ErasureStore:
    """Finds and erases; `hub` and `records` are the engines of the two files."""

    def __init__(self, hub: sa.Engine, records: sa.Engine) -> None:
        self._hub = hub
        self._records = records

    def traces(
        self, person: str, college_id: int, sources: Collection[int], pins: Mapping[int, Collection[str]]
    ) -> Traces:
        """Return what is kept of a person by the sources of a college, without changing anything.

        `pins` are the numbers under which the devices of each source know the person.
        """
        found = Traces()
        with self._records.connect() as connection:
            self._walk(connection, _Person(person, college_id, tuple(sources)), found, erase=False)
        with self._hub.connect() as connection:
            self._texts(connection, _Person(person, college_id, tuple(sources)), found, erase=False)
            self._punches(connection, pins, found, erase=False)
        return found

    def erase(
        self, person: str, college_id: int, sources: Collection[int], pins: Mapping[int, Collection[str]]
    ) -> Traces:
        """Erase a person: a transaction for each of the two files; return what was erased."""
        found, whom = Traces(), _Person(person, college_id, tuple(sources))
        for engine, work in ((self._records, self._walk), (self._hub, self._texts)):
            with writing(engine).connect() as connection:
                # What is deleted is overwritten too, and not only let go of.
                connection.exec_driver_sql("PRAGMA secure_delete = ON")
                connection.rollback()
                try:
                    with connection.begin():
                        work(connection, whom, found, erase=True)
                        if engine is self._hub:
                            self._punches(connection, pins, found, erase=True)
                finally:
                    connection.exec_driver_sql("PRAGMA secure_delete = OFF")
                    connection.rollback()
            _empty_the_journal(engine)
        return found

    def expired(
        self, data_type: DataType, rule: Retention, sources: Collection[int], now: datetime, *, erase: bool
    ) -> int:
        """Return how many records of a kind are past their time, and erase them with their history if asked."""
        number = 0
        names = [f.name for f in data_type.key_fields]
        condition, limit = _past(data_type, rule, now)
        for source in sources:
            if not erase:
                with self._records.connect() as connection:
                    number += int(
                        connection.exec_driver_sql(
                            f"SELECT count(*) FROM {data_type.name} WHERE integration_id = ? AND {condition}",  # noqa: S608
                            (source, limit),
                        ).scalar()
                        or 0
                    )
                continue
            while True:
                with writing(self._records).begin() as connection:
                    rows = connection.exec_driver_sql(
                        f"SELECT rowid, removed_at, {', '.join(names)} FROM {data_type.name} "  # noqa: S608
                        f"WHERE integration_id = ? AND {condition} LIMIT ?",
                        (source, limit, _AT_ONCE),
                    ).all()
                    _delete_rows(connection, data_type, source, [tuple(row) for row in rows])
                number += len(rows)
                if len(rows) < _AT_ONCE:
                    break
        return number

    def expired_images(self, data_type: DataType, rule: Retention, sources: Collection[int], now: datetime) -> int:
        """Erase old images and refused records of a kind that are older than its records may be; return how many."""
        limit = to_text(datetime.combine(rule.limit(now.date()), datetime.min.time(), now.tzinfo))
        number = 0
        with writing(self._records).begin() as connection:
            for source in sources:
                for table, column in (("history", "at"), ("quarantine", "last_seen")):
                    number += connection.exec_driver_sql(
                        f"DELETE FROM {table} WHERE integration_id = ? AND data_type = ? AND {column} < ?",  # noqa: S608
                        (source, data_type.name, limit),
                    ).rowcount
        return number

    # -- records.db ------------------------------------------------------------------------------------------------

    def _walk(self, connection: sa.Connection, whom: "_Person", found: Traces, *, erase: bool) -> None:
        # First, while they are there to be counted: the old images go with their records.
        self._images(connection, whom, found, erase=erase)
        for data_type in DATA_TYPES.values():
            for source in whom.sources:
                self._rows(connection, data_type, source, whom, found, erase=erase)
                self._references(connection, data_type, source, whom, found, erase=erase)
        self._custom(connection, whom, found, erase=erase)
        self._others(connection, whom, found, erase=erase)

    @staticmethod
    def _rows(
        connection: sa.Connection, data_type: DataType, source: int, whom: "_Person", found: Traces, *, erase: bool
    ) -> None:
        """Take the records that are the person's own: those in whose key the number stands."""
        own = [f.name for f in data_type.key_fields if f.name in PERSON_FIELDS]
        if not own:
            return
        keys = [f.name for f in data_type.key_fields]
        rows = connection.exec_driver_sql(
            f"SELECT rowid, removed_at, {', '.join(data_type.field_names)} FROM {data_type.name} "  # noqa: S608
            f"WHERE integration_id = ? AND ({' OR '.join(f'{name} = ?' for name in own)})",
            (source, *([whom.number] * len(own))),
        ).all()
        if not rows:
            return
        found.sources.add(source)
        found.add(data_type.label.lower(), len(rows))
        for row in rows:
            record = dict(zip(data_type.field_names, row[2:], strict=True))
            found.records.setdefault(data_type.name, []).append({"source": source, **record})
            name = record.get("name")
            if name and name not in found.names:
                found.names.append(str(name))
        if erase:
            _delete_rows(connection, data_type, source, [(row[0], row[1], *row[2 : 2 + len(keys)]) for row in rows])

    @staticmethod
    def _references(
        connection: sa.Connection, data_type: DataType, source: int, whom: "_Person", found: Traces, *, erase: bool
    ) -> None:
        """Empty the number in records of something else, as a subject names who teaches it."""
        for name in (f.name for f in data_type.fields if f.name in PERSON_FIELDS and not f.key):
            where = f"FROM {data_type.name} WHERE integration_id = ? AND {name} = ?"
            given = (source, whom.number)
            number = int(connection.exec_driver_sql(f"SELECT count(*) {where}", given).scalar() or 0)
            if not number:
                continue
            found.sources.add(source)
            found.add(f"mentions in {data_type.label.lower()}", number)
            if erase:
                connection.exec_driver_sql(
                    f"UPDATE {data_type.name} SET {name} = NULL WHERE integration_id = ? AND {name} = ?",  # noqa: S608
                    given,
                )

    @staticmethod
    def _custom(connection: sa.Connection, whom: "_Person", found: Traces, *, erase: bool) -> None:
        """Take the records of one's own kinds that hold the number as a value of its own."""
        data_type = DATA_TYPES["custom"]
        for source in whom.sources:
            rows = connection.exec_driver_sql(
                "SELECT rowid, removed_at, kind, record_id, content FROM custom WHERE integration_id = ? "
                "AND (record_id = ? OR instr(content, ?))",
                (source, whom.number, whom.number),
            ).all()
            mine = [row for row in rows if row.record_id == whom.number or whom.in_json(row.content)]
            if mine:
                found.sources.add(source)
                found.add("other records", len(mine))
                found.records.setdefault("custom", []).extend(
                    {"source": source, "kind": row.kind, "record_id": row.record_id, "content": row.content}
                    for row in mine
                )
            if erase and mine:
                _delete_rows(connection, data_type, source, [(r[0], r[1], r[2], r[3]) for r in mine])

    @staticmethod
    def _images(connection: sa.Connection, whom: "_Person", found: Traces, *, erase: bool) -> None:
        """Take the old images of the person's records, and empty the number in those of others."""
        for source in (*whom.sources, -whom.college_id):
            rows = connection.exec_driver_sql(
                "SELECT id, data_type, record_key, before, operation FROM history WHERE integration_id = ? "
                "AND (instr(record_key, ?) OR instr(before, ?))",
                (source, whom.written, whom.written),
            ).all()
            for row in rows:
                names = DATA_TYPES[row.data_type].field_names
                keys = [f.name for f in DATA_TYPES[row.data_type].key_fields]
                key = dict(zip(keys, json.loads(row.record_key), strict=False))
                own = any(key.get(name) == whom.number for name in PERSON_FIELDS)
                if own or row.data_type == "custom":
                    if not own and not whom.in_json(row.record_key) and not whom.in_json(row.before):
                        continue
                    found.add("old versions")
                    if erase:
                        connection.exec_driver_sql("DELETE FROM history WHERE id = ?", (row.id,))
                    continue
                before = json.loads(row.before)
                if source < 0:
                    emptied = [None if n in (1, 2) and v == whom.number else v for n, v in enumerate(before)]
                else:
                    emptied = [
                        None if name in PERSON_FIELDS and value == whom.number else value
                        for name, value in zip(names, before, strict=False)
                    ]
                if emptied != before:
                    found.add("old versions")
                    if erase:
                        connection.exec_driver_sql(
                            "UPDATE history SET before = ? WHERE id = ?", (json_of(emptied), row.id)
                        )

    @staticmethod
    def _others(connection: sa.Connection, whom: "_Person", found: Traces, *, erase: bool) -> None:
        """Take refused records, records held back, and corrections."""
        for source in whom.sources:
            for row in connection.exec_driver_sql(
                "SELECT id, raw FROM quarantine WHERE integration_id = ? AND instr(raw, ?)", (source, whom.number)
            ).all():
                if whom.in_json(row.raw):
                    found.sources.add(source)
                    found.add("refused records")
                    if erase:
                        connection.exec_driver_sql("DELETE FROM quarantine WHERE id = ?", (row.id,))
            for row in connection.exec_driver_sql(
                'SELECT r.hold_id, r.record_key, r."values" AS held FROM held_records r '
                "JOIN holds h ON h.id = r.hold_id WHERE h.integration_id = ? "
                'AND (instr(r.record_key, ?) OR instr(r."values", ?))',
                (source, whom.written, whom.written),
            ).all():
                if whom.in_json(row.record_key) or (row.held and whom.in_json(row.held)):
                    found.add("records held back")
                    if erase:
                        connection.exec_driver_sql(
                            "DELETE FROM held_records WHERE hold_id = ? AND record_key = ?",
                            (row.hold_id, row.record_key),
                        )
        for made in connection.exec_driver_sql(
            "SELECT id, record_key, value FROM corrections WHERE college_id = ? "
            "AND (instr(record_key, ?) OR instr(value, ?))",
            (whom.college_id, whom.written, whom.written),
        ).all():
            if whom.in_json(made.record_key) or (made.value and whom.in_json(made.value)):
                found.add("corrections")
                if erase:
                    connection.exec_driver_sql("DELETE FROM corrections WHERE id = ?", (made.id,))

    # -- hub.db: punches -------------------------------------------------------------------------------------------

    @staticmethod
    def _punches(connection: sa.Connection, pins: Mapping[int, Collection[str]], found: Traces, *, erase: bool) -> None:
        mine = punches_of(connection, pins, erase=erase)
        if mine:
            found.add("punches", len(mine))
            found.records.setdefault("punches", []).extend(mine)

    # -- hub.db ----------------------------------------------------------------------------------------------------

    @staticmethod
    def _texts(connection: sa.Connection, whom: "_Person", found: Traces, *, erase: bool) -> None:
        """Blot the person out of webhook deliveries, rows of the log and the outcomes of runs."""
        for row in connection.execute(
            sa.select(deliveries.c.id, deliveries.c.integration_id, deliveries.c.body, deliveries.c.state).where(
                deliveries.c.integration_id.in_(whom.sources),
                sa.func.instr(deliveries.c.body, whom.number.encode()) > 0,
            )
        ).all():
            if not whom.in_json(row.body.decode("utf-8", "replace")):
                continue
            if row.state == DeliveryState.RECEIVED:
                # It may hold other people's records too, which nobody has stored yet.
                found.waiting += 1
                continue
            found.add("deliveries")
            if erase:
                gone: dict[str, Any] = {"body": b"", "reason": _ERASED, "retry_at": None}
                if row.state in {DeliveryState.REFUSED, DeliveryState.FAILED}:
                    # Nothing is left of it to be tried again or replayed.
                    gone |= {"state": DeliveryState.PROCESSED, "processed_at": utc_now()}
                connection.execute(sa.update(deliveries).where(deliveries.c.id == row.id).values(gone))
        columns: Sequence[sa.Column[Any]] = (log.c.message, log.c.detail)
        for line in connection.execute(
            sa.select(log.c.id, *columns).where(
                log.c.integration_id.in_(whom.sources),
                sa.or_(*(sa.func.instr(column, whom.number) > 0 for column in columns)),
            )
        ).all():
            message, detail = whom.blotted(line.message), whom.blotted(line.detail)
            if (message, detail) != (line.message, line.detail):
                found.add("log rows")
                if erase:
                    connection.execute(sa.update(log).where(log.c.id == line.id).values(message=message, detail=detail))
        for told in connection.execute(
            sa.select(runs.c.id, runs.c.endpoints, runs.c.problem).where(
                runs.c.integration_id.in_(whom.sources),
                sa.func.instr(sa.cast(runs.c.endpoints, sa.String) + sa.func.coalesce(runs.c.problem, ""), whom.number)
                > 0,
            )
        ).all():
            endpoints, problem = _blotted(told.endpoints, whom), _blotted(told.problem, whom)
            if (endpoints, problem) != (told.endpoints, told.problem):
                found.add("reports of runs")
                if erase:
                    connection.execute(
                        sa.update(runs).where(runs.c.id == told.id).values(endpoints=endpoints, problem=problem)
                    )


class _Person:
    """A person by the number under which a college knows them, and how to recognise it in texts."""

    def __init__(self, number: str, college_id: int, sources: tuple[int, ...]) -> None:
        self.number = number
        self.college_id = college_id
        self.sources = sources
        self.written = json.dumps(number, ensure_ascii=False)
        quoted = re.escape(number)
        self._quoted = re.compile(f"(?<=[“\"']){quoted}(?=[”\"'])")
        self._word = re.compile(rf"(?<![\w-]){quoted}(?![\w-])")
        self._value = re.compile(f"{re.escape(self.written)}|(?<=[:\\[,])\\s*{quoted}(?=\\s*[,}}\\]])")

    def in_json(self, text: str) -> bool:
        """Tell whether the number is a value of its own in a JSON text, which may be cut off."""
        return self._value.search(text) is not None

    def blotted(self, text: str) -> str:
        """Return the text without the number."""
        pattern = self._word if len(self.number) >= _SHORTEST_UNQUOTED else self._quoted
        return pattern.sub(_ERASED, text)


def _blotted(value: Any, whom: _Person) -> Any:
    if isinstance(value, str):
        return whom.blotted(value)
    if isinstance(value, list):
        return [_blotted(one, whom) for one in value]
    if isinstance(value, dict):
        return {name: _blotted(one, whom) for name, one in value.items()}
    return value


def _past(data_type: DataType, rule: Retention, now: datetime) -> tuple[str, str]:
    """Return the condition that a record is past its time, and its one parameter."""
    day = rule.limit(now.date())
    if rule.age_of is AgeOf.DATE:
        return f"{date_field(data_type)} < ?", day.isoformat()
    return "last_changed < ?", to_text(datetime.combine(day, datetime.min.time(), now.tzinfo))


def _delete_rows(connection: sa.Connection, data_type: DataType, source: int, rows: Sequence[tuple[Any, ...]]) -> None:
    """Delete rows, each `(rowid, removed_at, *key)`, with their history, and count those that were current."""
    if not rows:
        return
    connection.exec_driver_sql(
        f"DELETE FROM {data_type.name} WHERE rowid = ?",  # noqa: S608 - a declared name
        [(row[0],) for row in rows],
    )
    connection.exec_driver_sql(
        "DELETE FROM history WHERE integration_id = ? AND data_type = ? AND record_key = ?",
        [(source, data_type.name, json_of(row[2:])) for row in rows],
    )
    current = sum(row[1] is None for row in rows)
    connection.exec_driver_sql(
        "UPDATE tallies SET records = records - ? WHERE integration_id = ? AND data_type = ?",
        (current, source, data_type.name),
    )


def _empty_the_journal(engine: sa.Engine) -> None:
    """Bring what was erased out of the write-ahead log too, as far as nobody reads there at the moment."""
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.fetchall()
        cursor.close()
    finally:
        raw.close()
