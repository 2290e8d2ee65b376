"""Files that cannot be opened at the start: a person may go back to the last nightly backup, or close the program."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from hub_desktop.core.backups import Restored
from hub_desktop.core.errors import ErrorKind, HubError
from hub_desktop.core.nightly import NightlyFile
from hub_desktop.hub.backup_making import BackupProgress, Heard
from hub_desktop.ui.calls import Calls
from hub_desktop.ui.copy_button import CopyButton
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, TEXT_WIDTH
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, primary_button, set_usable
from hub_desktop.ui.words import exact, when

Restore = Callable[[Heard, threading.Event], Restored]
"""Puts the backup in the place of the files, telling how far it is; raises HubError once the event is set."""


def ask_for_rescue(error: HubError, backup: NightlyFile, restore: Restore) -> Restored | None:
    """Ask what to do about files that cannot be opened; return what was restored, None where nothing was."""
    dialog = RescueDialog(error, backup, restore)
    try:
        dialog.exec()
        return dialog.restored
    finally:
        dialog.calls.close()
        dialog.deleteLater()


class RescueDialog(QDialog):
    """Says what is wrong and how old the last nightly backup is; `restored` is what going back to it led to."""

    def __init__(self, error: HubError, backup: NightlyFile, restore: Restore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.restored: Restored | None = None
        self.calls = Calls(self)
        self._restore = restore
        self._cancel: threading.Event | None = None
        self.setWindowTitle("Hub Desktop")
        self.said = PlainLabel(spoken(error.sentence), wrap=True)
        self.offer = PlainLabel(
            self.tr(
                "The last nightly backup was made {when}. It brings back the records, systems, accounts and settings "
                "of then. The files that cannot be opened are kept in a folder beside them."
            ).format(when=when(backup.made_at)),
            wrap=True,
        )
        self.offer.setToolTip(exact(backup.made_at))
        self.file = PlainLabel(str(backup.path), "muted", wrap=True)
        self.file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("How much of the backup was restored"))
        self.problem = ProblemLabel()
        self.copy_button = CopyButton(self.tr("&Copy details for IT"), lambda: f"{error.sentence}\n{error.detail}")
        self.close_button = plain_button(self.tr("Close"))
        self.restore_button = primary_button(self.tr("&Restore this backup"))
        self._lay_out()
        self.close_button.clicked.connect(self.reject)
        self.restore_button.clicked.connect(self.on_restore_asked)
        self._show_working(False)
        self.close_button.setFocus()

    def reject(self) -> None:
        """Close, or first stop what goes on."""
        if self._cancel is None:
            super().reject()
            return
        self._cancel.set()
        set_usable(self.close_button, self.tr("This stops in a moment."))

    @Slot()
    def on_restore_asked(self) -> None:
        """Put the backup in the place of the files."""
        restore, cancel = self._restore, threading.Event()
        self._cancel = cancel
        self.problem.show_problem("")
        self._show_working(True)
        self.calls.call_telling(
            lambda tell: restore(tell, cancel),
            self.on_heard,
            self.on_restored,
            self.on_failed,
            owner=self,
            cancel=cancel,
        )

    @Slot(object)
    def on_heard(self, progress: BackupProgress) -> None:
        """Show how far it is."""
        self.progress.setValue(progress.percent)

    @Slot(object)
    def on_restored(self, restored: Restored) -> None:
        """Go on with what was restored."""
        self._cancel, self.restored = None, restored
        self.accept()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why all is as it was."""
        self._cancel = None
        self._show_working(False)
        if error.kind is ErrorKind.CANCELLED:
            self.problem.show_note(self.tr("Nothing was restored. Everything is as it was."))
        else:
            self.problem.show_problem(error.sentence)
        self._fit()

    def _show_working(self, working: bool) -> None:
        self.progress.setValue(0)
        self.progress.setVisible(working)
        self.close_button.setText(self.tr("Stop") if working else self.tr("Close"))
        set_usable(self.close_button, "")
        set_usable(self.restore_button, self.tr("The backup is just being restored.") if working else "")
        self._fit()

    def _fit(self) -> None:
        self._column.invalidate()
        self._column.activate()
        self.resize(QSize(TEXT_WIDTH, self._column.totalHeightForWidth(TEXT_WIDTH)))

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        column.addWidget(PlainLabel(self.tr("The data of Hub Desktop cannot be opened"), "subtitle", wrap=True))
        for part in (self.said, self.offer, self.file, self.progress, self.problem):
            column.addWidget(part)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.restore_button)
        column.addLayout(buttons)
        self.setMinimumWidth(TEXT_WIDTH)
