"""Removing what a complete list does not hold any more: softly, and with the old image in the history."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import sqlalchemy as sa

from hub_desktop.core.times import to_text, utc_now
from hub_desktop.core.validation import Values
from hub_desktop.store.engine import writing
from hub_desktop.store.record_sql import (
    HISTORY,
    TALLY,
    KeptRow,
    Target,
    history_row,
    json_of,
    many,
    rows_of,
    statements,
    values_of,
)
from hub_desktop.store.record_tables import held_records, holds
from hub_desktop.store.seen_rows import SeenRows

_AT_ONCE = 500
_FORGET_VALIDATORS = "DELETE FROM validators WHERE integration_id = ? AND endpoint = ?"


class Removals:
    """Finds and removes the records that a complete pass did not bring."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def forget_returned(self, target: Target, seen: SeenRows) -> int:
        """Forget that a person chose to keep records which the run saw or wrote; return how many there were.

        The choice was about their absence. When they are gone another time, a person is asked another time.
        """
        sql = statements(target.data_type.name)
        with self._engine.connect() as connection:
            back = [
                key
                for key in self._kept_on_purpose(target)
                for row in rows_of(connection, sql.by_key, (target.integration_id, *values_of(key)))
                if row[-1] in seen or sql.kept(row).run_id == target.run_id
            ]
        if not back:
            return 0
        refused = sa.select(holds.c.id).where(
            holds.c.integration_id == target.integration_id,
            holds.c.endpoint == target.endpoint,
            holds.c.state == "refused",
        )
        with self._writing.begin() as connection:
            for start in range(0, len(back), _AT_ONCE):
                connection.execute(
                    sa.delete(held_records).where(
                        held_records.c.hold_id.in_(refused),
                        held_records.c.operation == "remove",
                        held_records.c.record_key.in_(back[start : start + _AT_ONCE]),
                    )
                )
        return len(back)

    def gone(self, target: Target, seen: SeenRows) -> "array[int]":
        """Return the rows of a source that the run neither saw nor wrote, without those a person chose to keep."""
        sql = statements(target.data_type.name)
        kept = self._kept_on_purpose(target)
        found = array("q")
        with self._engine.connect() as connection:
            result = connection.exec_driver_sql(sql.not_of_run, (target.integration_id, target.run_id))
            for row in result:
                if row[-1] not in seen and json_of(row[: sql.key_width]) not in kept:
                    found.append(row[-1])
        return found

    def keys(self, target: Target, rows: Sequence[int]) -> Iterator[Values]:
        """Yield the keys of rows."""
        sql = statements(target.data_type.name)
        with self._engine.connect() as connection:
            for row in rows:
                for found in rows_of(connection, sql.by_rowid, (row,)):
                    yield found[: sql.key_width]

    def remove(self, target: Target, rows: Iterable[int]) -> int:
        """Remove rows in the name of the run; return how many there were."""
        waiting, removed = iter(rows), 0
        with self._writing.begin() as connection:
            while some := list(islice(waiting, _AT_ONCE)):
                removed += remove_rows(connection, target, some)
        return removed

    def remove_keys(self, target: Target, keys: Iterable[Values]) -> int:
        """Remove the records of these keys, as far as they are there; return how many there were."""
        sql = statements(target.data_type.name)
        with self._writing.begin() as connection:
            rows = [row[-1] for key in keys for row in rows_of(connection, sql.by_key, (target.integration_id, *key))]
            return remove_rows(connection, target, rows)

    def _kept_on_purpose(self, target: Target) -> set[str]:
        """Return the keys of records whose removal a person refused."""
        query = (
            sa.select(held_records.c.record_key)
            .join(holds)
            .where(
                holds.c.integration_id == target.integration_id,
                holds.c.endpoint == target.endpoint,
                holds.c.state == "refused",
                held_records.c.operation == "remove",
            )
        )
        with self._engine.connect() as connection:
            return set(connection.execute(query).scalars())


def remove_rows(connection: sa.Connection, target: Target, rows: Sequence[int]) -> int:
    """Remove rows that are not removed yet, within a transaction; return how many that were."""
    sql, now = statements(target.data_type.name), to_text(utc_now())
    found: list[KeptRow] = []
    for row in rows:
        found += [sql.kept(kept) for kept in rows_of(connection, sql.by_rowid, (row,))]
    current = [kept for kept in found if kept.removed_at is None]
    if current:
        many(connection, HISTORY, [history_row(target, kept, "removed", now) for kept in current])
        many(connection, sql.remove, [(target.run_id, now, now, kept.rowid) for kept in current])
        connection.exec_driver_sql(TALLY, (target.integration_id, target.data_type.name, -len(current)))
        # They may come back on pages that are then as they were before.
        connection.exec_driver_sql(_FORGET_VALIDATORS, (target.integration_id, target.endpoint))
    return len(current)
