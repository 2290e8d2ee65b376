"""The card of an integration that devices feed, and the way from it to the devices."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from hub_desktop.core.actor import Actor
from hub_desktop.core.status import Light
from hub_desktop.hub.catalog import DEVICES_TEMPLATE
from hub_desktop.hub.hub import Hub
from hub_desktop.ui.application import Desk
from hub_desktop.ui.navigation import Page
from hub_desktop.ui.settings_page import SettingsPage
from hub_desktop.ui.style.widgets import Card
from tests.ui.conftest import card_named, cards_of, window_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise")
LEFT = Qt.MouseButton.LeftButton
LAN = "192.168.1.50"


def settings_of(desk: Desk) -> SettingsPage:
    window = window_of(desk)
    assert window.page is Page.SETTINGS
    page = window.show_page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    return page


def in_view(page: SettingsPage) -> bool:
    (card,) = (one for one in page.findChildren(Card) if one.accessibleName() == "Attendance devices")
    return not card.visibleRegion().isEmpty() and card.mapTo(page, card.rect().topLeft()).y() < page.height() // 2


def test_the_card_says_what_its_devices_need_and_leads_to_them(
    qtbot, working_hub: Hub, person: Actor, open_desk: Callable[..., Desk]
) -> None:
    filled = working_hub.catalog.fill(DEVICES_TEMPLATE, {}, name="Gate")
    number = working_hub.integrations.add(person, filled).integration_id
    desk = open_desk()
    card = card_named(cards_of(desk), "Gate")
    assert card.badge.word == "Needs attention"
    assert "Device push is switched off" in card.reason.text()
    assert "next" not in card.times.text()
    assert card.remedy.text() == "See the devices"
    qtbot.mouseClick(card.remedy, LEFT)
    page = settings_of(desk)
    qtbot.waitUntil(lambda: in_view(page), timeout=15_000)
    qtbot.waitUntil(lambda: not desk.window._session.calls._asked, timeout=15_000)
    qtbot.waitUntil(lambda: in_view(page), timeout=15_000)

    # Each step is shown without anybody asking for it.
    working_hub.listener_settings.change(person, {"devicePush": True, "host": "0.0.0.0"})
    qtbot.waitUntil(lambda: "No device may push yet" in card.reason.text(), timeout=15_000)
    working_hub.devices.allow(person, "GATE-001", number, name="Main gate")
    qtbot.waitUntil(lambda: card.badge.word == "Not run yet", timeout=15_000)
    assert card.devices.text() == "1 device, no contact yet"
    working_hub.devices.greet("GATE-001", LAN)
    working_hub.devices.receive(
        "GATE-001", LAN, f"1\t{datetime.now(UTC).astimezone():%Y-%m-%d %H:%M:%S}\t0\t1\n".encode()
    )
    qtbot.waitUntil(lambda: card.badge.word == "Active", timeout=15_000)
    assert card.devices.text() == "1 device, last contact just now"
    assert card.devices.toolTip() != ""
    working_hub.devices.receive("GATE-001", LAN, b"2\t2001-01-01 09:00:00\t0\t1\n")
    qtbot.waitUntil(lambda: "1 row of Main gate was put aside" in card.reason.text(), timeout=15_000)
    assert desk.board is not None
    assert desk.board.views[0].status.light is Light.ATTENTION


def test_adding_devices_from_the_catalog_goes_on_to_allowing_them(
    qtbot, working_hub: Hub, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk()
    window = window_of(desk)
    window.actions_of.on_add_asked()
    dialog = window.actions_of.dialog
    dialog.on_template_chosen(working_hub.catalog.find(DEVICES_TEMPLATE))  # type: ignore[union-attr]
    qtbot.mouseClick(dialog.template_page().save_button, LEFT)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: window.page is Page.SETTINGS, timeout=15_000)
    page = settings_of(desk)
    qtbot.waitUntil(lambda: in_view(page), timeout=15_000)
    qtbot.waitUntil(page.devices.empty.isVisible, timeout=15_000)
