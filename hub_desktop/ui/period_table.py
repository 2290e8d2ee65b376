"""The periods of a day as a table: when each is held, from when on it is late, on which days."""

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

from hub_desktop.core.attendance_rules import WEEKDAYS, Period
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.setting_values import help_of
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import plain_button
from hub_desktop.ui.table_manners import prepare_table

_NAMES = ("name", "start", "end", "lateAfter", "subject", "days")
_DAYS = _NAMES.index("days")
_ROWS_SHOWN = 6
_SHORTEST_DAY = 2


class PeriodTable(QWidget):
    """Periods in the order in which they are typed.

    Signals:
        edited(): a person changed a period.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self._periods: list[dict[str, Any]] = []
        self.table = QTableWidget(0, len(_NAMES))
        self.table.setAccessibleName(self.tr("Periods"))
        titles = (
            self.tr("Period"),
            self.tr("From"),
            self.tr("Until"),
            self.tr("Late after"),
            self.tr("Subject"),
            self.tr("Days"),
        )
        for column, title in enumerate(titles):
            heading = QTableWidgetItem(title)
            heading.setToolTip(help_of(Period, _NAMES[column]))
            self.table.setHorizontalHeaderItem(column, heading)
        self.table.verticalHeader().hide()
        prepare_table(self.table)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.add_button = plain_button(self.tr("Add a period"))
        self.remove_button = plain_button(self.tr("Remove the period"))
        self.problem = ProblemLabel()
        self._lay_out()
        self.table.itemChanged.connect(self.on_cell_changed)
        self.add_button.clicked.connect(self.on_add_asked)
        self.remove_button.clicked.connect(self.on_remove_asked)
        self._settle()

    def periods(self) -> list[dict[str, Any]]:
        """Return the periods as the JSON writes them."""
        return [dict(period) for period in self._periods]

    def show_periods(self, periods: Any) -> None:
        """Show the periods of the JSON; what is no list of them shows as none."""
        self._showing = True
        given: Sequence[Any] = periods if isinstance(periods, list) else []
        self._periods = [dict(period) for period in given if isinstance(period, Mapping)]
        self.table.setRowCount(0)
        for period in self._periods:
            self._show_row(period)
        self._showing = False
        self.problem.show_problem("")
        self._settle()

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong with a period; the empty string takes it away."""
        self.problem.show_problem(sentence)

    @Slot(QTableWidgetItem)
    def on_cell_changed(self, item: QTableWidgetItem) -> None:
        """Take over what was typed into a cell."""
        if self._showing:
            return
        name, typed = _NAMES[item.column()], item.text().strip()
        period = self._periods[item.row()]
        if typed:
            period[name] = _weekdays(typed) if name == "days" else typed
        elif name in {"name", "start", "end"}:
            period[name] = ""
        else:
            period.pop(name, None)
        self.show_problem("")
        self.edited.emit()

    @Slot()
    def on_add_asked(self) -> None:
        """Add a period that begins when the last one ends."""
        last = self._periods[-1] if self._periods else {"end": "09:00"}
        start = str(last.get("end", ""))
        self._periods.append({"name": str(len(self._periods) + 1), "start": start, "end": _later(start)})
        self._showing = True
        self._show_row(self._periods[-1])
        self._showing = False
        self._settle()
        self.table.setFocus()
        self.table.setCurrentCell(len(self._periods) - 1, 0)
        self.edited.emit()

    @Slot()
    def on_remove_asked(self) -> None:
        """Remove the chosen period, the last one where none is chosen."""
        row = self.table.currentRow() if self.table.currentRow() >= 0 else len(self._periods) - 1
        del self._periods[row]
        self.table.removeRow(row)
        self._settle()
        self.show_problem("")
        self.edited.emit()

    def _show_row(self, period: Mapping[str, Any]) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, name in enumerate(_NAMES):
            value = period.get(name, "")
            text = ", ".join(str(day)[:3].capitalize() for day in value) if column == _DAYS and value else str(value)
            self.table.setItem(row, column, QTableWidgetItem(text))

    def _settle(self) -> None:
        self.remove_button.setEnabled(bool(self._periods))
        row_height = self.table.verticalHeader().defaultSectionSize()
        rows = min(max(len(self._periods), 1), _ROWS_SHOWN)
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


def _weekdays(typed: str) -> list[str]:
    """Return the days of the week that are typed, in full; a word that names none stays, to be told."""
    words = [word.strip().lower() for word in typed.replace(";", ",").split(",") if word.strip()]
    return [
        next((day for day in WEEKDAYS if len(word) >= _SHORTEST_DAY and day.startswith(word)), word) for word in words
    ]


def _later(start: str) -> str:
    """Return the end of a period of 50 minutes, or the empty string where it would not be on the same day."""
    hours, _, minutes = start.partition(":")
    if not (hours.isdecimal() and minutes.isdecimal()):
        return ""
    end = int(hours) * 60 + int(minutes) + 50
    return f"{end // 60:02}:{end % 60:02}" if end < 24 * 60 else ""
