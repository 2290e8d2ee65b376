"""The SQL of the record tables, with plain parameters: the hot path stays clear of SQLAlchemy's compiler."""

import json
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from hub_desktop.core.datatypes import DATA_TYPES, DataType
from hub_desktop.core.validation import Value, Values

_KEYS_A_QUERY = 1_000
_ROWS_AN_INSERT = 100
"""More of them are not faster, and fewer are slower."""
_LENGTHS_REMEMBERED = 8
_MOST_VARIABLES = 30_000
"""SQLite takes 32,766 in one statement."""


class Target(Struct, frozen=True):
    """Where the records of a page belong: source, endpoint and data type, and the run that brings them."""

    integration_id: int
    endpoint: str
    data_type: DataType
    run_id: int
    siblings: tuple[str, ...] = ()
    """The other endpoints of the source that bring this data type."""


class KeptRow(Struct, frozen=True):
    """A record as it lies on disk, with what is remembered of it."""

    values: Values
    run_id: int
    removed_at: str | None
    last_changed: str
    first_run: int | None
    rowid: int


class Statements:
    """The SQL of one data type."""

    def __init__(self, name: str) -> None:
        data_type = DATA_TYPES[name]
        keys = [f.name for f in data_type.key_fields]
        others = [n for n in data_type.field_names if n not in keys]
        columns = ", ".join(data_type.field_names)
        marks = ", ".join("?" * len(data_type.fields))
        by_key = " AND ".join(f"{k} = ?" for k in keys)
        set_others = "".join(f"{n} = ?, " for n in others)
        self.name = name
        self.width = len(data_type.fields)
        self.key_width = len(keys)
        self._columns = columns
        self._keys = ", ".join(keys)
        self._key_names = frozenset(keys)
        self._differing: dict[int, str] = {}
        self._one_key = f"({', '.join('?' * len(keys))})"
        # Names come from the declared data types, never from outside.
        insert = (
            f"INSERT OR IGNORE INTO {name} (integration_id, run_id, first_run, first_seen, last_changed, {columns})"
        )
        # Source, run and time are given once, for they are the same for all records of a page; then come their values.
        row = f"(?1, ?2, ?2, ?3, ?3, {marks})"
        self.insert_one = f"{insert} VALUES {row}"
        self.insert_many = f"{insert} VALUES {', '.join([row] * _ROWS_AN_INSERT)}"
        self._marks = marks
        self.update = (
            f"UPDATE {name} SET {set_others}run_id = ?, last_changed = ?, removed_at = NULL "  # noqa: S608
            f"WHERE integration_id = ? AND {by_key}"
        )
        self.remove = f"UPDATE {name} SET run_id = ?, last_changed = ?, removed_at = ? WHERE rowid = ?"  # noqa: S608
        self.restore = f"UPDATE {name} SET {set_others}run_id = ?, last_changed = ?, removed_at = ? WHERE rowid = ?"  # noqa: S608
        self.any = f"SELECT 1 FROM {name} WHERE integration_id = ? LIMIT 1"  # noqa: S608
        self._whole = f"SELECT {columns}, run_id, removed_at, last_changed, first_run, rowid FROM {name}"  # noqa: S608
        self.by_key = f"{self._whole} WHERE integration_id = ? AND {by_key}"
        self.by_rowid = f"{self._whole} WHERE rowid = ?"
        # In a table written before the program kept the first run of a record, that run is not known.
        self.changed_by = f"{self._whole} WHERE integration_id = ? AND run_id = ? AND first_run IS NOT ?"
        self.added_by = f"{self._whole} WHERE integration_id = ? AND run_id = ? AND first_run = ?"
        self.delete_added = f"DELETE FROM {name} WHERE integration_id = ? AND run_id = ? AND first_run = ?"  # noqa: S608
        # In the order of the values: how many of a run stand as it left them, added by it or not, removed or not.
        self.left_by = (
            f"SELECT first_run IS ?, removed_at IS NOT NULL, count(*) FROM {name} "  # noqa: S608
            "WHERE integration_id = ? AND run_id = ? GROUP BY 1, 2"
        )
        self.first_of_run = f"{self._whole} WHERE integration_id = ? AND first_run = ? AND run_id <> ? LIMIT ?"
        self.not_of_run = (
            f"{self._whole} WHERE integration_id = ? AND run_id <> ? AND removed_at IS NULL ORDER BY rowid"
        )
        self.current = f"SELECT count(*) FROM {name} WHERE integration_id = ? AND removed_at IS NULL"  # noqa: S608

    def by_keys(self, number: int) -> str:
        """Return the query for `number` keys of one source."""
        return (
            f"{self._whole} WHERE integration_id = ? "
            f"AND ({self._keys}) IN (VALUES {', '.join([self._one_key] * number)})"
        )

    def differing(self, number: int) -> str:
        """Return the query for those of `number` records of one source, given by their values, that are not kept so.

        Its columns: the place of the record among those given, then the row as it is kept, all NULL for a new one.
        """
        made = self._differing.get(number)
        if made is None:
            made = self._differing_of(number)
            # Pages are mostly of one length, the last one apart.
            if len(self._differing) < _LENGTHS_REMEMBERED:
                self._differing[number] = made
        return made

    def _differing_of(self, number: int) -> str:
        given = ", ".join(f"({place}, {self._marks})" for place in range(number))
        fields = self._columns.split(", ")
        same_key = " AND ".join(f"r.{name} = g.{name}" for name in fields if name in self._key_names)
        other = " OR ".join(f"r.{name} IS NOT g.{name}" for name in fields if name not in self._key_names)
        kept = ", ".join(f"r.{name}" for name in (*fields, "run_id", "removed_at", "last_changed", "first_run"))
        return (
            f"WITH given (place, {self._columns}) AS (VALUES {given}) "  # noqa: S608 - declared names
            f"SELECT g.place, {kept}, r.rowid FROM given g LEFT JOIN {self.name} r "
            f"ON r.integration_id = ? AND {same_key} "
            f"WHERE r.rowid IS NULL OR r.removed_at IS NOT NULL OR {other}"
        )

    def records_a_query(self) -> int:
        """Return how many records one query takes by their values."""
        return min(_KEYS_A_QUERY, _MOST_VARIABLES // self.width)

    def kept(self, row: Sequence[Any]) -> KeptRow:
        """Return a row of these queries as an object."""
        values, rest = tuple(row[: self.width]), row[self.width :]
        return KeptRow(values, int(rest[0]), rest[1], rest[2], rest[3], int(rest[4]))

    def keys_a_query(self) -> int:
        """Return how many keys one query takes."""
        return min(_KEYS_A_QUERY, _MOST_VARIABLES // self.key_width)


@lru_cache
def statements(name: str) -> Statements:
    """Return the SQL of a data type."""
    return Statements(name)


HISTORY = (
    "INSERT INTO history (integration_id, data_type, record_key, before, run_id, at, operation, before_run, "
    "before_changed, before_removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
TALLY = (
    "INSERT INTO tallies (integration_id, data_type, records) VALUES (?, ?, ?) "
    "ON CONFLICT (integration_id, data_type) DO UPDATE SET records = records + excluded.records"
)


def rows_of(connection: sa.Connection, statement: str, parameters: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    """Return all rows of a query as the driver gives them: a page of a thousand goes through no wrapper."""
    result = connection.exec_driver_sql(statement, parameters)
    cursor: Any = result.cursor
    rows: list[tuple[Any, ...]] = cursor.fetchall()
    result.close()
    return rows


def many(connection: sa.Connection, statement: str, rows: list[tuple[Any, ...]]) -> int:
    """Run a statement for each row; return how many rows of the table it changed."""
    driver: Any = connection.connection.dbapi_connection
    before = driver.total_changes
    connection.exec_driver_sql(statement, rows)
    return int(driver.total_changes - before)


def insert_new(connection: sa.Connection, target: Target, rows: list[Values], now: str) -> int:
    """Insert records that are not there yet; return how many of them were not."""
    sql = statements(target.data_type.name)
    driver: Any = connection.connection.dbapi_connection
    before = driver.total_changes
    same = (target.integration_id, target.run_id, now)
    whole = len(rows) - len(rows) % _ROWS_AN_INSERT
    for start in range(0, whole, _ROWS_AN_INSERT):
        some = rows[start : start + _ROWS_AN_INSERT]
        connection.exec_driver_sql(sql.insert_many, (*same, *chain.from_iterable(some)))
    if whole < len(rows):
        connection.exec_driver_sql(sql.insert_one, [(*same, *values) for values in rows[whole:]])
    return int(driver.total_changes - before)


def json_of(values: Sequence[Value]) -> str:
    """Return values as the compact JSON in which keys and old images are kept."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def history_row(target: Target, kept: KeptRow, operation: str, now: str) -> tuple[Any, ...]:
    """Return the row of the history that keeps a record as it was before a run touched it."""
    key = kept.values[: statements(target.data_type.name).key_width]
    return (
        target.integration_id,
        target.data_type.name,
        json_of(key),
        json_of(kept.values),
        target.run_id,
        now,
        operation,
        kept.run_id,
        kept.last_changed,
        kept.removed_at,
    )


def values_of(written: str) -> Values:
    """Return values from the JSON in which they are kept."""
    return tuple(json.loads(written))
