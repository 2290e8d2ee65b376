"""What the help is about, in the order in which it is listed."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication


class Topic(StrEnum):
    """One page of the help."""

    GETTING_STARTED = "getting-started"
    LIGHTS = "lights"
    CONNECTING = "connecting"
    VENDOR = "vendor"
    SCHEDULES = "schedules"
    TEST_FAILED = "test-failed"
    ADDRESS = "address"
    LOOK_UP = "look-up"
    CONNECTION = "connection"
    CERTIFICATE = "certificate"
    SIGN_IN = "sign-in"
    PERMISSION = "permission"
    BUSY = "busy"
    FORMAT = "format"
    FILES = "files"
    SYNC_FAILED = "sync-failed"
    REFUSED = "refused"
    HOLD = "hold"
    DRIFT = "drift"
    WEBHOOK = "webhook"
    DEVICES = "devices"
    DATA = "data"
    PRIVACY = "privacy"
    ACCOUNTS = "accounts"
    SHORTCUTS = "shortcuts"
    SUPPORT = "support"


class Group(StrEnum):
    """Topics that stand together in the list."""

    BEGINNING = "beginning"
    TESTING = "testing"
    SYNCING = "syncing"
    RECEIVING = "receiving"
    KEEPING = "keeping"


GROUPS: dict[Group, tuple[Topic, ...]] = {
    Group.BEGINNING: (Topic.GETTING_STARTED, Topic.LIGHTS, Topic.CONNECTING, Topic.VENDOR, Topic.SCHEDULES),
    Group.TESTING: (
        Topic.TEST_FAILED,
        Topic.ADDRESS,
        Topic.LOOK_UP,
        Topic.CONNECTION,
        Topic.CERTIFICATE,
        Topic.SIGN_IN,
        Topic.PERMISSION,
        Topic.BUSY,
        Topic.FORMAT,
        Topic.FILES,
    ),
    Group.SYNCING: (Topic.SYNC_FAILED, Topic.REFUSED, Topic.HOLD, Topic.DRIFT),
    Group.RECEIVING: (Topic.WEBHOOK, Topic.DEVICES),
    Group.KEEPING: (Topic.DATA, Topic.PRIVACY, Topic.ACCOUNTS, Topic.SHORTCUTS, Topic.SUPPORT),
}


def group_title(group: Group) -> str:
    """Return what stands above the topics of a group."""
    return {
        Group.BEGINNING: _tr("First steps"),
        Group.TESTING: _tr("When a test fails"),
        Group.SYNCING: _tr("When a sync fails"),
        Group.RECEIVING: _tr("What comes by itself"),
        Group.KEEPING: _tr("Every day"),
    }[group]


def _tr(text: str) -> str:
    return QCoreApplication.translate("help", text)
