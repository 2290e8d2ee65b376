"""The field mapping of one endpoint: our fields, the upstream's names for them, and what happens on the way."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.core.datatypes import DataType, Field
from hub_desktop.core.transformations import LIBRARY
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.form_values import step_label, written_step
from hub_desktop.ui.style.tokens import DIALOG_WIDTH, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel, plain_button
from hub_desktop.ui.table_manners import prepare_table

_NAME, _SOURCE, _STEPS = range(3)
_STEPS_SHOWN = 3


class MappingDialog(QDialog):
    """Says explicitly where a field comes from; a field left empty is found by its usual names.

    Signals:
        mapped(tuple): the mappings as the JSON writes them, when a person accepts.
    """

    mapped = Signal(object)

    def __init__(
        self, data_type: DataType, mappings: tuple[Mapping[str, Any], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._data_type = data_type
        self._steps: list[list[Any]] = [[] for _ in data_type.fields]
        self.setWindowTitle(self.tr("Field mapping of {kind}").format(kind=data_type.label))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = self._table(mappings)
        self.steps = QListWidget()
        self.steps.setAccessibleName(self.tr("Transformations of the chosen field"))
        self.steps_of = PlainLabel("", role="strong")
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Transformation to add"))
        for name, one in LIBRARY.items():
            self.choice.addItem(one.label, name)
            self.choice.setItemData(self.choice.count() - 1, one.help, Qt.ItemDataRole.ToolTipRole)
        self.parameter = QLineEdit()
        self.parameter.setAccessibleName(self.tr("What the transformation needs"))
        self.add_button = plain_button(self.tr("&Add"))
        self.remove_button = plain_button(self.tr("&Remove"))
        self.hint = PlainLabel("", role="muted")
        self.problem = ProblemLabel()
        self._lay_out()
        self.table.currentCellChanged.connect(self.on_field_chosen)
        self.table.itemChanged.connect(self.on_source_typed)
        self.choice.currentIndexChanged.connect(self.on_transformation_chosen)
        self.add_button.clicked.connect(self.on_add_asked)
        self.remove_button.clicked.connect(self.on_remove_asked)
        self.table.setCurrentCell(0, _SOURCE)
        self.on_transformation_chosen()

    def mappings(self) -> tuple[Mapping[str, Any], ...]:
        """Return the mappings as the JSON writes them."""
        found: list[Mapping[str, Any]] = []
        for row, field in enumerate(self._data_type.fields):
            source = self._source(row)
            if source:
                steps = {"transformations": list(self._steps[row])} if self._steps[row] else {}
                found.append({"from": source, "to": field.name, **steps})
        return tuple(found)

    def accept(self) -> None:
        """Hand over the mappings, unless a field has transformations and no source."""
        for row, field in enumerate(self._data_type.fields):
            if self._steps[row] and not self._source(row):
                self.table.setCurrentCell(row, _SOURCE)
                self.problem.show_problem(
                    self.tr("Name the upstream field that becomes {field}, or remove its transformations.").format(
                        field=field.label
                    )
                )
                return
        self.mapped.emit(self.mappings())
        super().accept()

    @Slot()
    def on_field_chosen(self) -> None:
        """Show the transformations of the chosen field."""
        self._show_steps()

    @Slot(QTableWidgetItem)
    def on_source_typed(self, item: QTableWidgetItem) -> None:
        """Take back what was said about the last try."""
        if item.column() == _SOURCE:
            self.problem.show_problem("")

    @Slot()
    def on_transformation_chosen(self) -> None:
        """Say what the transformation does and what it needs."""
        chosen = LIBRARY[self.choice.currentData()]
        self.hint.setText(chosen.help)
        self.parameter.setEnabled(bool(chosen.takes))
        self.parameter.setPlaceholderText(chosen.takes)
        self.problem.show_problem("")

    @Slot()
    def on_add_asked(self) -> None:
        """Add the transformation to the chosen field."""
        try:
            step = written_step(self.choice.currentData(), self.parameter.text())
        except ValueError as error:
            self.problem.show_problem(str(error))
            self.parameter.setFocus()
            return
        self._steps[self._row()].append(step)
        self.parameter.clear()
        self.problem.show_problem("")
        self._show_steps()

    @Slot()
    def on_remove_asked(self) -> None:
        """Remove the chosen transformation, the last one where none is chosen."""
        steps = self._steps[self._row()]
        if steps:
            steps.pop(self.steps.currentRow())
            self._show_steps()

    def _show_steps(self) -> None:
        row = self._row()
        steps = self._steps[row]
        self.steps_of.setText(self.tr("Transformations of {field}").format(field=self._data_type.fields[row].label))
        self.steps.clear()
        self.steps.addItems([step_label(step) for step in steps])
        self.steps.setCurrentRow(len(steps) - 1)
        self.remove_button.setEnabled(bool(steps))
        shown = self.table.item(row, _STEPS)
        if shown is not None:
            shown.setText(", ".join(step_label(step) for step in steps))

    def _row(self) -> int:
        return max(self.table.currentRow(), 0)

    def _source(self, row: int) -> str:
        item = self.table.item(row, _SOURCE)
        return item.text().strip() if item is not None else ""

    def _table(self, mappings: tuple[Mapping[str, Any], ...]) -> QTableWidget:
        table = QTableWidget(len(self._data_type.fields), 3)
        table.setAccessibleName(self.tr("Fields and where they come from"))
        table.setHorizontalHeaderLabels([self.tr("Our field"), self.tr("Upstream field"), self.tr("Transformations")])
        table.verticalHeader().hide()
        prepare_table(table)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        for column in (_NAME, _SOURCE, _STEPS):
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        known = {str(mapping["to"]): mapping for mapping in mappings}
        for row, field in enumerate(self._data_type.fields):
            mapping = known.get(field.name, {})
            self._steps[row] = list(mapping.get("transformations", []))
            self._fill(table, row, field, str(mapping.get("from", "")))
        return table

    def _fill(self, table: QTableWidget, row: int, field: Field, source: str) -> None:
        required = field.required and not field.may_be_empty
        name = QTableWidgetItem(self.tr("{field} (required)").format(field=field.label) if required else field.label)
        name.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        name.setToolTip(field.help)
        typed = QTableWidgetItem(source)
        typed.setToolTip(
            self.tr("Empty: found under names such as {names}.").format(names=", ".join(field.aliases[:5]))
        )
        steps = QTableWidgetItem(", ".join(step_label(step) for step in self._steps[row]))
        steps.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        for column, item in ((_NAME, name), (_SOURCE, typed), (_STEPS, steps)):
            table.setItem(row, column, item)

    def _lay_out(self) -> None:
        intro = PlainLabel(
            self.tr(
                "Type the upstream's name, or dotted path, only where it differs from the usual ones. Fields left "
                "empty are found by themselves."
            ),
            role="muted",
        )
        intro.setWordWrap(True)
        self.hint.setWordWrap(True)
        self.steps.setFixedHeight(self.steps.fontMetrics().height() * (_STEPS_SHOWN + 1))
        adding = QHBoxLayout()
        adding.setSpacing(SPACE_S)
        adding.addWidget(self.choice)
        adding.addWidget(self.parameter, 1)
        adding.addWidget(self.add_button)
        adding.addWidget(self.remove_button)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("&Use this mapping"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        layout.addWidget(intro)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.steps_of)
        layout.addWidget(self.steps)
        layout.addLayout(adding)
        layout.addWidget(self.hint)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)
        self.resize(DIALOG_WIDTH * 3 // 2, DIALOG_WIDTH + DIALOG_WIDTH // 4)
