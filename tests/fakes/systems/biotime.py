"""ZKTeco BioTime as its documentation describes it: a token for name and password, pages by `next`, windows of time."""

import json
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from tests.fakes.http_server import Asked, Reply, as_json
from tests.fakes.systems.people import RECENTLY, students, teachers

USER, PASSWORD = "hub", "biotime-p4ssword"
STAFF = "Staff"
DAYS = 3
"""On so many days people punched, twice each."""


class BioTime:
    """A handler for the loopback server."""

    def __init__(self) -> None:
        self.address = ""
        """Of the server, for the `next` addresses."""
        self.sign_ins = 0
        self.windows: list[tuple[str, str]] = []
        self._good: set[str] = set()
        self._employees = _employees()
        self._punches = _punches()

    def expire(self) -> None:
        """Make every token issued so far worthless."""
        self._good.clear()

    def __call__(self, asked: Asked) -> Reply:
        """Answer one request."""
        if asked.path == "/jwt-api-token-auth/":
            return self._sign_in(asked)
        scheme, _, token = asked.headers.get("authorization", "").partition(" ")
        if scheme != "JWT" or token not in self._good:
            return as_json({"detail": "Signature has expired."}, 401)
        match asked.path:
            case "/personnel/api/employees/":
                return self._page(asked, self._employees)
            case "/iclock/api/transactions/":
                start, end = asked.param("start_time"), asked.param("end_time")
                self.windows.append((start, end))
                inside = [one for one in self._punches if (start or "0") <= one["punch_time"] <= (end or "9")]
                return self._page(asked, inside)
        return as_json({"detail": "Not found."}, 404)

    def _sign_in(self, asked: Asked) -> Reply:
        given = json.loads(asked.body)
        if (given.get("username"), given.get("password")) != (USER, PASSWORD):
            return as_json({"non_field_errors": ["Unable to log in with provided credentials."]}, 400)
        self.sign_ins += 1
        token = f"jwt-t0ken-{self.sign_ins}"
        self._good.add(token)
        return as_json({"token": token})

    def _page(self, asked: Asked, rows: list[dict[str, Any]]) -> Reply:
        number, size = int(asked.param("page", "1")), int(asked.param("page_size", "10"))
        shown = rows[(number - 1) * size : number * size]
        more = number * size < len(rows)
        others = [pair for pair in asked.params if pair[0] != "page"]
        link = f"{self.address}{asked.path}?{urlencode([*others, ('page', str(number + 1))])}" if more else None
        return as_json({"count": len(rows), "next": link, "previous": None, "msg": "", "code": 0, "data": shown})


def _employees() -> list[dict[str, Any]]:
    return [
        {
            "id": place,
            "emp_code": one.code,
            "first_name": one.given,
            "last_name": one.family,
            "email": one.email,
            "mobile": "",
            "gender": "F",
            "department": {"id": 1, "dept_code": "1", "dept_name": "Science" if one.code[0] == "S" else STAFF},
            "position": {"id": 1, "position_code": "1", "position_name": "Member"},
            "area": [{"id": 2, "area_code": "2", "area_name": "Campus"}],
        }
        for place, one in enumerate([*students(), *teachers()], start=1)
    ]


def _punches() -> list[dict[str, Any]]:
    found = []
    for day in range(DAYS):
        for one in [*students(), *teachers()]:
            if one.number % 9 == 0:
                continue
            for hour in (9, 16):
                moment = RECENTLY.replace(hour=hour, minute=one.number % 60) + timedelta(days=day)
                found.append(
                    {
                        "id": len(found) + 1,
                        "emp_code": one.code,
                        "first_name": one.given,
                        "last_name": one.family,
                        "department": "Science" if one.code[0] == "S" else STAFF,
                        "position": "Member",
                        "punch_time": moment.strftime("%Y-%m-%d %H:%M:%S"),
                        "punch_state": "0" if hour == 9 else "1",
                        "punch_state_display": "Check In" if hour == 9 else "Check Out",
                        "verify_type_display": "Fingerprint",
                        "terminal_sn": "CGXH201360029",
                        "upload_time": moment.strftime("%Y-%m-%d %H:%M:%S"),
                    }
                )
    return found
