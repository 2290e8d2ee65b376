"""Deliveries as a table that fetches older ones as it is scrolled and takes changes in without losing its place."""

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import (
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    Qt,
    Signal,
    Slot,
)

from hub_desktop.core.errors import HubError
from hub_desktop.store.deliveries import Delivery, DeliveryState
from hub_desktop.ui.row_model import Index, RowModel
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.icons import row_icon
from hub_desktop.ui.style.widgets import plain_tip
from hub_desktop.ui.waiting import stopping
from hub_desktop.ui.words import exact, upcoming, when

PAGE = 200
_MOST_LOOKED_AT = 1_000
"""So many are looked at once more when something changed; older ones change no more by themselves."""
_TIME, _STATE, INTEGRATION, _ENDPOINT, WHY = range(5)

_ICONS: dict[DeliveryState, tuple[str, str]] = {
    DeliveryState.RECEIVED: ("clock", "info"),
    DeliveryState.PROCESSED: ("check-circle", "active"),
    DeliveryState.REFUSED: ("octagon-x", "error"),
    DeliveryState.FAILED: ("warning", "warning"),
    DeliveryState.TEST: ("info", "muted"),
}


class DeliveryFilter(Struct, frozen=True):
    """Which deliveries are shown; None: those of all integrations, or in any state."""

    integration_id: int | None = None
    state: DeliveryState | None = None


def state_word(state: DeliveryState) -> str:
    """Return the word for how far a delivery has come."""
    return {
        DeliveryState.RECEIVED: _tr("Received"),
        DeliveryState.PROCESSED: _tr("Processed"),
        DeliveryState.REFUSED: _tr("Refused"),
        DeliveryState.FAILED: _tr("Failed"),
        DeliveryState.TEST: _tr("Test"),
    }[state]


def reason_of(row: Delivery) -> str:
    """Return why a delivery is where it is, and what comes next; empty where there is nothing to say."""
    match row.state:
        case DeliveryState.RECEIVED:
            return _tr("Waits to be worked on.")
        case DeliveryState.TEST:
            return _tr("Sent by the test; it feeds nothing.")
        case DeliveryState.FAILED if row.retry_at is not None:
            return _tr("{reason} Tried again {time}.").format(reason=spoken(row.reason), time=upcoming(row.retry_at))
        case _:
            return spoken(row.reason)


def size_word(size: int) -> str:
    """Return a number of bytes as people say it."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def _tr(text: str) -> str:
    return QCoreApplication.translate("deliveries", text)


class DeliveryModel(RowModel[Delivery]):
    """Deliveries, newest first.

    Signals:
        loaded(): an answer of the hub is shown.
        failed(HubError): the hub could not answer.
    """

    loaded = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filter = DeliveryFilter()
        self._generation = 0
        self._fetching = False
        self._stale = False
        self._more = False
        self._cancel = threading.Event()
        self._names: Mapping[int, str] = {}
        self.unfinished: Mapping[int, int] = {}
        """How many were refused or failed, by integration, whatever state is shown."""
        self._headings = (
            self.tr("Time"),
            self.tr("State"),
            self.tr("Integration"),
            self.tr("Endpoint"),
            self.tr("Why"),
            self.tr("Size"),
            self.tr("Repeats"),
            self.tr("Attempts"),
        )
        self._texts: tuple[Callable[[Delivery], str], ...] = (
            lambda row: when(row.received_at),
            lambda row: state_word(row.state),
            lambda row: self._names.get(row.integration_id, ""),
            lambda row: row.endpoint,
            reason_of,
            lambda row: size_word(row.size),
            lambda row: f"{row.repeats:,}" if row.repeats else "",
            lambda row: f"{row.attempts:,}" if row.attempts else "",
        )

    @property
    def filter(self) -> DeliveryFilter:
        """Which deliveries are shown."""
        return self._filter

    def name_integrations(self, names: Mapping[int, str]) -> None:
        """Show these names in the column of the integrations."""
        self._names = names
        self._tell_changed(0, len(self._rows))

    def show_filtered(self, chosen: DeliveryFilter) -> None:
        """Show these from the newest on."""
        self.stop()
        self._filter = chosen
        self._fetch(None, PAGE)

    @Slot()
    def stop(self) -> None:
        """Wait for no answer any more."""
        self._cancel.set()
        self._generation += 1
        self._fetching = self._stale = False

    def look_again(self) -> None:
        """Take in what changed, keeping rows and place."""
        if self._fetching:
            self._stale = True
            return
        self._fetch(None, min(max(len(self._rows), PAGE), _MOST_LOOKED_AT), following=True)

    # -- what Qt asks ------------------------------------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.column()](row)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == _STATE:
            return row_icon(*_ICONS[row.state])
        if role == Qt.ItemDataRole.ToolTipRole:
            if index.column() == _TIME:
                return exact(row.received_at)
            return plain_tip(reason_of(row)) if index.column() == WHY else None
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether there are older rows that are not being fetched yet."""
        return not parent.isValid() and self._more and not self._fetching

    def fetchMore(self, parent: Index) -> None:
        """Fetch the next older rows."""
        if self.canFetchMore(parent):
            self._fetch(self._rows[-1].delivery_id, PAGE)

    # -- answers -----------------------------------------------------------------------------------------------------

    def _fetch(self, before: int | None, limit: int, *, following: bool = False) -> None:
        self._fetching = True
        cancel = self._cancel = threading.Event()
        hub, actor, chosen, generation = self._session.hub, self._session.actor, self._filter, self._generation
        states = () if chosen.state is None else (chosen.state,)

        def read() -> _Answer:
            rows = hub.webhooks.deliveries(
                actor, chosen.integration_id, states=states, before=before, limit=limit, following=following
            )
            return _Answer(
                generation, before, limit, following, rows, hub.webhooks.unfinished(actor, chosen.integration_id)
            )

        def failed(error: HubError) -> None:
            if generation == self._generation:
                self.on_failed(error)

        self._session.calls.call(stopping(read, cancel), self.on_read, failed, owner=self, cancel=cancel)

    @Slot(object)
    def on_read(self, answer: "_Answer") -> None:
        """Show the rows, unless something else was asked for since."""
        if answer.generation != self._generation:
            return
        self._fetching = False
        self.unfinished = answer.unfinished
        if answer.following:
            self._take_in(answer)
        else:
            self._more = len(answer.rows) == answer.limit
            self.show_rows(answer.rows) if answer.before is None else self._append(answer.rows)
        self.loaded.emit()
        if self._stale:
            self._stale = False
            self.look_again()

    def on_failed(self, error: HubError) -> None:
        """Pass on why there is no answer."""
        self._fetching = self._stale = False
        self.failed.emit(error)

    def _take_in(self, answer: "_Answer") -> None:
        """Replace the newest rows by what they are now; rows that stay are the same rows to whoever chose them."""
        fresh = list(answer.rows)
        if len(fresh) == answer.limit:
            # Older ones, which were not looked at, stay as they are.
            fresh += [row for row in self._rows if row.delivery_id < fresh[-1].delivery_id]
            self._more = self._more or len(fresh) > len(self._rows)
        else:
            self._more = False
        stay = {row.delivery_id for row in fresh}
        for place in range(len(self._rows) - 1, -1, -1):
            if self._rows[place].delivery_id not in stay:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()
        place = 0
        while place < len(fresh):
            end = place
            known = self._rows[place].delivery_id if place < len(self._rows) else None
            while end < len(fresh) and fresh[end].delivery_id != known:
                end += 1
            if end > place:
                self.beginInsertRows(QModelIndex(), place, end - 1)
                self._rows[place:place] = fresh[place:end]
                self.endInsertRows()
            place = end + 1
        changed = [n for n, row in enumerate(fresh) if row != self._rows[n]]
        self._rows = fresh
        if changed:
            self._tell_changed(changed[0], changed[-1] + 1)

    def _tell_changed(self, first: int, end: int) -> None:
        if end > first:
            self.dataChanged.emit(self.index(first, 0), self.index(end - 1, self.columnCount() - 1))


class _Answer(Struct, frozen=True):
    generation: int
    before: int | None
    limit: int
    following: bool
    rows: Sequence[Delivery]
    unfinished: Mapping[int, int]
