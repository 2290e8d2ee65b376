"""The audit on disk: append-only, each row chained to the one before it by SHA-256."""

import hashlib
import json
from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa
from msgspec import Struct

from hub_desktop.core.actor import Actor
from hub_desktop.core.times import from_text, to_text, utc_now
from hub_desktop.store.engine import writing
from hub_desktop.store.tables import audit

_CHAINED = ("at", "actor", "role", "face", "use_case", "subject", "college_id", "outcome", "detail", "previous")


class AuditRow(Struct, frozen=True):
    """One use case as it was asked for, and how it ended: done, refused or failed."""

    row_id: int
    at: datetime
    actor: str
    role: str
    face: str
    use_case: str
    subject: str
    college_id: int | None
    outcome: str
    detail: str


class Verification(Struct, frozen=True):
    """Whether the chain is whole; `broken_at` is the first row that does not fit, None when all do."""

    rows: int
    broken_at: int | None

    @property
    def whole(self) -> bool:
        """Whether no row was changed, removed or put in between."""
        return self.broken_at is None


class AuditStore:
    """Appends to the audit and proves that it is whole."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def append(
        self, actor: Actor, use_case: str, *, subject: str, college_id: int | None, outcome: str, detail: str
    ) -> None:
        """Write one row."""
        row: dict[str, str | int | None] = {
            "at": to_text(utc_now()),
            "actor": actor.name,
            "role": str(actor.role),
            "face": str(actor.face),
            "use_case": use_case,
            "subject": subject,
            "college_id": college_id,
            "outcome": outcome,
            "detail": detail,
        }
        with self._writing.begin() as connection:
            # Read under the write lock, so that no other process can chain to the same row.
            last = connection.execute(sa.select(audit.c.digest).order_by(audit.c.id.desc()).limit(1)).scalar()
            row["previous"] = last or ""
            connection.execute(sa.insert(audit).values(row | {"digest": _digest(row)}))

    def latest(
        self,
        limit: int = 200,
        before: int | None = None,
        *,
        college_ids: Collection[int] | None = None,
        actor: str = "",
        offset: int = 0,
    ) -> list[AuditRow]:
        """Return audit rows, newest first; with `college_ids` only those of these colleges and `actor`'s own."""
        conditions = _wanted(before, college_ids, actor)
        query = sa.select(audit).where(*conditions).order_by(audit.c.id.desc()).limit(limit).offset(offset)
        with self._engine.connect() as connection:
            return [
                AuditRow(
                    row.id,
                    from_text(row.at),
                    row.actor,
                    row.role,
                    row.face,
                    row.use_case,
                    row.subject,
                    row.college_id,
                    row.outcome,
                    row.detail,
                )
                for row in connection.execute(query)
            ]

    def count(self, before: int | None = None, *, college_ids: Collection[int] | None = None, actor: str = "") -> int:
        """Return how many rows `latest` finds without a limit."""
        query = sa.select(sa.func.count()).select_from(audit).where(*_wanted(before, college_ids, actor))
        with self._engine.connect() as connection:
            return connection.execute(query).scalar_one()

    def verify(self) -> Verification:
        """Walk the whole chain from its beginning."""
        previous, rows, expected = "", 0, 1
        with self._engine.connect() as connection:
            for row in connection.execute(sa.select(audit).order_by(audit.c.id)).mappings():
                chained = {name: row[name] for name in _CHAINED}
                if row["id"] != expected or row["previous"] != previous or row["digest"] != _digest(chained):
                    return Verification(rows, int(row["id"]))
                previous, rows, expected = row["digest"], rows + 1, expected + 1
            # Rows cut off at the end leave no gap, but SQLite remembers the highest number it ever gave.
            given = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").scalar() or 0
        return Verification(rows, rows + 1 if given > rows else None)


def _wanted(before: int | None, college_ids: Collection[int] | None, actor: str) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = [] if before is None else [audit.c.id < before]
    if college_ids is not None:
        own = sa.and_(audit.c.college_id.is_(None), audit.c.actor == actor)
        conditions.append(sa.or_(audit.c.college_id.in_(college_ids), own))
    return conditions


def _digest(row: dict[str, str | int | None]) -> str:
    text = json.dumps([row[name] for name in _CHAINED], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()
