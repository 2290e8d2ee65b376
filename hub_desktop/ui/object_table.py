"""A list of objects in the JSON as a table, to which a person adds, in which they type, and from which they remove."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from pydantic import BaseModel
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.setting_values import help_of
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import plain_button
from hub_desktop.ui.table_manners import prepare_table


class ObjectColumn(Struct, frozen=True):
    """One field of the objects: its name in the JSON, and what stands above it."""

    name: str
    title: str
    typed: bool = True
    """Whether it is typed into a cell; else the table puts something of its own there."""


class ObjectTable(QWidget):
    """Objects in their order; `model` explains their fields. Each kind of object makes a table of its own of it.

    Signals:
        edited(): a person changed an object.
    """

    edited = Signal()

    def __init__(
        self, name: str, columns: Sequence[ObjectColumn], model: type[BaseModel], *, add: str, remove: str, rows: int
    ) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._rows_shown = rows
        self._showing = False
        self._objects: list[dict[str, Any]] = []
        self.table = QTableWidget(0, len(self._columns))
        self.table.setAccessibleName(name)
        for place, column in enumerate(self._columns):
            heading = QTableWidgetItem(spoken(column.title))
            heading.setToolTip(spoken(help_of(model, column.name)))
            self.table.setHorizontalHeaderItem(place, heading)
        self.table.verticalHeader().hide()
        prepare_table(self.table)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.add_button, self.remove_button = plain_button(add), plain_button(remove)
        self.problem = ProblemLabel()
        self._lay_out()
        self.table.itemChanged.connect(self.on_cell_changed)
        self.add_button.clicked.connect(self.on_add_asked)
        self.remove_button.clicked.connect(self.on_remove_asked)
        self._settle()

    def objects(self) -> list[dict[str, Any]]:
        """Return the objects as the JSON writes them."""
        return [dict(one) for one in self._objects]

    def show_objects(self, objects: Any) -> None:
        """Show the objects of the JSON; what is no list of them shows as none."""
        given: Sequence[Any] = objects if isinstance(objects, list) else []
        self._objects = [dict(one) for one in given if isinstance(one, Mapping)]
        self._showing = True
        self.table.setRowCount(0)
        for one in self._objects:
            self._show_row(one)
        self._showing = False
        self.show_problem("")
        self._settle()

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong with an object; the empty string takes it away."""
        self.problem.show_problem(sentence)

    @Slot(QTableWidgetItem)
    def on_cell_changed(self, item: QTableWidgetItem) -> None:
        """Take over what was typed into a cell."""
        if self._showing:
            return
        name, typed, one = self._columns[item.column()].name, item.text().strip(), self._objects[item.row()]
        value = self.value_of(name, typed)
        if value is None:
            one.pop(name, None)
        else:
            one[name] = value
        self.show_problem("")
        self.edited.emit()

    @Slot()
    def on_add_asked(self) -> None:
        """Add an object, and begin with its first field."""
        self._objects.append(self.new_object())
        self._showing = True
        self._show_row(self._objects[-1])
        self._showing = False
        self._settle()
        self.table.setFocus()
        self.table.setCurrentCell(len(self._objects) - 1, 0)
        self.edited.emit()

    @Slot()
    def on_remove_asked(self) -> None:
        """Remove the chosen object, the last one where none is chosen."""
        row = self.table.currentRow() if self.table.currentRow() >= 0 else len(self._objects) - 1
        del self._objects[row]
        self.table.removeRow(row)
        self._settle()
        self.show_problem("")
        self.edited.emit()

    # -- what each kind of object says of itself -----------------------------------------------------------------------

    def new_object(self) -> dict[str, Any]:
        """Return the object that is added, after those there are."""
        return {}

    def value_of(self, name: str, typed: str) -> Any:
        """Return the value of a field from what was typed; None takes the field away."""
        del name
        return typed or None

    def text_of(self, name: str, value: Any) -> str:
        """Return what the cell of a field shows."""
        del name
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value)

    def widget_of(self, name: str, one: Mapping[str, Any], row: int) -> QWidget:
        """Return what stands in the cell of a field that is not typed."""
        raise NotImplementedError(name)

    # -- how it looks --------------------------------------------------------------------------------------------------

    def _show_row(self, one: Mapping[str, Any]) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for place, column in enumerate(self._columns):
            if column.typed:
                text = self.text_of(column.name, one.get(column.name, ""))
                self.table.setItem(row, place, QTableWidgetItem(text))
            else:
                self.table.setCellWidget(row, place, self.widget_of(column.name, one, row))

    def _settle(self) -> None:
        self.remove_button.setEnabled(bool(self._objects))
        row_height = self.table.verticalHeader().defaultSectionSize()
        rows = min(max(len(self._objects), 1), self._rows_shown)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows * row_height + SPACE_S)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self.table)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
