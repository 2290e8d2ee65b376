"""The form's values: intervals, headers, and the way from and to the seed's JSON; no Qt."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from hub_desktop.core.integration import read_integration
from hub_desktop.core.schedule_words import interval_text
from hub_desktop.core.sign_in import AuthType
from hub_desktop.ui import form_values
from hub_desktop.ui.intervals import parse_interval
from tests.ui.any_integration import ANY_INTEGRATION

SEED = [
    {
        "name": "College ERP",
        "type": "student-management",
        "baseUrl": "https://erp.college.edu/api/v1",
        "authType": "bearer",
        "apiKey": "your-bearer-token",
        "endpoints": {
            "attendance": "/attendance/records",
            "marks": "/examination/results",
            "students": "/students/list",
            "faculty": "/staff/list",
        },
        "syncInterval": 30,
        "enabled": True,
    },
    {
        "name": "BiometricAttendance",
        "type": "attendance",
        "baseUrl": "https://attendance.example.com",
        "authType": "api-key",
        "apiKey": "your-api-key",
        "headers": {"X-College-ID": "12345"},
        "endpoints": {"attendance": "/api/attendance/today"},
        "syncInterval": 15,
        "enabled": True,
    },
    {
        "name": "Moodle LMS",
        "type": "lms",
        "baseUrl": "https://lms.college.edu/webservice/rest",
        "authType": "api-key",
        "apiKey": "moodle-token",
        "endpoints": {
            "students": "/server.php?wsfunction=core_user_get_users",
            "subjects": "/server.php?wsfunction=core_course_get_courses",
            "marks": "/server.php?wsfunction=core_grades_get_grades",
        },
        "syncInterval": 60,
        "enabled": True,
    },
]


@pytest.mark.parametrize("written", SEED, ids=lambda w: w["name"])
def test_the_seeds_examples_pass_through_the_form_unchanged(written):
    submitted = read_integration(written)
    again = read_integration(form_values.to_json(form_values.pasted(submitted)))
    assert again == submitted
    assert form_values.problems(form_values.pasted(submitted)) == {}


def test_settings_that_the_form_does_not_show_survive():
    written = {
        "name": "ERP",
        "baseUrl": "https://erp.college.edu",
        "authType": "oauth",
        "oauth": {"tokenUrl": "https://erp.college.edu/token", "clientAuth": "body"},
        "headers": {"X-Api-Token": "very-secret", "X-College": "1"},
        "endpoints": {
            "students": {
                "path": "/students",
                "params": {"active": "true"},
                "recordsPath": "data.items",
                "pagination": {"style": "page", "pageSize": 50, "firstPage": 0},
                "mappings": {"No": "roll_number"},
                "syncInterval": 90,
                "enabled": False,
            },
            "hostel": {"path": "/hostel", "dataType": "custom", "key": ["id", "block"]},
            "alumni": {"path": "/alumni", "dataType": "students", "syncInterval": 60},
        },
        "syncInterval": 60,
    }
    before = read_integration(written).integration
    after = read_integration(form_values.to_json(form_values.values_of(before)))
    assert after.integration == before
    assert after.secrets == {}


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("30 minutes", 30),
        ("1 hour", 60),
        ("24 hours", 1440),
        ("1 hour 30 minutes", 90),
        ("1.5 h", 90),
        ("45", 45),
        ("2 days", 2880),
        ("1 week", 10080),
        (" 15 MIN ", 15),
    ],
)
def test_intervals_are_read_as_people_write_them(text, minutes):
    assert parse_interval(text) == minutes
    assert parse_interval(interval_text(minutes)) == minutes


@pytest.mark.parametrize("text", ["", "often", "4 minutes", "32 days", "30 parsecs", "-30", "1 hour or so"])
def test_other_intervals_are_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match=r"\.$"):
        parse_interval(text)


def test_a_new_form_recommends_the_seeds_intervals():
    rows = {row.name: row.interval for row in form_values.blank().endpoints}
    assert rows["attendance"] == "30 minutes"
    assert rows["marks"] == "1 hour"
    assert rows["students"] == rows["faculty"] == rows["timetable"] == "24 hours"


def test_every_problem_is_found_at_once_and_at_its_field():
    broken = replace(
        form_values.blank(),
        base_url="erp.college.edu",
        headers='{"Host": "x"}',
        endpoints=(
            form_values.EndpointValues("students", "students", ticked=True, interval="1 minute"),
            form_values.EndpointValues("", "custom", ticked=True, path="https://x.y/z", interval="1 hour"),
        ),
    )
    found = form_values.problems(broken)
    assert list(found) == [
        "name",
        "baseUrl",
        "apiKey",
        "endpoints.students.path",
        "endpoints.students.syncInterval",
        "endpoints..name",
        "endpoints..path",
        "endpoints..key",
        "headers",
    ]
    assert all(sentence.endswith(".") and "!" not in sentence for sentence in found.values())


def test_a_kept_secret_and_a_switched_off_integration_need_none_typed():
    values = replace(form_values.blank(), auth_type=AuthType.BASIC)
    assert "password" in form_values.problems(values)
    assert "password" not in form_values.problems(values, {"password"})
    assert "password" not in form_values.problems(replace(values, enabled=False))


@pytest.mark.parametrize(
    ("text", "part"),
    [("", ""), ('{"A": "b"}', ""), ('{"A": ', "not JSON"), ('["a"]', "names and values"), ('{"a b": "c"}', "header")],
)
def test_headers_are_checked_as_typed(text, part):
    assert part in form_values.headers_problem(text)
    assert bool(form_values.headers_problem(text)) == bool(part)


def test_the_note_at_the_address():
    assert "own network" in form_values.address_note("http://192.168.1.4:8080")
    assert "https" in form_values.address_note("http://erp.college.edu")
    assert form_values.address_note("https://erp.college.edu") == ""


def test_a_wrong_interval_of_an_unticked_endpoint_does_not_block_saving():
    values = form_values.values_of(read_integration(SEED[0]).integration)
    places = [one.name for one in values.endpoints]
    at = places.index("marks")
    endpoints = list(values.endpoints)
    endpoints[at] = replace(endpoints[at], ticked=False, interval="now and then")
    values = replace(values, endpoints=type(values.endpoints)(endpoints))
    assert not any("syncInterval" in place for place in form_values.problems(values, {"apiKey"}))
    written = form_values.to_json(values)
    assert written["endpoints"]["marks"] == {"path": "/examination/results", "enabled": False}


def test_a_complete_list_and_the_brakes_are_kept_as_written():
    written = {
        "name": "ERP",
        "baseUrl": "https://erp.college.edu",
        "authType": "none",
        "endpoints": {"students": {"path": "/s", "completeList": True}},
        "brakes": {"removedPercent": 20, "changedPercent": 100},
    }
    values = form_values.values_of(read_integration(written).integration)
    assert form_values.problems(values) == {}
    again = form_values.to_json(values)
    assert again["endpoints"]["students"]["completeList"] is True
    assert again["brakes"] == {"removedPercent": 20, "changedPercent": 100}


def test_a_list_is_not_complete_beside_another_of_the_same_kind():
    written = {
        "name": "ERP",
        "baseUrl": "https://erp.college.edu",
        "authType": "none",
        "endpoints": {"students": {"path": "/s", "completeList": True}},
    }
    values = form_values.values_of(read_integration(written).integration)
    second = form_values.EndpointValues("alumni", "students", ticked=True, path="/a", interval="1 hour")
    found = form_values.problems(replace(values, endpoints=(*values.endpoints, second)))
    assert found == {
        "endpoints.students.completeList": (
            "Endpoint “students” cannot be a complete list, because “alumni” brings students too."
        )
    }


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(ANY_INTEGRATION)
def test_whatever_a_file_can_say_passes_through_the_form(config):
    values = form_values.values_of(config)
    again = read_integration(form_values.to_json(values))
    assert again.integration == config
    assert form_values.values_of(again.integration) == values
    kept = set(config.secret_names())
    assert form_values.problems(values, kept) == {}
