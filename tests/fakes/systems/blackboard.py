"""Blackboard Learn as its documentation describes it: results with paging.nextPage, a path and no whole address."""

from typing import Any
from urllib.parse import urlencode

from tests.fakes.http_server import Asked, Reply, as_json
from tests.fakes.systems.people import EXAMS, SUBJECTS, TODAY, Person, score, students, teachers
from tests.fakes.systems.tokens import TokenDesk

CLIENT = ("blackboard-key", "blackboard-s3cret")
ROOT = "/learn/api/public"


class Blackboard:
    """A handler for the loopback server."""

    def __init__(self) -> None:
        self.desk = TokenDesk(*CLIENT)

    def __call__(self, asked: Asked) -> Reply:
        """Answer one request."""
        if asked.path == f"{ROOT}/v1/oauth2/token":
            return self.desk.issue(asked)
        if not self.desk.admits(asked):
            return as_json({"status": 401, "message": "Bearer token is invalid"}, 401)
        rows = _rows(asked.path.removeprefix(f"{ROOT}/").split("/")) if asked.path.startswith(ROOT) else None
        if rows is None:
            return as_json({"status": 404, "message": "The specified resource was not found."}, 404)
        limit, offset = min(int(asked.param("limit", "100")), 100), int(asked.param("offset", "0"))
        body: dict[str, Any] = {"results": rows[offset : offset + limit]}
        if offset + limit < len(rows):
            others = [pair for pair in asked.params if pair[0] != "offset"]
            body["paging"] = {"nextPage": f"{asked.path}?{urlencode([*others, ('offset', str(offset + limit))])}"}
        return as_json(body)


def _rows(path: list[str]) -> list[dict[str, Any]] | None:
    match path:
        case ["v1", "users"]:
            guest = {"id": "_999_1", "userName": "guest", "institutionRoleIds": ["GUEST"], "name": {"given": "Guest"}}
            return [
                *(_user(one, "STUDENT") for one in students()),
                *(_user(one, "FACULTY") for one in teachers()),
                guest,
            ]
        case ["v3", "courses"]:
            club = {"id": "_99_1", "courseId": "CLUB", "name": "Chess club", "organization": True}
            return [*(_course(number) for number in range(len(SUBJECTS))), club]
        case ["v2", "courses", course, "gradebook", "columns"]:
            total = {"id": "_9_1", "name": "Total", "score": {"possible": 100.0}, "grading": {"type": "Calculated"}}
            return [*(_column(course, exam) for exam in range(len(EXAMS))), total]
        case ["v2", "courses", course, "gradebook", "columns", column, "users"] if column != "_9_1":
            # The numbers of columns begin anew in each course, so a grade needs both.
            return [_grade(int(course[1]), int(column[1]), column, one) for one in students()]
    return None


def _user(person: Person, role: str) -> dict[str, Any]:
    number = person.number if role == "STUDENT" else 500 + person.number
    return {
        "id": f"_{number}_1",
        "userName": person.code.lower(),
        "studentId": person.code if role == "STUDENT" else None,
        "institutionRoleIds": [role],
        "availability": {"available": "Yes"},
        "name": {"given": person.given, "family": person.family},
        "contact": {"email": person.email},
        "job": {"title": "Lecturer", "department": "Science"} if role == "FACULTY" else {},
    }


def _course(number: int) -> dict[str, Any]:
    code, name = SUBJECTS[number]
    return {"id": f"_{number}_1", "courseId": code, "name": name, "organization": False, "termId": "_1_1"}


def _column(course: str, exam: int) -> dict[str, Any]:
    grading = {"type": "Manual", "due": f"{TODAY}T18:00:00.000Z"} if exam == 0 else {"type": "Attempts"}
    return {"id": f"_{exam}_1", "name": EXAMS[exam], "score": {"possible": 50.0}, "grading": grading}


def _grade(subject: int, exam: int, column: str, person: Person) -> dict[str, Any]:
    points = score(person, subject, exam)
    found: dict[str, Any] = {"userId": f"_{person.number}_1", "columnId": column}
    if points is not None:
        found |= {"status": "Graded", "displayGrade": {"scaleType": "Score", "score": points, "text": f"{points:g}"}}
    return found
