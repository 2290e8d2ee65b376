"""Records as a table of any length, of which only the pages looked at are in memory."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal, Slot

from hub_desktop.core.actor import Role
from hub_desktop.core.datatypes import DATA_TYPES, DataType, FieldKind
from hub_desktop.core.datatypes import Field as DataField
from hub_desktop.core.errors import HubError
from hub_desktop.core.filters import LAST_CHANGED, Search
from hub_desktop.core.roles import UseCase, allowed
from hub_desktop.core.validation import Value
from hub_desktop.hub.explorer import CurrentView, Found
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.words import exact, when

PAGE = 200
_MOST_PAGES = 20
_MOST_ASKED = 2
"""Pages on their way at a time; a person who scrolls on has no use for those left behind."""

_PAUSE_MS = 30
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NUMBERS = {FieldKind.NUMBER, FieldKind.INTEGER}


def columns_for(data_type: DataType, role: Role) -> list[tuple[int, DataField]]:
    """Return the fields a role sees, with their place in a record: personal data only for those who work with it."""
    personal = allowed(role, UseCase.VIEW_PERSONAL)
    return [(place, field) for place, field in enumerate(data_type.fields) if personal or not field.personal]


class _Answer(Struct, frozen=True):
    """What was found, with its first records."""

    generation: int
    found: Found
    rows: list[CurrentView]


class RecordModel(QAbstractTableModel):
    """Current records in the order asked for; a row that was not fetched yet is blank and fetched when seen.

    Signals:
        counted(): the number of records is known, known anew, or known so far.
        failed(HubError): the hub could not answer.
    """

    counted = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._search = Search("students")
        self._columns = columns_for(DATA_TYPES["students"], session.actor.role)
        self._found: Found | None = None
        self._pages: OrderedDict[int, list[CurrentView]] = OrderedDict()
        self._stale: set[int] = set()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._asked: set[int] = set()
        self._total = 0
        self._generation = 0
        self._looking: threading.Event | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.on_paused)

    @property
    def search(self) -> Search:
        """Which records are shown."""
        return self._search

    @property
    def total(self) -> int:
        """How many records there are; so far, while not all are known."""
        return self._total

    @property
    def all_known(self) -> bool:
        """Whether the search has come to its end."""
        return self._looking is None and self._found is not None

    def columns(self) -> list[DataField]:
        """Return the fields that have a column, in their order."""
        return [field for _, field in self._columns]

    def pages_held(self) -> int:
        """Return how many pages are in memory."""
        return len(self._pages)

    def idle(self) -> bool:
        """Tell whether nothing is on its way or wanted."""
        return not (self._asked or self._wanted or self._looking)

    def show_found(self, search: Search, chosen: Collection[str] | None = None) -> None:
        """Show these records from the first on, with the columns `chosen`, or with all."""
        self.beginResetModel()
        self._search = search
        every = columns_for(DATA_TYPES[search.data_type], self._session.actor.role)
        self._columns = [(n, field) for n, field in every if chosen is None or field.name in chosen]
        self._total = 0
        self._found = None
        self._generation += 1
        self._pages.clear()
        self._stale.clear()
        self._wanted.clear()
        self._asked.clear()
        self.endResetModel()
        self._look()

    def refresh(self) -> None:
        """Find and fetch anew; what stands there stays until the answer comes, and so does the position."""
        self._generation += 1
        self._asked.clear()
        self._look()

    @Slot()
    def stop(self) -> None:
        """Stop a search that is under way; nobody waits for it any more."""
        if self._looking is not None:
            self._looking.set()
            self._looking = None
            # It may have come to its end at this very moment.
            self._generation += 1
            self._asked.clear()

    def record_at(self, row: int) -> CurrentView | None:
        """Return the record of a row, None when it was not fetched yet."""
        page, place = divmod(row, PAGE)
        held = self._pages.get(page)
        if held is None or page in self._stale:
            self._want(page)
        if held is None or place >= len(held):
            return None
        self._pages.move_to_end(page)
        return held[place]

    # -- what Qt asks ------------------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many records there are."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return how many columns there are: the fields, the sources and the time of the last change."""
        return 0 if parent.isValid() else len(self._columns) + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column, or of a row its number."""
        if orientation is Qt.Orientation.Vertical:
            return f"{section + 1:,}" if role == Qt.ItemDataRole.DisplayRole else None
        if section >= len(self._columns):
            words = (self.tr("Source"), self.tr("Last changed"))
            return words[section - len(self._columns)] if role == Qt.ItemDataRole.DisplayRole else None
        field = self._columns[section][1]
        return {Qt.ItemDataRole.DisplayRole: spoken(field.label), Qt.ItemDataRole.ToolTipRole: spoken(field.help)}.get(
            Qt.ItemDataRole(role)
        )

    def sort_name(self, section: int) -> str:
        """Return by what a column is sorted; the empty string where it cannot be."""
        if section < len(self._columns):
            return self._columns[section][1].name
        return LAST_CHANGED if section == len(self._columns) + 1 else ""

    def section_sorted(self) -> int:
        """Return the column by which the records are sorted, -1 for none that is shown."""
        names = [self.sort_name(section) for section in range(self.columnCount())]
        return names.index(self._search.sort) if self._search.sort in names and self._search.sort else -1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        column = index.column() - len(self._columns)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            number = column < 0 and self._columns[index.column()][1].kind in _NUMBERS
            side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        record = self.record_at(index.row())
        if record is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            if column < 0 and self._columns[index.column()][1].name in record.corrected:
                return self.tr("Corrected by hand")
            return exact(record.last_changed) if column == 1 else None
        if column == 0:
            return " + ".join(record.sources)
        if column == 1:
            return when(record.last_changed)
        place, field = self._columns[index.column()]
        value = shown(record.values[place])
        # A mark, and not a colour alone.
        return f"{value} ✎".lstrip() if field.name in record.corrected else value

    # -- fetching ----------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        self.stop()
        self._looking = cancel = threading.Event()
        hub, actor, search, generation = self._session.hub, self._session.actor, self._search, self._generation

        # The first page comes with the answer, unless the rows that stand there are only looked at anew.
        fresh = not self._pages

        def answer(found: Found) -> _Answer:
            rows = hub.explorer.page(actor, found, 0, PAGE) if fresh and found.total else []
            return _Answer(generation, found, rows)

        def look(tell: Callable[[_Answer], None]) -> _Answer:
            return answer(hub.explorer.look(actor, search, cancel=cancel, told=lambda found: tell(answer(found))))

        def failed(error: HubError) -> None:
            if generation == self._generation and not cancel.is_set():
                self.on_failed(error)

        self._session.calls.call_telling(look, self.on_found, self.on_found, failed, owner=self, cancel=cancel)

    @Slot(object)
    def on_found(self, answer: _Answer) -> None:
        """Take in what was found, or the first of it, unless something else was asked for since."""
        found = answer.found
        if answer.generation != self._generation:
            return
        first = self._found is None
        if found.whole:
            self._looking = None
        elif not first:
            # The first records of a list that is already shown whole tell nothing new.
            return
        self._found = found
        self._stale = set(self._pages)
        self._set_total(found.total)
        if answer.rows:
            self._pages[0] = answer.rows
            self._stale.discard(0)
        if self._total:
            for page in self._stale or (() if self._pages else (0,)):
                self._want(page)
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, self.columnCount() - 1))
        if found.whole or found.total:
            self.counted.emit()

    def _want(self, page: int) -> None:
        if page in self._asked:
            return
        self._wanted[page] = None
        self._wanted.move_to_end(page)
        if not self._pause.isActive():
            self._pause.start()

    @Slot()
    def on_paused(self) -> None:
        """Ask for the pages that were looked at last."""
        while self._wanted and self._found is not None and len(self._asked) < _MOST_ASKED:
            page, _ = self._wanted.popitem(last=True)
            self._ask(page, self._found)

    def _ask(self, page: int, found: Found) -> None:
        self._asked.add(page)
        hub, actor, generation = self._session.hub, self._session.actor, self._generation

        def read() -> tuple[int, int, list[CurrentView]]:
            return generation, page, hub.explorer.page(actor, found, page * PAGE, PAGE)

        def failed(error: HubError) -> None:
            if generation == self._generation:
                self.on_failed(error)

        self._session.calls.call(read, self.on_read, failed, owner=self)

    @Slot(object)
    def on_read(self, answer: tuple[int, int, list[CurrentView]]) -> None:
        """Keep a page, unless something else was asked for since."""
        generation, page, rows = answer
        if generation != self._generation:
            return
        self._asked.discard(page)
        self._stale.discard(page)
        self._pages[page] = rows
        self._pages.move_to_end(page)
        while len(self._pages) > _MOST_PAGES:
            self._stale.discard(self._pages.popitem(last=False)[0])
        if rows and page * PAGE < self._total:
            last = min((page + 1) * PAGE, self._total) - 1
            self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, self.columnCount() - 1))
        # Of the pages wanted meanwhile, only the newest are still looked at.
        while len(self._wanted) > _MOST_ASKED:
            self._wanted.popitem(last=False)
        if self._wanted:
            self._pause.start()

    def on_failed(self, error: HubError) -> None:
        """Pass on why there is no answer."""
        self._looking = None
        self._asked.clear()
        self._wanted.clear()
        self.failed.emit(error)

    def _set_total(self, total: int) -> None:
        if total > self._total:
            self.beginInsertRows(QModelIndex(), self._total, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < self._total:
            self.beginRemoveRows(QModelIndex(), total, self._total - 1)
            self._total = total
            self.endRemoveRows()


def shown(value: Value) -> str:
    """Return a value as tables show it."""
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
