"""Syncs: asking for them, running them, cancelling them and reading how they went."""

import logging
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from filelock import Timeout
from msgspec import Struct
from msgspec.structs import replace

from hub_desktop.core.actor import CLOCK, WEBHOOKS, Actor
from hub_desktop.core.checklist import FIRST_SYNCS
from hub_desktop.core.errors import BusyError, ErrorKind, HubError, NotFoundError, Problem, StorageError, TooLateError
from hub_desktop.core.events import Event, IntegrationsChanged, Level, LogRow, RunFinished, RunStarted, SyncRequested
from hub_desktop.core.integration import Integration
from hub_desktop.core.keeping import Keeping
from hub_desktop.core.network import Way
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.roles import UseCase
from hub_desktop.core.runs import Run, RunStatus, Trigger
from hub_desktop.core.schedule import due, retry_time
from hub_desktop.core.times import utc_now
from hub_desktop.core.words import did_you_mean
from hub_desktop.hub.alone import alone
from hub_desktop.hub.college_calendars import CollegeCalendars
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Act, Gate
from hub_desktop.hub.inbox import Inbox
from hub_desktop.hub.kept_tokens import KeptTokens, typed_secrets
from hub_desktop.hub.personal import seen_by
from hub_desktop.hub.proofs import Proofs
from hub_desktop.hub.readers import KeptBookmarks, open_upstream
from hub_desktop.hub.run_queue import RunQueue, Ticket
from hub_desktop.hub.unkept import UnkeptRuns
from hub_desktop.store.bookmarks import BookmarkStore
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.integrations import IntegrationStore, StoredIntegration
from hub_desktop.store.previewing import Examples, PreviewDisk
from hub_desktop.store.punches import PunchStore
from hub_desktop.store.records import RecordStore
from hub_desktop.store.references import ReferenceStore
from hub_desktop.store.runs import LogStore, RunStore
from hub_desktop.store.secrets import SecretStore
from hub_desktop.store.shapes import ShapeStore
from hub_desktop.sync.execution import Execution, Tell
from hub_desktop.sync.punch_source import PunchSource
from hub_desktop.sync.references import unknown_students
from hub_desktop.upstream.manners import HostGates

if TYPE_CHECKING:
    from hub_desktop.upstream.files.reading import FileUpstream
    from hub_desktop.upstream.reading import Upstream

_log = logging.getLogger(__name__)


class Preview(Struct, frozen=True):
    """What a sync would do: its counts as those of a run, and examples by endpoint."""

    run: Run
    examples: dict[str, Examples]


class SyncStores(Struct, frozen=True):
    """The parts of the disk a sync needs."""

    folder: DataFolder
    integrations: IntegrationStore
    runs: RunStore
    log: LogStore
    records: RecordStore
    bookmarks: BookmarkStore
    secrets: SecretStore
    preview: Callable[[], PreviewDisk]
    """Makes a disk that only looks."""
    keeping: Callable[[int], Keeping]
    """What the syncs of a college may store."""
    shapes: ShapeStore
    references: ReferenceStore
    punches: PunchStore
    calendars: CollegeCalendars
    """What time it is at each college, and what rests there."""
    proofs: Proofs
    way: Callable[[], Way]
    """How upstreams are reached now."""


class Syncs:
    """The use cases of syncing. `run` works on the caller's thread; `request` leaves it to a lane."""

    def __init__(
        self,
        gate: Gate,
        stores: SyncStores,
        events: EventStream,
        inbox: Inbox,
        unkept: UnkeptRuns,
    ) -> None:
        self._gate = gate
        self._unkept = unkept
        self._stores = stores
        self._events = events
        self._inbox = inbox
        self._queue = RunQueue()
        self._gates = HostGates()

    def request(
        self,
        actor: Actor,
        integration_id: int,
        trigger: Trigger = Trigger.MANUAL,
        endpoints: Iterable[str] | None = None,
        *,
        not_before: float = 0.0,
    ) -> bool:
        """Ask for a run; return False when one waits already. One that runs now is followed by one more.

        It begins when a lane is free, and not before that moment of the monotonic clock.
        """
        with self._gate.use(actor, UseCase.SYNC, f"integration {integration_id}") as act:
            self._gate.integration(actor, integration_id, act)
            act.detail = f"requested ({trigger})"
            chosen = None if endpoints is None else frozenset(endpoints)
            ticket = Ticket(integration_id, trigger, actor, chosen, not_before=not_before)
            new = self._queue.put(ticket)
        if new:
            self._events.emit(SyncRequested(integration_id, trigger))
        return new

    def request_deliveries(self, integration_ids: Iterable[int]) -> None:
        """Ask for the runs that store what was delivered to these integrations; the deliveries are on disk already.

        One run takes all that waits when it begins, so that a thousand deliveries a second ask for no more than one.
        No audit row is left for each: the deliveries, and the run itself, are records of their own.
        """
        for integration_id in integration_ids:
            if self._queue.put(Ticket(integration_id, Trigger.WEBHOOK, WEBHOOKS, frozenset())):
                self._events.emit(SyncRequested(integration_id, Trigger.WEBHOOK))

    def request_due(self) -> list[int]:
        """Ask for every run that the clock finds due now; return their integrations."""
        self._keep_late()
        now = utc_now()
        asked: list[int] = []
        known = self._stores.integrations.all()
        college_time = self._stores.calendars.times()
        waiting = set(self._inbox.integrations_waiting([stored.integration_id for stored in known]))
        for stored in known:
            if self._queue.busy(stored.integration_id):
                continue
            found = due(
                now,
                enabled=stored.config.enabled,
                endpoints=stored.times(college_time(stored.college_id)),
                retry_at=stored.retry_at,
                stopped=stored.stopped,
                failing=stored.failing(),
            )
            try:
                if found is not None and self.request(CLOCK, stored.integration_id, found.trigger, found.endpoints):
                    asked.append(stored.integration_id)
            except NotFoundError:
                # Deleted since it was looked at; the others are due all the same.
                continue
            if found is None and stored.config.enabled and stored.integration_id in waiting:
                # Deliveries whose run did not begin, because another process was at work.
                self._queue.put(Ticket(stored.integration_id, Trigger.WEBHOOK, CLOCK, frozenset()))
        return asked

    def take(self, timeout: float = 0.5) -> Ticket | None:
        """Return the next run for a lane, None after `timeout` seconds or when the program ends."""
        return self._queue.take(timeout)

    def run_ticket(self, ticket: Ticket) -> Run | None:
        """Run what was asked for, on the caller's thread; None when it could not begin. A lane calls this."""
        try:
            return self.run(ticket.actor, ticket.integration_id, ticket.trigger, ticket.endpoints, cancel=ticket.cancel)
        except HubError as error:
            _log.warning("a run of integration %d did not begin: %s", ticket.integration_id, error.detail)
            message = self._stores.secrets.redactor.line(error.sentence)
            row = LogRow(utc_now(), Level.WARNING, message, integration_id=ticket.integration_id)
            if isinstance(error, StorageError):
                # The log would not take it either, until there is room again; the card tells it.
                self._unkept.add(ticket.integration_id, error.problem(), keep=lambda: self._tell(row))
                self._events.emit(IntegrationsChanged(ticket.integration_id))
            elif not isinstance(error, NotFoundError):
                self._tell(row)
            return None
        finally:
            self._queue.done(ticket)

    def run(
        self,
        actor: Actor,
        integration_id: int,
        trigger: Trigger = Trigger.MANUAL,
        endpoints: Iterable[str] | None = None,
        *,
        cancel: threading.Event | None = None,
        full: bool = False,
    ) -> Run:
        """Run the integration now, on this thread, and return the finished run.

        With `full`, what was remembered of earlier runs is forgotten, so that incremental endpoints begin anew.

        Raises NotFoundError, NotAllowedError, ConfigurationError for unknown endpoints, and TransientError when
        another process runs it already. What the upstream does wrong is told by the run.
        """
        with self._gate.use(actor, UseCase.SYNC, f"integration {integration_id}") as act:
            stored = self._gate.integration(actor, integration_id, act)
            _chosen(stored.config, endpoints)
            with alone(self._stores.folder, stored):
                self._unkept.keep(integration_id)
                self._end_interrupted(stored)
                # Read again: what was stored may have changed while the lock was waited for.
                stored = self._stores.integrations.get(integration_id)
                names = _chosen(stored.config, endpoints)
                if full:
                    self._stores.bookmarks.forget(integration_id, names)
                run = self._locked(actor, stored, trigger, names, cancel or threading.Event())
            act.detail = f"run {run.run_id} ({trigger}): {run.status}"
            return run

    def run_kept(self, actor: Actor, integration_id: int, work: Callable[[Run, StoredIntegration, Tell], Run]) -> Run:
        """Do work on what is kept of an integration as a run of its own, under its lock; the caller checked the role.

        The upstream is not asked, so that the run says nothing about how the endpoints stand.
        """
        stored = self._stores.integrations.get(integration_id)
        with alone(self._stores.folder, stored):
            self._unkept.keep(integration_id)
            self._end_interrupted(stored)
            stored = self._stores.integrations.get(integration_id)
            run = self._begun(actor, stored, Trigger.MANUAL)
            return self._as_run(run, (), lambda: work(run, stored, self._tell), self._stores.runs.save)

    def preview(
        self,
        actor: Actor,
        integration_id: int,
        endpoints: Iterable[str] | None = None,
        *,
        cancel: threading.Event | None = None,
        tell: Callable[[Event], None] | None = None,
    ) -> Preview:
        """Return what a sync would do now, without writing anything; `tell` hears of its progress.

        Raises as `run` does; what the upstream does wrong is told by the preview.
        """
        with self._gate.use(actor, UseCase.PREVIEW, f"integration {integration_id}") as act:
            stored = self._gate.integration(actor, integration_id, act)
            names = _chosen(stored.config, endpoints)
            with alone(self._stores.folder, stored):
                found = self._previewed(stored, names, cancel or threading.Event(), tell or _unheard)
            self._stores.proofs.looked(integration_id, stored.config, found.run)
            act.detail = f"would be {found.run.status}"
            return replace(found, examples=seen_by(actor, stored.config, found.examples))

    def _previewed(
        self, stored: StoredIntegration, names: list[str], cancel: threading.Event, tell: Callable[[Event], None]
    ) -> Preview:
        disk = self._stores.preview()
        bookmarks = KeptBookmarks(self._stores.bookmarks, stored)
        run = Run(0, stored.integration_id, stored.name, Trigger.MANUAL, RunStatus.RUNNING, utc_now())
        redactor = self._stores.secrets.redactor
        keeping = self._stores.keeping(stored.college_id)
        resting = self._stores.calendars.resting(stored.college_id, stored.config)
        execution = Execution(
            run,
            stored.config,
            disk,
            redactor=redactor,
            tell=tell,
            cancel=cancel,
            keeping=keeping,
            resting=resting,
        )
        try:
            with self._source(stored, typed_secrets(self._stores.secrets, stored), cancel, bookmarks) as source:
                return Preview(execution.execute(source, names), disk.examples)
        except HubError as error:
            return Preview(execution.finish(error.problem()), disk.examples)

    def cancel(self, actor: Actor, integration_id: int) -> bool:
        """Cancel the waiting or running sync of this process; return whether there was one."""
        with self._gate.use(actor, UseCase.CANCEL_SYNC, f"integration {integration_id}") as act:
            self._gate.integration(actor, integration_id, act)
            return self._queue.cancel(integration_id)

    def cancel_run(self, actor: Actor, run_id: int) -> Run:
        """Cancel a run of this process, and what waits behind it; return it as it stands, which may be still running.

        Raises NotFoundError for a run that is not this actor's, TooLateError for one that has ended, and BusyError for
        one of another process.
        """
        with self._gate.use(actor, UseCase.CANCEL_SYNC, f"run {run_id}") as act:
            run = self._run_of(actor, run_id, act)
            if run.status is not RunStatus.RUNNING:
                raise TooLateError(f"Run {run_id} has ended already, so there is nothing to cancel.")
            if not self._queue.cancel(run.integration_id):
                raise BusyError(
                    f"Run {run_id} goes on in another program, such as a terminal. Stop it there.",
                    "no lane of this process runs it",
                )
            act.detail = "cancelled"
            return run

    def hear(self, event: Event) -> None:
        """Cancel the run of an integration that was deleted meanwhile."""
        if isinstance(event, IntegrationsChanged) and event.integration_id is not None:
            try:
                self._stores.integrations.get(event.integration_id)
            except NotFoundError:
                self._queue.cancel(event.integration_id)

    def close(self) -> None:
        """Cancel what runs and let the lanes go home."""
        self._queue.close()

    @property
    def closed(self) -> bool:
        """Whether the lanes are to go home."""
        return self._queue.closed

    def idle(self) -> bool:
        """Tell whether nothing runs and nothing waits in this process."""
        return self._queue.idle()

    def recover(self) -> None:
        """End what a stopped program left running and take up deliveries it left waiting; called at the start."""
        unfinished = self._stores.runs.unfinished()
        known = self._stores.integrations.all()
        for stored in known:
            if stored.integration_id not in unfinished:
                continue
            lock = self._stores.folder.run_lock(stored.integration_id)
            try:
                lock.acquire()
            except Timeout:
                continue
            try:
                self._end_interrupted(stored)
            finally:
                lock.release()
        for integration_id in self._inbox.integrations_waiting([stored.integration_id for stored in known]):
            self._queue.put(Ticket(integration_id, Trigger.WEBHOOK, CLOCK, frozenset()))

    def _keep_late(self) -> None:
        """Write down how runs ended of which the disk did not take it, where it does now."""
        for integration_id in self._unkept.all():
            lock = self._stores.folder.run_lock(integration_id)
            try:
                lock.acquire()
            except Timeout:
                continue
            try:
                kept = self._unkept.keep(integration_id)
            except HubError as error:
                _log.info("the end of a run of integration %d is not kept yet: %s", integration_id, error.detail)
                continue
            finally:
                lock.release()
            if kept:
                self._events.emit(IntegrationsChanged(integration_id))

    def history(self, actor: Actor, integration_id: int, limit: int = 50) -> list[Run]:
        """Return the newest runs of an integration, newest first."""
        with self._gate.use(actor, UseCase.VIEW_RUNS, f"integration {integration_id}") as act:
            self._gate.integration(actor, integration_id, act)
            return self._stores.runs.latest(integration_id, limit)

    def get(self, actor: Actor, run_id: int) -> Run:
        """Return one run; raise NotFoundError when it does not exist for this actor."""
        with self._gate.use(actor, UseCase.VIEW_RUNS, f"run {run_id}") as act:
            return self._run_of(actor, run_id, act)

    def _run_of(self, actor: Actor, run_id: int, act: Act) -> Run:
        run = self._stores.runs.get(run_id)
        college = self._stores.integrations.colleges_of().get(run.integration_id)
        if college is None or not actor.may_see(college):
            raise NotFoundError(f"There is no run {run_id}.")
        act.college_id = college
        return run

    def log(
        self,
        actor: Actor,
        integration_id: int | None = None,
        *,
        run_id: int | None = None,
        level: Level | None = None,
        text: str = "",
        before: int | None = None,
        limit: int = 200,
    ) -> list[LogRow]:
        """Return log rows of one integration, or of all this actor may see, newest first."""
        with self._gate.use(actor, UseCase.VIEW_LOG, "log") as act:
            if integration_id is not None:
                self._gate.integration(actor, integration_id, act)
                numbers: list[int] | None = [integration_id]
            elif actor.college_ids is None:
                numbers = None
            else:
                numbers = [
                    n for n, college in self._stores.integrations.colleges_of().items() if actor.may_see(college)
                ]
            return self._stores.log.read(numbers, run_id=run_id, level=level, text=text, before=before, limit=limit)

    def _locked(
        self, actor: Actor, stored: StoredIntegration, trigger: Trigger, names: list[str], cancel: threading.Event
    ) -> Run:
        run = self._begun(actor, stored, trigger)
        return self._as_run(
            run,
            names,
            lambda: self._looked_up(stored, self._execute(run, stored, names, cancel)),
            lambda ended: self._keep_end(stored, ended, names),
        )

    def _begun(self, actor: Actor, stored: StoredIntegration, trigger: Trigger) -> Run:
        return self._stores.runs.begin(stored.integration_id, stored.name, trigger, actor.name)

    def _as_run(self, run: Run, names: Sequence[str], work: Callable[[], Run], keep: Callable[[Run], None]) -> Run:
        """Let `work` finish a run that has begun, `keep` how it ended, and tell of all that."""
        try:
            self._stores.integrations.run_began(run.integration_id, list(names), run.started_at)
            self._tell(RunStarted(run))
            finished = work()
        except BaseException as error:
            finished = run.finished(utc_now(), _ours(error, self._stores.secrets.redactor))
            self._ended(finished, keep, polled=bool(names))
            raise
        self._ended(finished, keep, polled=bool(names))
        return finished

    def _execute(self, run: Run, stored: StoredIntegration, names: list[str], cancel: threading.Event) -> Run:
        secrets: dict[str, str] = {}
        locked: HubError | None = None
        try:
            secrets = typed_secrets(self._stores.secrets, stored)
        except HubError as error:
            locked = error
        bookmarks = KeptBookmarks(self._stores.bookmarks, stored)
        execution = self._execution(run, stored, cancel, bookmarks)
        # Deliveries need no sign-in, so that a locked keyring does not keep them waiting.
        self._inbox.process(stored, run, execution, cancel)
        if not names:
            return execution.finish(None)
        if locked is not None:
            return execution.finish(locked.problem())
        try:
            with self._source(stored, secrets, cancel, bookmarks) as source:
                return execution.execute(source, names)
        except HubError as error:
            return execution.finish(error.problem())

    def _source(
        self, stored: StoredIntegration, secrets: Mapping[str, str], cancel: threading.Event, bookmarks: KeptBookmarks
    ) -> "Upstream | FileUpstream | PunchSource":
        """Return where the records of an integration come from."""
        if stored.config.fed_by_devices:
            punches = self._stores.punches
            return PunchSource(stored.config, stored.integration_id, punches, cursor=bookmarks.cursor, cancel=cancel)
        return open_upstream(
            stored.config,
            secrets,
            cancel=cancel,
            redactor=self._stores.secrets.redactor,
            bookmarks=bookmarks,
            gates=self._gates,
            keeper=self._keeper(stored.integration_id, stored.config),
            way=self._stores.way(),
        )

    def _looked_up(self, stored: StoredIntegration, run: Run) -> Run:
        """Say where a run brought records about students whom the college does not know."""
        colleges = self._stores.integrations.colleges_of()
        sources = [number for number, college in colleges.items() if college == stored.college_id]
        redactor = self._stores.secrets.redactor
        for row in unknown_students(run, stored.config, self._stores.references, sources, redactor):
            self._tell(row)
        return run

    def _execution(
        self, run: Run, stored: StoredIntegration, cancel: threading.Event, bookmarks: KeptBookmarks
    ) -> Execution:
        return Execution(
            run,
            stored.config,
            self._stores.records,
            redactor=self._stores.secrets.redactor,
            tell=self._tell,
            cancel=cancel,
            keeping=self._stores.keeping(stored.college_id),
            shapes=self._stores.shapes,
            resting=self._stores.calendars.resting(stored.college_id, stored.config),
            unasked=bookmarks.unasked,
        )

    def _ended(self, run: Run, keep: Callable[[Run], None], *, polled: bool) -> None:
        try:
            keep(run)
        except StorageError as error:
            self._unkept.add(run.integration_id, error.problem(), keep=lambda: keep(run), run=run)
            raise
        finally:
            # Told even where the disk is full, or the cards would show a sync that never ends.
            self._tell(RunFinished(run, polled))

    def _keep_end(self, stored: StoredIntegration, run: Run, polled: list[str]) -> None:
        self._stores.runs.save(run)
        problems = [p for p in (run.problem, *(o.problem for o in run.endpoints.values())) if p]
        kinds = {problem.kind for problem in problems}
        # The problem of one endpoint is kept with it; only what stopped the run as a whole belongs to the integration.
        of_endpoints = {id(o.problem) for o in run.endpoints.values()}
        whole = run.problem if run.problem and id(run.problem) not in of_endpoints else None
        failures, retry_at, stopped = 0, None, ErrorKind.SIGN_IN if ErrorKind.SIGN_IN in kinds else None
        if ErrorKind.TRANSIENT in kinds:
            failures = stored.failures + 1
            named = max((p.retry_at for p in problems if p.retry_at), default=None)
            retry_at = retry_time(utc_now(), failures, stored.config.sync_interval, named)
        elif not polled or ErrorKind.CANCELLED in kinds:
            # Neither deliveries alone nor a run that a person stopped say whether the upstream can be read.
            whole = stored.problem if whole is None or whole.kind is ErrorKind.CANCELLED else whole
            failures, retry_at, stopped = stored.failures, stored.retry_at, stopped or stored.stopped
        self._stores.integrations.run_ended(
            stored.integration_id,
            {name: o.problem for name, o in run.endpoints.items() if not _is_cancelled(o.problem)},
            polled=polled,
            at=run.finished_at or utc_now(),
            problem=whole,
            failures=failures,
            retry_at=retry_at,
            stopped=stopped,
        )
        if polled and run.status is RunStatus.SUCCEEDED:
            self._keep_proof(stored, run, polled)

    def _keep_proof(self, stored: StoredIntegration, run: Run, polled: list[str]) -> None:
        """Remember that the upstream answered, unless what was asked is not what is set up now."""
        number, proofs = stored.integration_id, self._stores.proofs
        good = proofs.good_syncs(number)
        if good is None:
            proofs.count_good_syncs(number, self._stores.runs.polled_well(number))
        elif good < FIRST_SYNCS:
            proofs.count_good_syncs(number, good + 1)
        try:
            now = self._stores.integrations.get(number)
        except NotFoundError:
            # Deleted while it ran.
            return
        if now.config == stored.config:
            proofs.synced(number, now.config, run, polled)

    def _keeper(self, integration_id: int, config: Integration) -> KeptTokens:
        stores = self._stores
        return KeptTokens(
            integration_id, config, integrations=stores.integrations, secrets=stores.secrets, folder=stores.folder
        )

    def _end_interrupted(self, stored: StoredIntegration) -> None:
        for run in self._stores.runs.interrupted(stored.integration_id):
            self._tell(
                LogRow(
                    utc_now(),
                    Level.WARNING,
                    "The last sync did not finish, because the program was stopped.",
                    f"run {run.run_id}",
                    stored.integration_id,
                    run.run_id,
                    integration=stored.name,
                )
            )

    def _tell(self, event: Event) -> None:
        """Pass an event on; a log row is stored first, so that what is shown is what is kept."""
        if isinstance(event, LogRow):
            event = self._stores.log.write([event])[0]
        self._events.emit(event)


def _unheard(_event: Event) -> None:
    """Hear an event and do nothing."""


def _is_cancelled(problem: Problem | None) -> bool:
    return problem is not None and problem.kind is ErrorKind.CANCELLED


def _chosen(config: Integration, endpoints: Iterable[str] | None) -> list[str]:
    if endpoints is None:
        return config.parents_first(name for name, endpoint in config.endpoints.items() if endpoint.enabled)
    wanted = set(endpoints)
    for name in sorted(wanted - set(config.endpoints)):
        raise NotFoundError(f"{config.name} has no endpoint “{name}”.{did_you_mean(name, config.endpoints)}")
    return config.parents_first(name for name in config.endpoints if name in wanted)


def _ours(error: BaseException, redactor: Redactor) -> Problem:
    if isinstance(error, HubError):
        problem = error.problem()
        return replace(problem, detail=redactor.line(problem.detail))
    return HubError(
        "Something went wrong inside Hub Desktop. Nothing that was stored is lost. Please send the log to your IT "
        "team.",
        redactor.line(f"{type(error).__name__}: {error}"),
    ).problem()
