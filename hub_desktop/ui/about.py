"""Help: what to do about the usual troubles, the keys, and which program this is."""

import platform

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hub_desktop import __version__
from hub_desktop.ui.style.tokens import DIALOG_WIDTH, ICON_LARGE, SPACE_L, SPACE_M, SPACE_S, SPACE_XL, TEXT_WIDTH
from hub_desktop.ui.style.widgets import IconLabel, PlainLabel, primary_button


class HelpDialog(QDialog):
    """Short help, readable without a network."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.setMinimumSize(TEXT_WIDTH, DIALOG_WIDTH)
        close = primary_button(self.tr("Close"))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_L)
        head = QHBoxLayout()
        head.setSpacing(SPACE_M)
        head.addWidget(IconLabel("hub-desktop", "text", ICON_LARGE))
        head.addWidget(PlainLabel(self.tr("Hub Desktop {version}").format(version=__version__), "title"), 1)
        column.addLayout(head)
        column.addWidget(self._sections(), 1)
        technical = f"Python {platform.python_version()} · Qt for Python {qt_version} · {platform.platform()}"
        about = PlainLabel(technical, "muted", wrap=True)
        about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        foot = QHBoxLayout()
        foot.addWidget(about, 1)
        foot.addWidget(close)
        column.addLayout(foot)

    def _sections(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("look", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        for title, lines in self._texts():
            column.addWidget(PlainLabel(title, "subtitle"))
            for line in lines:
                column.addWidget(PlainLabel(f"•  {line}", wrap=True))
            column.addSpacing(SPACE_M)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName(self.tr("Help"))
        return scroll

    def _texts(self) -> list[tuple[str, list[str]]]:
        return [
            (
                self.tr("A system cannot be reached"),
                [
                    self.tr("Choose Test on its card: each step is tried, and the one that fails says what to do."),
                    self.tr("Check the address, and that this computer is on the college's network."),
                    self.tr("Ask your IT team whether a firewall or proxy stops the connection."),
                ],
            ),
            (
                self.tr("The password or key is refused"),
                [self.tr("Ask for a new key, choose Sign in again on the card, and enter it there.")],
            ),
            (
                self.tr("A sync brings errors"),
                [
                    self.tr("Activity lists what happened in each sync; choose a line to see its details."),
                    self.tr("Refused records, each with all its reasons, are under Data. The other records came in."),
                    self.tr("Check the paths and the field mapping with Edit."),
                    self.tr("A system that limits requests is asked again later by itself."),
                ],
            ),
            (
                self.tr("A webhook does not arrive"),
                [
                    self.tr("The sender must reach this computer, at the address shown in Settings."),
                    self.tr("Its secret must be the one kept here, and each delivery must be signed with it."),
                ],
            ),
            (
                self.tr("Keys"),
                [
                    self.tr("Ctrl+1 to Ctrl+6: the screens. Ctrl+F: search. Ctrl+N: add an integration."),
                    self.tr("Ctrl+K: find anything. F5: sync the system whose card is in use, or all. F1: this help."),
                    self.tr("Esc: clear the search, or go back. Down in a search: go to what was found."),
                    self.tr("Ctrl+A among the cards: select all. Arrows go from box to box, Ctrl+Z takes it back."),
                ],
            ),
        ]
