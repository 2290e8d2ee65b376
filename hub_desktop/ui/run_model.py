"""The runs of one integration as a table that fetches older ones as it is scrolled."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from hub_desktop.core.errors import HubError
from hub_desktop.core.runs import Run, RunStatus
from hub_desktop.hub.activity import Part
from hub_desktop.ui.row_model import ROOT, Index, RowModel
from hub_desktop.ui.run_words import status_word, trigger_word
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.icons import row_icon
from hub_desktop.ui.waiting import stopping
from hub_desktop.ui.words import duration, exact, when

PAGE = 50
_STATUS = 2
_ICONS: dict[RunStatus, tuple[str, str]] = {
    RunStatus.RUNNING: ("sync", "info"),
    RunStatus.SUCCEEDED: ("check-circle", "active"),
    RunStatus.PARTIAL: ("warning", "warning"),
    RunStatus.FAILED: ("octagon-x", "error"),
    RunStatus.HELD: ("warning", "warning"),
    RunStatus.CANCELLED: ("close", "muted"),
}


class RunModel(RowModel[Run]):
    """Runs, newest first.

    Signals:
        loaded(): an answer of the hub is shown.
        failed(HubError): the hub could not answer.
    """

    loaded = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, integration_id: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._integration_id = integration_id
        self._generation = 0
        self._fetching = False
        self._cancel = threading.Event()
        self.total = 0
        """How many runs there are."""
        self._headings = (
            self.tr("When"),
            self.tr("Why"),
            self.tr("How it ended"),
            self.tr("Read"),
            self.tr("Added"),
            self.tr("Changed"),
            self.tr("Removed"),
            self.tr("Refused"),
            self.tr("Took"),
        )
        self._hints = {6: self.tr("What the system no longer sends"), 7: self.tr("What waits in quarantine")}
        self._texts: tuple[Callable[[Run], str], ...] = (
            lambda run: when(run.started_at),
            lambda run: trigger_word(run.trigger),
            lambda run: status_word(run.status),
            lambda run: f"{run.total.read:,}",
            lambda run: f"{run.total.added:,}",
            lambda run: f"{run.total.changed:,}",
            lambda run: f"{run.total.removed:,}",
            lambda run: f"{run.total.quarantined:,}",
            lambda run: duration(run.seconds) if run.finished_at else "",
        )

    @Slot()
    def stop(self) -> None:
        """Wait for no answer any more."""
        self._cancel.set()
        self._generation += 1
        self._fetching = False

    def look_again(self) -> None:
        """Read the runs that are shown anew, from the newest on."""
        self.stop()
        self._fetch(0, max(len(self._rows), PAGE))

    # -- what Qt asks ------------------------------------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        run = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.column()](run)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == _STATUS:
            return row_icon(*_ICONS[run.status])
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return exact(run.started_at)
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether there are older runs that are not being fetched yet."""
        return not parent.isValid() and not self._fetching and len(self._rows) < self.total

    def fetchMore(self, parent: Index) -> None:
        """Fetch the next older runs."""
        if self.canFetchMore(parent):
            self._fetch(len(self._rows), PAGE)

    # -- answers -----------------------------------------------------------------------------------------------------

    def _fetch(self, offset: int, limit: int) -> None:
        self._fetching = True
        cancel = self._cancel = threading.Event()
        hub, actor, number, generation = self._session.hub, self._session.actor, self._integration_id, self._generation

        def read() -> tuple[int, int, Part[Run]]:
            return generation, offset, hub.activity.runs(actor, number, limit=limit, offset=offset)

        def failed(error: HubError) -> None:
            if generation == self._generation:
                self.on_failed(error)

        self._session.calls.call(stopping(read, cancel), self.on_read, failed, owner=self, cancel=cancel)

    @Slot(object)
    def on_read(self, answer: tuple[int, int, Part[Run]]) -> None:
        """Show the runs, unless they were asked for anew since."""
        generation, offset, part = answer
        if generation != self._generation:
            return
        self._fetching, self.total = False, part.total
        if offset:
            # A run that began meanwhile has moved the others down by one.
            known = {run.run_id for run in self._rows}
            self._append([run for run in part.rows if run.run_id not in known])
        else:
            self._replace(part.rows)
        self.loaded.emit()

    def on_failed(self, error: HubError) -> None:
        """Pass on why there is no answer."""
        self._fetching = False
        self.failed.emit(error)

    def _replace(self, rows: list[Run]) -> None:
        """Show these runs; one that is shown already stays where somebody has chosen it."""
        before = [run.run_id for run in self._rows]
        new = [run for run in rows if run.run_id not in set(before)]
        if not before or [run.run_id for run in rows[len(new) :]] != before[: len(rows) - len(new)]:
            self.show_rows(rows)
            return
        if new:
            self.beginInsertRows(ROOT, 0, len(new) - 1)
            self._rows[:0] = new
            self.endInsertRows()
        self._rows[: len(rows)] = rows
        self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._headings) - 1))
