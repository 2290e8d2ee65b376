"""What people call a record: its name, where it has one."""

import json

from hub_desktop.core.datatypes import DataType
from hub_desktop.core.validation import Values

_NAMING_FIELDS = ("name", "title")
_NAMES_IN_CONTENT = ("name", "title", "fullname", "displayName", "label")


def naming_field(data_type: DataType) -> str:
    """Return the field that names a record of this type, the empty string where none does."""
    if data_type.name == "custom":
        return "content"
    return next((name for name in _NAMING_FIELDS if name in data_type.field_names), "")


def name_of(data_type: DataType, values: Values) -> str:
    """Return the name of a record, the empty string where it has none."""
    field = naming_field(data_type)
    value = values[data_type.field_names.index(field)] if field else None
    if value is None:
        return ""
    return _name_within(str(value)) if field == "content" else str(value)


def _name_within(content: str) -> str:
    try:
        read = json.loads(content)
    except ValueError:
        # What is longer than its column was cut off.
        return ""
    if not isinstance(read, dict):
        return ""
    found = next((read[name] for name in _NAMES_IN_CONTENT if isinstance(read.get(name), str)), "")
    return str(found)
