"""ERPNext with its education module, as Frappe's documentation describes its REST API: 20 records unless asked."""

import json
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import unquote

from tests.fakes.http_server import Asked, Reply, as_json
from tests.fakes.systems.people import EXAMS, RECENTLY, SUBJECTS, TODAY, score, students, teachers

KEY = "erpnext-k3y:erpnext-s3cret"
ROOT = "/api/resource/"
_CHANGED = RECENTLY.strftime("%Y-%m-%d %H:%M:%S.%f")
_COMPARE = {
    "=": lambda have, want: have == want,
    ">": lambda have, want: str(have) > str(want),
    ">=": lambda have, want: str(have) >= str(want),
}


class ErpNext:
    """A handler for the loopback server."""

    def __init__(self) -> None:
        self.filters: list[Any] = []
        self._rows = _rows()

    def __call__(self, asked: Asked) -> Reply:
        """Answer one request."""
        if asked.headers.get("authorization") != f"token {KEY}":
            return _error(401, "AuthenticationError", "Invalid API key or secret")
        doctype = unquote(asked.path.removeprefix(ROOT))
        rows = self._rows.get(doctype) if asked.path.startswith(ROOT) else None
        if rows is None:
            return _error(404, "DoesNotExistError", f"DocType {doctype} not found")
        try:
            fields = json.loads(asked.param("fields", '["name"]'))
            filters = json.loads(asked.param("filters", "[]"))
        except ValueError:
            return _error(417, "ValidationError", "The filters cannot be read")
        if filters:
            self.filters.append(filters)
        found = [one for one in rows if all(_COMPARE[sign](one.get(name), want) for name, sign, want in filters)]
        start, length = int(asked.param("limit_start", "0")), int(asked.param("limit_page_length", "20"))
        shown = found[start : start + length]
        return as_json({"data": shown if fields == ["*"] else [{name: one[name] for name in fields} for one in shown]})


def _doc(name: str, **fields: Any) -> dict[str, Any]:
    return {"name": name, "owner": "admin@college.example", "modified": _CHANGED, "docstatus": 0, "idx": 0} | fields


def _rows() -> dict[str, list[dict[str, Any]]]:
    people = students()
    name_of = {one.code: f"EDU-STU-2026-{one.number:05d}" for one in people}
    today = datetime.now().astimezone().date()
    monday = today + timedelta(days=(7 - today.weekday()) % 7)
    submitted = [
        _doc(
            f"EDU-RES-{code}-{exam}-{one.code}",
            docstatus=1,
            student=name_of[one.code],
            student_name=one.name,
            course=code,
            assessment_plan=f"{code} {exam}",
            total_score=score(one, s, e),
            maximum_score=50.0,
            grade="B",
        )
        for s, (code, _) in enumerate(SUBJECTS)
        for e, exam in enumerate(EXAMS)
        for one in people
        if score(one, s, e) is not None
    ]
    return {
        "Student": [
            _doc(
                name_of[one.code],
                student_name=one.name,
                student_email_id=one.email,
                student_mobile_number=f"+91 98765 {one.number:05d}",
                date_of_birth="2006-05-04",
                gender="Female",
                joining_date="2024-08-01",
                enabled=1 if one.number != 5 else 0,
            )
            for one in people
        ],
        "Instructor": [
            _doc(f"EDU-INS-2026-{one.number:05d}", instructor_name=one.name, department="Science - C")
            for one in teachers()
        ],
        "Course": [_doc(code, course_name=name, department="Science - C") for code, name in SUBJECTS],
        "Course Schedule": [
            _doc(
                f"EDU-CSH-{week}-{day}",
                student_group="CS-A",
                course=SUBJECTS[day][0],
                instructor=f"EDU-INS-2026-{day + 1:05d}",
                room="R-101",
                schedule_date=(monday + timedelta(days=day + 7 * week)).isoformat(),
                from_time="9:00:00",
                to_time="10:00:00",
            )
            for week in (-1, 0, 1)
            for day in range(3)
        ],
        "Student Attendance": [
            _doc(
                f"EDU-ATT-{one.code}",
                docstatus=0 if one.number == 3 else 1,
                student=name_of[one.code],
                student_name=one.name,
                course_schedule="EDU-CSH-0-0",
                date=TODAY,
                status="Absent" if one.number % 9 == 0 else "Present",
            )
            for one in people
        ],
        "Assessment Result": submitted,
    }


def _error(status: int, kind: str, message: str) -> Reply:
    said = json.dumps([json.dumps({"message": message, "indicator": "red"})])
    body = {"exc_type": kind, "exception": f"frappe.exceptions.{kind}: {message}", "_server_messages": said}
    return as_json(body, status)
