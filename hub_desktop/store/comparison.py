"""Sources compared: fields on which they disagree, and records that only one of them has."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from hub_desktop.core.current import SourceOrder, SourceRow
from hub_desktop.core.datatypes import DATA_TYPES, DataType
from hub_desktop.core.validation import Values
from hub_desktop.store.current import columns_of, source_row


class Reconciliation(Struct, frozen=True):
    """Two sources side by side, by the number of the record (a tuple of its key)."""

    first_total: int
    second_total: int
    both: int
    only_first: list[Values]
    only_second: list[Values]
    only_first_total: int
    only_second_total: int
    differing: list[Values]
    """Of those that both have, the ones for which they say something different."""


class ComparisonStore:
    """Reads what the sources of a college say of the same records."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def conflicting(
        self, data_type: DataType, order: SourceOrder, fields: Sequence[str], limit: int, offset: int = 0
    ) -> dict[Values, list[SourceRow]]:
        """Return, by key, the rows of records for whose `fields` two sources have different values."""
        if len(order.sources) < 2 or not fields:
            return {}
        names = data_type.order_names
        keys, table, size = ", ".join(names), data_type.name, len(names)
        marks = ", ".join("?" * len(order.sources))
        differ = " OR ".join(f"count(DISTINCT {field}) > 1" for field in fields)
        with self._engine.connect() as connection:
            rows = connection.exec_driver_sql(
                f"SELECT {', '.join('r.' + one.strip() for one in columns_of(data_type).split(','))} "  # noqa: S608
                f"FROM {table} r JOIN (SELECT {keys} FROM {table} WHERE integration_id IN ({marks}) "
                f"AND removed_at IS NULL GROUP BY {keys} HAVING count(*) > 1 AND ({differ}) ORDER BY {keys} "
                f"LIMIT ? OFFSET ?) k ON {' AND '.join(f'r.{name} = k.{name}' for name in names)} "
                f"WHERE r.integration_id IN ({marks}) AND r.removed_at IS NULL "
                f"ORDER BY {', '.join(f'r.{name}' for name in names)}",
                (*order.sources, limit, offset, *order.sources),
            )
            found: dict[Values, list[SourceRow]] = {}
            for stored in rows:
                row = source_row(stored)
                found.setdefault(row.values[:size], []).append(row)
        return found

    def reconcile(self, data_type: DataType, first: int, second: int, limit: int) -> Reconciliation:
        """Return which records of the kind only one of the two sources knows.

        A source without records of the kind is asked which of them its other records name: attendance names
        students, though the machine that counts it keeps no list of them.
        """
        names = tuple(f.name for f in data_type.key_fields)
        columns = ", ".join(names)
        others = [f.name for f in data_type.fields if not f.key]
        differing = list(self.conflicting(data_type, SourceOrder(0, (first, second)), others, limit))
        with self._engine.connect() as connection:
            both: list[tuple[str, tuple[Any, ...]]] = [
                self._known(connection, data_type, names, source) for source in (first, second)
            ]
            (one, of_one), (two, of_two) = both

            def number(sql: str, given: tuple[Any, ...]) -> int:
                return int(connection.exec_driver_sql(f"SELECT count(*) FROM ({sql})", given).scalar() or 0)  # noqa: S608

            def listed(sql: str, given: tuple[Any, ...]) -> list[Values]:
                rows = connection.exec_driver_sql(
                    f"SELECT {columns} FROM ({sql}) ORDER BY {columns} LIMIT ?",  # noqa: S608 - declared names
                    (*given, limit),
                )
                return [tuple(row) for row in rows]

            first_only, second_only = f"{one} EXCEPT {two}", f"{two} EXCEPT {one}"
            return Reconciliation(
                number(one, of_one),
                number(two, of_two),
                number(f"{one} INTERSECT {two}", of_one + of_two),
                listed(first_only, of_one + of_two),
                listed(second_only, of_two + of_one),
                number(first_only, of_one + of_two),
                number(second_only, of_two + of_one),
                differing,
            )

    @staticmethod
    def _known(
        connection: sa.Connection, data_type: DataType, names: tuple[str, ...], source: int
    ) -> tuple[str, tuple[Any, ...]]:
        own = (
            f"SELECT {', '.join(names)} FROM {data_type.name} "  # noqa: S608 - declared names
            "WHERE integration_id = ? AND removed_at IS NULL"
        )
        if connection.exec_driver_sql(f"{own} LIMIT 1", (source,)).first() is not None or len(names) > 1:
            return own, (source,)
        naming = [t.name for t in DATA_TYPES.values() if t is not data_type and names[0] in t.field_names]
        if not naming:
            return own, (source,)
        # UNION, and not UNION ALL: each one once.
        legs = [
            f"SELECT {names[0]} FROM {table} WHERE integration_id = ? AND removed_at IS NULL "  # noqa: S608
            f"AND {names[0]} IS NOT NULL AND {names[0]} <> ''"
            for table in naming
        ]
        return f"SELECT * FROM ({' UNION '.join(legs)})", (source,) * len(naming)  # noqa: S608
