"""The shape of an answer: names and kinds, without a single value, and where in it lists of records lie."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.mapping import match_aliases
from hub_desktop.core.redaction import one_line
from hub_desktop.core.words import count
from hub_desktop.upstream.records_path import ENVELOPE_KEYS

_DEEPEST = 3
_MOST_NAMES = 40
_MOST_CANDIDATES = 8
_LONGEST_NAME = 60
_MOST_SAYINGS = 5
_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LIKELY_PERSONAL = re.compile(r"@|\d{4}|\s")
_SAYING = re.compile(
    r"(?i)(imsx_\w+|(error|fault|status|exc|exception|message|debug|trace|request|correlation)[\w-]*|details?|msg|title"
    r"|type|code|description|field|source|reason|path|location|success|ok|timestamp|warnings?)"
)
"""Names under which an error answer says what is wrong."""


class Candidate(Struct, frozen=True):
    """A list of objects in an answer that may be the records; `path` as an endpoint's recordsPath says it."""

    path: str
    records: int
    fields: tuple[str, ...]


def kind_of(value: Any) -> str:
    """Return the kind of a value in a word for people."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true or false"
        case str():
            return "text" if value.strip() else "empty text"
        case int() | float():
            return "number"
        case list():
            return "list"
        case _:
            return "object"


def fields_of(records: Sequence[object]) -> dict[str, str]:
    """Return the names of the fields of some records, each with the kinds its values have."""
    kinds: dict[str, dict[str, None]] = {}
    for record in records:
        if isinstance(record, Mapping):
            for key, value in record.items():
                kinds.setdefault(one_line(str(key), _LONGEST_NAME), {})[kind_of(value)] = None
    return {name: " or ".join(found) for name, found in list(kinds.items())[:_MOST_NAMES]}


def shape_of(value: Any, depth: int = 0) -> str:
    """Return the shape of a JSON value on one line: names of fields and kinds of values."""
    if isinstance(value, list):
        if not value:
            return "an empty list"
        return f"a list of {len(value):,}: {shape_of(value[0], depth + 1)}" if depth < _DEEPEST else "a list"
    if not isinstance(value, Mapping):
        return kind_of(value)
    if not value:
        return "an empty object"
    if depth >= _DEEPEST:
        return "an object"
    if _is_keyed(value):
        # Its keys may be the numbers or names of people.
        return (
            f"an object with {count(len(value), 'entry', 'entries')}: {shape_of(next(iter(value.values())), depth + 1)}"
        )
    parts = [f"{_shown_name(key)}: {shape_of(inner, depth + 1)}" for key, inner in list(value.items())[:_MOST_NAMES]]
    return f"{{{', '.join(parts)}}}"


def stripped(value: Any, *, words: bool, depth: int = 0) -> Any:
    """Return a JSON answer without values of records, for which their shape stands.

    With `words`, which is for answers that are errors, what such an answer says of itself is kept.
    """
    if isinstance(value, Mapping) and depth < _DEEPEST and not _is_keyed(value):
        return {_shown_name(key): _stripped_entry(str(key), inner, words, depth + 1) for key, inner in value.items()}
    if isinstance(value, list) and words and value and all(_only_says(item) for item in value):
        return [stripped(item, words=True, depth=depth + 1) for item in value[:_MOST_SAYINGS]]
    if isinstance(value, Mapping | list):
        return shape_of(value, 1)
    return value if words or value is None or isinstance(value, bool) else f"({kind_of(value)})"


def _stripped_entry(key: str, value: Any, words: bool, depth: int) -> Any:
    return stripped(value, words=words and bool(_SAYING.fullmatch(key)), depth=depth)


def _only_says(item: Any) -> bool:
    return isinstance(item, str) or (isinstance(item, Mapping) and all(_SAYING.fullmatch(str(key)) for key in item))


def _is_keyed(value: Mapping[Any, Any]) -> bool:
    """Tell whether an object is a table whose keys are values rather than names of fields."""
    inner = list(value.values())
    return len(inner) > 1 and all(isinstance(one, Mapping) and one for one in inner) and _alike(inner)


def _alike(objects: Sequence[Mapping[Any, Any]]) -> bool:
    first = set(objects[0])
    return all(len(first & set(other)) * 2 > len(first) for other in objects[1:20])


def _shown_name(key: Any) -> str:
    name = one_line(str(key), _LONGEST_NAME)
    return "…" if _LIKELY_PERSONAL.search(name) else name


# -- where the records lie -------------------------------------------------------------------------------------------


def candidates(body: Any, endpoint: str, data_type: str) -> list[Candidate]:
    """Return the lists of objects within three levels of an answer, the likeliest records first."""
    found = [
        Candidate(path, len(items), tuple(fields_of(items[:5])))
        for path, items in _lists(body)
        if path and items and any(isinstance(item, Mapping) for item in items)
    ]
    found.sort(key=lambda candidate: _likeliness(candidate, endpoint, data_type), reverse=True)
    return found[:_MOST_CANDIDATES]


def path_of(body: Any, records: Sequence[object]) -> str | None:
    """Return where in an answer this very list of records lies: a path, empty for the top, None where nowhere."""
    if body == records:
        return ""
    return next((path for path, items in _lists(body) if items == records), None)


def _lists(body: Any, path: str = "", depth: int = 0) -> Iterator[tuple[str, list[Any]]]:
    if isinstance(body, list):
        yield path, body
    elif isinstance(body, Mapping) and depth < _DEEPEST + 1:
        if depth and _is_keyed(body):
            yield f"{path}.*", list(body.values())
            return
        for key, value in body.items():
            name = str(key)
            step = name if _PLAIN_NAME.fullmatch(name) else json.dumps(name)
            yield from _lists(value, f"{path}.{step}" if path else step, depth + 1)


def _likeliness(candidate: Candidate, endpoint: str, data_type: str) -> tuple[int, int, int, int]:
    kind = DATA_TYPES.get(data_type)
    matched = dict(match_aliases(kind.fields, candidate.fields)) if kind is not None else {}
    needed = [f.name for f in kind.fields if (f.required or f.key) and not f.may_be_empty] if kind is not None else []
    last = candidate.path.rpartition(".")[2].strip('"').lower()
    is_named = last in {endpoint.lower(), data_type.lower(), *(key.lower() for key in ENVELOPE_KEYS)}
    return sum(name in matched for name in needed), len(matched), int(is_named), candidate.records
