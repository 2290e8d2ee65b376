"""Errors that nobody expected: logged, and told to the person calmly, one at a time."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox

from hub_desktop.core.errors import HubError
from hub_desktop.ui.calls import as_hub_error
from hub_desktop.ui.spoken import spoken

_log = logging.getLogger(__name__)


class Surprises(QObject):
    """Takes the place of Python's own hooks until it is stopped."""

    _happened = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dialog: QMessageBox | None = None
        """The dialog that is open now; further surprises are only logged."""
        self._before = (sys.excepthook, threading.excepthook)
        self._happened.connect(self.on_happened, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def stop(self) -> None:
        """Give Python its hooks back."""
        sys.excepthook, threading.excepthook = self._before

    @Slot(object)
    def on_happened(self, error: HubError) -> None:
        """Tell the person, unless they are being told already."""
        if self.dialog is None:
            self.dialog = failure_box(error)
            self.dialog.finished.connect(self.on_dialog_finished)
            self.dialog.open()

    @Slot()
    def on_dialog_finished(self) -> None:
        """Be ready for the next one."""
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _hook(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            self._before[0](kind, error, traceback)
            return
        _log.error("nobody expected this", exc_info=(kind, error, traceback))
        self._happened.emit(as_hub_error(error))

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._hook(args.exc_type, args.exc_value, args.exc_traceback)


def failure_box(error: HubError) -> QMessageBox:
    """Return a dialog that says what happened, with the technical part folded."""
    box = QMessageBox()
    box.setWindowTitle("Hub Desktop")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(spoken(error.sentence))
    if error.detail != error.sentence:
        box.setDetailedText(error.detail)
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    # Otherwise the button of the folded part would be the one that Enter presses.
    box.setDefaultButton(QMessageBox.StandardButton.Close)
    return box
