"""The page of one integration as a person uses it: reached by its name, read part by part, left again."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hub_desktop.core.actor import Actor, Role
from hub_desktop.core.errors import StorageError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.run_days import DayMark
from hub_desktop.core.runs import RunStatus
from hub_desktop.hub.hub import Hub
from hub_desktop.ui.application import Desk
from hub_desktop.ui.endpoint_details import EndpointDetails
from hub_desktop.ui.find_anything import FindAnything
from hub_desktop.ui.hold_review import HoldReview
from hub_desktop.ui.integration_activity import IntegrationActivity
from hub_desktop.ui.integration_endpoints import IntegrationEndpoints
from hub_desktop.ui.integration_form import IntegrationForm
from hub_desktop.ui.integration_overview import IntegrationOverview
from hub_desktop.ui.integration_page import IntegrationPage, Part
from hub_desktop.ui.integration_settings import IntegrationSettings
from hub_desktop.ui.mapping_dialog import MappingDialog
from hub_desktop.ui.navigation import Page
from hub_desktop.ui.preview_dialog import PreviewDialog
from hub_desktop.ui.question import Question
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.tokens import WINDOW_MINIMUM
from hub_desktop.ui.undo_dialog import UndoDialog
from hub_desktop.ui.webhook_panel import WebhookPanel
from tests.accessibility import unnamed_controls
from tests.fakes.http_server import HttpServer, as_json
from tests.ui.conftest import card_named, cards_of, window_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton
PATIENCE = 20_000
OpenDesk = Callable[..., Desk]


class Upstream:
    """A system whose lists can be changed, and its integration."""

    def __init__(self, hub: Hub, person: Actor) -> None:
        self.hub, self.person = hub, person
        self.number = 0
        self.lists: dict[str, list[dict[str, Any]]] = {
            "/students": [{"studentId": f"S{n:02}", "name": f"Asha {n}"} for n in range(40)],
            "/faculty": [{"who": f"F{n}", "called": f"Ravi {n}"} for n in range(3)],
        }

    def sync(self) -> None:
        self.hub.syncs.run(self.person, self.number)


@pytest.fixture
def erp(working_hub: Hub, person: Actor) -> Iterator[Upstream]:
    """An integration that brought forty students, and three teachers it could not use."""
    upstream = Upstream(working_hub, person)
    with HttpServer(lambda asked: as_json({"data": upstream.lists[asked.path]})) as server:
        written = {
            "name": "College & ERP",
            "type": "student-management",
            "baseUrl": server.url,
            "authType": "none",
            "endpoints": {"students": {"path": "/students", "completeList": True}, "faculty": "/faculty"},
            "syncInterval": 60,
        }
        upstream.number = working_hub.integrations.add(person, read_integration(written)).integration_id
        upstream.sync()
        yield upstream


@pytest.fixture
def opened(open_desk: OpenDesk, erp: Upstream, qtbot: QtBot) -> Callable[[], tuple[Desk, IntegrationPage]]:
    """Return what opens the page by the name on its card."""

    def open_it() -> tuple[Desk, IntegrationPage]:
        desk = open_desk()
        qtbot.mouseClick(card_named(cards_of(desk), "College & ERP").name, LEFT)
        page = window_of(desk).open_integrations.shown
        assert page is not None
        qtbot.waitUntil(lambda: page._closeup is not None, timeout=PATIENCE)
        return desk, page

    return open_it


def overview_of(page: IntegrationPage) -> IntegrationOverview:
    part = page.show_part(Part.OVERVIEW)
    assert isinstance(part, IntegrationOverview)
    return part


def endpoints_of(page: IntegrationPage) -> IntegrationEndpoints:
    part = page.show_part(Part.ENDPOINTS)
    assert isinstance(part, IntegrationEndpoints)
    return part


def activity_of(page: IntegrationPage) -> IntegrationActivity:
    part = page.show_part(Part.ACTIVITY)
    assert isinstance(part, IntegrationActivity)
    return part


def settings_of(page: IntegrationPage) -> IntegrationSettings:
    part = page.show_part(Part.SETTINGS)
    assert isinstance(part, IntegrationSettings)
    return part


def test_a_name_on_a_card_leads_to_the_page_and_the_ways_back_lead_back(
    opened: Callable[[], tuple[Desk, IntegrationPage]], qtbot: QtBot
) -> None:
    desk, page = opened()
    window = window_of(desk)
    assert page.title.text() == "College & ERP"
    assert window.windowTitle() == "College & ERP – Hub Desktop"
    assert window.navigation.buttons[Page.INTEGRATIONS].isChecked()
    qtbot.mouseClick(page.crumb, LEFT)
    assert window.open_integrations.shown is None
    assert window.windowTitle() == "Integrations – Hub Desktop"
    card = card_named(cards_of(desk), "College & ERP")
    assert window.focusWidget() is card.name, "the keyboard is where it was before"
    qtbot.keyClick(card.name, Qt.Key.Key_Return)
    assert window.open_integrations.shown is page
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.open_integrations.shown is None
    card.enabled.setFocus()
    qtbot.keyClick(card.enabled, Qt.Key.Key_Return)
    assert window.open_integrations.shown is page, "Enter opens it from wherever the keyboard is in the card"
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.open_integrations.shown is None


def test_from_home_the_way_back_leads_home(open_desk: OpenDesk, erp: Upstream, qtbot: QtBot) -> None:
    desk = open_desk()
    window = window_of(desk)
    home = window.screens.at(Page.HOME)
    window.show_page(Page.HOME)
    qtbot.waitUntil(lambda: bool(home.systems))
    qtbot.mouseClick(home.systems[0].name, LEFT)
    assert window.open_integrations.shown is not None
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.page is Page.HOME
    assert window.stack.currentWidget() is home
    qtbot.mouseClick(home.attention[0].name, LEFT)
    assert window.open_integrations.shown is not None
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.page is Page.HOME


def test_ctrl_k_leads_to_the_page(open_desk: OpenDesk, erp: Upstream, qtbot: QtBot) -> None:
    window = window_of(open_desk())
    window.on_find_anything_keyed()
    dialog = next(found for found in window.findChildren(FindAnything) if found.isVisible())
    qtbot.keyClicks(dialog.field, "college & erp")
    assert dialog.list.item(0).text() == "College & ERP"
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    shown = window.open_integrations.shown
    assert shown is not None
    assert shown.integration_id == erp.number


def test_the_overview_says_how_it_stands_and_everything_that_needs_attention(
    opened: Callable[[], tuple[Desk, IntegrationPage]], erp: Upstream, qtbot: QtBot
) -> None:
    del erp.lists["/students"][20:]
    erp.sync()
    desk, page = opened()
    overview = overview_of(page)
    assert page.controls.badge.word == "Error"
    assert "None of the 3 records for faculty could be used" in page.controls.reason.text()
    assert [row.sentence.text() for row in overview.needs] == [
        "20 of 40 students from College & ERP would disappear. They are kept until somebody decides.",
        "3 records were refused and wait in quarantine.",
    ]
    facts = {about: label.text() for about, label in overview.facts.said.items()}
    assert facts["Source data"] == "Just now; nothing yet from Faculty"
    assert facts["Last run"] == "Just now, by hand: held back, 0 added, 0 changed, 20 unchanged, 3 refused"
    assert facts["Keeps"] == "40 students"
    assert facts["Next run"]
    assert overview.strip._days[-1].mark is DayMark.BAD
    assert overview.days_said.text().startswith("Synced on 1 day of the last 30, with trouble on ")
    assert overview.strip.accessibleDescription() == overview.days_said.text()
    assert unnamed_controls(page) == []
    qtbot.mouseClick(overview.needs[0].button, LEFT)
    review = window_of(desk).findChild(HoldReview)
    assert review is not None
    review.reject()


def test_the_strip_tells_of_the_day_under_the_mouse(
    opened: Callable[[], tuple[Desk, IntegrationPage]], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("hub_desktop.ui.run_strip.QToolTip.showText", lambda _at, words, _on: said.append(words))
    _, page = opened()
    strip = overview_of(page).strip
    places = [int((place + 0.5) * strip._step()) for place in (0, 29, 30)]
    for x in places:
        QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, QPoint(x, 4), QPoint(x, 4)))
    assert said[0].endswith(": no sync")
    assert said[1].endswith(": 1 sync, 1 brought only a part")
    assert said[2] == ""
    assert not strip.grab().toImage().isNull()


def test_a_sync_from_the_page_moves_everything_on(
    opened: Callable[[], tuple[Desk, IntegrationPage]], erp: Upstream, qtbot: QtBot
) -> None:
    erp.lists["/faculty"] = [{"facultyId": "F1", "name": "Ravi"}]
    _, page = opened()
    overview = overview_of(page)
    qtbot.mouseClick(page.controls.sync, LEFT)
    qtbot.waitUntil(lambda: overview.facts.said["Keeps"].text() == "40 students, 1 faculty member", timeout=PATIENCE)
    table = endpoints_of(page).table
    qtbot.waitUntil(lambda: table.words.rows()[1][3:8] == ("1", "1", "0", "0", "0"), timeout=PATIENCE)
    assert overview.strip._days[-1].mark is DayMark.MIXED


def test_f5_syncs_the_integration_whose_page_is_shown(
    opened: Callable[[], tuple[Desk, IntegrationPage]], erp: Upstream, qtbot: QtBot
) -> None:
    desk, _ = opened()
    qtbot.keyClick(window_of(desk), Qt.Key.Key_F5)
    runs = erp.hub.activity.runs
    qtbot.waitUntil(lambda: runs(erp.person, erp.number).total == 2, timeout=PATIENCE)


def test_endpoints_say_what_they_lack_and_lead_to_their_mapping_and_settings(
    opened: Callable[[], tuple[Desk, IntegrationPage]], qtbot: QtBot
) -> None:
    desk, page = opened()
    endpoints = endpoints_of(page)
    rows = endpoints.table.words.rows()
    assert [row[:2] for row in rows] == [("Students", "/students"), ("Faculty", "/faculty")]
    assert rows[0][3:] == ("40", "40", "0", "0", "0", "Nothing")
    assert rows[1][2] == "Nothing yet"
    assert rows[1][8].startswith("1 required field unmapped: Faculty ID. None of the 3 records")
    assert "Every required field has a source." in endpoints.detail.said.text()
    assert not endpoints.refused_button.isEnabled()
    endpoints.table.selectRow(1)
    assert endpoints.detail.heading.text() == "Faculty"
    assert "3 records in quarantine." in endpoints.detail.said.text()
    assert unnamed_controls(page) == []

    qtbot.mouseClick(endpoints.mapping_button, LEFT)
    form = window_of(desk).findChild(IntegrationForm)
    assert form is not None
    qtbot.waitUntil(lambda: form.findChild(MappingDialog) is not None, timeout=PATIENCE)
    form.findChild(MappingDialog).reject()
    form.reject()

    qtbot.mouseClick(endpoints.details_button, LEFT)
    form = next(found for found in window_of(desk).findChildren(IntegrationForm) if found.isVisible())
    qtbot.waitUntil(lambda: form.findChild(EndpointDetails) is not None, timeout=PATIENCE)
    form.findChild(EndpointDetails).reject()
    form.reject()

    qtbot.mouseClick(endpoints.refused_button, LEFT)
    assert window_of(desk).page is Page.DATA


def test_the_runs_are_listed_with_detail_undo_and_their_log(
    opened: Callable[[], tuple[Desk, IntegrationPage]], erp: Upstream, qtbot: QtBot
) -> None:
    desk, page = opened()
    runs = activity_of(page).runs
    qtbot.waitUntil(lambda: runs.model.rowCount() == 1, timeout=PATIENCE)
    assert runs.detail.heading.text().endswith(": brought a part")
    assert "Students: 40 read, 40 added, 0 changed, 0 unchanged; 1 request." in runs.detail.said.text()
    assert runs.detail.said.text().count("None of the 3 records for faculty could be used") == 1
    # Shown a moment ago, it may not have its place yet.
    qtbot.waitUntil(lambda: runs.copy_button.height() > 0)
    qtbot.mouseClick(runs.copy_button, LEFT)
    copied = QGuiApplication.clipboard().text()
    assert "College & ERP, run 1: Brought a part" in copied
    assert "Faculty: 3 read" in copied
    assert copied.count("Faculty ID is missing") == 1
    assert unnamed_controls(page) == []

    qtbot.waitUntil(runs.undo.button.isEnabled, timeout=PATIENCE)
    qtbot.mouseClick(runs.undo.button, LEFT)
    dialog = window_of(desk).findChild(UndoDialog)
    assert dialog is not None
    qtbot.mouseClick(dialog.undo_button, LEFT)
    qtbot.waitUntil(lambda: "was taken back" in dialog.heading.text(), timeout=PATIENCE)
    dialog.reject()
    qtbot.waitUntil(lambda: "Nothing is left of run 1" in runs.undo.said.text(), timeout=PATIENCE)

    erp.sync()
    qtbot.waitUntil(lambda: runs.model.rowCount() == 2, timeout=PATIENCE)
    assert runs.table.currentIndex().row() == 1, "the chosen run stays chosen while a new one comes above it"
    qtbot.mouseClick(runs.log_button, LEFT)
    activity = activity_of(page)
    log = activity.log
    qtbot.waitUntil(lambda: log.model.rowCount() > 0, timeout=PATIENCE)
    assert {row.run_id for row in log.model.rows()} == {1}
    assert log.integration.isHidden()
    assert log.table.isColumnHidden(2)
    qtbot.mouseClick(log.clear_button, LEFT)
    qtbot.waitUntil(lambda: {row.run_id for row in log.model.rows()} >= {1, 2}, timeout=PATIENCE)
    assert {row.integration_id for row in log.model.rows()} == {erp.number}
    window_of(desk).activateWindow()
    qtbot.waitUntil(window_of(desk).isActiveWindow)
    qtbot.keyClick(window_of(desk), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window_of(desk).focusWidget() is log.search
    qtbot.keyClicks(log.search, "asha")
    qtbot.keyClick(log.search, Qt.Key.Key_Escape)
    assert log.search.text() == ""
    assert window_of(desk).open_integrations.shown is page, "Esc clears what is searched for before it leads back"


def test_many_runs_are_fetched_as_they_are_scrolled_to(
    opened: Callable[[], tuple[Desk, IntegrationPage]], erp: Upstream, qtbot: QtBot
) -> None:
    for _ in range(60):
        erp.sync()
    _, page = opened()
    model = activity_of(page).runs.model
    qtbot.waitUntil(lambda: model.rowCount() == 50, timeout=PATIENCE)
    activity_of(page).runs.table.scrollToBottom()
    qtbot.waitUntil(lambda: model.rowCount() == 61, timeout=PATIENCE)
    numbers = [run.run_id for run in model.rows()]
    assert numbers == sorted(numbers, reverse=True)
    assert model.rows()[-1].status is RunStatus.PARTIAL


def test_a_new_integration_says_what_will_be_seen_here(
    open_desk: OpenDesk, working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    written = {"name": "New", "baseUrl": "https://x.in", "authType": "none", "endpoints": {"students": "/s"}}
    number = working_hub.integrations.add(person, read_integration(written)).integration_id
    window = window_of(open_desk())
    window.show_integration(number)
    page = window.open_integrations.shown
    assert page is not None
    qtbot.waitUntil(lambda: page._closeup is not None, timeout=PATIENCE)
    overview = overview_of(page)
    assert overview.facts.said["Last synced"].text() == "Not synced yet"
    assert overview.facts.said["Keeps"].text() == "No records yet"
    assert overview.days_said.text() == "No sync in the last 30 days."
    assert "known after its next sync" in endpoints_of(page).detail.said.text()
    runs = activity_of(page).runs
    qtbot.waitUntil(runs.empty.isVisible, timeout=PATIENCE)
    assert "not been synced yet" in runs.empty.text()


def test_the_webhook_is_the_panel_of_the_dialog_and_what_is_typed_stays(
    opened: Callable[[], tuple[Desk, IntegrationPage]], working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    other = working_hub.integrations.add(
        person, read_integration({"name": "Other", "baseUrl": "https://x.in", "authType": "none"})
    ).integration_id
    desk, page = opened()
    webhook = page.show_part(Part.WEBHOOK)
    assert isinstance(webhook, WebhookPanel)
    qtbot.waitUntil(lambda: webhook.status is not None, timeout=PATIENCE)
    assert unnamed_controls(page) == []
    webhook.form.by.setCurrentIndex(1)
    assert page.has_unsaved()
    window = window_of(desk)
    qtbot.waitUntil(lambda: desk.board is not None and desk.board.view(other) is not None, timeout=PATIENCE)
    window.show_integration(other)
    window.show_integration(page.integration_id)
    assert window.open_integrations.shown is page
    assert webhook.is_touched(), "what was typed is there still"
    qtbot.mouseClick(webhook.form.undo_button, LEFT)
    window.show_integration(other)
    window.show_integration(page.integration_id)
    assert window.open_integrations.shown is not page
    qtbot.waitUntil(lambda: not window._session.calls._asked, timeout=PATIENCE)


def test_the_settings_switch_edit_export_and_delete(
    opened: Callable[[], tuple[Desk, IntegrationPage]], erp: Upstream, qtbot: QtBot, tmp_path: Path
) -> None:
    desk, page = opened()
    settings = settings_of(page)
    assert unnamed_controls(page) == []
    qtbot.mouseClick(settings.enabled, LEFT)
    qtbot.waitUntil(lambda: page.controls.badge.word == "Inactive", timeout=PATIENCE)
    assert settings.enabled_said.text().startswith("It is switched off")
    assert overview_of(page).facts.said["Next run"].text() == "None, for it is switched off"
    page.show_part(Part.SETTINGS)
    file = tmp_path / "erp.json"
    settings.on_file_chosen(str(file))
    qtbot.waitUntil(lambda: "Written to" in settings.message.text(), timeout=PATIENCE)
    assert [one["name"] for one in json.loads(file.read_text("utf-8"))] == ["College & ERP"]
    settings.on_file_chosen(str(tmp_path / "nowhere" / "erp.json"))
    qtbot.waitUntil(lambda: "Written to" not in settings.message.text(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: settings.message.text() not in {"", "Writing…"}, timeout=PATIENCE)

    qtbot.mouseClick(settings.delete_button, LEFT)
    question = window_of(desk).findChild(Question)
    assert question is not None
    qtbot.mouseClick(question.yes, LEFT)
    window = window_of(desk)
    qtbot.waitUntil(lambda: window.open_integrations.shown is None, timeout=PATIENCE)
    assert window.page is Page.INTEGRATIONS
    assert window.messages.sentences[0] == "College & ERP was deleted. The records it brought stay."
    assert erp.hub.overview.all(erp.person) == []


def test_what_others_delete_while_it_is_open_says_so(
    opened: Callable[[], tuple[Desk, IntegrationPage]], erp: Upstream, qtbot: QtBot
) -> None:
    desk, page = opened()
    window = window_of(desk)
    activity_of(page)
    erp.hub.integrations.delete(erp.person, erp.number)
    qtbot.waitUntil(lambda: window.open_integrations.shown is None, timeout=PATIENCE)
    assert "was deleted" in window.messages.sentences[0]
    window.show_integration(erp.number)
    assert window.open_integrations.shown is None
    assert window.page is Page.INTEGRATIONS
    qtbot.waitUntil(lambda: not window._session.calls._asked, timeout=PATIENCE)


def test_buttons_above_preview_and_lead_to_the_webhook_and_the_log(
    opened: Callable[[], tuple[Desk, IntegrationPage]], qtbot: QtBot
) -> None:
    from hub_desktop.ui.remedies import Action

    desk, page = opened()
    qtbot.mouseClick(page.preview, LEFT)
    preview = window_of(desk).findChild(PreviewDialog)
    assert preview is not None
    preview.reject()
    page.on_action_asked(page.integration_id, Action.SHOW_WEBHOOK)
    assert page.part is Part.WEBHOOK
    page.on_action_asked(page.integration_id, Action.SHOW_LOG)
    assert page.part is Part.ACTIVITY
    assert activity_of(page).log.isVisible()
    page.on_run_asked(page.integration_id, 1)
    assert activity_of(page).log.run_label.text() == "Run 1"
    qtbot.waitUntil(lambda: not window_of(desk)._session.calls._asked, timeout=PATIENCE)


@pytest.mark.errors_logged
def test_what_cannot_be_read_says_why_and_can_be_tried_again(
    opened: Callable[[], tuple[Desk, IntegrationPage]], working_hub: Hub, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, page = opened()
    usual = working_hub.closeups.look

    def broken(*_given: object) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(working_hub.closeups, "look", broken)
    page.on_look_due()
    notice = overview_of(page).waiting.notice
    qtbot.waitUntil(lambda: notice.sentence.text() == "The disk is full.", timeout=PATIENCE)
    assert "Showing data from" in notice.heading.text()
    assert overview_of(page).facts.said, "what was known stands still"
    assert overview_of(page).strip.isVisible()
    monkeypatch.setattr(working_hub.closeups, "look", usual)
    qtbot.mouseClick(notice.again_button, LEFT)
    qtbot.waitUntil(lambda: not notice.isVisible(), timeout=PATIENCE)


def test_the_window_opens_on_the_page_it_showed(open_desk: OpenDesk, erp: Upstream, qtbot: QtBot) -> None:
    desk = open_desk()
    window_of(desk).show_integration(erp.number)
    qtbot.waitUntil(lambda: not window_of(desk)._session.calls._asked, timeout=PATIENCE)
    desk.close()
    again = open_desk()
    page = window_of(again).open_integrations.shown
    assert page is not None
    qtbot.waitUntil(lambda: page.title.text() == "College & ERP", timeout=PATIENCE)
    assert window_of(again).windowTitle() == "College & ERP – Hub Desktop"
    qtbot.waitUntil(lambda: page._closeup is not None, timeout=PATIENCE)
    again.close()
    erp.hub.integrations.delete(erp.person, erp.number)
    third = open_desk()
    qtbot.waitUntil(lambda: window_of(third).open_integrations.shown is None, timeout=PATIENCE)
    assert window_of(third).page is Page.INTEGRATIONS
    assert not any("deleted" in said for said in window_of(third).messages.sentences)


def test_a_viewer_reads_and_is_told_why_the_rest_is_closed(
    open_desk: OpenDesk, erp: Upstream, person: Actor, qtbot: QtBot
) -> None:
    desk = open_desk()
    assert desk.board is not None
    viewer = Session(erp.hub, Actor("Vera", Role.VIEWER, person.face), desk.calls, named=True)
    page = IntegrationPage(viewer, desk.board, erp.number)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page._closeup is not None, timeout=PATIENCE)
    endpoints, settings = endpoints_of(page), settings_of(page)
    closed = [
        page.controls.sync,
        page.controls.test,
        page.controls.remedy,
        page.preview,
        endpoints.mapping_button,
        endpoints.details_button,
        settings.enabled,
        settings.edit_button,
        settings.schedule_button,
        settings.export_button,
        settings.delete_button,
        *(row.button for row in overview_of(page).needs),
    ]
    for control in closed:
        assert not control.isEnabled()
        assert "Your account may not do this" in control.toolTip()
    assert not page.tabs.isTabEnabled(3)
    assert "may not" in page.tabs.tabToolTip(3)
    activity = activity_of(page)
    qtbot.waitUntil(lambda: activity.runs.model.rowCount() == 1, timeout=PATIENCE)
    assert not activity.runs.log_button.isEnabled()
    assert not activity.tabs.isTabEnabled(1)


def test_nothing_is_cut_off_at_the_least_size_and_tab_goes_in_reading_order(
    opened: Callable[[], tuple[Desk, IntegrationPage]], erp: Upstream, qtbot: QtBot
) -> None:
    del erp.lists["/students"][20:]
    erp.sync()
    desk, page = opened()
    window = window_of(desk)
    window.resize(*WINDOW_MINIMUM)
    for part in Part:
        page.show_part(part)
        qtbot.waitUntil(lambda: not window._session.calls._asked, timeout=PATIENCE)
        for button in page.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.minimumSizeHint().width(), button.text()
        assert page.width() <= page.parentWidget().width()
    page.show_part(Part.OVERVIEW)
    page.crumb.setFocus()
    reached = []
    for _ in range(8):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    controls = page.controls
    assert reached[:5] == [controls.sync, controls.test, page.preview, controls.remedy, controls.help]
    assert reached[5] is page.tabs
    assert reached[6] is overview_of(page).needs[0].button
    assert reached[7] is overview_of(page).needs[0].help
    for _ in range(3):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert not page.isAncestorOf(window.focusWidget()), "at its end the keyboard goes on to the window"
