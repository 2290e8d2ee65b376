"""One attendance device: how it is doing, what is set for it, and the rows it sent that were put aside."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.core.device_status import clock_words
from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.device_views import DeviceView
from hub_desktop.store.punches import AsideRow
from hub_desktop.ui.device_fields import DeviceChoices, DeviceFields, read_choices
from hub_desktop.ui.device_table import said_of
from hub_desktop.ui.dialog_room import room_for
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.question import Question
from hub_desktop.ui.session import Session
from hub_desktop.ui.setting_fields import FieldGrid
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel, danger_button, plain_button, set_usable
from hub_desktop.ui.tab_order import ReadingOrderDialog
from hub_desktop.ui.text_table import TextTable
from hub_desktop.ui.waiting import Reading, Waiting
from hub_desktop.ui.words import exact, when

_MOST_SHOWN = 1_000
_LETTERS = (18, 40, 40)
_LEAST_ROWS = 6


class DeviceDialog(ReadingOrderDialog):
    """Shows a device; what is changed is saved at once, what is discarded is asked about first.

    Signals:
        changed(): something about the device was changed.
    """

    changed = Signal()

    def __init__(self, session: Session, view: DeviceView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._rows: list[AsideRow] = []
        self._busy = False
        self._discarding: list[int] | None = None
        self.question: Question | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make_controls()
        self.waiting = Waiting(session, Shape.TABLE)
        self._reading = Reading(session, self.waiting)
        self._lay_out()
        self._connect()
        self._show_view(view)
        self._show_settings(view)
        self._settle()
        self.load()
        hub, actor = session.hub, session.actor
        if not session.refusal(UseCase.MANAGE_DEVICES):
            session.calls.call(lambda: read_choices(hub, actor), self.on_choices_read, self.on_failed, owner=self)

    def load(self) -> None:
        """Read the device and the rows put aside anew."""
        hub, actor, serial = self._session.hub, self._session.actor, self._view.device.serial
        personal = not self._session.refusal(UseCase.VIEW_PERSONAL)

        def read() -> tuple[DeviceView, list[AsideRow]]:
            view = hub.devices.show(actor, serial)
            return view, hub.devices.aside(actor, serial, _MOST_SHOWN) if personal and view.aside else []

        self._reading.ask(read, self.on_loaded)

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def on_loaded(self, loaded: tuple[DeviceView, list[AsideRow]]) -> None:
        """Show what was read."""
        view, self._rows = loaded
        self._show_view(view)
        self.table.show_rows(
            [(when(row.received_at), row.raw.replace("\t", "  "), spoken(row.reason)) for row in self._rows],
            {(place, 0): exact(row.received_at) for place, row in enumerate(self._rows)},
        )
        self._settle()

    @Slot(object)
    def on_choices_read(self, choices: DeviceChoices) -> None:
        """Offer the integrations that devices feed."""
        self.of_device.show_choices(choices)
        place = self.of_device.integration.findData(self._view.device.integration_id)
        self.of_device.integration.setCurrentIndex(place)

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say what went wrong, under the field that it is about."""
        self._busy = False
        named = error.field if isinstance(error, ConfigurationError) else ""
        if not self.of_device.show_problem(named, error.sentence):
            self.message.show_problem(error.sentence)
        self._settle()

    @Slot()
    def on_save_asked(self) -> None:
        """Keep what is set for the device; rows put aside are judged anew by it."""
        self.of_device.clear_problems()
        device, typed = self._view.device, self.of_device
        try:
            days = typed.days()
        except ValueError as error:
            typed.show_problem("lookBackDays", str(error))
            return
        hub, actor, chosen = self._session.hub, self._session.actor, typed.integration.currentData()
        into = device.integration_id if chosen is None else int(chosen)
        name, zone = typed.name.text(), typed.written_zone()
        self._do(
            lambda: hub.devices.allow(actor, device.serial, into, name=name, zone=zone, look_back_days=days),
            self.on_saved,
        )

    @Slot(object)
    def on_saved(self, _view: DeviceView) -> None:
        """Say so, and show how it stands now."""
        self._ended(self.tr("Saved."))

    @Slot()
    def on_selection_changed(self) -> None:
        """Count what is chosen."""
        self._settle()

    @Slot()
    def on_take_in_asked(self) -> None:
        """Take in the chosen rows, or all that can be read."""
        hub, actor, serial = self._session.hub, self._session.actor, self._view.device.serial
        chosen = self._chosen()
        numbers = [row.aside_id for row in chosen if row.punch is not None] if chosen else None
        self._do(lambda: hub.devices.take_in(actor, serial, numbers), self.on_taken_in)

    @Slot(object)
    def on_taken_in(self, taken: int) -> None:
        """Say how many came in; attendance is drawn from them next."""
        self._ended(
            self.tr("{punches} taken in. Attendance is drawn anew.").format(
                punches=count(taken, "new punch", "new punches")
            )
        )

    @Slot()
    def on_discard_asked(self) -> None:
        """Ask before rows are lost."""
        chosen = self._chosen()
        # Those that are shown, and none that came in since.
        self._discarding = [row.aside_id for row in chosen or self._rows]
        rows = count(len(self._discarding), "row")
        self.question = Question(
            self.tr("Discard rows"),
            [
                self.tr("Discard {rows} of {name}?").format(rows=rows, name=self._view.device.name),
                self.tr("They are kept nowhere else here, and never become attendance. This cannot be undone."),
            ],
            danger_button(self.tr("Discard {rows}").format(rows=rows)),
            self.tr("Cancel"),
            default_yes=False,
            parent=self,
        )
        self.question.accepted.connect(self.on_discard_confirmed)
        self.question.open()

    @Slot()
    def on_discard_confirmed(self) -> None:
        """Discard what was asked about."""
        hub, actor, serial, numbers = self._session.hub, self._session.actor, self._view.device.serial, self._discarding
        self._do(lambda: hub.devices.discard(actor, serial, numbers), self.on_discarded)

    @Slot(object)
    def on_discarded(self, gone: int) -> None:
        """Say how many are gone."""
        self._ended(self.tr("{rows} discarded.").format(rows=count(gone, "row")))

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _do(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        if self._busy:
            return
        self._busy = True
        self.message.show_note("")
        self._settle()
        self._session.calls.call(work, done, self.on_failed, owner=self)

    def _ended(self, sentence: str) -> None:
        self._busy = False
        self.message.show_note(sentence)
        self.changed.emit()
        self.load()

    def _chosen(self) -> list[AsideRow]:
        return [self._rows[index.row()] for index in self.table.selectionModel().selectedRows()]

    def _show_view(self, view: DeviceView) -> None:
        self._view = view
        device = view.device
        self.setWindowTitle(self.tr("Details of {name}").format(name=device.name))
        self.said.setText(said_of(view))
        lines = [
            self.tr("Serial number {serial}").format(serial=device.serial),
            self.tr("Last contact {time}, from {address}").format(
                time=when(device.last_contact), address=device.address or "–"
            )
            if device.last_contact
            else self.tr("No contact yet"),
            self.tr("Clock: {clock}").format(clock=spoken(clock_words(view.seconds_ahead))),
            self.tr("{punches} kept, {today} of today, {again} that came again").format(
                punches=count(view.punches, "punch", "punches"),
                today=f"{view.punches_today:,}",
                again=f"{device.duplicates:,}",
            ),
            self.tr("Firmware {version}").format(version=device.firmware) if device.firmware else "",
        ]
        self.facts.setText("\n".join(line for line in lines if line))
        self.facts.setToolTip(exact(device.last_contact))

    def _show_settings(self, view: DeviceView) -> None:
        device, typed = view.device, self.of_device
        typed.name.setText(device.name)
        typed.look_back.setText(str(device.look_back_days))
        typed.show_zone(device.zone)

    def _settle(self) -> None:
        refusal = self._session.refusal(UseCase.MANAGE_DEVICES)
        waits = self.tr("Wait until this is done.") if self._busy else ""
        for field in self.of_device.fields.values():
            set_usable(field.control, refusal)
        blocked = "" if self._view.device.allowed else self.tr("It is blocked. Allow it again first.")
        set_usable(self.save_button, refusal or waits or blocked)
        chosen = self._chosen()
        readable = sum(row.punch is not None for row in chosen or self._rows)
        shown = len(chosen or self._rows)
        self.take_button.setText(self.tr("Take in {rows}").format(rows=count(readable, "row")))
        self.discard_button.setText(self.tr("Discard {rows}…").format(rows=count(shown, "row")))
        unreadable = "" if readable else self.tr("None of them can be read as a punch.")
        set_usable(self.take_button, refusal or waits or unreadable)
        set_usable(self.discard_button, refusal or waits)
        personal = self._session.refusal(UseCase.VIEW_PERSONAL) if self._view.aside else ""
        for part in (self.table, self.take_button, self.discard_button):
            part.setVisible(bool(self._rows))
        more = self._view.aside - len(self._rows)
        hint = personal or (self.tr("Nothing was put aside.") if not self._view.aside else "")
        if self._rows:
            hint = self.tr("Choose rows, or none for all of them.")
            hint += self.tr(" {number} more are not shown.").format(number=f"{more:,}") if more > 0 else ""
        self.hint.setText(hint)

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.said = PlainLabel("", "strong", wrap=True)
        self.facts = PlainLabel("", "muted", wrap=True)
        self.of_device = DeviceFields(self)
        self.save_button = plain_button(self.tr("&Save device"))
        self.message = ProblemLabel()
        self.table = TextTable(
            self.tr("Rows put aside"), (self.tr("Received"), self.tr("Row"), self.tr("Why it was put aside")), _LETTERS
        )
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.hint = PlainLabel("", "muted", wrap=True)
        self.take_button = plain_button("")
        self.discard_button = danger_button("")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("&Close"))

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.on_save_asked)
        self.take_button.clicked.connect(self.on_take_in_asked)
        self.discard_button.clicked.connect(self.on_discard_asked)
        self.table.selectionModel().selectionChanged.connect(self.on_selection_changed)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        saving = QHBoxLayout()
        saving.addWidget(self.save_button)
        saving.addStretch(1)
        deciding = QHBoxLayout()
        deciding.setSpacing(SPACE_S)
        deciding.addWidget(self.take_button)
        deciding.addWidget(self.discard_button)
        deciding.addStretch(1)
        inside = QWidget()
        inside.setProperty("look", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        column.addWidget(self.said)
        column.addWidget(self.facts)
        column.addWidget(FieldGrid(list(self.of_device.fields.values())))
        column.addLayout(saving)
        column.addWidget(self.message)
        column.addWidget(PlainLabel(self.tr("Rows put aside"), "subtitle"))
        column.addWidget(self.hint)
        self.table.setMinimumHeight(self.table.verticalHeader().defaultSectionSize() * _LEAST_ROWS)
        rows = QVBoxLayout(self.waiting.content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.table)
        column.addWidget(self.waiting, 1)
        column.addLayout(deciding)
        column.addStretch(0)
        scrolled = QScrollArea()
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidgetResizable(True)
        scrolled.setWidget(inside)
        self.buttons.setContentsMargins(SPACE_XL, SPACE_S, SPACE_XL, SPACE_L)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scrolled, 1)
        layout.addWidget(self.buttons)
        self.resize(room_for(self, inset=1))
