"""Dialogs about accounts: making one, and giving one another password."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from hub_desktop.core.actor import Role
from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.core.roles import ROLE_LABELS
from hub_desktop.ui.form_fields import Field, SecretEdit
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import DIALOG_WIDTH, SPACE_L, SPACE_M, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel, tab_through


class AccountDialog(QDialog):
    """A few fields, checked by the hub; what it refuses stands under its field.

    Signals:
        stored(): the hub did it.
    """

    stored = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(DIALOG_WIDTH)
        self.password, self.repeated = SecretEdit(), SecretEdit()
        self.fields: dict[str, Field] = {}
        self._form = QVBoxLayout()
        self._form.setSpacing(SPACE_M)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.do_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_L)
        layout.addLayout(self._form)
        layout.addWidget(self.buttons)

    def add_field(self, name: str, field: Field) -> None:
        """Add a field under the name by which the hub speaks of it."""
        self.fields[name] = field
        self._form.addWidget(field)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keyboard begin at the first field; the buttons, made before the fields, come after them."""
        controls = [box for box in self.findChildren(QWidget) if isinstance(box, QLineEdit | QComboBox | QCheckBox)]
        tab_through(controls, self.do_button)
        controls[0].setFocus()
        super().showEvent(event)

    def add_passwords(self) -> None:
        """Add the fields for a new password, typed twice."""
        note = self.tr("10 characters or more. Several words make a good one.")
        self.add_field("password", Field(self.tr("&Password"), self.password, note=note))
        self.add_field("repeated", Field(self.tr("Password a&gain"), self.repeated))

    def store(self, work: Callable[[], object]) -> None:
        """Let the hub do it, if both passwords agree."""
        for field in self.fields.values():
            field.show_problem("")
        if self.password.text() != self.repeated.text():
            self.fields["repeated"].show_problem(self.tr("The passwords differ. Type the same one twice."))
            self.repeated.setFocus()
            return
        self.do_button.setEnabled(False)
        self._session.calls.call(work, self.on_stored, self.on_refused, owner=self)

    @Slot(object)
    def on_stored(self, _result: object) -> None:
        """Close, now that it is done."""
        self.stored.emit()
        self.accept()

    @Slot(object)
    def on_refused(self, error: HubError) -> None:
        """Say what the hub refused, under its field."""
        self.do_button.setEnabled(True)
        named = error.field if isinstance(error, ConfigurationError) else ""
        field = self.fields.get(named) or self.fields["password"]
        field.show_problem(error.sentence)
        field.control.setFocus()


class AddAccountDialog(AccountDialog):
    """Makes an account."""

    def __init__(
        self, session: Session, colleges: Mapping[int, str], *, first: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, parent)
        self.setWindowTitle(self.tr("Add an account"))
        self.do_button.setText(self.tr("&Add account"))
        self.name, self.role = QLineEdit(), QComboBox()
        for role in (Role.PRINCIPAL, Role.ADMIN, Role.IT_STAFF, Role.VIEWER):
            self.role.addItem(spoken(ROLE_LABELS[role]), str(role))
        self.colleges = {number: QCheckBox(name) for number, name in colleges.items()}
        if first:
            note = PlainLabel(
                self.tr("From the first account on, everybody signs in. Make your own first, as principal."),
                role="muted",
            )
            note.setWordWrap(True)
            self._form.addWidget(note)
        self.add_field("name", Field(self.tr("&Name"), self.name))
        self.add_field("role", Field(self.tr("&Role"), self.role))
        if len(colleges) > 1:
            self._form.addWidget(PlainLabel(self.tr("Colleges")))
            for box in self.colleges.values():
                box.setChecked(True)
                self._form.addWidget(box)
        self.add_passwords()
        self.buttons.accepted.connect(self.on_asked)

    @Slot()
    def on_asked(self) -> None:
        """Make the account; all boxes ticked means all colleges, later ones too."""
        hub, actor, name, password = self._session.hub, self._session.actor, self.name.text(), self.password.text()
        role = Role(self.role.currentData())
        ticked = frozenset(number for number, box in self.colleges.items() if box.isChecked())
        chosen = None if len(self.colleges) < 2 or len(ticked) == len(self.colleges) else ticked
        self.store(lambda: hub.accounts.add(actor, name, role, password, chosen))


class NewPasswordDialog(AccountDialog):
    """Gives an account another password."""

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._name = name
        self.setWindowTitle(self.tr("New password for {name}").format(name=name))
        self.do_button.setText(self.tr("&Set password"))
        self.add_passwords()
        self.buttons.accepted.connect(self.on_asked)

    @Slot()
    def on_asked(self) -> None:
        """Set the password."""
        hub, actor, name, password = self._session.hub, self._session.actor, self._name, self.password.text()
        self.store(lambda: hub.accounts.set_password(actor, name, password))
