"""Checks between the fields of one record: marks within their maximum, an end after its start, no day far ahead.

Each names the field at fault. Where that field may be left out, the value goes and the record stays; where the record
needs it, the record is refused.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from msgspec import Struct

from hub_desktop.core.datatypes import DataType, Field

_LATEST_DAYS_AHEAD = 366
"""Leave is entered months before it is taken; a day further ahead is a slip of the pen, such as 2062."""


class Order(Struct, frozen=True):
    """One field may not lie beyond another, nor be equal to it where `apart` is set; `blamed` is the one at fault."""

    low: str
    high: str
    blamed: str
    reason: str
    """In words, with {low} and {high} in place of the values."""
    apart: bool = False


class DaysAhead(Struct, frozen=True):
    """A date may lie so many days ahead of today and no more."""

    field: str
    days: int
    reason: str
    """In words, with {low} in place of the value."""


CROSS_CHECKS: Mapping[str, tuple[Order | DaysAhead, ...]] = {
    "marks": (
        Order("marks_obtained", "max_marks", "marks_obtained", "“{low}” is more than “{high}”, the highest possible"),
    ),
    "timetable": (
        Order("start_time", "end_time", "end_time", "“{high}” is not after the start at “{low}”", apart=True),
    ),
    "attendance": (DaysAhead("date", _LATEST_DAYS_AHEAD, "“{low}” lies more than a year ahead"),),
}
"""The checks of each data type that has any."""


class _Bound(Struct, frozen=True):
    """A check on the places of its fields; `high` is the place of the other field, or what the value is held to."""

    low: int
    high: int | str
    apart: bool
    blamed: Field
    blamed_at: int
    reason: str

    def broken_by(self, low: Any, high: Any) -> bool:
        return low is not None and high is not None and (low > high or (self.apart and low == high))


class CrossChecks:
    """The checks of one data type, as of one day."""

    def __init__(self, data_type: DataType, today: date) -> None:
        places = {name: place for place, name in enumerate(data_type.field_names)}
        self._bound: list[_Bound] = []
        for check in CROSS_CHECKS.get(data_type.name, ()):
            if isinstance(check, Order):
                high: int | str = places[check.high]
                low, blamed, apart = check.low, check.blamed, check.apart
            else:
                high = (today + timedelta(days=check.days)).isoformat()
                low, blamed, apart = check.field, check.field, False
            self._bound.append(
                _Bound(places[low], high, apart, data_type.field_named(blamed), places[blamed], check.reason)
            )

    def doubtful(self, columns: Sequence[Sequence[Any]]) -> set[int]:
        """Return the places of the records, given as columns of checked values, that break a check."""
        found: set[int] = set()
        for check in self._bound:
            lows, high = columns[check.low], check.high
            # Mostly nothing is wrong, and that is told at once.
            if isinstance(high, str):
                if max(filter(None, lows), default="") > high:
                    found.update(place for place, low in enumerate(lows) if check.broken_by(low, high))
            else:
                pairs = zip(lows, columns[high], strict=True)
                found.update(place for place, (low, top) in enumerate(pairs) if check.broken_by(low, top))
        return found

    def faults(self, values: Sequence[Any]) -> list[tuple[int, Field, str]]:
        """Return what one record, given as checked values, breaks: the place of the field at fault, the field, why."""
        found: list[tuple[int, Field, str]] = []
        for check in self._bound:
            low = values[check.low]
            high = check.high if isinstance(check.high, str) else values[check.high]
            if check.broken_by(low, high):
                reason = check.reason.format(low=_shown(low), high=_shown(high))
                found.append((check.blamed_at, check.blamed, reason))
        return found


def _shown(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
