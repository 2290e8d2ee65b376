import pytest

from hub_desktop.core.catalog import filled
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.integration import read_integration
from hub_desktop.core.intervals import intervals, with_intervals, with_recommended
from hub_desktop.hub.catalog import Catalog

SEED = {"attendance": (15, 30), "marks": (60, 60), "timetable": (1440, 1440), "students": (1440, 1440)}
SEED |= {"faculty": (1440, 1440)}


def written(**more):
    endpoints = {"students": "/s", "attendance": "/a", "marks": {"path": "/m", "syncInterval": 90}}
    return read_integration(
        {"name": "ERP", "baseUrl": "https://erp.example.edu", "authType": "none", "endpoints": endpoints} | more
    ).integration


@pytest.mark.parametrize("kind", SEED)
def test_each_kind_of_data_has_the_interval_of_the_seed(kind):
    least, most = SEED[kind]
    assert least <= DATA_TYPES[kind].recommended_interval <= most


def test_what_says_nothing_gets_what_its_data_is_worth_and_no_more_than_the_system_bears():
    every = {one.endpoint: one.minutes for one in intervals(with_recommended(written(syncInterval=15)))}
    assert every == {"students": 1440, "attendance": 30, "marks": 90}
    every = {one.endpoint: one.minutes for one in intervals(with_recommended(written(syncInterval=240)))}
    assert every == {"students": 1440, "attendance": 240, "marks": 90}


def test_times_of_the_day_stay_and_are_said():
    config = written(schedule={"times": ["07:30"]})
    assert with_recommended(config).interval_of("students") == config.interval_of("students")
    assert intervals(config)[0].times == "at 07:30, every day"


def test_intervals_are_changed_one_by_one_and_the_shortest_is_that_of_the_whole():
    config = with_intervals(written(syncInterval=60), {"students": 720})
    assert {one.endpoint: one.minutes for one in intervals(config)} == {
        "students": 720,
        "attendance": 60,
        "marks": 90,
    }
    assert config.sync_interval == 60
    assert config.endpoints["attendance"].sync_interval is None
    assert read_integration(config.to_json()).integration == config
    assert with_intervals(config, {}) == config


def test_devices_push_without_an_interval():
    punched = {"path": "/", "punches": {"rule": "first-in", "lateAfter": "09:15"}}
    config = written(baseUrl="devices://iclock", endpoints={"attendance": punched})
    assert intervals(config) == ()
    assert with_recommended(config) == config


@pytest.mark.parametrize("template", Catalog().all(), ids=lambda template: template.id)
def test_every_system_of_the_catalog_begins_with_recommended_intervals(template):
    values = {
        blank.name: blank.default or blank.example or ("https://x.example.edu" if blank.kind == "address" else "x")
        for blank in template.blanks
        if blank.kind != "secret"
    }
    given = template.integration
    for one in intervals(filled(template, values).integration):
        endpoint = given["endpoints"][one.endpoint]
        own = endpoint.get("syncInterval") if isinstance(endpoint, dict) else None
        assert one.minutes == (own or max(given.get("syncInterval", 60), one.recommended)), one.endpoint
