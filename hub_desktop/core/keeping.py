"""What may be kept: how long each kind of data, and persons who are not to be stored again."""

import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from hub_desktop.core.datatypes import DATA_TYPES, DataType
from hub_desktop.core.errors import ConfigurationError

if TYPE_CHECKING:
    # At run time it would bring the whole checking with it, which the command line does without until it must.
    from hub_desktop.core.validation import Values

SHORTEST_DAYS = 30
LONGEST_DAYS = 36_500
_LONGEST_NUMBER = 200
PERSON_FIELDS = ("student_id", "faculty_id")
"""The fields that hold the number of a person."""


class AgeOf(StrEnum):
    """From when the age of a record is counted."""

    LAST_CHANGED = "last-changed"
    DATE = "date"
    """Its own date: of the attendance, of the exam."""


class Retention(Struct, frozen=True):
    """How many days records of a kind are kept."""

    days: int
    age_of: AgeOf = AgeOf.LAST_CHANGED

    def limit(self, today: date) -> date:
        """Return the first day that is kept."""
        return today - timedelta(days=self.days)


def date_field(data_type: DataType) -> str | None:
    """Return the field with the date of a record itself; a person's birthday or admission is none."""
    return {"attendance": "date", "marks": "exam_date"}.get(data_type.name)


def read_retention(data_type: str, days: int, age_of: str = AgeOf.LAST_CHANGED) -> Retention:
    """Return the rule; raise ConfigurationError when it is none that can be kept."""
    kind = DATA_TYPES.get(data_type)
    if kind is None:
        raise ConfigurationError(f"There is no data type “{data_type}”.", field="type")
    if not SHORTEST_DAYS <= days <= LONGEST_DAYS:
        raise ConfigurationError(
            f"Records are kept for {SHORTEST_DAYS} to {LONGEST_DAYS:,} days. Choose a number between the two.",
            field="days",
        )
    counted = AgeOf(age_of)
    if counted is AgeOf.DATE and date_field(kind) is None:
        raise ConfigurationError(
            f"{kind.label} have no date of their own. Count their age from the last change.", field="age"
        )
    return Retention(days, counted)


def person_digest(salt: str, college_id: int, person: str) -> str:
    """Return what stands for a person's number where the number itself may not: HMAC-SHA-256, in hex."""
    return hmac.new(salt.encode(), f"{college_id}\n{person}".encode(), hashlib.sha256).hexdigest()


def _number_of(written: str | int) -> str:
    """Return a value as the number of a person would be stored, as far as it can be one."""
    text = written if isinstance(written, str) else f"{written:x}" if abs(written) >= 2**63 else str(written)
    return text.strip() if len(text) <= _LONGEST_NUMBER else ""


class Keeping(Struct, frozen=True):
    """What a college allows to be stored; `digest_of` gives the digest of a person's number."""

    digest_of: Callable[[str], str]
    excluded: frozenset[str] = frozenset()
    retentions: Mapping[str, Retention] = field(default_factory=dict)

    def allows(self, data_type: DataType, values: "Values", now: datetime) -> bool:
        """Tell whether a record may be stored: it names no excluded person, and is not past its time already."""
        rule = self.retentions.get(data_type.name)
        if rule is not None and rule.age_of is AgeOf.DATE:
            day = values[data_type.field_names.index(date_field(data_type) or "")]
            if isinstance(day, str) and day < rule.limit(now.date()).isoformat():
                return False
        if not self.excluded:
            return True
        if data_type.name == "custom":
            return not self.names_excluded(json.loads(str(values[-1])))
        return not any(
            field.name in PERSON_FIELDS and field.key and value and self._is_excluded(str(value))
            for field, value in zip(data_type.fields, values, strict=True)
        )

    def cleared(self, data_type: DataType, values: "Values") -> "Values":
        """Return a record that may be stored without mentions of excluded persons, such as the teacher of a subject."""
        places = [p for p, f in enumerate(data_type.fields) if f.name in PERSON_FIELDS and not f.key]
        gone = {place for place in places if values[place] and self._is_excluded(str(values[place]))}
        return tuple(None if place in gone else value for place, value in enumerate(values)) if gone else values

    def names_excluded(self, raw: Any) -> bool:
        """Tell whether an excluded person's number stands anywhere in a record as it came."""
        if not self.excluded:
            return False
        # Without recursion, for nobody has looked yet how deep it is nested.
        waiting = [raw]
        while waiting:
            one = waiting.pop()
            if isinstance(one, Mapping):
                waiting += one.values()
            elif isinstance(one, list | tuple):
                waiting += one
            elif isinstance(one, str | int) and not isinstance(one, bool) and self._is_excluded(_number_of(one)):
                return True
        return False

    def _is_excluded(self, number: str) -> bool:
        return self.digest_of(number) in self.excluded

    @property
    def everything(self) -> bool:
        """Whether nothing at all is kept out, so that no record need be looked at."""
        return not self.excluded and not any(rule.age_of is AgeOf.DATE for rule in self.retentions.values())
