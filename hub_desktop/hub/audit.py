"""The audit: reading it, and proving it whole."""

from hub_desktop.core.actor import Actor
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.gate import Gate
from hub_desktop.store.audit import AuditRow, AuditStore, Verification


class Audit:
    """The use cases of the audit."""

    def __init__(self, gate: Gate, audit: AuditStore) -> None:
        self._gate = gate
        self._audit = audit

    def latest(self, actor: Actor, limit: int = 200, before: int | None = None) -> list[AuditRow]:
        """Return audit rows this actor may see, newest first."""
        with self._gate.use(actor, UseCase.VIEW_AUDIT, "audit"):
            return self._audit.latest(limit, before, college_ids=actor.college_ids, actor=actor.name)

    def verify(self, actor: Actor) -> Verification:
        """Walk the whole chain and tell whether it is whole."""
        with self._gate.use(actor, UseCase.VIEW_AUDIT, "audit, whole chain") as act:
            result = self._audit.verify()
            act.detail = "whole" if result.whole else f"broken at row {result.broken_at}"
            return result
