import json

from hub_desktop.core.actor import Role
from tests.cli.conftest import PASSWORD, Terminal


def test_a_token_is_printed_once_alone_on_its_line(terminal: Terminal) -> None:
    made = terminal.run("tokens", "add", "Nightly report", "--role", "viewer", "--days", "30")
    text = made.stdout.strip()
    assert text.startswith("hub_")
    assert "only time" in made.stderr
    listed = terminal.run("tokens", "list").stdout
    assert "Nightly report" in listed
    assert text not in listed
    with terminal.program.open_hub(None) as hub:
        assert hub.api_tokens.admit(text, "127.0.0.1").actor.role is Role.VIEWER


def test_json_says_the_same(terminal: Terminal) -> None:
    made = terminal.json("tokens", "add", "Nightly", "--role", "it-staff")
    assert made["token"].startswith("hub_")
    assert (made["role"], made["college_ids"], made["expires_at"]) == ("it-staff", None, None)
    (listed,) = terminal.json("tokens", "list")
    assert listed["name"] == "Nightly"
    assert "token" not in listed
    assert made["token"] not in json.dumps(listed)


def test_a_revoked_token_is_gone(terminal: Terminal) -> None:
    terminal.run("tokens", "add", "Nightly", "--role", "viewer")
    terminal.run("tokens", "revoke", "Nightly", code=2)
    assert "good for nothing" in terminal.run("tokens", "revoke", "nightly", "--yes").stdout
    assert "There are no tokens" in terminal.run("tokens", "list").stdout
    assert "There is no token" in terminal.run("tokens", "revoke", "Nightly", "--yes", code=1).stderr


def test_a_token_of_one_college(terminal: Terminal) -> None:
    terminal.run("colleges", "list")
    terminal.run("colleges", "add", "Second")
    made = terminal.json("tokens", "add", "Mine", "--role", "admin", "--college", "second")
    assert made["college_ids"] == [2]
    assert "Second" in terminal.run("tokens", "list").stdout
    assert terminal.json("tokens", "revoke", "Mine", "--yes")["revoked"] is True
    terminal.run("tokens", "add", "x", "--role", "admin", "--college", "Thrid", code=1)


def test_somebody_of_one_college_makes_tokens_for_it(terminal: Terminal) -> None:
    terminal.run("colleges", "list")
    terminal.run("colleges", "add", "Second")
    terminal.run("accounts", "add", "Asha", "--role", "principal", stdin=PASSWORD)
    env = terminal.signed_in("Asha")
    terminal.run("accounts", "add", "Bela", "--role", "principal", "--college", "2", stdin=PASSWORD, env=env)
    made = terminal.json("tokens", "add", "Mine", "--role", "viewer", env=terminal.signed_in("Bela"))
    assert made["college_ids"] == [2]


def test_wrong_words_are_usage_errors(terminal: Terminal) -> None:
    terminal.run("tokens", "add", "x", code=2)
    terminal.run("tokens", "add", "x", "--role", "system", code=2)
    terminal.run("tokens", "add", "x", "--role", "viewer", "--days", "0", code=2)
