from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.wrong_signatures import ATTENTION_LASTS, REPEATED, WrongSignatures, need_attention

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
RIGHT_ONES = st.lists(st.timedeltas(timedelta(0), 30 * DAY).map(lambda ago: NOW - ago), max_size=11)


def wrong(number=12, *, since=NOW - DAY, last=NOW):
    return WrongSignatures(number, since, last, "10.0.0.7")


@given(RIGHT_ONES, st.integers(0, REPEATED - 1))
def test_one_or_two_need_nobody(right_ones, number):
    assert not need_attention(wrong(number), right_ones, NOW)


def test_those_of_a_sender_that_never_came_through_need_somebody_at_once():
    assert need_attention(wrong(3, since=NOW - timedelta(seconds=2)), [], NOW)


@pytest.mark.parametrize(
    ("pause", "silent_for", "expected"),
    [
        (timedelta(minutes=1), timedelta(minutes=59), False),
        (timedelta(minutes=1), HOUR, True),
        (HOUR, HOUR, False),
        (HOUR, 2 * HOUR, True),
        (DAY, DAY, False),
        (DAY, 2 * DAY, True),
    ],
)
def test_right_ones_must_be_missing_for_longer_than_usual(pause, silent_for, expected):
    right_ones = [NOW - silent_for - pause * n for n in range(11)]
    assert need_attention(wrong(since=NOW - silent_for), right_ones, NOW) is expected


@given(RIGHT_ONES, st.timedeltas(timedelta(0), 400 * DAY), st.integers(REPEATED, 10**9))
def test_a_stranger_cannot_keep_the_light_from_turning_green(right_ones, later, number):
    """However many come, and however late the last: it ends a week after what the stranger cannot put off."""
    since = max([NOW, *right_ones])
    now = since + later
    found = need_attention(wrong(number, since=since, last=now), right_ones, now)
    longest = max((NOW - one for one in right_ones), default=timedelta(0)) * 2 + HOUR
    if later >= longest + ATTENTION_LASTS:
        assert not found


@given(RIGHT_ONES.filter(bool), st.integers(REPEATED, 10**9))
def test_beside_right_ones_wrong_ones_need_nobody(right_ones, number):
    now = max(right_ones) + timedelta(minutes=59)
    assert not need_attention(wrong(number, since=max(right_ones), last=now), right_ones, now)


def test_what_came_is_said_in_one_sentence():
    last = datetime.now(UTC).astimezone().replace(hour=9, minute=12)
    now = last + timedelta(minutes=1)
    assert wrong(last=last).sentence(now) == (
        "12 deliveries were refused: wrong signature, last today 09:12 from 10.0.0.7."
    )
    assert WrongSignatures(1, last, last).sentence(now + DAY) == (
        "1 delivery was refused: wrong signature, last yesterday 09:12."
    )
    assert " last on " in wrong(last=last).sentence(now + 9 * DAY)
