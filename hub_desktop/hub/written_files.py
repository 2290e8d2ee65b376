"""Files that people ask for: for their owner only, and whole or not at all."""

import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from hub_desktop.core.errors import ConfigurationError


@contextmanager
def written_file(file: Path, *, new: bool = False) -> Iterator[TextIO]:
    """Give a file to write UTF-8 text to; it takes its place, with mode 0600, only when the body succeeds.

    With `new`, a file that is there already is never replaced. Raises ConfigurationError when it cannot be written.
    """
    with written_bytes(file, new=new) as out:
        text = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="")
        try:
            yield text
        finally:
            # This writes what is left, and keeps the file open until it is in its place.
            text.detach()


@contextmanager
def written_bytes(file: Path, *, new: bool = False) -> Iterator[BinaryIO]:
    """Give a file to write bytes to, as `written_file` does."""
    try:
        if _is_special(file):
            # A device or a pipe is written to, not replaced by a file.
            with file.open("wb") as out:
                yield out
            return
        with _replacing(file.resolve(), new=new) as out:
            yield out
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ConfigurationError(
            f"The file {file} cannot be written: {error.strerror or error}. Name another file.",
            f"{type(error).__name__}: {error}",
        ) from error


@contextmanager
def _replacing(file: Path, *, new: bool) -> Iterator[BinaryIO]:
    import tempfile

    if file.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    if new and file.exists():
        raise FileExistsError(17, "there is a file of this name already")
    # mkstemp makes it with mode 0600 from the first byte on.
    descriptor, name = tempfile.mkstemp(prefix=f".{file.name[:100]}.", suffix=".part", dir=file.parent)
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        if new:
            _move_to_new(part, file)
        else:
            part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _move_to_new(part: Path, file: Path) -> None:
    try:
        # A link, unlike a rename, never replaces a file that appeared meanwhile.
        os.link(part, file)
    except FileExistsError:
        raise FileExistsError(17, "there is a file of this name already") from None
    except OSError:
        # Some file systems know no links.
        part.replace(file)


def _is_special(file: Path) -> bool:
    try:
        mode = file.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)
