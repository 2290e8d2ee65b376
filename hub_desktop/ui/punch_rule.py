"""The rule by which punches become attendance, as fields, with the rule as a sentence below."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hub_desktop.core.attendance_rules import PunchRule, rule_in_words
from hub_desktop.ui.form_fields import Field, ProblemPlace
from hub_desktop.ui.period_table import PeriodTable
from hub_desktop.ui.setting_fields import FieldGrid
from hub_desktop.ui.setting_values import problems_of
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.tokens import SPACE_M
from hub_desktop.ui.style.widgets import PlainLabel

FIRST_RULE: Mapping[str, Any] = {"rule": "first-in"}
"""What an endpoint begins with that devices are to feed."""
_OF_DAY = ("opens", "lateAfter", "until")


def sentence_of_rule(written: Any) -> str:
    """Return a rule of the JSON as one sentence, or the empty string where it is not whole yet."""
    try:
        return rule_in_words(PunchRule.model_validate(written))
    except ValidationError:
        return ""


class PunchRuleEditor(QWidget):
    """Edits the rule; what another rule needs stays in its field, and is not written.

    Signals:
        edited(): a person changed the rule.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self.rule = ChoiceBox()
        for value, words in (
            ("first-in", self.tr("The first punch of the day")),
            ("first-in-last-out", self.tr("The first and the last punch of the day")),
            ("periods", self.tr("Each period by itself")),
        ):
            self.rule.addItem(words, value)
        self.opens, self.late_after, self.until, self.early = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        for edit, usual in ((self.opens, "00:00"), (self.until, "23:59"), (self.early, "10")):
            edit.setPlaceholderText(usual)
        self.late_after.setPlaceholderText(self.tr("Nobody is late"))
        self.periods = PeriodTable()
        self._fields = {
            "rule": Field(self.tr("Present by"), self.rule),
            "opens": Field(self.tr("Punches count from"), self.opens),
            "lateAfter": Field(
                self.tr("Late after"), self.late_after, note=self.tr("The last minute that is in time, such as 09:15.")
            ),
            "until": Field(self.tr("Punches count until"), self.until),
            "early": Field(
                self.tr("Minutes before a period whose punches count for it"),
                self.early,
                note=self.tr("For the period before it they count no more."),
            ),
        }
        self._grid = FieldGrid(list(self._fields.values()))
        self.preview = PlainLabel("", "strong", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self._grid)
        layout.addWidget(self.periods)
        layout.addWidget(self.preview)
        self.rule.currentIndexChanged.connect(self.on_edited)
        self.periods.edited.connect(self.on_edited)
        for edit in (self.opens, self.late_after, self.until, self.early):
            edit.textEdited.connect(self.on_edited)
        self._settle()

    def written(self) -> dict[str, Any]:
        """Return the rule as the JSON writes it."""
        rule = str(self.rule.currentData())
        written: dict[str, Any] = {"rule": rule}
        if rule == "periods":
            typed = self.early.text().strip()
            if typed:
                written["early"] = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else typed
            return written | {"periods": self.periods.objects()}
        for name in _OF_DAY:
            control = self._fields[name].control
            if isinstance(control, QLineEdit) and control.text().strip():
                written[name] = control.text().strip()
        return written

    def show_rule(self, written: Any) -> None:
        """Show the rule of the JSON; what is no rule shows as the first one, with nothing filled in."""
        rule: Mapping[str, Any] = written if isinstance(written, Mapping) else FIRST_RULE
        self._showing = True
        self.rule.setCurrentIndex(max(self.rule.findData(rule.get("rule")), 0))
        for name in (*_OF_DAY, "early"):
            control = self._fields[name].control
            if isinstance(control, QLineEdit):
                control.setText(str(rule.get(name, "")))
        self.periods.show_objects(rule.get("periods"))
        self._showing = False
        self._settle()

    def place_of(self, path: str) -> tuple[ProblemPlace, QWidget]:
        """Return what shows the problem of a path below the rule, and the control to mend it in."""
        field = self._fields.get(path.partition(".")[0])
        if field is not None and not field.isHidden():
            return field, field.control
        if self.rule.currentData() == "periods":
            return self.periods, self.periods.table
        return self._fields["rule"], self.rule

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong with the rule as a whole; the empty string clears every field."""
        if sentence:
            self._fields["rule"].show_problem(sentence)
            return
        self.periods.show_problem("")
        for field in self._fields.values():
            field.show_problem("")

    @Slot()
    def on_edited(self) -> None:
        """Show the fields of the rule, and tell what was changed."""
        if not self._showing:
            self.show_problem("")
            self._settle()
            self.edited.emit()

    def _settle(self) -> None:
        by_period = self.rule.currentData() == "periods"
        wanted = ("rule", "early") if by_period else ("rule", *_OF_DAY)
        self._grid.show_fields([self._fields[name] for name in wanted])
        self.periods.setVisible(by_period)
        if by_period and not self.periods.objects():
            self.preview.setText(self.tr("Add the periods of the day."))
            return
        try:
            self.preview.setText(rule_in_words(PunchRule.model_validate(self.written())))
        except ValidationError as error:
            self.preview.setText(next(iter(problems_of(error).values()), ""))
