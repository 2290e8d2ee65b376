"""The webhook of an integration as a person sees it, over a real listener that a real sender delivers to."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from hub_desktop.core.actor import Actor, Role
from hub_desktop.core.errors import StorageError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.signature import SIGNATURE_HEADER, Scheme, signed_headers
from hub_desktop.core.times import utc_now
from hub_desktop.hub.hub import Hub
from hub_desktop.server.hub_listener import HubListener
from hub_desktop.store.deliveries import Delivery, DeliveryState
from hub_desktop.ui.activity_page import ActivityPage
from hub_desktop.ui.application import Desk
from hub_desktop.ui.delivery_details import body_text
from hub_desktop.ui.delivery_model import WHY
from hub_desktop.ui.delivery_panel import DeliveryPanel
from hub_desktop.ui.discarding import DiscardQuestion
from hub_desktop.ui.integration_card import IntegrationCard
from hub_desktop.ui.navigation import Page
from hub_desktop.ui.remedies import Action
from hub_desktop.ui.session import Session
from hub_desktop.ui.settings_page import SettingsPage
from hub_desktop.ui.style.widgets import PlainLabel
from hub_desktop.ui.tab_order import reading_order
from hub_desktop.ui.webhook_dialog import WebhookDialog
from tests.accessibility import unnamed_controls
from tests.fakes.deliveries import sign
from tests.ui.conftest import card_named, cards_of, window_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
PATIENCE = 15_000
PUNCH = {"studentId": "S1", "date": "2026-01-31", "status": "present"}


@dataclass
class Sender:
    """The other system: it knows an address and perhaps the secret."""

    address: str
    client: httpx.Client

    def send(self, secret: str, *, message: str = "attendance", number: int = 1) -> int:
        body = json.dumps({"event": message, "data": [PUNCH | {"studentId": f"S{number}"}]}).encode()
        return self.client.post(self.address, content=body, headers={SIGNATURE_HEADER: sign(secret, body)}).status_code

    def send_standard(self, secret: str, number: int) -> int:
        body = json.dumps({"event": "attendance", "data": [PUNCH | {"studentId": f"S{number}"}]}).encode()
        headers = signed_headers(Scheme.STANDARD, secret, body, message_id=f"msg_{number}", now=int(time.time()))
        return self.client.post(self.address, content=body, headers=headers).status_code


@pytest.fixture
def number(working_hub: Hub, person: Actor) -> int:
    written = {
        "name": "Biometric",
        "baseUrl": "https://bio.example.edu",
        "apiKey": "a-key-never-used",
        "endpoints": {"attendance": "/a", "students": "/s"},
    }
    return working_hub.integrations.add(person, read_integration(written)).integration_id


@pytest.fixture
def sender(working_hub: Hub, number: int) -> Iterator[Sender]:
    listener = HubListener(working_hub, port=0)
    listener.start()
    try:
        with httpx.Client(trust_env=False) as client:
            yield Sender(f"{listener.address}/api/webhooks/integrations/{number}", client)
    finally:
        listener.stop()


@pytest.fixture
def opened(open_desk: Callable[..., Desk], sender: Sender, qtbot: QtBot) -> Callable[[], WebhookDialog]:
    """Return what opens the webhook from the card's menu, as a person does."""

    def open_it() -> WebhookDialog:
        desk = open_desk()
        card_named(cards_of(desk), "Biometric").webhook.trigger()
        dialog = window_of(desk).actions_of.dialog
        assert isinstance(dialog, WebhookDialog)
        qtbot.waitUntil(lambda: dialog.panel.status is not None, timeout=PATIENCE)
        return dialog

    return open_it


def made_secret(qtbot: QtBot, dialog: WebhookDialog) -> str:
    """Make a secret, copy it, close what shows it; return what was copied."""
    before = dialog.panel.secret.shown
    qtbot.waitUntil(dialog.panel.secret.make_button.isEnabled, timeout=PATIENCE)
    qtbot.mouseClick(dialog.panel.secret.make_button, LEFT)
    qtbot.waitUntil(lambda: dialog.panel.secret.shown is not before, timeout=PATIENCE)
    shown = dialog.panel.secret.shown
    assert shown is not None
    assert unnamed_controls(shown) == []
    qtbot.mouseClick(shown.copy_buttons[0], LEFT)
    secret = QGuiApplication.clipboard().text()
    assert secret == shown.edits[0].text()
    edit = shown.edits[0]
    shown.accept()
    assert edit.text() == "", "it is shown this once"
    return secret


def states(panel: DeliveryPanel) -> list[str]:
    model = panel.model
    return [model.data(model.index(row, 1)) for row in range(model.rowCount())]


def why(panel: DeliveryPanel, row: int = 0) -> str:
    return str(panel.model.data(panel.model.index(row, WHY)))


def test_a_delivery_is_seen_at_once_an_unknown_one_is_refused_and_replayed_once_the_rule_is_mended(
    qtbot: QtBot, opened: Callable[[], WebhookDialog], sender: Sender, working_hub: Hub, person: Actor
) -> None:
    dialog = opened()
    assert [button.text() for button in dialog.panel.address.remedies.values()] == ["Make a secret"]
    assert dialog.panel.address.addresses[0].text() == sender.address
    assert unnamed_controls(dialog) == []
    secret = made_secret(qtbot, dialog)
    qtbot.waitUntil(lambda: not dialog.panel.address.remedies, timeout=PATIENCE)
    dialog.panel.show_deliveries()
    panel = dialog.panel.deliveries
    qtbot.waitUntil(lambda: "Nothing was delivered yet" in panel.empty_text.text(), timeout=PATIENCE)

    assert sender.send(secret) == 202
    qtbot.waitUntil(lambda: states(panel) == ["Processed"], timeout=PATIENCE)
    assert sender.send(secret, message="punch.created", number=2) == 202
    qtbot.waitUntil(lambda: states(panel) == ["Refused", "Processed"], timeout=PATIENCE)
    assert "does not say what it holds" in why(panel)
    assert panel.replay_all_button.text().replace("&", "") == "Replay the 1 failed"

    panel.table.selectRow(0)
    qtbot.waitUntil(lambda: '"event": "punch.created"' in panel.details.body.toPlainText(), timeout=PATIENCE)
    assert "from 127.0.0.1" in panel.details.facts.text()
    assert unnamed_controls(dialog) == []

    dialog.panel.tabs.setCurrentIndex(0)
    form = dialog.panel.form
    form.by.setCurrentIndex(form.by.findText("A field of the body says it"))
    qtbot.mouseClick(form.save_button, LEFT)
    assert form.name_field.problem() == "Type where it stands in the body, such as event."
    form.name.setText("event[")
    qtbot.mouseClick(form.save_button, LEFT)
    assert "is not a path or a JMESPath expression" in form.name_field.problem()
    form.name.setText("event")
    qtbot.mouseClick(form.values.add_button, LEFT)
    qtbot.keyClicks(form.values.rows[0][0], "punch.created")
    qtbot.mouseClick(form.save_button, LEFT)
    qtbot.waitUntil(lambda: "Saved" in form.message.text(), timeout=PATIENCE)
    assert unnamed_controls(dialog) == []

    dialog.panel.show_deliveries()
    qtbot.mouseClick(panel.replay_button, LEFT)
    qtbot.waitUntil(lambda: states(panel) == ["Processed", "Processed"], timeout=PATIENCE)
    assert panel.message.text() == "1 delivery is worked on again."
    qtbot.waitUntil(lambda: not panel.replay_all_button.isVisible(), timeout=PATIENCE)
    assert working_hub.records.find(person, "attendance").total == 2


def test_both_secrets_are_valid_until_the_old_one_is_ended(
    qtbot: QtBot, opened: Callable[[], WebhookDialog], sender: Sender
) -> None:
    dialog = opened()
    panel = dialog.panel.secret
    old = made_secret(qtbot, dialog)
    qtbot.waitUntil(panel.overlap_field.isVisible, timeout=PATIENCE)
    assert sender.send(old, number=1) == 202
    new = made_secret(qtbot, dialog)
    qtbot.waitUntil(panel.end_button.isVisible, timeout=PATIENCE)
    assert "valid too, until tomorrow" in panel.before.text()
    assert (sender.send(old, number=2), sender.send(new, number=3)) == (202, 202)

    qtbot.mouseClick(panel.end_button, LEFT)
    assert panel.question is not None
    assert panel.question.focusWidget() is panel.question.no
    qtbot.mouseClick(panel.question.yes, LEFT)
    qtbot.waitUntil(lambda: not panel.end_button.isVisible(), timeout=PATIENCE)
    assert (sender.send(old, number=4), sender.send(new, number=5)) == (401, 202)
    qtbot.waitUntil(lambda: "1 delivery with a wrong signature" in dialog.panel.refused.text(), timeout=PATIENCE)
    assert "from 127.0.0.1" in dialog.panel.refused.text()


def test_a_secret_that_ends_at_once_is_asked_for_first(
    qtbot: QtBot, opened: Callable[[], WebhookDialog], sender: Sender
) -> None:
    dialog = opened()
    old = made_secret(qtbot, dialog)
    qtbot.waitUntil(dialog.panel.secret.overlap_field.isVisible, timeout=PATIENCE)
    dialog.panel.secret.overlap.setValue(0)
    qtbot.mouseClick(dialog.panel.secret.make_button, LEFT)
    question = dialog.panel.secret.question
    assert question is not None
    question.reject()
    assert sender.send(old) == 202


def test_another_scheme_wants_another_secret_and_the_headers_are_told(
    qtbot: QtBot, opened: Callable[[], WebhookDialog], sender: Sender
) -> None:
    dialog = opened()
    made_secret(qtbot, dialog)
    form = dialog.panel.form
    assert "x-webhook-signature" in form.headers.text()
    assert form.better.isVisibleTo(form)
    form.scheme.setCurrentIndex(form.scheme.findData(Scheme.STANDARD))
    assert not form.better.isVisibleTo(form)
    assert "webhook-id, webhook-timestamp and webhook-signature" in form.headers.text()
    qtbot.mouseClick(form.save_button, LEFT)
    qtbot.waitUntil(lambda: list(dialog.panel.address.remedies) == ["secret-misfit"], timeout=PATIENCE)
    secret = made_secret(qtbot, dialog)
    assert secret.startswith("whsec_")
    assert sender.send_standard(secret, 1) == 202


def test_the_test_says_what_works_and_who_can_reach_it(qtbot: QtBot, opened: Callable[[], WebhookDialog]) -> None:
    dialog = opened()
    qtbot.mouseClick(dialog.panel.test.button, LEFT)
    qtbot.waitUntil(lambda: bool(dialog.panel.test.findings), timeout=PATIENCE)
    assert not dialog.panel.test.address, "without a secret there is nothing to hand out"
    made_secret(qtbot, dialog)
    with qtbot.waitSignal(dialog.panel.test.tested, timeout=PATIENCE):
        qtbot.mouseClick(dialog.panel.test.button, LEFT)
    assert [finding.ok for finding in dialog.panel.test.findings] == [True, True]
    assert "Only programs on this computer can deliver" in dialog.panel.test.findings[1].sentence
    qtbot.mouseClick(dialog.panel.test.copy_button, LEFT)
    assert QGuiApplication.clipboard().text() == dialog.panel.address.addresses[0].text()
    dialog.panel.show_deliveries()
    qtbot.waitUntil(lambda: states(dialog.panel.deliveries) == ["Test"], timeout=PATIENCE)
    dialog.panel.deliveries.table.selectRow(0)
    assert "is not replayed" in dialog.panel.deliveries.replay_button.toolTip()


def test_the_tab_key_reads_the_dialog_and_what_was_typed_is_not_lost_unasked(
    qtbot: QtBot, opened: Callable[[], WebhookDialog]
) -> None:
    dialog = opened()
    qtbot.waitUntil(dialog.panel.address.copy_buttons[0].isVisible, timeout=PATIENCE)
    order = reading_order(dialog)
    wanted = [
        dialog.panel.tabs,
        dialog.panel.address.copy_buttons[0],
        dialog.panel.secret.make_button,
        dialog.panel.form.scheme,
    ]
    wanted += [dialog.panel.form.by, dialog.panel.form.values.add_button, dialog.panel.test.button, dialog.close_button]
    assert [control for control in order if control in wanted] == wanted
    dialog.panel.form.by.setCurrentIndex(1)
    dialog.reject()
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.panel.form.undo_button, LEFT)
    dialog.reject()
    assert not dialog.isVisible()


def test_the_dialog_stays_until_the_secret_that_is_made_was_shown(
    qtbot: QtBot,
    opened: Callable[[], WebhookDialog],
    working_hub: Hub,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate, rotate = threading.Event(), working_hub.webhooks.rotate

    def slow(*given: Any) -> str:
        assert gate.wait(30)
        return rotate(*given)

    monkeypatch.setattr(working_hub.webhooks, "rotate", slow)
    dialog = opened()
    qtbot.waitUntil(dialog.panel.secret.make_button.isEnabled, timeout=PATIENCE)
    try:
        qtbot.mouseClick(dialog.panel.secret.make_button, LEFT)
        assert not dialog.close_button.isEnabled()
        assert "being made" in dialog.close_button.toolTip()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        dialog.close()
        dialog.on_run_asked(1, 1)
        assert dialog.isVisible()
    finally:
        gate.set()
    qtbot.waitUntil(lambda: dialog.panel.secret.shown is not None, timeout=PATIENCE)
    assert dialog.panel.secret.shown is not None
    assert dialog.panel.secret.shown.edits[0].text()
    dialog.panel.secret.shown.accept()
    assert dialog.close_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_deliveries_that_could_not_be_read_say_so_until_they_are(
    qtbot: QtBot, opened: Callable[[], WebhookDialog], sender: Sender, working_hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened()
    secret = made_secret(qtbot, dialog)
    assert sender.send(secret) == 202
    panel = dialog.panel.deliveries
    dialog.panel.show_deliveries()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1, timeout=PATIENCE)
    usual = working_hub.webhooks.deliveries

    def broken(*_given: Any, **_named: Any) -> list[Delivery]:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(working_hub.webhooks, "deliveries", broken)
    panel.model.look_again()
    qtbot.waitUntil(lambda: panel.waiting.notice.sentence.text() == "The disk is full.", timeout=PATIENCE)
    monkeypatch.setattr(working_hub.webhooks, "deliveries", usual)
    qtbot.mouseClick(panel.waiting.notice.again_button, LEFT)
    qtbot.waitUntil(lambda: not panel.waiting.notice.isVisible(), timeout=PATIENCE)
    # Clearing the filters shows all states again, of this integration alone.
    panel.state.setCurrentIndex(panel.state.findData(DeliveryState.TEST))
    qtbot.waitUntil(panel.clear_button.isVisible, timeout=PATIENCE)
    qtbot.mouseClick(panel.clear_button, LEFT)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1, timeout=PATIENCE)
    assert panel.integration.count() == 1


def test_who_keeps_editing_is_not_led_away_later(qtbot: QtBot, opened: Callable[[], WebhookDialog]) -> None:
    dialog = opened()
    led: list[tuple[int, int]] = []
    dialog.run_asked.connect(lambda *where: led.append(where))
    dialog.panel.form.by.setCurrentIndex(1)
    dialog.on_run_asked(1, 7)
    question = dialog.findChild(DiscardQuestion)
    assert question is not None
    question.button(QMessageBox.StandardButton.Cancel).click()
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.panel.form.undo_button, LEFT)
    dialog.reject()
    assert not dialog.isVisible()
    assert led == []

    again = opened()
    again.run_asked.connect(lambda *where: led.append(where))
    again.panel.form.by.setCurrentIndex(1)
    again.on_run_asked(1, 7)
    question = again.findChild(DiscardQuestion)
    assert question is not None
    question.button(QMessageBox.StandardButton.Discard).click()
    assert not again.isVisible()
    assert led == [(1, 7)]


def test_what_is_missing_is_mended_by_its_button(
    qtbot: QtBot, opened: Callable[[], WebhookDialog], working_hub: Hub, person: Actor, number: int
) -> None:
    working_hub.integrations.set_enabled(person, number, False)
    dialog = opened()
    qtbot.waitUntil(lambda: "switched-off" in dialog.panel.address.remedies, timeout=PATIENCE)
    qtbot.mouseClick(dialog.panel.address.remedies["switched-off"], LEFT)
    qtbot.waitUntil(lambda: "switched-off" not in dialog.panel.address.remedies, timeout=PATIENCE)
    assert working_hub.overview.one(person, number).config.enabled


def test_without_a_listener_the_way_leads_to_its_settings(
    qtbot: QtBot, open_desk: Callable[..., Desk], number: int
) -> None:
    desk = open_desk()
    window = window_of(desk)
    window.actions_of.on_action_asked(number, Action.SHOW_WEBHOOK)
    dialog = window.actions_of.dialog
    assert isinstance(dialog, WebhookDialog)
    qtbot.waitUntil(lambda: "no-listener" in dialog.panel.address.remedies, timeout=PATIENCE)
    qtbot.mouseClick(dialog.panel.address.remedies["no-listener"], LEFT)
    assert not dialog.isVisible()
    assert isinstance(window.stack.currentWidget(), SettingsPage)


def test_the_window_says_in_its_own_words_why_nothing_listens(
    qtbot: QtBot, open_desk: Callable[..., Desk], number: int, working_hub: Hub, person: Actor
) -> None:
    window = window_of(open_desk())

    def said() -> str:
        window.actions_of.on_action_asked(number, Action.SHOW_WEBHOOK)
        dialog = window.actions_of.dialog
        assert isinstance(dialog, WebhookDialog)
        qtbot.waitUntil(lambda: "no-listener" in dialog.panel.address.remedies, timeout=PATIENCE)
        assert dialog.panel.address.remedies["no-listener"].text() == "Open the listener settings"
        assert dialog.panel.status is not None
        shown = " ".join(label.text() for label in dialog.panel.address.findChildren(PlainLabel))
        dialog.reject()
        return shown

    assert "The listener has not started" in said()
    working_hub.listener_settings.failed("Port 8765 is taken by another program.")
    assert "could not start, so nothing can be delivered: Port 8765 is taken by another program." in said()
    working_hub.listener_settings.change(person, {"on": False})
    shown = said()
    assert "The listener is switched off" in shown
    assert "hub-desktop serve" not in shown


def test_the_card_says_that_signatures_are_wrong_and_leads_to_the_webhook(
    qtbot: QtBot, opened: Callable[[], WebhookDialog], sender: Sender, working_hub: Hub
) -> None:
    dialog = opened()
    secret = made_secret(qtbot, dialog)
    window = dialog.parentWidget()
    dialog.reject()
    for n in range(3):
        assert sender.send("not-the-secret-of-it-at-all", number=n) == 401
    working_hub.reception.write_refusals(all_of_them=True)
    card = window.findChild(IntegrationCard)
    qtbot.waitUntil(lambda: card.remedy.text() == "See the webhook", timeout=PATIENCE)
    assert card.badge.word == "Needs attention"
    assert card.reason.text().startswith("3 deliveries were refused: wrong signature, last ")
    assert sender.send(secret) == 202
    qtbot.waitUntil(lambda: card.delivered.text() == "Last delivery just now.", timeout=PATIENCE)
    qtbot.waitUntil(lambda: card.badge.word != "Needs attention", timeout=PATIENCE)


def test_activity_shows_the_deliveries_of_all_and_leads_to_a_run(
    qtbot: QtBot, open_desk: Callable[..., Desk], sender: Sender, working_hub: Hub, person: Actor, number: int
) -> None:
    secret = working_hub.webhooks.rotate(person, number)
    for n in range(3):
        assert sender.send(secret, message="nobody.knows", number=n) == 202
    desk = open_desk()
    page = window_of(desk).show_page(Page.ACTIVITY)
    assert isinstance(page, ActivityPage)
    page.tabs.setCurrentIndex(1)
    panel = page.deliveries
    qtbot.waitUntil(lambda: states(panel) == ["Refused"] * 3, timeout=PATIENCE)
    qtbot.waitUntil(lambda: panel.model.data(panel.model.index(0, 2)) == "Biometric", timeout=PATIENCE)
    assert panel.replay_all_button.text().replace("&", "") == "Replay all 3 failed"
    assert unnamed_controls(page) == []

    panel.table.selectAll()
    assert panel.replay_button.text().replace("&", "") == "Replay 3 deliveries"
    panel.state.setCurrentIndex(panel.state.findText("Processed"))
    qtbot.waitUntil(lambda: panel.empty_text.text() == "No delivery is in this state.", timeout=PATIENCE)
    qtbot.mouseClick(panel.clear_button, LEFT)
    qtbot.waitUntil(lambda: len(states(panel)) == 3, timeout=PATIENCE)

    working_hub.integrations.edit(
        person,
        number,
        read_integration(
            {"name": "Biometric", "baseUrl": "https://b.in", "apiKey": "x" * 9, "endpoints": {"attendance": "/a"}}
        ),
    )
    qtbot.mouseClick(panel.replay_all_button, LEFT)
    qtbot.waitUntil(lambda: states(panel) == ["Processed"] * 3, timeout=PATIENCE)
    panel.table.selectRow(0)
    qtbot.waitUntil(lambda: "nobody.knows" in panel.details.body.toPlainText(), timeout=PATIENCE)
    qtbot.mouseClick(panel.details.run_button, LEFT)
    assert page.tabs.currentIndex() == 0
    assert page.log.model.filter.integration_id == number
    assert page.log.model.filter.run_id is not None


def test_many_deliveries_are_fetched_as_they_are_scrolled_and_new_ones_keep_the_choice(
    qtbot: QtBot, open_desk: Callable[..., Desk], sender: Sender, working_hub: Hub, person: Actor, number: int
) -> None:
    secret = working_hub.webhooks.rotate(person, number)
    with working_hub._databases.hub.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO deliveries (integration_id, received_at, digest, body, state, size) "
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 450) "
            "SELECT ?, '2026-01-01T00:00:00.000000Z', i, x'7b7d', 'processed', 2 FROM n",
            (number,),
        )
    desk = open_desk()
    page = window_of(desk).show_page(Page.ACTIVITY)
    assert isinstance(page, ActivityPage)
    page.tabs.setCurrentIndex(1)
    panel = page.deliveries
    qtbot.waitUntil(lambda: panel.model.rowCount() == 200, timeout=PATIENCE)
    panel.table.scrollToBottom()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 400, timeout=PATIENCE)
    panel.table.scrollToBottom()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 450, timeout=PATIENCE)
    panel.table.selectRow(300)
    chosen = panel.details.delivery
    top = panel.table.rowAt(0)
    looked_at = panel.model.row_at(panel.model.index(top, 0))
    assert sender.send(secret) == 202
    qtbot.waitUntil(lambda: panel.model.rowCount() == 451, timeout=PATIENCE)
    assert panel.details.delivery == chosen
    assert panel.table.selectionModel().selectedRows()[0].row() == 301
    assert panel.model.row_at(panel.model.index(panel.table.rowAt(0), 0)) == looked_at


@pytest.mark.parametrize("role", [Role.IT_STAFF, Role.VIEWER])
def test_what_a_role_may_not_do_is_disabled_with_its_reason(
    qtbot: QtBot, open_desk: Callable[..., Desk], sender: Sender, number: int, role: Role
) -> None:
    desk = open_desk()
    calls = window_of(desk)._session.calls
    actor = replace(window_of(desk)._session.actor, role=role)
    session = Session(window_of(desk)._session.hub, actor, calls)
    if role is Role.VIEWER:
        page = ActivityPage(session)
        qtbot.addWidget(page)
        assert not page.tabs.isTabEnabled(1)
        assert "may not" in page.tabs.tabToolTip(1)
        return
    dialog = WebhookDialog(session, number, "Biometric")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.panel.status is not None, timeout=PATIENCE)
    for control in (dialog.panel.secret.make_button, dialog.panel.form.save_button, dialog.panel.form.scheme):
        assert not control.isEnabled()
        assert "Principal or Administrator" in control.toolTip()
    assert dialog.panel.test.button.isEnabled()


def test_any_body_can_be_shown() -> None:
    for body in (b"", b"\xff\xfe\x00", b'{"a": "\\ud800"}', b"[" * 50_000, b'{"a":1}', b"x" * 200_000):
        shown = body_text(Delivery(1, 1, utc_now(), body, DeliveryState.REFUSED))
        assert len(shown) < 70_000
        assert shown.encode("utf-8").decode("utf-8") == shown
    assert body_text(Delivery(1, 1, utc_now(), b'{"a":1}', DeliveryState.REFUSED)) == '{\n  "a": 1\n}'
