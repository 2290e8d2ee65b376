"""Transformations of values into other values: defaults, tables, yes and no, and numbers as countries write them."""

import math
import re
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator

from hub_desktop.core.paths import Raw
from hub_desktop.core.transformations.step import (
    Example,
    Parameters,
    Step,
    Transformation,
    is_missing,
    plain_json,
    quoted,
    word,
)

_SIGNS = re.compile(
    r"(?i)₹|€|£|\$|%|/-|\b(?:rs|inr|usd|eur|gbp)\b\.?|(?<=\d)(?:rs|inr|usd|eur|gbp)\b\.?|\b(?:rs|inr|usd|eur|gbp)(?=\d)"
)
"""What stands beside amounts and says nothing of how much it is."""
_BLANKS = re.compile(r"[ \u00a0\u2009\u202f]+")
_LONGEST_NUMBER = 60
_STYLES = {
    "point": (re.compile(r"\d+|\d{1,3}(?:,\d{3})+"), ",", "."),
    "indian": (re.compile(r"\d+|\d{1,2}(?:,\d{2})*,\d{3}|\d{3}"), ",", "."),
    "comma": (re.compile(r"\d+|\d{1,3}(?:\.\d{3})+"), ".", ","),
    "space": (re.compile(r"\d+|\d{1,3}(?: \d{3})+"), " ", ","),
}
_YES = ("true", "yes", "y", "1", "on", "t", "active", "enabled")
_NO = ("false", "no", "n", "0", "off", "f", "inactive", "disabled")
_Words = list[Annotated[str, Field(max_length=200)]]


class Default(Parameters):
    """What takes the place of a missing value."""

    value: Annotated[Any, Field(title="Value")]

    @field_validator("value")
    @classmethod
    def _plain(cls, value: Any) -> Any:
        return plain_json(value)


class Table(Parameters):
    """Which value becomes which."""

    values: Annotated[dict[str, Any], Field(min_length=1, max_length=1_000, title="Values")]

    @field_validator("values")
    @classmethod
    def _plain(cls, value: dict[str, Any]) -> Any:
        return plain_json(value)


class Boolean(Parameters):
    """Words for yes and for no, in any case; empty: the usual ones."""

    yes: Annotated[_Words, Field(alias="true", max_length=100, title="Words for yes")] = Field(default_factory=list)
    no: Annotated[_Words, Field(alias="false", max_length=100, title="Words for no")] = Field(default_factory=list)

    @field_validator("yes", "no", mode="before")
    @classmethod
    def _one_word(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value


class Number(Parameters):
    """How the number is written."""

    style: Annotated[Literal["point", "indian", "comma", "space"], Field(title="Written as")] = "point"
    """point: 1,234.5. indian: 1,23,456.78. comma: 1.234,5. space: 1 234,5."""


def _default(given: Default) -> Step:
    return lambda value, _record: given.value if is_missing(value) else value


def _table(given: Table) -> Step:
    table = given.values
    return lambda value, _record: table.get(word(value), value) if isinstance(value, str | int | float) else value


def _boolean(given: Boolean) -> Step:
    own = bool(given.yes or given.no)
    known = {one.strip().casefold(): True for one in (given.yes if own else _YES)}
    known |= {one.strip().casefold(): False for one in (given.no if own else _NO)}

    def step(value: Any, _record: Raw) -> Any:
        if is_missing(value) or isinstance(value, bool):
            return value if isinstance(value, bool) else None
        found = known.get(word(value).strip().casefold())
        if found is None:
            raise ValueError(f"{quoted(value)} is neither a word for yes nor one for no")
        return found

    return step


def _number(given: Number) -> Step:
    whole, group, point = _STYLES[given.style]

    def step(value: Any, _record: Raw) -> Any:
        if is_missing(value):
            return None
        if isinstance(value, int | float) and not isinstance(value, bool):
            if isinstance(value, float) and not math.isfinite(value):
                raise ValueError("not a number")
            return value
        if not isinstance(value, str) or len(value) > _LONGEST_NUMBER:
            raise ValueError(f"{quoted(value)} is not a number")
        text, negative = _bare(value)
        before, _, decimals = text.partition(point)
        if not whole.fullmatch(before or "0") or not (decimals or "0").isdecimal() or text in {"", point}:
            raise ValueError(f"{quoted(value)} is not a number written as {_shown_style(given.style)}")
        digits = before.replace(group, "") or "0"
        number = float(f"{digits}.{decimals}") if decimals else int(digits)
        return -number if negative else number

    return step


def _bare(written: str) -> tuple[str, bool]:
    """Return the digits and marks of an amount without what stands beside them, and whether it is negative."""
    text = _SIGNS.sub(" ", written).strip().replace("\u2212", "-")
    negative = False
    if text.startswith("(") and text.endswith(")"):
        text, negative = text[1:-1], True
    elif text.startswith("-"):
        text, negative = text[1:], True
    elif text.endswith("-"):
        text, negative = text[:-1], True
    elif text.startswith("+"):
        text = text[1:]
    return _BLANKS.sub(" ", text).strip(), negative


def _shown_style(style: str) -> str:
    return {"point": "1,234.5", "indian": "1,23,456.78", "comma": "1.234,5", "space": "1 234,5"}[style]


VALUES = (
    Transformation(
        "default",
        "Default",
        "Takes the place of a missing value.",
        "values",
        _default,
        (Example(None, "unknown", "unknown"), Example("  ", 0, 0)),
        Default,
    ),
    Transformation(
        "table",
        "Value table",
        "Takes one value for another; what is not in the table stays as it is.",
        "values",
        _table,
        (Example("P", "present", {"P": "present", "A": "absent"}), Example("Q", "Q", {"P": "present"})),
        Table,
    ),
    Transformation(
        "boolean",
        "Yes or no",
        "Makes true or false of words; a word that is neither is refused.",
        "values",
        _boolean,
        (Example("Yes", True), Example("left", False, {"true": ["studying"], "false": ["left", "passed out"]})),
        Boolean,
    ),
    Transformation(
        "number",
        "Number",
        "Reads an amount as a country writes it, without its currency. A number that is grouped otherwise is refused.",
        "numbers",
        _number,
        (
            Example("1,234.5", 1234.5),
            Example("₹ 1,23,456.78", 123456.78, "indian"),
            Example("1.234,5", 1234.5, "comma"),
        ),
        Number,
    ),
)
