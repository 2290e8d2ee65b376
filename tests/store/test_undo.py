"""Taking runs back restores exactly what was there, against a simple model."""

from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub_desktop.core.brakes import HoldCause
from hub_desktop.core.datatypes import SUBJECTS
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.validation import Values
from hub_desktop.store.holds import ACCEPTED, REFUSED
from hub_desktop.store.record_tables import RECORD_TABLES, history, tallies
from hub_desktop.store.records import RecordStore, Target
from hub_desktop.store.seen_rows import SeenRows

TABLE = RECORD_TABLES["subjects"]


@pytest.fixture
def store(databases):
    return RecordStore(databases.records)


def target(run: int, integration: int = 1) -> Target:
    return Target(integration, "subjects", SUBJECTS, run)


def subject(code: str, name: str) -> Values:
    return (code, name, None, None, None, None)


def write(
    store: RecordStore, run: int, records: list[Values], seen: SeenRows | None = None, integration: int = 1
) -> None:
    store.write_page(target(run, integration), records, [], 1, Redactor(), seen=seen)


def pass_over(store: RecordStore, run: int, pages: list[list[Values]]) -> int:
    """Write a whole pass over a complete list and remove what it did not bring; return how many were removed."""
    seen = SeenRows()
    for page in pages:
        write(store, run, page, seen)
    return store.removals.remove(target(run), store.removals.gone(target(run), seen))


def state(store: RecordStore) -> list[tuple[Any, ...]]:
    """Return every row with all that is remembered of it, the history and the tally."""
    with store._engine.connect() as connection:
        rows = connection.execute(sa.select(TABLE).order_by(TABLE.c.integration_id, TABLE.c.subject_code)).all()
        kept = connection.execute(sa.select(history.c.record_key, history.c.before, history.c.run_id)).all()
        counted = connection.execute(sa.select(tallies).where(tallies.c.records != 0)).all()
    return [*map(tuple, rows), *sorted(map(tuple, kept)), *map(tuple, counted)]


def current(store: RecordStore) -> dict[str, str]:
    with store._engine.connect() as connection:
        rows = connection.execute(sa.select(TABLE).where(TABLE.c.removed_at.is_(None)))
        return {row.subject_code: row.name for row in rows}


RECORDS = st.lists(
    st.tuples(st.sampled_from("ABCDEFGH"), st.sampled_from(["one", "two", "three"])).map(lambda r: subject(*r)),
    max_size=6,
)
RUNS = st.lists(st.tuples(st.lists(RECORDS, max_size=3), st.booleans()), min_size=1, max_size=5)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(runs=RUNS)
def test_undoing_the_runs_one_after_the_other_goes_the_whole_way_back(store, runs):
    with store._engine.begin() as connection:
        for table in (TABLE, history, tallies):
            connection.execute(sa.delete(table))
    model: dict[str, str] = {}
    states = []
    for number, (pages, complete) in enumerate(runs, start=1):
        states.append((state(store), dict(model)))
        if complete:
            pass_over(store, number, pages)
        else:
            for page in pages:
                write(store, number, page)
        brought = {code: name for page in pages for code, name, *_ in page}
        model = brought if complete else model | brought
        assert current(store) == model
    for number in range(len(runs), 0, -1):
        before, known = states.pop()
        store.undo.run(1, number)
        assert current(store) == known
        assert state(store) == before


def test_what_later_runs_changed_stays_and_is_told(store):
    write(store, 1, [subject("A", "one"), subject("B", "one")])
    write(store, 2, [subject("A", "two"), subject("B", "two"), subject("C", "two")])
    write(store, 3, [subject("A", "three"), subject("C", "three")])
    (undone,) = store.undo.run(1, 2)
    assert (undone.put_back, undone.taken_out, set(undone.later)) == (1, 0, {("A",), ("C",)})
    assert current(store) == {"A": "three", "B": "one", "C": "three"}


def test_a_run_of_another_source_is_not_touched(store):
    write(store, 1, [subject("A", "one")])
    write(store, 2, [subject("A", "other")], integration=2)
    assert store.undo.run(1, 2) == []
    assert store.counts() == {(1, "subjects"): 1, (2, "subjects"): 1}


def test_a_run_of_an_older_version_is_refused_and_nothing_changes(store):
    write(store, 1, [subject("A", "one")])
    write(store, 2, [subject("A", "two")])
    with store._engine.begin() as connection:
        connection.execute(sa.update(history).values(before_run=None))
    before = state(store)
    with pytest.raises(ConfigurationError, match="older version"):
        store.undo.run(1, 2)
    assert state(store) == before


def test_removed_records_keep_their_image_and_come_back(store):
    write(store, 1, [subject("A", "one"), subject("B", "one")])
    assert pass_over(store, 2, [[subject("A", "one")]]) == 1
    assert current(store) == {"A": "one"}
    assert store.counts() == {(1, "subjects"): 1}
    (kept,) = store.history_of(1, SUBJECTS, ("B",))
    assert (kept[1], kept[2]) == (2, subject("B", "one"))
    write(store, 3, [subject("B", "one")])
    assert current(store) == {"A": "one", "B": "one"}
    assert pass_over(store, 4, [[subject("A", "one"), subject("B", "one")]]) == 0


def test_held_changes_are_as_if_they_had_not_been_until_they_are_accepted(store):
    write(store, 1, [subject(code, "one") for code in "ABCD"])
    before = state(store)
    write(store, 2, [subject(code, "two") for code in "ABCDE"])
    hold = store.holds.hold_changes(target(2), 4)
    assert state(store) == before
    assert (hold.cause, hold.known, hold.affected, hold.state) == (HoldCause.CHANGES, 4, 5, "waiting")
    held = {record.key: (record.operation, record.values) for record in store.holds.records(hold.hold_id)}
    assert held[("A",)] == ("change", subject("A", "two"))
    assert held[("E",)] == ("add", subject("E", "two"))
    assert store.holds.waiting([1]) == [hold]
    assert store.holds.waiting([2]) == []
    store.holds.decide(hold.hold_id, ACCEPTED, "Asha")
    assert store.holds.waiting() == []
    assert list(store.holds.records(hold.hold_id)) == []


def test_a_later_hold_takes_the_place_of_the_one_that_waits(store):
    first = store.holds.hold_removals(target(1), HoldCause.REMOVALS, 9, [("A",)])
    second = store.holds.hold_removals(target(2), HoldCause.REMOVALS, 9, [("A",), ("B",)])
    assert store.holds.waiting() == [second]
    assert store.holds.get(first.hold_id).state == "outdated"
    store.holds.outdate(target(3))
    assert store.holds.waiting() == []


def test_what_a_person_chose_to_keep_is_not_gone_again(store):
    write(store, 1, [subject(code, "one") for code in "ABC"])
    hold = store.holds.hold_removals(target(2), HoldCause.REMOVALS, 3, [("A",), ("B",)])
    store.holds.decide(hold.hold_id, REFUSED, "Asha")
    seen = SeenRows()
    write(store, 3, [], seen)
    assert list(store.removals.keys(target(3), store.removals.gone(target(3), seen))) == [("C",)]


@given(st.sets(st.integers(0, 100_000), max_size=50), st.integers(0, 100_000))
def test_seen_rows_are_a_set(rows, other):
    seen = SeenRows()
    seen.add(rows)
    assert all(row in seen for row in rows)
    assert (other in seen) is (other in rows)
