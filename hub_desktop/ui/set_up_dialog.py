"""Setting an integration up once it is stored: how often, what a sync would do, and the checklist."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from hub_desktop.core.checklist import Checklist, SetUpStep
from hub_desktop.core.errors import Remedy
from hub_desktop.core.roles import UseCase
from hub_desktop.ui.checklist_page import ChecklistPage
from hub_desktop.ui.dialog_room import room_for
from hub_desktop.ui.dry_run_page import DryRunPage
from hub_desktop.ui.interval_page import IntervalPage
from hub_desktop.ui.remedies import Action
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, primary_button, set_usable
from hub_desktop.ui.tab_order import ReadingOrderDialog

_ACTIONS = {
    SetUpStep.TEST: Action.TEST,
    SetUpStep.SWITCH_ON: Action.ENABLE,
    SetUpStep.FIRST_SYNCS: Action.SHOW_LOG,
    SetUpStep.WEBHOOK: Action.SHOW_WEBHOOK,
}


class SetUpDialog(ReadingOrderDialog):
    """Leads a new integration through all steps; one that is there already begins at its checklist.

    Signals:
        action_asked(int, Action): what to do with the integration of this number.
        mapping_asked(int, str): the field mapping of this endpoint is to be edited.
        told(str, str, str): kind, sentence and detail of something to say once this is closed.
    """

    action_asked = Signal(int, object)
    mapping_asked = Signal(int, str)
    told = Signal(str, str, str)

    def __init__(
        self, session: Session, integration_id: int, name: str, parent: QWidget | None = None, *, new: bool = False
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._integration_id = integration_id
        self._name = name
        self._new = new
        self._switching = False
        self._checklist: Checklist | None = None
        self.setWindowTitle(self.tr("Set up {name}").format(name=name))
        self.intervals = IntervalPage(session, integration_id)
        self.dry_run = DryRunPage(session, integration_id, name)
        self.checklist = ChecklistPage(session, integration_id)
        self._pages = (self.intervals, self.dry_run, self.checklist)
        self.step = PlainLabel(role="muted")
        self.title = PlainLabel(role="title")
        self.stack = QStackedWidget()
        self.back_button = plain_button(self.tr("&Back"))
        self.close_button = plain_button("")
        self.next_button = primary_button("")
        self._lay_out()
        self._connect()
        self.intervals.load()
        self.checklist.load()
        self._show(self.intervals if new else self.checklist)

    def reject(self) -> None:
        """Close; what is stored stays, and the rest can be done later."""
        self.dry_run.stop()
        if self._new and self._checklist is not None and not self._on() and not self._switching:
            said = self.tr("{name} is saved and switched off. Its set-up goes on under More, Set-up checklist.")
            self.told.emit("info", said.format(name=self._name), "")
        super().reject()

    # -- slots -------------------------------------------------------------------------------------------------------

    @Slot()
    def on_changed_elsewhere(self) -> None:
        """Read the checklist anew, for something else may have ticked it."""
        self.checklist.load()

    @Slot()
    def on_next_clicked(self) -> None:
        """Go on to the next step, or end."""
        shown = self._shown()
        if shown is self.intervals:
            self.intervals.save()
        elif shown is self.dry_run:
            self._show(self.checklist)
            self.checklist.load()
        elif self._may_switch_on():
            self._switching = True
            self.action_asked.emit(self._integration_id, Action.FINISH_SET_UP)
            self.accept()
        else:
            self.accept()

    @Slot()
    def on_back_clicked(self) -> None:
        """Go back to the step before."""
        place = self._pages.index(self._shown())
        self.dry_run.stop()
        self._show(self._pages[max(place - 1, 0)])

    @Slot()
    def on_intervals_saved(self) -> None:
        """Go on to the dry run, which looks at once."""
        self._show(self.dry_run)
        if not self.dry_run.looked:
            self.dry_run.begin()

    @Slot()
    def on_dry_run_asked(self) -> None:
        """Look at what a sync would do now."""
        self._show(self.dry_run)
        self.dry_run.begin()

    @Slot()
    def on_records_asked(self) -> None:
        """Show the records that a sync would bring."""
        self.action_asked.emit(self._integration_id, Action.PREVIEW)

    @Slot(object)
    def on_mending_asked(self, remedy: Remedy) -> None:
        """Let a person mend what keeps a sync from working."""
        by_person = self._checklist is not None and self._checklist.by_person
        signs_in = remedy is Remedy.SIGN_IN_AGAIN and by_person
        self.action_asked.emit(self._integration_id, Action.SIGN_IN if signs_in else Action.EDIT)

    @Slot(bool)
    def on_busy_changed(self, busy: bool) -> None:
        """Let nobody go on while something is done."""
        shown = self._shown()
        waits = self.tr("Wait for the dry run, or cancel it.") if shown is self.dry_run else self.tr("Storing…")
        set_usable(self.next_button, waits if busy else "")
        if not busy and shown is self.dry_run:
            self.checklist.load()
            self.next_button.setFocus()

    @Slot(object)
    def on_checklist_loaded(self, found: Checklist) -> None:
        """Let the last button say what is left."""
        self._checklist = found
        self._settle()

    @Slot(object, str)
    def on_step_asked(self, step: SetUpStep, endpoint: str) -> None:
        """Do what a line of the checklist asks for."""
        if step is SetUpStep.INTERVAL:
            self._show(self.intervals)
        elif step is SetUpStep.MAPPING:
            self.mapping_asked.emit(self._integration_id, endpoint)
        elif step is SetUpStep.CREDENTIALS:
            self.on_mending_asked(Remedy.SIGN_IN_AGAIN)
        elif step is SetUpStep.FIRST_SYNCS:
            # It is shown in the window behind this.
            self.accept()
            self.action_asked.emit(self._integration_id, Action.SHOW_LOG)
        else:
            self.action_asked.emit(self._integration_id, _ACTIONS[step])

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _show(self, page: QWidget) -> None:
        self.stack.setCurrentIndex(self._pages.index(page))
        self._settle()
        self.next_button.setFocus()

    def _shown(self) -> QWidget:
        return self._pages[self.stack.currentIndex()]

    def _on(self) -> bool:
        return self._checklist is not None and self._checklist.item(SetUpStep.SWITCH_ON).done

    def _may_switch_on(self) -> bool:
        known = self._checklist is not None
        return known and not self._on() and not self._session.refusal(UseCase.TOGGLE_INTEGRATION)

    def _settle(self) -> None:
        shown = self._shown()
        titles = {
            self.intervals: self.tr("How often it syncs"),
            self.dry_run: self.tr("Dry run"),
            self.checklist: self.tr("Set-up checklist"),
        }
        self.title.setText(titles[shown])
        step = self.tr("Step {number} of {steps}").format(number=self._pages.index(shown) + 1, steps=len(self._pages))
        self.step.show_or_hide(step if self._new else "")
        self.back_button.setVisible(self._new and shown is not self.intervals)
        last = shown is self.checklist
        words = self.tr("&Continue")
        if last:
            words = self.tr("S&witch on and finish") if self._may_switch_on() else self.tr("&Finish")
        self.next_button.setText(words)
        self.next_button.setAccessibleName(words.replace("&", ""))
        # Beside “Finish” it would only say the same again.
        self.close_button.setVisible(not last or self._may_switch_on())
        later = self.tr("Finish &later") if self._new else self.tr("Close")
        self.close_button.setText(later)
        self.close_button.setAccessibleName(later.replace("&", ""))

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.intervals.saved.connect(self.on_intervals_saved)
        self.intervals.busy.connect(self.on_busy_changed)
        self.dry_run.going.connect(self.on_busy_changed)
        self.dry_run.mending_asked.connect(self.on_mending_asked)
        self.dry_run.records_asked.connect(self.on_records_asked)
        self.checklist.loaded.connect(self.on_checklist_loaded)
        self.checklist.asked.connect(self.on_step_asked)
        self.checklist.dry_run_asked.connect(self.on_dry_run_asked)
        self.back_button.clicked.connect(self.on_back_clicked)
        self.close_button.clicked.connect(self.reject)
        self.next_button.clicked.connect(self.on_next_clicked)

    def _lay_out(self) -> None:
        for page in self._pages:
            area = QScrollArea()
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidgetResizable(True)
            page.setProperty("look", "page")
            area.setWidget(page)
            self.stack.addWidget(area)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.step)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        column.addLayout(buttons)
        self.resize(room_for(self, inset=1))
