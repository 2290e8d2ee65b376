"""When an integration is due: pure arithmetic on UTC times, so that sleep and clock changes cannot confuse it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from msgspec import Struct, field
from msgspec.structs import replace

from hub_desktop.core.errors import ErrorKind
from hub_desktop.core.opening_times import Closure, OpeningTimes, Rest
from hub_desktop.core.runs import Trigger
from hub_desktop.core.schedule_rules import MINIMUM_INTERVAL

CATCH_UP_AFTER = 2
"""Missed intervals from which a run counts as caught up rather than on time."""

_LATE = timedelta(minutes=MINIMUM_INTERVAL)
"""By how much a run at a listed time is late before it counts as caught up; runs wait for each other."""

_MOST_COUNTED = 999
_FIRST_RETRY = timedelta(minutes=1)
_LONGEST_RETRY = timedelta(days=7)
"""No upstream is waited for longer; a retry further off was written by a clock that ran ahead."""
_LONGEST_RUN = timedelta(days=1)


class EndpointTimes(Struct, frozen=True):
    """How often an endpoint is wanted (minutes), when its last pass began, and when it may be started at all."""

    interval: int
    last_started: datetime | None = None
    opening: OpeningTimes = field(default_factory=OpeningTimes)
    since: datetime | None = None
    """From when listed times count, as long as it never ran."""


class Due(Struct, frozen=True):
    """A run that is due now, for these endpoints."""

    trigger: Trigger
    endpoints: frozenset[str]


class Upcoming(Struct, frozen=True):
    """The next run by the clock, and what stands in the way of an earlier one."""

    at: datetime | None
    """Never before now; None where nothing opens in two years."""
    endpoint: str = ""
    """The one it is for, or one of them."""
    closure: Closure | None = None
    """What put it off: what would have begun earlier fell into it. None where it is on time."""
    days_off: tuple[str, ...] = ()
    """Weekdays left out between."""
    resting: Mapping[str, Closure] = field(default_factory=dict)
    """Other endpoints that rest on a holiday now."""


def endpoint_due_at(times: EndpointTimes, now: datetime) -> datetime | None:
    """Return when the endpoint is wanted next, at a moment at which it may be started; None for never.

    `now` is meant by one that never ran, or ran in what is now the future, unless it is closed then.
    """
    wanted = _wanted(times, now)
    return None if wanted is None else times.opening.opens(wanted)


def due(
    now: datetime,
    *,
    enabled: bool,
    endpoints: Mapping[str, EndpointTimes],
    retry_at: datetime | None = None,
    stopped: ErrorKind | None = None,
    failing: frozenset[str] = frozenset(),
) -> Due | None:
    """Return what is due, or None. What may not be started at this moment never is.

    `retry_at` postpones everything until then, and makes the run a retry of the `failing` endpoints (none named: of
    all) beside those due. `stopped` is a kind of error that waits for a person: nothing is due while it stands.
    """
    if not enabled or not endpoints or stopped in {ErrorKind.SIGN_IN, ErrorKind.HELD}:
        return None
    retry_at = _believed(retry_at, now, endpoints)
    if retry_at is not None and now < retry_at:
        return None
    opened = frozenset(name for name, times in endpoints.items() if times.opening.closure_at(now) is None)
    names = frozenset(name for name in opened if _is_due(endpoints[name], now))
    if retry_at is not None:
        tried = names | _tried_again(endpoints, failing) & opened
        return Due(Trigger.RETRY, tried) if tried else None
    if not names:
        return None
    missed = any(_was_missed(endpoints[name], now) for name in names)
    return Due(Trigger.CATCH_UP if missed else Trigger.SCHEDULE, names)


def missed_runs(times: EndpointTimes, since: datetime, until: datetime) -> int:
    """Return how many runs of an endpoint would have begun between two moments, had anybody been there; at most 999."""
    number, last = 0, times
    while number < _MOST_COUNTED:
        at = endpoint_due_at(last, until)
        if at is None or at > until:
            return number
        # What had fallen due before was not missed in this time, but begins as soon as it can.
        number += at > since
        last = replace(last, last_started=at)
    return number


def upcoming(
    now: datetime,
    *,
    enabled: bool,
    endpoints: Mapping[str, EndpointTimes],
    retry_at: datetime | None = None,
    stopped: ErrorKind | None = None,
    failing: frozenset[str] = frozenset(),
    paused_until: datetime | None = None,
) -> Upcoming | None:
    """Return when the clock will next ask for a run and what it waits for; None where it will not at all.

    Nothing is asked for before `paused_until`, until when a person let the clock rest.
    """
    if not enabled or not endpoints or stopped in {ErrorKind.SIGN_IN, ErrorKind.HELD}:
        return None
    retry_at = _believed(retry_at, now, endpoints)
    tried = frozenset[str]() if retry_at is None else _tried_again(endpoints, failing)
    earliest = max(one for one in (now, retry_at, paused_until) if one is not None)
    starts: dict[str, datetime] = {}
    plain: dict[str, datetime] = {}
    for name, times in endpoints.items():
        wanted = earliest if name in tried else _wanted(times, now)
        start = None if wanted is None else times.opening.opens(max(wanted, earliest))
        if start is not None:
            starts[name] = start
            plain[name] = earliest if name in tried else max(_wanted(times, now, any_day=True) or start, earliest)
    resting = {
        name: closure
        for name, times in endpoints.items()
        if (closure := times.opening.closure_at(now)) is not None and closure.rest is Rest.HOLIDAY
    }
    if not starts:
        return Upcoming(None, resting=resting)
    first = min(starts, key=lambda name: starts[name])
    opening, closure = endpoints[first].opening, None
    days_off: tuple[str, ...] = ()
    if plain[first] < starts[first]:
        # Where it is closed now, that is what a person asks about.
        closure = opening.closure_at(now) or opening.closure_at(plain[first])
        days_off = opening.days_off(max(now, plain[first]), starts[first])
    others = {name: found for name, found in resting.items() if starts.get(name) != starts[first]}
    return Upcoming(starts[first], first, closure, days_off, others)


def next_run(
    now: datetime,
    *,
    enabled: bool,
    endpoints: Mapping[str, EndpointTimes],
    retry_at: datetime | None = None,
    stopped: ErrorKind | None = None,
    failing: frozenset[str] = frozenset(),
) -> datetime | None:
    """Return when the clock will next ask for a run, never before `now`; None when it will not."""
    found = upcoming(now, enabled=enabled, endpoints=endpoints, retry_at=retry_at, stopped=stopped, failing=failing)
    return None if found is None else found.at


def _wanted(times: EndpointTimes, now: datetime, *, any_day: bool = False) -> datetime | None:
    """Return when the endpoint is wanted next, whether or not it may be started then; None for never."""
    last, opening = times.last_started, times.opening
    if opening.listed:
        last = last or times.since
    if last is None or (last > now and _is_future_when_open(last, opening, now)):
        return now
    return opening.next_time(last, any_day=any_day) if opening.listed else last + timedelta(minutes=times.interval)


def _is_future_when_open(last: datetime, opening: OpeningTimes, now: datetime) -> bool:
    """Tell whether a start in the future, written before a clock was set back, still is one when something opens."""
    opened = opening.opens(now)
    return opened is None or opened < last


def _is_due(times: EndpointTimes, now: datetime) -> bool:
    wanted = _wanted(times, now)
    return wanted is not None and wanted <= now


def _was_missed(times: EndpointTimes, now: datetime) -> bool:
    """Tell whether a run of now comes late; the time in which nothing may be started does not count."""
    at = None if times.last_started is None else endpoint_due_at(times, now)
    if at is None:
        return False
    if times.opening.listed:
        return now - at >= _LATE
    return now - at >= timedelta(minutes=times.interval * (CATCH_UP_AFTER - 1))


def _tried_again(endpoints: Mapping[str, EndpointTimes], failing: frozenset[str]) -> frozenset[str]:
    """Return the endpoints that a retry reads: those that failed, all where none is named."""
    return (failing & frozenset(endpoints)) or frozenset(endpoints)


def _believed(retry_at: datetime | None, now: datetime, endpoints: Mapping[str, EndpointTimes]) -> datetime | None:
    """Return the time of the retry, None where a clock that has since been set back wrote it."""
    if retry_at is None or retry_at <= now:
        return retry_at
    started = [times.last_started for times in endpoints.values() if times.last_started is not None]
    # Measured from the run that named it: from now on, what is not believed today might be tomorrow.
    latest = max(started, default=now)
    return None if latest > now or retry_at - latest > _LONGEST_RETRY + _LONGEST_RUN else retry_at


def retry_time(now: datetime, failures: int, interval: int, named: datetime | None = None) -> datetime:
    """Return when to try again after `failures` (≥ 1) temporary failures in a row.

    The waits double from one minute and never exceed the interval (minutes); a time the upstream named wins.
    """
    if named is not None and named > now:
        return min(named, now + _LONGEST_RETRY)
    doubled: timedelta = _FIRST_RETRY * 2 ** min(failures - 1, 12)
    return now + min(doubled, timedelta(minutes=interval))
