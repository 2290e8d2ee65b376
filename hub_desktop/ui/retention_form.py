"""How long each kind of data is kept: the rules, and a form for one more, counted before it is set."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import HubError
from hub_desktop.core.keeping import LONGEST_DAYS, SHORTEST_DAYS, AgeOf, date_field
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.privacy import RetentionView
from hub_desktop.ui.college_calls import CollegeCalls
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.question import Question
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, danger_button, plain_button, set_usable
from hub_desktop.ui.waiting import Reading, Waiting

_YEAR = 365


class _Days(QSpinBox):
    """A number that the wheel leaves alone, for it stands in something that scrolls."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the settings scroll."""
        event.ignore()


class RetentionForm(QWidget):
    """The rules of a college."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._of_college = CollegeCalls(session, self)
        self._asked: tuple[str, int, str] | None = None
        self.waiting = Waiting(session, Shape.FORM)
        self._reading = Reading(session, self.waiting)
        self.rules = PlainLabel("", wrap=True)
        self.rules.hide()
        self.kind, self.age, self.days = ChoiceBox(), ChoiceBox(), _Days()
        self.set_button, self.end_button = plain_button(self.tr("Set r&ule…")), plain_button(self.tr("R&emove rule"))
        self.message = ProblemLabel()
        self._lay_out()
        refusal = session.refusal(UseCase.SET_RETENTION)
        for control in (self.kind, self.age, self.days, self.set_button, self.end_button):
            set_usable(control, refusal)
        self.message.show_note(refusal)
        self.kind.currentIndexChanged.connect(self.on_kind_chosen)
        self.set_button.clicked.connect(self.on_set_asked)
        self.end_button.clicked.connect(self.on_end_asked)
        self.on_kind_chosen()

    def load(self, college: int | None) -> None:
        """Read the rules of a college."""
        if college != self._of_college.college:
            self.rules.show_or_hide("")
            self._asked = None
            self._reading.drop()
            self.waiting.forget()
        self._of_college.college = college
        if self._session.refusal(UseCase.SET_RETENTION):
            # There is nothing that this person would see.
            self.waiting.came()
            return
        hub, actor = self._session.hub, self._session.actor
        self._reading.ask(lambda: hub.privacy.retentions(actor, college), self.on_loaded)

    @Slot(object)
    def on_loaded(self, found: list[RetentionView]) -> None:
        """Show the rules."""
        lines = [
            self.tr("{kind}: {days} days, {age}; {number} past that now").format(
                kind=spoken(DATA_TYPES[one.data_type].label),
                days=f"{one.rule.days:,}",
                age=self.age.itemText(max(self.age.findData(str(one.rule.age_of)), 0)),
                number=f"{one.expired:,}",
            )
            if one.rule.age_of is not AgeOf.DATE
            else self.tr("{kind}: {days} days after its date; {number} past that now").format(
                kind=spoken(DATA_TYPES[one.data_type].label), days=f"{one.rule.days:,}", number=f"{one.expired:,}"
            )
            for one in found
        ]
        self.rules.show_or_hide("\n".join(lines) or self.tr("Everything is kept as long as its system has it."))

    @Slot()
    def on_kind_chosen(self) -> None:
        """Offer the date of the record only where it has one."""
        self.age.clear()
        self.age.addItem(self.tr("after its last change"), str(AgeOf.LAST_CHANGED))
        if date_field(DATA_TYPES[str(self.kind.currentData())]) is not None:
            self.age.addItem(self.tr("after its date"), str(AgeOf.DATE))
            self.age.setCurrentIndex(1)

    @Slot()
    def on_set_asked(self) -> None:
        """Count what the rule would remove, before anything is set."""
        hub, actor = self._session.hub, self._session.actor
        kind, days, age = str(self.kind.currentData()), self.days.value(), str(self.age.currentData())
        self._asked = (kind, days, age)
        self.message.show_problem("")
        self._of_college.call(
            lambda college: hub.privacy.would_expire(actor, kind, days, age, college), self.on_counted, self.on_failed
        )

    @Slot(object)
    def on_counted(self, number: int) -> None:
        """Ask where the rule would remove something; set it at once where not."""
        if self._asked is None:
            return
        kind, days, _ = self._asked
        if not number:
            self.on_confirmed()
            return
        question = Question(
            self.tr("Set rule"),
            [
                self.tr("{records} would be removed within a day.").format(records=count(number, "record")),
                self.tr("{kind} are then kept for {days} days. What was removed cannot be brought back.").format(
                    kind=spoken(DATA_TYPES[kind].label), days=f"{days:,}"
                ),
            ],
            danger_button(self.tr("Remove {records}").format(records=count(number, "record"))),
            self.tr("Cancel"),
            default_yes=False,
            parent=self,
        )
        question.accepted.connect(self.on_confirmed)
        question.open()

    @Slot()
    def on_confirmed(self) -> None:
        """Set the rule."""
        if self._asked is None:
            return
        hub, actor = self._session.hub, self._session.actor
        kind, days, age = self._asked

        def keep(college: int | None) -> list[RetentionView]:
            hub.privacy.set_retention(actor, kind, days, age, college)
            return hub.privacy.retentions(actor, college)

        self._of_college.call(keep, self.on_loaded, self.on_failed)

    @Slot()
    def on_end_asked(self) -> None:
        """Keep the chosen kind as long as its system has it."""
        hub, actor, kind = self._session.hub, self._session.actor, str(self.kind.currentData())

        def end(college: int | None) -> list[RetentionView]:
            hub.privacy.set_retention(actor, kind, None, college_id=college)
            return hub.privacy.retentions(actor, college)

        self._of_college.call(end, self.on_loaded, self.on_failed)

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why the rules are what they were."""
        self.message.show_problem(error.sentence)

    def _lay_out(self) -> None:
        for data_type in DATA_TYPES.values():
            self.kind.addItem(spoken(data_type.label), data_type.name)
        self.kind.setAccessibleName(self.tr("Kind of data"))
        self.age.setAccessibleName(self.tr("From when the age counts"))
        self.days.setAccessibleName(self.tr("Days to keep"))
        self.days.setRange(SHORTEST_DAYS, LONGEST_DAYS)
        self.days.setValue(_YEAR)
        self.days.setSuffix(self.tr(" days"))
        self.days.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        rule, buttons = QHBoxLayout(), QHBoxLayout()
        for row, controls in (
            (rule, (PlainLabel(self.tr("Keep")), self.kind, self.days, self.age)),
            (buttons, (self.set_button, self.end_button)),
        ):
            row.setSpacing(SPACE_S)
            for control in controls:
                row.addWidget(control)
            row.addStretch()
        self.waiting.fill(self)
        column = QVBoxLayout(self.waiting.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(self.rules)
        column.addLayout(rule)
        column.addLayout(buttons)
        column.addWidget(
            PlainLabel(
                self.tr(
                    "What is older is removed once a day, with its history. A record that its system still sends, and "
                    "that has no date of its own, comes back with the next sync."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.message)
