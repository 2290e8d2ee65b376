"""The way to the systems: what can be set, and who is reached without a proxy."""

import pytest
from pydantic import ValidationError

from hub_desktop.core.network import NetworkSettings, ProxyUse, way_of


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("proxy.college.edu:3128", "http://proxy.college.edu:3128"),
        ("http://proxy.college.edu", "http://proxy.college.edu:8080"),
        ("10.0.0.1:80", "http://10.0.0.1:80"),
        ("[fe80::1]:3128", "http://[fe80::1]:3128"),
        ("http://proxy:3128/", "http://proxy:3128"),
    ],
)
def test_an_address_is_written_in_several_ways(typed, kept):
    assert NetworkSettings(address=typed).address == kept


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("socks5://proxy:1080", "of the kind “socks5”"),
        ("https://proxy:443", "of the kind “https”"),
        ("http://me:s3cret@proxy:3128", "fields of their own"),
        ("proxy:port", "has no port"),
        ("http://proxy:3128/pac", "is no address"),
    ],
)
def test_what_is_no_proxy_is_told(typed, said):
    with pytest.raises(ValidationError, match=said):
        NetworkSettings(address=typed)


def test_a_proxy_of_ones_own_needs_its_address():
    with pytest.raises(ValidationError, match="needs its address"):
        NetworkSettings(proxy=ProxyUse.OWN)


@pytest.mark.parametrize(
    ("host", "direct"),
    [
        ("192.168.1.20", True),
        ("::1", True),
        ("attendance", True),
        ("erp.college.lan", True),
        ("lms.college.edu", True),
        ("LMS.College.edu.", True),
        ("a.b.other.in", True),
        ("other.in", False),
        ("evilother.in", False),
        ("moodle.org", False),
    ],
)
def test_who_is_reached_without_it(host, direct):
    settings = NetworkSettings(proxy=ProxyUse.OWN, address="proxy:3128", direct=["lms.college.edu", "*.other.in"])
    assert way_of(settings, "").goes_direct(host) is direct


def test_the_password_shows_nowhere():
    settings = NetworkSettings(proxy=ProxyUse.OWN, address="proxy:3128", user="hub desk")
    way = way_of(settings, "s3cret@1")
    assert "s3cret" not in repr(way)
    assert way.proxy_with_credentials() == "http://hub%20desk:s3cret%401@proxy:3128"
    assert way_of(settings.model_copy(update={"proxy": ProxyUse.NONE}), "s3cret").password == ""
