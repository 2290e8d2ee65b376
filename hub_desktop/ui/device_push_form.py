"""Whether attendance devices may push, on which port, and what a person types into each of them."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hub_desktop.core.errors import HubError
from hub_desktop.hub.listener_settings import DevicePlace, ListenerView
from hub_desktop.ui.copy_button import CopyButton
from hub_desktop.ui.form_fields import Field, FieldProblems, ProblemLabel
from hub_desktop.ui.listener_fields import ReachBox, read_port, why_not
from hub_desktop.ui.session import Session
from hub_desktop.ui.setting_fields import FieldGrid
from hub_desktop.ui.spoken import listed
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, Switch, plain_button, set_usable


class DevicePushForm(QWidget):
    """Changes the part of the listener's settings that devices need."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view: ListenerView | None = None
        self._busy = False
        self._make_controls()
        self._lay_out()
        self._connect()
        self._settle()

    def show_view(self, view: ListenerView) -> None:
        """Show the settings; what somebody is typing stays."""
        untouched = not self.touched()
        self._view = view
        if untouched:
            self._show_settings(view)
        self._show_place(view)
        self._settle()

    def touched(self) -> bool:
        """Tell whether anything was typed that is not saved."""
        if self._view is None:
            return False
        try:
            return self._changes(self._view) != {}
        except ValueError:
            return True

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot()
    def on_edited(self) -> None:
        """Take back what was said, and let it be saved."""
        self._problems.clear()
        self._settle()

    @Slot()
    def on_save_asked(self) -> None:
        """Check what is typed and keep it."""
        if self._view is None or self._busy:
            return
        try:
            changes = self._changes(self._view)
        except ValueError as error:
            self._problems.show("devicePort", str(error))
            return
        hub, actor = self._session.hub, self._session.actor
        self._busy = True
        self._settle()
        self._session.calls.call(
            lambda: hub.listener_settings.change(actor, changes), self.on_saved, self.on_failed, owner=self
        )

    @Slot(object)
    def on_saved(self, view: ListenerView) -> None:
        """Show what is kept now."""
        self._busy = False
        self._view = view
        self._show_settings(view)
        self._show_place(view)
        self.message.show_note(self.tr("Saved."))
        self._settle()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say what went wrong, under the field that it is about."""
        self._busy = False
        self._problems.show_error(error)
        self._settle()

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _changes(self, view: ListenerView) -> dict[str, Any]:
        port = read_port(self.port.text(), needed=False)
        typed = {
            "devicePush": self.on.isChecked(),
            "devicePort": port,
            "deviceHost": self.reach.host() if port is not None else "",
        }
        kept = view.settings.model_dump(by_alias=True)
        return {name: value for name, value in typed.items() if value != kept[name]}

    def _show_settings(self, view: ListenerView) -> None:
        settings = view.settings
        self.on.blockSignals(True)
        self.on.setChecked(settings.device_push)
        self.on.blockSignals(False)
        self.port.setText("" if settings.device_port is None else str(settings.device_port))
        self.port.setPlaceholderText(self.tr("The same as above: {port}").format(port=settings.port))
        self.reach.show_host(settings.device_host, view.addresses)

    def _show_place(self, view: ListenerView) -> None:
        push, place = view.settings.device_push and view.settings.on, view.device_place
        words = self._words(place) if push else ""
        if words != self.place.text():
            self.place.setText(words)
            self.copy_button.show_words(self.tr("Copy"))
        for part in (self._heading, self.place, self.copy_button):
            part.setVisible(bool(words))
        closed = ""
        if view.settings.device_push and not view.settings.on:
            closed = self.tr("The listener is switched off, so no device reaches it. Switch it on above.")
        elif push and not place.addresses:
            closed = self.tr(
                "Only this computer can reach the listener, so no device can. Choose its network above, or give "
                "devices a port of their own with a network."
            )
        self.closed.show_warning(closed)

    def _words(self, place: DevicePlace) -> str:
        if not place.addresses:
            return ""
        return "\n".join(
            (
                self.tr("Server address: {address}").format(address=listed(place.addresses, "or")),
                self.tr("Port: {port}").format(port=place.port),
                self.tr("HTTPS: on") if place.encrypted else self.tr("HTTPS: off"),
                self.tr("Domain name: off"),
            )
        )

    def _settle(self) -> None:
        refusal = why_not(self._session)
        ready = not refusal and self._view is not None and not self._busy
        for control in (self.on, self.port, self.reach):
            set_usable(control, refusal)
            control.setEnabled(not refusal and self._view is not None)
        self.reach.setEnabled(self.port.isEnabled() and bool(self.port.text().strip()))
        self.save_button.setEnabled(ready and self.touched())
        self.save_button.setText(self.tr("Saving…") if self._busy else self.tr("Save device push"))
        if refusal:
            self.message.show_note(refusal)

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.on = Switch(self.tr("Let attendance devices push their punches here"))
        self.port, self.reach = QLineEdit(), ReachBox(self.tr("The same as above"))
        note = self.tr("Without encryption, which most devices lack; nothing but devices is answered there.")
        self.fields = {
            "devicePort": Field(self.tr("Port for devices alone"), self.port, note=note),
            "deviceHost": Field(self.tr("Who can reach that port"), self.reach),
        }
        self.save_button = plain_button(self.tr("Save device push"))
        self.message, self.closed = ProblemLabel(), ProblemLabel()
        self._problems = FieldProblems(self.fields, self.message)
        self._heading = PlainLabel(self.tr("Type into each device, under Comm. → Cloud Server Setting:"), wrap=True)
        self.place = PlainLabel("", "strong", wrap=True)
        self.copy_button = CopyButton(self.tr("Copy"), self.place.text, self.tr("Copy what is typed into a device"))

    def _connect(self) -> None:
        self.on.toggled.connect(self.on_edited)
        self.port.textEdited.connect(self.on_edited)
        self.reach.currentIndexChanged.connect(self.on_edited)
        self.port.returnPressed.connect(self.save_button.click)
        self.save_button.clicked.connect(self.on_save_asked)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        typed = QHBoxLayout()
        typed.setSpacing(SPACE_S)
        typed.addWidget(self.place, 1)
        typed.addWidget(self.copy_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self.on)
        layout.addWidget(FieldGrid(list(self.fields.values())))
        layout.addLayout(buttons)
        layout.addWidget(self.message)
        layout.addWidget(self.closed)
        layout.addWidget(self._heading)
        layout.addLayout(typed)
        for part in (self._heading, self.place, self.copy_button):
            # Until the settings were read, which not everybody may do.
            part.hide()
