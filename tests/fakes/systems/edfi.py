"""An Ed-Fi ODS/API as its guide describes it: bare lists by offset and limit, Total-Count, descriptors as addresses."""

from typing import Any

from tests.fakes.http_server import Asked, Reply, as_json
from tests.fakes.systems.people import EXAMS, SUBJECTS, TODAY, score, students, teachers
from tests.fakes.systems.tokens import TokenDesk

CLIENT = ("edfi-key", "edfi-s3cret")
ROOT = "/data/v3/ed-fi/"
_LARGEST_LIMIT = 500


class EdFi:
    """A handler for the loopback server."""

    def __init__(self) -> None:
        self.desk = TokenDesk(*CLIENT, lifetime=1800)
        self._rows = _rows()

    def __call__(self, asked: Asked) -> Reply:
        """Answer one request."""
        if asked.path == "/oauth/token":
            return self.desk.issue(asked)
        if not self.desk.admits(asked):
            return as_json(
                {"detail": "The caller could not be authenticated.", "status": 401, "title": "Unauthorized"}, 401
            )
        rows = self._rows.get(asked.path.removeprefix(ROOT)) if asked.path.startswith(ROOT) else None
        if rows is None:
            return as_json(
                {"detail": "The specified data could not be found.", "status": 404, "title": "Not Found"}, 404
            )
        offset, limit = int(asked.param("offset", "0")), int(asked.param("limit", "25"))
        if limit > _LARGEST_LIMIT:
            return as_json({"detail": "The limit must be at most 500.", "status": 400, "title": "Bad Request"}, 400)
        reply = as_json(rows[offset : offset + limit])
        if asked.param("totalCount") == "true":
            reply.headers.append(("Total-Count", str(len(rows))))
        return reply


def _descriptor(kind: str, word: str) -> str:
    return f"uri://ed-fi.org/{kind}Descriptor#{word}"


def _rows() -> dict[str, list[dict[str, Any]]]:
    people = students()
    return {
        "students": [
            {
                "id": f"{one.number:032x}",
                "studentUniqueId": one.code,
                "firstName": one.given,
                "lastSurname": one.family,
                "birthDate": "2006-05-04",
                "_etag": "5250",
            }
            for one in people
        ],
        "staffs": [
            {
                "id": f"{one.number:032x}",
                "staffUniqueId": one.code,
                "firstName": one.given,
                "middleName": "M.",
                "lastSurname": one.family,
                "electronicMails": [
                    {
                        "electronicMailTypeDescriptor": _descriptor("ElectronicMailType", "Work"),
                        "electronicMailAddress": one.email,
                    }
                ],
            }
            for one in teachers()
        ],
        "courseOfferings": [
            {
                "id": code,
                "localCourseCode": code,
                "localCourseTitle": name,
                "courseReference": {"courseCode": code, "educationOrganizationId": 255901},
                "schoolReference": {"schoolId": 255901001},
                "sessionReference": {"schoolId": 255901001, "schoolYear": 2026, "sessionName": "Spring"},
            }
            for code, name in SUBJECTS
        ],
        "studentSchoolAttendanceEvents": [
            {
                "id": f"a{one.number}",
                "studentReference": {"studentUniqueId": one.code},
                "schoolReference": {"schoolId": 255901001},
                "eventDate": TODAY,
                "attendanceEventCategoryDescriptor": _descriptor(
                    "AttendanceEventCategory", ("In Attendance", "Unexcused Absence", "Tardy")[one.number % 3]
                ),
            }
            for one in people
        ],
        "grades": [
            {
                "id": f"g{one.number}-{s}-{e}",
                "studentSectionAssociationReference": {
                    "studentUniqueId": one.code,
                    "localCourseCode": code,
                    "schoolId": 255901001,
                    "sectionIdentifier": f"{code}-A",
                    "sessionName": "Spring",
                },
                "gradingPeriodReference": {
                    "gradingPeriodDescriptor": _descriptor("GradingPeriod", period),
                    "periodSequence": e + 1,
                    "schoolId": 255901001,
                    "schoolYear": 2026,
                },
                "gradeTypeDescriptor": _descriptor("GradeType", "Grading Period"),
                "letterGradeEarned": "B",
                "numericGradeEarned": score(one, s, e),
            }
            for s, (code, _) in enumerate(SUBJECTS)
            for e, period in enumerate(("First Six Weeks", "Second Six Weeks")[: len(EXAMS)])
            for one in people
            if score(one, s, e) is not None
        ],
    }
