"""OAuth 1.0a: the examples of RFC 5849, and a server that works every signature out by itself."""

import base64
import hashlib
import hmac
import logging
import re
import threading
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.errors import ConfigurationError, SignInError
from hub_desktop.core.sign_in import OAuth1Settings
from hub_desktop.upstream.oauth1 import SignedRequests
from hub_desktop.upstream.wire import Request, Wire
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json
from tests.upstream.session import integration, read_pages, records

CONSUMER_SECRET, TOKEN_SECRET = "c0nsumer-secret/of+it", "t0ken-secret&of=it"
ROWS = [{"id": "1"}]


def fields(header: str) -> dict[str, str]:
    """Return the parameters of an OAuth header, decoded."""
    assert header.startswith("OAuth ")
    return {name: unquote(value) for name, value in re.findall(r'(\w+)="([^"]*)"', header)}


def signed(
    request: Request, consumer_secret: str, token_secret: str, *, stamp: tuple[str, str], **settings: Any
) -> dict[str, str]:
    signer = SignedRequests(
        integration("http://x"),
        OAuth1Settings.model_validate(settings),
        consumer_secret,
        token_secret,
        stamp=lambda: stamp,
    )
    return fields(signer.sign(request, threading.Event()).headers["Authorization"])


def test_the_example_of_the_rfc() -> None:
    # RFC 5849, section 1.2: the request for the photo.
    request = Request(
        "GET", "http://photos.example.net/photos", params=(("file", "vacation.jpg"), ("size", "original"))
    )
    found = signed(
        request,
        "kd94hf93k423kf44",
        "pfkkdhi9sl3r4s00",
        stamp=("chapoH", "137131202"),
        consumerKey="dpf43f3p2l4k3l03",
        token="nnch734d00sl2jdk",
        realm="Photos",
    )
    assert found["realm"] == "Photos"
    assert found["oauth_token"] == "nnch734d00sl2jdk"
    # The RFC's own request leaves oauth_version out, which is optional; ours has it, and so has its base string.
    base = (
        "GET&http%3A%2F%2Fphotos.example.net%2Fphotos&file%3Dvacation.jpg%26oauth_consumer_key%3Ddpf43f3p2l4k3l03"
        "%26oauth_nonce%3DchapoH%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131202"
        "%26oauth_token%3Dnnch734d00sl2jdk%26oauth_version%3D1.0%26size%3Doriginal"
    )
    key = "kd94hf93k423kf44&pfkkdhi9sl3r4s00"
    assert hmac_of(base.replace("%26oauth_version%3D1.0", ""), key) == "MdpQcU8iPSUjWoN/UDMsK2sui9I="
    assert found["oauth_signature"] == hmac_of(base, key)


def test_the_example_of_oauth_core() -> None:
    # OAuth Core 1.0 Revision A, appendix A.5, whose request has oauth_version as ours do.
    request = Request("GET", "http://photos.example.net/photos?file=vacation.jpg&size=original")
    found = signed(
        request,
        "kd94hf93k423kf44",
        "pfkkdhi9sl3r4s00",
        stamp=("kllo9940pd9333jh", "1191242096"),
        consumerKey="dpf43f3p2l4k3l03",
        token="nnch734d00sl2jdk",
    )
    assert found["oauth_signature"] == "tR3+Ty81lMeYAr/Fid0kMTYa/WM="


def test_the_base_string_of_the_rfc() -> None:
    # RFC 5849, section 3.4.1.1, with oauth_version, which that example has not: query, form and header together.
    request = Request(
        "POST", "http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b", form=(("c2", ""), ("a3", "2 q"))
    )
    base = (
        "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D"
        "%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1"
        "%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7%26oauth_version%3D1.0"
    )
    found = signed(
        request,
        "j49sk3j29djd",
        "dh893hdasih9",
        stamp=("7d8f3e4a", "137131201"),
        consumerKey="9djdj82h48djs9d2",
        token="kkk9d7dh3k39sjv7",
    )
    assert found["oauth_signature"] == hmac_of(base, "j49sk3j29djd&dh893hdasih9")


def hmac_of(base: str, key: str, digest: str = "sha1") -> str:
    return base64.b64encode(hmac.new(key.encode(), base.encode(), digest).digest()).decode()


def encoded(text: str) -> str:
    return quote(text, safe="-._~")


class VerifyingServer:
    """Works out the signature of every request as RFC 5849 says, and refuses a nonce that came before."""

    def __init__(self, consumer_secret: str = CONSUMER_SECRET, token_secret: str = TOKEN_SECRET) -> None:
        self._key = f"{encoded(consumer_secret)}&{encoded(token_secret)}"
        self._nonces: set[str] = set()
        self.url = ""

    def __call__(self, asked: Asked) -> Reply:
        header = asked.headers.get("authorization", "")
        given = fields(header) if header.startswith("OAuth ") else {}
        signature = given.pop("oauth_signature", "")
        realm = given.pop("realm", None)
        fresh = given.get("oauth_nonce", "") not in self._nonces
        self._nonces.add(given.get("oauth_nonce", ""))
        right = hmac.compare_digest(signature.encode(), self._signature(asked, given).encode())
        if not right or not fresh or realm == "wrong":
            return as_json({"error": f"signature {signature} is wrong"}, 401)
        return as_json(ROWS)

    def _signature(self, asked: Asked, given: dict[str, str]) -> str:
        if given.get("oauth_signature_method") == "PLAINTEXT":
            return self._key
        pairs = [*asked.params, *given.items()]
        if asked.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            pairs += parse_qsl(asked.body.decode(), keep_blank_values=True)
        joined = "&".join(f"{name}={value}" for name, value in sorted((encoded(n), encoded(v)) for n, v in pairs))
        base = "&".join(encoded(part) for part in (asked.method, f"{self.url}{asked.path}", joined))
        digest = {"HMAC-SHA1": "sha1", "HMAC-SHA256": "sha256"}[given["oauth_signature_method"]]
        return hmac_of(base, self._key, digest)


def verified(server: VerifyingServer | None = None, **changes: Any) -> list[object]:
    """Read the students from a server that verifies every signature."""
    verifier = server or VerifyingServer()
    settings = {"consumerKey": "key/of it", "token": "tök", **changes.pop("oauth1", {})}
    with HttpServer(verifier) as listening:
        verifier.url = listening.url
        of = integration(listening.url, authType="oauth1", oauth1=settings, **changes)
        return records(read_pages(of, {"consumerSecret": CONSUMER_SECRET, "tokenSecret": TOKEN_SECRET}))


@pytest.mark.parametrize("method", ["HMAC-SHA1", "HMAC-SHA256", "PLAINTEXT"])
def test_a_server_accepts_our_signatures(method: str) -> None:
    assert verified(oauth1={"signatureMethod": method}) == ROWS


def test_two_legged_signing() -> None:
    settings = {"consumerKey": "district"}
    verifier = VerifyingServer(token_secret="")
    with HttpServer(verifier) as listening:
        verifier.url = listening.url
        of = integration(listening.url, authType="oauth1", oauth1=settings)
        assert records(read_pages(of, {"consumerSecret": CONSUMER_SECRET})) == ROWS
        assert "oauth_token" not in fields(listening.asked[0].headers["authorization"])


def test_the_realm_is_told_but_not_signed() -> None:
    assert verified(oauth1={"realm": "Schoology API"}) == ROWS


def test_the_query_is_signed_however_it_is_written() -> None:
    endpoint = {"path": "/students?filter=a%20b+c&empty=&x=1&x=2", "params": {"sign": "&=+ %/ü", "dot": "a.b~c-d_e"}}
    assert verified(endpoints={"students": endpoint}) == ROWS


def test_a_wrong_secret_is_refused_once_and_said() -> None:
    with pytest.raises(SignInError, match="the consumer key or its secret") as caught:
        verified(VerifyingServer(consumer_secret="an0ther"))
    assert CONSUMER_SECRET not in caught.value.sentence + caught.value.detail


@given(
    st.lists(st.tuples(st.text(min_size=1, max_size=8), st.text(max_size=8)), max_size=5),
    st.lists(st.tuples(st.text(min_size=1, max_size=8), st.text(max_size=8)), max_size=5),
)
def test_any_query_and_form_give_the_signature_that_a_server_works_out(
    query: list[tuple[str, str]], form: list[tuple[str, str]]
) -> None:
    if not all(text.isprintable() for pair in (*query, *form) for text in pair):
        return
    verifier = VerifyingServer()
    verifier.url = "http://school.example"
    signer = SignedRequests(
        integration(verifier.url), OAuth1Settings(consumer_key="k", token="t"), CONSUMER_SECRET, TOKEN_SECRET
    )
    request = signer.sign(
        Request("POST", f"{verifier.url}/grades", params=tuple(query), form=tuple(form)), threading.Event()
    )
    body = "&".join(f"{encoded(name)}={encoded(value)}" for name, value in form)
    asked = Asked(
        "POST",
        "/grades",
        parse_qsl(urlsplit(request.address).query, keep_blank_values=True),
        {"authorization": request.headers["Authorization"], "content-type": "application/x-www-form-urlencoded"},
        body.encode(),
    )
    assert verifier(asked).status == 200


def test_an_address_with_signs_that_belong_escaped_is_signed_all_the_same() -> None:
    verifier = VerifyingServer()
    with HttpServer(verifier) as listening, Wire("Schoology") as wire:
        verifier.url = listening.url
        signer = SignedRequests(
            integration(listening.url), OAuth1Settings(consumer_key="k", token="t"), CONSUMER_SECRET, TOKEN_SECRET
        )
        odd = Request("GET", f"{listening.url}/users?filter[a]=1|2&name='x'&q=(a)*")
        answer = wire.send(signer.sign(odd, threading.Event()), deadline_seconds=10, cancel=threading.Event())
    assert answer.status == 200


def test_what_cannot_be_signed_is_a_sentence() -> None:
    signer = SignedRequests(integration("http://x"), OAuth1Settings(consumer_key="k"), CONSUMER_SECRET, "")
    with pytest.raises(ConfigurationError, match="cannot be signed") as caught:
        signer.sign(Request("GET", "http://x/y", form=(("a", "b"),)), threading.Event())
    assert CONSUMER_SECRET not in caught.value.sentence + caught.value.detail


def test_every_request_has_its_own_nonce_and_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        signer = SignedRequests(
            integration("http://x"), OAuth1Settings(consumer_key="k", token="t"), CONSUMER_SECRET, TOKEN_SECRET
        )
        request = Request("GET", "http://x/y", params=(("page", "1"),))
        headers = {signer.sign(request, threading.Event()).headers["Authorization"] for _ in range(20)}
    assert len({fields(header)["oauth_nonce"] for header in headers}) == 20
    assert not [record for record in caplog.records if record.name.startswith("oauthlib")]
    assert signer.known_secrets() == (CONSUMER_SECRET, TOKEN_SECRET)
    assert not signer.refresh(request)


def test_sha256_is_not_sha1() -> None:
    plain = Request("GET", "http://x/y")
    one, other = (
        signed(plain, "a", "", stamp=("n", "1"), consumerKey="k", signatureMethod=method)["oauth_signature"]
        for method in ("HMAC-SHA1", "HMAC-SHA256")
    )
    assert len(base64.b64decode(one)) == hashlib.sha1(b"").digest_size
    assert len(base64.b64decode(other)) == hashlib.sha256(b"").digest_size
