"""Taking a run back: every record it wrote last becomes again what it was before, exactly."""

from collections.abc import Iterator, Mapping

import sqlalchemy as sa
from msgspec import Struct, field

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.naming import name_of
from hub_desktop.core.validation import Values
from hub_desktop.store.engine import writing
from hub_desktop.store.record_sql import (
    KeptRow,
    Target,
    json_of,
    many,
    rows_of,
    statements,
    values_of,
)
from hub_desktop.store.rows_by_key import rows_by_key

_OLDEST = (
    "SELECT before, before_run, before_changed, before_removed FROM history WHERE integration_id = ? AND data_type = ? "
    "AND record_key = ? AND run_id = ? ORDER BY id LIMIT 1"
)
_FORGET = "DELETE FROM history WHERE integration_id = ? AND data_type = ? AND record_key = ? AND run_id = ?"
_TOUCHED = "SELECT DISTINCT record_key FROM history WHERE integration_id = ? AND data_type = ? AND run_id = ? LIMIT ?"
_WITHIN = (
    "SELECT DISTINCT record_key FROM history WHERE integration_id = ? AND data_type = ? AND run_id = ? "
    "AND before_run = ?"
)
_COUNT = (
    "INSERT INTO tallies (integration_id, data_type, records) VALUES (?, ?, ?) "
    "ON CONFLICT (integration_id, data_type) DO UPDATE SET records = excluded.records"
)
_FORGET_CURSORS = "UPDATE cursors SET value = NULL, fingerprint = NULL WHERE integration_id = ?"
_FORGET_VALIDATORS = "DELETE FROM validators WHERE integration_id = ?"
_MOST_LATER = 1_000


class Undone(Struct, frozen=True):
    """What taking a run back did to the records of one data type."""

    data_type: str
    taken_out: int = 0
    """Records that the run had added."""
    put_back: int = 0
    """Records that the run had changed or removed."""
    later: tuple[Values, ...] = ()
    """Keys of records that later runs have changed since, which were left as they are; a thousand at most."""


class Undoable(Struct, frozen=True):
    """What taking a run back would do to the records of one data type."""

    data_type: str
    added: int = 0
    """Records that the run added, and that would be taken out."""
    changed: int = 0
    removed: int = 0
    """Records that the run removed, and that would come back."""
    later: tuple[Values, ...] = ()
    """Keys of records that later runs have changed since, which would stay as they are; a thousand at most."""
    names: Mapping[Values, str] = field(default_factory=dict)
    """What those are called, where they have a name."""

    @property
    def total(self) -> int:
        """How many records would become again what they were."""
        return self.added + self.changed + self.removed


class Restoration(Struct, frozen=True):
    """What a record becomes again."""

    row: KeptRow
    """As the run left it."""
    values: Values
    run_id: int
    last_changed: str
    removed_at: str | None


class Undo:
    """Takes runs back; each in one transaction."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def run(self, integration_id: int, run_id: int) -> list[Undone]:
        """Take a run back for all data types; return what was done for those it had touched.

        What the endpoints remember of how far they have come is forgotten, so that the next sync reads everything.
        Raises ConfigurationError, and changes nothing, for a run of a version that kept too little to restore.
        """
        found: list[Undone] = []
        with self._writing.begin() as connection:
            for name in DATA_TYPES:
                undone = self._data_type(connection, Target(integration_id, "", DATA_TYPES[name], run_id))
                if undone.taken_out or undone.put_back or undone.later:
                    found.append(undone)
            connection.exec_driver_sql(_FORGET_CURSORS, (integration_id,))
            connection.exec_driver_sql(_FORGET_VALIDATORS, (integration_id,))
        return found

    def would(self, integration_id: int, run_id: int) -> list[Undoable]:
        """Return what taking a run back would do now, for the data types of which something is left of it."""
        with self._engine.connect() as connection:
            looked = [self._would(connection, Target(integration_id, "", DATA_TYPES[n], run_id)) for n in DATA_TYPES]
        return [one for one in looked if one.total or one.later]

    def _would(self, connection: sa.Connection, target: Target) -> Undoable:
        kind = target.data_type
        where = (target.run_id, target.integration_id, target.run_id)
        left: dict[tuple[bool, bool], int] = {}
        for added, removed, number in rows_of(connection, statements(kind.name).left_by, where):
            left[bool(added), bool(removed)] = number
        later = self._later(connection, target)
        rows = rows_by_key(connection, target.integration_id, kind.name, later)
        named = {key: name for key, kept in rows.items() if (name := name_of(kind, kept.values))}
        out = sum(number for (added, _), number in left.items() if added)
        return Undoable(kind.name, out, left.get((False, False), 0), left.get((False, True), 0), later, named)

    def _data_type(self, connection: sa.Connection, target: Target) -> Undone:
        later = self._later(connection, target)
        out = take_out_added(connection, target)
        restorations = list(restorations_of(connection, target))
        restore(connection, target, restorations)
        if out or restorations:
            recount(connection, target)
        return Undone(target.data_type.name, out, len(restorations), later)

    def _later(self, connection: sa.Connection, target: Target) -> tuple[Values, ...]:
        """Return the keys of records that the run touched and that later runs have written since."""
        sql = statements(target.data_type.name)
        touched = rows_of(
            connection, _TOUCHED, (target.integration_id, target.data_type.name, target.run_id, _MOST_LATER)
        )
        keys = [values_of(written) for (written,) in touched]
        first = (target.integration_id, target.run_id, target.run_id, _MOST_LATER)
        keys += [row[: sql.key_width] for row in rows_of(connection, sql.first_of_run, first)]
        return tuple(
            key
            for key in dict.fromkeys(keys)
            for row in rows_of(connection, sql.by_key, (target.integration_id, *key))
            if sql.kept(row).run_id != target.run_id
        )[:_MOST_LATER]


def take_out_added(connection: sa.Connection, target: Target) -> int:
    """Delete the records that a run added and nobody wrote since, with what the history says of them."""
    sql = statements(target.data_type.name)
    where = (target.integration_id, target.data_type.name, target.run_id, target.run_id)
    # A record that came twice in the run that added it has an image of itself.
    doubled = [key for (key,) in rows_of(connection, _WITHIN, where)]
    out = connection.exec_driver_sql(sql.delete_added, (target.integration_id, target.run_id, target.run_id)).rowcount
    for key in doubled:
        if not rows_of(connection, sql.by_key, (target.integration_id, *values_of(key))):
            connection.exec_driver_sql(_FORGET, (target.integration_id, target.data_type.name, key, target.run_id))
    return int(out)


def restorations_of(connection: sa.Connection, target: Target) -> Iterator[Restoration]:
    """Yield what each record becomes again that was there before the run, and that the run wrote last."""
    sql = statements(target.data_type.name)
    for found in rows_of(connection, sql.changed_by, (target.integration_id, target.run_id, target.run_id)):
        row = sql.kept(found)
        key = json_of(row.values[: sql.key_width])
        images = rows_of(connection, _OLDEST, (target.integration_id, target.data_type.name, key, target.run_id))
        if not images or images[0][1] is None:
            raise ConfigurationError(
                "This run was made by an older version of the program, which did not keep what is needed to undo it.",
                f"run {target.run_id}: no whole image of {target.data_type.name} {key}",
            )
        before, run_id, changed, removed = images[0]
        yield Restoration(row, values_of(before), run_id, changed, removed)


def restore(connection: sa.Connection, target: Target, restorations: list[Restoration]) -> None:
    """Make records what they were, and forget that the run ever touched them."""
    if not restorations:
        return
    sql = statements(target.data_type.name)
    many(
        connection,
        sql.restore,
        [
            (*one.values[sql.key_width :], one.run_id, one.last_changed, one.removed_at, one.row.rowid)
            for one in restorations
        ],
    )
    keys = [json_of(one.row.values[: sql.key_width]) for one in restorations]
    where = (target.integration_id, target.data_type.name)
    many(connection, _FORGET, [(*where, key, target.run_id) for key in keys])


def recount(connection: sa.Connection, target: Target) -> None:
    """Set the number of current records of a source and data type to what it is."""
    ((current,),) = rows_of(connection, statements(target.data_type.name).current, (target.integration_id,))
    connection.exec_driver_sql(_COUNT, (target.integration_id, target.data_type.name, current))
