import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.errors import ConfigurationError
from hub_desktop.upstream.addresses import followed, merged, origin, place, with_params, without_param

HERE = "https://erp.example/api/students?page=1"


@pytest.mark.parametrize(
    ("there", "target"),
    [
        ("?page=2", "https://erp.example/api/students?page=2"),
        ("/v2/students", "https://erp.example/v2/students"),
        ("teachers", "https://erp.example/api/teachers"),
        ("https://ERP.example:443/x", "https://ERP.example:443/x"),
        ("https://erp.example./x", "https://erp.example./x"),
        (" /x#part ", "https://erp.example/x"),
        ("/x?filter=a b", "https://erp.example/x?filter=a%20b"),
        ("//erp.example/x", "https://erp.example/x"),
        ("../../../x", "https://erp.example/x"),
    ],
)
def test_addresses_on_the_same_origin_are_followed(there: str, target: str) -> None:
    assert followed("ERP", HERE, there) == target


@pytest.mark.parametrize(
    "there",
    [
        "http://erp.example/x",
        "https://erp.example:8443/x",
        "https://erp.example.evil.example/x",
        "https://evil.example/erp.example",
        "//evil.example/x",
        "https://erp.example@evil.example/x",
        "https://erp.example:443@evil.example/x",
        "https://user:pass@erp.example/x",
        "https://erp.example\\@evil.example/x",
        "\\\\evil.example\\x",
        "https:\\\\evil.example/x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:,x",
        "https://[::1",
        "https://erp.example:99999/x",
        "https://erp.example:port/x",
        "https://ｅｒｐ.example/x",
        "/x\x00y",
        "/x\x7fy",
    ],
)
def test_addresses_elsewhere_are_refused_with_both_places_named(there: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        followed("ERP", HERE, there)
    assert "https://erp.example" in caught.value.sentence
    assert "Your sign-in is not sent there" in caught.value.sentence
    assert "pass@" not in caught.value.sentence


@given(st.text(max_size=40), st.sampled_from(["", "https://", "http://", "//", "\\\\", "/\\", "https:", "https:/"]))
def test_whatever_is_followed_stays_on_its_origin(there: str, before: str) -> None:
    try:
        target = followed("ERP", HERE, before + there)
    except ConfigurationError:
        return
    assert origin(target) == origin(HERE) == ("https", "erp.example", 443)


def test_places_are_shown_without_what_may_be_secret() -> None:
    assert place("https://erp.example:443/x?key=k") == "https://erp.example"
    assert place("http://[::1]:8080/x") == "http://[::1]:8080"
    assert place("https://user:pass@erp.example") == "an address that cannot be read"


def test_parameters_are_added_replaced_and_removed() -> None:
    assert with_params("https://e/x?a=%20b", (("c", "d e"), ("c", "&"))) == "https://e/x?a=%20b&c=d%20e&c=%26"
    assert merged((("a", "1"), ("b", "2")), (("a", "3"), ("a", "4"))) == (("b", "2"), ("a", "3"), ("a", "4"))
    assert without_param("https://e/x?k%65y=1&a=2&key=3&key", "key") == "https://e/x?a=2"
