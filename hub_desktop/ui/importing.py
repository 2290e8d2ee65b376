"""Bringing configurations in from a file."""

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.core.integration import MAX_CONFIGURATION_BYTES
from hub_desktop.core.integration_files import RefusedIntegration, read_each
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.integrations import as_disabled
from hub_desktop.store.integrations import StoredIntegration
from hub_desktop.ui.folders import received
from hub_desktop.ui.import_summary import ImportSummary
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, listed


class Imported(Struct, frozen=True):
    """What came in, and what was refused."""

    added: tuple[StoredIntegration, ...]
    refused: tuple[RefusedIntegration, ...]


def import_file(hub: Hub, actor: Actor, file: Path) -> Imported:
    """Add the integrations of a JSON file, switched off; raise ConfigurationError when the file is none.

    One that is refused costs no other.
    """
    try:
        with file.open("rb") as opened:
            text = opened.read(MAX_CONFIGURATION_BYTES + 1)
    except OSError as error:
        raise ConfigurationError(
            f"The file {file.name} could not be read.", f"{type(error).__name__}: {error.strerror}"
        ) from error
    added: list[StoredIntegration] = []
    refused: list[RefusedIntegration] = []
    for found in read_each(text):
        if isinstance(found, RefusedIntegration):
            refused.append(found)
            continue
        try:
            added.append(hub.integrations.add(actor, as_disabled(found)))
        except HubError as error:
            refused.append(RefusedIntegration(found.integration.name, error))
    return Imported(tuple(added), tuple(refused))


class FileImport(QObject):
    """Asks for a file and brings its integrations in.

    Signals:
        told(str, str, str): kind, sentence and detail of something to say.
        ended(int): so many integrations came in.
    """

    told = Signal(str, str, str)
    ended = Signal(int)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._came_in = 0

    @Slot()
    def on_asked(self) -> None:
        """Ask for the file."""
        dialog = QFileDialog(
            self._window, self.tr("Import a configuration"), received(), self.tr("Configurations (*.json)")
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.on_file_chosen)
        dialog.open()

    @Slot(str)
    def on_file_chosen(self, file: str) -> None:
        """Bring the integrations of the file in."""
        hub, actor = self._session.hub, self._session.actor
        self._session.calls.call(
            lambda: import_file(hub, actor, Path(file)), self.on_imported, self.on_failed, owner=self
        )

    @Slot(object)
    def on_imported(self, imported: Imported) -> None:
        """Say what came in and what did not."""
        names = [stored.name for stored in imported.added]
        if len(names) + len(imported.refused) > 1 and imported.refused:
            self._came_in = len(names)
            reasons = [(one.name, one.error.sentence) for one in imported.refused]
            summary = ImportSummary(names, reasons, self._window)
            summary.finished.connect(self.on_summary_closed)
            summary.open()
            return
        if names:
            self.told.emit(
                "info",
                self.tr("{names} came in, switched off. {each}, correct what does not work, and switch it on.").format(
                    names=listed(names) if len(names) <= 3 else count(len(names), "integration"),
                    each=self.tr("Test it") if len(names) == 1 else self.tr("Test each one"),
                ),
                "",
            )
        for refused in imported.refused:
            self.told.emit("error", refused.error.sentence, refused.error.detail)
        self.ended.emit(len(names))

    @Slot()
    def on_summary_closed(self) -> None:
        """Go on, now that what was refused was read."""
        self.ended.emit(self._came_in)

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say what went wrong."""
        self.told.emit("error", error.sentence, error.detail)
        self.ended.emit(0)
