"""The way to the systems in the settings: the proxy, certificates of the college, and a test of the way."""

import threading
from collections.abc import Collection
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.core.events import Event, IntegrationsChanged, NetworkChanged
from hub_desktop.core.network import ProxyUse
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.network import NetworkView
from hub_desktop.ui.form_fields import Field, FieldProblems, ProblemLabel, SecretEdit
from hub_desktop.ui.listener_fields import FileEdit, why_not
from hub_desktop.ui.session import Session
from hub_desktop.ui.setting_fields import FieldGrid
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SEARCH_WIDTH, SPACE_M, SPACE_S, SPACE_XS
from hub_desktop.ui.style.widgets import PlainLabel, clear, plain_button, set_usable
from hub_desktop.ui.waiting import Reading, Waiting
from hub_desktop.upstream.report import Check, Mark


class NetworkPanel(QWidget):
    """A form that is saved as a whole, and can be tried before."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.waiting = Waiting(session, Shape.FORM)
        self._reading = Reading(session, self.waiting)
        self._view: NetworkView | None = None
        self._busy = False
        self._cancel: threading.Event | None = None
        self._tested = ""
        self._make_controls()
        self._lay_out()
        self._connect()
        self._settle()

    def load(self) -> None:
        """Read the settings, and the systems to which a way can be tested."""
        hub, actor = self._session.hub, self._session.actor
        self._reading.ask(
            lambda: (hub.network.view(actor), [(v.integration_id, v.config) for v in hub.overview.all(actor)]),
            self.on_loaded,
        )

    def on_event(self, event: Event) -> None:
        """Show settings or systems that were changed elsewhere."""
        if isinstance(event, NetworkChanged | IntegrationsChanged):
            self.load()

    @Slot(object)
    def on_loaded(self, loaded: tuple[NetworkView, list[tuple[int, Any]]]) -> None:
        """Show what is kept; what somebody is typing stays."""
        view, systems = loaded
        # What nobody typed otherwise follows, or saving would take back what others changed.
        typed = set(self._changes())
        before, self._view = self._view, view
        self._show(view, but=typed)
        if before is not None and self.password.text() and _place(before) != _place(view):
            self.password.clear()
            self.message.show_warning(
                self.tr("The proxy was changed meanwhile. Look at it, and enter its password again.")
            )
        chosen = self.system.currentData()
        self.system.clear()
        for number, config in systems:
            if not config.reads_files and not config.fed_by_devices:
                self.system.addItem(config.name, number)
        self.system.setCurrentIndex(max(self.system.findData(chosen), 0))
        self._settle()

    @Slot()
    def on_edited(self) -> None:
        """Take back what was said, and let it be saved."""
        self._problems.clear()
        self._settle()

    @Slot()
    def on_save_asked(self) -> None:
        """Keep what was changed."""
        hub, actor, changes, password = self._session.hub, self._session.actor, self._changes(), self._password()
        if self._busy or not (changes or password is not None):
            return
        self._busy = True
        self._settle()
        self._session.calls.call(
            lambda: hub.network.change(actor, changes, password=password), self.on_saved, self.on_failed, owner=self
        )

    @Slot(object)
    def on_saved(self, view: NetworkView) -> None:
        """Show what is kept now."""
        self._busy, self._view = False, view
        self.password.clear()
        self._show(view)
        self.message.show_note(self.tr("Saved. The next sync of every system goes this way."))
        self._settle()

    @Slot()
    def on_test_asked(self) -> None:
        """Try the way to the chosen system, by what is typed."""
        number, changes, password = self.system.currentData(), self._changes(), self._password()
        if number is None or self._busy:
            return
        hub, actor = self._session.hub, self._session.actor
        self._cancel = cancel = threading.Event()
        self._busy = True
        clear(self._steps)
        # Another one may be chosen, or this one called otherwise, by the time the answer comes.
        self._tested = self.system.currentText()
        self.message.show_note(self.tr("Looking for the way to {name}…").format(name=self._tested))
        self._settle()
        self._session.calls.call(
            lambda: hub.network.test(actor, number, changes, password=password, cancel=cancel),
            self.on_tested,
            self.on_failed,
            owner=self,
            cancel=cancel,
        )

    @Slot(object)
    def on_tested(self, checks: list[Check]) -> None:
        """Say step by step what was found, and whether the way leads there."""
        self._busy, self._cancel = False, None
        clear(self._steps)
        for check in checks:
            line = ProblemLabel()
            self._steps.addWidget(line)
            if check.mark is Mark.FAILED:
                line.show_problem(check.sentence)
            elif check.mark is Mark.NOTED:
                line.show_warning(check.sentence)
            else:
                line.show_note(check.sentence)
        name = self._tested
        reached = all(check.ok is not False for check in checks)
        self.message.show_note(
            self.tr("{name} is reached this way. Nothing of it was sent.").format(name=name)
            if reached
            else self.tr("{name} is not reached this way. Nothing was changed.").format(name=name)
        )
        self._settle()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say what went wrong, under the field that it is about."""
        self._busy, self._cancel = False, None
        self.message.show_note("")
        if isinstance(error, ConfigurationError) and not error.field:
            # What belongs together was not given together.
            self._problems.show("address", error.sentence)
        else:
            self._problems.show_error(error)
        self._settle()

    def _password(self) -> str | None:
        return self.password.text() or None

    def _changes(self) -> dict[str, Any]:
        """Return the settings that are typed otherwise than kept."""
        if self._view is None:
            return {}
        typed: dict[str, Any] = {
            "proxy": self.proxy.currentData(),
            "address": self.address.text().strip(),
            "user": self.user.text().strip(),
            "direct": [one.strip() for one in self.direct.text().split(",") if one.strip()],
            "caFile": self.authority.written(),
        }
        kept = self._view.settings.model_dump(by_alias=True, mode="json")
        return {name: value for name, value in typed.items() if value != kept[name]}

    def _show(self, view: NetworkView, but: Collection[str] = ()) -> None:
        """Show what is kept, except in the fields with these names."""
        settings = view.settings
        if "proxy" not in but:
            self.proxy.blockSignals(True)
            self.proxy.setCurrentIndex(max(self.proxy.findData(str(settings.proxy)), 0))
            self.proxy.blockSignals(False)
        kept = {"address": settings.address, "user": settings.user, "direct": ", ".join(settings.direct)}
        for name, edit in (("address", self.address), ("user", self.user), ("direct", self.direct)):
            # Written anew only where it differs, so that the cursor stays where somebody put it.
            if name not in but and edit.text() != kept[name]:
                edit.setText(kept[name])
        if "caFile" not in but:
            self.authority.show_path(settings.ca_file)
        self.password.show_kept(bool(view.password_kept))
        if view.password_kept is None:
            self.password.setPlaceholderText(self.tr("Not known: the keyring cannot be read"))

    def _settle(self) -> None:
        refusal = why_not(self._session)
        unread = "" if self._view is not None else self.tr("The settings are still being read.")
        own = self.proxy.currentData() == str(ProxyUse.OWN)
        self._of_own.setVisible(own)
        for control in (self.proxy, self.address, self.user, self.password, self.direct, self.authority):
            set_usable(control, refusal or unread)
        changed = bool(self._changes() or self.password.text())
        set_usable(self.save_button, refusal or unread)
        self.save_button.setEnabled(not (refusal or unread or self._busy) and changed)
        none = "" if self.system.count() else self.tr("No system is reached over the network yet.")
        untested = self._session.refusal(UseCase.TEST) or none
        for part in (self.system, self.test_button):
            set_usable(part, untested)
        self.test_button.setEnabled(not untested and not self._busy)
        if refusal:
            self.note.show_note(refusal)

    def _make_controls(self) -> None:
        self.proxy = ChoiceBox()
        for use, label in (
            (ProxyUse.SYSTEM, self.tr("As the settings of this computer say")),
            (ProxyUse.NONE, self.tr("No proxy")),
            (ProxyUse.OWN, self.tr("This proxy")),
        ):
            self.proxy.addItem(label, str(use))
        self.address, self.user, self.direct = QLineEdit(), QLineEdit(), QLineEdit()
        self.address.setPlaceholderText("proxy.college.edu:8080")
        self.direct.setPlaceholderText("lms.college.edu, *.college.edu")
        self.password = SecretEdit()
        authority = self.tr("Certificates that are trusted too")
        self.authority = FileEdit(authority, self.tr("Choose the file of certificates"))
        self.fields = {
            "proxy": Field(self.tr("Proxy on the way to your systems"), self.proxy),
            "address": Field(self.tr("Address of the proxy"), self.address),
            "user": Field(self.tr("User name at the proxy"), self.user),
            "password": Field(self.tr("Password at the proxy"), self.password),
            "direct": Field(
                self.tr("Reached without the proxy"),
                self.direct,
                note=self.tr("Computers of the college's own network always are."),
            ),
            "caFile": Field(
                authority,
                self.authority,
                note=self.tr("A file (PEM), where the college re-signs connections. Empty: those of this computer."),
            ),
        }
        self._of_own = FieldGrid([self.fields[name] for name in ("address", "direct", "user", "password")])
        self.note, self.message = ProblemLabel(), ProblemLabel()
        self._problems = FieldProblems(self.fields, self.message)
        self.save_button = plain_button(self.tr("Save network"))
        self.system = ChoiceBox()
        self.system.setAccessibleName(self.tr("System to which the way is tested"))
        self.system.setMaximumWidth(SEARCH_WIDTH)
        self.test_button = plain_button(self.tr("Test the way"))
        self._steps = QVBoxLayout()
        self._steps.setSpacing(SPACE_XS)

    def _connect(self) -> None:
        self.proxy.currentIndexChanged.connect(self.on_edited)
        for edit in (self.address, self.user, self.password, self.direct):
            edit.textEdited.connect(self.on_edited)
            edit.returnPressed.connect(self.save_button.click)
        self.authority.edited.connect(self.on_edited)
        self.save_button.clicked.connect(self.on_save_asked)
        self.test_button.clicked.connect(self.on_test_asked)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        testing = QHBoxLayout()
        testing.setSpacing(SPACE_S)
        testing.addWidget(PlainLabel(self.tr("Does the way lead to")))
        testing.addWidget(self.system, 1)
        testing.addWidget(self.test_button)
        testing.addStretch()
        self.waiting.fill(self)
        layout = QVBoxLayout(self.waiting.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self.note)
        layout.addWidget(self.fields["proxy"])
        layout.addWidget(self._of_own)
        layout.addWidget(self.fields["caFile"])
        layout.addLayout(buttons)
        layout.addLayout(testing)
        layout.addLayout(self._steps)
        layout.addWidget(self.message)


def _place(view: NetworkView) -> tuple[str, str]:
    """Return to whom a password goes."""
    return view.settings.address, view.settings.user
