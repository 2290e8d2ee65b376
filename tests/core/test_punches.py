"""Punches as devices send them: their rows, their impossible dates, and what they tell of a clock."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.device_address import serial_number
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.punches import (
    MOST_ROWS,
    DeviceWatch,
    Punch,
    drift_sentence,
    is_stale,
    raw_row,
    read_rows,
    seconds_ahead,
    time_zone_option,
    why_impossible,
)

NOW = datetime.fromisoformat("2026-11-23 12:00:00")
EARLIEST = datetime.fromisoformat("2026-10-24 00:00:00")


def gate(**more: Any) -> dict[str, Any]:
    endpoints = {"attendance": {"punches": {"rule": "first-in", "lateAfter": "09:15"}}}
    return {"name": "Gate", "baseUrl": "devices:", "endpoints": endpoints} | more


def test_rows_are_read_as_devices_of_several_firmwares_write_them() -> None:
    body = b"0042\t2026-11-23 08:57:03\t0\t1\t0\t0\t0\r\n7\t2026-11-23 15:31\t1\t15\n\nA-9\t2026-11-23 9:01:00\x00\n"
    punches, odd = read_rows(body)
    assert odd == []
    assert [(one.pin, f"{one.at:%d %H:%M:%S}", one.status, one.verify) for one in punches] == [
        ("0042", "23 08:57:03", "0", "1"),
        ("7", "23 15:31:00", "1", "15"),
        ("A-9", "23 09:01:00", "", ""),
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("42", "has no time"),
        ("42\tyesterday\t0", "time cannot be read"),
        ("42\t2026-02-30 08:00:00", "time cannot be read"),
        ("42\t2026-11-23 25:00:00", "time cannot be read"),
        ("0\t2026-11-23 08:00:00", "names nobody"),
        ("\t2026-11-23 08:00:00", "names nobody"),
        (f"{'9' * 41}\t2026-11-23 08:00:00", "number of the person"),
        ("4\x1b2\t2026-11-23 08:00:00", "number of the person"),
    ],
)
def test_a_row_that_is_no_punch_is_put_aside_and_not_lost(row: str, said: str) -> None:
    punches, (odd,) = read_rows(row.encode())
    assert (punches, odd.punch) == ([], None)
    assert said in odd.reason
    assert "\x1b" not in odd.raw


@given(st.binary(max_size=300))
def test_whatever_comes_each_line_is_a_punch_or_put_aside(body: bytes) -> None:
    punches, odd = read_rows(body)
    lines = [line for line in body.decode("utf-8-sig", "replace").splitlines() if line.strip("\x00 \t")]
    assert len(punches) + len(odd) == len(lines)
    assert all(len(one.raw) <= 300 for one in odd)


def test_more_rows_than_anybody_punches_are_refused() -> None:
    row = b"1\t2026-11-23 08:00:00\n"
    assert len(read_rows(row * MOST_ROWS)[0]) == MOST_ROWS
    with pytest.raises(ValueError, match="more than 20,000 rows"):
        read_rows(row * (MOST_ROWS + 1))


@given(
    st.text(st.characters(whitelist_categories=["L", "Nd"]), min_size=1, max_size=20).filter(lambda t: t.strip("0")),
    st.datetimes(min_value=datetime.fromisoformat("2000-01-01"), max_value=datetime.fromisoformat("2099-01-01")),
)
def test_a_punch_written_as_a_row_is_read_again(pin: str, at: datetime) -> None:
    punch = Punch(pin, at.replace(microsecond=0), "0", "1", "")
    assert read_rows(raw_row(punch).encode()) == ([punch], [])


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("1999-12-31 23:59:59", "before the year 2000"),
        ("2000-01-01 00:00:05", "after a power cut"),
        ("2026-10-23 23:59:59", "lies before 2026-10-24"),
        ("2026-11-23 12:15:01", "in the future"),
        ("2026-11-23 12:15:00", ""),
        ("2026-10-24 00:00:00", ""),
    ],
)
def test_impossible_dates_are_told_apart(at: str, said: str) -> None:
    reason = why_impossible(datetime.fromisoformat(at), now=NOW, earliest=EARLIEST, future_minutes=15)
    assert said in reason
    assert bool(reason) == bool(said)


@given(st.floats(-86_400, 86_400), st.lists(st.floats(0, 3_600), min_size=1, max_size=5))
def test_a_clock_is_judged_by_the_upload_that_was_least_late(ahead: float, delays: list[float]) -> None:
    told = seconds_ahead([delay - ahead for delay in delays])
    if told is None:
        assert len(delays) < 3
        assert ahead < min(delays)
    else:
        assert told == pytest.approx(ahead - min(delays), abs=1e-6)


def test_of_a_clock_nothing_is_known_without_uploads_and_old_ones_count_no_more() -> None:
    assert seconds_ahead([]) is None
    # One that comes late by forty minutes may be the first after an outage.
    assert seconds_ahead([2400.0]) is None
    assert seconds_ahead([-600.0, 1, 2, 3, 4, 5]) == -1


def test_a_wrong_clock_is_told_in_words() -> None:
    assert "about 10 minutes ahead" in drift_sentence("Main gate", 601)
    assert "about 3 minutes behind" in drift_sentence("Main gate", -179)


@pytest.mark.parametrize(
    ("last", "now", "stale"),
    [
        ("2026-11-23 11:30:00", "2026-11-23 12:00:00", False),
        ("2026-11-23 11:29:59", "2026-11-23 12:00:00", True),
        ("2026-11-21 12:00:00", "2026-11-23 08:30:00", False),
        ("2026-11-21 12:00:00", "2026-11-23 08:30:01", True),
        ("2026-11-23 08:00:00", "2026-11-23 17:00:01", False),
        ("2026-11-20 08:00:00", "2026-11-22 12:00:00", False),
    ],
)
def test_silence_counts_only_within_the_hours_of_the_watch(last: str, now: str, stale: bool) -> None:
    assert is_stale(datetime.fromisoformat(last), datetime.fromisoformat(now), DeviceWatch()) is stale


@pytest.mark.parametrize(("minutes", "written"), [(330, "330"), (0, "0"), (480, "8"), (-180, "-3"), (780, "780")])
def test_a_zone_is_written_as_devices_read_it(minutes: int, written: str) -> None:
    assert time_zone_option(timedelta(minutes=minutes)) == written


def test_a_serial_number_is_kept_in_capitals() -> None:
    assert serial_number(" cgzh201960123 ") == "CGZH201960123"
    for wrong in ("", "ab", "a b c", "x" * 41, "äöü", "../etc"):
        with pytest.raises(ValueError, match="3 to 40 letters"):
            serial_number(wrong)


def test_an_integration_of_devices_needs_no_sign_in_and_comes_back_as_it_was_written() -> None:
    config = read_integration(gate()).integration
    assert config.fed_by_devices
    assert config.to_json()["baseUrl"] == "devices://iclock"
    assert config.to_json()["authType"] == "none"
    assert read_integration(config.to_json()).integration == config


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"baseUrl": "devices://bluetooth"}, "devices://iclock"),
        ({"authType": "bearer"}, "without a sign-in"),
        ({"headers": {"X-A": "1"}}, "no headers"),
        ({"endpoints": {"attendance": "/punches"}}, "say how punches become attendance"),
        ({"endpoints": {"marks": {"punches": {"rule": "first-in"}}}}, "nothing else"),
        ({"endpoints": {"attendance": {"punches": {"rule": "first-out"}}}}, "first-in"),
        ({"endpoints": {"attendance": {"punches": {"rule": "first-in"}, "method": "POST"}}}, "“method” is for servers"),
        (
            {
                "endpoints": {
                    "attendance": {"punches": {"rule": "first-in"}},
                    "more": {"dataType": "attendance", "punches": {"rule": "first-in"}},
                }
            },
            "overwrite each other",
        ),
        ({"baseUrl": "https://erp.example.edu", "authType": "none"}, "“punches” is for devices"),
        (
            {
                "baseUrl": "/srv/exports",
                "endpoints": {"attendance": {"path": "a.csv", "punches": {"rule": "first-in"}}},
            },
            "devices that push",
        ),
    ],
)
def test_what_devices_cannot_be_asked_is_named(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        read_integration(gate() | changes)
    assert said in error.value.sentence


def test_another_rule_is_another_reading() -> None:
    one = read_integration(gate()).integration
    other = read_integration(gate(endpoints={"attendance": {"punches": {"rule": "first-in-last-out"}}})).integration
    assert one.fingerprint("attendance") != other.fingerprint("attendance")
