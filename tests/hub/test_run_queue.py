import threading
import time

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from hub_desktop.core.actor import CLOCK, Actor, Face, Role
from hub_desktop.core.runs import Trigger
from hub_desktop.hub.run_queue import RunQueue, Ticket

ASHA = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
NAMES = frozenset({"students", "marks"})
ENDPOINTS = st.none() | st.frozensets(st.sampled_from(sorted(NAMES)))


class Queue(RuleBasedStateMachine):
    """What was asked for and not yet begun is remembered beside the queue, as a set of wishes."""

    def __init__(self) -> None:
        super().__init__()
        self.queue = RunQueue()
        self.wishes: dict[int, set[str]] = {}
        self.persons: set[int] = set()
        self.order: list[int] = []
        self.running: list[Ticket] = []

    @rule(number=st.integers(1, 3), endpoints=ENDPOINTS, person=st.booleans())
    def put(self, number, endpoints, person):
        ticket = Ticket(number, Trigger.MANUAL if person else Trigger.SCHEDULE, ASHA if person else CLOCK, endpoints)
        assert self.queue.put(ticket) is (number not in self.wishes)
        if number not in self.wishes:
            self.order.append(number)
        self.wishes.setdefault(number, set()).update(NAMES | {"all"} if endpoints is None else endpoints)
        if person:
            self.persons.add(number)

    @rule()
    def take(self):
        free = [n for n in self.order if n not in {t.integration_id for t in self.running}]
        ticket = self.queue.take(0)
        if not free:
            assert ticket is None
            return
        assert ticket is not None
        assert ticket.integration_id == free[0]
        wish = self.wishes.pop(ticket.integration_id)
        assert ticket.endpoints == (None if "all" in wish else frozenset(wish))
        asked_by_a_person = ticket.integration_id in self.persons
        assert (ticket.actor is ASHA) is asked_by_a_person
        assert (ticket.trigger is Trigger.MANUAL) is asked_by_a_person
        self.order.remove(ticket.integration_id)
        self.persons.discard(ticket.integration_id)
        self.running.append(ticket)

    @precondition(lambda self: self.running)
    @rule(data=st.data())
    def done(self, data):
        ticket = data.draw(st.sampled_from(range(len(self.running))))
        self.queue.done(self.running.pop(ticket))

    @rule(number=st.integers(1, 3))
    def cancel(self, number):
        runs = [t for t in self.running if t.integration_id == number]
        assert self.queue.cancel(number) is (bool(runs) or number in self.wishes)
        assert all(t.cancel.is_set() for t in runs)
        if self.wishes.pop(number, None) is not None:
            self.order.remove(number)
            self.persons.discard(number)

    @invariant()
    def no_integration_runs_twice(self):
        numbers = [t.integration_id for t in self.running]
        assert len(numbers) == len(set(numbers))
        for number in (1, 2, 3):
            assert self.queue.busy(number) is (number in numbers or number in self.wishes)
        assert self.queue.idle() is (not numbers and not self.wishes)


TestQueue = Queue.TestCase
TestQueue.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)


def test_deliveries_that_join_a_wish_for_everything_do_not_make_it_smaller():
    queue = RunQueue()
    queue.put(Ticket(1, Trigger.WEBHOOK, CLOCK, frozenset()))
    queue.put(Ticket(1, Trigger.SCHEDULE, CLOCK, None))
    ticket = queue.take(0)
    assert (ticket.endpoints, ticket.trigger) == (None, Trigger.SCHEDULE)


def test_many_lanes_run_everything_and_nothing_twice():
    queue, lock, going, ran, twice = RunQueue(), threading.Lock(), set(), [], []

    def lane() -> None:
        while not queue.closed:
            ticket = queue.take(0.2)
            if ticket is None:
                continue
            with lock:
                if ticket.integration_id in going:
                    twice.append(ticket)
                going.add(ticket.integration_id)
            with lock:
                going.discard(ticket.integration_id)
                ran.append(ticket.integration_id)
            queue.done(ticket)

    lanes = [threading.Thread(target=lane) for _ in range(4)]
    for thread in lanes:
        thread.start()
    for _ in range(40):
        for number in range(5):
            queue.put(Ticket(number, Trigger.SCHEDULE, CLOCK))
    while not queue.idle():
        pass
    queue.close()
    for thread in lanes:
        thread.join()
    assert not twice
    assert set(ran) == set(range(5))


def test_closing_cancels_what_runs_and_takes_nothing_more():
    queue = RunQueue()
    queue.put(Ticket(1, Trigger.MANUAL, ASHA))
    queue.put(Ticket(2, Trigger.MANUAL, ASHA))
    running = queue.take(0)
    queue.close()
    assert running.cancel.is_set()
    assert queue.take(5) is None
    assert not queue.put(Ticket(3, Trigger.MANUAL, ASHA))


def test_a_ticket_waits_for_its_time_unless_it_is_wanted_sooner():
    queue = RunQueue()
    later = time.monotonic() + 3_600
    assert queue.put(Ticket(1, Trigger.WEBHOOK, CLOCK, not_before=later))
    assert queue.take(0.01) is None
    assert queue.busy(1)
    # Another integration is not kept waiting by it.
    queue.put(Ticket(2, Trigger.SCHEDULE, CLOCK))
    second = queue.take(0.01)
    assert second is not None
    assert second.integration_id == 2
    assert not queue.put(Ticket(1, Trigger.MANUAL, ASHA))
    first = queue.take(0.01)
    assert first is not None
    assert (first.integration_id, first.trigger) == (1, Trigger.MANUAL)


def test_one_that_may_begin_later_is_handed_out_then_though_nothing_else_happens():
    queue = RunQueue()
    waited = Ticket(7, Trigger.WEBHOOK, CLOCK, not_before=time.monotonic() + 0.2)
    queue.put(waited)
    found = queue.take(60)
    assert found is waited
    assert time.monotonic() >= waited.not_before
