"""From raw values to a checked record: cleaned, typed, or refused with all its reasons."""

import json
import math
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from hub_desktop.core.columns import fast_check
from hub_desktop.core.cross_checks import CrossChecks
from hub_desktop.core.datatypes import DATA_TYPES, DataType, Field, FieldKind
from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.mapping import Mapper, compile_path
from hub_desktop.core.raw_records import Unreadable
from hub_desktop.core.rewriting import Rewrite
from hub_desktop.core.times import utc_now

Value = str | float | int | None
Values = tuple[Value, ...]
"""A checked record: one value for each field of its data type, in stored order."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_PLAIN = re.compile(r"[ -~]*")
_HALF = re.compile(r"[\ud800-\udfff]")
_ISO_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?")
_SLASH_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:([AaPp]\.?[Mm]\.?)|Z|[+-]\d{2}:?\d{2})?", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ](.+)", re.ASCII)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_LARGEST_INTEGER = 2**63 - 1
_FEWEST_TOGETHER = 8
"""Records of one shape for which looking at whole columns is worth it."""
_MOST_SHAPES = 1_000


class RefusedValueError(ValueError):
    """A value does not pass the check of its field; the message is for people."""


class Refused(Struct, frozen=True):
    """A record that was not stored: as it came, with all its reasons."""

    raw: Any
    reasons: tuple[str, ...]


class Checked(Struct, frozen=True):
    """The records of one page: those to store, those refused, and warnings about dropped values."""

    good: list[Values]
    refused: list[Refused]
    warnings: list[str]
    passed_over: int = 0
    """Records that a transformation of whole records left out on purpose."""


class RecordChecker:
    """Maps and checks the records of one endpoint. A run makes its own; it is not shared between threads."""

    def __init__(self, name: str, endpoint: Endpoint, rewrite: Rewrite | None = None) -> None:
        self._rewrite = rewrite
        self.data_type = DATA_TYPES[endpoint.data_type or name]
        self._name = name
        self._custom_key = [compile_path(field) for field in endpoint.key]
        self._key_names = endpoint.key
        self.mapper = Mapper(self.data_type, endpoint.mappings)
        self._checks = [(field, _check_of(field)) for field in self.data_type.fields]
        self._fast = [fast_check(field, check) for field, check in self._checks]
        self._across = CrossChecks(self.data_type, utc_now().date())
        self.shapes: dict[tuple[str, ...], int] = {}
        """How many records came with which fields, as far as they were told apart on the way; bounded."""

    def check(self, records: Sequence[Any]) -> Checked:
        """Return the checked page; one bad record never stops the others.

        Raises ConfigurationError where the transformation of whole records does.
        """
        if self._rewrite is None:
            return self._check(records, records)
        # What could not be read is no record that a function could be given.
        done = self._rewrite([record for record in records if not isinstance(record, Unreadable)])
        checked = self._check(done.records, done.originals)
        failed = [Refused(raw, (reason,)) for raw, reason in done.refused]
        failed += [Refused(record.raw, (record.reason,)) for record in records if isinstance(record, Unreadable)]
        return replace(checked, refused=[*failed, *checked.refused], passed_over=done.passed_over)

    @property
    def rewrites(self) -> bool:
        """Whether whole records are transformed first, so that their fields are not those of the upstream."""
        return self._rewrite is not None

    def settle(self, records: Sequence[Any]) -> None:
        """Choose which fields name a record by a page that is not checked, as checking it would."""
        if self._rewrite is None:
            self.mapper.settle(records)
        elif not self.mapper.settled:
            whole = [record for record in records if not isinstance(record, Unreadable)]
            self.mapper.settle(self._rewrite(whole).records)

    def _check(self, records: Sequence[Any], originals: Sequence[Any]) -> Checked:
        self.mapper.settle(records)
        known: list[Values | None] = [None] * len(records)
        if self.data_type.name != "custom":
            known = self._check_columns(records)
            passed = [row for row in known if row is not None]
            if len(passed) == len(known):
                return Checked(passed, [], [])
        one = self._check_custom if self.data_type.name == "custom" else self._check_one
        good: list[Values] = []
        refused: list[Refused] = []
        warnings: list[str] = []
        for place, record in enumerate(records):
            row = known[place]
            if row is not None:
                good.append(row)
                continue
            if isinstance(record, Unreadable):
                refused.append(Refused(record.raw, (record.reason,)))
                continue
            if type(record) is not dict and not isinstance(record, Mapping):
                refused.append(Refused(originals[place], ("This is not a record but a single value.",)))
                continue
            values, reasons = one(record, warnings)
            if reasons:
                refused.append(Refused(originals[place], tuple(reasons)))
            else:
                good.append(values)
        return Checked(good, refused, warnings)

    def _check_columns(self, records: Sequence[Any]) -> list[Values | None]:
        """Return the records with which nothing is wrong; None for each that wants to be looked at by itself."""
        if set(map(type, records)) == {dict} and len(alike := set(map(tuple, records))) == 1:
            # So are most pages, and they are not gone through record by record.
            self._count_shape(alike.pop(), len(records))
            return self._check_shape(records) if len(records) >= _FEWEST_TOGETHER else [None] * len(records)
        shapes: dict[tuple[str, ...], list[int]] = {}
        for place, record in enumerate(records):
            if type(record) is dict:
                shapes.setdefault(tuple(record), []).append(place)
        found: list[Values | None] = [None] * len(records)
        for shape, places in shapes.items():
            self._count_shape(shape, len(places))
            if len(places) >= _FEWEST_TOGETHER:
                rows = self._check_shape([records[place] for place in places])
                for place, row in zip(places, rows, strict=True):
                    found[place] = row
        return found

    def _count_shape(self, shape: tuple[str, ...], records: int) -> None:
        if shape in self.shapes or len(self.shapes) < _MOST_SHAPES:
            self.shapes[shape] = self.shapes.get(shape, 0) + records

    def _check_shape(self, records: Sequence[dict[str, Any]]) -> list[Values | None]:
        raw, doubtful = self.mapper.columns(records)
        columns: list[list[Any]] = []
        for (field, check), fast, column in zip(self._checks, self._fast, raw, strict=True):
            checked = [None] * len(records) if column is None else fast(column)
            if checked is None:
                checked = self._look_closer(check, column or [], doubtful)
            if (field.required or field.key) and None in checked:
                if field.may_be_empty:
                    checked = ["" if value is None else value for value in checked]
                else:
                    doubtful.update(place for place, value in enumerate(checked) if value is None)
            columns.append(checked)
        doubtful.update(self._across.doubtful(columns))
        rows: list[Values | None] = list(zip(*columns, strict=True))
        for place in doubtful:
            rows[place] = None
        return rows

    @staticmethod
    def _look_closer(check: Callable[[Any], Value], column: Sequence[Any], doubtful: set[int]) -> list[Any]:
        """Check a column value by value, and note the places of those that do not pass."""
        checked: list[Any] = []
        for place, given in enumerate(column):
            try:
                checked.append(None if given is None else check(given))
            except RefusedValueError:
                doubtful.add(place)
                checked.append(None)
        return checked

    def _check_one(self, record: Mapping[str, Any], warnings: list[str]) -> tuple[Values, list[str]]:
        raw, mismapped = self.mapper.map(record)
        reasons: list[str] = []
        values: list[Value] = []
        for (field, check), given in zip(self._checks, raw, strict=True):
            try:
                value = None if given is None else check(given)
                error = mismapped.get(field.name)
            except RefusedValueError as refused:
                error = str(refused)
            if error is not None:
                if field.required or field.key:
                    reasons.append(f"{field.label}: {error}.")
                else:
                    warnings.append(f"{field.label}: {error}; the value was left out.")
                value = None
            elif value is None and (field.required or field.key):
                if field.may_be_empty:
                    value = ""
                else:
                    reasons.append(f"{field.label} is missing.")
            values.append(value)
        for place, field, error in self._across.faults(values):
            if field.required or field.key:
                reasons.append(f"{field.label}: {error}.")
            else:
                warnings.append(f"{field.label}: {error}; the value was left out.")
                values[place] = None
        return tuple(values), reasons

    def _check_custom(self, record: Mapping[str, Any], _warnings: list[str]) -> tuple[Values, list[str]]:
        reasons: list[str] = []
        parts: list[str] = []
        for name, take in zip(self._key_names, self._custom_key, strict=True):
            try:
                part = _whole_text(take(record), 200)
            except ValueError as error:
                reasons.append(f"{name}: {error}.")
            else:
                if part is None:
                    reasons.append(f"{name} is missing.")
                else:
                    parts.append(part)
        content = ""
        try:
            content = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
            content.encode("utf-8")
        except (ValueError, TypeError, RecursionError):
            reasons.append("The record holds something that is not valid JSON text.")
        limit = self.data_type.field_named("content").max_length
        if len(content) > limit:
            reasons.append(f"The record is longer than {limit:,} characters.")
        key = _joined_key(parts)
        longest = self.data_type.field_named("record_id").max_length
        if len(key) > longest:
            reasons.append(f"The key is longer than {longest} characters.")
        return (self._name, key, content), reasons


def _joined_key(parts: Sequence[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    # Escaped, so that “a|b” and “c” do not make the same key as “a” and “b|c”.
    return "|".join(part.replace("\\", "\\\\").replace("|", "\\|") for part in parts)


def check_value(field: Field, given: Any) -> Value:
    """Return one value cleaned and typed, None for an empty one; raise RefusedValueError with the reason."""
    return None if given is None else _check_of(field)(given)


def _check_of(field: Field) -> Callable[[Any], Value]:
    if field.key:
        return _check_of_key(field)
    match field.kind:
        case FieldKind.DATE:
            return _date
        case FieldKind.TIME:
            return _time
        case FieldKind.NUMBER:
            return lambda given: _number(given, field.minimum)
        case FieldKind.INTEGER:
            return lambda given: _integer(given, field.minimum)
        case FieldKind.CHOICE:
            return _choice_check(field)
        case FieldKind.EMAIL:
            return lambda given: _email(given, field.max_length)
        case _:
            return lambda given: _text(given, field.max_length)


def _check_of_key(field: Field) -> Callable[[Any], Value]:
    """Return the check of a part of the key: what is broken in it is refused, never mended to the key of another."""
    match field.kind:
        case FieldKind.DATE:
            return _date
        case FieldKind.TIME:
            return _time
        case FieldKind.TEXT:
            return lambda given: _whole_text(given, field.max_length)
        case _:
            check = _check_of(replace(field, key=False))

    def check_whole(given: Any) -> Value:
        _refuse_half(given)
        return check(given)

    return check_whole


def _refuse_half(given: Any) -> None:
    if isinstance(given, str) and not given.isascii() and _HALF.search(given):
        raise RefusedValueError("the text is damaged: it holds half of a character")


def _whole_text(given: Any, limit: int) -> str | None:
    _refuse_half(given)
    return _text(given, limit)


def clean(text: str) -> str:
    """Return text in NFC, without control characters, trimmed."""
    if _PLAIN.fullmatch(text):
        return text.strip()
    return unicodedata.normalize("NFC", _CONTROL.sub("", text)).strip()


def _text(given: Any, limit: int) -> str | None:
    if isinstance(given, str):
        text = clean(given)
    elif isinstance(given, bool):
        text = "true" if given else "false"
    elif isinstance(given, int):
        text = _integer_text(given)
    elif isinstance(given, float):
        text = _float_text(given)
    elif given is None:
        return None
    else:
        raise RefusedValueError("a list or an object stands where one value belongs")
    if len(text) > limit:
        raise RefusedValueError(f"the text is longer than {limit} characters")
    return text or None


def _integer_text(given: int) -> str:
    try:
        return str(given)
    except ValueError:
        # Python refuses integers of more than 4,300 digits.
        raise RefusedValueError("the number is too large") from None


def _float_text(given: float) -> str:
    if not math.isfinite(given):
        raise RefusedValueError("not a number")
    return str(int(given)) if given.is_integer() and abs(given) < 2**53 else repr(given)


def _email(given: Any, limit: int) -> str | None:
    text = _text(given, limit)
    if text is not None and not _EMAIL.fullmatch(text):
        raise RefusedValueError(f"“{_short(text)}” is not an email address")
    return text


@lru_cache(maxsize=20_000)
def _date_of_text(text: str) -> str | None:
    # Here rather than for keys only: what is remembered is looked at once.
    _refuse_half(text)
    text = clean(text)
    if not text:
        return None
    found = _ISO_DATE.fullmatch(text)
    if found:
        try:
            return date.fromisoformat(found[1]).isoformat()
        except ValueError:
            raise RefusedValueError(f"there is no day “{_short(text)}”") from None
    if _SLASH_DATE.fullmatch(text):
        raise RefusedValueError(
            f"is “{text}” day first or month first? Choose the date format in the mapping of this field"
        )
    raise RefusedValueError(f"“{_short(text)}” is not a date such as 2026-01-31")


def _date(given: Any) -> str | None:
    if isinstance(given, str):
        return _date_of_text(given)
    if isinstance(given, int | float) and not isinstance(given, bool):
        raise RefusedValueError(
            f"“{_short(_plain(given))}” is a number. If it counts seconds since 1970, choose that in the mapping of "
            "this field"
        )
    raise RefusedValueError("a list or an object stands where a date belongs")


@lru_cache(maxsize=4_000)
def _time_of_text(text: str) -> str | None:
    _refuse_half(text)
    text = clean(text)
    if not text:
        return None
    # A whole moment (2026-01-31T09:30:00) holds the time after its date.
    moment = _MOMENT.fullmatch(text)
    found = _TIME.fullmatch(moment[1] if moment else text)
    if not found:
        raise RefusedValueError(f"“{_short(text)}” is not a time such as 09:30")
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").lower().replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            raise RefusedValueError(f"there is no time “{_short(text)}”")
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise RefusedValueError(f"there is no time “{_short(text)}”")
    return f"{hour:02d}:{minute:02d}"


def _time(given: Any) -> str | None:
    if isinstance(given, str):
        return _time_of_text(given)
    raise RefusedValueError(f"“{_short(_plain(given))}” is not a time such as 09:30")


def _number(given: Any, minimum: float | None) -> float | None:
    if isinstance(given, bool):
        raise RefusedValueError("true or false stands where a number belongs")
    if isinstance(given, str):
        text = clean(given)
        if not text:
            return None
        try:
            # Python reads 1_000 as a number; nobody else does.
            number = float(text.replace("_", "?"))
        except ValueError:
            raise RefusedValueError(f"“{_short(text)}” is not a number") from None
    elif isinstance(given, int | float):
        number = float(given) if abs(given) <= _LARGEST_INTEGER else math.inf
    else:
        raise RefusedValueError("a list or an object stands where a number belongs")
    if not math.isfinite(number):
        raise RefusedValueError("the number is too large or not a number")
    if minimum is not None and number < minimum:
        raise RefusedValueError(f"{number:g} is less than {minimum:g}")
    return number


def _integer(given: Any, minimum: float | None) -> int | None:
    number = _number(given, minimum)
    if number is None:
        return None
    if not number.is_integer():
        raise RefusedValueError(f"{number:g} is not a whole number")
    return int(number)


def _choice_check(field: Field) -> Callable[[Any], Value]:
    words = {word: stored for stored, others in field.choices.items() for word in (stored, *others)}
    names = ", ".join(field.choices)

    def check(given: Any) -> Value:
        if isinstance(given, str) and given in field.choices:
            return given
        text = _text(given, field.max_length)
        if text is None:
            return None
        stored = words.get(text.lower())
        if stored is None:
            raise RefusedValueError(f"“{_short(text)}” is none of {names}")
        return stored

    return check


def _plain(given: Any) -> str:
    if isinstance(given, int):
        return _integer_text(given)
    return str(given) if isinstance(given, float) else "a list or an object"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def key_of(data_type: DataType, values: Values) -> Values:
    """Return the part of a checked record that names it."""
    return values[: len(data_type.key_fields)]
