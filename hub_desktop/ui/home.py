"""Home: one sentence, what needs attention, and every system at a glance."""

from pathlib import Path

from PySide6.QtCore import QProcess, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hub_desktop.core.errors import HubError
from hub_desktop.core.events import Event, RunFinished
from hub_desktop.core.own_program import OwnProgram
from hub_desktop.core.roles import UseCase
from hub_desktop.core.run_days import RunDay
from hub_desktop.core.status import Light
from hub_desktop.core.times import utc_now
from hub_desktop.hub.overview import IntegrationView, summarise
from hub_desktop.hub.storage import StorageState
from hub_desktop.ui.board import Board
from hub_desktop.ui.calls import StandingQuestion
from hub_desktop.ui.files_panel import save_recovery_key
from hub_desktop.ui.first_start import FirstStart
from hub_desktop.ui.folders import in_documents
from hub_desktop.ui.importing import FileImport
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.icons import LIGHT_ICONS
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import ICON_LARGE, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import (
    Card,
    IconLabel,
    MessageStrip,
    PageScroll,
    PlainLabel,
    clear,
    page_layout,
    plain_button,
    set_usable,
)
from hub_desktop.ui.system_row import AttentionRow, SystemRow
from hub_desktop.ui.waiting import Waiting


class HomePage(QWidget):
    """What a principal sees first.

    Signals:
        action_asked(int, Action): what to do with one integration.
        add_asked(): a new integration is wanted.
        sync_all_asked(): all integrations that are switched on are to be synced.
        told(str, str, str): kind, sentence and detail of something to say above the page.
    """

    action_asked = Signal(int, object)
    add_asked = Signal()
    sync_all_asked = Signal()
    told = Signal(str, str, str)

    def __init__(
        self, session: Session, board: Board, *, rehearsing: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._reading_days = StandingQuestion(session.calls, self)
        self._board = board
        self._rehearsing = rehearsing
        self._attention: dict[int, AttentionRow] = {}
        self._systems: dict[int, SystemRow] = {}
        self.sentence = PlainLabel(role="title", wrap=True)
        self._light = IconLabel("circle-dashed", "muted", ICON_LARGE)
        self.sync_all = plain_button(self.tr("Sync all"), "sync")
        self.key_strip: MessageStrip | None = None
        self.importing = FileImport(session, self)
        self.first_start = FirstStart(session, rehearsing=rehearsing)
        self.stack = QStackedWidget()
        self.waiting = Waiting(session, Shape.LIST, self.stack, right=SPACE_XL)
        self._blank = QWidget()
        self._glance = PageScroll()
        self._lay_out()
        self._connect()
        self._days: dict[int, tuple[RunDay, ...]] = {}
        self._load_storage()
        if board.loaded:
            self.on_views_changed()
        board.wait_with(self.waiting)

    @property
    def attention(self) -> list[AttentionRow]:
        """The systems that need a person."""
        return list(self._attention.values())

    @property
    def systems(self) -> list[SystemRow]:
        """All systems at a glance."""
        return list(self._systems.values())

    @Slot()
    def on_views_changed(self) -> None:
        """Show the systems as they stand now."""
        views = self._board.views
        summary = summarise(views)
        self.sentence.setText(spoken(summary.sentence) if views else self.tr("Welcome to Hub Desktop"))
        light = summary.light or Light.NEVER_RUN
        self._light.show_icon(LIGHT_ICONS[light], light.value)
        self._light.setVisible(bool(views))
        self.sync_all.setVisible(bool(views))
        self._welcome.setVisible(not views)
        self._show_attention(list(summary.attention))
        self._show_systems(views)
        self.stack.setCurrentWidget(self._glance if views else self.first_start)

    def on_event(self, event: Event) -> None:
        """Draw the last days anew after each run."""
        if isinstance(event, RunFinished):
            self._load_days()

    @Slot(object)
    def on_days_read(self, days: dict[int, tuple[RunDay, ...]]) -> None:
        """Show how the syncs of each system went on the last days."""
        self._days = days
        for number, row in self._systems.items():
            row.show_days(days.get(number, ()))

    @Slot(int)
    def on_view_changed(self, integration_id: int) -> None:
        """Move the progress of one system on."""
        view, row = self._board.view(integration_id), self._systems.get(integration_id)
        if view is not None and row is not None:
            row.show_view(view)

    @Slot()
    def on_sample_asked(self) -> None:
        """Start a second program that serves and shows the sample college."""
        program, *words = OwnProgram.running().command("demo")
        started, _ = QProcess.startDetached(program, words)
        if started:
            self.told.emit("info", self.tr("The sample college opens in a window of its own."), "")
        else:
            self.told.emit("error", self.tr("The sample college could not be started."), f"{program} demo")

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say what went wrong."""
        self.told.emit("error", error.sentence, error.detail)

    @Slot(object)
    def on_storage_read(self, state: StorageState) -> None:
        """Offer the recovery key, as long as nobody has saved it."""
        refused = self._session.refusal(UseCase.SAVE_RECOVERY_KEY)
        if not state.encrypted or state.recovery_key_saved or refused or self.key_strip is not None:
            return
        if self._rehearsing:
            # What a rehearsal leaves behind is gone with it.
            return
        self.key_strip = MessageStrip(
            "info",
            self.tr(
                "Your records are encrypted with a key kept on this computer alone. Save a recovery key, so that they "
                "can still be opened if the computer is lost."
            ),
            action=self.tr("Save recovery key…"),
        )
        self.key_strip.action_chosen.connect(self.on_key_asked)
        self._strip_place.addWidget(self.key_strip)

    @Slot()
    def on_key_asked(self) -> None:
        """Ask where the recovery key goes."""
        dialog = QFileDialog(self, self.tr("Save recovery key"), in_documents("hub-desktop-recovery-key.txt"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self.on_key_place_chosen)
        dialog.open()

    @Slot(str)
    def on_key_place_chosen(self, place: str) -> None:
        """Write the recovery key there."""
        hub, actor = self._session.hub, self._session.actor
        self._session.calls.call(
            lambda: save_recovery_key(hub, actor, Path(place)), self.on_key_saved, self.on_failed, owner=self
        )

    @Slot(object)
    def on_key_saved(self, place: Path) -> None:
        """Say where it is, and ask no more."""
        if self.key_strip is not None:
            self.key_strip.hide()
        self.told.emit(
            "info",
            self.tr(
                "The recovery key was saved to {place}. Print it or put it on a stick, keep it in a safe, and delete "
                "the file."
            ).format(place=place),
            "",
        )

    def _show_attention(self, views: list[IntegrationView]) -> None:
        wanted = {view.integration_id: view for view in views}
        for number in [n for n in self._attention if n not in wanted]:
            row = self._attention.pop(number)
            row.hide()
            row.deleteLater()
        for place, (number, view) in enumerate(wanted.items()):
            known = self._attention.pop(number, None)
            row = known or AttentionRow(self._session, view)
            if known is None:
                row.action_asked.connect(self.action_asked)
            else:
                known.show_view(view)
            # The most urgent first, also when it became so after the others.
            self._attention[number] = row
            if self._attention_column.indexOf(row) != place:
                self._attention_column.insertWidget(place, row)
        self._attention_title.setVisible(bool(wanted))

    def _show_systems(self, views: list[IntegrationView]) -> None:
        by_name = {v.integration_id: v for v in sorted(views, key=lambda view: view.name.casefold())}
        if list(by_name) != list(self._systems):
            clear(self._systems_column)
            self._systems = {}
            for number, view in by_name.items():
                self._systems[number] = SystemRow(view)
                self._systems[number].action_asked.connect(self.action_asked)
                if len(self._systems) > 1:
                    line = QFrame()
                    line.setFrameShape(QFrame.Shape.HLine)
                    line.setFrameShadow(QFrame.Shadow.Plain)
                    line.setProperty("look", "line")
                    self._systems_column.addWidget(line)
                self._systems_column.addWidget(self._systems[number])
            self._load_days()
            return
        for number, view in by_name.items():
            self._systems[number].show_view(view)
        if self._days and max(days[-1].day for days in self._days.values()) != utc_now().astimezone().date():
            # The window may have been open for months.
            self._load_days()

    def _load_days(self) -> None:
        hub, actor = self._session.hub, self._session.actor
        self._reading_days.ask(lambda: hub.closeups.days(actor), self.on_days_read)

    def _load_storage(self) -> None:
        hub = self._session.hub
        self._session.calls.call(hub.storage.state, self.on_storage_read, owner=self)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_M)
        head.addWidget(self._light)
        head.addWidget(self.sentence, 1)
        head.addWidget(self.sync_all)
        self._light.hide()
        self.sync_all.hide()
        set_usable(self.sync_all, self._session.refusal(UseCase.SYNC))
        self._welcome = PlainLabel(
            self.tr(
                "It keeps one checked copy of the records in your college's systems, and tells you whether they work. "
                "Choose a way to begin."
            ),
            "muted",
            wrap=True,
        )
        self._welcome.hide()
        self._attention_title = PlainLabel(self.tr("Needs your attention"), "subtitle")
        self._attention_title.hide()
        self._attention_column = QVBoxLayout()
        self._attention_column.setSpacing(SPACE_S)
        card = Card()
        self._systems_column = QVBoxLayout(card)
        self._systems_column.setContentsMargins(0, SPACE_S, 0, SPACE_S)
        self._systems_column.setSpacing(0)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(SPACE_M)
        column.addWidget(self._attention_title)
        column.addLayout(self._attention_column)
        column.addSpacing(SPACE_S)
        column.addWidget(PlainLabel(self.tr("Your systems"), "subtitle"))
        column.addWidget(card)
        column.addStretch()
        self._glance.hold(inside, column)
        for state in (self._blank, self._glance, self.first_start):
            self.stack.addWidget(state)
        # The strip stands apart from what scrolls, so that it keeps the margin of the window.
        self._strip_place = QVBoxLayout()
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, SPACE_XL, 0)
        top.setSpacing(SPACE_L)
        top.addLayout(self._strip_place)
        top.addLayout(head)
        top.addWidget(self._welcome)
        column = page_layout(self, scrolls=True)
        column.addLayout(top)
        column.addWidget(self.waiting, 1)

    def _connect(self) -> None:
        self.sync_all.clicked.connect(self.sync_all_asked)
        self.first_start.connect_asked.connect(self.add_asked)
        self.first_start.sample_asked.connect(self.on_sample_asked)
        self.first_start.import_asked.connect(self.importing.on_asked)
        self.importing.told.connect(self.told)
        self._board.views_changed.connect(self.on_views_changed)
        self._board.view_changed.connect(self.on_view_changed)
