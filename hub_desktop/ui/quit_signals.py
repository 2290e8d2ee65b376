"""The signals with which a terminal and a system end a program, heard by a resting Qt loop."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Slot

_MOST_BYTES = 64


class QuitSignals(QObject):
    """Calls `quit_now` once the loop runs and Ctrl+C or the signal that ends a service has come.

    Python runs signal handlers only between its own instructions, of which a resting loop executes none; what wakes it
    is the byte that Python writes for each signal. A loop that is told to end before it began goes on for good: a byte
    that came too early waits for it.
    """

    def __init__(self, quit_now: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._quit_now = quit_now
        self._asked = False
        self._heard, self._told = socket.socketpair()
        for end in (self._heard, self._told):
            end.setblocking(False)
        self._before = signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._ask)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self.on_activated)

    def stop(self) -> None:
        """Hear no more; the signals themselves stay without effect, as the program is on its way out."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        self._heard.close()
        self._told.close()

    def _ask(self, *_: object) -> None:
        self._asked = True

    @Slot()
    def on_activated(self) -> None:
        """Quit, if it was one of our signals that woke the loop."""
        self._heard.recv(_MOST_BYTES)
        if self._asked:
            self._asked = False
            self._quit_now()
