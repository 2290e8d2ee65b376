"""Signing in to an upstream as a person does, and out again; the tokens stay in the vault."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.events import IntegrationsChanged
from hub_desktop.core.integration import Integration
from hub_desktop.core.network import Way
from hub_desktop.core.roles import UseCase
from hub_desktop.core.sign_in import GRANT_LABELS, Grant, OAuthSettings
from hub_desktop.core.token_set import TokenSet
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.kept_tokens import KeptTokens
from hub_desktop.hub.proofs import Proofs
from hub_desktop.store.bookmarks import BookmarkStore
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.integrations import IntegrationStore, StoredIntegration
from hub_desktop.store.secrets import SecretStore

if TYPE_CHECKING:
    from hub_desktop.upstream.browser_sign_in import OpenBrowser
    from hub_desktop.upstream.device_sign_in import ShowCode
    from hub_desktop.upstream.wire import Wire


class SignIns:
    """The use cases of a person's sign-in; `sign_in` works on the caller's thread until the person is done."""

    def __init__(
        self,
        gate: Gate,
        integrations: IntegrationStore,
        secrets: SecretStore,
        folder: DataFolder,
        *,
        bookmarks: BookmarkStore,
        proofs: Proofs,
        events: EventStream,
        way: Callable[[], Way],
    ) -> None:
        self._gate = gate
        self._integrations = integrations
        self._secrets = secrets
        self._folder = folder
        self._bookmarks = bookmarks
        self._proofs = proofs
        self._events = events
        self._way = way

    def sign_in(
        self,
        actor: Actor,
        integration_id: int,
        *,
        open_browser: "OpenBrowser",
        show_code: "ShowCode",
        cancel: threading.Event,
    ) -> None:
        """Let a person sign in and keep the tokens; at most 5 minutes in the browser, 30 with a code.

        Both callables are called on this thread and return without waiting. Raises SignInError where a person
        declined, did not come back or lacks a secret, ConfigurationError for what must be changed, TransientError for
        what passes by itself, and CancelledError within a moment of `cancel`.
        """
        from hub_desktop.upstream.wire import Wire

        with self._gate.use(actor, UseCase.CONNECT, f"integration {integration_id}") as act:
            stored = self._gate.integration(actor, integration_id, act)
            settings = _interactive(stored.config)
            act.detail = GRANT_LABELS[settings.grant]
            client_secret = self._client_secret(stored, settings)
            with Wire(stored.name, way=self._way()) as wire:
                tokens = _signed_in(
                    stored.config,
                    settings,
                    client_secret,
                    wire,
                    open_browser=open_browser,
                    show_code=show_code,
                    cancel=cancel,
                )
            keeper = self._keeper(stored)
            with keeper.alone(cancel):
                keeper.save(tokens)
            # Whoever signed in may see what the one before did not, and may not see what that one did.
            self._bookmarks.forget(integration_id)
            self._proofs.forget(integration_id)
            self._integrations.reconnected(integration_id)
        self._events.emit(IntegrationsChanged(integration_id))

    def sign_out(self, actor: Actor, integration_id: int, *, cancel: threading.Event | None = None) -> None:
        """Forget the tokens of a person's sign-in; nothing is read any more until somebody signs in again."""
        with self._gate.use(actor, UseCase.DISCONNECT, f"integration {integration_id}") as act:
            stored = self._gate.integration(actor, integration_id, act)
            _interactive(stored.config)
            keeper = self._keeper(stored)
            # Alone, so that no run puts renewed ones in their place just afterwards.
            with keeper.alone(cancel or threading.Event()):
                keeper.forget()
            self._proofs.forget(integration_id)
        self._events.emit(IntegrationsChanged(integration_id))

    def _keeper(self, stored: StoredIntegration) -> KeptTokens:
        return KeptTokens(
            stored.integration_id,
            stored.config,
            integrations=self._integrations,
            secrets=self._secrets,
            folder=self._folder,
        )

    def _client_secret(self, stored: StoredIntegration, settings: OAuthSettings) -> str:
        if settings.client_auth == "none":
            return ""
        kept = self._secrets.get(stored.integration_id, "clientSecret")
        if not kept:
            raise ConfigurationError(
                f"{stored.name} has no client secret yet. Enter it, then sign in.",
                "secret clientSecret is not in the vault",
                field="clientSecret",
            )
        return kept


def _interactive(config: Integration) -> OAuthSettings:
    if config.oauth is not None and config.signed_in_by_person():
        return config.oauth
    raise ConfigurationError(
        f"{config.name} is signed in to by the program itself, with what was entered. There is nothing for a person to "
        "do.",
        "the sign-in is not OAuth 2.0 with an interactive grant",
        field="authType",
    )


def _signed_in(
    config: Integration,
    settings: OAuthSettings,
    client_secret: str,
    wire: "Wire",
    *,
    open_browser: "OpenBrowser",
    show_code: "ShowCode",
    cancel: threading.Event,
) -> TokenSet:
    if settings.grant is Grant.DEVICE_CODE:
        from hub_desktop.upstream.device_sign_in import sign_in_with_code

        return sign_in_with_code(config, settings, client_secret, wire, show_code=show_code, cancel=cancel)
    from hub_desktop.upstream.browser_sign_in import sign_in_with_browser

    return sign_in_with_browser(config, settings, client_secret, wire, open_browser=open_browser, cancel=cancel)
