"""Who may sign in, in the settings."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.core.errors import HubError
from hub_desktop.core.roles import ROLE_LABELS, UseCase
from hub_desktop.store.accounts import Account
from hub_desktop.ui.account_dialogs import AddAccountDialog, NewPasswordDialog
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, danger_button, plain_button
from hub_desktop.ui.table_manners import prepare_table
from hub_desktop.ui.waiting import Reading, Waiting
from hub_desktop.ui.words import exact, when

_ROWS_SHOWN = 5


class AccountPanel(QWidget):
    """The accounts, with what can be done about them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.waiting = Waiting(session, Shape.LIST)
        self._reading = Reading(session, self.waiting)
        self._accounts: list[Account] = []
        self._colleges: dict[int, str] = {}
        self._removing = ""
        self.note = PlainLabel("", role="muted")
        self.note.setWordWrap(True)
        self.table = QTableWidget(0, 4)
        self.add_button = plain_button(self.tr("Add &account…"))
        self.password_button = plain_button(self.tr("New &password…"))
        self.remove_button = danger_button(self.tr("&Remove"))
        self.problem = ProblemLabel()
        self._prepare_table()
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        for button in (self.add_button, self.password_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self.waiting.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self.note)
        layout.addWidget(self.table)
        layout.addLayout(buttons)
        layout.addWidget(self.problem)
        self.waiting.fill(self)
        self.add_button.clicked.connect(self.on_add_asked)
        self.password_button.clicked.connect(self.on_password_asked)
        self.remove_button.clicked.connect(self.on_remove_asked)
        self.table.itemSelectionChanged.connect(self.on_account_chosen)
        self._settle()

    @Slot()
    def load(self) -> None:
        """Read the accounts."""
        refusal = self._session.refusal(UseCase.VIEW_ACCOUNTS)
        if refusal:
            self.note.setText(refusal)
            self._settle()
            return
        hub, actor = self._session.hub, self._session.actor
        self._reading.ask(lambda: (hub.accounts.all(actor), hub.accounts.colleges(actor)), self.on_loaded)

    @Slot(object)
    def on_loaded(self, loaded: tuple[list[Account], dict[int, str]]) -> None:
        """Show the accounts."""
        self._accounts, self._colleges = loaded
        self.table.setRowCount(len(self._accounts))
        for row, account in enumerate(self._accounts):
            colleges = (
                self.tr("All")
                if account.college_ids is None
                else ", ".join(self._colleges.get(number, "?") for number in sorted(account.college_ids))
            )
            texts = (account.name, spoken(ROLE_LABELS[account.role]), colleges, when(account.last_sign_in))
            for column, text in enumerate(texts):
                self.table.setItem(row, column, QTableWidgetItem(text))
            self._last_item(row).setToolTip(exact(account.last_sign_in))
        self.note.setText(
            ""
            if self._accounts
            else self.tr(
                "Nobody has an account, so whoever sits at this PC is the principal. Add an account to make everybody "
                "sign in."
            )
        )
        self._settle()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say what could not be done."""
        self.problem.show_problem(error.sentence)

    @Slot()
    def on_account_chosen(self) -> None:
        """Offer what can be done about the chosen account."""
        self.problem.show_problem("")
        self._settle()

    @Slot()
    def on_add_asked(self) -> None:
        """Open the dialog for a new account."""
        dialog = AddAccountDialog(self._session, self._colleges, first=not self._accounts, parent=self)
        dialog.stored.connect(self.load)
        dialog.open()

    @Slot()
    def on_password_asked(self) -> None:
        """Open the dialog for a new password."""
        dialog = NewPasswordDialog(self._session, self._chosen(), self)
        dialog.stored.connect(self.on_password_set)
        dialog.open()

    @Slot()
    def on_password_set(self) -> None:
        """Say that the new password counts."""
        self.problem.show_note(self.tr("The new password counts from the next sign-in on."))

    @Slot()
    def on_remove_asked(self) -> None:
        """Ask before an account goes, which cannot be undone."""
        self._removing = self._chosen()
        box = QMessageBox(
            QMessageBox.Icon.NoIcon,
            self.tr("Remove the account of {name}?").format(name=self._removing),
            self.tr("{name} can no longer sign in. What {name} did stays in the audit.").format(name=self._removing),
            QMessageBox.StandardButton.Cancel,
            self,
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        remove = box.addButton(self.tr("&Remove account"), QMessageBox.ButtonRole.DestructiveRole)
        remove.clicked.connect(self.on_removal_confirmed)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.open()

    @Slot()
    def on_removal_confirmed(self) -> None:
        """Remove the account."""
        hub, actor, name = self._session.hub, self._session.actor, self._removing
        self._session.calls.call(lambda: hub.accounts.remove(actor, name), self.on_removed, self.on_failed, owner=self)

    @Slot(object)
    def on_removed(self, _nothing: None) -> None:
        """Show who is left."""
        self.load()

    def _chosen(self) -> str:
        row = self.table.currentRow()
        return self._accounts[row].name if 0 <= row < len(self._accounts) and self.table.selectedItems() else ""

    def _last_item(self, row: int) -> QTableWidgetItem:
        return self.table.item(row, 3) or QTableWidgetItem()

    def _settle(self) -> None:
        refusal = self._session.refusal(UseCase.MANAGE_ACCOUNTS)
        self.note.setVisible(bool(self.note.text()))
        self.table.setVisible(bool(self._accounts))
        self.add_button.setEnabled(not refusal)
        for button in (self.password_button, self.remove_button):
            button.setEnabled(not refusal and bool(self._chosen()))
            button.setVisible(bool(self._accounts))

    def _prepare_table(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Accounts"))
        table.setHorizontalHeaderLabels(
            [self.tr("Name"), self.tr("Role"), self.tr("Colleges"), self.tr("Last sign-in")]
        )
        table.verticalHeader().hide()
        prepare_table(table)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setFixedHeight(table.verticalHeader().defaultSectionSize() * (_ROWS_SHOWN + 1))
