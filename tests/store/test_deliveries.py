from datetime import timedelta

import pytest

from hub_desktop.core.errors import NotFoundError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.times import utc_now
from hub_desktop.store import deliveries as module
from hub_desktop.store.deliveries import DeliveryState, DeliveryStore
from hub_desktop.store.integrations import CollegeStore, IntegrationStore


@pytest.fixture
def deliveries(databases):
    store = IntegrationStore(databases.hub)
    college = CollegeStore(databases.hub).default()
    for name in ("one", "two"):
        store.add(read_integration({"name": name, "baseUrl": "https://x.in"}).integration, college)
    return DeliveryStore(databases.hub)


def test_a_delivery_is_kept_as_it_came(deliveries):
    body = bytes(range(256))
    number, new = deliveries.receive(1, body)
    assert new
    assert deliveries.get(number).body == body
    assert deliveries.get(number).state is DeliveryState.RECEIVED


def test_a_repeat_is_counted_and_not_kept_twice(deliveries):
    number, _ = deliveries.receive(1, b"x")
    assert deliveries.receive(1, b"x") == (number, False)
    assert deliveries.get(number).repeats == 1
    assert len(deliveries.latest(1)) == 1


def test_the_same_body_for_another_integration_is_no_repeat(deliveries):
    deliveries.receive(1, b"x")
    assert deliveries.receive(2, b"x")[1]


def test_after_a_day_the_same_body_is_news(deliveries, monkeypatch):
    deliveries.receive(1, b"x")
    monkeypatch.setattr(module, "utc_now", lambda: utc_now() + timedelta(hours=25))
    assert deliveries.receive(1, b"x")[1]


def test_deliveries_wait_in_the_order_in_which_they_came(deliveries):
    numbers = [deliveries.receive(1, body)[0] for body in (b"a", b"b", b"c")]
    deliveries.receive(2, b"z")
    assert [d.delivery_id for d in deliveries.waiting(1)] == numbers
    assert set(deliveries.integrations_waiting()) == {1, 2}
    deliveries.mark(numbers[0], DeliveryState.PROCESSED)
    deliveries.mark(numbers[1], DeliveryState.REFUSED, reason="Not JSON.")
    assert [d.delivery_id for d in deliveries.waiting(1)] == numbers[2:]
    assert deliveries.get(numbers[1]).reason == "Not JSON."
    assert [d.delivery_id for d in deliveries.latest(1, 2)] == numbers[:0:-1]


def test_a_delivery_that_never_came_is_not_found(deliveries):
    with pytest.raises(NotFoundError):
        deliveries.get(99)
