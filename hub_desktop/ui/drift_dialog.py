"""What changed in the fields that a system sends, and the two answers to it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hub_desktop.core.errors import HubError
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.shapes import DriftView
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import DIALOG_WIDTH, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import PageScroll, PlainLabel, plain_button, primary_button, set_usable
from hub_desktop.ui.waiting import Reading, Waiting


class DriftDialog(QDialog):
    """Shows each change of a mapped field; a person corrects the mapping, or says that it is right now.

    Signals:
        mapping_asked(int, str): the field mapping of this integration's endpoint is to be opened.
    """

    mapping_asked = Signal(int, str)

    def __init__(self, session: Session, integration_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._integration_id = integration_id
        self._found: list[DriftView] = []
        self.setWindowTitle(self.tr("What {name} sends has changed").format(name=name))
        self.sentences = PlainLabel("", wrap=True)
        self.problem = ProblemLabel()
        self.mapping_button = primary_button(self.tr("Open the &mapping"))
        self.accept_button = plain_button(self.tr("&Accept the change"))
        self.close_button = plain_button(self.tr("Close"))
        self.mapping_button.clicked.connect(self.on_mapping_asked)
        self.accept_button.clicked.connect(self.on_accept_asked)
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self._settle(self.tr("Wait until the changes are read."))
        hub, actor = session.hub, session.actor
        Reading(session, self.waiting).ask(lambda: hub.shapes.standing(actor, integration_id), self.on_read)

    @Slot(list)
    def on_read(self, found: list[DriftView]) -> None:
        """Show the changes."""
        self._found = found
        self.sentences.setText(
            "\n\n".join(spoken(view.change.sentence) for view in found)
            or self.tr("All mapped fields come as before. There is nothing to decide.")
        )
        self._settle("" if found else self.tr("There is nothing to decide."))

    @Slot()
    def on_mapping_asked(self) -> None:
        """Close, and let the mapping be corrected."""
        if self._found:
            self.mapping_asked.emit(self._integration_id, self._found[0].endpoint)
        self.accept()

    @Slot()
    def on_accept_asked(self) -> None:
        """Expect from now on what came last."""
        hub, actor, number = self._session.hub, self._session.actor, self._integration_id
        self._settle(self.tr("Wait until it is stored."))
        self._session.calls.call(lambda: hub.shapes.accept(actor, number), self.on_accepted, self.on_failed, owner=self)

    @Slot(int)
    def on_accepted(self, _number: int) -> None:
        """Close, now that it is stored."""
        self.accept()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say what went wrong."""
        self.problem.show_problem(error.sentence)
        self._settle("")

    def _settle(self, waits: str) -> None:
        refusal = self._session.refusal
        set_usable(self.accept_button, refusal(UseCase.ACCEPT_DRIFT) or waits)
        set_usable(self.mapping_button, refusal(UseCase.EDIT_INTEGRATION) or waits)

    def _lay_out(self) -> None:
        told = QWidget()
        inner = QVBoxLayout(told)
        inner.addWidget(self.sentences)
        inner.addStretch()
        scrolled = PageScroll()
        scrolled.hold(told, inner)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addStretch()
        for button in (self.close_button, self.accept_button, self.mapping_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        self.waiting = Waiting(self._session, Shape.TEXT, scrolled)
        layout.addWidget(self.waiting, 1)
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "If the system was changed on purpose, open the mapping and name the new fields, or say that it is "
                    "right as it is now. If not, ask the people who run it."
                ),
                "muted",
                wrap=True,
            )
        )
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        self.resize(DIALOG_WIDTH, DIALOG_WIDTH * 2 // 3)
