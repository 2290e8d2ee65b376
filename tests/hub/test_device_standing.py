"""How the devices behind an integration are doing, as its card, the tray, the terminal and the API say it."""

import socket
from datetime import UTC, datetime, timedelta

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.attendance_rules import WEEKDAYS
from hub_desktop.core.device_status import DeviceState
from hub_desktop.core.errors import Remedy
from hub_desktop.core.events import DevicesChanged, Event, ListenerChanged
from hub_desktop.core.integration import read_integration
from hub_desktop.core.listener_settings import ListenerSettings
from hub_desktop.core.punches import DeviceWatch
from hub_desktop.core.status import Light, Status
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.listener_settings import ListenerState, ListenerView
from hub_desktop.hub.overview import summarise

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
LAN = "192.168.1.50"


@pytest.fixture
def gate(hub: Hub) -> int:
    written = {"name": "Gate", "baseUrl": "devices:", "endpoints": {"attendance": {"punches": {"rule": "first-in"}}}}
    return hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def wall_now() -> datetime:
    return datetime.now(UTC).astimezone().replace(tzinfo=None)


def status(hub: Hub, number: int) -> Status:
    return hub.overview.one(PRINCIPAL, number).status


def punch(hub: Hub, serial: str, at: datetime, pin: str = "1") -> None:
    hub.devices.receive(serial, LAN, f"{pin}\t{at:%Y-%m-%d %H:%M:%S}\t0\t1\n".encode())


def test_each_step_on_the_way_to_the_first_punch_is_told_with_what_to_do_next(hub: Hub, gate: int) -> None:
    found = status(hub, gate)
    assert (found.light, found.remedy) == (Light.ATTENTION, Remedy.SHOW_DEVICES)
    assert "Device push is switched off" in found.reason
    hub.listener_settings.change(PRINCIPAL, {"devicePush": True})
    assert "Only this computer can reach the listener" in status(hub, gate).reason
    hub.listener_settings.change(PRINCIPAL, {"host": "0.0.0.0", "on": False})
    assert "The listener is switched off" in status(hub, gate).reason
    hub.listener_settings.change(PRINCIPAL, {"on": True, "port": free_port()})
    assert status(hub, gate).reason.startswith("No device may push yet.")
    with pytest.raises(Exception, match="not allowed here"):
        hub.devices.greet("GATE-001", LAN)
    assert status(hub, gate).reason == "An unknown device tried to connect. Allow it if it is yours."
    assert summarise([hub.overview.one(PRINCIPAL, gate)]).sentence == "Your system needs a look at its devices."
    hub.devices.allow(PRINCIPAL, "GATE-001", gate, name="Main gate")
    assert (status(hub, gate).light, status(hub, gate).reason) == (Light.NEVER_RUN, "It waits for the first punch.")
    hub.devices.greet("GATE-001", LAN)
    punch(hub, "GATE-001", wall_now())
    hub.syncs.run(PRINCIPAL, gate)
    view = hub.overview.one(PRINCIPAL, gate)
    assert view.status.light is Light.ACTIVE
    assert view.devices is not None
    assert view.devices.allowed == 1
    assert view.devices.last_contact is not None
    assert hub.devices.show(PRINCIPAL, "GATE-001").punches_today == 1


def test_a_silent_device_a_wrong_clock_and_rows_put_aside_are_told(hub: Hub, gate: int) -> None:
    hub.listener_settings.change(PRINCIPAL, {"devicePush": True})
    for serial in ("GATE-001", "GATE-002", "GATE-003"):
        hub.devices.allow(PRINCIPAL, serial, gate, name=f"Device {serial[-1]}")
        hub.devices.greet(serial, LAN)
    hub.devices.block(PRINCIPAL, "GATE-003")
    punch(hub, "GATE-001", wall_now() + timedelta(minutes=6))
    punch(hub, "GATE-002", datetime.fromisoformat("2001-01-01 09:00"))
    hub.syncs.run(PRINCIPAL, gate)
    found = status(hub, gate)
    assert found.light is Light.ATTENTION
    lines = found.detail.splitlines()
    assert [line.split(".")[0] for line in lines] == [
        "The clock of Device 1 is about 6 minutes ahead, so attendance is judged by a wrong time",
        "1 row of Device 2 was put aside, because they cannot be right",
    ]
    states = {view.device.serial: view.state for view in hub.devices.all(PRINCIPAL)}
    assert states == {
        "GATE-001": DeviceState.WRONG_CLOCK,
        "GATE-002": DeviceState.PUT_ASIDE,
        "GATE-003": DeviceState.BLOCKED,
    }


def test_silence_counts_only_while_devices_are_expected(hub: Hub, gate: int, monkeypatch: pytest.MonkeyPatch) -> None:
    hub.listener_settings.change(PRINCIPAL, {"devicePush": True})
    hub.devices.allow(PRINCIPAL, "GATE-001", gate, name="Main gate")
    hub.devices.greet("GATE-001", LAN)
    assert status(hub, gate).light is Light.NEVER_RUN
    noon = (wall_now() + timedelta(days=1)).replace(hour=12, minute=0).astimezone()
    for views in (hub.devices._views, hub.overview._devices):
        monkeypatch.setattr(views, "_now", lambda: noon)
    today = WEEKDAYS[noon.weekday()]
    hub.devices.change_watch(PRINCIPAL, DeviceWatch(days=[day for day in WEEKDAYS if day != today]))
    assert hub.devices.show(PRINCIPAL, "GATE-001").state is DeviceState.WELL
    hub.devices.change_watch(PRINCIPAL, DeviceWatch(days=[today]))
    assert hub.devices.show(PRINCIPAL, "GATE-001").state is DeviceState.SILENT
    assert "has not been in contact since" in status(hub, gate).reason


def test_a_switched_off_integration_says_nothing_of_its_devices(hub: Hub, gate: int) -> None:
    hub.integrations.set_enabled(PRINCIPAL, gate, False)
    view = hub.overview.one(PRINCIPAL, gate)
    assert (view.status.light, view.devices) == (Light.INACTIVE, None)


def test_a_person_at_the_window_hears_of_rows_taken_in_and_of_the_listener(hub: Hub, gate: int) -> None:
    hub.listener_settings.change(PRINCIPAL, {"devicePush": True})
    hub.devices.allow(PRINCIPAL, "GATE-001", gate)
    punch(hub, "GATE-001", datetime.fromisoformat("2001-01-01 09:00"))
    heard: list[Event] = []
    hub.events.subscribe(heard.append)
    assert hub.devices.take_in(PRINCIPAL, "GATE-001") == 1
    assert DevicesChanged("GATE-001") in heard
    heard.clear()
    hub.listener_settings.started("http://127.0.0.1:1")
    assert heard == [ListenerChanged()]


@pytest.mark.parametrize(
    ("settings", "state", "addresses", "port", "encrypted"),
    [
        ({}, ListenerState(), (), 8765, False),
        ({"host": "0.0.0.0"}, ListenerState("http://127.0.0.1:9000"), ("10.0.0.5", "10.1.0.5"), 9000, False),
        ({"host": "10.0.0.5", "certificate": "c.pem"}, ListenerState(), ("10.0.0.5",), 8765, True),
        ({"certificate": "c.pem", "device_port": 8081}, ListenerState(), (), 8081, False),
        (
            {"device_port": 8081, "device_host": "10.1.0.5"},
            ListenerState("http://127.0.0.1:8765", "http://10.1.0.5:8081"),
            ("10.1.0.5",),
            8081,
            False,
        ),
    ],
)
def test_what_is_typed_into_a_device_follows_the_settings(settings, state, addresses, port, encrypted) -> None:
    view = ListenerView(ListenerSettings(**settings), state, False, ("10.0.0.5", "10.1.0.5"))
    place = view.device_place
    assert (place.addresses, place.port, place.encrypted) == (addresses, port, encrypted)
