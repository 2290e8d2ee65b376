"""Whether a database file is sound. Reading a large one through takes seconds, so not every command does it."""

import contextlib
import logging
import time
from pathlib import Path

import sqlalchemy as sa

_SMALL_BYTES = 4 * 1024 * 1024
"""A file up to this size is read through in a few hundredths of a second, so at every opening."""

_DAY_SECONDS = 24 * 3600.0
_log = logging.getLogger(__name__)


def damage_in(engine: sa.Engine, file: Path) -> str:
    """Read the open file and return what SQLite finds wrong with it, the empty string where it is sound.

    A small file is read as a whole, a large one at the first opening after the computer was started and then once a
    day; in between only its first pages are. Power that fails is what damages files, and the computer starts anew
    after that; a program that is killed does no harm. When it was read is kept as the time of a file beside it. Raises
    UnreadableFilesError for a file that cannot be read at all, or not with this key.
    """
    mark = _mark(file)
    with engine.connect() as connection:
        if file.stat().st_size > _SMALL_BYTES and _was_read_lately(mark):
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
            return ""
        found = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar())
    if found != "ok":
        mark.unlink(missing_ok=True)
        return found
    _note(mark)
    return ""


def distrust(file: Path) -> None:
    """Let the file be read as a whole at its next opening, however lately it was."""
    with contextlib.suppress(OSError):
        _mark(file).unlink(missing_ok=True)


def _mark(file: Path) -> Path:
    return file.with_name(f"{file.name}.sound")


def _was_read_lately(mark: Path) -> bool:
    now = time.time()
    since = now - min(_seconds_since_start(), _DAY_SECONDS)
    try:
        return since < mark.stat().st_mtime <= now
    except OSError:
        return False


def _seconds_since_start() -> float:
    # This clock counts from the start of the computer. Where it leaves out sleep, a file is read once more than needed.
    return time.monotonic()


def _note(mark: Path) -> None:
    try:
        mark.touch(mode=0o600)
    except OSError as error:
        # Without it the file is read through once more next time.
        _log.warning("it could not be noted that a file is sound: %s", error)
