"""Settings that a person changes by name: those not given stay, and what is wrong is told in words."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from hub_desktop.core.configured import Configured
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.words import did_you_mean

_Settings = TypeVar("_Settings", bound=Configured)


def changed_settings(before: _Settings, written: Mapping[str, Any], whose: str) -> _Settings:
    """Return the settings with those `written` (camelCase); raise ConfigurationError, naming the field, where wrong.

    `whose` is what has no such setting, such as “The listener”.
    """
    model = type(before)
    names = {info.alias or name: name for name, info in model.model_fields.items()}
    for name in written:
        if name not in names and name not in names.values():
            raise ConfigurationError(f"{whose} has no setting “{name}”.{did_you_mean(name, names)}", field=name)
    merged = before.model_dump() | {names.get(name, name): value for name, value in written.items()}
    try:
        return model.model_validate(merged)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = str(first["loc"][0]) if first["loc"] else ""
        alias = next((alias for alias, known in names.items() if name in {known, alias}), name)
        message = str(first["msg"]).removeprefix("Value error, ")
        sentence = f"{message[:1].upper()}{message[1:]}."
        if not str(first["type"]).startswith("value_error") and alias:
            sentence = f"“{alias}” cannot be that: {message[:1].lower()}{message[1:]}."
        raise ConfigurationError(sentence, field=alias) from None


def what_changed(before: Configured, after: Configured) -> str:
    """Return the settings that differ, for the audit."""
    changed = [name for name in type(after).model_fields if getattr(before, name) != getattr(after, name)]
    return ", ".join(f"{name}: {getattr(after, name)}" for name in changed) or "as it was"
