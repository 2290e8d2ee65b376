import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.upstream.links import next_in_body, next_in_header


@pytest.mark.parametrize(
    ("header", "address"),
    [
        ('<https://a/x?page=2>; rel="next"', "https://a/x?page=2"),
        ("<?page=2>;rel=next", "?page=2"),
        ('<a>; rel="prev", <b,c;d>; title="x, <y>; rel=next"; REL="Last  NEXT"', "b,c;d"),
        ('<a>; rel="first",<b> ; rel = "next" ; foo', "b"),
        ('<a>; rel="prev next"', "a"),
        ('<a>; rel="nextish"', ""),
        ("<a>; rel=prev; rel=next", ""),
        ('<a>; rel=next; anchor="#part"', ""),
        ("", ""),
        ("nonsense", ""),
        ("<unclosed; rel=next", ""),
        ('<a>; title="say \\"next\\", please"; rel=next', "a"),
        ("<a>; %%% , <b>; rel=next", "b"),
    ],
)
def test_next_in_a_link_header(header: str, address: str) -> None:
    assert next_in_header(header) == address


@pytest.mark.parametrize(
    ("body", "address"),
    [
        ({"next": "https://a/?page=2"}, "https://a/?page=2"),
        ({"next": None}, ""),
        ({"next": 2}, ""),
        ([], ""),
        ({"links": {"next": "/b"}}, "/b"),
        ({"_links": {"next": {"href": "?c"}}}, "?c"),
        ({"next": "abc"}, ""),
        ({"@odata.nextLink": "https://g/x"}, "https://g/x"),
        ({"meta": {"next_page_url": " HTTPS://g/x "}}, "HTTPS://g/x"),
        ({"paging": {"nextPage": "/learn?offset=100"}}, "/learn?offset=100"),
        ({"links": [{"rel": "self", "href": "/a"}, {"rel": "next", "href": "/b"}]}, "/b"),
        ({"links": [{"rel": "self", "href": "/a"}, "x", None]}, ""),
        ({"next": {"href": 5}, "nextUrl": "/c"}, "/c"),
        ({"next": "file:///etc/passwd"}, ""),
        ({"next": "javascript:alert(1)"}, ""),
    ],
)
def test_next_in_a_body(body: object, address: str) -> None:
    assert next_in_body(body) == address


@given(st.text(alphabet='<>;,="\\\\ relnxt*', max_size=60))
def test_any_header_is_read_without_fail(header: str) -> None:
    assert "<" not in next_in_header(header) or header.count("<") > 1


@pytest.mark.parametrize("sign", ["<", ",", ";", '"', "\\", "<a>;", "<a>,", '<a>;x="', " ", "<a>; rel=next;"])
def test_a_huge_header_takes_no_time(sign: str) -> None:
    began = time.monotonic()
    next_in_header(sign * 20_000)
    assert time.monotonic() - began < 3
