"""A question before something that cannot be undone, or that is worth saying once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hub_desktop.ui.style.tokens import DIALOG_WIDTH, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import Button, PlainLabel, plain_button


class Question(QDialog):
    """Asks for a decision: `accepted` when the first button was chosen, `rejected` for the second and for Esc."""

    def __init__(
        self, title: str, sentences: list[str], yes: Button, no: str, *, default_yes: bool, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.yes, self.no = yes, plain_button(no)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        heading, *others = sentences
        column.addWidget(PlainLabel(heading, "subtitle", wrap=True))
        for sentence in others:
            column.addWidget(PlainLabel(sentence, wrap=True))
        column.addSpacing(SPACE_S)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addStretch()
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        column.addLayout(buttons)
        self.setFixedSize(DIALOG_WIDTH, column.totalHeightForWidth(DIALOG_WIDTH))
        wanted = self.yes if default_yes else self.no
        wanted.setFocus()
        if default_yes:
            wanted.setDefault(True)
