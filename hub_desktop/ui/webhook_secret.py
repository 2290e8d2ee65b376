"""The secret of a webhook: making one, making a new one while the old one stays valid for a while, and ending that."""

from datetime import timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from hub_desktop.core.errors import HubError
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.webhooks import DEFAULT_OVERLAP, LONGEST_OVERLAP, WebhookStatus
from hub_desktop.ui.form_fields import Field, ProblemLabel
from hub_desktop.ui.question import Question
from hub_desktop.ui.session import Session
from hub_desktop.ui.shown_once import ShownOnce
from hub_desktop.ui.spoken import count
from hub_desktop.ui.style.tokens import SEARCH_WIDTH, SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, danger_button, plain_button, set_usable
from hub_desktop.ui.words import exact, when

_HOUR = timedelta(hours=1)


class SecretPanel(QWidget):
    """Says whether there is a secret, never which, and makes a new one.

    Signals:
        changed(): a secret was made, or an old one ended.
        busy_changed(bool): a secret is being made or ended, and its result must be waited for; or no longer.
    """

    changed = Signal()
    busy_changed = Signal(bool)

    def __init__(self, session: Session, integration_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._integration_id = integration_id
        self._status: WebhookStatus | None = None
        self.busy = False
        """Whether something is being done whose result nobody has seen."""
        self.question: Question | None = None
        """The question that is open now, or was last."""
        self.shown: ShownOnce | None = None
        """The dialog that shows a secret which was just made."""
        self.said = PlainLabel("", wrap=True)
        self.before = PlainLabel("", wrap=True)
        self.end_button = plain_button(self.tr("&End now…"))
        self.end_button.setAccessibleName(self.tr("End the secret before now"))
        self.overlap = QSpinBox()
        self.overlap.setRange(0, LONGEST_OVERLAP // _HOUR)
        self.overlap.setValue(DEFAULT_OVERLAP // _HOUR)
        self.overlap.setSuffix(self.tr(" hours"))
        self.overlap.setMaximumWidth(SEARCH_WIDTH)
        self.overlap_field = Field(
            self.tr("The old secret stays valid &for"),
            self.overlap,
            note=self.tr("Long enough to enter the new one at the sender. Choose 0 where somebody else may know it."),
        )
        self.make_button = plain_button("")
        self.message = ProblemLabel()
        self._lay_out()
        self.make_button.clicked.connect(self.on_make_asked)
        self.end_button.clicked.connect(self.on_end_asked)
        self._settle()

    def show_status(self, status: WebhookStatus) -> None:
        """Show how it stands."""
        self._status = status
        self._settle()

    @Slot()
    def on_make_asked(self) -> None:
        """Make a secret; ask first where the one there is would end at once, which cannot be undone."""
        if self._status is not None and self._status.secret_kept and not self.overlap.value():
            self._ask(
                self.tr("Make a new secret"),
                [
                    self.tr("Make a new secret and end the old one at once?"),
                    self.tr("Every delivery signed with the old secret is refused from now on. This cannot be undone."),
                ],
                self.tr("Make a new secret"),
                self.make,
            )
        else:
            self.make()

    @Slot()
    def make(self) -> None:
        """Make a secret; the one before stays valid as long as was chosen."""
        if self.busy:
            return
        hub, actor, number = self._session.hub, self._session.actor, self._integration_id
        overlap = self.overlap.value() * _HOUR
        self._set_busy(True)
        self._session.calls.call(
            lambda: hub.webhooks.rotate(actor, number, overlap), self.on_made, self.on_failed, owner=self
        )

    @Slot(str)
    def on_made(self, secret: str) -> None:
        """Show the secret, this once."""
        first = self._status is None or not self._status.secret_kept
        self._set_busy(False)
        hours = self.overlap.value()
        more = (
            ""
            if first or not hours
            else self.tr(" The old one is valid for another {hours}.").format(hours=count(hours, "hour"))
        )
        self.shown = ShownOnce(
            self.tr("The new webhook secret"),
            self.tr("Copy the secret now and give it to the sender."),
            self.tr(
                "It is not shown again. Whoever knows it can send data here, so pass it on in a safe way and write it "
                "down nowhere else."
            )
            + more,
            [(self.tr("Webhook secret"), secret)],
            self.window(),
        )
        self.shown.open()
        self.changed.emit()

    @Slot()
    def on_end_asked(self) -> None:
        """Ask before the old secret ends, which cannot be undone."""
        self._ask(
            self.tr("End the old secret"),
            [
                self.tr("End the old secret now?"),
                self.tr(
                    "A sender that still signs with it is refused from now on. The new secret stays valid. This "
                    "cannot be undone."
                ),
            ],
            self.tr("End the old secret"),
            self.on_end_confirmed,
        )

    @Slot()
    def on_end_confirmed(self) -> None:
        """End it."""
        hub, actor, number = self._session.hub, self._session.actor, self._integration_id
        self._set_busy(True)
        self._session.calls.call(
            lambda: hub.webhooks.end_rotation(actor, number), self.on_ended, self.on_failed, owner=self
        )

    @Slot(bool)
    def on_ended(self, _was_going: bool) -> None:
        """Say that the new one alone is valid."""
        self._set_busy(False)
        self.message.show_note(self.tr("The new secret alone is valid now."))
        self.changed.emit()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say what could not be done."""
        self._set_busy(False)
        self.message.show_problem(error.sentence)

    def _ask(self, title: str, sentences: list[str], words: str, slot: object) -> None:
        self.question = Question(
            title, sentences, danger_button(words), self.tr("Cancel"), default_yes=False, parent=self.window()
        )
        self.question.accepted.connect(slot)
        self.question.open()

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit(busy)
        self.message.show_note("")
        self._settle()

    def _settle(self) -> None:
        status = self._status
        kept = status is not None and status.secret_kept
        self.make_button.setText(self.tr("Make a new &secret") if kept else self.tr("Make a &secret"))
        self.make_button.set_look("plain" if kept else "primary")
        self.make_button.setAccessibleName(self.make_button.text().replace("&", ""))
        refusal = self._session.refusal(UseCase.SET_SECRET)
        waits = self.tr("One moment, please.") if self.busy or status is None else ""
        for control in (self.make_button, self.end_button, self.overlap):
            set_usable(control, refusal or waits)
        self.overlap_field.setVisible(kept)
        if status is None:
            return
        self.said.setText(
            self.tr("There is no secret yet. The sender signs each delivery with it, so that nobody else can deliver.")
            if not kept
            else self.tr("A secret is kept in the vault of this computer. It is never shown again.")
            if status.secret_fits
            else self.tr("The secret that is kept does not fit the scheme. Make a new one and give it to the sender.")
        )
        ends = status.previous_secret_ends
        self.before.setText(self.tr("The secret before is valid too, until {time}.").format(time=when(ends)))
        self.before.setToolTip(exact(ends))
        self.before.setVisible(ends is not None)
        self.end_button.setVisible(ends is not None)
        if refusal:
            self.message.show_note(refusal)

    def _lay_out(self) -> None:
        before = QHBoxLayout()
        before.setSpacing(SPACE_M)
        before.addWidget(self.before, 1)
        before.addWidget(self.end_button)
        made = QHBoxLayout()
        made.setSpacing(SPACE_S)
        made.addWidget(self.make_button)
        made.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self.said)
        layout.addLayout(before)
        layout.addWidget(self.overlap_field)
        layout.addLayout(made)
        layout.addWidget(self.message)
