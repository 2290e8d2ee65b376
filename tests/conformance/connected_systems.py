"""What each template of the catalog is held to: the fake it meets, and what must have arrived when it was read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.http_server import Asked, Reply
from tests.fakes.systems import (
    biotime,
    blackboard,
    canvas,
    classroom,
    edfi,
    erpnext,
    generic,
    graph,
    moodle,
    odoo,
    oneroster,
    powerschool,
)
from tests.fakes.systems.people import EXAMS, STUDENTS, SUBJECTS, TEACHERS, TODAY, score, scored, students

Fake = Callable[[Asked], Reply]
Example = tuple[str, Mapping[str, str], Mapping[str, Any]]
"""A data type, the field values that find one record, and what else stands in it."""

MARKS = sum(scored(subject, exam) for subject in range(len(SUBJECTS)) for exam in range(len(EXAMS)))
COLLEGE = {"students": STUDENTS, "faculty": TEACHERS, "subjects": len(SUBJECTS), "marks": MARKS}
FIRST, SECOND = students()[:2]
MARK = score(SECOND, 0, 0)
MARKS_OF_SEVENTH = sum(score(students()[6], s, e) is not None for s in range(len(SUBJECTS)) for e in range(len(EXAMS)))


@dataclass(frozen=True)
class Connected:
    """One template, filled for its fake."""

    template: str
    fake: Callable[[], Fake]
    secret: tuple[str, str]
    """The blank of the secret, and what opens the fake."""
    added: Mapping[str, int]
    """Records by endpoint after the first sync."""
    examples: tuple[Example, ...]
    pages: Mapping[str, int]
    """Pages by endpoint at the least: more than one wherever there is more than one."""
    values: Mapping[str, str] = field(default_factory=dict)
    """The other blanks; {address} is that of the fake."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Addresses the template knows itself, and where the fake stands for them."""
    quarantined: Mapping[str, int] = field(default_factory=dict)
    tokens: str = ""
    """What a person's sign-in with the browser would have left."""


def _mark(student: str, subject: str, exam: str = "Midterm", **more: Any) -> Example:
    found = {"marks_obtained": MARK, "max_marks": 50.0} | more
    return "marks", {"student_id": student, "subject_code": subject, "exam": exam}, found


def _oneroster(version: str) -> Connected:
    return Connected(
        f"oneroster-{version.replace('.', '-')}",
        lambda: oneroster.OneRoster(version),
        ("clientSecret", oneroster.CLIENT[1]),
        COLLEGE,
        (
            ("students", {"student_id": "u-S001"}, {"name": FIRST.name, "email": FIRST.email, "roll_number": "S001"}),
            ("faculty", {"faculty_id": "u-T001"}, {"email": "t001@college.example"}),
            ("subjects", {"subject_code": "class-0"}, {"name": SUBJECTS[0][1], "department": "Science"}),
            _mark("u-S002", "class-0", exam_date=TODAY),
        ),
        pages={"students": 3, "marks": 6 * 3},
        values={"address": "{address}", "tokenAddress": "{address}/oauth/token", "clientId": oneroster.CLIENT[0]},
    )


SYSTEMS = (
    Connected(
        "moodle",
        moodle.Moodle,
        ("apiKey", moodle.TOKEN),
        # Counted in the recordings: by ID number, the four recorded people without one left out.
        {"subjects": 13, "students": 198, "faculty": 4, "marks": 3443},
        (
            ("subjects", {"subject_code": "MATH101"}, {"name": "Algebra & Geometry"}),
            ("subjects", {"subject_code": "LIT110"}, {"name": "Literature: Pessoa & Eça"}),
            (
                "students",
                {"student_id": "SIS-100004"},
                {"name": "François Özdemir", "email": "s00004@students.example.test", "department": "Engineering"},
            ),
            ("faculty", {"faculty_id": "STAFF-4"}, {"name": "Zoë Ñandú"}),
            (
                "marks",
                {"student_id": "SIS-100156", "subject_code": "OLD2019", "exam": "Lab report #1"},
                {"marks_obtained": 9.08, "max_marks": 10.0, "grade": "9.08", "exam_date": "2026-11-04"},
            ),
            (
                "marks",
                {"student_id": "SIS-100156", "subject_code": "OLD2019", "exam": "Essay draft"},
                {"marks_obtained": 16.0, "max_marks": 100.0, "grade": "16.00"},
            ),
            (
                "marks",
                {"student_id": "SIS-100156", "subject_code": "OLD2019", "exam": "Oral (scale)"},
                {"marks_obtained": 3.0, "max_marks": 4.0, "grade": "Competent"},
            ),
            (
                "marks",
                {
                    "student_id": "SIS-100156",
                    "subject_code": "OLD2019",
                    "exam": 'Assignment 1: "Reading & notes"',
                },
                {"marks_obtained": 77.7},
            ),
        ),
        pages={"students": 13, "faculty": 13, "marks": 13},
        values={"address": "{address}"},
        quarantined={"students": 14, "marks": 81},
    ),
    Connected(
        "canvas",
        canvas.Canvas,
        ("apiKey", canvas.TOKEN),
        COLLEGE
        | {
            "students": STUDENTS - 1,
            "marks": MARKS - sum(score(students()[6], s, e) is not None for s in range(3) for e in range(2)),
        },
        (
            ("students", {"student_id": "S001"}, {"name": FIRST.name, "email": FIRST.email}),
            ("subjects", {"subject_code": "2026-CS101"}, {"name": SUBJECTS[0][1], "semester": "Spring 2026"}),
            ("subjects", {"subject_code": "MA102"}, {"name": "Linear Algebra"}),
            _mark("S002", "2026-CS101", grade=f"{MARK:g}", exam_date=TODAY),
        ),
        pages={"students": 3, "marks": 3 * 5},
        values={"address": "{address}"},
        quarantined={
            "students": 1,
            "marks": sum(score(students()[6], s, e) is not None for s in range(3) for e in range(2)),
        },
    ),
    _oneroster("1.1"),
    _oneroster("1.2"),
    Connected(
        "erpnext-education",
        erpnext.ErpNext,
        ("apiKey", erpnext.KEY),
        COLLEGE | {"timetable": 3, "attendance": STUDENTS - 1},
        (
            (
                "students",
                {"student_id": "EDU-STU-2026-00005"},
                {"status": "disabled", "admission_date": "2024-08-01", "email": "s005@college.example"},
            ),
            ("faculty", {"faculty_id": "EDU-INS-2026-00001"}, {"department": "Science - C"}),
            (
                "timetable",
                {"section": "CS-A", "day": "tuesday"},
                {"start_time": "09:00", "subject_code": "MA102", "room": "R-101", "faculty_id": "EDU-INS-2026-00002"},
            ),
            ("attendance", {"student_id": "EDU-STU-2026-00009"}, {"status": "absent", "date": TODAY}),
            _mark("EDU-STU-2026-00002", "CS101", "CS101 Midterm", grade="B"),
        ),
        pages={"students": 2, "attendance": 2, "marks": -(-MARKS // 200)},
        values={"address": "{address}"},
    ),
    Connected(
        "zkteco-biotime",
        biotime.BioTime,
        ("password", biotime.PASSWORD),
        {
            "students": STUDENTS,
            "faculty": TEACHERS,
            "attendance": biotime.DAYS * sum(one.number % 9 != 0 for one in students()),
        },
        (
            ("students", {"student_id": "S001"}, {"name": FIRST.name, "department": "Science"}),
            ("faculty", {"faculty_id": "T001"}, {"department": "Staff", "designation": "Member"}),
            ("attendance", {"student_id": "S001", "date": TODAY}, {"status": "present", "name": FIRST.name}),
        ),
        pages={"students": 2, "attendance": 9 + 2},
        values={"address": "{address}", "username": biotime.USER},
    ),
    Connected(
        "google-classroom",
        classroom.Classroom,
        ("clientSecret", "classroom-s3cret"),
        COLLEGE | {"subjects": len(SUBJECTS) + 1},
        (
            ("students", {"student_id": "1"}, {"name": FIRST.name, "email": FIRST.email}),
            ("faculty", {"faculty_id": "9001"}, {"email": "t001@college.example"}),
            ("subjects", {"subject_code": "700"}, {"name": SUBJECTS[0][1], "faculty_id": "9001"}),
            _mark("2", "700", exam_date="2026-03-02"),
            ("marks", {"student_id": "2", "subject_code": "700", "exam": "Final"}, {"exam_date": None}),
        ),
        pages={"students": 3 * 3, "marks": 6 * 3},
        values={"clientId": "classroom-client"},
        moved={
            "https://classroom.googleapis.com": "{address}",
            "https://oauth2.googleapis.com/token": "{address}/token",
        },
        tokens=classroom.TOKEN,
    ),
    Connected(
        "microsoft-graph-education",
        graph.Graph,
        ("clientSecret", graph.CLIENT[1]),
        COLLEGE,
        (
            (
                "students",
                {"student_id": "guid-S002"},
                {"name": SECOND.name, "email": SECOND.email, "roll_number": "S002", "date_of_birth": "2006-05-04"},
            ),
            ("faculty", {"faculty_id": "guid-T001"}, {"department": "Science"}),
            ("subjects", {"subject_code": "class-0"}, {"name": SUBJECTS[0][1], "semester": "Spring 2026"}),
            _mark("guid-S002", "class-0", exam_date=TODAY),
        ),
        pages={"students": 3, "marks": 6 * 3},
        values={"tenant": graph.TENANT, "clientId": graph.CLIENT[0]},
        moved={
            "https://graph.microsoft.com/v1.0": "{address}/v1.0",
            "https://login.microsoftonline.com": "{address}",
        },
    ),
    Connected(
        "ed-fi",
        edfi.EdFi,
        ("clientSecret", edfi.CLIENT[1]),
        COLLEGE | {"attendance": STUDENTS},
        (
            ("students", {"student_id": "S001"}, {"name": FIRST.name, "date_of_birth": "2006-05-04"}),
            ("faculty", {"faculty_id": "T001"}, {"email": "t001@college.example"}),
            ("attendance", {"student_id": "S001", "date": TODAY}, {"status": "absent"}),
            ("attendance", {"student_id": "S002", "date": TODAY}, {"status": "late"}),
            _mark("S002", "CS101", "First Six Weeks, Grading Period", max_marks=None, grade="B"),
        ),
        pages={"students": 3, "attendance": 3, "marks": -(-MARKS // 100)},
        values={"address": "{address}", "clientId": edfi.CLIENT[0]},
    ),
    Connected(
        "odoo-openeducat",
        odoo.Odoo,
        ("password", odoo.PASSWORD),
        COLLEGE | {"timetable": 3, "attendance": STUDENTS},
        (
            (
                "students",
                {"student_id": "1"},
                {"name": FIRST.name, "roll_number": "S001", "phone": None, "gender": "female"},
            ),
            ("students", {"student_id": "4"}, {"phone": "+91 98765 43210", "date_of_birth": None}),
            ("faculty", {"faculty_id": "201"}, {"department": None}),
            ("subjects", {"subject_code": "300"}, {"name": f"CS101 {SUBJECTS[0][1]}", "department": "Science"}),
            (
                "timetable",
                {"section": "CS-2026", "day": "monday"},
                {"start_time": "09:00", "end_time": "10:00", "subject_code": "300", "faculty_id": "201", "room": None},
            ),
            ("attendance", {"student_id": "2", "date": TODAY}, {"status": "late", "period": "AS/2026/0001"}),
            _mark("2", "300", "Midterm CS101", grade=None, exam_date=TODAY),
        ),
        pages={"students": 2, "attendance": 2, "marks": 6 * 2},
        values={"address": "{address}", "database": odoo.DATABASE, "username": odoo.USER},
    ),
    Connected(
        "blackboard",
        blackboard.Blackboard,
        ("clientSecret", blackboard.CLIENT[1]),
        COLLEGE,
        (
            ("students", {"student_id": "_1_1"}, {"name": FIRST.name, "roll_number": "S001", "email": FIRST.email}),
            ("faculty", {"faculty_id": "_501_1"}, {"designation": "Lecturer", "department": "Science"}),
            ("subjects", {"subject_code": "_0_1"}, {"name": f"CS101 {SUBJECTS[0][1]}", "semester": "_1_1"}),
            _mark("_2_1", "_0_1", exam_date=TODAY, grade=f"{MARK:g}"),
        ),
        pages={"students": 3, "marks": 6 * 3},
        values={"address": "{address}", "clientId": blackboard.CLIENT[0]},
    ),
    Connected(
        "powerschool",
        powerschool.PowerSchool,
        ("clientSecret", powerschool.CLIENT[1]),
        COLLEGE,
        (
            (
                "students",
                {"student_id": "5001"},
                {"name": FIRST.name, "roll_number": "S001", "status": "active", "section": "H1"},
            ),
            ("faculty", {"faculty_id": "T012"}, {"department": "South College"}),
            ("subjects", {"subject_code": "PH103"}, {"name": "Mechanics"}),
            _mark("5002", "CS101", "Q1 3400", marks_obtained=(MARK or 0) * 2, max_marks=100.0, exam_date=TODAY),
        ),
        pages={"students": 3, "faculty": 2, "marks": -(-MARKS // 100)},
        values={"address": "{address}", "clientId": powerschool.CLIENT[0]},
    ),
    Connected(
        "generic-rest",
        generic.Generic,
        ("apiKey", generic.TOKEN),
        COLLEGE | {"timetable": 3, "attendance": STUDENTS},
        (
            ("students", {"student_id": "S001"}, {"name": FIRST.name, "semester": "3", "department": "Science"}),
            ("faculty", {"faculty_id": "T001"}, {"designation": "Lecturer"}),
            ("timetable", {"section": "A", "day": "tuesday"}, {"start_time": "09:00", "room": "R1"}),
            ("attendance", {"student_id": "S009", "date": TODAY}, {"status": "absent", "subject_code": "CS101"}),
            _mark("S002", "CS101"),
        ),
        pages={"students": 3, "attendance": 3, "marks": -(-MARKS // 100)},
        values={"address": "{address}/api/v1"},
    ),
)
