"""The settings: college, accounts, appearance, files, audit, and what the program says of itself."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from hub_desktop import __version__
from hub_desktop.core.errors import HubError
from hub_desktop.core.events import AccountsChanged, Event
from hub_desktop.core.roles import ROLE_LABELS, UseCase
from hub_desktop.hub.storage import StorageState
from hub_desktop.ui.account_panel import AccountPanel
from hub_desktop.ui.api_token_panel import ApiTokenPanel
from hub_desktop.ui.audit_panel import AuditPanel
from hub_desktop.ui.autostart_panel import AutostartPanel
from hub_desktop.ui.backup_panel import BackupPanel
from hub_desktop.ui.calendar_panel import CalendarPanel
from hub_desktop.ui.copy_button import CopyButton
from hub_desktop.ui.devices_panel import DevicesPanel
from hub_desktop.ui.diagnostics import diagnostics
from hub_desktop.ui.files_panel import FilesPanel
from hub_desktop.ui.form_fields import Field, ProblemLabel
from hub_desktop.ui.language import LANGUAGE, OWN_NAMES, SYSTEM, Language, can_be_drawn
from hub_desktop.ui.listener_panel import ListenerPanel
from hub_desktop.ui.navigation import Section, section_title
from hub_desktop.ui.network_panel import NetworkPanel
from hub_desktop.ui.notification_panel import NotificationPanel
from hub_desktop.ui.person_form import PersonForm
from hub_desktop.ui.precedence_list import PrecedenceList
from hub_desktop.ui.retention_form import RetentionForm
from hub_desktop.ui.section_rail import SectionRail
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SEARCH_WIDTH, SPACE_L, SPACE_M, SPACE_S, SPACE_XL, TEXT_WIDTH
from hub_desktop.ui.style.widgets import Card, PlainLabel, plain_button, tab_through
from hub_desktop.ui.waiting import Reading, Waiting

THEME = "theme"
"""The setting that keeps the chosen appearance: system, light or dark."""


class SettingsPage(QWidget):
    """Everything that is chosen once.

    Signals:
        theme_chosen(str): system, light or dark.
        language_chosen(str): `system` or the language that the window is to speak.
        signed_out(): the person at the window wants to leave.
        restore_decided(DecidedRestore): a backup takes the place of everything once the files are closed.
    """

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    signed_out = Signal()
    restore_decided = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._begun = False
        self._storage: StorageState | None = None
        self._college_fields: dict[int, Field] = {}
        self._college_names: dict[int, QLineEdit] = {}
        self.accounts, self.files, self.audit = AccountPanel(session), FilesPanel(session), AuditPanel(session)
        self.listener, self.devices = ListenerPanel(session), DevicesPanel(session)
        self.tokens = ApiTokenPanel(session)
        self.precedence, self.retention, self.person = (
            PrecedenceList(session),
            RetentionForm(session),
            PersonForm(session),
        )
        self.calendar = CalendarPanel(session)
        self.autostart, self.backups = AutostartPanel(session), BackupPanel(session)
        self.notifications, self.network = NotificationPanel(session), NetworkPanel(session)
        self.waiting = Waiting(session, Shape.FORM)
        """For the colleges, and the choices that are read with them."""
        self._reading = Reading(session, self.waiting)
        self._of_colleges = (self.calendar.waiting, self.precedence.waiting, self.retention.waiting)
        """What is read once it is known which colleges there are."""
        self._make_controls()
        self._lay_out()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Read everything when somebody first looks: reading accounts and audit leaves rows in the audit."""
        super().showEvent(event)
        if not self._begun:
            self._begun = True
            who = (self.accounts, self.tokens, self.audit)
            what = (
                self.autostart,
                self.notifications,
                self.files,
                self.backups,
                self.network,
                self.listener,
                self.devices,
            )
            for panel in (*who, *what):
                panel.load()
            self._load()

    def set_listener_address(self, address: str) -> None:
        """Show where the listener answers until its panel was read; empty: it does not."""
        self.listener.show_address(address)

    def on_event(self, event: Event) -> None:
        """Show a change of the accounts, the tokens, the listener or the devices."""
        if not self._begun:
            return
        self.tokens.on_event(event)
        if isinstance(event, AccountsChanged):
            self.accounts.load()
        self.backups.on_event(event)
        self.network.on_event(event)
        self.notifications.on_event(event)
        self.listener.on_event(event)
        self.devices.on_event(event)

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def on_loaded(self, loaded: tuple[dict[int, str], str, str, StorageState, bool]) -> None:
        """Show what was read."""
        colleges, theme, language, self._storage, accounts = loaded
        self._show_colleges(colleges)
        self._offer_colleges(colleges)
        self.on_college_chosen()
        self.theme.blockSignals(True)
        self.theme.setCurrentIndex(max(self.theme.findData(theme), 0))
        self.theme.blockSignals(False)
        self._show_language(language)
        self.sign_out_button.setVisible(accounts)

    @Slot()
    def on_college_chosen(self) -> None:
        """Show calendar, order, rules and persons of another college."""
        college = self.of_college.currentData()
        self._name_college()
        if college is None:
            for part in self._of_colleges:
                part.came()
        else:
            self.calendar.load(college)
            self.precedence.load(college)
            self.retention.load(college)
            self.person.set_college(college)

    @Slot(object)
    def on_not_loaded(self, error: HubError) -> None:
        """Say it also where the colleges are needed first."""
        for part in self._of_colleges:
            part.failed(error)

    @Slot()
    def on_part_wanted(self) -> None:
        """Read the colleges once more for a part that waits for them."""
        if not self.waiting.has_content:
            self.waiting.on_again_clicked()

    @Slot()
    def on_part_unwanted(self) -> None:
        """Wait no longer for the colleges, if they are what a part waits for."""
        if self.waiting.is_reading:
            self.waiting.on_cancel_clicked()

    @Slot()
    def on_college_asked(self) -> None:
        """Rename the colleges whose names were changed."""
        hub, actor = self._session.hub, self._session.actor
        typed = {number: edit.text().strip() for number, edit in self._college_names.items()}

        def rename() -> dict[int, str]:
            known = hub.accounts.colleges(actor)
            for number, name in typed.items():
                if known.get(number) != name:
                    hub.accounts.rename_college(actor, number, name)
            return hub.accounts.colleges(actor)

        self._session.calls.call(rename, self.on_renamed, self.on_not_renamed, owner=self)

    @Slot(object)
    def on_renamed(self, colleges: dict[int, str]) -> None:
        """Show the names as they are kept."""
        self._show_colleges(colleges)
        self._offer_colleges(colleges)
        self.college_message.show_note(self.tr("Saved."))

    @Slot(object)
    def on_not_renamed(self, error: HubError) -> None:
        """Say why a name was not kept."""
        self.college_message.show_problem(error.sentence)

    @Slot()
    def on_theme_chosen(self) -> None:
        """Change the appearance at once, and keep the choice."""
        chosen = str(self.theme.currentData())
        self.theme_chosen.emit(chosen)
        if self._session.refusal(UseCase.CHANGE_SETTINGS):
            return
        hub, actor = self._session.hub, self._session.actor
        self._session.calls.call(
            lambda: hub.storage.set_setting(actor, THEME, chosen), self.on_theme_kept, self.on_theme_lost, owner=self
        )

    @Slot(object)
    def on_theme_kept(self, _nothing: None) -> None:
        """Take back what was said about the last try."""
        self.theme_field.show_problem("")

    @Slot(object)
    def on_theme_lost(self, error: HubError) -> None:
        """Say that the choice holds only until the program ends."""
        self.theme_field.show_problem(error.sentence)

    @Slot()
    def on_language_chosen(self) -> None:
        """Keep the choice, then let the window speak it: after that this page is another one."""
        chosen = str(self.language.currentData())
        if self._session.refusal(UseCase.CHANGE_SETTINGS):
            self.language_chosen.emit(chosen)
            return
        hub, actor = self._session.hub, self._session.actor
        self._session.calls.call(
            lambda: hub.storage.set_setting(actor, LANGUAGE, chosen),
            self.on_language_kept,
            self.on_language_lost,
            owner=self,
        )

    @Slot(object)
    def on_language_kept(self, _nothing: None) -> None:
        """Let the window speak the language."""
        self.language_field.show_problem("")
        self.language_chosen.emit(str(self.language.currentData()))

    @Slot(object)
    def on_language_lost(self, error: HubError) -> None:
        """Say why the language stays as it is."""
        self.language_field.show_problem(error.sentence)

    def diagnostics(self) -> str:
        """Return what IT staff ask for first, without anything personal."""
        return diagnostics(self.listener.address, self._storage)

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _load(self) -> None:
        hub, actor = self._session.hub, self._session.actor
        self._reading.ask(
            lambda: (
                hub.accounts.colleges(actor),
                str(hub.storage.setting(THEME, "system")),
                str(hub.storage.setting(LANGUAGE, SYSTEM)),
                hub.storage.state(),
                hub.accounts.needed(),
            ),
            self.on_loaded,
            self.on_not_loaded,
        )
        for part in self._of_colleges:
            part.begin()

    def _offer_colleges(self, colleges: dict[int, str]) -> None:
        """Let these be chosen, and what is chosen stay so."""
        chosen = self.of_college.currentData()
        self.of_college.blockSignals(True)
        self.of_college.clear()
        for number, name in colleges.items():
            self.of_college.addItem(name, number)
        self.of_college.setCurrentIndex(max(self.of_college.findData(chosen), 0))
        self.of_college.blockSignals(False)
        for part in (self.choosing, *self.whose):
            part.setVisible(len(colleges) > 1)
        self._name_college()

    def _name_college(self) -> None:
        for label in self.whose:
            label.setText(self.of_college.currentText())

    def _show_colleges(self, colleges: dict[int, str]) -> None:
        for field in self._college_fields.values():
            field.hide()
            field.deleteLater()
        self._college_fields, self._college_names = {}, {}
        refusal = self._session.refusal(UseCase.MANAGE_COLLEGES)
        for number, name in colleges.items():
            label = self.tr("&Name of the college") if len(colleges) == 1 else self.tr("College {n}").format(n=number)
            edit = QLineEdit(name)
            edit.setEnabled(not refusal)
            edit.setMaximumWidth(TEXT_WIDTH)
            edit.textEdited.connect(self.on_college_typed)
            edit.returnPressed.connect(self.on_college_asked)
            self._college_names[number] = edit
            self._college_fields[number] = Field(label, edit)
            self._college_list.addWidget(self._college_fields[number])
        tab_through(list(self._college_names.values()), self.college_button)
        self.college_button.setEnabled(False)
        self.college_message.show_note(refusal)

    @Slot()
    def on_college_typed(self) -> None:
        """Let the changed name be saved."""
        self.college_button.setEnabled(True)
        self.college_message.show_note("")

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self._college_list = QVBoxLayout()
        self.college_button = plain_button(self.tr("&Save name"))
        self.college_message = ProblemLabel()
        self.of_college = ChoiceBox()
        self.of_college.setAccessibleName(self.tr("College whose calendar, sources and data these are"))
        self.of_college.setMaximumWidth(SEARCH_WIDTH)
        self.choosing = _line_of(PlainLabel(self.tr("Calendar, sources and privacy are those of")), self.of_college)
        self.choosing.hide()
        # Who has scrolled down to a card sees no choice any more.
        self.whose = [PlainLabel(role="muted", wrap=True) for _ in range(3)]
        for whose in self.whose:
            whose.hide()
        self.theme = ChoiceBox()
        for value, label in (
            ("system", self.tr("As the desktop has it")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.theme.addItem(label, value)
        self.theme.setMaximumWidth(SEARCH_WIDTH)
        passing = self.tr("It holds until the program ends, because your account may not change settings.")
        note = passing if self._session.refusal(UseCase.CHANGE_SETTINGS) else ""
        self.theme_field = Field(self.tr("&Theme"), self.theme, note=note)
        self._make_language(note)
        actor = self._session.actor
        name = actor.name if self._session.named else spoken(actor.name)
        self.signed_in_as = PlainLabel(
            self.tr("Signed in as {name} ({role}).").format(name=name, role=spoken(ROLE_LABELS[actor.role]))
        )
        self.sign_out_button = plain_button(self.tr("Sign &out"))
        self.diagnostics_button = CopyButton(self.tr("&Copy diagnostics"), self.diagnostics)
        self.about = PlainLabel(
            self.tr("Hub Desktop {version}: the integration desk of the Smart Student Hub.").format(version=__version__)
        )
        self.about.setWordWrap(True)

    def _make_language(self, note: str) -> None:
        self.language = ChoiceBox()
        self.language.addItem(self.tr("As the computer has it"), SYSTEM)
        for language in Language:
            # Without its letters its own name would be empty boxes.
            name = OWN_NAMES[language] if can_be_drawn(language) else self.tr("Hindi")
            self.language.addItem(name, str(language))
        self.language.setMaximumWidth(SEARCH_WIDTH)
        if not can_be_drawn(Language.HINDI):
            lacking = self.tr(
                "No font on this computer has the letters of Hindi. Ask IT staff to install one; on Linux the package "
                "fonts-noto-core brings it."
            )
            note = f"{lacking} {note}".strip()
        self.language_field = Field(self.tr("&Language"), self.language, note=note)

    def _show_language(self, chosen: str) -> None:
        self.language.setCurrentIndex(max(self.language.findData(chosen), 0))

    def _connect(self) -> None:
        self.college_button.clicked.connect(self.on_college_asked)
        for part in self._of_colleges:
            self.waiting.stop_asked.connect(part.stopped)
            self.waiting.again_asked.connect(part.begin)
            part.stop_asked.connect(self.on_part_unwanted)
            part.again_asked.connect(self.on_part_wanted)
        self.of_college.currentIndexChanged.connect(self.on_college_chosen)
        self.theme.currentIndexChanged.connect(self.on_theme_chosen)
        # Only what a person chooses: what is read shows the choice without making it.
        self.language.activated.connect(self.on_language_chosen)
        self.sign_out_button.clicked.connect(self.signed_out)
        self.backups.restore_decided.connect(self.restore_decided)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("look", "page")
        inside.setMaximumWidth(TEXT_WIDTH * 3 // 2)
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        cards.setSpacing(SPACE_L)
        cards.addWidget(PlainLabel(self.tr("Settings"), role="title"))
        college = QVBoxLayout(self.waiting.content)
        college.setContentsMargins(0, 0, 0, 0)
        college.setSpacing(SPACE_M)
        college.addLayout(self._college_list)
        college.addWidget(_line_of(self.college_button))
        college.addWidget(self.college_message)
        cards.addWidget(_card(section_title(Section.COLLEGE), self.waiting))
        of_calendar, of_sources, of_privacy = self.whose
        cards.addWidget(self.choosing)
        cards.addWidget(_card(section_title(Section.CALENDAR), of_calendar, self.calendar))
        cards.addWidget(_card(section_title(Section.SOURCES), of_sources, self.precedence))
        cards.addWidget(_card(section_title(Section.PRIVACY), of_privacy, self.retention, self.person))
        cards.addWidget(
            _card(section_title(Section.ACCOUNTS), self.signed_in_as, _line_of(self.sign_out_button), self.accounts)
        )
        cards.addWidget(_card(section_title(Section.TOKENS), self.tokens))
        cards.addWidget(_card(section_title(Section.APPEARANCE), self.theme_field, self.language_field))
        cards.addWidget(_card(section_title(Section.AUTOSTART), self.autostart))
        cards.addWidget(_card(section_title(Section.NOTIFICATIONS), self.notifications))
        cards.addWidget(_card(section_title(Section.FILES), self.files, self.backups))
        cards.addWidget(_card(section_title(Section.NETWORK), self.network))
        cards.addWidget(_card(section_title(Section.LISTENER), self.listener))
        cards.addWidget(_card(section_title(Section.DEVICES), self.devices))
        cards.addWidget(_card(section_title(Section.AUDIT), self.audit))
        cards.addWidget(_card(section_title(Section.ABOUT), self.about, _line_of(self.diagnostics_button)))
        cards.addStretch(1)
        self.scrolled = scroll = QScrollArea()
        # Its controls have the keyboard, and scroll into view with it.
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self.rail = SectionRail(scroll, cards)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE_L, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addWidget(scroll, 1)


def _card(title: str, *parts: QWidget | QVBoxLayout | QHBoxLayout) -> Card:
    card = Card()
    card.setAccessibleName(title)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
    layout.setSpacing(SPACE_M)
    layout.addWidget(PlainLabel(title, role="subtitle"))
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return card


def _line_of(*parts: QWidget) -> QWidget:
    held = QWidget()
    line = QHBoxLayout(held)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(SPACE_S)
    for part in parts:
        line.addWidget(part)
    line.addStretch(1)
    return held
