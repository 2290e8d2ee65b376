"""The real clock over a real hub: it asks for nothing in quiet hours, and for what waited once they are over."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hub_desktop.clock.ticker import Clock
from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.integration import read_integration
from hub_desktop.core.runs import Trigger
from hub_desktop.hub.hub import Hub
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import MemoryVault

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
SOON = 5.0


def written(**more: Any) -> dict[str, Any]:
    return {
        "name": "ERP",
        "baseUrl": "https://erp.example.edu",
        "authType": "none",
        "endpoints": {"marks": "/m"},
    } | more


def test_the_clock_waits_for_the_end_of_quiet_hours(tmp_path: Path) -> None:
    hub = Hub.open(DataFolder(tmp_path / "d").prepare(), MemoryVault())
    hub.calendars.set_zone(PRINCIPAL, "UTC")
    now = datetime.now(UTC)
    quiet = {"from": f"{now - timedelta(hours=2):%H:%M}", "to": f"{now + timedelta(hours=2):%H:%M}"}
    silent = read_integration(written(schedule={"quietHours": [quiet]}))
    number = hub.integrations.add(PRINCIPAL, silent).integration_id
    ticks = threading.Semaphore(0)

    def tick() -> None:
        hub.tick()
        ticks.release()

    clock = Clock(tick, seconds=0.02)
    clock.start()
    try:
        for _ in range(3):
            assert ticks.acquire(timeout=SOON)
        assert hub.syncs.idle()
        assert hub.overview.one(PRINCIPAL, number).next_words.startswith("paused until ")
        hub.integrations.edit(PRINCIPAL, number, read_integration(written()))
        ticket = hub.syncs.take(SOON)
        assert ticket is not None
        assert ticket.trigger is Trigger.SCHEDULE
        hub.syncs._queue.done(ticket)
    finally:
        clock.stop()
        hub.close()
