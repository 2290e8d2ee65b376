"""What has happened, page by page: runs, the log and the audit, of whatever the actor may see."""

from typing import Generic, TypeVar

from msgspec import Struct

from hub_desktop.core.actor import Actor
from hub_desktop.core.events import Level, LogRow
from hub_desktop.core.roles import UseCase
from hub_desktop.core.runs import Run, RunStatus
from hub_desktop.hub.gate import Act, Gate
from hub_desktop.store.audit import AuditRow, AuditStore
from hub_desktop.store.integrations import IntegrationStore
from hub_desktop.store.runs import LogStore, RunStore

Row = TypeVar("Row")


class Part(Struct, Generic[Row], frozen=True):
    """Some of the rows that were found, the newest first, and how many there are in all."""

    rows: list[Row]
    total: int


class Activity:
    """The use cases of looking back. `limit` rows are given, after leaving out the first `offset`."""

    def __init__(
        self, gate: Gate, integrations: IntegrationStore, runs: RunStore, log: LogStore, audit: AuditStore
    ) -> None:
        self._gate = gate
        self._integrations = integrations
        self._runs = runs
        self._log = log
        self._audit = audit

    def runs(
        self,
        actor: Actor,
        integration_id: int | None = None,
        *,
        status: RunStatus | None = None,
        limit: int = 50,
        offset: int = 0,
    ) -> Part[Run]:
        """Return runs of one integration, or of all this actor may see; raise NotFoundError for one that is not its."""
        with self._gate.use(actor, UseCase.VIEW_RUNS, "runs") as act:
            rows, total = self._runs.page(self._mine(actor, integration_id, act), status, limit, offset)
            return Part(rows, total)

    def log(
        self,
        actor: Actor,
        integration_id: int | None = None,
        *,
        run_id: int | None = None,
        level: Level | None = None,
        text: str = "",
        before: int | None = None,
        limit: int = 50,
        offset: int = 0,
    ) -> Part[LogRow]:
        """Return log rows, at least of this level, with this text, older than row `before`; as `runs` does."""
        with self._gate.use(actor, UseCase.VIEW_LOG, "log") as act:
            mine = self._mine(actor, integration_id, act)
            return Part(
                self._log.read(mine, run_id=run_id, level=level, text=text, before=before, limit=limit, offset=offset),
                self._log.count(mine, run_id=run_id, level=level, text=text, before=before),
            )

    def audit(self, actor: Actor, *, before: int | None = None, limit: int = 50, offset: int = 0) -> Part[AuditRow]:
        """Return audit rows this actor may see, older than row `before`."""
        with self._gate.use(actor, UseCase.VIEW_AUDIT, "audit"):
            who, colleges = actor.name, actor.college_ids
            return Part(
                self._audit.latest(limit, before, college_ids=colleges, actor=who, offset=offset),
                self._audit.count(before, college_ids=colleges, actor=who),
            )

    def _mine(self, actor: Actor, integration_id: int | None, act: Act) -> list[int] | None:
        if integration_id is not None:
            self._gate.integration(actor, integration_id, act)
            return [integration_id]
        if actor.college_ids is None:
            return None
        return [n for n, college in self._integrations.colleges_of().items() if actor.may_see(college)]
