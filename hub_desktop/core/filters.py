"""How records are looked for: by the values of fields, by a text, by what changed, in an order."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

LAST_CHANGED = "last_changed"
"""What a search is sorted by that is no field."""


class How(StrEnum):
    """How a field is compared."""

    EQUALS = "equals"
    CONTAINS = "contains"
    """Without regard to case."""
    EMPTY = "is empty"
    FILLED = "is not empty"


class Filter(Struct, frozen=True):
    """One condition on a field."""

    field: str
    how: How
    value: str = ""


class Search(Struct, frozen=True):
    """Which records are wanted, and in which order; everything that is set must hold."""

    data_type: str
    filters: tuple[Filter, ...] = ()
    text: str = ""
    """In any field, without regard to case."""
    source: str | None = None
    """The name or number of an integration: its records, as it says them; None: the current records."""
    changed_since: datetime | None = None
    sort: str = ""
    """A field, or `last_changed`; empty: by the key."""
    descending: bool = False

    @property
    def narrowed(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.filters or self.text or self.source is not None or self.changed_since is not None)
