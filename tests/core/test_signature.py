import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.signature import MINIMUM_SECRET_LENGTH
from tests.fakes.deliveries import sign, verified

SECRET = "a-webhook-secret-of-the-college"
BODY = b'{"studentId": "CS2101"}'


def test_the_signature_is_the_seed_s():
    assert sign(SECRET, BODY) == hmac.new(SECRET.encode(), BODY, hashlib.sha256).hexdigest()


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=16, max_size=40), st.binary(max_size=60))
def test_what_was_signed_verifies_with_and_without_prefix_and_in_any_case(secret, body):
    made = sign(secret, body)
    for given_signature in (made, made.upper(), f"sha256={made}", f"SHA256={made}", f"  {made}\n"):
        assert verified([secret], body, given_signature)


@given(st.text(), st.binary(max_size=40))
def test_no_other_text_verifies_and_none_raises(given_signature, body):
    assert verified([SECRET], body, given_signature) is (
        given_signature.strip().lower().removeprefix("sha256=") == sign(SECRET, body)
    )


@given(st.binary(min_size=1, max_size=40), st.integers(0, 39), st.integers(1, 255))
def test_one_changed_byte_breaks_the_signature(body, place, change):
    made = sign(SECRET, body)
    place %= len(body)
    changed = body[:place] + bytes([body[place] ^ change]) + body[place + 1 :]
    assert not verified([SECRET], changed, made)


def test_two_secrets_are_valid_while_one_replaces_the_other():
    other = "the-next-webhook-secret"
    assert verified([SECRET, other], BODY, sign(other, BODY))
    assert verified([SECRET, other], BODY, sign(SECRET, BODY))


@pytest.mark.parametrize("secret", ["", "short", "x" * (MINIMUM_SECRET_LENGTH - 1)])
def test_short_secrets_never_verify(secret):
    assert not verified([secret], BODY, sign(secret, BODY))


def test_without_a_secret_nothing_verifies():
    assert not verified([], BODY, sign("", BODY))
