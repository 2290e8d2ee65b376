"""Personal data by role: what an actor who may not see it gets in its place."""

from msgspec.structs import replace

from hub_desktop.core.actor import Actor
from hub_desktop.core.datatypes import DATA_TYPES, DataType
from hub_desktop.core.integration import Integration
from hub_desktop.core.naming import naming_field
from hub_desktop.core.roles import UseCase, allowed
from hub_desktop.core.validation import Refused, Values
from hub_desktop.store.previewing import Examples, FieldChange, RecordChange


def hidden_fields(actor: Actor, data_type: DataType) -> frozenset[str]:
    """Return the fields of personal data that this actor may not see."""
    if allowed(actor.role, UseCase.VIEW_PERSONAL):
        return frozenset()
    return frozenset(field.name for field in data_type.fields if field.personal)


def shown(names: tuple[str, ...], hidden: frozenset[str], values: Values) -> Values:
    """Return the values of these fields with None in the place of hidden ones."""
    if not hidden:
        return values
    return tuple(None if name in hidden else value for name, value in zip(names, values, strict=True))


def seen_by(actor: Actor, config: Integration, examples: dict[str, Examples]) -> dict[str, Examples]:
    """Return the examples of a preview, by endpoint, as this actor may see them."""
    return {name: _seen(actor, DATA_TYPES[config.data_type_of(name)], one) for name, one in examples.items()}


def _seen(actor: Actor, data_type: DataType, examples: Examples) -> Examples:
    hidden = hidden_fields(actor, data_type)
    if not hidden:
        return examples
    keys = tuple(field.name for field in data_type.key_fields)
    return replace(
        examples,
        added=[shown(data_type.field_names, hidden, values) for values in examples.added],
        changed=[_change(keys, hidden, change) for change in examples.changed],
        removed=[shown(keys, hidden, key) for key in examples.removed],
        # A reason may quote the value that was refused.
        refused=[Refused(None, ("Your account may not see why.",)) for _ in examples.refused],
        names={} if naming_field(data_type) in hidden else examples.names,
    )


def _change(keys: tuple[str, ...], hidden: frozenset[str], change: RecordChange) -> RecordChange:
    fields = tuple(FieldChange(one.field, None, None) if one.field in hidden else one for one in change.fields)
    return RecordChange(shown(keys, hidden, change.key), fields)
