"""The listener in the settings: whether, where and how it listens, and what became of it."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hub_desktop.core.errors import HubError
from hub_desktop.core.events import Event, ListenerChanged
from hub_desktop.core.listener_settings import DEFAULT_PORT
from hub_desktop.hub.listener_settings import ListenerView
from hub_desktop.ui.copy_button import CopyButton
from hub_desktop.ui.form_fields import Field, FieldProblems, ProblemLabel, SecretEdit
from hub_desktop.ui.listener_fields import FileEdit, ReachBox, Warnings, read_port, why_not
from hub_desktop.ui.session import Session
from hub_desktop.ui.setting_fields import FieldGrid
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import IconLabel, PlainLabel, Switch, plain_button, set_usable
from hub_desktop.ui.waiting import Reading, Waiting
from hub_desktop.ui.words import exact, when


class ListenerPanel(QWidget):
    """Shows and changes the settings of the listener; the listener itself follows them elsewhere."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.waiting = Waiting(session, Shape.FORM)
        self._reading = Reading(session, self.waiting)
        self._view: ListenerView | None = None
        self._busy = False
        self.address = ""
        """Where it listens, as far as it is known; empty: nowhere."""
        self._make_controls()
        self._lay_out()
        self._connect()
        self._settle()

    def load(self) -> None:
        """Read the settings and what became of them."""
        hub, actor = self._session.hub, self._session.actor
        self._reading.ask(lambda: hub.listener_settings.view(actor), self.on_loaded)

    def on_event(self, event: Event) -> None:
        """Show what became of the listener."""
        if isinstance(event, ListenerChanged):
            self.load()

    def touched(self) -> bool:
        """Tell whether anything was typed that is not saved."""
        if self._view is None:
            return False
        written = self._view.settings.model_dump(by_alias=True)
        try:
            return self._changes(written) != {} or bool(self.password.text())
        except ValueError:
            return True

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def on_loaded(self, view: ListenerView) -> None:
        """Show what was read; what somebody is typing stays."""
        untouched = not self.touched()
        self._view = view
        if untouched:
            self._show_settings(view)
        self._show_state(view)
        self._settle()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say what went wrong, under the field that it is about."""
        self._busy = False
        self._problems.show_error(error)
        self._settle()

    @Slot()
    def on_edited(self) -> None:
        """Take back what was said of the field, and let it be saved."""
        for field in self.fields.values():
            if field.control is self.sender():
                field.show_problem("")
        self.message.show_note("")
        self._settle()

    @Slot()
    def on_save_asked(self) -> None:
        """Check what is typed and keep it."""
        self._save(self.password.text() or None)

    @Slot()
    def on_plain_asked(self) -> None:
        """Listen without encryption, and forget the certificate with its key and password."""
        self.certificate.show_path("")
        self.key.show_path("")
        self.password.clear()
        self._save("" if self._view is not None and self._view.key_password_kept else None)

    @Slot(object)
    def on_saved(self, view: ListenerView) -> None:
        """Show what is kept now; the listener follows in a moment."""
        self._busy = False
        self.password.clear()
        self._view = view
        self._show_settings(view)
        self.message.show_note(self.tr("Saved. The listener follows in a moment."))
        self._settle()

    # -- how it stands -----------------------------------------------------------------------------------------------

    def show_address(self, address: str) -> None:
        """Show where it listens; empty: nowhere."""
        if address != self.address:
            self.copy_button.show_words(self.tr("Copy address"))
        self.address = address
        self.copy_button.setVisible(bool(address))
        self._icon.show_icon("check-circle" if address else "pause", "active" if address else "inactive")
        self.state.setText(
            self.tr("Listening at {address}").format(address=address)
            if address
            else self.tr("Not listening, so no other program reaches Hub Desktop.")
        )

    def _save(self, password: str | None) -> None:
        if self._view is None or self._busy:
            return
        self._problems.clear()
        try:
            changes = self._changes(self._view.settings.model_dump(by_alias=True))
        except ValueError as error:
            self._problems.show("port", str(error))
            return
        hub, actor = self._session.hub, self._session.actor
        self._busy = True
        self._settle()
        self._session.calls.call(
            lambda: hub.listener_settings.change(actor, changes, key_password=password),
            self.on_saved,
            self.on_failed,
            owner=self,
        )

    def _changes(self, kept: dict[str, Any]) -> dict[str, Any]:
        """Return the settings that are typed otherwise than kept; raise ValueError for a port that is none."""
        typed = {
            "on": self.on.isChecked(),
            "host": self.reach.host(),
            "port": read_port(self.port.text(), needed=True),
            "certificate": self.certificate.written(),
            "key": self.key.written(),
        }
        return {name: value for name, value in typed.items() if value != kept[name]}

    def _show_settings(self, view: ListenerView) -> None:
        settings = view.settings
        self.on.blockSignals(True)
        self.on.setChecked(settings.on)
        self.on.blockSignals(False)
        self.reach.show_host(settings.host, view.addresses)
        self.port.setText(str(settings.port))
        self.certificate.show_path(settings.certificate)
        self.key.show_path(settings.key)
        self.password.show_kept(view.key_password_kept)
        until = view.certificate.ends if view.certificate is not None else None
        self.fields["certificate"].show_note(
            self.tr("Valid until {day}.").format(day=f"{until:%Y-%m-%d}") if until is not None else ""
        )

    def _show_state(self, view: ListenerView) -> None:
        self.show_address(view.state.address if view.settings.on else "")
        problem = view.state.problem if view.settings.on else ""
        if problem:
            tried = self.tr("Tried last {time}.").format(time=when(view.state.at))
            self.problem.show_problem(f"{problem} {tried}")
        else:
            self.problem.show_problem("")
        for part in (self._icon, self.state):
            part.setVisible(not problem)
            part.setToolTip(exact(view.state.at))
        self.warnings.show_sentences(view.warnings)

    def _settle(self) -> None:
        refusal = why_not(self._session)
        for control in (self.on, self.reach, self.port, self.certificate, self.key, self.password):
            set_usable(control, refusal)
            control.setEnabled(not refusal and self._view is not None)
        ready = not refusal and self._view is not None and not self._busy
        self.save_button.setEnabled(ready and self.touched())
        self.save_button.setText(self.tr("Saving…") if self._busy else self.tr("Save listener"))
        encrypted = self._view is not None and self._view.settings.encrypted
        self.plain_button.setVisible(encrypted)
        self.plain_button.setEnabled(ready)
        if refusal:
            self.message.show_note(refusal)

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self._icon = IconLabel("pause", "inactive")
        self.state = PlainLabel("", wrap=True)
        self.copy_button = CopyButton(self.tr("Copy address"), lambda: self.address)
        self.problem, self.message, self.warnings = ProblemLabel(), ProblemLabel(), Warnings()
        self.on = Switch(self.tr("Let other programs and devices reach Hub Desktop"))
        self.reach, self.port, self.password = ReachBox(), QLineEdit(), SecretEdit()
        self.port.setPlaceholderText(str(DEFAULT_PORT))
        certificate, key = self.tr("Certificate file"), self.tr("Key file")
        self.certificate = FileEdit(certificate, self.tr("Choose the certificate file"))
        self.key = FileEdit(key, self.tr("Choose the key file"))
        self.fields = {
            "host": Field(self.tr("Who can reach it"), self.reach),
            "port": Field(self.tr("Port"), self.port),
            "certificate": Field(
                certificate, self.certificate, note=self.tr("With its chain (PEM). Empty: nothing is encrypted.")
            ),
            "key": Field(key, self.key, note=self.tr("Empty: it is in the certificate file.")),
            "keyPassword": Field(self.tr("Password of the key"), self.password),
        }
        self._problems = FieldProblems(self.fields, self.message)
        self.save_button = plain_button(self.tr("Save listener"))
        self.plain_button = plain_button(self.tr("Stop encrypting"))
        self.show_address("")

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.on_save_asked)
        self.plain_button.clicked.connect(self.on_plain_asked)
        self.on.toggled.connect(self.on_edited)
        self.reach.currentIndexChanged.connect(self.on_edited)
        self.port.textEdited.connect(self.on_edited)
        self.password.textEdited.connect(self.on_edited)
        for file in (self.certificate, self.key):
            file.edited.connect(self.on_edited)
        for edit in (self.port, self.password):
            edit.returnPressed.connect(self.save_button.click)

    def _lay_out(self) -> None:
        stands = QHBoxLayout()
        stands.setSpacing(SPACE_S)
        stands.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignVCenter)
        stands.addWidget(self.state, 1)
        stands.addWidget(self.copy_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.plain_button)
        buttons.addStretch(1)
        self.waiting.fill(self)
        layout = QVBoxLayout(self.waiting.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addLayout(stands)
        layout.addWidget(self.problem)
        layout.addWidget(self.warnings)
        layout.addWidget(self.on)
        layout.addWidget(FieldGrid(list(self.fields.values())))
        layout.addLayout(buttons)
        layout.addWidget(self.message)
