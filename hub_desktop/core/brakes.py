"""The safety brake: when what a run would do to the records is so much that a person should look at it first."""

from enum import StrEnum
from typing import Annotated

from msgspec import Struct
from pydantic import Field

from hub_desktop.core.configured import Configured


class HoldCause(StrEnum):
    """What the brake stopped."""

    REMOVALS = "removals"
    """Many records are gone from a list that is complete."""
    EMPTIED = "emptied"
    """The list is complete and empty, and was not before."""
    CHANGES = "changes"
    """Most records came with other values."""


class Brakes(Configured):
    """How much a run may remove or change before it is held."""

    removed_percent: Annotated[int, Field(ge=0, le=100)] = 10
    """More than so many in a hundred gone, and"""
    removed_at_least: Annotated[int, Field(ge=1, le=1_000_000)] = 5
    """at least so many."""
    changed_percent: Annotated[int, Field(ge=1, le=100)] = 75
    """More than so many in a hundred changed; 100 never holds for that."""


class Effect(Struct, frozen=True):
    """What a pass over an endpoint does to the records of its data type from this source."""

    known: int
    """Records there were before."""
    changed: int = 0
    gone: int = 0
    read: int = 0


def removals_held(effect: Effect, brakes: Brakes) -> HoldCause | None:
    """Return why the removals of a pass are held, None where they may be made."""
    if effect.gone and not effect.read:
        return HoldCause.EMPTIED
    many = effect.gone * 100 > brakes.removed_percent * effect.known
    return HoldCause.REMOVALS if many and effect.gone >= brakes.removed_at_least else None


def changes_held(effect: Effect, brakes: Brakes) -> bool:
    """Tell whether the writes of a pass are held because too much changed; a handful of records never is."""
    # A record whose key comes several times with other values is counted each time, also where it is new.
    changed = min(effect.changed, effect.known)
    return changed * 100 > brakes.changed_percent * effect.known and changed >= brakes.removed_at_least
