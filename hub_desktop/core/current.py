"""The current record of a key: drawn field by field from the sources of a college, corrections first."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from hub_desktop.core.datatypes import DataType
from hub_desktop.core.validation import Value, Values


class SourceOrder(Struct, frozen=True):
    """The sources of one college, the most trusted first; `gone` are the deleted integrations among them."""

    college_id: int
    sources: tuple[int, ...]
    gone: frozenset[int] = frozenset()


class SourceRow(Struct, frozen=True):
    """What one source says of a key."""

    integration_id: int
    values: Values
    run_id: int
    first_seen: datetime
    last_changed: datetime
    removed_at: datetime | None = None
    first_run: int | None = None
    """The run that brought it first, where that was kept."""


class Correction(Struct, frozen=True):
    """A value that a person put above all sources; None says that the right value is none."""

    field: str
    value: Value
    made_by: str
    made_at: datetime


class FieldNow(Struct, frozen=True):
    """The current value of a field and whence it is: a source, a correction, or neither where there is no value."""

    value: Value
    source: int | None = None
    correction: Correction | None = None


def order_of(college_id: int, sources: Mapping[int, bool], chosen: Sequence[int] = ()) -> SourceOrder:
    """Return the order of precedence among `sources` (number → deleted).

    First those that were chosen, in their order, then the others, the oldest first, and the deleted ones last of all.
    """
    known = [number for number in dict.fromkeys(chosen) if number in sources]
    every = known + sorted(number for number in sources if number not in known)
    return SourceOrder(
        college_id,
        (*(n for n in every if not sources[n]), *(n for n in every if sources[n])),
        frozenset(n for n, deleted in sources.items() if deleted),
    )


def current_fields(
    data_type: DataType,
    rows: Sequence[SourceRow],
    order: SourceOrder,
    corrections: Mapping[str, Correction] | None = None,
) -> tuple[FieldNow, ...]:
    """Return each field of the current record as its sources, none of them removed, and its corrections give it.

    A record that no source has any more has no fields.
    """
    ranks = {number: rank for rank, number in enumerate(order.sources)}
    living = sorted(
        (row for row in rows if row.removed_at is None and row.integration_id in ranks),
        key=lambda row: ranks[row.integration_id],
    )
    if not living:
        return ()
    fields: list[FieldNow] = []
    for place, field in enumerate(data_type.fields):
        correction = (corrections or {}).get(field.name)
        if correction is not None and not field.key:
            fields.append(FieldNow(correction.value, None, correction))
            continue
        source = next((row for row in living if row.values[place] is not None), None)
        fields.append(FieldNow(None) if source is None else FieldNow(source.values[place], source.integration_id))
    return tuple(fields)
