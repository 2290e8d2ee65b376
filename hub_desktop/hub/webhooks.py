"""Webhooks as people see them: how deliveries are signed and routed, what came, and what becomes of it."""

import logging
import secrets as randomness
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from hub_desktop.core.actor import Actor
from hub_desktop.core.delivery_rules import WebhookSettings
from hub_desktop.core.errors import ConfigurationError, NotFoundError, VaultError
from hub_desktop.core.events import IntegrationsChanged
from hub_desktop.core.integration import Integration, read_integration
from hub_desktop.core.roles import UseCase
from hub_desktop.core.signature import SIGNED_HEADERS, fits, secret_from
from hub_desktop.core.times import from_text, to_text, utc_now
from hub_desktop.core.words import count
from hub_desktop.hub.doors import PREVIOUS_SECRET, WEBHOOK_SECRET
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Act, Gate
from hub_desktop.hub.reception import Reception
from hub_desktop.hub.self_test import Listener, SelfTest, WebhookFinding, run_self_test
from hub_desktop.hub.syncs import Syncs
from hub_desktop.store.deliveries import Delivery, DeliveryState, DeliveryStore
from hub_desktop.store.integrations import IntegrationStore, StoredIntegration
from hub_desktop.store.secrets import SecretStore
from hub_desktop.store.settings import SettingStore
from hub_desktop.store.webhook_states import WebhookStateStore

DEFAULT_OVERLAP = timedelta(hours=24)
LONGEST_OVERLAP = timedelta(days=30)

_SECRET_BYTES = 32
_CLEANED = "deliveries-cleaned"
_DAILY = timedelta(days=1)
_log = logging.getLogger(__name__)


class Lack(StrEnum):
    """What a webhook lacks to take deliveries in; the faces turn each into a button or a command."""

    SWITCHED_OFF = "switched-off"
    NO_SECRET = "no-secret"  # noqa: S105 - the name of a lack
    SECRET_MISFIT = "secret-misfit"  # noqa: S105 - the name of a lack
    NO_LISTENER = "no-listener"


class WebhookStatus(Struct, frozen=True):
    """One webhook: where it is, how deliveries are signed, and how it goes. Never a secret."""

    integration_id: int
    name: str
    enabled: bool
    path: str
    addresses: tuple[str, ...]
    """Where it can be delivered to now, that of this computer itself first; none while nothing listens."""
    open_to_network: bool
    settings: WebhookSettings
    headers: tuple[str, ...]
    """Each delivery must carry each of these once."""
    secret_kept: bool
    secret_fits: bool
    """Whether the secret that is kept can be used by the scheme."""
    previous_secret_ends: datetime | None
    """Until when the secret before the last rotation is valid too."""
    counts: Mapping[DeliveryState, int]
    last_received_at: datetime | None
    refused: int
    """Deliveries that were not signed right."""
    refused_at: datetime | None
    refused_from: str
    """The address the last of them came from."""
    advice: tuple[str, ...]
    """Why nothing can be delivered now, with what to do; empty when it can."""
    lacks: tuple[Lack, ...] = ()
    """What each sentence of the advice is about, in the same order."""


class Webhooks:
    """The use cases of webhooks and their deliveries; `listener` tells where the hub is listened to, if anywhere."""

    def __init__(
        self,
        gate: Gate,
        *,
        integrations: IntegrationStore,
        deliveries: DeliveryStore,
        states: WebhookStateStore,
        secrets: SecretStore,
        settings: SettingStore,
        syncs: Syncs,
        reception: Reception,
        events: EventStream,
        listener: Callable[[], Listener | None],
    ) -> None:
        self._gate = gate
        self._integrations = integrations
        self._deliveries = deliveries
        self._states = states
        self._secrets = secrets
        self._settings = settings
        self._syncs = syncs
        self._reception = reception
        self._events = events
        self._listener = listener

    # -- looking ---------------------------------------------------------------------------------------------------

    def show(self, actor: Actor, integration_id: int) -> WebhookStatus:
        """Return how the webhook of an integration stands; raise NotFoundError where this actor has no such."""
        with self._gate.use(actor, UseCase.VIEW_WEBHOOK, f"integration {integration_id}") as act:
            return self._status(self._gate.integration(actor, integration_id, act))

    def deliveries(
        self,
        actor: Actor,
        integration_id: int | None,
        *,
        states: Sequence[DeliveryState] = (),
        before: int | None = None,
        limit: int = 100,
        following: bool = False,
    ) -> list[Delivery]:
        """Return deliveries without their bodies, newest first: in these states (none named: in any).

        None stands for all integrations that this actor may see. `before` is the number of the last one of the page
        before. `following` says that a face looks once more by itself at what it shows already, which leaves no row of
        its own in the audit.
        """
        use_case = UseCase.VIEW_WEBHOOK if following else UseCase.VIEW_DELIVERIES
        subject = "integrations" if integration_id is None else f"integration {integration_id}"
        with self._gate.use(actor, use_case, subject) as act:
            numbers = [one.integration_id for one in self._seen(actor, integration_id, act)]
            return self._deliveries.find(numbers, states=states, before=before, limit=limit)

    def page(
        self,
        actor: Actor,
        integration_id: int,
        *,
        states: Sequence[DeliveryState] = (),
        before: int | None = None,
        limit: int = 50,
        offset: int = 0,
    ) -> tuple[list[Delivery], int]:
        """Return a page of the deliveries of an integration, as `deliveries` does, and how many there are in all."""
        with self._gate.use(actor, UseCase.VIEW_DELIVERIES, f"integration {integration_id}") as act:
            self._gate.integration(actor, integration_id, act)
            found = self._deliveries.find(integration_id, states=states, before=before, limit=limit, offset=offset)
            return found, self._deliveries.how_many(integration_id, states=states, before=before)

    def unfinished(self, actor: Actor, integration_id: int | None) -> dict[int, int]:
        """Return how many deliveries were refused or failed and can be replayed, by integration; None: of all."""
        subject = "integrations" if integration_id is None else f"integration {integration_id}"
        with self._gate.use(actor, UseCase.VIEW_WEBHOOK, subject) as act:
            counts = {
                one.integration_id: sum(
                    self._deliveries.count(one.integration_id, state)
                    for state in (DeliveryState.REFUSED, DeliveryState.FAILED)
                )
                for one in self._seen(actor, integration_id, act)
            }
            return {number: found for number, found in counts.items() if found}

    def delivery(self, actor: Actor, delivery_id: int) -> Delivery:
        """Return one delivery with its body; raise NotFoundError when it does not exist for this actor."""
        with self._gate.use(actor, UseCase.VIEW_DELIVERIES, f"delivery {delivery_id}") as act:
            found = self._deliveries.get(delivery_id)
            try:
                self._gate.integration(actor, found.integration_id, act)
            except NotFoundError:
                # The very answer that a number never given would get.
                raise NotFoundError(f"There is no delivery {delivery_id}.") from None
            act.detail = f"delivery {delivery_id}"
            return found

    # -- configuring -----------------------------------------------------------------------------------------------

    def configure(self, actor: Actor, integration_id: int, settings: WebhookSettings) -> WebhookStatus:
        """Change how deliveries are signed, routed and kept.

        Raises ConfigurationError where the rule names an endpoint that the integration has not. A secret that does
        not fit a new scheme stays kept, and nothing is taken until there is one that does: the status says so.
        """
        with self._gate.use(actor, UseCase.EDIT_INTEGRATION, f"integration {integration_id}") as act:
            before = self._gate.integration(actor, integration_id, act)
            changed = _with_settings(before.config, settings)
            stored = self._integrations.change(integration_id, changed)
            act.detail = f"webhook: {settings.scheme}, by {settings.rule.by}"
        self._events.emit(IntegrationsChanged(integration_id))
        return self._status(stored)

    def rotate(self, actor: Actor, integration_id: int, overlap: timedelta = DEFAULT_OVERLAP) -> str:
        """Make a new secret and return it this once; the one before stays valid for the overlap (0 to 30 days)."""
        with self._gate.use(actor, UseCase.SET_SECRET, f"integration {integration_id}") as act:
            stored = self._gate.integration(actor, integration_id, act)
            if not timedelta(0) <= overlap <= LONGEST_OVERLAP:
                raise ConfigurationError(
                    f"The secret before stays valid for 0 hours to {LONGEST_OVERLAP.days} days. Choose a time between "
                    "the two.",
                    field="overlap",
                )
            made = secret_from(stored.config.webhook.scheme, randomness.token_bytes(_SECRET_BYTES))
            before = self._secrets.get(integration_id, WEBHOOK_SECRET)
            if before is not None and overlap:
                # The old one first: a crash in between leaves both places with the old one, which is what it was.
                self._secrets.set(integration_id, PREVIOUS_SECRET, before)
                self._states.set_previous_secret_ends(integration_id, utc_now() + overlap)
            self._secrets.set(integration_id, WEBHOOK_SECRET, made)
            # What was refused by the secret before is written down first, so that it does not count against this one.
            self._reception.write_refusals(all_of_them=True)
            self._states.secret_changed(integration_id)
            if not overlap:
                self._forget_previous(integration_id)
            hours = overlap.total_seconds() / 3600
            act.detail = f"webhook secret rotated, the one before is valid for {hours:g} hours"
        self._events.emit(IntegrationsChanged(integration_id))
        return made

    def end_rotation(self, actor: Actor, integration_id: int) -> bool:
        """End the overlap of a rotation now; return whether there was one."""
        with self._gate.use(actor, UseCase.SET_SECRET, f"integration {integration_id}") as act:
            self._gate.integration(actor, integration_id, act)
            going = self._states.get(integration_id).previous_secret_ends is not None
            if going:
                self._forget_previous(integration_id)
            act.detail = "rotation of the webhook secret ended" if going else "there was no rotation"
        if going:
            self._events.emit(IntegrationsChanged(integration_id))
        return going

    # -- doing -----------------------------------------------------------------------------------------------------

    def replay(self, actor: Actor, integration_id: int, delivery_ids: Sequence[int] | None = None) -> int:
        """Let deliveries be worked on again, and ask for the run; return how many there are.

        None means all that were refused or failed. Raises NotFoundError where one that is named is not the
        integration's, and ConfigurationError where its body is no longer kept.
        """
        with self._gate.use(actor, UseCase.REPLAY, f"integration {integration_id}") as act:
            self._gate.integration(actor, integration_id, act)
            for number in delivery_ids or ():
                found = self._deliveries.get(number)
                if found.integration_id != integration_id:
                    raise NotFoundError(f"There is no delivery {number}.")
                if found.state is DeliveryState.TEST:
                    raise ConfigurationError(f"Delivery {number} is a test. It feeds nothing, so it is not replayed.")
                if not found.body:
                    raise ConfigurationError(
                        f"The body of delivery {number} is no longer kept, so it cannot be replayed. Sync instead."
                    )
            done = self._deliveries.replay(integration_id, delivery_ids)
            act.detail = f"{count(done, 'delivery', 'deliveries')} replayed"
        if done:
            self._syncs.request_deliveries({integration_id})
        return done

    def self_test(self, actor: Actor, integration_id: int, *, cancel: threading.Event | None = None) -> SelfTest:
        """Send a signed test delivery to each address of the listener, and say what works and who can reach it.

        The test is kept like any other delivery, marked as a test, and feeds nothing.
        """
        with self._gate.use(actor, UseCase.TEST, f"integration {integration_id}") as act:
            stored = self._gate.integration(actor, integration_id, act)
            status = self._status(stored)
            secret = self._secrets.get(integration_id, WEBHOOK_SECRET)
            if status.advice or secret is None:
                result = SelfTest(tuple(WebhookFinding(False, sentence) for sentence in status.advice))
            else:
                result = run_self_test(
                    status.addresses,
                    scheme=status.settings.scheme,
                    secret=secret,
                    open_to_network=status.open_to_network,
                    cancel=cancel or threading.Event(),
                    here=listener.here if (listener := self._listener()) else "127.0.0.1",
                )
            act.detail = "the webhook can be reached" if result.ok else "the webhook cannot be reached"
            return result

    # -- for the program -------------------------------------------------------------------------------------------

    def tick(self, now: datetime | None = None) -> None:
        """Try failed deliveries again whose time has come, and clean up once a day; the clock calls this."""
        now = now or utc_now()
        self._syncs.request_deliveries(set(self._deliveries.retry_due(now)))
        self._reception.write_refusals()
        last = self._settings.get(_CLEANED)
        # A clock that was set back must not keep it waiting.
        if last is not None and timedelta(0) <= now - from_text(last) < _DAILY:
            return
        self._settings.set(_CLEANED, to_text(now))
        self._clean(now)

    def close(self) -> None:
        """Keep what waits still."""
        self._reception.close()

    def _clean(self, now: datetime) -> None:
        living = {stored.integration_id for stored in self._integrations.all()}
        for stored in self._integrations.all(deleted=True):
            number, old = stored.integration_id, now - timedelta(days=stored.config.webhook.keep_days)
            if number not in living:
                # Nobody works them off or replays them any more.
                self._deliveries.forget(number, old)
                continue
            self._deliveries.drop_bodies(number, old)
            ends = self._states.get(number).previous_secret_ends
            if ends is not None and ends <= now:
                try:
                    self._forget_previous(number)
                except VaultError as error:
                    # It is valid no more; the keyring is asked again tomorrow, and the others are cleaned today.
                    _log.warning("the webhook secret before stays in the keyring for now: %s", error.detail)
        self._deliveries.clean(now)

    # -- how it is done --------------------------------------------------------------------------------------------

    def _seen(self, actor: Actor, integration_id: int | None, act: Act) -> list[StoredIntegration]:
        """Return the integration of this number, or all that this actor may see."""
        if integration_id is not None:
            return [self._gate.integration(actor, integration_id, act)]
        return [one for one in self._integrations.all() if actor.may_see(one.college_id)]

    def _status(self, stored: StoredIntegration) -> WebhookStatus:
        number = stored.integration_id
        settings = stored.config.webhook
        path = f"/api/webhooks/integrations/{number}"
        listener = self._listener()
        secret = self._secrets.get(number, WEBHOOK_SECRET)
        state = self._reception.state(number)
        newest = self._deliveries.find(number, limit=1)
        usable = secret is not None and fits(settings.scheme, secret)
        advice = _advice(stored, listener=listener is not None, kept=secret is not None, usable=usable)
        return WebhookStatus(
            number,
            stored.name,
            stored.config.enabled,
            path,
            tuple(root + path for root in listener.roots()) if listener else (),
            listener is not None and listener.open_to_network,
            settings,
            SIGNED_HEADERS[settings.scheme],
            secret is not None,
            usable,
            state.previous_secret_ends if _is_ahead(state.previous_secret_ends) else None,
            self._deliveries.counts(number),
            newest[0].received_at if newest else None,
            state.refused,
            state.refused_at,
            state.refused_from,
            tuple(sentence for _, sentence in advice),
            tuple(lack for lack, _ in advice),
        )

    def _forget_previous(self, integration_id: int) -> None:
        # Ended on disk first, so that it is valid no more even where the vault does not let go of it; that it ended
        # is forgotten last, so that the daily cleaning asks the vault again.
        self._states.set_previous_secret_ends(integration_id, utc_now())
        self._secrets.delete(integration_id, PREVIOUS_SECRET)
        self._states.set_previous_secret_ends(integration_id, None)


def _with_settings(config: Integration, settings: WebhookSettings) -> Integration:
    """Return the configuration with these settings, checked as a whole; raise ConfigurationError for a misfit."""
    written = config.to_json() | {"webhook": settings.model_dump(mode="json", by_alias=True)}
    return read_integration(written).integration


def _is_ahead(moment: datetime | None) -> bool:
    return moment is not None and moment > utc_now()


def _advice(stored: StoredIntegration, *, listener: bool, kept: bool, usable: bool) -> list[tuple[Lack, str]]:
    found: list[tuple[Lack, str]] = []
    if not stored.config.enabled:
        said = f"{stored.name} is switched off, so every delivery is refused. Switch it on."
        found.append((Lack.SWITCHED_OFF, said))
    if not kept:
        said = "There is no webhook secret yet, so every delivery is refused. Make one and give it to the sender."
        found.append((Lack.NO_SECRET, said))
    elif not usable:
        said = (
            "The webhook secret that is kept does not fit this scheme, so every delivery is refused. Make a new one "
            "and give it to the sender."
        )
        found.append((Lack.SECRET_MISFIT, said))
    if not listener:
        said = "Nothing listens for deliveries now. Open the window, or run: hub-desktop serve"
        found.append((Lack.NO_LISTENER, said))
    return found
