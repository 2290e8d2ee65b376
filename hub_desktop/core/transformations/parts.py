"""Transformations that take a value apart or put one together from several fields."""

import math
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, field_validator, model_validator

from hub_desktop.core.paths import Raw, check_expression, compile_path
from hub_desktop.core.redaction import one_line
from hub_desktop.core.transformations.step import (
    SHOWN,
    Example,
    Parameters,
    Step,
    Transformation,
    is_missing,
    on_text,
    plain_json,
    word,
)

if TYPE_CHECKING:
    import regex

_COUNTED = re.compile(r"\{\s*(\d*)\s*(?:,\s*(\d*)\s*)?\}", re.ASCII)
_MOST_WRITTEN_OUT = 2_000
_LONGEST = 200
_LONGEST_SEARCHED = 10_000
_PATIENCE = 0.25
"""Seconds that a pattern may work on one value; usual ones need some microseconds."""
_MOST_SLOW = 3
_Path = Annotated[str, Field(min_length=1, max_length=300)]


class Extract(Parameters):
    """A regular expression, and which of its groups is kept."""

    pattern: Annotated[str, Field(min_length=1, max_length=_LONGEST, title="Regular expression")]
    group: Annotated[Annotated[int, Field(ge=0, le=50, strict=True)] | None, Field(title="Group")] = None
    """Which pair of parentheses is kept; 0 is all that fits. Empty: the first pair, or all where there is none."""

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, value: str) -> str:
        compile_pattern(value)
        return value

    @model_validator(mode="after")
    def _has_group(self) -> "Extract":
        groups = compile_pattern(self.pattern).groups
        if self.group is not None and self.group > groups:
            raise ValueError(f"the pattern has {groups} groups, so there is no group {self.group}")
        return self


class Split(Parameters):
    """Where a text is split, and which of its parts is kept."""

    at: Annotated[str, Field(min_length=1, max_length=_LONGEST, title="Text between the parts")]
    part: Annotated[Annotated[int, Field(ge=-100, le=100, strict=True)] | None, Field(title="Part to keep")] = None
    """1 is the first, -1 the last. Empty: all of them, as a list."""

    @field_validator("part")
    @classmethod
    def _counts(cls, value: int | None) -> int | None:
        if value == 0:
            raise ValueError("parts are counted from 1, or from -1 at the end")
        return value


class Join(Parameters):
    """What stands between the entries of a list."""

    between: Annotated[str, Field(max_length=_LONGEST, title="Text between")]


class OtherFields(Parameters):
    """Other fields of the same record."""

    fields_: Annotated[list[_Path], Field(alias="fields", min_length=1, max_length=20, title="Other fields")]
    """Names, dotted paths or JMESPath expressions, in order."""


class Concatenate(OtherFields):
    """Other fields of the same record, and what stands between them."""

    between: Annotated[str, Field(max_length=_LONGEST, title="Text between")] = " "


class When(Parameters):
    """A question to the record, and what the value becomes by the answer."""

    holds: Annotated[str, Field(alias="if", min_length=1, max_length=300, title="Condition (JMESPath)")]
    """An expression over the whole record, such as status == 'left'."""
    then: Annotated[Any, Field(title="Value where it holds")] = None
    """Empty: the field that is named for this, or the value as it is."""
    then_from: Annotated[str, Field(max_length=300, title="Field where it holds")] = ""
    """Taken instead of a fixed value."""
    otherwise: Annotated[Any, Field(alias="else", title="Value where it does not hold")] = None
    """Empty: the field that is named for this, or the value as it is."""
    otherwise_from: Annotated[str, Field(alias="elseFrom", max_length=300, title="Field where it does not hold")] = ""
    """Taken instead of a fixed value."""

    @field_validator("holds")
    @classmethod
    def _expression(cls, value: str) -> str:
        return check_expression(value)

    @field_validator("then", "otherwise")
    @classmethod
    def _plain(cls, value: Any) -> Any:
        return plain_json(value)


def compile_pattern(pattern: str) -> "regex.Pattern[str]":
    """Return a regular expression ready for use; raise ValueError with a sentence where it is none, or too large."""
    import regex

    # Counted repetitions inside each other are written out when the pattern is made ready.
    written_out = math.prod(int(most or least or 1) or 1 for least, most in _COUNTED.findall(pattern))
    if written_out > _MOST_WRITTEN_OUT:
        raise ValueError(f"“{one_line(pattern, SHOWN)}” repeats too much. Write a simpler regular expression")
    try:
        return regex.compile(pattern)
    except (regex.error, ValueError, RecursionError, OverflowError, MemoryError) as error:
        reason = one_line(str(error), 120)
        raise ValueError(f"“{one_line(pattern, SHOWN)}” is not a regular expression: {reason}") from None


def _extract(given: Extract) -> Step:
    pattern = compile_pattern(given.pattern)
    group = (1 if pattern.groups else 0) if given.group is None else given.group
    slow = 0

    def search(text: str) -> Any:
        nonlocal slow
        if len(text) > _LONGEST_SEARCHED:
            raise ValueError(f"the text is longer than {_LONGEST_SEARCHED:,} characters, too long for a pattern")
        if slow < _MOST_SLOW:
            try:
                found = pattern.search(text, timeout=_PATIENCE)
            except (TimeoutError, MemoryError, RecursionError):
                slow += 1
            else:
                return found[group] if found is not None else None
        # A pattern that goes astray on some values would otherwise take hours for a whole list.
        raise ValueError(f"the pattern “{one_line(given.pattern, SHOWN)}” takes too long. Write a simpler one")

    return _on_words(search)


def _on_words(function: Callable[[str], Any]) -> Step:
    def step(value: Any, _record: Raw) -> Any:
        return None if is_missing(value) else function(word(value))

    return step


def _split(given: Split) -> Step:
    def split(text: str) -> Any:
        parts = [part.strip() for part in text.split(given.at)]
        if given.part is None:
            return parts
        place = given.part - 1 if given.part > 0 else given.part
        return parts[place] if -len(parts) <= place < len(parts) else None

    return on_text(split)


def _join(given: Join) -> Step:
    def step(value: Any, _record: Raw) -> Any:
        if not isinstance(value, list):
            return value
        return given.between.join(word(part).strip() for part in value if not is_missing(part)) or None

    return step


def _concatenate(given: Concatenate) -> Step:
    takes = [compile_path(path) for path in given.fields_]

    def step(value: Any, record: Raw) -> Any:
        found = [value, *(take(record) for take in takes)]
        return given.between.join(word(part).strip() for part in found if not is_missing(part)) or None

    return step


def _coalesce(given: OtherFields) -> Step:
    takes = [compile_path(path) for path in given.fields_]

    def step(value: Any, record: Raw) -> Any:
        if not is_nothing(value):
            return value
        return next((found for take in takes if not is_nothing(found := take(record))), None)

    return step


def is_nothing(value: Any) -> bool:
    """Tell whether a value is missing, or a list or an object without entries."""
    return is_missing(value) or (isinstance(value, list | dict) and not value)


def _when(given: When) -> Step:
    holds = compile_path(given.holds)
    ways = {
        True: (given.then, compile_path(given.then_from) if given.then_from else None),
        False: (given.otherwise, compile_path(given.otherwise_from) if given.otherwise_from else None),
    }

    def step(value: Any, record: Raw) -> Any:
        fixed, take = ways[is_true(holds(record))]
        if take is not None:
            return take(record)
        return value if fixed is None else fixed

    return step


def is_true(answer: Any) -> bool:
    """Tell whether JMESPath takes an answer for true: all but false, null and what is empty (0 is true)."""
    return answer is not None and answer is not False and not (isinstance(answer, str | list | dict) and not answer)


PARTS = (
    Transformation(
        "extract",
        "Extract",
        "Keeps what fits a regular expression; where nothing fits, the value is missing.",
        "parts",
        _extract,
        (
            Example("Roll no. CS2101 (2024)", "CS2101", "[A-Z]{2}\\d+"),
            Example("Asha Rao <asha@college.in>", "asha@college.in", "<(.+)>"),
        ),
        Extract,
    ),
    Transformation(
        "split",
        "Split",
        "Splits a text into a list, or keeps one of its parts.",
        "parts",
        _split,
        (
            Example("CSE / 4 / B", "4", {"at": "/", "part": 2}),
            Example("maths, physics", ["maths", "physics"], ","),
        ),
        Split,
    ),
    Transformation(
        "join",
        "Join a list",
        "Makes one text of a list, leaving out what is missing.",
        "parts",
        _join,
        (Example(["Asha", None, "Rao"], "Asha Rao", " "),),
        Join,
    ),
    Transformation(
        "concatenate",
        "Add other fields",
        "Puts the values of other fields behind this one, leaving out what is missing.",
        "fields",
        _concatenate,
        (
            Example("Asha", "Asha Rao", ["last"], {"last": "Rao"}),
            Example("CSE", "CSE-4", {"fields": ["term.number"], "between": "-"}, {"term": {"number": 4}}),
        ),
        Concatenate,
    ),
    Transformation(
        "coalesce",
        "Or another field",
        "Where the value is missing, takes the first of other fields that has one.",
        "fields",
        _coalesce,
        (Example("", "9876543210", ["mobile", "home"], {"mobile": None, "home": "9876543210"}),),
        OtherFields,
    ),
    Transformation(
        "when",
        "Condition",
        "Asks the record a question, and changes the value by the answer.",
        "fields",
        _when,
        (
            Example(
                "S", "inactive", {"if": "left_on", "then": "inactive", "else": "active"}, {"left_on": "2025-06-01"}
            ),
            Example("S", "active", {"if": "left_on", "then": "inactive", "else": "active"}, {"left_on": None}),
            Example("AB", 0, {"if": "absent == `true`", "then": 0}, {"absent": True}),
        ),
        When,
    ),
)
