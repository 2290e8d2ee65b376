"""The log as a table that fetches older rows as it is scrolled and takes new ones on top."""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot

from hub_desktop.core.errors import HubError
from hub_desktop.core.events import Level, LogRow
from hub_desktop.ui.row_model import Index, RowModel
from hub_desktop.ui.run_words import endpoint_label
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.icons import row_icon
from hub_desktop.ui.waiting import stopping
from hub_desktop.ui.words import exact, when

PAGE = 200
INTEGRATION = 2
"""The column of the integrations' names."""
_MOST_FOLLOWED = 2_000
"""While new rows come in on top, older ones beyond this are let go; scrolling fetches them again."""

_LEVELS = list(Level)
_ICONS: dict[Level, tuple[str, str]] = {
    Level.INFO: ("info", "muted"),
    Level.WARNING: ("warning", "warning"),
    Level.ERROR: ("octagon-x", "error"),
}


class LogFilter(Struct, frozen=True):
    """Which rows are shown."""

    integration_id: int | None = None
    run_id: int | None = None
    level: Level | None = None
    """The least that matters."""
    text: str = ""

    def wants(self, row: LogRow) -> bool:
        """Tell whether a row that has just been written belongs to what is shown."""
        text = self.text.casefold()
        return (
            (self.integration_id is None or row.integration_id == self.integration_id)
            and (self.run_id is None or row.run_id == self.run_id)
            and (self.level is None or _LEVELS.index(row.level) >= _LEVELS.index(self.level))
            and (not text or text in row.message.casefold() or text in row.detail.casefold())
        )


class LogModel(RowModel[LogRow]):
    """Log rows, newest first.

    Signals:
        loaded(): an answer of the hub is shown.
        failed(HubError): the hub could not answer.
    """

    loaded = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filter = LogFilter()
        self._generation = 0
        self._fetching = False
        self._more = False
        self._cancel = threading.Event()
        self._headings = (
            self.tr("Time"),
            self.tr("Level"),
            self.tr("Integration"),
            self.tr("Endpoint"),
            self.tr("Message"),
        )
        self._level_words = {
            Level.INFO: self.tr("Info"),
            Level.WARNING: self.tr("Warning"),
            Level.ERROR: self.tr("Error"),
        }
        self._texts: tuple[Callable[[LogRow], str], ...] = (
            lambda row: when(row.at),
            lambda row: self._level_words[row.level],
            lambda row: row.integration,
            lambda row: endpoint_label(row.endpoint),
            lambda row: spoken(row.message),
        )

    @property
    def filter(self) -> LogFilter:
        """Which rows are shown."""
        return self._filter

    def show_filtered(self, chosen: LogFilter) -> None:
        """Show these rows from the newest on."""
        self.stop()
        self._filter = chosen
        self._fetch(None)

    @Slot()
    def stop(self) -> None:
        """Wait for no answer any more."""
        self._cancel.set()
        self._generation += 1
        self._fetching = False

    def prepend(self, rows: Sequence[LogRow]) -> int:
        """Put new rows, oldest first, on top where the filter wants them; return how many it did."""
        newest = self._rows[0].row_id if self._rows else 0
        wanted = [row for row in reversed(rows) if self._filter.wants(row) and row.row_id > newest]
        if not wanted:
            return 0
        self.beginInsertRows(QModelIndex(), 0, len(wanted) - 1)
        self._rows[:0] = wanted
        self.endInsertRows()
        if len(self._rows) > _MOST_FOLLOWED:
            self.beginRemoveRows(QModelIndex(), _MOST_FOLLOWED, len(self._rows) - 1)
            del self._rows[_MOST_FOLLOWED:]
            self.endRemoveRows()
            # An answer that is on its way continues where the rows no longer end.
            self._generation += 1
            self._more, self._fetching = True, False
        return len(wanted)

    # -- what Qt asks ------------------------------------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.column()](row)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 1:
            return row_icon(*_ICONS[row.level])
        if role == Qt.ItemDataRole.ToolTipRole:
            return exact(row.at) if index.column() == 0 else None
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether there are older rows that are not being fetched yet."""
        return not parent.isValid() and self._more and not self._fetching

    def fetchMore(self, parent: Index) -> None:
        """Fetch the next older rows."""
        if self.canFetchMore(parent):
            self._fetch(self._rows[-1].row_id)

    # -- answers -----------------------------------------------------------------------------------------------------

    def _fetch(self, before: int | None) -> None:
        self._fetching = True
        cancel = self._cancel = threading.Event()
        hub, actor, chosen, generation = self._session.hub, self._session.actor, self._filter, self._generation

        def read() -> tuple[int, int | None, list[LogRow]]:
            rows = hub.syncs.log(
                actor,
                chosen.integration_id,
                run_id=chosen.run_id,
                level=chosen.level,
                text=chosen.text,
                before=before,
                limit=PAGE,
            )
            return generation, before, rows

        def failed(error: HubError) -> None:
            if generation == self._generation:
                self.on_failed(error)

        self._session.calls.call(stopping(read, cancel), self.on_read, failed, owner=self, cancel=cancel)

    @Slot(object)
    def on_read(self, answer: tuple[int, int | None, list[LogRow]]) -> None:
        """Show the rows, unless something else was asked for since."""
        generation, before, rows = answer
        if generation != self._generation:
            return
        self._fetching, self._more = False, len(rows) == PAGE
        if before is None:
            self.show_rows(rows)
        else:
            self._append(rows)
        self.loaded.emit()

    def on_failed(self, error: HubError) -> None:
        """Pass on why there is no answer."""
        self._fetching = False
        self.failed.emit(error)
