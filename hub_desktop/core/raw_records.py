"""What comes in the place of a record that its source could not read."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An entry that is no record; it is refused with this reason, and kept as it came."""

    raw: Any
    reason: str
    """A sentence for people."""
