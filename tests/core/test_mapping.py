from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.endpoint import FieldMapping
from hub_desktop.core.mapping import Mapper, compile_path, fold, match_aliases

NAMES = sorted({alias for t in DATA_TYPES.values() for f in t.fields for alias in f.aliases})


def taken(data_type: str, record: dict[str, Any], *mappings: FieldMapping) -> dict[str, Any]:
    """Return what each of our fields gets from the record, without those that get nothing."""
    kind = DATA_TYPES[data_type]
    values, refused = Mapper(kind, mappings).map(record)
    assert not refused
    return {name: value for name, value in zip(kind.field_names, values, strict=True) if value is not None}


def mapping(source: str, target: str, *steps: Any) -> FieldMapping:
    return FieldMapping.model_validate({"from": source, "to": target, "transformations": list(steps)})


SEED = {"studentId": "CS2101", "name": "John Doe", "attendance": "present", "date": "2024-01-15", "subject": "DS"}
MOODLE_USER = {
    "id": 57,
    "username": "asha",
    "firstname": "Asha",
    "lastname": "Rao",
    "fullname": "Asha Rao",
    "email": "a@b.in",
    "idnumber": "CS2101",
    "department": "CSE",
}

SHAPES = [
    (
        "attendance",
        SEED,
        {"student_id": "CS2101", "date": "2024-01-15", "subject_code": "DS", "status": "present", "name": "John Doe"},
    ),
    (
        "attendance",
        SEED
        | {"courseCode": "CS201", "period": 3, "teacher": "Rao", "remarks": "ill", "updatedAt": "2024-01-16T10:00:00Z"},
        {
            "student_id": "CS2101",
            "date": "2024-01-15",
            "subject_code": "CS201",
            "period": 3,
            "status": "present",
            "name": "John Doe",
            "remarks": "ill",
        },
    ),
    ("students", MOODLE_USER, {"student_id": "CS2101", "name": "Asha Rao", "email": "a@b.in", "department": "CSE"}),
    (
        "subjects",
        {"id": 9, "shortname": "CS201", "fullname": "Data Structures", "idnumber": ""},
        {"subject_code": "CS201", "name": "Data Structures"},
    ),
    # ERPNext: “name” is the name of the document, not of the student.
    (
        "attendance",
        {
            "name": "EDU-ATT-0001",
            "student": "EDU-STU-7",
            "student_name": "Asha",
            "date": "2024-01-15",
            "status": "Present",
            "student_group": "A",
        },
        {"student_id": "EDU-STU-7", "name": "Asha", "date": "2024-01-15", "status": "Present"},
    ),
    (
        "attendance",
        {"id": 881, "emp_code": "1001", "punch_time": "2024-01-15 09:01:33", "terminal_sn": "X"},
        {"student_id": "1001", "date": "2024-01-15 09:01:33"},
    ),
    # The number of the row is not the student.
    (
        "attendance",
        {"id": 881, "name": "Asha", "date": "2024-01-15", "status": "P"},
        {"name": "Asha", "date": "2024-01-15", "status": "P"},
    ),
    # The teacher of a class is not the student.
    (
        "attendance",
        {"regNo": "7", "teacherName": "Rao", "date": "2024-01-15", "status": "P"},
        {"student_id": "7", "date": "2024-01-15", "status": "P"},
    ),
    # The only number there is names the student, although it could be the number within the section.
    ("students", {"rollNo": "12", "name": "Asha"}, {"student_id": "12", "name": "Asha"}),
    ("students", {"rollNo": "12", "usn": "1BM21CS001"}, {"student_id": "1BM21CS001", "roll_number": "12"}),
    (
        "marks",
        {"studentId": "7", "subjectCode": "M1", "examName": "Mid", "marks": 41, "totalMarks": 50, "date": "2024-02-01"},
        {
            "student_id": "7",
            "subject_code": "M1",
            "exam": "Mid",
            "marks_obtained": 41,
            "max_marks": 50,
            "exam_date": "2024-02-01",
        },
    ),
    (
        "timetable",
        {"class": "10A", "day": "Mon", "from": "09:00", "to": "09:50", "subject": "M1", "teacher": "T1"},
        {
            "section": "10A",
            "day": "Mon",
            "start_time": "09:00",
            "end_time": "09:50",
            "subject_code": "M1",
            "faculty_id": "T1",
        },
    ),
    (
        "faculty",
        {"employee": "HR-1", "employee_code": "E7", "employee_name": "Asha", "name": "HR-1", "title": "Dr"},
        {"faculty_id": "E7", "name": "Asha", "designation": "Dr"},
    ),
]


@pytest.mark.parametrize(("data_type", "record", "expected"), SHAPES)
def test_records_of_known_systems_find_their_fields(data_type, record, expected):
    assert taken(data_type, record) == expected


def test_a_record_without_the_field_that_names_the_others_is_not_named_by_another_field():
    """Moodle leaves an empty idnumber out; the id of one person may be the idnumber of another."""
    mapper = Mapper(DATA_TYPES["students"], [])
    mapper.settle([MOODLE_USER, {"id": 58, "fullname": "No Number"}])
    named = mapper.map(MOODLE_USER)[0][0]
    unnamed = mapper.map({"id": 58, "fullname": "No Number"})[0][0]
    assert (named, unnamed) == ("CS2101", None)


def test_the_field_is_settled_even_when_the_first_record_lacks_it():
    mapper = Mapper(DATA_TYPES["students"], [])
    mapper.settle([{"id": 58}, MOODLE_USER])
    assert mapper.map({"id": 58})[0][0] is None


def test_names_of_other_spelling_in_later_records_are_the_same_field():
    mapper = Mapper(DATA_TYPES["students"], [])
    mapper.settle([{"studentId": "1"}])
    assert mapper.map({"student_id": "2"})[0][0] == "2"


def test_an_upstream_field_that_a_person_mapped_is_not_used_a_second_time():
    found = taken("students", {"name": "EDU-STU-7", "title": "Asha"}, mapping("name", "student_id"))
    assert found == {"student_id": "EDU-STU-7"}


def test_a_key_falls_back_on_a_field_that_a_person_mapped_elsewhere():
    found = taken("students", {"rollNo": "12"}, mapping("rollNo", "roll_number"))
    assert found == {"student_id": "12", "roll_number": "12"}


def test_what_the_mapping_dialog_shows_is_what_the_sync_does():
    record = SEED | {"rollNo": "1"}
    mapper = Mapper(DATA_TYPES["attendance"], [mapping("subject", "remarks")])
    shown = {s.target: record.get(s.path) for s in mapper.sources(record) if s.path}
    values, _ = mapper.map(record)
    assert shown == {
        name: value
        for name, value in zip(DATA_TYPES["attendance"].field_names, values, strict=True)
        if value is not None
    }


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("a.b", 1),
        ("dotted.name", 2),
        ("Roll No.", 3),
        ("list[0].x", 4),
        ("nobody.knows", None),
        ("a.b.c", None),
        ("list[?x==`4`].x | [0]", 4),
        ("((((", None),
        ("(" * 300, None),
    ],
)
def test_paths_and_names_are_both_found(path, value):
    record = {"a": {"b": 1}, "dotted.name": 2, "Roll No.": 3, "list": [{"x": 4}]}
    assert compile_path(path)(record) == value


@pytest.mark.parametrize("path", ["ceil(a)", "abs(b)", "sum(b)", "a.sort_by(@, &b)", "ceil(`1e400`)", "max_by(c, &a)"])
def test_an_expression_that_does_not_fit_refuses_the_record_and_nothing_else(path):
    with pytest.raises(ValueError, match="does not fit this record"):
        compile_path(path)({"a": "text", "b": {}, "c": [{"a": []}, {"a": 1}]})


@given(
    st.lists(st.one_of(st.sampled_from(NAMES), st.text(max_size=12)), max_size=12), st.sampled_from(list(DATA_TYPES))
)
def test_no_upstream_field_is_used_twice_and_none_is_invented(names, data_type):
    pairs = match_aliases(DATA_TYPES[data_type].fields, names)
    used = [name for _, name in pairs]
    assert len(used) == len(set(used))
    assert set(used) <= set(names)
    targets = [target for target, _ in pairs]
    assert len(targets) == len(set(targets))


@given(
    st.sampled_from(NAMES), st.sampled_from([str.upper, str.title, lambda n: n.replace("_", " "), lambda n: f" {n}-"])
)
def test_case_blanks_and_punctuation_do_not_hide_a_name(name, change):
    assert fold(change(name)) == fold(name)


def test_every_alias_finds_its_field_when_it_stands_alone():
    missed = [
        (t.name, f.name, alias)
        for t in DATA_TYPES.values()
        for f in t.fields
        for alias in f.aliases
        if not match_aliases(t.fields, [alias])
    ]
    assert not missed


def test_no_alias_of_a_data_type_belongs_to_two_fields_unless_it_is_meant():
    shared = set()
    for kind in DATA_TYPES.values():
        owners: dict[str, set[str]] = {}
        for f in kind.fields:
            for alias in f.aliases:
                owners.setdefault(fold(alias), set()).add(f.name)
        shared |= {(kind.name, alias) for alias, fields in owners.items() if len(fields) > 1}
    assert shared == {("students", "rollnumber"), ("students", "rollno")}
