"""The fields by which a transformation is told what it needs, drawn from its parameters."""

import json
import types
import typing
from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit

from hub_desktop.core.transformations import Transformation
from hub_desktop.ui.setting_fields import SettingField, choice_setting, json_setting, lines_setting, number_setting
from hub_desktop.ui.setting_values import ABSENT, default_of, help_of
from hub_desktop.ui.spoken import spoken


def fields_of(transformation: Transformation) -> list[SettingField]:
    """Return a field for each parameter, by its JSON name as the path."""
    model = transformation.parameters
    made: list[SettingField] = []
    for name, info in model.model_fields.items():
        path, label = info.alias or name, spoken(info.title or name)
        note, default = help_of(model, path), default_of(model, path)
        kind = _bare(info.annotation)
        if typing.get_origin(kind) is typing.Literal:
            made.append(
                choice_setting(label, path, {one: str(one) for one in typing.get_args(kind)}, default, note=note)
            )
        elif kind is int:
            made.append(_whole_setting(label, path, note))
        elif typing.get_origin(kind) is list:
            made.append(lines_setting(label, path, note=note or "One a line."))
        elif typing.get_origin(kind) is dict:
            made.append(json_setting(label, path, placeholder='{"P": "present", "A": "absent"}', note=note))
        elif kind is str:
            made.append(_exact_text(label, path, note, default if isinstance(default, str) else ""))
        else:
            made.append(_any_value(label, path, note))
    return made


def written_of(transformation: Transformation, parameter: Any) -> dict[str, Any]:
    """Return the parameters of a written transformation by name, as the fields show them."""
    return transformation.read(parameter).written()


def typed_parameters(fields: list[SettingField]) -> Mapping[str, Any]:
    """Return what is typed into the fields; raise ValueError with a sentence for what cannot be read."""
    written: dict[str, Any] = {}
    for field in fields:
        written = field.written_into(written)
    return written


def _bare(annotation: Any) -> Any:
    """Return an annotation without its limits and without None."""
    while typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0]
    if typing.get_origin(annotation) in {typing.Union, types.UnionType}:
        return _bare(next(one for one in typing.get_args(annotation) if one is not type(None)))
    return annotation


def _exact_text(label: str, path: str, note: str, default: str) -> SettingField:
    """Return a line whose blanks are kept, as they mean something between two names."""
    edit = QLineEdit()

    def read() -> Any:
        return ABSENT if edit.text() == default else edit.text()

    def show(value: Any) -> None:
        edit.setText(default if value is ABSENT else str(value))

    field = SettingField(label, edit, path, read=read, show=show, note=note)
    edit.setText(default)
    edit.textChanged.connect(field.on_typed)
    return field


def _whole_setting(label: str, path: str, note: str) -> SettingField:
    """Return a line for a whole number, also one below zero."""
    field = number_setting(label, path, note=note)
    edit = field.control

    def read() -> Any:
        typed = edit.text().strip() if isinstance(edit, QLineEdit) else ""
        if not typed:
            return ABSENT
        try:
            return int(typed)
        except ValueError:
            raise ValueError("Write a whole number.") from None

    field.read_with(read)
    return field


def _any_value(label: str, path: str, note: str) -> SettingField:
    """Return a line for a value: what reads as JSON is taken so, such as 0 or true, and all else as text."""
    edit = QLineEdit()

    def read() -> Any:
        typed = edit.text().strip()
        if not typed:
            return ABSENT
        try:
            return json.loads(typed, parse_constant=str)
        except (ValueError, RecursionError):
            return typed

    def show(value: Any) -> None:
        edit.setText("" if value is ABSENT else _as_typed(value))

    field = SettingField(label, edit, path, read=read, show=show, note=note)
    edit.textChanged.connect(field.on_typed)
    return field


def _as_typed(value: Any) -> str:
    if isinstance(value, str) and value.strip():
        try:
            json.loads(value)
        except (ValueError, RecursionError):
            return value
    return json.dumps(value, ensure_ascii=False)
