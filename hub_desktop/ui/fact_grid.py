"""What is known of something, one fact a line: what it is about, and what is said of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from hub_desktop.ui.style.tokens import SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel, clear, plain_tip

Fact = tuple[str, str, str]
"""What it is about, what is said of it, and what more is said on hover."""


class FactGrid(QGridLayout):
    """Two columns, of which the second takes the room that is left."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, PlainLabel] = {}
        """What is said, by what it is about."""
        self.setHorizontalSpacing(SPACE_XL)
        self.setVerticalSpacing(SPACE_S)
        self.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these, without those of which there is nothing to say; what stood there before changes its words."""
        found = [fact for fact in facts if fact[1]]
        if [about for about, _, _ in found] != list(self.said):
            clear(self)
            self.said = {}
            for row, (about, _, _) in enumerate(found):
                self.said[about] = PlainLabel(wrap=True)
                self.addWidget(PlainLabel(about, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
                self.addWidget(self.said[about], row, 1)
        for about, said, more in found:
            self.said[about].setText(said)
            self.said[about].setToolTip(plain_tip(more))
