import json

import pytest

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
        (b"[NaN]", "NaN"),
        (b'{"a": -Infinity}', "NaN"),
        (b"[1e400]", "NaN"),
        (b"[1] [2]", "something else after"),
        (b'[{"a": 1}', "damaged"),
        (b'["\\ud800"]', "damaged"),
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


def test_a_hundred_levels_pass() -> None:
    assert decode(b"[" * 100 + b"]" * 100).value
    assert decode(b"[" * 100 + b"7" + b"]" * 100).value


@pytest.mark.parametrize("number", [2**63 - 1, 2**63, 2**64, -(2**63) - 1, 10**30])
def test_large_integers_lose_no_digit(number: int) -> None:
    for value in ([{"id": number}], {"deep": [[{"id": [number]}]]}, number):
        assert decode(json.dumps(value).encode()).value == value
