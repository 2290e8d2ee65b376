"""How the runs of an integration went, day by day."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct, field

from hub_desktop.core.runs import RunStatus
from hub_desktop.core.words import count, listed

DAYS = 30
_GOOD = frozenset({RunStatus.SUCCEEDED})
_BAD = frozenset({RunStatus.FAILED, RunStatus.PARTIAL, RunStatus.HELD})
_MOST_NAMED = 3


class DayMark(StrEnum):
    """What is shown of a day."""

    NONE = "none"
    """No run ended."""
    GOOD = "good"
    MIXED = "mixed"
    """Some runs brought everything, others did not."""
    BAD = "bad"
    """None brought everything."""


class RunDay(Struct, frozen=True):
    """The runs that began on one day."""

    day: date
    ended: Mapping[RunStatus, int] = field(default_factory=dict)
    """How many ended how; one that goes on still, or was cancelled, says nothing about the upstream."""

    @property
    def good(self) -> int:
        """How many brought everything."""
        return sum(number for status, number in self.ended.items() if status in _GOOD)

    @property
    def bad(self) -> int:
        """How many failed, or brought only a part."""
        return sum(number for status, number in self.ended.items() if status in _BAD)

    @property
    def mark(self) -> DayMark:
        """Return what is shown of the day."""
        if self.good:
            return DayMark.MIXED if self.bad else DayMark.GOOD
        return DayMark.BAD if self.bad else DayMark.NONE

    @property
    def words(self) -> str:
        """Return the runs of the day as people say them: “3 syncs, 1 failed”."""
        total = self.good + self.bad
        if not total:
            return "no sync"
        parts = [count(total, "sync", "syncs")]
        if failed := self.ended.get(RunStatus.FAILED):
            parts.append(f"{failed:,} failed")
        if partial := self.ended.get(RunStatus.PARTIAL):
            parts.append(f"{partial:,} brought only a part")
        if held := self.ended.get(RunStatus.HELD):
            parts.append(f"{held:,} held back")
        return ", ".join(parts)


def run_days(ended: Mapping[date, Mapping[RunStatus, int]], today: date, days: int = DAYS) -> tuple[RunDay, ...]:
    """Return each of the last days up to today, the oldest first."""
    first = today - timedelta(days=days - 1)
    return tuple(
        RunDay(day, dict(ended.get(day, {}))) for day in (first + timedelta(days=number) for number in range(days))
    )


def days_sentence(days: tuple[RunDay, ...]) -> str:
    """Return what the strip of days says, for those who do not see it."""
    synced = [one for one in days if one.mark is not DayMark.NONE]
    troubled = [one for one in synced if one.mark is not DayMark.GOOD]
    if not synced:
        return f"No sync in the last {len(days)} days."
    said = f"Synced on {count(len(synced), 'day')} of the last {len(days)}"
    if not troubled:
        return f"{said}, without trouble."
    named = [f"{one.day.day} {one.day:%b}" for one in troubled[-_MOST_NAMED:]]
    if len(troubled) > _MOST_NAMED:
        return f"{said}, with trouble on {len(troubled)}, last on {listed(named)}."
    return f"{said}, with trouble on {listed(named)}."
