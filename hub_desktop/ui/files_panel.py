"""Where the data lies and how it is guarded, in the settings."""

import os
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import HubError, StorageError
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.storage import StorageState
from hub_desktop.ui.folders import in_documents
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_M
from hub_desktop.ui.style.widgets import PlainLabel, plain_button
from hub_desktop.ui.waiting import Reading, Waiting

_OWNER_ONLY = 0o600


class FilesPanel(QWidget):
    """The data folder, its encryption and the recovery key."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.waiting = Waiting(session, Shape.TEXT)
        self._reading = Reading(session, self.waiting)
        self.folder, self.encryption, self.recovery = PlainLabel(""), PlainLabel(""), PlainLabel("", role="muted")
        for label in (self.folder, self.encryption, self.recovery):
            label.setWordWrap(True)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.key_button = plain_button(self.tr("Save &recovery key…"))
        self.key_button.setEnabled(False)
        self.message = ProblemLabel()
        buttons = QHBoxLayout()
        buttons.addWidget(self.key_button)
        buttons.addStretch(1)
        self.waiting.fill(self)
        layout = QVBoxLayout(self.waiting.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        for label in (self.folder, self.encryption, self.recovery):
            layout.addWidget(label)
        layout.addLayout(buttons)
        layout.addWidget(self.message)
        self.key_button.clicked.connect(self.on_key_asked)

    def load(self) -> None:
        """Read how the files are kept."""
        hub = self._session.hub
        self._reading.ask(hub.storage.state, self.on_loaded)

    @Slot(object)
    def on_loaded(self, state: StorageState) -> None:
        """Show how the files are kept."""
        self.folder.setText(self.tr("Data folder: {folder}").format(folder=state.folder))
        self.encryption.setText(
            self.tr("Both files are encrypted.")
            if state.encrypted
            else self.tr(
                "The files are not encrypted, because this platform has no SQLCipher (SQLite {version}). Use the "
                "encryption of the disk instead."
            ).format(version=state.sqlite_version)
        )
        if state.encrypted:
            self.encryption.setToolTip(self.tr("SQLCipher on SQLite {version}").format(version=state.sqlite_version))
        if not state.encrypted:
            self.recovery.hide()
        elif state.recovery_key_saved:
            self.recovery.setText(self.tr("The recovery key was saved. Keep it apart from this computer."))
        else:
            self.recovery.setText(
                self.tr(
                    "The key of the files is kept on this computer alone. Save a recovery key, or the records are "
                    "lost with it."
                )
            )
        refusal = self._session.refusal(UseCase.SAVE_RECOVERY_KEY)
        self.key_button.setVisible(state.encrypted)
        self.key_button.setEnabled(not refusal)
        # Nothing to warn of must not take away the sentence about a key that was saved just now.
        if refusal or state.warning:
            self.message.show_note(refusal or state.warning)

    @Slot()
    def on_key_asked(self) -> None:
        """Ask where the recovery key goes."""
        dialog = QFileDialog(self, self.tr("Save recovery key"), in_documents("hub-desktop-recovery-key.txt"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self.on_place_chosen)
        dialog.open()

    @Slot(str)
    def on_place_chosen(self, place: str) -> None:
        """Write the recovery key there."""
        hub, actor = self._session.hub, self._session.actor
        self._session.calls.call(
            lambda: save_recovery_key(hub, actor, Path(place)), self.on_key_saved, self.on_failed, owner=self
        )

    @Slot(object)
    def on_key_saved(self, place: Path) -> None:
        """Say that it was written."""
        self.load()
        self.message.show_note(
            self.tr("Saved to {place}. Print it or put it on a stick, then delete the file.").format(place=place)
        )

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why it was not written."""
        self.message.show_problem(error.sentence)


def save_recovery_key(hub: Hub, actor: Actor, place: Path) -> Path:
    """Write the recovery key to a file only its owner can read; raise StorageError when it cannot be written."""
    key = hub.storage.recovery_key(actor)
    text = (
        "Recovery key of Hub Desktop\n\n"
        f"Data folder: {hub.storage.state().folder}\nKey: {key}\n\n"
        "Whoever has this key and the data folder can read all records. Keep it in a safe.\n"
    )
    try:
        # Removed first, because the mode of a file that is there already would stay as it is.
        place.unlink(missing_ok=True)
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            out.write(text)
    except OSError as error:
        raise StorageError(
            f"The recovery key could not be written to {place}. Choose another folder.",
            f"{type(error).__name__}: {error}",
        ) from error
    hub.storage.recovery_key_was_saved(actor)
    return place
