import base64
import hashlib
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.errors import CancelledError, ConfigurationError, HubError, SignInError, TransientError
from hub_desktop.core.token_set import TokenSet
from hub_desktop.upstream.browser_sign_in import challenge, sign_in_with_browser
from hub_desktop.upstream.redirect_listener import RedirectListener
from hub_desktop.upstream.wire import Wire
from tests.fakes.http_server import HttpServer, as_json, free_port
from tests.fakes.oauth_server import CLIENT_SECRET, Browser, OAuthServer, fetch, served, settings
from tests.upstream.session import integration


def sign_in(url: str, browser: Any, *, cancel: threading.Event | None = None, seconds: float = 20.0, **more: Any):
    of = integration(url, authType="oauth", oauth=settings(url, **more))
    assert of.oauth is not None
    with Wire(of.name) as wire:
        return sign_in_with_browser(
            of,
            of.oauth,
            "" if of.oauth.client_auth == "none" else CLIENT_SECRET,
            wire,
            open_browser=browser,
            cancel=cancel or threading.Event(),
            longest_seconds=seconds,
            deadline_seconds=10,
        )


def changed(address: str, **changes: str | None) -> str:
    """Return an address with parameters replaced, or left out where None."""
    bare, _, query = address.partition("?")
    pairs = {name: values[0] for name, values in parse_qs(query, keep_blank_values=True).items()}
    pairs |= changes  # type: ignore[arg-type]
    return f"{bare}?{urlencode({name: value for name, value in pairs.items() if value is not None})}"


def test_the_challenge_is_that_of_the_rfc() -> None:
    # RFC 7636, appendix B.
    assert challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


@pytest.mark.parametrize("client_auth", ["basic", "body", "none"])
def test_a_person_signs_in(client_auth: str) -> None:
    server, browser = OAuthServer(confidential=client_auth != "none"), Browser()
    with served(server) as listening:
        tokens = sign_in(listening.url, browser, clientAuth=client_auth, extra={"access_type": "offline"})
        browser.join()
    assert tokens.access in server.good
    assert tokens.refresh in server.refreshable
    assert tokens.good_until is not None
    asked = parse_qs(urlsplit(browser.opened[0]).query)
    assert asked["access_type"] == ["offline"]
    assert asked["scope"] == ["roster"]
    assert len(asked["state"][0]) >= 43
    (form,) = server.forms
    verifier = form["code_verifier"]
    assert 43 <= len(verifier) <= 128
    digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    assert asked["code_challenge"] == [digest]
    assert verifier not in browser.opened[0]
    assert form["redirect_uri"] == asked["redirect_uri"][0]
    status, page, headers = browser.pages[0]
    assert status == 200
    assert "Hub Desktop has what it needs" in page
    assert headers["cache-control"] == "no-store"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"


def test_no_two_sign_ins_share_state_or_verifier() -> None:
    server, browser = OAuthServer(), Browser()
    with served(server) as listening:
        for _ in range(2):
            sign_in(listening.url, browser)
        browser.join()
    states = {parse_qs(urlsplit(address).query)["state"][0] for address in browser.opened}
    assert len(states) == 2
    assert len({form["code_verifier"] for form in server.forms}) == 2


def test_the_port_can_be_chosen() -> None:
    server, browser, port = OAuthServer(), Browser(), free_port()
    with served(server) as listening:
        sign_in(listening.url, browser, redirectPort=port)
        # And again at once, on the port that was just freed.
        sign_in(listening.url, browser, redirectPort=port)
        browser.join()
    assert all(address.startswith(f"http://127.0.0.1:{port}/callback?") for address in browser.came_back)


def test_a_taken_port_is_said_with_the_way_out() -> None:
    browser = Browser()
    with socket.socket() as taken, served(OAuthServer()) as listening:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ConfigurationError, match=f"already uses port {port}") as caught:
            sign_in(listening.url, browser, redirectPort=port)
    assert caught.value.field == "oauth.redirectPort"
    assert not browser.opened


def test_everything_but_the_answer_is_refused_and_does_not_end_the_wait() -> None:
    """A browser asks for an icon, a stranger guesses; the right answer still arrives."""
    strange: list[tuple[int, str]] = []

    def change(address: str) -> str:
        place = f"http://{urlsplit(address).netloc}"
        wrong: list[tuple[str, dict[str, Any]]] = [
            (f"{place}/favicon.ico", {}),
            (f"{place}/callback/", {}),
            (f"{place}//callback?{urlsplit(address).query}", {}),
            (f"{place}/callback", {}),
            (changed(address, state="guessed-by-a-stranger"), {}),
            (changed(address, state="é" * 40), {}),
            (changed(address, state=None), {}),
            (changed(address, code=None), {}),
            (f"{address}&state=twice", {}),
            (f"{address}&code=twice", {}),
            (address + "&x=" + "y" * 20_000, {}),
            ("&".join([address, *(f"x{n}=1" for n in range(60))]), {}),
            (address, {"method": "POST"}),
            (address, {"method": "HEAD"}),
            (address, {"method": "STRANGE"}),
            (address, {"headers": {"Host": "evil.example"}}),
            (address, {"headers": {"Host": "localhost"}}),
        ]
        for target, how in wrong:
            status, page, _ = fetch(target, **how)
            strange.append((status, page))
        return address

    server, browser = OAuthServer(), Browser(change)
    with served(server) as listening:
        tokens = sign_in(listening.url, browser)
        browser.join()
    assert tokens.access in server.good
    assert [status for status, _ in strange] == [404, 404, 404, 400, *[400] * 8, 405, 405, 405, 400, 400]
    for _, page in strange:
        assert "guessed" not in page
        assert "evil" not in page
        assert "STRANGE" not in page
    assert browser.pages[0][0] == 200


def test_a_redirect_counts_once() -> None:
    """Whoever sends the answer again, while the program still listens, is refused."""
    state = "st4te"
    with RedirectListener("Moodle", state, None) as listener:
        address = f"{listener.address}?code=one&state={state}"
        assert fetch(address)[0] == 200
        assert fetch(address)[0] == 400
        assert fetch(f"{listener.address}?code=two&state={state}")[0] == 400
        assert listener.wait(threading.Event(), 5) == {"code": "one", "state": state}
    with pytest.raises(OSError, match="refused"):
        fetch(address)


def test_a_code_that_was_used_before_is_refused_by_the_upstream_in_words() -> None:
    server = OAuthServer()
    browser = Browser(lambda address: changed(address, code="c0de-of-another-day"))
    with served(server) as listening, pytest.raises(SignInError, match="Sign in again") as caught:
        sign_in(listening.url, browser)
    browser.join()
    assert "invalid_grant" in caught.value.detail
    assert "c0de-of-another-day" not in caught.value.sentence + caught.value.detail


def test_the_sender_of_the_answer_is_checked_where_it_is_known() -> None:
    server = OAuthServer(issuer="https://idp.example")
    with served(server) as listening:
        browser = Browser()
        assert sign_in(listening.url, browser, issuer="https://idp.example").access in server.good
        # Nobody said who it must be, so nothing can be compared.
        assert sign_in(listening.url, browser).access in server.good
        asked = len(server.grants)
        for wrong, words in (("https://idp.example.evil", "came from “https://idp.example.evil”"), (None, "without")):
            mixed_up = Browser(lambda address, wrong=wrong: changed(address, iss=wrong))
            with pytest.raises(SignInError, match=words):
                sign_in(listening.url, mixed_up, issuer="https://idp.example")
            mixed_up.join()
        browser.join()
    assert len(server.grants) == asked, "a code from a wrong sender was used"


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        ("access_denied", SignInError, "was declined in the browser"),
        ("login_required", SignInError, "was declined in the browser"),
        ("temporarily_unavailable", TransientError, "Try again in a few minutes"),
        ("invalid_scope", ConfigurationError, "Check the client id and the scope"),
        ("something_else", ConfigurationError, "something_else"),
    ],
)
def test_an_error_the_browser_brings_becomes_a_sentence(error: str, kind: type[HubError], words: str) -> None:
    server, browser = OAuthServer(consent=error), Browser()
    with served(server) as listening, pytest.raises(kind, match=words) as caught:
        sign_in(listening.url, browser)
    browser.join()
    assert caught.value.sentence.endswith(".")
    status, page, _ = browser.pages[0]
    assert status == 200
    assert "not completed" in page
    assert error not in page
    assert "<b>" not in page
    assert not server.grants


def test_nobody_comes_back() -> None:
    addresses: list[str] = []
    with served(OAuthServer()) as listening, pytest.raises(SignInError, match="did not come back") as caught:
        sign_in(listening.url, addresses.append, seconds=0.3)
    redirect = parse_qs(urlsplit(addresses[0]).query)["redirect_uri"][0]
    assert redirect in caught.value.sentence


def test_a_sign_in_is_cancelled_at_once() -> None:
    cancel = threading.Event()
    timer = threading.Timer(0.2, cancel.set)
    began = time.monotonic()
    with served(OAuthServer()) as listening:
        timer.start()
        with pytest.raises(CancelledError, match="stopped"):
            sign_in(listening.url, lambda _: None, cancel=cancel)
    assert time.monotonic() - began < 5
    timer.join()


def test_a_sign_in_is_cancelled_while_the_token_is_asked_for() -> None:
    cancel = threading.Event()
    server = OAuthServer()

    def slow() -> None:
        cancel.set()
        time.sleep(1.0)

    server.token_reply = slow
    browser = Browser()
    with served(server) as listening, pytest.raises(CancelledError):
        sign_in(listening.url, browser, cancel=cancel)
    browser.join()


def test_connections_that_say_nothing_do_not_stand_in_the_way() -> None:
    """Browsers open connections that they may need later; some never send a byte, one drips."""
    silent: list[socket.socket] = []
    with RedirectListener("Moodle", "st4te", None) as listener:
        port = urlsplit(listener.address).port or 0
        for _ in range(10):
            silent.append(socket.create_connection(("127.0.0.1", port), timeout=5))
        silent[0].sendall(b"GET /callback?state=st4te&co")
        assert fetch(f"{listener.address}?code=one&state=st4te")[0] == 200
        assert listener.wait(threading.Event(), 5)["code"] == "one"
        began = time.monotonic()
    assert time.monotonic() - began < 4, "the listener waited for silent connections"
    for connection in silent:
        connection.close()


def test_too_many_connections_are_closed_and_the_listener_lives_on() -> None:
    many: list[socket.socket] = []
    with RedirectListener("Moodle", "st4te", None) as listener:
        port = urlsplit(listener.address).port or 0
        for _ in range(40):
            many.append(socket.create_connection(("127.0.0.1", port), timeout=5))
        # One of the last got no room: its end is closed.
        assert many[-1].recv(1) == b""
        for connection in many:
            connection.close()
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline:
            try:
                if fetch(f"{listener.address}?code=one&state=st4te")[0] == 200:
                    break
            except OSError:
                time.sleep(0.05)
        assert listener.wait(threading.Event(), 5)["code"] == "one"


@pytest.fixture(scope="module")
def listening() -> Iterator[RedirectListener]:
    with RedirectListener("Moodle", "a-state-nobody-guesses", None) as listener:
        yield listener


@given(noise=st.binary(max_size=300))
def test_no_request_whatever_it_is_made_of_harms_the_listener(listening: RedirectListener, noise: bytes) -> None:
    status, page, awaited = listening.take(noise.decode("latin-1"), urlsplit(listening.address).netloc)
    assert status in {400, 404}
    assert not awaited
    assert b"<h1>Nothing to see here</h1>" in page


@given(brought=st.dictionaries(st.sampled_from(["code", "state", "error", "iss"]), st.text(max_size=20)))
def test_no_answer_without_the_state_is_taken(listening: RedirectListener, brought: dict[str, str]) -> None:
    target = f"/callback?{urlencode(brought, errors='replace')}"
    assert listening.take(target, urlsplit(listening.address).netloc)[0] == 400


def test_a_raw_request_that_is_none_is_refused_quietly() -> None:
    with RedirectListener("Moodle", "st4te", None) as listener:
        for noise in (b"\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00\x01", b"GET / HTTP/9.9\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", urlsplit(listener.address).port or 0), timeout=5) as raw:
                raw.sendall(noise)
                raw.shutdown(socket.SHUT_WR)
                answer = b"".join(iter(lambda raw=raw: raw.recv(4096), b""))  # type: ignore[misc]
            assert b"Traceback" not in answer
            assert b"\x16\x03" not in answer
        assert fetch(f"{listener.address}?code=one&state=st4te")[0] == 200


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (as_json({"error": "invalid_client"}, 401), SignInError),
        (as_json({"error": "invalid_scope"}, 400), ConfigurationError),
        (as_json({"token_type": "Bearer"}), ConfigurationError),
        (as_json([]), ConfigurationError),
        (as_json({}, 503), TransientError),
        (as_json({"error": "temporarily_unavailable"}, 400), TransientError),
    ],
)
def test_what_the_token_endpoint_can_answer_to_a_code(reply: Any, kind: type[HubError]) -> None:
    server, browser = OAuthServer(), Browser()
    server.token_reply = lambda: reply
    with served(server) as listening, pytest.raises(kind) as caught:
        sign_in(listening.url, browser)
    browser.join()
    code = parse_qs(urlsplit(browser.came_back[0]).query)["code"][0]
    for secret in (CLIENT_SECRET, code, server.forms[0]["code_verifier"]):
        assert secret not in caught.value.sentence + caught.value.detail


def test_the_page_where_a_person_signs_in_is_no_less_safe_than_the_system() -> None:
    opened: list[str] = []
    unsafe = settings("https://erp.example", authorizeUrl="http://erp.example/authorize")
    of = integration("https://erp.example", authType="oauth", oauth=unsafe)
    with Wire(of.name) as wire, pytest.raises(ConfigurationError, match="sign-in page of Moodle begins with http://"):
        sign_in_with_browser(of, of.oauth, CLIENT_SECRET, wire, open_browser=opened.append, cancel=threading.Event())
    assert not opened


def test_tokens_show_nothing_of_themselves() -> None:
    assert "acc3ss" not in repr(TokenSet("acc3ss-token", "r3fresh-token"))


def test_the_token_endpoint_may_be_elsewhere_than_the_system() -> None:
    server, browser = OAuthServer(), Browser()
    with HttpServer(lambda _: as_json([])) as system, served(server) as listening:
        of = integration(system.url, authType="oauth", oauth=settings(listening.url))
        with Wire(of.name) as wire:
            tokens = sign_in_with_browser(
                of, of.oauth, CLIENT_SECRET, wire, open_browser=browser, cancel=threading.Event()
            )
        browser.join()
        assert not system.asked
    assert tokens.access in server.good
