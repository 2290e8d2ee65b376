import contextlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.integration import Integration, read_integration
from hub_desktop.core.integration_files import read_integration_text
from hub_desktop.core.redaction import MASK
from hub_desktop.core.sign_in import AUTH_LABELS, GRANT_LABELS, SECRET_OF, AuthType, Grant
from hub_desktop.core.wire_rules import check_address, check_header, is_private_address, is_same_place

KEY = "s3cr3t-of-the-college"
ERP: dict[str, Any] = {
    "name": "College ERP",
    "type": "student-management",
    "baseUrl": "https://erp.college.edu/api/v1",
    "authType": "bearer",
    "apiKey": KEY,
    "syncInterval": 30,
    "enabled": True,
    "endpoints": {"attendance": "/attendance/records", "students": "/students/list"},
}
FILES = sorted((Path(__file__).parent.parent / "data" / "seed_examples").glob("*.json"))
ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from([MASK, "bearer", "/x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=10,
)
KEYS = st.sampled_from(
    [
        "name",
        "type",
        "baseUrl",
        "authType",
        "apiKey",
        "password",
        "clientSecret",
        "webhookSecret",
        "headers",
        "endpoints",
        "syncInterval",
        "enabled",
        "oauth",
        "username",
        "apiKeyIn",
        "bearerPrefix",
        "base_url",
        "sync_interval",
    ]
)
ANY_CONFIGURATION = st.one_of(
    ANY_JSON,
    st.dictionaries(KEYS, ANY_JSON, max_size=8),
    st.dictionaries(KEYS, ANY_JSON, max_size=3).map(lambda changes: ERP | changes),
)


def refusal(**changes: Any) -> ConfigurationError:
    with pytest.raises(ConfigurationError) as caught:
        read_integration({name: value for name, value in (ERP | changes).items() if value is not ...})
    return caught.value


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_examples_import_as_they_stand_and_come_out_as_they_went_in(file):
    written = json.loads(file.read_text())
    (submitted,) = read_integration_text(file.read_text())
    out = submitted.integration.to_json()
    assert out == {name: value for name, value in written.items() if name != "apiKey"}
    assert submitted.secrets["apiKey"] == written["apiKey"]


def test_there_are_examples():
    assert len(FILES) >= 3


@given(ANY_CONFIGURATION)
def test_any_json_is_read_or_refused_with_a_sentence(written):
    text = json.dumps(written)
    try:
        found = read_integration_text(text)
    except ConfigurationError as error:
        refusal_of = error.sentence.strip()
        found = []
    else:
        refusal_of = "none"
    assert refusal_of
    for submitted in found:
        json.dumps(submitted.integration.to_json(), allow_nan=False).encode()
        again = read_integration(submitted.integration.to_json())
        assert again.integration == submitted.integration


@given(st.text(max_size=40) | st.binary(max_size=40))
def test_any_text_is_read_or_refused_with_a_sentence(text):
    with contextlib.suppress(ConfigurationError):
        read_integration_text(text)


SECRET_PLACES = [
    ERP,
    ERP | {"authType": "api-key", "apiKeyIn": {"place": "query", "name": "wstoken"}},
    ERP | {"authType": "basic", "apiKey": f"office:{KEY}"},
    ERP | {"authType": "basic", "apiKey": ..., "username": "office", "password": KEY},
    ERP
    | {
        "authType": "oauth",
        "apiKey": ...,
        "oauth": {"tokenUrl": "https://x.in/t", "clientId": "c", "clientSecret": KEY},
    },
    ERP | {"authType": "oauth", "apiKey": ..., "clientSecret": KEY, "oauth": {"tokenUrl": "https://x.in/t"}},
    ERP | {"apiKey": ..., "headers": {"X-Auth-Token": KEY, "Accept": "application/json"}},
    ERP | {"apiKey": ..., "webhookSecret": KEY},
]


@pytest.mark.parametrize("written", SECRET_PLACES)
def test_secrets_are_taken_out_and_are_in_no_text_of_the_configuration(written):
    written = {name: value for name, value in written.items() if value is not ...}
    submitted = read_integration(written)
    assert list(submitted.secrets.values()) == [KEY]
    for text in (
        repr(submitted),
        str(submitted),
        repr(submitted.integration),
        json.dumps(submitted.integration.to_json()),
    ):
        assert KEY not in text


@pytest.mark.parametrize("written", SECRET_PLACES)
@pytest.mark.parametrize(
    "fault", [{"name": ""}, {"syncInterval": 1}, {"endpoints": {"x": "/x"}}, {"baseUrl": "ftp://x"}]
)
def test_no_refusal_shows_a_secret(written, fault):
    written = {name: value for name, value in (written | fault).items() if value is not ...}
    with pytest.raises(ConfigurationError) as caught:
        read_integration(written)
    assert KEY not in caught.value.sentence + caught.value.detail + repr(caught.value) + str(caught.value.evidence)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("name", ["baseURL", "sync_Interval", "apikey", "Endpoints", "aplKey"])
def test_an_unknown_key_is_named_with_the_near_one(name):
    told = refusal(**{name: "x"}).sentence
    assert f"“{name}”" in told
    assert "Did you mean" in told


def test_an_unknown_key_deep_inside_is_named_with_its_place():
    told = refusal(endpoints={"attendance": {"path": "/x", "pagination": {"pageSise": 5}}}).sentence
    assert "endpoints.attendance.pagination.pageSise" in told
    assert "“pageSize”" in told


@pytest.mark.parametrize(
    "address",
    [
        "erp.college.edu",
        "ftp://erp.college.edu",
        "https://",
        "https:///x",
        "https://user:pass@erp.in",
        "https://erp.in/?a=1",
        "https://erp.in/#x",
        "https://erp.in:0",
        "https://erp.in:99999",
        "https://erp.in:x",
        "https://er p.in",
        "https://erp.in\r\nHost: evil",
        "http://[::1",
        "javascript:alert(1)",
        "file:etc/passwd",
        "file:///etc/../passwd",
        "",
        "\x00",
    ],
)
def test_what_is_no_address_is_refused(address):
    assert refusal(baseUrl=address).field == "baseUrl"


@pytest.mark.parametrize(
    "address", ["http://192.168.1.20:8090", "https://erp.in/", "HTTPS://erp.in", "http://[::1]:80/x"]
)
def test_addresses_of_the_college_s_own_network_are_allowed(address):
    assert check_address(address)


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("http://localhost:1", True),
        ("http://192.168.1.20", True),
        ("http://erp", True),
        ("http://erp.local", True),
        ("http://[::1]", True),
        ("http://[fe80::1%25eth0]", True),
        ("http://10.0.0.1.", True),
        ("http://erp.lan.", True),
        ("https://erp.college.edu", False),
        ("https://[2606:4700::1111]", False),
        ("https://8.8.8.8", False),
    ],
)
def test_it_is_told_when_an_address_lies_in_the_own_network(address, private):
    assert is_private_address(address) is private


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil"},
        {"Content-Length": "5"},
        {"X-A": "a\r\nX-B: b"},
        {"X A": "b"},
        {"": "b"},
        {"X-Ä": "b"},
        {"transfer-encoding": "chunked"},
        {"X-Auth-Token": "a\nb"},
        {"X-A": 5},
        {"X-A": "\x00"},
    ],
)
def test_headers_that_could_forge_a_request_are_refused(headers):
    assert refusal(headers=headers)


def test_a_header_name_that_ends_in_a_line_break_is_none():
    with pytest.raises(ValueError, match="not the name"):
        check_header("X-A\n", "b")


@pytest.mark.parametrize(
    "endpoint", ["/x?wstoken=abc&f=1", {"path": "/x", "params": {"api_key": "abc"}}, "/x?password=1"]
)
def test_a_secret_in_an_endpoint_is_refused_with_the_right_place_for_it(endpoint):
    """It would come out again in exports and in the address shown."""
    told = refusal(endpoints={"students": endpoint}).sentence
    assert "API key" in told
    assert "abc" not in told


@pytest.mark.parametrize(
    "endpoint", ["/server.php?wsfunction=core_user_get_users", "/x?page_token=1&key=2", "/x?token="]
)
def test_other_parameters_are_left_alone(endpoint):
    assert (
        read_integration(ERP | {"endpoints": {"students": endpoint}}).integration.endpoints["students"].path == endpoint
    )


@pytest.mark.parametrize("path", ["https://evil.in/x", "//evil.in/x", "/a b", "/a\r\nX: y", ""])
def test_an_endpoint_cannot_lead_elsewhere(path):
    assert refusal(endpoints={"students": path})


@pytest.mark.parametrize("interval", [4, 0, -5, "x", None, 10**9, 5.5, True])
def test_intervals_below_five_minutes_are_refused(interval):
    assert "yncInterval" in refusal(syncInterval=interval).sentence


@pytest.mark.parametrize(
    "secret", ["a\nb-longer-than-that", "abc•••defghijklmnop", "\ud800-longer-than-16-signs", 5, ["x"], {"a": 1}]
)
@pytest.mark.parametrize("field", ["apiKey", "webhookSecret"])
def test_a_secret_that_cannot_have_been_meant_is_refused(field, secret):
    assert field in refusal(**{field: secret}).field


@pytest.mark.parametrize("secret", ["", "  ", None, MASK])
def test_an_empty_or_masked_secret_means_as_it_was(secret):
    assert read_integration(ERP | {"apiKey": secret}).secrets == {}


def test_a_short_webhook_secret_is_refused():
    assert refusal(webhookSecret="x" * 15).field == "webhookSecret"


def test_a_secret_that_the_sign_in_does_not_use_is_not_kept_silently():
    assert refusal(password="x").field == "password"


def test_user_and_password_in_one_field_are_parted_at_the_first_colon():
    submitted = read_integration(ERP | {"authType": "basic", "apiKey": "office:a:b"})
    assert (submitted.integration.username, submitted.secrets) == ("office", {"password": "a:b"})


def test_oauth_without_a_token_address_is_refused():
    assert "tokenUrl" in refusal(authType="oauth", apiKey=...).sentence


@pytest.mark.parametrize(
    ("mappings", "told"),
    [
        ([{"from": "a", "to": "studentid"}], "student_id"),
        ([{"from": "a", "to": "name"}, {"from": "b", "to": "name"}], "two mappings"),
        ([{"from": "a", "to": "name", "transformations": ["trimm"]}], "trim"),
        ([{"from": "a", "to": "date", "transformations": [{"date": "%d"}]}], "date format"),
        ([{"from": "", "to": "name"}], "from"),
    ],
)
def test_a_wrong_mapping_is_refused_where_it_is_written(mappings, told):
    assert told in refusal(endpoints={"attendance": {"path": "/x", "mappings": mappings}}).sentence


def test_custom_data_needs_a_key():
    assert "key" in refusal(endpoints={"books": {"path": "/x", "dataType": "custom"}}).sentence


@pytest.mark.parametrize("name", ["", "x" * 81, "a\nb"])
def test_endpoint_names_are_short_lines(name):
    assert refusal(endpoints={name: {"path": "/x", "dataType": "custom", "key": ["id"]}})


def test_a_name_is_one_name_however_its_accents_are_typed():
    one, other = (read_integration(ERP | {"name": name}).integration.name for name in ("E\u0301cole", "\u00c9cole"))
    assert one == other


@pytest.mark.parametrize(
    "text", ['{"a": NaN}', "[" * 100_000, '{"a": ' + "1" * 5000 + "}", "", "[]", "5", b"\xff\xfe{}", " " * 1_000_001]
)
def test_what_is_no_configuration_is_told_in_a_sentence(text):
    with pytest.raises(ConfigurationError):
        read_integration_text(text)


def test_a_byte_order_mark_is_no_obstacle():
    assert read_integration_text(b"\xef\xbb\xbf" + json.dumps(ERP).encode())


OAUTH = {"tokenUrl": "https://x.in/t", "authorizeUrl": "https://x.in/a", "deviceUrl": "https://x.in/d"}


@pytest.mark.parametrize(
    ("auth", "more", "needed"),
    [
        ("api-key", {}, ("apiKey",)),
        ("bearer", {}, ("apiKey",)),
        ("basic", {}, ("password",)),
        ("none", {}, ()),
        ("session", {"session": {"path": "/login"}}, ("password",)),
        ("oauth1", {"oauth1": {"consumerKey": "k"}}, ("consumerSecret",)),
        ("oauth1", {"oauth1": {"consumerKey": "k", "token": "t"}}, ("consumerSecret", "tokenSecret")),
        ("oauth", {"oauth": OAUTH}, ("clientSecret",)),
        ("oauth", {"oauth": OAUTH | {"grant": "password"}}, ("password", "clientSecret")),
        ("oauth", {"oauth": OAUTH | {"grant": "authorization-code"}}, ("clientSecret", "oauthTokens")),
        ("oauth", {"oauth": OAUTH | {"grant": "device-code", "clientAuth": "none"}}, ("oauthTokens",)),
    ],
)
def test_every_way_of_signing_in_names_the_secrets_it_needs(auth, more, needed):
    config = Integration.model_validate({"name": "x", "baseUrl": "https://x.in", "authType": auth, **more})
    assert config.needed_secrets() == needed
    assert set(needed) <= set(config.secret_names())


def test_every_way_of_signing_in_has_a_label():
    assert set(AUTH_LABELS) == set(AuthType)
    assert set(GRANT_LABELS) == set(Grant)
    assert set(SECRET_OF) == set(AuthType) - {AuthType.NONE}


@pytest.mark.parametrize(
    ("session", "words"),
    [
        ({"method": "GET", "json": {"a": 1}}, "a GET request has no body"),
        ({"form": {"a": "{cursor}"}}, "nothing is known as {cursor} while signing in"),
        ({"json": {"a": "{run.today}"}}, "nothing is known as {run.today} while signing in"),
        ({"headers": {"X-User": "{usernam}"}}, "Did you mean “username”?"),
        ({"value": "{token} {password}", "tokenPath": "t"}, 'nothing is known as {password} in "value"'),
        ({"value": "Bearer", "tokenPath": "t"}, "says where the token stands"),
    ],
)
def test_a_sign_in_request_that_cannot_work_is_refused(session, words):
    written = {"name": "x", "baseUrl": "https://x.in", "authType": "session", "session": {"path": "/login"} | session}
    with pytest.raises(ConfigurationError, match=re.escape(words)):
        read_integration(written)


@pytest.mark.parametrize("name", ["state", "client_secret", "Code_Verifier", "redirect_uri", "password"])
def test_parameters_of_the_program_itself_are_refused_as_further_ones(name):
    written = {"tokenUrl": "https://x.in/t", "extra": {name: "x"}}
    with pytest.raises(ConfigurationError, match="sent by the program itself"):
        read_integration({"name": "x", "baseUrl": "https://x.in", "authType": "oauth", "oauth": written})


@pytest.mark.parametrize("auth", ["oauth", "oauth1", "session"])
def test_a_sign_in_without_its_settings_is_refused_naming_them(auth):
    with pytest.raises(ConfigurationError, match=f'"{auth}": {{'):
        read_integration({"name": "x", "baseUrl": "https://x.in", "authType": auth})


@pytest.mark.parametrize("data_type", [name for name in DATA_TYPES if name != "custom"])
def test_every_data_type_can_be_an_endpoint_by_its_name(data_type):
    config = read_integration(ERP | {"endpoints": {data_type: "/x"}}).integration
    assert config.data_type_of(data_type) == data_type


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("https://erp.edu/a", "https://erp.edu/b/c", True),
        ("https://ERP.edu", "https://erp.edu.:443/x", True),
        ("http://erp.edu", "https://erp.edu", True),
        ("https://erp.edu", "http://erp.edu", False),
        ("http://erp.edu:8080", "https://erp.edu", False),
        ("http://erp.edu", "https://erp.edu:8443", False),
        ("https://erp.edu", "https://www.erp.edu", False),
        ("https://erp.edu", "https://erp.edu.evil.example", False),
        ("", "https://erp.edu", False),
    ],
)
def test_which_addresses_are_the_same_place(before: str, after: str, same: bool) -> None:
    assert is_same_place(before, after) is same
