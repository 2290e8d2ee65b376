"""What is said before and after something is done with several integrations."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QCoreApplication

from hub_desktop.hub.bulk import BulkAction, BulkOutcome
from hub_desktop.ui.spoken import count, listed, spoken

_NAMED = 5
"""More names than these are no longer read."""


def integrations(number: int) -> str:
    """Return `1 integration` or `12 integrations`."""
    return count(number, "integration")


def named(names: Sequence[str]) -> str:
    """Return the names, of many the first and how many more."""
    if len(names) <= _NAMED + 1:
        return listed(names)
    more = _tr("{number} more").format(number=f"{len(names) - _NAMED:,}")
    return listed([*names[:_NAMED], more])


def outcome_kind(outcome: BulkOutcome) -> Literal["info", "warning", "error"]:
    """Return how grave it is."""
    if not outcome.failed:
        return "info"
    return "warning" if outcome.done or outcome.unchanged else "error"


def outcome_sentence(outcome: BulkOutcome) -> str:
    """Return in a sentence with how many it was done, and with which it was not and why."""
    said: list[str] = []
    done, unchanged, total = len(outcome.done), len(outcome.unchanged), outcome.total
    words = {
        "done": integrations(total) if done == total else f"{done:,} {_tr('of')} {integrations(total)}",
        "unchanged": f"{unchanged:,}",
        "all": integrations(unchanged),
    }
    if done:
        said.append(_done(outcome.action, unchanged=bool(unchanged)).format(**words))
    elif unchanged:
        said.append(_nothing(outcome.action).format(**words))
    if len(outcome.failed) == 1:
        failure = outcome.failed[0]
        one = f"{_failed(outcome.action, several=False).format(name=failure.name)} {spoken(failure.error.sentence)}"
        said.append(one)
    elif outcome.failed:
        names = named([failure.name for failure in outcome.failed])
        said.append(_failed(outcome.action, several=True).format(number=f"{len(outcome.failed):,}", names=names))
    return " ".join(said)


def outcome_detail(outcome: BulkOutcome) -> str:
    """Return why it could not be done with each of those with which it could not."""
    return "\n".join(f"{failure.name}: {failure.error.detail}" for failure in outcome.failed)


def _done(action: BulkAction, *, unchanged: bool) -> str:
    match action:
        case BulkAction.ENABLE:
            return _tr("{done} switched on; {unchanged} already on.") if unchanged else _tr("{done} switched on.")
        case BulkAction.DISABLE:
            return _tr("{done} switched off; {unchanged} already off.") if unchanged else _tr("{done} switched off.")
        case BulkAction.SYNC:
            return _tr("Syncing {done}; {unchanged} already waiting.") if unchanged else _tr("Syncing {done}.")
        case BulkAction.DELETE:
            return _tr("{done} deleted.")


def _nothing(action: BulkAction) -> str:
    match action:
        case BulkAction.ENABLE:
            return _tr("Nothing was changed: {all} already on.")
        case BulkAction.DISABLE:
            return _tr("Nothing was changed: {all} already off.")
        case BulkAction.SYNC | BulkAction.DELETE:
            return _tr("Nothing was begun: {all} already waiting to sync.")


def _failed(action: BulkAction, *, several: bool) -> str:
    match action:
        case BulkAction.ENABLE:
            return _tr("{number} could not be switched on: {names}.") if several else _tr("{name} was not switched on.")
        case BulkAction.DISABLE:
            return (
                _tr("{number} could not be switched off: {names}.") if several else _tr("{name} was not switched off.")
            )
        case BulkAction.SYNC:
            return _tr("{number} could not be synced: {names}.") if several else _tr("{name} was not synced.")
        case BulkAction.DELETE:
            return _tr("{number} could not be deleted: {names}.") if several else _tr("{name} was not deleted.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("bulk_words", text)
