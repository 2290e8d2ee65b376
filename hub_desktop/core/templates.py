"""Placeholders in a request: `{parent.id}`, `{cursor}`, `{run.window_start}`, and nothing that could run.

A placeholder is a name with dots, after `|` the format of a time: `{run.today|%d/%m/%Y}`. Braces around anything else
are text, as in a JSON filter; `{{` and `}}` stand for single braces.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from hub_desktop.core.time_formats import check_format, write_moment
from hub_desktop.core.words import did_you_mean

_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([a-z][\w-]*(?:\.[\w-]+)*)(?:\|([^{}|]{1,60}))?\}")

RUN_NAMES = ("run.started", "run.today", "run.window_start", "run.window_end")
PAGE_NAMES = ("page.number", "page.offset", "page.size", "page.cursor")
_KNOWN = (*RUN_NAMES, *PAGE_NAMES, "cursor")
_OPEN_ROOT = "parent."


class MissingValueError(ValueError):
    """A placeholder has no value here, such as a cursor before the first sync; `name` is the placeholder's."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{{{name}}} has no value")
        self.name = name


def names_in(written: Any) -> frozenset[str]:
    """Return the names of the placeholders in a text, or in the texts of a JSON value."""
    if isinstance(written, str):
        return frozenset(found[1] for found in _PLACEHOLDER.finditer(written) if found[1])
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
            f"{', '.join('{' + one + '}' for one in known)}; a brace itself is written twice"
        )
    _check_formats(written)


def fill(text: str, values: Mapping[str, Any], *, quote: Callable[[str], str] = str) -> str:
    """Return the text with its placeholders filled, each value through `quote`; raise MissingValueError.

    `values` holds nested mappings; a name that is itself a key wins over its reading as a path.
    """

    def put(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0][0]
        return quote(_word(found[1], _value_of(found[1], values), found[2] or ""))

    return _PLACEHOLDER.sub(put, text)


def fill_json(written: Any, values: Mapping[str, Any]) -> Any:
    """Return a JSON value with the placeholders in its texts filled; one that stands alone keeps its type."""
    if isinstance(written, str):
        alone = _PLACEHOLDER.fullmatch(written)
        if alone is not None and alone[1]:
            value = _value_of(alone[1], values)
            return _word(alone[1], value, alone[2] or "") if isinstance(value, datetime) else value
        return fill(written, values)
    if isinstance(written, Mapping):
        return {fill(key, values): fill_json(value, values) for key, value in written.items()}
    if isinstance(written, list):
        return [fill_json(value, values) for value in written]
    return written


def _check_formats(written: Any) -> None:
    if isinstance(written, str):
        for found in _PLACEHOLDER.finditer(written):
            if found[2]:
                check_format(found[2])
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
    if isinstance(value, datetime):
        return write_moment(value, time_format or "iso")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str | int | float):
        return str(value)
    raise ValueError(f"{{{name}}} is a list or an object, where one value belongs")
