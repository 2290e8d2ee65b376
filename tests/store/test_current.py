"""The current view against a simple model: whatever the sources, their order and the corrections."""

import threading
from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub_desktop.core.current import Correction, SourceOrder, order_of
from hub_desktop.core.datatypes import ATTENDANCE, STUDENTS, SUBJECTS
from hub_desktop.core.errors import CancelledError
from hub_desktop.core.filters import Filter, How, Search
from hub_desktop.core.redaction import Redactor
from hub_desktop.store.comparison import ComparisonStore
from hub_desktop.store.corrections import CorrectionStore
from hub_desktop.store.current import CurrentStore
from hub_desktop.store.current_sql import CurrentSql
from hub_desktop.store.lineage import LineageStore
from hub_desktop.store.record_tables import RECORD_TABLES, corrections, history, tallies
from hub_desktop.store.records import RecordStore, Target

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
NAMES = STUDENTS.field_names
NAME, PHONE = NAMES.index("name"), NAMES.index("phone")


def student(key: str, **fields: Any) -> tuple[Any, ...]:
    return tuple(({"student_id": key} | fields).get(name) for name in NAMES)


def put(databases, source: int, *rows: tuple[Any, ...], run: int = 1, data_type=STUDENTS) -> None:
    target = Target(source, data_type.name, data_type, run)
    RecordStore(databases.records).write_page(target, rows, [], 1, Redactor())


def stores(databases) -> tuple[CurrentStore, CorrectionStore]:
    kept = CorrectionStore(databases.records)
    return CurrentStore(databases.records, kept), kept


def correction(field: str, value: Any, who: str = "Asha") -> Correction:
    return Correction(field, value, who, NOW)


def everything(current: CurrentStore, search: Search, orders: list[SourceOrder], data_type=STUDENTS) -> list[Any]:
    listing = current.look(data_type, search, orders)
    rows = []
    for start in range(0, listing.total, 3):
        rows += current.page(data_type, listing, orders, start, 3)
    assert len(rows) == listing.total
    return rows


VALUES = st.sampled_from([None, "a", "A", "b%", "é", "12"])
KEYS = st.sampled_from(["1", "2", "007", 'x"y', "é\\"])
ROWS = st.dictionaries(st.tuples(st.integers(1, 4), KEYS), st.tuples(VALUES, VALUES, st.booleans()), max_size=12)
FIXES = st.dictionaries(st.tuples(KEYS, st.sampled_from(["name", "phone"])), VALUES, max_size=4)
FILTERS = st.lists(
    st.builds(
        Filter,
        st.sampled_from(["student_id", "name", "phone"]),
        st.sampled_from(How),
        st.sampled_from(["a", "%", "É", "1", "12"]),
    ),
    max_size=2,
)


def fits(one: Filter, values: tuple[Any, ...]) -> bool:
    value = values[NAMES.index(one.field)]
    match one.how:
        case How.EMPTY:
            return not value
        case How.FILLED:
            return bool(value)
        case How.EQUALS:
            return bool(value == one.value)
        case How.CONTAINS:
            return value is not None and one.value.lower() in value.lower()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=ROWS, fixes=FIXES, filters=FILTERS, text=st.sampled_from(["", "", "b", "É"]), order=st.permutations([1, 2, 3])
)
def test_the_current_view_is_what_a_dictionary_would_make_of_it(databases, rows, fixes, filters, text, order):
    with databases.records.begin() as connection:
        for table in (RECORD_TABLES["students"], corrections, history, tallies):
            connection.execute(sa.delete(table))
    for (source, key), (name, phone, _) in rows.items():
        put(databases, source, student(key, name=name, phone=phone))
    table = RECORD_TABLES["students"]
    with databases.records.begin() as connection:
        for (source, key), (_, _, removed) in rows.items():
            if removed:
                connection.execute(
                    sa.update(table)
                    .where(table.c.integration_id == source, table.c.student_id == key)
                    .values(removed_at=NOW)
                )
                connection.execute(
                    sa.update(tallies).where(tallies.c.integration_id == source).values(records=tallies.c.records - 1)
                )
    current, kept = stores(databases)
    for (key, field), value in fixes.items():
        kept.put(1, STUDENTS, (key,), correction(field, value), None)
    # The fourth source is of another college, so it counts for itself.
    orders = [SourceOrder(1, tuple(order)), SourceOrder(2, (4,))]
    model: list[tuple[int, tuple[Any, ...]]] = []
    for college, sources in ((1, order), (2, [4])):
        keys = {key for (source, key), row in rows.items() if source in sources and not row[2]}
        for key in keys:
            said = [rows[source, key] for source in sources if (source, key) in rows and not rows[source, key][2]]
            name, phone = (next((row[place] for row in said if row[place] is not None), None) for place in (0, 1))
            if college == 1:
                name, phone = fixes.get((key, "name"), name), fixes.get((key, "phone"), phone)
            model.append((college, student(key, name=name, phone=phone)))
    wanted = [
        (college, values)
        for college, values in model
        if all(fits(one, values) for one in filters)
        and (not text or any(text.lower() in str(value).lower() for value in values if value is not None))
    ]
    found = [
        (row.college_id, row.values) for row in everything(current, Search("students", tuple(filters), text), orders)
    ]
    assert sorted(found, key=repr) == sorted(wanted, key=repr)
    assert [values[0] for _, values in found] == sorted((values[0] for _, values in wanted), key=lambda k: k.encode())
    by_name = [
        row.values[NAME] for row in everything(current, Search("students", tuple(filters), text, sort="name"), orders)
    ]
    filled = [name for name in by_name if name is not None]
    assert by_name[: len(filled)] == filled
    assert [name.lower() if name.isascii() else name for name in filled] == sorted(
        (name.lower() if name.isascii() else name for name in filled), key=lambda n: n.encode()
    )
    current.rest()


def test_the_order_begins_with_what_was_chosen_then_the_oldest_and_ends_with_the_deleted():
    assert order_of(1, {1: False, 2: True, 3: False, 4: False}, [4, 2, 9]) == SourceOrder(
        1, (4, 1, 3, 2), frozenset({2})
    )
    assert order_of(1, {2: False, 1: False}).sources == (1, 2)


def test_everything_of_one_source_needs_no_list_and_is_read_from_any_place(databases):
    put(databases, 1, *(student(f"{n:03}") for n in range(50)))
    current, _ = stores(databases)
    orders = [SourceOrder(1, (1,))]
    listing = current.look(STUDENTS, Search("students"), orders)
    assert (listing.refs, listing.total) == (None, 50)
    assert [row.values[0] for row in current.page(STUDENTS, listing, orders, 40, 3)] == ["040", "041", "042"]


def test_the_first_records_are_told_before_all_are_listed_and_a_search_can_be_stopped(databases):
    put(databases, 1, *(student(f"{n:05}", name="x") for n in range(900)))
    current, _ = stores(databases)
    orders = [SourceOrder(1, (1,))]
    told = []
    for search in (Search("students", text="x"), Search("students", sort="name", descending=True)):
        assert current.look(STUDENTS, search, orders, told=told.append).total == 900
        assert told.pop().total == 200
    stop = threading.Event()
    stop.set()
    # So few steps that only a statement of many rows is stopped at all.
    put(databases, 1, *(student(f"{n:05}", name="y" * 50) for n in range(30_000)))
    with pytest.raises(CancelledError):
        current.look(STUDENTS, Search("students", text="not there"), orders, cancel=stop)
    assert current.look(STUDENTS, Search("students", text="y"), orders).total == 30_000
    current.rest()


def test_numbers_are_compared_as_numbers_and_corrected_ones_too(databases):
    row = {"subject_code": "M1", "name": "Maths", "credits": 4.0}
    put(databases, 1, tuple(row.get(name) for name in SUBJECTS.field_names), data_type=SUBJECTS)
    current, kept = stores(databases)
    orders = [SourceOrder(1, (1,))]
    equals = Search("subjects", (Filter("credits", How.EQUALS, "4"),))
    assert current.look(SUBJECTS, equals, orders).total == 1
    kept.put(1, SUBJECTS, ("M1",), correction("credits", 3.0), 4.0)
    assert current.look(SUBJECTS, equals, orders).total == 0
    found = everything(current, Search("subjects", (Filter("credits", How.EQUALS, "3"),)), orders, SUBJECTS)
    assert found[0].fields[SUBJECTS.field_names.index("credits")].correction == correction("credits", 3.0)
    current.rest()


def test_changed_since_looks_at_every_source_of_the_record(databases):
    put(databases, 1, student("1", name="a"), student("2"))
    put(databases, 2, student("1", name="b"))
    table = RECORD_TABLES["students"]
    with databases.records.begin() as connection:
        connection.execute(sa.update(table).where(table.c.integration_id == 1).values(last_changed=NOW))
    current, _ = stores(databases)
    later = datetime(2026, 11, 24, 9, 1, tzinfo=UTC)
    with databases.records.begin() as connection:
        connection.execute(sa.update(table).where(table.c.integration_id == 2).values(last_changed=later))
    orders = [SourceOrder(1, (1, 2))]
    assert [row.values[0] for row in everything(current, Search("students", changed_since=later), orders)] == ["1"]
    newest = everything(current, Search("students", sort="last_changed", descending=True), orders)
    assert [row.values[0] for row in newest] == ["1", "2"]
    current.rest()


def test_sources_that_disagree_are_found_field_by_field_and_empty_is_no_opinion(databases):
    put(databases, 1, student("1", name="Asha", phone="1"), student("2", name="Ravi"), student("3", name="x"))
    put(databases, 2, student("1", name="Asha", phone="2"), student("2"), student("3", name="y"))
    compared = ComparisonStore(databases.records)
    order = SourceOrder(1, (2, 1))
    found = compared.conflicting(STUDENTS, order, ["name", "phone"], 10)
    assert set(found) == {("1",), ("3",)}
    assert set(compared.conflicting(STUDENTS, order, ["phone"], 10)) == {("1",)}
    assert set(compared.conflicting(STUDENTS, order, ["name", "phone"], 1, 1)) == {("3",)}


def test_two_sources_are_compared_by_what_only_one_has_and_attendance_names_students(databases):
    put(databases, 1, *(student(str(n)) for n in range(5)))
    put(databases, 2, *(student(str(n)) for n in range(3, 7)))
    compared = ComparisonStore(databases.records)
    found = compared.reconcile(STUDENTS, 1, 2, 2)
    assert (found.first_total, found.second_total, found.both) == (5, 4, 2)
    assert (found.only_first, found.only_first_total) == ([("0",), ("1",)], 3)
    assert (found.only_second, found.only_second_total) == ([("5",), ("6",)], 2)
    from hub_desktop.core.datatypes import ATTENDANCE

    days = [("1", f"2026-01-{day:02}", "", "", "present", None, None) for day in (1, 2)]
    put(databases, 3, *days, ("9", "2026-01-01", "", "", "absent", None, None), data_type=ATTENDANCE)
    found = compared.reconcile(STUDENTS, 1, 3, 10)
    assert (found.second_total, found.only_second, found.only_first_total) == (2, [("9",)], 4)


def test_lineage_tells_each_change_of_each_field_with_its_run(databases):
    put(databases, 1, student("1", name="Asha", phone="1"), run=1)
    put(databases, 1, student("1", name="Asha", phone="2"), run=5)
    put(databases, 1, student("1", name="Asha R", phone="2"), run=6)
    current, kept = stores(databases)
    order = SourceOrder(1, (1,))
    kept.put(1, STUDENTS, ("1",), correction("phone", "3"), "2")
    assert kept.remove(1, STUDENTS, ("1",), "phone", "Ravi") == correction("phone", "3")
    record = current.record(STUDENTS, order, ("1",))
    assert record is not None
    changes = LineageStore(databases.records).changes(STUDENTS, order, ("1",), record)
    of_phone = [(c.operation, c.before, c.after, c.run_id, c.who) for c in changes if c.field == "phone"]
    assert of_phone == [
        ("uncorrected", "3", None, None, "Ravi"),
        ("corrected", "2", "3", None, "Asha"),
        ("changed", "1", "2", 5, ""),
        ("first", None, "1", 1, ""),
    ]
    assert [(c.before, c.run_id) for c in changes if c.field == "name"] == [("Asha", 6), (None, 1)]


def test_lineage_tells_of_removals_and_returns(databases):
    store = RecordStore(databases.records)
    target = [Target(1, "students", STUDENTS, run) for run in (0, 1, 2, 3)]
    store.write_page(target[1], [student("1", name="Asha")], [], 1, Redactor())
    from hub_desktop.store.removals import Removals

    assert Removals(databases.records).remove_keys(target[2], [("1",)]) == 1
    store.write_page(target[3], [student("1", name="Asha B")], [], 1, Redactor())
    current, _ = stores(databases)
    record = current.record(STUDENTS, SourceOrder(1, (1,)), ("1",))
    assert record is not None
    changes = LineageStore(databases.records).changes(STUDENTS, SourceOrder(1, (1,)), ("1",), record)
    told = [(c.operation, c.field, c.run_id) for c in changes]
    assert told == [
        ("returned", "", 3),
        ("changed", "name", 3),
        ("removed", "", 2),
        ("first", "", 1),
        ("first", "name", 1),
    ]


def test_everything_of_one_source_leaves_out_what_was_removed(databases):
    from hub_desktop.store.removals import Removals

    put(databases, 1, *(student(f"{n:03}") for n in range(50)))
    Removals(databases.records).remove_keys(Target(1, "students", STUDENTS, 2), [("000",), ("041",)])
    current, _ = stores(databases)
    orders = [SourceOrder(1, (1,))]
    listing = current.look(STUDENTS, Search("students"), orders)
    assert (listing.refs, listing.total) == (None, 48)
    assert [row.values[0] for row in current.page(STUDENTS, listing, orders, 38, 3)] == ["039", "040", "042"]


def present(student_id: str, day: str, period: str = "") -> tuple[Any, ...]:
    return (student_id, day, "", period, "present", None, None)


def test_attendance_is_listed_by_day_with_and_without_what_was_removed(databases):
    days = ["2026-02-01", "2026-01-31", "2026-02-02"]
    put(databases, 1, *(present(who, day) for who in ("b", "a", "c") for day in days), data_type=ATTENDANCE)
    current, _ = stores(databases)
    orders = [SourceOrder(1, (1,))]
    expected = [(day, who) for day in sorted(days) for who in "abc"]
    plain = everything(current, Search("attendance"), orders, ATTENDANCE)
    scanned = everything(current, Search("attendance", text="present"), orders, ATTENDANCE)
    assert [(row.values[1], row.values[0]) for row in plain] == expected
    assert [(row.values[1], row.values[0]) for row in scanned] == expected
    RecordStore(databases.records).removals.remove_keys(
        Target(1, "attendance", ATTENDANCE, 2), [("b", "2026-02-01", "", "")]
    )
    left = everything(current, Search("attendance"), orders, ATTENDANCE)
    assert [(row.values[1], row.values[0]) for row in left] == [one for one in expected if one != ("2026-02-01", "b")]


def test_one_students_attendance_is_found_without_looking_at_everybodys(databases):
    put(
        databases,
        1,
        *(present(f"s{n}", f"2026-01-{day:02}", "1") for n in range(20) for day in range(1, 29)),
        data_type=ATTENDANCE,
    )
    current, _ = stores(databases)
    search = Search(
        "attendance", filters=(Filter("student_id", How.EQUALS, "s7"), Filter("date", How.CONTAINS, "01-0"))
    )
    orders = [SourceOrder(1, (1,)), SourceOrder(2, (2,))]
    found = everything(current, search, orders, ATTENDANCE)
    assert [row.values[:2] for row in found] == [("s7", f"2026-01-{day:02}") for day in range(1, 10)]
    statement = CurrentSql(ATTENDANCE, search, orders, {}).listing()
    with databases.records.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement.text}", tuple(statement.parameters)).all()
    looked_up = [row[3] for row in plan if " r " in row[3]]
    assert looked_up
    assert all("(integration_id=? AND date=? AND student_id=?)" in one for one in looked_up)


@pytest.mark.parametrize("joins", [True, False])
def test_a_text_is_found_in_any_field_with_and_without_a_function_that_joins_them(databases, joins, monkeypatch):
    from hub_desktop.store import current as module

    monkeypatch.setattr(module, "_joins", lambda _connection: joins)
    put(databases, 1, student("1", name="Äsha", phone="5"), student("2", email="x_1@a.b"), student("3", phone="%"))
    put(databases, 2, student("1", section="blue"))
    current, _ = stores(databases)
    orders = [SourceOrder(1, (1, 2))]
    for text, keys in (("äSHA", ["1"]), ("BLUE", ["1"]), ("x_1", ["2"]), ("_", ["2"]), ("%", ["3"]), ("1", ["1", "2"])):
        assert [row.values[0] for row in everything(current, Search("students", text=text), orders)] == keys, text
    current.rest()
