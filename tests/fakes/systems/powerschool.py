"""PowerSchool as its public clients know it: page and pagesize, lists inside objects, and a list of one as the one."""

from typing import Any

from tests.fakes.http_server import Asked, Reply, as_json
from tests.fakes.systems.people import EXAMS, SUBJECTS, TODAY, Person, score, students, teachers
from tests.fakes.systems.tokens import TokenDesk

CLIENT = ("powerschool-client", "powerschool-s3cret")
SCHOOLS = ((1, "North College"), (2, "South College"))


class PowerSchool:
    """A handler for the loopback server."""

    def __init__(self) -> None:
        self.desk = TokenDesk(*CLIENT)

    def __call__(self, asked: Asked) -> Reply:
        """Answer one request."""
        if asked.path.rstrip("/") == "/oauth/access_token":
            return self.desk.issue(asked)
        if not self.desk.admits(asked):
            return as_json({"message": "Missing or invalid access token."}, 401)
        if asked.headers.get("accept") != "application/json":
            return Reply(b"<students/>", content_type="application/xml")
        page, size = int(asked.param("page", "1")), min(int(asked.param("pagesize", "10")), 100)
        shown = slice((page - 1) * size, page * size)
        table = asked.path.removeprefix("/ws/schema/table/")
        if table != asked.path:
            return self._table(asked, table, shown)
        match asked.path.strip("/").split("/"):
            case ["ws", "v1", "district", "school"]:
                return _wrapped("schools", "school", [{"id": n, "name": name} for n, name in SCHOOLS][shown])
            case ["ws", "v1", "school", school, "staff"]:
                return _wrapped("staffs", "staff", _staff(int(school))[shown])
            case ["ws", "v1", "school", school, "course"]:
                return _wrapped("courses", "course", _courses(int(school))[shown])
        return as_json({"message": "Resource not found"}, 404)

    def _table(self, asked: Asked, table: str, shown: slice) -> Reply:
        rows = {"students": _students, "storedgrades": _grades}.get(table)
        if rows is None:
            return as_json({"message": f"Access to table {table} is not granted"}, 403)
        wanted = asked.param("projection").split(",")
        records = [
            {"id": number, "name": table, "tables": {table: {name: str(row[name]) for name in wanted if name in row}}}
            for number, row in enumerate(rows(), start=1)
        ]
        return as_json({"name": table, "record": records[shown], "@extensions": ""})


def _wrapped(outer: str, inner: str, rows: list[dict[str, Any]]) -> Reply:
    if not rows:
        return as_json({outer: {"@expansions": ""}})
    return as_json({outer: {"@expansions": "", inner: rows[0] if len(rows) == 1 else rows}})


def _staff(school: int) -> list[dict[str, Any]]:
    # The second school has one teacher only.
    mine = teachers()[:-1] if school == 1 else teachers()[-1:]
    return [
        {"id": one.number, "local_id": one.code, "name": {"first_name": one.given, "last_name": one.family}}
        for one in mine
    ]


def _courses(school: int) -> list[dict[str, Any]]:
    mine = SUBJECTS[:-1] if school == 1 else SUBJECTS[-1:]
    return [{"id": n, "course_number": code, "course_name": name} for n, (code, name) in enumerate(mine, start=1)]


def _students() -> list[dict[str, Any]]:
    return [_student(one) for one in students()]


def _student(person: Person) -> dict[str, Any]:
    return {
        "id": 5000 + person.number,
        "dcid": person.number,
        "student_number": person.code,
        "first_name": person.given,
        "last_name": person.family,
        "dob": "2006-05-04",
        "gender": "F",
        "home_room": "H1",
        "enroll_status": "0",
        "entrydate": "2024-08-01",
    }


def _grades() -> list[dict[str, Any]]:
    return [
        {
            "studentid": 5000 + one.number,
            "course_number": code,
            "storecode": f"Q{e + 1}",
            "termid": 3400,
            "percent": points * 2,
            "grade": "B",
            "datestored": TODAY,
        }
        for s, (code, _) in enumerate(SUBJECTS)
        for e in range(len(EXAMS))
        for one in students()
        if (points := score(one, s, e)) is not None
    ]
