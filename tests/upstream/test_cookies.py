import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.upstream.cookies import cookies_set, fits, with_cookies
from hub_desktop.upstream.wire import Request

NAMES = st.text("abcXYZ019-_.", min_size=1, max_size=8)
VALUES = st.text("abcXYZ019-_.=/+:&%!", min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("header", "cookies"),
    [
        ("", {}),
        ("sid=abc", {"sid": "abc"}),
        ("sid=abc; Path=/; HttpOnly; Secure", {"sid": "abc"}),
        ("a=1; Expires=Wed, 09 Jun 2032 10:18:14 GMT, b=2; Path=/", {"a": "1", "b": "2"}),
        ("a=1,b=2", {"a": "1", "b": "2"}),
        ("a=1; Max-Age=0, b=2; max-age=-1, c=3; Max-Age=60", {"c": "3"}),
        ("a=1, a=; Max-Age=0", {}),
        ("a=1, a=2", {"a": "2"}),
        ("a=b=c==", {"a": "b=c=="}),
        ("a=", {}),
        ("no equals sign", {}),
        ("=nameless", {}),
        ("bad name=1", {}),
        ('a="quoted"', {"a": '"quoted"'}),
        ("a=line\rbreak", {}),
        ("a=ümlaut", {}),
    ],
)
def test_cookies_as_servers_set_them(header: str, cookies: dict[str, str]) -> None:
    assert cookies_set(header) == cookies


@given(st.lists(st.tuples(NAMES, VALUES), max_size=5))
def test_several_headers_joined_give_every_cookie(pairs: list[tuple[str, str]]) -> None:
    header = ", ".join(f"{name}={value}; Expires=Wed, 09 Jun 2032 10:18:14 GMT; Path=/" for name, value in pairs)
    assert cookies_set(header) == dict(pairs)


@given(st.text(max_size=200))
def test_no_header_breaks_the_request_it_comes_back_in(header: str) -> None:
    request = with_cookies(Request("GET", "http://x"), cookies_set(header))
    assert all(fits(value) for value in cookies_set(header).values())
    assert request.headers.get("Cookie", "").isascii()
    assert request.headers.get("Cookie", "").isprintable()


def test_cookies_stand_beside_those_of_the_request_and_replace_their_like() -> None:
    request = Request("GET", "http://x", {"cookie": "lang=en; sid=old"})
    assert with_cookies(request, {"sid": "new", "b": "2"}).headers == {"Cookie": "lang=en; sid=new; b=2"}
    once = with_cookies(request, {"sid": "new"})
    assert with_cookies(once, {"sid": "new"}) == once
