"""The error rules of an endpoint as a table: when, and what it means."""

from collections.abc import Mapping, Sequence
from typing import Any

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

from hub_desktop.core.endpoint import ErrorRule
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.setting_values import help_of
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import plain_button
from hub_desktop.ui.table_manners import prepare_table

_STATUS, _PATH, _TEXT, _THEN, _SAY = range(5)
_NAMES = {_STATUS: "status", _PATH: "path", _TEXT: "text", _SAY: "say"}
_ROWS_SHOWN = 4


class ErrorRuleTable(QWidget):
    """Rules in order, the first that fits is followed; each has conditions and what then happens.

    Signals:
        edited(): a person changed a rule.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self._rules: list[dict[str, Any]] = []
        self.table = QTableWidget(0, 5)
        self.table.setAccessibleName(self.tr("What errors mean"))
        titles = (self.tr("Status"), self.tr("Holds"), self.tr("Words"), self.tr("Then"), self.tr("Say to people"))
        for column, title in enumerate(titles):
            heading = QTableWidgetItem(title)
            heading.setToolTip(help_of(ErrorRule, _NAMES.get(column, "then")))
            self.table.setHorizontalHeaderItem(column, heading)
        self.table.verticalHeader().hide()
        prepare_table(self.table)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.add_button = plain_button(self.tr("Add a rule"))
        self.remove_button = plain_button(self.tr("Remove the rule"))
        self.problem = ProblemLabel()
        self._lay_out()
        self.table.itemChanged.connect(self.on_cell_changed)
        self.add_button.clicked.connect(self.on_add_asked)
        self.remove_button.clicked.connect(self.on_remove_asked)
        self._settle()

    def rules(self) -> list[dict[str, Any]]:
        """Return the rules as the JSON writes them."""
        return [dict(rule) for rule in self._rules]

    def show_rules(self, rules: Any) -> None:
        """Show the rules of the JSON; what is no list of rules shows as none."""
        self._showing = True
        given: Sequence[Any] = rules if isinstance(rules, list) else []
        self._rules = [dict(rule) for rule in given if isinstance(rule, Mapping)]
        self.table.setRowCount(0)
        for rule in self._rules:
            self._show_row(rule)
        self._showing = False
        self.problem.show_problem("")
        self._settle()

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong with a rule; the empty string takes it away."""
        self.problem.show_problem(sentence)

    @Slot(QTableWidgetItem)
    def on_cell_changed(self, item: QTableWidgetItem) -> None:
        """Take over what was typed into a cell."""
        if self._showing:
            return
        name, typed = _NAMES[item.column()], item.text().strip()
        rule = self._rules[item.row()]
        if not typed:
            rule.pop(name, None)
        else:
            rule[name] = [_number(part) for part in typed.split(",")] if name == "status" else typed
        self.show_problem("")
        self.edited.emit()

    @Slot()
    def on_then_chosen(self) -> None:
        """Take over what a rule does."""
        for row, rule in enumerate(self._rules):
            if self.table.cellWidget(row, _THEN) is self.sender():
                rule["then"] = self._then(row).currentData()
                self.edited.emit()

    @Slot()
    def on_add_asked(self) -> None:
        """Add a rule and begin with its status."""
        self._rules.append({"then": "fail"})
        self._showing = True
        self._show_row(self._rules[-1])
        self._showing = False
        self._settle()
        self.table.setFocus()
        self.table.setCurrentCell(len(self._rules) - 1, _STATUS)
        self.edited.emit()

    @Slot()
    def on_remove_asked(self) -> None:
        """Remove the chosen rule, the last one where none is chosen."""
        row = self.table.currentRow() if self.table.currentRow() >= 0 else len(self._rules) - 1
        del self._rules[row]
        self.table.removeRow(row)
        self._settle()
        self.show_problem("")
        self.edited.emit()

    def _show_row(self, rule: Mapping[str, Any]) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, name in _NAMES.items():
            value = rule.get(name, "")
            text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            self.table.setItem(row, column, QTableWidgetItem(text))
        then = ChoiceBox()
        for value, label in self._meanings().items():
            then.addItem(label, value)
        then.setCurrentIndex(max(then.findData(rule.get("then")), 0))
        then.setAccessibleName(self.tr("What rule {number} does").format(number=row + 1))
        then.currentIndexChanged.connect(self.on_then_chosen)
        self.table.setCellWidget(row, _THEN, then)

    def _then(self, row: int) -> ChoiceBox:
        found = self.table.cellWidget(row, _THEN)
        if not isinstance(found, ChoiceBox):
            raise TypeError(found)
        return found

    def _settle(self) -> None:
        self.remove_button.setEnabled(bool(self._rules))
        row_height = self.table.verticalHeader().defaultSectionSize()
        rows = min(max(len(self._rules), 1), _ROWS_SHOWN)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows * row_height + SPACE_S)

    def _meanings(self) -> dict[str, str]:
        return {
            "fail": self.tr("Stop with an error"),
            "retry": self.tr("Try again"),
            "ignore": self.tr("Nothing to read here"),
            "sign-in": self.tr("Sign-in refused"),
            "rate-limited": self.tr("Too many requests"),
        }

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


def _number(text: str) -> Any:
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() else text
