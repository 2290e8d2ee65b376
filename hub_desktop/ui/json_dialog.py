"""Pasting the JSON of an integration into its form."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.integration_files import read_integration_text
from hub_desktop.ui.dialog_room import within_screen
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.style.tokens import DIALOG_WIDTH, SPACE_L, SPACE_M, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel


class JsonDialog(QDialog):
    """Takes the JSON of one integration and checks it before it is handed over.

    Signals:
        submitted(Submitted): a configuration with its secrets, well formed.
    """

    submitted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Paste JSON"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        intro = PlainLabel(self.tr("Paste the configuration of one integration. The form is filled from it."))
        intro.setWordWrap(True)
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(self.tr("JSON of the integration"))
        self.edit.setPlaceholderText('{"name": "College ERP", "baseUrl": "https://…", "endpoints": {…}}')
        self.edit.setTabChangesFocus(True)
        self.problem = ProblemLabel()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.fill_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.fill_button.setText(self.tr("&Fill the form"))
        buttons.accepted.connect(self.on_fill_asked)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        for widget in (intro, self.edit, self.problem, buttons):
            layout.addWidget(widget)
        layout.setStretch(1, 1)
        self.resize(within_screen(self, QSize(DIALOG_WIDTH * 5 // 4, DIALOG_WIDTH)))

    @Slot()
    def on_fill_asked(self) -> None:
        """Check the text and hand it over, or say what is wrong with it."""
        try:
            found = read_integration_text(self.edit.toPlainText())
        except ConfigurationError as error:
            self.problem.show_problem(error.sentence.replace("This file", "This text"))
            return
        if len(found) > 1:
            self.problem.show_problem(
                self.tr("This is a list of {number} integrations. Paste one of them, or import the file.").format(
                    number=f"{len(found):,}"
                )
            )
            return
        self.submitted.emit(found[0])
        self.accept()
