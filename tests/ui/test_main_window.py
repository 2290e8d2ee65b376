"""The window as a person uses it: looking, clicking and typing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hub_desktop.core.actor import Actor, Role
from hub_desktop.core.integration import read_integration
from hub_desktop.core.status import Light
from hub_desktop.hub.hub import Hub
from hub_desktop.ui.add_dialog import AddDialog
from hub_desktop.ui.application import Desk
from hub_desktop.ui.hold_review import HoldReview
from hub_desktop.ui.home import HomePage
from hub_desktop.ui.integration_form import IntegrationForm
from hub_desktop.ui.integration_page import Part
from hub_desktop.ui.main_window import MainWindow
from hub_desktop.ui.navigation import Page, setting_sections
from hub_desktop.ui.preview_dialog import PreviewDialog
from hub_desktop.ui.question import Question
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.tokens import NAVIGATION_WIDTH, WINDOW_MINIMUM
from hub_desktop.ui.style.widgets import Button, Card
from hub_desktop.ui.test_report import TestReportDialog
from tests.accessibility import unnamed_controls
from tests.fakes.http_server import HttpServer
from tests.ui.conftest import Served, card_named, cards_of, window_of
from tests.ui.deciding import Lists

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
OpenDesk = Callable[..., Desk]
AddErp = Callable[..., int]


def home_of(desk: Desk) -> HomePage:
    home = window_of(desk).show_page(Page.HOME)
    assert isinstance(home, HomePage)
    return home


def test_sync_from_the_card_shows_counts_and_active(open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot) -> None:
    add_erp()
    page = cards_of(open_desk())
    card = card_named(page, "College ERP")
    assert card.badge.word == "Not run yet"
    qtbot.mouseClick(card.sync, LEFT)
    qtbot.waitUntil(lambda: card.badge.word == "Active", timeout=20_000)
    assert card.kept.text() == "Keeps 321 students, 68 faculty"
    assert card.last_run.text() == "Last run: 389 added, 0 changed, 0 unchanged"
    assert card.times.text().startswith("Last synced just now · next ")
    assert not card.reason.isVisible()
    assert not card.remedy.isVisible()


def test_wrong_token_is_red_with_a_sentence_and_its_remedy(open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot) -> None:
    add_erp(token="not-the-token")
    desk = open_desk()
    card = card_named(cards_of(desk), "College ERP")
    qtbot.mouseClick(card.sync, LEFT)
    qtbot.waitUntil(lambda: card.badge.word == "Error", timeout=20_000)
    assert "College ERP refused" in card.reason.text()
    assert "not-the-token" not in card.reason.text() + card.reason.toolTip()
    assert card.remedy.isVisible()
    assert card.remedy.text() == "Sign in again"
    home = home_of(desk)
    assert home.sentence.text() == "Your system is not working."
    assert [row.name.text() for row in home.attention] == ["College ERP"]
    assert window_of(desk).navigation.buttons[Page.INTEGRATIONS].text() == "Integrations (1)"
    qtbot.mouseClick(home.attention[0].remedy, LEFT)
    form = window_of(desk).findChild(IntegrationForm)
    assert form is not None
    qtbot.waitUntil(lambda: form.name.text() == "College ERP")
    form.reject()


def test_home_shows_how_the_syncs_of_each_system_went_day_by_day(
    open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot
) -> None:
    add_erp()
    desk = open_desk()
    home = home_of(desk)
    strip = next(iter(home.systems)).strip
    qtbot.waitUntil(lambda: strip.accessibleDescription() == "No sync in the last 30 days.")
    qtbot.mouseClick(home.sync_all, LEFT)
    said = "Synced on 1 day of the last 30, without trouble."
    qtbot.waitUntil(lambda: strip.accessibleDescription() == said, timeout=20_000)
    assert strip.width() >= strip.minimumSizeHint().width()


def test_signing_in_again_begins_at_the_token_and_syncs_at_once(
    open_desk: OpenDesk, add_erp: AddErp, served: Served, qtbot: QtBot
) -> None:
    add_erp(token="not-the-token")
    desk = open_desk()
    card = card_named(cards_of(desk), "College ERP")
    qtbot.mouseClick(card.sync, LEFT)
    qtbot.waitUntil(lambda: card.badge.word == "Error", timeout=20_000)
    qtbot.mouseClick(card.remedy, LEFT)
    form = window_of(desk).findChild(IntegrationForm)
    assert form is not None
    qtbot.waitUntil(lambda: form.name.text() == "College ERP")
    token = form.credentials.secret_edit()
    assert form.focusWidget() is token
    qtbot.keyClicks(token, "erp-token-12345")
    qtbot.mouseClick(form.save_button, LEFT)
    qtbot.waitUntil(lambda: card.badge.word == "Active", timeout=20_000)


def test_switching_off_and_on(
    open_desk: OpenDesk, add_erp: AddErp, working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    number = add_erp()
    card = card_named(cards_of(open_desk()), "College ERP")
    qtbot.mouseClick(card.enabled, LEFT)
    qtbot.waitUntil(lambda: card.badge.word == "Inactive")
    assert not working_hub.overview.one(person, number).config.enabled
    assert card.remedy.text() == "Switch on"
    qtbot.mouseClick(card.remedy, LEFT)
    qtbot.waitUntil(lambda: card.badge.word == "Not run yet")
    assert card.enabled.isChecked()


def test_deleting_asks_first_and_cancel_is_the_default(
    open_desk: OpenDesk, add_erp: AddErp, working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    add_erp("College ERP")
    add_erp("Second ERP")
    desk = open_desk()
    page = cards_of(desk)
    card_named(page, "Second ERP").delete.trigger()
    question = window_of(desk).findChild(Question)
    assert question is not None
    assert question.yes.text() == "Delete integration"
    assert question.no.hasFocus() or question.focusWidget() is question.no
    qtbot.keyClick(question.no, Qt.Key.Key_Return)
    assert not question.isVisible(), "Enter chooses what has the keyboard"
    assert len(working_hub.overview.all(person)) == 2
    card_named(page, "Second ERP").delete.trigger()
    question = next(q for q in window_of(desk).findChildren(Question) if q.isVisible())
    qtbot.mouseClick(question.yes, LEFT)
    qtbot.waitUntil(lambda: [card.view.name for card in page.cards()] == ["College ERP"])
    assert [view.name for view in working_hub.overview.all(person)] == ["College ERP"]


def test_search_status_filter_and_clearing(open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot) -> None:
    for name in ("Moodle", "College ERP", "Library"):
        add_erp(name, enabled=name != "Library")
    page = cards_of(open_desk())
    qtbot.keyClicks(page.search, "mood")
    assert [card.view.name for card in page.cards()] == ["Moodle"]
    assert page.said.text() == "1 of 3 integrations"
    qtbot.keyClicks(page.search, "zzz")
    assert page.cards() == []
    assert page.clear.isVisible()
    qtbot.mouseClick(page.clear, LEFT)
    assert len(page.cards()) == 3
    page.status.setCurrentIndex(page.status.findData("off"))
    assert [card.view.name for card in page.cards()] == ["Library"]


def test_cards_are_updated_in_place_and_keep_the_focus(
    open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot, working_hub: Hub, person: Actor
) -> None:
    number = add_erp()
    desk = open_desk()
    card = card_named(cards_of(desk), "College ERP")
    card.edit.setFocus()
    working_hub.integrations.set_enabled(person, number, False)
    qtbot.waitUntil(lambda: card.badge.word == "Inactive")
    assert window_of(desk).focusWidget() is card.edit


def test_many_cards_come_a_few_at_a_time(open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot) -> None:
    names = [f"System {number:02}" for number in range(10)]
    for name in names:
        add_erp(name)
    page = cards_of(open_desk())
    assert len(page.cards()) < len(names)
    qtbot.waitUntil(lambda: [card.view.name for card in page.cards()] == names)


def test_f5_syncs_the_card_with_the_keyboard(open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot) -> None:
    add_erp("College ERP")
    add_erp("Second ERP")
    desk = open_desk()
    page = cards_of(desk)
    qtbot.waitExposed(window_of(desk))
    window_of(desk).activateWindow()
    second, first = card_named(page, "Second ERP"), card_named(page, "College ERP")
    second.edit.setFocus()
    qtbot.waitUntil(second.edit.hasFocus)
    qtbot.keyClick(window_of(desk), Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: second.badge.word == "Active", timeout=20_000)
    assert first.badge.word == "Not run yet"
    second.edit.clearFocus()
    qtbot.keyClick(window_of(desk), Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: first.badge.word == "Active", timeout=20_000)


def test_keys_lead_through_the_screens(open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot) -> None:
    add_erp()
    desk = open_desk()
    window = window_of(desk)
    qtbot.waitExposed(window)
    keys = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6)
    for key, page in zip(keys, Page, strict=True):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.page is page
        assert window.navigation.buttons[page].isChecked()
        assert unnamed_controls(window) == []
    for page in (Page.INTEGRATIONS, Page.DATA, Page.ACTIVITY):
        window.show_page(page)
        qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert isinstance(window.focusWidget(), QLineEdit)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    helping = window.help.window
    assert helping is not None
    assert unnamed_controls(helping) == []
    qtbot.waitUntil(helping.isActiveWindow)
    qtbot.keyClick(helping, Qt.Key.Key_Escape)
    assert not helping.isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    adding = window.findChild(AddDialog)
    assert adding is not None
    assert adding.isVisible()
    assert adding.focusWidget() is adding.choice.search
    qtbot.keyClick(adding.choice.search, Qt.Key.Key_Escape)
    assert not adding.isVisible()


def test_escape_clears_the_search(open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot) -> None:
    add_erp()
    desk = open_desk()
    page = cards_of(desk)
    qtbot.keyClicks(page.search, "nothing like it")
    qtbot.keyClick(window_of(desk), Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert len(page.cards()) == 1


def test_escape_clears_what_is_searched_for_and_nothing_else(open_desk: OpenDesk, qtbot: QtBot) -> None:
    window = window_of(open_desk())
    for page in (Page.DATA, Page.ACTIVITY):
        shown = window.show_page(page)
        search = shown.search if page is Page.DATA else shown.log.search
        qtbot.keyClicks(search, "asha")
        qtbot.keyClick(window, Qt.Key.Key_Escape)
        assert search.text() == ""
    settings = window.show_page(Page.SETTINGS)
    qtbot.waitUntil(settings.calendar.weekly["sunday"].isEnabled, timeout=15_000)
    settings.calendar.name.setFocus()
    qtbot.keyClicks(settings.calendar.name, "Diwali")
    qtbot.keyClick(settings.calendar.name, Qt.Key.Key_Escape)
    assert settings.calendar.name.text() == "Diwali"


def test_no_section_of_the_settings_is_cut_off_at_the_least_size(open_desk: OpenDesk, qtbot: QtBot) -> None:
    window = window_of(open_desk())
    window.resize(*WINDOW_MINIMUM)
    settings = window.show_page(Page.SETTINGS)
    qtbot.waitUntil(lambda: settings.devices._read and not window._session.calls._asked, timeout=15_000)
    settings.choosing.show()
    inside = settings.scrolled.widget()
    room = settings.scrolled.viewport().width()
    assert settings.width() <= WINDOW_MINIMUM[0] - NAVIGATION_WIDTH
    cards = inside.findChildren(Card)
    assert len(cards) == len(setting_sections())
    margins = inside.layout().contentsMargins()
    wide = {card.accessibleName(): card.minimumSizeHint().width() for card in cards}
    assert {name: width for name, width in wide.items() if width > room - margins.left() - margins.right()} == {}
    assert inside.minimumSizeHint().width() <= room
    assert inside.width() <= room


def test_a_viewer_sees_and_is_told_why_the_rest_is_closed(
    open_desk: OpenDesk, add_erp: AddErp, working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    add_erp()
    desk = open_desk()
    assert desk.board is not None
    from hub_desktop.ui.integrations_page import IntegrationsPage

    viewer = Actor("Vera", Role.VIEWER, person.face)
    page = IntegrationsPage(Session(working_hub, viewer, desk.calls, named=True), desk.board)
    qtbot.addWidget(page)
    page.show()
    card = page.cards()[0]
    for control in (card.sync, card.test, card.edit, card.preview, card.activity, card.delete, card.enabled, page.add):
        assert not control.isEnabled()
        assert "Your account may not do this" in control.toolTip()


def test_first_start_offers_three_ways_and_imports_a_file(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, working_hub: Hub, person: Actor
) -> None:
    desk = open_desk()
    home = home_of(desk)
    assert home.stack.currentWidget() is home.first_start
    qtbot.mouseClick(home.first_start.connect_button, LEFT)
    adding = window_of(desk).findChild(AddDialog)
    assert adding is not None
    adding.reject()
    file = tmp_path / "erp.json"
    seed = {
        "name": "College ERP",
        "type": "student-management",
        "baseUrl": "https://erp.college.edu/api/v1",
        "authType": "bearer",
        "apiKey": "your-bearer-token",
        "endpoints": {"students": "/students/list"},
        "syncInterval": 30,
        "enabled": True,
    }
    file.write_text(json.dumps(seed), "utf-8")
    home.importing.on_file_chosen(str(file))
    qtbot.waitUntil(lambda: home.stack.currentWidget() is not home.first_start)
    assert "College ERP came in, switched off" in window_of(desk).messages.sentences[0]
    assert working_hub.overview.all(person)[0].status.light is Light.INACTIVE
    file.write_text("{not json", "utf-8")
    home.importing.on_file_chosen(str(file))
    qtbot.waitUntil(lambda: "not valid JSON" in window_of(desk).messages.sentences[0])


def test_sample_college_is_started_as_a_program_of_its_own(
    open_desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []

    def start(program: str, arguments: list[str]) -> tuple[bool, int]:
        started.append([program, *arguments])
        return True, 1

    monkeypatch.setattr("hub_desktop.ui.home.QProcess.startDetached", start)
    desk = open_desk()
    qtbot.mouseClick(home_of(desk).first_start.sample_button, LEFT)
    assert started[0][1:] == ["-m", "hub_desktop", "demo"]
    assert "a window of its own" in window_of(desk).messages.sentences[0]


def test_recovery_key_is_offered_until_it_was_saved(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, working_hub: Hub
) -> None:
    if not working_hub.storage.state().encrypted:
        pytest.skip("this platform has no SQLCipher")
    home = home_of(open_desk())
    qtbot.waitUntil(lambda: home.key_strip is not None)
    strip = home.key_strip
    assert strip is not None
    # A widget counts as hidden until its place has shown it.
    qtbot.waitUntil(strip.isVisible)
    home.on_key_place_chosen(str(tmp_path / "key.txt"))
    qtbot.waitUntil(strip.isHidden)
    assert (tmp_path / "key.txt").stat().st_mode & 0o077 == 0
    assert working_hub.storage.state().recovery_key_saved


def test_rehearsal_lets_time_pass_and_things_fail(
    open_desk: OpenDesk, add_erp: AddErp, served: Served, qtbot: QtBot
) -> None:
    class Rehearsal:
        def advance_day(self) -> str:
            return f"It is {served.college.advance_day(1).day} now."

        def systems(self) -> list[str]:
            return ["erp", "lms"]

        def set_fault(self, system: str, fault: str) -> None:
            served.college.set_fault(system, fault)

    add_erp()
    desk = open_desk(rehearsal=Rehearsal())
    banner = window_of(desk).banner
    assert banner is not None
    qtbot.mouseClick(banner.next_day, LEFT)
    qtbot.waitUntil(lambda: any("It is 2022-05-30 now." in said for said in window_of(desk).messages.sentences))
    banner.fault_action("erp", "wrong-token").trigger()
    qtbot.waitUntil(lambda: served.college.fault("erp") == "wrong-token")
    qtbot.waitUntil(lambda: "it refuses" in window_of(desk).messages.sentences[0])
    banner.fault_action("erp", "down").trigger()
    qtbot.waitUntil(lambda: "it is down" in window_of(desk).messages.sentences[0])
    assert not any("it refuses" in said for said in window_of(desk).messages.sentences)
    banner.fault_action("erp", "wrong-token").trigger()
    qtbot.waitUntil(lambda: served.college.fault("erp") == "wrong-token")
    card = card_named(cards_of(desk), "College ERP")
    qtbot.mouseClick(card.sync, LEFT)
    qtbot.waitUntil(lambda: card.badge.word == "Error", timeout=20_000)


def test_cancel_stands_where_sync_stood(open_desk: OpenDesk, add_erp: AddErp, served: Served, qtbot: QtBot) -> None:
    add_erp()
    served.college.slow_seconds = 1.0
    served.college.set_fault("erp", "slow")
    card = card_named(cards_of(open_desk()), "College ERP")
    qtbot.mouseClick(card.sync, LEFT)
    qtbot.waitUntil(card.cancel.isVisible, timeout=10_000)
    assert card.bar.isVisible()
    assert not card.sync.isVisible()
    qtbot.mouseClick(card.cancel, LEFT)
    qtbot.waitUntil(card.sync.isVisible, timeout=10_000)
    assert "Syncing" not in card.badge.word


def test_nothing_is_cut_off_at_the_least_size(open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot) -> None:
    add_erp("Library of the Faculty of Engineering and Applied Sciences")
    desk = open_desk()
    window: MainWindow = window_of(desk)
    window.resize(960, 600)
    page = cards_of(desk)
    qtbot.waitUntil(lambda: page.cards()[0].width() > 0)
    for button in window.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.text()
    card = page.cards()[0]
    assert card.rect().contains(card.more.geometry())


def test_what_is_held_is_reviewed_from_home_and_told(
    open_desk: OpenDesk, working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    lists = Lists()
    with HttpServer(lists) as server:
        written = {
            "name": "ERP",
            "baseUrl": server.url,
            "authType": "none",
            "endpoints": {"students": {"path": "/students", "completeList": True}},
        }
        number = working_hub.integrations.add(person, read_integration(written)).integration_id
        working_hub.syncs.run(person, number)
        del lists.rows["/students"][:20]
        working_hub.syncs.run(person, number)
    desk = open_desk()
    window, home = window_of(desk), home_of(desk)
    qtbot.waitUntil(lambda: len(home.attention) == 1, timeout=15_000)
    row = home.attention[0]
    assert row.badge.word == "Needs attention"
    assert row.remedy.text() == "Review what is held"
    qtbot.mouseClick(row.remedy, LEFT)
    review = window.findChild(HoldReview)
    assert review is not None
    qtbot.waitUntil(lambda: bool(review.panels), timeout=15_000)
    qtbot.mouseClick(review.panels[0].keep, LEFT)
    said = "Kept: 20 students from ERP. The same removals are not asked about again."
    qtbot.waitUntil(lambda: said in window.messages.sentences, timeout=15_000)
    qtbot.waitUntil(lambda: home.attention == [], timeout=15_000)
    assert home.sentence.text() == "Your system is working."


def test_a_preview_is_opened_from_the_card_and_syncs_from_there(
    open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot
) -> None:
    add_erp()
    desk = open_desk()
    card = card_named(cards_of(desk), "College ERP")
    assert [entry.text() for entry in card.menu.actions() if entry.text()] == [
        "&Preview the next sync…",
        "&Activity",
        "&Webhook…",
        "&Set-up checklist…",
        "E&xport…",
        "&Delete…",
    ]
    card.preview.trigger()
    preview = window_of(desk).findChild(PreviewDialog)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.endpoints.count() == 2, timeout=20_000)
    assert preview.endpoints.item(0).text().startswith("Students: would add 321, change 0, remove 0, refuse 0")
    assert preview.tables.first.text() == "The first 200 of each are shown."
    assert card.badge.word == "Not run yet"
    qtbot.mouseClick(preview.sync_button, LEFT)
    qtbot.waitUntil(lambda: card.badge.word == "Active", timeout=20_000)
    card.activity.trigger()
    assert window_of(desk).page is Page.ACTIVITY


def test_a_test_that_passed_leads_on_to_the_preview(open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot) -> None:
    add_erp()
    desk = open_desk()
    qtbot.mouseClick(card_named(cards_of(desk), "College ERP").test, LEFT)
    report = window_of(desk).findChild(TestReportDialog)
    assert report is not None
    assert not report.preview_button.isVisible()
    qtbot.waitUntil(report.preview_button.isVisible, timeout=20_000)
    qtbot.mouseClick(report.preview_button, LEFT)
    preview = window_of(desk).findChild(PreviewDialog)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.endpoints.count() == 2, timeout=20_000)
    qtbot.mouseClick(preview.close_button, LEFT)
    assert not preview.isVisible()


class _ShownAlone(QObject):
    """Notes each widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.found.append(repr(watched))
        return False


def test_no_part_of_a_screen_opens_a_window_of_its_own(
    open_desk: OpenDesk, add_erp: AddErp, working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    number = add_erp()
    working_hub.syncs.run(person, number)
    window = window_of(open_desk())
    shown = _ShownAlone()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(shown)
    try:
        for page in Page:
            window.show_page(page)
            qtbot.wait(300)
        window.show_integration(number)
        opened = window.open_integrations.shown
        assert opened is not None
        for part in Part:
            opened.show_part(part)
            qtbot.wait(100)
    finally:
        app.removeEventFilter(shown)
    assert shown.found == []


def test_the_name_of_a_button_follows_its_words_unless_it_has_one_of_its_own() -> None:
    button = Button("&Cancel")
    button.setText("C&lose")
    assert button.accessibleName() == "Close"
    button.setAccessibleName("Close the test")
    button.setText("Close")
    assert button.accessibleName() == "Close the test"


def test_a_long_name_on_a_card_is_not_cut_off(open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot) -> None:
    add_erp("The student information system of the university and all its colleges")
    desk = open_desk()
    window_of(desk).resize(*WINDOW_MINIMUM)
    name = card_named(cards_of(desk), "The student information system of the university and all its colleges").name
    qtbot.waitUntil(lambda: name.height() >= name.heightForWidth(name.width()))
    assert name.height() > 2 * name.fontMetrics().height() - 1


def test_the_keyboard_begins_at_the_screen_that_is_restored(open_desk: OpenDesk) -> None:
    first = open_desk()
    window_of(first).show_page(Page.SETTINGS)
    window_of(first).keep_state()
    first.close()
    window = window_of(open_desk())
    assert window.page is Page.SETTINGS
    assert window.focusWidget() is window.navigation.buttons[Page.SETTINGS]
