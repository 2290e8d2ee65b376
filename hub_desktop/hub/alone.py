"""Being alone with an integration: nothing else runs it, or changes what its runs wrote, in this process or another."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import Timeout

from hub_desktop.core.errors import BusyError
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.integrations import StoredIntegration


@contextmanager
def alone(folder: DataFolder, stored: StoredIntegration) -> Iterator[None]:
    """Hold the run lock of an integration; raise BusyError where somebody else has it."""
    lock = folder.run_lock(stored.integration_id)
    try:
        lock.acquire()
    except Timeout:
        raise BusyError(
            f"{stored.name} is being synced already. Wait until that has finished.",
            "the run lock is held by another process or lane",
        ) from None
    try:
        yield
    finally:
        lock.release()
