import pytest

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
    ],
)
def test_next_in_a_body(body: object, address: str) -> None:
    assert next_in_body(body) == address
