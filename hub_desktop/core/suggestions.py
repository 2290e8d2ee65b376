"""Suggestions for fields that nothing is mapped to: from their aliases, their names and the shape of their values.

Nothing here maps anything: a suggestion carries a score and a reason in words, and waits for a person to accept it.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from hub_desktop.core.datatypes import DataType, Field, FieldKind
from hub_desktop.core.endpoint import FieldMapping
from hub_desktop.core.mapping import Mapper, fold
from hub_desktop.core.paths import compile_path
from hub_desktop.core.redaction import one_line
from hub_desktop.core.transformations import Step, compile_steps
from hub_desktop.core.validation import RefusedValueError, check_value

LEAST_SCORE = 50
"""Of 100; what is less likely is not worth a person's look."""

_RECORDS = 200
_PATHS = 300
_LONGEST_PATH = 300  # of a mapping's source
_DEEPEST = 3
_LIKE = 78
"""Of 100: from here on, two names are alike."""
_MOST_FIT = 0.9
_TELLING = frozenset({FieldKind.EMAIL, FieldKind.DATE, FieldKind.TIME, FieldKind.CHOICE})
"""Kinds that values show by themselves, as a number or a text does not."""
_PHONE = re.compile(r"\+?[\d ()/.-]{7,20}")
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_STEPS: dict[FieldKind, tuple[Any, ...]] = {
    FieldKind.DATE: (
        {"date": "%d/%m/%Y"},
        {"date": "%m/%d/%Y"},
        {"date": "%d-%m-%Y"},
        {"date": "%m-%d-%Y"},
        {"date": "%d.%m.%Y"},
        {"date": "%Y%m%d"},
        {"date": "%d %b %Y"},
        {"date": "%d-%b-%Y"},
        {"date": "%d %B %Y"},
        "epoch",
        {"epoch": "milliseconds"},
    ),
    FieldKind.NUMBER: ({"number": "indian"}, "number", {"number": "comma"}),
    FieldKind.INTEGER: ({"number": "indian"}, "number"),
}
_KIND_WORDS = {
    FieldKind.EMAIL: "an email address",
    FieldKind.DATE: "a date",
    FieldKind.TIME: "a time",
    FieldKind.CHOICE: "one of the known words",
}
_Column = Sequence[Any]


class Suggestion(Struct, frozen=True):
    """One upstream field that may be one of ours."""

    target: str
    source: str
    """A name or a dotted path."""
    score: int
    """0 to 100."""
    reason: str
    """In words, for people."""
    transformations: tuple[Any, ...] = ()
    """What must happen to the values, as the JSON writes it."""


class _Fit(Struct, frozen=True):
    """How well values fit a field, and by which steps."""

    part: float
    steps: tuple[Any, ...] = ()
    doubtful: bool = False
    """Several ways of reading them fit, so that none is chosen."""


def suggest(
    data_type: DataType, records: Sequence[Mapping[str, Any]], mappings: Sequence[FieldMapping]
) -> list[Suggestion]:
    """Return at most one suggestion for each field without a source, the most certain first; no path is used twice."""
    sample = list(records[:_RECORDS])
    if not sample:
        return []
    mapper = Mapper(data_type, mappings)
    mapper.settle(sample)
    # An object where one value belongs fills nothing: what is in it may.
    sources = {
        source
        for record in sample
        for source in mapper.sources(record)
        if source.path and (source.explicit or not isinstance(record.get(source.path), list | Mapping))
    }
    filled, used = {source.target for source in sources}, {source.path for source in sources}
    columns = {path: column for path, column in _columns(sample).items() if path not in used}
    open_fields = [field for field in data_type.fields if field.name not in filled]
    found = [one for field in open_fields for one in _of_field(field, columns, open_fields)]
    return _best(found)


def paths_in(records: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the names and dotted paths of single values in these records, the most frequent first."""
    seen = Counter(path for record in records[:_RECORDS] for path in dict.fromkeys(_paths(record)))
    return [path for path, _ in seen.most_common(_PATHS)]


def _best(found: Sequence[Suggestion]) -> list[Suggestion]:
    taken: set[str] = set()
    chosen: list[Suggestion] = []
    for one in sorted(found, key=lambda one: -one.score):
        if not {f"to {one.target}", f"from {one.source}"} & taken:
            taken |= {f"to {one.target}", f"from {one.source}"}
            chosen.append(one)
    return chosen


def _of_field(field: Field, columns: Mapping[str, _Column], open_fields: Collection[Field]) -> Iterator[Suggestion]:
    fits = {path: _fit(field, column) for path, column in columns.items()}
    shaped = [path for path, fit in fits.items() if fit.part >= _MOST_FIT and _is_telling(field)]
    rivals = [other for other in open_fields if other is not field and _is_telling(other)]
    for path, fit in fits.items():
        likeness, like = _likeness(field, path)
        # Values alone say what a field is only where there is one field of their kind, and one column.
        alone = shaped == [path] and not any(_fit(other, columns[path]).part >= _MOST_FIT for other in rivals)
        if fit.part < 1 / 2 or (likeness < _LIKE and not alone):
            continue
        score = round(likeness * 0.75 + fit.part * 25) if likeness >= _LIKE else round(60 * fit.part)
        if not _is_telling(field) and likeness >= _LIKE:
            score = round(likeness * (0.7 + 0.2 * fit.part))
        if fit.doubtful:
            score -= 15
        if score >= LEAST_SCORE:
            yield Suggestion(field.name, path, score, _reason(field, path, like, fit, len(columns[path])), fit.steps)


def _reason(field: Field, path: str, like: str, fit: _Fit, number: int) -> str:
    said = []
    shown = one_line(path, 60)
    if like:
        same = fold(like) == fold(path.rpartition(".")[2])
        said.append(f"“{shown}” is a usual name of this field" if same else f"“{shown}” is called much like “{like}”")
    if _is_telling(field) and fit.part >= _MOST_FIT:
        kind = "a telephone number" if field.name == "phone" else _KIND_WORDS[field.kind]
        each = "every value" if fit.part == 1 else f"{fit.part:.0%} of the values"
        said.append(f"{each} looks like {kind}" if fit.part == 1 else f"{each} look like {kind}")
    sentence = ", and ".join(said) or f"its values fit ({number:,} seen)"
    if fit.doubtful:
        sentence += "; whether the day or the month comes first cannot be told, so choose the date format"
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _is_telling(field: Field) -> bool:
    return field.kind in _TELLING or field.name == "phone"


def _likeness(field: Field, path: str) -> tuple[float, str]:
    """Return how much a path is called like a field, of 100, and the name it is like."""
    from rapidfuzz import fuzz

    last = path.rpartition(".")[2]
    best, like = 0.0, ""
    for name in dict.fromkeys((*field.aliases, field.name, field.label)):
        folded, own = fold(name), fold(last)
        if not own or not folded:
            continue
        if own == folded:
            return 100.0, name
        found = max(fuzz.ratio(own, folded), fuzz.token_sort_ratio(_spaced(last), _spaced(name)))
        # A short name within a long one, as in “primaryEmail”.
        if set(_spaced(name).split()) <= set(_spaced(last).split()):
            found = max(found, 82.0)
        if found > best:
            best, like = found, name
    return (best, like) if best >= _LIKE else (best, "")


def _spaced(name: str) -> str:
    return " ".join(_WORDS.findall(name)).lower() or name.lower()


def _fit(field: Field, column: _Column) -> _Fit:
    """Return how many of the values fit the field as they are, or by the one way of reading that fits them."""
    given = [value for value in column if value is not None and value != ""]
    if not given:
        return _Fit(0)
    if field.name == "phone":
        return _Fit(sum(_is_phone(value) for value in given) / len(given))
    plain = sum(_passes(field, value) for value in given) / len(given)
    if plain >= _MOST_FIT or field.kind not in _STEPS:
        return _Fit(plain)
    ways = [(written, made) for written in _STEPS[field.kind] if (made := compile_steps([written])) is not None]
    parts = [(sum(_passes(field, value, made) for value in given) / len(given), written) for written, made in ways]
    best = max(part for part, _ in parts)
    if best <= plain:
        return _Fit(plain)
    fitting = [written for part, written in parts if part == best]
    if field.kind is FieldKind.DATE and len(fitting) > 1:
        return _Fit(best, (), doubtful=True)
    return _Fit(best, (fitting[0],))


def _passes(field: Field, value: Any, step: Step | None = None) -> bool:
    try:
        taken = check_value(field, step(value, {}) if step is not None else value)
    except (RefusedValueError, ValueError):
        return False
    if taken is None:
        return False
    # Small numbers are no times, although each is some second of 1970.
    return field.kind is not FieldKind.DATE or ("1930" < str(taken) < "2101" and not str(taken).startswith("1970-01"))


def _is_phone(value: Any) -> bool:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**16 else value
    return isinstance(text, str) and bool(_PHONE.fullmatch(text.strip())) and 7 <= sum(c.isdigit() for c in text) <= 15


def _columns(sample: Sequence[Mapping[str, Any]]) -> dict[str, _Column]:
    """Return the values by path, of those that hold single values."""
    takes = {path: compile_path(path) for path in paths_in(sample)}
    return {path: [_taken(take, record) for record in sample] for path, take in takes.items()}


def _taken(take: Any, record: Mapping[str, Any]) -> Any:
    try:
        value = take(record)
    except ValueError:
        return None
    return None if isinstance(value, list | Mapping) else value


def _paths(record: Mapping[str, Any], above: str = "", depth: int = 1) -> Iterator[str]:
    for name, value in record.items():
        if above and "." in name:
            continue
        path = f"{above}{name}"
        if isinstance(value, Mapping):
            if depth < _DEEPEST:
                yield from _paths(value, f"{path}.", depth + 1)
        elif not isinstance(value, list) and _may_be_mapped(path):
            yield path


def _may_be_mapped(path: str) -> bool:
    """Tell whether a mapping can name a path: blanks around it are cut off there, and it is not empty or endless."""
    return path == path.strip() and 0 < len(path) <= _LONGEST_PATH
