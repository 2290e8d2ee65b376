"""What makes a view wait or fail: threads that are all at work, and files of the hub that cannot be read a while."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject

from hub_desktop.hub.hub import Hub
from hub_desktop.ui.calls import Calls

THREADS = 3


@contextmanager
def damaged(hub: Hub, folder: Path) -> Iterator[None]:
    """Let both files of the hub be damaged, and whole again afterwards."""
    engines = (hub._databases.hub, hub._databases.records)
    files = [folder / name for name in ("hub.db", "records.db")]
    for engine in engines:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        engine.dispose()
    whole = {file: file.read_bytes() for file in files}
    for file in files:
        _write(file, b"This is no database any more. " * 400)
    try:
        yield
    finally:
        for engine in engines:
            engine.dispose()
        for file, content in whole.items():
            _write(file, content)


@contextmanager
def busy(calls: Calls) -> Iterator[threading.Event]:
    """Let every thread that answers calls wait until the event is set, or the block left."""
    go, begun = threading.Event(), threading.Barrier(THREADS + 1)
    owner = QObject()

    def wait() -> None:
        begun.wait(10)
        go.wait(60)

    for _ in range(THREADS):
        calls.call(wait, lambda _nothing: None, owner=owner)
    begun.wait(10)
    try:
        yield go
    finally:
        go.set()


def _write(file: Path, content: bytes) -> None:
    for beside in ("-wal", "-shm"):
        file.with_name(file.name + beside).unlink(missing_ok=True)
    file.write_bytes(content)
