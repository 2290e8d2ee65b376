"""How an integration is set up, in short: its switch, and the ways to edit, take along and delete it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hub_desktop.core.errors import HubError
from hub_desktop.core.integration import INTEGRATION_TYPES, Integration
from hub_desktop.core.roles import UseCase
from hub_desktop.core.schedule_words import schedule_lines
from hub_desktop.core.sign_in import AUTH_LABELS
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.ui.fact_grid import FactGrid
from hub_desktop.ui.folders import in_documents
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.form_sections import section
from hub_desktop.ui.remedies import USE_CASES, Action
from hub_desktop.ui.session import Session
from hub_desktop.ui.setting_values import as_sentence
from hub_desktop.ui.spoken import listed, spoken, spoken_choices
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_S
from hub_desktop.ui.style.widgets import (
    PageScroll,
    PlainLabel,
    Switch,
    danger_button,
    plain_button,
    primary_button,
    set_usable,
)

_MOST_NAME = 60


class IntegrationSettings(PageScroll):
    """The last part of an integration's page.

    Signals:
        action_asked(int, Action): what to do with the integration of this number.
    """

    action_asked = Signal(int, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view: IntegrationView | None = None
        self._shown: Integration | None = None
        self.enabled = Switch(self.tr("Sync this integration by itself"))
        self.enabled_said = PlainLabel("", "muted", wrap=True)
        self._facts = FactGrid()
        self.edit_button = primary_button(self.tr("Edit the settings…"))
        self.schedule_said = PlainLabel(wrap=True)
        self.schedule_button = plain_button(self.tr("Change the schedule…"))
        self.sign_in_button = plain_button(self.tr("Sign in again…"))
        self.export_button = plain_button(self.tr("Export to a file…"))
        self.delete_button = danger_button(self.tr("Delete…"))
        self.message = ProblemLabel()
        self._lay_out()
        self.enabled.clicked.connect(self.on_enabled_clicked)
        for button in self._actions():
            button.clicked.connect(self.on_button_clicked)
        self.export_button.clicked.connect(self.on_export_asked)

    def show_view(self, view: IntegrationView) -> None:
        """Show how it is set up now."""
        self._view = view
        config, refusal = view.config, self._session.refusal
        self.enabled.setChecked(config.enabled)
        set_usable(self.enabled, refusal(UseCase.TOGGLE_INTEGRATION))
        self.enabled_said.setText(
            refusal(UseCase.TOGGLE_INTEGRATION)
            or (
                self.tr("Switch it off to pause it; its records and settings stay.")
                if config.enabled
                else self.tr("It is switched off: its records stay, and nothing new comes in.")
            )
        )
        self.sign_in_button.setVisible(config.signed_in_by_person())
        for button, action in self._actions().items():
            set_usable(button, refusal(USE_CASES[action]))
        set_usable(self.export_button, refusal(UseCase.EXPORT_INTEGRATIONS))
        for button, name in (
            (self.edit_button, self.tr("Edit {name}")),
            (self.schedule_button, self.tr("Change the schedule of {name}")),
            (self.export_button, self.tr("Export {name}")),
            (self.delete_button, self.tr("Delete {name}")),
        ):
            button.setAccessibleName(name.format(name=view.name))
        if config != self._shown:
            self._shown = config
            self._show_facts(config)

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot()
    def on_enabled_clicked(self) -> None:
        """Ask for what the switch says; it goes back by itself when that cannot be."""
        if self._view is not None:
            wanted = Action.ENABLE if self.enabled.isChecked() else Action.DISABLE
            self.action_asked.emit(self._view.integration_id, wanted)

    @Slot()
    def on_button_clicked(self) -> None:
        """Ask for what the button says."""
        action = next((action for button, action in self._actions().items() if button is self.sender()), None)
        if self._view is not None and action is not None:
            self.action_asked.emit(self._view.integration_id, action)

    @Slot()
    def on_export_asked(self) -> None:
        """Ask where to write to."""
        if self._view is None:
            return
        name = "".join(c if c.isalnum() else "-" for c in self._view.name.lower())[:_MOST_NAME].strip("-")
        dialog = QFileDialog(self, self.tr("Export {name}").format(name=self._view.name), "", self.tr("JSON (*.json)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(in_documents(f"{name or 'integration'}.json"))
        dialog.fileSelected.connect(self.on_file_chosen)
        dialog.open()

    @Slot(str)
    def on_file_chosen(self, file: str) -> None:
        """Write there."""
        if self._view is None:
            return
        hub, actor, number = self._session.hub, self._session.actor, self._view.integration_id
        self.message.show_note(self.tr("Writing…"))

        def write() -> str:
            hub.integrations.export_to(actor, Path(file), [number])
            return file

        self._session.calls.call(write, self.on_exported, self.on_failed, owner=self)

    @Slot(str)
    def on_exported(self, file: str) -> None:
        """Say where it is."""
        self.message.show_note(self.tr("Written to {file}, without passwords and keys.").format(file=file))

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why it was not written."""
        self.message.show_problem(error.sentence)

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _actions(self) -> dict[QPushButton, Action]:
        return {
            self.edit_button: Action.EDIT,
            self.schedule_button: Action.EDIT_SCHEDULE,
            self.sign_in_button: Action.SIGN_IN,
            self.delete_button: Action.DELETE,
        }

    def _show_facts(self, config: Integration) -> None:
        devices = config.fed_by_devices
        lines = schedule_lines(config)
        schedule = "\n".join(
            spoken(as_sentence(line))
            if len(lines) == 1
            else self.tr("{endpoints}: {line}").format(endpoints=listed(names), line=spoken(f"{line}."))
            for line, names in lines.items()
        )
        sign_in = "" if devices or config.reads_files else spoken(AUTH_LABELS[config.auth_type])
        address = self.tr("Devices push to this computer") if devices else config.base_url
        facts = [
            (self.tr("Type of system"), spoken_choices(INTEGRATION_TYPES).get(config.type, config.type), ""),
            (self.tr("Address"), address, ""),
            (self.tr("Signs in with"), sign_in, ""),
        ]
        # What devices push is taken in as it comes.
        self._schedule_card.setVisible(not devices)
        self.schedule_said.setText(schedule)
        self._facts.show_facts(facts)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(SPACE_L)
        column.addWidget(section(self.tr("By itself"), self.enabled, self.enabled_said))
        self._schedule_card = section(self.tr("Schedule"), self.schedule_said, _line(self.schedule_button))
        column.addWidget(self._schedule_card)
        column.addWidget(section(self.tr("Connection"), self._facts, _line(self.edit_button, self.sign_in_button)))
        column.addWidget(
            section(
                self.tr("Take along"),
                PlainLabel(
                    self.tr(
                        "A file that another Hub Desktop can import: address, endpoints, mappings and schedule. "
                        "Passwords and keys are not in it."
                    ),
                    "muted",
                    wrap=True,
                ),
                _line(self.export_button),
                self.message,
            )
        )
        column.addWidget(
            section(
                self.tr("Delete"),
                PlainLabel(
                    self.tr("It syncs no more, and its settings and keys are removed. The records it brought stay."),
                    "muted",
                    wrap=True,
                ),
                _line(self.delete_button),
            )
        )
        column.addStretch(1)
        self.hold(inside, column)


def _line(*buttons: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SPACE_S)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return line
