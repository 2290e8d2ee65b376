"""Drift: an upstream no longer sends the fields it used to send, sends new ones, or sends them as something else.

What the records of an endpoint looked like is remembered as its shape. A field that most of them held is “there”; one
that hardly any hold is not. What lies between is left alone, because many upstreams leave empty fields out.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from hub_desktop.core.datatypes import DataType, Field
from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.mapping import Mapper, fold
from hub_desktop.core.words import listed

FEWEST_RECORDS = 20
"""With fewer records, what a field has in all of them may be chance."""
_THERE, _GONE = 0.5, 0.1
_SAMPLE, _LATER_SAMPLE, _FULL_PAGES = 50, 5, 40
_MOST_FIELDS = 1_000
_LONGEST_NAME = 200
_WORD = re.compile(r'"([^"]+)"|([\w$-]+)')
_PLAIN = re.compile(r"[\w$-]+(\.[\w$-]+)*")
_KINDS: Mapping[type, str] = {
    str: "text",
    int: "a number",
    float: "a number",
    bool: "yes or no",
    list: "a list",
    dict: "an object",
}
_OF_ONE = frozenset({"timetable", "attendance", "custom"})
"""Data types whose labels are followed by a verb in the singular."""


class FieldShape(Struct, frozen=True):
    """How many of the records hold a field, from 0 to 1, and as what."""

    share: float
    kinds: frozenset[str] = frozenset()
    """What was seen in it; empty where it was always empty."""


class Shape(Struct, frozen=True):
    """The fields of an endpoint's records."""

    records: int = 0
    fields: Mapping[str, FieldShape] = field(default_factory=dict)


class ShapeSampler:
    """Looks at a few records of each page, so that all of them need not be looked at."""

    def __init__(self) -> None:
        self._kinds: dict[str, set[str]] = {}
        self._counts: dict[str, int] = {}
        self._records = 0
        self._pages = 0

    def sample(self, records: Sequence[object]) -> None:
        """Look at the first records of a page."""
        self._pages += 1
        for record in records[: _SAMPLE if self._pages <= _FULL_PAGES else _LATER_SAMPLE]:
            if type(record) is dict:
                self._records += 1
                self._look_at(record)

    def shape(self, seen: Mapping[tuple[str, ...], int]) -> Shape:
        """Return the shape of all records; `seen` tells how many came with which fields, empty: as in the sample."""
        total, counts = self._records, self._counts
        if seen:
            total, counts = sum(seen.values()), {}
            for names, number in seen.items():
                for name in names:
                    counts[name] = counts.get(name, 0) + number
        shares = {name: number / total for name, number in counts.items() if len(name) <= _LONGEST_NAME}
        most = sorted(shares, key=lambda name: -shares[name])[:_MOST_FIELDS]
        return Shape(total, {n: FieldShape(shares[n], frozenset(self._kinds.get(n, ()))) for n in most})

    def _look_at(self, record: Mapping[str, Any]) -> None:
        for name, value in record.items():
            if name not in self._counts and len(self._counts) >= _MOST_FIELDS:
                continue
            self._counts[name] = self._counts.get(name, 0) + 1
            # What stands for nothing tells no kind: some upstreams send false or an empty list for it.
            if value is not None and value is not False and value not in ("", [], {}):
                kind = _KINDS.get(type(value))
                if kind is not None:
                    self._kinds.setdefault(name, set()).add(kind)


class Drift(StrEnum):
    """What became of a field."""

    VANISHED = "vanished"
    APPEARED = "appeared"
    CHANGED = "changed"


class Change(Struct, frozen=True):
    """What became of one field, and what is said of it."""

    drift: Drift
    field: str
    kinds: frozenset[str] = frozenset()
    """As what it comes now."""
    sentence: str = ""
    attention: bool = False
    """Something of ours is taken from it, so that a person should look."""


class Memory(Struct, frozen=True):
    """What is remembered of an endpoint's records from one run to the next."""

    fingerprint: str
    """Of the configuration under which they came; with another one they may well look otherwise."""
    shape: Shape = field(default_factory=Shape)
    """What is expected of them."""
    standing: tuple[Change, ...] = ()
    """Changes that wait for a person."""
    key_names: tuple[str, ...] = ()
    """The fields seen so far that could name a record."""


class Noticed(Struct, frozen=True):
    """What is to be remembered now, the changes to tell, and the fields that are as they were again."""

    memory: Memory
    changes: tuple[Change, ...] = ()
    settled: tuple[str, ...] = ()


class Uses:
    """What becomes of the upstream fields of one endpoint."""

    def __init__(self, integration: str, data_type: DataType, endpoint: Endpoint) -> None:
        self._integration = integration
        self._data_type = data_type
        self._endpoint = endpoint
        self._of_one = data_type.name in _OF_ONE

    def fields_from(self, names: Iterable[str]) -> dict[str, list[Field]]:
        """Return the fields of ours that are taken from each top-level field, in records that have these fields."""
        names = list(names)
        known, found = set(names), dict[str, list[Field]]()
        for source in Mapper(self._data_type, self._endpoint.mappings).sources(dict.fromkeys(names)):
            for root in _roots(source.path, known):
                found.setdefault(root, []).append(self._data_type.field_named(source.target))
        for path in self._endpoint.key:
            for root in _roots(path, known):
                found.setdefault(root, []).append(self._data_type.key_fields[-1])
        return found

    def told(self, change: Change, before: Shape, now: Shape) -> Change:
        """Return the change with its sentence, and whether a person should look."""
        there = now if change.drift is Drift.APPEARED else before
        ours = self.fields_from(there.fields).get(change.field, [])
        labels = listed([f.label for f in ours])
        label, integration, name = self._data_type.label, self._integration, change.field
        hold = "holds" if self._of_one else "hold"
        mapped = f", which is mapped to {labels}" if ours else ""
        match change.drift:
            case Drift.APPEARED:
                goal = labels if ours else "nothing yet"
                told = f"{label} from {integration} now {hold} “{name}”, which is mapped to {goal}."
                return replace(change, sentence=told)
            case Drift.CHANGED:
                was = listed(sorted(before.fields[change.field].kinds), "or")
                became = listed(sorted(change.kinds), "or")
                told = f"{label} from {integration} now {hold} {became} in “{name}”{mapped}; before, it was {was}."
                return replace(change, sentence=told, attention=bool(ours))
            case Drift.VANISHED:
                instead = self._instead(ours, now)
                if instead:
                    told = (
                        f"{label} from {integration} no longer {hold} “{name}”; {labels} is taken from “{instead}” now."
                    )
                    return replace(change, sentence=told)
                told = f"{label} from {integration} no longer {hold} “{name}”{mapped}."
                return replace(change, sentence=told, attention=bool(ours))

    def again(self, name: str) -> str:
        """Return what is said of a field that is as it was again."""
        hold = "holds" if self._of_one else "hold"
        return f"{self._data_type.label} from {self._integration} {hold} “{name}” as before again."

    def key_names(self, names: Iterable[str]) -> list[str]:
        """Return those of the names under which a part of the key could be found."""
        aliases = {fold(alias) for f in self._data_type.key_fields for alias in f.aliases}
        return [name for name in names if fold(name) in aliases]

    def _instead(self, ours: Sequence[Field], now: Shape) -> str:
        """Return the one field from which all of ours are taken now; empty where that is not so or not harmless."""
        chosen = {mapping.target for mapping in self._endpoint.mappings}
        if not ours or any(f.key or f.name in chosen for f in ours):
            # Another field may name other records, and what a person chose is not found anywhere else.
            return ""
        there = [name for name, one in now.fields.items() if one.share >= _THERE]
        found = [root for root, fields in self.fields_from(there).items() if all(f in fields for f in ours)]
        return found[0] if len(found) == 1 else ""


def notice(
    memory: Memory | None, seen: Shape, fingerprint: str, uses: Uses, *, mask: Callable[[str], str] = str
) -> Noticed:
    """Return what is new in the records of a whole pass, told once: what was told before is not told again."""
    key_names = tuple(uses.key_names(seen.fields))[:_MOST_FIELDS]
    if memory is None or memory.fingerprint != fingerprint or memory.shape.records < FEWEST_RECORDS:
        return Noticed(
            Memory(fingerprint, _expected(seen), key_names=key_names or (memory.key_names if memory else ()))
        )
    if seen.records < FEWEST_RECORDS:
        return Noticed(memory)
    changes = {(change.drift, change.field): change for change in _compared(memory.shape, seen)}
    stood = {(change.drift, change.field): change for change in memory.standing}
    told = [uses.told(change, memory.shape, seen) for at, change in changes.items() if at not in stood]
    told = [replace(change, sentence=mask(change.sentence)) for change in told]
    standing = [change for at, change in stood.items() if at in changes] + [c for c in told if c.attention]
    settled = tuple(uses.again(change.field) for at, change in stood.items() if at not in changes)
    expected = _applied(memory.shape, [change for change in told if not change.attention])
    kept = replace(memory, shape=_filled(expected, seen), standing=tuple(standing), key_names=key_names)
    return Noticed(kept, tuple(told), settled)


def accepted(memory: Memory) -> Memory:
    """Return the memory after a person said that the standing changes are right now."""
    return replace(memory, shape=_applied(memory.shape, memory.standing), standing=())


def with_key_names(memory: Memory | None, names: Iterable[str], fingerprint: str) -> Memory:
    """Return the memory after a pass that was not whole, from which no shape can be drawn."""
    memory = memory or Memory(fingerprint)
    return replace(memory, key_names=tuple(dict.fromkeys((*memory.key_names, *names)))[:_MOST_FIELDS])


def _compared(before: Shape, now: Shape) -> list[Change]:
    nowhere = FieldShape(0.0)
    found: list[Change] = []
    for name in sorted({*before.fields, *now.fields}):
        was, is_now = before.fields.get(name, nowhere), now.fields.get(name, nowhere)
        if was.share >= _THERE and is_now.share < _GONE:
            found.append(Change(Drift.VANISHED, name))
        elif was.share < _GONE and is_now.share >= _THERE:
            found.append(Change(Drift.APPEARED, name, is_now.kinds))
        elif was.share >= _THERE and was.kinds and is_now.kinds and not was.kinds & is_now.kinds:
            found.append(Change(Drift.CHANGED, name, is_now.kinds))
    return found


def _expected(seen: Shape) -> Shape:
    return Shape(seen.records, {name: one for name, one in seen.fields.items() if one.share >= _GONE})


def _applied(shape: Shape, changes: Iterable[Change]) -> Shape:
    fields = dict(shape.fields)
    for change in changes:
        if change.drift is Drift.VANISHED:
            fields.pop(change.field, None)
        else:
            fields[change.field] = FieldShape(1.0, change.kinds)
    return replace(shape, fields=fields)


def _filled(shape: Shape, seen: Shape) -> Shape:
    """Return the shape with the kinds of fields that were always empty until now."""
    fields = {
        name: replace(one, kinds=seen.fields[name].kinds) if not one.kinds and name in seen.fields else one
        for name, one in shape.fields.items()
    }
    return replace(shape, fields=fields)


def _roots(path: str, known: set[str]) -> list[str]:
    """Return the top-level fields that a path reads."""
    if not path:
        return []
    if path in known:
        return [path]
    if _PLAIN.fullmatch(path):
        return [path.partition(".")[0]]
    return [name for name in dict.fromkeys(quoted or plain for quoted, plain in _WORD.findall(path)) if name in known]
