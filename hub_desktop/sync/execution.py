"""The run itself: pages of raw records in, checked records on disk, events out. It knows no face and no toolkit."""

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from hub_desktop.core.bookmarks import Bookmark, Validator
from hub_desktop.core.brakes import Effect
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import CancelledError, ErrorKind, HubError, Problem, RecordError, Remedy
from hub_desktop.core.events import Event, Level, RunProgress
from hub_desktop.core.integration import Integration
from hub_desktop.core.keeping import Keeping
from hub_desktop.core.quarantine import cause_of
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.runs import Counts, EndpointOutcome, Run, RunStatus
from hub_desktop.core.times import utc_now
from hub_desktop.core.validation import Checked, RecordChecker
from hub_desktop.core.words import count
from hub_desktop.store.records import RecordQuery
from hub_desktop.store.seen_rows import SeenRows
from hub_desktop.store.shapes import ShapeStore
from hub_desktop.sync.brake import Brake
from hub_desktop.sync.disk import Disk
from hub_desktop.sync.javascript import opened_checker
from hub_desktop.sync.run_log import RunLog
from hub_desktop.sync.shape_watch import ShapeWatch
from hub_desktop.sync.targets import target_of

_REASONS_SHOWN = 3
_WARNINGS_A_PAGE = 20
_LEVELS = {RunStatus.SUCCEEDED: Level.INFO, RunStatus.CANCELLED: Level.WARNING}
_ENDED: dict[RunStatus, str] = {
    RunStatus.RUNNING: "running",
    RunStatus.SUCCEEDED: "succeeded",
    RunStatus.PARTIAL: "partial",
    RunStatus.FAILED: "failed",
    RunStatus.HELD: "held",
    RunStatus.CANCELLED: "cancelled",
}
_log = logging.getLogger(__name__)


class RawPage(Protocol):
    """A page of raw records as the wire yields it."""

    @property
    def records(self) -> Sequence[object]:
        """The records as decoded JSON."""

    @property
    def requests(self) -> int:
        """How many requests it took, retries included."""

    @property
    def total(self) -> int | None:
        """How many records the upstream says there are on all pages."""

    @property
    def warnings(self) -> Sequence[str]:
        """What was odd about the page, in sentences."""

    @property
    def incomplete(self) -> bool:
        """Whether records are known or feared to be missing, so that nothing may be concluded from their absence."""

    @property
    def only_new(self) -> bool:
        """Whether only what is new was asked for, so that nothing new is no fault and absence means nothing."""

    @property
    def passed_over(self) -> int:
        """How many records the endpoint's filter left aside."""

    @property
    def not_modified(self) -> int | None:
        """How many records are unchanged by the upstream's own word, None where it sent them."""

    @property
    def same_as(self) -> int | None:
        """How many records the page has where it is to the letter what came the last time, else None."""

    @property
    def unread(self) -> bool:
        """Whether the records are read only when somebody looks at them, for they came as they are the last time."""

    @property
    def cursor(self) -> str | None:
        """How far the endpoint has come with this page, None where the page does not tell."""

    @property
    def validator(self) -> Validator | None:
        """What will tell that this answer has not changed."""


class Source(Protocol):
    """Where raw records come from."""

    def pages(self, endpoint: str) -> Iterator[RawPage]:
        """Yield the pages of an endpoint; raise HubError when it cannot be read."""

    def claim(self) -> int:
        """Return how many requests were made since the last page, such as those that failed."""


Tell = Callable[[Event], None]


class _Progress(Struct):
    """An endpoint while it is read."""

    counts: Counts
    warnings: int = 0
    reasons: dict[str, int] | None = None
    conflicting: int = 0
    passed_over: int = 0
    only_new: bool = False
    known: int = 0
    """Records of the data type there were before."""
    rewritten: int = 0
    """Records that came again in this run with other values."""
    whole: bool = False
    """Everything there is was read."""
    seen: SeenRows | None = None
    left_out: list[str] = field(default_factory=list)
    """Why values were left out, a few of the causes."""
    odd: bool = False
    """Values were left out, or records passed over, by the check: who does not look again does not tell so again."""

    def untouched(self) -> bool:
        """Tell whether what earlier runs stored is as they left it, as far as this endpoint goes.

        A record that an earlier page of this pass changed may stand on a later one too, which then is not what is
        stored any more though it came as before. What is removed by its absence has to be seen.
        """
        return not self.counts.changed and self.seen is None

    def noted(self, checked: Checked) -> None:
        self.warnings += len(checked.warnings)
        self.passed_over += checked.passed_over
        self.odd = self.odd or is_odd(checked)
        # A few of each page tell what is wrong; there may be one for every record.
        for cause in cause_of(checked.warnings[:_WARNINGS_A_PAGE]):
            if len(self.left_out) < _REASONS_SHOWN and cause not in self.left_out:
                self.left_out.append(cause)
        self.reasons = self.reasons or {}
        for refused in checked.refused:
            for reason in refused.reasons:
                # Reasons quote the value, so their number is bounded rather than trusted.
                if reason in self.reasons or len(self.reasons) < 100:
                    self.reasons[reason] = self.reasons.get(reason, 0) + 1


def is_odd(checked: Checked) -> bool:
    """Tell whether values were left out of a page, or records passed over, by the check."""
    return bool(checked.warnings or checked.passed_over)


class Execution:
    """Runs the endpoints of one integration one after the other; made for one run and used once."""

    def __init__(
        self,
        run: Run,
        integration: Integration,
        records: Disk,
        *,
        redactor: Redactor,
        tell: Tell,
        cancel: threading.Event,
        keeping: Keeping | None = None,
        shapes: ShapeStore | None = None,
        resting: Mapping[str, str] | None = None,
        unasked: Callable[[str], Sequence[str]] = lambda _: (),
    ) -> None:
        self._run = run
        self._shapes = shapes
        self._integration = integration
        self._records = records
        self._redactor = redactor
        self._tell = tell
        self._note = RunLog(run, integration, redactor, tell).note
        self._cancel = cancel
        # Mostly nothing is kept out, and then no record is looked at for it.
        self._keeping = None if keeping is None or keeping.everything else keeping
        self._brake = Brake(integration, records)
        self._resting = resting or {}
        self._unasked = unasked
        self._outcomes: dict[str, EndpointOutcome] = {}

    def execute(self, source: Source, endpoints: Sequence[str]) -> Run:
        """Read and store the endpoints; return the finished run. Never raises for an upstream's or a record's fault.

        One endpoint that fails does not stop the others, but a refused sign-in does: they share it.
        """
        problem: Problem | None = None
        for name in endpoints:
            outcome = self._endpoint(source, name)
            self._outcomes[name] = outcome
            if outcome.problem is None:
                continue
            if outcome.problem.kind in {ErrorKind.SIGN_IN, ErrorKind.CANCELLED}:
                problem = outcome.problem
                break
        return self.finish(problem)

    def finish(self, problem: Problem | None) -> Run:
        """Return the run as it ends with what its endpoints brought, and say so in the log."""
        run = replace(self._run, endpoints=dict(self._outcomes)).finished(utc_now(), problem)
        total = run.total
        self._note(
            _LEVELS.get(run.status, Level.ERROR),
            f"Sync {_ENDED[run.status]} in {run.seconds:.1f} s: {total.added:,} added, {total.changed:,} changed, "
            f"{total.unchanged:,} unchanged, {total.quarantined:,} refused.",
        )
        return run

    def store_page(self, name: str, records: Sequence[object], number: int) -> Counts:
        """Check and store one page of an endpoint that came by another way than its pages, such as a webhook."""
        before = self._outcomes.get(name, EndpointOutcome())
        progress = _Progress(before.counts, before.warnings)
        with opened_checker(name, self._integration.endpoints[name]) as checker:
            self._store(name, checker, records, number, progress)
        watch = self._watch(name)
        watch.sample(records)
        watch.conclude(checker, whole=False, usable=True)
        counts = progress.counts + Counts(pages=1)
        self._outcomes[name] = EndpointOutcome(counts, None, progress.warnings)
        self._tell(RunProgress(self._run.run_id, self._run.integration_id, name, counts))
        return counts

    def note_refused_delivery(self, delivery_id: int, reason: str) -> None:
        """Say in the log that a delivery could not be stored, and why."""
        self._note(Level.WARNING, f"Delivery {delivery_id} was not stored: {reason}")

    def _endpoint(self, source: Source, name: str) -> EndpointOutcome:
        # What deliveries brought is added in the end: the upstream is judged by what it sent itself.
        before = self._outcomes.get(name, EndpointOutcome())
        complete = self._integration.endpoints[name].complete_list
        known = self._records.known(target_of(self._run, self._integration, name))
        progress = _Progress(Counts(), known=known, seen=SeenRows() if complete else None)

        def outcome(problem: Problem | None) -> EndpointOutcome:
            return EndpointOutcome(before.counts + progress.counts, problem, before.warnings + progress.warnings)

        try:
            try:
                self._read(source, name, progress)
            finally:
                # Those that failed brought no page, and belong to no endpoint but this one.
                progress.counts += Counts(requests=source.claim())
            self._settle(name, progress)
            self._check_result(name, progress)
        except HubError as error:
            problem = self._masked((self._braked(name, progress) or error).problem())
            self._note(Level.ERROR, problem.sentence, problem.detail, name)
            return outcome(problem)
        except Exception as error:  # noqa: BLE001 - told to people and logged with its traceback
            # A fault of ours in one endpoint must not cost the others their data; it is told and logged whole.
            _log.exception("endpoint %s of integration %d failed", name, self._run.integration_id)
            problem = Problem(
                ErrorKind.BUG,
                "Something went wrong inside Hub Desktop. Nothing that was stored is lost. Please send the log to "
                "your IT team.",
                self._redactor.line(f"{type(error).__name__}: {error}"),
                Remedy.SHOW_LOG,
            )
            self._note(Level.ERROR, problem.sentence, problem.detail, name)
            return outcome(problem)
        return outcome(None)

    def _read(self, source: Source, name: str, progress: _Progress) -> None:
        with opened_checker(name, self._integration.endpoints[name]) as checker:
            self._read_pages(source, name, checker, progress)

    def _read_pages(self, source: Source, name: str, checker: RecordChecker, progress: _Progress) -> None:
        watch = self._watch(name)
        whole = fresh = True
        fingerprint = self._integration.fingerprint(name)
        for number, page in enumerate(source.pages(name), start=1):
            if self._cancel.is_set():
                raise CancelledError("The sync was cancelled. What had come in by then is kept.")
            unchanged = page.not_modified or 0
            if page.same_as is not None and progress.untouched():
                unchanged = page.same_as
                if page.unread:
                    # Of what nobody read there is no sample, so that it cannot be told what the whole looks like.
                    fresh = False
                else:
                    # Which fields name a record is settled by the first page, whether or not it is looked at.
                    checker.settle(page.records)
                    watch.sample(page.records, checked=False)
            else:
                bookmark = Bookmark(fingerprint, page.cursor, page.validator)
                self._store(name, checker, page.records, number, progress, bookmark=bookmark)
                watch.sample(page.records)
            fresh = fresh and page.not_modified is None
            progress.counts += Counts(read=unchanged, unchanged=unchanged, pages=1, requests=page.requests)
            progress.passed_over += page.passed_over
            progress.only_new = progress.only_new or page.only_new
            whole = whole and not page.incomplete and not page.only_new
            for warning in page.warnings:
                self._note(Level.WARNING, warning, endpoint=name)
            self._tell(RunProgress(self._run.run_id, self._run.integration_id, name, progress.counts, total=page.total))
        progress.whole = whole
        if whole:
            self._records.complete(target_of(self._run, self._integration, name), unasked=self._unasked(name))
        usable = progress.counts.quarantined < progress.counts.read
        watch.conclude(checker, whole=whole and fresh, usable=usable)

    def _settle(self, name: str, progress: _Progress) -> None:
        """Remove what a complete list does not hold any more; raise HeldError where a person should look first."""
        if (held := self._braked(name, progress)) is not None:
            raise held
        if progress.seen is None or not progress.whole:
            return
        if name in self._resting and not progress.counts.read:
            self._note(
                Level.INFO,
                f"Nothing was sent and nothing removed, for it is a holiday: {self._resting[name]}.",
                endpoint=name,
            )
            return
        if progress.counts.quarantined:
            self._note(
                Level.INFO, "Nothing was removed, because a refused record may be one that seems gone.", endpoint=name
            )
            return
        removed = self._brake.removed(
            target_of(self._run, self._integration, name), progress.seen, self._effect(progress)
        )
        progress.counts += Counts(removed=removed)

    def _braked(self, name: str, progress: _Progress) -> HubError | None:
        """Take back what an endpoint wrote and return why, where it changed too much; None where it did not."""
        if progress.only_new and self._integration.fed_by_devices:
            # With the first punches of an evening every record of the day changes, and that is what they are for.
            return None
        held = self._brake.changes(target_of(self._run, self._integration, name), self._effect(progress))
        if held is not None:
            progress.counts = replace(progress.counts, added=0, changed=0)
        return held

    @staticmethod
    def _effect(progress: _Progress) -> Effect:
        changed = progress.counts.changed - progress.rewritten
        return Effect(progress.known, changed, read=progress.counts.read)

    @staticmethod
    def _validator(known: Validator | None, checked: Checked, progress: _Progress) -> Validator | None:
        """Return what tells that the answer has not changed; for all pages at once only where all were spotless.

        A page of which values or records were left out has to be looked at each time, for its counts tell so.
        """
        if known is None or known.marks_parent:
            return known
        # What no single answer is told by, such as a folder of files, stands for all pages.
        if is_odd(checked) or (progress.odd and not known.body):
            return replace(known, etag="", last_modified="", body="", frame="")
        if progress.counts.quarantined or progress.conflicting:
            return replace(known, etag="", last_modified="")
        return known

    def _store(
        self,
        name: str,
        checker: RecordChecker,
        records: Sequence[object],
        number: int,
        progress: _Progress,
        *,
        bookmark: Bookmark | None = None,
    ) -> None:
        checked = checker.check(records)
        if self._keeping is not None:
            checked = self._allowed(checker, checked)
        progress.noted(checked)
        if bookmark is not None:
            bookmark = replace(bookmark, validator=self._validator(bookmark.validator, checked, progress))
        written = self._records.write_page(
            target_of(self._run, self._integration, name),
            checked.good,
            checked.refused,
            number,
            self._redactor,
            bookmark=bookmark,
            seen=progress.seen,
        )
        progress.conflicting += written.conflicting
        progress.rewritten += written.rewritten
        progress.counts += Counts(
            read=len(records) - checked.passed_over,
            added=written.added,
            changed=written.changed,
            unchanged=written.unchanged,
            quarantined=written.quarantined,
        )

    def _allowed(self, checker: RecordChecker, checked: Checked) -> Checked:
        """Leave out persons who are not to be stored again, refused records too, and what is past its time already."""
        keeping, now, data_type = self._keeping, utc_now(), checker.data_type
        if keeping is None:
            return checked
        good = [keeping.cleared(data_type, v) for v in checked.good if keeping.allows(data_type, v, now)]
        refused = [one for one in checked.refused if not keeping.names_excluded(one.raw)]
        gone = len(checked.good) + len(checked.refused) - len(good) - len(refused)
        return replace(checked, good=good, refused=refused, passed_over=checked.passed_over + gone)

    def _check_result(self, name: str, progress: _Progress) -> None:
        """Say what the endpoint brought; raise RecordError when that cannot be called a success."""
        counts, data_type = progress.counts, DATA_TYPES[self._integration.data_type_of(name)]
        label = data_type.label.lower()
        if counts.quarantined:
            reasons = sorted((progress.reasons or {}).items(), key=lambda item: -item[1])
            told = " ".join(f"{reason} ({number:,}×)" for reason, number in reasons[:_REASONS_SHOWN])
            told = self._redactor.line(told)
            if counts.quarantined == counts.read:
                raise RecordError(
                    f"None of the {counts.read:,} records for {label} could be used. The field mapping of "
                    f"{self._integration.name} needs a look.",
                    f"endpoint {name}: {told}",
                )
            self._note(
                Level.WARNING, f"{count(counts.quarantined, 'record')} for {label} refused.", told, endpoint=name
            )
        if progress.warnings:
            self._note(
                Level.WARNING,
                f"{count(progress.warnings, 'value')} left out of {label}, because of a wrong form.",
                " ".join(progress.left_out),
                name,
            )
        if progress.conflicting:
            self._note(
                Level.WARNING,
                f"{count(progress.conflicting, 'record')} for {label} came with a key that another record of this "
                "sync has too; the last one was kept.",
                "Perhaps the field that was mapped as the key does not name one record only.",
                endpoint=name,
            )
        if counts.read == 0 and data_type.roster and not progress.only_new and name not in self._resting:
            kept = self._records.count(RecordQuery(data_type, integration_ids=frozenset({self._run.integration_id})))
            if kept and progress.passed_over:
                raise RecordError(
                    f"The filter passed over all {progress.passed_over:,} records that {self._integration.name} sent "
                    f"for {label}, though {kept:,} are known. All of them are kept. Check the filter of this endpoint.",
                    f"endpoint {name}: nothing left by the filter after {kept:,} records",
                )
            if kept:
                raise RecordError(
                    f"{self._integration.name} sent no {label} at all, though {kept:,} are known. All of them are "
                    "kept. Ask the people who run it what happened.",
                    f"endpoint {name}: an empty answer after {kept:,} records",
                    remedy=Remedy.RETRY,
                )
        self._note(
            Level.INFO,
            f"{data_type.label}: {counts.read:,} read, {counts.added:,} added, {counts.changed:,} changed, "
            f"{counts.unchanged:,} unchanged, "
            + (f"{counts.removed:,} removed, " if counts.removed else "")
            + f"{counts.quarantined:,} refused.",
            f"{count(counts.pages, 'page')}, {count(counts.requests, 'request')}"
            + (
                f", {progress.passed_over:,} passed over, by the filter or because they are not kept"
                if progress.passed_over
                else ""
            ),
            name,
        )

    def _watch(self, name: str) -> ShapeWatch:
        run = self._run
        return ShapeWatch(
            self._shapes,
            run.integration_id,
            run.run_id,
            self._integration,
            name,
            mask=self._redactor.line,
            told=lambda level, sentence: self._note(level, sentence, endpoint=name),
        )

    def _masked(self, problem: Problem) -> Problem:
        mask = self._redactor.line
        evidence = {name: mask(value) for name, value in problem.evidence.items()}
        return replace(problem, sentence=mask(problem.sentence), detail=mask(problem.detail), evidence=evidence)
