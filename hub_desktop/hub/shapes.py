"""Drift: what changed in the fields that upstreams send, and a person's word that it is right now."""

from msgspec import Struct

from hub_desktop.core.actor import Actor
from hub_desktop.core.drift import Change, Memory, accepted
from hub_desktop.core.errors import NotFoundError
from hub_desktop.core.events import IntegrationsChanged
from hub_desktop.core.roles import UseCase
from hub_desktop.core.words import count, did_you_mean
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Gate
from hub_desktop.store.integrations import IntegrationStore, StoredIntegration
from hub_desktop.store.shapes import ShapeStore


class DriftView(Struct, frozen=True):
    """A change of a mapped field that waits for a person."""

    integration_id: int
    source: str
    endpoint: str
    change: Change


class Shapes:
    """The use cases of drift."""

    def __init__(self, gate: Gate, integrations: IntegrationStore, shapes: ShapeStore, events: EventStream) -> None:
        self._gate = gate
        self._integrations = integrations
        self._shapes = shapes
        self._events = events

    def standing(self, actor: Actor, integration_id: int | None = None) -> list[DriftView]:
        """Return the changes that wait for a person, of one integration or of all this actor may see."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, "drift") as act:
            if integration_id is not None:
                mine = [self._gate.integration(actor, integration_id, act)]
            else:
                mine = [stored for stored in self._integrations.all() if actor.may_see(stored.college_id)]
            found = self._shapes.standing(integration_id)
            return [
                DriftView(stored.integration_id, stored.name, endpoint, change)
                for stored in mine
                for endpoint, change in standing_changes(stored, found.get(stored.integration_id, {}))
            ]

    def accept(self, actor: Actor, integration_id: int, endpoint: str | None = None) -> int:
        """Expect from now on what came last, at one endpoint or at all; return how many changes were accepted."""
        with self._gate.use(actor, UseCase.ACCEPT_DRIFT, f"integration {integration_id}") as act:
            stored = self._gate.integration(actor, integration_id, act)
            if endpoint is not None and endpoint not in stored.config.endpoints:
                raise NotFoundError(
                    f"{stored.name} has no endpoint “{endpoint}”.{did_you_mean(endpoint, stored.config.endpoints)}"
                )
            done = 0
            for name, memory in self._shapes.standing(integration_id).get(integration_id, {}).items():
                if endpoint in {None, name}:
                    done += len(memory.standing)
                    self._shapes.amend(integration_id, name, None, lambda known: known and accepted(known))
            act.detail = f"{count(done, 'change')} accepted"
        if done:
            self._events.emit(IntegrationsChanged(integration_id))
        return done


def standing_changes(stored: StoredIntegration, memories: dict[str, Memory]) -> list[tuple[str, Change]]:
    """Return the changes of an integration that still wait, with their endpoints.

    With another mapping than the one under which it was noticed, a change waits no more.
    """
    return [
        (name, change)
        for name, memory in memories.items()
        if name in stored.config.endpoints and memory.fingerprint == stored.config.fingerprint(name)
        for change in memory.standing
    ]
