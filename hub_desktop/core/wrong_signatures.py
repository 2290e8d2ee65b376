"""When deliveries with a wrong signature need a person.

Whoever knows the address can send wrong ones, so that these alone say little. They matter where they stand in the place
of right ones: several in a row, and no right one for longer than is usual. That too ends by itself, counted from what a
stranger cannot put off, so that nobody on the internet can keep a light from turning green.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from msgspec import Struct

from hub_desktop.core.times import spoken
from hub_desktop.core.words import count

REPEATED = 3
"""So many in a row are no accident."""
RIGHT_ONES_LOOKED_AT = 11
"""The newest, with ten pauses between them."""
ATTENTION_LASTS = timedelta(days=7)

_SHORTEST_SILENCE = timedelta(hours=1)
_USUAL_TIMES = 2


class WrongSignatures(Struct, frozen=True):
    """Deliveries with a wrong signature, one after the other, with no right one since the last of them."""

    number: int
    since: datetime
    """When the first of them came."""
    last_at: datetime
    last_from: str = ""
    """The address the last of them came from."""

    def sentence(self, now: datetime) -> str:
        """Return what came, in one sentence with the time as people say it on this computer."""
        were = "was" if self.number == 1 else "were"
        sender = f" from {self.last_from}" if self.last_from else ""
        return (
            f"{count(self.number, 'delivery', 'deliveries')} {were} refused: wrong signature, last "
            f"{spoken(self.last_at, now)}{sender}."
        )


def need_attention(wrong: WrongSignatures, right_ones: Sequence[datetime], now: datetime) -> bool:
    """Tell whether they stand in the place of right deliveries, the newest times of which are given in any order.

    Until the first right one they do at once: somebody is setting it up. After one, or several, they do once it was
    silent for an hour, and for twice the longest pause there was lately. Either ends after seven days.
    """
    if wrong.number < REPEATED:
        return False
    begins = wrong.since
    if right_ones:
        known = sorted(right_ones)
        pauses = [later - earlier for earlier, later in pairwise(known)]
        silence = max([_SHORTEST_SILENCE, *(_USUAL_TIMES * pause for pause in pauses)])
        begins = max(begins, known[-1] + silence)
    return begins <= now < begins + ATTENTION_LASTS
