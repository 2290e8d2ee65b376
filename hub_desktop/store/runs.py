"""Sync runs and their log on disk."""

from collections.abc import Collection
from datetime import date, datetime

import sqlalchemy as sa

from hub_desktop.core.errors import ErrorKind, NotFoundError, Problem, Remedy
from hub_desktop.core.events import Level, LogRow
from hub_desktop.core.runs import Run, RunStatus, Trigger
from hub_desktop.core.times import utc_now
from hub_desktop.store.engine import new_id, writing
from hub_desktop.store.problems import (
    outcomes_from_json,
    outcomes_to_json,
    problem_from_json,
    problem_to_json,
)
from hub_desktop.store.tables import integrations, log, runs

_INTERRUPTED = Problem(
    ErrorKind.TRANSIENT,
    "The program was stopped during this sync. What had come in by then is kept; the rest comes with the next sync.",
    "the process ended before the run did",
    Remedy.RETRY,
)


class RunStore:
    """Reads and writes runs."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def begin(self, integration_id: int, name: str, trigger: Trigger, asked_by: str) -> Run:
        """Store a run that begins now."""
        now = utc_now()
        with self._writing.begin() as connection:
            made = connection.execute(
                sa.insert(runs).values(
                    integration_id=integration_id,
                    trigger=trigger,
                    status=RunStatus.RUNNING,
                    started_at=now,
                    endpoints={},
                    asked_by=asked_by,
                )
            )
        return Run(new_id(made), integration_id, name, trigger, RunStatus.RUNNING, now, asked_by=asked_by)

    def save(self, run: Run) -> None:
        """Write how the run stands."""
        with self._writing.begin() as connection:
            connection.execute(
                sa.update(runs)
                .where(runs.c.id == run.run_id)
                .values(
                    status=run.status,
                    finished_at=run.finished_at,
                    endpoints=outcomes_to_json(run.endpoints),
                    problem=problem_to_json(run.problem),
                )
            )

    def unfinished(self) -> set[int]:
        """Return the integrations with a run that goes on, or that a stopped program left running."""
        with self._engine.connect() as connection:
            query = sa.select(runs.c.integration_id).where(runs.c.status == RunStatus.RUNNING).distinct()
            return set(connection.scalars(query))

    def interrupted(self, integration_id: int) -> list[Run]:
        """End the runs of the integration that a stopped program left running; return them as ended.

        To be called only while holding the integration's run lock.
        """
        left = self._select(runs.c.integration_id == integration_id, runs.c.status == RunStatus.RUNNING, limit=1000)
        ended = [run.finished(utc_now(), _INTERRUPTED) for run in left]
        for run in ended:
            self.save(run)
        return ended

    def get(self, run_id: int) -> Run:
        """Return the run; raise NotFoundError when there is none."""
        found = self._select(runs.c.id == run_id, limit=1)
        if not found:
            raise NotFoundError(f"There is no run {run_id}.")
        return found[0]

    def latest(self, integration_id: int, limit: int = 50) -> list[Run]:
        """Return the newest runs of the integration, newest first."""
        return self._select(runs.c.integration_id == integration_id, limit=limit)

    def page(
        self, integration_ids: Collection[int] | None, status: RunStatus | None, limit: int, offset: int
    ) -> tuple[list[Run], int]:
        """Return runs of these integrations (None: all), newest first, and how many there are in all."""
        conditions: list[sa.ColumnElement[bool]] = []
        if integration_ids is not None:
            conditions.append(runs.c.integration_id.in_(integration_ids))
        if status is not None:
            conditions.append(runs.c.status == status)
        with self._engine.connect() as connection:
            total = connection.execute(sa.select(sa.func.count()).select_from(runs).where(*conditions)).scalar_one()
        return self._select(*conditions, limit=limit, offset=offset), total

    def polled_well(self, integration_id: int) -> int:
        """Return how many runs of the integration succeeded that were asked for by anything but a delivery."""
        query = sa.select(sa.func.count()).where(
            runs.c.integration_id == integration_id,
            runs.c.status == RunStatus.SUCCEEDED,
            runs.c.trigger != Trigger.WEBHOOK,
        )
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def last_of_each(self) -> dict[int, Run]:
        """Return the newest run of every integration that has one."""
        newest = sa.select(sa.func.max(runs.c.id)).group_by(runs.c.integration_id)
        return {run.integration_id: run for run in self._select(runs.c.id.in_(newest), limit=10_000)}

    def last_with(self, integration_id: int, endpoint: str) -> Run | None:
        """Return the newest ended run of the integration that read this endpoint, None where there is none."""
        outcome = sa.func.json_each(runs.c.endpoints).table_valued("key")
        found = self._select(
            runs.c.integration_id == integration_id,
            runs.c.status != RunStatus.RUNNING,
            sa.exists(sa.select(sa.literal(1)).select_from(outcome).where(outcome.c.key == endpoint)),
            limit=1,
        )
        return found[0] if found else None

    def ended_by_day(
        self, integration_ids: Collection[int], since: datetime
    ) -> dict[int, dict[date, dict[RunStatus, int]]]:
        """Return how many runs of each integration begun since then ended how, by the local day on which they began."""
        day = sa.func.date(runs.c.started_at, "localtime")
        query = (
            sa.select(runs.c.integration_id, day, runs.c.status, sa.func.count())
            .where(
                runs.c.integration_id.in_(integration_ids),
                runs.c.started_at >= since,
                runs.c.status != RunStatus.RUNNING,
            )
            .group_by(runs.c.integration_id, day, runs.c.status)
        )
        found: dict[int, dict[date, dict[RunStatus, int]]] = {number: {} for number in integration_ids}
        with self._engine.connect() as connection:
            for number, written, status, ended in connection.execute(query):
                found[number].setdefault(date.fromisoformat(written), {})[RunStatus(status)] = ended
        return found

    def since(self, moment: datetime) -> list[Run]:
        """Return the runs begun since then, newest first; 10,000 at most."""
        return self._select(runs.c.started_at >= moment, limit=10_000)

    def _select(self, *conditions: sa.ColumnElement[bool], limit: int, offset: int = 0) -> list[Run]:
        query = (
            sa.select(runs, integrations.c.name)
            .join(integrations, integrations.c.id == runs.c.integration_id)
            .where(*conditions)
            .order_by(runs.c.id.desc())
            .limit(limit)
            .offset(offset)
        )
        with self._engine.connect() as connection:
            return [
                Run(
                    row.id,
                    row.integration_id,
                    row.name,
                    Trigger(row.trigger),
                    RunStatus(row.status),
                    row.started_at,
                    row.finished_at,
                    outcomes_from_json(row.endpoints),
                    problem_from_json(row.problem),
                    row.asked_by,
                )
                for row in connection.execute(query)
            ]


class LogStore:
    """Reads and writes the log that people see."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def write(self, rows: list[LogRow]) -> list[LogRow]:
        """Append rows; return them with their numbers."""
        written: list[LogRow] = []
        with self._writing.begin() as connection:
            for row in rows:
                made = connection.execute(
                    sa.insert(log).values(
                        at=row.at,
                        level=row.level,
                        integration_id=row.integration_id,
                        run_id=row.run_id,
                        endpoint=row.endpoint,
                        message=row.message,
                        detail=row.detail,
                    )
                )
                written.append(
                    LogRow(
                        row.at,
                        row.level,
                        row.message,
                        row.detail,
                        row.integration_id,
                        row.run_id,
                        row.endpoint,
                        new_id(made),
                        row.integration,
                    )
                )
        return written

    def read(
        self,
        integration_ids: list[int] | None = None,
        *,
        run_id: int | None = None,
        level: Level | None = None,
        text: str = "",
        before: int | None = None,
        limit: int = 200,
        offset: int = 0,
    ) -> list[LogRow]:
        """Return log rows, newest first, older than row `before` where given.

        `level` is the least that matters; `text` is looked for in message and detail, without case.
        """
        query = (
            sa.select(log, integrations.c.name)
            .outerjoin(integrations, integrations.c.id == log.c.integration_id)
            .where(*_wanted(integration_ids, run_id, level, text, before))
        )
        with self._engine.connect() as connection:
            return [
                LogRow(
                    row.at,
                    Level(row.level),
                    row.message,
                    row.detail,
                    row.integration_id,
                    row.run_id,
                    row.endpoint,
                    row.id,
                    row.name or "",
                )
                for row in connection.execute(query.order_by(log.c.id.desc()).limit(limit).offset(offset))
            ]

    def count(
        self,
        integration_ids: list[int] | None = None,
        *,
        run_id: int | None = None,
        level: Level | None = None,
        text: str = "",
        before: int | None = None,
    ) -> int:
        """Return how many rows `read` finds without a limit."""
        conditions = _wanted(integration_ids, run_id, level, text, before)
        with self._engine.connect() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(log).where(*conditions)).scalar_one()


def _wanted(
    integration_ids: list[int] | None, run_id: int | None, level: Level | None, text: str, before: int | None
) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    if integration_ids is not None:
        conditions.append(log.c.integration_id.in_(integration_ids))
    if run_id is not None:
        conditions.append(log.c.run_id == run_id)
    if level is not None:
        conditions.append(log.c.level.in_(list(Level)[list(Level).index(level) :]))
    if text:
        conditions.append(
            log.c.message.icontains(text, autoescape=True) | log.c.detail.icontains(text, autoescape=True)
        )
    if before is not None:
        conditions.append(log.c.id < before)
    return conditions
