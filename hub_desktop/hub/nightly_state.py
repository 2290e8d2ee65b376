"""How the last nightly backups ended, in the shape in which the settings keep it."""

from collections.abc import Mapping
from typing import Any

from hub_desktop.core.nightly import NightlyState
from hub_desktop.core.times import from_text, to_text
from hub_desktop.hub.restoring import backup_from_json, backup_to_json


def state_to_json(state: NightlyState) -> dict[str, Any]:
    """Return the shape in which it is kept."""
    return {
        "tried": None if state.tried is None else to_text(state.tried),
        "made": None if state.made is None else backup_to_json(state.made),
        "problem": state.problem,
        "since": None if state.since is None else to_text(state.since),
    }


def state_from_json(written: Mapping[str, Any]) -> NightlyState:
    """Return what `state_to_json` wrote."""
    tried, since = written.get("tried"), written.get("since")
    return NightlyState(
        None if tried is None else from_text(tried),
        backup_from_json(written.get("made")),
        str(written.get("problem", "")),
        None if since is None else from_text(since),
    )
