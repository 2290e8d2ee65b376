"""A dialog for a secret that is shown when it is made and never again."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hub_desktop.ui.copy_button import CopyButton
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS, TEXT_WIDTH
from hub_desktop.ui.style.widgets import PlainLabel, primary_button


class ShownOnce(QDialog):
    """Shows lines, each under its label with a button that copies it; closing the dialog forgets them."""

    def __init__(
        self,
        title: str,
        sentence: str,
        warning: str,
        lines: Sequence[tuple[str, str]],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.edits: list[QLineEdit] = []
        self.copy_buttons: list[CopyButton] = []
        self.close_button = primary_button(self.tr("&Close"))
        self.close_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        column.addWidget(PlainLabel(sentence, "subtitle", wrap=True))
        for label, text in lines:
            column.addLayout(self._line(label, text))
        said = ProblemLabel()
        said.show_warning(warning)
        column.addWidget(said)
        column.addSpacing(SPACE_S)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        self.setFixedSize(TEXT_WIDTH, column.totalHeightForWidth(TEXT_WIDTH))
        self.copy_buttons[0].setFocus()
        self.finished.connect(self.on_finished)

    @Slot()
    def on_finished(self) -> None:
        """Forget what was shown."""
        for edit in self.edits:
            edit.clear()
        self.deleteLater()

    def _line(self, label: str, text: str) -> QVBoxLayout:
        edit = QLineEdit(text)
        edit.setReadOnly(True)
        edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        edit.setAccessibleName(label)
        edit.setCursorPosition(0)
        copy = CopyButton(self.tr("Copy"), edit.text, self.tr("Copy: {what}").format(what=label))
        self.edits.append(edit)
        self.copy_buttons.append(copy)
        line = QHBoxLayout()
        line.setSpacing(SPACE_S)
        line.addWidget(edit, 1)
        line.addWidget(copy)
        part = QVBoxLayout()
        part.setSpacing(SPACE_XS)
        part.addWidget(PlainLabel(label))
        part.addLayout(line)
        return part
