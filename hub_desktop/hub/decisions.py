"""What people decide about runs: accepting or refusing what the brake held, and taking a run back."""

from collections.abc import Callable, Iterable
from itertools import groupby, islice

from msgspec import Struct
from msgspec.structs import replace

from hub_desktop.core.actor import Actor
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import BusyError, NotFoundError, TooLateError
from hub_desktop.core.events import IntegrationsChanged, Level, LogRow
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.roles import UseCase
from hub_desktop.core.runs import Counts, Run, RunStatus
from hub_desktop.core.times import utc_now
from hub_desktop.core.validation import Values
from hub_desktop.core.words import count
from hub_desktop.hub.alone import alone
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Act, Gate
from hub_desktop.hub.held_records import HeldPage, held_page
from hub_desktop.hub.personal import hidden_fields
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.holds import ACCEPTED, REFUSED, WAITING, HeldRecord, Hold, target_of
from hub_desktop.store.integrations import IntegrationStore, StoredIntegration
from hub_desktop.store.records import RecordStore
from hub_desktop.store.runs import LogStore, RunStore
from hub_desktop.store.undo import Undoable, Undone
from hub_desktop.sync.brake import hold_sentence

_A_PAGE = 500
_GOING_ON = "Run {run} is still going on. Cancel it, or wait until it has finished."
_NOTHING_LEFT = "Nothing is left of run {run} to take back: it wrote no records, or was taken back already."


class HoldView(Struct, frozen=True):
    """A hold as people see it."""

    hold: Hold
    integration: str
    sentence: str


class UndoView(Struct, frozen=True):
    """What taking a run back would do, by data type; `reason` says why it cannot be, or is empty."""

    run: Run
    parts: tuple[Undoable, ...]
    reason: str


class Decisions:
    """The use cases of deciding; each is alone with its integration while it changes records."""

    def __init__(
        self,
        gate: Gate,
        *,
        folder: DataFolder,
        integrations: IntegrationStore,
        runs: RunStore,
        log: LogStore,
        records: RecordStore,
        events: EventStream,
        redactor: Callable[[], Redactor],
    ) -> None:
        self._gate = gate
        self._folder = folder
        self._integrations = integrations
        self._runs = runs
        self._log = log
        self._records = records
        self._events = events
        self._redactor = redactor

    def waiting(self, actor: Actor, integration_id: int | None = None) -> list[HoldView]:
        """Return the holds that wait for a person, of one integration or of all this actor may see, newest first."""
        with self._gate.use(actor, UseCase.VIEW_HOLDS, "holds") as act:
            if integration_id is not None:
                mine = [self._gate.integration(actor, integration_id, act)]
            else:
                mine = [stored for stored in self._integrations.all() if actor.may_see(stored.college_id)]
            names = {stored.integration_id: stored.name for stored in mine}
            return [self._view(hold, names) for hold in self._records.holds.waiting(names)]

    def of_run(self, actor: Actor, run_id: int) -> list[HoldView]:
        """Return the holds of a run, decided or not; raise NotFoundError for a run that is not this actor's."""
        with self._gate.use(actor, UseCase.VIEW_HOLDS, f"run {run_id}") as act:
            run, stored = self._run(actor, run_id, act)
            return [self._view(hold, {stored.integration_id: stored.name}) for hold in self._holds(run)]

    def hold(self, actor: Actor, hold_id: int) -> HoldView:
        """Return a hold, decided or not; raise NotFoundError for one that is not this actor's."""
        with self._gate.use(actor, UseCase.VIEW_HOLDS, f"hold {hold_id}") as act:
            hold = self._records.holds.get(hold_id)
            try:
                stored = self._gate.integration(actor, hold.integration_id, act)
            except NotFoundError:
                raise NotFoundError(f"There is no hold {hold_id}.") from None
            return self._view(hold, {stored.integration_id: stored.name})

    def records(self, actor: Actor, hold_id: int, limit: int = 1_000) -> list[HeldRecord]:
        """Return what a hold would do to which records."""
        with self._gate.use(actor, UseCase.VIEW_HOLDS, f"hold {hold_id}") as act:
            hold = self._records.holds.get(hold_id)
            self._gate.integration(actor, hold.integration_id, act)
            return list(self._records.holds.records(hold_id, limit))

    def held(self, actor: Actor, hold_id: int, text: str = "", limit: int = 1_000) -> HeldPage:
        """Return what a hold would do to the records that hold this text: names, values now and values then.

        An actor who may not see personal data gets None in its place, and finds nothing by it.
        """
        with self._gate.use(actor, UseCase.VIEW_HOLDS, f"hold {hold_id}") as act:
            hold = self._records.holds.get(hold_id)
            self._gate.integration(actor, hold.integration_id, act)
            act.detail = f"text={text}" if text else ""
            return held_page(self._records.holds, hold, hidden_fields(actor, DATA_TYPES[hold.data_type]), text, limit)

    def accept(self, actor: Actor, run_id: int, hold_id: int | None = None) -> Run:
        """Do what the brake held in a run, or one hold of it, this once; return the run as it stands then."""
        return self._decide(actor, run_id, hold_id, accepted=True)

    def refuse(self, actor: Actor, run_id: int, hold_id: int | None = None) -> Run:
        """Keep the old records; the same removals are not asked about again, unless the records come back meanwhile.

        Return the run as it stands then.
        """
        return self._decide(actor, run_id, hold_id, accepted=False)

    def undoable(self, actor: Actor, run_id: int) -> UndoView:
        """Return what taking a run back would do now, or why nothing of it can be taken back."""
        with self._gate.use(actor, UseCase.VIEW_RUNS, f"run {run_id}") as act:
            run, stored = self._run(actor, run_id, act)
            if run.status is RunStatus.RUNNING:
                return UndoView(run, (), _GOING_ON.format(run=run_id))
            parts = [
                replace(one, later=(), names={}) if hidden_fields(actor, DATA_TYPES[one.data_type]) else one
                for one in self._records.undo.would(stored.integration_id, run_id)
            ]
            left = sum(one.total for one in parts)
            return UndoView(run, tuple(parts), "" if left else _NOTHING_LEFT.format(run=run_id))

    def undo(self, actor: Actor, run_id: int) -> list[Undone]:
        """Take a run back; return what that did by data type, and which records later runs have changed since.

        Raises BusyError for a run that is going on, and TooLateError where nothing of it is left to take back.
        """
        with self._gate.use(actor, UseCase.UNDO, f"run {run_id}") as act:
            run, stored = self._run(actor, run_id, act)
            if run.status is RunStatus.RUNNING:
                raise BusyError(_GOING_ON.format(run=run_id))
            with alone(self._folder, stored):
                undone = self._records.undo.run(stored.integration_id, run_id)
                for hold in self._holds(run):
                    if hold.state == WAITING:
                        self._records.holds.outdate(target_of(hold))
                        self._integrations.decided(stored.integration_id, hold.endpoint)
            if not undone:
                raise TooLateError(_NOTHING_LEFT.format(run=run_id))
            back = sum(one.put_back for one in undone)
            out = sum(one.taken_out for one in undone)
            later = sum(len(one.later) for one in undone)
            act.detail = f"{out} taken out, {back} put back, {later} left as changed later"
        self._tell(
            stored,
            run_id,
            f"{actor.name} took this sync back: {count(out, 'record')} taken out, {back:,} put back as before.",
            f"{later:,} records were changed by later syncs and stay as they are" if later else "",
        )
        return undone

    def _decide(self, actor: Actor, run_id: int, hold_id: int | None, *, accepted: bool) -> Run:
        with self._gate.use(actor, UseCase.DECIDE_HOLD, f"run {run_id}") as act:
            run, stored = self._run(actor, run_id, act)
            waiting = [hold for hold in self._holds(run) if hold.state == WAITING and hold_id in {None, hold.hold_id}]
            if not waiting:
                raise NotFoundError(f"Nothing of run {run_id} waits for a decision.")
            with alone(self._folder, stored):
                for hold in waiting:
                    counts = self._apply(hold) if accepted else Counts()
                    self._records.holds.decide(hold.hold_id, ACCEPTED if accepted else REFUSED, actor.name)
                    self._integrations.decided(stored.integration_id, hold.endpoint)
                    run = _settled(run, hold, counts)
                self._runs.save(run)
            act.detail = f"{'accepted' if accepted else 'refused'}: " + ", ".join(
                f"{hold.affected} {hold.data_type} ({hold.cause})" for hold in waiting
            )
        many = sum(hold.affected for hold in waiting)
        word = "accepted" if accepted else "refused"
        kept = "" if accepted else " The old ones are kept."
        self._tell(stored, run_id, f"{actor.name} {word} what was held: {count(many, 'record')}.{kept}")
        return run

    def _apply(self, hold: Hold) -> Counts:
        """Do what was held, in the name of the run that was held."""
        target, counts = target_of(hold), Counts()
        for operation, records in groupby(self._records.holds.records(hold.hold_id), key=lambda one: one.operation):
            while some := list(islice(records, _A_PAGE)):
                if operation == "remove":
                    gone = self._records.removals.remove_keys(target, [one.key for one in some])
                    counts += Counts(removed=gone)
                else:
                    counts += self._written(hold, [one.values for one in some if one.values is not None])
        return counts

    def _written(self, hold: Hold, values: Iterable[Values]) -> Counts:
        written = self._records.write_page(target_of(hold), list(values), [], 0, self._redactor())
        return Counts(added=written.added, changed=written.changed)

    def _run(self, actor: Actor, run_id: int, act: Act) -> tuple[Run, StoredIntegration]:
        run = self._runs.get(run_id)
        try:
            return run, self._gate.integration(actor, run.integration_id, act)
        except NotFoundError:
            raise NotFoundError(f"There is no run {run_id}.") from None

    def _holds(self, run: Run) -> list[Hold]:
        return self._records.holds.of_run(run.run_id)

    @staticmethod
    def _view(hold: Hold, names: dict[int, str]) -> HoldView:
        name = names[hold.integration_id]
        return HoldView(hold, name, hold_sentence(hold, name))

    def _tell(self, stored: StoredIntegration, run_id: int, message: str, detail: str = "") -> None:
        mask = self._redactor().line
        row = LogRow(
            utc_now(),
            Level.INFO,
            mask(message),
            mask(detail),
            stored.integration_id,
            run_id,
            integration=stored.name,
        )
        self._events.emit(self._log.write([row])[0])
        self._events.emit(IntegrationsChanged(stored.integration_id))


def _settled(run: Run, hold: Hold, counts: Counts) -> Run:
    """Return a run as it stands once one of its holds is decided."""
    outcome = run.endpoints.get(hold.endpoint)
    if outcome is None or run.finished_at is None:
        return run
    settled = replace(outcome, counts=outcome.counts + counts, problem=None)
    return replace(run, endpoints={**run.endpoints, hold.endpoint: settled}).finished(run.finished_at)
