"""What comes in the place of a record that its source could not read."""

from typing import Any

from msgspec import Struct


class Unreadable(Struct, frozen=True):
    """An entry that is no record; it is refused with this reason, and kept as it came."""

    raw: Any
    reason: str
    """A sentence for people."""
