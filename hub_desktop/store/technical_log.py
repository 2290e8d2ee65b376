"""The technical log: Python's log records in a file, with every known secret masked."""

import logging
import os
from collections.abc import Callable
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from hub_desktop.core.redaction import Redactor

_BYTES_A_FILE = 1_000_000
_FILES = 5
_QUIET = ("httpx", "httpcore", "apscheduler", "alembic", "uvicorn.error", "asyncio", "hpack", "filelock")


class RedactingFormatter(logging.Formatter):
    """Formats a record with its traceback, then masks secrets and makes escapes visible."""

    def __init__(self, redactor: Callable[[], Redactor]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")
        self._redactor = redactor

    def format(self, record: logging.LogRecord) -> str:
        """Return the whole text of the record, fit for a file others may read."""
        text = self._redactor().text(super().format(record))
        return text.replace("\r", "\\r").replace("\x1b", "\\x1b").replace("\0", "\\0")


class _PrivateFileHandler(RotatingFileHandler):
    """Makes its files readable for their owner alone."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return TextIOWrapper(os.fdopen(descriptor, "ab"), encoding="utf-8", errors="replace")


def open_technical_log(file: Path, redactor: Callable[[], Redactor]) -> logging.Handler:
    """Send the program's log records of level INFO and above to the file; return the handler, to be closed."""
    handler = _PrivateFileHandler(file, maxBytes=_BYTES_A_FILE, backupCount=_FILES, encoding="utf-8")
    handler.setFormatter(RedactingFormatter(redactor))
    root = logging.getLogger()
    root.addHandler(handler)
    logging.getLogger("hub_desktop").setLevel(logging.INFO)
    for name in _QUIET:
        # httpx writes whole addresses, keys included, at INFO.
        logging.getLogger(name).setLevel(logging.WARNING)
    return handler


def close_technical_log(handler: logging.Handler) -> None:
    """Stop writing and close the file."""
    logging.getLogger().removeHandler(handler)
    handler.close()
