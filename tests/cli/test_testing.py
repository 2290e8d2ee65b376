"""The connection test at the terminal."""

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import ERP_TOKEN, Campus, Terminal
from tests.core.test_recognition import SEED
from tests.fakes.http_server import HttpServer
from tests.upstream.session import KEY
from tests.upstream.test_doctor import SmallMoodle


@pytest.fixture
def moodle_server(terminal: Terminal) -> Iterator[HttpServer]:
    """A small Moodle, configured as the seed's third example has it."""
    with HttpServer(SmallMoodle()) as server:
        written = json.loads((SEED / "moodle_lms.json").read_text())
        written |= {"baseUrl": f"{server.url}/webservice/rest", "apiKey": KEY}
        terminal.run("integrations", "add", "-", stdin=json.dumps(written))
        yield server


def config_of(terminal: Terminal, name: str) -> dict[str, object]:
    config: dict[str, object] = terminal.json("integrations", "show", name)["configuration"]
    return config


def test_each_step_is_ticked_as_it_comes(connected: Terminal) -> None:
    lines = connected.run("test", "Sample ERP").stdout.splitlines()
    ticked = [line.partition(":")[0] for line in lines if line.startswith("✓ ")]
    assert ticked[:3] == ["✓ Address", "✓ Name look-up", "✓ Connection"]
    assert "✓ students" in ticked
    assert lines[-1] == "Sample ERP works."


def test_a_failure_comes_with_what_to_do(connected: Terminal, campus: Campus) -> None:
    campus.college.set_fault("erp", "wrong-token")
    said = connected.run("test", "Sample ERP", code=1).stdout
    assert "✗ Sign-in: " in said
    assert "What to do: " in said
    assert "– students: Not tried" in said
    assert said.splitlines()[-1] == "Sample ERP did not pass the test."


def test_json_holds_the_whole_report(connected: Terminal) -> None:
    report = connected.json("test", "Sample ERP")
    assert report["ok"] is True
    assert report["applied"] == []
    students = next(check for check in report["checks"] if check["name"] == "students")
    assert students["mark"] == "passed"
    assert "text" in students["fields"].values()
    assert students["requests"][0]["status"] == 200
    paging = next(check for check in report["checks"] if check["name"] == "Paging of students")
    assert paging["offer"]["label"] == "Keep this way of paging"
    assert paging["offer"]["changes"]["endpoints"]["students"]["pagination"]["style"]
    assert ERP_TOKEN not in json.dumps(report)


def test_one_endpoint_alone(connected: Terminal) -> None:
    said = connected.run("test", "Sample ERP", "--endpoint", "faculty").stdout
    assert "✓ faculty" in said
    assert "students" not in said
    assert "Did you mean “faculty”" in connected.run("test", "Sample ERP", "--endpoint", "facluty", code=1).stderr


def test_the_report_for_the_vendor_is_a_file_of_ones_own(connected: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    said = connected.run("test", "Sample ERP", "--export", str(file)).stdout
    assert str(file) in said
    text = file.read_text("utf-8")
    assert text.startswith("Connection test of Sample ERP\n")
    assert "Request: GET " in text
    assert ERP_TOKEN not in text
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    connected.json("test", "Sample ERP", "--export", str(file))
    assert json.loads(file.read_text("utf-8"))["program"].startswith("Hub Desktop ")


def test_offers_are_listed_with_numbers_and_made_when_told(connected: Terminal) -> None:
    said = connected.run("test", "Sample ERP").stdout
    assert "  1. Keep this way of paging" in said
    assert "'Sample ERP' --apply" in said
    again = connected.run("test", "Sample ERP", "--apply").stdout
    assert "Changed: Keep this way of paging." in again
    assert "Testing Sample ERP once more." in again
    endpoints = config_of(connected, "Sample ERP")["endpoints"]
    assert endpoints["students"]["pagination"]["style"] == "page"  # type: ignore[index]
    # Everything came in one answer there, which may be otherwise next year.
    assert isinstance(endpoints["faculty"], str)  # type: ignore[index]
    assert "Nothing was offered" in connected.run("test", "Sample ERP", "--apply").stdout
    audit = connected.json("audit")
    assert any(row["use_case"] == "integrations.edit" for row in audit)


def test_one_offer_alone(terminal: Terminal, moodle_server: HttpServer) -> None:
    report = terminal.json("test", "Moodle LMS", "--offer", "3", code=1)
    assert report["applied"] == ["Add moodlewsrestformat=json"]
    config = config_of(terminal, "Moodle LMS")
    assert config["params"] == {"moodlewsrestformat": "json"}
    assert "apiKeyIn" not in config
    assert "There is no offer 9" in terminal.run("test", "Moodle LMS", "--offer", "9", code=2).stderr
    terminal.run("test", "Moodle LMS", "--offer", "1", "--apply", code=2)


def test_the_third_example_of_the_seed_is_mended_by_what_its_test_offers(
    terminal: Terminal, moodle_server: HttpServer
) -> None:
    said = terminal.run("test", "Moodle LMS", code=1).stdout
    for word in ("wstoken", "moodlewsrestformat", "core_grades_get_grades"):
        assert word in said
    assert "Use the settings of the catalog for Moodle" in said
    assert "This takes the place of the other changes." in said
    mended = terminal.run("test", "Moodle LMS", "--apply").stdout
    assert "Changed: Send the key as “wstoken”." in mended
    assert "Moodle LMS works." in mended
    assert KEY not in said + mended
    run = terminal.json("sync", "Moodle LMS")
    assert run["status"] == "succeeded"


def test_the_settings_of_the_catalog_are_taken_with_the_key_that_is_kept(
    terminal: Terminal, moodle_server: HttpServer
) -> None:
    report = terminal.json("test", "Moodle LMS", "--offer", "1")
    assert report["applied"] == ["Use the settings of the catalog for Moodle"]
    assert report["ok"] is True
    config = config_of(terminal, "Moodle LMS")
    assert config["baseUrl"] == moodle_server.url
    assert config["template"] == "moodle@1"
    assert config["syncInterval"] == 60


def test_it_staff_may_test_but_not_change(connected: Terminal) -> None:
    password = "five green bicycles"
    connected.run("accounts", "add", "boss", "--role", "principal", stdin=password + "\n")
    boss = connected.signed_in("boss")
    connected.run("accounts", "add", "it", "--role", "it-staff", stdin=password + "\n", env=boss)
    it = connected.signed_in("it")
    connected.run("test", "Sample ERP", env=it)
    refused = connected.run("test", "Sample ERP", "--apply", code=1, env=it)
    assert "may not do this" in refused.stderr
