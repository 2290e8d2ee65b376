"""The four schemes; the vectors of Standard Webhooks, GitHub and Stripe are those their documents or libraries give."""

import base64
import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.signature import (
    MINIMUM_SECRET_LENGTH,
    SIGNED_HEADERS,
    TOLERANCE_SECONDS,
    Scheme,
    Verified,
    fits,
    secret_from,
    signed_headers,
    signing_key,
    verify,
)

NOW = 1_614_265_330
STANDARD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
STANDARD_ID = "msg_p5jXN8AQM9LWM0D4loKWxJek"
STANDARD_BODY = b'{"test": 2432232314}'
STANDARD_SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
OTHER_SIGNATURE = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc="
SECRETS = {scheme: secret_from(scheme, bytes(range(32))) for scheme in Scheme}
BODY = b'{"studentId": "CS2101"}'


def raw(headers):
    return [(name.lower().encode(), value if isinstance(value, bytes) else value.encode()) for name, value in headers]


def standard(changes=(), body=STANDARD_BODY, now=NOW, secret=STANDARD_SECRET):
    headers = {
        "webhook-id": STANDARD_ID,
        "webhook-timestamp": str(NOW),
        "webhook-signature": STANDARD_SIGNATURE,
    } | dict(changes)
    given_headers = raw([(name, value) for name, value in headers.items() if value is not None])
    return verify(Scheme.STANDARD, [signing_key(Scheme.STANDARD, secret)], given_headers, body, now)


def by(scheme, headers, body=BODY, now=NOW, secret=None):
    return verify(scheme, [signing_key(scheme, secret or SECRETS[scheme])], raw(headers.items()), body, now)


def made(scheme, body=BODY, now=NOW, message_id="msg_1"):
    return signed_headers(scheme, SECRETS[scheme], body, message_id=message_id, now=now)


# Standard Webhooks: the cases of the reference libraries


def test_the_published_vector_is_signed_and_verified():
    headers = signed_headers(Scheme.STANDARD, STANDARD_SECRET, STANDARD_BODY, message_id=STANDARD_ID, now=NOW)
    assert headers["webhook-signature"] == STANDARD_SIGNATURE
    assert standard() == Verified(STANDARD_ID, signed_id=True)


def test_the_prefix_of_the_secret_may_be_left_out():
    assert standard(secret=STANDARD_SECRET.removeprefix("whsec_"))


def test_of_several_signatures_one_suffices():
    several = [OTHER_SIGNATURE, OTHER_SIGNATURE.replace("v1", "v2"), STANDARD_SIGNATURE, OTHER_SIGNATURE]
    assert standard({"webhook-signature": " ".join(several)})


@pytest.mark.parametrize(
    "changes",
    [
        {"webhook-id": None},
        {"webhook-timestamp": None},
        {"webhook-timestamp": "hello"},
        {"webhook-signature": None},
        {"webhook-signature": "v1,dawfeoifkpqwoekfpqoekf"},
        {"webhook-signature": STANDARD_SIGNATURE[:8]},
        {"webhook-signature": "v1,"},
        {"webhook-signature": ""},
        {"webhook-signature": STANDARD_SIGNATURE.removeprefix("v1,")},
        {"webhook-signature": STANDARD_SIGNATURE.replace("v1", "v2")},
        {"webhook-signature": STANDARD_SIGNATURE.replace("v1", "v1a")},
        {"webhook-signature": STANDARD_SIGNATURE.lower()},
        {"webhook-signature": " ".join([OTHER_SIGNATURE] * 16 + [STANDARD_SIGNATURE])},
        {"webhook-id": STANDARD_ID + "x"},
        {"webhook-timestamp": str(NOW + 1)},
        {"webhook-timestamp": f"+{NOW}"},
        {"webhook-timestamp": f" {NOW}"},
        {"webhook-timestamp": f"{NOW}.0"},
        {"webhook-timestamp": "١٦١٤٢٦٥٣٣٠"},
    ],
)
def test_what_the_reference_libraries_refuse_is_refused(changes):
    assert standard(changes) is None


@pytest.mark.parametrize("away", [-TOLERANCE_SECONDS, TOLERANCE_SECONDS])
def test_five_minutes_either_way_are_tolerated_and_no_second_more(away):
    assert standard(now=NOW + away)
    assert standard(now=NOW + away + (1 if away > 0 else -1)) is None


@pytest.mark.parametrize("message_id", ["a.b", "", "a b", "x" * 257, "é"])
def test_an_id_that_could_be_read_in_two_ways_or_is_none_is_refused(message_id):
    key = signing_key(Scheme.STANDARD, STANDARD_SECRET)
    signature = base64.b64encode(hmac.digest(key, f"{message_id}.{NOW}.".encode() + BODY, "sha256")).decode()
    assert standard({"webhook-id": message_id, "webhook-signature": f"v1,{signature}"}, body=BODY) is None


# GitHub and Stripe


def test_githubs_own_example_verifies():
    body, secret = b"Hello, World!", "It's a Secret to Everybody"
    signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
    assert by(Scheme.GITHUB, {"X-Hub-Signature-256": signature}, body, secret=secret) == Verified()
    with_id = {"X-Hub-Signature-256": signature, "X-GitHub-Delivery": "72d3162e-cc78"}
    assert by(Scheme.GITHUB, with_id, body, secret=secret) == Verified("72d3162e-cc78", signed_id=False)
    without_prefix = {"X-Hub-Signature-256": signature.removeprefix("sha256=")}
    assert by(Scheme.GITHUB, without_prefix, body, secret=secret) is None


def test_stripes_way_of_signing_verifies():
    secret = "whsec_test_secret_of_stripe"
    made_by_hand = hmac.new(secret.encode(), f"{NOW}.".encode() + BODY, hashlib.sha256).hexdigest()
    for written in (
        f"t={NOW},v1={made_by_hand}",
        f"t={NOW}, v1={made_by_hand}, v0=6ffbb59b",
        f"t={NOW},v1={'0' * 64},v1={made_by_hand}",
        f"v1={made_by_hand},t={NOW}",
    ):
        assert by(Scheme.STRIPE, {"Stripe-Signature": written}, secret=secret) == Verified()


@pytest.mark.parametrize(
    "change",
    [
        lambda t, v: f"v1={v}",
        lambda t, v: f"t={t}",
        lambda t, v: f"t={t},v0={v}",
        lambda t, v: f"t={t + 1},v1={v}",
        lambda t, v: f"t={t},t={t},v1={v}",
        lambda t, v: f"t= {t},v1={v}",
        lambda t, v: f"t={t};v1={v}",
        lambda t, v: f"t={t}," + "v1=0," * 40 + f"v1={v}",
    ],
)
def test_what_stripe_does_not_send_is_refused(change):
    written = made(Scheme.STRIPE)["Stripe-Signature"]
    signature = written.partition("v1=")[2]
    assert by(Scheme.STRIPE, {"Stripe-Signature": change(NOW, signature)}) is None


@pytest.mark.parametrize("away", [-TOLERANCE_SECONDS - 1, TOLERANCE_SECONDS + 1])
def test_a_delivery_of_stripe_grows_old(away):
    assert by(Scheme.STRIPE, made(Scheme.STRIPE), now=NOW + away) is None


# All of them


@pytest.mark.parametrize("scheme", Scheme)
@given(body=st.binary(max_size=80), now=st.integers(0, 10**11))
def test_what_was_signed_verifies(scheme, body, now):
    assert by(scheme, made(scheme, body, now), body, now)


@pytest.mark.parametrize("scheme", Scheme)
@given(body=st.binary(min_size=1, max_size=40), place=st.integers(0, 39), change=st.integers(1, 255))
def test_one_changed_byte_breaks_every_scheme(scheme, body, place, change):
    place %= len(body)
    changed = body[:place] + bytes([body[place] ^ change]) + body[place + 1 :]
    assert by(scheme, made(scheme, body), changed) is None


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("other", Scheme)
def test_only_the_scheme_that_was_chosen_is_taken(scheme, other):
    if scheme is not other:
        headers = signed_headers(other, SECRETS[other], BODY, message_id="m", now=NOW)
        key = signing_key(other, SECRETS[other])
        assert verify(scheme, [key], raw(headers.items()), BODY, NOW) is None


@pytest.mark.parametrize("scheme", Scheme)
def test_each_signed_header_must_come_exactly_once(scheme):
    headers = raw(made(scheme).items())
    key = signing_key(scheme, SECRETS[scheme])
    for name in SIGNED_HEADERS[scheme]:
        wanted = name.encode()
        assert verify(scheme, [key], [h for h in headers if h[0] != wanted], BODY, NOW) is None
        assert verify(scheme, [key], [*headers, *(h for h in headers if h[0] == wanted)], BODY, NOW) is None
        assert verify(scheme, [key], [*headers, (wanted, b"")], BODY, NOW) is None


@pytest.mark.parametrize("scheme", Scheme)
def test_two_keys_are_valid_while_one_replaces_the_other_and_none_lets_nothing_in(scheme):
    old, new = SECRETS[scheme], secret_from(scheme, bytes(range(32, 64)))
    keys = [signing_key(scheme, new), signing_key(scheme, old)]
    for secret in (old, new):
        headers = raw(signed_headers(scheme, secret, BODY, message_id="m", now=NOW).items())
        assert verify(scheme, keys, headers, BODY, NOW)
        assert verify(scheme, [], headers, BODY, NOW) is None
        assert verify(scheme, [b""], headers, BODY, NOW) is None


@pytest.mark.parametrize("scheme", Scheme)
@given(values=st.lists(st.binary(max_size=60), min_size=3, max_size=3), body=st.binary(max_size=20))
def test_no_headers_at_all_make_verification_fail_loudly(scheme, values, body):
    names = [name.encode() for name in SIGNED_HEADERS[scheme]]
    assert verify(scheme, [b"k" * 32], list(zip(names, values, strict=False)), body, NOW) is None


# Secrets


@pytest.mark.parametrize("scheme", Scheme)
def test_a_secret_that_we_make_fits_and_is_strong(scheme):
    assert fits(scheme, SECRETS[scheme])
    assert len(signing_key(scheme, SECRETS[scheme])) >= 32
    assert SECRETS[scheme].startswith("whsec_") is (scheme is Scheme.STANDARD)
    with pytest.raises(ValueError, match="random bytes"):
        secret_from(scheme, b"few")


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("secret", ["", "short", "x" * (MINIMUM_SECRET_LENGTH - 1), "whsec_", "whsec_c2hvcnQ="])
def test_short_secrets_are_refused(scheme, secret):
    with pytest.raises(ValueError, match=r"shorter|base64"):
        signing_key(scheme, secret)


def test_what_is_not_base64_is_no_secret_for_standard_webhooks():
    for secret in ("whsec_not base64 at all, really", "a-secret_with-signs-of-url-safe", "é" * 20):
        assert not fits(Scheme.STANDARD, secret)
        assert fits(Scheme.SEED, secret)
