"""Several cards at once: chosen by mouse and keyboard, acted on, told in one sentence, and taken back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hub_desktop.core.actor import Actor, Role
from hub_desktop.core.errors import NotFoundError
from hub_desktop.core.integration import read_integration
from hub_desktop.hub.bulk import BulkAction, BulkFailure, BulkOutcome
from hub_desktop.hub.hub import Hub
from hub_desktop.ui.application import Desk
from hub_desktop.ui.bulk_words import named, outcome_detail, outcome_kind, outcome_sentence
from hub_desktop.ui.integrations_page import IntegrationsPage
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.tokens import WINDOW_MINIMUM
from tests.accessibility import unnamed_controls
from tests.ui.conftest import card_named, cards_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT, CONTROL, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OpenDesk = Callable[..., Desk]
AddErp = Callable[..., int]
NAMES = ["College ERP", "Exams", "Library", "Moodle"]


@pytest.fixture
def page(open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot) -> IntegrationsPage:
    for name in NAMES:
        add_erp(name, enabled=name != "Library")
    desk = open_desk()
    page = cards_of(desk)
    qtbot.waitUntil(lambda: [card.view.name for card in page.cards()] == NAMES)
    return page


def said(page: IntegrationsPage) -> list[str]:
    return [sentence for sentence in page.window().messages.sentences if "no tray" not in sentence]


def chosen(page: IntegrationsPage) -> list[str]:
    return [card.view.name for card in page.cards() if card.pick.isChecked()]


def test_select_shows_boxes_and_a_bar_and_esc_ends_it(page: IntegrationsPage, qtbot: QtBot) -> None:
    window = page.window()
    card = card_named(page, "Exams")
    assert not card.pick.isVisible()
    assert not page.bar.isVisible()
    qtbot.mouseClick(page.select, LEFT)
    assert card.pick.isVisible()
    assert page.bar.said.text() == "0 of 4 integrations selected"
    assert not page.bar.enable.isEnabled()
    assert page.bar.enable.toolTip() == "Select at least one integration first."
    assert window.focusWidget() is page.cards()[0].pick
    qtbot.keyClick(page.cards()[0].pick, Qt.Key.Key_Space)
    assert chosen(page) == ["College ERP"]
    qtbot.keyClick(card_named(page, "Library").pick, Qt.Key.Key_Space, SHIFT)
    assert chosen(page) == ["College ERP", "Exams", "Library"]
    assert page.bar.said.text() == "3 of 4 integrations selected"
    qtbot.mouseClick(card_named(page, "Exams"), LEFT)
    assert chosen(page) == ["College ERP", "Library"]
    assert unnamed_controls(window) == []
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not page.bar.isVisible()
    assert not card.pick.isVisible()
    assert chosen(page) == []


def test_ctrl_a_takes_all_that_are_shown(page: IntegrationsPage, qtbot: QtBot) -> None:
    qtbot.waitExposed(page.window())
    page.search.setText("l")
    shown = [card.view.name for card in page.cards()]
    page.cards()[0].edit.setFocus()
    qtbot.keyClick(page.window(), Qt.Key.Key_A, CONTROL)
    assert chosen(page) == shown
    page.search.setText("moodle")
    assert page.bar.said.text() == "1 of 1 integration selected"
    page.clear_filter()
    assert chosen(page) == ["Moodle"], "what was hidden is not acted on unseen"
    qtbot.mouseClick(page.bar.all, LEFT)
    assert chosen(page) == NAMES
    assert not page.bar.all.isEnabled()
    qtbot.mouseClick(page.bar.none, LEFT)
    assert chosen(page) == []


def test_switching_off_says_what_was_off_already_and_can_be_undone(page: IntegrationsPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.select, LEFT)
    for name in ("Exams", "Library", "Moodle"):
        qtbot.mouseClick(card_named(page, name).pick, LEFT)
    qtbot.mouseClick(page.bar.disable, LEFT)
    qtbot.waitUntil(lambda: said(page) == ["2 of 3 integrations switched off; 1 already off."])
    qtbot.waitUntil(lambda: not card_named(page, "Moodle").enabled.isChecked())
    assert chosen(page) == ["Exams", "Library", "Moodle"]
    strip = page.window().messages._strips[0]
    assert strip.action.accessibleName().startswith("Undo: 2 of 3")
    qtbot.mouseClick(strip.action, LEFT)
    qtbot.waitUntil(lambda: said(page) == ["2 integrations switched on."])
    qtbot.waitUntil(card_named(page, "Moodle").enabled.isChecked)
    assert card_named(page, "Exams").enabled.isChecked()
    assert not card_named(page, "Library").enabled.isChecked(), "it was off before"


def test_by_keyboard_arrows_go_from_box_to_box_and_what_was_done_is_taken_back(
    page: IntegrationsPage, qtbot: QtBot
) -> None:
    window = page.window()
    qtbot.waitExposed(window)
    qtbot.mouseClick(page.select, LEFT)
    boxes = [card.pick for card in page.cards()]
    columns = page.grid.columns
    for key, place in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Down, columns),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
    ):
        qtbot.keyClick(window.focusWidget(), key)
        assert window.focusWidget() is boxes[place]
    qtbot.keyClick(boxes[0], Qt.Key.Key_Space)
    page.bar.disable.setFocus()
    qtbot.keyClick(page.bar.disable, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(page) == ["1 integration switched off."])
    qtbot.waitUntil(lambda: window.focusWidget() is page.bar.disable)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: said(page) == ["1 integration switched on."])
    window.messages.take_back("1 integration switched on.")
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.wait(50)
    assert said(page) == [], "what was put away is not undone unseen"


def test_several_are_synced_each_by_its_own_run(page: IntegrationsPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.select, LEFT)
    for name in ("Exams", "Moodle"):
        qtbot.mouseClick(card_named(page, name).pick, LEFT)
    qtbot.mouseClick(page.bar.sync, LEFT)
    qtbot.waitUntil(lambda: "Syncing 2 integrations." in said(page))
    for name in ("Exams", "Moodle"):
        qtbot.waitUntil(lambda name=name: card_named(page, name).badge.word == "Active", timeout=20_000)
    assert card_named(page, "College ERP").badge.word == "Not run yet"


def test_deleting_asks_once_with_the_number_and_the_names(
    page: IntegrationsPage, qtbot: QtBot, working_hub: Hub, person: Actor
) -> None:
    window = page.window()
    qtbot.mouseClick(page.select, LEFT)
    for name in ("Exams", "Library"):
        qtbot.mouseClick(card_named(page, name).pick, LEFT)
    qtbot.mouseClick(page.bar.delete, LEFT)
    question = window.bulk.question
    assert question.yes.text() == "Delete 2 integrations"
    assert question.focusWidget() is question.no
    assert unnamed_controls(question) == []
    qtbot.keyClick(question.no, Qt.Key.Key_Return)
    assert len(working_hub.overview.all(person)) == 4
    qtbot.mouseClick(page.bar.delete, LEFT)
    qtbot.mouseClick(window.bulk.question.yes, LEFT)
    qtbot.waitUntil(lambda: [card.view.name for card in page.cards()] == ["College ERP", "Moodle"])
    assert said(page) == ["2 integrations deleted."]
    assert page.bar.said.text() == "0 of 2 integrations selected"


def test_one_file_holds_all_that_were_chosen(page: IntegrationsPage, qtbot: QtBot, tmp_path: Path) -> None:
    window = page.window()
    qtbot.keyClick(window, Qt.Key.Key_A, CONTROL)
    qtbot.mouseClick(page.bar.export, LEFT)
    file = tmp_path / "all.json"
    window.bulk.file_dialog.fileSelected.emit(str(file))
    window.bulk.file_dialog.reject()
    qtbot.waitUntil(lambda: bool(said(page)))
    assert said(page)[0].startswith("4 integrations written to ")
    assert [one["name"] for one in json.loads(file.read_text("utf-8"))] == NAMES
    assert "erp-token" not in file.read_text("utf-8")
    card_named(page, "Moodle").export.trigger()
    assert window.bulk.file_dialog.windowTitle() == "Export 1 integration"
    window.bulk.file_dialog.fileSelected.emit(str(tmp_path / "no such folder" / "one.json"))
    window.bulk.file_dialog.reject()
    qtbot.waitUntil(lambda: "cannot be written" in said(page)[0])


def test_type_is_filtered_by_those_there_are(
    page: IntegrationsPage, working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    assert [page.type.itemText(place) for place in range(page.type.count())] == [
        "Every type",
        "Student management (ERP)",
    ]
    lms = {"name": "LMS", "type": "lms", "baseUrl": "https://lms.example.edu", "authType": "none", "enabled": False}
    working_hub.integrations.add(person, read_integration(lms | {"endpoints": {"marks": "/marks"}}))
    qtbot.waitUntil(lambda: page.type.count() == 3)
    page.type.setCurrentIndex(page.type.findData("lms"))
    assert [card.view.name for card in page.cards()] == ["LMS"]
    page.search.setText("moodle")
    assert page.clear.isVisible()
    qtbot.mouseClick(page.clear, LEFT)
    assert len(page.cards()) == 5


def test_a_viewer_is_told_why_nothing_can_be_done_with_several(
    page: IntegrationsPage, open_desk: OpenDesk, working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    viewer = Actor("Vera", Role.VIEWER, person.face)
    desk = page.window()
    seen = IntegrationsPage(Session(working_hub, viewer, desk._session.calls, named=True), desk._board)
    qtbot.addWidget(seen)
    seen.show()
    seen.on_all_asked()
    for button in (seen.bar.enable, seen.bar.disable, seen.bar.sync, seen.bar.export, seen.bar.delete):
        assert not button.isEnabled()
        assert "Your account may not do this" in button.toolTip()


def test_nothing_of_the_bar_is_cut_off_at_the_least_size(page: IntegrationsPage, qtbot: QtBot) -> None:
    page.window().resize(*WINDOW_MINIMUM)
    page.on_all_asked()
    qtbot.waitUntil(lambda: page.bar.isVisible() and page.bar.delete.width() > 0)
    for button in (page.bar.all, page.bar.none, page.bar.done, page.bar.enable, page.bar.delete):
        assert button.width() >= button.minimumSizeHint().width()
        assert page.bar.rect().contains(button.geometry())


def test_words_for_what_became_of_each() -> None:
    gone = BulkFailure("Moodle", NotFoundError("There is no integration 4.", "no row 4"))
    other = BulkFailure("ERP", NotFoundError("There is no integration 5."))
    mixed = BulkOutcome(BulkAction.DISABLE, (1, 2, 3), (5,), (gone,))
    assert outcome_sentence(mixed) == (
        "3 of 5 integrations switched off; 1 already off. Moodle was not switched off. There is no integration 4."
    )
    assert outcome_detail(mixed) == "Moodle: no row 4"
    assert outcome_kind(mixed) == "warning"
    none = BulkOutcome(BulkAction.SYNC, failed=(gone, other))
    assert outcome_sentence(none) == "2 could not be synced: Moodle and ERP."
    assert outcome_kind(none) == "error"
    same = BulkOutcome(BulkAction.ENABLE, unchanged=(1, 2))
    assert outcome_sentence(same) == "Nothing was changed: 2 integrations already on."
    assert named([str(number) for number in range(9)]) == "0, 1, 2, 3, 4 and 4 more"
