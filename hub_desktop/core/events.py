"""What happens in the hub, told to whoever listens; the log row and the progress bar come from the same event."""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from hub_desktop.core.runs import Counts, Run, Trigger


class Level(StrEnum):
    """How much a log row matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class SyncRequested(Struct, frozen=True):
    """A run waits for a lane."""

    integration_id: int
    trigger: Trigger


class RunStarted(Struct, frozen=True):
    """A run began."""

    run: Run


class RunProgress(Struct, frozen=True):
    """A page of an endpoint was stored; `total` is what the upstream announced, where it did."""

    run_id: int
    integration_id: int
    endpoint: str
    counts: Counts
    """Of this endpoint so far."""
    total: int | None = None


class RunFinished(Struct, frozen=True):
    """A run ended, well or not."""

    run: Run
    polled: bool = True
    """Whether the upstream was to be asked, rather than that deliveries or records kept here were worked on."""


class LogRow(Struct, frozen=True):
    """One line of an integration's log, for people."""

    at: datetime
    level: Level
    message: str
    detail: str = ""
    integration_id: int | None = None
    run_id: int | None = None
    endpoint: str = ""
    row_id: int = 0
    integration: str = ""


class IntegrationsChanged(Struct, frozen=True):
    """An integration was added, edited, switched or deleted; None: more than one."""

    integration_id: int | None = None


class DeliveryReceived(Struct, frozen=True):
    """A webhook delivery lies in the inbox; of those committed together, only the newest is told."""

    integration_id: int
    delivery_id: int


class DeliveriesRefused(Struct, frozen=True):
    """Deliveries that were not signed right were written down, at most once a minute; 0: they fit no integration."""

    integration_id: int


class DevicesChanged(Struct, frozen=True):
    """A device was allowed or blocked, called for the first time, or has other rows put aside than before."""

    serial: str


class ListenerChanged(Struct, frozen=True):
    """A person changed where and how the program listens, or it began, ended or could not begin to listen."""


class AutostartChanged(Struct, frozen=True):
    """A person let the program start at login, or no more."""


class MissedRuns(Struct, frozen=True):
    """The runs of one integration that were missed, and whether the one that made up for them went well."""

    integration_id: int
    integration: str
    number: int
    well: bool = True


class CaughtUp(Struct, frozen=True):
    """Runs that were missed while the program did not run have run; those of every college are among them."""

    since: datetime
    until: datetime
    at: datetime
    runs: tuple[MissedRuns, ...]

    @property
    def missed(self) -> int:
        """How many runs were missed in all."""
        return sum(one.number for one in self.runs)

    @property
    def left(self) -> tuple[str, ...]:
        """Names of the integrations whose run did not go well."""
        return tuple(one.integration for one in self.runs if not one.well)

    def among(self, integration_ids: Collection[int]) -> "CaughtUp":
        """Return what of it concerns these integrations."""
        return replace(self, runs=tuple(one for one in self.runs if one.integration_id in integration_ids))


class NetworkChanged(Struct, frozen=True):
    """A person changed the way to the systems."""


class NotificationsChanged(Struct, frozen=True):
    """A person chose other things to be told of."""


class BackupsChanged(Struct, frozen=True):
    """A backup was made or could not be, or a person changed what is made by itself."""


class NightlyFailed(Struct, frozen=True):
    """A nightly backup could not be made; told at each try of an incident."""

    sentence: str
    """Why, and what to do."""


class NightlyOver(Struct, frozen=True):
    """Nightly backups that could not be made are not waited for any more."""

    made: bool
    """Whether one was made; otherwise a person wants it in another way, or not at all."""


class AccountsChanged(Struct, frozen=True):
    """Somebody was given, or lost, an account."""


class ApiTokensChanged(Struct, frozen=True):
    """A program was given, or lost, a token."""


Event = (
    SyncRequested
    | RunStarted
    | RunProgress
    | RunFinished
    | LogRow
    | IntegrationsChanged
    | DeliveryReceived
    | DeliveriesRefused
    | DevicesChanged
    | ListenerChanged
    | AutostartChanged
    | CaughtUp
    | NetworkChanged
    | NotificationsChanged
    | BackupsChanged
    | NightlyFailed
    | NightlyOver
    | AccountsChanged
    | ApiTokensChanged
)
