"""Taking signed deliveries in: verifying them, keeping them durably, and asking for the run that stores their records.

What a use case does elsewhere, one audit row for each, is not done here. A delivery that was kept is a record of its
own, with its sender, time and fate; and whoever sends wrong ones must not be able to fill the disk with rows. So wrong
ones are counted for each integration, and at most one row a minute says how many there were.
"""

import threading
import time
from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from hub_desktop.core.actor import WEBHOOKS
from hub_desktop.core.delivery_rules import labels_of
from hub_desktop.core.errors import NotAllowedError, TransientError
from hub_desktop.core.events import DeliveriesRefused, DeliveryReceived
from hub_desktop.core.roles import UseCase
from hub_desktop.core.signature import Headers, Scheme, verify
from hub_desktop.core.slowing import Allowance, Slowed, Slowing
from hub_desktop.core.times import utc_now
from hub_desktop.core.words import count
from hub_desktop.hub.doors import Door, Doors
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.syncs import Syncs
from hub_desktop.store.delivery_writer import DeliveryWriter, Done, Incoming, Kept
from hub_desktop.store.webhook_states import Refusals, WebhookState, WebhookStateStore
from hub_desktop.upstream.decode import UnreadableError, decode

TEST_MARK = b'{"hubDesktopTest":'
"""How the body of the self-test begins. It is no secret: whoever can sign may mark what feeds nothing."""

_ROW_SECONDS = 60.0
_LONGEST_ID = 256


class WrongSignatureError(NotAllowedError):
    """A delivery is not signed as the integration wants it."""


class TooManyDeliveriesError(TransientError):
    """An integration is sent more than it takes; `pause` are the seconds to wait."""

    def __init__(self, pause: int) -> None:
        super().__init__("More is delivered than this integration takes a minute. Send it again later.")
        self.pause = pause


class Refused(Struct):
    """Refusals that are not on disk yet."""

    times: int
    wrong: int
    """Those at a webhook that has a secret."""
    since: datetime
    at: datetime
    sender: str


class Reception:
    """What the listener asks of the hub. `known`, `check`, `refuse` and `keep` never wait for anything."""

    def __init__(
        self,
        gate: Gate,
        doors: Doors,
        states: WebhookStateStore,
        syncs: Syncs,
        events: EventStream,
        *,
        writer: DeliveryWriter,
    ) -> None:
        self._gate = gate
        self._doors = doors
        self._states = states
        self._syncs = syncs
        self._events = events
        self._slowing = Slowing()
        self._allowance = Allowance()
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._refused: dict[int, Refused] = {}
        self._written: dict[int, float] = {}
        self._writer = writer
        writer.tell(self.heard)

    # -- for the listener ------------------------------------------------------------------------------------------

    def known(self, integration_id: int) -> Door | None:
        """Return what is known of a webhook; None where `look_up` must be asked, which may take a while."""
        return self._doors.known(integration_id)

    def aging(self) -> bool:
        """Tell whether `look_up` should be asked beside the deliveries that go on."""
        return self._doors.aging()

    def doubtful(self) -> bool:
        """Tell whether `look_up` must be asked before a delivery is refused."""
        return self._doors.doubtful()

    def look_up(self, integration_id: int) -> Door:
        """Return what is known of a webhook after looking at the disk and, where it changed, in the keyring."""
        return self._doors.look_up(integration_id)

    def check(self, door: Door, headers: Headers, body: bytes, *, name: str = "", sender: str = "") -> Incoming:
        """Return the delivery to be kept; the body is not looked into before its signature was found right.

        `headers` hold names in lower case. Raises WrongSignatureError, and TooManyDeliveriesError past the limit of
        the integration.
        """
        now = time.time()
        found = verify(door.settings.scheme, door.keys(now), headers, body, now)
        if found is None:
            raise WrongSignatureError("The signature of the delivery is wrong.")
        pause = self._allowance.pause(door.integration_id, door.settings.requests_per_minute, time.monotonic())
        if pause:
            raise TooManyDeliveriesError(pause)
        message_id, signed = found.message_id, found.signed_id
        if door.settings.scheme is Scheme.STRIPE:
            message_id = _event_id(body)
            signed = bool(message_id)
        return Incoming(
            door.integration_id,
            body,
            message_id,
            signed,
            sender,
            labels_of(headers, name),
            body.startswith(TEST_MARK),
        )

    def keep(self, incoming: Sequence[Incoming], done: Done) -> None:
        """Keep deliveries; `done` is told on another thread where each lies, once they are committed to disk."""
        self._writer.put(incoming, done)

    def refuse(self, door: Door, asked: int, sender: str) -> Slowed:
        """Count a delivery that was not signed right; return how its sender is slowed down.

        A sender who signs right is never slowed: behind a proxy all senders share one address, and one of them must
        not be able to shut the others out.
        """
        now = time.monotonic()
        with self._lock:
            slowed = self._slowing.wrong((sender, asked), now)
            at = utc_now()
            known = self._refused.get(door.integration_id) or Refused(0, 0, at, at, sender)
            self._refused[door.integration_id] = Refused(
                known.times + 1, known.wrong + bool(door.key), known.since, at, sender
            )
            due = now - self._written.get(door.integration_id, float("-inf")) >= _ROW_SECONDS
            if due:
                self._written[door.integration_id] = now
        if due:
            self._writer.do(lambda: self._write([door.integration_id]))
        return slowed

    def receive(self, integration_id: int, headers: Headers, body: bytes, *, name: str = "", sender: str = "") -> Kept:
        """Do all of it at once, on the caller's thread.

        Raises WrongSignatureError for a wrong signature, an unknown integration and one without a webhook secret
        alike, so that nobody can find out which integrations there are.
        """
        door = self.known(integration_id) or self.look_up(integration_id)
        try:
            try:
                incoming = self.check(door, headers, body, name=name, sender=sender)
            except WrongSignatureError:
                if not self.doubtful():
                    raise
                door = self.look_up(integration_id)
                incoming = self.check(door, headers, body, name=name, sender=sender)
        except WrongSignatureError:
            self.refuse(door, integration_id, sender)
            raise
        return self._writer.keep(incoming)

    # -- for the hub -----------------------------------------------------------------------------------------------

    def heard(self, kept: Sequence[tuple[Incoming, Kept]]) -> None:
        """Tell of new deliveries, and ask for the runs that store their records; the writer calls this.

        Those that were committed together are told as one: its number is that of the newest.
        """
        newest = {incoming.integration_id: where.delivery_id for incoming, where in kept}
        for integration_id, delivery_id in newest.items():
            self._events.emit(DeliveryReceived(integration_id, delivery_id))
        self._syncs.request_deliveries({incoming.integration_id for incoming, _ in kept if not incoming.is_test})

    def state(self, integration_id: int) -> WebhookState:
        """Return what is kept of a webhook, with the refusals that are not on disk yet."""
        # Neither counted twice nor missed, while they are on their way there.
        with self._writing:
            kept = self._states.get(integration_id)
            with self._lock:
                more = self._refused.get(integration_id)
                if more is None:
                    return kept
                return replace(kept, refused=kept.refused + more.times, refused_at=more.at, refused_from=more.sender)

    def write_refusals(self, *, all_of_them: bool = False) -> None:
        """Write down the refusals whose minute is over, or all of them."""
        now = time.monotonic()
        with self._lock:
            due = [n for n in self._refused if all_of_them or now - self._written.get(n, float("-inf")) >= _ROW_SECONDS]
            self._written |= dict.fromkeys(due, now)
        self._write(due)

    def close(self) -> None:
        """Keep what waits still, and write down what was refused."""
        self._writer.close()
        self.write_refusals(all_of_them=True)

    def _write(self, integration_ids: list[int]) -> None:
        with self._writing:
            with self._lock:
                taken = {n: self._refused.pop(n) for n in integration_ids if n in self._refused}
            if not taken:
                return
            self._states.add_refused(
                {n: Refusals(one.times, one.wrong, one.since, one.at, one.sender) for n, one in taken.items()}
            )
        for integration_id, one in taken.items():
            self._gate.note_refused(
                WEBHOOKS,
                UseCase.RECEIVE_DELIVERY,
                integration_id,
                f"{count(one.times, 'delivery', 'deliveries')} not signed right, the last from {one.sender or 'here'}",
            )
            self._events.emit(DeliveriesRefused(integration_id))


def _event_id(body: bytes) -> str:
    """Return the id of the event in a body whose signature was found right; empty where it has none."""
    try:
        content = decode(body).value
    except UnreadableError:
        return ""
    found = content.get("id") if isinstance(content, dict) else None
    return found if isinstance(found, str) and 0 < len(found) <= _LONGEST_ID else ""
