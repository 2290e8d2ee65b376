"""Looking at a sync before it is made: what it would add, change, remove and refuse."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QProgressBar, QVBoxLayout, QWidget

from hub_desktop.core.datatypes import DataType
from hub_desktop.core.errors import ErrorKind, HubError
from hub_desktop.core.roles import UseCase
from hub_desktop.core.runs import Counts, RunStatus
from hub_desktop.hub.syncs import Preview
from hub_desktop.store.previewing import Examples
from hub_desktop.ui.dialog_room import room_for
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.look import Look, show_progress
from hub_desktop.ui.preview_tables import PreviewTables
from hub_desktop.ui.preview_words import endpoint_line, problems_of_look, summary
from hub_desktop.ui.remedies import Action
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, primary_button, set_usable
from hub_desktop.ui.tab_order import ReadingOrderDialog

_MOST_LINES = 4


class PreviewDialog(ReadingOrderDialog):
    """Looks as soon as it is shown, tells how far it is, and writes nothing.

    Signals:
        action_asked(int, Action): the integration is to be synced now.
    """

    action_asked = Signal(int, object)

    def __init__(self, session: Session, integration_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._integration_id = integration_id
        self._name = name
        self._look = Look(session, integration_id, name, self)
        self._looked = False
        self._preview: Preview | None = None
        self._types: dict[str, DataType] = {}
        self.setWindowTitle(self.tr("Preview of {name}").format(name=name))
        self.sentence = PlainLabel(role="subtitle", wrap=True)
        self.held = ProblemLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setProperty("look", "thin")
        self.bar.setAccessibleName(self.tr("Progress of the preview"))
        self.endpoints = QListWidget()
        self.endpoints.setAccessibleName(self.tr("What a sync would do, by endpoint"))
        self.endpoints.setSpacing(SPACE_XS // 2)
        self.endpoints.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tables = PreviewTables()
        self.nothing = PlainLabel(self.tr("Nothing was written."), "muted")
        self.close_button = plain_button(self.tr("Cancel"))
        self.again_button = plain_button(self.tr("Look &again"))
        self.sync_button = primary_button(self.tr("&Sync now"), "sync")
        self._lay_out()
        self._look.progressed.connect(self.on_progressed)
        self._look.looked.connect(self.on_looked)
        self._look.failed.connect(self.on_failed)
        self.endpoints.currentRowChanged.connect(self.on_endpoint_chosen)
        self.close_button.clicked.connect(self.on_close_clicked)
        self.again_button.clicked.connect(self.on_again_asked)
        self.sync_button.clicked.connect(self.on_sync_clicked)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look when the dialog is first seen."""
        super().showEvent(event)
        if not self._looked and not self._look.going:
            self.on_again_asked()

    def reject(self) -> None:
        """Stop looking, if that still goes on, and close."""
        self._look.cancel()
        super().reject()

    @Slot()
    def on_close_clicked(self) -> None:
        """Stop looking, or close once that has ended."""
        if self._look.going:
            self._look.cancel()
            self.close_button.setEnabled(False)
            self.sentence.setText(self.tr("Cancelling…"))
        else:
            self.reject()

    @Slot()
    def on_again_asked(self) -> None:
        """Look at what a sync would do now."""
        self._preview = None
        self._look.begin()
        self._settle()

    @Slot(str, int, int)
    def on_progressed(self, sentence: str, done: int, total: int) -> None:
        """Show how far it is."""
        self.sentence.setText(sentence)
        show_progress(self.bar, done, total)

    @Slot(object, object)
    def on_looked(self, preview: Preview, types: dict[str, DataType]) -> None:
        """Show what was seen; what would be held is said first."""
        self._looked = True
        self._preview, self._types = preview, types
        run = preview.run
        problems = problems_of_look(run)
        held = any(problem.kind is ErrorKind.HELD for problem in problems)
        self.sentence.setText(summary(run.status, held=held, total=run.total))
        cancelled = run.status is RunStatus.CANCELLED
        said = "" if cancelled else "\n".join(dict.fromkeys(spoken(one.sentence) for one in problems))
        only_held = all(problem.kind is ErrorKind.HELD for problem in problems)
        (self.held.show_warning if only_held else self.held.show_problem)(said)
        self.endpoints.clear()
        for name, outcome in run.endpoints.items():
            self.endpoints.addItem(endpoint_line(name, outcome, self._examples(name)))
        self._settle()
        self.endpoints.setCurrentRow(self._first())
        (self.sync_button if self.sync_button.isEnabled() else self.close_button).setFocus()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why nothing could be looked at."""
        self._looked = True
        cancelled = error.kind is ErrorKind.CANCELLED
        self.sentence.setText(
            summary(RunStatus.CANCELLED if cancelled else RunStatus.FAILED, held=False, total=Counts())
        )
        self.held.show_problem("" if cancelled else error.sentence)
        self._settle()

    @Slot(int)
    def on_endpoint_chosen(self, place: int) -> None:
        """Show the examples of an endpoint."""
        if self._preview is None or place < 0:
            return
        name = list(self._preview.run.endpoints)[place]
        counts = self._preview.run.endpoints[name].counts
        self.tables.show_examples(self._types[name], counts, self._examples(name))

    @Slot()
    def on_sync_clicked(self) -> None:
        """Close, and sync."""
        self.action_asked.emit(self._integration_id, Action.SYNC)
        self.accept()

    # -- what stands there ---------------------------------------------------------------------------------------

    def _first(self) -> int:
        """Return the endpoint a person will want to see first: what would be held, then what would do something."""
        names = list(self._preview.run.endpoints) if self._preview is not None else []
        examples = [(place, self._examples(name)) for place, name in enumerate(names)]
        held = [place for place, one in examples if one.hold is not None]
        doing = [place for place, one in examples if one.added or one.changed or one.removed or one.refused]
        return next(iter([*held, *doing]), 0)

    def _examples(self, name: str) -> Examples:
        found = self._preview.examples if self._preview is not None else {}
        return found.get(name, Examples())

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _settle(self) -> None:
        shown = self._preview is not None and bool(self._preview.run.endpoints)
        self.bar.setVisible(self._look.going)
        if self._look.going:
            self.held.show_problem("")
        self.endpoints.setVisible(shown)
        self.tables.setVisible(shown)
        self._filler.setVisible(not shown)
        self.nothing.setVisible(not self._look.going)
        self.close_button.setEnabled(True)
        self.close_button.setText(self.tr("Cancel") if self._look.going else self.tr("Close"))
        self.close_button.setAccessibleName(self.close_button.text())
        self.again_button.setVisible(not self._look.going)
        self.sync_button.setVisible(not self._look.going)
        set_usable(self.sync_button, self._session.refusal(UseCase.SYNC))
        lines = min(max(self.endpoints.count(), 1), _MOST_LINES)
        height = self.endpoints.sizeHintForRow(0) if self.endpoints.count() else self.fontMetrics().height()
        self.endpoints.setFixedHeight(lines * (height + SPACE_XS) + SPACE_S)
        if self._look.going:
            self.close_button.setFocus()

    def _lay_out(self) -> None:
        self._filler = QWidget()
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.nothing, 1)
        buttons.addStretch(0)
        for button in (self.again_button, self.close_button, self.sync_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        for part in (self.sentence, self.held, self.bar, self.endpoints):
            column.addWidget(part)
        column.addWidget(self.tables, 1)
        column.addWidget(self._filler, 1)
        column.addLayout(buttons)
        self.resize(room_for(self, inset=1))
