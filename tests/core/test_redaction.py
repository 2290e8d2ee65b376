import base64
import html
import json
from urllib.parse import quote, quote_plus, urlencode

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hub_desktop.core.redaction import MASK, Redactor, is_secret_name, one_line

# A secret that is itself made of mask signs cannot be told from a mask; the forms refuse it.
SIGNS = st.characters(exclude_categories=("Cs",), exclude_characters="•…")
SECRET = st.one_of(
    st.text(alphabet="abcXYZ019+/=-_.~", min_size=4, max_size=24),
    st.text(alphabet="ab%\"'\\/ &<+é😀\n", min_size=4, max_size=12),
    st.text(SIGNS, min_size=4, max_size=12),
)
SPELLINGS = {
    "as it is": lambda s: s,
    "percent": lambda s: quote(s, safe=""),
    "percent, path": quote,
    "percent, lower": lambda s: "".join(
        f"%{b:02x}" if not (b < 128 and chr(b).isalnum()) else chr(b) for b in s.encode()
    ),
    "form": lambda s: urlencode({"k": s})[2:],
    "plus": quote_plus,
    "percent twice": lambda s: quote(quote(s, safe=""), safe=""),
    "json": lambda s: json.dumps(s)[1:-1],
    "json, not ascii": lambda s: json.dumps(s, ensure_ascii=False)[1:-1],
    "json in json": lambda s: json.dumps(json.dumps(s))[3:-3],
    "html": html.escape,
}


def keeps(text: str, secret: str) -> bool:
    return any(spell(secret) in text for spell in SPELLINGS.values())


@given(SECRET, st.sampled_from(sorted(SPELLINGS)), st.text(SIGNS, max_size=8), st.text(SIGNS, max_size=8))
def test_no_secret_survives_in_any_spelling(secret, spelling, before, after):
    text = f"{before}{SPELLINGS[spelling](secret)}{after}"
    masked = Redactor([secret]).text(text)
    assert MASK in masked
    assert not keeps(masked, secret)


@given(st.lists(SECRET, min_size=1, max_size=4), st.randoms(use_true_random=False), st.text(SIGNS, max_size=6))
def test_the_order_in_which_secrets_are_learnt_does_not_matter(secrets, random, between):
    shuffled = secrets[:]
    random.shuffle(shuffled)
    text = between.join(secrets) + between + "".join(shuffled)
    at_once = Redactor(secrets).text(text)
    one_by_one = Redactor()
    for secret in shuffled:
        one_by_one = one_by_one.with_secrets([secret])
    assert one_by_one.text(text) == at_once
    assert not any(keeps(at_once, secret) for secret in secrets)


@given(st.text("abcd", min_size=4, max_size=12), st.data())
def test_secrets_that_overlap_leave_no_piece(text, data):
    """Two secrets lie across each other in the text; nothing of either may be left."""
    first_end = data.draw(st.integers(4, len(text)))
    second_start = data.draw(st.integers(0, min(first_end, len(text) - 4)))
    masked = Redactor([text[:first_end], text[second_start:]]).text(f"<{text}>")
    assert masked == f"<{MASK}>" or (second_start == first_end and masked == f"<{MASK}{MASK}>")


@given(SECRET, st.binary(max_size=7), st.binary(max_size=7))
def test_no_secret_survives_base64_wherever_it_stands(secret, before, after):
    """At most the signs at its ends remain, which its neighbours share."""
    assume(len(secret.encode()) >= 6)
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        text = encode(before + secret.encode() + after).decode()
        masked = Redactor([secret]).text(text)
        assert MASK in masked
        inner = text[(len(before) * 8 + 5) // 6 : (len(before) + len(secret.encode())) * 8 // 6]
        assert inner not in masked


def test_a_basic_header_is_masked():
    token = base64.b64encode(b"office:p4ssw0rd!").decode()
    assert token[10:18] not in Redactor(["p4ssw0rd!"]).text(f"Authorization: Basic {token}")


@given(st.text(max_size=40))
def test_without_secrets_only_parameters_named_like_one_are_masked(text):
    assume("=" not in text)
    assert Redactor().text(text) == text


@given(SECRET, st.text(SIGNS, max_size=30))
def test_masking_twice_is_masking_once(secret, text):
    redactor = Redactor([secret])
    once = redactor.text(text + secret)
    assert redactor.text(once) == once


def test_short_secrets_do_not_tear_holes_into_every_text():
    assert Redactor(["abc", ""]).text("abcabc") == "abcabc"


@pytest.mark.parametrize(
    "text",
    [
        "/x?api_key=s3cr3t&a=1",
        "/x?a=1&wstoken=s3cr3t",
        "https://h/x?client_secret=s3cr3t",
        "?password=s3cr3t#f",
        "a?Key=s3cr3t ",
    ],
)
def test_unknown_secrets_in_addresses_are_masked_by_their_name(text):
    assert "s3cr3t" not in Redactor().text(text)
    assert "a=1" in Redactor().text(text) or "a=1" not in text


def test_a_secret_is_masked_before_the_line_is_cut():
    line = Redactor(["0123456789"]).line("x" * 493 + "0123456789", 500)
    assert "0" not in line


@given(st.text(SIGNS | st.characters(categories=("Cs", "Cc")), max_size=60), st.integers(2, 30))
def test_a_line_is_one_line_of_bounded_length_that_can_be_stored(text, limit):
    line = one_line(text, limit)
    assert len(line) <= limit
    assert len(line.splitlines()) <= 1
    assert "\x1b" not in line
    assert "\x9b" not in line
    line.encode("utf-8")


def test_headers_with_secret_names_are_masked_whole():
    shown = Redactor().headers(
        {"X-API-Key": "abc", "Accept": "text/html", "Ocp-Apim-Subscription-Key": "x", "Cookie": "y"}
    )
    assert shown == {"X-API-Key": MASK, "Accept": "text/html", "Ocp-Apim-Subscription-Key": MASK, "Cookie": MASK}


@pytest.mark.parametrize(
    "name", ["Authorization", "X-Auth-Token", "api_key", "wstoken", "X-Auth", "client_secret", "PWD"]
)
def test_names_that_promise_a_secret(name):
    assert is_secret_name(name)


@pytest.mark.parametrize("name", ["X-College-ID", "Accept", "author", "X-Tenant", "monkey", "page"])
def test_names_that_promise_none(name):
    assert not is_secret_name(name)


def test_long_runs_of_escapes_from_an_upstream_do_not_stall_the_masking():
    redactor = Redactor(['a\\\\b"c/d e', '""""""', "\\\\\\\\\\\\", "%%%%%%"])
    for run in ("\\" * 20_000, "%25" * 7_000, '\\"' * 10_000, "&#00" * 5_000):
        redactor.text(run)
