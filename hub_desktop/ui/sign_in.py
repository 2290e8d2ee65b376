"""Signing in, once there are accounts."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from hub_desktop.core.actor import Actor, Face
from hub_desktop.core.errors import HubError
from hub_desktop.hub.hub import Hub
from hub_desktop.ui.calls import Calls
from hub_desktop.ui.form_fields import Field, SecretEdit
from hub_desktop.ui.style.tokens import DIALOG_WIDTH, SPACE_L, SPACE_M, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel


class SignInDialog(QDialog):
    """Asks for name and password; `actor` is who signed in, once it was accepted."""

    def __init__(self, hub: Hub, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.actor: Actor | None = None
        self._hub = hub
        self._calls = calls
        self.setWindowTitle(self.tr("Sign in to Hub Desktop"))
        self.name, self.password = QLineEdit(), SecretEdit()
        self._name_field = Field(self.tr("&Name"), self.name)
        self._password_field = Field(self.tr("&Password"), self.password)
        intro = PlainLabel(self.tr("Use the account you were given for this program."), role="muted")
        intro.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.sign_in_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.on_sign_in_asked)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        layout.addWidget(PlainLabel(self.tr("Sign in"), role="title"))
        layout.addWidget(intro)
        layout.addWidget(self._name_field)
        layout.addWidget(self._password_field)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.setMinimumWidth(DIALOG_WIDTH)
        self._set_busy(False)
        self.name.setFocus()

    def problem(self) -> str:
        """Return the sentence under the password."""
        return self._password_field.problem()

    @Slot()
    def on_sign_in_asked(self) -> None:
        """Check name and password."""
        name, password = self.name.text().strip(), self.password.text()
        self._name_field.show_problem("" if name else self.tr("Type your name."))
        self._password_field.show_problem("" if password else self.tr("Type your password."))
        if not name or not password:
            (self.password if name else self.name).setFocus()
            return
        self._set_busy(True)
        hub = self._hub
        self._calls.call(
            lambda: hub.accounts.sign_in(name, password, Face.WINDOW), self.on_signed_in, self.on_refused, owner=self
        )

    @Slot(object)
    def on_signed_in(self, actor: Actor) -> None:
        """Keep who signed in and close."""
        self.actor = actor
        self.password.clear()
        self.accept()

    @Slot(object)
    def on_refused(self, error: HubError) -> None:
        """Say why, and let the password be typed again."""
        self._set_busy(False)
        self._password_field.show_problem(error.sentence)
        self.password.selectAll()
        self.password.setFocus()

    def _set_busy(self, busy: bool) -> None:
        self.sign_in_button.setText(self.tr("Signing in…") if busy else self.tr("&Sign in"))
        for control in (self.sign_in_button, self.name, self.password):
            control.setEnabled(not busy)
