"""The listener as its settings say: TLS, a port for devices alone, and changes while the program goes on."""

import contextlib
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import ConfigurationError, PortTakenError
from hub_desktop.core.integration import read_integration
from hub_desktop.hub.hub import Hub
from hub_desktop.server.hub_listener import HubListener
from hub_desktop.server.listener_keeper import ListenerKeeper
from hub_desktop.server.listening import ListeningThread
from hub_desktop.server.tls import tls_context
from hub_desktop.store.certificate_files import TlsFiles
from hub_desktop.store.settings import SettingStore
from tests.fakes.iclock_device import IclockDevice
from tests.fakes.tls_files import made_files
from tests.fresh_hub import fresh_hub

PRINCIPAL = Actor("Meera", Role.PRINCIPAL, Face.WINDOW)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    hub = fresh_hub(tmp_path / "data")
    yield hub
    hub.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def listening(hub: Hub, **more: object) -> Iterator[HubListener]:
    listener = HubListener(hub, **more)  # type: ignore[arg-type]
    listener.start()
    try:
        yield listener
    finally:
        listener.stop()


@contextlib.contextmanager
def kept(hub: Hub, listener: HubListener, *, failed: bool = False) -> Iterator[None]:
    keeper = ListenerKeeper(hub, listener, look_seconds=0.05, try_again_seconds=0.1)
    keeper.start(failed=failed)
    try:
        yield
    finally:
        keeper.stop()
        listener.stop()


def eventually(holds: Callable[[], object]) -> None:
    deadline = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.02)


def trusting(files: TlsFiles) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=files.certificate)


def health(address: str, context: ssl.SSLContext | bool = False) -> str:
    try:
        return str(httpx.get(f"{address}/health", verify=context, timeout=5).json()["data"]["status"])
    except httpx.HTTPError as error:
        return type(error).__name__


def test_it_encrypts_with_the_certificate_a_person_chose(hub: Hub, tmp_path: Path) -> None:
    files = made_files(tmp_path / "tls", "127.0.0.1", password="a long word")
    written = {"port": free_port(), "certificate": files.certificate, "key": files.key}
    hub.listener_settings.change(PRINCIPAL, written, key_password=files.password)
    with listening(hub) as listener:
        assert listener.address == f"https://127.0.0.1:{written['port']}"
        assert health(listener.address, trusting(files)) == "ok"
        assert health(listener.address, ssl.create_default_context()) == "ConnectError"
        assert health(listener.address.replace("https", "http")) != "ok"
        old = trusting(files)
        with pytest.warns(DeprecationWarning, match="TLSv1_1"):
            old.maximum_version = ssl.TLSVersion.TLSv1_1
        assert health(listener.address, old) == "ConnectError"
        state = hub.listener_settings.state()
        assert (state.address, state.problem) == (listener.address, "")
    assert hub.listener_settings.state().address == ""


def test_who_says_nothing_where_tls_is_spoken_is_cut_off(tmp_path: Path) -> None:
    files = made_files(tmp_path, "127.0.0.1")

    async def nothing(*_: object) -> None:
        raise AssertionError("nobody agreed on TLS")

    with (
        ListeningThread(nothing, header_seconds=0.2, tls=tls_context(files)) as listener,
        socket.create_connection(("127.0.0.1", listener.port), timeout=5) as silent,
    ):
        assert silent.recv(1) == b""


def test_silent_connections_are_counted_before_they_agree_on_tls(tmp_path: Path) -> None:
    files = made_files(tmp_path, "127.0.0.1")

    async def nothing(*_: object) -> None:
        raise AssertionError("nobody sent a request")

    with (
        ListeningThread(nothing, limit_concurrency=2, header_seconds=30, tls=tls_context(files)) as listener,
        contextlib.ExitStack() as stack,
    ):
        place = ("127.0.0.1", listener.port)
        silent = [stack.enter_context(socket.create_connection(place, timeout=5)) for _ in range(4)]
        late = stack.enter_context(socket.create_connection(place, timeout=5))
        assert was_dropped(late)
        with pytest.raises(ssl.SSLError):
            # A handshake that fails makes room at once.
            trusting(made_files(tmp_path / "other", "127.0.0.1")).wrap_socket(silent.pop(), server_hostname="127.0.0.1")
        eventually(lambda: agrees(place, files))
        for one in silent:
            one.setblocking(False)
            with pytest.raises(BlockingIOError):
                one.recv(1)


def was_dropped(connection: socket.socket) -> bool:
    try:
        return connection.recv(1) == b""
    except ConnectionError:
        return True


def agrees(place: tuple[str, int], files: TlsFiles) -> bool:
    try:
        with socket.create_connection(place, timeout=5) as plain:
            trusting(files).wrap_socket(plain, server_hostname="127.0.0.1").close()
    except OSError:
        return False
    return True


def test_devices_may_have_a_port_for_themselves_without_encryption(hub: Hub, tmp_path: Path) -> None:
    files = made_files(tmp_path / "tls", "127.0.0.1")
    written = {"name": "Gate", "baseUrl": "devices:", "endpoints": {"attendance": {"punches": {"rule": "first-in"}}}}
    number = hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id
    hub.devices.allow(PRINCIPAL, "GATE-001", number)
    wanted = {"certificate": files.certificate, "key": files.key, "devicePush": True, "devicePort": free_port()}
    hub.listener_settings.change(PRINCIPAL, wanted | {"port": free_port()})
    with listening(hub) as listener:
        assert listener.device_address == f"http://127.0.0.1:{wanted['devicePort']}"
        assert IclockDevice(listener.device_address, "GATE-001").greet()
        # Nothing but devices is answered there, and no device is on the other one.
        assert httpx.get(f"{listener.device_address}/health").status_code == 404
        assert not IclockDevice(listener.address, "GATE-001", context=trusting(files)).greet()
    hub.listener_settings.change(PRINCIPAL, {"devicePort": None})
    with listening(hub) as listener:
        assert listener.device_address == ""
        assert IclockDevice(listener.address, "GATE-001", context=trusting(files)).greet()


def test_it_follows_changed_settings_while_the_program_goes_on(hub: Hub, tmp_path: Path) -> None:
    hub.listener_settings.change(PRINCIPAL, {"port": free_port()})
    files = made_files(tmp_path / "tls", "127.0.0.1")
    with listening(hub) as listener, kept(hub, listener):
        first = listener.address
        assert health(first) == "ok"
        wanted = {"port": free_port(), "certificate": files.certificate, "key": files.key}
        hub.listener_settings.change(PRINCIPAL, wanted)
        eventually(lambda: listener.address == f"https://127.0.0.1:{wanted['port']}")
        eventually(lambda: health(listener.address, trusting(files)) == "ok")
        assert health(first) == "ConnectError"
        # A certificate that is renewed in its place is noticed too.
        files = made_files(tmp_path / "tls", "127.0.0.1")
        eventually(lambda: health(listener.address, trusting(files)) == "ok")
        hub.listener_settings.change(PRINCIPAL, {"on": False})
        eventually(lambda: not listener.running)
        assert hub.listener_settings.state().problem == ""
        # Another process, such as a terminal, tells no event.
        SettingStore(hub._databases.hub).set("listener", {"port": free_port()})
        eventually(lambda: listener.running and health(listener.address) == "ok")


def test_a_port_that_is_taken_is_a_finding_until_it_is_free(hub: Hub) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        SettingStore(hub._databases.hub).set("listener", {"port": port})
        listener = HubListener(hub)
        with pytest.raises(PortTakenError, match=str(port)):
            listener.start()
        finding = hub.health()[0]
        assert (finding.ok, str(port) in finding.sentence) == (False, True)
        with kept(hub, listener, failed=True):
            time.sleep(0.3)
            assert not listener.running
            other.close()
            eventually(lambda: listener.running and health(listener.address) == "ok")
            assert hub.health()[0].ok


def test_what_is_given_to_the_command_goes_before_the_settings(hub: Hub) -> None:
    hub.listener_settings.change(PRINCIPAL, {"on": False})
    listener = HubListener(hub)
    listener.start()
    assert not listener.running
    with listening(hub, port=0) as given:
        assert given.address.startswith("http://127.0.0.1:")
        assert health(given.address) == "ok"


def test_a_place_that_cannot_be_listened_on_is_said_in_words(hub: Hub) -> None:
    with pytest.raises(ConfigurationError, match=r"no address 203\.0\.113\.77"):
        HubListener(hub, host="203.0.113.77", port=0).start()
    assert "203.0.113.77" in hub.listener_settings.state().problem


@pytest.mark.parametrize("host", ["x..y", f"{'a' * 70}.example", ".example"])
def test_what_is_no_name_is_said_in_words_too(hub: Hub, host: str) -> None:
    with pytest.raises(ConfigurationError, match="has no address") as raised:
        HubListener(hub, host=host, port=0).start()
    assert host in raised.value.sentence


def test_a_port_of_devices_that_is_taken_keeps_nobody_else_out_until_it_is_free(hub: Hub) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        settings = {"port": free_port(), "devicePush": True, "devicePort": other.getsockname()[1]}
        SettingStore(hub._databases.hub).set("listener", settings)
        with listening(hub) as listener:
            assert health(listener.address) == "ok"
            assert (listener.device_address, listener.running) == ("", True)
            assert str(settings["devicePort"]) in listener.problem
            found = [(one.ok, one.sentence) for one in hub.health() if one.name == "Listener"]
            assert [ok for ok, _ in found] == [False, True]
            assert found[0][1].startswith(listener.problem)
            thread = listener._thread
            with kept(hub, listener, failed=True):
                other.close()
                eventually(lambda: listener.device_address)
                assert httpx.get(f"{listener.device_address}/health").status_code == 404
                # Those who were connected to the other port noticed nothing.
                assert (listener._thread, listener.problem) == (thread, "")
                assert hub.health()[0].ok


def test_a_certificate_that_is_renewed_by_half_stops_nobody(hub: Hub, tmp_path: Path) -> None:
    files = made_files(tmp_path / "tls", "127.0.0.1")
    written = {"port": free_port(), "certificate": files.certificate, "key": files.key}
    hub.listener_settings.change(PRINCIPAL, written)
    before = trusting(files)
    with listening(hub) as listener, kept(hub, listener):
        renewed = made_files(tmp_path / "renewed", "127.0.0.1")
        thread = listener._thread
        Path(files.certificate).write_bytes(Path(renewed.certificate).read_bytes())
        eventually(lambda: hub.listener_settings.state().problem)
        assert "does not belong to the certificate" in listener.problem
        assert (listener._thread, hub.listener_settings.state().address) == (thread, listener.address)
        assert health(listener.address, before) == "ok"
        assert [one.ok for one in hub.health()][:2] == [False, True]
        Path(files.key).write_bytes(Path(renewed.key).read_bytes())
        eventually(lambda: listener.running and health(listener.address, trusting(renewed)) == "ok")
        eventually(lambda: hub.listener_settings.state().problem == "")
