"""Where the list of records lies in an answer."""

from collections.abc import Mapping
from typing import Any

from hub_desktop.core.errors import ConfigurationError, Trouble
from hub_desktop.core.mapping import compile_path
from hub_desktop.core.redaction import one_line
from hub_desktop.core.words import count, listed

ENVELOPE_KEYS = ("data", "records", "results", "items", "value", "rows")
"""Under which upstreams put their records, the most usual first; the name of the endpoint is tried too."""

_MOST_NAMED = 12


def find_records(body: Any, path: str, *, name: str, endpoint: str) -> list[Any]:
    """Return the list of records in a decoded answer; raise ConfigurationError naming what was seen instead.

    `path` is a dotted path, or empty to look at the usual places. A null in such a place is an empty list.
    """
    if path:
        return _at_path(body, path, name, endpoint)
    if isinstance(body, list):
        return body
    if isinstance(body, Mapping):
        keys = (*ENVELOPE_KEYS, endpoint)
        for holder in (body, body.get("data")):
            if isinstance(holder, Mapping):
                found = _list_under(holder, keys)
                if found is not None:
                    return found
    raise ConfigurationError(
        f"{name} answered, but no list of records was found for “{endpoint}”. {_seen(body)} Say in the records path "
        "of this endpoint where the list is.",
        f"endpoint {endpoint}: tried the top level and {', '.join((*ENVELOPE_KEYS, endpoint))}, also inside data",
        field=f"endpoints.{endpoint}.recordsPath",
        evidence=Trouble.FORMAT.evidence,
    )


def _at_path(body: Any, path: str, name: str, endpoint: str) -> list[Any]:
    problem = ""
    found: Any = None
    if isinstance(body, Mapping):
        try:
            found = compile_path(path)(body)
        except ValueError as error:
            problem = str(error)
    if isinstance(found, list):
        return found
    if found is None and not problem and isinstance(body, Mapping) and _holds(body, path):
        return []
    came = f"There is {_kind(found)} at that place." if found is not None else _seen(body)
    raise ConfigurationError(
        f"{name} answered, but there is no list of records at “{path}” for “{endpoint}”. {came} Correct the records "
        "path of this endpoint.",
        f"endpoint {endpoint}: recordsPath {path}: {problem or _kind(found)}",
        field=f"endpoints.{endpoint}.recordsPath",
        evidence=Trouble.FORMAT.evidence,
    )


def _list_under(holder: Mapping[str, Any], keys: tuple[str, ...]) -> list[Any] | None:
    for key in keys:
        found = holder.get(key)
        if isinstance(found, list):
            return found
    # Some upstreams write an empty list as null; a key that is not there at all is another matter.
    return [] if any(key in holder and holder[key] is None for key in keys) else None


def _holds(body: Mapping[str, Any], path: str) -> bool:
    """Tell whether the last name of a dotted path is there, with nothing in it."""
    before, _, last = path.rpartition(".")
    parent = compile_path(before)(body) if before else body
    return isinstance(parent, Mapping) and last in parent


def _seen(body: Any) -> str:
    if isinstance(body, Mapping):
        names = [f"“{one_line(str(key), 40)}”" for key in body]
        if not names:
            return "The answer is an empty object."
        more = len(names) - _MOST_NAMED
        shown = [*names[:_MOST_NAMED], count(more, "more key")] if more > 0 else names
        return f"The answer holds {listed(shown)}."
    return f"The answer is {_kind(body)}."


def _kind(value: Any) -> str:
    match value:
        case None:
            return "nothing (null)"
        case bool():
            return "true or false"
        case str():
            return "a text"
        case int() | float():
            return "a number"
        case list():
            return "a list"
        case _:
            return "one object, not a list"
