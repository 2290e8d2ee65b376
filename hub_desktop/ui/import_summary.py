"""What came of a list of configurations: which came in, and which were refused and why."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hub_desktop.ui.dialog_room import within_screen
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.style.tokens import DIALOG_WIDTH, ICON, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import IconLabel, PlainLabel, primary_button


class ImportSummary(QDialog):
    """Lists what came in, switched off, and what was refused, each with its reason."""

    def __init__(self, added: Sequence[str], refused: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`refused` gives the name of each, where it has one, and the sentence that says why."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import a configuration"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.close_button = primary_button(self.tr("Close"))
        self.close_button.clicked.connect(self.accept)
        rows = QVBoxLayout()
        rows.setSpacing(SPACE_S)
        for name, why in refused:
            said = spoken(why)
            rows.addWidget(_row("octagon-x", "error", self.tr("Refused"), f"{name}: {said}" if name else said))
        for name in added:
            rows.addWidget(_row("check-circle", "active", self.tr("Came in"), name))
        rows.addStretch(1)
        inside = QWidget()
        inside.setLayout(rows)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setWidget(inside)
        scrolled.setAccessibleName(self.tr("What came in and what was refused"))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        number = count(len(added) + len(refused), "integration")
        heading = self.tr("{added} of {number} came in").format(added=f"{len(added):,}", number=number)
        column.addWidget(PlainLabel(heading, "subtitle"))
        if added:
            next_step = self.tr("What came in is switched off. Look at each one, enter its key, and switch it on.")
            column.addWidget(PlainLabel(next_step, wrap=True))
        column.addWidget(scrolled, 1)
        column.addLayout(foot)
        self.resize(within_screen(self, QSize(DIALOG_WIDTH * 5 // 4, DIALOG_WIDTH)))


def _row(icon: str, colour: str, word: str, text: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(SPACE_S)
    mark = IconLabel(icon, colour, size=ICON)
    mark.setAccessibleName(word)
    mark.setToolTip(word)
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(PlainLabel(text, wrap=True), 1)
    return row
