"""The step of the set-up at which a person sees what the first sync would do, before anything is written."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from hub_desktop.core.datatypes import DataType
from hub_desktop.core.errors import ErrorKind, HubError, Remedy
from hub_desktop.core.roles import UseCase
from hub_desktop.core.runs import Counts, RunStatus
from hub_desktop.hub.syncs import Preview
from hub_desktop.store.previewing import Examples
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.look import Look, show_progress
from hub_desktop.ui.preview_words import endpoint_line, problems_of_look, summary
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import Card, PlainLabel, clear, plain_button, set_usable

_MENDED = frozenset({Remedy.EDIT, Remedy.SIGN_IN_AGAIN})


class DryRunPage(QWidget):
    """Looks at what a sync would do; its numbers first, then those of each endpoint.

    Signals:
        going(bool): it looks, or no longer.
        records_asked(): the records themselves are to be seen.
        mending_asked(Remedy): what keeps a sync from working is to be mended.
    """

    going = Signal(bool)
    records_asked = Signal()
    mending_asked = Signal(object)

    def __init__(self, session: Session, integration_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = Look(session, integration_id, name, self)
        self.looked = False
        """Whether it has looked, however that went."""
        self.sentence = PlainLabel(role="subtitle", wrap=True)
        self.problem = ProblemLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setProperty("look", "thin")
        self.bar.setAccessibleName(self.tr("Progress of the dry run"))
        self.cancel_button = plain_button(self.tr("Cancel the &dry run"))
        self.again_button = plain_button(self.tr("Look &again"))
        self._remedy = Remedy.NONE
        self.mend_button = plain_button("")
        self.records_button = plain_button(self.tr("See the &records…"))
        self.lines = QVBoxLayout()
        self.lines.setSpacing(SPACE_S)
        self._lay_out()
        self._look.progressed.connect(self.on_progressed)
        self._look.looked.connect(self.on_looked)
        self._look.failed.connect(self.on_failed)
        self.cancel_button.clicked.connect(self.on_cancel_clicked)
        self.again_button.clicked.connect(self.begin)
        self.mend_button.clicked.connect(self.on_mend_clicked)
        self.records_button.clicked.connect(self.records_asked)

    @Slot()
    def begin(self) -> None:
        """Look at what a sync would do now, if this person may."""
        refusal = self._session.refusal(UseCase.PREVIEW)
        if refusal:
            self.looked = True
            self.sentence.setText(refusal)
            self._settle()
            set_usable(self.again_button, refusal)
            return
        if not self._look.going:
            self._look.begin()
            self._settle()
            self.going.emit(True)

    def stop(self) -> None:
        """Stop looking, if it goes on."""
        self._look.cancel()

    @Slot()
    def on_cancel_clicked(self) -> None:
        """Stop looking, and say that it is about to end."""
        self._look.cancel()
        set_usable(self.cancel_button, self.tr("It is being cancelled already."))
        self.sentence.setText(self.tr("Cancelling…"))

    @Slot()
    def on_mend_clicked(self) -> None:
        """Ask for what mends it."""
        self.mending_asked.emit(self._remedy)

    @Slot(str, int, int)
    def on_progressed(self, sentence: str, done: int, total: int) -> None:
        """Show how far it is."""
        self.sentence.setText(sentence)
        show_progress(self.bar, done, total)

    @Slot(object, object)
    def on_looked(self, preview: Preview, _types: dict[str, DataType]) -> None:
        """Show the numbers."""
        run = preview.run
        problems = problems_of_look(run)
        held = any(problem.kind is ErrorKind.HELD for problem in problems)
        said = summary(run.status, held=held, total=run.total)
        total = run.total
        if run.status is RunStatus.SUCCEEDED and total.added + total.changed + total.removed:
            said = self.tr("A sync now would add {added}, change {changed} and remove {removed}.").format(
                added=f"{total.added:,}", changed=f"{total.changed:,}", removed=f"{total.removed:,}"
            )
        self.sentence.setText(said)
        cancelled = run.status is RunStatus.CANCELLED
        self.problem.show_problem(
            "" if cancelled else "\n".join(dict.fromkeys(spoken(one.sentence) for one in problems))
        )
        self._remedy = next((one.remedy for one in problems if one.remedy in _MENDED), Remedy.NONE)
        for name, outcome in run.endpoints.items():
            line = endpoint_line(name, outcome, preview.examples.get(name, Examples()))
            self.lines.addWidget(PlainLabel(line, wrap=True))
        self._end()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why nothing could be looked at."""
        cancelled = error.kind is ErrorKind.CANCELLED
        status = RunStatus.CANCELLED if cancelled else RunStatus.FAILED
        self.sentence.setText(summary(status, held=False, total=Counts()))
        self.problem.show_problem("" if cancelled else error.sentence)
        self._remedy = error.remedy if error.remedy in _MENDED else Remedy.NONE
        self._end()

    def _end(self) -> None:
        self.looked = True
        self._settle()
        self.going.emit(False)

    def _settle(self) -> None:
        going = self._look.going
        if going:
            self.problem.show_problem("")
            clear(self.lines)
            self._remedy = Remedy.NONE
        set_usable(self.cancel_button, "")
        self.bar.setVisible(going)
        self.cancel_button.setVisible(going)
        self.again_button.setVisible(not going)
        words = self.tr("Sign in again…") if self._remedy is Remedy.SIGN_IN_AGAIN else self.tr("Edit the settings…")
        self.mend_button.setText(words)
        self.mend_button.setAccessibleName(words)
        self.mend_button.setVisible(self._remedy is not Remedy.NONE)
        set_usable(self.mend_button, self._session.refusal(UseCase.EDIT_INTEGRATION))
        self.records_button.setVisible(not going and self.lines.count() > 0)
        self.card.setVisible(self.lines.count() > 0)
        self.note.setVisible(not going)

    def _lay_out(self) -> None:
        self.note = PlainLabel(self.tr("Nothing was written."), "muted")
        self.card = Card()
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        inside.addLayout(self.lines)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        for button in (self.cancel_button, self.mend_button, self.again_button, self.records_button):
            buttons.addWidget(button)
        buttons.addWidget(self.note)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        for part in (self.sentence, self.problem, self.bar, self.card):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addStretch(1)
        self._settle()
