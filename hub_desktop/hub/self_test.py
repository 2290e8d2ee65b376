"""The self-test of a webhook: a signed delivery to this program's own addresses, and what it tells."""

import ipaddress
import json
import secrets
import threading
import time
from collections.abc import Sequence
from urllib.parse import urlsplit

from msgspec import Struct

from hub_desktop.core.errors import CancelledError, HubError
from hub_desktop.core.signature import Scheme, signed_headers
from hub_desktop.core.words import listed

_DEADLINE_SECONDS = 10.0


class WebhookFinding(Struct, frozen=True):
    """One thing the self-test found, with what to do where it is not well."""

    ok: bool
    sentence: str


class SelfTest(Struct, frozen=True):
    """What the self-test of a webhook found."""

    findings: tuple[WebhookFinding, ...]
    address: str = ""
    """The address to hand out to the sender; empty while there is none that works."""

    @property
    def ok(self) -> bool:
        """Whether a sender that can reach this computer can deliver."""
        return bool(self.address)


class Listener(Struct, frozen=True):
    """Where the hub is listened to: the host as it was asked for, and the port."""

    host: str
    port: int
    encrypted: bool = False
    names: tuple[str, ...] = ()
    """Names and addresses that its certificate is for; none where it does not encrypt."""

    @property
    def open_to_network(self) -> bool:
        """Whether other computers are let in."""
        return self.host not in {"127.0.0.1", "::1", "localhost"}

    @property
    def here(self) -> str:
        """The IP address at which this computer reaches it."""
        return {"localhost": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104

    def roots(self) -> list[str]:
        """Return the root addresses at which it can be reached, that of this computer itself first.

        Where it encrypts, those that its certificate is for, its names before them: a sender refuses every other.
        """
        named = [self._root(name) for name in self.names if not _is_ip(name) and "*" not in name]
        by_number = self._hosts()
        covered = [self._root(host) for host in by_number if host in self.names]
        return [*named, *covered] or [self._root(host) for host in by_number]

    def _hosts(self) -> list[str]:
        from hub_desktop.upstream.own_addresses import lan_addresses

        if not self.open_to_network:
            return [self.here]
        if self.host not in {"0.0.0.0", "::"}:  # noqa: S104 - the name of all addresses, no binding
            return [self.host]
        others = [address for address in lan_addresses() if self.host == "::" or ":" not in address]
        return [self.here, *others]

    def _root(self, host: str) -> str:
        scheme = "https" if self.encrypted else "http"
        return f"{scheme}://[{host}]:{self.port}" if ":" in host else f"{scheme}://{host}:{self.port}"


def run_self_test(
    addresses: Sequence[str],
    *,
    scheme: Scheme,
    secret: str,
    open_to_network: bool,
    cancel: threading.Event,
    here: str = "127.0.0.1",
) -> SelfTest:
    """Deliver a signed test to each address, that of this computer itself first, and say what came of it.

    A name is tried at `here`, an IP address of this computer: the network may not know it, or lead through a proxy.
    """
    findings: list[WebhookFinding] = []
    reached: list[str] = []
    for address in addresses:
        trouble = _trouble(address, scheme, secret, cancel, "" if _is_ip(_host(address)) else here)
        if trouble:
            lost = f"A test delivery to {address} did not arrive."
            findings.append(WebhookFinding(False, f"{lost} {trouble}"))
        else:
            reached.append(address)
            findings.append(WebhookFinding(True, f"A signed test delivery to {address} arrived and was kept."))
    findings.append(_reach(reached, open_to_network=open_to_network))
    best = next((a for a in reached if _is_public(a)), None) or next((a for a in reached if not _is_own(a)), None)
    return SelfTest(tuple(findings), best or next(iter(reached), ""))


def _trouble(address: str, scheme: Scheme, secret: str, cancel: threading.Event, connect_to: str) -> str:
    """Return why a test delivery to an address did not arrive, as a sentence; empty where it did."""
    from hub_desktop.upstream.wire import Request, Wire

    nonce = secrets.token_hex(16)
    body = json.dumps({"hubDesktopTest": nonce}, separators=(",", ":")).encode()
    headers = signed_headers(scheme, secret, body, message_id=f"msg_test_{nonce}", now=int(time.time()))
    try:
        with Wire("Hub Desktop") as wire:
            request = Request("POST", address, headers, json=body, follow=False, connect_to=connect_to)
            answer = wire.send(request, deadline_seconds=_DEADLINE_SECONDS, cancel=cancel)
    except CancelledError:
        raise
    except HubError as error:
        return error.sentence
    if 200 <= answer.status < 300:
        return ""
    if answer.status == 401:
        return "Its signature was not accepted. Another program, or one that keeps other files, may listen there."
    return f"It was answered with HTTP {answer.status}. Another program may listen at this port."


def _reach(reached: Sequence[str], *, open_to_network: bool) -> WebhookFinding:
    """Say from where a sender can reach the addresses that work, and what to do where that is not enough."""
    if not reached:
        return WebhookFinding(False, "No address of this computer answered, so nobody can deliver there now.")
    others = [address for address in reached if not _is_own(address)] if open_to_network else []
    if any(_is_public(address) for address in others):
        return WebhookFinding(True, f"The internet may reach this computer at {listed(others, 'or')}.")
    proxy = (
        "For a sender on the internet, set up a reverse proxy or a tunnel that ends at this computer (the README has "
        "an example), and hand out its address with the same path."
    )
    named = [address for address in others if not _is_ip(_host(address))]
    if named:
        return WebhookFinding(
            True,
            f"Senders whose network leads that name to this computer can deliver to {listed(named, 'or')}. {proxy}",
        )
    if others:
        return WebhookFinding(
            True,
            f"Computers in the same network can deliver to {listed(others, 'or')}. The internet cannot: these are "
            f"private addresses. {proxy}",
        )
    if open_to_network:
        return WebhookFinding(False, f"No address of this computer in a network was found, or none answered. {proxy}")
    return WebhookFinding(
        True,
        "Only programs on this computer can deliver, because the listener is not open to the network. To let the "
        "computers of the college in, open it in the settings, or by: hub-desktop listener set --host 0.0.0.0. "
        f"{proxy}",
    )


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_own(address: str) -> bool:
    return urlsplit(address).hostname in {"127.0.0.1", "::1", "localhost"}


def _is_public(address: str) -> bool:
    from hub_desktop.upstream.own_addresses import is_public

    return is_public(urlsplit(address).hostname or "")
