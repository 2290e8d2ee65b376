from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.endpoint import FieldMapping
from hub_desktop.core.suggestions import LEAST_SCORE, Suggestion, paths_in, suggest
from tests.core.test_transformations import ANY_JSON

STUDENTS = DATA_TYPES["students"]


def found(data_type: str, records: list[dict[str, Any]], *mappings: Any) -> dict[str, Suggestion]:
    read = [FieldMapping.model_validate(one) for one in mappings]
    return {one.target: one for one in suggest(DATA_TYPES[data_type], records, read)}


def test_what_is_nested_is_found_by_its_usual_name():
    [one] = [one for one in found("students", [{"student": {"regNo": "S1"}}]).values() if one.target == "student_id"]
    assert (one.source, one.transformations) == ("student.regNo", ())
    assert one.score > 80
    assert "usual name" in one.reason


def test_what_is_called_alike_is_suggested_with_its_reason():
    one = found("students", [{"studentId": "S1", "stud_phon_number": "98765 43210"}])["phone"]
    assert one.source == "stud_phon_number"
    assert "looks like a telephone number" in one.reason


@pytest.mark.parametrize(
    ("target", "name", "values", "steps"),
    [
        ("email", "col7", ["a@b.in", "c@d.in"], ()),
        ("date_of_birth", "birth_dt", ["31/01/2004", "15/06/2005"], ({"date": "%d/%m/%Y"},)),
        ("date_of_birth", "birth_dt", ["01/31/2004", "06/15/2005"], ({"date": "%m/%d/%Y"},)),
        ("date_of_birth", "birth_dt", [1075507200, 1118793600], ("epoch",)),
        ("date_of_birth", "birth_dt", [1075507200000, 1118793600000], ({"epoch": "milliseconds"},)),
    ],
)
def test_the_shape_of_values_tells_what_they_are(target, name, values, steps):
    one = found("students", [{"studentId": f"S{n}", "name": "Asha", name: v} for n, v in enumerate(values)])[target]
    assert (one.source, one.transformations) == (name, steps)
    assert one.score >= LEAST_SCORE


def test_known_words_tell_what_they_are():
    records = [{"studentId": "S1", "date": "2026-01-31", "col9": word} for word in ("present", "absent", "P")]
    one = found("attendance", records)["status"]
    assert (one.source, one.reason) == ("col9", "Every value looks like one of the known words.")


def test_a_date_that_can_be_read_in_two_ways_is_left_to_a_person():
    one = found("students", [{"studentId": "S1", "birth_dt": "03/04/2005"}])["date_of_birth"]
    assert one.transformations == ()
    assert "choose the date format" in one.reason


def test_two_columns_of_one_shape_are_doubtful_and_not_suggested_by_it():
    assert "email" not in found("students", [{"studentId": "S1", "col7": "a@b.in", "col8": "c@d.in"}])


def test_values_that_do_not_fit_speak_against_a_name():
    assert "email" not in found("students", [{"studentId": "S1", "eMailAdress1": "yes"}])
    assert "email" in found("students", [{"studentId": "S1", "eMailAdress1": "a@b.in"}])


def test_what_is_mapped_already_is_left_alone():
    records = [{"studentId": "S1", "name": "Asha", "e_mail_addres": "a@b.in"}]
    assert "email" in found("students", records)
    assert "email" not in found("students", records, {"from": "other", "to": "email"})
    assert "email" not in found("students", records, {"from": "e_mail_addres", "to": "phone"})
    assert not {"student_id", "name"} & set(found("students", records))


def test_amounts_with_groups_are_read_as_numbers():
    records = [{"studentId": "S1", "subject": "M", "exam": "Mid", "obtained_mark": "1,23,456.5"}]
    one = found("marks", records)["marks_obtained"]
    assert (one.source, one.transformations) == ("obtained_mark", ({"number": "indian"},))


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(sorted(DATA_TYPES)),
    st.lists(st.dictionaries(st.text(max_size=10) | st.sampled_from(["dob", "a.b", "mail"]), ANY_JSON), max_size=4),
)
def test_any_records_may_come(data_type, records):
    made = suggest(DATA_TYPES[data_type], records, [])
    assert len({one.source for one in made}) == len({one.target for one in made}) == len(made)
    assert all(LEAST_SCORE <= one.score <= 100 and one.reason.endswith(".") for one in made)
    for one in made:
        FieldMapping.model_validate(
            {"from": one.source, "to": one.target, "transformations": list(one.transformations)}
        )


@pytest.mark.parametrize("name", ["", " ", " dob", "dob ", "x" * 301])
def test_a_name_that_no_mapping_can_hold_is_not_suggested(name):
    records = [{name: "2006-01-31"}, {name: "2007-02-01"}]
    assert suggest(DATA_TYPES["students"], records, []) == []
    assert paths_in(records) == []
