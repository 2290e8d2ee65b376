"""What can happen to one value on its way in: named, typed steps that a mapping lists.

Each step is a pure function of one JSON value. A step leaves a missing value (None) alone unless it says otherwise,
and raises ValueError with a sentence for a value it cannot take.
"""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from hub_desktop.core.redaction import one_line
from hub_desktop.core.words import did_you_mean

Step = Callable[[Any], Any]
_SHOWN = 60
_BLOCK = re.compile(r"(?i)</?(?:p|br|div|li|ul|ol|tr|td|th|table|h[1-6])\b[^<>]*>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--[^<>]*-->")
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Transformation:
    """One entry of the library: how a step is made from its parameter (None: it takes none)."""

    name: str
    label: str
    help: str
    make: Callable[[Any], Step]
    takes: str = ""
    """What the parameter is, in words; empty when there is none."""


def _on_text(function: Callable[[str], str]) -> Callable[[Any], Step]:
    def make(_parameter: Any) -> Step:
        return lambda value: function(value) if isinstance(value, str) else value

    return make


def _default(parameter: Any) -> Step:
    return lambda value: parameter if _is_missing(value) else value


def _prefix(parameter: Any) -> Step:
    start = _text_parameter("prefix", parameter)
    # A missing value stays missing: the prefix alone would be a value that nobody sent.
    return lambda value: None if _is_missing(value) else start + _word(value)


def _date(parameter: Any) -> Step:
    layout = _text_parameter("date", parameter)
    _check_layout(layout)

    def step(value: Any) -> Any:
        if _is_missing(value):
            return None
        text = _word(value)
        try:
            return _date_by(layout, text)
        except ValueError:
            raise ValueError(f"“{one_line(text, _SHOWN)}” is not a date written as {layout}") from None

    return step


def _check_layout(layout: str) -> None:
    """Raise ValueError for a layout that cannot be read back, or that leaves out day, month or year."""
    days = (date(2000, 1, 31), date(2024, 11, 6))
    try:
        whole = all(_date_by(layout, day.strftime(layout)) == day.isoformat() for day in days)
    except (ValueError, re.error):
        whole = False
    if not whole:
        raise ValueError(f"“{one_line(layout, _SHOWN)}” is not a date format with day, month and year, as in %d/%m/%Y")


def _date_by(layout: str, text: str) -> str:
    return datetime.strptime(text.strip(), layout).date().isoformat()  # noqa: DTZ007 - a calendar date


def _epoch(_parameter: Any) -> Step:
    def step(value: Any) -> Any:
        # 0 means never in Moodle and its kin.
        if _is_missing(value) or (isinstance(value, str | int | float) and str(value) in {"0", "0.0"}):
            return None
        try:
            # By way of text, so that true and false are no seconds.
            return datetime.fromtimestamp(float(_word(value)), UTC).date().isoformat()
        except (ValueError, TypeError, OverflowError, OSError):
            raise ValueError(f"“{one_line(_word(value), _SHOWN)}” is not a time in seconds since 1970") from None

    return step


def _table(parameter: Any) -> Step:
    if not isinstance(parameter, Mapping) or not parameter:
        raise ValueError('the transformation “table” needs a table of values, such as {"P": "present"}')
    table = {str(key): value for key, value in parameter.items()}
    return lambda value: table.get(_word(value), value) if isinstance(value, str | int | float) else value


def _join(parameter: Any) -> Step:
    between = _text_parameter("join", parameter)

    def step(value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return between.join(_word(part).strip() for part in value if not _is_missing(part)) or None

    return step


def _text_of_html(text: str) -> str:
    """Return what a browser would show: tags gone, entities written out, blanks and line breaks as one blank."""
    bare = _TAG.sub("", _BLOCK.sub(" ", text))
    return " ".join(html.unescape(bare).split())


def _before(parameter: Any) -> Step:
    mark = _mark_parameter("before", parameter)
    return _on_each_text(lambda text: text.partition(mark)[0].strip())


def _after(parameter: Any) -> Step:
    mark = _mark_parameter("after", parameter)
    return _on_each_text(lambda text: text.rpartition(mark)[2].strip())


def _on_each_text(function: Callable[[str], str]) -> Step:
    def step(value: Any) -> Any:
        if isinstance(value, list):
            return [step(part) for part in value]
        return function(value) if isinstance(value, str) else value

    return step


def _weekday(_parameter: Any) -> Step:
    def step(value: Any) -> Any:
        if _is_missing(value):
            return None
        text = _word(value).strip()
        try:
            return _WEEK[date.fromisoformat(text[:10]).weekday()]
        except ValueError:
            raise ValueError(f"“{one_line(text, _SHOWN)}” is not a date such as 2026-01-31") from None

    return step


def _mark_parameter(name: str, parameter: Any) -> str:
    mark = _text_parameter(name, parameter)
    if not mark:
        raise ValueError(f"the transformation “{name}” needs a text that is not empty")
    return mark


def _is_missing(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _word(value: Any) -> str:
    """Return one value as text, spelled as in JSON; raise ValueError for lists and objects."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str | int | float):
        return str(value)
    raise ValueError("a list or an object stands where one value belongs")


def _text_parameter(name: str, parameter: Any) -> str:
    if not isinstance(parameter, str):
        # A ValueError, because pydantic turns it into a message at the field.
        raise ValueError(f"the transformation “{name}” needs a text")  # noqa: TRY004
    return parameter


LIBRARY: dict[str, Transformation] = {
    t.name: t
    for t in (
        Transformation("trim", "Trim", "Removes blanks at both ends.", _on_text(str.strip)),
        Transformation("upper", "Upper case", "cs101 → CS101", _on_text(str.upper)),
        Transformation("lower", "Lower case", "A@B.IN → a@b.in", _on_text(str.lower)),
        Transformation("title", "Title case", "ASHA RAO → Asha Rao", _on_text(str.title)),
        Transformation("default", "Default", "Takes the place of a missing value.", _default, "a value"),
        Transformation("prefix", "Prefix", "101 → CS101", _prefix, "a text"),
        Transformation("table", "Value table", "P → present", _table, "a table of values"),
        Transformation("date", "Date format", "31/01/2026 with %d/%m/%Y → 2026-01-31", _date, "a date format"),
        Transformation("epoch", "Seconds since 1970", "1767225600 → 2026-01-01 (UTC)", _epoch),
        Transformation("join", "Join a list", '["Asha", "Rao"] → Asha Rao', _join, "the text between"),
        Transformation("html", "HTML to text", "R&amp;D <i>draft</i> → R&D draft", _on_text(_text_of_html)),
        Transformation("before", "Text before", "09:00 - 10:00 with “ - ” → 09:00", _before, "the text it ends at"),
        Transformation("after", "Text after", "uri://x#Present with # → Present", _after, "the text it begins after"),
        Transformation("weekday", "Day of the week", "2026-01-31 → saturday", _weekday),
    )
}


def parse_step(written: Any) -> tuple[Transformation, Any]:
    """Return the transformation and parameter of `"trim"` or `{"prefix": "CS"}`; raise ValueError otherwise."""
    if isinstance(written, str):
        name, parameter = written, None
    elif isinstance(written, Mapping) and len(written) == 1:
        name, parameter = next(iter(written.items()))
    else:
        raise ValueError("a transformation is a name, or one name with its parameter")
    found = LIBRARY.get(name)
    if found is None:
        raise ValueError(f"there is no transformation “{name}”.{did_you_mean(name, LIBRARY)}")
    return found, parameter


def compile_steps(written: list[Any]) -> Step | None:
    """Return one function that applies the written steps in order, or None for an empty list."""
    steps = [found.make(parameter) for found, parameter in map(parse_step, written)]
    if not steps:
        return None
    if len(steps) == 1:
        return steps[0]

    def apply(value: Any) -> Any:
        for step in steps:
            value = step(value)
        return value

    return apply
