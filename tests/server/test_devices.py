"""Attendance devices against the real listener: nothing lost, nothing twice, and what is wrong is told."""

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.integration import read_integration
from hub_desktop.core.punches import DeviceWatch
from hub_desktop.core.runs import Run, RunStatus, Trigger
from hub_desktop.hub.hub import Hub
from hub_desktop.server.hub_listener import HubListener
from hub_desktop.store.punches import PunchStore
from tests.fakes.iclock_device import IclockDevice
from tests.fresh_hub import fresh_hub

PRINCIPAL = Actor("Meera", Role.PRINCIPAL, Face.WINDOW)
YESTERDAY = date.today() - timedelta(days=1)  # noqa: DTZ011 - the wall clock of this computer
FIRST_IN = {"rule": "first-in", "lateAfter": "09:15"}


@dataclass
class Gate:
    """A hub whose listener takes punches into one integration."""

    hub: Hub
    listener: HubListener
    number: int

    def device(self, serial: str = "CGZH201960123", *, allowed: bool = True, **more: Any) -> IclockDevice:
        """Return a device that hangs at the gate."""
        if allowed:
            self.hub.devices.allow(PRINCIPAL, serial, self.number, name=f"Device {serial[-3:]}", **more)
        return IclockDevice(self.listener.address, serial)

    def work_off(self) -> list[Run]:
        """Do what clock and lanes do, until nothing waits."""
        runs: list[Run] = []
        self.hub.devices.tick()
        while (ticket := self.hub.syncs.take(0.05)) is not None:
            run = self.hub.syncs.run_ticket(ticket)
            assert run is not None
            assert run.status is RunStatus.SUCCEEDED, run
            runs.append(run)
            self.hub.devices.tick()
        return runs

    def attendance(self) -> dict[tuple[str, str, str], tuple[str, str]]:
        """Return what is kept: (student, date, period) → (status, remarks)."""
        page = self.hub.records.find(PRINCIPAL, "attendance", limit=100_000)
        names = page.data_type.field_names
        rows = [dict(zip(names, row.values, strict=True)) for row in page.rows]
        return {(r["student_id"], r["date"], r["period"]): (r["status"], r["remarks"]) for r in rows}

    def punches(self) -> list[tuple[str, str]]:
        """Return the punches on disk, read by a connection of its own as after a crash."""
        with self.hub._databases.hub.connect() as connection:
            rows = connection.exec_driver_sql("SELECT pin, at FROM punches ORDER BY pin, at").all()
        return [(row[0], row[1]) for row in rows]

    def change(self, **endpoint: Any) -> None:
        """Give the integration another rule."""
        written = {"name": "Gate", "baseUrl": "devices:", "endpoints": {"attendance": endpoint}}
        self.hub.integrations.edit(PRINCIPAL, self.number, read_integration(written))


@pytest.fixture
def gate(tmp_path: Path) -> Iterator[Gate]:
    hub = fresh_hub(tmp_path / "data")
    written = {"name": "Gate", "baseUrl": "devices:", "endpoints": {"attendance": {"punches": FIRST_IN}}}
    number = hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id
    hub.listener_settings.change(PRINCIPAL, {"devicePush": True})
    listener = HubListener(hub, port=0)
    listener.start()
    try:
        yield Gate(hub, listener, number)
    finally:
        listener.stop()
        hub.close()


def at(written: str, day: int = 0) -> datetime:
    return datetime.combine(YESTERDAY + timedelta(days=day), time.fromisoformat(written))


DAY = YESTERDAY.isoformat()


def test_a_device_is_told_how_to_push_and_asked_for_attendance_alone(gate: Gate) -> None:
    device = gate.device(zone="Asia/Kolkata")
    assert device.greet()
    assert device.options["TimeZone"] == "330"
    assert device.options["Realtime"] == "1"
    assert device.options["TransFlag"] == "TransData AttLog"
    assert (device.options["Stamp"], device.options["ATTLOGStamp"]) == ("0", "0")
    assert device.poll() == "OK"
    for path in ("/iclock/ping", "/iclock/getrequest.aspx", "/iclock/cdata.aspx"):
        assert device.call("GET", f"{path}?SN={device.serial}")[0] == 200  # type: ignore[index]
    assert device.call("POST", f"/iclock/devicecmd?SN={device.serial}", b"ID=1&Return=0&CMD=INFO") == (200, "OK")
    answer = httpx.get(f"{gate.listener.address}/iclock/cdata", params={"SN": device.serial})
    assert answer.headers["content-type"].startswith("text/plain")
    # By it a device sets its clock.
    assert answer.headers["date"].endswith("GMT")
    view = gate.hub.devices.show(PRINCIPAL, device.serial)
    assert (view.device.firmware, view.device.push_version) == ("Ver 8.0.4.3-20200525", "2.4.1")
    assert (view.device.address, view.device.last_contact is not None) == ("127.0.0.1", True)


def test_punches_are_on_disk_before_the_answer_and_become_attendance(gate: Gate) -> None:
    device = gate.device()
    device.greet()
    device.punch("0042", at("08:57:03"))
    device.punch("7", at("09:20:00"))
    assert device.upload()
    assert device.answers[-1] == (200, "OK: 2")
    assert gate.punches() == [("0042", f"{DAY} 08:57:03"), ("7", f"{DAY} 09:20:00")]
    assert gate.attendance() == {}
    (run,) = gate.work_off()
    assert run.trigger is Trigger.WEBHOOK
    assert gate.attendance() == {("0042", DAY, ""): ("present", "08:57"), ("7", DAY, ""): ("late", "09:20")}
    assert gate.work_off() == []
    # A person's own sync finds nothing new either.
    assert gate.hub.syncs.run(PRINCIPAL, gate.number).total.read == 0


def test_a_late_punch_has_its_whole_day_drawn_anew(gate: Gate) -> None:
    gate.change(punches={"rule": "first-in-last-out", "lateAfter": "09:15"})
    first, second = gate.device("GATE-001"), gate.device("GATE-002")
    first.punch("42", at("09:20:00"))
    first.upload_all()
    gate.work_off()
    assert gate.attendance() == {("42", DAY, ""): ("late", "09:20")}
    # Another device was offline at that time, and brings what came before and after.
    second.punch("42", at("15:31:00"))
    second.punch("42", at("08:57:00"))
    second.upload_all()
    (run,) = gate.work_off()
    assert (run.total.added, run.total.changed) == (0, 1)
    assert gate.attendance() == {("42", DAY, ""): ("present", "08:57–15:31")}


def test_every_record_of_an_evening_may_change_without_being_held(gate: Gate) -> None:
    gate.change(punches={"rule": "first-in-last-out"})
    device = gate.device()
    for hour in ("09:00:00", "16:00:00"):
        for pin in range(1, 31):
            device.punch(str(pin), at(hour))
        device.upload_all()
        (run,) = gate.work_off()
        assert run.total.read == 30
    assert set(gate.attendance().values()) == {("present", "09:00–16:00")}


def test_lost_answers_cut_lines_and_repeats_lose_no_punch_and_double_none(gate: Gate) -> None:
    chance = random.Random(20261123)
    device = gate.device()
    made = []
    for number in range(120):
        when = at("08:00:00") + timedelta(seconds=61 * number)
        device.punch(str(number % 40 + 1), when)
        made.append((str(number % 40 + 1), f"{when:%Y-%m-%d %H:%M:%S}"))
    while device.waiting():
        match chance.randrange(6):
            case 0:
                device.upload(chance.randint(1, 20), lose_answer=True)
            case 1:
                device.upload(chance.randint(1, 20), cut_after=chance.randint(1, 200))
            case 2:
                # Switched off and on again, it goes on from where the server says that it stands.
                assert device.greet()
            case 3:
                device.acknowledged = max(device.acknowledged - 10, 0)
            case _:
                assert device.upload(chance.randint(1, 20))
        if chance.random() < 0.2:
            gate.work_off()
    assert gate.punches() == sorted(made)
    gate.work_off()
    assert len(gate.attendance()) == 40
    view = gate.hub.devices.show(PRINCIPAL, device.serial)
    assert (view.punches, view.aside) == (120, 0)
    assert view.device.duplicates > 0


def test_an_unknown_device_is_refused_counted_and_allowed_with_one_action(gate: Gate) -> None:
    device = gate.device("NEW-0001", allowed=False)
    device.punch("1", at("08:00:00"))
    assert not device.greet()
    assert not device.upload()
    assert [status for status, _ in device.answers] == [403, 403]
    (one,) = gate.hub.devices.unknown(PRINCIPAL)
    assert (one.serial, one.address, one.times) == ("NEW-0001", "127.0.0.1", 2)
    (finding,) = gate.hub.devices.findings(PRINCIPAL)
    assert "serial number NEW-0001 tried to connect from 127.0.0.1" in finding.sentence
    gate.hub.devices.allow(PRINCIPAL, one.serial, gate.number)
    assert gate.hub.devices.unknown(PRINCIPAL) == []
    assert device.greet()
    device.upload_all()
    gate.work_off()
    assert list(gate.attendance()) == [("1", DAY, "")]


def test_who_makes_up_serial_numbers_fills_nothing(gate: Gate) -> None:
    device = gate.device("NEW-0001", allowed=False)
    for number in range(120):
        device.call("GET", f"/iclock/getrequest?SN=MADE-UP-{number}")
    assert len(gate.hub.devices.unknown(PRINCIPAL)) <= 50
    audited = [row for row in gate.hub.audit.latest(PRINCIPAL, 1_000) if row.outcome == "refused"]
    assert len(audited) <= 50


def test_nothing_answers_while_device_push_is_off(gate: Gate) -> None:
    device = gate.device()
    gate.hub.listener_settings.change(PRINCIPAL, {"devicePush": False})
    assert not device.greet()
    assert device.answers[-1][0] == 404
    assert gate.hub.devices.unknown(PRINCIPAL) == []
    (finding,) = gate.hub.devices.show(PRINCIPAL, device.serial).findings
    assert "switched off in the settings" in finding.sentence


@pytest.mark.parametrize("query", ["", "SN=", "SN=a", "SN=GATE-001&SN=GATE-002", "SN=..%2Fetc", "SN=%00%00%00"])
def test_a_call_without_a_proper_serial_number_is_refused_and_not_remembered(gate: Gate, query: str) -> None:
    device = gate.device("GATE-001")
    assert device.call("GET", f"/iclock/cdata?{query}")[0] == 403  # type: ignore[index]
    assert gate.hub.devices.unknown(PRINCIPAL) == []


def test_a_blocked_device_and_one_of_a_switched_off_integration_keep_their_punches(gate: Gate) -> None:
    device = gate.device()
    device.punch("1", at("08:00:00"))
    gate.hub.devices.block(PRINCIPAL, device.serial)
    assert not device.upload()
    gate.hub.devices.allow(PRINCIPAL, device.serial, gate.number)
    gate.hub.integrations.set_enabled(PRINCIPAL, gate.number, False)
    assert not device.upload()
    assert "switched off or deleted" in gate.hub.devices.findings(PRINCIPAL)[0].sentence
    gate.hub.integrations.set_enabled(PRINCIPAL, gate.number, True)
    device.upload_all()
    gate.work_off()
    assert len(gate.attendance()) == 1
    gate.hub.integrations.delete(PRINCIPAL, gate.number)
    device.punch("2", at("08:00:00"))
    assert not device.upload()


def test_dates_after_a_power_cut_are_put_aside_with_the_reason_and_can_be_taken_in(gate: Gate) -> None:
    device = gate.device()
    device.greet()
    device.cut_power()
    device.punch("1")
    device.punch("2")
    device.set_clock()
    device.punch("3", at("08:00:00"))
    device.remember("rubbish")
    assert device.upload()
    assert device.answers[-1] == (200, "OK: 4")
    gate.work_off()
    assert list(gate.attendance()) == [("3", DAY, "")]
    view = gate.hub.devices.show(PRINCIPAL, device.serial)
    assert (view.punches, view.aside, view.ok) == (1, 3, False)
    rows = gate.hub.devices.aside(PRINCIPAL, device.serial)
    assert {row.punch.pin for row in rows if row.punch and "after a power cut" in row.reason} == {"1", "2"}
    # The device counts by what may be a wrong clock, so that it is not told to have come so far.
    device.greet()
    assert device.acknowledged == 0
    device.upload_all()
    assert gate.hub.devices.show(PRINCIPAL, device.serial).aside == 3
    unreadable = next(row for row in rows if row.punch is None)
    assert gate.hub.devices.discard(PRINCIPAL, device.serial, [unreadable.aside_id]) == 1
    assert gate.hub.devices.take_in(PRINCIPAL, device.serial) == 2
    gate.work_off()
    assert {key[1] for key in gate.attendance()} == {DAY, "2000-01-01"}
    assert gate.hub.devices.show(PRINCIPAL, device.serial).aside == 0


def test_a_longer_look_back_takes_in_what_was_too_old(gate: Gate) -> None:
    device = gate.device()
    device.punch("1", at("08:00:00") - timedelta(days=90))
    device.upload_all()
    assert gate.hub.devices.show(PRINCIPAL, device.serial).aside == 1
    view = gate.hub.devices.allow(PRINCIPAL, device.serial, gate.number, look_back_days=365)
    assert (view.punches, view.aside) == (1, 0)
    gate.work_off()
    assert len(gate.attendance()) == 1


@pytest.mark.parametrize(("minutes", "said"), [(10, "ahead"), (-10, "behind"), (90, "ahead")])
def test_a_clock_that_is_wrong_is_a_finding(gate: Gate, minutes: int, said: str) -> None:
    device = gate.device()
    device.set_clock(ahead=timedelta(minutes=minutes))
    device.greet()
    for pin in ("1", "2", "3"):
        device.punch(pin)
        device.upload_all()
    view = gate.hub.devices.show(PRINCIPAL, device.serial)
    assert view.seconds_ahead == pytest.approx(minutes * 60, abs=60)
    assert any(f"{abs(minutes)} minutes {said}" in finding.sentence for finding in view.findings)


def test_a_backlog_says_nothing_of_the_clock(gate: Gate) -> None:
    device = gate.device()
    device.punch("1", at("08:00:00"))
    device.upload_all()
    assert gate.hub.devices.show(PRINCIPAL, device.serial).seconds_ahead is None
    device.greet()
    for pin in range(30):
        device.punch(str(pin + 1), at("09:00:00"))
    device.upload_all()
    assert gate.hub.devices.show(PRINCIPAL, device.serial).seconds_ahead is None


def test_fingers_and_faces_are_acknowledged_and_not_kept(gate: Gate) -> None:
    device = gate.device()
    body = b"USER PIN=1\tName=Asha\nFP PIN=1\tFID=0\tTMP=T0NNXzIxTUU\n"
    path = f"/iclock/cdata?SN={device.serial}&table=OPERLOG&Stamp=9"
    assert device.call("POST", path, body) == (200, "OK: 2")
    with gate.hub._databases.hub.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM punches").scalar() == 0
    assert b"T0NNXzIxTUU" not in (Path(gate.hub.storage.state().folder) / "hub.db").read_bytes()
    options = b"~DeviceName=K40,~SerialNumber=CGZH201960123,FWVersion=Ver 6.60,IPAddress=192.168.1.201"
    assert device.call("POST", f"/iclock/cdata?SN={device.serial}&table=options", options) == (200, "OK: 1")
    assert gate.hub.devices.show(PRINCIPAL, device.serial).device.firmware == "Ver 6.60"


def test_an_upload_without_measure_is_refused_and_told(gate: Gate) -> None:
    device = gate.device()
    path = f"/iclock/cdata?SN={device.serial}&table=ATTLOG&Stamp=1"
    assert device.call("POST", path, b"1\t2026-11-23 08:00:00\n" * 20_001)[0] == 413  # type: ignore[index]
    assert gate.punches() == []
    view = gate.hub.devices.show(PRINCIPAL, device.serial)
    assert any("smaller pieces" in finding.sentence for finding in view.findings)
    device.punch("1", at("08:00:00"))
    device.upload_all()
    assert gate.hub.devices.show(PRINCIPAL, device.serial).ok


def test_a_device_that_uploads_without_end_is_slowed_down(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hub_desktop.hub.device_traffic.UPLOADS_A_MINUTE", 3)
    device = gate.device()
    for number in range(6):
        device.punch("1", at("08:00:00") + timedelta(minutes=number))
    answers = [device.upload(1) for _ in range(6)]
    assert answers == [True, True, True, False, False, False]
    assert device.answers[-1][0] == 429
    assert len(device.waiting()) == 3


@pytest.mark.errors_logged
def test_a_disk_that_refuses_is_tried_again(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    device = gate.device()
    device.punch("1", at("08:00:00"))

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(PunchStore, "receive", full)
    assert not device.upload()
    assert device.answers[-1][0] == 503
    assert "space" not in device.answers[-1][1]
    monkeypatch.undo()
    device.upload_all()
    assert len(gate.punches()) == 1


def test_another_rule_draws_all_days_anew(gate: Gate) -> None:
    device = gate.device()
    for day in (0, -1):
        device.punch("1", at("09:20:00", day))
    device.upload_all()
    gate.work_off()
    assert {status for status, _ in gate.attendance().values()} == {"late"}
    gate.change(punches={"rule": "first-in", "lateAfter": "09:30"})
    run = gate.hub.syncs.run(PRINCIPAL, gate.number)
    assert run.total.changed == 2
    assert {status for status, _ in gate.attendance().values()} == {"present"}


def test_what_another_rule_no_longer_gives_goes_where_the_list_is_complete(gate: Gate) -> None:
    device = gate.device()
    device.punch("1", at("09:20:00"))
    device.upload_all()
    gate.work_off()
    periods = {"rule": "periods", "periods": [{"name": "1", "start": "09:00", "end": "10:00"}]}
    gate.change(punches=periods, completeList=True)
    gate.work_off()
    assert list(gate.attendance()) == [("1", DAY, "1")]
    # What comes in bits is no complete list, and takes nothing away.
    device.punch("2", at("09:20:00"))
    device.upload_all()
    gate.work_off()
    assert list(gate.attendance()) == [("1", DAY, "1"), ("2", DAY, "1")]


def test_a_new_rule_leaves_attendance_whose_punches_are_no_longer_kept(gate: Gate) -> None:
    gate.change(punches=FIRST_IN, completeList=True)
    device = gate.device()
    for day in (-10, 0):
        device.punch("1", at("09:20:00", day))
    device.upload_all()
    gate.work_off()
    gate.hub.devices._punches.expire(YESTERDAY - timedelta(days=5))
    assert len(gate.punches()) == 1
    gate.change(punches={"rule": "first-in", "lateAfter": "09:30"}, completeList=True)
    run = gate.hub.syncs.run(PRINCIPAL, gate.number)
    assert (run.total.changed, run.total.removed) == (1, 0)
    assert {key[1]: status for key, (status, _) in gate.attendance().items()} == {
        at("09:20:00", -10).date().isoformat(): "late",
        DAY: "present",
    }
    assert any("are no longer kept" in row.message for row in gate.hub.activity.log(PRINCIPAL, run_id=run.run_id).rows)


def test_a_mapping_makes_student_numbers_of_the_numbers_of_the_device(gate: Gate) -> None:
    mapping = {"from": "userId", "to": "student_id", "transformations": [{"prefix": "CS"}]}
    gate.change(punches=FIRST_IN, mappings=[mapping])
    device = gate.device()
    device.punch("2101", at("08:57:00"))
    device.upload_all()
    gate.work_off()
    assert list(gate.attendance()) == [("CS2101", DAY, "")]
    found = gate.hub.privacy.find_person(PRINCIPAL, "CS2101")
    assert found.counts["punches"] == 1
    assert found.records["punches"] == [{"pin": "2101", "at": f"{DAY} 08:57:00", "device": "Device 123"}]
    gate.hub.privacy.erase_person(PRINCIPAL, "CS2101")
    assert (gate.punches(), gate.attendance()) == ([], {})


def test_a_person_is_erased_from_rows_that_cannot_be_read_too(gate: Gate) -> None:
    device = gate.device()
    path = f"/iclock/cdata?SN={device.serial}&table=ATTLOG&Stamp=1"
    assert device.call("POST", path, b"2101\tno time\n2102\tno time\n") == (200, "OK: 2")
    rows = gate.hub.devices.aside(PRINCIPAL, device.serial)
    assert [row.punch for row in rows] == [None, None]
    assert gate.hub.privacy.find_person(PRINCIPAL, "2101").counts == {"punches": 1}
    gate.hub.privacy.erase_person(PRINCIPAL, "2101")
    assert [row.raw for row in gate.hub.devices.aside(PRINCIPAL, device.serial)] == ["2102\tno time"]


def test_the_mapping_of_a_deleted_integration_still_tells_whose_punches_there_are(gate: Gate) -> None:
    mapping = {"from": "userId", "to": "student_id", "transformations": [{"prefix": "CS"}]}
    gate.change(punches=FIRST_IN, mappings=[mapping])
    device = gate.device()
    device.punch("2101", at("08:57:00"))
    device.upload_all()
    gate.hub.integrations.delete(PRINCIPAL, gate.number)
    gate.hub.privacy.erase_person(PRINCIPAL, "CS2101")
    assert gate.punches() == []


def test_punches_of_a_person_who_is_not_to_be_stored_again_are_not_kept(gate: Gate) -> None:
    mapping = {"from": "userId", "to": "student_id", "transformations": [{"prefix": "CS"}]}
    gate.change(punches=FIRST_IN, mappings=[mapping])
    gate.hub.privacy.erase_person(PRINCIPAL, "CS2101", exclude=True)
    device = gate.device()
    path = f"/iclock/cdata?SN={device.serial}&table=ATTLOG&Stamp=1"
    body = f"2101\t{DAY} 08:57:00\n2101\tno time\n2102\t{DAY} 08:57:00\n".encode()
    # The device is told that all was taken, or it would send it for ever.
    assert device.call("POST", path, body) == (200, "OK: 3")
    assert gate.punches() == [("2102", f"{DAY} 08:57:00")]
    assert gate.hub.devices.aside(PRINCIPAL, device.serial) == []
    gate.work_off()
    assert list(gate.attendance()) == [("CS2102", DAY, "")]
    gate.hub.privacy.allow_again(PRINCIPAL, "CS2101")
    device.punch("2101", at("08:57:00"))
    device.upload_all()
    assert ("2101", f"{DAY} 08:57:00") in gate.punches()


def test_a_preview_and_a_sample_show_attendance_and_write_nothing(gate: Gate) -> None:
    device = gate.device()
    device.punch("1", at("08:57:00"))
    device.upload_all()
    stored = gate.hub.integrations.get(PRINCIPAL, gate.number)
    preview = gate.hub.syncs.preview(PRINCIPAL, gate.number)
    assert preview.run.total.added == 1
    sample = gate.hub.samples.take(PRINCIPAL, stored.config, {}, "attendance", integration_id=gate.number)
    assert sample.records[0]["userId"] == "1"
    assert gate.attendance() == {}
    report = gate.hub.tests.stored(PRINCIPAL, gate.number)
    assert [check.name for check in report.checks] == ["Device push", "Devices", "attendance"]
    assert report.ok


def test_many_devices_at_once(gate: Gate) -> None:
    devices = [gate.device(f"GATE-{number:03}") for number in range(8)]
    for number, device in enumerate(devices):
        for pin in range(1, 21):
            device.punch(str(pin), at("08:00:00") + timedelta(minutes=number))
    push: Callable[[IclockDevice], None] = lambda device: device.upload_all(3)  # noqa: E731
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(push, devices))
    assert len(gate.punches()) == 160
    gate.work_off()
    assert set(gate.attendance().values()) == {("present", "08:00")}


def test_people_of_another_college_see_nothing_of_a_device(gate: Gate) -> None:
    device = gate.device()
    other = gate.hub.accounts.add_college(PRINCIPAL, "Other college")
    stranger = Actor("Ravi", Role.PRINCIPAL, Face.WINDOW, frozenset({other}))
    assert gate.hub.devices.all(stranger) == []
    with pytest.raises(Exception, match="no device with the serial number"):
        gate.hub.devices.show(stranger, device.serial)
    with pytest.raises(Exception, match="no integration"):
        gate.hub.devices.allow(stranger, "NEW-0001", gate.number)


def test_punches_past_their_time_are_let_go(gate: Gate) -> None:
    device = gate.device(look_back_days=1_000)
    device.punch("1", at("08:00:00") - timedelta(days=100))
    device.punch("1", at("08:00:00") - timedelta(days=800))
    device.punch("1", at("08:00:00"))
    device.upload_all()
    # What would be let go at once is put aside rather than lost.
    assert len(gate.hub.devices.aside(PRINCIPAL, device.serial)) == 1
    gate.work_off()
    assert len(gate.punches()) == 2
    gate.hub.devices.change_watch(PRINCIPAL, DeviceWatch(keep_days=90))
    gate.hub.devices._cleaned = None
    gate.hub.devices.tick()
    assert gate.punches() == [("1", f"{DAY} 08:00:00")]
    # Its attendance stays: how long that is kept is another question.
    assert len(gate.attendance()) == 2


def test_a_table_without_a_name_holds_punches_and_lower_case_is_answered_as_it_came(gate: Gate) -> None:
    gate.device("GATE-001")
    device = IclockDevice(gate.listener.address, "gate-001")
    assert device.greet()
    row = f"1\t{DAY} 08:57:00\t0\t1\n".encode()
    assert device.call("POST", f"/iclock/cdata?SN={device.serial}&Stamp=5", row) == (200, "OK: 1")
    assert len(gate.punches()) == 1


def test_punches_in_another_form_are_left_with_the_device(gate: Gate) -> None:
    device = gate.device()
    row = b"time=2026-11-23 08:57:00\tpin=1\tcardno=0\teventaddr=1\tevent=0"
    status, text = device.call("POST", f"/iclock/cdata?SN={device.serial}&table=rtlog", row)  # type: ignore[misc]
    assert (status, "T&A PUSH" in text) == (422, True)
    assert any("T&A PUSH" in finding.sentence for finding in gate.hub.devices.findings(PRINCIPAL))


def test_rubbish_without_end_is_left_with_the_device(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hub_desktop.hub.devices.MOST_ASIDE", 5)
    device = gate.device()
    for number in range(6):
        device.remember(f"rubbish {number}")
    assert device.upload(5)
    assert not device.upload(5)
    assert device.answers[-1][0] == 422
    assert gate.hub.devices.show(PRINCIPAL, device.serial).aside == 5
    gate.hub.devices.discard(PRINCIPAL, device.serial)
    device.upload_all()
