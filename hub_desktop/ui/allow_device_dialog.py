"""Letting an attendance device in: where its punches go, what it is called, and by which clock it counts."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.catalog import DEVICES_TEMPLATE
from hub_desktop.hub.device_views import DeviceView
from hub_desktop.store.devices import UnknownDevice
from hub_desktop.ui.device_fields import DeviceChoices, DeviceFields, read_choices
from hub_desktop.ui.device_table import said_of
from hub_desktop.ui.dialog_room import grow_to_content
from hub_desktop.ui.form_fields import Field, ProblemLabel
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.tokens import DIALOG_WIDTH, SPACE_L, SPACE_M, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel, set_usable
from hub_desktop.ui.tab_order import ReadingOrderDialog

_NEW = 0
"""Stands in the choice of integrations for one that is made now."""


class AllowDeviceDialog(ReadingOrderDialog):
    """Allows an unknown device, or one whose serial number a person types; makes an integration where there is none.

    Signals:
        allowed(str): the device of this serial number may push now.
    """

    allowed = Signal(str)

    def __init__(self, session: Session, unknown: UnknownDevice | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._busy = False
        self._ready = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Allow a device"))
        self.setMinimumWidth(DIALOG_WIDTH)
        self.serial = QLineEdit(unknown.serial if unknown is not None else "")
        self.serial.setReadOnly(unknown is not None)
        note = self.tr("Compare it with the one on the device, under System info.")
        self._serial_field = Field(self.tr("&Serial number"), self.serial, note=note)
        self.of_device = DeviceFields(self)
        self.new_name = QLineEdit(self.tr("Attendance devices"))
        self._new_field = Field(self.tr("Name of the ne&w integration"), self.new_name)
        self.of_college = ChoiceBox()
        self._college_field = Field(self.tr("&College of the new integration"), self.of_college)
        self.problem = ProblemLabel()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.allow_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.allow_button.setText(self.tr("&Allow device"))
        self._lay_out(unknown)
        self.of_device.integration.currentIndexChanged.connect(self.on_integration_chosen)
        self.buttons.accepted.connect(self.on_asked)
        self.buttons.rejected.connect(self.reject)
        self._settle()
        (self.of_device.name if unknown is not None else self.serial).setFocus()
        hub, actor = session.hub, session.actor
        session.calls.call(lambda: read_choices(hub, actor), self.on_choices_read, self.on_refused, owner=self)

    def reject(self) -> None:
        """Close; not while the device is being allowed, which would be done all the same."""
        if not self._busy:
            super().reject()

    @Slot(object)
    def on_choices_read(self, choices: DeviceChoices) -> None:
        """Offer the integrations there are, and a new one."""
        self._ready = True
        # Before the fields are shown that it makes necessary: the dialog grows with them.
        if not choices.integrations:
            self.of_device.fields["integration"].show_note(
                self.tr("There is none yet that devices feed, so one is made. Its rule can be changed later.")
            )
        self.of_device.show_choices(choices)
        for number, college in choices.colleges.items():
            self.of_college.addItem(college, number)
        if not self._session.refusal(UseCase.ADD_INTEGRATION):
            self.of_device.integration.addItem(self.tr("Make a new integration"), _NEW)
        self._settle()

    @Slot()
    def on_integration_chosen(self) -> None:
        """Ask for the name of a new integration."""
        self._settle()

    @Slot()
    def on_asked(self) -> None:
        """Check what is typed; make the integration first where it is new."""
        if not self._ready or self._busy:
            return
        self._serial_field.show_problem("")
        self._new_field.show_problem("")
        self.problem.show_problem("")
        self.of_device.clear_problems()
        if not self.serial.text().strip():
            self._serial_field.show_problem(self.tr("Type the serial number of the device."))
            self.serial.setFocus()
            return
        try:
            self.of_device.days()
        except ValueError as error:
            self.of_device.show_problem("lookBackDays", str(error))
            return
        chosen = self.of_device.integration.currentData()
        self._set_busy(True)
        if chosen != _NEW:
            self._allow(int(chosen))
            return
        hub, actor, name = self._session.hub, self._session.actor, self.new_name.text().strip()
        college: int | None = self.of_college.currentData()
        self._session.calls.call(
            lambda: (
                hub.integrations.add(
                    actor, hub.catalog.fill(DEVICES_TEMPLATE, {}, name=name), college_id=college
                ).integration_id
            ),
            self.on_made,
            self.on_not_made,
            owner=self,
        )

    @Slot(int)
    def on_made(self, integration_id: int) -> None:
        """Choose the new integration, so that trying again makes no second one, and allow the device for it."""
        box = self.of_device.integration
        box.insertItem(0, self.new_name.text().strip(), integration_id)
        box.setCurrentIndex(0)
        self._allow(integration_id)

    @Slot(object)
    def on_not_made(self, error: HubError) -> None:
        """Say why the integration cannot be made."""
        self._set_busy(False)
        self._new_field.show_problem(error.sentence)
        self.new_name.setFocus()

    @Slot(object)
    def on_allowed(self, view: DeviceView) -> None:
        """Close, now that the device may push."""
        self._set_busy(False)
        self.allowed.emit(view.device.serial)
        self.accept()

    @Slot(object)
    def on_refused(self, error: HubError) -> None:
        """Say what the hub refused, under its field."""
        self._set_busy(False)
        named = error.field if isinstance(error, ConfigurationError) else ""
        if named == "serial":
            self._serial_field.show_problem(error.sentence)
            self.serial.setFocus()
        elif not self.of_device.show_problem(named, error.sentence):
            self.problem.show_problem(error.sentence)

    def _allow(self, integration_id: int) -> None:
        hub, actor, typed = self._session.hub, self._session.actor, self.of_device
        serial, name, zone, days = self.serial.text(), typed.name.text(), typed.written_zone(), typed.days()
        self._session.calls.call(
            lambda: hub.devices.allow(actor, serial, integration_id, name=name, zone=zone, look_back_days=days),
            self.on_allowed,
            self.on_refused,
            owner=self,
        )

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._settle()

    def _settle(self) -> None:
        new = self._ready and self.of_device.integration.currentData() == _NEW
        if new is self._new_field.isHidden():
            self._new_field.setVisible(new)
            self._college_field.setVisible(new and self.of_college.count() > 1)
            grow_to_content(self)
        waits = self.tr("The device is being allowed.") if self._busy else ""
        set_usable(self.buttons.button(QDialogButtonBox.StandardButton.Cancel), waits)
        self.allow_button.setEnabled(self._ready and not self._busy and self.of_device.integration.count() > 0)

    def _lay_out(self, unknown: UnknownDevice | None) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        if unknown is not None:
            layout.addWidget(PlainLabel(said_of(unknown), wrap=True))
        fields = self.of_device.fields
        for field in (
            self._serial_field,
            fields["name"],
            fields["integration"],
            self._new_field,
            self._college_field,
            fields["zone"],
            fields["lookBackDays"],
        ):
            layout.addWidget(field)
        layout.addWidget(self.problem)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
