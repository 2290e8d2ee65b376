import threading
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub_desktop.upstream.ahead import LinkedEvent, Source, in_order


def numbers(first: int, last: int) -> Source[int]:
    return lambda _stop: iter(range(first, last))


def running() -> int:
    return sum(thread.name == "reading ahead" for thread in threading.enumerate())


@settings(max_examples=60, deadline=None)
@given(
    lengths=st.lists(st.integers(0, 6), max_size=8),
    parallel=st.integers(1, 5),
    depth=st.integers(1, 3),
)
def test_all_items_come_in_the_order_of_their_sources(lengths, parallel, depth):
    sources = [numbers(100 * n, 100 * n + length) for n, length in enumerate(lengths)]
    expected = [100 * n + i for n, length in enumerate(lengths) for i in range(length)]
    assert list(in_order(sources, parallel=parallel, depth=depth, cancel=threading.Event())) == expected
    assert running() == 0


def test_so_many_at_once_and_no_more():
    active, most = [0], [0]
    lock = threading.Lock()

    def source(_stop: threading.Event) -> Iterator[int]:
        with lock:
            active[0] += 1
            most[0] = max(most[0], active[0])
        time.sleep(0.02)
        with lock:
            active[0] -= 1
        yield 1

    assert sum(in_order([source] * 12, parallel=3, depth=1, cancel=threading.Event())) == 12
    assert most[0] == 3


def test_a_source_is_only_so_far_ahead():
    made: list[int] = []

    def source(_stop: threading.Event) -> Iterator[int]:
        for number in range(100):
            made.append(number)
            yield number

    items = in_order([source], parallel=1, depth=2, cancel=threading.Event())
    assert next(items) == 0
    time.sleep(0.1)
    # One handed over, two waiting, one more in hand.
    assert len(made) <= 4
    items.close()
    assert running() == 0


def test_an_error_comes_in_its_turn_and_stops_the_others():
    stopped = threading.Event()

    def bad(_stop: threading.Event) -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    def endless(stop: threading.Event) -> Iterator[int]:
        while not stop.wait(0.01):
            yield 9
        stopped.set()

    got: list[int] = []
    with pytest.raises(ValueError, match="broken"):
        got.extend(in_order([numbers(0, 2), bad, endless], parallel=3, depth=1, cancel=threading.Event()))
    assert got == [0, 1, 1]
    assert running() == 0


def test_cancelling_from_outside_reaches_every_source():
    cancel = threading.Event()

    def waits(stop: threading.Event) -> Iterator[int]:
        yield 1
        assert stop.wait(10)
        yield 2

    items = in_order([waits, waits], parallel=2, depth=2, cancel=cancel)
    assert next(items) == 1
    cancel.set()
    assert list(items) == [2, 1, 2]


def test_a_linked_event_hears_its_parent_but_not_the_other_way_round():
    parent = threading.Event()
    child = LinkedEvent(parent)
    assert not child.wait(0.01)
    child.set()
    assert child.is_set()
    assert not parent.is_set()
    other = LinkedEvent(parent)
    threading.Timer(0.05, parent.set).start()
    assert other.wait(5)
    assert other.is_set()
