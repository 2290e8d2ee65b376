"""The form of an integration, new or stored: filled, tested, and saved once."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.core.device_address import is_devices
from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.core.integration import HEADER_SECRET_PREFIX, INTEGRATION_TYPES, Submitted, read_integration
from hub_desktop.core.offers import Offer, with_offers
from hub_desktop.core.roles import UseCase
from hub_desktop.store.integrations import StoredIntegration
from hub_desktop.ui import form_values
from hub_desktop.ui.brake_fields import brake_settings
from hub_desktop.ui.connection_test import ConnectionTest
from hub_desktop.ui.credential_fields import CredentialFields
from hub_desktop.ui.dialog_room import room_for
from hub_desktop.ui.discarding import DiscardQuestion
from hub_desktop.ui.endpoint_rows import EndpointRows
from hub_desktop.ui.form_fields import Field, ProblemLabel, ProblemPlace
from hub_desktop.ui.form_sections import Notes, section
from hub_desktop.ui.form_values import FormValues
from hub_desktop.ui.json_dialog import JsonDialog
from hub_desktop.ui.sampling import Sampler
from hub_desktop.ui.schedule_fields import schedule_settings
from hub_desktop.ui.session import Session
from hub_desktop.ui.setting_fields import FieldGrid, number_setting
from hub_desktop.ui.setting_values import as_sentence
from hub_desktop.ui.spoken import spoken_choices
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel, Switch, plain_button, primary_button
from hub_desktop.ui.tab_order import ReadingOrderDialog

_PAUSE_MS = 400
_HEADER_LINES = 5
_NAMED_ENDPOINT = re.compile(r"endpoint “([^”]+)”", re.IGNORECASE)


class IntegrationForm(ReadingOrderDialog):
    """Adds an integration, or edits the one of this number, beginning where it signs in if that is what failed.

    Signals:
        saved(int): the integration of this number was stored.
        back_asked(): a person wants to go back to where the form was opened from.
    """

    saved = Signal(int)
    back_asked = Signal()

    def __init__(
        self,
        session: Session,
        integration_id: int | None = None,
        parent: QWidget | None = None,
        *,
        signing_in: bool = False,
        embedded: bool = False,
    ) -> None:
        """`embedded` makes it a part of another dialog, with a way back to its other parts."""
        super().__init__(parent)
        if embedded:
            # Before anything stands in it: Qt styles all of it anew when it becomes no window.
            self.setWindowFlags(Qt.WindowType.Widget)
            # Qt would put it into the middle of the window, as it does with a dialog of its own.
            self.setAttribute(Qt.WidgetAttribute.WA_Moved)
        self._session = session
        self._integration_id = integration_id
        self._signing_in = signing_in
        self._embedded = embedded
        self.mapping_of = ""
        """The endpoint whose field mapping is opened as soon as the form is filled; empty: none."""
        self.details_of = ""
        """The endpoint whose other settings are opened then."""
        self.at_schedule = False
        """Whether the keyboard begins at the schedule."""
        self._other_secrets: Mapping[str, str] = {}
        self._sync_interval: int | None = None
        self._rest: dict[str, Any] = {}
        self._leaving = False
        self._of_devices = False
        self._make_controls()
        self._lay_out()
        if embedded:
            # It is stored switched off, and the last step of its set-up switches it on.
            self.enabled.hide()
        else:
            self.back_button.hide()
        self._connect()
        self.show_values(form_values.blank())
        self._initial = self.values()
        self._load()

    # -- what is typed ---------------------------------------------------------------------------------------------

    def values(self) -> FormValues:
        """Return the form as typed."""
        typed = FormValues(
            name=self.name.text().strip(),
            type=str(self.type.currentData()),
            base_url=self.base_url.text().strip(),
            other_secrets=self._other_secrets,
            headers=self.headers.toPlainText(),
            params=self.params.toPlainText(),
            endpoints=self.endpoints.values(),
            sync_interval=self._sync_interval,
            enabled=self.enabled.isChecked(),
            rest=self._rest,
        )
        return self.credentials.filled(typed)

    def show_values(self, values: FormValues) -> None:
        """Fill the form."""
        self._other_secrets, self._sync_interval = values.other_secrets, values.sync_interval
        self._rest = dict(values.rest)
        self.name.setText(values.name)
        if self.type.findData(values.type) < 0:
            self.type.addItem(values.type, values.type)
        self.type.setCurrentIndex(self.type.findData(values.type))
        self.base_url.setText(values.base_url)
        self.credentials.show_values(values)
        self.headers.setPlainText(values.headers)
        self.params.setPlainText(values.params)
        for limit in self._limits:
            limit.show_setting(self._rest)
        self.endpoints.show_values(values.endpoints)
        if self._of_devices:
            self.endpoints.show_source(True)
        # Nobody types the address of devices that are connected already, nor what a server is sent.
        self._show_source(hide_address=is_devices(values.base_url.strip()))
        self.enabled.setChecked(values.enabled)

    def begin(self, values: FormValues, notes: Sequence[str] = ()) -> None:
        """Fill an empty form with values from elsewhere, and say above it what is to be known of them."""
        self._clear_problems()
        self.show_values(values)
        self.notes.show_notes(notes)
        self.scrolled.verticalScrollBar().setValue(0)

    def touched(self) -> bool:
        """Tell whether anything was typed that could be saved and would be lost."""
        return not self._refusal() and self.values() != self._initial

    def stop(self) -> None:
        """Stop a test that goes on."""
        self.test.stop()

    def reject(self) -> None:
        """Close, asking once where something typed would be lost; what it is a part of may keep it instead."""
        if not self._leaving and not self._embedded and self.touched():
            question = DiscardQuestion(self)
            question.discarded.connect(self.on_discarded)
            question.open()
            return
        self.test.stop()
        super().reject()

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def on_loaded(self, loaded: tuple[StoredIntegration, dict[str, bool]]) -> None:
        """Fill the form with the stored integration."""
        stored, kept = loaded
        self.show_values(form_values.values_of(stored.config))
        self.credentials.show_kept(kept)
        self._initial = self.values()
        self._set_busy("")
        self.setWindowTitle(self.tr("Edit {name}").format(name=stored.name))
        if self.at_schedule:
            self._schedule[0].control.setFocus()
            self.scrolled.verticalScrollBar().setValue(self._schedule_card.y() - SPACE_L)
        else:
            (self.credentials.secret_edit() if self._signing_in else self.name).setFocus()
        row = self.endpoints.row_of(self.mapping_of) if self.mapping_of else None
        if row is not None and row.mapping_button.isEnabled():
            row.on_mapping_asked()
        if self.details_of:
            self.endpoints.open_details(self.details_of)

    @Slot(object)
    def on_load_failed(self, error: HubError) -> None:
        """Say why there is nothing to edit."""
        self.problem.show_problem(error.sentence)
        self.cancel_button.setEnabled(True)

    @Slot()
    def on_address_typed(self) -> None:
        """Say what is worth knowing of the address."""
        self._fields["baseUrl"].show_note(form_values.address_note(self.base_url.text()))
        self._show_source()

    @Slot()
    def on_typing_paused(self) -> None:
        """Check the headers and parameters once the typing pauses."""
        self._fields["headers"].show_problem(form_values.headers_problem(self.headers.toPlainText()))
        self._fields["params"].show_problem(form_values.params_problem(self.params.toPlainText()))

    @Slot()
    def on_limit_edited(self) -> None:
        """Take over a limit that a person changed."""
        for limit in self._limits:
            if not limit.unreadable():
                self._rest = limit.written_into(self._rest)

    @Slot()
    def on_paste_asked(self) -> None:
        """Open the dialog that takes JSON."""
        dialog = JsonDialog(self)
        dialog.submitted.connect(self.on_pasted)
        dialog.open()

    @Slot(object)
    def on_pasted(self, submitted: Submitted) -> None:
        """Fill the form from JSON."""
        self._clear_problems()
        self.show_values(form_values.pasted(submitted))

    @Slot()
    def on_test_asked(self) -> None:
        """Test the connection with what is typed."""
        self._test()

    @Slot(object)
    def on_offers_chosen(self, offers: Sequence[Offer]) -> None:
        """Make the changes that a test offers, and test again."""
        submitted = self._read()
        if submitted is None:
            return
        try:
            changed = read_integration(with_offers(submitted.integration.to_json(), offers)).integration
        except ConfigurationError as error:
            self._show_error(error)
            return
        belonging = {name: value for name, value in submitted.secrets.items() if name in changed.secret_names()}
        self.show_values(form_values.values_of(changed, belonging))
        self._test(going_on=True)

    @Slot(QWidget, QWidget)
    def on_focus_moved(self, _left: QWidget | None, reached: QWidget | None) -> None:
        """Bring a field into view that got the keyboard out of sight, as by its mnemonic."""
        if reached is not None and self.body.isAncestorOf(reached) and reached.visibleRegion().isEmpty():
            self.scrolled.ensureWidgetVisible(reached, 0, self.fontMetrics().height() * 4)

    @Slot()
    def on_save_asked(self) -> None:
        """Check what is typed and store it."""
        submitted = self._read()
        if submitted is None:
            return
        hub, actor, number = self._session.hub, self._session.actor, self._integration_id
        add = hub.set_ups.begin if self._embedded else hub.integrations.add

        def store() -> int:
            stored = add(actor, submitted) if number is None else hub.integrations.edit(actor, number, submitted)
            return stored.integration_id

        self._set_busy(self.tr("Saving…"))
        self._session.calls.call(store, self.on_stored, self.on_save_failed, owner=self)

    @Slot(int)
    def on_stored(self, integration_id: int) -> None:
        """Close, now that it is stored."""
        self.test.stop()
        self.saved.emit(integration_id)
        self.accept()

    @Slot(object)
    def on_save_failed(self, error: HubError) -> None:
        """Show what the hub found wrong; everything typed stays."""
        self._set_busy("")
        self._show_error(error)

    @Slot()
    def on_discarded(self) -> None:
        """Close, for a person chose to discard what was typed."""
        self._leaving = True
        self.reject()

    def _test(self, *, going_on: bool = False) -> None:
        submitted = self._read()
        if submitted is not None:
            self.test.begin(submitted, self._integration_id, going_on=going_on)

    # -- errors ----------------------------------------------------------------------------------------------------

    def field_at(self, path: str) -> tuple[ProblemPlace, QWidget]:
        """Return what shows the problem of a JSON path, and the control to mend it in."""
        if path.startswith("endpoints"):
            # An endpoint's name may hold dots, and a problem may stand deep, as in endpoints.marks.pagination.pageSize.
            parts = path.split(".")[1:]
            for end in range(len(parts), 0, -1):
                row = self.endpoints.row_of(".".join(parts[:end]))
                if row is not None:
                    return row, row.control_of(parts[end] if end < len(parts) else "path")
            return self.endpoints, self.endpoints.first_tick()
        path = "headers" if path.startswith(HEADER_SECRET_PREFIX) else path
        near = path
        while near and near not in self._fields:
            near = near.rpartition(".")[0]
        found = self._fields.get(near) or self.credentials.field_at(path)
        return (self.problem, self.save_button) if found is None else (found, found.control)

    def _read(self) -> Submitted | None:
        """Return what is typed in a checked form, or show every problem and return None."""
        self._clear_problems()
        typed = self.values()
        found = form_values.problems(typed, self.credentials.kept_secrets()) | self._unreadable()
        if found:
            self._show_problems(found)
            return None
        try:
            return read_integration(form_values.to_json(typed))
        except ConfigurationError as error:
            self._show_error(error)
            return None

    def typed(self) -> tuple[Submitted, int | None]:
        """Return what is typed and the number of what is stored; raise ConfigurationError if it is not whole."""
        values = self.values()
        found = form_values.problems(values, self.credentials.kept_secrets()) | self._unreadable()
        if found:
            raise ConfigurationError(next(iter(found.values())))
        return read_integration(form_values.to_json(values)), self._integration_id

    def _unreadable(self) -> dict[str, str]:
        typed = {limit.path: said for limit in self._limits if (said := limit.unreadable())}
        return self.credentials.unreadable() | typed

    def _show_error(self, error: HubError) -> None:
        field = error.field if isinstance(error, ConfigurationError) else ""
        named = None if field else _NAMED_ENDPOINT.search(error.sentence)
        place = f"endpoints.{named[1]}" if named else field
        self._show_problems({place: as_sentence(error.sentence.removeprefix(f"{field}: "))})

    def _show_problems(self, found: Mapping[str, str]) -> None:
        # Backwards, so that of several problems of one row the first stays; its control gets the keyboard.
        for path, sentence in reversed(list(found.items())):
            self.field_at(path)[0].show_problem(sentence)
        first = self.field_at(next(iter(found)))[1]
        first.setFocus()
        self.scrolled.ensureWidgetVisible(first, 0, self.fontMetrics().height() * 4)

    def _clear_problems(self) -> None:
        self.problem.show_problem("")
        self.endpoints.show_problem("")
        for field in (self._fields | self.credentials.fields()).values():
            field.show_problem("")

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _refusal(self) -> str:
        wanted = UseCase.ADD_INTEGRATION if self._integration_id is None else UseCase.EDIT_INTEGRATION
        return self._session.refusal(wanted)

    def _load(self) -> None:
        number = self._integration_id
        if number is None:
            self.setWindowTitle(self.tr("Add an integration"))
            self._set_busy("")
            self.name.setFocus()
            return
        self.setWindowTitle(self.tr("Edit an integration"))
        self._set_busy(self.tr("Save"))
        hub, actor = self._session.hub, self._session.actor
        self._session.calls.call(
            lambda: (hub.integrations.get(actor, number), hub.integrations.secrets_kept(actor, number)),
            self.on_loaded,
            self.on_load_failed,
            owner=self,
        )

    def _show_source(self, *, hide_address: bool = False) -> None:
        """Show what applies to a server, a folder or devices that push."""
        typed = self.base_url.text().strip()
        devices = is_devices(typed)
        # A folder is read without a sign-in, and devices push without one.
        self.credentials.setVisible(form_values.has_server(typed))
        self._address_card.setVisible(not hide_address)
        self._more.setVisible(not devices)
        # What devices push is taken in as it comes.
        self._schedule_card.setVisible(not devices)
        if devices != self._of_devices:
            self._of_devices = devices
            self.endpoints.show_source(devices)

    def _set_busy(self, saying: str) -> None:
        """Let nothing be changed while something goes on; the empty string ends that."""
        refusal = self._refusal()
        self.body.setEnabled(not saying)
        self.paste_button.setEnabled(not saying)
        self.test_button.setEnabled(not saying and not self._session.refusal(UseCase.TEST))
        self.save_button.setEnabled(not saying and not refusal)
        self.save_button.setText(saying or self.tr("&Save"))
        self.problem.show_note(refusal)

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.name, self.base_url = QLineEdit(), QLineEdit()
        self.name.setPlaceholderText(self.tr("College ERP"))
        self.base_url.setPlaceholderText("https://erp.college.edu/api/v1")
        self.type = ChoiceBox()
        for value, label in spoken_choices(INTEGRATION_TYPES).items():
            self.type.addItem(label, value)
        self.headers, self.params = QPlainTextEdit(), QPlainTextEdit()
        self.headers.setPlaceholderText('{"X-College-ID": "12345"}')
        self.params.setPlaceholderText('{"format": "json"}')
        for edit in (self.headers, self.params):
            edit.setTabChangesFocus(True)
            edit.setFixedHeight(edit.fontMetrics().lineSpacing() * _HEADER_LINES)
        self.credentials = CredentialFields()
        self.endpoints = EndpointRows(Sampler(self._session, self))
        self.enabled = Switch(self.tr("Sync this integration &by itself"))
        self.test = ConnectionTest(self._session, self._refusal())
        self.report, self.test_button = self.test.report, self.test.button
        self.problem = ProblemLabel()
        self.paste_button = plain_button(self.tr("Paste &JSON…"))
        self.back_button = plain_button(self.tr("Back"))
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.save_button = primary_button(self.tr("&Save"))
        for button in (self.paste_button, self.test_button, self.cancel_button):
            button.setAutoDefault(False)
        self.save_button.setDefault(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        secrets_note = self.tr("Values of headers named like a secret are kept with the passwords.")
        self._fields = {
            "name": Field(self.tr("&Name"), self.name),
            "type": Field(self.tr("T&ype of system"), self.type),
            "baseUrl": Field(self.tr("Add&ress (base URL), or a folder of files"), self.base_url),
            "headers": Field(self.tr("Custom &headers (JSON)"), self.headers, note=secrets_note),
            "params": Field(
                self.tr("&Parameters of every request (JSON)"),
                self.params,
                note=self.tr("Sent in the address, besides those of each endpoint. Never a key or password."),
            ),
        }
        parallel = number_setting(self.tr("Requests at the same time"), "maxParallel", placeholder="4")
        each_minute = number_setting(
            self.tr("Most requests a minute"), "requestsPerMinute", placeholder=self.tr("As the system answers")
        )
        self._brakes = brake_settings()
        self._schedule = schedule_settings(of_endpoint=False)
        self._limits = (parallel, each_minute, *self._brakes, *self._schedule)
        self._fields |= {limit.path: limit for limit in self._limits}
        # What is wrong with a schedule as a whole is its quiet hours.
        self._fields["schedule"] = self._fields["schedule.quietHours"]

    def _connect(self) -> None:
        self.base_url.textChanged.connect(self.on_address_typed)
        self.headers.textChanged.connect(self._pause.start)
        self.params.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.on_typing_paused)
        for limit in self._limits:
            limit.edited.connect(self.on_limit_edited)
        self.paste_button.clicked.connect(self.on_paste_asked)
        self.test.asked.connect(self.on_test_asked)
        self.test.offers_chosen.connect(self.on_offers_chosen)
        self.save_button.clicked.connect(self.on_save_asked)
        self.cancel_button.clicked.connect(self.reject)
        self.back_button.clicked.connect(self.back_asked)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self.on_focus_moved)
        self.test.reveal_in(self.scrolled)

    def _lay_out(self) -> None:
        basics = QGridLayout()
        basics.setHorizontalSpacing(SPACE_L)
        basics.addWidget(self._fields["name"], 0, 0, Qt.AlignmentFlag.AlignTop)
        basics.addWidget(self._fields["type"], 0, 1, Qt.AlignmentFlag.AlignTop)
        basics.setColumnStretch(0, 1)
        basics.setColumnStretch(1, 1)
        # From the outside in: what has its place already is not styled anew with each part around it.
        self.scrolled = QScrollArea(self)
        self.scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self.scrolled.setWidgetResizable(True)
        self.body = QWidget()
        self.scrolled.setWidget(self.body)
        self.body.setProperty("look", "page")
        sections = QVBoxLayout(self.body)
        sections.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        sections.setSpacing(SPACE_L)
        self.notes = Notes(self.tr("What was understood"))
        sections.addWidget(self.notes)
        sections.addWidget(section(self.tr("Basic information"), basics))
        self._address_card = section(self.tr("API configuration"), self._fields["baseUrl"], self.credentials)
        sections.addWidget(self._address_card)
        sections.addWidget(section(self.tr("Endpoints"), self.endpoints))
        self._more = FieldGrid(
            [self._fields[name] for name in ("headers", "params", "maxParallel", "requestsPerMinute")]
        )
        sections.addWidget(section(self.tr("Settings"), self.enabled, self._more))
        self._schedule_card = section(self.tr("Schedule"), FieldGrid(self._schedule))
        sections.addWidget(self._schedule_card)
        asks = PlainLabel(
            self.tr("When a sync would remove or change this much, the old records are kept until somebody decides."),
            "muted",
            wrap=True,
        )
        sections.addWidget(section(self.tr("Safety brake"), asks, FieldGrid(self._brakes)))
        sections.addWidget(self.test)
        sections.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.paste_button)
        buttons.addWidget(self.test_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE_XL, SPACE_S, SPACE_XL, SPACE_L)
        foot.addWidget(self.problem)
        foot.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.scrolled, 1)
        layout.addLayout(foot)
        self.resize(room_for(self))
