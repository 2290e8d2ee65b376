"""How senders whose deliveries are signed wrong are slowed down: pure arithmetic, with bounded memory."""

from collections import OrderedDict
from collections.abc import Hashable

from msgspec import Struct

_FREE = 10
"""Wrong deliveries in a row that are answered at once: a secret that was just changed is no attack."""
_DELAYED = 6
_FIRST_DELAY = 0.1
_LONGEST_DELAY = 2.0
_FIRST_PAUSE = 2
_LONGEST_PAUSE = 60
_FORGOTTEN_SECONDS = 120.0
_MOST_SENDERS = 4_096


class Slowed(Struct, frozen=True):
    """How a wrong delivery is answered: after `delay` seconds, or at once with the advice to wait `pause` seconds."""

    delay: float = 0.0
    pause: int = 0


class _Wrong(Struct):
    times: int
    last: float


class Slowing:
    """Counts what each sender got wrong; those heard of longest ago are forgotten first."""

    def __init__(self) -> None:
        self._senders: OrderedDict[Hashable, _Wrong] = OrderedDict()

    def wrong(self, sender: Hashable, now: float) -> Slowed:
        """Count one more wrong delivery at `now` (seconds of a monotonic clock); return how to answer it."""
        known = self._senders.pop(sender, None)
        if known is None or now - known.last > _FORGOTTEN_SECONDS:
            known = _Wrong(0, now)
        known.times, known.last = known.times + 1, now
        self._senders[sender] = known
        if len(self._senders) > _MOST_SENDERS:
            self._senders.popitem(last=False)
        beyond = known.times - _FREE
        if beyond <= 0:
            return Slowed()
        if beyond <= _DELAYED:
            return Slowed(delay=min(_FIRST_DELAY * 2.0 ** (beyond - 1), _LONGEST_DELAY))
        return Slowed(pause=min(_FIRST_PAUSE * 2 ** min(beyond - _DELAYED - 1, 10), _LONGEST_PAUSE))

    def __len__(self) -> int:
        return len(self._senders)


class Allowance:
    """How much an integration is sent: so many at once, and as many again over a minute."""

    def __init__(self) -> None:
        self._used_until: dict[int, float] = {}

    def pause(self, integration_id: int, per_minute: int, now: float) -> int:
        """Take one delivery at `now` (seconds of a monotonic clock); return 0, or the seconds to wait for the next."""
        each = 60.0 / per_minute
        used = max(self._used_until.get(integration_id, now), now) + each
        # A minute's worth may come at once; what is beyond it is not counted, so that asking again costs nothing.
        if used - now > 60.0:
            return max(1, round(used - now - 60.0))
        self._used_until[integration_id] = used
        return 0
