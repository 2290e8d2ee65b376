"""From an upstream record to the raw values of our fields, by explicit mapping and by alias."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from msgspec import Struct

from hub_desktop.core.datatypes import DataType, Field
from hub_desktop.core.endpoint import FieldMapping
from hub_desktop.core.paths import Raw, Take, compile_path
from hub_desktop.core.transformations import Step, compile_steps

__all__ = ["Mapper", "Source", "compile_path", "fold", "match_aliases"]

_MOST_SHAPES = 1_000


class Source(Struct, frozen=True):
    """Where the raw value of one of our fields comes from."""

    target: str
    path: str
    """Name or path in the upstream record; empty when nothing was found for the field."""
    explicit: bool
    """A person chose it, rather than an alias."""


class Mapper:
    """Maps upstream records of one endpoint; which alias names a record is settled by the first records seen.

    Not for sharing between threads: a run makes its own.
    """

    def __init__(self, data_type: DataType, mappings: Sequence[FieldMapping]) -> None:
        self._data_type = data_type
        self._explicit: dict[str, tuple[Take, Step | None]] = {
            m.target: (compile_path(m.source), compile_steps(list(m.transformations))) for m in mappings
        }
        self._sources = {m.target: Source(m.target, m.source, explicit=True) for m in mappings}
        self._by_alias = [f for f in data_type.fields if f.name not in self._explicit]
        self._settled: dict[str, str] | None = None
        # The records of an endpoint mostly look alike, so their field names are matched once for each shape.
        self._shapes: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}

    @property
    def settled(self) -> bool:
        """Whether the names of the parts of the key are chosen."""
        return self._settled is not None

    def settle(self, records: Iterable[object]) -> None:
        """Choose, once, from which upstream fields the required parts of the key come.

        A record that lacks such a field is refused, rather than named by another one: Moodle, for one, leaves an
        empty `idnumber` out, and its `id` may be the `idnumber` of somebody else.
        """
        if self._settled is not None:
            return
        names = {name: None for record in records if isinstance(record, Mapping) for name in record}
        if not names:
            return
        found = dict(self._match(tuple(names)))
        self._settled = {
            f.name: fold(found[f.name]) for f in self._by_alias if f.key and not f.may_be_empty and f.name in found
        }

    def sources(self, sample: Raw) -> list[Source]:
        """Return where each field of the data type comes from in a record like `sample`."""
        found = dict(self._aliases_in(sample))
        return [
            self._sources.get(f.name) or Source(f.name, found.get(f.name, ""), explicit=False)
            for f in self._data_type.fields
        ]

    def map(self, record: Raw) -> tuple[list[Any], dict[str, str]]:
        """Return the raw values in stored order, None where there is none, and why by field where one was refused."""
        self.settle((record,))
        values: dict[str, Any] = {target: record[name] for target, name in self._aliases_in(record)}
        refused: dict[str, str] = {}
        for target, (take, steps) in self._explicit.items():
            try:
                value = take(record)
                values[target] = steps(value, record) if steps else value
            except ValueError as error:
                refused[target] = str(error)
        return [values.get(name) for name in self._data_type.field_names], refused

    def columns(self, records: Sequence[dict[str, Any]]) -> tuple[list[list[Any] | None], set[int]]:
        """Return the raw values of records of one shape by field, in stored order, None for a field without a source.

        The second part names the records, by place, of which a mapping refused a value: `map` says why.
        """
        self.settle(records)
        names = dict(self._aliases_in(records[0]))
        found: list[list[Any] | None] = []
        refused: set[int] = set()
        for field in self._data_type.fields:
            if field.name in self._explicit:
                found.append(self._explicit_column(field.name, records, refused))
            elif field.name in names:
                found.append(list(map(itemgetter(names[field.name]), records)))
            else:
                found.append(None)
        return found, refused

    def _explicit_column(self, target: str, records: Sequence[dict[str, Any]], refused: set[int]) -> list[Any]:
        take, steps = self._explicit[target]
        column: list[Any] = []
        for place, record in enumerate(records):
            try:
                value = take(record)
                column.append(steps(value, record) if steps else value)
            except ValueError:
                refused.add(place)
                column.append(None)
        return column

    def _aliases_in(self, record: Raw) -> tuple[tuple[str, str], ...]:
        shape = tuple(record)
        found = self._shapes.get(shape)
        if found is None:
            if len(self._shapes) >= _MOST_SHAPES:
                self._shapes.clear()
            found = self._match(shape)
            # What was found before the keys were settled may differ from what is found afterwards.
            if self._settled is not None:
                self._shapes[shape] = found
        return found

    def _match(self, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        mapped = frozenset(source.path for source in self._sources.values())
        return match_aliases(self._by_alias, names, taken=mapped, settled=self._settled or {})


def match_aliases(
    fields: Sequence[Field],
    names: Iterable[str],
    *,
    taken: Collection[str] = (),
    settled: Mapping[str, str] | None = None,
) -> tuple[tuple[str, str], ...]:
    """Return (our field, upstream name) pairs; no upstream field is used twice.

    `taken` are names that a person mapped: only a required field that finds no other falls back on one of them.
    `settled` gives the folded name for the fields that must take this one or none.
    """
    settled = settled or {}
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(fold(name), name)
    pairs = {target: folded[source] for target, source in settled.items() if source in folded}
    open_fields = [f for f in fields if f.name not in settled]
    used = {*pairs.values(), *taken}
    # By certainty: the first alias of every field before the second of any.
    for depth in range(max((len(f.aliases) for f in open_fields), default=0)):
        for candidate in open_fields:
            if candidate.name in pairs or depth >= len(candidate.aliases):
                continue
            found = folded.get(fold(candidate.aliases[depth]))
            if found is not None and found not in used:
                pairs[candidate.name] = found
                used.add(found)
    optional = {f.name for f in fields if not (f.required or f.key)}
    for candidate in open_fields:
        if candidate.required and candidate.name not in pairs:
            _take_over(candidate, pairs, folded, optional)
    return tuple(pairs.items())


def _take_over(field: Field, pairs: dict[str, str], folded: Mapping[str, str], optional: Collection[str]) -> None:
    """Give a required field that found nothing what an optional one or a person's mapping uses."""
    for alias in field.aliases:
        found = folded.get(fold(alias))
        holder = next((target for target, name in pairs.items() if name == found), None)
        if found is not None and (holder is None or holder in optional):
            if holder is not None:
                del pairs[holder]
            pairs[field.name] = found
            return


def fold(name: str) -> str:
    """Return a name as aliases compare it: without case, blanks and punctuation."""
    return "".join(c for c in name.casefold() if c.isalnum())
