"""The way to the systems of the college: which proxy, whose certificates, and whether it leads there."""

import logging
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import ConfigurationError, VaultError
from hub_desktop.core.events import NetworkChanged
from hub_desktop.core.network import NetworkSettings, ProxyUse, Way, way_of
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.storage import require_all_colleges
from hub_desktop.hub.written_settings import changed_settings, what_changed
from hub_desktop.store.certificate_files import check_authorities
from hub_desktop.store.secrets import SecretStore
from hub_desktop.store.settings import SettingStore

if TYPE_CHECKING:
    from hub_desktop.upstream.report import Check

NETWORK = "network"
OWN_NUMBER = 0
"""Stands for the program itself where secrets are kept by the number of an integration."""
PROXY_PASSWORD = "proxyPassword"  # noqa: S105 - the name of a secret
_log = logging.getLogger(__name__)


class NetworkView(Struct, frozen=True):
    """The settings, and whether a password of the proxy is kept; None where the keyring does not say."""

    settings: NetworkSettings
    password_kept: bool | None


class Network:
    """The use cases of the network settings, which hold for every system."""

    def __init__(self, gate: Gate, settings: SettingStore, secrets: SecretStore, events: EventStream) -> None:
        self._gate = gate
        self._settings = settings
        self._secrets = secrets
        self._events = events

    def settings(self) -> NetworkSettings:
        """Return the settings, which are nobody's secret."""
        return NetworkSettings.model_validate(self._settings.get(NETWORK, {}))

    def way(self) -> Way:
        """Return the way as the client needs it; raise VaultError where the password cannot be read."""
        settings = self.settings()
        return way_of(settings, self._password(settings))

    def view(self, actor: Actor) -> NetworkView:
        """Return the settings as they are shown."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, NETWORK):
            settings = self.settings()
            try:
                kept: bool | None = bool(self._password(settings))
            except VaultError as error:
                # Whoever cannot open the keyring may want to go another way because of that.
                _log.warning("whether a password of the proxy is kept is not known: %s", error.detail)
                kept = None
            return NetworkView(settings, kept)

    def change(self, actor: Actor, written: Mapping[str, Any], *, password: str | None = None) -> NetworkView:
        """Change settings by name (camelCase), those not given stay; the next request of every system goes by them.

        `password` is that of the proxy and goes to the vault; the empty string forgets it, and so does a proxy that
        asks for no user name any more. Raises VaultError with the settings as they were, and ConfigurationError, naming
        the field, for an address that is none, a file that holds no certificates, or a password that is missing
        although the proxy it was kept for is another one now.
        """
        with self._gate.use(actor, UseCase.CHANGE_SETTINGS, NETWORK) as act:
            require_all_colleges(actor)
            before = self.settings()
            wanted = self._checked(before, written, password)
            if password is None and before.user and not wanted.user:
                password = ""
            # All that the vault may refuse comes first.
            if password:
                self._secrets.set(OWN_NUMBER, PROXY_PASSWORD, password)
            elif password is not None:
                self._secrets.delete(OWN_NUMBER, PROXY_PASSWORD)
            view = NetworkView(wanted, bool(self._password(wanted)))
            self._settings.set(NETWORK, wanted.written())
            act.detail = _for_the_audit(what_changed(before, wanted) if wanted != before else "", password)
        self._events.emit(NetworkChanged())
        return view

    def test(
        self,
        actor: Actor,
        integration_id: int,
        written: Mapping[str, Any] | None = None,
        *,
        password: str | None = None,
        cancel: threading.Event | None = None,
    ) -> "list[Check]":
        """Return, step by step in words, whether a system is reached, also with settings that are not saved yet.

        Nothing of the integration is sent. Raises ConfigurationError for settings that cannot be.
        """
        from hub_desktop.upstream.network_checks import examine_way

        with self._gate.use(actor, UseCase.TEST, f"integration {integration_id}") as act:
            stored = self._gate.integration(actor, integration_id, act)
            if stored.config.reads_files or stored.config.fed_by_devices:
                raise ConfigurationError(f"{stored.name} is not reached over the network. Choose another system.")
            before = self.settings()
            wanted = self._checked(before, written or {}, password)
            way = way_of(wanted, self._password(wanted) if password is None else password)
            checks = examine_way(stored.config, way, cancel or threading.Event())
            act.detail = "the way to it leads there" if all(c.ok is not False for c in checks) else "no way leads to it"
            return checks

    def _checked(self, before: NetworkSettings, written: Mapping[str, Any], password: str | None) -> NetworkSettings:
        wanted = changed_settings(before, written, "The network")
        if wanted.ca_file:
            if not Path(wanted.ca_file).is_absolute():
                raise ConfigurationError(
                    f"“{wanted.ca_file}” can be found from one folder only. Give the whole path of the file.",
                    field="caFile",
                )
            check_authorities(Path(wanted.ca_file))
        elsewhere = (before.address, before.user) != (wanted.address, wanted.user)
        # Also while it is not used: it would be as soon as somebody switches back to it.
        if elsewhere and wanted.user and password is None and self._kept():
            raise ConfigurationError(
                "The proxy was changed. Enter its password again, so that it is not sent to another place by mistake.",
                field="password",
            )
        return wanted

    def _kept(self) -> str:
        return self._secrets.get(OWN_NUMBER, PROXY_PASSWORD) or ""

    def _password(self, settings: NetworkSettings) -> str:
        # Only where it is needed: a locked keyring must not keep those waiting who go through no proxy.
        return self._kept() if settings.proxy is ProxyUse.OWN and settings.user else ""


def _for_the_audit(changed: str, password: str | None) -> str:
    """Return what was changed, with what became of the password and without it."""
    secret = "" if password is None else "password of the proxy: changed" if password else "password of the proxy: none"
    return ", ".join(filter(None, (changed, secret))) or "as it was"
