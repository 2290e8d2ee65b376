"""Filter chips: each a condition on a field, with a row of controls to add one."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from hub_desktop.core.datatypes import Field
from hub_desktop.core.filters import LAST_CHANGED, Filter, How
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import SPACE_S
from hub_desktop.ui.style.widgets import Button, PlainLabel, plain_button, primary_button, quiet_button

_WITHOUT_VALUE = {How.EMPTY, How.FILLED}


class FilterBar(QWidget):
    """Shows the conditions that hold, each a button that takes it away, and makes new ones.

    Signals:
        changed(): a condition was added or taken away.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters: list[Filter] = []
        self._since_days: int | None = None
        self._since: datetime | None = None
        self._labels: dict[str, str] = {}
        self._how_words = {
            How.EQUALS: self.tr("is"),
            How.CONTAINS: self.tr("contains"),
            How.EMPTY: self.tr("is empty"),
            How.FILLED: self.tr("is not empty"),
        }
        self._spans = {
            1: self.tr("in the last day"),
            7: self.tr("in the last 7 days"),
            30: self.tr("in the last 30 days"),
        }
        self.add_button = quiet_button(self.tr("&Add filter"))
        self.field, self.how, self.span = QComboBox(), QComboBox(), QComboBox()
        self.value = QLineEdit()
        self.apply_button, self.cancel_button = primary_button(self.tr("Appl&y")), plain_button(self.tr("Cancel"))
        self._make_controls()
        self._lay_out()
        self._connect()

    @property
    def filters(self) -> tuple[Filter, ...]:
        """The conditions on fields."""
        return tuple(self._filters)

    @property
    def changed_since(self) -> datetime | None:
        """From when on the records must have changed, None where that does not matter."""
        return self._since

    @property
    def any(self) -> bool:
        """Whether there is any condition."""
        return bool(self._filters) or self._since_days is not None

    def show_fields(self, fields: Sequence[Field]) -> None:
        """Offer the fields of another kind of data; the conditions on the one before go."""
        self._labels = {field.name: spoken(field.label) for field in fields}
        self._filters.clear()
        self._since_days = self._since = None
        self.field.clear()
        for field in fields:
            self.field.addItem(spoken(field.label), field.name)
        self.field.addItem(self.tr("Last changed"), LAST_CHANGED)
        self._editor.hide()
        self._show_chips()

    def add(self, one: Filter) -> None:
        """Add a condition, without a word to anybody."""
        if one not in self._filters:
            self._filters.append(one)
            self._show_chips()

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot()
    def on_add_asked(self) -> None:
        """Show the controls for a new condition."""
        self._editor.show()
        self.on_field_chosen()
        self.field.setFocus()

    @Slot()
    def on_field_chosen(self) -> None:
        """Offer what can be said of the field."""
        of_time = self.field.currentData() == LAST_CHANGED
        self.how.setVisible(not of_time)
        self.span.setVisible(of_time)
        self.value.setVisible(not of_time and How(self.how.currentData()) not in _WITHOUT_VALUE)
        self._settle()

    @Slot()
    def on_applied(self) -> None:
        """Let the new condition hold."""
        if not self.apply_button.isEnabled():
            return
        if self.field.currentData() == LAST_CHANGED:
            self._since_days = int(self.span.currentData())
            self._since = datetime.now(UTC) - timedelta(days=self._since_days)
        else:
            how = How(self.how.currentData())
            value = "" if how in _WITHOUT_VALUE else self.value.text().strip()
            self.add(Filter(str(self.field.currentData()), how, value))
        self.value.clear()
        self._editor.hide()
        self._show_chips()
        self.add_button.setFocus()
        self.changed.emit()

    @Slot()
    def on_cancelled(self) -> None:
        """Put the controls away."""
        self._editor.hide()
        self.add_button.setFocus()

    @Slot()
    def on_chip_clicked(self) -> None:
        """Take a condition away."""
        one = self.sender().property("condition")
        if one is None:
            self._since_days = self._since = None
        else:
            self._filters = [kept for kept in self._filters if kept != one]
        self._show_chips()
        self.changed.emit()

    # -- how it stands ---------------------------------------------------------------------------------------------

    def _settle(self) -> None:
        self.apply_button.setEnabled(not self.value.isVisibleTo(self._editor) or bool(self.value.text().strip()))

    def _show_chips(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.add_button:
                widget.hide()
                widget.deleteLater()
        for one in self._filters:
            words = f"{self._labels.get(one.field, one.field)} {self._how_words[one.how]}"
            self._chips.addWidget(self._chip(f"{words} “{one.value}”" if one.value else words, one))
        if self._since_days is not None:
            self._chips.addWidget(
                self._chip(self.tr("Changed {span}").format(span=self._spans[self._since_days]), None)
            )
        self._chips.addWidget(self.add_button)
        self._chips.addStretch()

    def _chip(self, words: str, one: Filter | None) -> Button:
        chip = plain_button(f"{words.replace('&', '&&')}  ×")
        chip.setProperty("condition", one)
        chip.setAccessibleName(self.tr("Remove the filter: {words}").format(words=words))
        chip.clicked.connect(self.on_chip_clicked)
        return chip

    def _make_controls(self) -> None:
        for how, words in self._how_words.items():
            self.how.addItem(words, str(how))
        for days, words in self._spans.items():
            self.span.addItem(words, days)
        self.field.setAccessibleName(self.tr("Field to filter by"))
        self.how.setAccessibleName(self.tr("How to compare"))
        self.span.setAccessibleName(self.tr("Since when it changed"))
        self.value.setAccessibleName(self.tr("Value to compare with"))
        self.value.setPlaceholderText(self.tr("Value"))

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.on_add_asked)
        self.field.currentIndexChanged.connect(self.on_field_chosen)
        self.how.currentIndexChanged.connect(self.on_field_chosen)
        self.value.textChanged.connect(self._settle)
        self.value.returnPressed.connect(self.on_applied)
        self.apply_button.clicked.connect(self.on_applied)
        self.cancel_button.clicked.connect(self.on_cancelled)

    def _lay_out(self) -> None:
        inside = QWidget()
        self._chips = QHBoxLayout(inside)
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._chips.setSpacing(SPACE_S)
        self._chips.addWidget(self.add_button)
        self._chips.addStretch()
        # Many conditions must not make the window wider than the screen.
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFixedHeight(self.add_button.sizeHint().height() + SPACE_S)
        inside.setProperty("look", "page")
        self._editor = QWidget()
        row = QHBoxLayout(self._editor)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(PlainLabel(self.tr("Only where")))
        for control in (self.field, self.how, self.span):
            row.addWidget(control)
        row.addWidget(self.value, 1)
        row.addWidget(self.apply_button)
        row.addWidget(self.cancel_button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(scroll)
        column.addWidget(self._editor)
        self._editor.hide()
