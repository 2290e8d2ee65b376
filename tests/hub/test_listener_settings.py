"""The settings of the listener: what works is kept, what cannot work is said, and what became of it is told."""

import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import ConfigurationError, NotAllowedError, PortTakenError
from hub_desktop.core.events import ListenerChanged
from hub_desktop.core.listener_settings import ListenerSettings, is_on_the_lan
from hub_desktop.hub.hub import Hub
from tests.fakes.tls_files import made_files

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which another program listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_it_listens_on_this_computer_alone_until_a_person_says_otherwise(hub: Hub) -> None:
    settings = hub.listener_settings.settings()
    assert (settings.on, settings.host, settings.port, settings.device_push) == (True, "127.0.0.1", 8765, False)
    assert not settings.encrypted
    assert not settings.open_to_network


def test_a_change_is_kept_audited_and_told(hub: Hub) -> None:
    heard: list[object] = []
    hub.events.subscribe(heard.append)
    view = hub.listener_settings.change(PRINCIPAL, {"port": 18_765, "devicePush": True})
    assert (view.settings.port, view.settings.device_push) == (18_765, True)
    assert hub.listener_settings.settings() == view.settings
    assert ListenerChanged() in heard
    row = hub.audit.latest(PRINCIPAL, 1)[0]
    assert (row.use_case, row.subject, row.outcome) == ("settings.change", "listener", "done")
    assert "port: 18765" in row.detail
    view = hub.listener_settings.change(PRINCIPAL, {"host": "0.0.0.0"})
    assert view.settings.port == 18_765
    assert any("nothing that is sent to it is encrypted" in said for said in view.warnings)


@pytest.mark.parametrize(
    ("written", "field", "said"),
    [
        ({"prot": 1}, "prot", "Did you mean “port”"),
        ({"port": 0}, "port", "“port” cannot be that"),
        ({"port": 70_000}, "port", "“port” cannot be that"),
        ({"host": "the gate"}, "host", "no address to listen on"),
        ({"host": ""}, "", "needs an address"),
        ({"host": "203.0.113.77"}, "host", "This computer has no address 203.0.113.77"),
        ({"key": "/srv/key.pem"}, "", "A key needs the certificate"),
        ({"certificate": "/srv/none.pem"}, "certificate", "No such file"),
        ({"certificate": "chain.pem"}, "certificate", "whole path"),
        ({"certificate": "/srv/none.pem", "key": "key.pem"}, "key", "whole path"),
        ({"devicePort": 8765}, "", "another port than everything else"),
        ({"deviceHost": "127.0.0.1"}, "", "needs a port for devices alone"),
        ({"devicePush": True, "devicePort": 18_766, "deviceHost": "203.0.113.77"}, "deviceHost", "no address"),
    ],
)
def test_what_cannot_work_is_said_and_changes_nothing(
    hub: Hub, written: dict[str, object], field: str, said: str
) -> None:
    with pytest.raises(ConfigurationError, match=said) as error:
        hub.listener_settings.change(PRINCIPAL, written)
    assert error.value.field == field
    assert hub.listener_settings.settings() == ListenerSettings()


def test_a_port_of_another_program_is_named_before_it_is_tried(hub: Hub, taken: int) -> None:
    with pytest.raises(PortTakenError, match=str(taken)):
        hub.listener_settings.change(PRINCIPAL, {"port": taken})
    with pytest.raises(PortTakenError, match=str(taken)):
        hub.listener_settings.change(PRINCIPAL, {"devicePush": True, "devicePort": taken})
    # Switched off, it needs none.
    assert hub.listener_settings.change(PRINCIPAL, {"port": taken, "on": False}).settings.port == taken


def test_the_password_of_the_key_goes_to_the_vault_and_nowhere_else(hub: Hub, tmp_path: Path) -> None:
    files = made_files(tmp_path, "127.0.0.1", password="a-p4ssword-of-the-key")
    written = {"certificate": files.certificate, "key": files.key}
    with pytest.raises(ConfigurationError, match="locked with a password"):
        hub.listener_settings.change(PRINCIPAL, written)
    view = hub.listener_settings.change(PRINCIPAL, written, key_password=files.password)
    assert view.key_password_kept
    assert view.certificate is not None
    assert hub.listener_settings.tls_files() == files
    assert files.password not in repr(view) + repr(hub.audit.latest(PRINCIPAL, 10)) + repr(files)
    assert files.password not in hub.redactor().text(f"the password is {files.password}")
    # Not given again, it is as it was.
    assert hub.listener_settings.change(PRINCIPAL, {"port": 18_765}).key_password_kept
    with pytest.raises(ConfigurationError, match="locked"):
        hub.listener_settings.change(PRINCIPAL, {}, key_password="")


def test_a_certificate_that_ends_soon_and_one_that_is_gone_are_findings(hub: Hub, tmp_path: Path) -> None:
    files = made_files(tmp_path, "127.0.0.1", ends=timedelta(days=10))
    view = hub.listener_settings.change(PRINCIPAL, {"certificate": files.certificate, "key": files.key})
    assert any("Renew it" in said for said in view.warnings)
    assert [finding.ok for finding in hub.listener_settings.findings()] == [True, False]
    Path(files.certificate).unlink()
    assert "No such file" in hub.listener_settings.findings()[1].sentence
    assert any("No such file" in said for said in hub.listener_settings.view(PRINCIPAL).warnings)


def test_only_who_manages_all_colleges_changes_it(hub: Hub) -> None:
    for actor in (
        Actor("Ravi", Role.IT_STAFF, Face.WINDOW),
        Actor("Ravi", Role.PRINCIPAL, Face.WINDOW, frozenset({1})),
    ):
        with pytest.raises(NotAllowedError):
            hub.listener_settings.change(actor, {"on": False})
    assert hub.listener_settings.settings().on


def test_a_listener_that_is_off_is_said_to_be(hub: Hub) -> None:
    hub.listener_settings.change(PRINCIPAL, {"on": False})
    (finding,) = hub.listener_settings.findings()
    assert (finding.ok, "switched off" in finding.sentence) == (True, True)
    assert finding in hub.health()


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("192.168.1.50", True),
        ("10.20.30.40", True),
        ("172.16.5.5", True),
        ("fe80::1%eth0", True),
        ("fd00::5", True),
        ("::ffff:192.168.1.50", True),
        ("::ffff:8.8.8.8", False),
        ("8.8.8.8", False),
        ("2a00:1450::1", False),
        ("0.0.0.0", False),
        ("testclient", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_college_s_own_network_are_near(address: str, near: bool) -> None:
    assert is_on_the_lan(address) is near


def test_a_device_that_calls_from_the_internet_is_refused(hub: Hub) -> None:
    from hub_desktop.core.integration import read_integration
    from hub_desktop.hub.devices import UnknownDeviceError

    written = {
        "name": "Gate",
        "baseUrl": "devices:",
        "endpoints": {"attendance": {"punches": {"rule": "first-in"}}},
    }
    number = hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id
    hub.listener_settings.change(PRINCIPAL, {"devicePush": True})
    hub.devices.allow(PRINCIPAL, "GATE-001", number)
    hub.devices.contact("GATE-001", "192.168.1.50")
    with pytest.raises(UnknownDeviceError):
        hub.devices.receive("GATE-001", "8.8.8.8", b"1\t2026-11-23 08:00:00")
