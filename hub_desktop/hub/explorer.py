"""The explorer: current records searched, sorted and read page by page, and what their sources disagree on."""

import threading
from collections.abc import Callable, Sequence
from datetime import datetime

from msgspec import Struct

from hub_desktop.core.actor import Actor
from hub_desktop.core.current import Correction, SourceOrder, current_fields
from hub_desktop.core.datatypes import DataType
from hub_desktop.core.errors import ConfigurationError, NotAllowedError, NotFoundError
from hub_desktop.core.filters import LAST_CHANGED, Search
from hub_desktop.core.roles import UseCase, require
from hub_desktop.core.times import utc_now
from hub_desktop.core.validation import RefusedValueError, Value, Values, check_value
from hub_desktop.core.words import did_you_mean
from hub_desktop.hub.gate import Act, Gate
from hub_desktop.hub.personal import hidden_fields, shown
from hub_desktop.hub.sources import Sources, data_type_named
from hub_desktop.store.comparison import ComparisonStore, Reconciliation
from hub_desktop.store.corrections import CorrectionStore
from hub_desktop.store.current import CurrentRow, CurrentStore, Listing
from hub_desktop.store.lineage import Change, LineageStore

_MOST_LISTED = 1_000


class Found(Struct, frozen=True):
    """What a search found: the records are read from it a page at a time."""

    data_type: DataType
    search: Search
    listing: Listing
    orders: tuple[SourceOrder, ...]
    whole: bool = True
    """False while only the first records are known."""

    @property
    def total(self) -> int:
        """How many records were found."""
        return self.listing.total


class CurrentView(Struct, frozen=True):
    """A current record as people see it."""

    college_id: int
    values: Values
    sources: tuple[str, ...]
    """The names of the systems that have it, the most trusted first."""
    corrected: frozenset[str]
    last_changed: datetime

    def key(self, data_type: DataType) -> Values:
        """Return what names the record."""
        return self.values[: len(data_type.key_fields)]


class FieldLineage(Struct, frozen=True):
    """The current value of a field, whence it is, and what it replaced."""

    field: str
    value: Value
    source: str
    """The system, or the person who corrected it; empty where there is no value."""
    corrected: bool
    run_id: int | None
    since: datetime | None
    replaced: Value
    others: tuple[tuple[str, Value], ...] = ()
    """What other sources say, where they say something else."""


class ChangeView(Struct, frozen=True):
    """One change as people see it: who or which system, when, from what to what."""

    at: datetime
    operation: str
    field: str
    before: Value
    after: Value
    by: str
    run_id: int | None


class Lineage(Struct, frozen=True):
    """A record with everything that is known of how it came to be."""

    data_type: DataType
    college_id: int
    key: Values
    fields: tuple[FieldLineage, ...]
    changes: tuple[ChangeView, ...]
    """The newest first."""
    gone: bool
    """Whether no source has it any more."""


class Conflict(Struct, frozen=True):
    """A field for which sources have different values, the most trusted source first."""

    college_id: int
    key: Values
    field: str
    values: tuple[tuple[str, Value], ...]
    corrected: bool
    """Whether a person has settled it."""


class Explorer:
    """The use cases of looking into the records. Every look leaves an audit row; reading on in it leaves none."""

    def __init__(
        self,
        gate: Gate,
        sources: Sources,
        *,
        current: CurrentStore,
        corrections: CorrectionStore,
        lineage: LineageStore,
        comparison: ComparisonStore,
        digest: Callable[[int, str], str],
    ) -> None:
        self._gate = gate
        self._sources = sources
        self._current = current
        self._corrections = corrections
        self._lineage = lineage
        self._comparison = comparison
        self._digest = digest

    def look(
        self,
        actor: Actor,
        search: Search,
        *,
        cancel: threading.Event | None = None,
        told: Callable[[Found], None] | None = None,
    ) -> Found:
        """Find records; `told` hears of the first of them as soon as they are known.

        Raises NotAllowedError for a search in personal data that the actor may not see, and CancelledError.
        """
        with self._gate.use(actor, UseCase.VIEW_RECORDS, search.data_type) as act:
            kind = data_type_named(search.data_type)
            self._check(actor, kind, search)
            orders = tuple(self._orders(actor, kind, search.source))
            act.detail = self._told(kind, search, next((order.college_id for order in orders), 0))

            def first(listing: Listing) -> None:
                if told is not None:
                    told(Found(kind, search, listing, orders, whole=False))

            return Found(
                kind,
                search,
                self._current.look(kind, search, orders, cancel=cancel, told=first if told else None),
                orders,
            )

    def page(self, actor: Actor, found: Found, start: int, size: int) -> list[CurrentView]:
        """Return records that were found; None stands in place of personal data the actor may not see."""
        require(actor, UseCase.VIEW_RECORDS)
        hidden, names = hidden_fields(actor, found.data_type), self._sources.names()
        orders = found.orders
        if any(not actor.may_see(order.college_id) for order in orders):
            raise NotFoundError("There are no such records.")
        rows = self._current.page(found.data_type, found.listing, orders, start, size)
        return [self._view(found, row, hidden, names) for row in rows]

    def rest(self) -> None:
        """Give back the memory that searching took: nobody looks any more."""
        self._current.rest()

    def lineage(self, actor: Actor, data_type: str, key: Sequence[str], college_id: int | None = None) -> Lineage:
        """Return how a record came to be what it is; raise NotFoundError when no source ever had it."""
        kind = data_type_named(data_type)
        with self._gate.use(actor, UseCase.VIEW_RECORDS, data_type) as act:
            college, order, wanted, record = self._record(actor, kind, key, college_id, act)
            changes = self._lineage.changes(kind, order, wanted, record)
            hidden, names = hidden_fields(actor, kind), self._sources.names()
            fields = tuple(
                _field_lineage(kind, place, record, changes, names)
                for place, field in enumerate(kind.fields)
                if record.fields and field.name not in hidden
            )
            return Lineage(
                kind,
                college,
                wanted,
                fields,
                tuple(_change_view(change, names) for change in changes if change.field not in hidden),
                not record.fields,
            )

    def correct(
        self, actor: Actor, data_type: str, key: Sequence[str], field: str, value: str, *, college_id: int | None = None
    ) -> Value:
        """Put a value above those of all sources, until it is taken away; return it as it is kept.

        The empty text says that the right value is none. Raises ConfigurationError for a value that does not pass the
        check of its field, for a part of the key and for records of one's own kinds.
        """
        kind = data_type_named(data_type)
        with self._gate.use(actor, UseCase.CORRECT_RECORDS, data_type) as act:
            college, _, wanted, record = self._record(actor, kind, key, college_id, act)
            known = _correctable(kind, field)
            try:
                kept = check_value(kind.field_named(known), value)
            except RefusedValueError as error:
                raise ConfigurationError(f"{kind.field_named(known).label}: {error}.", field="value") from None
            if kept is None and kind.field_named(known).required:
                raise ConfigurationError(f"{kind.field_named(known).label} cannot be empty.", field="value")
            if not record.fields:
                raise NotFoundError("No system has this record any more, so there is nothing to correct.")
            before = record.fields[kind.field_names.index(known)].value
            self._corrections.put(college, kind, wanted, Correction(known, kept, actor.name, utc_now()), before)
            act.detail += f"; {known}"
            return kept

    def uncorrect(
        self, actor: Actor, data_type: str, key: Sequence[str], field: str, college_id: int | None = None
    ) -> Value:
        """Take a correction away, so that the sources count again; return the value that stands there now."""
        kind = data_type_named(data_type)
        with self._gate.use(actor, UseCase.CORRECT_RECORDS, data_type) as act:
            college, order, wanted, _ = self._record(actor, kind, key, college_id, act)
            known = _correctable(kind, field)
            act.detail += f"; {known}, taken away"
            if self._corrections.remove(college, kind, wanted, known, actor.name) is None:
                raise NotFoundError(f"{kind.field_named(known).label} of this record was not corrected by hand.")
            record = self._current.record(kind, order, wanted)
            return None if record is None or not record.fields else record.values[kind.field_names.index(known)]

    def conflicts(
        self, actor: Actor, data_type: str, fields: Sequence[str] = (), limit: int = _MOST_LISTED, offset: int = 0
    ) -> list[Conflict]:
        """Return the fields for which sources have different values, in the order of the keys.

        `limit` and `offset` count records of each college, of which each may have several such fields.
        """
        kind = data_type_named(data_type)
        with self._gate.use(actor, UseCase.VIEW_RECORDS, f"conflicts of {data_type}"):
            hidden, names = hidden_fields(actor, kind), self._sources.names()
            wanted = [_known_field(kind, name) for name in fields] or [f.name for f in kind.fields if not f.key]
            wanted = [name for name in wanted if name not in hidden]
            found: list[Conflict] = []
            for order in self._sources.orders(actor, self._current.sources_with(kind)):
                rows = self._comparison.conflicting(kind, order, wanted, limit, offset)
                corrections = self._corrections.of_records(order.college_id, kind, list(rows))
                ranks = {number: rank for rank, number in enumerate(order.sources)}
                for key, kept in rows.items():
                    said = sorted(kept, key=lambda row: ranks[row.integration_id])
                    told = shown(kind.field_names, hidden, said[0].values)[: len(key)]
                    for name in wanted:
                        place = kind.field_names.index(name)
                        values = [
                            (names[r.integration_id], r.values[place]) for r in said if r.values[place] is not None
                        ]
                        if len({value for _, value in values}) > 1:
                            settled = name in corrections.get(key, {})
                            found.append(Conflict(order.college_id, told, name, tuple(values), settled))
            return found

    def reconcile(
        self, actor: Actor, data_type: str, first: str, second: str, limit: int = _MOST_LISTED
    ) -> Reconciliation:
        """Return which records of a kind only one of two sources knows; at most `limit` of each are listed."""
        kind = data_type_named(data_type)
        with self._gate.use(actor, UseCase.VIEW_RECORDS, f"comparison of {data_type}"):
            if hidden_fields(actor, kind).intersection(f.name for f in kind.key_fields):
                raise NotAllowedError(
                    "Your account may not compare personal data. Ask a colleague with the role IT staff.",
                    f"role {actor.role} lacks {UseCase.VIEW_PERSONAL}",
                )
            one, two = max(self._sources.find(actor, first)), max(self._sources.find(actor, second))
            if one == two:
                raise ConfigurationError("Choose two different sources to compare.", field="source")
            return self._comparison.reconcile(kind, one, two, limit)

    # -- how it is done --------------------------------------------------------------------------------------------

    def _orders(self, actor: Actor, kind: DataType, source: str | None) -> list[SourceOrder]:
        return self._sources.wanted(actor, self._current.sources_with(kind), source)

    def _record(
        self, actor: Actor, kind: DataType, key: Sequence[str], college_id: int | None, act: Act
    ) -> tuple[int, SourceOrder, Values, CurrentRow]:
        if len(key) != len(kind.key_fields):
            raise ConfigurationError(
                f"A record of {kind.label.lower()} is named by {', '.join(f.label for f in kind.key_fields)}.",
                field="key",
            )
        college = self._sources.college(actor, college_id)
        act.college_id = college
        personal = any(field.personal for field in kind.key_fields)
        said = " ".join(key)
        act.detail = f"record {self._digest(college, said)[:16]}" if personal else said
        if personal and hidden_fields(actor, kind):
            raise NotAllowedError(
                "Your account may not look at single records, because they hold personal data. Ask a colleague with "
                "the role IT staff.",
                f"role {actor.role} lacks {UseCase.VIEW_PERSONAL}",
            )
        order = self._sources.order(college)
        record = self._current.record(kind, order, tuple(key))
        if record is None:
            raise NotFoundError(f"No system has sent such a record of {kind.label.lower()}.")
        return college, order, tuple(key), record

    def _check(self, actor: Actor, kind: DataType, search: Search) -> None:
        named = [one.field for one in search.filters]
        if search.sort and search.sort != LAST_CHANGED:
            named.append(search.sort)
        for name in named:
            _known_field(kind, name)
        hidden = hidden_fields(actor, kind)
        if hidden and (search.text or hidden.intersection(named)):
            raise NotAllowedError(
                "Your account may not search in personal data. Ask a colleague with the role IT staff.",
                f"role {actor.role} lacks {UseCase.VIEW_PERSONAL}",
            )

    def _told(self, kind: DataType, search: Search, college_id: int) -> str:
        """Return what the audit says of a search.

        It stays for ever, also when a person is erased: so the digest of what may name one stands for it.
        """

        def hidden(value: str) -> str:
            return f"#{self._digest(college_id, value)[:16]}" if value else ""

        parts = [
            f"{one.field} {one.how} {hidden(one.value) if kind.field_named(one.field).personal else one.value}".rstrip()
            for one in search.filters
        ]
        if search.text:
            parts.append(f"text {hidden(search.text)}")
        if search.source is not None:
            parts.append(f"source {search.source}")
        return ", ".join(parts)

    def _view(self, found: Found, row: CurrentRow, hidden: frozenset[str], names: dict[int, str]) -> CurrentView:
        kind, rows, fields = found.data_type, row.rows, row.fields
        if found.search.source is not None:
            # As the source says it: what a person corrected does not count here.
            order = SourceOrder(row.college_id, tuple(r.integration_id for r in rows))
            fields = current_fields(kind, rows, order)
        return CurrentView(
            row.college_id,
            shown(kind.field_names, hidden, tuple(field.value for field in fields)),
            tuple(names.get(r.integration_id, "?") for r in rows),
            frozenset(f.correction.field for f in fields if f.correction is not None) - hidden,
            max(r.last_changed for r in rows),
        )


def _known_field(kind: DataType, name: str) -> str:
    if name not in kind.field_names:
        raise ConfigurationError(
            f"{kind.label} have no field “{name}”.{did_you_mean(name, kind.field_names)}", field=name
        )
    return name


def _correctable(kind: DataType, name: str) -> str:
    field = kind.field_named(_known_field(kind, name))
    if field.key:
        raise ConfigurationError(
            f"{field.label} names the record and cannot be corrected here. Mend it in its system.", field=name
        )
    if kind.name == "custom":
        raise ConfigurationError("Records of your own kinds are kept as they come. Mend them in their system.")
    return name


def _field_lineage(
    kind: DataType, place: int, record: CurrentRow, changes: Sequence[Change], names: dict[int, str]
) -> FieldLineage:
    field, now = kind.fields[place], record.fields[place]
    others = tuple(
        (names.get(row.integration_id, "?"), row.values[place])
        for row in record.rows
        if row.removed_at is None and row.values[place] not in {None, now.value} and not field.key
    )
    if now.correction is not None:
        made = next((c for c in changes if c.field == field.name and c.operation == "corrected"), None)
        replaced = made.before if made else None
        by = now.correction
        return FieldLineage(field.name, now.value, by.made_by, True, None, by.made_at, replaced, others)
    if now.source is None:
        return FieldLineage(field.name, None, "", False, None, None, None, others)
    # The key came with the record itself.
    named = "" if field.key else field.name
    last = next((c for c in changes if c.source == now.source and c.field == named), None)
    return FieldLineage(
        field.name,
        now.value,
        names.get(now.source, "?"),
        False,
        last.run_id if last else None,
        last.at if last else None,
        last.before if last else None,
        others,
    )


def _change_view(change: Change, names: dict[int, str]) -> ChangeView:
    by = change.who if change.source is None else names.get(change.source, "?")
    return ChangeView(change.at, change.operation, change.field, change.before, change.after, by, change.run_id)
