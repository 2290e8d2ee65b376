"""The way from this computer to the systems of a college: which proxy, and whose certificates."""

import ipaddress
import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import quote, urlsplit

from pydantic import Field, field_validator, model_validator

from hub_desktop.core.configured import Configured
from hub_desktop.core.wire_rules import is_private_address

_DEFAULT_PORT = 8080
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?\.?", re.IGNORECASE)
# Names in other scripts too, for an address may be written so; all of a domain where it begins with a dot.
_LABEL = r"[^\s/:@?#&=%,;*<>\"\\\[\](){}.]+"
_DIRECT = re.compile(rf"(\*?\.)?{_LABEL}(\.{_LABEL})*\.?")


class ProxyUse(StrEnum):
    """Through which proxy the program goes."""

    SYSTEM = "system"
    """What the settings of this computer, or the environment of the program, say."""
    NONE = "none"
    """None, whatever they say."""
    OWN = "own"
    """The one named here."""


class NetworkSettings(Configured):
    """How the systems of the college are reached; the password of the proxy lies in the vault."""

    proxy: ProxyUse = ProxyUse.SYSTEM
    address: Annotated[str, Field(max_length=300)] = ""
    """Of the proxy, as `http://host:port`."""
    user: Annotated[str, Field(max_length=200)] = ""
    """The name under which the proxy knows this program; empty: it asks for none."""
    direct: Annotated[list[Annotated[str, Field(min_length=1, max_length=300)]], Field(max_length=200)] = Field(
        default_factory=list
    )
    """Computers that are reached without it, such as `erp.college.edu` or `*.college.edu`; private ones always are."""
    ca_file: Annotated[str, Field(max_length=1_000)] = ""
    """A file of certificates (PEM) that are trusted besides those that the system trusts."""

    @field_validator("address")
    @classmethod
    def _of_a_proxy(cls, value: str) -> str:
        if not value:
            return value
        try:
            parts = urlsplit(value if "://" in value else f"http://{value}")
        except ValueError:
            raise ValueError(f"“{value}” is no address of a proxy; write it as proxy.college.edu:8080") from None
        try:
            port = _DEFAULT_PORT if parts.port is None else parts.port
        except ValueError:
            port = 0
        if not port:
            raise ValueError(f"“{value}” has no port; write the proxy as proxy.college.edu:8080")
        if parts.scheme != "http":
            raise ValueError(
                f"a proxy of the kind “{parts.scheme}” cannot be used; write the proxy as proxy.college.edu:8080"
            )
        if parts.username or parts.password:
            raise ValueError("the user and the password of the proxy have fields of their own")
        if not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment:
            raise ValueError(f"“{value}” is no address of a proxy; write it as proxy.college.edu:8080")
        if not (_HOST.fullmatch(parts.hostname) or _is_ip(parts.hostname)):
            raise ValueError(
                f"“{parts.hostname}” is no name of a computer: it holds letters a to z, digits, dots and hyphens only"
            )
        host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        return f"http://{host}:{port}"

    @field_validator("user")
    @classmethod
    def _of_an_account(cls, value: str) -> str:
        # What stands behind it would be taken for the password (RFC 7617, section 2).
        if ":" in value:
            raise ValueError("a user name at a proxy holds no colon; the password has a field of its own")
        return value

    @field_validator("direct")
    @classmethod
    def _of_computers(cls, value: list[str]) -> list[str]:
        for one in value:
            if not (_DIRECT.fullmatch(one.strip()) or _is_ip(one.strip())):
                raise ValueError(
                    f"“{one}” is no name of a computer; write it as lms.college.edu or *.college.edu, without http://, "
                    "port or path"
                )
        return value

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.proxy is ProxyUse.OWN and not self.address:
            raise ValueError("the proxy needs its address, such as proxy.college.edu:8080")
        return self


@dataclass(frozen=True, slots=True)
class Way:
    """The settings as the client needs them, with the password."""

    proxy: ProxyUse = ProxyUse.SYSTEM
    address: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    direct: tuple[str, ...] = ()
    ca_file: Path | None = None

    def goes_direct(self, host: str) -> bool:
        """Tell whether a computer is reached without the proxy named here."""
        name = host.lower().rstrip(".")
        if is_private_address(f"http://[{name}]" if ":" in name else f"http://{name}"):
            return True
        for listed in self.direct:
            one = listed.lower().strip().rstrip(".")
            ending = one[1:] if one.startswith("*.") else one if one.startswith(".") else ""
            if name == one or (ending and name.endswith(ending)):
                return True
        return False

    def proxy_with_credentials(self) -> str:
        """Return the address of the proxy with user and password in it, which nobody may see."""
        if not self.user:
            return self.address
        return self.address.replace(
            "http://", f"http://{quote(self.user, safe='')}:{quote(self.password, safe='')}@", 1
        )


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    # What stands behind a percent sign is the name of a network of one computer.
    return "%" not in host


def way_of(settings: NetworkSettings, password: str) -> Way:
    """Return the way that the settings describe."""
    own = settings.proxy is ProxyUse.OWN
    return Way(
        settings.proxy,
        settings.address if own else "",
        settings.user if own else "",
        password if own and settings.user else "",
        tuple(settings.direct),
        Path(settings.ca_file) if settings.ca_file else None,
    )
