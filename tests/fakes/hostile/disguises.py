"""Errors that come with 200 and the face of success."""

from pathlib import Path

from hub_desktop.core.errors import Remedy
from tests.fakes.hostile.case import (
    KEY,
    KNOWN,
    always,
    asks_for_change,
    asks_to_sign_in,
    doubts_the_records,
    student,
    succeeds,
    tries_again,
)
from tests.fakes.http_server import Handler, Reply, as_json

_MOODLE = Path(__file__).parents[2] / "data" / "moodle"


def recorded(file: str, content_type: str = "application/json") -> Handler:
    """Return a handler that answers as a Moodle did."""
    body = (_MOODLE / file).read_bytes()
    return lambda _: Reply(body, content_type=content_type)


def page(title: str) -> Handler:
    """Return a handler that answers with a web page."""
    body = f"<!DOCTYPE html>\n<html><head><title>{title}</title></head><body>…</body></html>".encode()
    return lambda _: Reply(body, content_type="text/html; charset=utf-8")


REFUSED = "refused the request for students"

always(
    "200 with success false",
    asks_for_change(f"{REFUSED}.*“Year closed”"),
    lambda _: as_json({"success": False, "message": "Year closed"}),
)
always("200 with success as a word", asks_for_change(REFUSED), lambda _: as_json({"success": "false", "data": KNOWN}))
always(
    "200 with an error beside records",
    asks_for_change("“half of it is missing”"),
    lambda _: as_json({"error": "half of it is missing", "data": [student(6)]}),
)
always(
    "200 with a list of errors",
    asks_for_change("“No year chosen”"),
    lambda _: as_json({"errors": [{"message": "No year chosen"}], "data": None}),
)
always(
    "200 with status fail",
    asks_for_change("“No such class”"),
    lambda _: as_json({"status": "fail", "msg": "No such class"}),
)
always(
    "200 with a status of its own",
    tries_again("“The queue is full”"),
    lambda _: as_json({"code": 503, "msg": "The queue is full", "data": None}),
)
always(
    "200 with an expired token",
    asks_to_sign_in(),
    lambda _: as_json({"code": 401, "message": "Your token has expired", "data": []}),
)
always(
    "200 with a session that ended",
    asks_to_sign_in(),
    lambda _: as_json(
        {
            "jsonrpc": "2.0",
            "error": {
                "code": 100,
                "message": "Odoo Session Expired",
                "data": {
                    "name": "odoo.http.SessionExpiredException",
                    "debug": "Traceback",
                    "message": "Session expired",
                },
            },
        }
    ),
)
always(
    "200 with too many requests",
    tries_again("slow down"),
    lambda _: as_json({"error": {"status": "RESOURCE_EXHAUSTED", "message": "Quota exceeded"}}),
)
always(
    "200 with an exception, invalid token",
    asks_to_sign_in("“Invalid token - token not found”"),
    recorded("80_err_invalid_token.json"),
)
always("200 with an exception, suspended account", asks_to_sign_in("suspended"), recorded("64_ws_user_suspended.json"))
always(
    "200 with an exception, no such function",
    asks_for_change("“Can't find data record"),
    recorded("85_err_unknown_function.json"),
)
always(
    "200 with an exception, unknown parameter",
    asks_for_change("“Invalid parameter value detected”"),
    recorded("90_err_extra_parameter.json"),
)
always(
    "200 with an exception, maintenance",
    tries_again("cannot answer at the moment"),
    recorded("61_maintenance_mode_admin_setting.json"),
)
always(
    "200 with an exception, database down",
    tries_again("cannot answer at the moment"),
    recorded("65_database_down.json"),
)
always(
    "200 in XML", asks_for_change("answered with XML.*JSON"), recorded("92_err_no_format_is_xml.xml", "application/xml")
)
always("200 with a sign-in page", asks_for_change("a web page \\(“Log in”\\).*sign-in page"), page("Log in"))
always(
    "200 with a page about maintenance",
    asks_for_change("a web page \\(“We are back at noon”\\)"),
    page("We are back at noon"),
)
always(
    "200 with a page that claims to be JSON",
    asks_for_change("a web page"),
    lambda _: Reply(b"<html><head><title>x</title>"),
)
always("200 and nothing", asks_for_change("an empty answer"), lambda _: Reply(b""))
always("200 and blanks", asks_for_change("an empty answer"), lambda _: Reply(b" \r\n\t"))
always("200 and the word OK", asks_for_change("plain text"), lambda _: Reply(b"OK", content_type="text/plain"))
always("200 and null", asks_for_change("no list of records"), lambda _: as_json(None))
always("200 and a number", asks_for_change("no list of records"), lambda _: as_json(42))
always("200 and a text", asks_for_change("no list of records"), lambda _: as_json("no records today"))
always("200 and an empty object", asks_for_change("The answer is an empty object"), lambda _: as_json({}))
always(
    "200 with other keys than before",
    asks_for_change("The answer holds “pupils” and “version”"),
    lambda _: as_json({"pupils": KNOWN, "version": 3}),
)
always(
    "200 with an error in the place of the list",
    asks_for_change("“The export failed”"),
    lambda _: as_json({"data": {"error": "The export failed"}}),
)
always(
    "200 with one record in the place of the list",
    asks_for_change("no list of records"),
    lambda _: as_json({"data": student(6)}),
)
always(
    "200 with the path of records missing",
    asks_for_change("no list of records at “result.students”.*holds “data”"),
    lambda _: as_json({"data": KNOWN}),
    endpoint={"recordsPath": "result.students"},
)
always(
    "200 with something else at the path of records",
    asks_for_change("no list of records at “data”.*There is a text"),
    lambda _: as_json({"data": "see attachment"}),
    endpoint={"recordsPath": "data"},
)

EMPTIED = doubts_the_records("sent no students at all, though 5 are known.*All of them are kept", remedy=Remedy.RETRY)
always("a roster emptied", EMPTIED, lambda _: as_json([]))
always("a roster emptied in an envelope", EMPTIED, lambda _: as_json({"data": [], "total": 0}))
always("a roster that is null", EMPTIED, lambda _: as_json({"data": None}))

always(
    "200 that a rule of the endpoint calls a limit",
    tries_again("slow down.*Wait for the nightly export", 4),
    lambda _: as_json({"note": "EXPORT RUNNING", "data": []}),
    endpoint={"errorRules": [{"text": "export running", "then": "rate-limited", "say": "Wait for the nightly export"}]},
)
always(
    "200 that a rule of the endpoint calls a sign-out",
    asks_to_sign_in("refused the API key"),
    lambda _: as_json({"login": {"needed": True}, "data": []}),
    endpoint={"errorRules": [{"path": "login.needed", "then": "sign-in"}]},
)
always(
    "404 that a rule of the endpoint calls nothing to read",
    EMPTIED,
    lambda _: as_json({"message": "no students in this year"}, 404),
    endpoint={"errorRules": [{"status": 404, "text": "no students", "then": "ignore"}]},
)
always(
    "200 with the key in every place",
    asks_for_change(REFUSED),
    lambda _: as_json(
        {"success": False, "message": f"header {KEY}", "errors": [{"detail": KEY}]}, Set_Cookie=f"key={KEY}", X_Key=KEY
    ),
)
always(
    "records that hold the key",
    succeeds(added=1, quarantined=1, warns="1 record for students refused"),
    lambda _: as_json([*KNOWN, student(6), {"name": f"echo of {KEY}"}]),
)
