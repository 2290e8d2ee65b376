"""What every part of a configuration has in common: camelCase JSON, nothing unknown, nothing changed later."""

from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


class Configured(BaseModel):
    """A part of an integration's configuration, as a person wrote it."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        hide_input_in_errors=True,
    )

    def written(self) -> dict[str, Any]:
        """Return the JSON of what differs from the defaults."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
