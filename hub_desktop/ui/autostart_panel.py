"""Whether the program starts when its person signs in to this computer, in the settings."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hub_desktop.core.errors import HubError
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.autostart import AutostartState
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, Switch, set_usable
from hub_desktop.ui.waiting import Reading, Waiting


class AutostartPanel(QWidget):
    """One switch, and what a person should know of it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.waiting = Waiting(session, Shape.TEXT)
        self._reading = Reading(session, self.waiting)
        self._on = False
        self.switch = Switch(self.tr("Start Hub Desktop in the tray when I sign in to this &computer"))
        self.note = PlainLabel(
            self.tr("Your systems stay in sync without anybody opening the window."), "muted", wrap=True
        )
        self.message = ProblemLabel()
        self.waiting.fill(self)
        layout = QVBoxLayout(self.waiting.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_S)
        for part in (self.switch, self.note, self.message):
            layout.addWidget(part)
        # Until it is known what starts.
        self.switch.setEnabled(False)
        self.switch.clicked.connect(self.on_switched)

    def load(self) -> None:
        """Read what starts at login."""
        hub, actor = self._session.hub, self._session.actor
        self._reading.ask(lambda: hub.autostart.show(actor), self.on_loaded)

    @Slot(object)
    def on_loaded(self, state: AutostartState) -> None:
        """Show what starts at login."""
        self._on = state.own
        self.switch.setChecked(self._on)
        refusal = self._session.refusal(UseCase.CHANGE_SETTINGS)
        set_usable(self.switch, refusal)
        if state.note:
            self.message.show_warning(state.note)
        else:
            self.message.show_note(refusal)

    @Slot(bool)
    def on_switched(self, on: bool) -> None:
        """Keep the choice."""
        hub, actor = self._session.hub, self._session.actor
        self.switch.setEnabled(False)
        self._session.calls.call(lambda: hub.autostart.switch(actor, on=on), self.on_loaded, self.on_failed, owner=self)

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Show what holds, and why it was not changed."""
        self.switch.setChecked(self._on)
        set_usable(self.switch, self._session.refusal(UseCase.CHANGE_SETTINGS))
        self.message.show_problem(error.sentence)
