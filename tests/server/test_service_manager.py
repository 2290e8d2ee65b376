"""The service manager hears how the program stands, over a real socket."""

import socket
import sys
from pathlib import Path

import pytest

from hub_desktop.server.service_manager import READY, STOPPING, tell_service_manager

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such sockets there")


@pytest.mark.parametrize("abstract", [False, True])
def test_it_hears_when_the_program_is_ready_and_when_it_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, abstract: bool
) -> None:
    if abstract and sys.platform != "linux":
        pytest.skip("names in no folder are Linux' own")
    path = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.settimeout(10)
        manager.bind("\0" + path if abstract else path)
        monkeypatch.setenv("NOTIFY_SOCKET", "@" + path if abstract else path)
        assert tell_service_manager(READY)
        assert tell_service_manager(STOPPING)
        assert [manager.recv(100), manager.recv(100)] == [b"READY=1", b"STOPPING=1"]


def test_without_one_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    assert not tell_service_manager(READY)
