"""The tick comes, whatever the wall clock does, and never twice at a time."""

import logging
import threading
from datetime import UTC, datetime, timedelta

import pytest

from hub_desktop.clock import ticker
from hub_desktop.clock.ticker import Clock

SOON = 5.0


class Asked:
    """Counts the ticks and lets a test wait for them."""

    def __init__(self) -> None:
        self.times = 0
        self._more = threading.Condition()

    def __call__(self) -> None:
        with self._more:
            self.times += 1
            self._more.notify_all()

    def reached(self, times: int) -> bool:
        with self._more:
            return self._more.wait_for(lambda: self.times >= times, SOON)


def test_it_ticks_again_and_again_and_stops() -> None:
    asked = Asked()
    clock = Clock(asked, seconds=0.02)
    clock.start()
    assert asked.reached(3)
    clock.stop()
    after = asked.times
    assert not clock._beating.is_alive()
    assert asked.times == after


def test_a_failing_tick_does_not_end_the_ticking(caplog: pytest.LogCaptureFixture) -> None:
    asked = Asked()

    def fail() -> None:
        asked()
        raise RuntimeError("disk full")

    with caplog.at_level(logging.CRITICAL, logger=ticker.__name__):
        clock = Clock(fail, seconds=0.02)
        clock.start()
        assert asked.reached(2)
        clock.stop()


def test_a_slow_tick_is_never_doubled() -> None:
    going = threading.Semaphore(1)
    doubled = threading.Event()
    asked = Asked()

    def slow() -> None:
        if not going.acquire(blocking=False):
            doubled.set()
            return
        asked()
        threading.Event().wait(0.1)
        going.release()

    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    clock = Clock(slow, seconds=0.01)
    clock.start()
    assert asked.reached(3)
    clock.stop()
    assert not doubled.is_set()


@pytest.mark.parametrize("jump", [timedelta(hours=-5), timedelta(days=400)])
def test_it_goes_on_when_the_wall_clock_jumps(monkeypatch: pytest.MonkeyPatch, jump: timedelta) -> None:
    asked = Asked()
    clock = Clock(asked, seconds=0.02)
    clock.start()
    assert asked.reached(1)
    # What the scheduler was told before the jump now lies far from the present.
    clock._scheduler.modify_job("tick", next_run_time=datetime.now(UTC) - jump)
    so_far = asked.times
    assert asked.reached(so_far + 2)
    clock.stop()


def test_a_pause_is_kept_and_ended() -> None:
    asked = Asked()
    clock = Clock(asked, seconds=0.02)
    clock.pause(3600)
    assert clock.paused
    clock.start()
    threading.Event().wait(0.15)
    assert asked.times == 0
    clock.pause(0)
    assert not clock.paused
    assert asked.reached(1)
    clock.stop()


def test_a_pause_is_over_when_either_clock_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    began = wall = datetime(2026, 11, 23, 12, tzinfo=UTC)
    beats = 1000.0
    monkeypatch.setattr(ticker.time, "monotonic", lambda: beats)
    clock = Clock(lambda: None, now=lambda: wall)
    clock.pause(3600)
    beats, wall = 4599.0, began + timedelta(minutes=59)
    assert clock.paused
    # The computer slept: the monotonic clock stood still meanwhile.
    beats, wall = 1001.0, began + timedelta(hours=1)
    assert not clock.paused
    # The clock on the wall was set back.
    beats, wall = 4600.0, began - timedelta(hours=5)
    assert not clock.paused


def test_it_can_be_stopped_before_it_was_started() -> None:
    Clock(lambda: None).stop()
