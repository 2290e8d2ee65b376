"""The periods of a day as a table: when each is held, from when on it is late, on which days."""

from typing import Any

from hub_desktop.core.attendance_rules import Period
from hub_desktop.ui.object_table import ObjectColumn, ObjectTable
from hub_desktop.ui.weekday_words import parse_weekdays, weekday_words

_ALWAYS_THERE = frozenset({"name", "start", "end"})
_ROWS_SHOWN = 6


class PeriodTable(ObjectTable):
    """Periods in the order in which they are typed."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Periods"),
            (
                ObjectColumn("name", self.tr("Period")),
                ObjectColumn("start", self.tr("From")),
                ObjectColumn("end", self.tr("Until")),
                ObjectColumn("lateAfter", self.tr("Late after")),
                ObjectColumn("subject", self.tr("Subject")),
                ObjectColumn("days", self.tr("Days")),
            ),
            Period,
            add=self.tr("Add a period"),
            remove=self.tr("Remove the period"),
            rows=_ROWS_SHOWN,
        )

    def new_object(self) -> dict[str, Any]:
        """Return a period that begins when the last one ends."""
        last = self._objects[-1] if self._objects else {"end": "09:00"}
        start = str(last.get("end", ""))
        return {"name": str(len(self._objects) + 1), "start": start, "end": _later(start)}

    def value_of(self, name: str, typed: str) -> Any:
        """Return the days in full, and any other field as it was typed."""
        if not typed:
            # Of these, that they are empty is told where they stand.
            return "" if name in _ALWAYS_THERE else None
        return _weekdays(typed) if name == "days" else typed

    def text_of(self, name: str, value: Any) -> str:
        """Return the days by their first letters."""
        if name == "days" and value:
            return ", ".join(str(day)[:3].capitalize() for day in value)
        return super().text_of(name, value)


def _weekdays(typed: str) -> list[str] | None:
    """Return the days of the week that are typed, in full; a word that names none stays, to be told."""
    try:
        return parse_weekdays(typed) or None
    except ValueError:
        return weekday_words(typed)


def _later(start: str) -> str:
    """Return the end of a period of 50 minutes, or the empty string where it would not be on the same day."""
    hours, _, minutes = start.partition(":")
    if not (hours.isdecimal() and minutes.isdecimal()):
        return ""
    end = int(hours) * 60 + int(minutes) + 50
    return f"{end // 60:02}:{end % 60:02}" if end < 24 * 60 else ""
