"""The log: what every run did and what went wrong, filtered, searched and followed."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.core.events import Event, IntegrationsChanged, Level, LogRow
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.ui.calls import StandingQuestion
from hub_desktop.ui.log_model import INTEGRATION, LogFilter, LogModel
from hub_desktop.ui.run_undo import RunUndo
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SEARCH_WIDTH, SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, Switch, plain_button
from hub_desktop.ui.table_manners import prepare_table
from hub_desktop.ui.waiting import Waiting
from hub_desktop.ui.words import exact

_SEARCH_MS = 250
_GATHER_MS = 100
"""Rows that come in a burst are shown together."""

_COLUMN_LETTERS = (18, 15, 20, 13)


class LogPage(QWidget):
    """The log of all integrations, or of one of them or one run."""

    def __init__(self, session: Session, integration_id: int | None = None, parent: QWidget | None = None) -> None:
        """`integration_id` None lets a person choose the integration."""
        super().__init__(parent)
        self._session = session
        self._reading_names = StandingQuestion(session.calls, self)
        self._only = integration_id
        self._run_id: int | None = None
        self._arrived: list[LogRow] = []
        self._unseen = 0
        self._begun = False
        self._shown_once = False
        self._shown: LogFilter | None = None
        """Which rows stand there; others may have been asked for since."""
        self.model = LogModel(session, self)
        self._make_controls()
        self._lay_out()
        self._connect()
        refusal = session.refusal(UseCase.VIEW_LOG)
        if refusal:
            self._say(refusal, clear=False)
            self.filters.setEnabled(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the log when somebody first looks: reading it leaves a row in the audit."""
        super().showEvent(event)
        if not self._begun and self.filters.isEnabled():
            self._begun = True
            if self._only is None:
                self._load_integrations()
            self.on_filter_changed()

    def show_for(self, integration_id: int | None, run_id: int | None = None) -> None:
        """Show the log of one integration, or one of its runs; None: of all."""
        self._clear(integration_id, run_id)

    def on_event(self, event: Event) -> None:
        """Take in a new row, or another list of integrations."""
        if not self._begun:
            return
        self.undo.on_event(event)
        if isinstance(event, LogRow):
            self._arrived.append(event)
            if not self._gather.isActive():
                self._gather.start()
        elif isinstance(event, IntegrationsChanged) and self._only is None:
            self._load_integrations()

    def focus_filter(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot()
    def on_filter_changed(self) -> None:
        """Show what the filters ask for, from the newest on."""
        self._pause.stop()
        if not self._begun:
            return
        self._unseen = 0
        chosen = LogFilter(self._chosen(), self._run_id, self.level.currentData(), self.search.text().strip())
        if chosen != self._shown:
            self.waiting.forget()
        self.waiting.begin()
        self.model.show_filtered(chosen)
        self._settle()

    @Slot()
    def on_clear_asked(self) -> None:
        """Show the log of all integrations, or all of the one."""
        self._clear(self._only, None)

    @Slot()
    def on_rows_gathered(self) -> None:
        """Show the rows that came, or count them while the list is not followed."""
        arrived, self._arrived = self._arrived, []
        if self.follow.isChecked():
            self.model.prepend(arrived)
        else:
            self._unseen += len([row for row in arrived if self.model.filter.wants(row)])
        self._settle()

    @Slot(int)
    def on_scrolled(self, position: int) -> None:
        """Let go of the newest rows when somebody scrolls down to older ones."""
        if position > 0 and self.follow.isChecked():
            self.follow.setChecked(False)

    @Slot(bool)
    def on_follow_switched(self, follow: bool) -> None:
        """Go back to the newest rows when they are to be followed."""
        if follow:
            self.table.scrollToTop()
            self.on_filter_changed()
        self._settle()

    @Slot()
    def on_newest_asked(self) -> None:
        """Follow the newest rows again."""
        self.follow.setChecked(True)

    @Slot(QModelIndex, QModelIndex)
    def on_row_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Show the chosen row whole."""
        row = self.model.row_at(current)
        self.detail.setPlainText("" if row is None else _whole(row))
        self.detail_panel.setVisible(row is not None)
        self.undo.show_run(None if row is None else row.run_id)

    @Slot()
    def on_copy_asked(self) -> None:
        """Put the chosen row on the clipboard."""
        QGuiApplication.clipboard().setText(self.detail.toPlainText())

    @Slot()
    def on_loaded(self) -> None:
        """Say that there is nothing, and why, where there is nothing."""
        self._shown_once = True
        self._shown = self.model.filter
        self.waiting.came()
        self.detail_panel.setVisible(self.table.currentIndex().isValid())
        self._settle()

    @Slot(object)
    def on_integrations_loaded(self, views: list[IntegrationView]) -> None:
        """Offer the integrations, keeping the choice."""
        self._offer(sorted(views, key=lambda view: view.name.casefold()))

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _clear(self, integration_id: int | None, run_id: int | None) -> None:
        for control in (self.integration, self.level, self.search, self.follow):
            control.blockSignals(True)
        if self._only is None and self.integration.findData(integration_id) < 0:
            # The names of the integrations may still be on their way.
            self.integration.addItem(self.tr("Integration {number}").format(number=integration_id), integration_id)
        self.integration.setCurrentIndex(self.integration.findData(integration_id))
        self.level.setCurrentIndex(0)
        self.search.clear()
        self.follow.setChecked(True)
        for control in (self.integration, self.level, self.search, self.follow):
            control.blockSignals(False)
        self._run_id = run_id
        self.on_filter_changed()

    def _chosen(self) -> int | None:
        return self._only if self._only is not None else self.integration.currentData()

    def _settle(self) -> None:
        chosen = self.model.filter
        filtered = chosen != LogFilter(self._only)
        self.clear_button.setVisible(filtered)
        self.run_label.setVisible(chosen.run_id is not None)
        self.run_label.setText(self.tr("Run {number}").format(number=chosen.run_id))
        self.newest_button.setVisible(self._unseen > 0 and not self.follow.isChecked())
        self.newest_button.setText(
            self.tr("Show {entries}").format(entries=count(self._unseen, "new entry", "new entries"))
        )
        if self.model.rowCount() or not self._shown_once:
            self.empty.hide()
            self.table.setVisible(True)
        elif filtered:
            self._say(self.tr("No entry fits these filters."), clear=True)
        else:
            self._say(self.tr("Nothing has happened yet. Every sync writes here what it did."), clear=False)

    def _say(self, sentence: str, *, clear: bool) -> None:
        self.empty_text.setText(sentence)
        self.empty_clear.setVisible(clear)
        self.empty.show()
        self.table.hide()
        self.detail_panel.hide()

    def _load_integrations(self) -> None:
        hub, actor = self._session.hub, self._session.actor
        self._reading_names.ask(lambda: hub.overview.all(actor), self.on_integrations_loaded)

    def _offer(self, views: list[IntegrationView]) -> None:
        chosen = self.integration.currentData()
        self.integration.blockSignals(True)
        self.integration.clear()
        self.integration.addItem(self.tr("All integrations"), None)
        for view in views:
            self.integration.addItem(view.name, view.integration_id)
        known = self.integration.findData(chosen)
        self.integration.setCurrentIndex(max(known, 0))
        self.integration.blockSignals(False)
        if known < 0:
            self.on_filter_changed()

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.integration = QComboBox()
        self.integration.setAccessibleName(self.tr("Integration"))
        self.integration.addItem(self.tr("All integrations"), None)
        self.integration.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        if self._only is not None:
            self.integration.hide()
        self.level = QComboBox()
        self.level.setAccessibleName(self.tr("Level"))
        self.level.addItem(self.tr("All levels"), None)
        self.level.addItem(self.tr("Warnings and errors"), Level.WARNING)
        self.level.addItem(self.tr("Errors"), Level.ERROR)
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Search the log"))
        self.search.setPlaceholderText(self.tr("Search the log"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(SEARCH_WIDTH // 2)
        self.run_label = PlainLabel("", role="strong")
        self.clear_button = plain_button(self.tr("Clear &filters"))
        self.follow = Switch(self.tr("F&ollow"))
        self.follow.setToolTip(self.tr("New entries appear on top until you scroll down."))
        self.follow.setChecked(True)
        self.newest_button = plain_button("")
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Log"))
        self.detail = QPlainTextEdit()
        self.detail.setAccessibleName(self.tr("The chosen entry"))
        self.detail.setReadOnly(True)
        self.copy_button = plain_button(self.tr("&Copy details"))
        self.undo = RunUndo(self._session)
        self.empty_text = PlainLabel("", role="muted")
        self.empty_text.setWordWrap(True)
        self.empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_clear = plain_button(self.tr("Clear filters"))
        self._pause, self._gather = QTimer(self), QTimer(self)
        for timer, milliseconds in ((self._pause, _SEARCH_MS), (self._gather, _GATHER_MS)):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)

    def _connect(self) -> None:
        self.integration.currentIndexChanged.connect(self.on_filter_changed)
        self.level.currentIndexChanged.connect(self.on_filter_changed)
        self.search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.on_filter_changed)
        self._gather.timeout.connect(self.on_rows_gathered)
        self.clear_button.clicked.connect(self.on_clear_asked)
        self.empty_clear.clicked.connect(self.on_clear_asked)
        self.follow.toggled.connect(self.on_follow_switched)
        self.newest_button.clicked.connect(self.on_newest_asked)
        self.copy_button.clicked.connect(self.on_copy_asked)
        self.table.verticalScrollBar().valueChanged.connect(self.on_scrolled)
        self.model.loaded.connect(self.on_loaded)
        self.model.failed.connect(self.waiting.failed)
        self.waiting.again_asked.connect(self.on_filter_changed)
        self.waiting.stop_asked.connect(self.model.stop)

    def _lay_out(self) -> None:
        self.filters = QWidget()
        line = QHBoxLayout(self.filters)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_S)
        for control in (self.integration, self.level):
            line.addWidget(control)
        line.addWidget(self.search, 1)
        # Shown once there is something they can do.
        for button in (self.clear_button, self.newest_button):
            button.hide()
        for widget in (self.run_label, self.clear_button, self.newest_button, self.follow):
            line.addWidget(widget)
        self._prepare_table()
        self.detail_panel = QWidget()
        below = QVBoxLayout(self.detail_panel)
        below.setContentsMargins(0, SPACE_S, 0, 0)
        below.addWidget(self.detail)
        under = QHBoxLayout()
        under.setSpacing(SPACE_S)
        under.addWidget(self.copy_button)
        under.addWidget(self.undo, 1)
        under.addStretch(0)
        below.addLayout(under)
        self.detail_panel.hide()
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.table)
        splitter.addWidget(self.detail_panel)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        self.empty = QWidget()
        middle = QVBoxLayout(self.empty)
        middle.addStretch(1)
        middle.addWidget(self.empty_text)
        middle.addWidget(self.empty_clear, alignment=Qt.AlignmentFlag.AlignCenter)
        middle.addStretch(2)
        self.empty.hide()
        self.waiting = Waiting(self._session, Shape.TABLE)
        inside = QVBoxLayout(self.waiting.content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(splitter, 1)
        inside.addWidget(self.empty, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self.filters)
        layout.addWidget(self.waiting, 1)

    def _prepare_table(self) -> None:
        self.table.setModel(self.model)
        prepare_table(self.table, _COLUMN_LETTERS)
        self.table.setColumnHidden(INTEGRATION, self._only is not None)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.verticalHeader().hide()
        self.table.selectionModel().currentRowChanged.connect(self.on_row_chosen)


def _whole(row: LogRow) -> str:
    parts = [spoken(row.message)]
    if row.detail and row.detail != row.message:
        parts.append(row.detail)
    where = [row.integration, row.endpoint, f"run {row.run_id}" if row.run_id else ""]
    parts.append(" · ".join(part for part in (exact(row.at), *where) if part))
    return "\n".join(parts)
