"""The table of attendance devices: unknown ones first, then those that are allowed or blocked."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QTableView, QWidget

from hub_desktop.core.device_status import STATE_WORDS, DeviceState, clock_words, light_of
from hub_desktop.hub.device_views import DeviceView
from hub_desktop.store.devices import UnknownDevice
from hub_desktop.ui.row_model import Index, RowModel
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.style.icons import LIGHT_ICONS, row_icon
from hub_desktop.ui.style.tokens import SPACE_S
from hub_desktop.ui.style.widgets import plain_tip
from hub_desktop.ui.table_manners import prepare_table
from hub_desktop.ui.words import exact, when

AnyDevice = UnknownDevice | DeviceView

_LETTERS = (18, 21, 15, 17, 8, 11, 18, 20)
_NAME, _STATE, _CONTACT, _CLOCK, _TODAY, _ASIDE, _INTEGRATION, _SERIAL = range(8)
_ROWS_SHOWN = 6


def serial_of(device: AnyDevice) -> str:
    """Return the serial number of a device."""
    return device.serial if isinstance(device, UnknownDevice) else device.device.serial


def state_of(device: AnyDevice) -> DeviceState:
    """Return how a device is doing."""
    return DeviceState.UNKNOWN if isinstance(device, UnknownDevice) else device.state


def said_of(device: AnyDevice) -> str:
    """Return everything there is to say of a device, in sentences."""
    if isinstance(device, UnknownDevice):
        return _tr("{serial} tried to connect from {address}, last {time} ({times}). Allow it if it is yours.").format(
            serial=device.serial,
            address=device.address,
            time=when(device.last_seen),
            times=count(device.times, "time"),
        )
    if device.state is DeviceState.BLOCKED:
        return _tr("{name} is blocked. It keeps its punches until it is allowed again.").format(name=device.device.name)
    if device.state is DeviceState.WAITING:
        return _tr("{name} may push, and has not been in contact yet.").format(name=device.device.name)
    return " ".join(spoken(finding.sentence) for finding in device.findings)


class DeviceModel(RowModel[AnyDevice]):
    """Devices as rows of words; the state has its shape beside it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = (
            self.tr("Device"),
            self.tr("Status"),
            self.tr("Last contact"),
            self.tr("Clock"),
            self.tr("Today"),
            self.tr("Put aside"),
            self.tr("Integration"),
            self.tr("Serial number"),
        )
        self._hints = {_TODAY: self.tr("Punches made today"), _ASIDE: self.tr("Rows that cannot be right")}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, and more of it on hover."""
        device, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(device)[column]
        if role == Qt.ItemDataRole.DecorationRole and column == _STATE:
            light = light_of(state_of(device))
            return row_icon(LIGHT_ICONS[light], light.value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tip(device, column)) or None
        return None

    def _words(self, device: AnyDevice) -> tuple[str, ...]:
        word = spoken(STATE_WORDS[state_of(device)])
        if isinstance(device, UnknownDevice):
            return (self.tr("Unknown device"), word, when(device.last_seen), "–", "–", "–", "–", device.serial)
        one = device.device
        return (
            one.name,
            word,
            when(one.last_contact),
            spoken(clock_words(device.seconds_ahead)),
            f"{device.punches_today:,}",
            f"{device.aside:,}",
            device.integration,
            one.serial,
        )

    def _tip(self, device: AnyDevice, column: int) -> str:
        if column == _CONTACT:
            return exact(device.last_seen if isinstance(device, UnknownDevice) else device.device.last_contact)
        return said_of(device) if column == _STATE else self._words(device)[column]


class DeviceTable(QTableView):
    """Shows devices, and keeps the chosen one chosen when they are read anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_of = DeviceModel(self)
        self.setModel(self.model_of)
        self.setAccessibleName(self.tr("Attendance devices"))
        prepare_table(self, _LETTERS)
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()

    def chosen(self) -> AnyDevice | None:
        """Return the device whose row is chosen, None where none is."""
        rows = self.selectionModel().selectedRows()
        return self.model_of.rows()[rows[0].row()] if rows else None

    def show_devices(self, devices: Sequence[AnyDevice]) -> None:
        """Replace the rows; without one chosen, what needs a person is."""
        before = self.chosen()
        self.model_of.show_rows(devices)
        serials = [serial_of(one) for one in devices]
        if before is not None and serial_of(before) in serials:
            self.selectRow(serials.index(serial_of(before)))
        elif devices and isinstance(devices[0], UnknownDevice):
            self.selectRow(0)
        row = self.verticalHeader().defaultSectionSize()
        rows = min(max(len(devices), 1), _ROWS_SHOWN)
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * row + bar + SPACE_S)

    def choose(self, serial: str) -> None:
        """Choose a device by its serial number, where it is shown."""
        serials = [serial_of(one) for one in self.model_of.rows()]
        if serial in serials:
            self.selectRow(serials.index(serial))


def _tr(text: str) -> str:
    return QCoreApplication.translate("device_table", text)
