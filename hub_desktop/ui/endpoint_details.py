"""Everything that can be said about one endpoint: as fields, and below them as the same JSON."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.core.endpoint import Endpoint
from hub_desktop.ui.dialog_room import room_for
from hub_desktop.ui.endpoint_settings import EndpointSettings, fields_of_for_each, fields_of_paging, help_of_paging
from hub_desktop.ui.error_rule_table import ErrorRuleTable
from hub_desktop.ui.form_fields import Field, ProblemPlace
from hub_desktop.ui.form_sections import section
from hub_desktop.ui.punch_rule import PunchRuleEditor
from hub_desktop.ui.schedule_fields import schedule_settings
from hub_desktop.ui.setting_fields import FieldGrid, SettingField
from hub_desktop.ui.setting_values import ABSENT, help_of, problems_of, read_json, value_at, with_value, written_json
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel
from hub_desktop.ui.tab_order import ReadingOrderDialog

_PAUSE_MS = 400
_JSON_LINES = 14
_OF_THE_ROW = ("dataType", "syncInterval", "enabled")


class EndpointDetails(ReadingOrderDialog):
    """Edits the settings of an endpoint; the data type, the interval and whether it is read stay with its row.

    Signals:
        changed(dict): the settings as the JSON writes them, valid, when a person accepts.
    """

    changed = Signal(object)

    def __init__(
        self,
        name: str,
        written: Mapping[str, Any],
        others: Sequence[str],
        parent: QWidget | None = None,
        *,
        not_complete: str = "",
        devices: bool = False,
    ) -> None:
        """`others` can be asked for each of their records; `not_complete` says why this cannot be a complete list.

        `devices` shows what applies to an endpoint that devices feed: its rule for punches, and no server to be asked.
        """
        super().__init__(parent)
        self._not_complete = not_complete
        self._devices = devices
        self.setWindowTitle(self.tr("Details of {name}").format(name=name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._written: dict[str, Any] = dict(written)
        self._showing_json = False
        self._json_typed = False
        self._make_controls(others)
        self._lay_out()
        self._connect()
        self._show_all()

    def written(self) -> dict[str, Any]:
        """Return the settings as the JSON writes them."""
        return dict(self._written)

    def fields(self) -> dict[str, SettingField]:
        """Return every field by its JSON path, whether it is shown or not."""
        return {field.path: field for fields in self._sections.values() for field in fields}

    def show_problems(self) -> bool:
        """Show what is wrong, each sentence under its own field, and return whether anything is."""
        found = self._problems()
        for field in self.fields().values():
            field.show_problem("")
        self.rules.show_problem("")
        self.punches.show_problem("")
        self._json_field.show_problem("")
        places = [(self._place_of(path), sentence) for path, sentence in found.items()]
        # Backwards, so that of several problems of one place the first stays.
        for (place, _), sentence in reversed(places):
            place.show_problem(sentence)
        if places:
            control = places[0][0][1]
            control.setFocus()
            self.scrolled.ensureWidgetVisible(control, 0, self.fontMetrics().height() * 4)
        return bool(places)

    def accept(self) -> None:
        """Hand over the settings, unless something is wrong with them."""
        self._pause.stop()
        self.on_json_paused()
        if self.show_problems():
            return
        self.changed.emit(self.written())
        super().accept()

    @Slot()
    def on_edited(self) -> None:
        """Take over what a person changed in a field."""
        field = self.sender()
        if isinstance(field, SettingField) and not field.unreadable():
            self._written = field.written_into(self._written)
            if field.path == "forEach.endpoint":
                # An endpoint and fixed values exclude each other; what was typed stays in its field.
                values = self.fields()["forEach.values"]
                fixed = value_at(self._written, "forEach.endpoint") is ABSENT
                without = with_value(self._written, "forEach.values", ABSENT)
                self._written = values.written_into(without) if fixed else without
            self._settle()
            self._show_json()

    @Slot()
    def on_rules_edited(self) -> None:
        """Take over the error rules."""
        self._written = with_value(self._written, "errorRules", self.rules.objects() or ABSENT)
        self._show_json()

    @Slot()
    def on_punches_edited(self) -> None:
        """Take over the rule for punches."""
        self._written = with_value(self._written, "punches", self.punches.written())
        self._show_json()

    @Slot(bool)
    def on_part_ticked(self, ticked: bool) -> None:
        """Begin or leave out a part that an endpoint may have, with what is typed in its fields."""
        part = "incremental" if self.sender() is self.only_new else "forEach"
        self._written = with_value(self._written, part, {} if ticked else ABSENT)
        if ticked:
            for field in self._sections[part]:
                if not field.unreadable() and (part == "incremental" or self._applies(field)):
                    self._written = field.written_into(self._written)
        self._settle()
        self._show_json()

    @Slot()
    def on_json_paused(self) -> None:
        """Take over the JSON once the typing pauses, or say what is wrong with it."""
        if not self._json_typed:
            return
        try:
            read = read_json(self.json.toPlainText())
        except ValueError as error:
            self._json_field.show_problem(str(error))
            return
        if not isinstance(read, dict):
            self._json_field.show_problem(
                self.tr("Write an object, as in {example}.").format(example='{"path": "/students"}')
            )
            return
        self._json_typed = False
        self._written = read
        self._show_fields()

    @Slot()
    def on_json_typed(self) -> None:
        """Wait until the typing pauses."""
        if not self._showing_json:
            self._json_typed = True
            self._pause.start()

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _problems(self) -> dict[str, str]:
        shown = [field for field in self.fields().values() if not field.isHidden()]
        found = {field.path: said for field in shown if (said := field.unreadable())}
        if self._json_typed:
            # It was said under the text why it could not be taken over.
            found["json-text"] = self._json_field.problem()
            return found
        for name in _OF_THE_ROW:
            if name in self._written:
                found["json-text"] = self.tr("“{name}” is set in the form, beside the path.").format(name=name)
        try:
            Endpoint.model_validate({name: value for name, value in self._written.items() if name not in _OF_THE_ROW})
        except ValidationError as error:
            for path, sentence in problems_of(error).items():
                found.setdefault(path or "json-text", sentence)
        if self._not_complete and value_at(self._written, "completeList") is True:
            found.setdefault("completeList", self._not_complete)
        return found

    def _place_of(self, path: str) -> tuple[ProblemPlace, QWidget]:
        if self._devices and path.startswith("punches"):
            return self.punches.place_of(path.partition(".")[2])
        if path.startswith("errorRules"):
            return self.rules, self.rules.table
        fields = self.fields()
        while path:
            field = fields.get(path)
            if field is not None and not field.isHidden():
                return field, field.control
            path = path.rpartition(".")[0]
        return self._json_field, self.json

    def _applies(self, field: SettingField) -> bool:
        return field.path in fields_of_for_each(self._written)

    def _settle(self) -> None:
        """Show the fields that the settings call for."""
        if self._devices:
            return
        posts = value_at(self._written, "method") == "POST"
        bodies = {name for name in ("form", "json") if posts or name in self._written}
        hidden = {"form", "json"} - bodies
        self._grids["request"].show_fields([f for f in self._sections["request"] if f.path not in hidden])
        style = value_at(self._written, "pagination.style")
        style = "auto" if style is ABSENT else str(style)
        paging = fields_of_paging(style)
        self.fields()["pagination.style"].show_note(help_of_paging(style))
        self._grids["pages"].show_fields([f for f in self._sections["pages"] if f.path in paging])
        self._grids["forEach"].show_fields([f for f in self._sections["forEach"] if self._applies(f)])
        for part, tick in (("incremental", self.only_new), ("forEach", self.each)):
            tick.blockSignals(True)
            tick.setChecked(part in self._written)
            tick.blockSignals(False)
            self._grids[part].setVisible(part in self._written)

    def _show_all(self) -> None:
        self._show_fields()
        self._show_json()

    def _show_fields(self) -> None:
        for field in self.fields().values():
            field.show_setting(self._written)
        self.rules.show_objects(self._written.get("errorRules"))
        self.punches.show_rule(self._written.get("punches"))
        self._json_field.show_problem("")
        self._settle()

    def _show_json(self) -> None:
        self._showing_json = True
        self.json.setPlainText(written_json(self._written))
        self._showing_json = False
        self._json_typed = False
        self._json_field.show_problem("")

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _make_controls(self, others: Sequence[str]) -> None:
        make = EndpointSettings(self)
        self.punches = PunchRuleEditor()
        self._sections = (
            {"records": make.of_punches()}
            if self._devices
            else {
                "request": make.request(),
                "records": make.records(),
                "complete": [make.complete()],
                "pages": make.pages(),
                "incremental": make.only_new(),
                "forEach": make.for_each(others),
                "limits": make.limits(),
                "schedule": schedule_settings(of_endpoint=True),
            }
        )
        # The words of a tick do not wrap, so it has a line of its own.
        self._grids = {name: FieldGrid(fields) for name, fields in self._sections.items() if name != "complete"}
        self.only_new = QCheckBox(self.tr("Read only what is &new since the last sync"))
        self.each = QCheckBox(self.tr("Ask &once for each record of another endpoint, or for each of some values"))
        self.rules = ErrorRuleTable()
        self.json = QPlainTextEdit()
        self.json.setTabChangesFocus(True)
        self.json.setFixedHeight(self.json.fontMetrics().lineSpacing() * _JSON_LINES)
        self._json_field = Field(
            self.tr("&JSON"), self.json, note=self.tr("The same settings as text. What is changed here shows above.")
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.use_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.use_button.setText(self.tr("&Use these settings"))

    def _connect(self) -> None:
        for field in self.fields().values():
            field.edited.connect(self.on_edited)
        self.rules.edited.connect(self.on_rules_edited)
        self.punches.edited.connect(self.on_punches_edited)
        self.only_new.toggled.connect(self.on_part_ticked)
        self.each.toggled.connect(self.on_part_ticked)
        self.json.textChanged.connect(self.on_json_typed)
        self._pause.timeout.connect(self.on_json_paused)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        # From the outside in: what has its place already is not styled anew with each part around it.
        self.scrolled = QScrollArea(self)
        self.scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self.scrolled.setWidgetResizable(True)
        inside = QWidget()
        self.scrolled.setWidget(inside)
        inside.setProperty("look", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        column.setSpacing(SPACE_L)
        for title, parts in self._cards_of_punches() if self._devices else self._cards():
            column.addWidget(section(title, *parts))
        column.addStretch(1)
        self.buttons.setContentsMargins(SPACE_XL, SPACE_M, SPACE_XL, SPACE_L)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.scrolled, 1)
        layout.addWidget(self.buttons)
        self.resize(room_for(self, inset=1))

    def _cards_of_punches(self) -> list[tuple[str, Sequence[QWidget]]]:
        return [
            (self.tr("How punches become attendance"), (self.punches,)),
            (self.tr("Records"), (self._grids["records"],)),
            (self.tr("As JSON"), (self._json_field,)),
        ]

    def _cards(self) -> list[tuple[str, Sequence[QWidget]]]:
        grids = self._grids
        rules_help = spoken(help_of(Endpoint, "errorRules")) or self.tr("The first rule that fits is followed.")
        return [
            (self.tr("Request"), (grids["request"],)),
            (self.tr("Records"), (grids["records"], *self._sections["complete"])),
            (self.tr("Pages"), (grids["pages"],)),
            (self.tr("Only what is new"), (self.only_new, grids["incremental"])),
            (self.tr("Once for each"), (self.each, grids["forEach"])),
            (self.tr("What errors mean"), (PlainLabel(rules_help, "muted", wrap=True), self.rules)),
            (self.tr("Limits"), (grids["limits"],)),
            (self.tr("Schedule"), (grids["schedule"],)),
            (self.tr("As JSON"), (self._json_field,)),
        ]
