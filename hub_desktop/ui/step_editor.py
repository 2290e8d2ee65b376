"""The transformations of one field: in order, each told what it needs, with what it does and an example."""

import json
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from hub_desktop.core.transformations import LIBRARY, Example, Transformation, parse_step
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.mapping_draft import Steps, checked_step, step_label
from hub_desktop.ui.setting_fields import SettingField
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.step_fields import fields_of, typed_parameters, written_of
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.tokens import SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, set_usable

_SHOWN = 4


class StepEditor(QWidget):
    """Shows and changes the transformations of the field that is chosen elsewhere.

    Signals:
        changed(tuple): the transformations as the JSON writes them, after a person changed them.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Steps = ()
        self._fields: list[SettingField] = []
        self.title = PlainLabel("", role="strong")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Transformations of the chosen field"))
        self.list.setFixedHeight(self.list.fontMetrics().height() * (_SHOWN + 1))
        self.choice = ChoiceBox()
        self.choice.setAccessibleName(self.tr("Transformation to add"))
        for name, one in LIBRARY.items():
            self.choice.addItem(spoken(one.label), name)
            self.choice.setItemData(self.choice.count() - 1, spoken(one.help), Qt.ItemDataRole.ToolTipRole)
        self.help = PlainLabel("", role="muted", wrap=True)
        self.example = PlainLabel("", wrap=True)
        self.problem = ProblemLabel()
        self.add_button = plain_button(self.tr("&Add"))
        self.change_button = plain_button(self.tr("&Change"))
        self.remove_button = plain_button(self.tr("&Remove"))
        self.up_button = plain_button(self.tr("Ear&lier"))
        self.down_button = plain_button(self.tr("La&ter"))
        self._parameters = QVBoxLayout()
        self._parameters.setSpacing(SPACE_S)
        self._lay_out()
        self.choice.currentIndexChanged.connect(self.on_transformation_chosen)
        self.list.currentRowChanged.connect(self.on_step_chosen)
        self.add_button.clicked.connect(self.on_add_asked)
        self.change_button.clicked.connect(self.on_change_asked)
        self.remove_button.clicked.connect(self.on_remove_asked)
        self.up_button.clicked.connect(self.on_up_asked)
        self.down_button.clicked.connect(self.on_down_asked)
        self.on_transformation_chosen()
        self._settle()

    def show_steps(self, label: str, steps: Steps) -> None:
        """Show the transformations of another field, or of this one after they were changed elsewhere."""
        self.title.setText(self.tr("Transformations of {field}").format(field=label))
        if steps != self._steps or self.list.count() != len(steps):
            self._fill(steps, self.list.currentRow())
        self._settle()

    def steps(self) -> Steps:
        """Return the transformations as the JSON writes them."""
        return self._steps

    def parameter(self, name: str) -> SettingField:
        """Return the field of a parameter of the chosen transformation by its JSON name."""
        return next(field for field in self._fields if field.path == name)

    @Slot()
    def on_transformation_chosen(self) -> None:
        """Say what the transformation does, show an example, and ask for what it needs."""
        chosen = self._chosen()
        self.help.setText(spoken(chosen.help))
        self.example.setText(self.tr("For example {example}").format(example=example_text(chosen.examples[0])))
        self.problem.show_problem("")
        for field in self._fields:
            self._parameters.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._fields = fields_of(chosen)
        for field in self._fields:
            self._parameters.addWidget(field)
            field.edited.connect(self.on_typed)
        self._settle()

    @Slot(int)
    def on_step_chosen(self, place: int) -> None:
        """Show the parameters of a transformation in the list, to be changed."""
        if 0 <= place < len(self._steps):
            found, parameter = parse_step(self._steps[place])
            self.choice.setCurrentIndex(self.choice.findData(found.name))
            written = written_of(found, parameter)
            for field in self._fields:
                field.show_setting(written)
        self._settle()

    @Slot()
    def on_typed(self) -> None:
        """Take back what was said about the last try."""
        self.problem.show_problem("")

    @Slot()
    def on_add_asked(self) -> None:
        """Add the transformation behind the others."""
        step = self._typed()
        if step is not None:
            self._change((*self._steps, step), len(self._steps))

    @Slot()
    def on_change_asked(self) -> None:
        """Put what is typed in the place of the transformation chosen in the list."""
        step, place = self._typed(), self.list.currentRow()
        if step is not None and place >= 0:
            self._change((*self._steps[:place], step, *self._steps[place + 1 :]), place)

    @Slot()
    def on_remove_asked(self) -> None:
        """Remove the transformation chosen in the list."""
        place = self.list.currentRow()
        if place >= 0:
            self._change((*self._steps[:place], *self._steps[place + 1 :]), max(place - 1, 0))

    @Slot()
    def on_up_asked(self) -> None:
        """Let the chosen transformation come earlier."""
        self._move(-1)

    @Slot()
    def on_down_asked(self) -> None:
        """Let the chosen transformation come later."""
        self._move(1)

    def _move(self, by: int) -> None:
        place, steps = self.list.currentRow(), list(self._steps)
        if 0 <= place + by < len(steps) and place >= 0:
            steps[place], steps[place + by] = steps[place + by], steps[place]
            self._change(tuple(steps), place + by)

    def _typed(self) -> Any:
        try:
            return checked_step(self._chosen().name, typed_parameters(self._fields))
        except ValueError as error:
            self.problem.show_problem(str(error))
            if self._fields:
                self._fields[0].control.setFocus()
            return None

    def _change(self, steps: Steps, chosen: int) -> None:
        self._fill(steps, chosen)
        self._settle()
        self.changed.emit(steps)

    def _fill(self, steps: Steps, chosen: int) -> None:
        self._steps = steps
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([step_label(step) for step in steps])
        self.list.setCurrentRow(min(chosen, len(steps) - 1))
        self.list.blockSignals(False)
        self.problem.show_problem("")

    def _settle(self) -> None:
        place, count = self.list.currentRow(), len(self._steps)
        none = "" if place >= 0 else self.tr("Choose a transformation of the list first.")
        nothing = "" if self._fields else self.tr("There is nothing about it to change.")
        set_usable(self.change_button, none or nothing)
        set_usable(self.remove_button, none)
        set_usable(self.up_button, none or ("" if place > 0 else self.tr("It is the first already.")))
        set_usable(self.down_button, none or ("" if place < count - 1 else self.tr("It is the last already.")))

    def _chosen(self) -> Transformation:
        return LIBRARY[self.choice.currentData()]

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_M, 0, 0, 0)
        layout.setSpacing(SPACE_S)
        layout.addWidget(self.title)
        layout.addWidget(self.list)
        moving = QHBoxLayout()
        moving.setSpacing(SPACE_S)
        for button in (self.change_button, self.remove_button, self.up_button, self.down_button):
            moving.addWidget(button)
        moving.addStretch(1)
        layout.addLayout(moving)
        adding = QHBoxLayout()
        adding.setSpacing(SPACE_S)
        adding.addWidget(self.choice, 1)
        adding.addWidget(self.add_button)
        layout.addLayout(adding)
        layout.addWidget(self.help)
        layout.addWidget(self.example)
        layout.addLayout(self._parameters)
        layout.addWidget(self.problem)
        layout.addStretch(1)


def example_text(example: Example) -> str:
    """Return an example as “31/01/2026” → “2026-01-31”, with its parameter where it has one."""
    shown = f"{_quoted(example.given)} → {_quoted(example.result)}"
    return shown if example.parameter is None else f"{shown} ({_plain(example.parameter)})"


def _plain(value: Any) -> str:
    return value if isinstance(value, str) and value.strip() else json.dumps(value, ensure_ascii=False)


def _quoted(value: Any) -> str:
    return f"“{value}”" if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
