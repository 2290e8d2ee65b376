"""The records: one kind of data at a time, searched in the database, with their lineage, and those refused."""

from datetime import datetime

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import HubError
from hub_desktop.core.events import Event, IntegrationsChanged, RunFinished
from hub_desktop.core.filters import How, Search
from hub_desktop.core.roles import ROLE_LABELS, UseCase
from hub_desktop.core.validation import Values
from hub_desktop.hub.explorer import Conflict
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.hub.quarantine import RefusedGroupView
from hub_desktop.hub.records import RecordSearch
from hub_desktop.ui.comparison_panel import ComparisonPanel, ConflictPanel
from hub_desktop.ui.filter_bar import FilterBar
from hub_desktop.ui.lineage_panel import LineagePanel
from hub_desktop.ui.quarantine_panel import QuarantinePanel
from hub_desktop.ui.record_model import RecordModel, columns_for
from hub_desktop.ui.search_edit import SearchEdit
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import (
    CARD_WIDTH,
    NARROW_CARD_WIDTH,
    SEARCH_WIDTH,
    SPACE_L,
    SPACE_M,
    SPACE_S,
    SPACE_XL,
)
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, set_usable
from hub_desktop.ui.table_manners import prepare_table
from hub_desktop.ui.waiting import Reading, Waiting
from hub_desktop.ui.words import data_type_counts, exact, when

_SEARCH_MS = 250
_STAY_MS = 150
"""Somebody who runs through the rows with the keyboard does not look at each of them."""
_COLUMN_LETTERS = 18
_LINEAGE_WIDTH = 420
_TABS = range(4)
_RECORDS, _REFUSED, _CONFLICTS, _COMPARISON = _TABS


class _Sources(Struct, frozen=True):
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
        self._sort = ""
        self._descending = False
        self._hidden_columns: dict[str, set[str]] = {}
        """Columns that were put away, by kind of data."""
        self._stale = True
        """What is shown is older than the last run; it is read again when somebody looks."""
        self.model = RecordModel(session, self)
        self._make_controls()
        self._lay_out()
        self._connect()
        self._show_kind()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the records when somebody looks: reading them leaves a row in the audit."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._load_sources()
            if self._answered and self._chosen() == self.model.search:
                self._refresh()
            else:
                self.on_filter_changed()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop a search that nobody waits for any more, and give its memory back."""
        super().hideEvent(event)
        if not self.model.all_known:
            self.model.stop()
            self.records.rest()
            self._stale = True
        self._session.calls.call(self._session.hub.explorer.rest, _nothing, owner=self)

    def show_type(self, data_type: str, source: str | None = None) -> None:
        """Show the records of a data type, of one source where its name or number is given."""
        for control in (self.data_type, self.source, self.search):
            control.blockSignals(True)
        self.data_type.setCurrentIndex(max(self.data_type.findData(data_type), 0))
        self._choose_source(source)
        self.search.clear()
        for control in (self.data_type, self.source, self.search):
            control.blockSignals(False)
        self._show_kind()
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
        self.quarantine.on_event(event)
        if not isinstance(event, RunFinished | IntegrationsChanged):
            return
        if not self.isVisible():
            self._stale = True
            return
        self._load_sources()
        if isinstance(event, RunFinished):
            self._refresh()
            self.lineage.reload()
            self._load_tab()

    def focus_filter(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def clear_filter(self) -> None:
        """Search for nothing, where something can be searched for."""
        if self.search.isEnabled():
            self.search.clear()

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot()
    def on_kind_chosen(self) -> None:
        """Show another kind of data, without the filters and the record of the one before."""
        self._show_kind()
        self.on_filter_changed()

    @Slot(QModelIndex, QModelIndex)
    def on_row_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Show where the values of a record are from, once the person stays with it."""
        if current.isValid() and not self._session.refusal(UseCase.VIEW_PERSONAL):
            self._stay.start()

    @Slot()
    def on_search_left(self) -> None:
        """Go down to what was found, and choose the first of it."""
        if self.table.isVisible() and self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.selectRow(max(self.table.currentIndex().row(), 0))

    @Slot()
    def on_stayed(self) -> None:
        """Show the lineage of the record that is chosen."""
        record = self.model.record_at(self.table.currentIndex().row())
        if record is not None:
            kind = DATA_TYPES[self.model.search.data_type]
            self._show_lineage(kind.name, record.key(kind), record.college_id)

    @Slot(object)
    def on_conflict_chosen(self, conflict: Conflict) -> None:
        """Show the lineage of a record on which sources disagree."""
        self._show_lineage(str(self.data_type.currentData()), conflict.key, conflict.college_id)

    @Slot()
    def on_lineage_closed(self) -> None:
        """Put the lineage away."""
        self.lineage.hide()
        # So that a click on the same record opens it again.
        self.table.setCurrentIndex(QModelIndex())
        self.table.setFocus()

    @Slot()
    def on_corrected(self) -> None:
        """Show what a correction changed."""
        self._refresh()
        self._load_tab()

    @Slot(int)
    def on_heading_clicked(self, section: int) -> None:
        """Sort by a column: up, then down, then by the key again."""
        name = self.model.sort_name(section)
        if not name or (name == self._sort and self._descending):
            self._sort, self._descending = "", False
        else:
            self._sort, self._descending = name, name == self._sort
        self.on_filter_changed()

    @Slot()
    def on_columns_asked(self) -> None:
        """Offer the columns, each to be shown or put away."""
        kind = str(self.data_type.currentData())
        hidden = self._hidden_columns.get(kind, set())
        self.column_menu.clear()
        for _, field in columns_for(DATA_TYPES[kind], self._session.actor.role):
            action = self.column_menu.addAction(spoken(field.label).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(field.name not in hidden)
            action.setData(field.name)

    @Slot(QAction)
    def on_column_chosen(self, action: QAction) -> None:
        """Show a column, or put it away; one at least stays."""
        kind = str(self.data_type.currentData())
        hidden = self._hidden_columns.setdefault(kind, set())
        hidden ^= {str(action.data())}
        if len(hidden) >= len(columns_for(DATA_TYPES[kind], self._session.actor.role)):
            hidden.discard(str(action.data()))
        self.on_filter_changed()

    @Slot()
    def on_filter_changed(self) -> None:
        """Show what is asked for, from the first record on."""
        self._pause.stop()
        if not self.isVisible():
            self._stale = True
            return
        self._answered = False
        self.records.forget()
        self.records.begin()
        self.model.show_found(self._chosen(), self._columns())
        self.table.scrollToTop()
        heading = self.table.horizontalHeader()
        order = Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
        heading.setSortIndicator(self.model.section_sorted(), order)
        self._set_widths()
        self._show_refused()
        self._load_tab()
        self._settle()

    @Slot()
    def on_clear_asked(self) -> None:
        """Show all records of the kind."""
        self.show_type(str(self.data_type.currentData()))

    @Slot()
    def on_refused_changed(self) -> None:
        """Count anew what was refused, and show what was stored."""
        self._load_sources()
        self._refresh()

    @Slot()
    def on_export_asked(self) -> None:
        """Open the dialog that writes out what is shown."""
        from hub_desktop.ui.export_dialog import ExportDialog, ExportSubject

        chosen = self._chosen()
        where = tuple((one.field, one.value) for one in chosen.filters if one.how is How.EQUALS)
        search = RecordSearch(chosen.data_type, where, chosen.text, chosen.source)
        name = self.source.currentText() if chosen.source is not None else ""
        ExportDialog(self._session, ExportSubject(search, name), self).open()

    @Slot(int)
    def on_tab_chosen(self, tab: int) -> None:
        """Show the records, the refused ones, or sources compared."""
        all_kinds = self.tr("Refused records of every kind stand here together.")
        set_usable(self.data_type, all_kinds if tab == _REFUSED else "")
        all_sources = self.tr("Here all sources are held against each other.")
        set_usable(self.source, "" if tab in {_RECORDS, _REFUSED} else all_sources)
        self.columns_button.setVisible(tab == _RECORDS)
        set_usable(self.search, self._session.refusal(UseCase.VIEW_PERSONAL) if tab == _RECORDS else self._not_here())
        self.filters.setVisible(tab == _RECORDS)
        # Each tab speaks of other records than the one before.
        self.table.setCurrentIndex(QModelIndex())
        self.lineage.hide()
        self._load_tab()
        self.export_button.setVisible(tab == _RECORDS)
        self._settle()

    @Slot()
    def on_counted(self) -> None:
        """Say how many records there are."""
        self._answered = True
        self.records.came()
        self._settle()

    @Slot()
    def on_again_asked(self) -> None:
        """Read the records once more; those that stand there stay meanwhile."""
        if self.records.has_content:
            self._refresh()
        else:
            self.on_filter_changed()

    @Slot(object)
    def on_sources_failed(self, error: HubError) -> None:
        """Say it above the page, where the refused records are not looked at."""
        if self.tabs.currentIndex() != _REFUSED:
            self._session.calls.failed_unheard.emit(error)
        self._settle()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why the records cannot be shown, or are old."""
        self.records.failed(error)
        self._settle()

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
        self.comparison.show_sources({str(v.integration_id): v.name for v in found.views})
        self._show_refused()
        if self.source.currentData() != self.model.search.source:
            self.on_filter_changed()
        self._settle()

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _chosen(self) -> Search:
        return Search(
            str(self.data_type.currentData()),
            self.filters.filters,
            self.search.text().strip(),
            self.source.currentData(),
            self.filters.changed_since,
            self._sort,
            self._descending,
        )

    def _columns(self) -> list[str]:
        kind = DATA_TYPES[str(self.data_type.currentData())]
        hidden = self._hidden_columns.get(kind.name, set())
        return [name for name in kind.field_names if name not in hidden]

    def _show_kind(self) -> None:
        self._sort, self._descending = "", False
        kind = DATA_TYPES[str(self.data_type.currentData())]
        self.filters.show_fields([field for _, field in columns_for(kind, self._session.actor.role)])
        self.table.setCurrentIndex(QModelIndex())
        self.lineage.hide()

    def _show_lineage(self, data_type: str, key: Values, college_id: int) -> None:
        if not self.lineage.isVisibleTo(self):
            self.lineage.show()
            self.splitter.setSizes([max(self.splitter.width() - _LINEAGE_WIDTH, _LINEAGE_WIDTH // 2), _LINEAGE_WIDTH])
        self.lineage.show_record(data_type, key, college_id)

    def _load_tab(self) -> None:
        """Fetch what is shown beside the records: only while somebody looks at it, for it leaves a row in the audit."""
        kind = str(self.data_type.currentData())
        if self.tabs.currentIndex() == _CONFLICTS:
            self.conflicts.load(kind)
        elif self.tabs.currentIndex() == _COMPARISON:
            self.comparison.load(kind)

    def _not_exported(self) -> str:
        """Return why what is shown cannot be written out, or the empty string."""
        if self.filters.changed_since is None and all(one.how is How.EQUALS for one in self.filters.filters):
            return ""
        return self.tr("An export knows the filter “is” alone. Take the other filters away first.")

    def _not_here(self) -> str:
        return self.tr("This searches the records. Choose “Records” first.")

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
        self._reading_sources.ask(
            lambda: _Sources(
                hub.overview.all(actor),
                hub.quarantine.groups(actor) if may_see_refused else [],
            ),
            self.on_sources_loaded,
            self.on_sources_failed,
        )

    def _refresh(self) -> None:
        self.records.begin()
        self.model.refresh()

    def _show_refused(self) -> None:
        source = self.source.currentData()
        shown = [row for row in self._refused if source in {None, str(row.integration_id), row.source}]
        self.quarantine.show_groups(shown)
        if self._session.refusal(UseCase.VIEW_QUARANTINE):
            return
        if not self.refused.has_content:
            # Nobody knows yet how many there are.
            self.tabs.setTabText(_REFUSED, self.tr("Refused"))
            return
        number = f"{sum(len(row.row_ids) for row in shown):,}"
        self.tabs.setTabText(_REFUSED, self.tr("Refused ({number})").format(number=number))

    def _settle(self) -> None:
        chosen = self.model.search
        tab = self.tabs.currentIndex()
        refused = tab == _REFUSED
        filtered = chosen.narrowed
        self.clear_button.setVisible(filtered and tab == _RECORDS)
        set_usable(self.export_button, self._session.refusal(UseCase.EXPORT_RECORDS) or self._not_exported())
        self.count_line.setText({_RECORDS: self._count_line(), _REFUSED: self._refused_line()}.get(tab, ""))
        self.count_line.setToolTip(exact(self._as_of()) if tab == _RECORDS else "")
        if refused:
            none = self.refused.is_fresh and not self.quarantine.group_model.rowCount()
            empty = self.tr("No record was refused.") if none else ""
        elif tab == _RECORDS and self._answered and self.records.is_fresh and not self.model.total:
            kind = spoken(DATA_TYPES[chosen.data_type].label).lower()
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
        shown = {_REFUSED: self.refused, _CONFLICTS: self.conflicts, _COMPARISON: self.comparison}
        self.pages.setCurrentWidget(self.empty if empty else shown.get(tab, self.records))

    def _count_line(self) -> str:
        if not self._answered:
            return ""
        chosen, total = self.model.search, self.model.total
        # Zero has no words of its own among the counts.
        line = data_type_counts({chosen.data_type: total}) or self.tr("Nothing found")
        if total and not self.model.all_known:
            # Only the first of them are known; the others are being counted.
            return self.tr("The first {records}; counting the others…").format(records=line)
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
        chosen = self.model.search
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
            self.data_type.addItem(spoken(data_type.label), data_type.name)
        self.source = QComboBox()
        self.source.setAccessibleName(self.tr("Source"))
        self.source.addItem(self.tr("All sources"), None)
        self.source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.search = SearchEdit()
        self.search.setAccessibleName(self.tr("Search the records"))
        set_usable(self.search, self._session.refusal(UseCase.VIEW_PERSONAL))
        self.search.setPlaceholderText(self.tr("Search all fields"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(SEARCH_WIDTH)
        self.clear_button = plain_button(self.tr("Clear &filters"))
        self.columns_button = plain_button(self.tr("C&olumns"))
        self.column_menu = QMenu(self.columns_button)
        self.columns_button.setMenu(self.column_menu)
        self.filters = FilterBar()
        self.export_button = plain_button(self.tr("&Export…"))
        self.count_line = PlainLabel("", role="muted", wrap=True)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Records or refused records"))
        self.tabs.addTab(self.tr("Records"))
        self.tabs.addTab(self.tr("Refused"))
        self.tabs.addTab(self.tr("Conflicts"))
        self.tabs.addTab(self.tr("Compare"))
        self.tabs.setDrawBase(False)
        # What stands beside them gives way; arrows in the place of a tab would hide where one is.
        self.tabs.setUsesScrollButtons(False)
        refusal = self._session.refusal(UseCase.VIEW_QUARANTINE)
        self.tabs.setTabEnabled(_REFUSED, not refusal)
        self.tabs.setTabToolTip(_REFUSED, refusal)
        refusal = self._session.refusal(UseCase.VIEW_PERSONAL)
        for tab in (_CONFLICTS, _COMPARISON):
            self.tabs.setTabEnabled(tab, not refusal)
            self.tabs.setTabToolTip(tab, refusal)
        self._make_pages()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SEARCH_MS)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(_STAY_MS)

    def _make_pages(self) -> None:
        self.hidden_note = PlainLabel("", role="muted")
        self.hidden_note.setWordWrap(True)
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Records"))
        self.records = Waiting(self._session, Shape.TABLE, self.table)
        self.quarantine = QuarantinePanel(self._session)
        self.refused = Waiting(self._session, Shape.TABLE, self.quarantine)
        self._reading_sources = Reading(self._session, self.refused)
        self.conflicts, self.comparison = ConflictPanel(self._session), ComparisonPanel(self._session)
        self.lineage = LineagePanel(self._session)
        self.empty = PlainLabel("", role="muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _connect(self) -> None:
        self.data_type.currentIndexChanged.connect(self.on_kind_chosen)
        self.source.currentIndexChanged.connect(self.on_filter_changed)
        self.search.textChanged.connect(self._pause.start)
        self.search.left_downwards.connect(self.on_search_left)
        self._pause.timeout.connect(self.on_filter_changed)
        self.clear_button.clicked.connect(self.on_clear_asked)
        self.export_button.clicked.connect(self.on_export_asked)
        self.tabs.currentChanged.connect(self.on_tab_chosen)
        self.filters.changed.connect(self.on_filter_changed)
        self.column_menu.aboutToShow.connect(self.on_columns_asked)
        self.column_menu.triggered.connect(self.on_column_chosen)
        self.table.horizontalHeader().sectionClicked.connect(self.on_heading_clicked)
        self.table.selectionModel().currentRowChanged.connect(self.on_row_chosen)
        self._stay.timeout.connect(self.on_stayed)
        self.conflicts.record_chosen.connect(self.on_conflict_chosen)
        self.lineage.closed.connect(self.on_lineage_closed)
        self.lineage.changed.connect(self.on_corrected)
        self.model.counted.connect(self.on_counted)
        self.model.failed.connect(self.on_failed)
        self.records.again_asked.connect(self.on_again_asked)
        self.records.stop_asked.connect(self.model.stop)
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
        self.table.horizontalHeader().setSectionsClickable(True)
        self.table.horizontalHeader().setSortIndicatorShown(True)
        self.pages = QStackedWidget()
        for page in (self.records, self.refused, self.conflicts, self.comparison, self.empty):
            self.pages.addWidget(page)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.pages)
        self.splitter.addWidget(self.lineage)
        self.splitter.setStretchFactor(0, 1)
        self.lineage.hide()
        # The widest of the pages would leave the lineage no room beside any of them.
        self.pages.setMinimumWidth(NARROW_CARD_WIDTH)
        self.lineage.setMinimumWidth(CARD_WIDTH)
        under = QHBoxLayout()
        under.setSpacing(SPACE_L)
        under.addWidget(self.tabs)
        under.addWidget(self.count_line, 1)
        under.addWidget(self.columns_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        layout.addWidget(PlainLabel(self.tr("Data"), role="title"))
        layout.addLayout(line)
        layout.addWidget(self.filters)
        layout.addLayout(under)
        layout.addWidget(self.hidden_note)
        layout.addWidget(self.splitter, 1)

    def _set_widths(self) -> None:
        data_type = DATA_TYPES[self.model.search.data_type]
        letter = self.table.fontMetrics().averageCharWidth()
        for column in range(self.model.columnCount()):
            self.table.setColumnWidth(column, _COLUMN_LETTERS * letter)
        role = self._session.actor.role
        hidden = len(data_type.fields) - len(columns_for(data_type, role))
        self.hidden_note.setVisible(hidden > 0)
        self.hidden_note.setText(
            self.tr("{columns} with personal data, and refused records, are hidden for the role {role}.").format(
                columns=count(hidden, "column"), role=spoken(ROLE_LABELS[role])
            )
        )


def _nothing(_answer: object) -> None:
    """Take an answer of which nothing follows."""
