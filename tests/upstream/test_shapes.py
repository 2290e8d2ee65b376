from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.endpoint import Endpoint
from hub_desktop.upstream.records_path import find_records
from hub_desktop.upstream.shapes import candidates, fields_of, path_of, shape_of, stripped

STUDENTS = [{"id": 1, "name": "A"}, {"id": 2, "name": "B"}]
LEAVES = st.none() | st.booleans() | st.integers(-5, 5) | st.just("v4lue-of-a-record")
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abcde"), inner, max_size=4),
    max_leaves=30,
)


def test_the_likeliest_list_is_the_one_that_has_what_the_data_type_needs() -> None:
    body = {"links": [{"rel": "next", "href": "x"}] * 9, "a": {"b": {"people": STUDENTS}}, "tags": ["x"], "none": []}
    found = candidates(body, "students", "students")
    assert [one.path for one in found] == ["a.b.people", "links"]
    assert found[0].records == 2
    assert found[0].fields == ("id", "name")


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"student list": {"the-rows": STUDENTS}}, '"student list"."the-rows"'),
        ({"by": {"1": STUDENTS[0], "2": STUDENTS[1]}}, "by.*"),
        ({"a.b": STUDENTS}, '"a.b"'),
    ],
)
def test_a_path_that_is_offered_is_one_that_leads_there(body: Any, path: str) -> None:
    found = candidates(body, "students", "students")
    assert found[0].path == path
    endpoint = Endpoint.model_validate({"path": "/s", "recordsPath": path})
    assert find_records(body, endpoint.records_path, name="X", endpoint="students") == STUDENTS


def test_where_records_lie() -> None:
    assert path_of(STUDENTS, STUDENTS) == ""
    assert path_of({"data": {"rows": STUDENTS}}, STUDENTS) == "data.rows"
    assert path_of({"data": {"rows": STUDENTS}}, STUDENTS[:1]) is None


def test_fields_have_the_kinds_of_all_their_values() -> None:
    rows = [{"a": 1, "b": None}, {"a": "x", "b": ""}, "no record"]
    assert fields_of(rows) == {"a": "number or text", "b": "nothing or empty text"}


def test_a_table_keyed_by_people_hides_its_keys() -> None:
    body = {"asha@college.edu": {"id": 1, "x": 2}, "ravi@college.edu": {"id": 2, "x": 3}}
    assert shape_of(body) == "an object with 2 entries: {id: number, x: number}"
    assert "asha" not in shape_of({"asha@college.edu": 1})


@given(JSON)
def test_no_value_is_in_a_shape_or_in_what_is_left_of_an_answer(body: Any) -> None:
    assert "v4lue" not in shape_of(body)
    assert "v4lue" not in str(stripped(body, words=False))


@given(JSON)
def test_every_candidate_can_be_read(body: Any) -> None:
    for one in candidates(body, "students", "students"):
        endpoint = Endpoint.model_validate({"path": "/s", "recordsPath": one.path})
        found = find_records(body, endpoint.records_path, name="X", endpoint="students")
        assert len(found) == one.records
