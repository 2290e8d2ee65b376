"""Runs that wait for a lane: each integration at most once, and never while it is running."""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field

from hub_desktop.core.actor import Actor
from hub_desktop.core.runs import Trigger

_RANK = {Trigger.WEBHOOK: 0, Trigger.MANUAL: 2}


@dataclass(frozen=True, slots=True)
class Ticket:
    """A run that was asked for; `endpoints` None means all."""

    integration_id: int
    trigger: Trigger
    actor: Actor
    endpoints: frozenset[str] | None = None
    cancel: threading.Event = field(default_factory=threading.Event, compare=False)
    not_before: float = field(default=0.0, compare=False)
    """The moment of the monotonic clock until which more may be gathered for it."""

    def joined(self, other: "Ticket") -> "Ticket":
        """Return one ticket that does what both ask for."""
        endpoints = None if self.endpoints is None or other.endpoints is None else self.endpoints | other.endpoints
        # A person's wish outranks the clock's, and a pass over endpoints the deliveries that it takes along.
        first = max(self, other, key=lambda ticket: _RANK.get(ticket.trigger, 1))
        begins = min(self.not_before, other.not_before)
        return Ticket(self.integration_id, first.trigger, first.actor, endpoints, self.cancel, begins)


class RunQueue:
    """Hands out tickets to lanes, in the order they were asked for."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: OrderedDict[int, Ticket] = OrderedDict()
        self._running: dict[int, Ticket] = {}
        self._closed = False

    def put(self, ticket: Ticket) -> bool:
        """Add a ticket, joined with one that waits already; return whether it is new. Nothing once closed."""
        with self._changed:
            if self._closed:
                return False
            known = self._waiting.get(ticket.integration_id)
            self._waiting[ticket.integration_id] = known.joined(ticket) if known else ticket
            # All of them, for each has to know when the next one may begin.
            self._changed.notify_all()
            return known is None

    def take(self, timeout: float) -> Ticket | None:
        """Return the next ticket that may begin now and whose integration is not running.

        None after `timeout` seconds or when closed; one whose time comes meanwhile is handed out then.
        """
        ends = time.monotonic() + timeout
        with self._changed:
            while not self._closed:
                ticket, now = self._next(), time.monotonic()
                if ticket is not None:
                    del self._waiting[ticket.integration_id]
                    self._running[ticket.integration_id] = ticket
                    return ticket
                if now >= ends:
                    return None
                coming = (one.not_before for one in self._waiting.values() if one.not_before > now)
                self._changed.wait(min(ends, *coming, ends) - now)
        return None

    def done(self, ticket: Ticket) -> None:
        """Tell that the run of the ticket ended."""
        with self._changed:
            if self._running.get(ticket.integration_id) is ticket:
                del self._running[ticket.integration_id]
            self._changed.notify_all()

    def cancel(self, integration_id: int) -> bool:
        """Cancel the integration's waiting and running tickets; return whether there was one."""
        with self._changed:
            waiting = self._waiting.pop(integration_id, None)
            running = self._running.get(integration_id)
            for ticket in (waiting, running):
                if ticket is not None:
                    ticket.cancel.set()
            return waiting is not None or running is not None

    def close(self) -> None:
        """Take no more tickets, cancel those there are, and let every lane go home."""
        with self._changed:
            self._closed = True
            for ticket in (*self._waiting.values(), *self._running.values()):
                ticket.cancel.set()
            self._waiting.clear()
            self._changed.notify_all()

    @property
    def closed(self) -> bool:
        """Whether the lanes are to go home."""
        return self._closed

    def busy(self, integration_id: int) -> bool:
        """Tell whether the integration runs or waits to."""
        with self._changed:
            return integration_id in self._running or integration_id in self._waiting

    def idle(self) -> bool:
        """Tell whether nothing runs and nothing waits."""
        with self._changed:
            return not self._running and not self._waiting

    def _next(self) -> Ticket | None:
        now = time.monotonic()
        return next(
            (t for t in self._waiting.values() if t.not_before <= now and t.integration_id not in self._running), None
        )
