"""A system nobody has heard of: JSON lists in the envelope of the Smart Student Hub, by page and limit."""

from typing import Any

from tests.fakes.http_server import Asked, Reply, as_json
from tests.fakes.systems.people import EXAMS, SUBJECTS, TODAY, score, students, teachers

TOKEN = "generic-t0ken-of-the-college"
_LARGEST_PAGE = 100


class Generic:
    """A handler for the loopback server."""

    def __init__(self) -> None:
        self.error_in_200 = ""
        """Where given, the answer is an error of this message, with 200."""
        self._rows = _rows()

    def __call__(self, asked: Asked) -> Reply:
        """Answer one request."""
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return _error(401, "UNAUTHORIZED", "Invalid or expired token")
        if self.error_in_200:
            return as_json({"success": False, "error": {"code": "FAILED", "message": self.error_in_200}})
        rows = self._rows.get(asked.path.removeprefix("/api/v1/"))
        if rows is None or not asked.path.startswith("/api/v1/"):
            return _error(404, "NOT_FOUND", "Route not found")
        page, limit = int(asked.param("page", "1")), min(int(asked.param("limit", "20")), _LARGEST_PAGE)
        pages = -(-len(rows) // limit)
        meta = {"page": page, "limit": limit, "total": len(rows), "totalPages": pages}
        return as_json({"success": True, "data": rows[(page - 1) * limit : page * limit], "pagination": meta})


def _rows() -> dict[str, list[dict[str, Any]]]:
    people = students()
    return {
        "students": [
            {"studentId": one.code, "name": one.name, "email": one.email, "department": "Science", "semester": 3}
            for one in people
        ],
        "faculty": [{"facultyId": one.code, "name": one.name, "designation": "Lecturer"} for one in teachers()],
        "subjects": [{"code": code, "name": name, "credits": 4} for code, name in SUBJECTS],
        "timetable": [
            {"section": "A", "day": day, "startTime": "09:00", "endTime": "10:00", "subjectCode": code, "room": "R1"}
            for day, (code, _) in zip(("Monday", "Tuesday", "Wednesday"), SUBJECTS, strict=True)
        ],
        "attendance": [
            {
                "studentId": one.code,
                "date": TODAY,
                "subjectCode": "CS101",
                "status": "P" if one.number % 9 else "A",
            }
            for one in people
        ],
        "marks": [
            {
                "studentId": one.code,
                "subjectCode": code,
                "examName": exam,
                "marksObtained": score(one, s, e),
                "maxMarks": 50,
            }
            for s, (code, _) in enumerate(SUBJECTS)
            for e, exam in enumerate(EXAMS)
            for one in people
            if score(one, s, e) is not None
        ],
    }


def _error(status: int, code: str, message: str) -> Reply:
    return as_json({"success": False, "error": {"code": code, "message": message}}, status)
