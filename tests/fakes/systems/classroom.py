"""Google Classroom as its reference describes it: pageToken, lists left out where they are empty, google.rpc errors."""

from typing import Any
from urllib.parse import parse_qs

from tests.fakes.http_server import Asked, Reply, as_json
from tests.fakes.systems.people import EXAMS, SUBJECTS, Person, score, students, teachers

TOKEN = "ya29.classroom-t0ken"


class Classroom:
    """A handler for the loopback server; `token` is the only good one, and a refresh token gives it anew."""

    def __init__(self) -> None:
        self.token = TOKEN
        self.refresh_token = "1//classroom-refresh-t0ken"
        self.client = ("classroom-client", "classroom-s3cret")
        self.refreshed = 0
        self.exhausted = 0
        """Counts down answers of 429 RESOURCE_EXHAUSTED."""

    def __call__(self, asked: Asked) -> Reply:
        """Answer one request."""
        if asked.path == "/token":
            return self._refresh(asked)
        if asked.headers.get("authorization") != f"Bearer {self.token}":
            return _error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.")
        if self.exhausted:
            self.exhausted -= 1
            return _error(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric 'Read requests'.")
        found = _rows(asked.path.strip("/").split("/"))
        if found is None:
            return _error(404, "NOT_FOUND", "Requested entity was not found.")
        name, rows = found
        size = min(int(asked.param("pageSize", "30")), 100)
        start = int(asked.param("pageToken", "token-0").partition("-")[2])
        shown = rows[start : start + size]
        body: dict[str, Any] = {name: shown} if shown else {}
        if start + size < len(rows):
            body["nextPageToken"] = f"token-{start + size}"
        return as_json(body)

    def _refresh(self, asked: Asked) -> Reply:
        form = {key: values[0] for key, values in parse_qs(asked.body.decode()).items()}
        if (form.get("client_id"), form.get("client_secret")) != self.client:
            return as_json({"error": "invalid_client", "error_description": "The OAuth client was not found."}, 401)
        if form.get("grant_type") != "refresh_token" or form.get("refresh_token") != self.refresh_token:
            return as_json({"error": "invalid_grant", "error_description": "Token has been expired or revoked."}, 400)
        self.refreshed += 1
        return as_json({"access_token": self.token, "expires_in": 3599, "token_type": "Bearer"})


def _rows(path: list[str]) -> tuple[str, list[dict[str, Any]]] | None:
    match path:
        case ["v1", "courses"]:
            return "courses", [_course(number) for number in range(len(SUBJECTS) + 1)]
        case ["v1", "courses", course, "students"]:
            # The last course is new: nobody is in it yet.
            return "students", [_member(course, one) for one in students()] if _taught(course) else []
        case ["v1", "courses", course, "teachers"]:
            return "teachers", [_member(course, one) for one in teachers()] if _taught(course) else []
        case ["v1", "courses", course, "courseWork"]:
            return "courseWork", [_work(course, exam) for exam in range(len(EXAMS))] if _taught(course) else []
        case ["v1", "courses", course, "courseWork", work, "studentSubmissions"] if _taught(course):
            return "studentSubmissions", [_submission(course, int(work) % 10, one) for one in students()]
    return None


def _taught(course: str) -> bool:
    return int(course) - 700 < len(SUBJECTS)


def _course(number: int) -> dict[str, Any]:
    name = SUBJECTS[number][1] if number < len(SUBJECTS) else "A new course"
    return {"id": str(700 + number), "name": name, "section": "A", "ownerId": "9001", "courseState": "ACTIVE"}


def _member(course: str, person: Person) -> dict[str, Any]:
    number = str(person.number if person.code.startswith("S") else 9000 + person.number)
    name = {"givenName": person.given, "familyName": person.family, "fullName": person.name}
    profile = {"id": number, "name": name, "emailAddress": person.email}
    return {"courseId": course, "userId": number, "profile": profile}


def _work(course: str, exam: int) -> dict[str, Any]:
    return {
        "courseId": course,
        "id": f"{course}{exam}",
        "title": EXAMS[exam],
        "state": "PUBLISHED",
        "maxPoints": 50,
        # Not all work has a day on which it is due.
        **({"dueDate": {"year": 2026, "month": 3, "day": 2}} if exam == 0 else {}),
    }


def _submission(course: str, exam: int, person: Person) -> dict[str, Any]:
    points = score(person, int(course) - 700, exam)
    return {
        "courseId": course,
        "courseWorkId": f"{course}{exam}",
        "id": f"sub-{course}-{exam}-{person.number}",
        "userId": str(person.number),
        "state": "RETURNED" if points is not None else "CREATED",
        **({"assignedGrade": points, "draftGrade": points} if points is not None else {}),
    }


def _error(status: int, word: str, message: str) -> Reply:
    return as_json({"error": {"code": status, "message": message, "status": word}}, status)
