"""How often something is synced, as people write and read it."""

import re

from hub_desktop.core.endpoint import MAX_INTERVAL
from hub_desktop.core.schedule_rules import MINIMUM_INTERVAL

INTERVAL_CHOICES: tuple[int, ...] = (5, 15, 30, 60, 120, 360, 720, 1440, 10080)
"""Minutes offered in the list; any other is typed."""

_UNITS = {"m": 1, "h": 60, "d": 1440, "w": 10080}
_AMOUNT = re.compile(r"(\d+(?:[.,]\d+)?)\s*(minutes?|mins?|m|hours?|hrs?|hr|h|days?|d|weeks?|w)?(?![a-z])")


def parse_interval(text: str) -> int:
    """Return the minutes of “30 minutes”, “1 hour 30 min”, “2 days” or “45”; raise ValueError with a sentence."""
    folded = text.strip().lower().replace("and", " ")
    found = list(_AMOUNT.finditer(folded))
    if not found or re.sub(r"[\s,]", "", _AMOUNT.sub("", folded)):
        raise ValueError("Write how often to sync as 30 minutes, 1 hour or 24 hours.")
    total = sum(float(m.group(1).replace(",", ".")) * _UNITS[(m.group(2) or "m")[0]] for m in found)
    minutes = round(total)
    if minutes < MINIMUM_INTERVAL:
        raise ValueError(f"The shortest interval is {MINIMUM_INTERVAL} minutes.")
    if minutes > MAX_INTERVAL:
        raise ValueError("The longest interval is 31 days.")
    return minutes
