import hashlib
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.api_tokens import PREFIX, RANDOM_BYTES, digest_of, is_token, token_of

ALPHABET = string.ascii_letters + string.digits + "-_"


@given(st.binary(min_size=RANDOM_BYTES, max_size=RANDOM_BYTES))
def test_a_token_is_known_as_one_and_fits_into_a_header(random):
    token = token_of(random)
    assert token.startswith(PREFIX)
    assert is_token(token)
    assert set(token) <= set(ALPHABET)
    assert digest_of(token) == hashlib.sha256(token.encode()).hexdigest()


@given(
    st.binary(min_size=RANDOM_BYTES, max_size=RANDOM_BYTES),
    st.integers(min_value=len(PREFIX)),
    st.sampled_from(ALPHABET),
)
def test_one_wrong_letter_is_noticed(random, place, letter):
    token = token_of(random)
    at = len(PREFIX) + place % (len(token) - len(PREFIX))
    wrong = token[:at] + letter + token[at + 1 :]
    assert is_token(wrong) == (wrong == token)


@given(st.text())
def test_other_texts_are_no_tokens(text):
    assert not is_token(text)


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: t + "\n", lambda t: " " + t, str.upper])
def test_a_piece_or_more_of_a_token_is_none(change):
    assert not is_token(change(token_of(bytes(RANDOM_BYTES))))


def test_two_random_texts_give_two_tokens_and_others_are_refused():
    assert token_of(b"\0" * 32) != token_of(b"\1" * 32)
    with pytest.raises(ValueError, match="32"):
        token_of(b"short")
