import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.integration import read_integration
from hub_desktop.hub.inbox import read_delivery

BOTH = read_integration(
    {
        "name": "ERP",
        "baseUrl": "https://x.in",
        "endpoints": {"attendance": "/a", "pupils": {"path": "/s", "dataType": "students"}},
    }
).integration
ONE = read_integration({"name": "BIO", "baseUrl": "https://x.in", "endpoints": {"attendance": "/a"}}).integration
RECORD = {"studentId": "CS1", "date": "2026-01-31", "attendance": "present"}


def read(content: object, config=BOTH):
    return read_delivery(config, json.dumps(content).encode())


@pytest.mark.parametrize(
    "content",
    [
        {"endpoint": "attendance", "data": [RECORD]},
        {"dataType": "Attendance", "records": [RECORD]},
        {"event": "attendance.updated", "payload": RECORD},
        {"type": "attendance", "success": True, "data": {**RECORD}},
    ],
)
def test_an_envelope_says_what_it_holds(content):
    assert read(content) == ("attendance", [RECORD])


def test_an_endpoint_is_found_by_its_data_type_too():
    assert read({"type": "students.created", "data": [{"id": 1}]})[0] == "pupils"


@pytest.mark.parametrize("content", [RECORD, [RECORD]])
def test_a_bare_record_belongs_to_the_only_endpoint(content):
    assert read(content, ONE) == ("attendance", [RECORD])


def test_a_bare_record_that_could_belong_to_two_endpoints_is_refused_with_the_way_out():
    with pytest.raises(ConfigurationError, match="name one of them as “endpoint”"):
        read(RECORD)


def test_records_of_another_kind_are_not_taken_for_the_only_one():
    with pytest.raises(ConfigurationError, match="students"):
        read({"type": "students", "data": [{"id": 1}]}, ONE)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"x",
        b"5",
        b'"text"',
        b"null",
        b'{"data": [NaN]}',
        b'["\\ud800"]',
        b"\xff",
        b"[" * 2000,
        b"[1] [2]",
        b"[1e400]",
    ],
)
def test_what_is_no_record_is_refused(body):
    with pytest.raises(ConfigurationError):
        read_delivery(ONE, body)


@given(st.binary(max_size=60))
def test_any_body_is_read_or_refused(body):
    try:
        endpoint, records = read_delivery(ONE, body)
    except ConfigurationError:
        return
    assert endpoint == "attendance"
    assert isinstance(records, list)
