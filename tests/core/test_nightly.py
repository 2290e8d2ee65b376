"""When a nightly backup is due, what it is called, and which of the old ones may go."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pydantic import ValidationError

from hub_desktop.core.backups import BackupMade
from hub_desktop.core.nightly import (
    SETTLED,
    NightlyFile,
    NightlySettings,
    NightlyState,
    beyond,
    is_due,
    is_nightly_name,
    is_unfinished_name,
    name_of_nightly,
    next_night,
    night_of,
)

KOLKATA = ZoneInfo("Asia/Kolkata")
ZONES = [KOLKATA, ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York"), ZoneInfo("Pacific/Apia"), ZoneInfo("UTC")]
HOUR, MINUTE, DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)
LONG_UP = timedelta(days=1)
SETTINGS = NightlySettings()
zones = st.sampled_from(ZONES)
clock_times = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
moments = st.integers(0, 2**31).map(lambda seconds: datetime.fromtimestamp(seconds, UTC) + 11_000 * DAY)


def india(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=KOLKATA).astimezone(UTC)


def made(at: datetime) -> NightlyState:
    return NightlyState(at, BackupMade(at, "x", 1))


def due(now: datetime, state: NightlyState, up: timedelta = LONG_UP, settings: NightlySettings = SETTINGS) -> bool:
    return is_due(settings, state, KOLKATA, now, up)


def test_one_a_night_at_its_time_or_at_the_first_chance_after_it():
    last_night = made(india("2026-11-23 02:00:10"))
    assert not due(india("2026-11-24 01:59"), last_night)
    assert due(india("2026-11-24 02:00"), last_night)
    assert due(india("2026-11-24 11:30"), last_night), "the computer was off at two"
    assert not due(india("2026-11-24 11:30"), made(india("2026-11-24 02:00:10")))
    assert due(india("2026-11-24 11:30"), NightlyState()), "none was ever made"


def test_none_in_the_first_minutes_and_none_while_switched_off():
    assert not due(india("2026-11-24 11:30"), NightlyState(), SETTLED - MINUTE)
    assert due(india("2026-11-24 11:30"), NightlyState(), SETTLED)
    assert not due(india("2026-11-24 11:30"), NightlyState(), settings=NightlySettings(on=False))


def test_one_that_failed_is_tried_again_after_an_hour_and_in_the_next_night_at_once():
    failed = replace(made(india("2026-11-23 02:00")), tried=india("2026-11-24 02:00"), problem="The disk is full.")
    assert not due(india("2026-11-24 02:59"), failed)
    assert due(india("2026-11-24 03:00"), failed)
    late = replace(failed, tried=india("2026-11-24 01:30"))
    assert due(india("2026-11-24 02:00"), late)


def test_a_clock_that_was_set_back_makes_no_second_one_and_one_that_ran_years_ahead_keeps_none_waiting():
    assert not due(india("2026-11-24 01:30"), made(india("2026-11-24 02:10")))
    assert not due(india("2026-11-24 02:00"), made(india("2026-11-24 02:10")))
    assert due(india("2026-11-24 02:00"), made(india("2031-01-01 02:00")))
    assert due(india("2026-11-24 02:00"), NightlyState(tried=india("2031-01-01 02:00")))


@given(moments, clock_times, zones)
def test_every_moment_lies_in_one_night(moment: datetime, at: str, zone: ZoneInfo):
    night, following = night_of(moment, at, zone), next_night(moment, at, zone)
    assert night <= moment < following
    assert next_night(night, at, zone) == following
    assert night_of(following, at, zone) == following
    # A day that a zone left out, and hours that it left out or repeated.
    assert timedelta(0) < following - night <= 2 * DAY + HOUR


@pytest.mark.parametrize(("day", "utc"), [("2027-03-28", "01:30"), ("2026-10-25", "00:30"), ("2026-11-24", "01:30")])
def test_a_time_that_a_day_leaves_out_or_has_twice_comes_once(day: str, utc: str):
    end = datetime.fromisoformat(f"{day}T12:00+00:00")
    assert night_of(end, "02:30", ZoneInfo("Europe/Berlin")) == datetime.fromisoformat(f"{day}T{utc}+00:00")


steps = st.lists(
    st.tuples(
        st.sampled_from(["on", "off", "back", "ahead"]),
        st.integers(1, 40),
    ),
    min_size=1,
    max_size=40,
)


@given(moments, clock_times, zones, steps)
def test_never_two_a_night_and_never_none_where_the_computer_is_on_for_an_hour(
    start: datetime, at: str, zone: ZoneInfo, steps: list[tuple[str, int]]
):
    """What a person does to a computer, half an hour at a time; the clock is set back by less than a day in all."""
    settings, state, now, back = NightlySettings(at=at), NightlyState(), start, timedelta(0)
    up, nights = timedelta(0), []
    for what, times in steps:
        if what == "off":
            now, up = now + times * HOUR, timedelta(0)
        elif what == "back" and back + times * 10 * MINUTE < DAY:
            now, back = now - times * 10 * MINUTE, back + times * 10 * MINUTE
        elif what == "ahead":
            now += times * 10 * MINUTE
        for _ in range(times * 6 if what == "on" else 0):
            if is_due(settings, state, zone, now, up):
                state = made(now)
                nights.append(night_of(now, at, zone))
            elif up >= HOUR and now - night_of(now, at, zone) >= HOUR:
                assert state.made is not None
                assert state.made.at >= night_of(now, at, zone)
            now, up = now + 10 * MINUTE, up + 10 * MINUTE
    assert len(nights) == len(set(nights))


def test_the_name_says_when_and_of_which_folder_and_no_other_is_taken_for_one():
    name = name_of_nightly(datetime(2026, 11, 24, 2, 0, 3).astimezone(), "0123456789abcdef")
    assert name == "hub-desktop-nightly-2026-11-24-020003-01234567.hubbackup"
    assert is_nightly_name(name, "0123456789abcdef")
    assert not is_nightly_name(name, "fedcba9876543210"), "of another computer"
    for other in (
        "hub-desktop-2026-11-24.hubbackup",
        f"Copy of {name}",
        f"{name}.old",
        name.replace("nightly", "monthly"),
        name.removesuffix(".hubbackup"),
    ):
        assert not is_nightly_name(other, "0123456789abcdef"), other
    assert is_unfinished_name(f".{name}.x7_k2.part", "0123456789abcdef")
    assert not is_unfinished_name(f".{name}.x7_k2.part", "fedcba9876543210")
    assert not is_unfinished_name(name, "0123456789abcdef")


def file(number: int, at: datetime, size: int = 1) -> NightlyFile:
    return NightlyFile(Path(f"{number}.hubbackup"), at, size)


@given(st.lists(moments, min_size=1, max_size=70), st.integers(1, 60), st.data())
def test_the_newest_ones_stay_and_never_more_or_fewer(made_at: list[datetime], keep: int, data: st.DataObject):
    files = [file(number, at) for number, at in enumerate(made_at)]
    newest = data.draw(st.sampled_from(files))
    gone = beyond(files, newest.path, keep)
    stay = [one for one in files if one not in gone]
    assert newest in stay
    assert len(stay) == min(keep, len(files))
    before = [one for one in files if one.made_at <= newest.made_at]
    if set(before) == set(files):
        assert all(one.made_at <= other.made_at for one in gone for other in stay)


def test_one_from_a_clock_that_ran_ahead_goes_first():
    today = datetime(2026, 11, 24, tzinfo=UTC)
    files = [file(0, today), file(1, today - DAY), file(2, today - 2 * DAY), file(3, today + 900 * DAY)]
    assert beyond(files, files[0].path, 3) == [files[3]]
    assert beyond(files, files[0].path, 2) == [files[2], files[3]]
    assert beyond(files, Path("not there"), 1) == [], "the new one must be among them"


def test_files_that_were_lost_and_begun_anew_do_not_push_out_what_there_was():
    today = datetime(2026, 11, 24, tzinfo=UTC)
    full = [file(number, today - (10 + number) * DAY, 20_000) for number in range(3)]
    empty = [file(10 + number, today - number * DAY, 300) for number in range(7)]
    assert beyond([*full, *empty], empty[0].path, 7) == full[1:], "the last one from before the loss stays"
    assert beyond([*full, *empty[:2]], empty[0].path, 7) == []
    grown = file(20, today + DAY / 2, 15_000)
    assert full[0] in beyond([*full, *empty, grown], grown.path, 7), "it goes once as much is there again"


@given(st.lists(st.tuples(moments, st.integers(1, 100)), min_size=1, max_size=70), st.integers(1, 60), st.data())
def test_whatever_their_size_at_most_one_more_stays(made: list[tuple[datetime, int]], keep: int, data: st.DataObject):
    files = [file(number, at, size) for number, (at, size) in enumerate(made)]
    newest = data.draw(st.sampled_from(files))
    gone = beyond(files, newest.path, keep)
    assert newest not in gone
    assert min(keep, len(files)) <= len(files) - len(gone) <= keep + 1


@pytest.mark.parametrize("wrong", [{"keep": 0}, {"keep": 61}, {"at": "24:00"}, {"at": "two"}, {"nights": 3}])
def test_what_cannot_be_is_refused(wrong: dict[str, object]):
    with pytest.raises(ValidationError):
        NightlySettings.model_validate(wrong)
