"""The bar above the cards while several of them are chosen: how many, and what can be done with them at once."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hub_desktop.core.roles import UseCase
from hub_desktop.hub.bulk import BULK_USE_CASES, BulkAction
from hub_desktop.ui.bulk_words import integrations
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import Card, PlainLabel, danger_button, plain_button, quiet_button, set_usable


class BulkBar(Card):
    """Counts what is chosen; each button that cannot be used says why.

    Signals:
        action_asked(BulkAction): it is to be done with those that are chosen.
        export_asked(): those that are chosen are to be written to a file.
        all_asked(): all that are shown are to be chosen.
        none_asked(): none is to be chosen.
        ended(): no more are to be chosen.
    """

    action_asked = Signal(object)
    export_asked = Signal()
    all_asked = Signal()
    none_asked = Signal()
    ended = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waits: QWidget | None = None
        """The button that had the keyboard when all of them had to wait; it gets it back."""
        self.said = PlainLabel(role="strong")
        self.all = quiet_button(self.tr("Select all"))
        self.none = quiet_button(self.tr("Clear"))
        self.none.setAccessibleName(self.tr("Clear the selection"))
        self.done = plain_button(self.tr("Done"))
        self.done.setAccessibleName(self.tr("Done with selecting"))
        self.enable = plain_button(self.tr("Switch &on"))
        self.disable = plain_button(self.tr("Switch o&ff"))
        self.sync = plain_button(self.tr("S&ync"), "sync")
        self.export = plain_button(self.tr("E&xport…"))
        self.delete = danger_button(self.tr("&Delete…"))
        self._actions = {
            BulkAction.ENABLE: self.enable,
            BulkAction.DISABLE: self.disable,
            BulkAction.SYNC: self.sync,
            BulkAction.DELETE: self.delete,
        }
        self._lay_out()
        for button in self._actions.values():
            button.clicked.connect(self.on_action_clicked)
        self.export.clicked.connect(self.export_asked)
        self.all.clicked.connect(self.all_asked)
        self.none.clicked.connect(self.none_asked)
        self.done.clicked.connect(self.ended)
        self.show_count(0, 0)

    def show_count(self, chosen: int, shown: int, *, busy: bool = False) -> None:
        """Say how many of those shown are chosen; `busy` while something is done with them."""
        self.said.setText(
            self.tr("{chosen} of {shown} selected").format(chosen=f"{chosen:,}", shown=integrations(shown))
        )
        focused = next((one for one in (*self._actions.values(), self.export) if one.hasFocus()), None)
        waits = self.tr("Wait until the last choice is carried out.") if busy else ""
        nothing = "" if chosen else self.tr("Select at least one integration first.")
        for action, button in self._actions.items():
            set_usable(button, self._session.refusal(BULK_USE_CASES[action]) or waits or nothing)
        set_usable(self.export, self._session.refusal(UseCase.EXPORT_INTEGRATIONS) or waits or nothing)
        set_usable(self.all, "" if chosen < shown else self.tr("All that are shown are selected already."))
        set_usable(self.none, nothing)
        if focused is not None and not focused.isEnabled():
            self._waits = focused
        elif self._waits is not None and self._waits.isEnabled():
            self._waits.setFocus(Qt.FocusReason.OtherFocusReason)
            self._waits = None

    @Slot()
    def on_action_clicked(self) -> None:
        """Ask for what the button says."""
        action = next((one for one, button in self._actions.items() if button is self.sender()), None)
        if action is not None:
            self.action_asked.emit(action)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(SPACE_S)
        above.addWidget(self.said)
        above.addWidget(self.all)
        above.addWidget(self.none)
        above.addStretch()
        above.addWidget(self.done)
        below = QHBoxLayout()
        below.setSpacing(SPACE_S)
        for button in (self.enable, self.disable, self.sync, self.export, self.delete):
            below.addWidget(button)
        below.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        column.setSpacing(SPACE_S)
        column.addLayout(above)
        column.addLayout(below)
