"""Who is let in: the Host a client may name, and the token it must show."""

import ipaddress
import re
from http import HTTPStatus

from starlette.requests import Request

from hub_desktop.server.api.failures import CHALLENGE, ApiError

_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::\d{1,5})?", re.ASCII)
_BEARER = re.compile(r"(?i:bearer) +([A-Za-z0-9._~+/=-]+)", re.ASCII)


def check_host(request: Request) -> None:
    """Raise ApiError for a request over loopback whose Host is no name of this computer.

    A page of the web may let its own name lead to 127.0.0.1 (DNS rebinding) and then ask as if it were at home; the
    browser names that page's host, which gives it away.
    """
    server = request.scope.get("server")
    if server is None or not _is_loopback(server[0]):
        return
    hosts = request.headers.getlist("host")
    found = _HOST.fullmatch(hosts[0]) if len(hosts) == 1 else None
    name = found[1].strip("[]").lower().rstrip(".") if found else ""
    if name != "localhost" and not _is_loopback(name):
        raise ApiError(
            HTTPStatus.MISDIRECTED_REQUEST,
            "wrong_host",
            "This address is only for programs on this computer. Use http://127.0.0.1 with the listener's port.",
        )


def token_of(request: Request) -> str:
    """Return the bearer token of a request; raise ApiError where there is none, or not one."""
    given = request.headers.getlist("authorization")
    found = _BEARER.fullmatch(given[0].strip()) if len(given) == 1 else None
    if found is None:
        raise ApiError(
            HTTPStatus.UNAUTHORIZED,
            "token_needed",
            "Send the header “Authorization: Bearer” with a token. A token is made with: hub-desktop tokens add.",
            headers={"WWW-Authenticate": CHALLENGE},
        )
    return found[1]


def _is_loopback(name: str) -> bool:
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None) or address
    return mapped.is_loopback
