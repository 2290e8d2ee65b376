"""A OneRoster service, 1.1 or 1.2, as the standard describes it: limit and offset, tobedeleted, imsx_ failures."""

import re
from typing import Any

from tests.fakes.http_server import Asked, Reply, as_json
from tests.fakes.systems.people import EXAMS, RECENTLY, SUBJECTS, TODAY, Person, score, students, teachers
from tests.fakes.systems.tokens import TokenDesk

CLIENT = ("oneroster-client", "oneroster-s3cret")
_SINCE = re.compile(r"dateLastModified>'(.+)'")
_CHANGED = RECENTLY.strftime("%Y-%m-%dT%H:%M:%S.000Z")


class OneRoster:
    """A handler for the loopback server."""

    def __init__(self, version: str) -> None:
        old = version == "1.1"
        self._roster = "/ims/oneroster/v1p1" if old else "/ims/oneroster/rostering/v1p2"
        self._book = "/ims/oneroster/v1p1" if old else "/ims/oneroster/gradebook/v1p2"
        self.desk = TokenDesk(*CLIENT)
        self.filters: list[str] = []

    def __call__(self, asked: Asked) -> Reply:
        """Answer one request."""
        if asked.path == "/oauth/token":
            return self.desk.issue(asked)
        if not self.desk.admits(asked):
            return failure(401, "unauthorisedrequest", "The request was not correctly authorised.")
        for root in (self._roster, self._book):
            if asked.path.startswith(f"{root}/"):
                found = self._rows(asked.path.removeprefix(f"{root}/").split("/"), root)
                if found is not None:
                    return self._page(asked, *found)
        return failure(404, "unknownobject", "The resource could not be found.")

    def _rows(self, path: list[str], root: str) -> tuple[str, list[dict[str, Any]]] | None:
        if root == self._roster:
            match path:
                case ["students"]:
                    gone = {**_user(Person(999, "S999", "Gone", "Away"), "student"), "status": "tobedeleted"}
                    return "users", [*(_user(one, "student") for one in students()), gone]
                case ["teachers"]:
                    return "users", [_user(one, "teacher") for one in teachers()]
                case ["classes"]:
                    return "classes", [_class(number) for number in range(len(SUBJECTS))]
        if root == self._book:
            match path:
                case ["lineItems"]:
                    return "lineItems", _line_items()
                case ["classes", class_id, "lineItems", item, "results"]:
                    return "results", _results(class_id, item)
        return None

    def _page(self, asked: Asked, name: str, rows: list[dict[str, Any]]) -> Reply:
        condition = asked.param("filter")
        if condition:
            self.filters.append(condition)
            since = _SINCE.fullmatch(condition)
            if since is None:
                return failure(400, "invalid_filter_field", "The filter cannot be read.")
            rows = [one for one in rows if one["dateLastModified"] > since[1]]
        limit, offset = int(asked.param("limit", "100")), int(asked.param("offset", "0"))
        return as_json({name: rows[offset : offset + limit]}, X_Total_Count=str(len(rows)))


def _user(person: Person, role: str) -> dict[str, Any]:
    return {
        "sourcedId": f"u-{person.code}",
        "status": "active",
        "dateLastModified": _CHANGED,
        "username": person.code.lower(),
        "enabledUser": "true",
        "givenName": person.given,
        "familyName": person.family,
        "role": role,
        "identifier": person.code,
        "email": person.email,
        "orgs": [{"href": "https://sis.example/orgs/1", "sourcedId": "org-1", "type": "org"}],
    }


def _class(number: int) -> dict[str, Any]:
    code, name = SUBJECTS[number]
    return {
        "sourcedId": f"class-{number}",
        "status": "active",
        "dateLastModified": _CHANGED,
        "title": name,
        "classCode": code,
        "subjects": ["Science"],
        "terms": [{"sourcedId": "term-1", "type": "academicSession"}],
    }


def _line_items() -> list[dict[str, Any]]:
    found = [
        {
            "sourcedId": f"item-{number}-{exam}",
            "status": "active",
            "dateLastModified": _CHANGED,
            "title": name,
            "class": {"sourcedId": f"class-{number}", "type": "class"},
            "resultValueMin": 0.0,
            "resultValueMax": 50.0,
        }
        for number in range(len(SUBJECTS))
        for exam, name in enumerate(EXAMS)
    ]
    return [*found, {**found[0], "sourcedId": "item-gone", "status": "tobedeleted"}]


def _results(class_id: str, item: str) -> list[dict[str, Any]]:
    _, number, exam = item.split("-")
    if class_id != f"class-{number}":
        return []
    return [
        {
            "sourcedId": f"r-{item}-{one.code}",
            "status": "active",
            "dateLastModified": _CHANGED,
            "lineItem": {"sourcedId": item, "type": "lineItem"},
            "student": {"sourcedId": f"u-{one.code}", "type": "user"},
            "scoreStatus": "fully graded",
            "score": points,
            "scoreDate": TODAY,
        }
        for one in students()
        if (points := score(one, int(number), int(exam))) is not None
    ]


def failure(status: int, minor: str, description: str) -> Reply:
    """Return a failure as the standard words it."""
    field = [{"imsx_codeMinorFieldName": "TargetEndSystem", "imsx_codeMinorFieldValue": minor}]
    body = {
        "imsx_codeMajor": "failure",
        "imsx_severity": "error",
        "imsx_description": description,
        "imsx_CodeMinor": {"imsx_codeMinorField": field},
    }
    return as_json(body, status)
