"""A hub with a person at the window, opened for one test and closed after it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from hub_desktop.core.actor import Face
from hub_desktop.hub.hub import Hub
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import MemoryVault
from hub_desktop.ui.calls import Calls
from hub_desktop.ui.session import Session
from tests.fresh_hub import fresh_hub


@contextmanager
def opened(folder: Path, *, own_key: bool = False) -> Iterator[Session]:
    """Open a hub over an empty folder, with the person at the PC as principal; with `own_key` as another computer."""
    hub = Hub.open(DataFolder(folder).prepare(), MemoryVault()) if own_key else fresh_hub(folder)
    calls = Calls()
    # A widget that the garbage collector destroys on a worker thread leaves its timers behind, and Qt crashes on them.
    gc.disable()
    try:
        yield Session(hub, hub.accounts.person_at_the_pc(Face.WINDOW), calls)
    finally:
        calls.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        gc.enable()
        hub.close()
