"""Refused records in words: which of them share a cause, and which can be checked once more."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from hub_desktop.core.redaction import MASK

LONGEST_RAW = 65_536
"""Characters kept of a refused record; a longer one is cut there."""

_QUOTED = re.compile("“[^”]*”")
_BARE_NUMBER = re.compile(r"(?<=: )-?\d[\d.e+-]*(?= is )")
_DIGITS = re.compile(r"\d{5,}")


class NotReplayableError(ValueError):
    """What is kept of a refused record is not the whole of it; the message is for people."""


def cause_of(reasons: Sequence[str]) -> tuple[str, ...]:
    """Return the reasons without the values they quote, so that records refused for the same cause come together."""
    return tuple(_without_value(reason) for reason in reasons)


def _without_value(reason: str) -> str:
    return _DIGITS.sub("…", _BARE_NUMBER.sub("…", _QUOTED.sub("“…”", reason)))


def restored(raw: str) -> Mapping[str, Any]:
    """Return a refused record as it came; raise NotReplayableError where it was not kept whole."""
    if MASK in raw:
        raise NotReplayableError(
            f"It cannot be checked again: it holds “{MASK}” in place of a value that is not kept here. Sync instead."
        )
    try:
        record = json.loads(raw)
    except (ValueError, RecursionError):
        raise NotReplayableError(
            f"It cannot be checked again: only its first {LONGEST_RAW:,} characters are kept. Sync instead."
            if len(raw) >= LONGEST_RAW
            else "It cannot be checked again: what is kept of it is not JSON. Sync instead."
        ) from None
    if not isinstance(record, Mapping):
        raise NotReplayableError("It cannot be checked again: what came was not a record.")
    return record
