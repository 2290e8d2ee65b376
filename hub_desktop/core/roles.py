"""The one table of what each role may do."""

from enum import StrEnum

from hub_desktop.core.actor import Actor, Role
from hub_desktop.core.errors import NotAllowedError
from hub_desktop.core.words import listed


class UseCase(StrEnum):
    """Everything the hub can be asked for."""

    VIEW_INTEGRATIONS = "integrations.view"
    ADD_INTEGRATION = "integrations.add"
    KEEP_DRAFT = "drafts.keep"
    """What was typed for a new integration is kept unfinished, or discarded."""
    VIEW_DRAFT = "drafts.view"
    EDIT_INTEGRATION = "integrations.edit"
    DELETE_INTEGRATION = "integrations.delete"
    TOGGLE_INTEGRATION = "integrations.toggle"
    EXPORT_INTEGRATIONS = "integrations.export"
    SET_SECRET = "secrets.set"  # noqa: S105 - the name of a use case
    CONNECT = "integrations.sign-in"
    """A person signs the program in to an upstream, as themselves."""
    DISCONNECT = "integrations.sign-out"
    TEST = "integrations.test"
    SYNC = "syncs.run"
    CANCEL_SYNC = "syncs.cancel"
    PREVIEW = "syncs.preview"
    UNDO = "runs.undo"
    VIEW_HOLDS = "holds.view"
    DECIDE_HOLD = "holds.decide"
    VIEW_RUNS = "runs.view"
    VIEW_LOG = "log.view"
    VIEW_RECORDS = "records.view"
    EXPORT_RECORDS = "records.export"
    VIEW_PERSONAL = "records.view-personal"
    VIEW_REPORTS = "reports.view"
    EXPORT_REPORTS = "reports.export"
    CORRECT_RECORDS = "records.correct"
    SET_PRECEDENCE = "records.precedence"
    EXPORT_PERSON = "persons.export"
    ERASE_PERSON = "persons.erase"
    SET_RETENTION = "retention.set"
    APPLY_RETENTION = "retention.apply"
    """The clock removes what is past its time."""
    VIEW_QUARANTINE = "quarantine.view"
    REPLAY_QUARANTINE = "quarantine.replay"
    DISCARD_QUARANTINE = "quarantine.discard"
    ACCEPT_DRIFT = "drift.accept"
    """A person says that the fields an upstream sends are right as they are now."""
    VIEW_WEBHOOK = "webhooks.view"
    VIEW_DELIVERIES = "deliveries.view"
    RECEIVE_DELIVERY = "deliveries.receive"
    REPLAY = "deliveries.replay"
    VIEW_DEVICES = "devices.view"
    MANAGE_DEVICES = "devices.manage"
    """A person allows or blocks attendance devices, and says what becomes of punches that were put aside."""
    RECEIVE_PUNCHES = "devices.receive"
    DEVICE_CONTACT = "devices.contact"
    """A device greets, or asks whether there is anything for it."""
    VIEW_ACCOUNTS = "accounts.view"
    MANAGE_ACCOUNTS = "accounts.manage"
    SIGN_IN = "accounts.sign-in"
    VIEW_API_TOKENS = "api-tokens.view"
    MANAGE_API_TOKENS = "api-tokens.manage"
    USE_API_TOKEN = "api-tokens.use"  # noqa: S105 - the name of a use case
    """Another program shows the token by which it is known."""
    MANAGE_COLLEGES = "colleges.manage"
    VIEW_AUDIT = "audit.view"
    SAVE_RECOVERY_KEY = "storage.recovery-key"
    PAUSE = "clock.pause"
    """Nothing runs by itself for an hour."""
    MAKE_BACKUP = "backups.make"
    RESTORE_BACKUP = "backups.restore"
    REMOVE_KEPT = "backups.remove-kept"
    """What was there before a backup was restored is removed for good."""
    BEGIN_ANEW = "files.begin-anew"
    """A file is missing, and a person goes on without what was in it."""
    CHANGE_SETTINGS = "settings.change"


_READING = frozenset(
    {
        UseCase.VIEW_INTEGRATIONS,
        UseCase.VIEW_RUNS,
        UseCase.VIEW_RECORDS,
        UseCase.EXPORT_RECORDS,
        UseCase.VIEW_REPORTS,
        UseCase.EXPORT_REPORTS,
        UseCase.SIGN_IN,
        UseCase.USE_API_TOKEN,
    }
)
_WORKING = _READING | {
    UseCase.TEST,
    UseCase.SYNC,
    UseCase.CANCEL_SYNC,
    UseCase.PAUSE,
    UseCase.PREVIEW,
    UseCase.VIEW_HOLDS,
    UseCase.VIEW_LOG,
    UseCase.VIEW_PERSONAL,
    UseCase.VIEW_QUARANTINE,
    UseCase.REPLAY_QUARANTINE,
    UseCase.VIEW_WEBHOOK,
    UseCase.VIEW_DELIVERIES,
    UseCase.REPLAY,
    UseCase.VIEW_DEVICES,
}
_PUSHED = frozenset({UseCase.RECEIVE_DELIVERY, UseCase.RECEIVE_PUNCHES, UseCase.DEVICE_CONTACT})
_MANAGING = frozenset(UseCase) - _PUSHED
_PROGRAM = _PUSHED | frozenset(
    {
        UseCase.SYNC,
        UseCase.VIEW_INTEGRATIONS,
        UseCase.VIEW_RUNS,
        UseCase.SIGN_IN,
        UseCase.APPLY_RETENTION,
        UseCase.MAKE_BACKUP,
    }
)

ALLOWED: dict[Role, frozenset[UseCase]] = {
    Role.PRINCIPAL: _MANAGING,
    Role.ADMIN: _MANAGING,
    Role.IT_STAFF: _WORKING,
    Role.VIEWER: _READING,
    Role.SYSTEM: _PROGRAM,
}

AUDITED_ONLY_WHEN_REFUSED = frozenset(
    {
        UseCase.VIEW_INTEGRATIONS,
        UseCase.VIEW_DRAFT,
        UseCase.VIEW_RUNS,
        UseCase.VIEW_WEBHOOK,
        UseCase.VIEW_DEVICES,
        UseCase.DEVICE_CONTACT,
        UseCase.USE_API_TOKEN,
    }
)
"""Looks at the state of the hub that the faces repeat by themselves; they touch no personal data.

A token is shown with every request, and what it is used for leaves a row of its own.
"""

ROLE_LABELS: dict[Role, str] = {
    Role.PRINCIPAL: "Principal",
    Role.ADMIN: "Administrator",
    Role.IT_STAFF: "IT staff",
    Role.VIEWER: "Viewer",
    Role.SYSTEM: "This program",
}


def allowed(role: Role, use_case: UseCase) -> bool:
    """Tell whether the role includes the use case."""
    return use_case in ALLOWED[role]


def require(actor: Actor, use_case: UseCase) -> None:
    """Raise NotAllowedError, naming who may, unless the actor's role includes the use case."""
    if allowed(actor.role, use_case):
        return
    who = [ROLE_LABELS[role] for role in ALLOWED if role is not Role.SYSTEM and allowed(role, use_case)]
    raise NotAllowedError(
        f"Your account may not do this. Ask a colleague with the role {listed(who, 'or')}."
        if who
        else "No account may do this.",
        f"role {actor.role} lacks {use_case}",
    )
