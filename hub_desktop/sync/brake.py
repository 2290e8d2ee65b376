"""The safety brake at work: what an endpoint did is let stand, made, or held for a person to decide."""

from msgspec.structs import replace

from hub_desktop.core.brakes import Effect, HoldCause, changes_held, removals_held
from hub_desktop.core.errors import HeldError
from hub_desktop.core.integration import Integration
from hub_desktop.store.holds import Hold
from hub_desktop.store.records import Target
from hub_desktop.store.seen_rows import SeenRows
from hub_desktop.sync.disk import Disk


class Brake:
    """Judges the endpoints of one run."""

    def __init__(self, integration: Integration, records: Disk) -> None:
        self._integration = integration
        self._records = records

    def changes(self, target: Target, effect: Effect) -> HeldError | None:
        """Take back and hold what an endpoint wrote, where it changed too much; return why, None where it did not."""
        # Where two endpoints bring one kind of data, what one of them did cannot be told from what the other did.
        if target.siblings or not changes_held(effect, self._integration.brakes):
            return None
        # A record that comes twice is changed there and back; what counts is how it was left.
        net = replace(effect, changed=self._records.holds.net_changes(target))
        if not changes_held(net, self._integration.brakes):
            return None
        hold = self._records.holds.hold_changes(target, effect.known)
        return self._held(hold)

    def removed(self, target: Target, seen: SeenRows, effect: Effect) -> int:
        """Remove what a whole pass did not bring and return how many; raise HeldError where that is held instead."""
        self._records.removals.forget_returned(target, seen)
        gone = self._records.removals.gone(target, seen)
        cause = removals_held(replace(effect, gone=len(gone)), self._integration.brakes)
        if cause is not None:
            keys = self._records.removals.keys(target, gone)
            raise self._held(self._records.holds.hold_removals(target, cause, effect.known, keys))
        self._records.holds.outdate(target)
        return self._records.removals.remove(target, gone)

    def _held(self, hold: Hold) -> HeldError:
        return HeldError(
            hold_sentence(hold, self._integration.name),
            f"endpoint {hold.endpoint}: hold {hold.hold_id} ({hold.cause}) of {hold.affected:,} in {hold.known:,}",
        )


def hold_sentence(hold: Hold, integration: str) -> str:
    """Return what a hold is about, for a principal."""
    label = hold.data_type if hold.data_type != "custom" else "records"
    match hold.cause:
        case HoldCause.EMPTIED:
            return (
                f"{integration} sent no {label} at all, though {hold.known:,} are known. All of them are kept until "
                "somebody decides."
            )
        case HoldCause.REMOVALS:
            return (
                f"{hold.affected:,} of {hold.known:,} {label} from {integration} would disappear. They are kept until "
                "somebody decides."
            )
        case HoldCause.CHANGES:
            return (
                f"Nearly all {label} from {integration} would change: {hold.affected:,} of {hold.known:,}. The old "
                "ones are kept until somebody decides."
            )
