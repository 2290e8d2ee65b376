"""What may be written into addresses, headers and parameters; each refusal says what to do instead."""

import ipaddress
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from hub_desktop.core.device_address import devices_address, is_devices
from hub_desktop.core.folders import folder_address, is_folder

_HEADER_NAME = re.compile(r"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")
_SECRET_PARAMETER = re.compile(
    r"(?i)^(ws|access|auth|api|user|session|security)?[-_]?token$|^(api|access|auth|secret)[-_]?key$|secret|passw|^pwd$"
)
_PORTS = {"http": 80, "https": 443}
_FILE_NAME = re.compile(r"(?i)[^?#\x00-\x1f\x7f]*\.[a-z]{3,5}")
_FORBIDDEN_HEADERS = frozenset({"host", "content-length", "transfer-encoding", "connection"})


def check_address(value: str) -> str:
    """Return an http or https address without user name, fragment or query; raise ValueError saying what is wrong."""
    if any(ord(c) < 33 for c in value):
        raise ValueError("an address holds no blanks or line breaks")
    parts = urlsplit(value)
    if parts.scheme.lower() not in {"http", "https"}:
        raise ValueError("an address begins with https:// (or http:// on the college's own network)")
    if not parts.hostname:
        raise ValueError("the address lacks the name of the computer, as in https://erp.college.edu")
    if parts.username is not None or parts.password is not None:
        raise ValueError("put the user name and password in their own fields, not in the address")
    if parts.fragment or parts.query:
        raise ValueError("the address ends before any ? or #; put parameters at the endpoint")
    try:
        port = parts.port
    except ValueError:
        raise ValueError("the port in the address is not a number between 1 and 65535") from None
    if port == 0:
        raise ValueError("the port in the address is not a number between 1 and 65535")
    return value


def check_base(value: str) -> str:
    """Return where records come from: an address as `check_address` has it, a folder as a file address, or devices."""
    if is_devices(value):
        return devices_address(value)
    return folder_address(value) if is_folder(value) else check_address(value).rstrip("/")


def is_private_address(base_url: str) -> bool:
    """Tell whether the address names this computer or the college's own network."""
    host = (urlsplit(base_url).hostname or "").rstrip(".")
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_private
    except ValueError:
        return "." not in host or host.endswith((".localhost", ".local", ".lan", ".internal"))


def is_same_place(before: str, after: str) -> bool:
    """Tell whether what is sent to one address may be sent to the other: same scheme, host and port, or its https."""
    if before == after:
        return True
    one, other = urlsplit(before), urlsplit(after)
    if not one.hostname or one.hostname.rstrip(".") != (other.hostname or "").rstrip("."):
        return False
    ports = one.port or _PORTS.get(one.scheme), other.port or _PORTS.get(other.scheme)
    upgraded = (one.scheme, other.scheme) == ("http", "https") and ports == (80, 443)
    return upgraded or (one.scheme == other.scheme and ports[0] == ports[1])


def check_header(name: str, value: str) -> None:
    """Raise ValueError for a header that could break or forge a request."""
    if not _HEADER_NAME.fullmatch(name):
        raise ValueError(f"“{name}” is not the name of an HTTP header")
    if name.lower() in _FORBIDDEN_HEADERS:
        raise ValueError(f"the header {name} is set by the program itself")
    if any(c in value for c in "\r\n\0"):
        raise ValueError(f"the value of the header {name} holds a line break")


def check_parameter(name: str) -> None:
    """Raise ValueError for a parameter whose name says that it holds a secret."""
    if _SECRET_PARAMETER.search(name):
        raise ValueError(
            f"“{name}” holds a secret, which is not kept in the address. Enter it as the API key and send it in the "
            f'query: "authType": "api-key", "apiKeyIn": {{"place": "query", "name": "{name}"}}'
        )


def check_parameters(params: Mapping[str, str]) -> Mapping[str, str]:
    """Return parameters of which none holds a secret; raise ValueError otherwise."""
    for name in params:
        check_parameter(name)
    return params


def check_path(value: str) -> str:
    """Return a path below the base URL, beginning with / or ?; raise ValueError saying what is wrong."""
    if "://" in value or value.startswith("//"):
        raise ValueError("an endpoint is a path below the base URL, such as /students, not a whole address")
    # The name of a file may hold blanks.
    if any(ord(c) < (32 if _FILE_NAME.fullmatch(value) else 33) for c in value):
        raise ValueError("a path holds no blanks or line breaks")
    for name, text in parse_qsl(value.partition("?")[2].partition("#")[0]):
        if text:
            check_parameter(name)
    return value if value.startswith(("/", "?")) else "/" + value
