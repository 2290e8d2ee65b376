"""The test of a stored integration: it fills a list of ticks, and makes the changes that it offers when told to."""

import os
import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hub_desktop.core.errors import ErrorKind, HubError, StorageError
from hub_desktop.core.offers import Offer
from hub_desktop.core.roles import UseCase
from hub_desktop.store.integrations import StoredIntegration
from hub_desktop.ui.copy_button import CopyButton
from hub_desktop.ui.dialog_room import room_for
from hub_desktop.ui.folders import in_documents
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.report_list import CheckRow, ReportList, mark_word, remedy_sentence, row_sentence
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, listed, spoken
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import plain_button, primary_button, set_usable
from hub_desktop.ui.tab_order import ReadingOrderDialog
from hub_desktop.upstream.doctor import Check, Report
from hub_desktop.upstream.report import summary
from hub_desktop.upstream.vendor import vendor_text

__all__ = ["CheckRow", "ReportList", "TestReportDialog", "mark_word", "remedy_sentence", "row_sentence", "summary"]

_OWNER_ONLY = 0o600


class TestReportDialog(ReadingOrderDialog):
    """Tests the connection of a stored integration as soon as it is shown.

    Signals:
        preview_asked(int): the test passed, and a person wants to see what a sync would bring.
    """

    __test__ = False
    preview_asked = Signal(int)

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
        self.list.refuse_offers(session.refusal(UseCase.EDIT_INTEGRATION))
        self.message = ProblemLabel()
        self.again_button = plain_button(self.tr("Test &again"))
        self.all_button = plain_button("")
        self.copy_button = CopyButton(self.tr("&Copy for IT"), self.copied)
        self.save_button = plain_button(self.tr("&Save for the vendor…"))
        self.preview_button = plain_button(self.tr("&Preview the next sync…"))
        self.preview_button.hide()
        self.close_button = primary_button(self.tr("Cancel"))
        self._lay_out()
        self.list.offer_chosen.connect(self.on_offer_chosen)
        self.all_button.clicked.connect(self.on_all_chosen)
        self.again_button.clicked.connect(self.on_again_asked)
        self.save_button.clicked.connect(self.on_save_asked)
        self.preview_button.clicked.connect(self.on_preview_clicked)
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

    # -- testing ---------------------------------------------------------------------------------------------------

    @Slot()
    def on_again_asked(self) -> None:
        """Run the test."""
        self.message.show_note("")
        self._test()

    @Slot()
    def on_preview_clicked(self) -> None:
        """Close, and show what a sync would bring."""
        self.accept()
        self.preview_asked.emit(self._integration_id)

    @Slot(object)
    def on_check_told(self, check: Check) -> None:
        """Show a step as soon as it is known."""
        if self._running and not self._cancel.is_set():
            self.list.add_check(check)

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
        self.list.show_sentence(self.tr("The test was stopped.") if stopped else spoken(error.sentence))
        self._settle()

    def _test(self) -> None:
        hub, actor, number = self._session.hub, self._session.actor, self._integration_id
        cancel = self._cancel = threading.Event()
        self._running = True
        self._settle()
        self.list.show_sentence(self.tr("Testing {name}…").format(name=self._name))
        self._session.calls.call_telling(
            lambda tell: hub.tests.stored(actor, number, cancel=cancel, told=tell),
            self.on_check_told,
            self.on_tested,
            self.on_failed,
            owner=self,
            cancel=cancel,
        )

    # -- making what is offered ------------------------------------------------------------------------------------

    @Slot(object)
    def on_offer_chosen(self, offer: Offer) -> None:
        """Make one change, then test once more."""
        self._make([offer])

    @Slot()
    def on_all_chosen(self) -> None:
        """Make every change that can be made with the others, then test once more."""
        if self._report is not None:
            self._make(self._report.offers)

    @Slot(object)
    def on_made(self, stored: StoredIntegration) -> None:
        """Test what was changed."""
        self._name = stored.name
        self._test()

    @Slot(object)
    def on_not_made(self, error: HubError) -> None:
        """Say why nothing was changed; what the test found stays."""
        self._running = False
        if self._report is not None:
            self.list.show_report(self._report)
        self._settle()
        self.message.show_problem(error.sentence)

    def _make(self, offers: Sequence[Offer]) -> None:
        if self._running or not offers:
            return
        hub, actor, number = self._session.hub, self._session.actor, self._integration_id
        self._running = True
        self._settle()
        self.message.show_note(
            self.tr("Changed: {changes}.").format(changes=listed([spoken(offer.label) for offer in offers]))
        )
        self.list.show_sentence(self.tr("Changing the settings of {name}…").format(name=self._name))
        self._session.calls.call(
            lambda: hub.integrations.accept(actor, number, offers), self.on_made, self.on_not_made, owner=self
        )

    # -- giving away -------------------------------------------------------------------------------------------------

    def copied(self) -> str:
        """Return the report as plain text."""
        return vendor_text(self._name, self._report) if self._report is not None else ""

    @Slot()
    def on_save_asked(self) -> None:
        """Ask where the report for the vendor goes."""
        dialog = QFileDialog(self, self.tr("Save the report for the vendor"), in_documents("connection-test.txt"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self.on_place_chosen)
        dialog.open()

    @Slot(str)
    def on_place_chosen(self, place: str) -> None:
        """Write the report there."""
        if self._report is None:
            return
        text, file = vendor_text(self._name, self._report), Path(place)
        self._session.calls.call(lambda: save_report(text, file), self.on_saved, self.on_save_failed, owner=self)

    @Slot(object)
    def on_saved(self, place: Path) -> None:
        """Say that it was written."""
        self.message.show_note(
            self.tr("Saved to {place}, without secrets and without values of records.").format(place=place)
        )

    @Slot(object)
    def on_save_failed(self, error: HubError) -> None:
        """Say why it was not written."""
        self.message.show_problem(error.sentence)

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _settle(self) -> None:
        report = None if self._running else self._report
        self.close_button.setText(self.tr("Cancel") if self._running else self.tr("Close"))
        self.again_button.setEnabled(not self._running)
        self.copy_button.setEnabled(report is not None)
        self.save_button.setEnabled(report is not None)
        self.preview_button.setVisible(report is not None and report.ok)
        set_usable(self.preview_button, self._session.refusal(UseCase.PREVIEW))
        self.copy_button.show_words(self.tr("&Copy for IT"))
        offers = report.offers if report is not None and not report.ok else ()
        several = len(offers) > 1 and not self._session.refusal(UseCase.EDIT_INTEGRATION)
        self.all_button.setVisible(several)
        self.all_button.set_look("primary" if several else "plain")
        self.close_button.set_look("plain" if several else "primary")
        words = self.tr("&Make all {changes}").format(changes=count(len(offers), "change"))
        self.all_button.setText(words)
        self.all_button.setAccessibleName(words.replace("&", ""))
        self.close_button.setFocus()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("look", "page")
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, SPACE_M, 0)
        inner.addWidget(self.list)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        for button in (self.copy_button, self.save_button, self.again_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.all_button)
        buttons.addWidget(self.preview_button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_L)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.message)
        layout.addLayout(buttons)
        self.resize(room_for(self, inset=1))


def save_report(text: str, place: Path) -> Path:
    """Write a report to a file only its owner can read; raise StorageError when it cannot be written."""
    try:
        # Removed first, because the mode of a file that is there already would stay as it is.
        place.unlink(missing_ok=True)
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            out.write(text)
    except OSError as error:
        raise StorageError(
            f"The report could not be written to {place}. Choose another folder.", f"{type(error).__name__}: {error}"
        ) from error
    return place
