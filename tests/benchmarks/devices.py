"""How fast punches are taken in: one by one from many devices, a backlog of one, and the attendance drawn from them.

Run from the top level: `python -m tests.benchmarks.devices`. Real listener on the loopback, encrypted files, each
upload durable before its answer. Wall seconds and CPU seconds of the whole process, devices included.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from pathlib import Path

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.integration import read_integration
from hub_desktop.hub import device_traffic
from hub_desktop.hub.hub import Hub
from hub_desktop.server.hub_listener import HubListener
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import MemoryVault
from tests.fakes.iclock_device import IclockDevice

ASHA = Actor("Asha", Role.PRINCIPAL, Face.TERMINAL)
GATE = {
    "name": "Gate",
    "baseUrl": "devices:",
    "endpoints": {"attendance": {"punches": {"rule": "first-in-last-out", "lateAfter": "09:15"}}},
}
DEVICES = 8


def measured(name: str, number: int, work: Callable[[], None]) -> None:
    """Print how long a piece of work took, and how many a second that is."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{name:44} {wall:7.2f} s wall {cpu:7.2f} s CPU {number / wall:10,.0f} punches/s")


def main() -> None:
    """Measure with so many punches one by one, and so many in a backlog."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--live", type=int, default=2_000)
    parser.add_argument("--backlog", type=int, default=100_000)
    given = parser.parse_args()
    device_traffic.UPLOADS_A_MINUTE = 1_000_000
    with tempfile.TemporaryDirectory() as path:
        hub = Hub.open(DataFolder(Path(path)).prepare(), MemoryVault())
        number = hub.integrations.add(ASHA, read_integration(GATE)).integration_id
        hub.listener_settings.change(ASHA, {"devicePush": True})
        listener = HubListener(hub, port=0)
        listener.start()
        devices = [IclockDevice(listener.address, f"GATE-{n:03}") for n in range(DEVICES + 1)]
        for device in devices:
            hub.devices.allow(ASHA, device.serial, number)
        midnight = datetime.combine(date.today(), datetime.min.time()) - timedelta(days=25)  # noqa: DTZ011
        for n in range(given.live):
            devices[n % DEVICES].punch(str(n % 500 + 1), midnight + timedelta(hours=8, seconds=n))
        for n in range(given.backlog):
            when = midnight + timedelta(days=n // 5_000, hours=8 + n % 2 * 7, seconds=n % 5_000)
            devices[-1].punch(str(n // 2 % 2_500 + 1), when)

        def live() -> None:
            with ThreadPoolExecutor(DEVICES) as pool:
                list(pool.map(lambda device: device.upload_all(1), devices[:-1]))

        def draw() -> None:
            print(f"  {hub.syncs.run(ASHA, number).total}")

        measured(f"{given.live:,} punches one by one, {DEVICES} devices", given.live, live)
        measured(
            f"a backlog of {given.backlog:,} in uploads of 1,000", given.backlog, lambda: devices[-1].upload_all(1_000)
        )
        measured("attendance drawn from all of them", given.live + given.backlog, draw)
        measured("drawn again, nothing new", given.live + given.backlog, draw)
        listener.stop()
        hub.close()


if __name__ == "__main__":
    main()
