"""Which system counts where several have a value: a list to be put in order."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hub_desktop.core.errors import HubError
from hub_desktop.core.roles import UseCase
from hub_desktop.ui.college_calls import CollegeCalls
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, set_usable
from hub_desktop.ui.waiting import Reading, Waiting

_Order = list[tuple[int, str, bool]]
_ROWS_SEEN = 5


class PrecedenceList(QWidget):
    """The sources of a college, the most trusted first; moving one is kept at once."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._of_college = CollegeCalls(session, self)
        self.list = QListWidget()
        self.waiting = Waiting(session, Shape.LIST)
        self._reading = Reading(session, self.waiting)
        self.list.setAccessibleName(self.tr("Systems in the order in which they are believed"))
        self.list.setFixedHeight((self.list.fontMetrics().height() + SPACE_S) * _ROWS_SEEN)
        self.up_button, self.down_button = plain_button(self.tr("Move &up")), plain_button(self.tr("Move &down"))
        self.message = ProblemLabel()
        self._refusal = session.refusal(UseCase.SET_PRECEDENCE)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.up_button)
        buttons.addWidget(self.down_button)
        buttons.addStretch()
        self.waiting.fill(self)
        column = QVBoxLayout(self.waiting.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(
            PlainLabel(
                self.tr(
                    "Where several systems have a value for the same field, the first in this list counts. What a "
                    "person corrected by hand counts before all of them."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.list)
        column.addLayout(buttons)
        column.addWidget(self.message)
        self.list.currentRowChanged.connect(self._settle)
        self.up_button.clicked.connect(self.on_up_asked)
        self.down_button.clicked.connect(self.on_down_asked)
        self._settle()

    def load(self, college: int | None) -> None:
        """Read the order of a college."""
        if college != self._of_college.college:
            # The order of one college must not be moved in the name of another.
            self.list.clear()
            self._reading.drop()
            self.waiting.forget()
        self._of_college.college = college
        hub, actor = self._session.hub, self._session.actor
        self._reading.ask(lambda: hub.sources.precedence(actor, college), self.on_loaded)

    @Slot(object)
    def on_loaded(self, order: _Order) -> None:
        """Show the order, keeping the choice."""
        row = self.list.currentRow()
        chosen = self.list.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else None
        self.list.clear()
        for number, name, deleted in order:
            item = QListWidgetItem(self.tr("{name} (deleted)").format(name=name) if deleted else name)
            item.setData(Qt.ItemDataRole.UserRole, number)
            self.list.addItem(item)
            if number == chosen:
                self.list.setCurrentItem(item)
        self.message.show_note(self._refusal)
        self._settle()

    @Slot()
    def on_up_asked(self) -> None:
        """Let the chosen system be believed more."""
        self._move(-1)

    @Slot()
    def on_down_asked(self) -> None:
        """Let the chosen system be believed less."""
        self._move(1)

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why the order is what it was."""
        self.message.show_problem(error.sentence)

    def _move(self, by: int) -> None:
        numbers = [str(self.list.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self.list.count())]
        row = self.list.currentRow()
        numbers[row], numbers[row + by] = numbers[row + by], numbers[row]
        hub, actor = self._session.hub, self._session.actor

        def keep(college: int | None) -> _Order:
            hub.sources.set_precedence(actor, numbers, college)
            return hub.sources.precedence(actor, college)

        self._of_college.call(keep, self.on_loaded, self.on_failed)

    @Slot()
    def _settle(self) -> None:
        row, last = self.list.currentRow(), self.list.count() - 1
        nothing = self.tr("Choose a system first.") if row < 0 else ""
        set_usable(self.up_button, self._refusal or nothing or ("" if row > 0 else self.tr("It is the first.")))
        set_usable(self.down_button, self._refusal or nothing or ("" if row < last else self.tr("It is the last.")))
