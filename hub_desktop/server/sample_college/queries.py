"""The parameters of the sample college's lists: read, refused by name, and applied."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from hub_desktop.server.sample_college.data import DataSet, Record

DEFAULT_LIMIT: Final = 100
MOST_ROWS: Final = 500

_ALWAYS: Final = {
    "page": "number of the page, from 1 (default 1)",
    "limit": f"records a page, 1 to {MOST_ROWS} (default {DEFAULT_LIMIT})",
    "updated_since": "ISO 8601 moment: only records whose updatedAt is at or after it; UTC without a zone",
}
_OF_DATES: Final = {
    "date": "ISO 8601 day: only records of that day",
    "from": "ISO 8601 day: only records of that day and later",
    "to": "ISO 8601 day: only records of that day and earlier",
}
_OF_DEPARTMENTS: Final = {"department": "only records of that department, in upper or lower case"}


class QueryError(Exception):
    """A parameter that cannot be used; `code` names the fault for programs, the message for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Query:
    """Which records of a list are wanted, and which page of them."""

    page: int = 1
    limit: int = DEFAULT_LIMIT
    updated_since: datetime | None = None
    first_day: date | None = None
    last_day: date | None = None
    department: str | None = None

    def wants(self, record: Record, data_set: DataSet) -> bool:
        """Return whether the record passes every filter."""
        if self.updated_since and datetime.fromisoformat(str(record["updatedAt"])) < self.updated_since:
            return False
        if self.department is not None and str(record.get("department", "")).casefold() != self.department:
            return False
        if not data_set.date_field:
            return True
        day = date.fromisoformat(str(record[data_set.date_field]))
        return (self.first_day or day) <= day <= (self.last_day or day)

    def page_of(self, rows: Sequence[Record]) -> Sequence[Record]:
        """Return the rows of the wanted page, none past the end."""
        start = (self.page - 1) * self.limit
        return rows[start : start + self.limit]


def parameters(data_set: DataSet) -> dict[str, str]:
    """Return the parameters a list accepts, each with what it does."""
    accepted = dict(_ALWAYS)
    if data_set.date_field:
        accepted |= _OF_DATES
    if data_set.has_department:
        accepted |= _OF_DEPARTMENTS
    return accepted


def read_query(data_set: DataSet, given: Iterable[tuple[str, str]]) -> Query:
    """Return what the parameters ask for; raise QueryError for an unknown, repeated or unreadable one."""
    pairs = list(given)
    values = dict(pairs)
    accepted = parameters(data_set)
    unknown = sorted(set(values) - set(accepted))
    if unknown:
        message = f"Unknown parameter {', '.join(unknown)}. {data_set.path} accepts {', '.join(accepted)}."
        raise QueryError("unknown_parameter", message)
    if len(pairs) > len(values):
        raise QueryError("invalid_parameter", "A parameter is given twice.")
    day = _day(values, "date")
    first_day, last_day = _day(values, "from") or day, _day(values, "to") or day
    if day and ("from" in values or "to" in values):
        raise QueryError("invalid_parameter", "Give either date, or from and to.")
    if first_day and last_day and first_day > last_day:
        raise QueryError("invalid_parameter", "from lies after to.")
    return Query(
        page=_number(values, "page", 1, 10**9),
        limit=_number(values, "limit", DEFAULT_LIMIT, MOST_ROWS),
        updated_since=_moment(values, "updated_since"),
        first_day=first_day,
        last_day=last_day,
        department=values["department"].casefold() if "department" in values else None,
    )


def _number(values: dict[str, str], name: str, default: int, most: int) -> int:
    text = values.get(name, str(default))
    # The length first: turning thousands of digits into a number takes time.
    if not (text.isascii() and text.isdigit() and len(text) <= 10 and 1 <= int(text) <= most):
        raise QueryError("invalid_parameter", f"{name} must be a whole number from 1 to {most}.")
    return int(text)


def _day(values: dict[str, str], name: str) -> date | None:
    if name not in values:
        return None
    try:
        return date.fromisoformat(values[name])
    except ValueError:
        raise QueryError("invalid_parameter", f"{name} must be a day such as 2022-05-27.") from None


def _moment(values: dict[str, str], name: str) -> datetime | None:
    if name not in values:
        return None
    try:
        moment = datetime.fromisoformat(values[name])
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        message = f"{name} must be a moment such as 2022-05-27T16:00:00Z (a plus sign is written %2B)."
        raise QueryError("invalid_parameter", message) from None
