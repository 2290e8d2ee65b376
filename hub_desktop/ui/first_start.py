"""The three ways in, for a person who opens the program the first time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hub_desktop.core.roles import UseCase
from hub_desktop.ui.card_grid import CardGrid
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.tokens import ICON_LARGE, NARROW_CARD_WIDTH, SPACE_L, SPACE_M, SPACE_XL
from hub_desktop.ui.style.widgets import Card, IconLabel, PlainLabel, plain_button, primary_button, set_usable


class FirstStart(QWidget):
    """Offers to connect, to practise, or to import.

    Signals:
        connect_asked(): a first system is to be connected.
        sample_asked(): the sample college is to be opened.
        import_asked(): a configuration is to be imported.
    """

    connect_asked = Signal()
    sample_asked = Signal()
    import_asked = Signal()

    def __init__(self, session: Session, *, rehearsing: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.connect_button = primary_button(self.tr("&Connect a system"))
        self.sample_button = plain_button(self.tr("&Try the sample college"))
        self.import_button = plain_button(self.tr("I&mport a configuration…"))
        refusal = session.refusal(UseCase.ADD_INTEGRATION)
        set_usable(self.connect_button, refusal)
        set_usable(self.import_button, refusal)
        self.connect_button.clicked.connect(self.connect_asked)
        self.sample_button.clicked.connect(self.sample_asked)
        self.import_button.clicked.connect(self.import_asked)
        ways: list[QWidget] = [
            _way(
                "plug",
                self.tr("Connect your first system"),
                self.tr(
                    "You need the address of your ERP, LMS or attendance machine, and a key or password from your IT "
                    "team. It takes about five minutes."
                ),
                self.connect_button,
            ),
            _way(
                "college",
                self.tr("Try the sample college"),
                self.tr(
                    "Look around with a made-up college whose systems run inside this program. Nothing in it is real, "
                    "and nothing can be broken."
                ),
                self.sample_button,
            ),
            _way(
                "upload",
                self.tr("Import a configuration"),
                self.tr(
                    "Your IT team may have sent you a file that ends in .json. Systems from a file arrive switched "
                    "off, until you have looked at them."
                ),
                self.import_button,
            ),
        ]
        if rehearsing:
            ways.pop(1).deleteLater()
        grid = CardGrid(NARROW_CARD_WIDTH)
        grid.show_cards(ways)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)


def _way(icon_name: str, title: str, sentence: str, button: QPushButton) -> Card:
    card = Card()
    card.setMinimumWidth(NARROW_CARD_WIDTH)
    column = QVBoxLayout(card)
    column.setContentsMargins(SPACE_L, SPACE_XL, SPACE_L, SPACE_L)
    column.setSpacing(SPACE_M)
    column.addWidget(IconLabel(icon_name, "accent", ICON_LARGE))
    column.addWidget(PlainLabel(title, "subtitle", wrap=True))
    column.addWidget(PlainLabel(sentence, "muted", wrap=True))
    column.addStretch()
    column.addSpacing(SPACE_L)
    column.addWidget(button)
    return card
