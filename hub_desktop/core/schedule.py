"""When an integration is due: pure arithmetic on UTC times, so that sleep and clock changes cannot confuse it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from hub_desktop.core.errors import ErrorKind
from hub_desktop.core.runs import Trigger

MINIMUM_INTERVAL = 5
"""Minutes; a shorter interval is refused."""

CATCH_UP_AFTER = 2
"""Missed intervals from which a run counts as caught up rather than on time."""

_FIRST_RETRY = timedelta(minutes=1)
_LONGEST_RETRY = timedelta(days=7)
"""No upstream is waited for longer; a retry further off was written by a clock that ran ahead."""


@dataclass(frozen=True, slots=True)
class EndpointTimes:
    """How often an endpoint is wanted (minutes) and when its last pass began."""

    interval: int
    last_started: datetime | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A run that is due now, for these endpoints."""

    trigger: Trigger
    endpoints: frozenset[str]


def endpoint_due_at(times: EndpointTimes, now: datetime) -> datetime:
    """Return when the endpoint is wanted next; `now` when it never ran, or ran in what is now the future."""
    if times.last_started is None or times.last_started > now:
        return now
    return times.last_started + timedelta(minutes=times.interval)


def due(
    now: datetime,
    *,
    enabled: bool,
    endpoints: Mapping[str, EndpointTimes],
    retry_at: datetime | None = None,
    stopped: ErrorKind | None = None,
    failing: frozenset[str] = frozenset(),
) -> Due | None:
    """Return what is due, or None.

    `retry_at` postpones everything until then, and makes the run a retry of the `failing` endpoints (none named: of
    all) beside those due. `stopped` is a kind of error that waits for a person: nothing is due while it stands.
    """
    if not enabled or not endpoints or stopped in {ErrorKind.SIGN_IN, ErrorKind.HELD}:
        return None
    retry_at = _believed(retry_at, now, endpoints)
    if retry_at is not None and now < retry_at:
        return None
    names = frozenset(name for name, times in endpoints.items() if endpoint_due_at(times, now) <= now)
    if retry_at is not None:
        return Due(Trigger.RETRY, (names | (failing & frozenset(endpoints))) or frozenset(endpoints))
    if not names:
        return None
    missed = any(
        times.last_started is not None
        and now - times.last_started >= timedelta(minutes=times.interval * CATCH_UP_AFTER)
        for name, times in endpoints.items()
        if name in names
    )
    return Due(Trigger.CATCH_UP if missed else Trigger.SCHEDULE, names)


def next_run(
    now: datetime,
    *,
    enabled: bool,
    endpoints: Mapping[str, EndpointTimes],
    retry_at: datetime | None = None,
    stopped: ErrorKind | None = None,
) -> datetime | None:
    """Return when the clock will next ask for a run, never before `now`; None when it will not."""
    if not enabled or not endpoints or stopped in {ErrorKind.SIGN_IN, ErrorKind.HELD}:
        return None
    retry_at = _believed(retry_at, now, endpoints)
    if retry_at is not None:
        return max(retry_at, now)
    first: datetime = min(endpoint_due_at(times, now) for times in endpoints.values())
    return max(first, now)


def _believed(retry_at: datetime | None, now: datetime, endpoints: Mapping[str, EndpointTimes]) -> datetime | None:
    """Return the time of the retry, None where a clock that has since been set back wrote it."""
    if retry_at is None or retry_at <= now:
        return retry_at
    set_back = any(times.last_started is not None and times.last_started > now for times in endpoints.values())
    return None if set_back or retry_at - now > _LONGEST_RETRY else retry_at


def retry_time(now: datetime, failures: int, interval: int, named: datetime | None = None) -> datetime:
    """Return when to try again after `failures` (≥ 1) temporary failures in a row.

    The waits double from one minute and never exceed the interval (minutes); a time the upstream named wins.
    """
    if named is not None and named > now:
        return min(named, now + _LONGEST_RETRY)
    doubled: timedelta = _FIRST_RETRY * 2 ** min(failures - 1, 12)
    return now + min(doubled, timedelta(minutes=interval))
