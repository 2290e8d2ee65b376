"""The reports: what came in, how well, and what the records say, each as a plot and as a table."""

import importlib
import threading
from datetime import datetime
from types import ModuleType

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hub_desktop.core.errors import ErrorKind, HubError
from hub_desktop.core.events import Event, IntegrationsChanged, RunFinished
from hub_desktop.core.reports import DAYS, Counting, Report, ReportName, ReportQuery
from hub_desktop.hub.reports import Looked
from hub_desktop.ui.help.help_button import HelpButton
from hub_desktop.ui.help.signposts import topic_of_error
from hub_desktop.ui.report_card import ReportCard
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import MessageStrip, PageScroll, PlainLabel, clear, page_layout, plain_button
from hub_desktop.ui.words import exact, when

_PLOTS = "hub_desktop.ui.report_plots"
_RANGES = (7, 30, 90, 365)
_PATIENCE_MS = 300
_STOP_MS = 3000
_CHOICE_LETTERS = 18


class ReportsPage(QWidget):
    """All reports, over a range of days, of one source or department where one is chosen.

    Signals:
        integrations_asked(): a person wants to see the systems that bring the data.
    """

    integrations_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cancel: threading.Event | None = None
        self._read_at: datetime | None = None
        self._counting: Counting | None = None
        self._begun = False
        self._stale = False
        self._stale_before = False
        self._stopped = False
        self._loading_plots = False
        self.cards = {name: ReportCard(session, name) for name in ReportName}
        self._make_controls()
        self._lay_out()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Count when somebody looks, for a look leaves a row in the audit; load what draws when it is first needed."""
        super().showEvent(event)
        if not self._loading_plots:
            self._loading_plots = True
            # Half a second of work, which the window need not wait for.
            self._session.calls.call(lambda: importlib.import_module(_PLOTS), self.on_plots_loaded, owner=self)
        if not self._begun or self._stale:
            self._begun = True
            self.load()

    def on_event(self, event: Event) -> None:
        """Say that there are newer numbers; they are counted when somebody asks."""
        if not self._begun or not isinstance(event, RunFinished | IntegrationsChanged):
            return
        self._stale = True
        if self._cancel is None:
            self._settle()

    def query(self) -> ReportQuery:
        """Return what is chosen."""
        return ReportQuery(
            int(self.range.currentData()),
            self.source.currentData(),
            self.department.currentData(),
            self.subject.currentData(),
            self.exam.currentData(),
        )

    def focus_filter(self) -> None:
        """Put the keyboard to the filters."""
        self.range.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- slots -------------------------------------------------------------------------------------------------------

    @Slot()
    def load(self) -> None:
        """Count all reports as they are chosen."""
        self._stale_before, self._stale = self._stale, False
        self._look(tuple(ReportName))

    @Slot()
    def on_marks_chosen(self) -> None:
        """Count the marks of another subject or exam."""
        # A look at everything that still goes on would be stopped by this one.
        self._look(tuple(ReportName) if self._cancel is not None else (ReportName.MARKS,))

    @Slot(object)
    def on_plots_loaded(self, plots: ModuleType) -> None:
        """Draw from now on."""
        for card in self.cards.values():
            card.take_plots(plots)

    @Slot(object)
    def on_told(self, news: tuple[threading.Event, ReportQuery, Report | Counting]) -> None:
        """Show a report, or how far one has come; what an earlier look tells late is left out."""
        cancel, query, told = news
        if cancel is not self._cancel:
            return
        if isinstance(told, Counting):
            self._counting = told
            self.cards[told.name].show_counting(told)
            if self.stop_button.isVisible():
                self._settle()
        else:
            self.cards[told.name].show_report(told, query)

    @Slot(object)
    def on_looked(self, answer: tuple[threading.Event, Looked]) -> None:
        """Show what can be chosen."""
        cancel, looked = answer
        if cancel is not self._cancel:
            return
        self._ended()
        self._stale_before = False
        self._read_at = looked.reports[0].read_at
        choices = looked.choices
        self._offer(self.source, choices.sources)
        if choices.departments or len(looked.reports) > 1:
            self._offer(self.department, choices.departments)
        if any(report.name is ReportName.MARKS for report in looked.reports):
            self._offer(self.subject, choices.subjects)
            self._offer(self.exam, choices.exams)
        self._settle()

    def on_failed(self, cancel: threading.Event, error: HubError) -> None:
        """Say why nothing was counted, and what to do; what became of an earlier look matters to nobody."""
        if cancel is not self._cancel:
            return
        self._ended()
        # What had come in before is not counted now either.
        self._stale = self._stale or self._stale_before
        if error.kind is ErrorKind.CANCELLED:
            self._stopped = True
            self._hold_cards(self.tr("Not counted, because it was stopped. Choose Refresh to count."))
            self._settle()
            return
        self._hold_cards(self.tr("Not counted, because something went wrong. Choose Try again above."))
        strip = MessageStrip("error", error.sentence, error.detail, self.tr("Try again"))
        helping = HelpButton(topic_of_error(error), error.sentence)
        helping.help_asked.connect(self._session.help_line.asked)
        strip.add_control(helping)
        strip.action_chosen.connect(self.load)
        self.problem.addWidget(strip)
        self._settle()

    @Slot()
    def on_stop_asked(self) -> None:
        """Count no further."""
        if self._cancel is not None:
            self._cancel.set()
            self.stop_button.setEnabled(False)

    @Slot()
    def on_patience_ended(self) -> None:
        """Say that something is being counted."""
        self._hold_cards(self.tr("Counting…"), counting=True)
        self._settle()

    @Slot()
    def on_remedy_asked(self) -> None:
        """Take the filters away, or show the systems where there are none."""
        if self.query().filtered:
            self.on_clear_asked()
        else:
            self.integrations_asked.emit()

    @Slot()
    def on_clear_asked(self) -> None:
        """Show everything again."""
        for box in self._filters:
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)
        self.load()

    # -- how it is done ----------------------------------------------------------------------------------------------

    def _look(self, names: tuple[ReportName, ...]) -> None:
        if self._cancel is not None:
            self._cancel.set()
        cancel = self._cancel = threading.Event()
        self._counting = None
        self._stopped = False
        clear(self.problem)
        query, reports, actor = self.query(), self._session.hub.reports, self._session.actor
        self._session.calls.call_telling(
            lambda tell: (
                cancel,
                reports.look(actor, query, names, cancel=cancel, told=lambda told: tell((cancel, query, told))),
            ),
            self.on_told,
            self.on_looked,
            lambda error: self.on_failed(cancel, error),
            owner=self,
            cancel=cancel,
        )
        self._patience.start()
        self._stopping.start()
        self._settle()

    def _hold_cards(self, sentence: str, *, counting: bool = False) -> None:
        """Show no numbers that were counted for other filters than are chosen."""
        query = self.query()
        for card in self.cards.values():
            card.hold_against(query, sentence)
            card.show_waiting(sentence, counting=counting)

    def _ended(self) -> None:
        self._cancel = None
        self._patience.stop()
        self._stopping.stop()

    def _offer(self, box: QComboBox, names: tuple[str, ...]) -> None:
        """Let these be chosen, and what is chosen stay so."""
        if [box.itemData(place) for place in range(1, box.count())] == list(names):
            return
        chosen = box.currentData()
        box.blockSignals(True)
        while box.count() > 1:
            box.removeItem(1)
        for name in names if chosen is None or chosen in names else (*names, chosen):
            box.addItem(name, name)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.blockSignals(False)

    def _settle(self) -> None:
        going = self._cancel is not None
        waited = going and not self._patience.isActive()
        self.stop_button.setVisible(going and not self._stopping.isActive())
        self.stop_button.setEnabled(True)
        self.clear_button.setVisible(self.query().filtered)
        self.refresh_button.set_look("primary" if (self._stale or self._stopped) and not going else "plain")
        self.status.setToolTip("")
        if waited:
            self.status.setText(self._counting_words())
        elif self._stopped:
            self.status.setText(self.tr("Counting was stopped. Choose Refresh to count."))
        elif self._stale:
            self.status.setText(self.tr("New data came in since. Choose Refresh to count it."))
        elif self._read_at is not None:
            self.status.setText(self.tr("Counted {when}").format(when=when(self._read_at)))
            self.status.setToolTip(exact(self._read_at))
        else:
            self.status.setText("")

    def _counting_words(self) -> str:
        if self._counting is None:
            return self.tr("Counting…")
        return self.tr("Counting attendance: day {done} of {total}").format(
            done=f"{self._counting.done:,}", total=f"{self._counting.total:,}"
        )

    def _make_controls(self) -> None:
        self.range = self._box(self.tr("Range of days"), "")
        for days in _RANGES:
            self.range.addItem(self.tr("Last {days} days").format(days=f"{days:,}"), days)
        self.range.setCurrentIndex(_RANGES.index(DAYS))
        self.source = self._box(self.tr("Source"), self.tr("All sources"))
        self.department = self._box(self.tr("Department"), self.tr("All departments"))
        self.subject = self._box(self.tr("Subject of the marks"), self.tr("All subjects"))
        self.exam = self._box(self.tr("Exam of the marks"), self.tr("All exams"))
        self._filters = (self.source, self.department, self.subject, self.exam)
        self.clear_button = plain_button(self.tr("Clear &filters"))
        self.refresh_button = plain_button(self.tr("Re&fresh"), "sync")
        self.stop_button = plain_button(self.tr("&Stop"))
        self.status = PlainLabel(role="muted")
        self._patience, self._stopping = QTimer(self), QTimer(self)
        for timer, milliseconds in ((self._patience, _PATIENCE_MS), (self._stopping, _STOP_MS)):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)

    def _box(self, name: str, every: str) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMaximumWidth(box.fontMetrics().averageCharWidth() * _CHOICE_LETTERS * 2)
        if every:
            box.addItem(every, None)
        return box

    def _connect(self) -> None:
        for box in (self.range, self.source, self.department):
            box.currentIndexChanged.connect(self.load)
        for box in (self.subject, self.exam):
            box.currentIndexChanged.connect(self.on_marks_chosen)
        self.refresh_button.clicked.connect(self.load)
        self.stop_button.clicked.connect(self.on_stop_asked)
        self.clear_button.clicked.connect(self.on_clear_asked)
        self._patience.timeout.connect(self.on_patience_ended)
        self._stopping.timeout.connect(self._settle)
        for card in self.cards.values():
            card.remedy_asked.connect(self.on_remedy_asked)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_M)
        head.addWidget(PlainLabel(self.tr("Reports"), "title"), 1)
        head.addWidget(self.status)
        head.addWidget(self.stop_button)
        head.addWidget(self.refresh_button)
        filters = QHBoxLayout()
        filters.setSpacing(SPACE_S)
        for box in (self.range, self.source, self.department):
            filters.addWidget(box)
        filters.addWidget(self.clear_button)
        filters.addStretch(1)
        marks = self.cards[ReportName.MARKS].filters
        marks.addWidget(self.subject)
        marks.addWidget(self.exam)
        marks.addStretch(1)
        self.problem = QVBoxLayout()
        for row in (head, filters, self.problem):
            row.setContentsMargins(0, 0, SPACE_XL, 0)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(SPACE_L)
        for card in self.cards.values():
            column.addWidget(card)
        column.addStretch(1)
        scroll = PageScroll()
        scroll.setAccessibleName(self.tr("Reports"))
        scroll.hold(inside, column)
        outer = page_layout(self, scrolls=True)
        outer.addLayout(head)
        outer.addLayout(filters)
        outer.addLayout(self.problem)
        outer.addWidget(scroll, 1)
