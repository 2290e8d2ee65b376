import json
from pathlib import Path
from typing import Any

import pytest

from hub_desktop.core.errors import ConfigurationError
from hub_desktop.upstream.records_path import find_records

MOODLE = Path(__file__).parents[1] / "data" / "moodle"


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ([1], ""),
        ({"data": [1]}, ""),
        ({"records": [1], "total": 1}, ""),
        ({"results": [1]}, ""),
        ({"items": [1]}, ""),
        ({"value": [1]}, ""),
        ({"rows": [1]}, ""),
        ({"students": [1]}, ""),
        ({"data": {"items": [1]}}, ""),
        ({"data": {"students": [1], "page": 1}}, ""),
        ({"a": {"b": [1]}}, "a.b"),
        ({"a.b": [1]}, "a.b"),
        ({"data": None, "items": [1]}, ""),
        ({"users": [{"x": [1]}]}, "users[0].x"),
    ],
)
def test_lists_are_found(body: Any, path: str) -> None:
    assert find_records(body, path, name="Moodle", endpoint="students") == [1]


@pytest.mark.parametrize(("body", "path"), [({"data": None}, ""), ({"a": {"b": None}}, "a.b")])
def test_null_is_an_empty_list(body: Any, path: str) -> None:
    assert find_records(body, path, name="Moodle", endpoint="students") == []


@pytest.mark.parametrize(
    ("body", "path", "seen"),
    [
        ({"users": [1], "warnings": []}, "", "“users” and “warnings”"),
        ({}, "", "empty object"),
        ("x", "", "a text"),
        (None, "", "null"),
        ({"data": {"id": 1}}, "", "data"),
        ({"a": {}}, "a.b", "a"),
        ({"a": {"b": {}}}, "a.b", "one object"),
        ([1], "a.b", "a list"),
        ({f"k{i}": 1 for i in range(40)}, "", "28 more keys"),
    ],
)
def test_a_missing_list_names_what_was_seen(body: Any, path: str, seen: str) -> None:
    with pytest.raises(ConfigurationError, match=seen) as caught:
        find_records(body, path, name="Moodle", endpoint="students")
    assert caught.value.field == "endpoints.students.recordsPath"
    assert "records path" in caught.value.sentence


def test_moodle_users_need_a_path() -> None:
    body = json.loads((MOODLE / "03_users_one_by_idnumber.json").read_bytes())
    with pytest.raises(ConfigurationError, match="“users” and “warnings”"):
        find_records(body, "", name="Moodle", endpoint="students")
    assert len(find_records(body, "users", name="Moodle", endpoint="students")) == 1
