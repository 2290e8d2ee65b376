"""Microsoft Graph's education part as its documentation describes it: @odata.nextLink, and 429 with Retry-After."""

from typing import Any
from urllib.parse import urlencode

from tests.fakes.http_server import Asked, Reply, as_json
from tests.fakes.systems.people import EXAMS, SUBJECTS, TODAY, Person, score, students, teachers
from tests.fakes.systems.tokens import TokenDesk

TENANT = "11111111-2222-3333-4444-555555555555"
CLIENT = ("graph-client", "graph-s3cret")
ROOT = "/v1.0/education/"


class Graph:
    """A handler for the loopback server, which serves the sign-in as well."""

    def __init__(self) -> None:
        self.address = ""
        """Of the server, for the next addresses."""
        self.desk = TokenDesk(*CLIENT, in_body=True)
        self.throttled = 0
        """Counts down answers of 429."""

    def __call__(self, asked: Asked) -> Reply:
        """Answer one request."""
        if asked.path == f"/{TENANT}/oauth2/v2.0/token":
            return self.desk.issue(asked)
        if not self.desk.admits(asked):
            return _error(401, "InvalidAuthenticationToken", "Access token is empty.")
        if self.throttled:
            self.throttled -= 1
            reply = _error(429, "TooManyRequests", "Too many requests")
            reply.headers.append(("Retry-After", "1"))
            return reply
        rows = _rows(asked) if asked.path.startswith(ROOT) else None
        if rows is None:
            return _error(404, "Request_ResourceNotFound", "Resource not found.")
        size, start = int(asked.param("$top", "20")), int(asked.param("$skiptoken", "0"))
        body: dict[str, Any] = {"@odata.context": f"{self.address}/v1.0/$metadata", "value": rows[start : start + size]}
        if start + size < len(rows):
            others = [pair for pair in asked.params if pair[0] != "$skiptoken"]
            query = urlencode([*others, ("$skiptoken", str(start + size))])
            body["@odata.nextLink"] = f"{self.address}{asked.path}?{query}"
        return as_json(body)


def _rows(asked: Asked) -> list[dict[str, Any]] | None:
    match asked.path.removeprefix(ROOT).split("/"):
        case ["users"]:
            return [*(_user(one) for one in teachers()), *(_user(one) for one in students()), _nobody()]
        case ["classes"]:
            return [_class(number) for number in range(len(SUBJECTS))]
        case ["classes", class_id, "assignments"]:
            return [_assignment(class_id, exam) for exam in range(len(EXAMS))]
        case ["classes", class_id, "assignments", assignment, "submissions"]:
            whole = asked.param("$expand") == "outcomes"
            return [_submission(class_id, int(assignment[-1]), one, whole=whole) for one in students()]
    return None


def _user(person: Person) -> dict[str, Any]:
    student = person.code.startswith("S")
    found: dict[str, Any] = {
        "id": f"guid-{person.code}",
        "displayName": person.name,
        "givenName": person.given,
        "surname": person.family,
        "mail": person.email if person.number % 2 else None,
        "userPrincipalName": person.email,
        "primaryRole": "student" if student else "teacher",
        "department": "Science",
    }
    if student:
        found["student"] = {"studentNumber": person.code, "externalId": None, "birthDate": "2006-05-04", "grade": "3"}
    return found


def _nobody() -> dict[str, Any]:
    return {
        "id": "guid-admin",
        "displayName": "Office",
        "primaryRole": "none",
        "userPrincipalName": "o@college.example",
    }


def _class(number: int) -> dict[str, Any]:
    code, name = SUBJECTS[number]
    return {"id": f"class-{number}", "displayName": name, "classCode": code, "term": {"displayName": "Spring 2026"}}


def _assignment(class_id: str, exam: int) -> dict[str, Any]:
    return {
        "id": f"{class_id}-assignment-{exam}",
        "classId": class_id,
        "displayName": EXAMS[exam],
        "dueDateTime": f"{TODAY}T18:00:00Z",
        "grading": {"@odata.type": "#microsoft.graph.educationAssignmentPointsGradeType", "maxPoints": 50},
        "status": "assigned",
    }


def _submission(class_id: str, exam: int, person: Person, *, whole: bool) -> dict[str, Any]:
    points = score(person, int(class_id[-1]), exam)
    grade = None if points is None else {"points": points}
    outcomes = [
        {"@odata.type": "#microsoft.graph.educationFeedbackOutcome", "id": "f", "publishedFeedback": None},
        {
            "@odata.type": "#microsoft.graph.educationPointsOutcome",
            "id": "p",
            "points": grade,
            "publishedPoints": grade,
        },
    ]
    return {
        "id": f"{class_id}-{exam}-{person.code}",
        "status": "returned" if grade else "working",
        "recipient": {
            "@odata.type": "#microsoft.graph.educationSubmissionIndividualRecipient",
            "userId": f"guid-{person.code}",
        },
        **({"outcomes": outcomes} if whole else {}),
    }


def _error(status: int, code: str, message: str) -> Reply:
    return as_json({"error": {"code": code, "message": message, "innerError": {"date": f"{TODAY}T10:00:00"}}}, status)
