"""Records as a table of any length, of which only the pages looked at are in memory."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal, Slot

from hub_desktop.core.actor import Role
from hub_desktop.core.datatypes import DATA_TYPES, DataType, FieldKind
from hub_desktop.core.datatypes import Field as DataField
from hub_desktop.core.errors import HubError
from hub_desktop.core.roles import UseCase, allowed
from hub_desktop.hub.records import RecordPage, RecordView
from hub_desktop.ui.session import Session
from hub_desktop.ui.words import exact, when

PAGE = 200
_MOST_PAGES = 20
_MOST_ASKED = 2
"""Pages on their way at a time; a person who scrolls on has no use for those left behind."""

_PAUSE_MS = 30
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NUMBERS = {FieldKind.NUMBER, FieldKind.INTEGER}


@dataclass(frozen=True, slots=True)
class RecordFilter:
    """Which records are shown; `source` is the number of an integration as text, None for all."""

    data_type: str
    source: str | None = None
    text: str = ""


def columns_for(data_type: DataType, role: Role) -> list[tuple[int, DataField]]:
    """Return the fields a role sees, with their place in a record: personal data only for those who work with it."""
    personal = allowed(role, UseCase.VIEW_PERSONAL)
    return [(place, field) for place, field in enumerate(data_type.fields) if personal or not field.personal]


class RecordModel(QAbstractTableModel):
    """Records in the order of their keys; a row that was not fetched yet is blank and fetched when seen.

    Signals:
        counted(): the number of records is known, or known anew.
        failed(HubError): the hub could not answer.
    """

    counted = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filter = RecordFilter("students")
        self._columns = columns_for(DATA_TYPES["students"], session.actor.role)
        self._pages: OrderedDict[int, list[RecordView]] = OrderedDict()
        self._stale: set[int] = set()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._asked: set[int] = set()
        self._total = 0
        self._generation = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.on_paused)

    @property
    def filter(self) -> RecordFilter:
        """Which records are shown."""
        return self._filter

    @property
    def total(self) -> int:
        """How many records there are."""
        return self._total

    def pages_held(self) -> int:
        """Return how many pages are in memory."""
        return len(self._pages)

    def show_filtered(self, chosen: RecordFilter) -> None:
        """Show these records from the first on."""
        self.beginResetModel()
        self._filter = chosen
        self._columns = columns_for(DATA_TYPES[chosen.data_type], self._session.actor.role)
        self._total = 0
        self._forget()
        self.endResetModel()
        self._want(0)

    def refresh(self) -> None:
        """Fetch what is seen anew; what stands there stays until the answer comes, and so does the position."""
        self._generation += 1
        self._asked.clear()
        self._stale = set(self._pages)
        self._want(next(reversed(self._pages), 0))
        if self._total:
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, self.columnCount() - 1))

    def record_at(self, row: int) -> RecordView | None:
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
        """Return how many columns there are: the fields, the source and the time of the last change."""
        return 0 if parent.isValid() else len(self._columns) + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column, or of a row its number."""
        if orientation is Qt.Orientation.Vertical:
            return f"{section + 1:,}" if role == Qt.ItemDataRole.DisplayRole else None
        if section >= len(self._columns):
            words = (self.tr("Source"), self.tr("Last changed"))
            return words[section - len(self._columns)] if role == Qt.ItemDataRole.DisplayRole else None
        field = self._columns[section][1]
        return {Qt.ItemDataRole.DisplayRole: field.label, Qt.ItemDataRole.ToolTipRole: field.help}.get(
            Qt.ItemDataRole(role)
        )

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
            return exact(record.last_changed) if column == 1 else None
        if column == 0:
            return record.source
        if column == 1:
            return when(record.last_changed)
        value = record.values[self._columns[index.column()][0]]
        return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)

    # -- fetching ----------------------------------------------------------------------------------------------------

    def _forget(self) -> None:
        self._generation += 1
        self._pages.clear()
        self._stale.clear()
        self._wanted.clear()
        self._asked.clear()

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
        while self._wanted and len(self._asked) < _MOST_ASKED:
            page, _ = self._wanted.popitem(last=True)
            self._ask(page)

    def _ask(self, page: int) -> None:
        self._asked.add(page)
        hub, actor, chosen, generation = self._session.hub, self._session.actor, self._filter, self._generation

        def read() -> tuple[int, int, RecordPage]:
            found = hub.records.find(
                actor, chosen.data_type, text=chosen.text, source=chosen.source, limit=PAGE, offset=page * PAGE
            )
            return generation, page, found

        self._session.calls.call(read, self.on_read, self.on_failed, owner=self)

    @Slot(object)
    def on_read(self, answer: tuple[int, int, RecordPage]) -> None:
        """Keep a page, unless something else was asked for since."""
        generation, page, found = answer
        if generation != self._generation:
            return
        self._asked.discard(page)
        self._stale.discard(page)
        self._set_total(found.total)
        self._pages[page] = found.rows
        self._pages.move_to_end(page)
        while len(self._pages) > _MOST_PAGES:
            self._stale.discard(self._pages.popitem(last=False)[0])
        if found.rows and page * PAGE < self._total:
            last = min((page + 1) * PAGE, self._total) - 1
            self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, self.columnCount() - 1))
        # Of the pages wanted meanwhile, only the newest are still looked at.
        while len(self._wanted) > _MOST_ASKED:
            self._wanted.popitem(last=False)
        if self._wanted:
            self._pause.start()
        self.counted.emit()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Pass on why there is no answer."""
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
