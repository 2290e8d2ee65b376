"""Files that cannot be opened at the start, or are gone: a person goes back to a backup, begins anew, or closes."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.core.backups import SUFFIX, BegunAnew, RecoveryKeyNeededError, Restored
from hub_desktop.core.errors import ErrorKind, HubError, MissingFilesError
from hub_desktop.core.nightly import NightlyFile
from hub_desktop.hub.backup_making import BackupProgress, Heard
from hub_desktop.hub.rescue import look_at
from hub_desktop.ui.calls import Calls
from hub_desktop.ui.copy_button import CopyButton
from hub_desktop.ui.folders import in_documents
from hub_desktop.ui.form_fields import Field, ProblemLabel, SecretEdit
from hub_desktop.ui.kept_panel import megabytes
from hub_desktop.ui.question import Question
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, TEXT_WIDTH
from hub_desktop.ui.style.widgets import PlainLabel, danger_button, plain_button, primary_button, set_usable
from hub_desktop.ui.words import exact, when, when_for_long

Restore = Callable[[NightlyFile, str, Heard, threading.Event], Restored]
"""Puts a backup in the place of the files, with a recovery key or an empty text, telling how far it is.

Raises HubError once the event is set.
"""
Begin = Callable[[], BegunAnew]
"""Goes on without what is missing."""
_SHOWN_ROWS = 7


def ask_for_rescue(
    error: HubError, backups: Sequence[NightlyFile], restore: Restore, begin: Begin
) -> Restored | BegunAnew | None:
    """Ask what to do about files that cannot be opened; return what was done, None where nothing was."""
    dialog = RescueDialog(error, backups, restore, begin)
    try:
        dialog.exec()
        return dialog.restored or dialog.begun
    finally:
        dialog.calls.close()
        dialog.deleteLater()


class RescueDialog(QDialog):
    """Says what is wrong, and offers the last backup, another one, or to begin anew where files are gone.

    `restored` or `begun` is what that led to.
    """

    def __init__(
        self,
        error: HubError,
        backups: Sequence[NightlyFile],
        restore: Restore,
        begin: Begin,
        parent: QWidget | None = None,
    ) -> None:
        """`backups` are the nightly ones that are there, the best first."""
        super().__init__(parent)
        self.restored: Restored | None = None
        self.begun: BegunAnew | None = None
        self.calls = Calls(self)
        self._missing = error if isinstance(error, MissingFilesError) else None
        self._backups = tuple(backups)
        self._chosen = self._backups[0] if self._backups else None
        self._restore, self._begin = restore, begin
        self._cancel: threading.Event | None = None
        self._busy = False
        self.setWindowTitle("Hub Desktop")
        self._make_controls(error)
        self._lay_out()
        self._connect()
        self._list_backups()
        self._show_chosen()
        self._settle()
        self.close_button.setFocus()

    def reject(self) -> None:
        """Close, or first stop what goes on."""
        if self._cancel is not None:
            self._cancel.set()
            set_usable(self.close_button, self.tr("This stops in a moment."))
        elif not self._busy:
            super().reject()

    # -- which backup ------------------------------------------------------------------------------------------------

    @Slot()
    def on_others_asked(self) -> None:
        """Show all backups that are there, and the way to a file elsewhere."""
        self.others_button.hide()
        self.list.setVisible(bool(self._backups))
        self.file_button.show()
        self._fit()
        (self.list if self._backups else self.file_button).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def on_listed_chosen(self) -> None:
        """Take the backup that is marked in the list."""
        marked = self.list.selectedItems()
        if marked:
            self._choose(marked[0].data(Qt.ItemDataRole.UserRole))

    @Slot()
    def on_file_asked(self) -> None:
        """Ask for the file of a backup."""
        kinds = [self.tr("Backups of Hub Desktop (*{ending})").format(ending=SUFFIX), self.tr("All files (*)")]
        dialog = QFileDialog(self, self.tr("Choose a backup"), str(Path(in_documents("backup")).parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(kinds)
        dialog.fileSelected.connect(self.on_file_chosen)
        dialog.open()

    @Slot(str)
    def on_file_chosen(self, file: str) -> None:
        """Look what the file is."""
        self.problem.show_problem("")
        self._busy = True
        self._settle()
        self.calls.call(lambda: look_at(Path(file)), self.on_looked_at, self.on_failed, owner=self)

    @Slot(object)
    def on_looked_at(self, backup: NightlyFile) -> None:
        """Take the backup that was chosen by hand."""
        self._busy = False
        self.list.clearSelection()
        self._choose(backup)
        self.restore_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- going back --------------------------------------------------------------------------------------------------

    @Slot()
    def on_restore_asked(self) -> None:
        """Put the backup in the place of the files."""
        restore, backup, key, cancel = self._restore, self._chosen, self.key.text(), threading.Event()
        if backup is None or self._busy:
            return
        self._cancel, self._busy = cancel, True
        self.problem.show_problem("")
        self._settle()
        self.calls.call_telling(
            lambda tell: restore(backup, key, tell, cancel),
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
        self.key.clear()
        self.accept()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why all is as it was, and ask for the key where that is what is missing."""
        self._cancel, self._busy = None, False
        wants_key = isinstance(error, RecoveryKeyNeededError)
        if error.kind is ErrorKind.CANCELLED:
            self.problem.show_note(self.tr("Nothing was restored. Everything is as it was."))
        elif wants_key and self.key_field.isHidden():
            self.problem.show_note(error.sentence)
        else:
            self.problem.show_problem(error.sentence)
        if wants_key:
            self.key_field.show()
        self._settle()
        if wants_key or self.key.text():
            self.key.setFocus(Qt.FocusReason.OtherFocusReason)
            self.key.selectAll()

    # -- beginning anew ----------------------------------------------------------------------------------------------

    @Slot()
    def on_anew_asked(self) -> None:
        """Ask first, for it is another college that opens then, or one without records."""
        if self._missing is None or self._busy:
            return
        if self._missing.records_only:
            heading, yes = self.tr("Begin without records"), danger_button(self.tr("Begin without records"))
            meaning = self.tr(
                "Your systems, accounts and settings stay. The next syncs bring the records that your systems still "
                "have; corrections made by hand and the history of the records do not come back that way."
            )
        else:
            heading, yes = self.tr("Begin anew"), danger_button(self.tr("Begin anew"))
            meaning = self.tr("Hub Desktop opens as on the first day: without systems, records, accounts and settings.")
        kept = self.tr(
            "Nothing is removed. What is left is kept in a folder beside the new files, and a backup can be restored "
            "later too."
        )
        question = Question(heading, [heading, meaning, kept], yes, self.tr("Cancel"), default_yes=False, parent=self)
        question.accepted.connect(self.on_anew_decided)
        question.open()

    @Slot()
    def on_anew_decided(self) -> None:
        """Go on without what is missing."""
        self._busy = True
        self.problem.show_problem("")
        self._settle()
        self.calls.call(self._begin, self.on_begun, self.on_failed, owner=self)

    @Slot(object)
    def on_begun(self, begun: BegunAnew) -> None:
        """Open what is there now."""
        self._busy, self.begun = False, begun
        self.accept()

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _choose(self, backup: NightlyFile) -> None:
        self._chosen = backup
        self.problem.show_problem("")
        # The key was asked for because of another one.
        self.key.clear()
        self.key_field.hide()
        self._show_chosen()
        self._settle()

    def _show_chosen(self) -> None:
        chosen = self._chosen
        self.file.show_or_hide("" if chosen is None else str(chosen.path))
        if chosen is None:
            self.offer.setText(
                self.tr(
                    "There is no nightly backup of it. If you have a backup in another place, such as on a stick, "
                    "choose its file."
                )
            )
            return
        kept = (
            self.tr("Nothing is removed: what is left is kept in a folder of its own.")
            if self._missing is not None
            else self.tr("The files that cannot be opened are kept in a folder beside them.")
        )
        said = (
            self.tr(
                "The last nightly backup was made {when}. It brings back the records, systems, accounts and "
                "settings of then."
            )
            if self._backups and chosen is self._backups[0]
            else self.tr(
                "The chosen backup was made {when}. It brings back the records, systems, accounts and settings of then."
            )
        )
        self.offer.setText(f"{said.format(when=when(chosen.made_at))} {kept}")
        self.offer.setToolTip(exact(chosen.made_at))

    def _list_backups(self) -> None:
        for backup in self._backups:
            item = QListWidgetItem(f"{when_for_long(backup.made_at)} · {megabytes(backup.bytes)}")
            item.setData(Qt.ItemDataRole.UserRole, backup)
            item.setToolTip(exact(backup.made_at))
            self.list.addItem(item)
        if self._backups:
            self.list.setCurrentRow(0)
        rows = min(max(len(self._backups), 1), _SHOWN_ROWS)
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * rows + 2 * self.list.frameWidth() + SPACE_S)

    def _settle(self) -> None:
        """Let be done what can be done now."""
        working, stoppable = self._busy, self._cancel is not None
        busy = self.tr("One moment, please.") if working else ""
        if not stoppable:
            self.progress.setValue(0)
        self.progress.setVisible(stoppable)
        self.close_button.setText(self.tr("Stop") if stoppable else self.tr("Close"))
        set_usable(self.close_button, busy if working and not stoppable else "")
        for control in (self.others_button, self.list, self.file_button, self.key, self.anew_button):
            set_usable(control, busy)
        unchosen = "" if self._chosen is not None else self.tr("Choose a backup first.")
        restoring = self.tr("The backup is just being restored.") if stoppable else busy
        set_usable(self.restore_button, restoring or unchosen)
        self._fit()

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _make_controls(self, error: HubError) -> None:
        self.said = PlainLabel(spoken(error.sentence), wrap=True)
        self.offer = PlainLabel(wrap=True)
        self.file = PlainLabel("", "muted", wrap=True)
        self.file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.others_button = plain_button(self.tr("Choose &another backup…"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Nightly backups that are there"))
        self.file_button = plain_button(self.tr("Choose a &file…"))
        self.key = SecretEdit()
        self.key_field = Field(self.tr("Recovery &key"), self.key)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("How much of the backup was restored"))
        self.problem = ProblemLabel()
        self.copy_button = CopyButton(self.tr("&Copy details for IT"), lambda: f"{error.sentence}\n{error.detail}")
        self.anew_button = plain_button(
            self.tr("Begin &without records…")
            if self._missing is not None and self._missing.records_only
            else self.tr("&Begin anew…")
        )
        self.close_button = plain_button(self.tr("Close"))
        self.restore_button = primary_button(self.tr("&Restore this backup"))

    def _connect(self) -> None:
        self.others_button.clicked.connect(self.on_others_asked)
        self.list.itemSelectionChanged.connect(self.on_listed_chosen)
        self.file_button.clicked.connect(self.on_file_asked)
        self.key.returnPressed.connect(self.on_restore_asked)
        self.anew_button.clicked.connect(self.on_anew_asked)
        self.close_button.clicked.connect(self.reject)
        self.restore_button.clicked.connect(self.on_restore_asked)

    def _fit(self) -> None:
        self._column.invalidate()
        self._column.activate()
        self.resize(QSize(TEXT_WIDTH, self._column.totalHeightForWidth(TEXT_WIDTH)))

    def _lay_out(self) -> None:
        heading = (
            self.tr("The data of Hub Desktop cannot be opened")
            if self._missing is None
            else self.tr("The data of Hub Desktop is missing")
        )
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        choices = QHBoxLayout()
        choices.setSpacing(SPACE_S)
        for button in (self.others_button, self.file_button):
            choices.addWidget(button)
        choices.addStretch(1)
        choices.addWidget(self.copy_button)
        column.addWidget(PlainLabel(heading, "subtitle", wrap=True))
        for above in (self.said, self.offer, self.file, self.list):
            column.addWidget(above)
        column.addLayout(choices)
        for below in (self.key_field, self.progress, self.problem):
            column.addWidget(below)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.anew_button)
        buttons.addStretch(1)
        for button in (self.close_button, self.restore_button):
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.setMinimumWidth(TEXT_WIDTH)
        # Where there is no list, the way to a file is the first thing.
        self.list.hide()
        self.others_button.setVisible(bool(self._backups))
        self.file_button.setVisible(not self._backups)
        self.key_field.hide()
        self.anew_button.setVisible(self._missing is not None)
