"""What a person wants to be told of, and whether the program goes on without its window, in the settings."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSystemTrayIcon, QVBoxLayout, QWidget

from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.core.events import Event, NotificationsChanged
from hub_desktop.core.notifications import NotificationSettings, Worth
from hub_desktop.ui.form_fields import Field, FieldProblems, ProblemLabel
from hub_desktop.ui.listener_fields import why_not
from hub_desktop.ui.session import Session
from hub_desktop.ui.setting_fields import FieldGrid
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SEARCH_WIDTH, SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, Switch, plain_button, set_usable
from hub_desktop.ui.waiting import Reading, Waiting


class NotificationPanel(QWidget):
    """A form that is saved as a whole."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.waiting = Waiting(session, Shape.FORM)
        self._reading = Reading(session, self.waiting)
        self._kept: NotificationSettings | None = None
        self._busy = False
        self._tray = QSystemTrayIcon.isSystemTrayAvailable()
        self._make_controls()
        self._lay_out()
        self._connect()
        self._settle()

    def load(self) -> None:
        """Read the settings."""
        hub = self._session.hub
        self._reading.ask(hub.notifications.settings, self.on_loaded)

    def on_event(self, event: Event) -> None:
        """Show settings that were changed elsewhere."""
        if isinstance(event, NotificationsChanged):
            self.load()

    @Slot(object)
    def on_loaded(self, settings: NotificationSettings) -> None:
        """Show what is kept; what somebody is typing stays."""
        untouched = self._kept is None or not self._changes()
        self._kept = settings
        if untouched:
            self._show(settings)
        self._settle()

    @Slot()
    def on_edited(self) -> None:
        """Take back what was said, and let it be saved."""
        self._problems.clear()
        self._settle()

    @Slot()
    def on_save_asked(self) -> None:
        """Keep what was changed."""
        hub, actor, changes = self._session.hub, self._session.actor, self._changes()
        if not changes or self._busy:
            return
        self._busy = True
        self._settle()
        self._session.calls.call(
            lambda: hub.notifications.change(actor, changes), self.on_saved, self.on_failed, owner=self
        )

    @Slot(object)
    def on_saved(self, settings: NotificationSettings) -> None:
        """Show what is kept now."""
        self._busy, self._kept = False, settings
        self._show(settings)
        self.message.show_note(self.tr("Saved."))
        self._settle()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why it was not saved, under the field that it is about."""
        self._busy = False
        if isinstance(error, ConfigurationError) and error.field in self.fields:
            self._problems.show(error.field, self.tr("Type a time such as 20:00."))
        else:
            self._problems.show_error(error)
        self._settle()

    def _changes(self) -> dict[str, Any]:
        """Return the settings that are typed otherwise than kept."""
        if self._kept is None:
            return {}
        typed: dict[str, Any] = {
            "of": self.of.currentData(),
            "recoveries": self.recoveries.isChecked(),
            "quiet": self.quiet.isChecked(),
            "quietFrom": self.begins.text().strip(),
            "quietUntil": self.ends.text().strip(),
            "keepInTray": self.keep.isChecked(),
        }
        kept = self._kept.model_dump(by_alias=True, mode="json")
        return {name: value for name, value in typed.items() if value != kept[name]}

    def _show(self, settings: NotificationSettings) -> None:
        for control in (self.of, self.recoveries, self.quiet, self.keep):
            control.blockSignals(True)
        self.of.setCurrentIndex(max(self.of.findData(str(settings.of)), 0))
        self.recoveries.setChecked(settings.recoveries)
        self.quiet.setChecked(settings.quiet)
        self.keep.setChecked(settings.keep_in_tray)
        for control in (self.of, self.recoveries, self.quiet, self.keep):
            control.blockSignals(False)
        self.begins.setText(settings.quiet_from)
        self.ends.setText(settings.quiet_until)

    def _settle(self) -> None:
        refusal = why_not(self._session)
        no_tray = "" if self._tray else self.tr("This desktop has no tray to show notifications from or to go on in.")
        nothing = self.tr("Nothing is told.") if self.of.currentData() == str(Worth.NOTHING) else ""
        always = "" if self.quiet.isChecked() else self.tr("There are no quiet hours.")
        for control in (self.of, self.keep):
            set_usable(control, refusal or no_tray)
        for control in (self.recoveries, self.quiet):
            set_usable(control, refusal or no_tray or nothing)
        for edit in (self.begins, self.ends):
            set_usable(edit, refusal or no_tray or nothing or always)
        ready = not (refusal or no_tray or self._busy) and self._kept is not None
        set_usable(self.save_button, refusal or no_tray)
        self.save_button.setEnabled(ready and bool(self._changes()))
        if refusal or no_tray:
            self.message.show_note(refusal or no_tray)

    def _make_controls(self) -> None:
        self.keep = Switch(self.tr("Go on in the tray when the window is closed"))
        self.of = ChoiceBox()
        for worth, label in (
            (Worth.ALL, self.tr("Whatever needs somebody")),
            (Worth.ERRORS, self.tr("Only systems that do not work")),
            (Worth.NOTHING, self.tr("Nothing")),
        ):
            self.of.addItem(label, str(worth))
        self.of.setMaximumWidth(SEARCH_WIDTH)
        self.recoveries = Switch(self.tr("Tell me too when a system works again"))
        self.quiet = Switch(self.tr("Keep quiet for a part of the day"))
        self.begins, self.ends = QLineEdit(), QLineEdit()
        self.fields = {
            "of": Field(self.tr("Tell me about"), self.of),
            "quietFrom": Field(self.tr("Quiet from"), self.begins),
            "quietUntil": Field(self.tr("Quiet until"), self.ends),
        }
        self.note = PlainLabel(
            self.tr("Nothing pops up in that time. What came meanwhile is told once, when it is over."),
            "muted",
            wrap=True,
        )
        self.save_button = plain_button(self.tr("Save notifications"))
        self.message = ProblemLabel()
        self._problems = FieldProblems(self.fields, self.message)

    def _connect(self) -> None:
        for switch in (self.keep, self.recoveries, self.quiet):
            switch.toggled.connect(self.on_edited)
        self.of.currentIndexChanged.connect(self.on_edited)
        for edit in (self.begins, self.ends):
            edit.textEdited.connect(self.on_edited)
            edit.returnPressed.connect(self.save_button.click)
        self.save_button.clicked.connect(self.on_save_asked)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        self.waiting.fill(self)
        layout = QVBoxLayout(self.waiting.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self.fields["of"])
        layout.addWidget(self.recoveries)
        layout.addWidget(self.quiet)
        layout.addWidget(FieldGrid([self.fields["quietFrom"], self.fields["quietUntil"]]))
        layout.addWidget(self.note)
        layout.addWidget(self.keep)
        layout.addLayout(buttons)
        layout.addWidget(self.message)
