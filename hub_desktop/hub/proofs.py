"""What was proved of the integrations as they are configured now: a test passed, records could be taken in.

A proof is kept with the fingerprint of what it was about, so that changing an address or a mapping makes it void by
itself; other credentials take it back.
"""

import hashlib
import json
import os
import threading
from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from hub_desktop.core.checklist import FIRST_SYNCS
from hub_desktop.core.integration import Integration
from hub_desktop.core.runs import Run
from hub_desktop.core.times import to_text, utc_now
from hub_desktop.store.settings import SettingStore


class Proof(Struct, frozen=True):
    """What holds of a configuration."""

    tested: bool = False
    seen_good: frozenset[str] = frozenset()
    """Endpoints of which a look at real records found some that can be taken in."""


class Proofs:
    """Keeps them, one setting an integration."""

    def __init__(self, settings: SettingStore) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._unsaved = ""
        """Stands for what was tested last before it was saved, and with which secrets."""
        self._salt = os.urandom(16)

    def of(self, integration_id: int, config: Integration) -> Proof:
        """Return what was proved of the integration as it is configured now."""
        kept = self._settings.get(_key(integration_id))
        if not isinstance(kept, dict) or kept.get("fingerprint") != _fingerprint(config):
            return Proof()
        return Proof(bool(kept.get("testedAt")), frozenset(kept.get("seenGood", ())) & set(config.endpoints))

    def test_passed(self, integration_id: int, config: Integration) -> None:
        """Remember that the whole of a stored integration was tested, and all was well."""
        with self._lock:
            self._keep(integration_id, config, tested=True, seen_good=self.of(integration_id, config).seen_good)

    def unsaved_test_passed(self, config: Integration, secrets: Mapping[str, str]) -> None:
        """Remember until the next one that this was tested; it counts once exactly this is saved."""
        with self._lock:
            self._unsaved = self._mark(config, secrets)

    def saved(self, integration_id: int, config: Integration, secrets: Mapping[str, str]) -> None:
        """Count what was tested before it was saved, if it was this."""
        with self._lock:
            if self._unsaved and self._unsaved == self._mark(config, secrets):
                self._unsaved = ""
                self._keep(integration_id, config, tested=True, seen_good=())

    def looked(self, integration_id: int, config: Integration, run: Run) -> None:
        """Remember what a look at what a sync would bring has proved."""
        good = _taken_in(run)
        with self._lock:
            before = self.of(integration_id, config)
            wanted = {name for name, endpoint in config.endpoints.items() if endpoint.enabled}
            whole = run.problem is None and wanted <= set(run.endpoints)
            if good - before.seen_good or (whole and not before.tested):
                self._keep(integration_id, config, tested=whole or before.tested, seen_good=before.seen_good | good)

    def synced(self, integration_id: int, config: Integration, run: Run, polled: Collection[str]) -> None:
        """Remember what a sync that went well has proved by asking the upstream for the endpoints `polled`."""
        good = _taken_in(run) & set(polled)
        with self._lock:
            before = self.of(integration_id, config)
            if good - before.seen_good or not before.tested:
                self._keep(integration_id, config, tested=True, seen_good=before.seen_good | good)

    def good_syncs(self, integration_id: int) -> int | None:
        """Return how many syncs that asked the upstream went well, `FIRST_SYNCS` at most; None where nobody counted."""
        kept = self._settings.get(_count_key(integration_id))
        return kept if isinstance(kept, int) else None

    def count_good_syncs(self, integration_id: int, number: int) -> None:
        """Remember how many syncs that asked the upstream went well; more than `FIRST_SYNCS` are not told apart."""
        self._settings.set(_count_key(integration_id), min(number, FIRST_SYNCS))

    def forget(self, integration_id: int) -> None:
        """Take back what was proved, for it may be otherwise with other credentials."""
        with self._lock:
            if self._settings.get(_key(integration_id)) is not None:
                self._settings.set(_key(integration_id), None)

    def _keep(self, integration_id: int, config: Integration, *, tested: bool, seen_good: Iterable[str]) -> None:
        kept = {
            "fingerprint": _fingerprint(config),
            "testedAt": to_text(utc_now()) if tested else "",
            "seenGood": sorted(seen_good),
        }
        self._settings.set(_key(integration_id), kept)

    def _mark(self, config: Integration, secrets: Mapping[str, str]) -> str:
        # Salted anew in each process and never stored, so that it tells nothing of a secret.
        whole = json.dumps([_fingerprint(config), sorted(secrets.items())])
        return hashlib.blake2b(whole.encode(), key=self._salt).hexdigest()


def _key(integration_id: int) -> str:
    return f"proof.{integration_id}"


def _count_key(integration_id: int) -> str:
    return f"good-syncs.{integration_id}"


def _taken_in(run: Run) -> set[str]:
    """Return the endpoints that brought records which could be taken in."""
    return {
        name
        for name, outcome in run.endpoints.items()
        if outcome.problem is None and outcome.counts.added + outcome.counts.changed + outcome.counts.unchanged
    }


def _fingerprint(config: Integration) -> str:
    signed_in = {name: value for name, value in config.written().items() if name in _SIGN_IN}
    whole = [signed_in, {name: config.fingerprint(name) for name in sorted(config.endpoints)}]
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()[:32]


_SIGN_IN = frozenset({"authType", "apiKeyIn", "bearerPrefix", "username", "oauth", "oauth1", "session"})
