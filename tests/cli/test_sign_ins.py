import json
import re
import signal
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from hub_desktop.cli.advice import what_to_do
from hub_desktop.core.errors import Remedy
from tests.cli.conftest import PASSWORD, Terminal
from tests.fakes.oauth_server import CLIENT_SECRET, Browser, OAuthServer, served, settings


class Desk:
    """A terminal whose hub has an integration that a person signs in to."""

    def __init__(self, terminal: Terminal, server: OAuthServer, url: str) -> None:
        self.terminal, self.server, self.url = terminal, server, url
        self.browser = Browser()

    def add(self, name: str = "Classroom", grant: str = "authorization-code", **oauth: Any) -> str:
        """Add the integration; return what the terminal said."""
        written = {
            "name": name,
            "baseUrl": self.url,
            "authType": "oauth",
            "oauth": settings(self.url, grant, clientAuth="none", **oauth),
            "endpoints": {"students": "/students"},
        }
        return self.terminal.run("integrations", "add", "-", stdin=json.dumps(written)).stdout


@pytest.fixture
def desk(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    server = OAuthServer(confidential=False)
    with served(server) as listening:
        found = Desk(terminal, server, listening.url)

        def open_browser(address: str) -> bool:
            found.browser(address)
            return True

        monkeypatch.setenv("DISPLAY", ":99")
        monkeypatch.setattr("webbrowser.open", open_browser)
        yield found
        found.browser.join()


def test_a_person_signs_in_and_out(desk: Desk, terminal: Terminal) -> None:
    said = desk.add()
    assert "Nobody has signed in to it yet. Sign in: hub-desktop sign-in Classroom" in said
    assert "secret set" not in said
    assert re.search(r"^Signed in +no$", terminal.run("integrations", "show", "Classroom").stdout, re.MULTILINE)
    result = terminal.run("sign-in", "Classroom")
    assert result.stdout == "Classroom is signed in to. Sync it: hub-desktop sync Classroom\n"
    assert desk.browser.opened[0] in result.stderr
    assert "at most 5 minutes" in result.stderr
    assert terminal.json("sync", "Classroom")["status"] == "succeeded"
    assert terminal.json("integrations", "show", "Classroom")["secrets"]["oauthTokens"] is True
    assert "signed out" in terminal.run("sign-out", "Classroom").stdout
    assert terminal.json("integrations", "show", "Classroom")["secrets"]["oauthTokens"] is False
    for token in (*desk.server.good, *desk.server.refreshable):
        assert token not in "".join(terminal.written)


def test_for_a_script(desk: Desk, terminal: Terminal) -> None:
    desk.add()
    assert terminal.json("sign-in", "Classroom") == {"integration_id": 1, "integration": "Classroom", "signed_in": True}
    assert terminal.json("sign-out", "Classroom")["signed_in"] is False
    declined = desk.server
    declined.consent = "access_denied"
    error = terminal.json("sign-in", "Classroom", code=1)["error"]
    assert (error["kind"], error["remedy"]) == ("sign-in", "sign-in-again")


def visited(terminal: Terminal, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let somebody open every address that is written to the terminal; return what is written."""
    said: list[str] = []

    def mention(sentence: str) -> None:
        said.append(sentence)
        if sentence.startswith("http"):
            browser(sentence)

    monkeypatch.setattr("hub_desktop.cli.sign_ins.mention", mention)
    return said


@pytest.mark.parametrize("why", ["asked", "no screen", "no browser"])
def test_where_no_browser_opens_the_address_is_written(
    desk: Desk, terminal: Terminal, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    desk.add()
    tried: list[str] = []

    def none(address: str) -> bool:
        tried.append(address)
        return False

    monkeypatch.setattr("webbrowser.open", none)
    if why == "no screen":
        monkeypatch.setattr("sys.platform", "linux")
        monkeypatch.delenv("DISPLAY")
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    said = visited(terminal, desk.browser, monkeypatch)
    terminal.run("sign-in", "Classroom", *(["--no-browser"] if why == "asked" else []))
    assert said[0] == "To sign in to Classroom, open this address in a browser on this computer:"
    assert said[1].startswith(f"{desk.url}/authorize?")
    assert len(tried) == (1 if why == "no browser" else 0)


def test_with_a_code(desk: Desk, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hub_desktop.upstream.device_sign_in._LONGEST_INTERVAL", 0.01)
    desk.add(grant="device-code")
    desk.server.device = ["authorization_pending"]
    result = terminal.run("sign-in", "Classroom")
    assert f"open {desk.url}/activate on any device and type the code WDJB-MJHT" in result.stderr
    assert terminal.json("sync", "Classroom")["status"] == "succeeded"


def test_every_error_of_a_sign_in_says_how_to_sign_in_again(desk: Desk, terminal: Terminal) -> None:
    desk.add()
    for words in (["sync", "Classroom"], ["sync", "--all"], ["test", "Classroom"]):
        written = terminal.run(*words, code=1).output
        assert "hub-desktop sign-in Classroom" in written, words
        assert "secret set" not in written, words
    desk.server.consent = "access_denied"
    written = terminal.run("sign-in", "Classroom", code=1).stderr
    assert "was declined in the browser" in written
    assert "What to do: Sign in: hub-desktop sign-in Classroom" in written


def test_tokens_are_not_typed(desk: Desk, terminal: Terminal) -> None:
    desk.add()
    for words in (["oauthTokens"], []):
        written = terminal.run("secret", "set", "Classroom", *words, stdin="mine\n", code=1).stderr
        assert "hub-desktop sign-in Classroom" in written
    assert terminal.json("integrations", "show", "Classroom")["secrets"]["oauthTokens"] is False


def test_what_nobody_signs_in_to(desk: Desk, terminal: Terminal) -> None:
    desk.add(grant="client-credentials")
    for words in ("sign-in", "sign-out"):
        assert "nothing for a person to do" in terminal.run(words, "Classroom", code=1).stderr
    assert "no integration called" in terminal.run("sign-in", "Nothing", code=1).stderr
    assert not desk.browser.opened


def test_only_those_who_manage_sign_in(desk: Desk, terminal: Terminal) -> None:
    desk.add()
    terminal.run("accounts", "add", "Asha", "--role", "principal", stdin=f"{PASSWORD}\n")
    terminal.run("accounts", "add", "Ravi", "--role", "it-staff", stdin=f"{PASSWORD}\n", env=terminal.signed_in("Asha"))
    written = terminal.run("sign-in", "Classroom", code=1, env=terminal.signed_in("Ravi")).stderr
    assert "may not do this" in written
    assert not desk.browser.opened


def test_ctrl_c_stops_a_sign_in(desk: Desk, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.add()
    monkeypatch.setattr(
        "webbrowser.open", lambda _: bool(threading.Timer(0.3, signal.raise_signal, [signal.SIGINT]).start())
    )
    written = terminal.run("sign-in", "Classroom", code=1).stderr
    assert "The sign-in to Classroom was stopped." in written


def test_the_advice_for_a_sign_in() -> None:
    assert what_to_do(Remedy.SIGN_IN_AGAIN, "My LMS", None, by_person=True) == "Sign in: hub-desktop sign-in 'My LMS'"
    assert "secret set" in what_to_do(Remedy.SIGN_IN_AGAIN, "My LMS", None)
    assert CLIENT_SECRET not in what_to_do(Remedy.SIGN_IN_AGAIN, "My LMS", None)
