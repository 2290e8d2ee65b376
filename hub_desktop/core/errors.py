"""The few exceptions of the hub, sorted by what can be done about them.

Each carries one sentence for the principal (what happened and what to do, without jargon), one for IT staff, the
remedy a button can offer, and evidence that is redacted before anybody sees it.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct, field
from msgspec.structs import replace


class ErrorKind(StrEnum):
    """What can be done about an error."""

    CONFIGURATION = "configuration"
    """A person must fix the form."""
    SIGN_IN = "sign-in"
    """A person must reconnect; polling stops until then."""
    TRANSIENT = "transient"
    """It is tried again by itself."""
    RECORD = "record"
    """The record is quarantined and the run goes on."""
    HELD = "held"
    """A person must decide."""
    NOT_ALLOWED = "not-allowed"
    """The actor's role does not include this."""
    NOT_FOUND = "not-found"
    """There is no such thing, or not for this actor."""
    CANCELLED = "cancelled"
    """A person or the shutdown stopped it."""
    BUG = "bug"
    """Ours."""


class Remedy(StrEnum):
    """What a person can do about an error; the faces turn each into a button or a command."""

    RETRY = "retry"
    SIGN_IN_AGAIN = "sign-in-again"
    EDIT = "edit"
    SHOW_LOG = "show-log"
    SHOW_QUARANTINE = "show-quarantine"
    REVIEW_HOLD = "review-hold"
    REVIEW_DRIFT = "review-drift"
    SHOW_WEBHOOK = "show-webhook"
    SHOW_DEVICES = "show-devices"
    ENABLE = "enable"
    WAIT = "wait"
    NONE = "none"


class Trouble(StrEnum):
    """On which part of the way to an upstream an error lies, where that is known; its help is found by it."""

    ADDRESS = "address"
    """The base URL or a path."""
    LOOK_UP = "look-up"
    """The name of the computer was not found."""
    CONNECTION = "connection"
    """No connection, or one that broke off: a firewall, a proxy, a system that is switched off."""
    CERTIFICATE = "certificate"
    SIGN_IN = "sign-in"
    PERMISSION = "permission"
    BUSY = "busy"
    """Too many requests, or overloaded."""
    FORMAT = "format"
    """An answer came, but not the records that were expected in it."""
    FOLDER = "folder"
    """A folder of files, or a file in it."""

    @property
    def evidence(self) -> dict[str, str]:
        """What an error carries to say so."""
        return {_TROUBLE: self.value}


_TROUBLE = "trouble"


def _trouble(kind: ErrorKind, evidence: Mapping[str, str]) -> Trouble | None:
    if kind is ErrorKind.SIGN_IN:
        return Trouble.SIGN_IN
    # What is stored may come from a later version that knows more of them.
    return next((one for one in Trouble if one.value == evidence.get(_TROUBLE)), None)


class Problem(Struct, frozen=True):
    """An error as it is stored and shown: what `HubError` says, without the traceback."""

    kind: ErrorKind
    sentence: str
    """For the principal."""
    detail: str
    """For IT staff."""
    remedy: Remedy = Remedy.NONE
    evidence: Mapping[str, str] = field(default_factory=dict)
    retry_at: datetime | None = None
    """When the upstream asked to be tried again (aware UTC), where it did; not kept on disk."""

    @property
    def trouble(self) -> Trouble | None:
        """On which part of the way it lies, where that is known."""
        return _trouble(self.kind, self.evidence)


class HubError(Exception):
    """An error that says what happened to a principal and to IT staff, and what can be done.

    `sentence` is for the principal, `detail` for IT staff (the sentence where nothing is given).
    """

    kind: ClassVar[ErrorKind] = ErrorKind.BUG
    default_remedy: ClassVar[Remedy] = Remedy.SHOW_LOG

    def __init__(
        self,
        sentence: str,
        detail: str = "",
        *,
        remedy: Remedy | None = None,
        evidence: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.detail = detail or sentence
        self.remedy = remedy or self.default_remedy
        self.evidence: dict[str, str] = dict(evidence or {})

    @property
    def trouble(self) -> Trouble | None:
        """On which part of the way it lies, where that is known."""
        return _trouble(self.kind, self.evidence)

    def problem(self) -> Problem:
        """Return the storable form of this error."""
        return Problem(self.kind, self.sentence, self.detail, self.remedy, self.evidence)


class ConfigurationError(HubError):
    """Something a person typed or imported must be changed; `field` names it where it is known."""

    kind = ErrorKind.CONFIGURATION
    default_remedy = Remedy.EDIT

    def __init__(
        self,
        sentence: str,
        detail: str = "",
        *,
        field: str = "",
        remedy: Remedy | None = None,
        evidence: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(sentence, detail, remedy=remedy, evidence=evidence)
        self.field = field


class SignInError(HubError):
    """The upstream refused our credentials; nothing is polled until a person reconnects."""

    kind = ErrorKind.SIGN_IN
    default_remedy = Remedy.SIGN_IN_AGAIN


class TransientError(HubError):
    """Something that passes by itself; `retry_at` (aware UTC) where the upstream named a time."""

    kind = ErrorKind.TRANSIENT
    default_remedy = Remedy.WAIT

    def __init__(
        self,
        sentence: str,
        detail: str = "",
        *,
        retry_at: datetime | None = None,
        remedy: Remedy | None = None,
        evidence: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(sentence, detail, remedy=remedy, evidence=evidence)
        self.retry_at = retry_at

    def problem(self) -> Problem:
        """Return the storable form of this error, with the time the upstream named."""
        return replace(super().problem(), retry_at=self.retry_at)


class RecordError(HubError):
    """Every record of an answer was refused, so the mapping is at fault rather than one record."""

    kind = ErrorKind.RECORD
    default_remedy = Remedy.SHOW_QUARANTINE


class HeldError(HubError):
    """A safety brake stopped the run; a person decides."""

    kind = ErrorKind.HELD
    default_remedy = Remedy.REVIEW_HOLD


class NotAllowedError(HubError):
    """The actor's role does not include this use case."""

    kind = ErrorKind.NOT_ALLOWED
    default_remedy = Remedy.NONE


class NotFoundError(HubError):
    """There is no such thing, or it belongs to another college."""

    kind = ErrorKind.NOT_FOUND
    default_remedy = Remedy.NONE


class CancelledError(HubError):
    """A person or the shutdown stopped the work."""

    kind = ErrorKind.CANCELLED
    default_remedy = Remedy.RETRY


class TakenError(ConfigurationError):
    """What was asked for is there already, such as the name of an integration."""


class ChangedMeanwhileError(ConfigurationError):
    """What was to be changed is no longer what it was when it was looked at."""

    default_remedy = Remedy.RETRY


class TooLateError(ConfigurationError):
    """What was asked for cannot be done any more, because it is over or was decided."""

    default_remedy = Remedy.NONE


class BusyError(TransientError):
    """Something else is at work there at this moment."""


class PortTakenError(ConfigurationError):
    """Another program listens on the port the hub was told to use."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(
            f"Another program already uses port {port} on this computer. Choose another port in the settings, "
            "or close that program and start Hub Desktop again.",
            f"bind {host}:{port}: address already in use",
            field="port",
        )
        self.host = host
        self.port = port


class VaultError(HubError):
    """The keyring of this computer cannot be used."""

    kind = ErrorKind.CONFIGURATION
    default_remedy = Remedy.NONE


class StorageError(HubError):
    """A file of the data folder cannot be opened, read or written."""

    kind = ErrorKind.CONFIGURATION
    default_remedy = Remedy.NONE


class UnreadableFilesError(StorageError):
    """The databases are damaged, gone, or locked with a key that this computer does not hold: nobody can read them."""


class MissingKeyError(UnreadableFilesError):
    """The databases are locked with a key that the vault does not hold, as are all backups of them that lie here."""


class MissingFilesError(UnreadableFilesError):
    """A database is gone that was there before; a person may also begin anew."""

    def __init__(self, sentence: str, detail: str = "", *, records_only: bool) -> None:
        """`records_only` tells that integrations, accounts and settings are there still."""
        super().__init__(sentence, detail)
        self.records_only = records_only
