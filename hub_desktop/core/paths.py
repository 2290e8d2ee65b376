"""Taking the value at a place of a record: a name, a dotted path or a JMESPath expression."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import jmespath
from jmespath.exceptions import IncompleteExpressionError, JMESPathError

from hub_desktop.core.redaction import one_line

Raw = Mapping[str, Any]
Take = Callable[[Raw], Any]

_LONGEST_REASON = 200
_PLAIN_NAME = re.compile(r"[\w$@-]+(\.[\w$@-]+)*", re.UNICODE)
_PLAIN_PATH = re.compile(r"[\w$-]+(\.[\w$-]+)*", re.UNICODE)


def compile_path(path: str) -> Take:
    """Return a function that takes the value at a name, a dotted path or a JMESPath expression, or None.

    A name that is itself a key of the record wins over its reading as a path.
    """
    parts = path.split(".")
    if _PLAIN_PATH.fullmatch(path):
        if len(parts) == 1:
            return lambda record: record.get(path)

        def dotted(record: Raw) -> Any:
            if path in record:
                return record[path]
            value: Any = record
            for part in parts:
                if not isinstance(value, Mapping):
                    return None
                value = value.get(part)
            return value

        return dotted
    try:
        expression = jmespath.compile(path)
    except (JMESPathError, RecursionError):
        # A field name with blanks or other signs, such as “Roll No.”, is no expression but may well be a key.
        return lambda record: record.get(path)

    def search(record: Raw) -> Any:
        if path in record:
            return record[path]
        try:
            return expression.search(record)
        except (
            JMESPathError,
            ArithmeticError,
            ValueError,
            TypeError,
            LookupError,
            AttributeError,
            RecursionError,
        ) as error:
            # jmespath lets errors of its functions through, such as the overflow of ceil.
            reason = one_line(str(error), _LONGEST_REASON)
            raise ValueError(f"the expression “{path}” does not fit this record: {reason}") from None

    return search


def check_expression(value: str) -> str:
    """Return a plain name, a dotted path or a JMESPath expression; raise ValueError for anything else."""
    if not value or _PLAIN_NAME.fullmatch(value):
        return value
    try:
        jmespath.compile(value)
    except (JMESPathError, RecursionError) as error:
        shown = one_line(value, 80)
        raise ValueError(f"“{shown}” is not a path or a JMESPath expression{_where_it_breaks(error)}") from None
    return value


def _where_it_breaks(error: Exception) -> str:
    if isinstance(error, IncompleteExpressionError):
        return ": it ends too early"
    at = getattr(error, "lex_position", getattr(error, "lexer_position", None))
    return f": it breaks at character {at + 1:,}" if isinstance(at, int) else ""
