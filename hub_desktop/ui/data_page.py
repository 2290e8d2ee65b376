"""The records: one kind of data at a time, searched in the database, and those that were refused."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import HubError
from hub_desktop.core.events import Event, IntegrationsChanged, RunFinished
from hub_desktop.core.roles import ROLE_LABELS, UseCase
from hub_desktop.core.words import count
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.hub.quarantine import RefusedGroupView
from hub_desktop.hub.records import RecordSearch
from hub_desktop.ui.quarantine_panel import QuarantinePanel
from hub_desktop.ui.record_model import RecordFilter, RecordModel, columns_for
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.tokens import SEARCH_WIDTH, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, set_usable
from hub_desktop.ui.table_manners import prepare_table
from hub_desktop.ui.words import data_type_counts, exact, when

_SEARCH_MS = 250
_COLUMN_LETTERS = 18
_RECORDS, _REFUSED = range(2)


@dataclass(frozen=True, slots=True)
class _Sources:
    """The integrations to choose from, and those whose refused records are shown."""

    views: list[IntegrationView]
    refused: list[RefusedGroupView]


class DataPage(QWidget):
    """Shows what the hub keeps."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._views: list[IntegrationView] = []
        self._refused: list[RefusedGroupView] = []
        self._answered = False
        self._stale = True
        """What is shown is older than the last run; it is read again when somebody looks."""
        self.model = RecordModel(session, self)
        self._make_controls()
        self._lay_out()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the records when somebody looks: reading them leaves a row in the audit."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._load_sources()
            if self._answered and self._chosen() == self.model.filter:
                self.model.refresh()
            else:
                self.on_filter_changed()

    def show_type(self, data_type: str, source: str | None = None) -> None:
        """Show the records of a data type, of one source where its name or number is given."""
        for control in (self.data_type, self.source, self.search):
            control.blockSignals(True)
        self.data_type.setCurrentIndex(max(self.data_type.findData(data_type), 0))
        self._choose_source(source)
        self.search.clear()
        for control in (self.data_type, self.source, self.search):
            control.blockSignals(False)
        self.tabs.setCurrentIndex(_RECORDS)
        self.on_filter_changed()

    def show_refused(self, source: str | None = None) -> None:
        """Show the refused records, of one source where its name or number is given."""
        self.source.blockSignals(True)
        self._choose_source(source)
        self.source.blockSignals(False)
        self.on_filter_changed()
        self.tabs.setCurrentIndex(_REFUSED)

    def on_event(self, event: Event) -> None:
        """Show what a run brought, where one is looking."""
        if not isinstance(event, RunFinished | IntegrationsChanged):
            return
        if not self.isVisible():
            self._stale = True
            return
        self._load_sources()
        if isinstance(event, RunFinished):
            self.model.refresh()

    def focus_filter(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot()
    def on_filter_changed(self) -> None:
        """Show what is asked for, from the first record on."""
        self._pause.stop()
        if not self.isVisible():
            self._stale = True
            return
        self._answered = False
        self.model.show_filtered(self._chosen())
        self.table.scrollToTop()
        self._set_widths()
        self._show_refused()
        self._settle()

    @Slot()
    def on_clear_asked(self) -> None:
        """Show all records of the kind."""
        self.show_type(str(self.data_type.currentData()))

    @Slot()
    def on_refused_changed(self) -> None:
        """Count anew what was refused, and show what was stored."""
        self._load_sources()
        self.model.refresh()

    @Slot()
    def on_export_asked(self) -> None:
        """Open the dialog that writes out what is shown."""
        from hub_desktop.ui.export_dialog import ExportDialog, ExportSubject

        chosen = self._chosen()
        search = RecordSearch(chosen.data_type, (), chosen.text, chosen.source)
        name = self.source.currentText() if chosen.source is not None else ""
        ExportDialog(self._session, ExportSubject(search, name), self).open()

    @Slot(int)
    def on_tab_chosen(self, tab: int) -> None:
        """Show the records, or the refused ones."""
        for control in (self.data_type, self.search):
            control.setEnabled(tab == _RECORDS)
        self.export_button.setVisible(tab == _RECORDS)
        self._settle()

    @Slot()
    def on_counted(self) -> None:
        """Say how many records there are."""
        self._answered = True
        self._settle()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why the records cannot be shown."""
        self.count_line.setText(error.sentence)

    @Slot(object)
    def on_sources_loaded(self, found: _Sources) -> None:
        """Offer the sources, keeping the choice, and show what of theirs was refused."""
        self._views, self._refused = found.views, found.refused
        chosen = self.source.currentData()
        self.source.blockSignals(True)
        self.source.clear()
        self.source.addItem(self.tr("All sources"), None)
        for view in sorted(found.views, key=lambda view: view.name.casefold()):
            self.source.addItem(view.name, str(view.integration_id))
        known = self.source.findData(chosen)
        if known < 0:
            known = max(self.source.findText(str(chosen)), 0)
        self.source.setCurrentIndex(known)
        self.source.blockSignals(False)
        self._show_refused()
        if self.source.currentData() != self.model.filter.source:
            self.on_filter_changed()
        self._settle()

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _chosen(self) -> RecordFilter:
        return RecordFilter(str(self.data_type.currentData()), self.source.currentData(), self.search.text().strip())

    def _choose_source(self, source: str | None) -> None:
        known = self.source.findData(source)
        if known < 0:
            known = self.source.findText(str(source))
        if known < 0 and source is not None:
            # The list of sources may still be on its way.
            self.source.addItem(source, source)
            known = self.source.count() - 1
        self.source.setCurrentIndex(max(known, 0))

    def _load_sources(self) -> None:
        hub, actor = self._session.hub, self._session.actor
        may_see_refused = not self._session.refusal(UseCase.VIEW_QUARANTINE)
        self._session.calls.call(
            lambda: _Sources(
                hub.overview.all(actor),
                hub.quarantine.groups(actor) if may_see_refused else [],
            ),
            self.on_sources_loaded,
            owner=self,
        )

    def _show_refused(self) -> None:
        source = self.source.currentData()
        shown = [row for row in self._refused if source in {None, str(row.integration_id), row.source}]
        self.quarantine.show_groups(shown)
        if self._session.refusal(UseCase.VIEW_QUARANTINE):
            return
        number = f"{sum(len(row.row_ids) for row in shown):,}"
        self.tabs.setTabText(_REFUSED, self.tr("Refused ({number})").format(number=number))

    def _settle(self) -> None:
        chosen = self.model.filter
        refused = self.tabs.currentIndex() == _REFUSED
        filtered = bool(chosen.text) or chosen.source is not None
        self.clear_button.setVisible(filtered)
        self.count_line.setText(self._refused_line() if refused else self._count_line())
        self.count_line.setToolTip("" if refused else exact(self._as_of()))
        if refused:
            empty = "" if self.quarantine.group_model.rows else self.tr("No record was refused.")
        elif self._answered and not self.model.total:
            kind = DATA_TYPES[chosen.data_type].label.lower()
            empty = (
                self.tr("No record fits these filters.")
                if filtered
                else self.tr("There are no {kind} yet. Connect a system that has them, then choose Sync.").format(
                    kind=kind
                )
            )
        else:
            empty = ""
        self.empty.setText(empty)
        self.pages.setCurrentWidget(self.empty if empty else self.quarantine if refused else self.table)

    def _count_line(self) -> str:
        if not self._answered:
            return ""
        chosen, total = self.model.filter, self.model.total
        # Zero has no words of its own among the counts.
        line = data_type_counts({chosen.data_type: total}) or self.tr("Nothing found")
        if chosen.source is None and total:
            feeding = len([view for view in self._views if view.records.get(chosen.data_type)])
            if feeding > 1:
                line = self.tr("{records} from {sources}").format(records=line, sources=count(feeding, "source"))
        if chosen.text:
            line = self.tr("{records} with “{text}”").format(records=line, text=chosen.text)
        as_of = self._as_of()
        return line if as_of is None else self.tr("{records} · as of {when}").format(records=line, when=when(as_of))

    def _refused_line(self) -> str:
        return self.tr(
            "These records were not stored. Correct the mapping and choose Replay, or mend them in their system "
            "and sync."
        )

    def _as_of(self) -> datetime | None:
        """Return when data of the kind shown last came in."""
        chosen = self.model.filter
        return max(
            (
                view.last_success
                for view in self._views
                if view.last_success is not None
                and view.records.get(chosen.data_type)
                and chosen.source in {None, str(view.integration_id), view.name}
            ),
            default=None,
        )

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.data_type = QComboBox()
        self.data_type.setAccessibleName(self.tr("Kind of data"))
        for data_type in DATA_TYPES.values():
            self.data_type.addItem(data_type.label, data_type.name)
        self.source = QComboBox()
        self.source.setAccessibleName(self.tr("Source"))
        self.source.addItem(self.tr("All sources"), None)
        self.source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Search the records"))
        set_usable(self.search, self._session.refusal(UseCase.VIEW_PERSONAL))
        self.search.setPlaceholderText(self.tr("Search all fields"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(SEARCH_WIDTH)
        self.clear_button = plain_button(self.tr("Clear &filters"))
        self.export_button = plain_button(self.tr("&Export…"))
        set_usable(self.export_button, self._session.refusal(UseCase.EXPORT_RECORDS))
        self.count_line = PlainLabel("", role="muted")
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Records or refused records"))
        self.tabs.addTab(self.tr("Records"))
        self.tabs.addTab(self.tr("Refused"))
        self.tabs.setDrawBase(False)
        refusal = self._session.refusal(UseCase.VIEW_QUARANTINE)
        self.tabs.setTabEnabled(_REFUSED, not refusal)
        self.tabs.setTabToolTip(_REFUSED, refusal)
        self.hidden_note = PlainLabel("", role="muted")
        self.hidden_note.setWordWrap(True)
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Records"))
        self.quarantine = QuarantinePanel(self._session)
        self.empty = PlainLabel("", role="muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SEARCH_MS)

    def _connect(self) -> None:
        self.data_type.currentIndexChanged.connect(self.on_filter_changed)
        self.source.currentIndexChanged.connect(self.on_filter_changed)
        self.search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.on_filter_changed)
        self.clear_button.clicked.connect(self.on_clear_asked)
        self.export_button.clicked.connect(self.on_export_asked)
        self.tabs.currentChanged.connect(self.on_tab_chosen)
        self.model.counted.connect(self.on_counted)
        self.model.failed.connect(self.on_failed)
        self.quarantine.changed.connect(self.on_refused_changed)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(SPACE_S)
        line.addWidget(self.data_type)
        line.addWidget(self.source)
        line.addWidget(self.search, 1)
        line.addWidget(self.clear_button)
        line.addWidget(self.export_button)
        self.table.setModel(self.model)
        prepare_table(self.table)
        self.pages = QStackedWidget()
        for page in (self.table, self.quarantine, self.empty):
            self.pages.addWidget(page)
        under = QHBoxLayout()
        under.setSpacing(SPACE_L)
        under.addWidget(self.tabs)
        under.addWidget(self.count_line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        layout.addWidget(PlainLabel(self.tr("Data"), role="title"))
        layout.addLayout(line)
        layout.addLayout(under)
        layout.addWidget(self.hidden_note)
        layout.addWidget(self.pages, 1)

    def _set_widths(self) -> None:
        data_type = DATA_TYPES[self.model.filter.data_type]
        letter = self.table.fontMetrics().averageCharWidth()
        for column in range(self.model.columnCount()):
            self.table.setColumnWidth(column, _COLUMN_LETTERS * letter)
        role = self._session.actor.role
        hidden = len(data_type.fields) - len(columns_for(data_type, role))
        self.hidden_note.setVisible(hidden > 0)
        self.hidden_note.setText(
            self.tr("{columns} with personal data, and refused records, are hidden for the role {role}.").format(
                columns=count(hidden, "column"), role=ROLE_LABELS[role]
            )
        )
