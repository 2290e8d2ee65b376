"""Bodies that are not quite JSON, and records that are not quite records."""

import json

from hub_desktop.core.errors import Remedy
from tests.fakes.hostile.case import (
    KNOWN,
    always,
    asks_for_change,
    doubts_the_records,
    student,
    succeeds,
)
from tests.fakes.http_server import Handler, Reply, as_json

_GOOD = json.dumps(KNOWN)


def with_sixth(sixth: str) -> Handler:
    """Return a handler that answers with the known records, one written as given, and a seventh that is good."""
    body = f"{_GOOD[:-1]}, {sixth}, {json.dumps(student(7))}]".encode("utf-8", "surrogatepass")
    return lambda _: Reply(body)


def text(body: bytes, content_type: str = "application/json") -> Handler:
    """Return a handler that answers with these bytes."""
    return lambda _: Reply(body, content_type=content_type)


ODD_NUMBERS = "numbers that are none"
for _number in ("NaN", "Infinity", "-Infinity", "1e400"):
    always(
        f"{_number} in one field of one record",
        succeeds(added=2, warns="value left out of students|values? left out"),
        with_sixth(f'{{"studentId": "S006", "name": "Six", "semester": {_number}}}'),
    )
    always(
        f"{_number} as a key",
        succeeds(added=1, quarantined=1, warns="1 record for students refused"),
        with_sixth(f'{{"studentId": {_number}, "name": "Six"}}'),
    )
always(
    "an integer past 64 bits in one field",
    succeeds(added=2),
    with_sixth('{"studentId": "S006", "name": "Six", "semester": 99999999999999999999}'),
)
always(
    "an integer past 64 bits as a key",
    succeeds(added=2),
    with_sixth('{"studentId": 99999999999999999999, "name": "Six"}'),
)
always(
    "a number of 5,000 digits",
    asks_for_change("thousands of digits|NaN"),
    with_sixth('{"studentId": 1' + "0" * 5_000 + "}"),
)
always(
    "half a character in a name",
    succeeds(added=2, warns="broken characters"),
    with_sixth('{"studentId": "S006", "name": "Six \\ud83d"}'),
)
always(
    "raw control signs in a name",
    succeeds(added=2, warns="control signs"),
    with_sixth('{"studentId": "S006", "name": "Six\tand\na half"}'),
)
always("a null byte in a name", succeeds(added=2), with_sixth('{"studentId": "S006", "name": "Six\\u0000"}'))
always("nesting 10,000 deep", asks_for_change("nested too deeply"), text(b'{"data":' * 10_000 + b"1" + b"}" * 10_000))
always("nesting 101 deep in one record", asks_for_change("nested too deeply"), with_sixth("[" * 101 + "]" * 101))
always("10,000 brackets and no end", asks_for_change("nested too deeply|damaged"), text(b"[" * 10_000))
always(
    "something after the end",
    asks_for_change("something else after its end"),
    text(_GOOD.encode() + b"\n<!-- served in 0.2 s -->"),
)
always(
    "a warning before the beginning",
    asks_for_change("plain text|XML|web page"),
    text(b"<br />\n<b>Warning</b>: Undefined index\n" + _GOOD.encode()),
)
always(
    "one record a line",
    asks_for_change("something else after its end"),
    text("\n".join(map(json.dumps, KNOWN)).encode()),
)
always(
    "a truncated list", asks_for_change("damaged or incomplete data", remedy=Remedy.RETRY), text(_GOOD.encode()[:-20])
)
always(
    "a comma too many",
    asks_for_change("damaged or incomplete data", remedy=Remedy.RETRY),
    text(_GOOD.encode()[:-1] + b",]"),
)
always("a byte order mark", succeeds(), text(b"\xef\xbb\xbf" + _GOOD.encode()))
always("three byte order marks", succeeds(), text(b"\xef\xbb\xbf" * 3 + _GOOD.encode()))
always("UTF-16 with a mark", succeeds(), text(_GOOD.encode("utf-16")))
always("UTF-16 without a mark", succeeds(), text(_GOOD.encode("utf-16-le")))
always("UTF-32 that claims to be UTF-8", succeeds(), text(_GOOD.encode("utf-32"), "application/json; charset=utf-8"))
_ZOE = json.dumps([*KNOWN, student(6, name="Zoë")], ensure_ascii=False)
always(
    "UTF-8 that claims to be Latin-1",
    succeeds(added=1, warns="says its characters are iso-8859-1"),
    text(_ZOE.encode(), "application/json; charset=iso-8859-1"),
)
always("Latin-1 that says so", succeeds(added=1), text(_ZOE.encode("latin-1"), "application/json; charset=iso-8859-1"))
always(
    "Latin-1 that claims to be UTF-8",
    asks_for_change("not UTF-8, as it claims"),
    text(_ZOE.encode("latin-1"), "application/json; charset=utf-8"),
)
always(
    "an unknown charset",
    asks_for_change("unknown charset"),
    text(_ZOE.encode("latin-1"), "application/json; charset=klingon"),
)
always(
    "a charset that is a trap",
    asks_for_change("unknown charset"),
    text(b"x-" * 100_000 + b"\xe9", "application/json; charset=punycode"),
)
always(
    "a page of nothing but comments",
    asks_for_change("plain text|XML|web page"),
    text(b"<!---->" * 600 + b"x", "text/html"),
)
always("a PDF", asks_for_change("a PDF document"), text(b"%PDF-1.7\n%\xe2\xe3", "application/pdf"))
always(
    "one field twice in a record",
    succeeds(added=2),
    with_sixth('{"studentId": "S099", "name": "Six", "studentId": "S006"}'),
)
always("an empty name for a field", succeeds(added=2), with_sixth('{"studentId": "S006", "name": "Six", "": 1}'))

always(
    "records that are texts",
    doubts_the_records("None of the 2 records for students could be used", quarantined=2),
    lambda _: as_json(["S006", "S007"]),
)
always(
    "records that are lists",
    doubts_the_records("None of the 2 records", quarantined=2),
    lambda _: as_json([["S006", "Six"], ["S007", "Seven"]]),
)
always(
    "records that are null", doubts_the_records("None of the 2 records", quarantined=2), lambda _: as_json([None, None])
)
always(
    "records with none of the fields known",
    doubts_the_records("None of the 2 records", quarantined=2),
    lambda _: as_json([{"a": 1}, {"a": 2}]),
)
always(
    "an error object as the only record",
    doubts_the_records("None of the 1 records", quarantined=1),
    lambda _: as_json([{"error": "no access"}]),
)
always(
    "one bad record among good ones",
    succeeds(added=1, quarantined=1, warns="1 record for students refused"),
    with_sixth('{"name": "nobody"}'),
)
always("one text among records", succeeds(added=1, quarantined=1, warns="refused"), with_sixth('"S006"'))
always(
    "a list where a name belongs",
    succeeds(added=2, warns="1 value left out of students"),
    with_sixth('{"studentId": "S006", "name": ["Six"]}'),
)
always(
    "a key in an object",
    succeeds(added=1, quarantined=1, warns="refused"),
    with_sixth('{"studentId": {"id": 6}, "name": "Six"}'),
)
always(
    "one key twice in an answer",
    succeeds(added=2, warns="key that another record"),
    with_sixth(f"{json.dumps(student(6))}, {json.dumps(student(6, name='Other'))}"),
)
always("keys that are numbers", succeeds(added=2), with_sixth('{"studentId": 1001, "name": "Six"}'))
