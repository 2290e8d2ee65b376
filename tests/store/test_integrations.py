from datetime import timedelta

import pytest

from hub_desktop.core.errors import ConfigurationError, ErrorKind, NotFoundError, Problem, Remedy
from hub_desktop.core.integration import Integration, read_integration
from hub_desktop.core.times import utc_now
from hub_desktop.store.integrations import CollegeStore, IntegrationStore

BROKEN = Problem(ErrorKind.CONFIGURATION, "The path is wrong.", "404", Remedy.EDIT, {"status": "404"})


def config(name: str = "ERP", **more) -> Integration:
    written = {"name": name, "baseUrl": "https://x.in", "endpoints": {"students": "/s", "marks": "/m"}}
    return read_integration(written | more).integration


@pytest.fixture
def colleges(databases):
    return CollegeStore(databases.hub)


@pytest.fixture
def store(databases, colleges):
    colleges.default()
    return IntegrationStore(databases.hub)


def ended(store: IntegrationStore, outcomes: dict, **more) -> None:
    values = {
        "polled": list(outcomes),
        "at": utc_now(),
        "problem": None,
        "failures": 0,
        "retry_at": None,
        "stopped": None,
    }
    store.run_ended(1, outcomes, **(values | more))


def test_a_configuration_comes_back_as_it_was_kept(store):
    written = config(headers={"X-College-ID": "12"}, endpoints={"students": {"path": "/s", "mappings": {"a": "name"}}})
    stored = store.add(written, 1)
    assert store.get(stored.integration_id).config == written
    assert store.all()[0].config == written


def test_no_two_integrations_of_a_college_share_a_name(store, colleges):
    one = store.add(config("ÉRP"), 1)
    with pytest.raises(ConfigurationError, match="already"):
        store.add(config("érp"), 1)
    other = store.add(config("LMS"), 1)
    with pytest.raises(ConfigurationError, match="already"):
        store.change(other.integration_id, config("ÉRP"))
    store.add(config("ÉRP"), colleges.add("Second"))
    store.delete(one.integration_id)
    store.add(config("érp"), 1)


def test_a_deleted_integration_is_gone_but_its_records_keep_the_name_of_their_source(store):
    number = store.add(config(), 1).integration_id
    store.delete(number)
    for call in (store.get, store.delete, lambda n: store.set_enabled(n, True), lambda n: store.change(n, config())):
        with pytest.raises(NotFoundError):
            call(number)
    assert store.all() == []
    assert store.names() == {number: "ERP"}
    assert store.colleges_of() == {number: 1}


def test_numbers_are_never_given_twice(store):
    first = store.add(config(), 1).integration_id
    store.delete(first)
    assert store.add(config(), 1).integration_id > first


def test_switching_touches_nothing_else(store):
    number = store.add(config(), 1).integration_id
    before = store.get(number)
    store.change(number, config(syncInterval=15))
    assert not store.set_enabled(number, False).config.enabled
    assert store.get(number).config.sync_interval == 15
    assert store.get(number).config.model_copy(update={"enabled": True, "sync_interval": 60}) == before.config


def test_what_failed_stands_until_it_is_got_past(store):
    store.add(config(), 1)
    at = utc_now()
    store.run_began(1, ["students", "marks"], at)
    ended(store, {"students": None, "marks": BROKEN}, at=at, failures=2, retry_at=at + timedelta(minutes=1))
    found = store.get(1)
    assert found.problems() == [BROKEN]
    assert (found.failures, found.retry_at) == (2, at + timedelta(minutes=1))
    assert found.times()["marks"].last_started == found.last_succeeded() == at
    ended(store, {"marks": None})
    assert store.get(1).problems() == []


def test_a_problem_of_an_endpoint_that_is_not_read_any_more_is_none(store):
    store.add(config(), 1)
    store.run_began(1, ["marks"], utc_now())
    ended(store, {"marks": BROKEN})
    store.change(1, config(endpoints={"students": "/s", "marks": {"path": "/m", "enabled": False}}))
    assert store.get(1).problems() == []
    assert set(store.get(1).times()) == {"students"}
    store.change(1, config(endpoints={"students": "/s"}))
    assert store.get(1).problems() == []


def test_a_delivery_does_not_mend_what_the_upstream_refuses(store):
    store.add(config(), 1)
    store.run_began(1, ["students"], utc_now())
    ended(store, {"students": BROKEN})
    ended(store, {"students": None}, polled=[])
    assert store.get(1).problems() == [BROKEN]
    assert store.get(1).last_succeeded() is not None


def test_new_credentials_an_edit_and_the_switch_let_the_clock_poll_again(store):
    store.add(config(), 1)
    for mend in (
        lambda: store.reconnected(1),
        lambda: store.change(1, config()),
        lambda: store.set_enabled(1, True),
    ):
        ended(store, {}, failures=3, retry_at=utc_now(), stopped=ErrorKind.SIGN_IN)
        assert store.get(1).stopped is ErrorKind.SIGN_IN
        mend()
        found = store.get(1)
        assert (found.failures, found.retry_at, found.stopped) == (0, None, None)


def test_each_endpoint_keeps_its_own_interval(store):
    store.add(config(endpoints={"students": {"path": "/s", "syncInterval": 1440}, "marks": "/m"}, syncInterval=30), 1)
    assert {name: t.interval for name, t in store.get(1).times().items()} == {"students": 1440, "marks": 30}


def test_the_first_college_is_made_once(colleges):
    assert colleges.default() == colleges.default()
    assert colleges.all() == {1: "My college"}


def test_no_two_colleges_share_a_name(colleges):
    colleges.default()
    second = colleges.add("Second")
    with pytest.raises(ConfigurationError, match="already"):
        colleges.add("Second")
    with pytest.raises(ConfigurationError, match="already"):
        colleges.rename(second, "My college")
    colleges.rename(second, "Third")
    assert colleges.all() == {1: "My college", second: "Third"}
