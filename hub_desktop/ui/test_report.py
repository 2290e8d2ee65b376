"""What the connection test found, as a list of ticks."""

import threading

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hub_desktop.core.errors import ErrorKind, HubError, Remedy
from hub_desktop.core.words import count
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.tokens import DIALOG_WIDTH, ICON, SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS
from hub_desktop.ui.style.widgets import IconLabel, PlainLabel, plain_button, primary_button, quiet_button
from hub_desktop.upstream.doctor import Check, Report

_MARKS = {True: ("check-circle", "active"), False: ("octagon-x", "error"), None: ("dash", "muted")}


class CheckRow(QWidget):
    """One step of the test: its mark, what was found, what to do, and the detail folded below."""

    def __init__(self, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark = IconLabel(*_MARKS[check.ok], size=ICON)
        mark.setAccessibleName(mark_word(check))
        self._detail = PlainLabel(check.detail, role="muted")
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._detail.hide()
        self.details_button = quiet_button(self.tr("Details"))
        self.details_button.setCheckable(True)
        self.details_button.setAccessibleName(self.tr("Details of {check}").format(check=check.name))
        self.details_button.setVisible(bool(check.detail))
        self.details_button.toggled.connect(self._detail.setVisible)
        sentence, remedy = PlainLabel(row_sentence(check)), PlainLabel(remedy_sentence(check), role="strong")
        for label in (sentence, remedy, self._detail):
            label.setWordWrap(True)
        remedy.setVisible(bool(remedy.text()))
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(SPACE_M)
        layout.setVerticalSpacing(SPACE_XS)
        layout.addWidget(mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(sentence, 0, 1)
        layout.addWidget(self.details_button, 0, 2, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(remedy, 1, 1, 1, 2)
        layout.addWidget(self._detail, 2, 1, 1, 2)
        layout.setColumnStretch(1, 1)


class ReportList(QWidget):
    """The steps of a test, under one sentence that sums them up.

    Signals:
        offer_chosen(Offer): a change that the test offers is to be made.
    """

    offer_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = PlainLabel("", role="subtitle")
        self.summary.setWordWrap(True)
        self._shown: list[CheckRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_M)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_L)
        layout.addWidget(self.summary)
        layout.addLayout(self._rows)

    def rows(self) -> list[CheckRow]:
        """Return the steps that are shown."""
        return list(self._shown)

    def show_report(self, report: Report) -> None:
        """Show what was found."""
        self.show_sentence(summary(report))
        for check in report.checks:
            row = CheckRow(check)
            self._shown.append(row)
            self._rows.addWidget(row)

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence alone: that the test goes on, or why there is nothing to tell."""
        self.summary.setText(sentence)
        for row in self._shown:
            row.hide()
            row.deleteLater()
        self._shown = []


class TestReportDialog(QDialog):
    """Tests the connection of a stored integration as soon as it is shown."""

    def __init__(self, session: Session, integration_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._integration_id = integration_id
        self._name = name
        self._cancel = threading.Event()
        self._report: Report | None = None
        self._running = False
        self.setWindowTitle(self.tr("Test of {name}").format(name=name))
        self.list = ReportList()
        self.again_button = plain_button(self.tr("Test &again"))
        self.copy_button = plain_button(self.tr("&Copy for IT"))
        self.close_button = primary_button(self.tr("Cancel"))
        self._lay_out()
        self.again_button.clicked.connect(self.on_again_asked)
        self.copy_button.clicked.connect(self.on_copy_asked)
        self.close_button.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin the test when the dialog is first seen."""
        super().showEvent(event)
        if self._report is None and not self._running:
            self.on_again_asked()

    def reject(self) -> None:
        """Stop the test, if it still goes on, and close."""
        self._cancel.set()
        super().reject()

    @Slot()
    def on_again_asked(self) -> None:
        """Run the test."""
        hub, actor, number = self._session.hub, self._session.actor, self._integration_id
        cancel = self._cancel = threading.Event()
        self._running = True
        self._settle()
        self.list.show_sentence(self.tr("Testing {name}…").format(name=self._name))
        self._session.calls.call(
            lambda: hub.syncs.test(actor, number, cancel=cancel), self.on_tested, self.on_failed, owner=self
        )

    @Slot(object)
    def on_tested(self, report: Report) -> None:
        """Show what was found."""
        self._running, self._report = False, report
        self.list.show_report(report)
        self._settle()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why there is nothing to show."""
        self._running = False
        stopped = error.kind is ErrorKind.CANCELLED
        self.list.show_sentence(self.tr("The test was stopped.") if stopped else error.sentence)
        self._settle()

    @Slot()
    def on_copy_asked(self) -> None:
        """Put the report on the clipboard as plain text."""
        if self._report is not None:
            QGuiApplication.clipboard().setText(report_text(self._name, self._report))
            self.copy_button.setText(self.tr("Copied"))

    def _settle(self) -> None:
        self.close_button.setText(self.tr("Cancel") if self._running else self.tr("Close"))
        self.again_button.setEnabled(not self._running)
        self.copy_button.setEnabled(not self._running and self._report is not None)
        self.copy_button.setText(self.tr("&Copy for IT"))
        self.close_button.setFocus()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("look", "page")
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, SPACE_S, 0)
        inner.addWidget(self.list)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.again_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_L)
        layout.addWidget(scroll, 1)
        layout.addLayout(buttons)
        self.resize(DIALOG_WIDTH * 5 // 4, DIALOG_WIDTH)


def summary(report: Report) -> str:
    """Return one sentence for the whole test."""
    failed = [check for check in report.checks if check.ok is False]
    if failed:
        return (
            "The connection does not work yet."
            if failed[0] is report.checks[0]
            else (f"{count(len(failed), 'step')} of the way did not work.")
        )
    return "Everything works." if report.ok else "The connection was made, but no records could be tried."


def mark_word(check: Check) -> str:
    """Return the word for the mark of a step."""
    return {True: "Passed", False: "Failed", None: "Not tried"}[check.ok]


def row_sentence(check: Check) -> str:
    """Return the sentence of a step, with its name before it where it was not tried and would not say which it is."""
    return check.sentence if check.ok is not None else f"{check.name}: {check.sentence}"


def remedy_sentence(check: Check) -> str:
    """Return what a person does about a step that failed, where its own sentence leaves it open."""
    if check.ok is not False:
        return ""
    return {
        Remedy.SIGN_IN_AGAIN: "Sign in again, or type the key or password again, then test once more.",
        Remedy.EDIT: "Correct the settings, then test once more.",
        Remedy.RETRY: "Test again in a minute.",
        Remedy.WAIT: "Test again in a few minutes.",
    }.get(check.remedy, "")


def report_text(name: str, report: Report) -> str:
    """Return the whole report as plain text for IT staff."""
    lines = [f"Connection test of {name}: {summary(report)}", ""]
    for check in report.checks:
        took = f" ({check.seconds:.2f} s)" if check.seconds else ""
        lines.append(f"[{mark_word(check)}] {check.name}{took}: {check.sentence}")
        if check.detail:
            lines.append(f"    {check.detail}")
    return "\n".join(lines)
