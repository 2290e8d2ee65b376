"""Looking at a sync before it is made: what it would add, change, remove and refuse."""

import threading
from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QProgressBar, QVBoxLayout, QWidget

from hub_desktop.core.brakes import HoldCause
from hub_desktop.core.datatypes import DATA_TYPES, DataType
from hub_desktop.core.errors import ErrorKind, HubError
from hub_desktop.core.events import Event, RunProgress
from hub_desktop.core.roles import UseCase
from hub_desktop.core.runs import Counts, EndpointOutcome, RunStatus
from hub_desktop.hub.syncs import Preview
from hub_desktop.store.holds import Hold
from hub_desktop.store.previewing import Examples
from hub_desktop.ui.dialog_room import room_for
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.preview_tables import PreviewTables
from hub_desktop.ui.remedies import Action
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, spoken
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
        self._cancel = threading.Event()
        self._looking = False
        self._looked = False
        self._preview: Preview | None = None
        self._types: dict[str, DataType] = {}
        self._read: dict[str, RunProgress] = {}
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
        self.endpoints.currentRowChanged.connect(self.on_endpoint_chosen)
        self.close_button.clicked.connect(self.on_close_clicked)
        self.again_button.clicked.connect(self.on_again_asked)
        self.sync_button.clicked.connect(self.on_sync_clicked)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look when the dialog is first seen."""
        super().showEvent(event)
        if not self._looked and not self._looking:
            self.on_again_asked()

    def reject(self) -> None:
        """Stop looking, if that still goes on, and close."""
        self._cancel.set()
        super().reject()

    @Slot()
    def on_close_clicked(self) -> None:
        """Stop looking, or close once that has ended."""
        if self._looking:
            self._cancel.set()
            self.close_button.setEnabled(False)
            self.sentence.setText(self.tr("Cancelling…"))
        else:
            self.reject()

    @Slot()
    def on_again_asked(self) -> None:
        """Look at what a sync would do now."""
        hub, actor, number = self._session.hub, self._session.actor, self._integration_id
        cancel = self._cancel = threading.Event()
        self._looking, self._preview, self._read = True, None, {}
        self.sentence.setText(self.tr("Looking at what {name} would bring…").format(name=self._name))
        self.bar.setRange(0, 0)
        self._settle()

        def look(tell: Callable[[Event], None]) -> tuple[Preview, dict[str, DataType]]:
            config = hub.integrations.get(actor, number).config
            types = {name: DATA_TYPES[config.data_type_of(name)] for name in config.endpoints}
            return hub.syncs.preview(actor, number, cancel=cancel, tell=tell), types

        self._session.calls.call_telling(look, self.on_told, self.on_looked, self.on_failed, owner=self, cancel=cancel)

    @Slot(object)
    def on_told(self, event: Event) -> None:
        """Show how far it is."""
        if not isinstance(event, RunProgress) or not self._looking or self._cancel.is_set():
            return
        self._read[event.endpoint] = event
        done = sum(one.counts.read for one in self._read.values())
        totals = [one.total for one in self._read.values()]
        known = sum(total for total in totals if total is not None) if None not in totals else 0
        said = self.tr("Looking at what {name} would bring: {done} records read")
        if known:
            said = self.tr("Looking at what {name} would bring: {done} of {total} records read")
            self.bar.setRange(0, max(known, 1))
            self.bar.setValue(min(done, known))
        self.sentence.setText(said.format(name=self._name, done=f"{done:,}", total=f"{known:,}"))

    @Slot(object)
    def on_looked(self, found: tuple[Preview, dict[str, DataType]]) -> None:
        """Show what was seen; what would be held is said first."""
        self._looking, self._looked = False, True
        preview, self._types = found
        self._preview = preview
        run = preview.run
        problems = [outcome.problem for outcome in run.endpoints.values() if outcome.problem is not None]
        problems = problems or ([run.problem] if run.problem is not None else [])
        # False comes before True: what would be held is said first.
        problems.sort(key=lambda problem: problem.kind is not ErrorKind.HELD)
        held = any(problem.kind is ErrorKind.HELD for problem in problems)
        self.sentence.setText(self._summary(run.status, held, run.total))
        cancelled = run.status is RunStatus.CANCELLED
        said = "" if cancelled else "\n".join(dict.fromkeys(spoken(one.sentence) for one in problems))
        only_held = all(problem.kind is ErrorKind.HELD for problem in problems)
        (self.held.show_warning if only_held else self.held.show_problem)(said)
        self.endpoints.clear()
        for name, outcome in run.endpoints.items():
            self.endpoints.addItem(self._line(name, outcome, self._examples(name)))
        self._settle()
        self.endpoints.setCurrentRow(self._first())
        (self.sync_button if self.sync_button.isEnabled() else self.close_button).setFocus()

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why nothing could be looked at."""
        self._looking, self._looked = False, True
        cancelled = error.kind is ErrorKind.CANCELLED
        self.sentence.setText(self._summary(RunStatus.CANCELLED if cancelled else RunStatus.FAILED, False, Counts()))
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

    # -- words -------------------------------------------------------------------------------------------------------

    def _summary(self, status: RunStatus, held: bool, total: Counts) -> str:
        if status is RunStatus.CANCELLED:
            return self.tr("The preview was cancelled.")
        if held:
            return self.tr("A sync now would be held for your decision.")
        if status is RunStatus.FAILED:
            return self.tr("A sync now would fail.")
        if status is RunStatus.PARTIAL:
            return self.tr("A sync now would bring only a part.")
        if not (total.added or total.changed or total.removed or total.quarantined):
            return self.tr("A sync now would change nothing: everything is up to date.")
        return self.tr("A sync now would do this:")

    def _line(self, name: str, outcome: EndpointOutcome, examples: Examples) -> str:
        counts, hold = outcome.counts, examples.hold
        kind = DATA_TYPES.get(name)
        line = self.tr("{name}: would add {added}, change {changed}, remove {removed}, refuse {refused}")
        if hold is not None and hold.cause is HoldCause.CHANGES:
            line = self.tr("{name}: {held} would wait for your decision, {refused} would be refused")
        elif hold is not None:
            line = self.tr(
                "{name}: {held} would wait for your decision; would add {added}, change {changed}, refuse {refused}"
            )
        said = line.format(
            name=spoken(kind.label) if kind is not None else name,
            held="" if hold is None else self._held_words(hold),
            added=f"{counts.added:,}",
            changed=f"{counts.changed:,}",
            removed=f"{counts.removed:,}",
            refused=f"{counts.quarantined:,}",
        )
        if outcome.problem is not None and hold is None:
            said += self.tr("; stops with an error")
        elif counts.unchanged:
            said += self.tr("; {number} stay as they are").format(number=f"{counts.unchanged:,}")
        return said

    def _held_words(self, hold: Hold) -> str:
        if hold.cause is HoldCause.CHANGES:
            return count(hold.affected, "change")
        return count(hold.affected, "removal")

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
        self.bar.setVisible(self._looking)
        if self._looking:
            self.held.show_problem("")
        self.endpoints.setVisible(shown)
        self.tables.setVisible(shown)
        self._filler.setVisible(not shown)
        self.nothing.setVisible(not self._looking)
        self.close_button.setEnabled(True)
        self.close_button.setText(self.tr("Cancel") if self._looking else self.tr("Close"))
        self.close_button.setAccessibleName(self.close_button.text())
        self.again_button.setVisible(not self._looking)
        self.sync_button.setVisible(not self._looking)
        set_usable(self.sync_button, self._session.refusal(UseCase.SYNC))
        lines = min(max(self.endpoints.count(), 1), _MOST_LINES)
        height = self.endpoints.sizeHintForRow(0) if self.endpoints.count() else self.fontMetrics().height()
        self.endpoints.setFixedHeight(lines * (height + SPACE_XS) + SPACE_S)
        if self._looking:
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
