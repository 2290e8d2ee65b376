from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub_desktop.core.datatypes import STUDENTS
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.validation import Refused
from hub_desktop.store.engine import Databases, writing
from hub_desktop.store.quarantine import QuarantineStore
from hub_desktop.store.records import RecordStore, Target


@pytest.fixture
def store(databases: Databases) -> QuarantineStore:
    return QuarantineStore(databases.records)


def refuse(databases: Databases, *refused: Refused, source: int = 1, endpoint: str = "students", run: int = 1) -> None:
    RecordStore(databases.records).write_page(Target(source, endpoint, STUDENTS, run), [], list(refused), 1, Redactor())


def test_records_of_one_cause_come_together_whatever_they_held(databases, store):
    refuse(databases, *(Refused({"n": n}, (f"Date: “{n}/1/26” is not a date.",)) for n in range(3)))
    refuse(databases, Refused({"n": 9}, ("Date: “9/1/26” is not a date.", "Student ID is missing.")))
    refuse(databases, Refused({"n": 1}, ("Date: “x” is not a date.",)), endpoint="others")
    groups = store.groups()
    assert [(group.endpoint, group.causes, group.row_ids) for group in groups] == [
        ("students", ("Date: “…” is not a date.",), (3, 2, 1)),
        ("others", ("Date: “…” is not a date.",), (5,)),
        ("students", ("Date: “…” is not a date.", "Student ID is missing."), (4,)),
    ]
    assert sum(len(group.row_ids) for group in groups) == 5
    assert store.groups({2}) == []


def test_places_come_in_the_order_in_which_records_were_last_seen(databases, store):
    for n in (1, 2, 3, 1):
        refuse(databases, Refused({"n": n}, ("x",)))
    assert store.places() == {1: {"students": [2, 3, 1]}}


SOURCES = st.sampled_from([1, 2])
ENDPOINTS = st.sampled_from(["students", "pupils"])


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kept=st.lists(st.tuples(SOURCES, ENDPOINTS, st.integers(0, 9)), max_size=20), data=st.data())
def test_only_what_was_named_is_removed(databases, store, kept, data):
    with writing(databases.records).begin() as connection:
        connection.exec_driver_sql("DELETE FROM quarantine")
    for source, endpoint, n in kept:
        refuse(databases, Refused({"n": n}, ("x",)), source=source, endpoint=endpoint)
    before: dict[int, Any] = {one.row_id: one for one in store.read()}
    assert len(before) == len(set(kept))
    named = data.draw(st.lists(st.sampled_from(sorted(before)), unique=True)) if before else []
    strangers = [max(before, default=0) + n for n in data.draw(st.lists(st.integers(1, 5), unique=True))]
    assert store.remove([*named, *strangers]) == len(named)
    assert {one.row_id: one for one in store.read()} == {n: one for n, one in before.items() if n not in named}


def test_thousands_are_found_and_removed_by_number(databases, store):
    refuse(databases, *(Refused({"n": n}, ("x",)) for n in range(25_000)))
    numbers = [one.row_id for one in store.read(limit=20_500)]
    assert len(store.read(row_ids=numbers)) == 20_500
    assert store.remove(numbers) == 20_500
    assert len(store.places()[1]["students"]) == 4_500
