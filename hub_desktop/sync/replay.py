"""Checking refused records once more, with the mapping as it is now, and storing those that pass."""

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.errors import CancelledError, Problem
from hub_desktop.core.events import Event, Level, RunProgress
from hub_desktop.core.integration import Integration
from hub_desktop.core.keeping import Keeping
from hub_desktop.core.mapping import compile_path
from hub_desktop.core.quarantine import NotReplayableError, cause_of, restored
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.runs import Counts, EndpointOutcome, Run
from hub_desktop.core.times import utc_now
from hub_desktop.core.validation import RecordChecker, Values, key_of
from hub_desktop.core.words import count
from hub_desktop.store.quarantine import QuarantineStore, StillRefused
from hub_desktop.store.records import QuarantinedRecord, RecordQuery, RecordStore, Target
from hub_desktop.store.shapes import ShapeStore
from hub_desktop.sync.javascript import opened_checker
from hub_desktop.sync.run_log import RunLog
from hub_desktop.sync.targets import target_of
from hub_desktop.upstream.extraction import is_true

_RECORDS_A_PAGE = 500
_CAUSES_SHOWN = 3
_NOT_KEPT = (
    "Records of this person or of this age are not kept any more, as was decided under Privacy in Settings. Discard it."
)


class ReplayStores(Struct, frozen=True):
    """The parts of the disk a replay needs."""

    records: RecordStore
    quarantine: QuarantineStore
    shapes: ShapeStore


class _Judged(Struct):
    """A page of refused records after another look."""

    good: list[Values] = field(default_factory=list)
    passed: list[int] = field(default_factory=list)
    still: list[StillRefused] = field(default_factory=list)
    warnings: int = 0

    def refuse(self, kept: QuarantinedRecord, *reasons: str, besides: bool = False) -> None:
        """Let a record go on waiting for these reasons, `besides` those it has."""
        self.still.append(StillRefused(kept.row_id, (*kept.reasons, *reasons) if besides else reasons))


class Replay:
    """Checks refused records of one integration again; made for one run and used once, under its run lock."""

    def __init__(
        self,
        run: Run,
        integration: Integration,
        stores: ReplayStores,
        *,
        redactor: Redactor,
        tell: Callable[[Event], None],
        cancel: threading.Event,
        keeping: Keeping | None = None,
    ) -> None:
        self._run = run
        self._keeping = keeping or Keeping(lambda _: "")
        self._integration = integration
        self._stores = stores
        self._redactor = redactor
        self._tell = tell
        self._note = RunLog(run, integration, redactor, tell).note
        self._cancel = cancel

    def execute(self, waiting: Mapping[str, Sequence[int]]) -> Run:
        """Check these records, given by endpoint, those seen longest ago first; return the finished run.

        A record leaves quarantine in the transaction that stores it, so that none is ever in neither or counted twice.
        """
        outcomes: dict[str, EndpointOutcome] = {}
        problem: Problem | None = None
        for name, row_ids in waiting.items():
            if name not in self._integration.endpoints:
                self._note(
                    Level.WARNING,
                    f"{count(len(row_ids), 'refused record')} came from the endpoint “{name}”, which "
                    f"{self._integration.name} does not have any more, and "
                    f"{'waits' if len(row_ids) == 1 else 'wait'} on.",
                )
                continue
            outcomes[name] = self._endpoint(name, row_ids)
            if self._cancel.is_set():
                problem = CancelledError("The replay was cancelled. What was stored by then is kept.").problem()
                outcomes[name] = replace(outcomes[name], problem=problem)
                break
        run = replace(self._run, endpoints=outcomes).finished(utc_now(), problem)
        stored = run.total.read - run.total.quarantined
        still = run.total.quarantined
        self._note(
            Level.WARNING if still or problem else Level.INFO,
            f"{count(stored, 'refused record')} stored after another look in {run.seconds:.1f} s"
            + (f"; {still:,} still refused." if still else "."),
        )
        return run

    def _endpoint(self, name: str, row_ids: Sequence[int]) -> EndpointOutcome:
        with opened_checker(name, self._integration.endpoints[name]) as checker:
            endpoint, target = self._integration.endpoints[name], target_of(self._run, self._integration, name)
            look = _AnotherLook(endpoint, checker, target, self._stores, self._keeping)
            return self._look_again(look, name, row_ids)

    def _look_again(self, look: "_AnotherLook", name: str, row_ids: Sequence[int]) -> EndpointOutcome:
        look.settle(row_ids)
        counts, warnings, conflicting = Counts(), 0, 0
        causes: dict[str, int] = {}
        for page, start in enumerate(range(0, len(row_ids), _RECORDS_A_PAGE), start=1):
            if self._cancel.is_set():
                break
            judged = look.judge(row_ids[start : start + _RECORDS_A_PAGE])
            settle = self._stores.quarantine.settling(judged.passed, judged.still, self._run.run_id, self._redactor)
            written = self._stores.records.write_page(
                target_of(self._run, self._integration, name), judged.good, [], page, self._redactor, alongside=settle
            )
            counts += Counts(
                read=len(judged.passed) + len(judged.still),
                added=written.added,
                changed=written.changed,
                unchanged=written.unchanged,
                quarantined=len(judged.still),
                pages=1,
            )
            warnings += judged.warnings
            conflicting += written.conflicting
            for one in judged.still:
                for cause in cause_of(one.reasons):
                    causes[cause] = causes.get(cause, 0) + 1
            self._tell(RunProgress(self._run.run_id, self._run.integration_id, name, counts, total=len(row_ids)))
        self._say(name, counts, warnings, conflicting, causes)
        return EndpointOutcome(counts, None, warnings)

    def _say(self, name: str, counts: Counts, warnings: int, conflicting: int, causes: Mapping[str, int]) -> None:
        label = DATA_TYPES[self._integration.data_type_of(name)].label
        worst = sorted(causes.items(), key=lambda item: -item[1])[:_CAUSES_SHOWN]
        self._note(
            Level.WARNING if counts.quarantined else Level.INFO,
            f"{label}: {count(counts.read, 'refused record')} checked again, {counts.added:,} added, "
            f"{counts.changed:,} changed, {counts.unchanged:,} unchanged, {counts.quarantined:,} still refused.",
            " ".join(f"{cause} ({number:,}×)" for cause, number in worst),
            name,
        )
        if warnings:
            self._note(
                Level.WARNING,
                f"{count(warnings, 'value')} left out of {label.lower()}, because of a wrong form.",
                "",
                name,
            )
        if conflicting:
            self._note(
                Level.WARNING,
                f"{count(conflicting, 'record')} for {label.lower()} had a key that another refused record has too; "
                "the one seen last was kept.",
                "",
                name,
            )


class _AnotherLook:
    """Judges the refused records of one endpoint as its next sync would."""

    def __init__(
        self,
        endpoint: Endpoint,
        checker: RecordChecker,
        target: Target,
        stores: ReplayStores,
        keeping: Keeping,
    ) -> None:
        self._keeping = keeping
        self._checker = checker
        self._target = target
        self._stores = stores
        self._holds = compile_path(endpoint.filter) if endpoint.filter else None
        self._explicit = {mapping.target for mapping in endpoint.mappings}
        self._certain = False

    def settle(self, row_ids: Sequence[int]) -> None:
        """Choose which fields name a record, before the first of them is judged."""
        self._certain = self._settled(row_ids)

    def judge(self, row_ids: Sequence[int]) -> _Judged:
        """Return what becomes of these records."""
        judged = _Judged()
        # In the order they were seen, so that of two with one key the later one is kept.
        order = {row_id: place for place, row_id in enumerate(row_ids)}
        kept = sorted(self._stores.quarantine.read(row_ids=row_ids), key=lambda one: order[one.row_id])
        found: list[tuple[QuarantinedRecord, Mapping[str, Any]]] = []
        for one in kept:
            try:
                record = restored(one.raw)
            except NotReplayableError as error:
                judged.refuse(one, str(error), besides=True)
                continue
            reason = self._left_aside(record)
            if reason:
                judged.refuse(one, reason, besides=True)
            else:
                found.append((one, record))
        self._check(found, judged)
        return judged

    def _check(self, found: list[tuple[QuarantinedRecord, Mapping[str, Any]]], judged: _Judged) -> None:
        passing: list[tuple[QuarantinedRecord, Values]] = []
        # One by one, so that no doubt is left which record a result belongs to.
        for one, record in found:
            checked = self._checker.check([record])
            judged.warnings += len(checked.warnings)
            if checked.good:
                passing.append((one, checked.good[0]))
            elif checked.refused:
                judged.refuse(one, *checked.refused[0].reasons)
            else:
                judged.refuse(one, "The mapping of this endpoint leaves it aside now.", besides=True)
        data_type = self._target.data_type
        newer = self._stores.quarantine.changed_since(
            self._target, list({key_of(data_type, values) for _, values in passing})
        )
        now = utc_now()
        for one, values in passing:
            changed = newer.get(key_of(data_type, values))
            if changed is not None and changed > one.last_seen:
                judged.refuse(one, _overtaken(changed), besides=True)
            elif not self._keeping.everything and not self._keeping.allows(data_type, values, now):
                judged.refuse(one, _NOT_KEPT, besides=True)
            else:
                judged.good.append(self._keeping.cleared(data_type, values))
                judged.passed.append(one.row_id)

    def _left_aside(self, record: Mapping[str, Any]) -> str:
        """Return why a record is not for this look; empty where it is."""
        if not self._certain:
            return "It is not known yet which field names these records. Sync once, then replay it."
        try:
            left_aside = self._holds is not None and not is_true(self._holds(record))
        except ValueError:
            left_aside = True
        return "The filter of this endpoint leaves it aside now." if left_aside else ""

    def _settled(self, row_ids: Sequence[int]) -> bool:
        """Choose, as the last sync did, which fields name a record; return False where that cannot be told.

        What was refused may lack the very field that names the others, and must not be named by another one.
        """
        data_type = self._target.data_type
        needed = [f for f in data_type.key_fields if not f.may_be_empty and f.name not in self._explicit]
        if data_type.name == "custom" or not needed:
            return True
        memory = self._stores.shapes.read(self._target.integration_id, self._target.endpoint)
        if memory is not None and memory.key_names:
            self._checker.mapper.settle([dict.fromkeys(memory.key_names)])
            return True
        source = frozenset({self._target.integration_id})
        if self._checker.rewrites or self._stores.records.count(RecordQuery(data_type, integration_ids=source)):
            return False
        # Nothing of this kind was ever stored: what waits is all that came.
        names: dict[str, None] = {}
        for start in range(0, len(row_ids), _RECORDS_A_PAGE):
            for one in self._stores.quarantine.read(row_ids=row_ids[start : start + _RECORDS_A_PAGE]):
                try:
                    names |= dict.fromkeys(restored(one.raw))
                except NotReplayableError:
                    continue
        self._checker.mapper.settle([names])
        return True


def _overtaken(changed: datetime) -> str:
    return (
        f"A newer record with the same key came in on {changed:%Y-%m-%d} at {changed:%H:%M} UTC, which this one would "
        "overwrite. Discard it if it is out of date."
    )
