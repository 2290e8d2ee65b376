"""Integrations: adding, editing, switching, deleting, exporting, and their secrets."""

import json
import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import ConfigurationError, HubError, NotFoundError, Remedy
from hub_desktop.core.events import IntegrationsChanged
from hub_desktop.core.integration import (
    HEADER_SECRET_PREFIX,
    Integration,
    Submitted,
    check_secret,
    read_integration,
    sends_elsewhere,
)
from hub_desktop.core.offers import Offer, with_offers
from hub_desktop.core.redaction import MASK
from hub_desktop.core.roles import UseCase
from hub_desktop.core.sign_in import OAUTH_TOKENS, SECRET_LABELS
from hub_desktop.core.token_set import destination
from hub_desktop.core.words import did_you_mean, listed
from hub_desktop.hub.doors import PREVIOUS_SECRET, WEBHOOK_SECRET
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.proofs import Proofs
from hub_desktop.hub.written_files import written_file
from hub_desktop.store.bookmarks import BookmarkStore
from hub_desktop.store.integrations import CollegeStore, IntegrationStore, StoredIntegration, changed_meanwhile
from hub_desktop.store.secrets import SecretStore
from hub_desktop.store.webhook_states import WebhookStateStore

_log = logging.getLogger(__name__)


class ShownIntegration(Struct, frozen=True):
    """An integration with its configuration as it may be shown."""

    stored: StoredIntegration
    written: dict[str, Any]


class Integrations:
    """The use cases of configuring. Secrets go to the vault on the way in and never come out."""

    def __init__(
        self,
        gate: Gate,
        integrations: IntegrationStore,
        colleges: CollegeStore,
        secrets: SecretStore,
        *,
        bookmarks: BookmarkStore,
        webhook_states: WebhookStateStore,
        proofs: Proofs,
        events: EventStream,
    ) -> None:
        self._gate = gate
        self._integrations = integrations
        self._colleges = colleges
        self._secrets = secrets
        self._bookmarks = bookmarks
        self._webhook_states = webhook_states
        self._proofs = proofs
        self._events = events

    def add(self, actor: Actor, submitted: Submitted, *, college_id: int | None = None) -> StoredIntegration:
        """Store a new integration with its secrets, for the actor's college where none is named."""
        with self._gate.use(actor, UseCase.ADD_INTEGRATION, submitted.integration.name) as act:
            act.college_id = self._college(actor, college_id)
            stored = self._integrations.add(submitted.integration, act.college_id)
            try:
                self._keep(stored.integration_id, submitted.secrets)
            except BaseException:
                # Without its secrets it would only be a red card that nobody asked for.
                self._integrations.delete(stored.integration_id)
                self._forget(stored.integration_id, set(submitted.secrets))
                raise
            self._proofs.count_good_syncs(stored.integration_id, 0)
            self._proofs.saved(stored.integration_id, stored.config, submitted.secrets)
            act.detail = _kept(submitted.secrets)
        self._events.emit(IntegrationsChanged(stored.integration_id))
        return stored

    def edit(
        self, actor: Actor, integration_id: int, submitted: Submitted, *, seen: datetime | None = None
    ) -> StoredIntegration:
        """Replace the configuration; secrets that are not given stay as they are.

        With `seen`, the time of its last change as the editor knows it, a change made meanwhile is not lost: then
        ChangedMeanwhileError is raised and nothing is done.

        An edited address must come with its secrets again: a stored one is never sent to a place it was not meant for.
        For the same reason a person signs in anew where the sign-in itself, or the client it is for, was changed.
        """
        return self._edit(actor, integration_id, lambda _: submitted, seen)

    def accept(self, actor: Actor, integration_id: int, offers: Sequence[Offer]) -> StoredIntegration:
        """Make the changes that a test offered; it is an edit like any other."""
        return self._edit(
            actor, integration_id, lambda before: read_integration(with_offers(before.config.to_json(), offers))
        )

    def _edit(
        self,
        actor: Actor,
        integration_id: int,
        made: Callable[[StoredIntegration], Submitted],
        seen: datetime | None = None,
    ) -> StoredIntegration:
        with self._gate.use(actor, UseCase.EDIT_INTEGRATION, f"integration {integration_id}") as act:
            before = self._gate.integration(actor, integration_id, act)
            if seen is not None and before.updated_at != seen:
                # Told before a secret is touched; the store looks once more in the moment of writing.
                raise changed_meanwhile()
            submitted = made(before)
            moved = sends_elsewhere(before.config, submitted.integration)
            missing = [n for n in submitted.integration.typed_secrets() if n not in submitted.secrets]
            if moved and missing and self._has_any(before):
                raise ConfigurationError(
                    "The address was changed. Enter the password or key again, so that it is not sent to a new place "
                    "by mistake.",
                    f"missing with a new baseUrl: {listed(missing)}",
                    field=missing[0],
                )
            kept = {name: self._secrets.get(integration_id, name) for name in submitted.secrets}
            try:
                # The vault first: it is what may refuse, and nothing else is changed then.
                for name, value in submitted.secrets.items():
                    self._secrets.set(integration_id, name, value)
                stored = self._integrations.change(integration_id, submitted.integration, seen=seen)
            except BaseException:
                self._put_back(integration_id, kept)
                raise
            gone = set(before.config.secret_names()) - set(stored.config.secret_names())
            if destination(before.config) != destination(stored.config):
                gone |= {OAUTH_TOKENS} & set(before.config.secret_names())
            self._forget(integration_id, gone)
            if submitted.secrets.items() - kept.items():
                self._begin_anew(integration_id, submitted.secrets)
            self._proofs.saved(integration_id, stored.config, submitted.secrets)
            act.detail = _kept(submitted.secrets)
        self._events.emit(IntegrationsChanged(integration_id))
        return stored

    def set_enabled(
        self, actor: Actor, integration_id: int, enabled: bool, *, seen: datetime | None = None
    ) -> StoredIntegration:
        """Switch the integration on or off; `seen` as for `edit`."""
        with self._gate.use(actor, UseCase.TOGGLE_INTEGRATION, f"integration {integration_id}") as act:
            self._gate.integration(actor, integration_id, act)
            stored = self._integrations.set_enabled(integration_id, enabled, seen=seen)
            act.detail = "on" if enabled else "off"
        self._events.emit(IntegrationsChanged(integration_id))
        return stored

    def delete(self, actor: Actor, integration_id: int, *, seen: datetime | None = None) -> None:
        """Forget the configuration and its secrets; the records it brought stay. `seen` as for `edit`."""
        with self._gate.use(actor, UseCase.DELETE_INTEGRATION, f"integration {integration_id}") as act:
            stored = self._gate.integration(actor, integration_id, act)
            self._integrations.delete(integration_id, seen=seen)
            # Afterwards, for a locked keyring must not keep an integration alive, least of all one without secrets.
            if not self._forget(integration_id, {*stored.config.secret_names(), PREVIOUS_SECRET}):
                act.detail = "the keyring did not forget its secrets"
        self._events.emit(IntegrationsChanged(integration_id))

    def set_secret(self, actor: Actor, integration_id: int, name: str, value: str) -> None:
        """Keep one secret; raise ConfigurationError when the integration has no such field or it is unusable."""
        with self._gate.use(actor, UseCase.SET_SECRET, f"integration {integration_id}") as act:
            stored = self._gate.integration(actor, integration_id, act)
            allowed = stored.config.secret_names()
            if name not in allowed:
                raise ConfigurationError(
                    f"{stored.name} has no secret “{name}”.{did_you_mean(name, allowed)} It has {listed(allowed)}.",
                    field=name,
                )
            if name == OAUTH_TOKENS:
                raise ConfigurationError(
                    f"{stored.name} gets its tokens when a person signs in to it; they are not typed. Sign in to it.",
                    "the tokens of an interactive grant are never set by hand",
                    field=name,
                    remedy=Remedy.SIGN_IN_AGAIN,
                )
            if name.startswith(HEADER_SECRET_PREFIX):
                check_secret(name, value)
                checked = {name: value} if value else {}
            else:
                checked = read_integration({**stored.config.to_json(), name: value}).secrets
            if not checked:
                raise ConfigurationError("The secret is empty. Nothing was changed.", field=name)
            before = {known: self._secrets.get(integration_id, known) for known in checked}
            self._keep(integration_id, checked)
            if before != checked:
                self._begin_anew(integration_id, checked)
            if WEBHOOK_SECRET in checked:
                self._webhook_states.secret_changed(integration_id)
            act.detail = _kept(checked)
        self._events.emit(IntegrationsChanged(integration_id))

    def secrets_kept(self, actor: Actor, integration_id: int) -> dict[str, bool]:
        """Return which of its secrets are kept, by name; never what they are."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, f"integration {integration_id}") as act:
            stored = self._gate.integration(actor, integration_id, act)
            return {name: self._secrets.get(integration_id, name) is not None for name in stored.config.secret_names()}

    def find(self, actor: Actor, name: str) -> StoredIntegration:
        """Return the integration of this name (without case) or number; raise NotFoundError naming a near one."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, name):
            mine = [stored for stored in self._integrations.all() if actor.may_see(stored.college_id)]
            found = [stored for stored in mine if stored.name.casefold() == name.casefold()]
            found = found or [stored for stored in mine if str(stored.integration_id) == name]
            if not found:
                near = did_you_mean(name, [stored.name for stored in mine])
                raise NotFoundError(f"There is no integration called “{name}”.{near}")
            if len(found) > 1:
                raise ConfigurationError(f"Several colleges have an integration called “{name}”. Use its number.")
            return found[0]

    def get(self, actor: Actor, integration_id: int) -> StoredIntegration:
        """Return the integration; raise NotFoundError when it does not exist for this actor."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, f"integration {integration_id}") as act:
            return self._gate.integration(actor, integration_id, act)

    def shown(self, actor: Actor, integration_id: int) -> ShownIntegration:
        """Return an integration with the JSON of its configuration, in which a secret that is kept shows as ••••."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, f"integration {integration_id}") as act:
            stored = self._gate.integration(actor, integration_id, act)
            return ShownIntegration(stored, self._exported(stored))

    def all_shown(self, actor: Actor) -> list[ShownIntegration]:
        """Return all integrations this actor may see, by name, as `shown` does."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, "integrations"):
            mine = [stored for stored in self._integrations.all() if actor.may_see(stored.college_id)]
            return [ShownIntegration(stored, self._exported(stored)) for stored in mine]

    def export(self, actor: Actor, integration_ids: list[int] | None = None) -> list[dict[str, Any]]:
        """Return integrations in the seed's JSON shape; a secret that is kept shows as ••••."""
        with self._gate.use(actor, UseCase.EXPORT_INTEGRATIONS, "integrations") as act:
            if integration_ids is None:
                chosen = [stored for stored in self._integrations.all() if actor.may_see(stored.college_id)]
            else:
                chosen = [self._gate.integration(actor, number, act) for number in integration_ids]
            act.subject = listed([stored.name for stored in chosen]) or "nothing"
            return [self._exported(stored) for stored in chosen]

    def export_to(self, actor: Actor, file: Path, integration_ids: list[int] | None = None) -> int:
        """Write what `export` returns to a file for its owner only; return how many integrations it holds."""
        exported = self.export(actor, integration_ids)
        with written_file(file) as out:
            json.dump(exported, out, ensure_ascii=False, indent=2)
            out.write("\n")
        return len(exported)

    def _exported(self, stored: StoredIntegration) -> dict[str, Any]:
        written = stored.config.to_json()
        for name in stored.config.secret_names():
            if name in SECRET_LABELS and self._secrets.get(stored.integration_id, name) is not None:
                written[name] = MASK
        return written

    def _college(self, actor: Actor, college_id: int | None) -> int:
        if college_id is None:
            college_id = min(actor.college_ids) if actor.college_ids else self._colleges.default()
        if not actor.may_see(college_id) or college_id not in self._colleges.all():
            raise NotFoundError(f"There is no college {college_id}.")
        return college_id

    def _keep(self, integration_id: int, given: Mapping[str, str]) -> None:
        for name, value in given.items():
            self._secrets.set(integration_id, name, value)
        if given:
            self._integrations.reconnected(integration_id)

    def _begin_anew(self, integration_id: int, changed: Collection[str]) -> None:
        """Let all be read again with other credentials, which may see what the ones before did not."""
        if set(changed) - {WEBHOOK_SECRET}:
            self._bookmarks.forget(integration_id)
            self._proofs.forget(integration_id)

    def _put_back(self, integration_id: int, kept: Mapping[str, str | None]) -> None:
        """Keep the secrets again that were there before, as far as the vault lets us."""
        for name, value in kept.items():
            try:
                if value is None:
                    self._secrets.delete(integration_id, name)
                else:
                    self._secrets.set(integration_id, name, value)
            except HubError as error:
                _log.warning("%s of integration %d was not put back: %s", name, integration_id, error.detail)

    def _forget(self, integration_id: int, names: set[str]) -> bool:
        """Forget secrets that nothing uses any more; return False when the vault kept one."""
        forgotten = True
        for name in names:
            try:
                self._secrets.delete(integration_id, name)
            except HubError as error:
                forgotten = False
                _log.warning("%s of integration %d was not forgotten: %s", name, integration_id, error.detail)
        return forgotten

    def _has_any(self, stored: StoredIntegration) -> bool:
        return any(self._secrets.get(stored.integration_id, n) is not None for n in stored.config.typed_secrets())


def _kept(secrets: Mapping[str, str]) -> str:
    return f"secrets kept: {listed(sorted(secrets))}" if secrets else ""


def as_disabled(submitted: Submitted) -> Submitted:
    """Return an integration from outside as it arrives: switched off, until a person has looked at it."""
    config: Integration = submitted.integration.model_copy(update={"enabled": False})
    return Submitted(config, submitted.secrets)
