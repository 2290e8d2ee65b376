"""Configurations from a file: one integration or a list of them, each read for itself."""

import json
from typing import Any

from msgspec import Struct

from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.core.integration import MAX_CONFIGURATION_BYTES, Submitted, read_integration
from hub_desktop.core.redaction import one_line

_LONGEST_NAME = 80


class RefusedIntegration(Struct, frozen=True):
    """One of a list that cannot be taken in, and why."""

    name: str
    """As far as it has one."""
    error: HubError


def read_integration_text(text: str | bytes) -> list[Submitted]:
    """Read one integration, or a list of them, from JSON text of at most 1 MB; one that is wrong refuses all."""
    found = read_each(text)
    for one in found:
        if isinstance(one, RefusedIntegration):
            raise one.error
    return [one for one in found if isinstance(one, Submitted)]


def read_each(text: str | bytes) -> list[Submitted | RefusedIntegration]:
    """Read one integration, or a list of them, from JSON text of at most 1 MB; one that is wrong costs no other.

    Raises ConfigurationError where the text is no such thing at all.
    """
    return [_read(item, place) for place, item in enumerate(_items(text), start=1)]


def _read(item: dict[str, Any], place: int) -> Submitted | RefusedIntegration:
    try:
        return read_integration(item)
    except HubError as error:
        name = item.get("name")
        called = one_line(name, _LONGEST_NAME) if isinstance(name, str) and name.strip() else f"No. {place}"
        return RefusedIntegration(called, error)


def _items(text: str | bytes) -> list[dict[str, Any]]:
    raw = text.encode("utf-8", "replace") if isinstance(text, str) else text
    if len(raw) > MAX_CONFIGURATION_BYTES:
        raise ConfigurationError("This file is larger than 1 MB, so it is not a configuration of an integration.")
    try:
        read = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise ConfigurationError("This file is not UTF-8 text. Save it as JSON in UTF-8 and try again.") from None
    except RecursionError:
        raise ConfigurationError("This file is nested too deeply to be a configuration of an integration.") from None
    except json.JSONDecodeError as error:
        raise ConfigurationError(
            f"This file is not valid JSON: line {error.lineno}, column {error.colno}: {error.msg}."
        ) from None
    except ValueError:
        # NaN, Infinity, or an integer of more than 4,300 digits.
        raise ConfigurationError("This file is not valid JSON: it holds a number that is none.") from None
    items = read if isinstance(read, list) else [read]
    if not items or not all(isinstance(item, dict) for item in items):
        raise ConfigurationError(
            "A configuration is a JSON object with name, baseUrl and endpoints, or a list of them."
        )
    return items


def _no_constant(word: str) -> None:
    raise ValueError(word)
