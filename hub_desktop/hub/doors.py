"""What the listener must know of each webhook to verify a delivery, kept at hand: no disk and no keyring for each.

How old it may be: a change in this process counts at once, because its event drops what is known. A change by another
process, such as a command line that ends a rotation, counts after 3 seconds at the latest: after one second what is
known is looked up again beside the deliveries that go on coming in, and after three nothing is verified before that is
done. What would be refused is looked up again sooner, four times a second at most, so that a new secret is not refused
for being new. An old secret ends on its own at the second that was set, however old the rest is.
"""

import logging
import threading
import time
from datetime import datetime

from msgspec import Struct, field

from hub_desktop.core.delivery_rules import WebhookSettings
from hub_desktop.core.errors import NotFoundError
from hub_desktop.core.events import Event, IntegrationsChanged
from hub_desktop.core.signature import signing_key
from hub_desktop.core.times import utc_now
from hub_desktop.store.integrations import IntegrationStore
from hub_desktop.store.secrets import SecretStore
from hub_desktop.store.webhook_states import Stamp, WebhookStateStore

WEBHOOK_SECRET = "webhookSecret"  # noqa: S105 - the name of a place, not a secret
PREVIOUS_SECRET = "webhookSecretBefore"  # noqa: S105 - the name of a place, not a secret
"""Where the secret before lies while it is still valid."""

_DOUBTED_AFTER = 0.25
_LOOKED_UP_AFTER = 1.0
_TOO_OLD_AFTER = 3.0
_log = logging.getLogger(__name__)


class Door(Struct, frozen=True):
    """One webhook as the listener knows it; without keys nothing gets in."""

    integration_id: int = 0
    """0 where there is no such integration."""
    settings: WebhookSettings = field(default_factory=WebhookSettings)
    key: bytes = b""
    previous: bytes = b""
    previous_ends: float = 0.0
    """Unix seconds."""

    def keys(self, now: float) -> tuple[bytes, ...]:
        """Return the keys that are valid at `now` (Unix seconds)."""
        if not self.key:
            return ()
        return (self.key, self.previous) if self.previous and now < self.previous_ends else (self.key,)


_NO_DOOR = Door()


class Doors:
    """Knows the doors, and when to look again."""

    def __init__(self, integrations: IntegrationStore, states: WebhookStateStore, secrets: SecretStore) -> None:
        self._integrations = integrations
        self._states = states
        self._secrets = secrets
        self._lock = threading.Lock()
        self._stamps: dict[int, Stamp] = {}
        self._doors: dict[int, tuple[Stamp, Door]] = {}
        self._looked = float("-inf")
        self._changes = 0

    def known(self, integration_id: int) -> Door | None:
        """Return the door, shut where there is no such webhook; None where it must be looked up first."""
        if time.monotonic() - self._looked > _TOO_OLD_AFTER:
            return None
        stamp = self._stamps.get(integration_id)
        if stamp is None:
            return _NO_DOOR
        held = self._doors.get(integration_id)
        return held[1] if held is not None and held[0] == stamp else None

    def aging(self) -> bool:
        """Tell whether what is known should be looked up again, though it may still be used."""
        return time.monotonic() - self._looked > _LOOKED_UP_AFTER

    def doubtful(self) -> bool:
        """Tell whether what is known should be looked up again before anything is refused for it."""
        return time.monotonic() - self._looked > _DOUBTED_AFTER

    def look_up(self, integration_id: int) -> Door:
        """Return the door as disk and vault have it; raise StorageError or VaultError where they cannot be read."""
        with self._lock:
            while True:
                changes = self._changes
                began = time.monotonic()
                stamps = self._states.stamps()
                held = self._doors.get(integration_id)
                stamp = stamps.get(integration_id)
                door = _NO_DOOR
                if stamp is not None:
                    door = held[1] if held is not None and held[0] == stamp else self._read(integration_id, stamp)
                if changes != self._changes:
                    # Somebody changed something while it was read; what was read may be older than that.
                    continue
                self._stamps, self._looked = stamps, began
                self._doors = {number: known for number, known in self._doors.items() if number in stamps}
                if stamp is not None:
                    self._doors[integration_id] = (stamp, door)
                return door

    def hear(self, event: Event) -> None:
        """Forget what is known of an integration that was changed in this process."""
        if isinstance(event, IntegrationsChanged):
            self._changes += 1
            self._looked = float("-inf")
            if event.integration_id is None:
                self._doors = {}
            else:
                self._doors.pop(event.integration_id, None)

    def _read(self, integration_id: int, stamp: Stamp) -> Door:
        try:
            config = self._integrations.get(integration_id).config
        except NotFoundError:
            return _NO_DOOR
        if not config.enabled:
            return Door(integration_id, config.webhook)
        key = self._key(integration_id, WEBHOOK_SECRET, config.webhook)
        ends = stamp.previous_secret_ends
        previous = (
            self._key(integration_id, PREVIOUS_SECRET, config.webhook) if ends is not None and ends > utc_now() else b""
        )
        return Door(integration_id, config.webhook, key, previous, _seconds(ends))

    def _key(self, integration_id: int, name: str, settings: WebhookSettings) -> bytes:
        secret = self._secrets.get(integration_id, name)
        if secret is None:
            return b""
        try:
            return signing_key(settings.scheme, secret)
        except ValueError:
            _log.info("the %s of integration %d does not fit the scheme %s", name, integration_id, settings.scheme)
            return b""


def _seconds(moment: datetime | None) -> float:
    return 0.0 if moment is None else moment.timestamp()
