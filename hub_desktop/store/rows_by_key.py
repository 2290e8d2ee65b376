"""Records looked up by their keys, as they lie on disk now."""

from collections.abc import Iterable, Iterator
from itertools import islice

import sqlalchemy as sa

from hub_desktop.core.validation import Values
from hub_desktop.store.record_sql import KeptRow, rows_of, statements


def rows_by_key(
    connection: sa.Connection, integration_id: int, data_type: str, keys: Iterable[Values]
) -> dict[Values, KeptRow]:
    """Return the rows of these keys of one source, removed ones too; a key without a row is missing."""
    sql = statements(data_type)
    found: dict[Values, KeptRow] = {}
    for some in _some(keys, sql.keys_a_query()):
        flat = tuple(value for key in some for value in key)
        for row in rows_of(connection, sql.by_keys(len(some)), (integration_id, *flat)):
            kept = sql.kept(row)
            found[kept.values[: sql.key_width]] = kept
    return found


def _some(keys: Iterable[Values], number: int) -> Iterator[list[Values]]:
    waiting = iter(keys)
    while some := list(islice(waiting, number)):
        yield some
