import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.datatypes import DATA_TYPES, FieldKind
from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.validation import RecordChecker, RefusedValueError, check_value, clean, key_of

ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.text(alphabet=st.characters(), max_size=8)
    | st.sampled_from(["2026-01-31", "2026-01-31T09:30:00Z", "09:30", "mon", "P", "a@b.in", "4", " ", "\ud800", "1_0"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=10,
)
NAMES = sorted({alias for t in DATA_TYPES.values() for f in t.fields for alias in f.aliases})
ANY_RECORD = st.dictionaries(st.one_of(st.sampled_from(NAMES), st.text(max_size=6)), ANY_JSON, max_size=10)
DATA = [name for name in DATA_TYPES if name != "custom"]


def checker(data_type: str, **more: Any) -> RecordChecker:
    return RecordChecker(data_type, Endpoint.model_validate({"path": "/x", **more}))


def one(data_type: str, record: Any, **more: Any) -> dict[str, Any]:
    """Return the checked record by field; fail when it is refused."""
    checked = checker(data_type, **more).check([record])
    assert not checked.refused, checked.refused
    return dict(zip(DATA_TYPES[data_type].field_names, checked.good[0], strict=True))


def reasons(data_type: str, record: Any, **more: Any) -> tuple[str, ...]:
    checked = checker(data_type, **more).check([record])
    assert not checked.good
    return checked.refused[0].reasons


STUDENT = {"studentId": "CS1", "name": "Asha"}
PRESENT = {"studentId": "CS1", "date": "2026-01-31", "status": "P"}


# Any input at all


@given(st.sampled_from(DATA), st.lists(st.one_of(ANY_RECORD, ANY_JSON), max_size=6))
def test_every_record_is_either_good_or_refused_with_reasons(data_type, records):
    checked = checker(data_type).check(records)
    assert len(checked.good) + len(checked.refused) == len(records)
    for refused in checked.refused:
        assert refused.reasons
        assert all(reason.strip() for reason in refused.reasons)
    for values in checked.good:
        kind = DATA_TYPES[data_type]
        for part in key_of(kind, values):
            assert isinstance(part, str)
        for field, value in zip(kind.fields, values, strict=True):
            if isinstance(value, str):
                value.encode("utf-8")
                assert len(value) <= field.max_length or field.kind in {
                    FieldKind.DATE,
                    FieldKind.TIME,
                    FieldKind.CHOICE,
                }
            if isinstance(value, float):
                assert math.isfinite(value)
            assert not (value is None and field.key)


@given(st.sampled_from(DATA), ANY_RECORD)
def test_a_good_record_checked_again_is_the_same(data_type, record):
    first = checker(data_type).check([record])
    if first.good:
        named = dict(zip(DATA_TYPES[data_type].field_names, first.good[0], strict=True))
        mappings = {name: name for name in named}
        again = checker(data_type, mappings=mappings).check([named])
        assert again.good == first.good


@given(st.sampled_from(DATA), ANY_RECORD)
def test_nothing_is_stored_that_did_not_come(data_type, record):
    """Without a mapping each stored value stands for one value of the record, and the empty key parts for none."""
    checked = checker(data_type).check([record])
    given_values = [v for v in record.values() if v is not None]
    for values in checked.good:
        assert sum(value not in {None, ""} for value in values) <= len(given_values)


@given(ANY_RECORD)
def test_custom_records_are_kept_whole_or_refused(record):
    checked = checker("custom", dataType="custom", key=["id", "code"]).check([record])
    for values in checked.good:
        assert json.loads(str(values[2])) == record
        assert str(values[2]).encode()


# Keys


@pytest.mark.parametrize(
    ("given_key", "key"),
    [
        ("007", "007"),
        (7, "7"),
        (1001.0, "1001"),
        (" CS1 ", "CS1"),
        ("e\u0301", "\u00e9"),
        (2**70, str(2**70)),
        ("०७", "०७"),
    ],
)
def test_keys_are_text_and_keep_their_zeros(given_key, key):
    assert one("students", {"studentId": given_key})["student_id"] == key


@pytest.mark.parametrize(
    "given_key", [None, "", "  ", "\x00", "\ud800", [], {}, "x" * 65, float("nan"), pytest.param(10**5000, id="huge")]
)
def test_a_record_without_a_usable_key_is_refused(given_key):
    assert reasons("students", {"studentId": given_key, "name": "Asha"})


def test_all_reasons_are_told_at_once():
    told = reasons("attendance", {"date": "31/01/2026", "status": "maybe"})
    assert [reason.partition(":")[0] for reason in told] == ["Student ID is missing.", "Date", "Status"]


def test_daily_attendance_without_subject_and_period_has_an_empty_key_part_and_never_null():
    found = one("attendance", PRESENT)
    assert (found["subject_code"], found["period"]) == ("", "")


def test_two_custom_keys_with_bars_stay_two_records():
    check = checker("custom", dataType="custom", key=["a", "b"])
    good = check.check([{"a": "x|y", "b": "z"}, {"a": "x", "b": "y|z"}, {"a": "x\\", "b": "y|z"}]).good
    assert len({values[:2] for values in good}) == 3


def test_a_custom_key_expression_that_fails_refuses_one_record_only():
    checked = checker("custom", dataType="custom", key=["abs(id)"]).check([{"id": "x"}, {"id": -4}])
    assert [values[1] for values in checked.good] == ["4"]
    assert "abs(id)" in checked.refused[0].reasons[0]


@pytest.mark.parametrize("value", ["\ud800", float("nan"), float("inf"), pytest.param(10**5000, id="huge")])
def test_a_custom_record_that_is_no_json_is_refused(value):
    assert reasons("custom", {"id": "1", "x": value}, dataType="custom", key=["id"])


# Dates and times


@pytest.mark.parametrize("date", ["2026-01-31", "2026-01-31T23:59:00Z", "2026-01-31 08:00:12.5", " 2026-01-31 "])
def test_iso_days_and_moments_give_their_day(date):
    assert one("attendance", PRESENT | {"date": date})["date"] == "2026-01-31"


@pytest.mark.parametrize("date", ["03/04/2026", "31/01/2026", "31-01-2026", "1.2.26"])
def test_a_date_of_unknown_order_is_refused_with_the_question(date):
    assert "day first or month first?" in reasons("attendance", PRESENT | {"date": date})[0]


@pytest.mark.parametrize(
    "date", ["2026-02-30", "0000-01-01", "today", 1767225600, 20260131, True, [2026], "२०२६-०१-३१"]
)
def test_what_is_no_day_is_refused(date):
    assert reasons("attendance", PRESENT | {"date": date})


@pytest.mark.parametrize(
    ("time", "stored"),
    [
        ("9:05", "09:05"),
        ("09:05:59", "09:05"),
        ("9:05 PM", "21:05"),
        ("12:00 a.m.", "00:00"),
        ("12:30pm", "12:30"),
        ("2026-01-31T09:30:00Z", "09:30"),
        ("2026-01-31 09:30", "09:30"),
        ("09:30:00+05:30", "09:30"),
    ],
)
def test_times_are_stored_in_24_hours(time, stored):
    assert check_value(DATA_TYPES["timetable"].field_named("start_time"), time) == stored


@pytest.mark.parametrize(
    "time", ["24:00", "9:60", "13:00 PM", "09:30 to 10:30", "9:30-10:30x", "12:301", 930, True, {}, "x"]
)
def test_what_is_no_time_is_refused(time):
    with pytest.raises(RefusedValueError):
        check_value(DATA_TYPES["timetable"].field_named("start_time"), time)


# Other values


@pytest.mark.parametrize(
    ("written", "stored"), [("4", 4.0), (4, 4.0), (" 3.5 ", 3.5), ("", None), (None, None), (0, 0.0), ("1e1", 10.0)]
)
def test_numbers_are_read(written, stored):
    assert one("subjects", {"code": "M1", "credits": written})["credits"] == stored


@pytest.mark.parametrize("written", ["four", "1_0", -1, True, [4], "nan", "1e400", float("inf"), 2**64, 10**400])
def test_a_wrong_optional_value_is_left_out_with_a_warning_and_the_record_kept(written):
    checked = checker("subjects").check([{"code": "M1", "credits": written}])
    assert checked.good[0][4] is None
    assert len(checked.warnings) == 1


def test_a_mapping_that_fails_on_an_optional_field_does_not_cost_the_record():
    checked = checker(
        "students", mappings=[{"from": "dob", "to": "date_of_birth", "transformations": [{"date": "%d/%m/%Y"}]}]
    ).check([STUDENT | {"dob": "2001-12-31"}])
    assert checked.good[0][0] == "CS1"
    assert "Date of birth" in checked.warnings[0]


def test_a_mapping_that_fails_on_the_key_refuses_the_record_once():
    told = reasons(
        "attendance",
        PRESENT,
        mappings=[{"from": "date", "to": "date", "transformations": [{"date": "%d/%m/%Y"}]}],
    )
    assert len(told) == 1
    assert "%d/%m/%Y" in told[0]


@pytest.mark.parametrize("said", ["P", "p", "Present", "YES", True, "In Attendance", "true"])
def test_the_ways_of_saying_present_are_one(said):
    assert one("attendance", PRESENT | {"status": said})["status"] == "present"


def test_markup_is_text_and_never_interpreted():
    assert one("students", STUDENT | {"name": "<b>Asha</b> &amp; Co"})["name"] == "<b>Asha</b> &amp; Co"


def test_text_that_is_too_long_is_left_out_and_not_cut():
    checked = checker("students").check([STUDENT | {"name": "x" * 201}])
    assert checked.good[0][1] is None


@given(st.text(alphabet=st.characters()))
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)
    clean(text).encode("utf-8")


def test_unmapped_fields_are_dropped():
    assert "555" not in str(checker("students").check([STUDENT | {"bankAccount": "555"}]).good)
