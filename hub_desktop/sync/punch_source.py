"""The punches of devices as a source of attendance, read like the endpoints of any upstream: page by page."""

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import date, time
from types import TracebackType
from typing import Any, Self

from msgspec import Struct

from hub_desktop.core.attendance_rules import PunchRule, attendance_of
from hub_desktop.core.bookmarks import Validator
from hub_desktop.core.errors import CancelledError, ConfigurationError
from hub_desktop.core.integration import Integration
from hub_desktop.store.punches import DayBatch, PunchStore
from hub_desktop.sync.javascript import opened_checker
from hub_desktop.upstream.extraction import Extraction

PAGE = 500
"""Days of persons that make a page; with periods each gives several records."""


class PunchPage(Struct, frozen=True):
    """A page of attendance that was drawn from punches."""

    records: Sequence[object]
    cursor: str | None = None
    only_new: bool = False
    passed_over: int = 0
    warnings: tuple[str, ...] = ()
    requests: int = 0
    total: int | None = None
    incomplete: bool = False
    not_modified: int | None = None
    same_as: int | None = None
    unread: bool = False
    validator: Validator | None = None


class PunchSource:
    """Gives attendance from the punches that are kept of an integration; a context manager like `Upstream`.

    `cursor` returns, for an endpoint, the number of the last punch whose day was drawn; None where all days are to be
    drawn anew, as after another rule was chosen. A punch that comes late has its whole day drawn once more.
    """

    def __init__(
        self,
        integration: Integration,
        integration_id: int,
        punches: PunchStore,
        *,
        cursor: Callable[[str], str | None],
        cancel: threading.Event,
    ) -> None:
        self._integration = integration
        self._number = integration_id
        self._punches = punches
        self._cursor = cursor
        self._cancel = cancel

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close nothing: the file is the hub's own."""

    def claim(self) -> int:
        """Return 0: nobody is asked."""
        return 0

    def pages(self, endpoint: str) -> Iterator[PunchPage]:
        """Yield the attendance of days with new punches, or of all days; raise CancelledError when stopped."""
        rule, extraction = self._rule(endpoint), Extraction(self._integration.endpoints[endpoint])
        cursor = self._cursor(endpoint)
        after = int(cursor) if cursor is not None and cursor.isdecimal() else None
        any_page = False
        # Attendance that was drawn from punches that are kept no more is nothing that their lack takes away.
        kept_from = self._punches.kept_from(self._number) if after is None else None
        for batch in self._punches.batches(self._number, after, PAGE):
            if self._cancel.is_set():
                raise CancelledError(f"Reading the punches of {self._integration.name} was stopped.")
            found = extraction.records(self._attendance(rule, batch), None)
            done = None if batch.done is None else str(batch.done)
            lacking = () if kept_from is None or any_page else (_lacking(kept_from),)
            any_page = True
            yield PunchPage(
                found.records,
                done,
                only_new=after is not None,
                passed_over=found.passed_over,
                warnings=(*found.warnings, *lacking),
                incomplete=kept_from is not None,
            )
        if not any_page:
            # Nothing new is no news about what there was.
            yield PunchPage([], only_new=True)

    def sample(self, endpoint: str, most: int) -> list[dict[str, Any]]:
        """Return some of the newest attendance, for whoever maps its fields."""
        rule = self._rule(endpoint)
        newest = max(self._punches.newest(self._number) - most, 0)
        found: list[dict[str, Any]] = []
        for batch in self._punches.batches(self._number, newest, most):
            found += self._attendance(rule, batch)
        return found[:most]

    def _attendance(self, rule: PunchRule, batch: DayBatch) -> list[dict[str, Any]]:
        times = self._punches.times(self._number, batch.days, batch.within)
        return [record for (pin, day), made in times.items() for record in attendance_of(rule, pin, day, made)]

    def _rule(self, endpoint: str) -> PunchRule:
        rule = self._integration.endpoints[endpoint].punches
        if rule is None:
            raise ConfigurationError(
                f"Endpoint “{endpoint}” does not say how punches become attendance. Choose a rule.",
                field=f"endpoints.{endpoint}.punches",
            )
        return rule


def _lacking(kept_from: date) -> str:
    return (
        f"Punches from before {kept_from.isoformat()} are no longer kept, so attendance is changed only where there "
        "are punches, and none is removed."
    )


def persons_of(config: Integration, pins: Sequence[str]) -> dict[str, str]:
    """Return the student ID that the mapping of an integration makes of each of these numbers, where it makes one."""
    found: dict[str, str] = {}
    noon = time(12)
    for name, endpoint in config.endpoints.items():
        rule = endpoint.punches
        if rule is None:
            continue
        # Whatever the rule, so that every number gets a record; which day it is does not matter.
        plain = PunchRule(rule="first-in")
        with opened_checker(name, endpoint) as checker:
            place = checker.data_type.field_names.index("student_id")
            for pin in pins:
                for values in checker.check(attendance_of(plain, pin, date(2024, 1, 1), [noon])).good:
                    found[pin] = str(values[place])
    return found
