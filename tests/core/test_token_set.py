from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.integration import Integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.sign_in import OAUTH_TOKENS
from hub_desktop.core.token_set import TokenSet, destination, texts_to_mask

TOKENS = TokenSet("acc3ss-token", "r3fresh-token", datetime(2026, 11, 2, 9, 0, tzinfo=UTC), "d1gest")
PLAIN = {
    "name": "Classroom",
    "baseUrl": "https://x.in/v1",
    "authType": "oauth",
    "oauth": {
        "grant": "authorization-code",
        "tokenUrl": "https://idp.in/token",
        "authorizeUrl": "https://idp.in/authorize",
        "clientId": "hub",
    },
}


@given(
    st.text(min_size=1),
    st.text(),
    st.none() | st.integers(0, 4_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)),
    st.text(),
)
def test_tokens_survive_being_kept(access, refresh, until, issued_for):
    tokens = TokenSet(access, refresh, until, issued_for)
    assert TokenSet.from_text(tokens.to_text()) == tokens


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"x"', "{}", '{"access": ""}', '{"access": 7}', "[" * 100_000])
def test_a_damaged_text_holds_no_tokens(text):
    assert TokenSet.from_text(text) is None


@pytest.mark.parametrize("until", ["1e400", '"soon"', "true", "1e300", "[]", "-1e300"])
def test_an_odd_end_is_none(until):
    tokens = TokenSet.from_text(f'{{"access": "a", "refresh": 7, "issuedFor": [], "goodUntil": {until}}}')
    assert tokens == TokenSet("a")


def test_each_kept_token_is_masked_and_nothing_else():
    text = TOKENS.to_text()
    assert texts_to_mask(OAUTH_TOKENS, text) == ("acc3ss-token", "r3fresh-token")
    assert texts_to_mask("apiKey", text) == (text,)
    assert texts_to_mask(OAUTH_TOKENS, "no JSON") == ("no JSON",)
    masked = Redactor(texts_to_mask(OAUTH_TOKENS, text)).text(text)
    assert "acc3ss" not in masked
    assert "r3fresh" not in masked
    assert "goodUntil" in masked
    assert "3ss" not in repr(TOKENS)


@pytest.mark.parametrize(
    ("change", "stays"),
    [
        ({"name": "Other", "syncInterval": 15, "endpoints": {"students": "/s"}}, True),
        ({"oauth": PLAIN["oauth"] | {"scope": "more"}}, True),
        ({"baseUrl": "https://y.in/v1"}, False),
        ({"oauth": PLAIN["oauth"] | {"tokenUrl": "https://evil.in/token"}}, False),
        ({"oauth": PLAIN["oauth"] | {"authorizeUrl": "https://evil.in/authorize"}}, False),
        ({"oauth": PLAIN["oauth"] | {"deviceUrl": "https://evil.in/device"}}, False),
        ({"oauth": PLAIN["oauth"] | {"clientId": "other"}}, False),
    ],
)
def test_what_tokens_are_for(change, stays):
    here, there = (destination(Integration.model_validate(PLAIN | more)) for more in ({}, change))
    assert (here == there) is stays
    assert "x.in" not in here
