"""Making an API token: its name, what its program may do, where, and for how long."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from hub_desktop.core.actor import Role
from hub_desktop.core.errors import HubError
from hub_desktop.core.roles import ROLE_LABELS
from hub_desktop.hub.api_tokens import NewToken
from hub_desktop.ui.form_fields import Field, FieldProblems, ProblemLabel
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.tokens import DIALOG_WIDTH, SPACE_L, SPACE_M, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel, set_usable, tab_through

_USUAL_DAYS = 365


class AddTokenDialog(QDialog):
    """A few fields, checked by the hub; what it refuses stands under its field.

    Signals:
        made(NewToken): the token, to be shown this once.
    """

    made = Signal(object)

    def __init__(self, session: Session, colleges: Mapping[int, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._busy = False
        self.setWindowTitle(self.tr("Add an API token"))
        self.setMinimumWidth(DIALOG_WIDTH)
        self.name, self.role, self.days = QLineEdit(), ChoiceBox(), QLineEdit(str(_USUAL_DAYS))
        self.name.setPlaceholderText(self.tr("nightly report"))
        for role in (Role.VIEWER, Role.IT_STAFF, Role.ADMIN, Role.PRINCIPAL):
            self.role.addItem(spoken(ROLE_LABELS[role]), role)
        several = colleges.items() if len(colleges) > 1 else ()
        self.colleges = {number: QCheckBox(name) for number, name in several}
        self.fields = {
            "name": Field(self.tr("&Name"), self.name, note=self.tr("Of the program that uses it.")),
            "role": Field(self.tr("&Role"), self.role, note=self.tr("Give no more than the program needs.")),
            "days": Field(
                self.tr("Good for so many &days"), self.days, note=self.tr("Empty: until somebody revokes it.")
            ),
        }
        self.problem = ProblemLabel()
        self._problems = FieldProblems(self.fields, self.problem)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.do_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.do_button.setText(self.tr("&Add token"))
        self.cancel_button = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.cancel_button.setText(self.tr("Cancel"))
        self.buttons.accepted.connect(self.on_asked)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keyboard begin at the first field; the buttons, made before the others, come after them."""
        tab_through([self.name, self.role, *self.colleges.values(), self.days], self.do_button)
        self.name.setFocus()
        super().showEvent(event)

    def reject(self) -> None:
        """Close; not while a token is made that nobody saw yet."""
        if not self._busy:
            super().reject()

    @Slot()
    def on_asked(self) -> None:
        """Make the token; all boxes ticked means all colleges, later ones too."""
        self._problems.clear()
        typed = self.days.text().strip().replace(",", "")
        if typed and not (typed.isascii() and typed.isdigit() and len(typed) < 6):
            self._problems.show("days", self.tr("Type a number of days, such as 365, or nothing."))
            return
        ticked = frozenset(number for number, box in self.colleges.items() if box.isChecked())
        if self.colleges and not ticked:
            self.problem.show_problem(self.tr("Tick at least one college."))
            return
        own = self._session.actor.college_ids
        every = len(ticked) == len(self.colleges)
        chosen = own if every else ticked
        hub, actor = self._session.hub, self._session.actor
        name, role, days = self.name.text(), Role(self.role.currentData()), int(typed) if typed else None
        self._set_busy(True)
        self._session.calls.call(
            lambda: hub.api_tokens.make(actor, name, role, college_ids=chosen, days=days),
            self.on_made,
            self.on_refused,
            owner=self,
        )

    @Slot(object)
    def on_made(self, made: NewToken) -> None:
        """Hand it over, and close."""
        self._set_busy(False)
        self.accept()
        self.made.emit(made)

    @Slot(object)
    def on_refused(self, error: HubError) -> None:
        """Say what the hub refused, under its field."""
        self._set_busy(False)
        self._problems.show_error(error)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.do_button.setEnabled(not busy)
        set_usable(self.cancel_button, self.tr("The token is being made and shown in a moment.") if busy else "")

    def _lay_out(self) -> None:
        form = QVBoxLayout()
        form.setSpacing(SPACE_M)
        form.addWidget(self.fields["name"])
        form.addWidget(self.fields["role"])
        if self.colleges:
            form.addWidget(PlainLabel(self.tr("Colleges")))
            for box in self.colleges.values():
                box.setChecked(True)
                form.addWidget(box)
        form.addWidget(self.fields["days"])
        form.addWidget(self.problem)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_L)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
