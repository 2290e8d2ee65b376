"""How deliveries are signed, which endpoint each feeds, and how many are taken and kept for how long."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from hub_desktop.core.delivery_rules import RuleKind, WebhookSettings, read_settings
from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.core.roles import UseCase
from hub_desktop.core.signature import SCHEME_HELP, SCHEME_LABELS, SIGNED_HEADERS, Scheme
from hub_desktop.hub.webhooks import WebhookStatus
from hub_desktop.ui.form_fields import Field, ProblemLabel
from hub_desktop.ui.form_sections import section
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import listed, spoken
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.tokens import SEARCH_WIDTH, SPACE_L, SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, primary_button, quiet_button, set_usable
from hub_desktop.ui.webhook_values import ValueTable

_MOST_A_MINUTE = 10_000_000
_MOST_DAYS = 3_650


class WebhookForm(QWidget):
    """The settings of a webhook, saved together.

    Signals:
        saved(WebhookStatus): they were stored.
        touched(bool): something differs from what is stored, or no longer.
    """

    saved = Signal(object)
    touched = Signal(bool)

    def __init__(self, session: Session, integration_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._integration_id = integration_id
        self._stored = WebhookSettings()
        self._endpoints: Sequence[str] = ()
        self._showing = False
        self._known = False
        self._busy = False
        self._address = ""
        self._refusal = session.refusal(UseCase.EDIT_INTEGRATION)
        self._make_controls()
        self._lay_out()
        self._connect()
        self._settle()

    def show_status(self, status: WebhookStatus, endpoints: Sequence[str]) -> None:
        """Show what is stored; what a person is typing stays."""
        self._address = status.addresses[0] if status.addresses else status.path
        if self.is_touched() or (self._known and (status.settings, endpoints) == (self._stored, self._endpoints)):
            return
        self._stored, self._endpoints, self._known = status.settings, endpoints, True
        self._show_stored()

    def is_touched(self) -> bool:
        """Tell whether something differs from what is stored."""
        return self._known and self._written() != self._stored.model_dump(mode="json", by_alias=True)

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot()
    def on_edited(self) -> None:
        """Show what follows from a change, and let it be saved."""
        if not self._showing:
            self.message.show_note("")
            self._settle()

    @Slot()
    def on_save_asked(self) -> None:
        """Check what was typed, and store it."""
        if self._busy:
            return
        for place in (self.name_field, self.values.problem):
            place.show_problem("")
        try:
            settings = self._read()
        except ConfigurationError as error:
            self._show_problem(error)
            return
        hub, actor, number = self._session.hub, self._session.actor, self._integration_id
        self._busy = True
        self._settle()
        self._session.calls.call(
            lambda: hub.webhooks.configure(actor, number, settings), self.on_saved, self.on_refused, owner=self
        )

    @Slot(object)
    def on_saved(self, status: WebhookStatus) -> None:
        """Say that it is kept."""
        self._busy = False
        self._stored = status.settings
        self._show_stored()
        self.message.show_note(
            self.tr("Saved. The secret that is kept does not fit this scheme; make a new one.")
            if status.secret_kept and not status.secret_fits
            else self.tr("Saved. It counts for the next delivery.")
        )
        self.saved.emit(status)

    @Slot(object)
    def on_refused(self, error: HubError) -> None:
        """Say under its field what the hub refused."""
        self._busy = False
        self._settle()
        self._show_problem(error)

    @Slot()
    def on_undo_asked(self) -> None:
        """Go back to what is stored."""
        self.message.show_note("")
        self._show_stored()

    @Slot(bool)
    def on_more_toggled(self, shown: bool) -> None:
        """Show or hide what is seldom changed."""
        self._more.setVisible(shown)

    # -- what is typed -----------------------------------------------------------------------------------------------

    def _written(self) -> dict[str, Any]:
        named = self.by.currentData() in {RuleKind.HEADER, RuleKind.FIELD}
        return {
            "scheme": str(self.scheme.currentData()),
            "rule": {
                "by": str(self.by.currentData()),
                "name": self.name.text().strip() if named else "",
                "values": self.values.values(),
            },
            "requestsPerMinute": self.rate.value(),
            "keepDays": self.days.value(),
        }

    def _read(self) -> WebhookSettings:
        written = self._written()
        match self.by.currentData():
            case RuleKind.HEADER if not written["rule"]["name"]:
                raise ConfigurationError(self.tr("Type the name of the header, such as X-Event."), field="rule.name")
            case RuleKind.FIELD if not written["rule"]["name"]:
                raise ConfigurationError(self.tr("Type where it stands in the body, such as event."), field="rule.name")
        twice = self.values.twice()
        if twice:
            raise ConfigurationError(
                self.tr("“{value}” stands there twice. Remove one of the two.").format(value=twice),
                field="rule.values",
            )
        return read_settings(written)

    def _show_problem(self, error: HubError) -> None:
        field = error.field if isinstance(error, ConfigurationError) else ""
        if field == "rule.values":
            self.values.problem.show_problem(error.sentence)
        elif field.startswith("rule") and self.name_field.isVisible():
            self.name_field.show_problem(error.sentence)
            self.name.setFocus()
        else:
            self.message.show_problem(error.sentence)

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _show_stored(self) -> None:
        stored = self._stored
        self._showing = True
        self.scheme.setCurrentIndex(self.scheme.findData(stored.scheme))
        self.by.setCurrentIndex(self.by.findData(stored.rule.by))
        self.name.setText(stored.rule.name)
        self.values.show_values(stored.rule.values, self._endpoints)
        self.rate.setValue(stored.requests_per_minute)
        self.days.setValue(stored.keep_days)
        self._showing = False
        self.name_field.show_problem("")
        self._settle()

    def _settle(self) -> None:
        scheme, by = Scheme(self.scheme.currentData()), RuleKind(self.by.currentData())
        self.scheme_help.setText(spoken(SCHEME_HELP[scheme]))
        self.better.setVisible(scheme is not Scheme.STANDARD)
        self.headers.setText(
            self.tr("The sender posts JSON, with {headers} among the headers of each delivery.").format(
                headers=listed(SIGNED_HEADERS[scheme])
            )
        )
        self.name_field.setVisible(by in {RuleKind.HEADER, RuleKind.FIELD})
        self.name.setPlaceholderText("X-Event" if by is RuleKind.HEADER else "event")
        self.by_field.show_note(
            {
                RuleKind.GUESS: self.tr(
                    "It says so under endpoint, dataType, type or event. With one endpoint alone it need not."
                ),
                RuleKind.PATH: self.tr("Hand out an address of its own for each, such as {address}").format(
                    address=f"{self._address}/{self._endpoints[0] if self._endpoints else 'students'}"
                ),
                RuleKind.HEADER: self.tr("The name of the header that says it."),
                RuleKind.FIELD: self.tr("A name, a path with dots, or a JMESPath expression."),
            }[by]
        )
        touched = self.is_touched()
        waits = self.tr("One moment, please.") if self._busy else ""
        unchanged = "" if touched else self.tr("Nothing was changed.")
        set_usable(self.save_button, self._refusal or waits or unchanged)
        self.undo_button.setVisible(touched)
        for control in (self.scheme, self.by, self.name, self.rate, self.days):
            set_usable(control, self._refusal)
        self.values.set_usable(not self._refusal)
        if self._refusal:
            self.message.show_note(self._refusal)
        self.touched.emit(touched)

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.scheme = ChoiceBox()
        for scheme in (Scheme.STANDARD, Scheme.SEED, Scheme.GITHUB, Scheme.STRIPE):
            self.scheme.addItem(spoken(SCHEME_LABELS[scheme]), scheme)
        self.scheme.setCurrentIndex(self.scheme.findData(Scheme.SEED))
        self.scheme_field = Field(self.tr("S&cheme"), self.scheme)
        self.scheme_help = PlainLabel("", "muted", wrap=True)
        self.better = PlainLabel(
            self.tr(
                "Standard Webhooks is the better choice where the sender can: it signs a time and an id, so that "
                "nobody can send an old delivery once more, and a repeat is told from news."
            ),
            wrap=True,
        )
        self.headers = PlainLabel("", wrap=True)
        self.by = ChoiceBox()
        for kind, words in (
            (RuleKind.GUESS, self.tr("The body says it by itself")),
            (RuleKind.PATH, self.tr("The end of the address says it")),
            (RuleKind.HEADER, self.tr("A header says it")),
            (RuleKind.FIELD, self.tr("A field of the body says it")),
        ):
            self.by.addItem(words, kind)
        self.by_field = Field(self.tr("&How it is told"), self.by)
        self.name = QLineEdit()
        self.name_field = Field(self.tr("&Name of the header or field"), self.name)
        self.values = ValueTable()
        self.rate, self.days = QSpinBox(), QSpinBox()
        self.rate.setRange(1, _MOST_A_MINUTE)
        self.rate.setGroupSeparatorShown(True)
        self.days.setRange(1, _MOST_DAYS)
        self.days.setGroupSeparatorShown(True)
        self.days.setSuffix(self.tr(" days"))
        self.rate_field = Field(
            self.tr("&Most deliveries a minute"), self.rate, note=self.tr("More are told to come again later.")
        )
        self.days_field = Field(
            self.tr("&Keep bodies for"), self.days, note=self.tr("Once their records are stored. They can be replayed.")
        )
        for spin in (self.rate, self.days):
            spin.setMaximumWidth(SEARCH_WIDTH)
        self.more_button = quiet_button(self.tr("More"))
        self.more_button.setAccessibleName(self.tr("More settings of the webhook"))
        self.more_button.setCheckable(True)
        self.save_button = primary_button(self.tr("Sa&ve"))
        self.undo_button = plain_button(self.tr("Undo changes"))
        self.undo_button.hide()
        self.message = ProblemLabel()

    def _connect(self) -> None:
        for box in (self.scheme, self.by):
            box.currentIndexChanged.connect(self.on_edited)
        self.name.textChanged.connect(self.on_edited)
        self.values.edited.connect(self.on_edited)
        for spin in (self.rate, self.days):
            spin.valueChanged.connect(self.on_edited)
        self.more_button.toggled.connect(self.on_more_toggled)
        self.save_button.clicked.connect(self.on_save_asked)
        self.undo_button.clicked.connect(self.on_undo_asked)

    def _lay_out(self) -> None:
        self._more = QWidget()
        more = QHBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(SPACE_L)
        more.addWidget(self.rate_field, 1)
        more.addWidget(self.days_field, 1)
        self._more.hide()
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_S)
        foot.addWidget(self.save_button)
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_L)
        layout.addWidget(
            section(
                self.tr("How deliveries are signed"), self.scheme_field, self.scheme_help, self.better, self.headers
            )
        )
        layout.addWidget(
            section(self.tr("Which endpoint a delivery feeds"), self.by_field, self.name_field, self.values)
        )
        tail = QVBoxLayout()
        tail.setSpacing(SPACE_M)
        tail.addWidget(self.more_button)
        tail.addWidget(self._more)
        tail.addLayout(foot)
        tail.addWidget(self.message)
        layout.addLayout(tail)
