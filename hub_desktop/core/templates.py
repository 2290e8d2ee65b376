"""Placeholders in a request: `{parent.id}`, `{cursor}`, `{run.window_start}`, and nothing that could run.

A placeholder is a name with dots, after `|` the format of a time: `{run.today|%d/%m/%Y}`. Braces around anything else
are text, as in a JSON filter; `{{name}}` stands for the text `{name}`.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct

from hub_desktop.core.time_formats import check_written_format, write_moment
from hub_desktop.core.words import did_you_mean

_NAME = r"[a-z][\w-]*(?:\.[\w-]+)*"
_PLACEHOLDER = re.compile(rf"\{{\{{({_NAME}(?:\|[^{{}}|]{{1,60}})?)\}}\}}|\{{({_NAME})(?:\|([^{{}}|]{{1,60}}))?\}}")
"""Two pairs of braces (their inside is group 1), or a placeholder with its name and its format."""

RUN_NAMES = ("run.started", "run.today", "run.window_start", "run.window_end")
PAGE_NAMES = ("page.number", "page.offset", "page.size", "page.cursor")
_KNOWN = (*RUN_NAMES, *PAGE_NAMES, "cursor")
_OPEN_ROOT = "parent."


class Moment(Struct, frozen=True):
    """A moment (aware) as the value of a placeholder, written in this format unless the placeholder names one."""

    at: datetime
    format: str = "iso"


class MissingValueError(ValueError):
    """A placeholder has no value here, such as a cursor before the first sync; `name` is the placeholder's."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{{{name}}} has no value")
        self.name = name


def names_in(written: Any) -> frozenset[str]:
    """Return the names of the placeholders in a text, or in the texts of a JSON value."""
    if isinstance(written, str):
        return frozenset(found[2] for found in _PLACEHOLDER.finditer(written) if found[2])
    if isinstance(written, Mapping):
        return frozenset().union(*(names_in(key) | names_in(value) for key, value in written.items()))
    if isinstance(written, list | tuple):
        return frozenset().union(*map(names_in, written))
    return frozenset()


def check_template(written: Any, *, also: tuple[str, ...] = ()) -> None:
    """Raise ValueError for a placeholder that nothing fills; `also` names further ones that are known here."""
    for name in sorted(names_in(written)):
        if name.startswith(_OPEN_ROOT) or name in _KNOWN or name in also:
            continue
        known = (*_KNOWN, *also)
        raise ValueError(
            f"nothing is known as {{{name}}}.{did_you_mean(name, known)} Known are {{parent.…}}, "
            f"{', '.join('{' + one + '}' for one in known)}. For text in braces write {{{{{name}}}}}"
        )
    _check_formats(written)


def fill(text: str, values: Mapping[str, Any], *, quote: Callable[[str], str] = str) -> str:
    """Return the text with its placeholders filled, each value through `quote`; raise MissingValueError.

    `values` holds nested mappings; a name that is itself a key wins over its reading as a path.
    """

    def put(found: re.Match[str]) -> str:
        if found[1]:
            return f"{{{found[1]}}}"
        return quote(_word(found[2], _value_of(found[2], values), found[3] or ""))

    return _PLACEHOLDER.sub(put, text)


def fill_json(written: Any, values: Mapping[str, Any]) -> Any:
    """Return a JSON value with the placeholders in its texts filled; one that stands alone keeps its type."""
    if isinstance(written, str):
        alone = _PLACEHOLDER.fullmatch(written)
        if alone is not None and alone[2]:
            value = _value_of(alone[2], values)
            if not isinstance(value, Moment):
                return value
            text = _word(alone[2], value, alone[3] or "")
            # A JSON body tells a number from a text.
            return int(text) if (alone[3] or value.format).startswith("epoch") else text
        return fill(written, values)
    if isinstance(written, Mapping):
        return {fill(key, values): fill_json(value, values) for key, value in written.items()}
    if isinstance(written, list):
        return [fill_json(value, values) for value in written]
    return written


def _check_formats(written: Any) -> None:
    if isinstance(written, str):
        for found in _PLACEHOLDER.finditer(written):
            if found[3]:
                check_written_format(found[3])
    elif isinstance(written, Mapping):
        for value in written.values():
            _check_formats(value)
    elif isinstance(written, list | tuple):
        for value in written:
            _check_formats(value)


def _value_of(name: str, values: Mapping[str, Any]) -> Any:
    found: Any = values
    if name in values:
        found = values[name]
    else:
        for part in name.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
    if found is None or found == "":
        raise MissingValueError(name)
    return found


def _word(name: str, value: Any, time_format: str) -> str:
    if isinstance(value, Moment):
        return write_moment(value.at, time_format or value.format)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str) and any("\ud800" <= c <= "\udfff" for c in value):
        raise ValueError(f"{{{name}}} holds a character that is no text")
    if isinstance(value, str | int | float):
        return str(value)
    raise ValueError(f"{{{name}}} is a list or an object, where one value belongs")
