"""What is said where the entry that starts the program at login cannot be read or written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hub_desktop.core.errors import StorageError

LIST_UNREADABLE = (
    "The list of programs that Windows starts cannot be read: {said}. Ask your IT team for permission to change it."
)
LIST_UNCHANGED = (
    "The list of programs that Windows starts cannot be changed: {said}. Ask your IT team for permission to change it."
)
UNREADABLE = "The file {name} cannot be read: {said}. Ask your IT team for permission to change it."
UNWRITTEN = "The file {name} cannot be written: {said}. Ask your IT team for permission to change it."
UNREMOVED = "The file {name} cannot be removed: {said}. Ask your IT team for permission to change it."


@contextmanager
def reported(sentence: str, file: Path | None = None) -> Iterator[None]:
    """Raise StorageError with one of these sentences where a file, or the list, cannot be used."""
    try:
        yield
    except OSError as error:
        raise StorageError(
            sentence.format(name=file, said=error.strerror or error),
            f"{type(error).__name__}: {error}",
        ) from error
