"""Where a person is first asked for a file: among their own, and not where the program happens to run."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

_Location = QStandardPaths.StandardLocation


def received() -> str:
    """Return the folder for files that came from somebody else."""
    return str(_existing(_Location.DownloadLocation))


def in_documents(name: str) -> str:
    """Return where a new file of this name belongs."""
    return str(_existing(_Location.DocumentsLocation) / name)


def _existing(location: QStandardPaths.StandardLocation) -> Path:
    found = QStandardPaths.writableLocation(location)
    return Path(found) if found and Path(found).is_dir() else Path.home()
