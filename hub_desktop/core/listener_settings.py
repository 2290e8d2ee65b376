"""Where and how the program listens for others: the settings of the listener, checked in words."""

import ipaddress
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from hub_desktop.core.configured import Configured

LOOPBACK = "127.0.0.1"
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - names of a choice that a person makes
DEFAULT_PORT = 8765


class ListenerSettings(Configured):
    """Where and how the program listens."""

    on: bool = True
    """Whether it listens at all."""
    host: str = LOOPBACK
    """127.0.0.1: only for this computer. An address of this computer: its network too. 0.0.0.0: all networks."""
    port: Annotated[int, Field(ge=1, le=65_535)] = DEFAULT_PORT
    """The port of webhooks and the management API, and of devices that have none of their own."""
    certificate: Annotated[str, Field(max_length=1_000)] = ""
    """The file of the certificate with its chain (PEM); empty: no encryption."""
    key: Annotated[str, Field(max_length=1_000)] = ""
    """The file of its key (PEM); empty: it is in the file of the certificate. Its password lies in the vault."""
    device_push: bool = False
    """Whether attendance devices may push."""
    device_host: str = ""
    """For devices with a port of their own: the address it is on; empty: the same as `host`."""
    device_port: Annotated[int, Field(ge=1, le=65_535)] | None = None
    """A port for devices alone, without encryption, which most of them lack; None: the one above."""

    @field_validator("host", "device_host")
    @classmethod
    def _address(cls, value: str) -> str:
        if not value:
            return value
        try:
            return str(ipaddress.ip_address({"localhost": LOOPBACK}.get(value.lower(), value)))
        except ValueError:
            raise ValueError(
                f"“{value}” is no address to listen on; choose 127.0.0.1, an address of this computer such as "
                "192.168.1.20, or 0.0.0.0 for all its networks"
            ) from None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if not self.host:
            raise ValueError("the listener needs an address, such as 127.0.0.1")
        if self.key and not self.certificate:
            raise ValueError("a key needs the certificate it belongs to")
        if self.device_port is not None and self.device_port == self.port:
            raise ValueError("devices need another port than everything else; leave it out to share one")
        if self.device_host and self.device_port is None:
            raise ValueError("an address for devices alone needs a port for devices alone")
        return self

    @property
    def encrypted(self) -> bool:
        """Whether it listens with TLS."""
        return bool(self.certificate)

    @property
    def open_to_network(self) -> bool:
        """Whether other computers can reach it."""
        hosts = [self.host] + ([self.device_host] if self.device_port is not None and self.device_host else [])
        return any(not ipaddress.ip_address(host).is_loopback for host in hosts)


def is_on_the_lan(address: str) -> bool:
    """Tell whether a client's address is of this computer or of a private network."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    found = mapped or found
    return (found.is_loopback or found.is_private or found.is_link_local) and not found.is_unspecified
