"""Fields that show and change one place of a JSON document, and the grid they stand in."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from hub_desktop.ui.form_fields import Field
from hub_desktop.ui.setting_values import ABSENT, read_json, value_at, with_value, written_json
from hub_desktop.ui.style.choice_box import ChoiceBox
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M

_COLUMNS = 2
_TEXT_LINES = 4


class SettingField(Field):
    """A control for the setting at one dotted path; only what a person changes is written.

    Signals:
        edited(): a person changed the setting.
    """

    edited = Signal()

    def __init__(
        self,
        label: str,
        control: QWidget,
        path: str,
        *,
        read: Callable[[], Any],
        show: Callable[[Any], None],
        note: str = "",
        labelled: bool = True,
    ) -> None:
        super().__init__(label, control, note=note, labelled=labelled)
        self.path = path
        self._read = read
        self._show = show
        self._showing = False

    def read_with(self, read: Callable[[], Any]) -> None:
        """Read what is typed in another way."""
        self._read = read

    def show_setting(self, written: Mapping[str, Any]) -> None:
        """Show what the document says at the path; nothing counts as changed by that."""
        self._showing = True
        self._show(value_at(written, self.path))
        self._showing = False
        self.show_problem("")

    def written_into(self, written: Mapping[str, Any]) -> dict[str, Any]:
        """Return the document with what is typed; raise ValueError with a sentence for what cannot be read yet."""
        return with_value(written, self.path, self._read())

    def unreadable(self) -> str:
        """Return what keeps the typed text from being read, or the empty string."""
        try:
            self._read()
        except ValueError as error:
            return str(error)
        return ""

    @Slot()
    def on_typed(self) -> None:
        """Tell that a person changed something."""
        if not self._showing:
            self.show_problem(self.unreadable())
            self.edited.emit()


class FieldGrid(QWidget):
    """Fields side by side in two columns; those that are not wanted take no room."""

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = list(fields)
        self._shown: list[Field] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_L)
        self._grid.setVerticalSpacing(SPACE_M)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        for field in self._fields:
            field.setParent(self)
        self.show_fields(self._fields)

    def show_fields(self, wanted: Sequence[Field]) -> None:
        """Show these fields, in the order of the grid, and hide the others."""
        shown = [field for field in self._fields if field in wanted]
        if shown == self._shown:
            return
        self._shown = shown
        for field in self._fields:
            self._grid.removeWidget(field)
        for place, field in enumerate(shown):
            self._grid.addWidget(field, place // _COLUMNS, place % _COLUMNS, Qt.AlignmentFlag.AlignTop)
        for field in self._fields:
            field.setVisible(field in shown)


def text_setting(
    label: str, path: str, *, placeholder: str = "", note: str = "", default: str | None = None
) -> SettingField:
    """Return a line of text; empty means that nothing is written, or with a `default` the empty text itself."""
    edit = QLineEdit()
    edit.setPlaceholderText(placeholder)

    def read() -> Any:
        typed = edit.text().strip()
        if default is None:
            return typed or ABSENT
        return ABSENT if typed == default else typed

    def show(value: Any) -> None:
        edit.setText((default or "") if value is ABSENT else str(value))
        edit.setCursorPosition(0)

    field = SettingField(label, edit, path, read=read, show=show, note=note)
    edit.textChanged.connect(field.on_typed)
    return field


def number_setting(label: str, path: str, *, placeholder: str = "", note: str = "") -> SettingField:
    """Return a line for a whole number; empty means that nothing is written."""
    edit = QLineEdit()
    edit.setPlaceholderText(placeholder)

    def read() -> Any:
        typed = edit.text().strip().replace(",", "")
        if not typed:
            return ABSENT
        return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else typed

    def show(value: Any) -> None:
        edit.setText("" if value is ABSENT or value is None else str(value))

    field = SettingField(label, edit, path, read=read, show=show, note=note)
    edit.textChanged.connect(field.on_typed)
    return field


def choice_setting(
    label: str, path: str, choices: Mapping[Any, str], default: Any, *, note: str = "", open_list: bool = False
) -> SettingField:
    """Return a list to choose from; an open one takes any other word as well."""
    combo = ChoiceBox()
    for value, said in choices.items():
        # Qt would lose the kind of an enumeration's word.
        combo.addItem(said, str(value) if isinstance(value, str) else value)
    combo.setEditable(open_list)
    combo.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)

    def read() -> Any:
        if open_list:
            typed = combo.currentText().strip()
            place = combo.findText(typed)
            chosen = combo.itemData(place) if place >= 0 else typed
        else:
            chosen = combo.currentData()
        return ABSENT if chosen in {default, ""} else chosen

    def show(value: Any) -> None:
        wanted = default if value is ABSENT else value
        place = combo.findData(wanted)
        if place < 0 and open_list:
            combo.setCurrentText(str(wanted))
            return
        if place < 0:
            # A file may name what is no longer there; it is shown, so that it can be mended.
            combo.addItem(str(wanted), wanted)
            place = combo.count() - 1
        combo.setCurrentIndex(place)

    field = SettingField(label, combo, path, read=read, show=show, note=note)
    if open_list:
        combo.currentTextChanged.connect(field.on_typed)
    else:
        combo.currentIndexChanged.connect(field.on_typed)
    return field


def tick_setting(label: str, path: str, *, note: str = "") -> SettingField:
    """Return a box to tick; without the tick nothing is written."""
    box = QCheckBox(label)

    def read() -> Any:
        return True if box.isChecked() else ABSENT

    def show(value: Any) -> None:
        box.setChecked(value is True)

    field = SettingField(label, box, path, read=read, show=show, note=note, labelled=False)
    box.toggled.connect(field.on_typed)
    return field


def json_setting(label: str, path: str, *, placeholder: str = "", note: str = "") -> SettingField:
    """Return a text box for JSON; empty means that nothing is written."""
    edit = _text_box(placeholder)

    def read() -> Any:
        return read_json(edit.toPlainText()) if edit.toPlainText().strip() else ABSENT

    def show(value: Any) -> None:
        edit.setPlainText("" if value is ABSENT else written_json(value))

    field = SettingField(label, edit, path, read=read, show=show, note=note)
    edit.textChanged.connect(field.on_typed)
    return field


def code_setting(label: str, path: str, *, placeholder: str = "", note: str = "") -> SettingField:
    """Return a text box for a program; empty means that nothing is written."""
    edit = _text_box(placeholder)
    edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))

    def read() -> Any:
        return edit.toPlainText().strip() or ABSENT

    def show(value: Any) -> None:
        edit.setPlainText("" if value is ABSENT else str(value))

    field = SettingField(label, edit, path, read=read, show=show, note=note)
    edit.textChanged.connect(field.on_typed)
    return field


def lines_setting(label: str, path: str, *, placeholder: str = "", note: str = "") -> SettingField:
    """Return a text box with one word or value a line; empty means that nothing is written."""
    edit = _text_box(placeholder)

    def read() -> Any:
        return [line.strip() for line in edit.toPlainText().splitlines() if line.strip()] or ABSENT

    def show(value: Any) -> None:
        edit.setPlainText("\n".join(map(str, value)) if isinstance(value, list) else "")

    field = SettingField(label, edit, path, read=read, show=show, note=note)
    edit.textChanged.connect(field.on_typed)
    return field


def _text_box(placeholder: str) -> QPlainTextEdit:
    edit = QPlainTextEdit()
    edit.setPlaceholderText(placeholder)
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * (_TEXT_LINES + 1))
    return edit
