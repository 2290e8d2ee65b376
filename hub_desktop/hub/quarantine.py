"""Quarantine: looking at refused records, checking them once more, and discarding them."""

import threading
from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import ErrorKind, NotFoundError, Remedy
from hub_desktop.core.events import IntegrationsChanged
from hub_desktop.core.roles import UseCase
from hub_desktop.core.runs import Run
from hub_desktop.core.words import count, listed
from hub_desktop.hub.activity import Part
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Act, Gate
from hub_desktop.hub.records import QuarantineView
from hub_desktop.hub.syncs import Syncs, SyncStores
from hub_desktop.store.integrations import StoredIntegration
from hub_desktop.store.quarantine import QuarantineStore
from hub_desktop.sync.execution import Tell
from hub_desktop.sync.replay import Replay, ReplayStores

_NUMBERS_AUDITED = 20


class RefusedGroupView(Struct, frozen=True):
    """Refused records of one endpoint that share their causes, with the name of their source."""

    source: str
    integration_id: int
    endpoint: str
    data_type: str
    causes: tuple[str, ...]
    """The reasons without the values they quote."""
    row_ids: tuple[int, ...]
    last_seen: datetime


class WhichRefused(Struct, frozen=True):
    """Which refused records are meant: those of an integration, of one of its endpoints, or these very ones."""

    integration_id: int | None = None
    endpoint: str | None = None
    row_ids: tuple[int, ...] | None = None


class Quarantine:
    """The use cases of refused records. Each leaves an audit row with how many there were."""

    def __init__(
        self, gate: Gate, stores: SyncStores, quarantine: QuarantineStore, syncs: Syncs, events: EventStream
    ) -> None:
        self._gate = gate
        self._stores = stores
        self._quarantine = quarantine
        self._syncs = syncs
        self._events = events

    def find(self, actor: Actor, which: WhichRefused, limit: int | None = 1000) -> list[QuarantineView]:
        """Return refused records with their reasons, newest first."""
        with self._gate.use(actor, UseCase.VIEW_QUARANTINE, "quarantine") as act:
            mine = self._mine(actor, which, act)
            names = self._stores.integrations.names()
            found = self._quarantine.read(
                integration_ids=mine, endpoint=which.endpoint, row_ids=which.row_ids, limit=limit
            )
            return [QuarantineView(names.get(record.integration_id, "?"), record) for record in found]

    def page(
        self,
        actor: Actor,
        integration_id: int | None = None,
        endpoint: str | None = None,
        *,
        limit: int = 50,
        offset: int = 0,
    ) -> Part[QuarantineView]:
        """Return some refused records with their reasons, newest first, and how many there are."""
        with self._gate.use(actor, UseCase.VIEW_QUARANTINE, "quarantine") as act:
            mine = self._mine(actor, WhichRefused(integration_id), act)
            names = self._stores.integrations.names()
            found = self._quarantine.read(integration_ids=mine, endpoint=endpoint, limit=limit, offset=offset)
            views = [QuarantineView(names.get(record.integration_id, "?"), record) for record in found]
            return Part(views, self._quarantine.count(mine, endpoint))

    def groups(self, actor: Actor, integration_id: int | None = None) -> list[RefusedGroupView]:
        """Return all refused records by cause, the largest group first."""
        with self._gate.use(actor, UseCase.VIEW_QUARANTINE, "quarantine") as act:
            mine = self._mine(actor, WhichRefused(integration_id), act)
            names = self._stores.integrations.names()
            return [
                RefusedGroupView(
                    names.get(group.integration_id, "?"),
                    group.integration_id,
                    group.endpoint,
                    group.data_type,
                    group.causes,
                    group.row_ids,
                    group.last_seen,
                )
                for group in self._quarantine.groups(mine)
            ]

    def replay(self, actor: Actor, which: WhichRefused, *, cancel: threading.Event | None = None) -> list[Run]:
        """Check refused records again with the mapping as it is now, and store those that pass.

        Each integration gets a run of its own. Raises NotFoundError for a record that is not there, and TransientError
        when one of the integrations is being synced.
        """
        with self._gate.use(actor, UseCase.REPLAY_QUARANTINE, "quarantine") as act:
            places = self._places(actor, which, act)
            # Those of a deleted integration have no mapping any more; they can only be discarded.
            alive = {stored.integration_id for stored in self._stores.integrations.all()}
            runs: list[Run] = []
            for integration_id, by_endpoint in places.items():
                if integration_id in alive and not (cancel is not None and cancel.is_set()):
                    runs.append(self._replayed(actor, integration_id, by_endpoint, cancel or threading.Event()))
            act.detail = "; ".join(
                f"run {run.run_id}: {run.total.read - run.total.quarantined:,} of {run.total.read:,} stored"
                for run in runs
            )
        return runs

    def discard(self, actor: Actor, which: WhichRefused) -> int:
        """Take refused records out of quarantine for good; return how many. Raises NotFoundError when one is missing.

        What was seen and named is discarded, never what came in since: `which` should name the records.
        """
        with self._gate.use(actor, UseCase.DISCARD_QUARANTINE, "quarantine") as act:
            places = self._places(actor, which, act)
            row_ids = [row_id for by_endpoint in places.values() for some in by_endpoint.values() for row_id in some]
            done = self._quarantine.remove(row_ids)
            numbers = ", ".join(str(row_id) for row_id in sorted(row_ids)[:_NUMBERS_AUDITED])
            names = self._stores.integrations.names()
            sources = listed([names.get(number, "?") for number in places])
            more = "…" if len(row_ids) > _NUMBERS_AUDITED else ""
            act.detail = f"{count(done, 'refused record')} of {sources}: {numbers}{more}" if row_ids else "none"
        for integration_id in places:
            self._events.emit(IntegrationsChanged(integration_id))
        return done

    def _replayed(
        self, actor: Actor, integration_id: int, waiting: dict[str, list[int]], cancel: threading.Event
    ) -> Run:
        def work(run: Run, stored: StoredIntegration, tell: Tell) -> Run:
            replay = Replay(
                run,
                stored.config,
                ReplayStores(self._stores.records, self._quarantine, self._stores.shapes),
                redactor=self._stores.secrets.redactor,
                tell=tell,
                cancel=cancel,
                keeping=self._stores.keeping(stored.college_id),
            )
            finished = replay.execute(waiting)
            self._mend(stored, finished)
            return finished

        return self._syncs.run_kept(actor, integration_id, work)

    def _mend(self, stored: StoredIntegration, run: Run) -> None:
        """Take back that none of an endpoint's records could be used, where all of them are stored by now."""
        left = self._quarantine.places(integration_ids={stored.integration_id}).get(stored.integration_id, {})
        for name, state in stored.endpoints.items():
            problem = state.problem
            if problem is None or problem.kind is not ErrorKind.RECORD or problem.remedy is not Remedy.SHOW_QUARANTINE:
                continue
            outcome = run.endpoints.get(name)
            if outcome is not None and outcome.counts.read and not left.get(name):
                self._stores.integrations.run_ended(
                    stored.integration_id,
                    {name: None},
                    polled=[name],
                    at=state.last_succeeded or state.last_started or run.started_at,
                    problem=stored.problem,
                    failures=stored.failures,
                    retry_at=stored.retry_at,
                    stopped=stored.stopped,
                )

    def _places(self, actor: Actor, which: WhichRefused, act: Act) -> dict[int, dict[str, list[int]]]:
        """Return the records that are meant, by source and endpoint; raise NotFoundError when one is missing."""
        mine = self._mine(actor, which, act)
        places = self._quarantine.places(integration_ids=mine, endpoint=which.endpoint, row_ids=which.row_ids)
        if which.row_ids is not None:
            found = {row_id for by_endpoint in places.values() for some in by_endpoint.values() for row_id in some}
            missing = sorted(set(which.row_ids) - found)
            if missing:
                raise NotFoundError(
                    f"There is no refused record {missing[0]}. Nothing was changed.", f"{len(missing):,} are missing"
                )
        if which.integration_id is None and places:
            act.subject = listed([self._stores.integrations.names().get(number, "?") for number in places])
        return places

    def _mine(self, actor: Actor, which: WhichRefused, act: Act) -> Sequence[int] | None:
        """Return the sources of which this actor may see refused records, None for all."""
        if which.integration_id is not None:
            self._gate.integration(actor, which.integration_id, act)
            return [which.integration_id]
        if actor.college_ids is None:
            return None
        return [n for n, college in self._stores.integrations.colleges_of().items() if actor.may_see(college)]
