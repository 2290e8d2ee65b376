"""The step of the set-up at which a person sees how often each kind of data is synced, and changes it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import HubError
from hub_desktop.core.intervals import EndpointInterval
from hub_desktop.core.roles import UseCase
from hub_desktop.core.schedule_words import interval_text
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.interval_box import IntervalBox
from hub_desktop.ui.intervals import parse_interval
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M
from hub_desktop.ui.style.widgets import Card, PlainLabel, clear, set_usable


class IntervalPage(QWidget):
    """Shows each endpoint with its interval; what is changed is stored once, when a person goes on.

    Signals:
        saved(): what is shown is stored.
        busy(bool): something is being stored, or no longer.
    """

    saved = Signal()
    busy = Signal(bool)

    def __init__(self, session: Session, integration_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._integration_id = integration_id
        self.boxes: dict[str, IntervalBox] = {}
        self._shown: dict[str, int] = {}
        self.said = PlainLabel(role="muted", wrap=True)
        self.problem = ProblemLabel()
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(SPACE_L)
        self._rows.setVerticalSpacing(SPACE_M)
        self._rows.setColumnStretch(2, 1)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        inside.addLayout(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        column.addWidget(self.said)
        column.addWidget(card)
        column.addWidget(self.problem)
        column.addStretch(1)

    def load(self) -> None:
        """Read how often each endpoint is synced now."""
        hub, actor, number = self._session.hub, self._session.actor, self._integration_id
        self._session.calls.call(
            lambda: hub.set_ups.intervals(actor, number), self.on_loaded, self.on_failed, owner=self
        )

    def save(self) -> None:
        """Store what was changed, or say what is wrong with it."""
        self.problem.show_problem("")
        minutes: dict[str, int] = {}
        for name, box in self.boxes.items():
            try:
                minutes[name] = parse_interval(box.interval())
            except ValueError as error:
                said = self.tr("{endpoint}: {problem}").format(endpoint=box.accessibleName(), problem=error)
                self.problem.show_problem(said)
                box.setFocus()
                return
        changed = {name: wanted for name, wanted in minutes.items() if wanted != self._shown[name]}
        if not changed:
            self.saved.emit()
            return
        hub, actor, number = self._session.hub, self._session.actor, self._integration_id
        self.busy.emit(True)
        self._session.calls.call(
            lambda: hub.set_ups.set_intervals(actor, number, changed), self.on_stored, self.on_failed, owner=self
        )

    @Slot(object)
    def on_loaded(self, intervals: Sequence[EndpointInterval]) -> None:
        """Show them."""
        clear(self._rows)
        as_recommended = all(one.minutes == one.recommended for one in intervals if not one.times)
        self.said.setText(
            self.tr("The interval recommended for each kind of data is chosen already. Any of them can be changed.")
            if as_recommended
            else self.tr("How often each kind of data is synced, and how often is recommended for it.")
        )
        self.boxes, self._shown = {}, {}
        refusal = self._session.refusal(UseCase.EDIT_INTEGRATION)
        for row, one in enumerate(intervals):
            label = PlainLabel(self._words(one), "strong")
            self._rows.addWidget(label, row, 0)
            if one.times:
                self._rows.addWidget(PlainLabel(spoken(one.times), wrap=True), row, 1, 1, 2)
                continue
            box = IntervalBox(interval_text(one.minutes))
            box.setAccessibleName(self._words(one))
            box.setMinimumContentsLength(len("1 hour 30 minutes"))
            set_usable(box, refusal)
            self.boxes[one.endpoint], self._shown[one.endpoint] = box, one.minutes
            said = self.tr("Recommended: {interval}").format(interval=spoken(interval_text(one.recommended)))
            self._rows.addWidget(box, row, 1)
            self._rows.addWidget(PlainLabel(said, "muted"), row, 2, Qt.AlignmentFlag.AlignLeft)
        if not intervals:
            self._rows.addWidget(PlainLabel(self.tr("There is nothing that is synced by the clock."), wrap=True), 0, 0)

    @Slot(object)
    def on_stored(self, _stored: object) -> None:
        """Tell that it is stored."""
        self.busy.emit(False)
        self.load()
        self.saved.emit()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say what is wrong."""
        self.busy.emit(False)
        self.problem.show_problem(error.sentence)

    def _words(self, one: EndpointInterval) -> str:
        kind = DATA_TYPES[one.data_type]
        return spoken(kind.label) if one.endpoint == kind.name else one.endpoint
