"""The program killed while devices push: what it acknowledged is kept, and what it did not is sent again, once."""

import json
import threading
import time
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path

from tests.fakes.iclock_device import IclockDevice
from tests.test_app import hub_desktop, serving

GATE = {"name": "Gate", "baseUrl": "devices:", "endpoints": {"attendance": {"punches": {"rule": "first-in"}}}}


def kept(folder: Path) -> dict[str, str]:
    """Return the attendance that is kept: student → remarks."""
    found = hub_desktop("--data-dir", str(folder), "records", "attendance", "--format", "json")
    return {row["student_id"]: row["remarks"] for row in json.loads(found.stdout)["records"]}


def test_killed_at_any_moment_it_loses_no_punch_and_doubles_none(tmp_path: Path) -> None:
    data_dir = ("--data-dir", str(tmp_path))
    assert hub_desktop(*data_dir, "integrations", "add", "-", given=json.dumps(GATE)).returncode == 0
    assert hub_desktop(*data_dir, "devices", "allow", "GATE-001", "--integration", "Gate").returncode == 0
    assert hub_desktop(*data_dir, "listener", "set", "--device-push", "on").returncode == 0
    device = IclockDevice("", "GATE-001")
    yesterday = date.today() - timedelta(days=1)  # noqa: DTZ011 - the wall clock of this computer
    for number in range(1, 101):
        device.punch(str(number), datetime.combine(yesterday, clock_time(8, number // 60, number % 60)))
    with serving(tmp_path) as (process, address):
        device.address = address
        threading.Timer(0.3, process.kill).start()
        while process.poll() is None and device.waiting():
            try:
                device.upload(2)
            except OSError:
                # The program died in the middle of it.
                break
        process.wait(20)
    with serving(tmp_path) as (_, address):
        device.address = address
        assert device.greet()
        device.upload_all()
        deadline = time.monotonic() + 60
        while len(kept(tmp_path)) < 100:
            assert time.monotonic() < deadline
    assert set(kept(tmp_path)) == {str(number) for number in range(1, 101)}
    shown = json.loads(hub_desktop(*data_dir, "devices", "show", "GATE-001", "--json").stdout)
    assert (shown["punches"], shown["aside"]) == (100, 0)
