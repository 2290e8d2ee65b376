from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.endpoint import Endpoint, FieldMapping
from hub_desktop.core.mapping_preview import ROWS, preview
from hub_desktop.core.validation import RecordChecker
from tests.core.test_transformations import ANY_JSON

STUDENTS = DATA_TYPES["students"]


def mappings(*written: Any) -> list[FieldMapping]:
    return [FieldMapping.model_validate(one) for one in written]


def test_each_cell_shows_what_came_and_what_is_stored():
    made = preview(
        STUDENTS,
        mappings({"from": "code", "to": "student_id", "transformations": ["trim", "upper"]}),
        [{"code": " s1 ", "name": "Asha", "email": "no address"}, {"name": "Ravi"}],
    )
    first = dict(zip(STUDENTS.field_names, made.rows[0], strict=True))
    assert (first["student_id"].before, first["student_id"].after, first["student_id"].changed) == (" s1 ", "S1", True)
    assert (first["name"].after, first["name"].changed) == ("Asha", False)
    assert first["email"].reason == "“no address” is not an email address"
    assert not first["email"].refuses
    assert made.rows[1][0].refuses
    assert made.rows[1][0].reason == "Student ID is missing"
    assert made.refused == 1
    assert made.missing == ()


def test_required_fields_without_a_source_are_named():
    assert [field.name for field in preview(STUDENTS, [], [{"phone": "1"}]).missing] == ["student_id"]
    assert [field.name for field in preview(STUDENTS, [], []).missing] == ["student_id"]


def test_a_number_written_as_text_is_no_change():
    [row] = preview(STUDENTS, [], [{"studentId": 7, "name": "Asha"}]).rows
    assert (row[0].before, row[0].after, row[0].changed) == (7, "7", False)


def test_no_more_rows_than_are_shown():
    assert len(preview(STUDENTS, [], [{"studentId": n} for n in range(50)]).rows) == ROWS


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.dictionaries(st.sampled_from(["studentId", "name", "email", "dob", "phone", "gender"]), ANY_JSON), max_size=6
    )
)
def test_the_preview_says_what_the_sync_does(records):
    written = [{"from": "dob", "to": "date_of_birth", "transformations": [{"date": "%d/%m/%Y"}]}]
    checker = RecordChecker("students", Endpoint.model_validate({"path": "/s", "mappings": written}))
    checked = checker.check(records)
    made = preview(STUDENTS, mappings(*written), records)
    good = [tuple(cell.after for cell in row) for row in made.rows if not any(cell.refuses for cell in row)]
    assert good == checked.good
    assert made.refused == len(checked.refused)
