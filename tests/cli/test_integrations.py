import json
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Campus, SmallProgram, Terminal
from tests.fakes.deliveries import deliver_signed

EXAMPLES = Path(__file__).resolve().parent.parent / "data" / "seed_examples"
SECRETS = {"your-bearer-token", "your-api-key", "moodle-token"}


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.json")), ids=lambda file: file.stem)
def test_the_seeds_examples_are_taken_as_they_stand(terminal: Terminal, file: Path) -> None:
    written = json.loads(file.read_text("utf-8"))
    added = terminal.json("integrations", "add", str(file))["added"]
    assert added == [{"integration_id": 1, "name": written["name"], "enabled": True, "missing_secrets": []}]
    shown = terminal.json("integrations", "show", written["name"])
    secret = written.pop("apiKey")
    assert shown["configuration"] == written
    assert shown["secrets"] == {"apiKey": True, "webhookSecret": False}
    exported = terminal.json("integrations", "export", written["name"])
    assert exported == [written | {"apiKey": "••••"}]
    assert not any(secret in text for text in terminal.written)


def test_a_list_is_added_one_by_one_and_what_fails_is_told(terminal: Terminal) -> None:
    examples = [json.loads(file.read_text("utf-8")) for file in sorted(EXAMPLES.glob("*.json"))]
    terminal.run("integrations", "add", str(EXAMPLES / "college_erp.json"))
    result = terminal.json("integrations", "add", "-", stdin=json.dumps(examples), code=1)
    assert [one["name"] for one in result["added"]] == ["BiometricAttendance", "Moodle LMS"]
    assert result["success"] is False
    assert "College ERP" in result["error"]["message"]
    assert len(result["errors"]) == 1
    listed = terminal.json("integrations", "list")
    assert sorted(one["name"] for one in listed) == ["BiometricAttendance", "College ERP", "Moodle LMS"]


def test_a_missing_secret_is_said_with_the_command_that_gives_it(terminal: Terminal, campus: Campus) -> None:
    said = terminal.run("integrations", "add", "-", stdin=campus.erp()).stdout
    assert "hub-desktop secret set 'Sample ERP' apiKey" in said
    assert terminal.json("integrations", "show", "1")["secrets"]["apiKey"] is False


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('{"name": "X", "baseUrl": "https://x.example", "synkInterval": 5}', "syncInterval"),
        ('{"name": "X", "baseUrl": "https://x.example", "syncInterval": 4}', "5 minutes"),
        ("[1]", "JSON object"),
        ("{", "line 1"),
        ("[]", "JSON object"),
    ],
)
def test_an_unusable_file_is_refused_in_a_sentence(terminal: Terminal, written: str, told: str) -> None:
    error = terminal.json("integrations", "add", "-", stdin=written, code=1)["error"]
    assert error["kind"] == "configuration"
    assert told in error["message"]
    assert terminal.json("integrations", "list") == []


def test_a_file_that_is_not_there(terminal: Terminal, tmp_path: Path) -> None:
    result = terminal.run("integrations", "add", str(tmp_path / "erp.json"), code=1)
    assert "cannot be read" in result.stderr


def test_a_huge_file_is_refused_without_being_read_whole(terminal: Terminal) -> None:
    error = terminal.json("integrations", "add", "-", stdin=" " * 1_100_000, code=1)["error"]
    assert "1 MB" in error["message"]


def test_an_unknown_name_is_told_with_a_near_one(terminal: Terminal) -> None:
    terminal.run("integrations", "add", str(EXAMPLES / "moodle_lms.json"))
    result = terminal.run("sync", "Moodel LMS", code=1)
    assert "Did you mean “Moodle LMS”?" in result.stderr
    error = terminal.json("test", "Moodel LMS", code=1)["error"]
    assert (error["kind"], error["remedy"]) == ("not-found", "none")


CURL = "curl 'https://erp.college.edu/api/v1/students?page=1&per_page=50' -H 'Authorization: Bearer curl-token-1'"


def test_a_curl_command_is_shown_as_a_configuration_without_its_secret(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "copied.txt"
    file.write_text(CURL, "utf-8")
    for words in (("integrations", "from-curl", str(file)), ("integrations", "from-curl")):
        result = terminal.run(*words, stdin=CURL)
        written = json.loads(result.stdout)
        assert written["baseUrl"] == "https://erp.college.edu/api/v1"
        assert written["apiKey"] == "••••"
        assert "Pages were recognised" in result.stderr
    assert terminal.json("integrations", "from-curl", "-", stdin=CURL)["configuration"] == written
    assert terminal.json("integrations", "list") == []
    assert not any("curl-token-1" in text for text in terminal.written)


def test_a_curl_command_is_added_switched_off_with_its_secret(terminal: Terminal) -> None:
    said = terminal.run("integrations", "from-curl", "--add", "--name", "Our ERP", stdin=CURL).stdout
    assert "hub-desktop integrations enable 'Our ERP'" in said
    [listed] = terminal.json("integrations", "list")
    assert (listed["name"], listed["enabled"]) == ("Our ERP", False)
    assert terminal.program.vault.get("integration/1/apiKey") == "curl-token-1"
    error = terminal.json("integrations", "from-curl", stdin="wget https://x.edu", code=1)["error"]
    assert "does not begin with “curl”" in error["message"]
    assert not any("curl-token-1" in text for text in terminal.written)


def test_edit_keeps_masked_secrets(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("integrations", "add", str(EXAMPLES / "college_erp.json"))
    file = tmp_path / "erp.json"
    terminal.run("integrations", "export", "College ERP", "--output", str(file))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    [written] = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps(written | {"syncInterval": 45}))
    changed = terminal.json("integrations", "edit", "College ERP", str(file))
    assert changed["missing_secrets"] == []
    assert terminal.json("integrations", "show", "College ERP")["configuration"]["syncInterval"] == 45


def test_edit_wants_just_one(terminal: Terminal) -> None:
    terminal.run("integrations", "add", str(EXAMPLES / "college_erp.json"))
    one = json.loads((EXAMPLES / "college_erp.json").read_text("utf-8"))
    terminal.run("integrations", "edit", "College ERP", "-", stdin=json.dumps([one, one]), code=1)


def test_switching_and_removing(terminal: Terminal) -> None:
    terminal.run("integrations", "add", str(EXAMPLES / "college_erp.json"))
    assert terminal.json("integrations", "disable", "College ERP")["enabled"] is False
    assert terminal.json("integrations", "list")[0]["status"] == "inactive"
    assert terminal.json("integrations", "enable", "College ERP")["enabled"] is True
    assert terminal.json("integrations", "remove", "College ERP", code=2)["error"]["kind"] == "usage"
    assert terminal.json("integrations", "remove", "College ERP", "--yes")["removed"] is True
    assert terminal.json("integrations", "list") == []


def test_the_list_shows_the_status(terminal: Terminal) -> None:
    assert "No system is connected yet" in terminal.run("integrations", "list").stdout
    terminal.run("integrations", "add", str(EXAMPLES / "college_erp.json"))
    assert "Not run yet" in terminal.run("integrations", "list").stdout
    assert "College ERP" in terminal.run("integrations", "show", "College ERP").stdout


def test_secrets_come_from_standard_input_or_unseen_typing(
    terminal: Terminal, campus: Campus, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.run("integrations", "add", "-", stdin=campus.erp())
    assert terminal.json("secret", "set", "Sample ERP", stdin="a-long-token\r\n")["field"] == "apiKey"
    assert terminal.program.vault.get("integration/1/apiKey") == "a-long-token"
    terminal.run("secret", "set", "Sample ERP", stdin="", code=1)
    assert terminal.program.vault.get("integration/1/apiKey") == "a-long-token"
    monkeypatch.setattr("hub_desktop.cli.desk.is_terminal", lambda stream: True)
    # Parsing proves that the question itself is not on standard output.
    assert terminal.json("secret", "set", "Sample ERP", "apiKey", stdin="typed-token-123\n")["kept"] is True
    assert terminal.program.vault.get("integration/1/apiKey") == "typed-token-123"
    assert not any("token-123" in text or "a-long-token" in text for text in terminal.written)


def test_a_secret_of_several_must_be_named(terminal: Terminal, campus: Campus) -> None:
    terminal.run("integrations", "add", "-", stdin=campus.erp(headers={"X-Gateway-Token": "gateway-value-1"}))
    said = terminal.run("secret", "set", "Sample ERP", stdin="x", code=2).stderr
    assert "header:X-Gateway-Token" in said
    terminal.run("secret", "set", "Sample ERP", "header:X-Gateway-Token", stdin="another-value")
    assert terminal.program.vault.get("integration/1/header:X-Gateway-Token") == "another-value"
    error = terminal.json("secret", "set", "Sample ERP", "apiKye", stdin="x", code=1)["error"]
    assert "Did you mean “apiKey”?" in error["message"]


def test_a_new_webhook_secret_is_shown_once(connected: Terminal) -> None:
    assert connected.json("webhook", "show", "Sample ERP")["secret_kept"] is False
    assert "webhook rotate" in connected.run("webhook", "show", "Sample ERP").stdout
    made = connected.json("webhook", "rotate", "Sample ERP")["webhook_secret"]
    assert len(made) >= 32
    shown = connected.json("webhook", "show", "Sample ERP")
    assert shown["secret_kept"] is True
    assert (shown["path"], shown["headers"]) == ("/api/webhooks/integrations/1", ["x-webhook-signature"])
    assert sum(made in text for text in connected.written) == 1


def test_deliveries_are_listed_without_their_content(connected: Terminal, program: SmallProgram) -> None:
    assert "Nothing was delivered" in connected.run("deliveries", "Sample ERP").stdout
    made = connected.run("webhook", "rotate", "Sample ERP").stdout.strip()
    body = b'{"endpoint": "students", "data": {"studentId": "S-1", "name": "Asha"}}'
    with program.open_hub(None) as hub:
        deliver_signed(hub, 1, made, body)
    [delivery] = connected.json("deliveries", "Sample ERP")
    assert (delivery["state"], delivery["bytes"], delivery["repeats"]) == ("received", len(body), 0)
    assert "Asha" not in connected.run("deliveries", "Sample ERP").stdout


def test_of_a_list_the_good_ones_are_added_and_each_refused_one_is_named(terminal: Terminal, tmp_path: Path) -> None:
    good = {"name": "Office", "baseUrl": str(tmp_path), "endpoints": {"students": "students.csv"}}
    file = tmp_path / "list.json"
    file.write_text(json.dumps([good, {**good, "name": "Library", "baseURL": 1}, {"name": "X", "baseUrl": "erp"}]))
    found = terminal.json("integrations", "add", str(file), code=1)
    assert [one["name"] for one in found["added"]] == ["Office"]
    assert [error["message"].partition(":")[0] for error in found["errors"]] == ["Library", "X"]
    assert "Did you mean “baseUrl”?" in found["errors"][0]["message"]
    assert [one["name"] for one in terminal.json("integrations", "list")] == ["Office"]


def test_all_integrations_go_out_and_come_in_elsewhere(terminal: Terminal, campus: Campus, tmp_path: Path) -> None:
    terminal.run("integrations", "add", "-", stdin=campus.erp())
    folder = {"name": "Office", "baseUrl": str(tmp_path), "endpoints": {"students": "students.csv"}}
    terminal.run("integrations", "add", "-", stdin=json.dumps(folder))
    file = tmp_path / "all.json"
    terminal.run("integrations", "export", "--output", str(file))
    elsewhere = str(tmp_path / "elsewhere")
    found = terminal.json("integrations", "add", str(file), "--data-dir", elsewhere)
    assert [one["name"] for one in found["added"]] == ["Office", "Sample ERP"]
    again = tmp_path / "again.json"
    terminal.run("integrations", "export", "--output", str(again), "--data-dir", elsewhere)
    assert json.loads(again.read_text()) == json.loads(file.read_text())
