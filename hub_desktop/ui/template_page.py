"""One system of the catalog: what it brings, what to do in the other system, and the few things it asks for."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from hub_desktop.core.catalog import Blank, Template, filled
from hub_desktop.core.device_address import is_devices
from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.core.integration import Submitted
from hub_desktop.core.offers import Offer
from hub_desktop.core.roles import UseCase
from hub_desktop.ui.connection_test import ConnectionTest
from hub_desktop.ui.form_fields import Field, ProblemLabel, ProblemPlace, SecretEdit
from hub_desktop.ui.form_sections import Folded, section
from hub_desktop.ui.form_values import address_note
from hub_desktop.ui.session import Session
from hub_desktop.ui.setting_fields import FieldGrid
from hub_desktop.ui.setting_values import as_sentence
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, primary_button
from hub_desktop.ui.template_values import asks_person, blank_behind, blank_problems, what_it_brings

NAME = "#name"
"""Stands for the name of the integration among the fields, which no blank can be called."""


class TemplatePage(QWidget):
    """Asks for the blanks of a template; the integration can be tested and saved at once.

    Signals:
        saved(int): the integration of this number was stored.
        settings_asked(Submitted): all settings are to be seen, as filled in by now.
        offers_chosen(Submitted, list): a test offers changes, which the form makes.
        back_asked(): another system is to be chosen.
        cancelled(): nothing is to be added.
    """

    saved = Signal(int)
    settings_asked = Signal(object)
    offers_chosen = Signal(object, object)
    back_asked = Signal()
    cancelled = Signal()

    def __init__(self, session: Session, template: Template, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.template = template
        self._edits: dict[str, QLineEdit] = {}
        self._fields: dict[str, Field] = {}
        self._make_controls()
        self._lay_out()
        self._connect()
        self._settle("")

    def values(self) -> dict[str, str]:
        """Return what is typed into the blanks, by their names."""
        return {name: edit.text().strip() for name, edit in self._edits.items()}

    def name(self) -> str:
        """Return what the integration is to be called."""
        return self._name.text().strip()

    def touched(self) -> bool:
        """Tell whether anything was typed that would be lost."""
        return any(self.values().values()) or self.name() != self.template.name

    def show_values(self, name: str, values: Mapping[str, str]) -> None:
        """Fill in what was typed before."""
        self._name.setText(name)
        for blank, edit in self._edits.items():
            edit.setText(values.get(blank, ""))

    def field(self, name: str) -> Field:
        """Return the field of a blank, or NAME for that of the integration's name."""
        return self._fields[name]

    def begin(self) -> None:
        """Put the keyboard into the first blank."""
        next(iter(self._edits.values())).setFocus()

    def stop(self) -> None:
        """Stop a test that goes on."""
        self.test.stop()

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot()
    def on_typed(self) -> None:
        """Take back what was said of a blank, and say what is worth knowing of an address."""
        for blank in self.template.blanks:
            if self._edits[blank.name] is self.sender():
                self._fields[blank.name].show_problem("")
                if blank.kind == "address":
                    self._fields[blank.name].show_note(address_note(self._edits[blank.name].text()))

    @Slot()
    def on_test_asked(self) -> None:
        """Test the connection with what is typed."""
        submitted = self._read(with_secrets=True)
        if submitted is not None:
            self.test.begin(submitted)

    @Slot(object)
    def on_offers_chosen(self, offers: Sequence[Offer]) -> None:
        """Pass changes on to the form, for they are about more than the blanks."""
        submitted = self._read(with_secrets=False)
        if submitted is not None:
            self.offers_chosen.emit(submitted, offers)

    @Slot()
    def on_settings_asked(self) -> None:
        """Go to the form with what is typed."""
        submitted = self._read(with_secrets=False)
        if submitted is not None:
            self.settings_asked.emit(submitted)

    @Slot()
    def on_save_asked(self) -> None:
        """Store the integration."""
        submitted = self._read(with_secrets=True)
        if submitted is None:
            return
        hub, actor = self._session.hub, self._session.actor
        self._settle(self.tr("Saving…"))
        self._session.calls.call(
            lambda: hub.set_ups.begin(actor, submitted).integration_id, self.on_stored, self.on_failed, owner=self
        )

    @Slot(int)
    def on_stored(self, integration_id: int) -> None:
        """Tell that it is stored."""
        self.stop()
        self._settle("")
        self.saved.emit(integration_id)

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say what the hub found wrong; everything typed stays."""
        self._settle("")
        self._show_error(error)

    # -- errors ----------------------------------------------------------------------------------------------------

    def _read(self, *, with_secrets: bool) -> Submitted | None:
        """Return the integration with its blanks filled, or show every problem and return None."""
        self.problem.show_problem("")
        for field in self._fields.values():
            field.show_problem("")
        found = blank_problems(self.template, self.values(), with_secrets=with_secrets)
        if not self.name():
            found = {NAME: self.tr("Give the integration a name."), **found}
        if found:
            self._show_problems(found)
            return None
        try:
            return filled(self.template, self.values(), name=self.name())
        except ConfigurationError as error:
            self._show_error(error)
            return None

    def _show_error(self, error: HubError) -> None:
        path = error.field if isinstance(error, ConfigurationError) else ""
        place = NAME if path == "name" else blank_behind(self.template, path)
        self._show_problems({place: as_sentence(error.sentence.removeprefix(f"{path}: "))})

    def _show_problems(self, found: Mapping[str, str]) -> None:
        for name, sentence in found.items():
            self._place(name).show_problem(sentence)
        first = next((name for name in self._fields if name in found), None)
        if first is not None:
            control = self._fields[first].control
            control.setFocus()
            self.scrolled.ensureWidgetVisible(control, 0, self.fontMetrics().height() * 4)

    def _place(self, name: str) -> ProblemPlace:
        return self._fields.get(name) or self.problem

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _settle(self, saying: str) -> None:
        """Let nothing be changed while something goes on; the empty string ends that."""
        refusal = self._session.refusal(UseCase.ADD_INTEGRATION)
        self.body.setEnabled(not saying)
        self.test.button.setEnabled(not saying and not self._session.refusal(UseCase.TEST))
        self.settings_button.setEnabled(not saying)
        self.save_button.setEnabled(not saying and not refusal)
        self.save_button.setText(saying or self.tr("&Save"))
        self.problem.show_note(refusal)

    def _make_controls(self) -> None:
        for blank in self.template.blanks:
            self._fields[blank.name] = self._field_of(blank)
        self._name = QLineEdit(self.template.name)
        self._fields[NAME] = Field(self.tr("&Name"), self._name, note=self.tr("What it is called in Hub Desktop."))
        self.test = ConnectionTest(self._session, self._session.refusal(UseCase.ADD_INTEGRATION))
        self.problem = ProblemLabel()
        self.back_button = plain_button(self.tr("Back"))
        self.settings_button = plain_button(self.tr("Show &all settings"))
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.save_button = primary_button(self.tr("&Save"))

    def _field_of(self, blank: Blank) -> Field:
        edit = self._edits[blank.name] = SecretEdit() if blank.kind == "secret" else QLineEdit()
        edit.setPlaceholderText(blank.default or blank.example)
        edit.textChanged.connect(self.on_typed)
        notes = [spoken(blank.help)] if blank.help else []
        if blank.default:
            notes.append(self.tr("Empty: as shown."))
        # What a template says is not ours: an ampersand in it is one, and no mnemonic.
        field = Field(spoken(blank.label).replace("&", "&&"), edit, note=" ".join(notes))
        edit.setAccessibleName(spoken(blank.label))
        return field

    def _connect(self) -> None:
        self.test.asked.connect(self.on_test_asked)
        self.test.offers_chosen.connect(self.on_offers_chosen)
        self.back_button.clicked.connect(self.back_asked)
        self.settings_button.clicked.connect(self.on_settings_asked)
        self.cancel_button.clicked.connect(self.cancelled)
        self.save_button.clicked.connect(self.on_save_asked)
        for edit in (self._name, *self._edits.values()):
            edit.returnPressed.connect(self.save_button.click)

    def _lay_out(self) -> None:
        template = self.template
        self.body = QWidget()
        self.body.setProperty("look", "page")
        column = QVBoxLayout(self.body)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        column.setSpacing(SPACE_L)
        head = QVBoxLayout()
        head.setSpacing(SPACE_S)
        head.addWidget(PlainLabel(template.name, "title", wrap=True))
        head.addWidget(PlainLabel(spoken(template.summary), wrap=True))
        if brings := what_it_brings(template):
            head.addWidget(PlainLabel(brings, "strong", wrap=True))
        column.addLayout(head)
        # Devices are told to push once there is something that they can push into.
        afterwards = is_devices(str(template.integration.get("baseUrl", "")))
        if template.steps and not afterwards:
            column.addWidget(section(self.tr("First, in {name}").format(name=template.name), self._step_lines()))
        blanks: list[QWidget] = [FieldGrid(list(self._fields.values()))]
        if asks_person(template):
            said = self.tr("Once it is saved, the sign-in opens by itself: a person signs in, one time.")
            blanks.append(PlainLabel(said, "muted", wrap=True))
        column.addWidget(section(self.tr("Here") if afterwards else self.tr("Then here"), *blanks))
        if template.steps and afterwards:
            column.addWidget(section(self.tr("Then, at the devices"), self._step_lines()))
        column.addLayout(self._proof_lines())
        column.addWidget(self.test)
        column.addStretch(1)
        self.scrolled = QScrollArea()
        self.scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self.scrolled.setWidgetResizable(True)
        self.scrolled.setWidget(self.body)
        self.test.reveal_in(self.scrolled)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        for button in (self.back_button, self.settings_button, self.test.button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE_XL, SPACE_S, SPACE_XL, SPACE_L)
        foot.setSpacing(SPACE_M)
        foot.addWidget(self.problem)
        foot.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.scrolled, 1)
        layout.addLayout(foot)

    def _step_lines(self) -> QVBoxLayout:
        steps = QVBoxLayout()
        steps.setSpacing(SPACE_S)
        for number, step in enumerate(self.template.steps, start=1):
            steps.addWidget(PlainLabel(f"{number}. {spoken(step)}", wrap=True))
        return steps

    def _proof_lines(self) -> QVBoxLayout:
        self.proof = [
            Folded(title, sentences)
            for title, sentences in (
                (self.tr("What was tried"), self.template.verified),
                (self.tr("What was not tried"), self.template.unverified),
                (self.tr("What to know about its records"), self.template.notes),
            )
        ]
        lines = QVBoxLayout()
        lines.setSpacing(SPACE_XS)
        for folded in self.proof:
            lines.addWidget(folded)
        return lines
