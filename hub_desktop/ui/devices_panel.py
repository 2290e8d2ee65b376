"""Attendance devices in the settings: whether they may push, which tried to, and how those that may are doing."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hub_desktop.core.errors import HubError
from hub_desktop.core.events import DevicesChanged, Event, IntegrationsChanged, ListenerChanged
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.device_views import DeviceView
from hub_desktop.hub.listener_settings import ListenerView
from hub_desktop.store.devices import UnknownDevice
from hub_desktop.ui.allow_device_dialog import AllowDeviceDialog
from hub_desktop.ui.device_dialog import DeviceDialog
from hub_desktop.ui.device_push_form import DevicePushForm
from hub_desktop.ui.device_table import DeviceTable, said_of, serial_of
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, primary_button, set_usable
from hub_desktop.ui.waiting import Reading, Waiting

_REFRESH_MS = 60_000
"""A device that calls again, or calls no more, makes no event of its own."""
_GATHER_MS = 100


class DevicesPanel(QWidget):
    """Shows the devices, and takes what a person wants done with the chosen one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.waiting = Waiting(session, Shape.FORM)
        self._reading = Reading(session, self.waiting)
        self._read = False
        self._wanted = ""
        self.dialog: QDialog | None = None
        self._make_controls()
        self._lay_out()
        self._connect()
        self._settle()

    def load(self) -> None:
        """Read the devices and the settings they need."""
        refusal = self._session.refusal(UseCase.VIEW_DEVICES)
        if refusal:
            self.message.show_note(refusal)
            return
        hub, actor = self._session.hub, self._session.actor
        self._reading.ask(
            lambda: (hub.devices.all(actor), hub.devices.unknown(actor), hub.listener_settings.view(actor)),
            self.on_loaded,
        )

    def on_event(self, event: Event) -> None:
        """Show what changed."""
        if isinstance(event, DevicesChanged | ListenerChanged | IntegrationsChanged):
            self._gather.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the devices while somebody looks."""
        super().showEvent(event)
        self._minute.start()
        if self._read:
            self._gather.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._minute.stop()

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot()
    def on_reading_due(self) -> None:
        """Read anew."""
        self.load()

    @Slot(object)
    def on_loaded(self, found: tuple[list[DeviceView], list[UnknownDevice], ListenerView]) -> None:
        """Show what was read."""
        known, unknown, listener = found
        self._read = True
        self.table.show_devices([*unknown, *known])
        self.push.show_view(listener)
        if self._wanted:
            self.table.choose(self._wanted)
            self._wanted = ""
        self._settle()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say what went wrong, and show how it really stands."""
        self.message.show_problem(error.sentence)
        self._gather.start()

    @Slot()
    def on_chosen(self) -> None:
        """Offer what can be done with the chosen device."""
        self.message.show_note("")
        self._settle()

    @Slot()
    def on_allow_asked(self) -> None:
        """Let in the chosen device: an unknown one by a dialog, a blocked one at once."""
        chosen = self.table.chosen()
        if isinstance(chosen, UnknownDevice):
            self._open_allowing(chosen)
        elif chosen is not None:
            hub, actor, device = self._session.hub, self._session.actor, chosen.device
            self._session.calls.call(
                lambda: hub.devices.allow(actor, device.serial, device.integration_id),
                self.on_done,
                self.on_failed,
                owner=self,
            )

    @Slot()
    def on_add_asked(self) -> None:
        """Let in a device that has not called yet, by its serial number."""
        self._open_allowing(None)

    @Slot()
    def on_block_asked(self) -> None:
        """Keep the chosen device out, or forget an unknown one; both can be taken back."""
        chosen = self.table.chosen()
        if chosen is not None:
            hub, actor, serial = self._session.hub, self._session.actor, serial_of(chosen)
            self._session.calls.call(lambda: hub.devices.block(actor, serial), self.on_done, self.on_failed, owner=self)

    @Slot()
    def on_details_asked(self) -> None:
        """Show everything about the chosen device."""
        chosen = self.table.chosen()
        if isinstance(chosen, DeviceView):
            dialog = DeviceDialog(self._session, chosen, self)
            dialog.changed.connect(self.on_reading_due)
            self.dialog = dialog
            dialog.open()

    @Slot(str)
    def on_allowed(self, serial: str) -> None:
        """Choose the device that was let in."""
        self._wanted = serial
        self.load()

    @Slot(object)
    def on_done(self, _result: object) -> None:
        """Show how it stands now."""
        self.load()

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _open_allowing(self, unknown: UnknownDevice | None) -> None:
        dialog = AllowDeviceDialog(self._session, unknown, self)
        dialog.allowed.connect(self.on_allowed)
        self.dialog = dialog
        dialog.open()

    def _settle(self) -> None:
        chosen, refusal = self.table.chosen(), self._session.refusal(UseCase.MANAGE_DEVICES)
        some = bool(self.table.model_of.rows())
        self.empty.setVisible(self._read and not some)
        for part in (self.table, self.said, self.allow_button, self.details_button, self.block_button):
            part.setVisible(some)
        unknown, known = isinstance(chosen, UnknownDevice), isinstance(chosen, DeviceView)
        blocked = isinstance(chosen, DeviceView) and not chosen.device.allowed
        nothing = "" if chosen is not None else self.tr("Choose a device first.")
        self.allow_button.setText(self.tr("Allow again") if blocked else self.tr("Allow…"))
        self.allow_button.setVisible(some and (unknown or blocked))
        self.block_button.setText(self.tr("Forget") if unknown else self.tr("Block"))
        self.block_button.setVisible(some and not blocked)
        self.details_button.setVisible(some and not unknown)
        set_usable(self.allow_button, refusal)
        set_usable(self.block_button, refusal or nothing)
        set_usable(self.details_button, "" if known else nothing)
        set_usable(self.add_button, refusal or self._session.refusal(UseCase.VIEW_DEVICES))
        self.said.setText(said_of(chosen) if chosen is not None else self.tr("Choose a device to see more of it."))

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.push = DevicePushForm(self._session)
        self.empty = PlainLabel(
            self.tr(
                "Readers of ZKTeco, eSSL and their kin send each punch by themselves; their menus call it ADMS, Cloud "
                "server or Push. Switch it on above and type the address of this computer into the device. It calls, "
                "appears here, and you allow it."
            ),
            "muted",
            wrap=True,
        )
        self.table = DeviceTable()
        self.said = PlainLabel("", wrap=True)
        self.allow_button = primary_button(self.tr("Allow…"))
        self.details_button = plain_button(self.tr("Device details…"))
        self.block_button = plain_button(self.tr("Block"))
        self.add_button = plain_button(self.tr("Allow by serial number…"))
        self.message = ProblemLabel()
        self._minute, self._gather = QTimer(self), QTimer(self)
        self._minute.setInterval(_REFRESH_MS)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)

    def _connect(self) -> None:
        self._minute.timeout.connect(self.on_reading_due)
        self._gather.timeout.connect(self.on_reading_due)
        self.table.selectionModel().selectionChanged.connect(self.on_chosen)
        self.table.doubleClicked.connect(self.on_details_asked)
        self.allow_button.clicked.connect(self.on_allow_asked)
        self.add_button.clicked.connect(self.on_add_asked)
        self.block_button.clicked.connect(self.on_block_asked)
        self.details_button.clicked.connect(self.on_details_asked)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        for button in (self.allow_button, self.details_button, self.block_button, self.add_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.waiting.fill(self)
        layout = QVBoxLayout(self.waiting.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self.push)
        layout.addWidget(self.empty)
        layout.addWidget(self.table)
        layout.addWidget(self.said)
        layout.addLayout(buttons)
        layout.addWidget(self.message)
