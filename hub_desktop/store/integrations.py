"""Integrations on disk: their configuration, when their endpoints last ran and what stands unsolved."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from msgspec import Struct, field
from sqlalchemy.dialects.sqlite import insert

from hub_desktop.core.college_calendar import CollegeTime
from hub_desktop.core.errors import ChangedMeanwhileError, ErrorKind, NotFoundError, Problem, TakenError
from hub_desktop.core.integration import Integration
from hub_desktop.core.schedule import EndpointTimes
from hub_desktop.core.times import utc_now
from hub_desktop.store.engine import new_id, writing
from hub_desktop.store.problems import problem_from_json, problem_to_json
from hub_desktop.store.tables import colleges, endpoint_states, integrations


class EndpointState(Struct, frozen=True):
    """When an endpoint last began and last succeeded, and what stands unsolved since."""

    last_started: datetime | None = None
    last_succeeded: datetime | None = None
    problem: Problem | None = None


class StoredIntegration(Struct, frozen=True):
    """An integration with everything the hub remembers of it; no secrets."""

    integration_id: int
    college_id: int
    config: Integration
    created_at: datetime
    updated_at: datetime
    failures: int = 0
    """Temporary failures in a row."""
    retry_at: datetime | None = None
    stopped: ErrorKind | None = None
    """Why the clock leaves it alone until a person acts."""
    problem: Problem | None = None
    """What stopped the last run as a whole."""
    endpoints: dict[str, EndpointState] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name people gave it."""
        return self.config.name

    def times(self, college: CollegeTime | None = None) -> dict[str, EndpointTimes]:
        """Return how often each enabled endpoint is wanted, when it last began, and when it may by its college."""
        time = college or CollegeTime()
        return {
            name: EndpointTimes(
                self.config.interval_of(name),
                self.endpoints[name].last_started if name in self.endpoints else None,
                self.config.opening_of(name, time),
                since=self.created_at,
            )
            for name, endpoint in self.config.endpoints.items()
            if endpoint.enabled
        }

    def failing(self) -> frozenset[str]:
        """Return the endpoints with which something stands unsolved."""
        return frozenset(name for name, state in self.endpoints.items() if state.problem)

    def problems(self) -> list[Problem]:
        """Return what stands unsolved: of the last run as a whole, then of each endpoint that is still there."""
        found = [self.problem] if self.problem else []
        return found + [
            state.problem
            for name, state in self.endpoints.items()
            # What is not read any more cannot be mended by reading it.
            if state.problem and name in self.config.endpoints and self.config.endpoints[name].enabled
        ]

    def last_succeeded(self) -> datetime | None:
        """Return when data last came in, or None."""
        return max((s.last_succeeded for s in self.endpoints.values() if s.last_succeeded), default=None)


class IntegrationStore:
    """Reads and writes integrations; deleted ones stay as rows, so that records keep the name of their source."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def add(self, config: Integration, college_id: int) -> StoredIntegration:
        """Store a new integration; raise TakenError when the college has one of this name."""
        now = utc_now()
        row = {
            "college_id": college_id,
            "name": config.name,
            "name_folded": config.name.casefold(),
            "config": config.to_json(),
            "enabled": config.enabled,
            "created_at": now,
            "updated_at": now,
        }
        try:
            with self._writing.begin() as connection:
                made = connection.execute(sa.insert(integrations).values(row))
        except sa.exc.IntegrityError:
            raise _name_taken(config.name) from None
        return StoredIntegration(new_id(made), college_id, config, now, now)

    def change(self, integration_id: int, config: Integration, *, seen: datetime | None = None) -> StoredIntegration:
        """Replace the configuration and let the clock poll again, for the change may have mended what failed.

        With `seen`, raise ChangedMeanwhileError when it was changed at any other time.
        """
        values = {
            "name": config.name,
            "name_folded": config.name.casefold(),
            "config": config.to_json(),
            "enabled": config.enabled,
            "updated_at": utc_now(),
            "failures": 0,
            "retry_at": None,
            "stopped": None,
        }
        try:
            with self._writing.begin() as connection:
                done = connection.execute(_living(integration_id, seen).values(values))
        except sa.exc.IntegrityError:
            raise _name_taken(config.name) from None
        if not done.rowcount:
            raise self._not_as_seen(integration_id)
        return self.get(integration_id)

    def set_enabled(self, integration_id: int, enabled: bool, *, seen: datetime | None = None) -> StoredIntegration:
        """Switch the integration on or off; with `seen` as `change` does."""
        values = {"enabled": enabled, "updated_at": utc_now(), "failures": 0, "retry_at": None, "stopped": None}
        with self._writing.begin() as connection:
            # Only the switch, so that an edit of the same moment is not undone.
            done = connection.execute(_living(integration_id, seen).values(values))
        if not done.rowcount:
            raise self._not_as_seen(integration_id)
        return self.get(integration_id)

    def reconnected(self, integration_id: int) -> None:
        """Let the clock poll again, after a person gave new credentials."""
        with self._writing.begin() as connection:
            connection.execute(_living(integration_id).values(stopped=None, retry_at=None, failures=0))

    def delete(self, integration_id: int, *, seen: datetime | None = None) -> None:
        """Mark the integration deleted; with `seen` as `change` does."""
        with self._writing.begin() as connection:
            done = connection.execute(_living(integration_id, seen).values(deleted_at=utc_now(), enabled=False))
        if not done.rowcount:
            raise self._not_as_seen(integration_id)

    def get(self, integration_id: int) -> StoredIntegration:
        """Return the integration; raise NotFoundError when there is none."""
        found = self._select(integrations.c.id == integration_id)
        if not found:
            raise _unknown(integration_id)
        return found[0]

    def all(self, *, deleted: bool = False) -> list[StoredIntegration]:
        """Return the integrations of all colleges by name; with `deleted` those too that were deleted."""
        return self._select(sa.true(), deleted=deleted)

    def names(self) -> dict[int, str]:
        """Return the names of all integrations, deleted ones too."""
        with self._engine.connect() as connection:
            return {row.id: row.name for row in connection.execute(sa.select(integrations.c.id, integrations.c.name))}

    def colleges_of(self) -> dict[int, int]:
        """Return the college of each integration, deleted ones too."""
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(integrations.c.id, integrations.c.college_id))
            return {row.id: row.college_id for row in rows}

    def run_began(self, integration_id: int, endpoints: list[str], at: datetime) -> None:
        """Remember that these endpoints begin now, so that a crash does not make them due at once again."""
        with self._writing.begin() as connection:
            for name in endpoints:
                begun = insert(endpoint_states).values(integration_id=integration_id, endpoint=name, last_started=at)
                connection.execute(
                    begun.on_conflict_do_update(
                        index_elements=["integration_id", "endpoint"], set_={"last_started": at}
                    )
                )

    def run_ended(
        self,
        integration_id: int,
        outcomes: dict[str, Problem | None],
        *,
        polled: Collection[str],
        at: datetime,
        problem: Problem | None,
        failures: int,
        retry_at: datetime | None,
        stopped: ErrorKind | None,
    ) -> None:
        """Remember how the endpoints ended and when to try again.

        An endpoint that was not `polled` got its records from a delivery, which says nothing about whether the
        upstream can be read: what stands unsolved there stands on.
        """
        with self._writing.begin() as connection:
            for name, trouble in outcomes.items():
                ended: dict[str, Any] = {"problem": problem_to_json(trouble)} if name in polled else {}
                if trouble is None:
                    ended["last_succeeded"] = at
                if ended:
                    state = insert(endpoint_states).values(integration_id=integration_id, endpoint=name, **ended)
                    connection.execute(
                        state.on_conflict_do_update(index_elements=["integration_id", "endpoint"], set_=ended)
                    )
            connection.execute(
                _living(integration_id).values(
                    failures=failures, retry_at=retry_at, stopped=stopped, problem=problem_to_json(problem)
                )
            )

    def decided(self, integration_id: int, endpoint: str) -> None:
        """Forget that an endpoint waits for a person to decide."""
        held = sa.and_(endpoint_states.c.integration_id == integration_id, endpoint_states.c.endpoint == endpoint)
        with self._writing.begin() as connection:
            kept = connection.execute(sa.select(endpoint_states.c.problem).where(held)).scalar()
            found = problem_from_json(kept)
            if found is not None and found.kind is ErrorKind.HELD:
                connection.execute(sa.update(endpoint_states).where(held).values(problem=None))

    def _not_as_seen(self, integration_id: int) -> ChangedMeanwhileError:
        """Return why nothing was changed; raise NotFoundError where the integration is not there any more."""
        self.get(integration_id)
        return changed_meanwhile()

    def _select(self, condition: sa.ColumnElement[bool], *, deleted: bool = False) -> list[StoredIntegration]:
        query = sa.select(integrations).where(condition)
        if not deleted:
            query = query.where(integrations.c.deleted_at.is_(None))
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(integrations.c.name_folded)).all()
            ids = [row.id for row in rows]
            states: dict[int, dict[str, EndpointState]] = {}
            for state in connection.execute(
                sa.select(endpoint_states).where(endpoint_states.c.integration_id.in_(ids))
            ):
                states.setdefault(state.integration_id, {})[state.endpoint] = EndpointState(
                    state.last_started, state.last_succeeded, problem_from_json(state.problem)
                )
        return [
            StoredIntegration(
                row.id,
                row.college_id,
                Integration.model_validate({**row.config, "enabled": row.enabled}),
                row.created_at,
                row.updated_at,
                row.failures,
                row.retry_at,
                ErrorKind(row.stopped) if row.stopped else None,
                problem_from_json(row.problem),
                states.get(row.id, {}),
            )
            for row in rows
        ]


class CollegeStore:
    """The colleges whose integrations and records this hub keeps."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def default(self) -> int:
        """Return the number of the first college, made as “My college” on first use."""
        with self._writing.begin() as connection:
            found = connection.execute(sa.select(sa.func.min(colleges.c.id))).scalar()
            if found is None:
                made = connection.execute(sa.insert(colleges).values(name="My college", created_at=utc_now()))
                found = new_id(made)
        return int(found)

    def add(self, name: str) -> int:
        """Store a college; raise TakenError when there is one of this name."""
        try:
            with self._writing.begin() as connection:
                made = connection.execute(sa.insert(colleges).values(name=name, created_at=utc_now()))
        except sa.exc.IntegrityError:
            raise TakenError(f"There is already a college called “{name}”.", field="name") from None
        return new_id(made)

    def rename(self, college_id: int, name: str) -> None:
        """Give a college another name."""
        try:
            with self._writing.begin() as connection:
                connection.execute(sa.update(colleges).where(colleges.c.id == college_id).values(name=name))
        except sa.exc.IntegrityError:
            raise TakenError(f"There is already a college called “{name}”.", field="name") from None

    def all(self) -> dict[int, str]:
        """Return the names of the colleges by number."""
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(colleges.c.id, colleges.c.name).order_by(colleges.c.id))
            return {row.id: row.name for row in rows}


def changed_meanwhile() -> ChangedMeanwhileError:
    """Return the error of a change that was made of something older than what is stored."""
    return ChangedMeanwhileError(
        "The integration was changed meanwhile. Look at it as it is now, and make your change once more."
    )


def _living(integration_id: int, seen: datetime | None = None) -> sa.Update:
    """Return the update of an integration that is not deleted, and that was last changed when it was `seen`."""
    as_seen = sa.true() if seen is None else integrations.c.updated_at == seen
    return sa.update(integrations).where(
        integrations.c.id == integration_id, integrations.c.deleted_at.is_(None), as_seen
    )


def _unknown(integration_id: int) -> NotFoundError:
    return NotFoundError(f"There is no integration {integration_id}.")


def _name_taken(name: str) -> TakenError:
    return TakenError(f"There is already an integration called “{name}”. Choose another name.", field="name")
