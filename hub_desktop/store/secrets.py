"""The secrets of integrations: in the vault, or sealed in hub.db where they are too long for it."""

import os
import threading

import sqlalchemy as sa
from cryptography.exceptions import InvalidTag
from sqlalchemy.dialects.sqlite import insert

from hub_desktop.core.errors import VaultError
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.token_set import texts_to_mask
from hub_desktop.store.engine import writing
from hub_desktop.store.tables import sealed_secrets
from hub_desktop.store.vault import MOST_CHARACTERS, Vault, seal, unseal

_SEALING_KEY = "sealing-key"
_SEALED = "sealed:"
_MOST_REMEMBERED = 12
"""Texts of one secret that are masked. Tokens are renewed hourly for months, and old ones have long ended."""


class SecretStore:
    """Keeps secrets by integration and name, and knows how to mask every one it has touched."""

    def __init__(self, vault: Vault, engine: sa.Engine) -> None:
        self._vault = vault
        self._engine = engine
        self._writing = writing(engine)
        self._lock = threading.Lock()
        self._known: dict[str, tuple[str, ...]] = {}
        self._redactor = Redactor()

    @property
    def redactor(self) -> Redactor:
        """Masks every secret that was kept or fetched since the start, of one that changes often the newest values."""
        return self._redactor

    def get(self, integration_id: int, name: str) -> str | None:
        """Return the secret, or None; raise VaultError when the vault cannot be read."""
        item = item_name(integration_id, name)
        value = self._vault.get(item)
        if value is not None and value.startswith(_SEALED):
            value = self._unseal(item)
        if value is not None:
            self._learn(item, texts_to_mask(name, value))
        return value

    def set(self, integration_id: int, name: str, value: str) -> None:
        """Keep the secret."""
        item = item_name(integration_id, name)
        self._learn(item, texts_to_mask(name, value))
        # Counted as Windows counts: a sign outside the first 65,536 takes the room of two.
        if len(value.encode("utf-16-le")) // 2 <= MOST_CHARACTERS and not value.startswith(_SEALED):
            self._vault.set(item, value)
            self._drop_sealed(item)
            return
        sealed = seal(self._sealing_key(), item, value)
        with self._writing.begin() as connection:
            kept = insert(sealed_secrets).values(name=item, sealed=sealed)
            connection.execute(kept.on_conflict_do_update(index_elements=["name"], set_={"sealed": sealed}))
        self._vault.set(item, _SEALED)

    def delete(self, integration_id: int, name: str) -> None:
        """Forget the secret, if there is one."""
        item = item_name(integration_id, name)
        self._vault.delete(item)
        self._drop_sealed(item)

    def _drop_sealed(self, item: str) -> None:
        with self._writing.begin() as connection:
            connection.execute(sa.delete(sealed_secrets).where(sealed_secrets.c.name == item))

    def _learn(self, item: str, texts: tuple[str, ...]) -> None:
        with self._lock:
            known = self._known.get(item, ())
            # The newest last, so that a token which stays in force while others are renewed is never let go of.
            kept = (*(text for text in known if text not in texts), *texts)[-_MOST_REMEMBERED:]
            self._known[item] = kept
            if set(known) <= set(kept):
                self._redactor = self._redactor.with_secrets(kept)
            else:
                self._redactor = Redactor(text for texts in self._known.values() for text in texts)

    def _sealing_key(self) -> bytes:
        with self._lock:
            key = self._vault.get(_SEALING_KEY)
            if key is None:
                self._vault.set(_SEALING_KEY, os.urandom(32).hex())
                # Read back, in case another process has just kept one too.
                key = self._vault.get(_SEALING_KEY) or ""
        return bytes.fromhex(key)

    def _unseal(self, item: str) -> str:
        with self._engine.connect() as connection:
            sealed = connection.execute(
                sa.select(sealed_secrets.c.sealed).where(sealed_secrets.c.name == item)
            ).scalar()
        # Never made here: a new key would not open it, and would take the place of one that is only out of reach.
        key = self._vault.get(_SEALING_KEY)
        try:
            if sealed is not None and key is not None:
                return unseal(bytes.fromhex(key), item, sealed)
        except (InvalidTag, ValueError):
            pass
        raise VaultError("A stored password can no longer be read. Enter it again.", f"{item} cannot be unsealed")


def item_name(integration_id: int, name: str) -> str:
    """Return under what name the vault holds a secret of an integration."""
    return f"integration/{integration_id}/{name}"
