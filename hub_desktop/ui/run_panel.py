"""The runs of one integration: how each went, what of it can be undone, and where its log is."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QTableView, QVBoxLayout, QWidget

from hub_desktop.core.errors import Problem
from hub_desktop.core.events import Event, IntegrationsChanged, RunFinished, RunStarted
from hub_desktop.core.roles import UseCase
from hub_desktop.core.runs import EndpointOutcome, Run, RunStatus
from hub_desktop.ui.copy_button import CopyButton
from hub_desktop.ui.detail_card import DetailCard
from hub_desktop.ui.help.help_button import HelpButton
from hub_desktop.ui.help.signposts import topic_of_error
from hub_desktop.ui.run_model import RunModel
from hub_desktop.ui.run_undo import RunUndo
from hub_desktop.ui.run_words import count_words, endpoint_label, status_word, trigger_word
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, plain_tip, set_usable
from hub_desktop.ui.table_manners import prepare_table
from hub_desktop.ui.waiting import Waiting
from hub_desktop.ui.words import exact, when

_GATHER_MS = 250
_COLUMN_LETTERS = (15, 12, 17, 7, 8, 9, 9, 8)


class RunPanel(QWidget):
    """A table of runs over the one that is chosen.

    Signals:
        log_asked(int): the log of this run is to be shown.
    """

    log_asked = Signal(int)

    def __init__(self, session: Session, integration_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._integration_id = integration_id
        self._begun = False
        self._run: Run | None = None
        self.model = RunModel(session, integration_id, self)
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Runs"))
        self.log_button = plain_button(self.tr("Show its &log"))
        self.copy_button = CopyButton(self.tr("&Copy details"), self.details)
        self.copy_button.setAccessibleName(self.tr("Copy details"))
        self.help = HelpButton()
        self.help.help_asked.connect(session.help_line.asked)
        self.undo = RunUndo(session)
        self.empty = PlainLabel("", "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._lay_out()
        self._connect()
        set_usable(self.log_button, session.refusal(UseCase.VIEW_LOG))
        self._refusal = session.refusal(UseCase.VIEW_RUNS)
        if self._refusal:
            self._say(self._refusal)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the runs when somebody looks, for others may have been added while nobody did."""
        super().showEvent(event)
        if not self._refusal:
            self._begun = True
            self.on_look_due()

    def on_event(self, event: Event) -> None:
        """Look again when a run of this integration began, ended, or was taken back."""
        match event:
            case RunStarted(run) | RunFinished(run):
                concerned: int | None = run.integration_id
            case IntegrationsChanged(changed):
                concerned = changed or self._integration_id
            case _:
                return
        if self._begun and concerned == self._integration_id:
            self.undo.on_event(event)
            if not self._gather.isActive():
                self._gather.start()

    def choose(self, run_id: int) -> bool:
        """Choose a run among those that were read; return False where it is not among them."""
        for row, run in enumerate(self.model.rows()):
            if run.run_id == run_id:
                self.table.selectRow(row)
                return True
        return False

    def details(self) -> str:
        """Return the chosen run in words, for people who were not here."""
        run = self._run
        if run is None:
            return ""
        lines = [
            self.tr("{name}, run {number}: {status}").format(
                name=run.integration, number=run.run_id, status=status_word(run.status)
            ),
            self.tr("Began {start}, ended {end}. {why}, {who}.").format(
                start=exact(run.started_at),
                end=exact(run.finished_at) or self.tr("not yet"),
                why=trigger_word(run.trigger),
                who=run.asked_by or self.tr("this program"),
            ),
        ]
        lines += [f"{endpoint_label(name)}: {self._outcome_words(outcome)}" for name, outcome in run.endpoints.items()]
        # The problem of the run is mostly that of an endpoint.
        told = [f"{problem.sentence} ({problem.detail})" for problem in _problems(run)]
        lines += dict.fromkeys(told)
        return "\n".join(lines)

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot()
    def on_look_due(self) -> None:
        """Read the runs once more."""
        self.waiting.begin()
        self.model.look_again()

    @Slot()
    def on_gathered(self) -> None:
        """Take in what happened, if somebody looks."""
        if self.isVisible():
            self.on_look_due()

    @Slot()
    def on_loaded(self) -> None:
        """Show the runs; the newest is chosen where none is."""
        self.waiting.came()
        if not self.model.rowCount():
            self._say(self.tr("It has not been synced yet. Each sync is a run, and is listed here with what it did."))
            return
        self.empty_box.hide()
        self.splitter.show()
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._show_run(self.model.row_at(self.table.currentIndex()))

    @Slot(QModelIndex, QModelIndex)
    def on_row_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Show the chosen run whole."""
        self._show_run(self.model.row_at(current))

    @Slot()
    def on_log_asked(self) -> None:
        """Ask for the log of the chosen run."""
        if self._run is not None:
            self.log_asked.emit(self._run.run_id)

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _show_run(self, run: Run | None) -> None:
        self._run = run
        self.detail.setVisible(run is not None)
        self.undo.show_run(None if run is None or run.status is RunStatus.RUNNING else run.run_id)
        if run is None:
            return
        self.detail.heading.setText(
            self.tr("Run {number}, {time}: {status}").format(
                number=run.run_id, time=when(run.started_at), status=status_word(run.status).lower()
            )
        )
        problem = next(iter(_problems(run)), None)
        self.help.show_topic(topic_of_error(problem) if problem else None, problem.sentence if problem else "")
        told = [spoken(run.problem.sentence)] if run.problem else []
        tips = [run.problem.detail] if run.problem else []
        for name, outcome in run.endpoints.items():
            told.append(f"{endpoint_label(name)}: {self._outcome_words(outcome)}")
            if outcome.problem and spoken(outcome.problem.sentence) not in told:
                told.append(f"{endpoint_label(name)}: {spoken(outcome.problem.sentence)}")
                tips.append(outcome.problem.detail)
        self.detail.said.setText("\n".join(told) or self.tr("It brought nothing."))
        self.detail.said.setToolTip(plain_tip("\n".join(tips)))

    def _outcome_words(self, outcome: EndpointOutcome) -> str:
        counts = outcome.counts
        read = self.tr("{number} read").format(number=f"{counts.read:,}")
        asked = count(counts.requests, "request")
        return f"{read}, {count_words(counts)}; {asked}."

    def _say(self, sentence: str) -> None:
        self.empty.setText(sentence)
        self.empty_box.show()
        self.splitter.hide()

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.model.loaded.connect(self.on_loaded)
        self.model.failed.connect(self.waiting.failed)
        self.waiting.again_asked.connect(self.on_look_due)
        self.waiting.stop_asked.connect(self.model.stop)
        self.table.selectionModel().currentRowChanged.connect(self.on_row_chosen)
        self.log_button.clicked.connect(self.on_log_asked)
        self._gather.timeout.connect(self.on_gathered)

    def _lay_out(self) -> None:
        self.table.setModel(self.model)
        prepare_table(self.table, _COLUMN_LETTERS)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.verticalHeader().hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.log_button)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.help)
        buttons.addWidget(self.undo, 1)
        self.detail = DetailCard(buttons)
        self.splitter = self.detail.under(self.table)
        self.empty_box = QWidget()
        middle = QVBoxLayout(self.empty_box)
        middle.setSpacing(SPACE_M)
        middle.addStretch(1)
        middle.addWidget(self.empty)
        middle.addStretch(2)
        self.empty_box.hide()
        self.waiting = Waiting(self._session, Shape.TABLE)
        inside = QVBoxLayout(self.waiting.content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.splitter, 1)
        inside.addWidget(self.empty_box, 1)
        self.waiting.fill(self)


def _problems(run: Run) -> list[Problem]:
    found = [run.problem, *(outcome.problem for outcome in run.endpoints.values())]
    return [problem for problem in found if problem is not None]
