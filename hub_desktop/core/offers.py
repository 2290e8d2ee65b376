"""A change of a configuration that the program offers to make itself, as a JSON merge patch (RFC 7396)."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct


class Offer(Struct, frozen=True):
    """What a button would change: its label, why, and the merge patch for the integration's JSON."""

    label: str
    """A verb and what it does, such as “Read the pages by number”."""
    reason: str
    """One sentence for people: what was found that makes this the right thing."""
    changes: Mapping[str, Any]
    """RFC 7396: a null removes the key, everything else replaces it, objects are merged."""


def with_offers(written: Mapping[str, Any], offers: Sequence[Offer]) -> dict[str, Any]:
    """Return the integration's JSON with the changes of all offers made, in order."""
    changed: Any = dict(written)
    for offer in offers:
        changed = merged_patch(changed, offer.changes)
    return dict(changed)


def merged_patch(target: Any, patch: Any) -> Any:
    """Return `target` with an RFC 7396 merge patch applied; neither is changed.

    An endpoint written as its bare path is taken as the object with that path, so that settings can be added to it.
    """
    if not isinstance(patch, Mapping):
        return patch
    if isinstance(target, str) and patch:
        target = {"path": target}
    kept: dict[str, Any] = dict(target) if isinstance(target, Mapping) else {}
    for key, value in patch.items():
        if value is None:
            kept.pop(key, None)
        else:
            kept[key] = merged_patch(kept.get(key), value)
    return kept


def patch_between(before: Any, after: Any) -> Any:
    """Return the merge patch that turns `before` into `after`, so far as RFC 7396 can say it: a null removes a key."""
    if isinstance(before, str) and before and isinstance(after, Mapping):
        before = {"path": before}
    if not isinstance(before, Mapping) or not isinstance(after, Mapping):
        return after
    patch: dict[str, Any] = {key: None for key in before if key not in after}
    for key, value in after.items():
        if key not in before:
            patch[key] = value
        elif before[key] != value:
            patch[key] = patch_between(before[key], value)
    return patch
