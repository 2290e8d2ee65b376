"""The tokens of a person's sign-in to an upstream, in the vault; one process at a time renews them."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from filelock import Timeout
from msgspec.structs import replace

from hub_desktop.core.errors import CancelledError, SignInError, TransientError
from hub_desktop.core.integration import Integration
from hub_desktop.core.sign_in import OAUTH_TOKENS
from hub_desktop.core.token_set import TokenSet, destination
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.integrations import IntegrationStore, StoredIntegration
from hub_desktop.store.secrets import SecretStore

_TICK_SECONDS = 0.1
_LONGEST_WAIT_SECONDS = 90.0
"""Longer than one request for a token may take."""


class KeptTokens:
    """The tokens of one integration, as configured by `config`; those issued for other places do not exist here."""

    def __init__(
        self,
        integration_id: int,
        config: Integration,
        *,
        integrations: IntegrationStore,
        secrets: SecretStore,
        folder: DataFolder,
    ) -> None:
        self._integration_id = integration_id
        self._name = config.name
        self._destination = destination(config)
        self._integrations = integrations
        self._secrets = secrets
        self._folder = folder

    def load(self) -> TokenSet | None:
        """Return what is kept, None where nobody has signed in to the places now configured."""
        text = self._secrets.get(self._integration_id, OAUTH_TOKENS)
        tokens = TokenSet.from_text(text) if text is not None else None
        # A token is for the place whose sign-in page a person saw, whatever was edited since.
        return tokens if tokens is not None and tokens.issued_for == self._destination else None

    def save(self, tokens: TokenSet) -> None:
        """Keep these instead; raise SignInError where the integration was moved or deleted meanwhile."""
        stored = self._integrations.get(self._integration_id)
        if destination(stored.config) != self._destination:
            raise SignInError(
                f"The address of {self._name} was changed meanwhile. Sign in to it again.",
                "the tokens are for another destination than the one now configured, and were not kept",
            )
        text = replace(tokens, issued_for=self._destination).to_text()
        self._secrets.set(self._integration_id, OAUTH_TOKENS, text)

    def forget(self) -> None:
        """Keep nothing any more."""
        self._secrets.delete(self._integration_id, OAUTH_TOKENS)

    @contextmanager
    def alone(self, cancel: threading.Event) -> Iterator[None]:
        """Keep every other thread and process from renewing or replacing the tokens meanwhile.

        Raises CancelledError within a moment of `cancel`, and TransientError when another does not come to an end.
        """
        lock = self._folder.token_lock(self._integration_id)
        ends = time.monotonic() + _LONGEST_WAIT_SECONDS
        while True:
            try:
                lock.acquire(timeout=_TICK_SECONDS)
                break
            except Timeout:
                if cancel.is_set():
                    raise CancelledError(f"The sign-in to {self._name} was stopped.") from None
                if time.monotonic() > ends:
                    raise TransientError(
                        f"Another window is renewing the sign-in to {self._name} and does not finish. It is tried "
                        "again by itself.",
                        f"{lock.lock_file} is held",
                    ) from None
        try:
            yield
        finally:
            lock.release()


def typed_secrets(secrets: SecretStore, stored: StoredIntegration) -> dict[str, str]:
    """Return the secrets of an integration that a person typed, as far as they were entered.

    The tokens of a person's sign-in come through their keeper, which knows where they may be sent.
    """
    found = {name: secrets.get(stored.integration_id, name) for name in stored.config.typed_secrets()}
    return {name: value for name, value in found.items() if value is not None}
