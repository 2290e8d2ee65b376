from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.errors import ErrorKind, Problem, TransientError
from hub_desktop.core.runs import Counts, EndpointOutcome, Run, RunStatus, Trigger

NOW = datetime(2026, 11, 23, tzinfo=UTC)
COUNTS = st.builds(Counts, *[st.integers(0, 10**6)] * 8)


def run(**endpoints: EndpointOutcome) -> Run:
    return Run(1, 1, "ERP", Trigger.MANUAL, RunStatus.RUNNING, NOW, endpoints=endpoints)


def failed(kind: ErrorKind = ErrorKind.CONFIGURATION) -> EndpointOutcome:
    return EndpointOutcome(Counts(read=1), Problem(kind, f"{kind} happened.", "detail"))


GOOD = EndpointOutcome(Counts(read=3, added=2, unchanged=1))


@pytest.mark.parametrize(
    ("endpoints", "status"),
    [
        ({"a": GOOD}, RunStatus.SUCCEEDED),
        ({"a": GOOD, "b": failed()}, RunStatus.PARTIAL),
        ({"a": failed(), "b": failed()}, RunStatus.FAILED),
        ({"a": GOOD, "b": failed(ErrorKind.CANCELLED)}, RunStatus.CANCELLED),
        ({"a": GOOD, "b": failed(ErrorKind.HELD)}, RunStatus.HELD),
        ({}, RunStatus.SUCCEEDED),
    ],
)
def test_the_status_of_a_run_follows_from_its_endpoints(endpoints, status):
    assert run(**endpoints).finished(NOW).status is status


def test_what_stopped_the_whole_run_fails_it_even_after_good_endpoints():
    ended = run(a=GOOD).finished(NOW, Problem(ErrorKind.SIGN_IN, "No.", "401"))
    assert ended.status is RunStatus.FAILED
    assert ended.problem.sentence == "No."


def test_a_partial_run_says_which_endpoint_failed():
    summary = run(a=GOOD, b=failed()).finished(NOW + timedelta(seconds=1.5)).summary()
    assert summary["endpoints"]["a"]["error"] is None
    assert summary["endpoints"]["b"]["error"] == "configuration happened."
    assert (summary["status"], summary["seconds"]) == ("partial", 1.5)
    assert set(summary["endpoints"]["a"]) == {
        "read",
        "added",
        "changed",
        "unchanged",
        "removed",
        "quarantined",
        "pages",
        "requests",
        "error",
    }


@given(COUNTS, COUNTS, COUNTS)
def test_counts_add_up_in_any_order(one, two, three):
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)
    assert one + Counts() == one


def test_a_clock_set_back_during_a_run_gives_no_negative_duration():
    assert run(a=GOOD).finished(NOW - timedelta(hours=1)).seconds == 0


def test_the_time_an_upstream_named_survives_in_the_problem():
    assert TransientError("Wait.", retry_at=NOW).problem().retry_at == NOW
