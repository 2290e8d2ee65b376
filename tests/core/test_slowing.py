from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.slowing import Allowance, Slowed, Slowing


def test_the_first_are_answered_at_once_then_ever_later_then_told_to_wait():
    slowing = Slowing()
    answers = [slowing.wrong("a", 0.0) for _ in range(30)]
    assert answers[:10] == [Slowed()] * 10
    assert [answer.delay for answer in answers[10:16]] == [0.1, 0.2, 0.4, 0.8, 1.6, 2.0]
    assert [answer.pause for answer in answers[16:24]] == [2, 4, 8, 16, 32, 60, 60, 60]
    assert all(answer.delay == 0 for answer in answers[16:])


def test_others_are_not_slowed_and_a_quiet_while_is_forgiven():
    slowing = Slowing()
    for _ in range(30):
        slowing.wrong("a", 0.0)
    assert slowing.wrong("b", 0.0) == Slowed()
    assert slowing.wrong("a", 121.0) == Slowed()


@given(st.lists(st.integers(0, 20_000), max_size=300))
def test_memory_is_bounded(senders):
    slowing = Slowing()
    for sender in range(4_096):
        slowing.wrong(sender, 0.0)
    for sender in senders:
        slowing.wrong(sender, 1.0)
    assert len(slowing) <= 4_096


def test_a_minutes_worth_may_come_at_once_and_no_more():
    allowance = Allowance()
    assert [allowance.pause(1, 60, 0.0) for _ in range(60)] == [0] * 60
    assert allowance.pause(1, 60, 0.0) == 1
    assert allowance.pause(2, 60, 0.0) == 0
    assert allowance.pause(1, 60, 1.5) == 0
    assert allowance.pause(1, 60, 1.5) > 0


@given(st.lists(st.floats(0, 10), max_size=400), st.integers(1, 1_000))
def test_over_any_time_no_more_is_let_through_than_allowed(pauses, per_minute):
    allowance, now, taken = Allowance(), 100.0, 0
    for pause in pauses:
        now += pause
        taken += allowance.pause(1, per_minute, now) == 0
    assert taken <= per_minute * (1 + (now - 100.0) / 60) + 1
