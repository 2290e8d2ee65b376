"""What a delivery may say, with the endpoint each value stands for."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.tokens import SPACE_S
from hub_desktop.ui.style.widgets import Button, PlainLabel, plain_button, quiet_button


class ValueTable(QWidget):
    """A small table: a value, the endpoint it stands for, and a button that takes the row away.

    Signals:
        edited(): a person changed it.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._endpoints: Sequence[str] = ()
        self._usable = True
        self.rows: list[tuple[QLineEdit, ChoiceBox, Button]] = []
        self.problem = ProblemLabel()
        self.add_button = plain_button(self.tr("Add a &value"))
        self.add_button.clicked.connect(self.on_add_asked)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE_S)
        self._grid.setVerticalSpacing(SPACE_S)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._headings = (PlainLabel(self.tr("It says"), "muted"), PlainLabel(self.tr("and feeds"), "muted"))
        for column, heading in enumerate(self._headings):
            self._grid.addWidget(heading, 0, column)
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_S)
        layout.addWidget(
            PlainLabel(
                self.tr("A value that names an endpoint, or its kind of data, needs no row of its own."),
                "muted",
                wrap=True,
            )
        )
        layout.addLayout(self._grid)
        layout.addLayout(line)
        layout.addWidget(self.problem)
        self._settle()

    def values(self) -> dict[str, str]:
        """Return the endpoint for each value; rows without a value are left out."""
        return {edit.text().strip(): str(box.currentData()) for edit, box, _ in self.rows if edit.text().strip()}

    def twice(self) -> str:
        """Return a value that stands there twice; empty where there is none."""
        typed = [edit.text().strip() for edit, _, _ in self.rows]
        return next((value for value in typed if value and typed.count(value) > 1), "")

    def show_values(self, values: Mapping[str, str], endpoints: Sequence[str]) -> None:
        """Show these values, to choose among these endpoints."""
        self._endpoints = endpoints
        while self.rows:
            self._drop(0)
        for value, endpoint in values.items():
            self._add(value, endpoint)
        self.problem.show_problem("")
        self._settle()

    def set_usable(self, usable: bool) -> None:
        """Let a person change it, or not."""
        self._usable = usable
        self._settle()

    @Slot()
    def on_add_asked(self) -> None:
        """Add an empty row."""
        self._add("", self._endpoints[0] if self._endpoints else "")
        self._settle()
        self.rows[-1][0].setFocus()
        self.edited.emit()

    def _on_remove_asked(self, edit: QLineEdit) -> None:
        place = next(n for n, row in enumerate(self.rows) if row[0] is edit)
        self._drop(place)
        self._settle()
        (self.rows[min(place, len(self.rows) - 1)][0] if self.rows else self.add_button).setFocus()
        self.edited.emit()

    def _add(self, value: str, endpoint: str) -> None:
        edit, box, remove = QLineEdit(value), ChoiceBox(), quiet_button(self.tr("Remove"))
        edit.setPlaceholderText("punch.created")
        for name in self._endpoints:
            box.addItem(name, name)
        if endpoint and box.findData(endpoint) < 0:
            box.addItem(self.tr("{endpoint} (no longer there)").format(endpoint=endpoint), endpoint)
        box.setCurrentIndex(max(box.findData(endpoint), 0))
        edit.textChanged.connect(self.edited)
        box.currentIndexChanged.connect(self.edited)
        remove.clicked.connect(partial(self._on_remove_asked, edit))
        self.rows.append((edit, box, remove))
        place = self._grid.rowCount()
        for column, widget in enumerate((edit, box, remove)):
            self._grid.addWidget(widget, place, column)

    def _drop(self, place: int) -> None:
        for widget in self.rows.pop(place):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _settle(self) -> None:
        for heading in self._headings:
            heading.setVisible(bool(self.rows))
        self.add_button.setEnabled(self._usable and bool(self._endpoints))
        for number, (edit, box, remove) in enumerate(self.rows, start=1):
            edit.setAccessibleName(self.tr("Value {number}").format(number=number))
            box.setAccessibleName(self.tr("Endpoint of value {number}").format(number=number))
            remove.setAccessibleName(self.tr("Remove value {number}").format(number=number))
            for control in (edit, box, remove):
                control.setEnabled(self._usable)
