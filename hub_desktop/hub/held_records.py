"""What a hold is about, record by record, as people look at it: the name, the values now, and the values then."""

from collections.abc import Iterator, Mapping
from itertools import islice

from msgspec import Struct

from hub_desktop.core.datatypes import DATA_TYPES, DataType
from hub_desktop.core.naming import name_of, naming_field
from hub_desktop.core.validation import Values
from hub_desktop.hub.personal import shown
from hub_desktop.store.holds import HeldRecord, Hold, HoldStore

_A_PAGE = 500


class HeldView(Struct, frozen=True):
    """What would become of one record."""

    key: Values
    operation: str
    """add, change or remove."""
    name: str
    """Empty where it has none."""
    before: Values | None
    """As it stands now; None where it is not there."""
    after: Values | None
    """As it would be; None where it would be removed."""


class HeldPage(Struct, frozen=True):
    """The records of a hold that were looked for."""

    data_type: DataType
    rows: tuple[HeldView, ...]
    found: int
    """How many there are, also of those that are not among the rows."""
    tally: Mapping[str, int]
    """How many records the whole hold would add, change and remove."""


def held_page(holds: HoldStore, hold: Hold, hidden: frozenset[str], text: str, limit: int) -> HeldPage:
    """Return the first records of a hold in which the text stands, with how many there are in all."""
    data_type = DATA_TYPES[hold.data_type]
    tally = holds.tally(hold.hold_id)
    wanted = text.casefold().split()
    if not wanted:
        rows = tuple(islice(_views(holds, hold, hidden, limit), limit))
        return HeldPage(data_type, rows, sum(tally.values()), tally)
    kept: list[HeldView] = []
    found = 0
    for view in _views(holds, hold, hidden, None):
        if all(word in _text_of(view) for word in wanted):
            found += 1
            if len(kept) < limit:
                kept.append(view)
    return HeldPage(data_type, tuple(kept), found, tally)


def _views(holds: HoldStore, hold: Hold, hidden: frozenset[str], limit: int | None) -> Iterator[HeldView]:
    data_type = DATA_TYPES[hold.data_type]
    records = holds.records(hold.hold_id, limit)
    while some := list(islice(records, _A_PAGE)):
        current = holds.current(hold, [one.key for one in some])
        for one in some:
            yield _view(data_type, hidden, one, current.get(one.key))


def _view(data_type: DataType, hidden: frozenset[str], one: HeldRecord, before: Values | None) -> HeldView:
    known = before if before is not None else one.values
    name = "" if known is None or naming_field(data_type) in hidden else name_of(data_type, known)
    names = data_type.field_names
    keys = tuple(field.name for field in data_type.key_fields)
    return HeldView(
        shown(keys, hidden, one.key),
        one.operation,
        name,
        None if before is None else shown(names, hidden, before),
        None if one.values is None else shown(names, hidden, one.values),
    )


def _text_of(view: HeldView) -> str:
    values = (*view.key, view.name, *(view.before or ()), *(view.after or ()))
    return " ".join(str(value) for value in values if value is not None).casefold()
