"""Corrections: values that people put above all sources, each with who made it and when."""

import json
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from hub_desktop.core.current import Correction
from hub_desktop.core.datatypes import DataType
from hub_desktop.core.times import to_text, utc_now
from hub_desktop.core.validation import Value, Values
from hub_desktop.store.engine import writing
from hub_desktop.store.record_sql import json_of
from hub_desktop.store.record_tables import corrections, history

CORRECTED, UNCORRECTED = "corrected", "uncorrected"
"""What the history calls it; such a row belongs to a college (its number, negative) and to no run (0)."""
_KEYS_A_QUERY = 1_000


class CorrectionStore:
    """Reads and writes corrections. Each change of one leaves a row in the history."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def put(self, college_id: int, data_type: DataType, key: Values, correction: Correction, before: Value) -> None:
        """Keep the correction in place of any earlier one; `before` is the value that stood there until now."""
        where = (college_id, data_type.name, json_of(key), correction.field)
        with self._writing.begin() as connection:
            connection.exec_driver_sql(
                "INSERT INTO corrections (college_id, data_type, record_key, field, value, made_by, made_at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (college_id, data_type, record_key, field) "
                "DO UPDATE SET value = excluded.value, made_by = excluded.made_by, made_at = excluded.made_at",
                (*where, _kept(correction.value), correction.made_by, to_text(correction.made_at)),
            )
            _note(connection, CORRECTED, where, (before, correction.value, correction.made_by))

    def remove(self, college_id: int, data_type: DataType, key: Values, field: str, who: str) -> Correction | None:
        """Take the correction away and return it; None when there is none."""
        where = (college_id, data_type.name, json_of(key), field)
        with self._writing.begin() as connection:
            found = connection.execute(
                sa.select(corrections).where(
                    corrections.c.college_id == college_id,
                    corrections.c.data_type == data_type.name,
                    corrections.c.record_key == where[2],
                    corrections.c.field == field,
                )
            ).first()
            if found is None:
                return None
            connection.execute(sa.delete(corrections).where(corrections.c.id == found.id))
            removed = _correction(found)
            _note(connection, UNCORRECTED, where, (removed.value, None, who))
        return removed

    def fields(self, college_id: int, data_type: DataType) -> frozenset[str]:
        """Return the fields of which any record of the college is corrected."""
        query = (
            sa.select(corrections.c.field)
            .where(corrections.c.college_id == college_id, corrections.c.data_type == data_type.name)
            .distinct()
        )
        with self._engine.connect() as connection:
            return frozenset(str(row[0]) for row in connection.execute(query))

    def of_records(
        self, college_id: int, data_type: DataType, keys: Collection[Values]
    ) -> dict[Values, dict[str, Correction]]:
        """Return the corrections of these records by key and field."""
        found: dict[Values, dict[str, Correction]] = {}
        every = {json_of(key): key for key in keys}
        texts = list(every)
        with self._engine.connect() as connection:
            for start in range(0, len(texts), _KEYS_A_QUERY):
                rows = connection.execute(
                    sa.select(corrections).where(
                        corrections.c.college_id == college_id,
                        corrections.c.data_type == data_type.name,
                        corrections.c.record_key.in_(texts[start : start + _KEYS_A_QUERY]),
                    )
                )
                for row in rows:
                    found.setdefault(every[row.record_key], {})[row.field] = _correction(row)
        return found


def _correction(row: sa.Row[Any]) -> Correction:
    value = None if row.value is None else json.loads(row.value)
    return Correction(row.field, value, row.made_by, row.made_at)


def _kept(value: Value) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _note(connection: sa.Connection, operation: str, where: tuple[int, str, str, str], told: tuple[Value, ...]) -> None:
    college_id, data_type, record_key, field = where
    connection.execute(
        sa.insert(history).values(
            integration_id=-college_id,
            data_type=data_type,
            record_key=record_key,
            before=json_of([field, *told]),
            run_id=0,
            at=utc_now(),
            operation=operation,
        )
    )
