"""The listener: where and how it listens, set by a person, and what became of it."""

import errno
import ipaddress
import socket
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct, field
from msgspec.structs import asdict

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import ConfigurationError, HubError, NotAllowedError, PortTakenError
from hub_desktop.core.events import ListenerChanged
from hub_desktop.core.findings import HealthFinding
from hub_desktop.core.listener_settings import EVERYWHERE, ListenerSettings
from hub_desktop.core.roles import UseCase
from hub_desktop.core.times import from_text, to_text, utc_now
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.self_test import Listener
from hub_desktop.hub.written_settings import changed_settings, what_changed
from hub_desktop.store.certificate_files import CertificateFacts, TlsFiles, read_certificate
from hub_desktop.store.secrets import SecretStore
from hub_desktop.store.settings import SettingStore

LISTENER = "listener"
"""The setting that holds them."""

ALL_COLLEGES = "This concerns all colleges. Ask a colleague whose account is for all of them."
"""Why somebody of some colleges may not change them."""

_STATE = "listener-state"
_OWN = 0
"""Stands for the program itself where secrets are kept by the number of an integration."""
_KEY_PASSWORD = "keyPassword"  # noqa: S105 - the name of a secret
_NAME = "Listener"
# A network for documentation (RFC 5737): nothing is sent, but the system says from which address it would be.
_NOWHERE = ("192.0.2.1", 9)


class ListenerState(Struct, frozen=True):
    """What became of the listener when it was last started; `at` is aware UTC."""

    address: str = ""
    """Where it listens; empty while it does not."""
    device_address: str = ""
    """Where devices reach it, where they have a port of their own."""
    problem: str = ""
    """Why it could not listen, or what of it does not work, as a sentence."""
    at: datetime | None = None
    place: Listener | None = None
    """What it was asked to listen on, and what it does; None while it does not."""


class DevicePlace(Struct, frozen=True):
    """What a person types into an attendance device."""

    addresses: tuple[str, ...]
    """Of this computer, any of which will do; none where only this computer can reach it."""
    port: int
    encrypted: bool


class ListenerView(Struct, frozen=True):
    """Everything that is shown of the listener."""

    settings: ListenerSettings
    state: ListenerState
    key_password_kept: bool
    addresses: tuple[str, ...]
    """Those of this computer on its networks."""
    certificate: CertificateFacts | None = None
    warnings: tuple[str, ...] = field(default=())
    """What a person should know of these settings, in sentences."""

    @property
    def device_place(self) -> DevicePlace:
        """Where devices reach this computer; the port is the one listened on, where that is known."""
        settings, alone = self.settings, self.settings.device_port is not None
        host = (settings.device_host or settings.host) if alone else settings.host
        heard = urlsplit(self.state.device_address if alone else self.state.address).port
        if ipaddress.ip_address(host).is_loopback:
            addresses: tuple[str, ...] = ()
        else:
            addresses = self.addresses if host in EVERYWHERE else (host,)
        return DevicePlace(addresses, heard or settings.device_port or settings.port, settings.encrypted and not alone)


class Listening:
    """The use cases of the listener's settings.

    `program_lives` tells whether a window or `serve` has this data folder now, in whatever process.
    """

    def __init__(
        self,
        gate: Gate,
        settings: SettingStore,
        secrets: SecretStore,
        events: EventStream,
        program_lives: Callable[[], bool],
    ) -> None:
        self._gate = gate
        self._settings = settings
        self._secrets = secrets
        self._events = events
        self._program_lives = program_lives
        self._listens = False

    def settings(self) -> ListenerSettings:
        """Return the settings, which are nobody's secret."""
        return ListenerSettings.model_validate(self._settings.get(LISTENER, {}))

    def view(self, actor: Actor) -> ListenerView:
        """Return the settings with what became of them."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, LISTENER):
            return self._view(self.settings())

    def change(self, actor: Actor, written: Mapping[str, Any], *, key_password: str | None = None) -> ListenerView:
        """Change settings, given by name as in `ListenerSettings` (camelCase); those not given stay.

        `key_password` unlocks the key and goes to the vault; the empty string forgets it. Raises ConfigurationError,
        naming the field, for settings that cannot work: a certificate or key that cannot be used or has no whole path,
        an address that is not of this computer, a port that another program has. The listener follows by itself.
        """
        with self._gate.use(actor, UseCase.CHANGE_SETTINGS, LISTENER) as act:
            if actor.college_ids is not None:
                raise NotAllowedError(ALL_COLLEGES)
            before = self.settings()
            wanted = changed_settings(before, written, "The listener")
            password = self._password() if key_password is None else key_password
            if wanted.certificate:
                _check_whole_paths(wanted)
                read_certificate(TlsFiles(wanted.certificate, wanted.key, password))
            if wanted.on:
                _check_places(before, wanted)
            if key_password is not None:
                self._keep_password(key_password)
            self._settings.set(LISTENER, wanted.written())
            act.detail = what_changed(before, wanted)
            view = self._view(wanted)
        self._events.emit(ListenerChanged())
        return view

    def tls_files(self) -> TlsFiles | None:
        """Return the files with which the listener encrypts, None where it does not; raise VaultError."""
        settings = self.settings()
        return TlsFiles(settings.certificate, settings.key, self._password()) if settings.certificate else None

    def fingerprint(self) -> str:
        """Return what tells whether the listener must start anew: its settings, and which files they name."""
        settings = self.settings()
        files = [_changed_at(file) for file in (settings.certificate, settings.key) if file]
        return f"{settings.model_dump_json()} {files}"

    # -- told by the listener itself -------------------------------------------------------------------------------

    def started(
        self, address: str, device_address: str = "", *, place: Listener | None = None, problem: str = ""
    ) -> None:
        """Remember where it listens; empty: nowhere, because it was stopped or is switched off.

        `problem` is what does not work beside what does, as a sentence.
        """
        self._listens = bool(address)
        written = None if place is None else asdict(place)
        self._remember({"address": address, "device_address": device_address, "place": written, "problem": problem})

    def failed(self, sentence: str) -> None:
        """Remember why it could not listen."""
        self._listens = False
        self._remember({"problem": sentence})

    def state(self) -> ListenerState:
        """Return what became of the listener when it was last started, in this process or another.

        A program that was killed could not say that it listens no more: what it said counts only while it lives.
        """
        kept: dict[str, Any] = self._settings.get(_STATE, {})
        at = from_text(kept["at"]) if kept.get("at") else None
        problem = kept.get("problem", "")
        if not kept.get("address") or not (self._listens or self._program_lives()):
            return ListenerState(problem=problem, at=at)
        place = kept.get("place")
        return ListenerState(
            kept["address"],
            kept.get("device_address", ""),
            problem,
            at,
            None if place is None else Listener(**place | {"names": tuple(place["names"])}),
        )

    def findings(self) -> list[HealthFinding]:
        """Return whether the listener is well, for people of every face."""
        settings, state = self.settings(), self.state()
        if not settings.on:
            return [
                HealthFinding(_NAME, True, "The listener is switched off: no other program can send anything here.")
            ]
        found: list[HealthFinding] = []
        if state.problem:
            tried = state.at.astimezone() if state.at else None
            when = f" Tried last on {tried:%Y-%m-%d} at {tried:%H:%M}." if tried else ""
            found.append(HealthFinding(_NAME, False, f"{state.problem}{when}"))
        if state.address:
            reach = " Other computers can reach it." if settings.open_to_network else ""
            found.append(HealthFinding(_NAME, True, f"The listener was started on {state.address}.{reach}"))
        elif not state.problem:
            found.append(HealthFinding(_NAME, True, f"The listener uses {settings.host}, port {settings.port}."))
        if settings.certificate:
            found.append(self._certificate_finding(settings))
        if settings.device_push and settings.open_to_network:
            found.append(
                HealthFinding(
                    "Device push",
                    True,
                    "Attendance devices may push from this network. They neither sign nor, mostly, encrypt what they "
                    "send: only allowed serial numbers on private addresses are taken.",
                )
            )
        return found

    def _certificate_finding(self, settings: ListenerSettings) -> HealthFinding:
        try:
            files = TlsFiles(settings.certificate, settings.key, self._password())
            facts = read_certificate(files)
        except HubError as error:
            return HealthFinding("Certificate", False, error.sentence)
        warnings = facts.warnings(settings.host, local_addresses(), utc_now())
        return HealthFinding(
            "Certificate", not warnings, " ".join(warnings) or f"It is valid until {facts.ends:%Y-%m-%d}."
        )

    def _view(self, settings: ListenerSettings) -> ListenerView:
        addresses = local_addresses()
        facts: CertificateFacts | None = None
        warnings: list[str] = []
        kept = False
        if settings.certificate:
            try:
                password = self._password()
                kept = bool(password)
                facts = read_certificate(TlsFiles(settings.certificate, settings.key, password))
                warnings += facts.warnings(settings.host, addresses, utc_now())
            except HubError as error:
                warnings.append(error.sentence)
        elif settings.open_to_network:
            warnings.append(
                "Other computers can reach the listener, and nothing that is sent to it is encrypted. Give it a "
                "certificate, or let only devices in from the network."
            )
        if settings.device_push and settings.encrypted and settings.device_port is None:
            warnings.append(
                "Most attendance devices cannot encrypt. Give devices a port of their own if yours does not connect."
            )
        return ListenerView(settings, self.state(), kept, tuple(addresses), facts, tuple(warnings))

    def _remember(self, state: dict[str, Any]) -> None:
        self._settings.set(_STATE, state | {"at": to_text(utc_now())})
        self._events.emit(ListenerChanged())

    def _password(self) -> str:
        return self._secrets.get(_OWN, _KEY_PASSWORD) or ""

    def _keep_password(self, password: str) -> None:
        if password:
            self._secrets.set(_OWN, _KEY_PASSWORD, password)
        else:
            self._secrets.delete(_OWN, _KEY_PASSWORD)


def _changed_at(file: str) -> int:
    """Return when a file was changed last, in nanoseconds; 0 where it cannot be told, which reading it will say."""
    try:
        return Path(file).stat().st_mtime_ns
    except OSError:
        return 0


def local_addresses() -> list[str]:
    """Return the addresses of this computer on its networks, as far as the system tells; the usual one first."""
    found: list[str] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_NOWHERE)
            found.append(str(probe.getsockname()[0]))
        except OSError:
            # Without any network there is no usual address.
            found.clear()
    try:
        found += [str(entry[4][0]) for entry in socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_STREAM)]
    except OSError:
        # A computer that cannot resolve its own name has told all it can.
        return [address for address in found if not address.startswith("127.")]
    return [address for address in dict.fromkeys(found) if not address.startswith(("127.", "::1", "fe80"))]


def _check_whole_paths(wanted: ListenerSettings) -> None:
    """Raise ConfigurationError for a file that is found from one folder only, which may not be where it starts next."""
    for name, file in (("certificate", wanted.certificate), ("key", wanted.key)):
        if file and not Path(file).is_absolute():
            whole = "C:\\Certificates\\chain.pem" if sys.platform == "win32" else "/etc/ssl/chain.pem"
            raise ConfigurationError(
                f"“{file}” can be found from one folder only. Give the whole path of the file, such as {whole}.",
                field=name,
            )


def _check_places(before: ListenerSettings, wanted: ListenerSettings) -> None:
    """Raise ConfigurationError where an address is not of this computer, or a port is another program's."""
    ours = {before.port, before.device_port} if before.on else set()
    places = [("host", "port", wanted.host, wanted.port)]
    if wanted.device_push and wanted.device_port is not None:
        places.append(("deviceHost", "devicePort", wanted.device_host or wanted.host, wanted.device_port))
    for host_field, port_field, host, port in places:
        _check_bind(host, 0, host_field)
        # On a port of ours it is this very program that listens.
        if port not in ours:
            _check_bind(host, port, port_field)


def _check_bind(host: str, port: int, field_name: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as tried:
            if sys.platform != "win32":
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
            tried.listen(1)
    except OSError as error:
        raise unusable(host, port, error, field_name) from None


def unusable(host: str, port: int, error: OSError, field_name: str = "host") -> ConfigurationError:
    """Return what is said where a place cannot be listened on."""
    if error.errno == errno.EADDRINUSE or (sys.platform == "win32" and error.errno == errno.EACCES):
        return PortTakenError(host, port)
    if error.errno in {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}:
        known = [address for address in local_addresses() if address not in EVERYWHERE]
        return ConfigurationError(
            f"This computer has no address {host}. "
            + (f"It has {' and '.join(known)}; " if known else "")
            + "choose one of its own, 127.0.0.1, or 0.0.0.0 for all.",
            f"bind {host}:{port}: {error}",
            field=field_name,
        )
    if error.errno == errno.EACCES:
        return ConfigurationError(
            f"The system does not let Hub Desktop listen on port {port}. Choose a port above 1023.",
            f"bind {host}:{port}: {error}",
            field=field_name,
        )
    return ConfigurationError(
        f"Hub Desktop cannot listen on {host}, port {port}: {error.strerror or error}. Choose another address or port.",
        f"bind {host}:{port}: {error}",
        field=field_name,
    )
