"""What IT staff ask for first: versions, folder and listener, without anything personal."""

import platform
import sys

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from hub_desktop import __version__
from hub_desktop.hub.storage import StorageState


def diagnostics(listener_address: str, storage: StorageState | None) -> str:
    """Return what the program is and where it runs, a line each; `storage` is None while it was not read."""
    lines = [
        f"Hub Desktop {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        f"Screen platform: {QGuiApplication.platformName()}",
        f"Listener: {listener_address or 'off'}",
    ]
    if storage is not None:
        kept = "encrypted" if storage.encrypted else "not encrypted"
        lines.append(f"Data folder: {storage.folder} ({kept}, SQLite {storage.sqlite_version})")
    lines.append(f"Program: {sys.executable}")
    return "\n".join(lines)
