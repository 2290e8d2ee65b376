"""How punches become attendance: each rule by example, and what must hold whatever comes."""

from datetime import date, time
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from hub_desktop.core.attendance_rules import PunchRule, attendance_of, rule_in_words
from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.validation import RecordChecker

MONDAY = date(2026, 11, 23)
FIRST = {"rule": "first-in", "opens": "06:00", "lateAfter": "09:15", "until": "16:00"}
WHOLE = {"rule": "first-in-last-out", "lateAfter": "09:15"}
PERIODS = {
    "rule": "periods",
    "early": 10,
    "periods": [
        {"name": "1", "start": "09:00", "end": "09:50", "lateAfter": "09:05"},
        {"name": "2", "start": "09:50", "end": "10:40", "subject": "CS201"},
        {"name": "Lab", "start": "14:00", "end": "16:00", "days": ["tuesday"]},
    ],
}
RULES = [FIRST, WHOLE, PERIODS]


def at(*written: str) -> list[time]:
    return [time.fromisoformat(one) for one in written]


def drawn(rule: dict[str, Any], *written: str, day: date = MONDAY) -> list[dict[str, Any]]:
    return attendance_of(PunchRule.model_validate(rule), "1001", day, at(*written))


def short(records: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(record["period"], record["status"], record["remarks"]) for record in records]


@pytest.mark.parametrize(
    ("punches", "expected"),
    [
        (["08:57:03", "15:31:10"], [("", "present", "08:57")]),
        (["09:15:59"], [("", "present", "09:15")]),
        (["09:16:00"], [("", "late", "09:16")]),
        (["16:00:59"], [("", "late", "16:00")]),
        (["16:01:00"], []),
        (["05:59:59"], []),
        (["05:59:59", "10:00:00"], [("", "late", "10:00")]),
        ([], []),
    ],
)
def test_the_first_punch_decides(punches: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert short(drawn(FIRST, *punches)) == expected


@pytest.mark.parametrize(
    ("punches", "remarks", "minutes"),
    [
        (["08:57:03", "12:00:00", "15:31:10"], "08:57–15:31", 394),
        (["08:57:03"], "08:57", 0),
        (["08:57:03", "08:57:40"], "08:57", 0),
    ],
)
def test_the_first_and_the_last_give_the_time_between(punches: list[str], remarks: str, minutes: int) -> None:
    (record,) = drawn(WHOLE, *punches)
    assert (record["remarks"], record["minutes"], record["status"]) == (remarks, minutes, "present")
    assert record["punches"] == len(punches)


def test_each_period_is_marked_by_a_punch_within_it() -> None:
    assert short(drawn(PERIODS, "08:50:00", "09:50:00")) == [("1", "present", "08:50"), ("2", "present", "09:50")]
    assert short(drawn(PERIODS, "09:06:00")) == [("1", "late", "09:06")]
    # Shortly before the next one, it is meant for that.
    assert short(drawn(PERIODS, "09:39:59")) == [("1", "late", "09:39")]
    assert short(drawn(PERIODS, "09:40:00")) == [("2", "present", "09:40")]
    assert short(drawn(PERIODS, "08:49:59")) == []
    assert drawn(PERIODS, "10:00:00")[0]["subject"] == "CS201"


@pytest.mark.parametrize(
    ("early", "late_after", "last"),
    [
        (10, "", "09:49"),
        (0, "", "09:59"),
        # They reach into the second half only, and never into the time in which one is in time.
        (120, "", "09:29"),
        (10, "09:05", "09:49"),
        (120, "09:40", "09:40"),
        (10, "09:55", "09:55"),
    ],
)
def test_early_minutes_of_a_period_end_the_one_before(early: int, late_after: str, last: str) -> None:
    periods = [
        {"name": "1", "start": "09:00", "end": "10:00", "lateAfter": late_after},
        {"name": "2", "start": "10:00", "end": "11:00"},
    ]
    rule = {"rule": "periods", "early": early, "periods": periods}
    minutes = [time(9, minute) for minute in range(60)]
    marked = {f"{at:%H:%M}": [name for name, *_ in short(drawn(rule, at.isoformat()))] for at in minutes}
    assert marked == {at: ["1"] if at <= last else ["2"] for at in marked}


def test_only_a_period_of_that_day_ends_the_one_before() -> None:
    periods = [
        {"name": "1", "start": "09:00", "end": "10:00"},
        {"name": "2", "start": "10:00", "end": "11:00", "days": ["tuesday"]},
    ]
    rule = {"rule": "periods", "periods": periods}
    assert short(drawn(rule, "09:55:00")) == [("1", "present", "09:55")]
    assert short(drawn(rule, "09:55:00", day=date(2026, 11, 24))) == [("2", "present", "09:55")]


def test_a_period_is_held_on_its_days_only() -> None:
    assert drawn(PERIODS, "14:30:00") == []
    assert short(drawn(PERIODS, "14:30:00", day=date(2026, 11, 24))) == [("Lab", "present", "14:30")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["rule"])
def test_what_comes_out_maps_by_its_names_and_passes_the_checks(rule: dict[str, Any]) -> None:
    records = drawn(rule, "08:57:03", "10:01:00", "15:31:10")
    checked = RecordChecker("attendance", Endpoint.model_validate({"punches": rule})).check(records)
    assert (len(checked.good), checked.refused, checked.warnings) == (len(records), [], [])
    student, day, _subject, period, status, _name, remarks = checked.good[0]
    assert (student, day, status) == ("1001", "2026-11-23", "present")
    assert (period, remarks) == (records[0]["period"], records[0]["remarks"])


moments = st.lists(st.times(min_value=time(0), max_value=time(23, 59, 59)).map(lambda t: t.replace(microsecond=0)))


@given(st.sampled_from(RULES), moments, st.randoms())
def test_neither_order_nor_repeats_matter(rule: dict[str, Any], punches: list[time], chance: Any) -> None:
    made = PunchRule.model_validate(rule)
    shuffled = [*punches, *(one for one in punches if chance.random() < 0.5)]
    chance.shuffle(shuffled)
    assert attendance_of(made, "1", MONDAY, punches) == attendance_of(made, "1", MONDAY, shuffled)


@given(st.sampled_from(RULES), moments, moments)
def test_more_punches_take_nobody_s_attendance_away(
    rule: dict[str, Any], punches: list[time], more: list[time]
) -> None:
    made = PunchRule.model_validate(rule)
    before = {record["period"]: record for record in attendance_of(made, "1", MONDAY, punches)}
    after = {record["period"]: record for record in attendance_of(made, "1", MONDAY, [*punches, *more])}
    assert set(before) <= set(after)
    for period, record in before.items():
        assert not (record["status"] == "present" and after[period]["status"] == "late")
        assert after[period]["firstPunch"] <= record["firstPunch"]


@given(st.times(), st.integers(0, 120), st.lists(st.integers(0, 1_439), min_size=2, max_size=12, unique=True))
def test_one_punch_marks_one_period_at_most(punch: time, early: int, ends: list[int]) -> None:
    written = [f"{minute // 60:02}:{minute % 60:02}" for minute in sorted(ends)]
    pairs = pairwise(written)
    periods = [{"name": str(n), "start": start, "end": end} for n, (start, end) in enumerate(pairs)]
    made = PunchRule.model_validate({"rule": "periods", "early": early, "periods": periods})
    records = attendance_of(made, "1", MONDAY, [punch])
    at = f"{punch:%H:%M}"
    assert len(records) <= 1
    # What lies between the first and the last belongs to one.
    assert records or not written[0] <= at < written[-1]


@given(st.sampled_from(RULES), moments)
def test_nobody_is_absent_and_each_period_comes_once(rule: dict[str, Any], punches: list[time]) -> None:
    records = attendance_of(PunchRule.model_validate(rule), "1", MONDAY, punches)
    assert {record["status"] for record in records} <= {"present", "late"}
    assert len({record["period"] for record in records}) == len(records)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"rule": "first-in", "lateAfter": "9.15"}, "written as 09:15"),
        ({"rule": "first-in", "lateAfter": "24:00"}, "from 00:00 to 23:59"),
        ({"rule": "first-in", "opens": "10:00", "until": "09:00"}, "“until” lies before “opens”"),
        ({"rule": "first-in", "opens": "10:00", "lateAfter": "09:00"}, "outside of the time"),
        ({"rule": "first-in", "periods": PERIODS["periods"]}, "not to “first-in”"),
        ({"rule": "periods"}, "needs “periods”"),
        ({"rule": "periods", "lateAfter": "09:00", "periods": PERIODS["periods"]}, "takes its times from the periods"),
        ({"rule": "periods", "periods": [{"name": "1", "start": "10:00", "end": "09:00"}]}, "ends before it begins"),
        (
            {"rule": "periods", "periods": [{"name": "1", "start": "09:00", "end": "10:00", "lateAfter": "10:00"}]},
            "lateAfter lies outside",
        ),
        (
            {
                "rule": "periods",
                "periods": [
                    {"name": "1", "start": "09:00", "end": "10:00"},
                    {"name": "2", "start": "09:30", "end": "10:30", "days": ["friday"]},
                ],
            },
            "“1” and “2” overlap",
        ),
        (
            {
                "rule": "periods",
                "periods": [
                    {"name": "1", "start": "09:00", "end": "10:00"},
                    {"name": "1", "start": "10:00", "end": "10:30"},
                ],
            },
            "are called “1”",
        ),
    ],
)
def test_a_rule_that_cannot_be_meant_is_refused(rule: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError) as error:
        PunchRule.model_validate(rule)
    assert said in str(error.value)


def test_periods_may_share_a_time_on_different_days() -> None:
    days = [("1", ["monday"]), ("1", ["tuesday"])]
    periods = [{"name": name, "start": "09:00", "end": "10:00", "days": on} for name, on in days]
    rule = PunchRule.model_validate({"rule": "periods", "periods": periods})
    assert short(attendance_of(rule, "1", MONDAY, at("09:00:00"))) == [("1", "present", "09:00")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["rule"])
def test_a_rule_is_told_in_a_sentence(rule: dict[str, Any]) -> None:
    said = rule_in_words(PunchRule.model_validate(rule))
    assert said.startswith("Present")
    assert said.endswith(".")
    assert ("09:15" in said) == ("lateAfter" in rule)
