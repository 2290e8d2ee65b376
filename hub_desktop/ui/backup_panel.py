"""Backups in the settings: when the last one was made, making one, and going back to one."""

import threading
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from hub_desktop.core.backups import SUFFIX, BackupMade
from hub_desktop.core.errors import ErrorKind, HubError
from hub_desktop.core.events import BackupsChanged, Event
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.backup_making import BackupProgress
from hub_desktop.hub.backups import suggested_name
from hub_desktop.hub.storage import StorageState
from hub_desktop.ui.calls import StandingQuestion
from hub_desktop.ui.folders import in_documents
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.kept_panel import KeptPanel, megabytes
from hub_desktop.ui.nightly_panel import NightlyPanel
from hub_desktop.ui.restore_dialog import RestoreDialog
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, set_usable
from hub_desktop.ui.words import exact, when_for_long


class BackupPanel(QWidget):
    """The last backup that a person made, two buttons, and those that are made every night.

    Signals:
        restore_decided(DecidedRestore): a backup takes the place of everything once the files are closed.
    """

    restore_decided = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = StandingQuestion(session.calls, self)
        self._cancel: threading.Event | None = None
        self._state: StorageState | None = None
        self.last = PlainLabel(wrap=True)
        self.note = PlainLabel("", "muted", wrap=True)
        self.make_button = plain_button(self.tr("Back up no&w…"))
        self.restore_button = plain_button(self.tr("Restore a &backup…"))
        self.stop_button = plain_button(self.tr("Stop"))
        self.stop_button.setAccessibleName(self.tr("Stop the backup"))
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("How much of the backup is done"))
        self.message = ProblemLabel()
        self.nightly, self.kept = NightlyPanel(session), KeptPanel(session)
        self._lay_out()
        # Until the last one is known.
        self.make_button.setEnabled(False)
        self.restore_button.setEnabled(False)
        self.make_button.clicked.connect(self.on_make_asked)
        self.restore_button.clicked.connect(self.on_restore_asked)
        self.stop_button.clicked.connect(self.on_stop_asked)

    def load(self) -> None:
        """Read when the last backup was made."""
        hub = self._session.hub
        self._reading.ask(lambda: (hub.backups.last(), hub.storage.state()), self.on_loaded, self.on_failed)
        self.nightly.load()
        self.kept.load()

    def on_event(self, event: Event) -> None:
        """Show a backup that was made elsewhere, or by night."""
        self.nightly.on_event(event)
        if isinstance(event, BackupsChanged) and self._cancel is None:
            self.load()

    @Slot(object)
    def on_loaded(self, loaded: tuple[BackupMade | None, StorageState]) -> None:
        """Show the last backup, and what opens one."""
        made, self._state = loaded
        if made is None:
            self.last.setText(self.tr("No backup was made by hand yet."))
        else:
            self.last.setText(
                self.tr("Last backup made by hand: {when}, {size}, in {file}").format(
                    when=when_for_long(made.at), size=megabytes(made.bytes), file=made.file
                )
            )
            self.last.setToolTip(exact(made.at))
        self.note.setText(
            self.tr(
                "A backup holds everything except the passwords of your systems. On another computer it opens only "
                "with the recovery key."
            )
            if self._state.encrypted
            else self.tr(
                "A backup holds everything except the passwords of your systems. It is not encrypted: keep it where "
                "nobody else finds it."
            )
        )
        self._settle()
        refusal = self._session.refusal(UseCase.MAKE_BACKUP)
        if refusal:
            self.message.show_note(refusal)

    @Slot()
    def on_make_asked(self) -> None:
        """Ask where the backup goes."""
        place = in_documents(suggested_name(date.today().isoformat()))  # noqa: DTZ011 - the day as the person has it
        dialog = QFileDialog(self, self.tr("Back up now"), place, self._kinds())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.fileSelected.connect(self.on_place_chosen)
        dialog.open()

    @Slot(str)
    def on_place_chosen(self, place: str) -> None:
        """Make the backup there."""
        hub, actor, cancel = self._session.hub, self._session.actor, threading.Event()
        self._cancel = cancel
        self.message.show_note("")
        self._show_working(True)
        self._session.calls.call_telling(
            lambda tell: hub.backups.make(actor, Path(place), heard=tell, cancel=cancel),
            self.on_heard,
            self.on_made,
            self.on_failed,
            owner=self,
            cancel=cancel,
        )

    @Slot(object)
    def on_heard(self, progress: BackupProgress) -> None:
        """Show how far it is."""
        self.progress.setValue(progress.percent)

    @Slot()
    def on_stop_asked(self) -> None:
        """Stop the backup that is being made."""
        if self._cancel is not None:
            self._cancel.set()
            self.stop_button.setEnabled(False)

    @Slot(object)
    def on_made(self, made: BackupMade) -> None:
        """Say where it is, that it is whole, and what is still to be done."""
        self._show_working(False)
        self.load()
        done = self.tr("The backup is in {file}. It was read back and is whole.").format(file=made.file)
        if self._state is not None and self._state.encrypted and not self._state.recovery_key_saved:
            save = self.tr("Save the recovery key too, or no other computer can ever open it.")
            self.message.show_warning(f"{done} {save}")
        else:
            self.message.show_note(done)

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why there is none."""
        self._show_working(False)
        if error.kind is ErrorKind.CANCELLED:
            self.message.show_note(error.sentence)
        else:
            self.message.show_problem(error.sentence)

    @Slot()
    def on_restore_asked(self) -> None:
        """Ask which backup to go back to."""
        place = self.nightly.newest_place() or in_documents("")
        dialog = QFileDialog(self, self.tr("Restore a backup"), place, self._kinds())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.on_backup_chosen)
        dialog.open()

    @Slot(str)
    def on_backup_chosen(self, place: str) -> None:
        """Look it through, and ask before it takes the place of everything."""
        dialog = RestoreDialog(self._session, Path(place), self)
        dialog.restore_decided.connect(self.restore_decided)
        dialog.open()

    def _kinds(self) -> str:
        return ";;".join(
            (self.tr("Backups of Hub Desktop (*{ending})").format(ending=SUFFIX), self.tr("All files (*)"))
        )

    def _show_working(self, working: bool) -> None:
        if not working:
            self._cancel = None
        self.progress.setValue(0)
        for part in (self.progress, self.stop_button):
            part.setVisible(working)
        self.stop_button.setEnabled(working)
        self._settle()

    def _settle(self) -> None:
        working = self.tr("A backup is just being made.") if self._cancel is not None else ""
        for button, use in ((self.make_button, UseCase.MAKE_BACKUP), (self.restore_button, UseCase.RESTORE_BACKUP)):
            set_usable(button, self._session.refusal(use) or working)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.make_button)
        buttons.addWidget(self.restore_button)
        buttons.addStretch(1)
        going = QHBoxLayout()
        going.setSpacing(SPACE_S)
        going.addWidget(self.progress, 1)
        going.addWidget(self.stop_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addWidget(PlainLabel(self.tr("Backups"), "strong"))
        layout.addWidget(self.last)
        layout.addWidget(self.note)
        layout.addLayout(buttons)
        layout.addLayout(going)
        layout.addWidget(self.message)
        layout.addWidget(self.nightly)
        layout.addWidget(self.kept)
        for part in (self.progress, self.stop_button):
            part.hide()
        self.last.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
