"""Attendance devices in the settings: devices that really call, over HTTP, and what a person does about them."""

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from hub_desktop.core.actor import Role
from hub_desktop.core.device_status import STATE_WORDS, DeviceState
from hub_desktop.core.errors import StorageError
from hub_desktop.core.runs import RunStatus
from hub_desktop.store.devices import UnknownDevice
from hub_desktop.ui.allow_device_dialog import AllowDeviceDialog
from hub_desktop.ui.device_dialog import DeviceDialog
from hub_desktop.ui.device_table import serial_of
from hub_desktop.ui.devices_panel import DevicesPanel
from hub_desktop.ui.tab_order import reading_order
from tests.accessibility import unnamed_controls
from tests.ui.pushing import Pushing, free_port, pushing

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton
SERIAL = "CGZH201960123"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Pushing]:
    with pushing(tmp_path / "data") as found:
        yield found


def show(qtbot, desk: Pushing, session=None) -> DevicesPanel:
    panel = DevicesPanel(session or desk.session)
    qtbot.addWidget(panel)
    desk.tell(panel)
    panel.resize(900, 700)
    panel.show()
    panel.load()
    qtbot.waitUntil(lambda: panel._read, timeout=15_000)
    return panel


def words(panel: DevicesPanel) -> list[list[str]]:
    model = panel.table.model_of
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def wait_for(qtbot, panel: DevicesPanel, *states: DeviceState) -> None:
    qtbot.waitUntil(lambda: [row[1] for row in words(panel)] == [_word(state) for state in states], timeout=15_000)


def _word(state: DeviceState) -> str:
    return STATE_WORDS[state]


def dialog_of(panel: DevicesPanel, kind: type[QDialog]):
    assert isinstance(panel.dialog, kind)
    return panel.dialog


def test_an_unknown_device_that_called_is_allowed_with_an_integration_made_for_it(qtbot, desk):
    panel = show(qtbot, desk)
    assert panel.empty.isVisible()
    assert not panel.table.isVisible()
    device = desk.device()
    assert not device.greet()
    wait_for(qtbot, panel, DeviceState.UNKNOWN)
    assert not panel.empty.isVisible()
    # Nothing need be looked for: it is chosen, and one button leads on.
    assert isinstance(panel.table.chosen(), UnknownDevice)
    assert f"{SERIAL} tried to connect from 127.0.0.1" in panel.said.text()
    qtbot.mouseClick(panel.allow_button, LEFT)
    dialog = dialog_of(panel, AllowDeviceDialog)
    qtbot.waitUntil(dialog.allow_button.isEnabled, timeout=15_000)
    assert unnamed_controls(dialog) == []
    assert (dialog.serial.text(), dialog.serial.isReadOnly()) == (SERIAL, True)
    assert dialog.new_name.isVisible()
    assert "so one is made" in dialog.of_device.fields["integration"].problem()
    qtbot.keyClicks(dialog.of_device.name, "Main gate")
    dialog.of_device.zone.setCurrentText("Asia/Kolkat")
    qtbot.mouseClick(dialog.allow_button, LEFT)
    qtbot.waitUntil(lambda: "is no time zone" in dialog.of_device.fields["zone"].problem(), timeout=15_000)
    # The integration was made, and trying again makes no second one.
    dialog.of_device.zone.setCurrentText("Asia/Kolkata")
    dialog.of_device.look_back.setText("7")
    with qtbot.waitSignal(dialog.allowed, timeout=15_000):
        qtbot.mouseClick(dialog.allow_button, LEFT)
    wait_for(qtbot, panel, DeviceState.WAITING)
    [view] = desk.session.hub.overview.all(desk.session.actor)
    assert (view.name, view.config.fed_by_devices) == ("Attendance devices", True)
    kept = desk.session.hub.devices.show(desk.session.actor, SERIAL).device
    assert (kept.name, kept.zone, kept.look_back_days) == ("Main gate", "Asia/Kolkata", 7)
    assert device.greet()
    wait_for(qtbot, panel, DeviceState.WELL)
    assert words(panel)[0][0] == "Main gate"
    assert words(panel)[0][2] == "just now"


def test_rows_put_aside_are_taken_in_or_discarded_by_the_chosen_ones(qtbot, desk):
    number = desk.add()
    desk.allow(SERIAL, number, "Main gate")
    device = desk.device()
    device.greet()
    device.punch("1", device.clock() - timedelta(days=1))
    for pin, at in (("2", "2001-01-01 08:00"), ("3", "2001-01-01 09:00")):
        device.punch(pin, datetime.fromisoformat(at))
    device.remember("no punch at all")
    device.upload_all()
    panel = show(qtbot, desk)
    wait_for(qtbot, panel, DeviceState.PUT_ASIDE)
    assert words(panel)[0][5] == "3"
    panel.table.selectRow(0)
    qtbot.mouseClick(panel.details_button, LEFT)
    dialog = dialog_of(panel, DeviceDialog)
    qtbot.waitUntil(lambda: len(dialog.table.words.rows()) == 3, timeout=15_000)
    assert unnamed_controls(dialog) == []
    assert (dialog.take_button.text(), dialog.discard_button.text()) == ("Take in 2 rows", "Discard 3 rows…")
    place = next(n for n, row in enumerate(dialog.table.words.rows()) if row[1].startswith("2 "))
    dialog.table.selectRow(place)
    assert (dialog.take_button.text(), dialog.discard_button.text()) == ("Take in 1 row", "Discard 1 row…")
    qtbot.mouseClick(dialog.take_button, LEFT)
    qtbot.waitUntil(lambda: len(dialog.table.words.rows()) == 2, timeout=15_000)
    assert "1 new punch taken in" in dialog.message.text()
    assert desk.session.hub.syncs.run(desk.session.actor, number).status is RunStatus.SUCCEEDED
    page = desk.session.hub.records.find(desk.session.actor, "attendance")
    assert sorted(row.values[page.data_type.field_names.index("student_id")] for row in page.rows) == ["1", "2"]

    qtbot.mouseClick(dialog.discard_button, LEFT)
    assert dialog.question is not None
    assert dialog.question.yes.text() == "Discard 2 rows"
    assert dialog.question.no.hasFocus() or not dialog.question.yes.isDefault()
    qtbot.mouseClick(dialog.question.yes, LEFT)
    qtbot.waitUntil(lambda: dialog.hint.text() == "Nothing was put aside.", timeout=15_000)
    assert not dialog.table.isVisible()
    wait_for(qtbot, panel, DeviceState.WELL)
    dialog.reject()


def test_what_is_set_for_a_device_is_changed_in_its_details(qtbot, desk):
    desk.add("Gate")
    other = desk.add("Hostel")
    desk.allow(SERIAL, other, "Main gate")
    panel = show(qtbot, desk)
    panel.table.selectRow(0)
    qtbot.mouseClick(panel.details_button, LEFT)
    dialog = dialog_of(panel, DeviceDialog)
    box = dialog.of_device.integration
    qtbot.waitUntil(lambda: box.count() == 2 and box.currentText() == "Hostel", timeout=15_000)
    dialog.of_device.name.setText("Side gate")
    dialog.of_device.look_back.setText("soon")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert "number of days" in dialog.of_device.fields["lookBackDays"].problem()
    dialog.of_device.look_back.setText("99999")
    qtbot.mouseClick(dialog.save_button, LEFT)
    qtbot.waitUntil(lambda: "3,650" in dialog.of_device.fields["lookBackDays"].problem(), timeout=15_000)
    dialog.of_device.look_back.setText("90")
    box.setCurrentIndex(box.findText("Gate"))
    qtbot.mouseClick(dialog.save_button, LEFT)
    qtbot.waitUntil(lambda: dialog.message.text() == "Saved.", timeout=15_000)
    qtbot.waitUntil(lambda: words(panel)[0][0] == "Side gate", timeout=15_000)
    assert words(panel)[0][6] == "Gate"
    dialog.reject()


def test_a_device_is_blocked_allowed_again_and_an_unknown_one_forgotten(qtbot, desk):
    desk.allow(SERIAL, desk.add(), "Main gate")
    device, stranger = desk.device(), desk.device("STRANGER9")
    device.greet()
    panel = show(qtbot, desk)
    stranger.greet()
    wait_for(qtbot, panel, DeviceState.UNKNOWN, DeviceState.WELL)
    panel.table.choose("STRANGER9")
    assert panel.block_button.text() == "Forget"
    qtbot.mouseClick(panel.block_button, LEFT)
    wait_for(qtbot, panel, DeviceState.WELL)
    panel.table.selectRow(0)
    assert not panel.allow_button.isVisible()
    qtbot.mouseClick(panel.block_button, LEFT)
    wait_for(qtbot, panel, DeviceState.BLOCKED)
    assert not device.greet()
    # It stays the chosen one.
    assert serial_of(panel.table.chosen()) == SERIAL
    assert panel.allow_button.text() == "Allow again"
    qtbot.mouseClick(panel.allow_button, LEFT)
    wait_for(qtbot, panel, DeviceState.WELL)
    assert device.greet()


def test_a_clock_that_is_ahead_is_told_in_minutes(qtbot, desk):
    desk.allow(SERIAL, desk.add(), "Main gate")
    device = desk.device(minutes_ahead=4)
    device.greet()
    device.punch("1")
    device.upload_all()
    panel = show(qtbot, desk)
    wait_for(qtbot, panel, DeviceState.WRONG_CLOCK)
    assert words(panel)[0][3:5] == ["4 min ahead", "1"]
    panel.table.selectRow(0)
    assert "The clock of Main gate is about 4 minutes ahead" in panel.said.text()


def test_what_could_not_be_read_is_taken_back_once_it_was(qtbot, desk, monkeypatch):
    panel = show(qtbot, desk)
    usual = desk.session.hub.devices.all

    def broken(_actor):
        raise StorageError("The disk is full.")

    monkeypatch.setattr(desk.session.hub.devices, "all", broken)
    panel.load()
    qtbot.waitUntil(lambda: panel.waiting.notice.sentence.text() == "The disk is full.", timeout=15_000)
    monkeypatch.setattr(desk.session.hub.devices, "all", usual)
    panel.load()
    qtbot.waitUntil(lambda: not panel.waiting.notice.isVisible(), timeout=15_000)
    # What an action said stays.
    panel.on_failed(StorageError("The device could not be blocked."))
    panel.load()
    qtbot.waitUntil(lambda: not desk.session.calls._asked and not panel._gather.isActive(), timeout=15_000)
    assert panel.message.text() == "The device could not be blocked."


def test_with_two_colleges_the_new_integration_is_made_in_the_chosen_one(qtbot, desk, monkeypatch):
    hub, actor = desk.session.hub, desk.session.actor
    _, second = (hub.accounts.add_college(actor, name) for name in ("First", "Second"))
    panel = show(qtbot, desk)
    qtbot.mouseClick(panel.add_button, LEFT)
    dialog = dialog_of(panel, AllowDeviceDialog)
    qtbot.waitUntil(dialog.allow_button.isEnabled, timeout=15_000)
    assert dialog.of_college.isVisible()
    assert unnamed_controls(dialog) == []
    dialog.of_college.setCurrentIndex(dialog.of_college.findData(second))
    dialog.serial.setText("GATE-7")
    gate, allow = threading.Event(), hub.devices.allow

    def slow(*given, **named):
        assert gate.wait(30)
        return allow(*given, **named)

    monkeypatch.setattr(hub.devices, "allow", slow)
    with qtbot.waitSignal(dialog.allowed, timeout=15_000):
        qtbot.mouseClick(dialog.allow_button, LEFT)
        dialog.reject()
        assert dialog.isVisible()
        gate.set()
    [view] = hub.overview.all(actor)
    assert view.college_id == second


def test_a_device_is_let_in_before_it_calls_by_its_serial_number(qtbot, desk):
    desk.add()
    panel = show(qtbot, desk)
    qtbot.mouseClick(panel.add_button, LEFT)
    dialog = dialog_of(panel, AllowDeviceDialog)
    qtbot.waitUntil(dialog.allow_button.isEnabled, timeout=15_000)
    assert dialog.focusWidget() is dialog.serial
    assert not dialog.new_name.isVisible()
    qtbot.mouseClick(dialog.allow_button, LEFT)
    assert "Type the serial number" in dialog._serial_field.problem()
    qtbot.keyClicks(dialog.serial, "?")
    qtbot.mouseClick(dialog.allow_button, LEFT)
    qtbot.waitUntil(lambda: "cannot be right" in dialog._serial_field.problem(), timeout=15_000)
    dialog.serial.setText("gate-7")
    with qtbot.waitSignal(dialog.allowed, timeout=15_000) as told:
        qtbot.mouseClick(dialog.allow_button, LEFT)
    assert told.args == ["GATE-7"]
    wait_for(qtbot, panel, DeviceState.WAITING)
    qtbot.waitUntil(lambda: panel.table.chosen() is not None, timeout=15_000)


def test_a_port_for_devices_alone_is_opened_and_what_to_type_into_them_told(qtbot, desk):
    desk.session.hub.listener_settings.change(desk.session.actor, {"devicePush": False})
    panel = show(qtbot, desk)
    push = panel.push
    assert not push.place.isVisible()
    push.on.setChecked(True)
    qtbot.mouseClick(push.save_button, LEFT)
    qtbot.waitUntil(lambda: "no device can" in push.closed.text(), timeout=15_000)
    port = free_port()
    qtbot.keyClicks(push.port, str(port))
    assert push.reach.isEnabled()
    push.reach.setCurrentIndex(push.reach.findText("All networks of this computer"))
    qtbot.mouseClick(push.save_button, LEFT)
    qtbot.waitUntil(lambda: desk.listener.device_address.endswith(f":{port}"), timeout=15_000)
    addresses = desk.session.hub.listener_settings.view(desk.session.actor).addresses
    if addresses:
        qtbot.waitUntil(push.place.isVisible, timeout=15_000)
        qtbot.mouseClick(push.copy_button, LEFT)
        said = QGuiApplication.clipboard().text()
        assert f"Server address: {addresses[0]}" in said
        assert f"Port: {port}" in said
        assert "HTTPS: off" in said
    assert desk.device().call("GET", f"/iclock/getrequest?SN={SERIAL}") is not None
    push.port.setText("x")
    push.port.textEdited.emit("x")
    qtbot.mouseClick(push.save_button, LEFT)
    assert "number of a port" in push.fields["devicePort"].problem()
    push.port.setText(str(desk.session.hub.listener_settings.settings().port))
    qtbot.mouseClick(push.save_button, LEFT)
    qtbot.waitUntil(lambda: "another port" in push.message.text() + push.fields["devicePort"].problem(), timeout=15_000)


def test_it_staff_look_and_a_viewer_is_told_who_may(qtbot, desk):
    desk.allow(SERIAL, desk.add(), "Main gate")
    panel = show(qtbot, desk, desk.as_role(Role.IT_STAFF))
    panel.table.selectRow(0)
    assert panel.details_button.isEnabled()
    for button in (panel.block_button, panel.add_button):
        assert not button.isEnabled()
        assert "Ask a colleague" in button.toolTip()
    assert not panel.push.on.isEnabled()
    qtbot.mouseClick(panel.details_button, LEFT)
    dialog = dialog_of(panel, DeviceDialog)
    qtbot.waitUntil(lambda: dialog.hint.text() != "", timeout=15_000)
    assert not dialog.save_button.isEnabled()
    dialog.reject()
    viewer = DevicesPanel(desk.as_role(Role.VIEWER))
    qtbot.addWidget(viewer)
    viewer.show()
    viewer.load()
    assert "Ask a colleague" in viewer.message.text()
    assert not viewer.table.isVisible()


def test_every_control_has_a_name(qtbot, desk):
    desk.device().greet()
    panel = show(qtbot, desk)
    wait_for(qtbot, panel, DeviceState.UNKNOWN)
    assert unnamed_controls(panel) == []


def test_the_tab_key_goes_in_the_order_of_reading(qtbot, desk):
    desk.device().greet()
    panel = show(qtbot, desk)
    wait_for(qtbot, panel, DeviceState.UNKNOWN)
    order = reading_order(panel)
    assert order == [
        panel.push.on,
        panel.push.port,
        panel.table,
        panel.allow_button,
        panel.block_button,
        panel.add_button,
    ]
    order[0].setFocus()
    for control in order[1:]:
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
        assert panel.focusWidget() is control
