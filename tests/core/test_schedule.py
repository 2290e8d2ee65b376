from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.errors import ErrorKind
from hub_desktop.core.runs import Trigger
from hub_desktop.core.schedule import EndpointTimes, due, missed_runs, next_run, retry_time

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MOMENTS = st.integers(0, 90 * 365 * 24 * 60).map(
    lambda minutes: datetime(2000, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
INTERVALS = st.integers(5, 60 * 24 * 31)
ENDPOINTS = st.dictionaries(
    st.sampled_from(["students", "attendance", "marks"]),
    st.builds(EndpointTimes, INTERVALS, st.none() | MOMENTS),
    max_size=3,
)
SITUATION = {
    "enabled": st.booleans(),
    "endpoints": ENDPOINTS,
    "retry_at": st.none() | MOMENTS,
    "stopped": st.sampled_from([None, ErrorKind.SIGN_IN, ErrorKind.HELD, ErrorKind.CONFIGURATION]),
}


def ago(**much: float) -> datetime:
    return NOW - timedelta(**much)


def asked(interval: int = 30, last: datetime | None = None, **more):
    return due(NOW, **({"enabled": True, "endpoints": {"a": EndpointTimes(interval, last)}} | more))


@given(MOMENTS, st.fixed_dictionaries(SITUATION))
def test_nothing_runs_before_its_interval_has_passed(now, situation):
    found = due(now, **situation)
    if found is not None and found.trigger is not Trigger.RETRY:
        for name in found.endpoints:
            last, interval = situation["endpoints"][name].last_started, situation["endpoints"][name].interval
            assert last is None or last > now or now - last >= timedelta(minutes=interval)


@given(MOMENTS, st.fixed_dictionaries(SITUATION))
def test_what_the_card_promises_is_what_the_clock_does(now, situation):
    promised = next_run(now, **situation)
    found = due(now, **situation)
    assert (found is not None) == (promised is not None and promised <= now)
    if promised is not None:
        assert promised >= now
        assert due(promised, **situation) is not None


@given(MOMENTS, st.fixed_dictionaries(SITUATION))
def test_an_integration_that_is_switched_on_is_never_stuck(now, situation):
    """Whatever clock wrote the times, a run comes within the longest interval or the longest run and its retry."""
    situation |= {"enabled": True, "stopped": None}
    promised = next_run(now, **situation)
    if situation["endpoints"]:
        longest = max(times.interval for times in situation["endpoints"].values())
        # A retry seven days ahead is believed of a run that itself went on for a day.
        assert promised - now <= max(timedelta(minutes=longest), timedelta(days=7 + 1))
    else:
        assert promised is None


@given(MOMENTS, st.fixed_dictionaries(SITUATION))
def test_a_run_that_is_due_reads_something_that_exists(now, situation):
    found = due(now, **situation)
    if found is not None:
        assert found.endpoints
        assert found.endpoints <= set(situation["endpoints"])


@pytest.mark.parametrize("stopped", [ErrorKind.SIGN_IN, ErrorKind.HELD])
def test_a_refused_sign_in_is_not_tried_again_by_itself(stopped):
    assert asked(stopped=stopped) is None
    assert next_run(NOW, enabled=True, endpoints={"a": EndpointTimes(5)}, stopped=stopped) is None


def test_switched_off_means_off():
    assert asked(enabled=False) is None


def test_a_new_integration_is_due_at_once():
    assert asked().trigger is Trigger.SCHEDULE


def test_a_missed_weekend_is_one_run_that_says_it_catches_up():
    assert asked(30, ago(days=2)).trigger is Trigger.CATCH_UP


def test_a_late_tick_is_not_called_catching_up():
    assert asked(30, ago(minutes=31)).trigger is Trigger.SCHEDULE


def test_each_endpoint_has_its_own_interval():
    found = due(
        NOW,
        enabled=True,
        endpoints={"attendance": EndpointTimes(30, ago(minutes=40)), "students": EndpointTimes(1440, ago(minutes=40))},
    )
    assert found.endpoints == {"attendance"}


def test_a_clock_that_was_set_back_does_not_stop_the_syncs():
    assert asked(30, NOW + timedelta(days=400)) is not None
    assert asked(30, NOW + timedelta(hours=1), retry_at=NOW + timedelta(hours=2)) is not None


def test_a_clock_that_ran_ahead_during_a_failing_run_does_not_stop_the_syncs():
    assert asked(30, ago(hours=1), retry_at=NOW + timedelta(days=3650)) is not None


def test_an_upstream_that_asked_for_hours_is_left_alone_for_hours():
    """Its answer named a time further off than the interval."""
    retry_at = retry_time(ago(minutes=40), 1, 30, named=NOW + timedelta(hours=3))
    assert asked(30, ago(minutes=40), retry_at=retry_at) is None


def test_a_retry_reads_what_failed_and_what_is_due_anyway():
    endpoints = {name: EndpointTimes(30, ago(minutes=10)) for name in ("a", "b")} | {
        "c": EndpointTimes(5, ago(minutes=10))
    }
    found = due(NOW, enabled=True, endpoints=endpoints, retry_at=ago(minutes=1), failing=frozenset({"a", "gone"}))
    assert found.trigger is Trigger.RETRY
    assert found.endpoints == {"a", "c"}


def test_a_retry_that_names_nothing_reads_everything():
    found = asked(30, ago(minutes=10), retry_at=NOW)
    assert (found.trigger, found.endpoints) == (Trigger.RETRY, {"a"})


@given(st.integers(1, 200), INTERVALS)
def test_waits_grow_but_never_beyond_the_interval(failures, interval):
    wait = retry_time(NOW, failures, interval) - NOW
    assert timedelta(minutes=1) <= wait <= timedelta(minutes=interval)
    assert wait <= retry_time(NOW, failures + 1, interval) - NOW


def test_a_time_in_the_past_that_an_upstream_named_is_no_reason_to_hurry():
    assert retry_time(NOW, 1, 30, named=ago(hours=1)) == NOW + timedelta(minutes=1)


def test_the_runs_that_were_missed_are_counted():
    times = EndpointTimes(60, NOW - timedelta(hours=5, minutes=30))
    # One fell due half an hour after it began to be away, and four more since.
    assert missed_runs(times, NOW - timedelta(hours=5), NOW) == 5
    assert missed_runs(times, NOW - timedelta(minutes=20), NOW) == 0
    assert missed_runs(EndpointTimes(5, NOW - timedelta(days=300)), NOW - timedelta(days=300), NOW) == 999
