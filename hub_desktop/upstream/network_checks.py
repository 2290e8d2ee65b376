"""The network checks of the connection doctor: address, proxy, name look-up, connection and certificate."""

import contextlib
import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from msgspec import Struct, field

from hub_desktop.core.errors import CancelledError, HubError, Remedy, Trouble
from hub_desktop.core.integration import Integration
from hub_desktop.core.network import Way
from hub_desktop.core.redaction import one_line
from hub_desktop.core.times import utc_now
from hub_desktop.core.wire_rules import is_private_address
from hub_desktop.core.words import count, listed
from hub_desktop.upstream.addresses import origin, place
from hub_desktop.upstream.certificates import (
    Certificate,
    distrust,
    public_context,
    public_issuers,
    read_certificate,
    trusted,
    unverified_context,
)
from hub_desktop.upstream.faults import fault_of, late
from hub_desktop.upstream.report import Check
from hub_desktop.upstream.ways import Proxy, lead_through, proxy_for, unusable
from hub_desktop.upstream.wire import tls_context

ADDRESS, PROXY, LOOK_UP, CONNECTION, CERTIFICATE = "Address", "Proxy", "Name look-up", "Connection", "Certificate"

TROUBLES: dict[str, Trouble] = {
    ADDRESS: Trouble.ADDRESS,
    PROXY: Trouble.CONNECTION,
    LOOK_UP: Trouble.LOOK_UP,
    CONNECTION: Trouble.CONNECTION,
    CERTIFICATE: Trouble.CERTIFICATE,
}
"""On which part of the way each step lies."""

_STEP_SECONDS = 10.0
_CONNECT_SECONDS = 8.0
_OTHERS_SECONDS = 1.0
"""How long the other addresses of a computer are waited for once one has answered."""
_SLOW_LOOK_UP = 2.0
_TICK_SECONDS = 0.05
_MOST_ADDRESSES = 6

_Found = TypeVar("_Found")
_ENDINGS = {"con": "com", "cmo": "com", "ocm": "com", "eud": "edu", "edi": "edu", "ogr": "org", "nte": "net"}
_PAGE = re.compile(r"(?i)(/(login|signin|sign-in|dashboard|admin|home|index\.(html?|php|aspx))|\.html?)/?$")
_PLAIN_ANSWER = ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "RECORD_LAYER_FAILURE", "PACKET_LENGTH")
_TOO_OLD = ("UNSUPPORTED_PROTOCOL", "PROTOCOL_VERSION", "NO_PROTOCOLS", "DH_KEY_TOO_SMALL", "HANDSHAKE_FAILURE")


class _Attempt(Struct):
    """One address of a computer, and how the connection to it went."""

    address: str
    family: int
    seconds: float = 0.0
    error: OSError | None = None
    done: threading.Event = field(default_factory=threading.Event)

    @property
    def connected(self) -> bool:
        return self.done.is_set() and self.error is None

    def outcome(self) -> str:
        """Return what happened, for IT staff."""
        if not self.done.is_set():
            return f"{self.address}: no answer yet"
        if self.error is not None:
            return f"{self.address}: {one_line(self.error.strerror or str(self.error) or 'timed out', 80)}"
        return f"{self.address}: {self.seconds * 1000:.0f} ms"


class NetworkChecks:
    """Looks at the way to the upstream of one integration, step by step; nothing of the integration is sent."""

    def __init__(
        self,
        integration: Integration,
        *,
        ca_file: Path | None,
        cancel: threading.Event,
        now: Callable[[], datetime] = utc_now,
        way: Way | None = None,
    ) -> None:
        self._name = integration.name
        self._url = integration.base_url
        self._scheme, self._host, self._port = origin(integration.base_url)
        self._ca_file = ca_file
        self._cancel = cancel
        self._now = now
        self._proxy = proxy_for(self._scheme, self._host, way or Way())
        self._addresses: list[tuple[str, int]] = []

    def steps(self) -> list[tuple[str, Callable[[], Check]]]:
        """Return the steps in order; each raises what the network or a library raises when it fails."""
        steps: list[tuple[str, Callable[[], Check]]] = [(ADDRESS, self.address)]
        if self._proxy is not None:
            steps.append((PROXY, self.proxy))
        steps += [(LOOK_UP, self.look_up), (CONNECTION, self.connection)]
        if self._scheme == "https":
            steps.append((CERTIFICATE, self.certificate))
        return steps

    def failed(self, step: str, error: Exception, seconds: float) -> Check:
        """Return the check of a step that raised: the likely cause and the remedy in words."""
        sentence, detail = self._network_fault(error)
        if not sentence:
            found = error if isinstance(error, HubError) else fault_of(self._name, self._url, error)
            sentence, detail = in_a_test(found.sentence), found.detail
        # What is wrong with a certificate, or with a proxy, is mended elsewhere than in the settings.
        remedy = Remedy.EDIT if step in {LOOK_UP, CONNECTION} and not isinstance(error, HubError) else Remedy.NONE
        return Check(step, False, sentence, detail, remedy, seconds, trouble=TROUBLES[step])

    # -- the steps ---------------------------------------------------------------------------------------------------

    def address(self) -> Check:
        """Look at the address as it is written."""
        private = is_private_address(self._url)
        shown = place(self._url)
        doubt = self._doubt()
        if private:
            sentence = f"{shown} is an address on this computer or the college's own network."
        elif self._scheme == "http":
            return Check(
                ADDRESS,
                True,
                f"{shown} is an address on the internet and begins with http://, so keys and records can be read on "
                f"their way. Ask whoever runs {self._name} for an address with https://.{doubt}",
                noteworthy=True,
                remedy=Remedy.EDIT,
            )
        else:
            sentence = f"{shown} is an address on the internet; what is sent there is encrypted."
        return Check(ADDRESS, True, sentence + doubt, noteworthy=bool(doubt))

    def proxy(self) -> Check:
        """Say through which proxy the way leads."""
        proxy = self._sure_proxy()
        if not proxy.usable:
            raise unusable(proxy, self._name)
        whose = "Hub Desktop" if proxy.own else "this computer"
        sentence = f"The settings of {whose} lead to {self._name} through the proxy {proxy.shown}."
        if proxy.scheme not in {"http", ""}:
            sentence += f" It is of the kind “{proxy.scheme}”, which this test does not look into."
        where = "the network settings" if proxy.own else "system proxy settings or the environment of this program"
        return Check(PROXY, True, sentence, where, noteworthy=True)

    def look_up(self) -> Check:
        """Find the addresses of the computer, or of the proxy on the way to it."""
        host, port = self._next_hop()
        if _is_ip(host):
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            self._addresses = [(host, family)]
            return Check(LOOK_UP, True, f"{host} is an address already, so no name had to be looked up.")
        began = time.monotonic()
        found = self._blocking(lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        seconds = time.monotonic() - began
        self._addresses = list(dict.fromkeys((str(entry[4][0]), int(entry[0])) for entry in found))
        addresses = [address for address, _ in self._addresses]
        newer = sum(":" in address for address in addresses)
        kinds = [f"{number} IPv{version}" for number, version in ((len(addresses) - newer, 4), (newer, 6)) if number]
        sentence = (
            f"The computer “{host}” was found, at "
            f"{count(len(addresses), 'address', 'addresses')} ({listed(kinds)}), in {seconds:.2f} s."
        )
        noteworthy = seconds > _SLOW_LOOK_UP
        if noteworthy:
            sentence += " That is slow; ask IT staff to look at the name server (DNS) of this network."
        inside = self._proxy is None and not is_private_address(self._url) and all(map(_is_inside, addresses))
        if inside:
            sentence += " The name leads into the college's own network."
        return Check(LOOK_UP, True, sentence, ", ".join(addresses[:_MOST_ADDRESSES]), noteworthy=noteworthy or inside)

    def connection(self) -> Check:
        """Connect to every address found; one that answers suffices."""
        attempts = self._attempts()
        outcomes = "; ".join(attempt.outcome() for attempt in attempts)
        good = [attempt for attempt in attempts if attempt.connected]
        _, port = self._next_hop()
        detail = f"TCP port {port}: {outcomes}"
        if not good:
            error = next((attempt.error for attempt in attempts if attempt.error is not None), TimeoutError())
            raise error
        if self._proxy is not None and self._scheme == "https" and self._proxy.scheme == "http":
            self._blocking(lambda: self._opened().close())
            return Check(CONNECTION, True, f"{self._name} takes connections through the proxy.", detail)
        of_ours = self._proxy is not None and self._proxy.own
        whose = " through the proxy of Hub Desktop" if of_ours else " through the proxy of this computer"
        way = whose if self._proxy is not None else ""
        sentence = f"{self._name} takes connections{way}."
        silent = [attempt.address for attempt in attempts if not attempt.connected]
        if silent:
            sentence += (
                f" Of its {count(len(attempts), 'address', 'addresses')}, {listed(silent)} did not answer, which can "
                "make connections slow."
            )
        return Check(CONNECTION, True, sentence, detail, noteworthy=bool(silent))

    def certificate(self) -> Check:
        """Make a secure connection, and look at who vouches for it."""
        if self._proxy is not None and self._proxy.scheme != "http":
            return Check(
                CERTIFICATE, None, f"Not tried: the proxy is of the kind “{self._proxy.scheme}”, which hides it."
            )
        try:
            der, version = self._blocking(lambda: self._handshake(tls_context(self._ca_file)))
        except ssl.SSLCertVerificationError as error:
            return self._distrusted(error)
        certificate = read_certificate(der)
        return trusted(
            self._name,
            certificate,
            version,
            public=self._is_public(certificate),
            private_host=is_private_address(self._url) or self._ca_file is not None,
            proxy=self._proxy.shown if self._proxy is not None else "",
            now=self._now(),
        )

    # -- how ---------------------------------------------------------------------------------------------------------

    def _next_hop(self) -> tuple[str, int]:
        return (self._proxy.host, self._proxy.port) if self._proxy is not None else (self._host, self._port)

    def _sure_proxy(self) -> Proxy:
        if self._proxy is None:
            raise ValueError("there is no proxy on this way")
        return self._proxy

    def _doubt(self) -> str:
        """Return what looks misspelt in the address, as a sentence with a blank before it, or the empty string."""
        ending = self._host.rpartition(".")[2]
        if ending in _ENDINGS:
            meant = f"{self._host.removesuffix(ending)}{_ENDINGS[ending]}"
            return f" Its name ends in “.{ending}”; did you mean “{meant}”?"
        if self._host.startswith(("ww.", "wwww.")):
            return f" Did you mean “www.{self._host.partition('.')[2]}”?"
        if ".." in self._host or "_" in self._host:
            return " Its name holds signs that are unusual in names of computers; check how it is spelled."
        path = urlsplit(self._url).path
        if "//" in path:
            return " Its path holds two slashes in a row; check whether one is too many."
        if _PAGE.search(path):
            return (
                f" It ends in “{path.rpartition('/')[2] or path}”, as pages for people do; check that it is the API's."
            )
        return ""

    def _opened(self) -> socket.socket:
        """Return a connection to the upstream, through the proxy where there is one."""
        host, port = self._next_hop()
        connection = socket.create_connection((host, port), timeout=_CONNECT_SECONDS)
        try:
            if self._proxy is not None and self._scheme == "https":
                lead_through(connection, self._proxy, self._name, self._host, self._port)
        except BaseException:
            connection.close()
            raise
        return connection

    def _handshake(self, context: ssl.SSLContext) -> tuple[bytes, str]:
        """Return the server's certificate in DER and the TLS version."""
        # A name with a dot at its end is looked up so, but certificates are made out without it.
        with self._opened() as plain, context.wrap_socket(plain, server_hostname=self._host) as secured:
            return secured.getpeercert(binary_form=True) or b"", secured.version() or "TLS"

    def _distrusted(self, error: ssl.SSLCertVerificationError) -> Check:
        said = one_line(str(error.verify_message or error), 200)
        try:
            der, version = self._blocking(lambda: self._handshake(unverified_context()))
            certificate = read_certificate(der)
        except (OSError, ValueError, HubError) as second:
            if isinstance(second, CancelledError):
                raise
            return self.failed(CERTIFICATE, error, 0.0)
        why = distrust(self._name, self._host, certificate, said, self._now())
        return Check(
            CERTIFICATE,
            False,
            f"{why} Nothing was sent.",
            f"{said}; {version}; {certificate.facts}",
            trouble=Trouble.CERTIFICATE,
        )

    def _is_public(self, certificate: Certificate) -> bool:
        if certificate.issuer.lower() in public_issuers():
            return True
        try:
            self._blocking(lambda: self._handshake(public_context()))
        except ssl.SSLCertVerificationError:
            return False
        return True

    def _attempts(self) -> list[_Attempt]:
        """Connect to all addresses at once; return when each has answered, or one and then a moment has passed."""
        _, port = self._next_hop()
        attempts = [_Attempt(address, family) for address, family in self._addresses[:_MOST_ADDRESSES]]
        for attempt in attempts:
            threading.Thread(target=_connect, args=(attempt, port), name="connection test", daemon=True).start()
        ends = time.monotonic() + _CONNECT_SECONDS + 1
        while not all(attempt.done.is_set() for attempt in attempts) and time.monotonic() < ends:
            if any(attempt.connected for attempt in attempts):
                ends = min(ends, time.monotonic() + _OTHERS_SECONDS)
            self._wait()
        return attempts

    def _blocking(self, step: Callable[[], _Found]) -> _Found:
        """Run a step that can block on a thread, so that it can be left after some seconds or when cancelled."""
        results: list[_Found] = []
        errors: list[BaseException] = []

        def run() -> None:
            try:
                results.append(step())
            except BaseException as error:  # noqa: BLE001 - handed to the thread that waits
                errors.append(error)

        thread = threading.Thread(target=run, name="connection test", daemon=True)
        thread.start()
        ends = time.monotonic() + _STEP_SECONDS + 1
        while thread.is_alive():
            thread.join(_TICK_SECONDS)
            self._check_cancelled()
            if time.monotonic() > ends:
                raise late(self._name, self._url, _STEP_SECONDS)
        if errors:
            raise errors[0]
        return results[0]

    def _wait(self) -> None:
        self._check_cancelled()
        self._cancel.wait(_TICK_SECONDS)
        self._check_cancelled()

    def _check_cancelled(self) -> None:
        if self._cancel.is_set():
            raise CancelledError(f"The test of {self._name} was stopped.")

    # -- what a failure means ----------------------------------------------------------------------------------------

    def _network_fault(self, error: Exception) -> tuple[str, str]:
        """Return sentence and detail of a fault of the network; empty where the wire's own words say it best."""
        host, port = self._next_hop()
        who = f"the proxy {self._proxy.shown}" if self._proxy is not None else self._name
        where = self._proxy.shown if self._proxy is not None else place(self._url)
        detail = f"{host} port {port}: {type(error).__name__}: {one_line(str(error), 200)}"
        match error:
            case socket.gaierror():
                return (
                    f"The computer “{host}” of {who} was not found. Check that this PC is on the network and that the "
                    "address is spelled right."
                ), f"name look-up of {host} failed: {error.strerror or error}"
            case ConnectionRefusedError():
                return (
                    f"{_capital(who)} refuses connections at {where}. It may be switched off, or the port in the "
                    "address may be wrong."
                ), detail
            case ssl.SSLError():
                return self._tls_fault(error), detail
            case ConnectionResetError() | BrokenPipeError() | ConnectionAbortedError():
                return (
                    f"{_capital(who)} broke the connection off as soon as it was made. A firewall may stand between, "
                    "or something else may listen on this port."
                ), detail
            case TimeoutError():
                return (
                    f"Nothing answers at {where}. A firewall may stand between, or {who} may be switched off."
                ), detail
            case _:
                return "", ""

    def _tls_fault(self, error: ssl.SSLError) -> str:
        said = str(error)
        if any(word in said for word in _PLAIN_ANSWER):
            own = " or begin the address with http://" if is_private_address(self._url) else ""
            return f"What answers at {place(self._url)} does not speak https. Check the port{own}; nothing was sent."
        if any(word in said for word in _TOO_OLD):
            return (
                f"{self._name} speaks only ways of encryption that are too old to be safe. Ask whoever runs it to "
                "switch on TLS 1.2 or newer."
            )
        if isinstance(error, ssl.SSLEOFError) or "EOF" in said:
            return (
                f"{self._name} broke off while the secure connection was made. A firewall may stand between, or the "
                "port may be one without encryption."
            )
        return (
            f"A secure connection to {self._name} could not be made. Ask whoever runs it which TLS versions it speaks."
        )


def examine_way(integration: Integration, way: Way, cancel: threading.Event) -> list[Check]:
    """Return what is found step by step on a way to an integration, up to the first step that fails.

    Nothing of the integration is sent. Raises CancelledError when stopped.
    """
    network = NetworkChecks(integration, ca_file=way.ca_file, cancel=cancel, way=way)
    checks: list[Check] = []
    for name, step in network.steps():
        began = time.monotonic()
        try:
            check = step()
        except CancelledError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever the network or a library raises is told in words
            check = network.failed(name, error, time.monotonic() - began)
        checks.append(check)
        if check.ok is False:
            break
    return checks


def in_a_test(sentence: str) -> str:
    """Return a sentence without the promise to try again by itself, which a test does not do."""
    for promise, rest in (
        (" It is tried again by itself; if it lasts,", " If it lasts,"),
        ("; it is tried again by itself.", "."),
        (" It is tried again by itself.", ""),
    ):
        sentence = sentence.replace(promise, rest)
    return sentence


def _connect(attempt: _Attempt, port: int) -> None:
    began = time.monotonic()
    try:
        with contextlib.closing(socket.socket(attempt.family, socket.SOCK_STREAM)) as connection:
            connection.settimeout(_CONNECT_SECONDS)
            connection.connect((attempt.address, port))
    except OSError as error:
        attempt.error = error
    attempt.seconds = time.monotonic() - began
    attempt.done.set()


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_inside(address: str) -> bool:
    return ipaddress.ip_address(address.partition("%")[0]).is_private


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
