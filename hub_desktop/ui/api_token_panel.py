"""The tokens with which other programs use the management API, in the settings."""

from urllib.parse import urlsplit

from msgspec import Struct
from PySide6.QtCore import QItemSelection, Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from hub_desktop.core.errors import HubError
from hub_desktop.core.events import ApiTokensChanged, Event, ListenerChanged
from hub_desktop.core.listener_settings import EVERYWHERE, ListenerSettings
from hub_desktop.core.roles import ROLE_LABELS, UseCase
from hub_desktop.core.times import utc_now
from hub_desktop.hub.api_tokens import NewToken
from hub_desktop.hub.listener_settings import ListenerState
from hub_desktop.store.api_tokens import ApiToken
from hub_desktop.ui.api_token_dialog import AddTokenDialog
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.question import Question
from hub_desktop.ui.session import Session
from hub_desktop.ui.shown_once import ShownOnce
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, danger_button, plain_button, set_usable
from hub_desktop.ui.text_table import TextTable
from hub_desktop.ui.waiting import Reading, Waiting
from hub_desktop.ui.words import exact, when

_ROWS_SHOWN = 5
_NAME, _ROLE, _COLLEGES, _MADE_BY, _UNTIL, _USED = range(6)


class _Loaded(Struct, frozen=True):
    tokens: list[ApiToken]
    colleges: dict[int, str]
    address: str
    listening: bool


class ApiTokenPanel(QWidget):
    """The tokens, with what can be done about them; what a token is can never be shown again."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.waiting = Waiting(session, Shape.LIST)
        self._reading = Reading(session, self.waiting)
        self._tokens: list[ApiToken] = []
        self._colleges: dict[int, str] = {}
        self.address = ""
        """Where a program on this computer reaches the API."""
        self._listening = False
        self._revoking = 0
        self._begun = False
        self.dialog: AddTokenDialog | None = None
        self.shown: ShownOnce | None = None
        self.question: Question | None = None
        """What is open now, or was last."""
        self.note = PlainLabel("", "muted", wrap=True)
        self.table = TextTable(
            self.tr("API tokens"),
            [
                self.tr("Name"),
                self.tr("Role"),
                self.tr("Colleges"),
                self.tr("Made by"),
                self.tr("Expires"),
                self.tr("Last used"),
            ],
        )
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (_NAME, _COLLEGES):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.setFixedHeight(self.table.verticalHeader().defaultSectionSize() * (_ROWS_SHOWN + 1))
        self.add_button = plain_button(self.tr("Add &token…"))
        self.revoke_button = danger_button(self.tr("Re&voke…"))
        self.problem = ProblemLabel()
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.revoke_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self.waiting.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        for widget in (self.note, self.table):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        layout.addWidget(self.problem)
        self.waiting.fill(self)
        self.add_button.clicked.connect(self.on_add_asked)
        self.revoke_button.clicked.connect(self.on_revoke_asked)
        self.table.selectionModel().selectionChanged.connect(self.on_token_chosen)
        self._settle()

    @Slot()
    def load(self) -> None:
        """Read the tokens."""
        self._begun = True
        refusal = self._session.refusal(UseCase.VIEW_API_TOKENS)
        if refusal:
            self.note.setText(refusal)
            return
        hub, actor = self._session.hub, self._session.actor

        def read() -> _Loaded:
            settings, state = hub.listener_settings.settings(), hub.listener_settings.state()
            return _Loaded(
                hub.api_tokens.all(actor),
                hub.accounts.colleges(actor),
                address_here(settings, state),
                bool(state.address),
            )

        self._reading.ask(read, self.on_loaded)

    def on_event(self, event: Event) -> None:
        """Show tokens that were made or revoked, here or by another program, and where the API is reached now."""
        if self._begun and isinstance(event, ApiTokensChanged | ListenerChanged):
            self.load()

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def on_loaded(self, loaded: _Loaded) -> None:
        """Show the tokens, keeping the choice."""
        chosen = self._chosen()
        self._tokens, self._colleges = loaded.tokens, loaded.colleges
        self.address, self._listening = loaded.address, loaded.listening
        tips = {(n, _UNTIL): exact(token.expires_at) for n, token in enumerate(self._tokens)}
        tips |= {(n, _USED): exact(token.last_used_at) for n, token in enumerate(self._tokens)}
        self.table.show_rows([self._row(token) for token in self._tokens], tips)
        for row, token in enumerate(self._tokens):
            if chosen is not None and token.token_id == chosen.token_id:
                self.table.selectRow(row)
        self.note.setText(
            self.tr("What a token is was shown when it was made, and is not kept.")
            if self._tokens
            else self.tr(
                "No other program may use Hub Desktop yet. A token lets one in over HTTP, such as a nightly report or "
                "a script: with a role, and until you revoke it."
            )
        )
        self._settle()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say what could not be done."""
        self.problem.show_problem(error.sentence)

    @Slot(QItemSelection, QItemSelection)
    def on_token_chosen(self, _chosen: QItemSelection, _before: QItemSelection) -> None:
        """Offer what can be done about the chosen token."""
        self.problem.show_problem("")
        self._settle()

    @Slot()
    def on_add_asked(self) -> None:
        """Open the dialog for a new token."""
        self.dialog = AddTokenDialog(self._session, self._colleges, self)
        self.dialog.made.connect(self.on_made)
        self.dialog.open()

    @Slot(object)
    def on_made(self, made: NewToken) -> None:
        """Show what it is, this once, and how to try it."""
        warning = self.tr(
            "It is not shown again. Whoever knows it may do what its role may, so pass it on in a safe way."
        )
        if not self._listening:
            warning += self.tr(" The listener is off now; switch it on before you try it.")
        self.shown = ShownOnce(
            self.tr("The new API token"),
            self.tr("Copy the token of “{name}” now.").format(name=made.token.name),
            warning,
            [
                (self.tr("API token"), made.text),
                (
                    self.tr("To try it in a terminal"),
                    f'curl -H "Authorization: Bearer {made.text}" {self.address}/api/integrations',
                ),
            ],
            self.window(),
        )
        self.shown.open()

    @Slot()
    def on_revoke_asked(self) -> None:
        """Ask before a token ends, which cannot be undone."""
        token = self._chosen()
        if token is None:
            return
        self._revoking = token.token_id
        self.question = Question(
            self.tr("Revoke the token"),
            [
                self.tr("Revoke the token “{name}”?").format(name=token.name),
                self.tr("The program that has it is refused from now on. This cannot be undone."),
            ],
            danger_button(self.tr("Revoke token")),
            self.tr("Cancel"),
            default_yes=False,
            parent=self.window(),
        )
        self.question.accepted.connect(self.on_revoke_confirmed)
        self.question.open()

    @Slot()
    def on_revoke_confirmed(self) -> None:
        """Revoke what was asked about."""
        hub, actor, number = self._session.hub, self._session.actor, self._revoking
        name = next((token.name for token in self._tokens if token.token_id == number), str(number))
        self._session.calls.call(
            lambda: hub.api_tokens.revoke(actor, name), self.on_revoked, self.on_failed, owner=self
        )

    @Slot(object)
    def on_revoked(self, token: ApiToken) -> None:
        """Say that it is gone, and show who is left."""
        self.problem.show_note(self.tr("“{name}” was revoked.").format(name=token.name))
        self.load()

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _row(self, token: ApiToken) -> tuple[str, ...]:
        colleges = (
            self.tr("All")
            if token.college_ids is None
            else ", ".join(self._colleges.get(number, "?") for number in sorted(token.college_ids))
        )
        until = self.tr("when revoked")
        if token.expires_at is not None:
            until = when(token.expires_at)
            if token.expired(utc_now()):
                until = self.tr("expired {time}").format(time=until)
        used = when(token.last_used_at)
        return token.name, spoken(ROLE_LABELS[token.role]), colleges, token.created_by, until, used

    def _chosen(self) -> ApiToken | None:
        rows = self.table.selectionModel().selectedRows()
        return self._tokens[rows[0].row()] if rows and rows[0].row() < len(self._tokens) else None

    def _settle(self) -> None:
        refusal = self._session.refusal(UseCase.MANAGE_API_TOKENS)
        set_usable(self.add_button, refusal)
        nothing = "" if self._chosen() is not None else self.tr("Choose a token first.")
        set_usable(self.revoke_button, refusal or nothing)
        self.table.setVisible(bool(self._tokens))
        self.revoke_button.setVisible(bool(self._tokens))


def address_here(settings: ListenerSettings, state: ListenerState) -> str:
    """Return where a program on this computer reaches the API, also while nothing listens."""
    kept = urlsplit(state.address)
    host = kept.hostname or settings.host
    if host in EVERYWHERE:
        host = "::1" if ":" in host else "127.0.0.1"
    scheme = kept.scheme or ("https" if settings.encrypted else "http")
    return f"{scheme}://{f'[{host}]' if ':' in host else host}:{kept.port or settings.port}"
