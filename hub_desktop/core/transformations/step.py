"""What a transformation is made of: its parameters, the step made from them, and its example."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Literal

from msgspec import Struct, field
from pydantic import ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from hub_desktop.core.configured import Configured
from hub_desktop.core.paths import Raw
from hub_desktop.core.redaction import one_line
from hub_desktop.core.words import did_you_mean

Step = Callable[[Any, Raw], Any]
"""From a value, and the record it comes from, to the value after it; raises ValueError with a sentence."""

Group = Literal["text", "parts", "values", "numbers", "times", "fields"]
"""Where the library shows a transformation."""

SHOWN = 60
"""Characters of a value that a reason quotes."""


class Parameters(Configured):
    """What a transformation needs; the first field may stand for the whole, as in {"prefix": "CS"}."""

    # Blanks mean something here: two names are joined with one between.
    # Made ready when first used: most of the library is not, and the window should open soon.
    model_config = ConfigDict(str_strip_whitespace=False, defer_build=True)


class Nothing(Parameters):
    """A transformation that needs nothing."""


class Example(Struct, frozen=True):
    """What comes in and what goes out; `record` holds the other fields, where the transformation looks at them."""

    given: Any
    result: Any
    parameter: Any = None
    """As the JSON writes it; None where nothing is needed."""
    record: Mapping[str, Any] = field(default_factory=dict)


class Transformation(Struct, frozen=True):
    """One entry of the library: how a step is made from its parameters, and how people learn what it does."""

    name: str
    label: str
    help: str
    group: Group
    build: Callable[[Any], Step]
    """From the checked parameters to the step."""
    examples: tuple[Example, ...]
    parameters: type[Parameters] = Nothing

    @property
    def takes(self) -> bool:
        """Whether it can be told anything."""
        return bool(self.parameters.model_fields)

    @property
    def main(self) -> str:
        """The JSON name of the parameter that may stand for the whole; empty where there is none."""
        return next((info.alias or name for name, info in self.parameters.model_fields.items()), "")

    def read(self, parameter: Any) -> Parameters:
        """Return the checked parameters of `parameter` as the JSON writes it; raise ValueError with a sentence."""
        if not self.takes:
            # Older files may hold a parameter where none is needed, and nothing depends on it.
            return self.parameters()
        if parameter is None:
            given: dict[str, Any] = {}
        elif isinstance(parameter, Mapping) and self._by_name(parameter):
            given = dict(parameter)
        else:
            given = {self.main: parameter}
        try:
            return self.parameters.model_validate(given)
        except (ValidationError, RecursionError) as error:
            raise ValueError(f"the transformation “{self.name}” {self._complaint(error)}") from None

    def write(self, parameters: Parameters) -> str | dict[str, Any]:
        """Return the shortest JSON that `read` takes for these parameters, with the name."""
        given = parameters.written()
        if not given:
            return self.name
        if set(given) == {self.main} and not (
            isinstance(given[self.main], Mapping) and self._by_name(given[self.main])
        ):
            return {self.name: given[self.main]}
        return {self.name: given}

    def make(self, parameter: Any) -> Step:
        """Return the step for `parameter` as the JSON writes it; raise ValueError with a sentence."""
        return self.build(self.read(parameter))

    def _by_name(self, parameter: Mapping[Any, Any]) -> bool:
        """Tell whether an object names parameters, rather than being the main one itself."""
        names = {info.alias or name for name, info in self.parameters.model_fields.items()}
        kind = str(next(iter(self.parameters.model_fields.values())).annotation)
        if kind == "typing.Any":
            return set(parameter) == names
        return "dict" not in kind or (set(parameter) == names and isinstance(parameter[self.main], Mapping))

    def _complaint(self, error: ValidationError | RecursionError) -> str:
        if isinstance(error, RecursionError):
            return "is nested too deeply"
        finding = error.errors(include_url=False, include_input=False)[0]
        name = ".".join(str(part) for part in finding["loc"])
        known = [info.alias or own for own, info in self.parameters.model_fields.items()]
        return _complaint(name, finding, known)


_COMPLAINTS = {
    "missing": "needs “{name}”",
    "string_type": "needs a text as “{name}”",
    "string_too_short": "needs a text that is not empty as “{name}”",
    "string_too_long": "takes at most {max_length:,} characters as “{name}”",
    "int_type": "needs a whole number as “{name}”",
    "greater_than_equal": "takes no less than {ge:,} as “{name}”",
    "less_than_equal": "takes no more than {le:,} as “{name}”",
    "literal_error": "takes {expected} as “{name}”",
    "list_type": "needs a list as “{name}”",
    "dict_type": 'needs a table of values, such as {{"P": "present"}}',
    "too_short": "needs at least one entry as “{name}”",
    "too_long": "takes at most {max_length:,} entries as “{name}”",
}


def _complaint(name: str, finding: ErrorDetails, known: list[str]) -> str:
    shown = one_line(name, SHOWN)
    if finding["type"] == "extra_forbidden":
        return f"has no “{shown}”.{did_you_mean(name, known)}"
    if finding["type"] in _COMPLAINTS:
        return _COMPLAINTS[finding["type"]].format(name=shown, **finding.get("ctx", {}))
    said = str(finding["msg"]).removeprefix("Value error, ")
    return f"cannot use “{shown}”: {said}" if name else f"cannot be used: {said}"


def is_missing(value: Any) -> bool:
    """Tell whether nothing stands there: null, or a text of blanks."""
    return value is None or (isinstance(value, str) and not value.strip())


def word(value: Any) -> str:
    """Return one value as text, spelled as in JSON; raise ValueError for lists and objects."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    try:
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        if isinstance(value, int | float):
            return str(value)
    except ValueError:
        # Python refuses integers of more than 4,300 digits.
        raise ValueError("the number is too large") from None
    raise ValueError("a list or an object stands where one value belongs")


def plain_json(value: Any) -> Any:
    """Return a value that can be written as JSON; raise ValueError for any other."""
    try:
        json.dumps(value, allow_nan=False)
    except (ValueError, TypeError, RecursionError):
        raise ValueError("it holds something that cannot be written as JSON") from None
    return value


def quoted(value: Any) -> str:
    """Return a value in quotation marks, cut to what a reason can hold."""
    try:
        return f"“{one_line(word(value), SHOWN)}”"
    except ValueError:
        return "a list or an object" if isinstance(value, list | dict) else "a very large number"


def on_text(function: Callable[[str], Any]) -> Step:
    """Return a step that changes texts and leaves all else alone."""
    return lambda value, _record: function(value) if isinstance(value, str) else value


def on_each_text(function: Callable[[str], Any]) -> Step:
    """Return a step that changes a text, or each text of a list, and leaves all else alone."""

    def step(value: Any, _record: Raw) -> Any:
        if isinstance(value, list):
            return [function(part) if isinstance(part, str) else part for part in value]
        return function(value) if isinstance(value, str) else value

    return step
