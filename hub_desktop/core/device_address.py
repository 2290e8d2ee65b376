"""Devices that push as a place that records come from: how it is written in the configuration; serial numbers."""

import re

DEVICES_ADDRESS = "devices://iclock"
"""The address of an integration whose records come from devices; it names the protocol that they speak."""

_WRITTEN = re.compile(r"(?i)^devices:(//)?(iclock)?/?$")
_SERIAL = re.compile(r"[A-Z0-9][A-Z0-9._-]{2,39}")


def is_devices(written: str) -> bool:
    """Tell whether an address names devices that push rather than a server or a folder."""
    return written.lower().startswith("devices:")


def devices_address(written: str) -> str:
    """Return the address of devices as it is kept; raise ValueError saying what is wrong."""
    if not _WRITTEN.match(written):
        raise ValueError(f"devices that push are written as {DEVICES_ADDRESS}")
    return DEVICES_ADDRESS


def serial_number(written: str) -> str:
    """Return a serial number as it is kept, in capitals; raise ValueError for what cannot be one."""
    serial = written.strip().upper()
    if not _SERIAL.fullmatch(serial):
        raise ValueError("a serial number has 3 to 40 letters, digits, dots, dashes and underscores")
    return serial
