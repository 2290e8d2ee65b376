import json
import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.upstream.decode import UnreadableError, decode


def test_plain_json_a_mark_and_charsets() -> None:
    assert decode(b'[{"a": 1}]').value == [{"a": 1}]
    assert decode(b"\xef\xbb\xbf[1]", "application/json; charset=utf-8").value == [1]
    assert decode('["é"]'.encode("latin-1"), "application/json; charset=ISO-8859-1").value == ["é"]
    assert decode('["é"]'.encode("utf-16"), "application/json").value == ["é"]
    assert decode('["é"]'.encode("utf-16-le"), 'application/json; charset="utf-16-le"').value == ["é"]


def test_a_lying_charset_is_told() -> None:
    decoded = decode('["Zoë"]'.encode(), "application/json; charset=iso-8859-1")
    assert decoded.value == ["Zoë"]
    assert "UTF-8" in decoded.warnings[0]
    with pytest.raises(UnreadableError, match="not UTF-8"):
        decode('["Zoë"]'.encode("latin-1"), "application/json; charset=utf-8")
    with pytest.raises(UnreadableError, match="unknown charset"):
        decode('["Zoë"]'.encode("latin-1"), "application/json; charset=klingon")
    with pytest.raises(UnreadableError, match="not utf-16"):
        decode('["Zoë"]'.encode("latin-1"), "application/json; charset=utf-16-be")


@pytest.mark.parametrize(
    ("body", "came"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        (b"<!DOCTYPE html><html><head><title>Log in &amp; go</title>", "web page \\(“Log in & go”\\)"),
        (b'<?xml version="1.0"?><RESPONSE/>', "XML"),
        (b"[1] [2]", "something else after"),
        (b'[{"a": 1}', "damaged"),
        (b"[1,]", "damaged"),
        (b"{'a': 1}", "damaged"),
        (b"[NaN]", "NaN"),
        (b'{"a": -Infinity}', "NaN"),
        (b"[1e400]", "NaN"),
        (b'["\\ud800"]', "damaged"),
        (b"\x1f\x8b\x08\0\0\0", "gzip"),
        (b"PK\x03\x04 and more", "ZIP"),
        (b"%PDF-1.7", "PDF"),
        (b"<!-- a --> <!-- b --><html>", "web page"),
        (b"<html><title>" + b"<title>" * 2_500, "web page"),
        (b"<!-- never closed", "plain text|XML"),
        (b"OK", "plain text"),
        (b"[" * 101 + b"]" * 101, "nested too deeply"),
        (b"[" * 10_000 + b"]" * 10_000, "nested too deeply"),
        (b"[" + b"9" * 5_000 + b"]", "digits|NaN"),
    ],
)
def test_what_came_instead_is_named(body: bytes, came: str) -> None:
    with pytest.raises(UnreadableError, match=came) as caught:
        decode(body, "application/json")
    assert caught.value.advice


@pytest.mark.parametrize(
    ("body", "came"),
    [
        (b"[NaN, 1", "NaN"),
        (b"[NaN] x", "NaN"),
        (b"[NaN, " + b"[" * 10_000 + b"]" * 10_001, "NaN"),
        (b"[NaN, " + b"[" * 101 + b"]" * 102, "nested too deeply"),
        (b"[NaN, " + b"9" * 5_000 + b"]", "NaN"),
        (b"[1,]", "damaged"),
        (b"<html>", "web page"),
        (b'["\xff", NaN]', "UTF-8"),
    ],
)
def test_what_is_wrong_as_a_whole_is_no_matter_of_leniency(body: bytes, came: str) -> None:
    with pytest.raises(UnreadableError, match=came):
        decode(body, lenient=True)


def test_a_hundred_levels_pass() -> None:
    assert decode(b"[" * 100 + b"]" * 100).value
    assert decode(b"[" * 100 + b"7" + b"]" * 100).value


@pytest.mark.parametrize("number", [2**63 - 1, 2**63, 2**64, -(2**63) - 1, 10**30, 10**400])
def test_large_integers_lose_no_digit(number: int) -> None:
    for value in ([{"id": number}], {"deep": [[{"id": [number]}]]}, number):
        assert decode(json.dumps(value).encode()).value == value


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b'["\\ud800"]', ["\ud800"]),
        (b'[{"name": "half \\ud83d"}, {"name": "whole"}]', [{"name": "half \ud83d"}, {"name": "whole"}]),
        (b'["a\tb\nc"]', ["a\tb\nc"]),
        (b"[Infinity, 1]", [math.inf, 1]),
        (b'{"a": -Infinity}', {"a": -math.inf}),
        (b"[1e400]", [math.inf]),
        (b'[{"id": 99999999999999999999}, -1e999]', [{"id": 99999999999999999999}, -math.inf]),
    ],
)
def test_a_value_that_is_no_json_is_left_to_the_check_of_its_record_and_told(body: bytes, value: object) -> None:
    decoded = decode(body, "application/json", lenient=True)
    assert decoded.value == value
    assert len(decoded.warnings) == 1


def test_nan_stays_nan() -> None:
    decoded = decode(b'[{"marks": NaN}, {"marks": 7}]', lenient=True)
    assert math.isnan(decoded.value[0]["marks"])
    assert decoded.value[1] == {"marks": 7}
    assert "NaN" in decoded.warnings[0]


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-16", "utf-32"])
@pytest.mark.parametrize("declared", ["", "; charset=utf-8", "; charset={}"])
@pytest.mark.parametrize("text", ['[{"a": 1}]', '["é"]'])
def test_utf_16_and_32_are_read_whatever_is_declared(charset: str, declared: str, text: str) -> None:
    assert decode(text.encode(charset), "application/json" + declared.format(charset)).value == json.loads(text)


def test_several_marks_are_dropped() -> None:
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbf[1]").value == [1]


def test_windows_1252_under_the_name_of_latin_1() -> None:
    body = '["O’Brien"]'.encode("cp1252")
    assert decode(body, "application/json; charset=iso-8859-1").value == ["O’Brien"]
    assert decode(b'["\x81\xe9"]', "application/json; charset=latin1").value == ["\x81é"]


@pytest.mark.parametrize("charset", ["idna", "punycode", "unicode_escape", "utf-7", "undefined", "base64", "hex"])
def test_what_is_no_charset_of_the_web_is_unknown(charset: str) -> None:
    with pytest.raises(UnreadableError, match="unknown charset"):
        decode(b'["\xe9\\d"]', f"application/json; charset={charset}")


def test_a_page_of_nothing_but_comments_takes_no_time() -> None:
    began = time.monotonic()
    for body in (b"<!---->" * 500 + b"x", b"<!--" * 5_000, b"<" * 20_000, b"<title" * 3_000, b"<title>" * 3_000):
        with pytest.raises(UnreadableError):
            decode(body, "text/html")
    assert time.monotonic() - began < 5


@given(st.binary(max_size=200), st.sampled_from(["", "text/html", "application/json; charset=utf-16", "x; charset=x"]))
def test_whatever_comes_is_read_or_named(body: bytes, content_type: str) -> None:
    try:
        told = decode(body, content_type, lenient=True).warnings
    except UnreadableError as error:
        told = (error.came, error.advice)
    assert all(told)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
        st.lists,
    )
)
def test_what_python_writes_is_read_back(value: object) -> None:
    assert decode(json.dumps(value).encode()).value == value
    assert decode(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")).value == value


@given(
    st.lists(
        st.tuples(
            st.integers(min_value=-(10**25), max_value=10**25),
            st.sampled_from(["", "e3", "E+20", "e-7", ".5", ".25e19"]),
            st.sampled_from(["", "  ", '"2024-01-01T10:00:00Z", ', "[[]], "]),
        ),
        max_size=20,
    )
)
def test_numbers_are_what_python_reads_whatever_stands_around_them(written: list[tuple[int, str, str]]) -> None:
    # The place of a number in the bytes must not matter: not every byte of a text is looked at.
    body = ("[" + ",".join(f"{before}{number}{ending}" for number, ending, before in written) + "]").encode()
    assert decode(body).value == json.loads(body)
    assert list(map(type, decode(body).value)) == list(map(type, json.loads(body)))
