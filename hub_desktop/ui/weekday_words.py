"""Weekdays as people type them; no widget in it."""

import re

from hub_desktop.core.attendance_rules import WEEKDAYS
from hub_desktop.ui.typed_words import in_english

_BETWEEN = re.compile(r"[\s,;]+|\band\b|\bon\b")
_SHORTEST = 2
"""Letters: with fewer, Tuesday and Thursday are the same."""


def weekday_words(text: str) -> list[str]:
    """Return the words of “Mon to Fri” or “Sat and Sun”, without those that only join them."""
    return [word for word in _BETWEEN.split(re.sub(r"[-–—]", " to ", in_english(text.strip()).casefold())) if word]


def parse_weekdays(text: str) -> list[str]:
    """Return the weekdays in full, none for every day; raise ValueError with a sentence for a word that is none."""
    words = weekday_words(text)
    if not words or words == ["every", "day"]:
        return []
    if len(words) == 3 and words[1] == "to":
        first, last = _day(words[0]), _day(words[2])
        return [WEEKDAYS[n % 7] for n in range(first, last + 1 if last >= first else last + 8)]
    return [WEEKDAYS[number] for number in sorted({_day(word) for word in words})]


def _day(word: str) -> int:
    fitting = [n for n, day in enumerate(WEEKDAYS) if len(word) >= _SHORTEST and day.startswith(word)]
    if not fitting:
        raise ValueError(f"“{word}” is no weekday.")
    return fitting[0]
