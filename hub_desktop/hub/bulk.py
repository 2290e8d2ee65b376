"""One thing done with several integrations: each by its own use case, so that one that fails costs no other."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from msgspec import Struct

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import HubError, NotAllowedError
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.integrations import Integrations
from hub_desktop.hub.syncs import Syncs


class BulkAction(StrEnum):
    """What can be done with several integrations at once."""

    ENABLE = "enable"
    DISABLE = "disable"
    SYNC = "sync"
    DELETE = "delete"


BULK_USE_CASES: dict[BulkAction, UseCase] = {
    BulkAction.ENABLE: UseCase.TOGGLE_INTEGRATION,
    BulkAction.DISABLE: UseCase.TOGGLE_INTEGRATION,
    BulkAction.SYNC: UseCase.SYNC,
    BulkAction.DELETE: UseCase.DELETE_INTEGRATION,
}
"""What each asks of the person's role."""


class BulkFailure(Struct, frozen=True):
    """One integration with which it could not be done."""

    name: str
    error: HubError


class BulkOutcome(Struct, frozen=True):
    """What became of each integration that was chosen."""

    action: BulkAction
    done: tuple[int, ...] = ()
    unchanged: tuple[int, ...] = ()
    """Those for which there was nothing to do: on or off already, or a sync of them waits already."""
    failed: tuple[BulkFailure, ...] = ()

    @property
    def total(self) -> int:
        """How many were chosen."""
        return len(self.done) + len(self.unchanged) + len(self.failed)


class Bulk:
    """The use cases of several integrations at once; each leaves the audit row that it leaves alone."""

    def __init__(self, gate: Gate, integrations: Integrations, syncs: Syncs) -> None:
        self._gate = gate
        self._integrations = integrations
        self._syncs = syncs

    def act(self, actor: Actor, action: BulkAction, chosen: Mapping[int, str]) -> BulkOutcome:
        """Do it with the integrations of these numbers, one after the other; `chosen` gives the name of each as shown.

        Raises NotAllowedError where the actor may not do it with any; whatever else goes wrong is in the outcome.
        """
        do = self._each(action)
        done: list[int] = []
        unchanged: list[int] = []
        failed: list[BulkFailure] = []
        for number, name in chosen.items():
            try:
                (done if do(actor, number) else unchanged).append(number)
            except NotAllowedError:
                # The role is the same for all of them, and one refusal says it.
                raise
            except HubError as error:
                failed.append(BulkFailure(name, error))
        return BulkOutcome(action, tuple(done), tuple(unchanged), tuple(failed))

    def _each(self, action: BulkAction) -> Callable[[Actor, int], bool]:
        """Return what does it with one integration and tells whether there was anything to do."""
        match action:
            case BulkAction.ENABLE:
                return self._switched(on=True)
            case BulkAction.DISABLE:
                return self._switched(on=False)
            case BulkAction.SYNC:
                return self._syncs.request
            case BulkAction.DELETE:
                return self._delete

    def _switched(self, *, on: bool) -> Callable[[Actor, int], bool]:
        def switch(actor: Actor, number: int) -> bool:
            # Whoever may not is told so also where there is nothing to do.
            self._gate.check(actor, UseCase.TOGGLE_INTEGRATION, f"integration {number}")
            if self._integrations.get(actor, number).config.enabled is on:
                return False
            self._integrations.set_enabled(actor, number, on)
            return True

        return switch

    def _delete(self, actor: Actor, number: int) -> bool:
        self._integrations.delete(actor, number)
        return True
