"""What records are called."""

import pytest

from hub_desktop.core.datatypes import CUSTOM, DATA_TYPES, STUDENTS, TIMETABLE
from hub_desktop.core.naming import name_of, naming_field


def test_people_and_subjects_have_a_name():
    values = ("S1", "Asha", *[None] * (len(STUDENTS.fields) - 2))
    assert name_of(STUDENTS, values) == "Asha"
    assert name_of(STUDENTS, ("S1", None, *values[2:])) == ""


def test_a_kind_without_names_has_none():
    assert naming_field(TIMETABLE) == ""
    assert name_of(TIMETABLE, ("5A",) * len(TIMETABLE.fields)) == ""


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ('{"id": 1, "name": "Block A"}', "Block A"),
        ('{"id": 1, "title": "Quiz"}', "Quiz"),
        ('{"name": 7}', ""),
        ('["name"]', ""),
        ('{"name": "cut o', ""),
        (None, ""),
    ],
)
def test_other_records_are_called_as_their_content_says(content, name):
    assert name_of(CUSTOM, ("rooms", "1", content)) == name


def test_every_kind_can_be_asked():
    for kind in DATA_TYPES.values():
        assert name_of(kind, (None,) * len(kind.fields)) == ""
