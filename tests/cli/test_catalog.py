import json
from pathlib import Path

import pytest

from tests.cli.conftest import SmallProgram, Terminal

SECRET = "t0ken-of-the-college"
MOODLE = ("integrations", "add", "--template", "moodle", "--set", "address=https://lms.college.edu")
EXAMPLES = Path(__file__).resolve().parent.parent / "data" / "seed_examples"


def test_the_catalog_is_listed_without_opening_anything(terminal: Terminal, program: SmallProgram) -> None:
    listed = terminal.json("catalog", "list")
    assert {"moodle", "canvas", "generic-rest"} <= {one["id"] for one in listed}
    moodle = next(one for one in listed if one["id"] == "moodle")
    assert moodle["gives"] == ["subjects", "students", "faculty", "marks"]
    assert "moodle" in terminal.run("catalog", "list").stdout
    assert program.calls == []


def test_a_template_is_shown_with_what_it_needs_and_what_of_it_is_proved(terminal: Terminal) -> None:
    said = terminal.run("catalog", "show", "moodle").stdout
    for words in ("1. Sign in to Moodle", "address: Address of the site", "a secret, asked for", "Not proved:"):
        assert words in said
    assert "integrations add --template moodle --set address=…" in said
    shown = terminal.json("catalog", "show", "moodle")
    assert shown["verified"]
    assert [blank["name"] for blank in shown["blanks"]] == ["address", "apiKey"]


def test_an_unknown_template_is_told_with_a_near_one(terminal: Terminal) -> None:
    error = terminal.json("catalog", "show", "moodel", code=1)["error"]
    assert (error["kind"], "Did you mean “moodle”" in error["message"]) == ("not-found", True)


def test_a_system_is_added_from_the_catalog_with_its_secret_from_standard_input(terminal: Terminal) -> None:
    [added] = terminal.json(*MOODLE, "--name", "Our Moodle", stdin=f"{SECRET}\n")["added"]
    assert added == {"integration_id": 1, "name": "Our Moodle", "enabled": True, "missing_secrets": []}
    assert terminal.program.vault.get("integration/1/apiKey") == SECRET
    shown = terminal.json("integrations", "show", "Our Moodle")["configuration"]
    assert (shown["template"], shown["baseUrl"]) == ("moodle@1", "https://lms.college.edu")
    assert not any(SECRET in text for text in terminal.written)


def test_the_secret_is_typed_unseen(terminal: Terminal, seated: None) -> None:
    terminal.run(*MOODLE, stdin=f"{SECRET}\n")
    assert terminal.program.vault.get("integration/1/apiKey") == SECRET
    assert not any(SECRET in text for text in terminal.written)


@pytest.mark.parametrize(("more", "stdin"), [(("--later",), "not read"), ((), "")])
def test_the_secret_may_come_later(terminal: Terminal, more: tuple[str, ...], stdin: str) -> None:
    said = terminal.run(*MOODLE, *more, stdin=stdin).stdout
    assert "hub-desktop secret set Moodle apiKey" in said
    assert terminal.program.vault.get("integration/1/apiKey") is None


def test_a_secret_among_the_settings_is_refused_and_not_repeated(terminal: Terminal) -> None:
    error = terminal.json(*MOODLE, "--set", f"apiKey={SECRET}", code=2)["error"]
    assert "“apiKey” is a secret" in error["message"]
    assert terminal.json("integrations", "list") == []
    assert not any(SECRET in text for text in terminal.written)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--template", "moodle"), 1, "Moodle needs: Address of the site."),
        (("--template", "moodle", "--set", "adress=https://x.edu"), 1, "Did you mean “address”"),
        (("--template", "moodle", "--set", "address"), 2, "NAME=VALUE"),
        (("--template", "nothing"), 1, "no template"),
        ((), 2, "either a FILE or a --template"),
        (("file.json", "--template", "moodle"), 2, "either a FILE or a --template"),
        (("file.json", "--set", "a=b"), 2, "belong to --template"),
    ],
)
def test_what_is_missing_or_too_much_is_told_before_a_secret_is_asked_for(
    terminal: Terminal, words: tuple[str, ...], code: int, told: str
) -> None:
    error = terminal.json("integrations", "add", *words, code=code)["error"]
    assert told in error["message"]
    assert terminal.json("integrations", "list") == []


def test_a_file_is_added_as_ever(terminal: Terminal) -> None:
    assert terminal.json("integrations", "add", str(EXAMPLES / "moodle_lms.json"))["added"][0]["name"] == "Moodle LMS"


def test_the_schema_is_printed_as_it_is_published(terminal: Terminal) -> None:
    published = Path(__file__).resolve().parents[2] / "resources" / "schema" / "integration.schema.json"
    assert json.loads(terminal.run("integrations", "schema").stdout) == json.loads(published.read_text("utf-8"))
