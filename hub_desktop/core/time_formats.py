"""How upstreams write a moment, or any other value that tells how far an endpoint has come.

A format is `iso` (2026-01-31T09:00:00Z), `date` (2026-01-31), `epoch` (seconds since 1970), `epoch-ms`, `number` (a
counter such as a change version), `text` (compared as it is written), or a layout of strftime such as `%d/%m/%Y`.
"""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from hub_desktop.core.redaction import one_line

NAMED_FORMATS = ("iso", "date", "epoch", "epoch-ms", "number", "text")
_DIRECTIVES = frozenset("YmdHMSfyjbBaAIpzGVuUW%")
_COUNTERS = frozenset({"number", "text"})
_SPAN = re.compile(r"(\d{1,5})\s*(day|week|month|year)s?", re.IGNORECASE)
_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}


def check_format(written: str) -> str:
    """Return a format that is known and, where it is a layout, can be read back; raise ValueError otherwise."""
    if written in NAMED_FORMATS:
        return written
    sample = datetime(2024, 11, 6, 13, 5, 9, tzinfo=UTC)
    try:
        back = read_moment(sample.strftime(written), written) if "%" in written else None
    except (ValueError, re.error):
        back = None
    if back is None or back.date() != sample.date():
        raise ValueError(
            f"“{one_line(written, 60)}” is not a time format. Write {', '.join(NAMED_FORMATS)}, or a layout with "
            "day, month and year such as %d/%m/%Y"
        )
    return written


def check_written_format(written: str) -> str:
    """Return a format in which a moment can be written, if not read back, such as %Y; raise ValueError otherwise."""
    directives = re.findall(r"%(.?)", written)
    if written in NAMED_FORMATS[:4] or (directives and all(one and one in _DIRECTIVES for one in directives)):
        return written
    raise ValueError(
        f"“{one_line(written, 60)}” is not a time format. Write {', '.join(NAMED_FORMATS[:4])}, or a layout such as "
        "%d/%m/%Y"
    )


def is_counter(time_format: str) -> bool:
    """Tell whether values of this format are no times: they cannot be moved back or cut into windows."""
    return time_format in _COUNTERS


def write_moment(moment: datetime, time_format: str) -> str:
    """Return a moment (aware) as the format writes it, in UTC."""
    utc = moment.astimezone(UTC)
    match time_format:
        case "iso":
            # strftime writes the year 1 as it is, where four digits belong.
            return f"{utc.replace(tzinfo=None).isoformat(timespec='seconds')}Z"
        case "date":
            return utc.date().isoformat()
        case "epoch":
            return str(int(utc.timestamp()))
        case "epoch-ms":
            return str(int(utc.timestamp() * 1000))
        case _:
            return utc.strftime(time_format)


def read_moment(value: Any, time_format: str) -> datetime:
    """Return the aware UTC moment that a value of a time format names; raise ValueError where it names none.

    A time without a zone is taken as UTC, so that it is written again as it was read.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError("no time")  # noqa: TRY004 - one kind of refusal for all that is no time
    text = str(value).strip()
    try:
        match time_format:
            case "epoch" | "epoch-ms":
                return datetime.fromtimestamp(float(text) / (1000 if time_format == "epoch-ms" else 1), UTC)
            case "iso" | "date":
                found = datetime.fromisoformat(text)
            case _:
                found = datetime.strptime(text, time_format)  # noqa: DTZ007 - a zone is given below
        # Year 1, which some systems write for “never”, has no moment in UTC east of Greenwich.
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (OverflowError, OSError):
        raise ValueError("a time out of range") from None


def read_first(written: str, now: datetime) -> datetime:
    """Return the moment that “2024-06-01” or “90 days” (before `now`) names; raise ValueError otherwise."""
    span = _SPAN.fullmatch(written.strip())
    try:
        if span is not None:
            return now - timedelta(days=int(span[1]) * _DAYS[span[2].lower()])
        return read_moment(written, "iso")
    except (ValueError, OverflowError):
        raise ValueError(
            f"“{one_line(written, 60)}” is no start. Write a date such as 2024-06-01, or how far back, such as 90 days"
        ) from None
