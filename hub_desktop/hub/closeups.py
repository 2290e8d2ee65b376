"""One integration seen closely: how each of its endpoints does, and how its runs went day by day."""

from collections.abc import Collection, Mapping
from datetime import datetime, time, timedelta

from msgspec import Struct

from hub_desktop.core.actor import Actor
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import Problem
from hub_desktop.core.mapping_preview import preview
from hub_desktop.core.quarantine import NotReplayableError, restored
from hub_desktop.core.roles import UseCase
from hub_desktop.core.run_days import DAYS, RunDay, run_days
from hub_desktop.core.runs import Counts, Run
from hub_desktop.core.schedule_words import endpoint_schedule
from hub_desktop.core.times import utc_now
from hub_desktop.hub.gate import Gate
from hub_desktop.store.integrations import IntegrationStore, StoredIntegration
from hub_desktop.store.quarantine import QuarantineStore
from hub_desktop.store.runs import RunStore
from hub_desktop.store.shapes import ShapeStore

_RUNS_LOOKED_AT = 20
_REFUSED_LOOKED_AT = 20
_THERE = 0.5
"""A field that this share of the records hold is one to map from."""


class EndpointView(Struct, frozen=True):
    """How one endpoint does."""

    name: str
    data_type: str
    path: str
    enabled: bool
    schedule: str
    """When it is synced, in words."""
    last_succeeded: datetime | None
    """How old what it brought is."""
    counts: Counts | None
    """Of the newest run that read it; None where none did."""
    run_id: int | None
    waiting: int
    """Refused records in quarantine."""
    problem: Problem | None
    unmapped: tuple[str, ...] | None
    """The required fields without a source, by their labels; None where nothing tells yet what it sends."""


class Closeup(Struct, frozen=True):
    """What the page of an integration shows besides its view."""

    integration_id: int
    endpoints: tuple[EndpointView, ...]
    days: tuple[RunDay, ...]

    def data_from(self) -> tuple[datetime, str] | None:
        """Return how old the oldest of its data is, and the endpoint that brought it; None before the first sync.

        What is not read any more is left out, and so is what never came: the endpoint says so itself.
        """
        ages = [(one.last_succeeded, one.name) for one in self.endpoints if one.enabled and one.last_succeeded]
        return min(ages, default=None)


class Closeups:
    """Looks at integrations one by one, or at the last days of all; changes nothing."""

    def __init__(
        self,
        gate: Gate,
        *,
        integrations: IntegrationStore,
        runs: RunStore,
        shapes: ShapeStore,
        quarantine: QuarantineStore,
    ) -> None:
        self._gate = gate
        self._integrations = integrations
        self._runs = runs
        self._shapes = shapes
        self._quarantine = quarantine

    def look(self, actor: Actor, integration_id: int) -> Closeup:
        """Return how it does; raise NotFoundError when it does not exist for this actor."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, f"integration {integration_id}") as act:
            stored = self._gate.integration(actor, integration_id, act)
            latest = self._runs.latest(integration_id, _RUNS_LOOKED_AT)
            waiting = self._quarantine.by_endpoint(integration_id)
            return Closeup(
                integration_id,
                tuple(self._endpoint(stored, name, latest, waiting) for name in stored.config.endpoints),
                self._days([integration_id])[integration_id],
            )

    def days(self, actor: Actor) -> dict[int, tuple[RunDay, ...]]:
        """Return how the runs of each integration this actor may see went on the last days."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, "last days of the integrations"):
            seen = [s.integration_id for s in self._integrations.all() if actor.may_see(s.college_id)]
            return self._days(seen)

    def _days(self, integration_ids: Collection[int]) -> dict[int, tuple[RunDay, ...]]:
        today = utc_now().astimezone().date()
        since = datetime.combine(today - timedelta(days=DAYS - 1), time.min).astimezone()
        ended = self._runs.ended_by_day(integration_ids, since)
        return {number: run_days(by_day, today) for number, by_day in ended.items()}

    def _endpoint(
        self, stored: StoredIntegration, name: str, latest: list[Run], waiting: Mapping[str, int]
    ) -> EndpointView:
        endpoint, state = stored.config.endpoints[name], stored.endpoints.get(name)
        run = next((one for one in latest if name in one.endpoints and one.finished_at is not None), None)
        if run is None and state is not None and len(latest) == _RUNS_LOOKED_AT:
            # It is read more seldom than others.
            run = self._runs.last_with(stored.integration_id, name)
        return EndpointView(
            name=name,
            data_type=stored.config.data_type_of(name),
            path=endpoint.path,
            enabled=endpoint.enabled,
            schedule=endpoint_schedule(stored.config, name),
            last_succeeded=state.last_succeeded if state else None,
            counts=run.endpoints[name].counts if run else None,
            run_id=run.run_id if run else None,
            waiting=waiting.get(name, 0),
            problem=state.problem if state else None,
            unmapped=self._unmapped(stored, name),
        )

    def _unmapped(self, stored: StoredIntegration, name: str) -> tuple[str, ...] | None:
        config, endpoint = stored.config, stored.config.endpoints[name]
        data_type = DATA_TYPES[config.data_type_of(name)]
        if data_type.name == "custom" or config.fed_by_devices:
            # Kept whole, or made of punches.
            return ()
        names = self._sent(stored, name)
        missing = preview(data_type, endpoint.mappings, [dict.fromkeys(names)] if names else []).missing
        # What JavaScript makes of a record has other names than what came.
        if missing and (not names or endpoint.javascript):
            return None
        return tuple(field.label for field in missing)

    def _sent(self, stored: StoredIntegration, name: str) -> list[str]:
        """Return the names of the fields it sends: as remembered of the last whole pass, and of what was refused."""
        number = stored.integration_id
        memory = self._shapes.read(number, name)
        if memory is not None and memory.fingerprint == stored.config.fingerprint(name) and memory.shape.records:
            return [field for field, shape in memory.shape.fields.items() if shape.share >= _THERE]
        found: dict[str, None] = {}
        for record in self._quarantine.read(integration_ids=[number], endpoint=name, limit=_REFUSED_LOOKED_AT):
            try:
                found |= dict.fromkeys(restored(record.raw))
            except NotReplayableError:
                # Too large to be kept whole, or masked; another one may do.
                continue
        return list(found)
