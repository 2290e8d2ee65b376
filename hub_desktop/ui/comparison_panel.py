"""Sources compared: the fields on which they disagree, and the records that only one of two has."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.validation import Values
from hub_desktop.hub.explorer import Conflict
from hub_desktop.store.comparison import Reconciliation
from hub_desktop.ui.record_model import shown
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel
from hub_desktop.ui.text_table import TextTable
from hub_desktop.ui.waiting import Reading, Waiting

_MOST = 1_000
_CONFLICT_LETTERS = (18, 14, 50, 14)


class ConflictPanel(QWidget):
    """Lists the fields for which sources have different values.

    Signals:
        record_chosen(object): the Conflict of a row a person chose.
    """

    record_chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: list[Conflict] = []
        self._data_type = ""
        self.table = TextTable(
            self.tr("Fields on which sources disagree"),
            (self.tr("Record"), self.tr("Field"), self.tr("What they say; the first counts"), ""),
            _CONFLICT_LETTERS,
        )
        self.line = PlainLabel("", "muted", wrap=True)
        self.waiting = Waiting(session, Shape.TABLE)
        self._reading = Reading(session, self.waiting)
        self.waiting.fill(self)
        column = QVBoxLayout(self.waiting.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(self.line)
        column.addWidget(self.table, 1)
        self.table.selectionModel().currentRowChanged.connect(self.on_row_chosen)

    def load(self, data_type: str) -> None:
        """Fetch the conflicts of a kind of data."""
        hub, actor = self._session.hub, self._session.actor
        if data_type != self._data_type:
            self.table.show_rows([])
            self.line.setText("")
            self._reading.drop()
            self.waiting.forget()
        self._data_type = data_type
        self._reading.ask(
            lambda: (data_type, hub.explorer.conflicts(actor, data_type, limit=_MOST)),
            self.on_loaded,
        )

    @Slot(object)
    def on_loaded(self, answer: tuple[str, list[Conflict]]) -> None:
        """Show them."""
        data_type, found = answer
        if data_type != self._data_type:
            return
        self._found = found
        kind = DATA_TYPES[data_type]
        self.table.show_rows(
            [
                (
                    key_words(one.key),
                    spoken(kind.field_named(one.field).label),
                    "  ·  ".join(f"{source}: {shown(value)}" for source, value in one.values),
                    self.tr("corrected by hand") if one.corrected else "",
                )
                for one in found
            ]
        )
        records = len({(one.college_id, one.key) for one in found})
        if not found:
            self.line.setText(self.tr("The sources agree on all {kind}.").format(kind=spoken(kind.label).lower()))
        else:
            more = "+" if records >= _MOST else ""
            self.line.setText(
                self.tr("{values} of {records} differ. Choose one to see and correct it.").format(
                    values=f"{len(found):,}{more} " + (self.tr("value") if len(found) == 1 else self.tr("values")),
                    records=f"{records:,}{more} " + (self.tr("record") if records == 1 else self.tr("records")),
                )
            )

    @Slot(QModelIndex, QModelIndex)
    def on_row_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Tell which record a person chose."""
        if current.isValid():
            self.record_chosen.emit(self._found[current.row()])


class ComparisonPanel(QWidget):
    """Two sources side by side: what only the one has, what only the other has, and where they differ."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._data_type = ""
        self._compared: tuple[str, str | None, str | None] | None = None
        self.first, self.second = QComboBox(), QComboBox()
        self.first.setAccessibleName(self.tr("The one source"))
        self.second.setAccessibleName(self.tr("The other source"))
        self.line = PlainLabel("", wrap=True)
        self.waiting = Waiting(session, Shape.TABLE)
        self._reading = Reading(session, self.waiting)
        names = (
            self.tr("Only in the one source"),
            self.tr("Only in the other source"),
            self.tr("In both, with different values"),
        )
        self.lists = tuple(TextTable(name, ("",)) for name in names)
        self.titles = tuple(PlainLabel("", "strong", wrap=True) for _ in self.lists)
        self._lay_out()
        self.first.currentIndexChanged.connect(self.on_chosen)
        self.second.currentIndexChanged.connect(self.on_chosen)

    def show_sources(self, names: dict[str, str]) -> None:
        """Offer these sources (number → name), keeping the choice; without one, the first two."""
        for place, box in enumerate((self.first, self.second)):
            chosen = box.currentData()
            box.blockSignals(True)
            box.clear()
            for number, name in names.items():
                box.addItem(name, number)
            known = box.findData(chosen)
            box.setCurrentIndex(known if known >= 0 else min(place, box.count() - 1))
            box.blockSignals(False)

    def load(self, data_type: str) -> None:
        """Compare the chosen sources by a kind of data."""
        one, two = self.first.currentData(), self.second.currentData()
        if (data_type, one, two) != self._compared:
            self._reading.drop()
            self.waiting.forget()
        self._data_type, self._compared = data_type, (data_type, one, two)
        if one is None or two is None or one == two:
            self.waiting.came()
            self._clear(self.tr("Choose two different sources to compare."))
            return
        hub, actor = self._session.hub, self._session.actor
        self._reading.ask(
            lambda: (data_type, one, two, hub.explorer.reconcile(actor, data_type, one, two, _MOST)),
            self.on_loaded,
        )

    @Slot()
    def on_chosen(self) -> None:
        """Compare other sources."""
        if self._data_type:
            self.load(self._data_type)

    @Slot(object)
    def on_loaded(self, answer: tuple[str, str, str, Reconciliation]) -> None:
        """Show what was found."""
        data_type, one, two, found = answer
        if (data_type, one, two) != (self._data_type, self.first.currentData(), self.second.currentData()):
            return
        kind, names = DATA_TYPES[data_type], (self.first.currentText(), self.second.currentText())
        self.line.setText(
            self.tr("{kind}: {one} {first}, {two} {second}; {both} in both.").format(
                kind=spoken(kind.label),
                one=names[0],
                first=f"{found.first_total:,}",
                two=names[1],
                second=f"{found.second_total:,}",
                both=f"{found.both:,}",
            )
        )
        only = self.tr("{number} only in {source}")
        self._show(0, only.format(number=f"{found.only_first_total:,}", source=names[0]), found.only_first)
        self._show(1, only.format(number=f"{found.only_second_total:,}", source=names[1]), found.only_second)
        more = "+" if len(found.differing) >= _MOST else ""
        differ = self.tr("{number} in both, with different values")
        self._show(2, differ.format(number=f"{len(found.differing):,}{more}"), found.differing)

    def _clear(self, sentence: str) -> None:
        self.line.setText(sentence)
        for place in range(len(self.lists)):
            self._show(place, "", [])

    def _show(self, place: int, title: str, keys: list[Values]) -> None:
        self.titles[place].setText(title)
        self.lists[place].show_rows([(key_words(key),) for key in keys])

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(SPACE_S)
        choice.addWidget(self.first)
        choice.addWidget(PlainLabel(self.tr("and")))
        choice.addWidget(self.second)
        choice.addStretch()
        lists = QHBoxLayout()
        lists.setSpacing(SPACE_M)
        for title, table in zip(self.titles, self.lists, strict=True):
            table.horizontalHeader().hide()
            side = QVBoxLayout()
            side.setSpacing(SPACE_S)
            side.addWidget(title)
            side.addWidget(table, 1)
            lists.addLayout(side, 1)
        below = QVBoxLayout(self.waiting.content)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(SPACE_S)
        below.addWidget(self.line)
        below.addLayout(lists, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addLayout(choice)
        column.addWidget(self.waiting, 1)


def key_words(key: Values) -> str:
    """Return a key as tables show it; parts that are empty, or hidden, are left out."""
    return " · ".join(shown(part) for part in key if part not in {None, ""})
