"""What the window offers for each state of an integration: the words on the button, and what it does."""

from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from hub_desktop.core.errors import Remedy
from hub_desktop.core.roles import UseCase
from hub_desktop.core.status import Light, Status


class Action(StrEnum):
    """What a person can do with an integration."""

    OPEN = "open"
    """Go to its page."""
    SYNC = "sync"
    CANCEL = "cancel"
    TEST = "test"
    SIGN_IN = "sign-in"
    EDIT = "edit"
    EDIT_SCHEDULE = "edit-schedule"
    """Edit its settings, beginning with when it syncs."""
    DELETE = "delete"
    EXPORT = "export"
    ENABLE = "enable"
    DISABLE = "disable"
    SHOW_LOG = "show-log"
    SHOW_REFUSED = "show-refused"
    REVIEW_HOLD = "review-hold"
    PREVIEW = "preview"
    SHOW_DRIFT = "show-drift"
    SHOW_WEBHOOK = "show-webhook"
    SHOW_DEVICES = "show-devices"
    SHOW_SET_UP = "show-set-up"
    FINISH_SET_UP = "finish-set-up"
    """Switch it on and bring its first records."""


USE_CASES: dict[Action, UseCase] = {
    Action.OPEN: UseCase.VIEW_INTEGRATIONS,
    Action.SYNC: UseCase.SYNC,
    Action.CANCEL: UseCase.CANCEL_SYNC,
    Action.TEST: UseCase.TEST,
    Action.SIGN_IN: UseCase.CONNECT,
    Action.EDIT: UseCase.EDIT_INTEGRATION,
    Action.EDIT_SCHEDULE: UseCase.EDIT_INTEGRATION,
    Action.DELETE: UseCase.DELETE_INTEGRATION,
    Action.EXPORT: UseCase.EXPORT_INTEGRATIONS,
    Action.ENABLE: UseCase.TOGGLE_INTEGRATION,
    Action.DISABLE: UseCase.TOGGLE_INTEGRATION,
    Action.SHOW_LOG: UseCase.VIEW_LOG,
    Action.SHOW_REFUSED: UseCase.VIEW_QUARANTINE,
    Action.REVIEW_HOLD: UseCase.VIEW_HOLDS,
    Action.PREVIEW: UseCase.PREVIEW,
    Action.SHOW_DRIFT: UseCase.VIEW_INTEGRATIONS,
    Action.SHOW_WEBHOOK: UseCase.VIEW_WEBHOOK,
    Action.SHOW_DEVICES: UseCase.VIEW_DEVICES,
    Action.SHOW_SET_UP: UseCase.VIEW_INTEGRATIONS,
    Action.FINISH_SET_UP: UseCase.TOGGLE_INTEGRATION,
}
"""What each action asks of the hub, and so of the person's role."""


class Offer(Struct, frozen=True):
    """A button that helps: its words and what it does."""

    words: str
    action: Action


def offer(status: Status, *, by_person: bool = False, worked: bool = True) -> Offer | None:
    """Return the button for a status; None where nothing is to be done.

    `by_person` tells that a person signs in to the system, rather than that a key or password is typed;
    `worked` that it has worked before.
    """
    if status.light in {Light.SYNCING, Light.ACTIVE}:
        return None
    match status.remedy:
        case Remedy.SIGN_IN_AGAIN:
            if by_person:
                return Offer(_tr("Sign in again") if worked else _tr("Sign in"), Action.SIGN_IN)
            return Offer(_tr("Sign in again"), Action.EDIT)
        case Remedy.EDIT:
            return Offer(_tr("Edit the settings"), Action.EDIT)
        case Remedy.REVIEW_DRIFT:
            return Offer(_tr("See what changed"), Action.SHOW_DRIFT)
        case Remedy.SHOW_WEBHOOK:
            return Offer(_tr("See the webhook"), Action.SHOW_WEBHOOK)
        case Remedy.SHOW_DEVICES:
            return Offer(_tr("See the devices"), Action.SHOW_DEVICES)
        case Remedy.SHOW_QUARANTINE:
            return Offer(_tr("See what failed"), Action.SHOW_REFUSED)
        case Remedy.REVIEW_HOLD:
            return Offer(_tr("Review what is held"), Action.REVIEW_HOLD)
        case Remedy.SHOW_LOG:
            return Offer(_tr("See what failed"), Action.SHOW_LOG)
        case Remedy.ENABLE:
            return Offer(_tr("Switch on"), Action.ENABLE)
        case Remedy.RETRY | Remedy.WAIT | Remedy.NONE:
            return Offer(_tr("Sync now"), Action.SYNC)


def _tr(text: str) -> str:
    return QCoreApplication.translate("remedies", text)
