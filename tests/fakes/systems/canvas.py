"""Canvas as its documentation describes it: Link headers with opaque pages, 403 when it is asked too much at once."""

import threading
from typing import Any

from tests.fakes.http_server import Asked, Reply, as_json
from tests.fakes.systems.people import EXAMS, RECENTLY, SUBJECTS, Person, score, students, teachers

TOKEN = "canvas-t0ken-of-the-college"
ROOT = "/api/v1"


class Canvas:
    """A handler for the loopback server; `throttled` counts down answers of 403 “Rate Limit Exceeded”."""

    def __init__(self) -> None:
        self.address = ""
        """Of the server, for its Link headers."""
        self.throttled = 0
        self.most_at_once = 0
        self._at_once = 0
        self._lock = threading.Lock()
        self.without_sis_id = {7}
        """Numbers of students whom the college did not import."""

    def __call__(self, asked: Asked) -> Reply:
        """Answer one request."""
        with self._lock:
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            return self._answer(asked)
        finally:
            with self._lock:
                self._at_once -= 1

    def _answer(self, asked: Asked) -> Reply:
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            refused = {"errors": [{"message": "Invalid access token."}]}
            return as_json(refused, 401, WWW_Authenticate='Bearer realm="canvas-lms"')
        if self.throttled:
            self.throttled -= 1
            return Reply(
                b"403 Forbidden (Rate Limit Exceeded)\n",
                403,
                [("X-Rate-Limit-Remaining", "0.0")],
                "text/plain; charset=utf-8",
            )
        rows = self._rows(asked)
        if rows is None:
            return as_json({"errors": [{"message": "The specified resource does not exist."}]}, 404)
        return self._page(asked, rows)

    def _rows(self, asked: Asked) -> list[dict[str, Any]] | None:
        path = asked.path.removeprefix(ROOT)
        match path.strip("/").split("/"):
            case ["accounts", "self", "users"]:
                kind = asked.param("enrollment_type")
                people = {"student": students(), "teacher": teachers()}.get(kind, [*students(), *teachers()])
                return [self._user(one, with_email=asked.param("include[]") == "email") for one in people]
            case ["accounts", "self", "courses"]:
                return [_course(number) for number in range(1, len(SUBJECTS) + 1)]
            case ["courses", course, "students", "submissions"] if asked.param("student_ids[]") == "all":
                found = self._submissions(int(course))
                since = asked.param("graded_since")
                return [one for one in found if not since or (one["graded_at"] or "") > since]
        return None

    def _page(self, asked: Asked, rows: list[dict[str, Any]]) -> Reply:
        size = min(int(asked.param("per_page", "10")), 100)
        # The bookmark is opaque: nobody may count with it.
        start = int(asked.param("page", "bookmark:0").partition(":")[2])
        reply = as_json(rows[start : start + size])
        if start + size < len(rows):
            kept = "&".join(f"{name}={value}" for name, value in asked.params if name != "page")
            link = f'<{self.address}{asked.path}?{kept}&page=bookmark:{start + size}>; rel="next"'
            current = f'<{self.address}{asked.path}?{kept}>; rel="current"'
            reply.headers.append(("Link", f"{current},{link}"))
        reply.headers.append(("X-Rate-Limit-Remaining", "600.0"))
        return reply

    def _user(self, person: Person, *, with_email: bool = False) -> dict[str, Any]:
        student = person.code.startswith("S")
        found: dict[str, Any] = {
            "id": person.number if student else 1000 + person.number,
            "name": person.name,
            "sortable_name": f"{person.family}, {person.given}",
            "short_name": person.given,
            "sis_user_id": None if student and person.number in self.without_sis_id else person.code,
            "login_id": person.code.lower(),
        }
        return found | ({"email": person.email} if with_email else {})

    def _submissions(self, course: int) -> list[dict[str, Any]]:
        found = []
        for number, name in enumerate(EXAMS):
            assignment = {"id": course * 10 + number, "name": name, "points_possible": 50.0, "due_at": None}
            for person in students():
                points = score(person, course - 1, number)
                found.append(
                    {
                        "id": person.number * 100 + course * 10 + number,
                        "user_id": person.number,
                        "assignment_id": assignment["id"],
                        "workflow_state": "unsubmitted" if points is None else "graded",
                        "score": points,
                        "grade": None if points is None else f"{points:g}",
                        "graded_at": None if points is None else RECENTLY.strftime("%Y-%m-%dT%H:%M:%SZ"),
                        "user": self._user(person),
                        "assignment": assignment,
                    }
                )
        return found


def _course(number: int) -> dict[str, Any]:
    code, name = SUBJECTS[number - 1]
    return {
        "id": number,
        "name": name,
        "course_code": code,
        # Not every course was imported.
        "sis_course_id": f"2026-{code}" if number == 1 else None,
        "workflow_state": "available",
        "term": {"id": 1, "name": "Spring 2026"},
    }
