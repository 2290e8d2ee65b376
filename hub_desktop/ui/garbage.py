"""Python's garbage collection, kept on the GUI thread.

The collector runs on whichever thread allocates last. On a lane it could destroy a widget that belongs to a reference
cycle, and Qt aborts when an object is destroyed on another thread than its own.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 1_000


class GarbageCollection(QObject):
    """Switches the automatic collection off and collects by a timer instead, on the thread that made it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        # What the imports left behind lives as long as the program; looking through it would only cost frames.
        gc.collect()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.on_timeout)
        self._timer.start(_EVERY_MS)

    def stop(self) -> None:
        """Let Python collect by itself again; the threads that must not are to have ended."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    @Slot()
    def on_timeout(self) -> None:
        """Collect the oldest generation whose time has come, as Python itself would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
