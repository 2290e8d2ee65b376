"""Settings as places of a JSON document: reading them, changing them, explaining them, and what is wrong with them."""

import copy
import json
import typing
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from hub_desktop.core.explanations import explanations
from hub_desktop.core.redaction import one_line

ABSENT = object()
"""What stands where nothing is written."""

_MEANS_SOMETHING_EMPTY = frozenset({"incremental", "forEach", "oauth", "oauth1", "session"})
"""Objects that say something although nothing is written in them."""


def value_at(written: Mapping[str, Any], path: str) -> Any:
    """Return what stands at a dotted path, ABSENT where nothing does."""
    found: Any = written
    for part in path.split("."):
        if not isinstance(found, Mapping) or part not in found:
            return ABSENT
        found = found[part]
    return found


def with_value(written: Mapping[str, Any], path: str, value: Any) -> dict[str, Any]:
    """Return the document with a value at a dotted path; ABSENT takes away what stood there."""
    name, _, rest = path.partition(".")
    changed = dict(written)
    if rest:
        inner = changed.get(name)
        value = with_value(inner if isinstance(inner, Mapping) else {}, rest, value)
        if not value and (name not in changed or name not in _MEANS_SOMETHING_EMPTY):
            value = ABSENT
    if value is ABSENT:
        changed.pop(name, None)
    else:
        changed[name] = copy.deepcopy(value)
    return changed


def default_of(model: type[BaseModel], path: str) -> Any:
    """Return what is taken where nothing is written at a dotted path; ABSENT where something must be."""
    place = _field_at(model, path)
    if place is None:
        return ABSENT
    info = place.model.model_fields[place.field]
    return ABSENT if info.is_required() else info.get_default(call_default_factory=True)


def help_of(model: type[BaseModel], path: str) -> str:
    """Return the line that explains the setting at a dotted path, as the model documents it, or the empty string."""
    place = _field_at(model, path)
    text = explanations(place.model).get(place.field, "").strip() if place is not None else ""
    # The marks and words of code mean nothing to people.
    return " ".join(text.replace("`", "").replace("None:", "empty:").split())


def problems_of(error: ValidationError) -> dict[str, str]:
    """Return a sentence for each place that pydantic found wrong, by its dotted path; the empty path is the whole."""
    found: dict[str, str] = {}
    for finding in error.errors(include_url=False, include_input=False):
        path = ".".join(str(part) for part in finding["loc"])
        found.setdefault(path, sentence_of(finding))
    return found


def sentence_of(finding: ErrorDetails) -> str:
    """Return what pydantic found as a sentence for people."""
    context = finding.get("ctx", {})
    match finding["type"]:
        case "missing":
            return "This must be filled in."
        case "extra_forbidden":
            return f"There is no setting “{one_line(str(finding['loc'][-1]), 60)}”."
        case "int_parsing" | "int_type" | "int_from_float":
            return "Write a whole number."
        case "greater_than_equal":
            return f"The least is {context['ge']:,}."
        case "less_than_equal":
            return f"The most is {context['le']:,}."
        case "string_too_short":
            return "This must be filled in."
        case "string_too_long":
            return f"This is longer than {context['max_length']:,} characters."
        case "too_long":
            return f"At most {context['max_length']:,} may be named."
        case "dict_type" | "model_type" | "model_attributes_type":
            return 'Write names and values as JSON, such as {"active": "true"}.'
        case "string_type":
            return "Write the value as text, in quotation marks."
        case "literal_error" | "enum":
            return f"Write one of {context['expected']}."
    return as_sentence(str(finding["msg"]).removeprefix("Value error, "))


def as_sentence(text: str) -> str:
    """Return a message with a capital letter and a full stop."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"


def read_json(text: str) -> Any:
    """Return the JSON of a text; raise ValueError with a sentence that says where it is none."""
    try:
        return json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise ValueError(f"This is not JSON yet (line {error.lineno}, column {error.colno}).") from None
    except (ValueError, RecursionError):
        raise ValueError("This is not JSON: it holds a number that is none, or is nested too deeply.") from None


def written_json(value: Any) -> str:
    """Return a value as JSON people can read and edit."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def _refuse(word: str) -> None:
    raise ValueError(word)


class _Place(NamedTuple):
    """A field, and the model that declares it."""

    model: type[BaseModel]
    field: str


def _field_at(model: type[BaseModel], path: str) -> _Place | None:
    found: _Place | None = None
    inner: type[BaseModel] | None = model
    for part in path.split("."):
        if inner is None:
            return None
        field = next((name for name, info in inner.model_fields.items() if part in {info.alias, name}), None)
        if field is None:
            return None
        found = _Place(inner, field)
        inner = next(_models_in(inner.model_fields[field].annotation), None)
    return found


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for one in typing.get_args(annotation):
        yield from _models_in(one)
