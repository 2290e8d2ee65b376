"""Webhooks: taking signed deliveries in, and looking at those that came."""

from dataclasses import dataclass

from hub_desktop.core.actor import WEBHOOKS, Actor
from hub_desktop.core.errors import NotAllowedError, NotFoundError
from hub_desktop.core.events import DeliveryReceived
from hub_desktop.core.roles import UseCase
from hub_desktop.core.runs import Trigger
from hub_desktop.core.signature import verified
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.syncs import Syncs
from hub_desktop.store.deliveries import Delivery, DeliveryStore
from hub_desktop.store.secrets import SecretStore


class WrongSignatureError(NotAllowedError):
    """A delivery is not signed with the integration's webhook secret."""


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """What the sender is told: the delivery's number, and whether it came before."""

    delivery_id: int
    repeated: bool


class Webhooks:
    """The use cases of deliveries."""

    def __init__(
        self, gate: Gate, deliveries: DeliveryStore, secrets: SecretStore, syncs: Syncs, events: EventStream
    ) -> None:
        self._gate = gate
        self._deliveries = deliveries
        self._secrets = secrets
        self._syncs = syncs
        self._events = events

    def receive(self, integration_id: int, signature: str, body: bytes) -> Acknowledgement:
        """Verify a delivery, keep it durably, and ask for the run that stores its records.

        Raises WrongSignatureError for a wrong signature, an unknown integration and one without a webhook secret
        alike, so that nobody can find out which integrations there are.
        """
        with self._gate.use(WEBHOOKS, UseCase.RECEIVE_DELIVERY, f"integration {integration_id}") as act:
            try:
                stored = self._gate.integration(WEBHOOKS, integration_id, act)
            except NotFoundError:
                secret = None
            else:
                secret = self._secrets.get(integration_id, "webhookSecret") if stored.config.enabled else None
            if not verified([secret] if secret else [], body, signature):
                raise WrongSignatureError("The signature of the delivery is wrong.")
            delivery_id, new = self._deliveries.receive(integration_id, body)
            act.detail = f"delivery {delivery_id}" + ("" if new else " (a repeat)")
        if new:
            self._events.emit(DeliveryReceived(integration_id, delivery_id))
        # A repeat too: the sender may repeat because we failed between keeping the delivery and asking for its run.
        self._syncs.request(WEBHOOKS, integration_id, Trigger.WEBHOOK, ())
        return Acknowledgement(delivery_id, not new)

    def latest(self, actor: Actor, integration_id: int, limit: int = 100) -> list[Delivery]:
        """Return the newest deliveries of an integration, newest first."""
        with self._gate.use(actor, UseCase.VIEW_DELIVERIES, f"integration {integration_id}") as act:
            self._gate.integration(actor, integration_id, act)
            return self._deliveries.latest(integration_id, limit)
