"""The set-up checklist: what is done of it is ticked by itself, and what is not has its button."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hub_desktop.core.checklist import Checklist, SetUpItem, SetUpStep
from hub_desktop.core.roles import UseCase
from hub_desktop.core.status import Light
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from hub_desktop.ui.style.widgets import Button, Card, IconLabel, PlainLabel, clear, plain_button, set_usable
from hub_desktop.ui.waiting import Reading, Waiting

_USE_CASES = {
    SetUpStep.CREDENTIALS: UseCase.EDIT_INTEGRATION,
    SetUpStep.TEST: UseCase.TEST,
    SetUpStep.MAPPING: UseCase.EDIT_INTEGRATION,
    SetUpStep.INTERVAL: UseCase.EDIT_INTEGRATION,
    SetUpStep.SWITCH_ON: UseCase.TOGGLE_INTEGRATION,
    SetUpStep.FIRST_SYNCS: UseCase.VIEW_LOG,
    SetUpStep.WEBHOOK: UseCase.VIEW_WEBHOOK,
}


class ChecklistPage(QWidget):
    """Reads the checklist anew whenever it is loaded.

    Signals:
        loaded(Checklist): it was read.
        asked(SetUpStep, str): what is to be done, and at which endpoint.
        dry_run_asked(): a dry run is to show what records come.
    """

    loaded = Signal(object)
    asked = Signal(object, str)
    dry_run_asked = Signal()

    def __init__(self, session: Session, integration_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.waiting = Waiting(session, Shape.LIST)
        self._reading = Reading(session, self.waiting)
        self._integration_id = integration_id
        self.checklist: Checklist | None = None
        self.buttons: dict[SetUpStep, Button] = {}
        self.dry_run_button: Button | None = None
        self.sentence = PlainLabel(role="subtitle", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE_M)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        inside.addLayout(self._lines)
        self.waiting.fill(self)
        column = QVBoxLayout(self.waiting.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        for part in (self.sentence, card):
            column.addWidget(part)
        column.addStretch(1)

    @Slot()
    def load(self) -> None:
        """Read how it stands now."""
        hub, actor, number = self._session.hub, self._session.actor, self._integration_id
        self._reading.ask(lambda: hub.set_ups.checklist(actor, number), self.on_loaded)

    @Slot(object)
    def on_loaded(self, found: Checklist) -> None:
        """Show it; the keyboard stays where it was, as far as that is still there."""
        if found == self.checklist:
            self.loaded.emit(found)
            return
        focused = next((step for step, button in self.buttons.items() if button.hasFocus()), None)
        self.checklist = found
        clear(self._lines)
        self.buttons, self.dry_run_button = {}, None
        for item in found.items:
            self._lines.addWidget(self._line(item, found))
        left = len(found.open)
        self.sentence.setText(
            self.tr("{name} is set up.").format(name=found.name)
            if not left
            else self.tr("{things} left to do for {name}.").format(things=count(left, "thing"), name=found.name)
        )
        if focused is not None and self.buttons:
            self.buttons.get(focused, next(iter(self.buttons.values()))).setFocus()
        self.loaded.emit(found)

    @Slot()
    def on_button_clicked(self) -> None:
        """Ask for what the button of a line says."""
        for step, button in self.buttons.items():
            if button is self.sender() and self.checklist is not None:
                self.asked.emit(step, self.checklist.item(step).endpoint)
                return

    def _line(self, item: SetUpItem, found: Checklist) -> QWidget:
        line = QWidget()
        title = self._title(item, found)
        mark = IconLabel("check-circle" if item.done else "circle-dashed", self._colour(item))
        state = self.tr("done") if item.done else self.tr("still to do")
        mark.setAccessibleName(self.tr("{title}: {state}").format(title=title, state=state))
        words = QVBoxLayout()
        words.setSpacing(SPACE_XS)
        words.addWidget(PlainLabel(title, "strong", wrap=True))
        words.addWidget(PlainLabel(spoken(item.said), "muted", wrap=True))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        if item.step is SetUpStep.MAPPING and not item.done:
            self.dry_run_button = plain_button(self.tr("Dry run"))
            set_usable(self.dry_run_button, self._session.refusal(UseCase.PREVIEW))
            self.dry_run_button.clicked.connect(self.dry_run_asked)
            buttons.addWidget(self.dry_run_button)
        words_of_button = self._button_words(item, found)
        if words_of_button:
            button = self.buttons[item.step] = plain_button(words_of_button)
            set_usable(button, self._session.refusal(self._use_case(item, found)))
            button.clicked.connect(self.on_button_clicked)
            buttons.addWidget(button)
        row.addLayout(buttons)
        return line

    def _use_case(self, item: SetUpItem, found: Checklist) -> UseCase:
        signs_in = item.step is SetUpStep.CREDENTIALS and found.by_person
        return UseCase.CONNECT if signs_in else _USE_CASES[item.step]

    def _colour(self, item: SetUpItem) -> str:
        return str((Light.ACTIVE if item.done else Light.NEVER_RUN).value)

    def _title(self, item: SetUpItem, found: Checklist) -> str:
        signed_in = self.tr("Signed in") if found.by_person else self.tr("Key or password given")
        return {
            SetUpStep.CREDENTIALS: signed_in,
            SetUpStep.TEST: self.tr("Connection tested"),
            SetUpStep.MAPPING: self.tr("Field mapping complete"),
            SetUpStep.INTERVAL: self.tr("Sync interval set"),
            SetUpStep.SWITCH_ON: self.tr("Switched on"),
            SetUpStep.FIRST_SYNCS: self.tr("First syncs watched"),
            SetUpStep.WEBHOOK: self.tr("Webhook set up (optional)"),
        }[item.step]

    def _button_words(self, item: SetUpItem, found: Checklist) -> str:
        """Return what the button of a line says; what is done has none, but for the interval, which may be changed."""
        if item.step is SetUpStep.INTERVAL:
            return "" if found.by_devices else self.tr("Change…")
        if item.done:
            return ""
        return {
            SetUpStep.CREDENTIALS: self.tr("Sign in…") if found.by_person else self.tr("Enter it…"),
            SetUpStep.TEST: self.tr("Test connection…"),
            SetUpStep.MAPPING: self.tr("Map the fields…"),
            SetUpStep.SWITCH_ON: self.tr("Switch on"),
            SetUpStep.FIRST_SYNCS: self.tr("See the activity"),
            SetUpStep.WEBHOOK: self.tr("Set it up…"),
        }[item.step]
