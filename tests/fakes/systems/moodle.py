"""Moodle 5.1 as it was recorded: the same answers to the same questions, and its errors inside 200.

Recorded whole are the list of courses, the enrolments of courses 5, 7 and 13, and the grades of courses 5 and 13. The
answers for the other courses are put together from those: enrolled in a course are the recorded people whose
`enrolledcourses` name it, in the role they were recorded with, and their grades are those of course 5, else of course
13, with the number of the course put in. Course 1, the site itself, was not recorded and is not answered.
"""

import gzip
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from tests.fakes.http_server import Asked, Reply, as_json

DATA = Path(__file__).parents[2] / "data" / "moodle"
PATH = "/webservice/rest/server.php"
TOKEN = "0123456789abcdef0123456789abcdef"
FUNCTIONS: dict[str, tuple[str, ...]] = {
    "core_webservice_get_site_info": (),
    "core_course_get_courses": ("options",),
    "core_enrol_get_enrolled_users": ("courseid", "options"),
    "gradereport_user_get_grade_items": ("courseid", "userid", "groupid"),
}
OTHER_FUNCTIONS = frozenset({"core_user_get_users", "core_user_get_users_by_field", "core_user_delete_users"})
"""Moodle has them, but they are not in the service of the token."""
_FROM_BODY = "application/x-www-form-urlencoded"


def recorded(name: str) -> bytes:
    """Return a recorded answer as it came."""
    file = DATA / name
    return file.read_bytes() if file.exists() else gzip.decompress((DATA / f"{name}.gz").read_bytes())


def _recorded_json(name: str) -> Any:
    return json.loads(recorded(name))


class Moodle:
    """A handler for the loopback server; `token` is the only good one."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.state = "open"
        """open, maintenance (told in JSON), upgrading (an HTML page with 503), or disabled (403 without a body)."""
        self.outside_the_service: set[str] = set()
        self.forbidden_courses: set[int] = set()
        self.courses: list[dict[str, Any]] = _recorded_json("10_courses_all.json")
        self._enrolments: dict[int, list[dict[str, Any]]] = {
            13: _recorded_json("20_enrolled_users_small.json"),
            5: _recorded_json("21_enrolled_users_large.json"),
            7: _recorded_json("28_enrolled_users_default_same_course.json"),
        }
        self._grades: dict[int, dict[str, Any]] = {
            13: _recorded_json("30_grade_items_course_small.json"),
            5: _recorded_json("31_grade_items_course_large.json"),
        }
        self._derive()

    def __call__(self, asked: Asked) -> Reply:
        """Answer one request."""
        if asked.path != PATH:
            return Reply(b"Not found", 404, content_type="text/html; charset=utf-8")
        match self.state:
            case "disabled":
                return Reply(b"", 403, content_type="text/html; charset=utf-8")
            case "upgrading":
                page = recorded("60_maintenance_mode.html")
                return Reply(page, 503, [("Retry-After", "3")], "text/html; charset=utf-8")
        params = _params(asked)
        if params.pop("moodlewsrestformat", "") != "json":
            good = params.get("wstoken") == self.token
            name = "92_err_no_format_is_xml.xml" if good else "93_err_invalid_token_xml.xml"
            return Reply(recorded(name), content_type="application/xml; charset=utf-8")
        return self._answer(params)

    def enrolled(self, course: int) -> list[dict[str, Any]]:
        """Return the enrolments of a course as they are answered."""
        return self._enrolments.get(course, [])

    def graded(self, course: int) -> list[dict[str, Any]]:
        """Return the grades of a course by student."""
        found = self._grades.get(course)
        return list(found["usergrades"]) if found else []

    def _answer(self, params: dict[str, str]) -> Reply:
        if params.pop("wstoken", "") != self.token:
            return _error("80_err_invalid_token.json")
        if self.state == "maintenance":
            return _error("61_maintenance_mode_admin_setting.json")
        function = params.pop("wsfunction", "")
        if not function:
            return _error("88_err_missing_parameter.json")
        if function in OTHER_FUNCTIONS or function in self.outside_the_service:
            return _error("87_err_function_not_in_service.json")
        if function not in FUNCTIONS:
            return _error("85_err_unknown_function.json")
        known = FUNCTIONS[function]
        if any(name.partition("[")[0] not in known for name in params):
            return _error("90_err_extra_parameter.json")
        match function:
            case "core_course_get_courses":
                return as_json(self.courses)
            case "core_enrol_get_enrolled_users":
                return self._of_course(params, self._enrolments)
            case "gradereport_user_get_grade_items":
                return self._of_course(params, self._grades)
        return as_json({"sitename": "Loopback Test School", "release": "5.1+ (Build: 20251017)"})

    def _of_course(self, params: dict[str, str], answers: dict[int, Any]) -> Reply:
        written = params.get("courseid", "")
        if not written.isdecimal():
            return _error("88_err_missing_parameter.json")
        course = int(written)
        if course in self.forbidden_courses:
            return _error("99_teacher_token_grades_forbidden_course.json")
        if course not in answers:
            return _error("25_enrolled_users_missing_course.json")
        return as_json(answers[course])

    def _derive(self) -> None:
        people = {one["id"]: one for course in (7, 13, 5) for one in self._enrolments[course]}
        grades = {one["userid"]: one for course in (13, 5) for one in self._grades[course]["usergrades"]}
        for course in self.courses:
            number = course["id"]
            if number == 1:
                continue
            if number not in self._enrolments:
                named = [one for one in people.values() if number in _courses_of(one)]
                self._enrolments[number] = sorted(named, key=lambda one: int(one["id"]))
            if number not in self._grades:
                students = [one for one in self._enrolments[number] if one["id"] in grades]
                moved = [{**grades[one["id"]], "courseid": number, "courseidnumber": ""} for one in students]
                self._grades[number] = {"usergrades": moved, "warnings": []}


def _courses_of(person: dict[str, Any]) -> set[int]:
    return {course["id"] for course in person.get("enrolledcourses", ())}


def _params(asked: Asked) -> dict[str, str]:
    """Return the parameters as PHP sees them: a form body beside the address, and a JSON body not at all."""
    found = dict(asked.params)
    if asked.headers.get("content-type", "").startswith(_FROM_BODY):
        found |= dict(parse_qsl(asked.body.decode(), keep_blank_values=True))
    return found


def _error(name: str) -> Reply:
    return Reply(recorded(name))
