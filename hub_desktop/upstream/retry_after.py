"""How long an upstream asks to be left alone, out of the headers of its answer."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST_SECONDS = 7 * 24 * 3600.0
"""Whatever an upstream says, it is tried again after a week."""

_RESET_HEADERS = ("ratelimit-reset", "x-ratelimit-reset", "x-rate-limit-reset")
_SOONEST_MOMENT = 1_000_000_000
_SOONEST_IN_MILLISECONDS = 100 * _SOONEST_MOMENT


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds of a Retry-After header (RFC 9110, section 10.2.3), None where it says nothing usable.

    `headers` are found in any case; `now` is aware UTC.
    """
    written = headers.get("retry-after", "").strip()
    number = _number(written)
    if number is not None:
        return min(number, LONGEST_SECONDS)
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, OverflowError):
        return None
    return _until(moment if moment.tzinfo else moment.replace(tzinfo=UTC), now)


def until_reset(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds until a limit is lifted, by the headers many systems use in place of Retry-After.

    A small number counts seconds; a large one is a moment since 1970 in seconds or milliseconds.
    """
    for name in _RESET_HEADERS:
        number = _number(headers.get(name, "").strip())
        if number is None:
            continue
        if number < _SOONEST_MOMENT:
            return min(number, LONGEST_SECONDS)
        if number >= _SOONEST_IN_MILLISECONDS:
            number /= 1000
        return max(min(number - now.timestamp(), LONGEST_SECONDS), 0.0)
    return None


def _number(text: str) -> float | None:
    return float(text) if text.replace(".", "", 1).isdecimal() else None


def _until(moment: datetime, now: datetime) -> float:
    return max(min(moment - now, timedelta(seconds=LONGEST_SECONDS)).total_seconds(), 0.0)
