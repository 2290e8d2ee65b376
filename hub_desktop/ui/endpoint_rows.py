"""The endpoints in the form: a row for each data type, and rows for any other endpoint."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.schedule_words import interval_text
from hub_desktop.ui.endpoint_details import EndpointDetails
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.form_values import (
    FORM_TYPES,
    PAGING_LABELS,
    EndpointValues,
    detail_settings,
    incomplete_problem,
    with_details,
)
from hub_desktop.ui.interval_box import IntervalBox
from hub_desktop.ui.mapping_dialog import MappingDialog
from hub_desktop.ui.punch_rule import FIRST_RULE, sentence_of_rule
from hub_desktop.ui.sampling import Sampler
from hub_desktop.ui.spoken import spoken, spoken_choices
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, plain_tip

_COLUMN_LETTERS = (15, 0, 16, 22, 25, 14)
"""Widths of tick, path, interval, paging, mapping and details; the path takes what is left."""


class EndpointRow(QWidget):
    """One endpoint: whether it is read, its path, how often, how its pages follow, its field mapping, its details.

    Signals:
        removal_asked(): a person wants the row gone.
        details_asked(): a person wants to see its other settings.
    """

    removal_asked = Signal()
    details_asked = Signal()

    def __init__(
        self,
        values: EndpointValues,
        *,
        own_name: bool = False,
        sampler: Sampler | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values = values
        self._sampler = sampler
        self._mappings: tuple[Mapping[str, Any], ...] = values.mappings
        self._own_name = own_name
        label = spoken(DATA_TYPES[values.data_type].label)
        self.tick = QCheckBox(self.tr("Read") if own_name else label)
        self.path = QLineEdit()
        self._show_path(values.path)
        self.interval = IntervalBox(values.interval)
        self.paging = _choice(spoken_choices(PAGING_LABELS), values.paging)
        self.mapping_button = plain_button("")
        self.details_button = plain_button(self.tr("Details…"))
        self.name = QLineEdit(values.name)
        self.data_type = _choice(
            {name: spoken(DATA_TYPES[name].label) for name in ("custom", *FORM_TYPES)}, values.data_type
        )
        self.key = QLineEdit(values.key)
        self.remove_button = plain_button(self.tr("Remove"))
        self._problem = ProblemLabel()
        self._devices = False
        self.rule = PlainLabel("", "muted", wrap=True)
        self.rule.hide()
        self._lay_out()
        self.tick.setChecked(values.ticked)
        self._name_controls()
        self.tick.toggled.connect(self.on_ticked)
        self.mapping_button.clicked.connect(self.on_mapping_asked)
        self.data_type.currentIndexChanged.connect(self.on_type_chosen)
        self.name.textChanged.connect(self._name_controls)
        self.remove_button.clicked.connect(self.removal_asked)
        self.details_button.clicked.connect(self.details_asked)
        self._settle()

    def values(self) -> EndpointValues:
        """Return the endpoint as typed."""
        return replace(
            self._values,
            name=self.name.text().strip() if self._own_name else self._values.name,
            data_type=str(self.data_type.currentData()) if self._own_name else self._values.data_type,
            ticked=self.tick.isChecked(),
            path=self.path.text().strip(),
            interval=self.interval.interval(),
            paging=str(self.paging.currentData()),
            key=self.key.text().strip() if self._own_name else self._values.key,
            mappings=self._mappings,
        )

    def show_values(self, values: EndpointValues) -> None:
        """Show another endpoint of the same data type in this row."""
        self._values, self._mappings = values, values.mappings
        self._show_path(values.path)
        self.interval.show_interval(values.interval)
        self.paging.setCurrentIndex(max(self.paging.findData(values.paging), 0))
        self.key.setText(values.key)
        # Nobody ticked it, so the keyboard stays where it is.
        self.tick.blockSignals(True)
        self.tick.setChecked(values.ticked)
        self.tick.blockSignals(False)
        self.show_problem("")
        self._settle()

    def show_source(self, devices: bool) -> None:
        """Show what applies to devices that push, or to a server; what becomes of punches is known only for the one."""
        if devices != self._devices:
            self._devices = devices
            for control in (self.path, self.interval, self.paging):
                control.setVisible(not devices)
        rest = dict(self._values.rest)
        if devices and self._values.data_type == "attendance":
            rest.setdefault("punches", dict(FIRST_RULE))
        elif not devices:
            rest.pop("punches", None)
        self._values = replace(self._values, rest=rest)
        self._settle()

    def control_of(self, setting: str) -> QWidget:
        """Return the control of a setting by its JSON name."""
        own = {"name": self.name, "key": self.key, "dataType": self.data_type} if self._own_name else {}
        here = {"path": self.path, "syncInterval": self.interval, "mappings": self.mapping_button, **own}
        return here.get(setting, self.details_button)

    def problem(self) -> str:
        """Return the sentence under the row."""
        return self._problem.text()

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong under the row; the empty string takes it away."""
        self._problem.show_problem(sentence)

    @Slot(bool)
    def on_ticked(self, ticked: bool) -> None:
        """Let the row be filled in, beginning with its path."""
        self._settle()
        if ticked:
            self.path.setFocus()

    @Slot()
    def on_type_chosen(self) -> None:
        """Follow the data type: custom data has a key and no mapping."""
        if not self._values.path:
            chosen = DATA_TYPES[str(self.data_type.currentData())]
            self.interval.show_interval(interval_text(chosen.recommended_interval))
        self._settle()

    @Slot()
    def on_mapping_asked(self) -> None:
        """Open the field mapping."""
        data_type = DATA_TYPES[self.values().data_type]
        name = self.values().name
        dialog = MappingDialog(data_type, self._mappings, self, endpoint=name, sampler=self._sampler)
        dialog.mapped.connect(self.on_mapped)
        dialog.open()

    @Slot(object)
    def on_mapped(self, mappings: tuple[Mapping[str, Any], ...]) -> None:
        """Keep the field mapping until the form is saved."""
        self._mappings = mappings
        self._settle()

    @Slot(object)
    def on_details_changed(self, written: Mapping[str, Any]) -> None:
        """Keep the settings of the details until the form is saved."""
        self._values = with_details(self.values(), written)
        self._mappings = self._values.mappings
        self._show_path(self._values.path)
        self.paging.setCurrentIndex(max(self.paging.findData(self._values.paging), 0))
        self.key.setText(self._values.key)
        self.show_problem("")
        self._settle()

    def show_details(self, others: list[EndpointValues]) -> None:
        """Open the details; for the records of `others` this one can be asked."""
        values = self.values()
        names = [one.name for one in others if one.name]
        not_complete = incomplete_problem(values, others)
        dialog = EndpointDetails(
            self._called(), detail_settings(values), names, self, not_complete=not_complete, devices=self._devices
        )
        dialog.changed.connect(self.on_details_changed)
        dialog.open()
        if self.problem():
            dialog.show_problems()

    def _show_path(self, path: str) -> None:
        """Show a path from its beginning; all of it, where it is longer than the field, on hover."""
        self.path.setText(path)
        self.path.setCursorPosition(0)
        self.path.setToolTip(plain_tip(path))

    def _called(self) -> str:
        if not self._own_name:
            return self.tick.text()
        return self.name.text().strip() or self.tr("new endpoint")

    def _settle(self) -> None:
        ticked = self.tick.isChecked()
        custom = self.values().data_type == "custom"
        for control in (self.path, self.interval, self.paging, self.details_button):
            control.setEnabled(ticked)
        self.mapping_button.setEnabled(ticked and not custom)
        self.mapping_button.setToolTip(
            self.tr("Custom records are kept whole, so there is nothing to map.") if custom else ""
        )
        self.key.setEnabled(custom)
        number = f" ({len(self._mappings)})" if self._mappings else ""
        self.mapping_button.setText(self.tr("Field mapping{number}…").format(number=number))
        self.rule.show_or_hide(sentence_of_rule(self._values.rest.get("punches")) if self._devices and ticked else "")
        self.path.setPlaceholderText("/…" if self._own_name else f"/{self._values.name}")

    @Slot()
    def _name_controls(self) -> None:
        of = self._called()
        for control, what in (
            (self.tick, self.tr("Read {of}")),
            (self.path, self.tr("Path of {of}")),
            (self.interval, self.tr("How often to sync {of}")),
            (self.paging, self.tr("Pages of {of}")),
            (self.mapping_button, self.tr("Field mapping of {of}")),
            (self.details_button, self.tr("Details of {of}")),
            (self.name, self.tr("Name of {of}")),
            (self.data_type, self.tr("Kind of data of {of}")),
            (self.key, self.tr("Key fields of {of}")),
            (self.remove_button, self.tr("Remove {of}")),
        ):
            control.setAccessibleName(what.format(of=of))

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE_XS)
        if self._own_name:
            outer.addLayout(self._identity())
        else:
            for control in (self.name, self.data_type, self.key, self.remove_button):
                control.setParent(self)
                control.hide()
        line = QGridLayout()
        line.setHorizontalSpacing(SPACE_S)
        shown = (self.tick, self.path, self.interval, self.paging, self.mapping_button, self.details_button)
        for column, part in enumerate(shown):
            line.addWidget(part, 0, column)
        set_columns(line, self)
        outer.addLayout(line)
        outer.addWidget(self.rule)
        outer.addWidget(self._problem)

    def _identity(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(SPACE_S)
        self.name.setPlaceholderText(self.tr("Name, such as hostel"))
        self.key.setPlaceholderText(self.tr("Key fields, such as id"))
        for control in (self.name, self.data_type, self.key):
            line.addWidget(control, 1)
        line.addWidget(self.remove_button)
        return line


class EndpointRows(QWidget):
    """All endpoints of an integration; `sampler` fetches real rows for their field mapping."""

    def __init__(self, sampler: Sampler | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sampler = sampler
        self._rows: list[EndpointRow] = []
        self._others: list[EndpointRow] = []
        self._problem = ProblemLabel()
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE_S)
        self._other_list = QVBoxLayout()
        self._other_list.setSpacing(SPACE_L)
        self.add_button = plain_button(self.tr("Add another en&dpoint"))
        self.add_button.clicked.connect(self.on_add_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        self._titles = self._headings()
        layout.addWidget(self._titles)
        layout.addLayout(self._list)
        layout.addWidget(self._problem)
        layout.addLayout(self._other_list)
        below = QHBoxLayout()
        below.addWidget(self.add_button)
        below.addStretch(1)
        layout.addLayout(below)

    def values(self) -> tuple[EndpointValues, ...]:
        """Return every endpoint as typed."""
        return tuple(row.values() for row in (*self._rows, *self._others))

    def show_values(self, endpoints: tuple[EndpointValues, ...]) -> None:
        """Show these endpoints in the place of those before; making rows takes a while, so those of our data stay."""
        for row in self._others:
            row.hide()
            row.deleteLater()
        self._others = []
        for position, values in enumerate(endpoints):
            if position < len(self._rows):
                self._rows[position].show_values(values)
            elif position < len(FORM_TYPES):
                row = EndpointRow(values, sampler=self._sampler)
                row.details_asked.connect(self.on_details_asked)
                self._rows.append(row)
                self._list.addWidget(row)
            else:
                self._add(values)

    def show_source(self, devices: bool) -> None:
        """Show the rows that apply: of devices that push only attendance, the one that is read where there are more."""
        rows = [*self._rows, *self._others]
        for row in rows:
            row.show_source(devices)
        fed = [row for row in rows if row.values().data_type == "attendance"]
        wanted = [row for row in fed if row.tick.isChecked()] or fed[:1]
        for row in rows:
            row.setVisible(not devices or row in wanted)
        for part in (self._titles, self.add_button):
            part.setVisible(not devices)

    def row_of(self, name: str) -> EndpointRow | None:
        """Return the row of the endpoint of this name, the last one where several have it."""
        return next((row for row in (*reversed(self._others), *self._rows) if row.values().name == name), None)

    def problem(self) -> str:
        """Return the sentence about the endpoints as a whole."""
        return self._problem.text()

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong with the endpoints as a whole; the empty string clears every row as well."""
        self._problem.show_problem(sentence)
        if not sentence:
            for row in (*self._rows, *self._others):
                row.show_problem("")

    def first_tick(self) -> QWidget:
        """Return the first box to tick."""
        return self._rows[0].tick if self._rows else self.add_button

    @Slot()
    def on_add_asked(self) -> None:
        """Add an empty row for another endpoint."""
        interval = interval_text(DATA_TYPES["custom"].recommended_interval)
        row = self._add(EndpointValues("", "custom", ticked=True, interval=interval))
        row.name.setFocus()

    @Slot()
    def on_removal_asked(self) -> None:
        """Take the row away that asks for it."""
        row = self.sender()
        if isinstance(row, EndpointRow):
            self._others.remove(row)
            row.hide()
            row.deleteLater()

    @Slot()
    def on_details_asked(self) -> None:
        """Open the details of the row that asks for them."""
        row = self.sender()
        if isinstance(row, EndpointRow):
            self._show_details(row)

    def open_details(self, name: str) -> None:
        """Open the details of the endpoint of this name, where they can be."""
        row = self.row_of(name)
        if row is not None and row.details_button.isEnabled():
            self._show_details(row)

    def _show_details(self, row: EndpointRow) -> None:
        others = [one.values() for one in (*self._rows, *self._others) if one is not row]
        row.show_details([one for one in others if one.ticked or one.path])

    def _add(self, values: EndpointValues) -> EndpointRow:
        row = EndpointRow(values, own_name=True, sampler=self._sampler)
        row.removal_asked.connect(self.on_removal_asked)
        row.details_asked.connect(self.on_details_asked)
        self._others.append(row)
        self._other_list.addWidget(row)
        return row

    def _headings(self) -> QWidget:
        titles = QWidget()
        line = QGridLayout(titles)
        line.setContentsMargins(0, 0, 0, 0)
        line.setHorizontalSpacing(SPACE_S)
        words = (self.tr("Kind of data"), self.tr("Path below the address"), self.tr("Every"), self.tr("Pages"), "", "")
        for column, word in enumerate(words):
            line.addWidget(PlainLabel(word, role="muted"), 0, column)
        set_columns(line, self)
        return titles


def set_columns(line: QGridLayout, of: QWidget) -> None:
    """Give the columns of a row the widths that all rows share, so that they stand below each other."""
    letter = of.fontMetrics().averageCharWidth()
    for column, letters in enumerate(_COLUMN_LETTERS):
        item = line.itemAtPosition(0, column)
        shown = item.widget() if item is not None else None
        if shown is not None and letters:
            shown.setFixedWidth(letters * letter)
    line.setColumnStretch(_COLUMN_LETTERS.index(0), 1)


def _choice(labels: Mapping[str, str], chosen: str) -> ChoiceBox:
    combo = ChoiceBox()
    for value, label in labels.items():
        combo.addItem(label, value)
    combo.setCurrentIndex(max(combo.findData(chosen), 0))
    return combo
