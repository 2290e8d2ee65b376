"""Times and quiet hours as people type them, from and to the JSON; no widget in it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from hub_desktop.core.schedule_rules import QuietHours
from hub_desktop.core.schedule_words import quiet_text
from hub_desktop.ui.setting_values import written_json
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.typed_words import in_english
from hub_desktop.ui.weekday_words import parse_weekdays

USUAL_TIMES = "07:30, 13:00"
USUAL_QUIET_HOURS = "22:00 to 06:00"

_RANGE = re.compile(
    r"(?P<days>.*?)\s*(?P<start>\d{1,2}:\d{2})\s*(?:to|until|-|–|—)\s*(?P<end>\d{1,2}:\d{2})", re.IGNORECASE
)
_HOW_QUIET = "Write quiet hours as 22:00 to 06:00; Saturday 13:00 to 00:00."


def parse_times(text: str) -> list[str]:
    """Return the times of “07:30, 13:00” as typed; raise ValueError with a sentence where there is none."""
    times = [part for part in re.split(r"[\s,;]+|\band\b", in_english(text.strip())) if part]
    if not times:
        raise ValueError(f"Write the times of the day at which to sync, such as {USUAL_TIMES}.")
    return times


def times_line(value: Any) -> str:
    """Return times of the JSON as people type them."""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def parse_quiet_hours(text: str) -> list[dict[str, Any]]:
    """Return the quiet hours of “22:00 to 06:00; Saturday 13:00 to 00:00”; raise ValueError with a sentence."""
    found: list[dict[str, Any]] = []
    for part in (in_english(part.strip()).strip() for part in text.split(";")):
        if not part:
            continue
        match = _RANGE.fullmatch(part)
        if match is None:
            raise ValueError(_HOW_QUIET)
        one: dict[str, Any] = {"from": match["start"], "to": match["end"]}
        try:
            days = parse_weekdays(match["days"])
        except ValueError as error:
            raise ValueError(f"{error} {_HOW_QUIET}") from error
        if days:
            one["days"] = days
        found.append(one)
    if not found:
        raise ValueError(_HOW_QUIET)
    return found


def quiet_line(value: Any) -> str:
    """Return quiet hours of the JSON as people type them; as JSON where they are wrong."""
    try:
        return "; ".join(spoken(quiet_text(QuietHours.model_validate(one))) for one in value)
    except (ValidationError, TypeError):
        return written_json(value)


def is_list(value: Any) -> bool:
    """Tell whether a setting holds something to show in a line."""
    return isinstance(value, Sequence | Mapping) and not isinstance(value, str) and bool(value)
