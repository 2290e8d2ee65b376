"""The screen of all integrations as cards."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from hub_desktop.core.integration import INTEGRATION_TYPES
from hub_desktop.core.roles import UseCase
from hub_desktop.core.status import Light
from hub_desktop.hub.bulk import BulkAction
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.ui.board import Board
from hub_desktop.ui.bulk_bar import BulkBar
from hub_desktop.ui.card_grid import CardGrid
from hub_desktop.ui.integration_card import IntegrationCard
from hub_desktop.ui.selection import Selection
from hub_desktop.ui.session import Session
from hub_desktop.ui.shortcuts import Shortcut, listen
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SEARCH_WIDTH, SPACE_M, SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel, page_layout, plain_button, primary_button, set_usable
from hub_desktop.ui.waiting import Waiting

_CARDS_AT_ONCE = 3
_ATTENTION = frozenset({Light.ERROR, Light.ATTENTION, Light.WAITING})
_GROUPS: dict[str, frozenset[Light]] = {
    "all": frozenset(Light),
    "attention": _ATTENTION,
    "working": frozenset({Light.ACTIVE, Light.SYNCING}),
    "new": frozenset({Light.NEVER_RUN}),
    "off": frozenset({Light.INACTIVE}),
}


class IntegrationsPage(QWidget):
    """Cards to look at, search and act on.

    Signals:
        action_asked(int, Action): what to do with one integration.
        add_asked(): a new integration is wanted.
        sync_all_asked(): all integrations that are switched on are to be synced.
        bulk_asked(BulkAction, list): what to do with the integrations of these numbers.
        export_asked(list): the integrations of these numbers are to be written to a file.
    """

    action_asked = Signal(int, object)
    add_asked = Signal()
    sync_all_asked = Signal()
    bulk_asked = Signal(object, object)
    export_asked = Signal(object)

    def __init__(self, session: Session, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._board = board
        self._cards: dict[int, IntegrationCard] = {}
        self._order: list[int] = []
        self._selection = Selection()
        self._busy = False
        self.selecting = False
        """Whether each card shows the box by which it is chosen."""
        self.search = QLineEdit()
        self.status, self.type = QComboBox(), QComboBox()
        self.select = plain_button(self.tr("S&elect"))
        self.bar = BulkBar(session)
        self.bar.hide()
        self.add = primary_button(self.tr("&Add integration"), "plus")
        self.sync_all = plain_button(self.tr("Sync all"), "sync")
        self.clear = plain_button(self.tr("Clear filters"))
        self.said = PlainLabel(role="muted")
        self.grid = CardGrid()
        self.stack = QStackedWidget()
        self.waiting = Waiting(session, Shape.CARDS, self.stack, right=SPACE_XL)
        self._empty, self._nothing = self._empty_state(), self._nothing_state()
        self._lay_out()
        self._connect()
        self._making = QTimer(self)
        self._making.setSingleShot(True)
        self._making.setInterval(0)
        self._making.timeout.connect(self.on_cards_due)
        if board.loaded:
            self.on_views_changed()
        board.wait_with(self.waiting)

    def cards(self) -> list[IntegrationCard]:
        """Return the cards that are shown, in their order."""
        known = [self._cards[number] for number in self._order if number in self._cards]
        return [card for card in known if self._fits(card.view)]

    def focused(self) -> int | None:
        """Return the integration whose card has the keyboard, None when none has."""
        focus = QApplication.focusWidget()
        return next((n for n, card in self._cards.items() if focus is not None and card.isAncestorOf(focus)), None)

    def focus_card(self, integration_id: int) -> None:
        """Put the keyboard onto the name of an integration's card, where it is shown."""
        card = self._cards.get(integration_id)
        if card is not None and card in self.cards():
            card.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.grid.ensureWidgetVisible(card)

    def focus_filter(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def clear_filter(self) -> None:
        """Show all cards again."""
        self.search.clear()
        self.status.setCurrentIndex(0)
        self.type.setCurrentIndex(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Put what needs attention first; while the page is looked at, cards stay where they are."""
        super().showEvent(event)
        self._order = [view.integration_id for view in self._board.views]
        self._arrange()

    @Slot()
    def on_views_changed(self) -> None:
        """Bring the cards up to date."""
        views = {view.integration_id: view for view in self._board.views}
        self._show_types({view.config.type for view in views.values()})
        for number in [n for n in self._cards if n not in views]:
            card = self._cards.pop(number)
            card.hide()
            card.deleteLater()
        for number, card in self._cards.items():
            card.show_view(views[number])
        if set(self._order) != set(views):
            self._order = list(views)
        self.on_cards_due()

    @Slot()
    def on_cards_due(self) -> None:
        """Make the next few missing cards; all at once would stall the window of a college with many systems."""
        views = {view.integration_id: view for view in self._board.views}
        missing = [number for number in self._order if number in views and number not in self._cards]
        for number in missing[:_CARDS_AT_ONCE]:
            card = IntegrationCard(self._session, views[number], self.grid.widget())
            card.hide()
            card.action_asked.connect(self.action_asked)
            card.picked.connect(self.on_picked)
            card.pick.left.connect(self.on_box_left)
            self._cards[number] = card
        if len(missing) > _CARDS_AT_ONCE:
            self._making.start()
        self._arrange()

    @Slot(int)
    def on_view_changed(self, integration_id: int) -> None:
        """Move the progress of one card on."""
        view, card = self._board.view(integration_id), self._cards.get(integration_id)
        if view is not None and card is not None:
            card.show_view(view)

    @Slot()
    def on_filter_changed(self) -> None:
        """Show the cards that fit."""
        self._arrange()

    @Slot()
    def on_clear_clicked(self) -> None:
        """Show all cards again and put the keyboard where it was needed."""
        self.clear_filter()
        self.search.setFocus()

    @Slot()
    def on_select_asked(self) -> None:
        """Let cards be chosen, and put the keyboard to the first of them."""
        self.selecting = True
        self._arrange()
        cards = self.cards()
        if cards:
            cards[0].pick.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def on_selecting_ended(self) -> None:
        """Show the cards without their boxes again."""
        self.selecting = False
        self._selection.clear()
        self._arrange()
        self.select.setFocus()

    @Slot()
    def on_all_asked(self) -> None:
        """Choose all that are shown."""
        if not self._cards:
            return
        self.selecting = True
        self._arrange()
        self._selection.put_all()
        self._show_selection()

    @Slot()
    def on_none_asked(self) -> None:
        """Choose none."""
        self._selection.clear()
        self._show_selection()

    @Slot(int, bool, bool)
    def on_picked(self, number: int, on: bool, ranged: bool) -> None:
        """Choose one, or all up to it."""
        self._selection.put(number, on, ranged=ranged)
        self._show_selection()

    @Slot(int, int)
    def on_box_left(self, columns: int, lines: int) -> None:
        """Move the keyboard from the box of a card to that of another, so that nobody tabs through all between."""
        cards = self.cards()
        at = next((place for place, card in enumerate(cards) if card.pick.hasFocus()), None)
        to = -1 if at is None else at + columns + lines * self.grid.columns
        if 0 <= to < len(cards):
            cards[to].pick.setFocus(Qt.FocusReason.OtherFocusReason)
            self.grid.ensureWidgetVisible(cards[to])

    @Slot(object)
    def on_bulk_asked(self, action: BulkAction) -> None:
        """Ask for it to be done with those that are chosen."""
        self.bulk_asked.emit(action, self._selection.chosen)

    @Slot()
    def on_export_asked(self) -> None:
        """Ask for those that are chosen to be written to a file."""
        self.export_asked.emit(self._selection.chosen)

    @Slot(bool)
    def on_busy_changed(self, busy: bool) -> None:
        """Let nothing more be done with those chosen until the last thing is."""
        self._busy = busy
        self._show_selection()

    def _arrange(self) -> None:
        if not self._board.loaded:
            return
        for control in (self.search, self.status, self.type, self.sync_all):
            control.setVisible(bool(self._cards))
        self.selecting = self.selecting and bool(self._cards)
        self.select.setVisible(bool(self._cards) and not self.selecting)
        cards = self.cards()
        self._selection.show([number for number in self._order if self._is_shown(number)])
        self._show_selection()
        self.grid.show_cards(cards)
        total = count(len(self._cards), "integration")
        filtered = len(cards) != len(self._cards)
        self.said.setText(self.tr("{shown} of {total}").format(shown=f"{len(cards):,}", total=total))
        self.said.setVisible(filtered and bool(cards))
        state = self.grid if cards else self._nothing if self._cards else self._empty
        self.stack.setCurrentWidget(state)

    def _is_shown(self, number: int) -> bool:
        # A card that is still to be made is shown in a moment.
        view = self._board.view(number)
        return view is not None and self._fits(view)

    def _show_selection(self) -> None:
        chosen = set(self._selection.chosen)
        self.bar.setVisible(self.selecting)
        self.bar.show_count(len(chosen), self._selection.shown, busy=self._busy)
        for number, card in self._cards.items():
            card.show_picking(self.selecting, number in chosen)

    def _show_types(self, present: set[str]) -> None:
        """Offer the types that there are; the one that is looked for stays while there is one of it."""
        wanted = {"": self.tr("Every type")}
        wanted |= {one: spoken(label) for one, label in INTEGRATION_TYPES.items() if one in present}
        wanted |= {one: one for one in sorted(present - set(INTEGRATION_TYPES))}
        if list(wanted) == [self.type.itemData(place) for place in range(self.type.count())]:
            return
        before = self.type.currentData()
        self.type.blockSignals(True)
        self.type.clear()
        for one, label in wanted.items():
            self.type.addItem(label, one)
        self.type.setCurrentIndex(max(self.type.findData(before), 0))
        self.type.blockSignals(False)

    def _fits(self, view: IntegrationView) -> bool:
        if self.type.currentData() and view.config.type != self.type.currentData():
            return False
        words = self.search.text().casefold().split()
        searched = (
            f"{view.name} {view.config.type} {spoken(INTEGRATION_TYPES.get(view.config.type, ''))} {view.college}"
        )
        lights = _GROUPS[self.status.currentData()]
        return view.status.light in lights and all(word in searched.casefold() for word in words)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Search integrations"))
        self.search.setAccessibleName(self.tr("Search integrations"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(SEARCH_WIDTH)
        for key, label in {
            "all": self.tr("Every status"),
            "attention": self.tr("Needs attention"),
            "working": self.tr("Working"),
            "new": self.tr("Not run yet"),
            "off": self.tr("Switched off"),
        }.items():
            self.status.addItem(label, key)
        self.status.setAccessibleName(self.tr("Filter by status"))
        self.type.setAccessibleName(self.tr("Filter by type"))
        self.type.addItem(self.tr("Every type"), "")
        self.select.setToolTip(self.tr("Select several to switch, sync, export or delete them at once"))
        set_usable(self.add, self._session.refusal(UseCase.ADD_INTEGRATION))
        set_usable(self.sync_all, self._session.refusal(UseCase.SYNC))
        head = QHBoxLayout()
        head.setSpacing(SPACE_M)
        head.addWidget(PlainLabel(self.tr("Integrations"), "title"), 1)
        head.addWidget(self.sync_all)
        head.addWidget(self.add)
        filters = QHBoxLayout()
        filters.setSpacing(SPACE_S)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.status)
        filters.addWidget(self.type)
        filters.addWidget(self.said)
        filters.addStretch()
        filters.addWidget(self.select)
        # The first of them stands empty until the integrations are known.
        for state in (QWidget(), self._empty, self._nothing, self.grid):
            self.stack.addWidget(state)
        barred = QHBoxLayout()
        barred.addWidget(self.bar)
        for row in (head, filters, barred):
            row.setContentsMargins(0, 0, SPACE_XL, 0)
        column = page_layout(self, scrolls=True)
        column.addLayout(head)
        column.addLayout(filters)
        column.addLayout(barred)
        column.addWidget(self.waiting, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.on_filter_changed)
        self.status.currentIndexChanged.connect(self.on_filter_changed)
        self.type.currentIndexChanged.connect(self.on_filter_changed)
        self.select.clicked.connect(self.on_select_asked)
        self.bar.action_asked.connect(self.on_bulk_asked)
        self.bar.export_asked.connect(self.on_export_asked)
        self.bar.all_asked.connect(self.on_all_asked)
        self.bar.none_asked.connect(self.on_none_asked)
        self.bar.ended.connect(self.on_selecting_ended)
        listen(Shortcut.SELECT_ALL, self, self.on_all_asked)
        self.clear.clicked.connect(self.on_clear_clicked)
        self.add.clicked.connect(self.add_asked)
        self.sync_all.clicked.connect(self.sync_all_asked)
        self._board.views_changed.connect(self.on_views_changed)
        self._board.view_changed.connect(self.on_view_changed)

    def _empty_state(self) -> QWidget:
        connect = primary_button(self.tr("Connect your first system"), "plug")
        set_usable(connect, self._session.refusal(UseCase.ADD_INTEGRATION))
        connect.clicked.connect(self.add_asked)
        return _state(
            self.tr("No system is connected yet"),
            self.tr(
                "An integration brings records from one of the college's systems, such as the ERP, the LMS or the "
                "attendance machine."
            ),
            connect,
        )

    def _nothing_state(self) -> QWidget:
        return _state(
            self.tr("No integration fits"),
            self.tr("None has these words, this status and this type."),
            self.clear,
        )


def _state(title: str, sentence: str, button: QWidget) -> QWidget:
    """Return what stands in the place of the cards when there are none."""
    state = QWidget()
    column = QVBoxLayout(state)
    column.setSpacing(SPACE_M)
    column.addStretch(1)
    for text, role in ((title, "subtitle"), (sentence, "muted")):
        label = PlainLabel(text, "subtitle" if role == "subtitle" else "muted", wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(label)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
    column.addStretch(2)
    return state
