"""The button in Activity that takes the run of the chosen entry back, with the reason beside it where it cannot."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hub_desktop.core.errors import HubError
from hub_desktop.core.events import Event, IntegrationsChanged, RunFinished
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.decisions import UndoView
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, set_usable
from hub_desktop.ui.undo_dialog import UndoDialog, total_words


class RunUndo(QWidget):
    """Looks at a run as soon as it is shown; unseen where an entry belongs to none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._run_id: int | None = None
        self._view: UndoView | None = None
        self.dialog: UndoDialog | None = None
        """The one that was opened last."""
        self.button = plain_button(self.tr("&Undo this run…"))
        self.said = PlainLabel(role="muted", wrap=True)
        self.button.clicked.connect(self.on_undo_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(self.button)
        row.addWidget(self.said, 1)
        self.hide()

    def show_run(self, run_id: int | None) -> None:
        """Offer to take this run back; None: the entry belongs to no run."""
        if run_id == self._run_id:
            return
        self._run_id, self._view = run_id, None
        self.setVisible(run_id is not None)
        if run_id is not None:
            self._look()

    def on_event(self, event: Event) -> None:
        """Look again when records may have changed."""
        if self._run_id is not None and isinstance(event, IntegrationsChanged | RunFinished):
            self._look()

    @Slot(object)
    def on_looked_at(self, view: UndoView) -> None:
        """Offer what can be taken back, or say why nothing can."""
        if view.run.run_id != self._run_id:
            return
        self._view = view
        set_usable(self.button, view.reason)
        self.said.setText(spoken(view.reason) or self.tr("Takes back {what}.").format(what=total_words(view)))

    @Slot(object)
    def on_not_looked_at(self, error: HubError) -> None:
        """Say why the run cannot be taken back."""
        set_usable(self.button, error.sentence)
        self.said.setText(spoken(error.sentence))

    @Slot()
    def on_undo_asked(self) -> None:
        """Show in numbers what would be taken back, before it is."""
        if self._view is not None and not self._view.reason:
            self.dialog = UndoDialog(self._session, self._view, self.window())
            self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.dialog.open()

    def _look(self) -> None:
        refusal = self._session.refusal(UseCase.UNDO)
        if refusal:
            set_usable(self.button, refusal)
            self.said.setText(refusal)
            return
        number = self._run_id
        if number is None:
            return
        set_usable(self.button, self.tr("Looking at what is left of this run…"))
        self.said.setText("")
        hub, actor = self._session.hub, self._session.actor
        self._session.calls.call(
            lambda: hub.decisions.undoable(actor, number), self.on_looked_at, self.on_not_looked_at, owner=self
        )
