"""The error rules of an endpoint as a table: when, and what it means."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hub_desktop.core.endpoint import ErrorRule
from hub_desktop.ui.object_table import ObjectColumn, ObjectTable
from hub_desktop.ui.style.choice_box import ChoiceBox

_THEN = 3
_ROWS_SHOWN = 4


class ErrorRuleTable(ObjectTable):
    """Rules in order, the first that fits is followed; each has conditions and what then happens."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("What errors mean"),
            (
                ObjectColumn("status", self.tr("Status")),
                ObjectColumn("path", self.tr("Holds")),
                ObjectColumn("text", self.tr("Words")),
                ObjectColumn("then", self.tr("Then"), typed=False),
                ObjectColumn("say", self.tr("Say to people")),
            ),
            ErrorRule,
            add=self.tr("Add a rule"),
            remove=self.tr("Remove the rule"),
            rows=_ROWS_SHOWN,
        )

    @Slot()
    def on_then_chosen(self) -> None:
        """Take over what a rule does."""
        for row, rule in enumerate(self._objects):
            box = self.table.cellWidget(row, _THEN)
            if box is self.sender() and isinstance(box, ChoiceBox):
                rule["then"] = box.currentData()
                self.edited.emit()

    def new_object(self) -> dict[str, Any]:
        """Return a rule that stops with an error."""
        return {"then": "fail"}

    def value_of(self, name: str, typed: str) -> Any:
        """Return the statuses as numbers, and any other field as it was typed."""
        if typed and name == "status":
            return [_number(part) for part in typed.split(",")]
        return typed or None

    def widget_of(self, name: str, one: Mapping[str, Any], row: int) -> QWidget:
        """Return the choice of what a rule does."""
        then = ChoiceBox()
        for value, label in self._meanings().items():
            then.addItem(label, value)
        then.setCurrentIndex(max(then.findData(one.get(name)), 0))
        then.setAccessibleName(self.tr("What rule {number} does").format(number=row + 1))
        then.currentIndexChanged.connect(self.on_then_chosen)
        return then

    def _meanings(self) -> dict[str, str]:
        return {
            "fail": self.tr("Stop with an error"),
            "retry": self.tr("Try again"),
            "ignore": self.tr("Nothing to read here"),
            "sign-in": self.tr("Sign-in refused"),
            "rate-limited": self.tr("Too many requests"),
        }


def _number(text: str) -> Any:
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() else text
