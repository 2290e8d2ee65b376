"""What people type in the words of the window, put into English, which is what is read and kept; no widget in it."""

import re

from hub_desktop.core.attendance_rules import WEEKDAYS
from hub_desktop.ui.spoken import listed, spoken

_UNITS = ("minute", "minutes", "hour", "hours", "day", "days")
_ONE, _OTHER = "1:00", "2:00"
"""What stands for something else where only the words between are wanted."""


def in_english(text: str) -> str:
    """Return a time, an interval or weekdays with the words of the window's language in English."""
    words = _words()
    if not words:
        return text
    longest = sorted(words, key=len, reverse=True)
    known = re.compile(rf"(?<![^\s,;])({'|'.join(map(re.escape, longest))})(?=[\s,;]|$)")
    return known.sub(lambda found: words[found.group()], text)


def _words() -> dict[str, str]:
    """Return the words that differ from English, with the English ones."""
    english = {spoken(day.capitalize()): day.capitalize() for day in WEEKDAYS}
    english[spoken("every day")] = "every day"
    for unit in _UNITS:
        number = "2" if unit.endswith("s") else "1"
        english.setdefault(spoken(f"{number} {unit}").removeprefix(number).strip(), unit)
    joined = {"to": spoken(f"{_ONE} to {_OTHER}"), "and": listed([_ONE, _OTHER])}
    for word, said in joined.items():
        english.setdefault(said.partition(_ONE)[2].partition(_OTHER)[0].strip(), word)
    return {word: one for word, one in english.items() if word and word != one}
