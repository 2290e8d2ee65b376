"""One hold: what would become of which records, and the two ways to decide."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hub_desktop.core.brakes import HoldCause
from hub_desktop.core.datatypes import DATA_TYPES, DataType
from hub_desktop.core.errors import HubError
from hub_desktop.core.roles import UseCase
from hub_desktop.core.runs import Run
from hub_desktop.hub.decisions import HoldView
from hub_desktop.hub.held_records import HeldPage, HeldView
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import count, spoken
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, danger_button, plain_button, primary_button, set_usable
from hub_desktop.ui.text_table import TextTable
from hub_desktop.ui.waiting import Reading, Waiting
from hub_desktop.ui.words import counted, exact, filled_fields, key_words, value_word, when

_SEARCH_MS = 250
_SHOWN = 1_000
_COLUMN_LETTERS = (18, 30, 26)


class HoldPanel(QWidget):
    """Shows a hold and takes the decision.

    Signals:
        decided(str): it was decided; the sentence says how.
        later_asked(): nothing is to be decided now.
    """

    decided = Signal(str)
    later_asked = Signal()

    def __init__(self, session: Session, view: HoldView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.view = view
        hold = view.hold
        self._removes = hold.cause is not HoldCause.CHANGES
        self.sentence = PlainLabel(spoken(view.sentence), "subtitle", wrap=True)
        self.tally = PlainLabel(role="muted", wrap=True)
        self.search = QLineEdit()
        self.found = PlainLabel("", "muted")
        self.table = TextTable(
            self.tr("Records that wait for a decision"),
            [self.tr("Would"), self.tr("Name"), self.tr("Key"), self._last_heading()],
            _COLUMN_LETTERS,
        )
        self.waiting = Waiting(session, Shape.TABLE, self.table)
        self._reading = Reading(session, self.waiting)
        self.message = ProblemLabel()
        self.keep = primary_button(self._keep_words())
        self.take = danger_button(self._take_words())
        self.later = plain_button(self.tr("Decide &later"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SEARCH_MS)
        self._lay_out()
        self._connect()
        refusal = session.refusal(UseCase.DECIDE_HOLD)
        for button in (self.keep, self.take):
            set_usable(button, refusal)
        self.message.show_note(refusal)
        self.keep.setDefault(True)
        self._load()

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot()
    def on_search_paused(self) -> None:
        """Look for what was typed."""
        self._load()

    @Slot(object)
    def on_loaded(self, asked_and_page: tuple[str, HeldPage]) -> None:
        """Show the records, unless something else was typed meanwhile."""
        asked, page = asked_and_page
        if asked != self.search.text().strip():
            return
        self.table.show_rows([self._row(page.data_type, one) for one in page.rows])
        self.found.setText(self._found_words(page, asked))
        self.tally.setText(self._tally_words(page))
        if not self._removes:
            self.keep.setText(self._keep_words(page.tally.get("change", 0) + page.tally.get("remove", 0)))
            self.keep.setAccessibleName(self.keep.text().replace("&", ""))

    @Slot()
    def on_keep_clicked(self) -> None:
        """Keep the old records."""
        hub, actor, hold = self._session.hub, self._session.actor, self.view.hold
        self._begin(self.tr("Keeping the old records…"))
        self._session.calls.call(
            lambda: hub.decisions.refuse(actor, hold.run_id, hold.hold_id), self.on_kept, self.on_failed, owner=self
        )

    @Slot()
    def on_take_clicked(self) -> None:
        """Do what was held."""
        hub, actor, hold = self._session.hub, self._session.actor, self.view.hold
        self._begin(self.tr("Removing…") if self._removes else self.tr("Taking over the changes…"))
        self._session.calls.call(
            lambda: hub.decisions.accept(actor, hold.run_id, hold.hold_id), self.on_taken, self.on_failed, owner=self
        )

    @Slot(object)
    def on_kept(self, run: Run) -> None:
        """Tell that the old records stay."""
        hold = self.view.hold
        if self._removes:
            said = self.tr("Kept: {records} from {name}. The same removals are not asked about again.")
        else:
            said = self.tr("Kept: the old {kind} from {name}. The next sync asks again if the same changes come.")
        kind = spoken(DATA_TYPES[hold.data_type].label).lower()
        self.decided.emit(said.format(records=counted(hold.data_type, hold.affected), kind=kind, name=run.integration))

    @Slot(object)
    def on_taken(self, run: Run) -> None:
        """Tell what was done, and how it can be taken back."""
        hold = self.view.hold
        if self._removes:
            said = self.tr("Removed: {records} from {name}. In Activity, at this run, it can be undone.")
        else:
            said = self.tr("Taken over: {changes} from {name}. In Activity, at this run, it can be undone.")
        self.decided.emit(
            said.format(
                records=counted(hold.data_type, hold.affected),
                changes=count(hold.affected, "change"),
                name=run.integration,
            )
        )

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say why it was not decided; it can be tried again."""
        for button in (self.keep, self.take):
            button.setEnabled(True)
        self.message.show_problem(error.sentence)

    # -- words -------------------------------------------------------------------------------------------------------

    def _begin(self, sentence: str) -> None:
        for button in (self.keep, self.take):
            button.setEnabled(False)
        self.message.show_note(sentence)

    def _load(self) -> None:
        hub, actor, number = self._session.hub, self._session.actor, self.view.hold.hold_id
        text = self.search.text().strip()
        self._reading.drop()
        self.waiting.forget()
        self._reading.ask(lambda: (text, hub.decisions.held(actor, number, text, _SHOWN)), self.on_loaded)

    def _keep_words(self, number: int | None = None) -> str:
        kept = self.view.hold.affected if number is None else number
        return self.tr("&Keep the old {number}").format(number=f"{kept:,}")

    def _take_words(self) -> str:
        hold = self.view.hold
        if self._removes:
            return self.tr("&Remove {records}").format(records=counted(hold.data_type, hold.affected))
        return self.tr("&Take over {changes}").format(changes=count(hold.affected, "change"))

    def _last_heading(self) -> str:
        return self.tr("As it is now") if self._removes else self.tr("What would change")

    def _advice(self) -> str:
        name = self.view.integration
        if self._removes:
            said = self.tr(
                "{name} sent the whole list without them. Remove them if they really left; keep them if something "
                "went wrong at {name}."
            )
        else:
            said = self.tr(
                "Take the changes over if they are meant; keep the old values if something went wrong at {name}."
            )
        return said.format(name=name)

    def _found_words(self, page: HeldPage, asked: str) -> str:
        if asked and not page.found:
            return self.tr("No record holds these words.")
        if page.found > len(page.rows):
            first = self.tr("The first {shown} of {found}.")
            return first.format(shown=f"{len(page.rows):,}", found=count(page.found, "record"))
        return count(page.found, "record")

    def _tally_words(self, page: HeldPage) -> str:
        words = (
            ("change", self.tr("{number} would change")),
            ("add", self.tr("{number} would be new")),
            ("remove", self.tr("{number} would be removed")),
        )
        parts = [said.format(number=f"{page.tally[what]:,}") for what, said in words if page.tally.get(what)]
        kept = self.tr("{known} known until now").format(known=counted(page.data_type.name, self.view.hold.known))
        made = self.tr("held {time}").format(time=when(self.view.hold.made_at))
        return ", ".join([*parts, kept, made])

    def _row(self, data_type: DataType, one: HeldView) -> tuple[str, ...]:
        would = {
            "remove": self.tr("disappear"),
            "change": self.tr("change"),
            "add": self.tr("be new"),
        }.get(one.operation, one.operation)
        return would, one.name, key_words(one.key), differences(data_type, one)

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.on_search_paused)
        self.keep.clicked.connect(self.on_keep_clicked)
        self.take.clicked.connect(self.on_take_clicked)
        self.later.clicked.connect(self.later_asked)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Search these records"))
        self.search.setAccessibleName(self.tr("Search these records"))
        self.search.setClearButtonEnabled(True)
        self.tally.setToolTip(exact(self.view.hold.made_at))
        looking = QHBoxLayout()
        looking.setSpacing(SPACE_M)
        looking.addWidget(self.search, 1)
        looking.addWidget(self.found)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.later)
        buttons.addStretch(1)
        buttons.addWidget(self.take)
        buttons.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_M)
        column.addWidget(self.sentence)
        column.addWidget(PlainLabel(self._advice(), wrap=True))
        column.addWidget(self.tally)
        column.addLayout(looking)
        column.addWidget(self.waiting, 1)
        column.addWidget(self.message)
        column.addLayout(buttons)


def differences(data_type: DataType, one: HeldView) -> str:
    """Return what would change in a record, field by field, or what is in it where all of it comes or goes."""
    if one.before is not None and one.after is not None:
        pairs = zip(data_type.fields, one.before, one.after, strict=True)
        return "; ".join(
            f"{spoken(field.label)}: {value_word(old)} → {value_word(new)}" for field, old, new in pairs if old != new
        )
    whole = one.before or one.after
    return filled_fields(data_type, whole) if whole is not None else ""
