"""Going back to a backup: it is looked through, perhaps unlocked, and a person decides."""

import threading
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from hub_desktop.core.backups import RecoveryKeyNeededError
from hub_desktop.core.errors import ErrorKind, HubError
from hub_desktop.hub.backup_making import BackupProgress
from hub_desktop.hub.restoring import DecidedRestore, PreparedRestore
from hub_desktop.ui.form_fields import Field, ProblemLabel, SecretEdit
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, listed, spoken
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, TEXT_WIDTH
from hub_desktop.ui.style.widgets import PlainLabel, danger_button, plain_button, primary_button, set_usable
from hub_desktop.ui.words import when

_MOST_NAMES = 6


class RestoreDialog(QDialog):
    """One backup, from the file to the decision.

    Signals:
        restore_decided(DecidedRestore): it takes the place of everything once the files are closed.
    """

    restore_decided = Signal(object)

    def __init__(self, session: Session, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._file = file
        self._cancel: threading.Event | None = None
        self._prepared: PreparedRestore | None = None
        self._deciding = self._decided = self._over = False
        self.setWindowTitle(self.tr("Restore a backup"))
        self.said = PlainLabel(wrap=True)
        self.consequences = PlainLabel(wrap=True)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("How much of the backup was looked through"))
        self.key = SecretEdit()
        self.key_field = Field(self.tr("&Recovery key"), self.key)
        self.problem = ProblemLabel()
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.open_button = primary_button(self.tr("&Open the backup"))
        self.restore_button = danger_button(self.tr("&Replace everything"))
        self._lay_out()
        self.cancel_button.clicked.connect(self.reject)
        self.open_button.clicked.connect(self.on_open_asked)
        self.key.returnPressed.connect(self.on_open_asked)
        self.restore_button.clicked.connect(self.on_restore_asked)
        self.finished.connect(self.on_finished)
        self.on_open_asked()

    def reject(self) -> None:
        """Close without restoring anything, unless that is just being decided."""
        if not self._deciding:
            super().reject()

    @Slot()
    def on_open_asked(self) -> None:
        """Look the backup through."""
        hub, actor, file, key = self._session.hub, self._session.actor, self._file, self.key.text()
        self._cancel = cancel = threading.Event()
        self.said.setText(self.tr("Looking through the backup. Nothing is changed by that."))
        self.problem.show_problem("")
        self._show(self.progress)
        self._session.calls.call_telling(
            lambda tell: hub.backups.prepare_restore(actor, file, key, heard=tell, cancel=cancel),
            self.on_heard,
            self.on_prepared,
            self.on_failed,
            owner=self,
            cancel=cancel,
        )

    @Slot(object)
    def on_heard(self, progress: BackupProgress) -> None:
        """Show how far it is."""
        self.progress.setValue(progress.percent)

    @Slot(object)
    def on_prepared(self, prepared: PreparedRestore) -> None:
        """Say what is in it and what restoring it means, and let the person decide."""
        self._cancel, self._prepared = None, prepared
        if self._over:
            # It was done before it could be stopped.
            self._give_up()
            return
        manifest, names = prepared.waiting.manifest, prepared.systems
        shown = list(names[:_MOST_NAMES])
        if len(names) > _MOST_NAMES:
            shown.append(self.tr("{number} more").format(number=f"{len(names) - _MOST_NAMES:,}"))
        systems = count(len(names), "system")
        self.said.setText(
            self.tr("Made {when} by Hub Desktop {version}, with {systems}{names}. It is whole.").format(
                when=when(manifest.made_at),
                version=manifest.program,
                systems=systems,
                names=f": {listed(shown)}" if shown else "",
            )
        )
        self.consequences.setText(
            self.tr(
                "Restoring it puts the records, systems, accounts and settings of then in the place of those of now. "
                "Those of now are kept in a folder beside them. People who were erased since are there again. Hub "
                "Desktop closes for a moment and opens again."
            )
        )
        self._show(self.consequences, self.restore_button)
        self.cancel_button.setFocus()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why it cannot be restored, and ask for the key where that is what is missing."""
        self._cancel = None
        if self._over:
            self.deleteLater()
            return
        self.said.setText(str(self._file))
        if isinstance(error, RecoveryKeyNeededError) and not self.key.text():
            self.said.setText(spoken(error.sentence))
        else:
            self.problem.show_problem(error.sentence)
        if isinstance(error, RecoveryKeyNeededError) or self.key.text():
            self._show(self.key_field, self.open_button)
            self.key.setFocus()
            self.key.selectAll()
        else:
            self._show()
            self.cancel_button.setText(self.tr("Close"))

    @Slot()
    def on_restore_asked(self) -> None:
        """Decide for it."""
        prepared = self._prepared
        if prepared is None or self._deciding:
            return
        self._show_deciding(True)
        hub, actor = self._session.hub, self._session.actor
        self._session.calls.call(
            lambda: hub.backups.decide_restore(actor, prepared), self.on_decided, self.on_not_decided, owner=self
        )

    @Slot(object)
    def on_decided(self, decided: DecidedRestore) -> None:
        """Hand it on to whoever closes the files."""
        self._show_deciding(False)
        self._decided = True
        self.accept()
        self.restore_decided.emit(decided)

    @Slot(object)
    def on_not_decided(self, error: HubError) -> None:
        """Say why nothing was restored."""
        self._show_deciding(False)
        if error.kind is not ErrorKind.CANCELLED:
            self.problem.show_problem(error.sentence)

    @Slot()
    def on_finished(self) -> None:
        """Forget the key, and what was prepared and not decided on."""
        self.key.clear()
        self._over = True
        if self._cancel is not None:
            # Whoever looks it through removes what is there when told to stop, and is waited for: it may be done.
            self._cancel.set()
        else:
            self._give_up()

    def _give_up(self) -> None:
        """Remove what was prepared and not decided on, and go."""
        hub, prepared = self._session.hub, self._prepared
        if prepared is not None and not self._decided:
            self._session.calls.call(
                lambda: hub.backups.give_up_restore(prepared), lambda _: None, owner=self.parent() or self
            )
        self.deleteLater()

    def _show_deciding(self, deciding: bool) -> None:
        self._deciding = deciding
        why = self.tr("This takes a moment and cannot be stopped any more.") if deciding else ""
        for button in (self.cancel_button, self.restore_button):
            set_usable(button, why)
        self.problem.show_note(why)
        self._fit()

    def _show(self, *wanted: QWidget) -> None:
        """Show these parts, and of those that come and go no others."""
        for part in (self.progress, self.key_field, self.open_button, self.consequences, self.restore_button):
            part.setVisible(part in wanted)
        self._fit()

    def _fit(self) -> None:
        self._column.invalidate()
        self._column.activate()
        self.resize(QSize(TEXT_WIDTH, self._column.totalHeightForWidth(TEXT_WIDTH)))

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        column.addWidget(PlainLabel(self.tr("Restore {file}").format(file=self._file.name), "subtitle", wrap=True))
        for part in (self.said, self.consequences, self.progress, self.key_field, self.problem):
            column.addWidget(part)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addStretch(1)
        for button in (self.cancel_button, self.open_button, self.restore_button):
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.setMinimumWidth(TEXT_WIDTH)
