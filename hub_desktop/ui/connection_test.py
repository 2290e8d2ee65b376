"""Testing a connection that is being typed, and showing what the test found."""

import threading
from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hub_desktop.core.errors import ErrorKind, HubError
from hub_desktop.core.integration import Submitted
from hub_desktop.core.offers import Offer
from hub_desktop.ui.report_list import ReportList
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M
from hub_desktop.ui.style.widgets import Card, PlainLabel, plain_button, primary_button
from hub_desktop.upstream.doctor import Check, Report

_REVEAL_MS = 500
"""How long room is made for what a test found, and kept in view meanwhile."""


class ConnectionTest(Card):
    """One test at a time, begun and stopped by its button; unseen until the first.

    Signals:
        asked(): a person wants a test; whoever knows what is typed calls `begin`.
        offers_chosen(list): changes that the test offers are to be made.
    """

    asked = Signal()
    offers_chosen = Signal(object)

    def __init__(self, session: Session, refusal: str = "", parent: QWidget | None = None) -> None:
        """`refusal` says why this person may not make the changes that a test offers."""
        super().__init__(parent)
        self._session = session
        self._cancel: threading.Event | None = None
        self._scrolled: QScrollArea | None = None
        self.button = plain_button(self.tr("&Test connection"))
        self.report = ReportList()
        self.report.refuse_offers(refusal)
        self._refusal = refusal
        self._offers: tuple[Offer, ...] = ()
        self._going_on = False
        self.all_button = primary_button("")
        self.all_button.hide()
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.setInterval(_REVEAL_MS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        layout.setSpacing(SPACE_M)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Connection test"), role="subtitle"), 1)
        head.addWidget(self.all_button)
        layout.addLayout(head)
        layout.addWidget(self.report)
        self.button.clicked.connect(self.on_button_clicked)
        self.report.offer_chosen.connect(self.on_offer_chosen)
        self.all_button.clicked.connect(self.on_all_chosen)
        self.hide()

    def reveal_in(self, scrolled: QScrollArea) -> None:
        """Bring what is found into view there."""
        self._scrolled = scrolled
        scrolled.verticalScrollBar().rangeChanged.connect(self.on_height_changed)

    def begin(self, submitted: Submitted, integration_id: int | None = None, *, going_on: bool = False) -> None:
        """Test this configuration; secrets that are missing in it are those kept for the integration.

        `going_on` tells that an offer was just made, so that the keyboard goes on to the next one.
        """
        if self._cancel is not None:
            return
        self._going_on = going_on
        self._show_offers(())
        if going_on:
            # What had the keyboard is about to be gone.
            self.button.setFocus()
        self.report.advise_sign_in(
            self.tr("Save it; the sign-in then opens by itself.")
            if integration_id is None and submitted.integration.signed_in_by_person()
            else ""
        )
        hub, actor = self._session.hub, self._session.actor
        cancel = self._cancel = threading.Event()
        self._reveal.start()
        self.show()
        self.report.show_sentence(self.tr("Testing the connection…"))
        self.button.setText(self.tr("Stop the &test"))
        self._session.calls.call_telling(
            lambda tell: hub.tests.unsaved(
                actor,
                submitted.integration,
                submitted.secrets,
                integration_id=integration_id,
                cancel=cancel,
                told=tell,
            ),
            self.on_check_told,
            self.on_tested,
            self.on_failed,
            owner=self,
            cancel=cancel,
        )

    def stop(self) -> None:
        """Stop the test that goes on, if one does."""
        if self._cancel is not None:
            self._cancel.set()

    @Slot()
    def on_button_clicked(self) -> None:
        """Ask for what is typed, or stop the test that goes on."""
        if self._cancel is not None:
            self.stop()
        else:
            self.asked.emit()

    @Slot(object)
    def on_check_told(self, check: Check) -> None:
        """Show a step as soon as it is known."""
        if self._cancel is not None and not self._cancel.is_set():
            self.report.add_check(check)

    @Slot(object)
    def on_tested(self, report: Report) -> None:
        """Show what the test found."""
        self._end()
        self.report.show_report(report)
        self._show_offers(() if report.ok else report.offers)
        next_offers = self.report.offers()
        if self._going_on and self.window().focusWidget() is self.button and not report.ok and next_offers:
            next_offers[0].setFocus()

    @Slot(object)
    def on_offer_chosen(self, offer: Offer) -> None:
        """Have one change made."""
        self.offers_chosen.emit([offer])

    @Slot()
    def on_all_chosen(self) -> None:
        """Have every change made that can be made with the others."""
        self.offers_chosen.emit(list(self._offers))

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why the test has nothing to tell."""
        self._end()
        stopped = error.kind is ErrorKind.CANCELLED
        self.report.show_sentence(self.tr("The test was stopped.") if stopped else spoken(error.sentence))

    @Slot()
    def on_height_changed(self) -> None:
        """Bring the findings into view as they get their place."""
        if self._scrolled is not None and self._reveal.isActive():
            self._scrolled.verticalScrollBar().setValue(self.y() - SPACE_L)

    def _show_offers(self, offers: Sequence[Offer]) -> None:
        self._offers = tuple(offers)
        words = self.tr("&Make all {changes}").format(changes=count(len(self._offers), "change"))
        self.all_button.setText(words)
        self.all_button.setAccessibleName(words.replace("&", ""))
        self.all_button.setVisible(len(self._offers) > 1 and not self._refusal)

    def _end(self) -> None:
        self._cancel = None
        self._reveal.start()
        self.button.setText(self.tr("&Test connection"))
