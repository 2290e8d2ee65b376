"""What a mapping makes of real records, field by field, before anything is stored."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from hub_desktop.core.datatypes import DataType, Field
from hub_desktop.core.endpoint import FieldMapping
from hub_desktop.core.mapping import Mapper, Source
from hub_desktop.core.paths import compile_path
from hub_desktop.core.validation import RefusedValueError, Value, check_value

ROWS = 20
"""Records shown before and after."""


class PreviewCell(Struct, frozen=True):
    """One field of one record, before and after."""

    before: Any
    """What stands at the source, as it came."""
    after: Value
    reason: str = ""
    """Why there is nothing after, or why the record would be refused; empty where all is well."""
    refuses: bool = False
    """The whole record is refused for it, rather than the value left out."""

    @property
    def changed(self) -> bool:
        """Whether the value is another one than came, beyond being written as text."""
        return (
            not self.reason and self.after is not None and self.after != self.before and str(self.before) != self.after
        )


class Preview(Struct, frozen=True):
    """What would become of a sample."""

    sources: tuple[Source, ...]
    """Where each field comes from, in stored order."""
    rows: tuple[tuple[PreviewCell, ...], ...]
    """A row for each record, a cell for each field in stored order."""
    missing: tuple[Field, ...]
    """Required fields without a source."""

    @property
    def refused(self) -> int:
        """How many of the rows would be refused."""
        return sum(any(cell.refuses for cell in row) for row in self.rows)

    @property
    def left_out(self) -> int:
        """How many values of the other rows would be left out."""
        rows = [row for row in self.rows if not any(cell.refuses for cell in row)]
        return sum(bool(cell.reason) for row in rows for cell in row)


def preview(data_type: DataType, mappings: Sequence[FieldMapping], records: Sequence[Mapping[str, Any]]) -> Preview:
    """Return what the mappings make of the first records; without records only which required fields lack a source."""
    mapper = Mapper(data_type, mappings)
    sample = list(records)
    mapper.settle(sample)
    together: dict[str, Any] = {}
    for record in reversed(sample):
        together |= record
    sources = tuple(mapper.sources(together))
    rows = tuple(_row(data_type, mapper, record) for record in sample[:ROWS])
    missing = tuple(
        field for field, source in zip(data_type.fields, sources, strict=True) if is_needed(field) and not source.path
    )
    return Preview(sources, rows, missing)


def is_needed(field: Field) -> bool:
    """Tell whether a record without this field is refused."""
    return (field.required or field.key) and not field.may_be_empty


def _row(data_type: DataType, mapper: Mapper, record: Mapping[str, Any]) -> tuple[PreviewCell, ...]:
    raw, refused = mapper.map(record)
    places = mapper.sources(record)
    return tuple(
        _cell(field, source, record, given, refused.get(field.name, ""))
        for field, source, given in zip(data_type.fields, places, raw, strict=True)
    )


def _cell(field: Field, source: Source, record: Mapping[str, Any], given: Any, reason: str) -> PreviewCell:
    before: Any = None
    if source.path:
        try:
            before = compile_path(source.path)(record)
        except ValueError as error:
            return PreviewCell(None, None, str(error), refuses=is_needed(field))
    if reason:
        return PreviewCell(before, None, reason, refuses=field.required or field.key)
    try:
        after = check_value(field, given)
    except RefusedValueError as error:
        return PreviewCell(before, None, str(error), refuses=field.required or field.key)
    if after is None and is_needed(field):
        return PreviewCell(before, None, f"{field.label} is missing", refuses=True)
    return PreviewCell(before, after)
