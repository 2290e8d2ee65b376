"""What every use case goes through: the role is checked, and one audit row tells how it ended."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec import Struct
from msgspec.structs import replace

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import HubError, NotAllowedError, NotFoundError
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.roles import AUDITED_ONLY_WHEN_REFUSED, UseCase, require
from hub_desktop.store.audit import AuditStore
from hub_desktop.store.integrations import IntegrationStore, StoredIntegration

DONE, REFUSED, FAILED = "done", "refused", "failed"
_LONGEST_NAME = 80


class Act(Struct):
    """A use case while it happens; what is known only on the way is filled in."""

    subject: str
    college_id: int | None = None
    detail: str = ""


class Gate:
    """Lets use cases through and writes them down."""

    def __init__(self, audit: AuditStore, integrations: IntegrationStore, redactor: Callable[[], Redactor]) -> None:
        self._audit = audit
        self._integrations = integrations
        self._redactor = redactor

    @contextmanager
    def use(self, actor: Actor, use_case: UseCase, subject: str = "") -> Iterator[Act]:
        """Check the role, then audit how the body ended; raise NotAllowedError before it begins."""
        act = self.check(actor, use_case, subject)
        try:
            yield act
        except (NotFoundError, NotAllowedError) as error:
            self._write(actor, use_case, act, REFUSED, error.sentence)
            raise
        except HubError as error:
            self._write(actor, use_case, act, FAILED, error.detail)
            raise
        except BaseException as error:
            self._write(actor, use_case, act, FAILED, f"{type(error).__name__}: {error}")
            raise
        if use_case not in AUDITED_ONLY_WHEN_REFUSED:
            self._write(actor, use_case, act, DONE, act.detail)

    def check(self, actor: Actor, use_case: UseCase, subject: str = "") -> Act:
        """Check the role and return the use case as it may begin; raise NotAllowedError, audited, where it may not."""
        # Somebody of one college acts in it, so that its people find what was done and those of others do not.
        act = Act(subject, next(iter(actor.college_ids)) if actor.college_ids and len(actor.college_ids) == 1 else None)
        try:
            require(actor, use_case)
        except HubError as error:
            self._write(actor, use_case, act, REFUSED, error.detail)
            raise
        return act

    def integration(self, actor: Actor, integration_id: int, act: Act) -> StoredIntegration:
        """Return the integration; raise NotFoundError when it does not exist for this actor."""
        act.subject = act.subject or f"integration {integration_id}"
        stored = self._integrations.get(integration_id)
        if not actor.may_see(stored.college_id):
            # The very answer that a number never given would get.
            raise NotFoundError(f"There is no integration {integration_id}.")
        act.subject, act.college_id = stored.name, stored.college_id
        return stored

    def note_refused(self, actor: Actor, use_case: UseCase, integration_id: int, detail: str) -> None:
        """Write one row for something that was refused many times; 0 stands for what concerns no integration."""
        act = Act("no integration" if not integration_id else f"integration {integration_id}")
        if integration_id:
            try:
                self.integration(actor, integration_id, act)
            except NotFoundError:
                detail = f"{detail}; it was deleted since"
        self._write(actor, use_case, act, REFUSED, detail)

    def _write(self, actor: Actor, use_case: UseCase, act: Act, outcome: str, detail: str) -> None:
        mask = self._redactor().line
        self._audit.append(
            # A stranger may give anything as a name.
            replace(actor, name=mask(actor.name, _LONGEST_NAME)),
            use_case,
            subject=mask(act.subject),
            college_id=act.college_id,
            outcome=outcome,
            detail=mask(detail),
        )
