"""The way from this computer to an upstream: direct, or through a proxy of the system settings or of our own."""

import base64
import socket
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from hub_desktop.core.errors import ConfigurationError, HubError, TransientError, Trouble
from hub_desktop.core.network import ProxyUse, Way
from hub_desktop.core.redaction import one_line

_LONGEST_HEAD = 16 * 1024
_USABLE = frozenset({"http", "https"})
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_AS_THE_SYSTEM = Way()


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy on the way; without a host where what the settings say of it cannot be read."""

    host: str
    port: int
    scheme: str = "http"
    credentials: str = field(default="", repr=False)
    """`user:password`, where the settings hold them."""
    own: bool = False
    """Whether a person named it in the settings of this program, and not in those of the system."""

    @property
    def shown(self) -> str:
        """Host and port, for people."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"

    @property
    def usable(self) -> bool:
        """Whether it is of a kind that this program goes through."""
        return bool(self.host) and self.scheme in _USABLE


def proxy_for(scheme: str, host: str, way: Way = _AS_THE_SYSTEM) -> Proxy | None:
    """Return the proxy through which an address is reached, None for the direct way."""
    if host in _LOOPBACK or way.proxy is ProxyUse.NONE:
        return None
    if way.proxy is ProxyUse.OWN:
        return None if way.goes_direct(host) else _read(way.proxy_with_credentials(), own=True)
    if proxy_bypass(host):
        return None
    proxies = getproxies()
    written = proxies.get(scheme) or proxies.get("all")
    return _read(written, own=False) if written else None


def _read(written: str, *, own: bool) -> Proxy:
    try:
        parts = urlsplit(written if "://" in written else f"http://{written}")
        port = parts.port or (1080 if parts.scheme.startswith("socks") else 443 if parts.scheme == "https" else 80)
    except ValueError:
        return Proxy("", 0, own=own)
    # Behind a sign that ends the host, such as # in a password, what stands for the host is part of the password.
    if not parts.hostname or ("@" in written and "@" not in parts.netloc):
        return Proxy("", 0, own=own)
    user = f"{unquote(parts.username)}:{unquote(parts.password or '')}" if parts.username else ""
    return Proxy(parts.hostname, port, parts.scheme.lower(), user, own)


def lead_through(connection: socket.socket, proxy: Proxy, name: str, host: str, port: int) -> None:
    """Have an HTTP proxy open a tunnel to a host (RFC 9110, section 9.3.6); raise what its refusal means."""
    target = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    lines = [f"CONNECT {target} HTTP/1.1", f"Host: {target}"]
    if proxy.credentials:
        lines.append(f"Proxy-Authorization: Basic {base64.b64encode(proxy.credentials.encode()).decode()}")
    connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace"))
    head = b""
    while b"\r\n\r\n" not in head and len(head) < _LONGEST_HEAD:
        chunk = connection.recv(4096)
        if not chunk:
            break
        head += chunk
    first = one_line(head.partition(b"\r\n")[0].decode("latin-1"), 100)
    status = first.split(" ")[1] if first.startswith("HTTP/") and " " in first else ""
    if status == "200":
        return
    raise refused(proxy, name, status, first)


def unusable(proxy: Proxy, name: str) -> ConfigurationError:
    """Return what it means that a proxy is of a kind this program cannot go through, or written so that none is."""
    if proxy.own:
        said = f"The proxy {proxy.shown} in Settings, Network, cannot be used. Correct its address there."
    else:
        which = f"{proxy.scheme}://{proxy.shown}" if proxy.host else "one whose address cannot be read"
        said = (
            f"The settings of this computer name a proxy on the way to {name} that cannot be used: {which}. Ask IT "
            "staff for an HTTP proxy and enter it in Settings, Network, or choose “No proxy” there."
        )
    return ConfigurationError(said, evidence=Trouble.CONNECTION.evidence)


def silent(proxy: Proxy, name: str, detail: str) -> TransientError:
    """Return what it means that nothing answers where the proxy should be."""
    return TransientError(
        f"The proxy {proxy.shown} on the way to {name} does not answer. Check {_whose(proxy)}; it is tried again by "
        "itself.",
        f"proxy {proxy.shown}: {detail}",
    )


def _whose(proxy: Proxy) -> str:
    return "the proxy in Settings, Network" if proxy.own else "the proxy settings of this computer"


def refused(proxy: Proxy, name: str, status: str, first: str) -> HubError:
    """Return what the answer of a proxy to CONNECT means, by its status; empty: it spoke no HTTP."""
    detail = f"the proxy {proxy.shown} answered CONNECT with: {first or 'nothing'}"
    whose = "of Hub Desktop" if proxy.own else "of this computer"
    match status:
        case "407":
            return ConfigurationError(
                f"The proxy {proxy.shown} {whose} asks for a user name and password, or does not know "
                f"those it got. Ask IT staff to enter them: {_whose(proxy)}.",
                detail,
            )
        case "403" | "405":
            return ConfigurationError(
                f"The proxy {proxy.shown} {whose} does not let connections through to {name}. Ask IT staff to "
                "allow its address.",
                detail,
            )
        case "":
            return ConfigurationError(
                f"What answers at {proxy.shown}, where a proxy should be, is none. Correct its address in Settings, "
                "Network."
                if proxy.own
                else f"What answers at {proxy.shown}, where this computer's settings say there is a proxy, is none. "
                "Ask IT staff to look at the proxy settings.",
                detail,
            )
        case _:
            return TransientError(
                f"The proxy {proxy.shown} {whose} does not reach {name}. {name} may be switched off, or the "
                "address may be wrong.",
                detail,
            )
