"""Pasting a cURL command, from which the form is filled."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from hub_desktop.core.curl import CurlGuess, read_curl
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.ui.form_fields import Field
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, primary_button

_EXAMPLE = "curl 'https://erp.college.edu/api/v1/students?page=1' -H 'Authorization: Bearer …'"


class CurlPage(QWidget):
    """Takes a command and reads it; it is never run.

    Signals:
        read(CurlGuess): a command that was understood.
        back_asked(): another way is to be chosen.
        cancelled(): nothing is to be added.
    """

    read = Signal(object)
    back_asked = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QPlainTextEdit()
        self.edit.setPlaceholderText(_EXAMPLE)
        self.edit.setTabChangesFocus(True)
        self.field = Field(
            self.tr("Co&mmand"),
            self.edit,
            note=self.tr("The command is only read, never run. Its password or key goes to a secret field."),
        )
        self.back_button = plain_button(self.tr("Back"))
        self.fill_button = primary_button(self.tr("&Fill the form"))
        self.cancel_button = plain_button(self.tr("Cancel"))
        self._lay_out()
        self.edit.textChanged.connect(self.on_typed)
        self.back_button.clicked.connect(self.back_asked)
        self.cancel_button.clicked.connect(self.cancelled)
        self.fill_button.clicked.connect(self.on_fill_asked)

    def text(self) -> str:
        """Return what is pasted."""
        return self.edit.toPlainText()

    @Slot()
    def on_typed(self) -> None:
        """Take back what was said about the last try."""
        self.field.show_problem("")

    @Slot()
    def on_fill_asked(self) -> None:
        """Read the command and hand over what it says, or say what is wrong with it."""
        try:
            guess: CurlGuess = read_curl(self.text())
        except ConfigurationError as error:
            self.field.show_problem(error.sentence)
            self.edit.setFocus()
            return
        self.read.emit(guess)

    def _lay_out(self) -> None:
        how = self.tr(
            "In the browser, open the developer tools (F12), look at the data in the other system, find the request "
            "under Network, and choose Copy as cURL. A command from Postman or from the vendor's documentation works "
            "as well."
        )
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_S)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.fill_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        layout.addWidget(PlainLabel(self.tr("Paste a cURL command"), "title"))
        layout.addWidget(PlainLabel(how, "muted", wrap=True))
        layout.addSpacing(SPACE_S)
        self.field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        layout.addWidget(self.field, 1)
        layout.addLayout(foot)
