"""The help as a person uses it: by its key, by searching, and from an error."""

import json
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import NotAllowedError, StorageError
from hub_desktop.hub.hub import Hub
from hub_desktop.ui.add_dialog import AddDialog
from hub_desktop.ui.application import Desk
from hub_desktop.ui.data_page import DataPage
from hub_desktop.ui.find_anything import FindAnything
from hub_desktop.ui.help.article import Place
from hub_desktop.ui.help.first_steps import EXAMPLE_ANSWER
from hub_desktop.ui.help.help_button import HelpButton
from hub_desktop.ui.help.help_window import HelpWindow
from hub_desktop.ui.help.opening import LISTENS
from hub_desktop.ui.help.topics import Topic
from hub_desktop.ui.home import HomePage
from hub_desktop.ui.integration_page import Part
from hub_desktop.ui.main_window import MainWindow
from hub_desktop.ui.navigation import Page
from hub_desktop.ui.question import Question
from hub_desktop.ui.run_panel import RunPanel
from hub_desktop.ui.session import Session
from hub_desktop.ui.settings_page import SettingsPage
from hub_desktop.ui.style.tokens import HELP_MINIMUM
from hub_desktop.ui.style.widgets import Button, PlainLabel
from hub_desktop.ui.test_report import TestReportDialog
from hub_desktop.ui.webhook_test import WebhookTest
from tests.accessibility import unnamed_controls
from tests.ui.conftest import card_named, cards_of, window_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
PATIENCE = 20_000
OpenDesk = Callable[..., Desk]
AddErp = Callable[..., int]


def help_of(window: MainWindow, qtbot: QtBot) -> HelpWindow:
    """Return the help once it is in front."""
    helping = window.help.window
    assert helping is not None
    assert helping.isVisible()
    qtbot.waitUntil(helping.isActiveWindow)
    return helping


def back_to(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def read(helping: HelpWindow) -> str:
    return "\n".join(label.text() for label in helping.view.findChildren(PlainLabel))


def titles(helping: HelpWindow) -> list[str]:
    return [helping.list.item(row).text() for row in range(helping.list.count())]


def test_the_key_opens_the_help_about_the_screen(open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot) -> None:
    number = add_erp()
    window = window_of(open_desk())
    qtbot.waitExposed(window)
    for page, topic in (
        (Page.HOME, Topic.LIGHTS),
        (Page.DATA, Topic.DATA),
        (Page.ACTIVITY, Topic.SYNC_FAILED),
        (Page.SETTINGS, Topic.GETTING_STARTED),
    ):
        window.show_page(page)
        back_to(window, qtbot)
        qtbot.keyClick(window, Qt.Key.Key_F1)
        assert help_of(window, qtbot).topic is topic
    settings = window.show_page(Page.SETTINGS)
    assert isinstance(settings, SettingsPage)
    settings.rail.go_to("Attendance devices")
    qtbot.mouseClick(window.navigation.help, LEFT)
    assert help_of(window, qtbot).topic is Topic.DEVICES
    window.show_integration(number)
    page_of_it = window.open_integrations.shown
    assert page_of_it is not None
    page_of_it.show_part(Part.WEBHOOK)
    back_to(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert help_of(window, qtbot).topic is Topic.WEBHOOK
    assert len([one for one in QApplication.topLevelWidgets() if isinstance(one, HelpWindow)]) == 1


def test_who_has_connected_nothing_is_shown_how_to_begin(open_desk: OpenDesk, qtbot: QtBot) -> None:
    window = window_of(open_desk())
    qtbot.mouseClick(window.navigation.help, LEFT)
    helping = help_of(window, qtbot)
    assert helping.topic is Topic.GETTING_STARTED
    assert "“Try the sample college”" in read(helping)
    qtbot.mouseClick(helping.view.places[Place.ADD], LEFT)
    adding = window.findChild(AddDialog)
    assert adding is not None
    assert adding.isVisible()
    adding.reject()


def test_search_reads_the_likeliest_at_once(open_desk: OpenDesk, qtbot: QtBot) -> None:
    window = window_of(open_desk())
    window.on_help_asked()
    helping = help_of(window, qtbot)
    assert titles(helping)[:2] == ["First steps", "Getting started"]
    qtbot.keyClick(helping, Qt.Key.Key_F1)
    assert helping.search.hasFocus()
    qtbot.keyClicks(helping.search, "firewall")
    assert helping.topic is Topic.CONNECTION
    assert "First steps" not in titles(helping)
    qtbot.keyClick(helping.search, Qt.Key.Key_Down)
    second = titles(helping)[1]
    assert helping.view.article is not None
    assert helping.view.article.title == second
    qtbot.keyClick(helping.search, Qt.Key.Key_Return)
    assert helping.view.hasFocus()
    helping.search.setText("xqzwvk")
    assert helping.nothing.isVisible()
    assert not helping.list.isVisible()
    helping.show_topic(Topic.SIGN_IN)
    assert helping.search.text() == ""
    assert helping.topic is Topic.SIGN_IN
    assert helping.list.currentItem().text() == "The password or key is refused"


def test_up_and_down_pass_over_the_headings(open_desk: OpenDesk, qtbot: QtBot) -> None:
    window = window_of(open_desk())
    window.help.show_topic(Topic.SCHEDULES)
    helping = help_of(window, qtbot)
    assert helping.list.hasFocus()
    qtbot.keyClick(helping.list, Qt.Key.Key_Down)
    assert helping.topic is Topic.TEST_FAILED


def test_topics_lead_to_each_other_and_every_control_has_a_name(open_desk: OpenDesk, qtbot: QtBot) -> None:
    window = window_of(open_desk())
    window.on_help_asked()
    helping = help_of(window, qtbot)
    helping.resize(*HELP_MINIMUM)
    for topic, article in helping.articles.items():
        helping.show_topic(topic)
        QApplication.processEvents()
        assert helping.topic is topic
        assert unnamed_controls(helping) == []
        inside = helping.view.widget()
        assert inside.width() <= helping.view.viewport().width(), f"{topic} is cut off at the side"
        assert list(helping.view.links) == list(article.see)
    helping.show_topic(Topic.TEST_FAILED)
    helping.view.links[Topic.CERTIFICATE].click()
    assert helping.topic is Topic.CERTIFICATE
    assert helping.list.currentItem().text() == "The certificate is not trusted"
    assert helping.view.verticalScrollBar().value() == 0


def test_the_example_and_the_details_are_copied(open_desk: OpenDesk, qtbot: QtBot) -> None:
    window = window_of(open_desk())
    window.help.show_topic(Topic.VENDOR)
    helping = help_of(window, qtbot)
    samples = helping.view.findChildren(QPlainTextEdit)
    assert json.loads(samples[0].toPlainText()) == EXAMPLE_ANSWER
    buttons = {button.text(): button for button in helping.view.findChildren(Button)}
    buttons["Copy the example"].click()
    assert json.loads(QGuiApplication.clipboard().text()) == EXAMPLE_ANSWER
    buttons["Copy the message"].click()
    assert QGuiApplication.clipboard().text().startswith("Dear colleagues,\n")
    qtbot.waitUntil(lambda: "Data folder: " in helping.details())
    qtbot.mouseClick(helping.copy_button, LEFT)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Hub Desktop ")
    assert "Data folder: " in copied
    assert "Listener: " in copied


def test_find_anything_finds_topics(open_desk: OpenDesk, qtbot: QtBot) -> None:
    window = window_of(open_desk())
    window.on_find_anything_keyed()
    (dialog,) = [one for one in window.findChildren(FindAnything) if one.isVisible()]
    qtbot.keyClicks(dialog.field, "help certif")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert help_of(window, qtbot).topic is Topic.CERTIFICATE


def test_a_refused_key_leads_to_its_topic_from_card_home_and_run(
    open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot
) -> None:
    number = add_erp(token="not-the-token")
    desk = open_desk()
    window = window_of(desk)
    card = card_named(cards_of(desk), "College ERP")
    assert not card.controls.help.isVisible()
    qtbot.mouseClick(card.sync, LEFT)
    qtbot.waitUntil(lambda: card.badge.word == "Error", timeout=PATIENCE)
    assert card.controls.help.isVisible()
    assert "College ERP refused" in card.controls.help.accessibleName()
    qtbot.mouseClick(card.controls.help, LEFT)
    helping = help_of(window, qtbot)
    assert helping.topic is Topic.SIGN_IN
    assert "“Sign in again”" in read(helping)
    helping.show_topic(Topic.LIGHTS)
    home = window.show_page(Page.HOME)
    assert isinstance(home, HomePage)
    qtbot.mouseClick(home.attention[0].help, LEFT)
    assert helping.topic is Topic.SIGN_IN
    helping.show_topic(Topic.LIGHTS)
    window.show_integration(number)
    page = window.open_integrations.shown
    assert page is not None
    page.show_part(Part.ACTIVITY)
    runs = page.findChild(RunPanel)
    assert runs is not None
    qtbot.waitUntil(runs.help.isVisible, timeout=PATIENCE)
    # The details get their room a moment after they are shown.
    qtbot.waitUntil(lambda: runs.help.height() > 0, timeout=PATIENCE)
    qtbot.mouseClick(runs.help, LEFT)
    assert helping.topic is Topic.SIGN_IN


def test_a_step_that_failed_leads_to_its_topic_while_the_test_stays_open(
    open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot
) -> None:
    add_erp(token="not-the-token")
    desk = open_desk()
    window = window_of(desk)
    qtbot.mouseClick(card_named(cards_of(desk), "College ERP").test, LEFT)
    report = window.findChild(TestReportDialog)
    assert report is not None
    qtbot.waitUntil(report.copy_button.isEnabled, timeout=PATIENCE)
    failed = [row for row in report.list.rows() if row.help.isVisible()]
    assert [row.check.name for row in failed] == ["Sign-in"]
    qtbot.mouseClick(failed[0].help, LEFT)
    helping = help_of(window, qtbot)
    assert helping.topic is Topic.SIGN_IN
    # It is read while the dialog stands there.
    helping.view.links[Topic.PERMISSION].click()
    assert helping.topic is Topic.PERMISSION
    helping.view.places[Place.INTEGRATIONS].click()
    assert report.isVisible()
    assert helping.note.text() == "Close “Test of College ERP” first; then this leads there."
    report.reject()
    helping.view.places[Place.INTEGRATIONS].click()
    assert helping.note.text() == ""
    assert window.page is Page.INTEGRATIONS


def test_the_key_opens_the_help_about_a_dialog(open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot) -> None:
    add_erp()
    desk = open_desk()
    window = window_of(desk)
    cards = cards_of(desk)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    adding = window.findChild(AddDialog)
    assert adding is not None
    qtbot.waitUntil(adding.isActiveWindow)
    qtbot.waitUntil(lambda: bool(adding.property(LISTENS)))
    qtbot.keyClick(adding, Qt.Key.Key_F1)
    assert help_of(window, qtbot).topic is Topic.CONNECTING
    assert adding.isVisible()
    adding.reject()
    # A question has no topic of its own, so it is the screen behind it that is helped with.
    card_named(cards, "College ERP").delete.trigger()
    question = window.findChild(Question)
    assert question is not None
    qtbot.waitUntil(question.isActiveWindow)
    qtbot.waitUntil(lambda: bool(question.property(LISTENS)))
    qtbot.keyClick(question, Qt.Key.Key_F1)
    assert help_of(window, qtbot).topic is Topic.LIGHTS
    question.reject()


def test_a_message_about_an_error_leads_to_help_and_others_do_not(open_desk: OpenDesk, qtbot: QtBot) -> None:
    window = window_of(open_desk())
    window.messages.tell("info", "All is well.")
    assert window.messages.findChildren(HelpButton) == []
    window.messages.tell_error(NotAllowedError("Your account may not do this."))
    (button,) = window.messages.findChildren(HelpButton)
    assert button.accessibleName() == "What can I do? Your account may not do this."
    qtbot.mouseClick(button, LEFT)
    assert help_of(window, qtbot).topic is Topic.ACCOUNTS
    window.messages.on_told("error", "It could not be started.", "")
    newest = window.messages.findChildren(HelpButton)[-1]
    qtbot.mouseClick(newest, LEFT)
    assert help_of(window, qtbot).topic is Topic.SUPPORT
    window.messages.tell_error(StorageError("The disk is full."))
    qtbot.mouseClick(window.messages.findChildren(HelpButton)[-1], LEFT)
    assert help_of(window, qtbot).topic is Topic.SUPPORT


def test_a_webhook_that_nobody_reaches_leads_to_help(open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot) -> None:
    number = add_erp()
    window = window_of(open_desk())
    window.show_integration(number)
    page = window.open_integrations.shown
    assert page is not None
    page.show_part(Part.WEBHOOK)
    test = page.findChild(WebhookTest)
    assert test is not None
    qtbot.mouseClick(test.help, LEFT)
    helping = help_of(window, qtbot)
    assert helping.topic is Topic.WEBHOOK
    helping.show_topic(Topic.LIGHTS)
    qtbot.mouseClick(test.button, LEFT)
    # Nothing listens in this test, so nothing can be delivered.
    qtbot.waitUntil(lambda: any(not finding.ok for finding in test.findings), timeout=PATIENCE)
    wrong = [button for button in test.findChildren(HelpButton) if button.isVisible() and button is not test.help]
    qtbot.mouseClick(wrong[0], LEFT)
    assert helping.topic is Topic.WEBHOOK


@pytest.mark.parametrize(
    ("topic", "place", "shown"),
    [
        (Topic.SYNC_FAILED, Place.ACTIVITY, Page.ACTIVITY),
        (Topic.REFUSED, Place.REFUSED, Page.DATA),
        (Topic.DEVICES, Place.DEVICES, Page.SETTINGS),
        (Topic.PRIVACY, Place.FILES, Page.SETTINGS),
    ],
)
def test_the_help_leads_to_where_it_is_done(
    open_desk: OpenDesk, qtbot: QtBot, topic: Topic, place: Place, shown: Page
) -> None:
    window = window_of(open_desk())
    window.help.show_topic(topic)
    help_of(window, qtbot).view.places[place].click()
    assert window.page is shown
    page = window.show_page(shown)
    if isinstance(page, SettingsPage):
        assert page.rail.current_section() == {"devices": "Attendance devices", "files": "Files"}[place.value]
    if isinstance(page, DataPage):
        assert page.tabs.tabText(page.tabs.currentIndex()).startswith("Refused")


def test_every_place_is_there(open_desk: OpenDesk, qtbot: QtBot) -> None:
    window = window_of(open_desk())
    settings = window.show_page(Page.SETTINGS)
    assert isinstance(settings, SettingsPage)
    for place in Place:
        if place is Place.ADD:
            continue
        settings.rail.setCurrentRow(0)
        window.show_page(Page.REPORTS)
        window.on_help_place_asked(place)
        if window.page is Page.SETTINGS:
            assert settings.rail.currentRow() > 0, place
        else:
            assert place is Place.REFUSED or window.page.value == place.value


def test_who_may_not_add_reads_why(working_hub: Hub, open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    viewer = Session(working_hub, Actor("Vera", Role.VIEWER, Face.WINDOW), desk.calls, named=True)
    helping = HelpWindow(viewer)
    qtbot.addWidget(helping)
    helping.show()
    helping.show_topic(Topic.GETTING_STARTED)
    adding = helping.view.places[Place.ADD]
    assert not adding.isEnabled()
    assert "Your account may not do this." in adding.toolTip()
    helping.close()


def test_the_help_goes_with_the_window(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    window = window_of(desk)
    window.on_help_asked()
    helping = help_of(window, qtbot)
    window.hide()
    assert not helping.isVisible(), "what hides in the tray leaves nothing behind"
    qtbot.waitUntil(lambda: not shiboken6.isValid(helping))
    window.show()
    assert window.help.window is None
    window.on_help_asked()
    again = help_of(window, qtbot)
    desk.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(again))
