from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from hub_desktop.core.errors import ErrorKind, NotFoundError, Problem, Remedy
from hub_desktop.core.events import Level, LogRow
from hub_desktop.core.integration import read_integration
from hub_desktop.core.runs import Counts, EndpointOutcome, RunStatus, Trigger
from hub_desktop.core.times import utc_now
from hub_desktop.store.integrations import CollegeStore, IntegrationStore
from hub_desktop.store.problems import outcomes_from_json, outcomes_to_json
from hub_desktop.store.runs import LogStore, RunStore

BROKEN = Problem(ErrorKind.TRANSIENT, "It is busy.", "503", Remedy.WAIT, {"status": "503"})


@pytest.fixture
def runs(databases):
    college = CollegeStore(databases.hub).default()
    for name in ("ERP", "LMS"):
        IntegrationStore(databases.hub).add(
            read_integration({"name": name, "baseUrl": "https://x.in"}).integration, college
        )
    return RunStore(databases.hub)


def test_a_run_comes_back_as_it_ended(runs):
    run = runs.begin(1, "ERP", Trigger.MANUAL, "Asha")
    assert runs.get(run.run_id) == run
    outcome = EndpointOutcome(Counts(5, 1, 1, 2, 0, 1, 2, 3), BROKEN, 4)
    ended = run.__class__(
        **{f: getattr(run, f) for f in run.__slots__} | {"endpoints": {"students": outcome}}
    ).finished(utc_now())
    runs.save(ended)
    assert runs.get(run.run_id) == ended
    assert runs.latest(1) == [ended]


def test_the_newest_run_of_each_integration_is_found(runs):
    made = [runs.begin(number, name, Trigger.MANUAL, "x") for number, name in ((1, "ERP"), (2, "LMS"), (1, "ERP"))]
    assert {n: r.run_id for n, r in runs.last_of_each().items()} == {1: made[2].run_id, 2: made[1].run_id}
    assert [r.run_id for r in runs.since(utc_now() - timedelta(hours=1))] == [r.run_id for r in reversed(made)]


def test_a_run_that_a_stopped_program_left_is_ended_and_others_are_left_alone(runs):
    left = runs.begin(1, "ERP", Trigger.SCHEDULE, "the clock")
    other = runs.begin(2, "LMS", Trigger.SCHEDULE, "the clock")
    (ended,) = runs.interrupted(1)
    assert ended.run_id == left.run_id
    assert ended.status is RunStatus.FAILED
    assert "kept" in ended.problem.sentence
    assert runs.get(other.run_id).status is RunStatus.RUNNING
    assert runs.interrupted(1) == []


def test_a_run_that_never_was_is_not_found(runs):
    with pytest.raises(NotFoundError):
        runs.get(99)


PROBLEMS = st.none() | st.builds(
    Problem,
    st.sampled_from(ErrorKind),
    st.text(max_size=9),
    st.text(max_size=9),
    st.sampled_from(Remedy),
    st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2),
)


@given(
    st.dictionaries(
        st.text(max_size=5), st.builds(EndpointOutcome, st.builds(Counts, st.integers()), PROBLEMS, st.integers())
    )
)
def test_outcomes_survive_the_disk(outcomes):
    assert outcomes_from_json(outcomes_to_json(outcomes)) == outcomes


def row(message: str, level: Level = Level.INFO, integration: int | None = 1, **more) -> LogRow:
    return LogRow(utc_now(), level, message, integration_id=integration, **more)


def test_the_log_is_read_backwards_by_source_level_text_and_page(runs, databases):
    log = LogStore(databases.hub)
    written = log.write(
        [
            row("one"),
            row("Two 100%", Level.WARNING),
            row("three", Level.ERROR, integration=2),
            row("four", integration=None, detail="two"),
        ]
    )
    assert [w.row_id for w in written] == [1, 2, 3, 4]

    def messages(*args, **more):
        return [r.message for r in log.read(*args, **more)]

    assert messages() == ["four", "three", "Two 100%", "one"]
    assert messages([1]) == ["Two 100%", "one"]
    assert messages([]) == []
    assert messages(level=Level.WARNING) == ["three", "Two 100%"]
    assert messages(text="two") == ["four", "Two 100%"]
    assert messages(text="%") == ["Two 100%"]
    assert messages(before=3, limit=1) == ["Two 100%"]
    assert log.read([2])[0].integration == "LMS"


def test_runs_are_counted_by_the_local_day_on_which_they_began(runs):
    today = utc_now().astimezone().date()
    for status_of in (None, BROKEN, BROKEN):
        runs.save(runs.begin(1, "ERP", Trigger.MANUAL, "").finished(utc_now(), status_of))
    runs.begin(1, "ERP", Trigger.MANUAL, "")
    runs.save(runs.begin(2, "LMS", Trigger.MANUAL, "").finished(utc_now()))
    since = utc_now() - timedelta(days=2)
    erp, lms = {RunStatus.SUCCEEDED: 1, RunStatus.FAILED: 2}, {RunStatus.SUCCEEDED: 1}
    assert runs.ended_by_day([1], since) == {1: {today: erp}}
    assert runs.ended_by_day([1, 2, 3], since) == {1: {today: erp}, 2: {today: lms}, 3: {}}
    assert runs.ended_by_day([1], utc_now() + timedelta(hours=1)) == {1: {}}
    assert runs.ended_by_day([], since) == {}


def test_the_newest_run_that_read_an_endpoint_is_found_also_by_an_odd_name(runs):
    for names in (['a "quoted" name', "students"], ["students"]):
        run = runs.begin(1, "ERP", Trigger.MANUAL, "")
        ended = replace(run, endpoints={name: EndpointOutcome() for name in names}).finished(utc_now())
        runs.save(ended)
    found = runs.last_with(1, 'a "quoted" name')
    assert found is not None
    assert found.run_id == 1
    assert runs.last_with(1, "students").run_id == 2
    assert runs.last_with(1, "marks") is None
    assert runs.last_with(2, "students") is None
