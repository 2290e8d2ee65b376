"""The current view of the records: listed by one statement, read a page at a time, compared source with source."""

import json
import threading
from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from hub_desktop.core.current import Correction, FieldNow, SourceOrder, SourceRow, current_fields
from hub_desktop.core.datatypes import DataType
from hub_desktop.core.errors import CancelledError
from hub_desktop.core.filters import Search
from hub_desktop.core.times import from_text
from hub_desktop.core.validation import Values
from hub_desktop.store.corrections import CorrectionStore
from hub_desktop.store.current_sql import CurrentSql
from hub_desktop.store.record_tables import tallies

Refs = Sequence[int]
"""The row numbers of the leading rows of records, in their order."""

_CHUNK = 5_000
_FIRST = 200
_KEYS_A_QUERY = 1_000
_MOST_VARIABLES = 30_000
_CACHE_KB = 262_144
"""A scan of a million records reads and decrypts some 200 MB; the next one finds them here."""
_STEPS = 200_000
"""Steps of SQLite's machine between two looks at whether the answer is still wanted: some milliseconds."""


class CurrentRow(Struct, frozen=True):
    """The current record of a key with every source that has it."""

    college_id: int
    fields: tuple[FieldNow, ...]
    rows: tuple[SourceRow, ...]

    @property
    def values(self) -> Values:
        """The current values in stored order."""
        return tuple(field.value for field in self.fields)


class Listing(Struct, frozen=True):
    """Which records a search found; `refs` is None for all of one source, in the order of their key."""

    refs: Refs | None
    total: int
    only_source: int | None = None


class CurrentStore:
    """Reads the current view. Scans go over one connection with a large cache, until `rest` is called."""

    def __init__(self, engine: sa.Engine, corrections: CorrectionStore) -> None:
        self._engine = engine
        self._corrections = corrections
        self._scanning: sa.Connection | None = None
        self._lock = threading.Lock()

    def sources_with(self, data_type: DataType) -> frozenset[int]:
        """Return the sources that have records of this kind."""
        query = sa.select(tallies.c.integration_id).where(tallies.c.data_type == data_type.name, tallies.c.records > 0)
        with self._engine.connect() as connection:
            return frozenset(int(row[0]) for row in connection.execute(query))

    def look(
        self,
        data_type: DataType,
        search: Search,
        orders: Sequence[SourceOrder],
        *,
        cancel: threading.Event | None = None,
        told: Callable[[Listing], None] | None = None,
    ) -> Listing:
        """List the records wanted; `told` hears of the first of them as soon as they are found.

        Raises CancelledError when `cancel` is set meanwhile.
        """
        orders = [order for order in orders if order.sources]
        if not orders:
            return Listing(array("q"), 0)
        plain = self._plain(data_type, search, orders)
        if plain is not None:
            return plain
        corrected = {order.college_id: self._corrections.fields(order.college_id, data_type) for order in orders}
        with self._lock:
            connection = self._scan_connection()
            sql = CurrentSql(data_type, search, orders, corrected, joins=_joins(connection))
            try:
                if search.sort and told is not None:
                    # Sorting everything takes longer than finding the first page of it.
                    first = sql.listing(_FIRST)
                    refs = array(
                        "q", (row[0] for row in connection.exec_driver_sql(first.text, tuple(first.parameters)))
                    )
                    if len(refs) >= _FIRST:
                        told(Listing(refs, len(refs)))
                    told = None
                return self._list(connection, sql, cancel, told)
            finally:
                connection.rollback()

    def rest(self) -> None:
        """Give back the large cache: nobody looks at the records."""
        with self._lock:
            if self._scanning is not None:
                self._scanning.exec_driver_sql("PRAGMA cache_size = -10000")
                self._scanning.exec_driver_sql("PRAGMA shrink_memory")
                self._scanning.close()
                self._scanning = None

    def page(
        self, data_type: DataType, listing: Listing, orders: Sequence[SourceOrder], start: int, size: int
    ) -> list[CurrentRow]:
        """Return the records from place `start` on; one that went since it was listed is left out."""
        with self._engine.connect() as connection:
            if listing.refs is None:
                refs = self._refs_at(connection, data_type, listing.only_source, start, size)
            else:
                refs = list(listing.refs[start : start + size])
            leading = _rows_by_ref(connection, data_type, refs)
            return self._with_others(connection, data_type, [leading[ref] for ref in refs if ref in leading], orders)

    def record(self, data_type: DataType, order: SourceOrder, key: Values) -> CurrentRow | None:
        """Return the current record of a key, None when no source has it; its rows include the removed ones."""
        with self._engine.connect() as connection:
            rows = _rows_by_key(connection, data_type, [key], order.sources, removed=True).get(key, [])
        corrections = self._corrections.of_records(order.college_id, data_type, [key]).get(key, {})
        fields = current_fields(data_type, rows, order, corrections)
        return CurrentRow(order.college_id, fields, _ordered(rows, order)) if rows else None

    # -- how it is read ------------------------------------------------------------------------------------------

    def _plain(self, data_type: DataType, search: Search, orders: Sequence[SourceOrder]) -> Listing | None:
        """Return the listing of everything there is of one source, which needs no scan."""
        if search.narrowed and (search.filters or search.text or search.changed_since is not None):
            return None
        if search.sort or search.descending or len(orders) != 1 or len(orders[0].sources) != 1:
            return None
        source = orders[0].sources[0]
        known = sa.select(tallies.c.records).where(
            tallies.c.integration_id == source, tallies.c.data_type == data_type.name
        )
        with self._engine.connect() as connection:
            return Listing(None, connection.execute(known).scalar() or 0, source)

    def _list(
        self,
        connection: sa.Connection,
        sql: CurrentSql,
        cancel: threading.Event | None,
        told: Callable[[Listing], None] | None,
    ) -> Listing:
        statement = sql.listing()
        driver: Any = connection.connection.driver_connection
        if cancel is not None:
            driver.set_progress_handler(cancel.is_set, _STEPS)
        refs = array("q")
        try:
            result = connection.exec_driver_sql(statement.text, tuple(statement.parameters))
            cursor: Any = result.cursor
            while some := cursor.fetchmany(_CHUNK if refs else _FIRST):
                refs.extend(row[0] for row in some)
                if told is not None and len(refs) >= _FIRST:
                    # Fewer than these are all there are, and are told as such in a moment.
                    told(Listing(array("q", refs), len(refs)))
                told = None
            result.close()
        except Exception:
            # SQLAlchemy's error, or the driver's own where rows are fetched past it.
            if cancel is not None and cancel.is_set():
                raise CancelledError("The search was stopped, because another one was asked for.") from None
            raise
        finally:
            driver.set_progress_handler(None, 0)
        return Listing(refs, len(refs))

    def _scan_connection(self) -> sa.Connection:
        if self._scanning is None:
            self._scanning = self._engine.connect()
            self._scanning.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE_KB}")
        return self._scanning

    @staticmethod
    def _refs_at(
        connection: sa.Connection, data_type: DataType, source: int | None, start: int, size: int
    ) -> list[int]:
        table, keys = data_type.name, data_type.order_names
        # By the index of the key alone. The removed records, mostly few, have an index of their own.
        gone = f"FROM {table} g INDEXED BY {table}_removed WHERE g.integration_id = ? AND g.removed_at IS NOT NULL"
        without = ""
        given: tuple[int, ...] = (source or 0,)
        if connection.exec_driver_sql(f"SELECT 1 {gone} LIMIT 1", given).first() is not None:
            same = "".join(f" AND g.{key} = r.{key}" for key in keys)
            without, given = f"AND NOT EXISTS (SELECT 1 {gone}{same}) ", (*given, *given)
        rows = connection.exec_driver_sql(
            f"SELECT r.rowid FROM {table} r WHERE r.integration_id = ? {without}"  # noqa: S608 - declared names
            f"ORDER BY {', '.join(f'r.{key}' for key in keys)} LIMIT ? OFFSET ?",
            (*given, size, start),
        )
        return [int(row[0]) for row in rows]

    def _with_others(
        self,
        connection: sa.Connection,
        data_type: DataType,
        leading: list[SourceRow],
        orders: Sequence[SourceOrder],
    ) -> list[CurrentRow]:
        size = len(data_type.key_fields)
        place_of = {number: place for place, order in enumerate(orders) for number in order.sources}
        found: dict[tuple[int, Values], list[SourceRow]] = {}
        for row in leading:
            found[place_of[row.integration_id], row.values[:size]] = [row]
        corrections: dict[tuple[int, Values], dict[str, Correction]] = {}
        for number, order in enumerate(orders):
            keys = [key for place, key in found if place == number]
            if len(order.sources) > 1:
                for key, rows in _rows_by_key(connection, data_type, keys, order.sources).items():
                    found[number, key] = rows
            for key, fields in self._corrections.of_records(order.college_id, data_type, keys).items():
                corrections[number, key] = fields
        return [
            CurrentRow(
                orders[number].college_id,
                current_fields(data_type, rows, orders[number], corrections.get((number, key))),
                _ordered(rows, orders[number]),
            )
            for (number, key), rows in found.items()
        ]


def _joins(connection: sa.Connection) -> bool:
    version = str(connection.exec_driver_sql("SELECT sqlite_version()").scalar())
    return tuple(map(int, version.split(".")[:2])) >= (3, 44)


def _ordered(rows: Iterable[SourceRow], order: SourceOrder) -> tuple[SourceRow, ...]:
    return tuple(sorted(rows, key=lambda row: order.sources.index(row.integration_id)))


def columns_of(data_type: DataType) -> str:
    """Return the columns of a row as `source_row` takes them."""
    return (
        f"integration_id, {', '.join(data_type.field_names)}, run_id, first_seen, last_changed, removed_at, first_run"
    )


def source_row(stored: Sequence[Any]) -> SourceRow:
    """Return the row of the columns that `columns_of` names."""
    number, *values, run_id, first_seen, last_changed, removed_at, first_run = stored
    return SourceRow(
        int(number),
        tuple(values),
        int(run_id),
        from_text(first_seen),
        from_text(last_changed),
        None if removed_at is None else from_text(removed_at),
        first_run,
    )


def _rows_by_ref(connection: sa.Connection, data_type: DataType, refs: Sequence[int]) -> dict[int, SourceRow]:
    rows = connection.exec_driver_sql(
        f"SELECT rowid, {columns_of(data_type)} FROM {data_type.name} "  # noqa: S608 - declared names
        "WHERE rowid IN (SELECT value FROM json_each(?)) AND removed_at IS NULL",
        (json.dumps(list(refs)),),
    )
    return {int(ref): source_row(stored) for ref, *stored in rows}


def _rows_by_key(
    connection: sa.Connection,
    data_type: DataType,
    keys: Collection[Values],
    sources: Sequence[int],
    *,
    removed: bool = False,
) -> dict[Values, list[SourceRow]]:
    """Return what the sources say of each of the keys."""
    size = len(data_type.key_fields)
    names = ", ".join(f.name for f in data_type.key_fields)
    found: dict[Values, list[SourceRow]] = {}
    every = list(keys)
    step = min(_KEYS_A_QUERY, _MOST_VARIABLES // size)
    one = f"({', '.join('?' * size)})"
    for source in sources:
        for start in range(0, len(every), step):
            some = every[start : start + step]
            rows = connection.exec_driver_sql(
                f"SELECT {columns_of(data_type)} FROM {data_type.name} WHERE integration_id = ? "  # noqa: S608
                f"AND ({names}) IN (VALUES {', '.join([one] * len(some))})"
                + ("" if removed else " AND removed_at IS NULL"),
                (source, *(part for key in some for part in key)),
            )
            for stored in rows:
                row = source_row(stored)
                found.setdefault(row.values[:size], []).append(row)
    return found
