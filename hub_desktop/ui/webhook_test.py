"""A signed delivery to this program itself: what works, and who can reach it."""

import threading

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hub_desktop.core.errors import ErrorKind, HubError
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.self_test import SelfTest, WebhookFinding
from hub_desktop.ui.copy_button import CopyButton
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.help.help_button import HelpButton
from hub_desktop.ui.help.topics import Topic
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import ICON, SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import IconLabel, PlainLabel, clear, plain_button, set_usable


class WebhookTest(QWidget):
    """One test at a time, begun and stopped by its button, with a tick for each finding.

    Signals:
        tested(): a test ended.
    """

    tested = Signal()

    def __init__(self, session: Session, integration_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._integration_id = integration_id
        self._cancel: threading.Event | None = None
        self.findings: tuple[WebhookFinding, ...] = ()
        self.address = ""
        self.said = PlainLabel(
            self.tr("Sends a signed delivery to each address, and says who can reach it. It feeds nothing."),
            "muted",
            wrap=True,
        )
        self.button = plain_button(self.tr("&Test"))
        self.message = ProblemLabel()
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE_M)
        self.hand_out = PlainLabel("", "strong", wrap=True)
        self.copy_button = CopyButton(self.tr("Copy"), self._best, self.tr("Copy the address to hand out"))
        best = QHBoxLayout()
        best.setSpacing(SPACE_S)
        best.addWidget(self.hand_out, 1)
        best.addWidget(self.copy_button)
        self.help = HelpButton(Topic.WEBHOOK)
        self.help.setText(self.tr("Nothing arrives?"))
        self.help.setAccessibleName(self.tr("Nothing arrives?"))
        self.help.help_asked.connect(session.help_line.asked)
        line = QHBoxLayout()
        line.setSpacing(SPACE_S)
        line.addWidget(self.button)
        line.addWidget(self.help)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self.said)
        layout.addLayout(self._list)
        layout.addLayout(best)
        layout.addWidget(self.message)
        layout.addLayout(line)
        self.hand_out.hide()
        self.copy_button.hide()
        self.button.clicked.connect(self.on_button_clicked)
        set_usable(self.button, session.refusal(UseCase.TEST))

    def stop(self) -> None:
        """Stop the test that goes on, if one does."""
        if self._cancel is not None:
            self._cancel.set()

    @Slot()
    def on_button_clicked(self) -> None:
        """Begin a test, or stop the one that goes on."""
        if self._cancel is not None:
            self.stop()
            return
        hub, actor, number = self._session.hub, self._session.actor, self._integration_id
        cancel = self._cancel = threading.Event()
        self._show((), "")
        self.message.show_note(self.tr("Testing…"))
        self.button.setText(self.tr("Stop the &test"))
        self._session.calls.call(
            lambda: hub.webhooks.self_test(actor, number, cancel=cancel),
            self.on_tested,
            self.on_failed,
            owner=self,
            cancel=cancel,
        )

    @Slot(object)
    def on_tested(self, result: SelfTest) -> None:
        """Show what was found."""
        self._end()
        self.message.show_note("")
        self._show(result.findings, result.address)
        self.tested.emit()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why nothing was found."""
        self._end()
        if error.kind is ErrorKind.CANCELLED:
            self.message.show_note(self.tr("The test was stopped."))
        else:
            self.message.show_problem(error.sentence)

    def _best(self) -> str:
        return self.address

    def _show(self, findings: tuple[WebhookFinding, ...], address: str) -> None:
        self.findings, self.address = findings, address
        clear(self._list)
        for finding in findings:
            self._list.addWidget(self._row(finding))
        self.hand_out.show_or_hide(self.tr("Hand out {address}").format(address=address) if address else "")
        self.copy_button.setVisible(bool(address))

    def _row(self, finding: WebhookFinding) -> QWidget:
        mark = IconLabel(*(("check-circle", "active") if finding.ok else ("octagon-x", "error")), size=ICON)
        mark.setAccessibleName(self.tr("Well") if finding.ok else self.tr("Not well"))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_M)
        top = QVBoxLayout()
        top.addWidget(mark)
        top.addStretch(1)
        line.addLayout(top)
        line.addWidget(PlainLabel(spoken(finding.sentence), wrap=True), 1)
        helping = HelpButton(None if finding.ok else Topic.WEBHOOK, finding.sentence)
        helping.help_asked.connect(self._session.help_line.asked)
        line.addWidget(helping, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _end(self) -> None:
        self._cancel = None
        self.button.setText(self.tr("&Test again"))
