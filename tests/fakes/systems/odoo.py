"""Odoo with OpenEduCat by JSON-RPC: a session cookie, search_read with the page in the body, errors inside 200."""

import json
from datetime import timedelta
from typing import Any

from tests.fakes.http_server import Asked, Reply, as_json
from tests.fakes.systems.people import EXAMS, RECENTLY, SUBJECTS, TODAY, score, students, teachers

DATABASE, USER, PASSWORD = "college", "hub@college.example", "odoo-p4ssword"
_CHANGED = RECENTLY.strftime("%Y-%m-%d %H:%M:%S")
_COMPARE = {
    "=": lambda have, want: (have[0] if isinstance(have, list) else have) == want,
    "!=": lambda have, want: have != want,
    ">": lambda have, want: have > want,
    ">=": lambda have, want: have >= want,
}


class Odoo:
    """A handler for the loopback server."""

    def __init__(self) -> None:
        self.sign_ins = 0
        self.domains: list[tuple[str, Any]] = []
        self._good: set[str] = set()
        self._rows = _rows()

    def expire(self) -> None:
        """End every session."""
        self._good.clear()

    def __call__(self, asked: Asked) -> Reply:
        """Answer one request."""
        if asked.method != "POST" or "json" not in asked.headers.get("content-type", ""):
            return Reply(b"<h1>Bad Request</h1>", 400, content_type="text/html; charset=utf-8")
        params = json.loads(asked.body).get("params", {})
        match asked.path:
            case "/web/session/authenticate":
                return self._sign_in(params)
            case "/web/dataset/call_kw":
                return self._call(asked, params)
        return Reply(b"<h1>Not Found</h1>", 404, content_type="text/html; charset=utf-8")

    def _sign_in(self, params: dict[str, Any]) -> Reply:
        if (params.get("db"), params.get("login"), params.get("password")) != (DATABASE, USER, PASSWORD):
            return _error(200, "Odoo Server Error", "odoo.exceptions.AccessDenied", "Access Denied")
        self.sign_ins += 1
        session = f"session-{self.sign_ins:04d}"
        self._good.add(session)
        reply = as_json({"jsonrpc": "2.0", "id": None, "result": {"uid": 7, "db": DATABASE, "username": USER}})
        reply.headers.append(("Set-Cookie", f"session_id={session}; HttpOnly; Max-Age=604800; Path=/"))
        return reply

    def _call(self, asked: Asked, params: dict[str, Any]) -> Reply:
        cookies = dict(pair.strip().partition("=")[::2] for pair in asked.headers.get("cookie", "").split(";"))
        if cookies.get("session_id") not in self._good:
            return _error(100, "Odoo Session Expired", "odoo.http.SessionExpiredException", "Session expired")
        model, kwargs = params.get("model", ""), params.get("kwargs", {})
        if model not in self._rows or params.get("method") != "search_read":
            return _error(404, "404: Not Found", "werkzeug.exceptions.NotFound", f"{model} is not there")
        domain = kwargs.get("domain", [])
        self.domains.append((model, domain))
        found = [
            one for one in self._rows[model] if all(_COMPARE[sign](one[name], want) for name, sign, want in domain)
        ]
        start, length = kwargs.get("offset", 0), kwargs.get("limit") or len(found)
        fields = {"id", *kwargs.get("fields", ())}
        unknown = fields - self._rows[model][0].keys()
        if unknown:
            said = f"Invalid field {min(unknown)!r} on model {model!r}"
            return _error(200, "Odoo Server Error", "builtins.ValueError", said)
        rows = [{name: one[name] for name in fields} for one in found[start : start + length]]
        return as_json({"jsonrpc": "2.0", "id": None, "result": rows})


def _rows() -> dict[str, list[dict[str, Any]]]:
    soon = (RECENTLY + timedelta(days=60)).strftime("%Y-%m-%d 03:30:00")
    exams = [
        {
            "id": 400 + s * 10 + e,
            "name": f"{name} {code}",
            "exam_code": f"{code}-{e}",
            "subject_id": [300 + s, SUBJECTS[s][1]],
            "total_marks": 50,
            "start_time": f"{TODAY} 04:30:00",
            "state": "done",
        }
        for s, (code, _) in enumerate(SUBJECTS)
        for e, name in enumerate(EXAMS)
    ]
    return {
        "op.student": [
            {
                "id": one.number,
                "name": one.name,
                "gr_no": one.code,
                "email": one.email,
                # Odoo writes false for what is empty.
                "phone": False if one.number % 2 else "+91 98765 43210",
                "birth_date": False if one.number == 4 else "2006-05-04",
                "gender": "f",
            }
            for one in students()
        ],
        "op.faculty": [
            {
                "id": 200 + one.number,
                "name": one.name,
                "email": one.email,
                "phone": False,
                "main_department_id": [1, "Science"] if one.number > 1 else False,
            }
            for one in teachers()
        ],
        "op.subject": [
            {"id": 300 + number, "code": code, "name": name, "department_id": [1, "Science"]}
            for number, (code, name) in enumerate(SUBJECTS)
        ],
        "op.session": [
            {
                "id": 500 + number,
                "days": day,
                "timing": "09:00AM - 10:00AM",
                "batch_id": [1, "CS-2026"],
                "subject_id": [300 + number, SUBJECTS[number][1]],
                "faculty_id": [201 + number, "A teacher"],
                "classroom_id": [1, "R-101"] if number else False,
                "state": "confirm" if number else "draft",
                "start_datetime": soon,
            }
            for number, day in enumerate(("monday", "tuesday", "wednesday"))
        ],
        "op.attendance.line": [
            {
                "id": 600 + one.number,
                "student_id": [one.number, one.name],
                "attendance_id": [1, "AS/2026/0001"],
                "attendance_date": TODAY,
                "present": one.number % 4 == 0,
                "absent": one.number % 4 == 1,
                "late": one.number % 4 == 2,
                "excused": one.number % 4 == 3,
                "remark": False,
                "write_date": _CHANGED,
            }
            for one in students()
        ],
        "op.exam": exams,
        "op.result.line": [
            {
                "id": exam["id"] * 1000 + one.number,
                "student_id": [one.number, one.name],
                "exam_id": [exam["id"], exam["name"]],
                "marks": int(points),
                "grade": False,
                "status": "pass",
            }
            for exam in exams
            for one in students()
            if (points := score(one, (exam["id"] - 400) // 10, exam["id"] % 10)) is not None
        ],
    }


def _error(code: int, message: str, name: str, said: str) -> Reply:
    data = {"name": name, "debug": "Traceback (most recent call last): …", "message": said, "arguments": [said]}
    return as_json({"jsonrpc": "2.0", "id": None, "error": {"code": code, "message": message, "data": data}})
