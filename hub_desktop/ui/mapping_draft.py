"""A field mapping while it is edited: what stands at each field, and the way back and forth; no widget in it."""

import json
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError

from hub_desktop.core.datatypes import DataType
from hub_desktop.core.endpoint import FieldMapping
from hub_desktop.core.transformations import parse_step
from hub_desktop.ui.setting_values import as_sentence, problems_of
from hub_desktop.ui.spoken import spoken

Steps = tuple[Any, ...]
"""Transformations as the JSON writes them."""
_MOST_STEPS_BACK = 200


class FieldDraft(Struct, frozen=True):
    """What stands at one of our fields."""

    source: str = ""
    """As typed; empty: found by its usual names."""
    steps: Steps = ()


class MappingDraft(Struct, frozen=True):
    """What stands at each field of a data type, in stored order."""

    data_type: DataType
    fields: tuple[FieldDraft, ...]

    @classmethod
    def read(cls, data_type: DataType, mappings: Sequence[Mapping[str, Any]]) -> "MappingDraft":
        """Return the draft of mappings as the JSON writes them."""
        known = {str(one["to"]): one for one in mappings}
        return cls(
            data_type,
            tuple(
                FieldDraft(
                    str(known.get(field.name, {}).get("from", "")),
                    tuple(known.get(field.name, {}).get("transformations", ())),
                )
                for field in data_type.fields
            ),
        )

    def written(self) -> tuple[Mapping[str, Any], ...]:
        """Return the mappings as the JSON writes them."""
        return tuple(
            {
                "from": one.source,
                "to": field.name,
                **({"transformations": list(one.steps)} if one.steps else {}),
            }
            for field, one in zip(self.data_type.fields, self.fields, strict=True)
            if one.source
        )

    def with_field(self, place: int, one: FieldDraft) -> "MappingDraft":
        """Return the draft with another content of one field."""
        return replace(self, fields=(*self.fields[:place], one, *self.fields[place + 1 :]))

    def problems(self) -> dict[int, str]:
        """Return what keeps the mapping from being saved, a sentence for each field by its place."""
        found: dict[int, str] = {}
        for place, (field, one) in enumerate(zip(self.data_type.fields, self.fields, strict=True)):
            if one.steps and not one.source:
                found[place] = f"Name the upstream field that becomes {field.label}, or remove its transformations."
            elif one.source:
                try:
                    _mapping(field.name, one)
                except ValidationError as error:
                    found[place] = f"{field.label}: {next(iter(problems_of(error).values()))}"
        return found

    def mappings(self) -> list[FieldMapping]:
        """Return the mappings that can be used, leaving out those with a problem."""
        wrong = self.problems()
        return [
            _mapping(field.name, one)
            for place, (field, one) in enumerate(zip(self.data_type.fields, self.fields, strict=True))
            if one.source and place not in wrong
        ]


class Changed(Enum):
    """What of a draft was changed in one step."""

    SOURCE = auto()
    """The upstream field of one of our fields."""
    STEPS = auto()
    """The transformations of one."""
    BOTH = auto()
    SEVERAL = auto()
    """More than one field at once, as when every suggestion is accepted."""


class Edit(Struct, frozen=True):
    """One step between two drafts, as a person is told of it."""

    changed: Changed
    places: tuple[int, ...]
    """Of the fields that differ."""


def edit_between(before: MappingDraft, after: MappingDraft) -> Edit:
    """Return what the step from one draft to another changes; the drafts must differ."""
    pairs = list(zip(before.fields, after.fields, strict=True))
    places = tuple(place for place, (old, new) in enumerate(pairs) if old != new)
    if len(places) > 1:
        return Edit(Changed.SEVERAL, places)
    old, new = pairs[places[0]]
    if old.steps == new.steps:
        return Edit(Changed.SOURCE, places)
    return Edit(Changed.STEPS if old.source == new.source else Changed.BOTH, places)


class History:
    """The drafts before and after this one."""

    def __init__(self, draft: MappingDraft) -> None:
        self._drafts = [draft]
        self._place = 0

    @property
    def draft(self) -> MappingDraft:
        """The draft as it stands."""
        return self._drafts[self._place]

    def put(self, draft: MappingDraft) -> bool:
        """Take over a changed draft; return whether it was one. What was undone is forgotten by it."""
        if draft == self.draft:
            return False
        self._drafts = [*self._drafts[: self._place + 1], draft][-_MOST_STEPS_BACK:]
        self._place = len(self._drafts) - 1
        return True

    @property
    def undoes(self) -> Edit | None:
        """What going back would change; None where there is no draft before this one."""
        return edit_between(self._drafts[self._place - 1], self.draft) if self._place > 0 else None

    @property
    def redoes(self) -> Edit | None:
        """What going forward again would change; None where nothing was undone."""
        following = self._drafts[self._place + 1 :]
        return edit_between(self.draft, following[0]) if following else None

    def undo(self) -> None:
        """Go back to the draft before, if there is one."""
        self._place = max(self._place - 1, 0)

    def redo(self) -> None:
        """Go to the draft that was undone, if there is one."""
        self._place = min(self._place + 1, len(self._drafts) - 1)


def step_label(step: str | Mapping[str, Any]) -> str:
    """Return a written transformation in words, such as “Prefix: CS”."""
    found, parameter = parse_step(step)
    if parameter is None:
        return spoken(found.label)
    if isinstance(parameter, Mapping):
        said = ", ".join(f"{name} {_shown(value)}" for name, value in parameter.items())
    else:
        said = _shown(parameter)
    return f"{spoken(found.label)}: {said}"


def checked_step(name: str, parameters: Mapping[str, Any]) -> str | dict[str, Any]:
    """Return a transformation in its shortest JSON; raise ValueError with a sentence for parameters it cannot use."""
    found, _ = parse_step(name)
    try:
        read = found.read(dict(parameters) if found.takes else None)
        found.build(read)
    except ValueError as error:
        raise ValueError(as_sentence(str(error))) from None
    return found.write(read)


def _shown(value: Any) -> str:
    return value if isinstance(value, str) and value.strip() else json.dumps(value, ensure_ascii=False)


def _mapping(target: str, one: FieldDraft) -> FieldMapping:
    return FieldMapping.model_validate({"from": one.source, "to": target, "transformations": list(one.steps)})
