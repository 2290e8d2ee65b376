"""What happens when a person chooses to do something with several integrations, and how it is taken back."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from hub_desktop.core.errors import HubError
from hub_desktop.hub.bulk import BulkAction, BulkOutcome
from hub_desktop.ui.board import Board
from hub_desktop.ui.bulk_words import integrations, named, outcome_detail, outcome_kind, outcome_sentence
from hub_desktop.ui.folders import in_documents
from hub_desktop.ui.messages import Messages
from hub_desktop.ui.question import Question
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.widgets import danger_button

_OPPOSITE = {BulkAction.ENABLE: BulkAction.DISABLE, BulkAction.DISABLE: BulkAction.ENABLE}
_NOT_IN_A_NAME = re.compile(r"[^\w .-]+")


class BulkActions(QObject):
    """Carries out an action with several integrations through the hub; asks first where it cannot be undone.

    Signals:
        busy(bool): something is being done with them, or no longer.
    """

    busy = Signal(bool)

    def __init__(self, session: Session, board: Board, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._board = board
        self._messages = messages
        self._window = window
        self._chosen: list[int] = []
        self._undoes: tuple[BulkAction, tuple[int, ...], str] | None = None
        self.question: Question | None = None
        """The one that was asked last."""
        self.file_dialog: QFileDialog | None = None
        """The one that was opened last."""

    @Slot(object, object)
    def on_action_asked(self, action: BulkAction, chosen: Sequence[int]) -> None:
        """Do it, or ask first."""
        if action is BulkAction.DELETE:
            self._ask(chosen)
        else:
            self._act(action, chosen)

    @Slot()
    def on_delete_confirmed(self) -> None:
        """Delete what was asked about."""
        self._act(BulkAction.DELETE, self._chosen)

    @Slot(object)
    def on_export_asked(self, chosen: Sequence[int]) -> None:
        """Ask for the file to write them to."""
        names = self._names(chosen)
        if not names:
            return
        self._chosen = list(names)
        only = _NOT_IN_A_NAME.sub("_", next(iter(names.values()))).strip(" .") if len(names) == 1 else ""
        title = self.tr("Export {integrations}").format(integrations=integrations(len(names)))
        dialog = QFileDialog(self._window, title, "", self.tr("JSON (*.json)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(in_documents(f"{only or 'integrations'}.json"))
        dialog.fileSelected.connect(self.on_file_chosen)
        self.file_dialog = dialog
        dialog.open()

    @Slot(int)
    def on_one_export_asked(self, integration_id: int) -> None:
        """Ask for the file to write one integration to."""
        self.on_export_asked([integration_id])

    @Slot(str)
    def on_file_chosen(self, file: str) -> None:
        """Write them there."""
        hub, actor, chosen = self._session.hub, self._session.actor, list(self._chosen)
        self.busy.emit(True)
        self._session.calls.call(
            lambda: (hub.integrations.export_to(actor, Path(file), chosen), file),
            self.on_exported,
            self.on_failed,
            owner=self,
        )

    @Slot(object)
    def on_exported(self, written: tuple[int, str]) -> None:
        """Say what was written, and where."""
        number, file = written
        self.busy.emit(False)
        said = self.tr("{integrations} written to {file}. Passwords and keys are not in it.")
        self._messages.tell("info", said.format(integrations=integrations(number), file=file))

    @Slot(object)
    def on_acted(self, outcome: BulkOutcome) -> None:
        """Say what became of each, and offer to take it back where that can be."""
        self.busy.emit(False)
        undo = self.tr("Undo") if outcome.done and outcome.action in _OPPOSITE else ""
        sentence = outcome_sentence(outcome)
        if self._undoes is not None:
            # Only the last one can be taken back, or the strips would undo each other.
            self._messages.take_back(self._undoes[2])
            self._undoes = None
        strip = self._messages.tell(outcome_kind(outcome), sentence, outcome_detail(outcome), undo)
        if undo:
            strip.action.setAccessibleName(self.tr("Undo: {sentence}").format(sentence=sentence))
            strip.action.setToolTip(self.tr("Undo ({keys})").format(keys=_undo_keys()))
            strip.action_chosen.connect(self.on_undo_asked)
            self._undoes = (_OPPOSITE[outcome.action], outcome.done, sentence)
        self._board.on_reading_due()

    @Slot()
    def on_undo_asked(self) -> None:
        """Switch back those that were switched, and no others."""
        if self._undoes is not None:
            action, numbers, _ = self._undoes
            self._act(action, numbers)

    @Slot()
    def on_undo_keyed(self) -> None:
        """Do what the strip offers, as long as it stands there."""
        if self._undoes is not None and self._undoes[2] in self._messages.sentences:
            self.on_undo_asked()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why nothing was done."""
        self.busy.emit(False)
        self._messages.tell_error(error)
        self._board.on_reading_due()

    def _act(self, action: BulkAction, chosen: Sequence[int]) -> None:
        names = self._names(chosen)
        if not names:
            return
        hub, actor = self._session.hub, self._session.actor
        self.busy.emit(True)
        self._session.calls.call(lambda: hub.bulk.act(actor, action, names), self.on_acted, self.on_failed, owner=self)

    def _names(self, chosen: Sequence[int]) -> dict[int, str]:
        views = [self._board.view(number) for number in chosen]
        return {view.integration_id: view.name for view in views if view is not None}

    def _ask(self, chosen: Sequence[int]) -> None:
        names = self._names(chosen)
        if not names:
            return
        self._chosen = list(names)
        how_many = integrations(len(names))
        self.question = Question(
            self.tr("Delete {integrations}").format(integrations=how_many),
            [
                self.tr("Delete {integrations}?").format(integrations=how_many),
                named(list(names.values())),
                self.tr(
                    "Addresses, field mappings and stored passwords or keys are removed, and nothing more is synced "
                    "from there. The records that came stay. This cannot be undone."
                ),
            ],
            danger_button(self.tr("Delete {integrations}").format(integrations=how_many)),
            self.tr("Cancel"),
            default_yes=False,
            parent=self._window,
        )
        self.question.accepted.connect(self.on_delete_confirmed)
        self.question.open()


def _undo_keys() -> str:
    return QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText)
