import threading
import time

import pytest

from hub_desktop.core.errors import CancelledError
from hub_desktop.upstream.manners import Gate, HostGates, seconds_to_renewal
from tests.fakes.http_server import HttpServer, Reply, as_json
from tests.upstream.session import integration, session

NOW = 1_800_000_000.0


class Clock:
    """Time that passes only by waiting."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.now

    def pause(self, cancel: threading.Event, seconds: float) -> bool:
        self.waits.append(round(seconds, 3))
        self.now += seconds
        return cancel.is_set()


def passed(gate: Gate, clock: Clock, *, per_minute: int | None = None, waited: float = 0.0) -> None:
    with gate.passing(4, per_minute, threading.Event(), clock.pause, waited=waited):
        pass


def test_only_so_many_pass_at_once():
    gate, active, most = Gate(), [0], [0]
    lock = threading.Lock()

    def ask() -> None:
        with gate.passing(2, None, threading.Event(), lambda _c, _s: False):
            with lock:
                active[0] += 1
                most[0] = max(most[0], active[0])
            time.sleep(0.02)
            with lock:
                active[0] -= 1

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most[0] == 2


def test_only_so_many_pass_in_a_minute():
    clock = Clock()
    gate = Gate(clock)
    for _ in range(7):
        passed(gate, clock, per_minute=3)
    assert clock.waits == [60.0, 60.0]


def test_a_hold_is_waited_for_by_all_but_those_who_have_waited():
    clock = Clock()
    gate = Gate(clock)
    gate.hold(5)
    passed(gate, clock, waited=5)
    assert clock.waits == []
    passed(gate, clock)
    passed(gate, clock)
    assert clock.waits == [5.0]


def test_a_wait_that_the_clock_shows_is_not_counted_twice():
    waits: list[float] = []

    class Noting(Gate):
        def passing(self, *given, waited=0.0):
            waits.append(waited)
            return super().passing(*given, waited=waited)

    class OneGate(HostGates):
        def gate(self, _origin):
            return gate

    gate, replies = Noting(), [as_json([{"id": 1}]), Reply(status=429, headers=[("Retry-After", "0.5")])]
    with (
        HttpServer(lambda _: replies.pop()) as server,
        session(
            integration(server.url), gates=OneGate(), pause=lambda cancel, seconds: cancel.wait(seconds)
        ) as upstream,
    ):
        assert list(upstream.pages("students"))
    assert waits[0] == 0
    # Else the minute of the limit would be over too early for everybody.
    assert waits[1] < 0.25


def test_cancelling_ends_every_wait():
    clock, cancel = Clock(), threading.Event()
    gate = Gate(clock)
    gate.hold(5)
    cancel.set()
    with pytest.raises(CancelledError), gate.passing(1, None, cancel, clock.pause):
        pass
    full = Gate()
    with (
        full.passing(1, None, threading.Event(), clock.pause),
        pytest.raises(CancelledError),
        full.passing(1, None, cancel, clock.pause),
    ):
        pass


def test_an_error_inside_leaves_the_place_free():
    clock = Clock()
    gate = Gate(clock)
    with pytest.raises(ValueError, match="x"), gate.passing(1, None, threading.Event(), clock.pause):
        raise ValueError("x")
    with gate.passing(1, None, threading.Event(), clock.pause):
        assert clock.waits == []


def test_one_gate_for_each_host():
    gates = HostGates()
    assert gates.gate(("https", "a.in", 443)) is gates.gate(("https", "a.in", 443))
    assert gates.gate(("https", "a.in", 443)) is not gates.gate(("http", "a.in", 80))


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "30"}, 30),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(NOW) + 12)}, 12),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(NOW) - 12)}, 0),
        ({"x-rate-limit-remaining": "0.0", "x-rate-limit-reset": "7"}, 7),
        ({"ratelimit-remaining": "0", "ratelimit-reset": "7"}, 7),
        ({"ratelimit": "limit=100, remaining=0, reset=50"}, 50),
        ({"ratelimit": '"default";r=0;t=20'}, 20),
        ({"ratelimit": '"default";r=5;t=20'}, None),
        ({"ratelimit": '"burst";r=0;t=5, "daily";r=900;t=3600'}, 5),
        ({"ratelimit": '"burst";r=0;t=5, "hourly";r=0;t=40'}, 40),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(NOW + 12) * 1000)}, 12),
        ({"x-ratelimit-remaining": "1", "x-ratelimit-reset": "30"}, None),
        ({"x-rate-limit-remaining": "212.4"}, None),
        ({"x-ratelimit-remaining": "0"}, None),
        ({"x-ratelimit-remaining": "none", "x-ratelimit-reset": "soon"}, None),
        ({}, None),
    ],
)
def test_when_an_allowance_is_renewed(headers, seconds):
    assert seconds_to_renewal(headers, NOW) == seconds


def test_only_a_short_renewal_is_waited_for():
    clock = Clock()
    gate = Gate(clock)
    gate.heed({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "3600"}, NOW)
    passed(gate, clock)
    gate.heed({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "9"}, NOW)
    passed(gate, clock)
    assert clock.waits == [9.0]
