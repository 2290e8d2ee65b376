"""A hub at the window whose listener is real and follows its settings, for devices that push."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from hub_desktop.core.actor import Role
from hub_desktop.core.integration import read_integration
from hub_desktop.server.hub_listener import HubListener
from hub_desktop.server.listener_keeper import ListenerKeeper
from hub_desktop.ui.bridge import EventBridge
from hub_desktop.ui.session import Session
from tests.fakes.iclock_device import IclockDevice
from tests.ui.opened import opened

RULE = {"rule": "first-in", "lateAfter": "09:15"}


@dataclass
class Pushing:
    """The window's side of a listener on loopback."""

    session: Session
    listener: HubListener
    bridge: EventBridge

    def add(self, name: str = "Gate") -> int:
        """Add an integration that devices feed."""
        written: dict[str, Any] = {
            "name": name,
            "baseUrl": "devices:",
            "endpoints": {"attendance": {"punches": RULE}},
        }
        return self.session.hub.integrations.add(self.session.actor, read_integration(written)).integration_id

    def device(self, serial: str = "CGZH201960123", *, minutes_ahead: int = 0) -> IclockDevice:
        """Return a device that calls the listener."""
        return IclockDevice(self.listener.address, serial, ahead=timedelta(minutes=minutes_ahead))

    def allow(self, serial: str, number: int, name: str) -> None:
        """Let a device in."""
        self.session.hub.devices.allow(self.session.actor, serial, number, name=name)

    def as_role(self, role: Role) -> Session:
        """Return the session of somebody else at the same window."""
        return replace(self.session, actor=replace(self.session.actor, role=role))

    def tell(self, screen: Any) -> None:
        """Let a screen hear the events of the hub, as the window does."""
        hear: Any = screen.on_event
        self.bridge.event_arrived.connect(hear)


@contextmanager
def pushing(folder: Path, *, push: bool = True) -> Iterator[Pushing]:
    """Open a hub with its listener on a free port of loopback."""
    with opened(folder) as session:
        changes: dict[str, Any] = {"port": free_port(), "devicePush": push}
        session.hub.listener_settings.change(session.actor, changes)
        listener = HubListener(session.hub)
        listener.start()
        keeper = ListenerKeeper(session.hub, listener)
        keeper.start()
        bridge = EventBridge(session.hub.events)
        try:
            yield Pushing(session, listener, bridge)
        finally:
            bridge.stop()
            keeper.stop()
            listener.stop()


def free_port() -> int:
    """Return a port of loopback that nobody has now."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])
