"""A configuration from a file comes in switched off, and what is wrong with it is said."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hub_desktop.core.actor import Actor
from hub_desktop.core.integration import MAX_CONFIGURATION_BYTES
from hub_desktop.hub.hub import Hub
from hub_desktop.ui.application import Desk
from hub_desktop.ui.home import HomePage
from hub_desktop.ui.import_summary import ImportSummary
from hub_desktop.ui.navigation import Page
from hub_desktop.ui.style.widgets import MessageStrip, PlainLabel
from tests.accessibility import unnamed_controls
from tests.ui.conftest import window_of

OpenDesk = Callable[..., Desk]
SEEDS = sorted((Path(__file__).parent.parent / "data" / "seed_examples").glob("*.json"))


def chosen(desk: Desk, file: Path) -> None:
    """Choose the file on Home, as the dialog does."""
    home = window_of(desk).show_page(Page.HOME)
    assert isinstance(home, HomePage)
    home.importing.on_file_chosen(str(file))


def said(desk: Desk) -> str:
    """Return what the strips of the window say."""
    strips = window_of(desk).findChildren(MessageStrip)
    return " ".join(label.text() for strip in strips for label in strip.findChildren(PlainLabel))


def test_the_seeds_examples_come_in_together_switched_off_with_their_keys_kept(
    open_desk: OpenDesk, working_hub: Hub, person: Actor, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = open_desk()
    assert len(SEEDS) == 3
    file = tmp_path / "college.json"
    file.write_text(json.dumps([json.loads(seed.read_text("utf-8")) for seed in SEEDS]), "utf-8")
    chosen(desk, file)
    qtbot.waitUntil(lambda: "came in, switched off" in said(desk), timeout=15_000)
    views = working_hub.overview.all(person)
    assert sorted(view.name for view in views) == ["BiometricAttendance", "College ERP", "Moodle LMS"]
    assert not any(view.config.enabled for view in views)
    for view in views:
        assert working_hub.integrations.secrets_kept(person, view.integration_id)["apiKey"]
    assert "your-bearer-token" not in said(desk)


def test_what_is_there_already_is_not_overwritten(
    open_desk: OpenDesk, working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    desk = open_desk()
    chosen(desk, SEEDS[0])
    qtbot.waitUntil(lambda: "came in" in said(desk), timeout=15_000)
    chosen(desk, SEEDS[0])
    qtbot.waitUntil(lambda: "There is already an integration called" in said(desk), timeout=15_000)
    assert len(working_hub.overview.all(person)) == 1


def test_of_a_list_the_good_ones_come_in_and_each_refused_one_is_named(
    open_desk: OpenDesk, working_hub: Hub, person: Actor, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = open_desk()
    good = json.loads(SEEDS[0].read_text("utf-8"))
    file = tmp_path / "college.json"
    wrong = {"name": "Library", "baseURL": "https://x.example"}
    file.write_text(json.dumps([good, wrong, {"baseUrl": 3}, good]), "utf-8")
    chosen(desk, file)
    qtbot.waitUntil(lambda: bool(window_of(desk).findChildren(ImportSummary)), timeout=15_000)
    (summary,) = window_of(desk).findChildren(ImportSummary)
    texts = [label.text() for label in summary.findChildren(PlainLabel)]
    assert texts[0] == "1 of 4 integrations came in"
    assert any(text.startswith("Library: ") and "Did you mean “baseUrl”" in text for text in texts)
    assert any(text.startswith("No. 3: ") for text in texts)
    assert any("There is already an integration called" in text for text in texts)
    assert good["name"] in texts
    assert not unnamed_controls(summary)
    summary.close_button.click()
    (view,) = working_hub.overview.all(person)
    assert not view.config.enabled


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{", "not valid JSON: line 1"),
        (b'{"name": "X", "baseURL": "https://x.example"}', "Did you mean “baseUrl”"),
        (b"[]", "A configuration is a JSON object"),
        (b" " * (MAX_CONFIGURATION_BYTES + 1), "larger than 1 MB"),
        (b"\xff\xfe\x00", "not UTF-8"),
    ],
)
def test_a_file_that_is_none_is_named_with_what_is_wrong(
    open_desk: OpenDesk, working_hub: Hub, person: Actor, tmp_path: Path, qtbot: QtBot, content: bytes, sentence: str
) -> None:
    desk = open_desk()
    file = tmp_path / "wrong.json"
    file.write_bytes(content)
    chosen(desk, file)
    qtbot.waitUntil(lambda: sentence in said(desk), timeout=15_000)
    assert working_hub.overview.all(person) == []


def test_a_file_that_is_gone_is_named(open_desk: OpenDesk, tmp_path: Path, qtbot: QtBot) -> None:
    desk = open_desk()
    chosen(desk, tmp_path / "gone.json")
    qtbot.waitUntil(lambda: "gone.json could not be read" in said(desk), timeout=15_000)
