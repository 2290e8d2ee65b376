"""The addresses under which other computers can reach this one."""

import contextlib
import ipaddress
import socket

# Addresses kept for documentation (RFC 5737, RFC 3849). No packet goes there: connecting a datagram socket only makes
# the system choose the address it would send from.
_ELSEWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))


def lan_addresses() -> list[str]:
    """Return the addresses of this computer in its networks, the one it sends from first; none without a network."""
    found: list[str] = []
    for family, elsewhere in _ELSEWHERE:
        with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as asking:
            asking.connect((elsewhere, 9))
            found.append(str(asking.getsockname()[0]))
    with contextlib.suppress(OSError):
        found += [str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_STREAM)]
    return [address for address in dict.fromkeys(found) if _is_reachable(address)]


def is_public(address: str) -> bool:
    """Tell whether the internet may reach an address; False for a name, of which that is not known."""
    try:
        return ipaddress.ip_address(address).is_global
    except ValueError:
        return False


def _is_reachable(address: str) -> bool:
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return False
    return not (known.is_loopback or known.is_link_local or known.is_unspecified or known.is_multicast)
