from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hub_desktop.core.cross_checks import CROSS_CHECKS, CrossChecks
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.times import utc_now
from hub_desktop.core.validation import Checked, RecordChecker


def check(data_type: str, *records: Any) -> Checked:
    return RecordChecker(data_type, Endpoint.model_validate({"path": "/a"})).check(list(records))


def value(data_type: str, checked: Checked, field: str, place: int = 0) -> Any:
    return checked.good[place][DATA_TYPES[data_type].field_names.index(field)]


MARK = {"studentId": "S1", "subject": "CS1", "exam": "Mid", "marks": 40, "maxMarks": 50}


def test_marks_beyond_the_highest_possible_are_left_out_and_told():
    checked = check("marks", MARK | {"marks": 95})
    assert value("marks", checked, "marks_obtained") is None
    assert value("marks", checked, "max_marks") == 50
    assert checked.warnings == ["Marks: “95” is more than “50”, the highest possible; the value was left out."]
    for fine in (MARK, MARK | {"marks": 50}, MARK | {"marks": None}, MARK | {"marks": 95, "maxMarks": None}):
        assert check("marks", fine).warnings == []


def test_a_lesson_ends_after_it_begins_or_its_end_is_left_out():
    lesson = {"section": "A", "day": "mon", "startTime": "09:00", "endTime": "10:00", "subject": "CS1"}
    assert value("timetable", check("timetable", lesson), "end_time") == "10:00"
    for end in ("09:00", "08:30"):
        checked = check("timetable", lesson | {"endTime": end})
        assert value("timetable", checked, "end_time") is None
        assert checked.warnings == [f"End: “{end}” is not after the start at “09:00”; the value was left out."]


def test_attendance_far_ahead_is_refused_with_all_reasons():
    today = utc_now().date()
    present = {"studentId": "S1", "attendance": "present"}
    assert len(check("attendance", present | {"date": (today + timedelta(days=300)).isoformat()}).good) == 1
    (refused,) = check("attendance", {"date": "2999-01-01", "attendance": "?"}).refused
    assert len(refused.reasons) == 3
    assert refused.reasons[-1] == "Date: “2999-01-01” lies more than a year ahead."


ANY = st.one_of(st.none(), st.sampled_from([0, 10, 50, 50.5, "50", " 60 ", "x", True, "\ud800", [1]]))
TIME = st.one_of(st.none(), st.sampled_from(["09:00", "9:00", "10:00", "09:00 pm", "nonsense", ""]))
MARKS = st.fixed_dictionaries({"studentId": st.sampled_from(["S1", "S\ud800", ""]), "marks": ANY, "maxMarks": ANY})
LESSONS = st.fixed_dictionaries({"day": st.sampled_from(["mon", "mon\ud800", "x"]), "startTime": TIME, "endTime": TIME})
DAYS = st.fixed_dictionaries(
    {"studentId": st.just("S1"), "date": st.sampled_from(["2026-01-31", "2999-01-01", "2026-\ud80001-31", "31/1/26"])}
)
FULL: dict[str, tuple[Any, dict[str, Any]]] = {
    "marks": (MARKS, {"subject": "CS1", "exam": "Mid"}),
    "timetable": (LESSONS, {"section": "A", "subject": "CS1"}),
    "attendance": (DAYS, {"attendance": "P"}),
}


@pytest.mark.parametrize("name", CROSS_CHECKS)
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_a_page_is_judged_as_its_records_are(name, data):
    varied, always = FULL[name]
    page = [record | always for record in data.draw(st.lists(varied, min_size=8, max_size=30))]
    together = check(name, *page)
    alone = [check(name, record) for record in page]
    assert together.good == [values for one in alone for values in one.good]
    assert [r.reasons for r in together.refused] == [r.reasons for one in alone for r in one.refused]
    assert together.warnings == [warning for one in alone for warning in one.warnings]
    across = CrossChecks(DATA_TYPES[name], utc_now().date())
    assert not any(across.faults(values) for values in together.good)


@settings(max_examples=60, deadline=None)
@given(
    before=st.text(max_size=3),
    half=st.integers(0xD800, 0xDFFF).map(chr),
    after=st.text(max_size=3),
    others=st.integers(0, 12),
)
@example(before="S1", half="\ud800", after="", others=9)
def test_half_a_character_in_a_key_is_refused_rather_than_taken_for_another_key(before, half, after, others):
    whole = [{"studentId": f"T{n}", "name": "x"} for n in range(others)]
    checked = check("students", {"studentId": before + half + after, "name": "x"}, *whole)
    assert [refused.reasons for refused in checked.refused] == [
        ("Student ID: the text is damaged: it holds half of a character.",)
    ]
    assert len(checked.good) == others
    (kept,) = check("students", {"studentId": "S1", "name": "a" + half}).good
    assert kept[:2] == ("S1", "a")


def test_half_a_character_in_the_key_of_other_data_is_refused():
    endpoint = Endpoint.model_validate({"path": "/a", "dataType": "custom", "key": ["id"]})
    checked = RecordChecker("things", endpoint).check([{"id": "S1\ud800"}])
    assert "id: the text is damaged: it holds half of a character." in checked.refused[0].reasons


def test_what_a_day_far_ahead_is_follows_the_calendar():
    across = CrossChecks(DATA_TYPES["attendance"], date(2026, 1, 31))
    row: list[Any] = [None] * len(DATA_TYPES["attendance"].fields)
    row[1] = "2027-02-02"
    assert len(across.faults(row)) == 1
    row[1] = "2027-02-01"
    assert across.faults(row) == []
