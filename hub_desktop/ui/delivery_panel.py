"""Deliveries: what came in, what became of each, its body, and letting them be worked on once more."""

from collections import defaultdict
from collections.abc import Mapping

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.core.errors import HubError
from hub_desktop.core.events import DeliveryReceived, Event, RunFinished
from hub_desktop.core.roles import UseCase
from hub_desktop.store.deliveries import Delivery, DeliveryState
from hub_desktop.ui.delivery_details import DeliveryDetails
from hub_desktop.ui.delivery_model import INTEGRATION, WHY, DeliveryFilter, DeliveryModel, state_word
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S, TEXT_WIDTH
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, primary_button, set_usable
from hub_desktop.ui.table_manners import prepare_table
from hub_desktop.ui.waiting import Waiting

_GATHER_MS = 250
"""Deliveries that come in a burst are shown together."""
_COLUMN_LETTERS = (17, 16, 19, 13, 20, 11, 9, 10)


class DeliveryPanel(QWidget):
    """The deliveries of one integration, or of all with a choice among them.

    Signals:
        run_asked(int, int): the log of this integration's run is to be shown.
    """

    run_asked = Signal(int, int)

    def __init__(self, session: Session, integration_id: int | None = None, parent: QWidget | None = None) -> None:
        """`integration_id` None lets a person choose the integration."""
        super().__init__(parent)
        self._session = session
        self._only = integration_id
        self._begun = False
        self._answered = False
        self._shown: DeliveryFilter | None = None
        """Which deliveries stand there; others may have been asked for since."""
        self._busy = False
        self._replayed: list[int] = []
        self.model = DeliveryModel(session, self)
        self.details = DeliveryDetails(session)
        self._make_controls()
        self._lay_out()
        self._connect()
        self._refusal = session.refusal(UseCase.VIEW_DELIVERIES)
        if self._refusal:
            self.filters.setEnabled(False)
            self._say(self._refusal)
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the deliveries when somebody first looks, and take in what came while nobody did."""
        super().showEvent(event)
        if self._refusal:
            return
        if not self._begun:
            self._begun = True
            self.on_filter_changed()
        else:
            self._look_again()

    def name_integrations(self, names: Mapping[int, str]) -> None:
        """Offer these integrations, keeping the choice."""
        self.model.name_integrations(names)
        chosen = self.integration.currentData()
        self.integration.blockSignals(True)
        self.integration.clear()
        self.integration.addItem(self.tr("All integrations"), None)
        for number, name in names.items():
            self.integration.addItem(name, number)
        known = self.integration.findData(chosen)
        self.integration.setCurrentIndex(max(known, 0))
        self.integration.blockSignals(False)
        if known < 0:
            self.on_filter_changed()

    def on_event(self, event: Event) -> None:
        """Look again when a delivery came, or a run worked on some."""
        if isinstance(event, DeliveryReceived):
            concerned = event.integration_id
        elif isinstance(event, RunFinished):
            concerned = event.run.integration_id
        else:
            return
        if self._begun and self.model.filter.integration_id in {None, concerned} and not self._gather.isActive():
            self._gather.start()

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot()
    def on_filter_changed(self) -> None:
        """Show what is asked for, from the newest on."""
        if self._begun:
            chosen = self._only if self._only is not None else self.integration.currentData()
            wanted = DeliveryFilter(chosen, self.state.currentData())
            if wanted != self._shown:
                self.waiting.forget()
            self.waiting.begin()
            self.model.show_filtered(wanted)

    @Slot()
    def on_clear_asked(self) -> None:
        """Show the deliveries of all integrations, in any state."""
        for box in (self.integration, self.state):
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)
        self.on_filter_changed()

    @Slot()
    def on_gathered(self) -> None:
        """Take in what came, if somebody looks."""
        if self.isVisible():
            self._look_again()

    @Slot()
    def on_loaded(self) -> None:
        """Say that there is nothing, and why, where there is nothing."""
        self._answered = True
        self._shown = self.model.filter
        self.waiting.came()
        shown = self.details.delivery
        row = self.model.row_at(self.table.currentIndex())
        if shown is not None and row is not None and row.delivery_id == shown.delivery_id and row != shown:
            self.details.show_delivery(row)
        self._settle()

    @Slot(QModelIndex, int, int)
    def on_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Stay at the rows that somebody looks at while new ones come above them."""
        bar = self.table.verticalScrollBar()
        if first == 0 and bar.value() > 0:
            bar.setValue(bar.value() + last - first + 1)

    @Slot(QItemSelection, QItemSelection)
    def on_selection_changed(self, _chosen: QItemSelection, _before: QItemSelection) -> None:
        """Show the chosen delivery, if it is one."""
        rows = self._selected()
        self.details.show_delivery(rows[0] if len(rows) == 1 else None)
        self.message.show_note("")
        self._settle()

    @Slot()
    def on_replay_asked(self) -> None:
        """Let the chosen deliveries be worked on once more."""
        chosen: dict[int, list[int]] = defaultdict(list)
        for row in self._selected():
            chosen[row.integration_id].append(row.delivery_id)
        self._replay(chosen)

    @Slot()
    def on_replay_all_asked(self) -> None:
        """Let all that were refused or failed be worked on once more."""
        self._replay(dict.fromkeys(self.model.unfinished))

    @Slot(int)
    def on_replayed(self, number: int) -> None:
        """Say how many are worked on, and follow them."""
        self._busy = False
        if number:
            being = self.tr("is") if number == 1 else self.tr("are")
            self.message.show_note(
                self.tr("{deliveries} {being} worked on again.").format(
                    deliveries=count(number, "delivery", "deliveries"), being=being
                )
            )
        else:
            self.message.show_note(self.tr("Nothing is left to replay: their bodies are no longer kept."))
        self._look_again()
        self._settle()

    @Slot(object)
    def on_not_replayed(self, error: HubError) -> None:
        """Say why not."""
        self._busy = False
        self.message.show_problem(error.sentence)
        self._settle()

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _look_again(self) -> None:
        self.waiting.begin()
        self.model.look_again()

    def _replay(self, chosen: Mapping[int, list[int] | None]) -> None:
        if not chosen or self._busy:
            return
        hub, actor = self._session.hub, self._session.actor
        which = dict(chosen)
        self._busy = True
        self._settle()
        self._session.calls.call(
            lambda: sum(hub.webhooks.replay(actor, number, ids) for number, ids in which.items()),
            self.on_replayed,
            self.on_not_replayed,
            owner=self,
        )

    def _selected(self) -> list[Delivery]:
        found = (self.model.row_at(index) for index in self.table.selectionModel().selectedRows())
        return [row for row in found if row is not None]

    def _settle(self) -> None:
        rows, failed = self._selected(), sum(self.model.unfinished.values())
        refusal = self._session.refusal(UseCase.REPLAY)
        self.replay_button.setText(
            self.tr("&Replay {deliveries}").format(deliveries=count(len(rows), "delivery", "deliveries"))
            if len(rows) > 1
            else self.tr("&Replay")
        )
        set_usable(self.replay_button, refusal or self._not_replayed(rows))
        words = self.tr("Replay &all {number} failed").format(number=f"{failed:,}")
        if failed == 1:
            words = self.tr("Replay the 1 &failed")
        self.replay_all_button.setText(words)
        self.replay_all_button.setAccessibleName(words.replace("&", ""))
        self.replay_all_button.setVisible(failed > 0)
        set_usable(self.replay_all_button, refusal or (self.tr("One moment, please.") if self._busy else ""))
        filtered = self.model.filter != DeliveryFilter(self._only)
        self.clear_button.setVisible(filtered)
        self.table.setColumnHidden(INTEGRATION, self._only is not None or self._chosen_one())
        if self._refusal:
            return
        if self.model.rowCount() or not self._answered:
            self.empty.hide()
            self.splitter.show()
        elif filtered and self.model.filter.state is not None:
            self._say(self.tr("No delivery is in this state."))
        else:
            self._say(
                self.tr(
                    "Nothing was delivered yet. A delivery is what another system sends here by itself, the moment "
                    "something changes there. Give it the address and the secret of the webhook; both are found "
                    "under Integrations, More, Webhook."
                )
                if self._only is None
                else self.tr(
                    "Nothing was delivered yet. Give the address and the secret to the other system, then choose "
                    "Test to see whether it can come in."
                )
            )

    def _chosen_one(self) -> bool:
        return self.model.filter.integration_id is not None

    def _not_replayed(self, rows: list[Delivery]) -> str:
        if self._busy:
            return self.tr("One moment, please.")
        if not rows:
            return self.tr("Choose a delivery first; with Ctrl or Shift, several.")
        if any(row.state is DeliveryState.TEST for row in rows):
            return self.tr("A test feeds nothing, so it is not replayed.")
        if any(row.state is DeliveryState.RECEIVED for row in rows):
            return self.tr("It waits to be worked on already.")
        return ""

    def _say(self, sentence: str) -> None:
        self.empty_text.setText(sentence)
        self.empty.show()
        self.splitter.hide()

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.integration = ChoiceBox()
        self.integration.setAccessibleName(self.tr("Integration"))
        self.integration.addItem(self.tr("All integrations"), None)
        self.integration.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        if self._only is not None:
            # Only hidden: what is shown before it stands in something opens a window of its own.
            self.integration.hide()
        self.state = ChoiceBox()
        self.state.setAccessibleName(self.tr("State"))
        self.state.addItem(self.tr("In any state"), None)
        for state in DeliveryState:
            self.state.addItem(state_word(state), state)
        self.clear_button = plain_button(self.tr("Clear &filters"))
        self.replay_button = primary_button(self.tr("&Replay"))
        self.replay_all_button = plain_button("")
        self.message = ProblemLabel()
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Deliveries"))
        self.empty_text = PlainLabel("", "muted", wrap=True)
        self.empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_text.setFixedWidth(TEXT_WIDTH * 3 // 4)
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)

    def _connect(self) -> None:
        self.integration.currentIndexChanged.connect(self.on_filter_changed)
        self.state.currentIndexChanged.connect(self.on_filter_changed)
        self.clear_button.clicked.connect(self.on_clear_asked)
        self.replay_button.clicked.connect(self.on_replay_asked)
        self.replay_all_button.clicked.connect(self.on_replay_all_asked)
        self._gather.timeout.connect(self.on_gathered)
        self.model.loaded.connect(self.on_loaded)
        self.model.failed.connect(self.waiting.failed)
        self.waiting.again_asked.connect(self.on_filter_changed)
        self.waiting.stop_asked.connect(self.model.stop)
        self.model.rowsInserted.connect(self.on_rows_inserted)
        self.table.selectionModel().selectionChanged.connect(self.on_selection_changed)
        self.details.run_asked.connect(self.run_asked)

    def _lay_out(self) -> None:
        self.filters = QWidget()
        line = QHBoxLayout(self.filters)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_S)
        for control in (self.integration, self.state, self.clear_button):
            line.addWidget(control)
        line.addStretch(1)
        line.addWidget(self.replay_all_button)
        line.addWidget(self.replay_button)
        self.table.setModel(self.model)
        prepare_table(self.table, _COLUMN_LETTERS)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.horizontalHeader().setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.details)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setChildrenCollapsible(False)
        self.empty = QWidget()
        middle = QVBoxLayout(self.empty)
        middle.addStretch(1)
        # In a row of its own, so that its height is counted for its own width and not for that of the panel.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.empty_text)
        row.addStretch(1)
        middle.addLayout(row)
        middle.addStretch(2)
        self.empty.hide()
        self.waiting = Waiting(self._session, Shape.TABLE)
        inside = QVBoxLayout(self.waiting.content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.splitter, 1)
        inside.addWidget(self.empty, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self.filters)
        layout.addWidget(self.message)
        layout.addWidget(self.waiting, 1)
