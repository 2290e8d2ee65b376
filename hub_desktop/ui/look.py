"""Looking at what a sync would do, away from the window: it tells how far it is, can be cancelled, writes nothing."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QProgressBar

from hub_desktop.core.datatypes import DATA_TYPES, DataType
from hub_desktop.core.errors import HubError
from hub_desktop.core.events import Event, RunProgress
from hub_desktop.hub.syncs import Preview
from hub_desktop.ui.session import Session


class Look(QObject):
    """One look at a time at one integration.

    Signals:
        progressed(str, int, int): how far it is in a sentence, records read, and records in all (0: not known).
        looked(Preview, dict): what was seen, and the data type of each endpoint.
        failed(HubError): nothing could be looked at.
    """

    progressed = Signal(str, int, int)
    looked = Signal(object, object)
    failed = Signal(object)

    def __init__(self, session: Session, integration_id: int, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._integration_id = integration_id
        self._name = name
        self._cancel = threading.Event()
        self._read: dict[str, RunProgress] = {}
        self.going = False

    def begin(self) -> None:
        """Look at what a sync would do now."""
        hub, actor, number = self._session.hub, self._session.actor, self._integration_id
        cancel = self._cancel = threading.Event()
        self.going, self._read = True, {}
        self.progressed.emit(self.tr("Looking at what {name} would bring…").format(name=self._name), 0, 0)

        def look(tell: Callable[[Event], None]) -> tuple[Preview, dict[str, DataType]]:
            config = hub.integrations.get(actor, number).config
            types = {name: DATA_TYPES[config.data_type_of(name)] for name in config.endpoints}
            return hub.syncs.preview(actor, number, cancel=cancel, tell=tell), types

        self._session.calls.call_telling(look, self.on_told, self.on_looked, self.on_failed, owner=self, cancel=cancel)

    def cancel(self) -> None:
        """Stop looking, if it goes on."""
        self._cancel.set()

    @Slot(object)
    def on_told(self, event: Event) -> None:
        """Tell how far it is."""
        if not isinstance(event, RunProgress) or not self.going or self._cancel.is_set():
            return
        self._read[event.endpoint] = event
        done = sum(one.counts.read for one in self._read.values())
        totals = [one.total for one in self._read.values()]
        known = sum(total for total in totals if total is not None) if None not in totals else 0
        said = self.tr("Looking at what {name} would bring: {done} records read")
        if known:
            said = self.tr("Looking at what {name} would bring: {done} of {total} records read")
        self.progressed.emit(said.format(name=self._name, done=f"{done:,}", total=f"{known:,}"), done, known)

    @Slot(object)
    def on_looked(self, found: tuple[Preview, dict[str, DataType]]) -> None:
        """Tell what was seen."""
        self.going = False
        self.looked.emit(*found)

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Tell why nothing could be looked at."""
        self.going = False
        self.failed.emit(error)


def show_progress(bar: QProgressBar, done: int, total: int) -> None:
    """Let a bar show how far a look is, or only that it goes on."""
    if total:
        bar.setRange(0, total)
        bar.setValue(min(done, total))
    else:
        bar.setRange(0, 0)
