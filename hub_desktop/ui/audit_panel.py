"""The newest rows of the audit, in the settings, and the proof that it is whole."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.core.actor import CLOCK, DEVICES, WEBHOOKS
from hub_desktop.core.errors import HubError
from hub_desktop.core.roles import ROLE_LABELS, UseCase
from hub_desktop.store.audit import AuditRow, Verification
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, plain_tip
from hub_desktop.ui.table_manners import prepare_table
from hub_desktop.ui.waiting import Reading, Waiting
from hub_desktop.ui.words import exact, when

_NEWEST = 50
_ROWS_SHOWN = 7
_COLUMN_LETTERS = (18, 36, 26, 12)

USE_CASE_LABELS: dict[UseCase, str] = {
    UseCase.VIEW_INTEGRATIONS: "Looked at integrations",
    UseCase.ADD_INTEGRATION: "Added an integration",
    UseCase.EDIT_INTEGRATION: "Edited an integration",
    UseCase.DELETE_INTEGRATION: "Deleted an integration",
    UseCase.TOGGLE_INTEGRATION: "Switched an integration",
    UseCase.EXPORT_INTEGRATIONS: "Exported integrations",
    UseCase.SET_SECRET: "Set a secret",
    UseCase.CONNECT: "Signed in to a system",
    UseCase.DISCONNECT: "Signed out of a system",
    UseCase.TEST: "Tested a connection",
    UseCase.SYNC: "Synced",
    UseCase.CANCEL_SYNC: "Cancelled a sync",
    UseCase.VIEW_RUNS: "Looked at runs",
    UseCase.VIEW_LOG: "Read the log",
    UseCase.VIEW_RECORDS: "Looked at records",
    UseCase.VIEW_REPORTS: "Looked at reports",
    UseCase.EXPORT_REPORTS: "Saved a report",
    UseCase.VIEW_QUARANTINE: "Looked at refused records",
    UseCase.VIEW_WEBHOOK: "Looked at a webhook",
    UseCase.VIEW_DELIVERIES: "Looked at deliveries",
    UseCase.RECEIVE_DELIVERY: "Received a delivery",
    UseCase.REPLAY: "Replayed a delivery",
    UseCase.VIEW_ACCOUNTS: "Looked at accounts",
    UseCase.MANAGE_ACCOUNTS: "Changed an account",
    UseCase.SIGN_IN: "Signed in",
    UseCase.VIEW_API_TOKENS: "Looked at API tokens",
    UseCase.MANAGE_API_TOKENS: "Changed an API token",
    UseCase.USE_API_TOKEN: "Showed a wrong API token",
    UseCase.MANAGE_COLLEGES: "Changed a college",
    UseCase.VIEW_AUDIT: "Read the audit",
    UseCase.SAVE_RECOVERY_KEY: "Took the recovery key",
    UseCase.CHANGE_SETTINGS: "Changed a setting",
    UseCase.KEEP_DRAFT: "Kept what was begun",
    UseCase.VIEW_DRAFT: "Looked at what was begun",
    UseCase.PREVIEW: "Previewed a sync",
    UseCase.UNDO: "Undid a sync",
    UseCase.VIEW_HOLDS: "Looked at what is held",
    UseCase.DECIDE_HOLD: "Decided what was held",
    UseCase.EXPORT_RECORDS: "Exported records",
    UseCase.VIEW_PERSONAL: "Looked at personal data",
    UseCase.CORRECT_RECORDS: "Corrected a record",
    UseCase.SET_PRECEDENCE: "Changed the order of the sources",
    UseCase.EXPORT_PERSON: "Exported a person",
    UseCase.ERASE_PERSON: "Erased a person",
    UseCase.SET_RETENTION: "Changed how long records are kept",
    UseCase.APPLY_RETENTION: "Removed records that were kept long enough",
    UseCase.REPLAY_QUARANTINE: "Checked refused records again",
    UseCase.DISCARD_QUARANTINE: "Discarded refused records",
    UseCase.ACCEPT_DRIFT: "Accepted changed fields",
    UseCase.VIEW_DEVICES: "Looked at devices",
    UseCase.MANAGE_DEVICES: "Changed a device",
    UseCase.RECEIVE_PUNCHES: "Received punches",
    UseCase.DEVICE_CONTACT: "Was called by a device",
    UseCase.PAUSE: "Paused the timetable",
    UseCase.MAKE_BACKUP: "Made a backup",
    UseCase.RESTORE_BACKUP: "Restored a backup",
    UseCase.REMOVE_KEPT: "Removed what was kept before a restore",
    UseCase.BEGIN_ANEW: "Began anew without what was missing",
}


class AuditPanel(QWidget):
    """Who did what, newest first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.table = QTableWidget(0, 5)
        self.waiting = Waiting(session, Shape.TABLE, self.table)
        self._reading = Reading(session, self.waiting)
        self.reload_button = plain_button(self.tr("Re&fresh"))
        self.verify_button = plain_button(self.tr("Check the c&hain"))
        self.result = ProblemLabel()
        note = PlainLabel(
            self.tr("Every action leaves a row that cannot be changed unnoticed: each row seals the one before it."),
            role="muted",
        )
        note.setWordWrap(True)
        self._prepare_table()
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.reload_button)
        buttons.addWidget(self.verify_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addWidget(note)
        layout.addWidget(self.waiting)
        layout.addLayout(buttons)
        layout.addWidget(self.result)
        self.reload_button.clicked.connect(self.load)
        self.verify_button.clicked.connect(self.on_verify_asked)
        refusal = session.refusal(UseCase.VIEW_AUDIT)
        self.table.setVisible(not refusal)
        self.reload_button.setEnabled(not refusal)
        self.verify_button.setEnabled(not refusal)
        self.result.show_note(refusal)

    @Slot()
    def load(self) -> None:
        """Read the newest rows, where this person may."""
        if self._session.refusal(UseCase.VIEW_AUDIT):
            return
        hub, actor = self._session.hub, self._session.actor
        self._reading.ask(lambda: hub.audit.latest(actor, limit=_NEWEST), self.on_loaded)

    @Slot(object)
    def on_loaded(self, rows: list[AuditRow]) -> None:
        """Show the rows."""
        self.table.setRowCount(len(rows))
        for position, row in enumerate(rows):
            texts = (when(row.at), _who(row), _what(row), spoken(_OUTCOMES.get(row.outcome, row.outcome)), _about(row))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(exact(row.at) if column == 0 else plain_tip(text))
                self.table.setItem(position, column, item)

    @Slot()
    def on_verify_asked(self) -> None:
        """Walk the whole chain."""
        self.verify_button.setEnabled(False)
        self.result.show_note(self.tr("Checking…"))
        hub, actor = self._session.hub, self._session.actor
        self._session.calls.call(lambda: hub.audit.verify(actor), self.on_verified, self.on_failed, owner=self)

    @Slot(object)
    def on_verified(self, found: Verification) -> None:
        """Say whether the chain is whole."""
        self.verify_button.setEnabled(True)
        if found.whole:
            self.result.show_note(
                self.tr("The audit is whole: {rows}, none changed or removed.").format(rows=count(found.rows, "row"))
            )
        else:
            self.result.show_problem(
                self.tr(
                    "The audit was changed from outside: row {row} does not fit. Keep the data folder as it is and "
                    "ask your IT team."
                ).format(row=f"{found.broken_at:,}")
            )

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why it cannot be told whether the audit is whole."""
        self.verify_button.setEnabled(True)
        self.result.show_problem(error.sentence)

    def _prepare_table(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Audit"))
        table.setHorizontalHeaderLabels(
            [self.tr("Time"), self.tr("Who"), self.tr("What"), self.tr("Ended"), self.tr("About")]
        )
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        prepare_table(table, _COLUMN_LETTERS)
        table.horizontalHeader().setSectionResizeMode(len(_COLUMN_LETTERS), QHeaderView.ResizeMode.Stretch)
        table.setFixedHeight(table.verticalHeader().defaultSectionSize() * (_ROWS_SHOWN + 1))


_OF_THE_HUB = frozenset({"the person at this PC", "the rehearsal", CLOCK.name, WEBHOOKS.name, DEVICES.name})
"""Those who have no account, so that nobody's name is taken for words."""
_OUTCOMES = {"done": "Done", "refused": "Refused", "failed": "Failed"}


def _who(row: AuditRow) -> str:
    label = next((spoken(label) for role, label in ROLE_LABELS.items() if role == row.role), row.role)
    return f"{spoken(row.actor) if row.actor in _OF_THE_HUB else row.actor} ({label})"


def _what(row: AuditRow) -> str:
    return next(
        (spoken(label) for use_case, label in USE_CASE_LABELS.items() if use_case == row.use_case), row.use_case
    )


def _about(row: AuditRow) -> str:
    return f"{row.subject}: {row.detail}" if row.subject and row.detail else row.subject or row.detail
