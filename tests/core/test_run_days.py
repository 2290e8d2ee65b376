from datetime import date

import pytest

from hub_desktop.core.run_days import DayMark, RunDay, days_sentence, run_days
from hub_desktop.core.runs import RunStatus

TODAY = date(2026, 3, 2)


def test_every_day_up_to_today_is_there_also_those_without_a_run():
    found = run_days({date(2026, 3, 1): {RunStatus.SUCCEEDED: 2}, date(2025, 1, 1): {RunStatus.FAILED: 1}}, TODAY, 3)
    assert [one.day for one in found] == [date(2026, 2, 28), date(2026, 3, 1), TODAY]
    assert [one.mark for one in found] == [DayMark.NONE, DayMark.GOOD, DayMark.NONE]


@pytest.mark.parametrize(
    ("ended", "mark", "words"),
    [
        ({}, DayMark.NONE, "no sync"),
        ({RunStatus.CANCELLED: 2}, DayMark.NONE, "no sync"),
        ({RunStatus.SUCCEEDED: 1}, DayMark.GOOD, "1 sync"),
        ({RunStatus.SUCCEEDED: 2, RunStatus.FAILED: 1}, DayMark.MIXED, "3 syncs, 1 failed"),
        ({RunStatus.PARTIAL: 1, RunStatus.HELD: 1}, DayMark.BAD, "2 syncs, 1 brought only a part, 1 held back"),
    ],
)
def test_a_day_is_marked_by_what_came(ended, mark, words):
    day = RunDay(TODAY, ended)
    assert (day.mark, day.words) == (mark, words)


@pytest.mark.parametrize(
    ("ended", "sentence"),
    [
        ({}, "No sync in the last 30 days."),
        ({1: RunStatus.SUCCEEDED}, "Synced on 1 day of the last 30, without trouble."),
        (
            {1: RunStatus.SUCCEEDED, 2: RunStatus.FAILED},
            "Synced on 2 days of the last 30, with trouble on 2 Mar.",
        ),
    ],
)
def test_the_strip_is_said_in_a_sentence(ended, sentence):
    days = run_days({date(2026, 3, number): {status: 1} for number, status in ended.items()}, TODAY)
    assert days_sentence(days) == sentence


def test_of_many_days_with_trouble_only_the_last_are_named():
    days = run_days({date(2026, 2, number): {RunStatus.FAILED: 1} for number in range(10, 18)}, TODAY)
    assert days_sentence(days) == (
        "Synced on 8 days of the last 30, with trouble on 8, last on 15 Feb, 16 Feb and 17 Feb."
    )
