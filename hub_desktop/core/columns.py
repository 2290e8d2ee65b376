"""Checking a whole column of a page at once, for the many values with which nothing is wrong.

Each function returns the values as the check of their field gives them, one by one, or None where at least one needs
that closer look. They must agree with `validation` in every case; a property test holds them to it.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from hub_desktop.core.datatypes import Field, FieldKind

Column = list[Any]
Check = Callable[[Any], Any]
FastCheck = Callable[[Column], Column | None]

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_LARGEST_INTEGER = 2**63 - 1
_NOTHING = type(None)


def fast_check(field: Field, check: Check) -> FastCheck:
    """Return the quick way through a column of this field; `check` is the check of one value that is not None."""
    match field.kind:
        case FieldKind.DATE | FieldKind.TIME | FieldKind.CHOICE:
            return lambda column: _texts_by(check, column)
        case FieldKind.NUMBER:
            return lambda column: _numbers(column, field.minimum)
        case FieldKind.INTEGER:
            return lambda column: _integers(column, field.minimum)
        case FieldKind.EMAIL:
            return lambda column: _emails(column, field.max_length)
        case FieldKind.TEXT:
            return lambda column: _texts(column, field.max_length)


def _texts(column: Column, limit: int) -> Column | None:
    kinds = set(map(type, column))
    if kinds == {int}:
        if not _within_64_bits(column):
            return None
        written = {number: str(number) for number in set(column)}
        return list(map(written.__getitem__, column)) if max(map(len, written.values())) <= limit else None
    if not kinds <= {str, _NOTHING}:
        return None
    if "" in column:
        column = [value or None for value in column]
    given = [value for value in column if value is not None]
    if not given:
        return column
    if not _are_clean(given) or max(map(len, given)) > limit:
        return None
    return column


def _are_clean(texts: Sequence[str]) -> bool:
    """Tell whether cleaning would leave every one of the texts, none of them empty, as it is; False: not sure."""
    # What can be printed holds no control character, no half of a character, and no blank but the plain one.
    if not "".join(texts).isprintable():
        return False
    lines = "\n".join(texts)
    if lines.startswith(" ") or lines.endswith(" ") or " \n" in lines or "\n " in lines:
        return False
    # A line break joins with nothing, so that together they are in NFC where each of them is.
    return lines.isascii() or unicodedata.is_normalized("NFC", lines)


def _emails(column: Column, limit: int) -> Column | None:
    texts = _texts(column, limit)
    if texts is None or set(map(type, column)) == {int}:
        return None
    return texts if all(map(_EMAIL.fullmatch, (text for text in texts if text is not None))) else None


def _texts_by(check: Check, column: Column) -> Column | None:
    if not set(map(type, column)) <= {str, _NOTHING}:
        return None
    try:
        # A page holds few days, times and words, each many times over.
        known = {value: None if value is None else check(value) for value in set(column)}
    except ValueError:
        return None
    return list(map(known.__getitem__, column))


def _numbers(column: Column, minimum: float | None) -> Column | None:
    if not set(map(type, column)) <= {int, float, _NOTHING}:
        return None
    given = [value for value in column if value is not None]
    if not given:
        return column
    if not all(map(math.isfinite, given)) or not _within_64_bits(given):
        return None
    if minimum is not None and min(given) < minimum:
        return None
    return [None if value is None else float(value) for value in column]


def _integers(column: Column, minimum: float | None) -> Column | None:
    numbers = _numbers(column, minimum)
    if numbers is None or not all(number is None or number.is_integer() for number in numbers):
        return None
    return [None if number is None else int(number) for number in numbers]


def _within_64_bits(numbers: Sequence[float]) -> bool:
    return max(numbers) <= _LARGEST_INTEGER and min(numbers) >= -_LARGEST_INTEGER
