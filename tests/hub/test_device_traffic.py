"""What devices do at the moment, counted without writing the disk for every call."""

import pytest

from hub_desktop.hub.device_traffic import UPLOADS_A_MINUTE, DeviceTraffic


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def traffic(clock: Clock) -> DeviceTraffic:
    return DeviceTraffic(clock)


def test_a_contact_is_worth_a_line_on_disk_twice_a_minute(traffic: DeviceTraffic, clock: Clock) -> None:
    noted = 0
    for _ in range(60):
        noted += traffic.heard("A")
        clock.now += 1
    assert noted == 2


def test_a_device_counts_as_in_contact_for_a_while(traffic: DeviceTraffic, clock: Clock) -> None:
    assert not traffic.was_in_contact("A")
    traffic.heard("A")
    clock.now += 89
    assert traffic.was_in_contact("A")
    assert not traffic.was_in_contact("B")
    clock.now += 2
    assert not traffic.was_in_contact("A")


def test_uploads_beyond_measure_wait_until_there_is_room_again(traffic: DeviceTraffic, clock: Clock) -> None:
    assert all(traffic.may_upload("A") for _ in range(UPLOADS_A_MINUTE))
    assert not traffic.may_upload("A")
    assert traffic.may_upload("B")
    clock.now += 1
    assert sum(traffic.may_upload("A") for _ in range(10)) == UPLOADS_A_MINUTE // 60


def test_an_unknown_device_that_calls_for_a_day_is_noted_a_few_dozen_times_and_counted_whole(
    traffic: DeviceTraffic, clock: Clock
) -> None:
    noted: list[int] = []
    for _ in range(24 * 360):
        times = traffic.refused("A", "192.168.1.50")
        if times is not None:
            noted.append(times)
        clock.now += 10
    assert len(noted) < 40
    left = sum(times for _, _, times in traffic.left())
    assert sum(noted) + left == 24 * 360
    assert traffic.left() == []


def test_serial_numbers_that_are_made_up_are_not_all_noted(traffic: DeviceTraffic, clock: Clock) -> None:
    noted = sum(traffic.refused(f"MADE-{number}", "192.168.1.50") is not None for number in range(1_000))
    assert noted <= 31
    clock.now += 60
    assert traffic.refused("REAL", "192.168.1.51") == 1
    traffic.forget("REAL")
    assert "REAL" not in [serial for serial, _, _ in traffic.left()]
