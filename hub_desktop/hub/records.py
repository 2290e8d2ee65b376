"""Records: looking at them, and at those that were refused."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import islice

from msgspec import Struct

from hub_desktop.core.actor import Actor
from hub_desktop.core.datatypes import DataType, Field
from hub_desktop.core.errors import ConfigurationError, NotAllowedError
from hub_desktop.core.roles import UseCase
from hub_desktop.core.validation import Values
from hub_desktop.core.words import count, did_you_mean, listed
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.personal import hidden_fields, shown
from hub_desktop.hub.sources import data_type_named
from hub_desktop.store.integrations import IntegrationStore
from hub_desktop.store.records import QuarantinedRecord, RecordQuery, RecordRow, RecordStore


class RecordView(Struct, frozen=True):
    """One record with the name of its source."""

    source: str
    values: Values
    run_id: int
    first_seen: datetime
    last_changed: datetime


_SEVERAL_COLLEGES = 0
"""Stands for them where digests are made by college."""


class RecordPage(Struct, frozen=True):
    """The records found, and how many there are on all pages."""

    data_type: DataType
    rows: list[RecordView]
    total: int


class RecordSearch(Struct, frozen=True):
    """Which records are wanted: with these field values, this text in any field, from this source."""

    data_type: str
    where: tuple[tuple[str, str], ...] = ()
    text: str = ""
    source: str | None = None
    """The name or number of an integration, None for all."""
    limit: int | None = None
    offset: int = 0

    def words(self) -> str:
        """Return the conditions for the person who set them."""
        return ", ".join(
            [*(f"{name}={value}" for name, value in self.where), *([f"text={self.text}"] if self.text else [])]
        )


class RecordStream:
    """Records one after the other, as they were when the first was taken."""

    def __init__(self, data_type: DataType, fields: tuple[Field, ...], total: int, rows: Iterator[RecordView]) -> None:
        self.data_type = data_type
        self.fields = fields
        """Those that the values of each record belong to."""
        self.total = total
        """Records found, whatever the limit."""
        self.taken = 0
        self._rows = rows

    def pages(self, size: int = 1_000) -> Iterator[list[RecordView]]:
        """Yield the records in lists of at most `size`."""
        while page := list(islice(self._rows, size)):
            self.taken += len(page)
            yield page


class QuarantineView(Struct, frozen=True):
    """A refused record with the name of its source."""

    source: str
    record: QuarantinedRecord


class Records:
    """The use cases of reading records. Every look at personal data leaves an audit row."""

    def __init__(
        self, gate: Gate, integrations: IntegrationStore, records: RecordStore, digest: Callable[[int, str], str]
    ) -> None:
        self._gate = gate
        self._integrations = integrations
        self._records = records
        self._digest = digest

    def find(
        self,
        actor: Actor,
        data_type: str,
        *,
        where: Sequence[tuple[str, str]] = (),
        text: str = "",
        source: str | None = None,
        limit: int | None = 1000,
        offset: int = 0,
    ) -> RecordPage:
        """Return records of a data type: with these field values, this text in any field, from this source.

        An actor who may not see personal data gets None in its place, and may not search in it either.
        """
        with self._gate.use(actor, UseCase.VIEW_RECORDS, data_type) as act:
            wanted = RecordSearch(data_type, tuple(where), text, source, limit, offset)
            query, hidden, names = self._query(actor, wanted)
            kind = query.data_type
            act.detail = self._told(kind, wanted, query.integration_ids)
            rows = [_view(names, kind, hidden, row) for row in self._records.read(query)]
            total = self._records.count(query) if limit is not None or offset else len(rows)
        return RecordPage(kind, rows, total)

    @contextmanager
    def streamed(self, actor: Actor, wanted: RecordSearch) -> Iterator[RecordStream]:
        """Give the records found one after the other, for writing them out; memory stays flat however many there are.

        Fields of personal data that this actor may not see are not among them. The audit says how many were taken.
        """
        with self._gate.use(actor, UseCase.EXPORT_RECORDS, wanted.data_type) as act:
            query, hidden, names = self._query(actor, wanted)
            kind = query.data_type
            act.detail = self._told(kind, wanted, query.integration_ids)
            total = self._records.count(query)
            places = [place for place, field in enumerate(kind.fields) if field.name not in hidden]
            with closing(self._records.stream(query)) as rows:
                fields = tuple(kind.fields[place] for place in places)
                views = (_chosen(names, row, places if hidden else None) for row in rows)
                stream = RecordStream(kind, fields, total, views)
                try:
                    yield stream
                finally:
                    act.detail = listed([*([act.detail] if act.detail else []), count(stream.taken, "record")])

    def _query(self, actor: Actor, wanted: RecordSearch) -> tuple[RecordQuery, frozenset[str], dict[int, str]]:
        """Return what to ask the store, the fields that stay hidden, and the names of the sources."""
        kind = data_type_named(wanted.data_type)
        for name, _ in wanted.where:
            if name not in kind.field_names:
                raise ConfigurationError(
                    f"{kind.label} have no field “{name}”.{did_you_mean(name, kind.field_names)}", field=name
                )
        hidden = hidden_fields(actor, kind)
        if hidden and (wanted.text or hidden.intersection(name for name, _ in wanted.where)):
            raise NotAllowedError(
                "Your account may not search in personal data. Ask a colleague with the role IT staff.",
                f"role {actor.role} lacks {UseCase.VIEW_PERSONAL}",
            )
        names = self._integrations.names()
        numbers = self._sources(actor, names, wanted.source)
        return RecordQuery(kind, wanted.where, wanted.text, numbers, wanted.limit, wanted.offset), hidden, names

    def _told(self, kind: DataType, wanted: RecordSearch, sources: frozenset[int] | None) -> str:
        """Return what the audit says of a search.

        It stays for ever, also when a person is erased: so the digest of what may name one stands for it, as in the
        explorer.
        """
        colleges = self._integrations.colleges_of()
        seen = {college for number, college in colleges.items() if sources is None or number in sources}
        college = next(iter(seen)) if len(seen) == 1 else _SEVERAL_COLLEGES

        def hidden(value: str) -> str:
            return f"#{self._digest(college, value)[:16]}" if value else ""

        parts = [
            f"{name}={hidden(value) if kind.field_named(name).personal else value}" for name, value in wanted.where
        ]
        return ", ".join([*parts, *([f"text={hidden(wanted.text)}"] if wanted.text else [])])

    def quarantined(self, actor: Actor, integration_id: int | None = None, limit: int = 1000) -> list[QuarantineView]:
        """Return refused records with their reasons, newest first."""
        with self._gate.use(actor, UseCase.VIEW_QUARANTINE, "quarantine") as act:
            if integration_id is not None:
                self._gate.integration(actor, integration_id, act)
            names = self._integrations.names()
            mine = self._sources(actor, names, None)
            return [
                QuarantineView(names.get(record.integration_id, "?"), record)
                for record in self._records.quarantined(integration_id, limit, integration_ids=mine)
            ]

    def _sources(self, actor: Actor, names: dict[int, str], source: str | None) -> frozenset[int] | None:
        colleges = self._integrations.colleges_of()
        mine = {number for number in names if actor.may_see(colleges[number])}
        if source is None:
            return None if actor.college_ids is None else frozenset(mine)
        found = {n for n in mine if names[n].casefold() == source.casefold() or str(n) == source}
        if not found:
            raise ConfigurationError(
                f"There is no source called “{source}”.{did_you_mean(source, [names[n] for n in mine])}",
                field="source",
            )
        return frozenset(found)


def _view(names: Mapping[int, str], data_type: DataType, hidden: frozenset[str], row: RecordRow) -> RecordView:
    source = names.get(row.integration_id, "?")
    return RecordView(
        source, shown(data_type.field_names, hidden, row.values), row.run_id, row.first_seen, row.last_changed
    )


def _chosen(names: Mapping[int, str], row: RecordRow, places: Sequence[int] | None) -> RecordView:
    values = row.values if places is None else tuple(row.values[place] for place in places)
    return RecordView(names.get(row.integration_id, "?"), values, row.run_id, row.first_seen, row.last_changed)
