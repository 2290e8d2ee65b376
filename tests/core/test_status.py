from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.errors import ErrorKind, Problem, Remedy, Trouble
from hub_desktop.core.status import Light, Progress, light, worst

NOW = datetime(2026, 11, 23, tzinfo=UTC)
PROBLEMS = st.lists(
    st.sampled_from(ErrorKind).map(
        lambda kind: Problem(kind, f"Sentence about {kind}.", f"detail of {kind}", Remedy.EDIT)
    ),
    max_size=4,
)
SITUATION = {
    "enabled": st.booleans(),
    "ever_run": st.booleans(),
    "problems": PROBLEMS,
    "progress": st.none() | st.just(Progress(3, 10)),
    "quarantined": st.integers(0, 3),
    "retry_at": st.none() | st.just(NOW),
}


def problem(kind: ErrorKind, sentence: str = "It is so.") -> Problem:
    return Problem(kind, sentence, "in detail", Remedy.SIGN_IN_AGAIN)


@given(st.fixed_dictionaries(SITUATION))
def test_no_light_but_green_and_blue_is_without_its_reason(situation):
    status = light(**situation)
    if status.light not in {Light.ACTIVE, Light.SYNCING}:
        assert status.reason
    if status.light in {Light.ERROR, Light.ATTENTION, Light.WAITING}:
        assert status.detail
        assert status.remedy is not Remedy.NONE


@given(st.fixed_dictionaries(SITUATION))
def test_green_means_that_nothing_stands_unsolved(situation):
    if light(**situation).light is Light.ACTIVE:
        assert situation["enabled"]
        assert situation["ever_run"]
        assert not situation["quarantined"]
        assert not [p for p in situation["problems"] if p.kind is not ErrorKind.CANCELLED]


@given(st.fixed_dictionaries(SITUATION), st.randoms(use_true_random=False))
def test_an_error_that_a_person_must_mend_is_not_hidden_behind_one_that_passes(situation, random):
    random.shuffle(situation["problems"])
    kinds = {p.kind for p in situation["problems"]} - {ErrorKind.TRANSIENT, ErrorKind.CANCELLED}
    if light(**situation).light is Light.WAITING:
        assert not kinds


def test_a_passing_failure_without_a_retry_is_an_error():
    assert light(enabled=True, ever_run=True, problems=[problem(ErrorKind.TRANSIENT)]).light is Light.ERROR


def test_switched_off_is_yellow_whatever_failed():
    status = light(enabled=False, ever_run=True, problems=[problem(ErrorKind.SIGN_IN)])
    assert (status.light, status.remedy) == (Light.INACTIVE, Remedy.ENABLE)


def test_a_cancelled_run_is_no_error():
    assert light(enabled=True, ever_run=True, problems=[problem(ErrorKind.CANCELLED)]).light is Light.ACTIVE


@pytest.mark.parametrize(
    ("number", "sentence"), [(1, "1 record was refused and waits"), (2, "2 records were refused and wait ")]
)
def test_quarantine_asks_for_attention(number, sentence):
    status = light(enabled=True, ever_run=True, quarantined=number)
    assert status.light is Light.ATTENTION
    assert status.reason.startswith(sentence)


@pytest.mark.parametrize(
    ("progress", "word"),
    [(Progress(), "Syncing…"), (Progress(1200), "Syncing… 1,200"), (Progress(1200, 5000), "Syncing… 1,200 of 5,000")],
)
def test_a_run_says_how_far_it_has_come(progress, word):
    assert light(enabled=True, ever_run=True, progress=progress).word == word


def test_the_worst_light_is_shown_in_the_tray():
    assert worst([Light.ACTIVE, Light.WAITING, Light.ERROR, Light.INACTIVE]) is Light.ERROR
    assert worst([]) is None


def test_wrong_signatures_come_before_refused_records_and_after_failures():
    said = "12 deliveries were refused: wrong signature, last today 09:12 from 10.0.0.7."
    status = light(enabled=True, ever_run=True, quarantined=3, wrong_signatures=said)
    assert (status.light, status.reason, status.remedy) == (Light.ATTENTION, said, Remedy.SHOW_WEBHOOK)
    failed = light(enabled=True, ever_run=True, problems=[problem(ErrorKind.SIGN_IN)], wrong_signatures=said)
    assert failed.light is Light.ERROR
    assert light(enabled=False, ever_run=True, wrong_signatures=said).light is Light.INACTIVE


@pytest.mark.parametrize("retry_at", [None, NOW])
def test_a_light_keeps_on_which_part_of_the_way_the_trouble_lies(retry_at: datetime | None) -> None:
    found = Problem(ErrorKind.TRANSIENT, "No way.", "no route", Remedy.WAIT, Trouble.CONNECTION.evidence)
    assert light(enabled=True, ever_run=True, problems=[found], retry_at=retry_at).trouble is Trouble.CONNECTION


def test_trouble_of_a_later_version_is_no_trouble_here() -> None:
    assert Problem(ErrorKind.TRANSIENT, "So.", "so", evidence={"trouble": "gravity"}).trouble is None
    assert Problem(ErrorKind.SIGN_IN, "So.", "so", evidence={"trouble": "gravity"}).trouble is Trouble.SIGN_IN
