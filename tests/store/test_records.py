import json
import os
import signal
import subprocess
import sys
import textwrap
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from hub_desktop.core.bookmarks import Bookmark, Validator
from hub_desktop.core.datatypes import ATTENDANCE, CUSTOM, DATA_TYPES, STUDENTS, SUBJECTS
from hub_desktop.core.redaction import MASK, Redactor
from hub_desktop.core.times import utc_now
from hub_desktop.core.validation import Refused
from hub_desktop.store.bookmarks import BookmarkStore
from hub_desktop.store.engine import open_databases, writing
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.records import RecordQuery, RecordStore, Target
from hub_desktop.store.seen_rows import SeenRows
from hub_desktop.store.vault import MemoryVault

NOBODY = Redactor()


@pytest.fixture
def store(databases):
    return RecordStore(databases.records)


def student(key: str, name: str | None = None, **more: Any) -> tuple:
    found = {"student_id": key, "name": name} | more
    return tuple(found.get(field) for field in STUDENTS.field_names)


def target(run: int = 1, integration: int = 1, endpoint: str = "students", data_type=STUDENTS) -> Target:
    return Target(integration, endpoint, data_type, run)


def write(store: RecordStore, *good: tuple, run: int = 1, refused: tuple = (), page: int = 1, **more: Any):
    return store.write_page(target(run, **more), good, refused, page, NOBODY)


def stored(store: RecordStore, data_type=STUDENTS, **more: Any) -> dict[tuple, tuple]:
    size = len(data_type.key_fields)
    return {r.values[:size]: r.values for r in store.read(RecordQuery(data_type, limit=None, **more))}


PAGES = st.lists(
    st.tuples(
        st.lists(
            st.builds(
                student,
                st.sampled_from(["7", "007", "a", "A", "é", "x\ny"]),
                st.sampled_from([None, "Asha", "Ravi", "asha"]),
            ),
            max_size=6,
        ),
        st.lists(st.sampled_from([{"a": 1}, {"a": 2}, "text", None]), max_size=3),
        st.integers(1, 4),
    ),
    max_size=8,
)


class Model:
    """What a page should do, as a dictionary would."""

    def __init__(self) -> None:
        self.rows: dict[str, tuple] = {}
        self.runs: dict[str, int] = {}
        self.history: dict[str, list[tuple]] = {}
        self.refused: set[str] = set()

    def write(self, good: list[tuple], run: int) -> tuple[int, int, int]:
        added = changed = unchanged = 0
        latest = {row[0]: row for row in good}
        for key, row in latest.items():
            if key not in self.rows:
                added += 1
            elif self.rows[key] == row:
                unchanged += 1
                continue
            else:
                changed += 1
                self.history.setdefault(key, []).insert(0, self.rows[key])
            self.rows[key], self.runs[key] = row, run
        return added, changed, unchanged + len(good) - len(latest)


@settings(max_examples=25)
@given(pages=PAGES, which=st.booleans())
def test_any_sequence_of_pages_does_what_a_dictionary_would(tmp_path_factory, pages, which):
    databases = open_databases(DataFolder(tmp_path_factory.mktemp("d")).prepare(), MemoryVault())
    store, model = RecordStore(databases.records), Model()
    try:
        for number, (good, raws, run) in enumerate(pages):
            refused = [Refused(raw, ("No key.",)) for raw in raws]
            # Where it matters which records came as they are, they are found by another query.
            counts = store.write_page(target(run), good, refused, number, NOBODY, seen=SeenRows() if which else None)
            assert (counts.added, counts.changed, counts.unchanged) == model.write(good, run)
            assert counts.added + counts.changed + counts.unchanged == len(good)
            assert counts.quarantined == len(refused)
            model.refused |= {json.dumps(raw, separators=(",", ":")) for raw in raws}
            assert store.cursor(1, "students")[:2] == (run, number)
        kept = store.read(RecordQuery(STUDENTS, limit=None))
        assert {r.values[0]: r.values for r in kept} == model.rows
        assert {r.values[0]: r.run_id for r in kept} == model.runs
        assert sorted(q.raw for q in store.quarantined()) == sorted(model.refused)
        assert store.counts().get((1, "students"), 0) == len(model.rows)
        for key in model.rows:
            assert [old for _, _, old in store.history_of(1, STUDENTS, (key,))] == model.history.get(key, [])
    finally:
        databases.close()


def test_keys_with_zeros_case_and_accents_are_different_records(store):
    write(store, student("7"), student("007"), student("a"), student("A"), student("é"))
    assert set(stored(store)) == {("7",), ("007",), ("a",), ("A",), ("é",)}


def test_the_same_key_of_two_sources_is_two_records(store):
    write(store, student("1", "Asha"))
    write(store, student("1", "Ravi"), integration=2)
    assert store.counts() == {(1, "students"): 1, (2, "students"): 1}
    assert [r.values[1] for r in store.read(RecordQuery(STUDENTS, integration_ids=frozenset({2})))] == ["Ravi"]


def test_a_write_that_changes_nothing_writes_nothing(store):
    write(store, student("1", "Asha"), run=1)
    before = store.read(RecordQuery(STUDENTS))
    assert write(store, student("1", "Asha"), run=2).unchanged == 1
    assert store.read(RecordQuery(STUDENTS)) == before
    assert store.history_of(1, STUDENTS, ("1",)) == []


def test_a_change_keeps_first_seen_and_the_old_image_with_its_run(store):
    write(store, student("1", "Asha"), run=1)
    (first,) = store.read(RecordQuery(STUDENTS))
    write(store, student("1", "Asha Rao"), run=5)
    (now,) = store.read(RecordQuery(STUDENTS))
    assert (now.first_seen, now.run_id) == (first.first_seen, 5)
    assert now.last_changed >= first.last_changed
    ((_, run, before),) = store.history_of(1, STUDENTS, ("1",))
    assert (run, before) == (5, first.values)


def test_a_removed_record_that_comes_again_is_there_again(databases, store):
    write(store, student("1", "Asha"), student("2", "Ravi"))
    with writing(databases.records).begin() as connection:
        connection.exec_driver_sql(
            "UPDATE students SET removed_at = '2026-01-01T00:00:00.000000Z' WHERE student_id = '1'"
        )
    assert set(stored(store)) == {("2",)}
    counts = write(store, student("1", "Asha"), student("2", "Ravi"), run=2)
    assert (counts.added, counts.changed, counts.unchanged) == (0, 1, 1)
    assert set(stored(store)) == {("1",), ("2",)}


def test_two_records_of_one_key_with_other_values_are_told(store):
    assert write(store, student("1", "Asha"), student("1", "Ravi"), student("1", "Ravi")).conflicting == 1
    assert stored(store)[("1",)][1] == "Ravi"
    assert write(store, student("1", "Asha"), page=2).conflicting == 1
    assert write(store, student("1", "Ravi"), run=2).conflicting == 0


def test_a_page_that_ends_as_it_began_leaves_no_history(store):
    write(store, student("1", "Asha"), run=1)
    counts = write(store, student("1", "Ravi"), student("1", "Asha"), run=2)
    assert counts.changed == 0
    assert store.history_of(1, STUDENTS, ("1",)) == []


@pytest.mark.parametrize("data_type", DATA_TYPES.values(), ids=lambda t: t.name)
def test_every_data_type_is_added_changed_and_left_alone(store, data_type):
    def row(word: str) -> tuple:
        return tuple("k" if f.key else 2.0 if f.kind == "number" else word for f in data_type.fields)

    where = Target(1, "e", data_type, 1)
    for word, expected in (("one", (1, 0, 0)), ("one", (0, 0, 1)), ("two", (0, 1, 0))):
        counts = store.write_page(where, [row(word)], [], 1, NOBODY)
        assert (counts.added, counts.changed, counts.unchanged) == expected
    assert [r.values for r in store.read(RecordQuery(data_type))] == [row("two")]


def test_a_page_of_thousands_is_written_and_found_again(store):
    rows = [(f"S{n}", "2026-01-31", "M1", str(n % 7), "present", None, None) for n in range(7_500)]
    where = Target(1, "attendance", ATTENDANCE, 1)
    assert store.write_page(where, rows, [], 1, NOBODY).added == 7_500
    assert store.write_page(where, rows, [], 2, NOBODY).unchanged == 7_500


# Quarantine


def test_the_same_refused_record_is_kept_once_with_its_newest_reasons(store):
    write(store, refused=(Refused({"a": 1}, ("Old.",)),), run=1)
    write(store, refused=(Refused({"a": 1}, ("New.",)), Refused({"a": 1}, ("New.",))), run=2)
    (kept,) = store.quarantined()
    assert (kept.reasons, kept.run_id) == (("New.",), 2)
    assert kept.first_seen < kept.last_seen
    assert store.quarantine_counts() == {1: 1}


def test_what_did_not_come_again_in_a_whole_pass_was_mended(store):
    write(store, refused=(Refused({"a": 1}, ("x",)), Refused({"a": 2}, ("x",))), run=1)
    write(store, refused=(Refused({"a": 9}, ("x",)),), run=1, endpoint="other")
    write(store, refused=(Refused({"a": 2}, ("x",)),), run=2)
    assert store.complete(target(2)) == 1
    assert sorted(q.raw for q in store.quarantined()) == ['{"a":2}', '{"a":9}']


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "raw",
    [None, "x", [1], {"a": "\ud800"}, {"a": "\x00"}, {"a": float("nan")}, {"a": "x" * 100_000}, "\U0001f600"],
    ids=range(8),
)
def test_anything_refused_can_be_kept(store, raw):
    write(store, refused=(Refused(raw, ("Reason with \ud800 and \x00.",)),))
    (kept,) = store.quarantined()
    assert len(kept.raw) <= 65_536
    assert kept.reasons[0].startswith("Reason with")


@pytest.mark.parametrize("make", [lambda: 10**5000, lambda: nested(5_000)], ids=["huge", "deep"])
def test_what_cannot_be_written_as_json_is_kept_as_a_hint(store, make):
    write(store, refused=(Refused(make(), ("x",)),))
    assert "cannot be written" in store.quarantined()[0].raw


def test_secrets_in_refused_records_are_masked_in_record_and_reasons(store):
    refused = Refused({"echo": "Bearer t0ken-of-the-college"}, ("“t0ken-of-the-college” is not a date.",))
    store.write_page(target(), [], [refused], 1, Redactor(["t0ken-of-the-college"]))
    (kept,) = store.quarantined()
    assert "t0ken" not in kept.raw + str(kept.reasons)
    assert MASK in kept.raw


def test_only_the_named_sources_are_counted_into_the_limit(store):
    for number in range(5):
        write(store, refused=(Refused({"n": number}, ("x",)),), integration=2)
    write(store, refused=(Refused({"n": 0}, ("x",)),), integration=1)
    for number in range(5, 9):
        write(store, refused=(Refused({"n": number}, ("x",)),), integration=2)
    assert len(store.quarantined(limit=1, integration_ids={1})) == 1
    assert store.quarantined(integration_ids=set()) == []


# All or nothing


def test_a_page_that_fails_in_the_middle_leaves_nothing_of_itself(databases, store):
    write(store, student("1", "Asha"), refused=(Refused({"a": 1}, ("x",)),), run=1)
    before = (store.read(RecordQuery(STUDENTS)), store.quarantined(), store.cursor(1, "students"))
    with writing(databases.records).begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON quarantine BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        )
    with pytest.raises(sa.exc.IntegrityError):
        write(store, student("1", "Ravi"), student("2"), refused=(Refused({"a": 2}, ("x",)),), run=2, page=2)
    assert (store.read(RecordQuery(STUDENTS)), store.quarantined(), store.cursor(1, "students")) == before
    assert store.history_of(1, STUDENTS, ("1",)) == []
    assert store.counts() == {(1, "students"): 1}


KILLED = """
    import sys
    from pathlib import Path
    from hub_desktop.core.datatypes import STUDENTS
    from hub_desktop.core.redaction import Redactor
    from hub_desktop.core.validation import Refused
    from hub_desktop.store.engine import open_databases
    from hub_desktop.store.folder import DataFolder
    from hub_desktop.store.records import RecordStore, Target
    from hub_desktop.store.vault import FileVault

    folder = DataFolder(Path(sys.argv[1])).prepare()
    store = RecordStore(open_databases(folder, FileVault(folder.vault_file, "a passphrase")).records)
    blank = (None,) * (len(STUDENTS.fields) - 1)
    for page in range(1, 100_000):
        rows = [(f"{page}-{n}", *blank) for n in range(50)]
        store.write_page(Target(1, "students", STUDENTS, 1), rows, [Refused({"n": page}, ("x",))], page, Redactor())
        print(page, flush=True)
"""


def test_a_killed_program_leaves_only_whole_pages(tmp_path):
    from hub_desktop.store.vault import FileVault

    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(KILLED), str(tmp_path / "d")], stdout=subprocess.PIPE, text=True
    )
    told = 0
    try:
        while told < 12:
            told = int(process.stdout.readline())
        os.kill(process.pid, signal.SIGKILL)
        told = int(([str(told), *process.stdout.read().split()])[-1])
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    folder = DataFolder(tmp_path / "d")
    databases = open_databases(folder, FileVault(folder.vault_file, "a passphrase"))
    store = RecordStore(databases.records)
    _, pages, _ = store.cursor(1, "students")
    assert pages >= told
    assert store.count(RecordQuery(STUDENTS)) == pages * 50
    assert store.counts() == {(1, "students"): pages * 50}
    assert len(store.quarantined(limit=100_000)) == pages
    databases.close()


# Reading


@pytest.fixture
def filled(store):
    write(
        store,
        student("1", "Asha Rao", department="CSE"),
        student("2", "100% Ravi", department="ECE"),
        student("3", None),
    )
    where = Target(1, "subjects", SUBJECTS, 1)
    store.write_page(
        where, [("M1", "Maths", None, None, 4.0, None), ("P1", "Physics", None, None, 3.5, None)], [], 1, NOBODY
    )
    return store


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ({"text": "asha"}, ["1"]),
        ({"text": "100%"}, ["2"]),
        ({"text": "_"}, []),
        ({"text": "'; DROP TABLE students"}, []),
        ({"where": (("department", "CSE"),)}, ["1"]),
        ({"where": (("student_id", "2"), ("department", "CSE"))}, []),
        ({"limit": 1, "offset": 1}, ["2"]),
        ({"limit": None, "offset": 2}, ["3"]),
        ({"integration_ids": frozenset()}, []),
        ({"text": "\ud800"}, []),
        ({"where": (("name", "\ud800"),)}, []),
    ],
)
def test_records_are_found(filled, query, keys):
    found = RecordQuery(STUDENTS, **query)
    assert [r.values[0] for r in filled.read(found)] == keys
    if "limit" not in query:
        assert filled.count(found) == len(keys)


@pytest.mark.parametrize(("value", "codes"), [("4", ["M1"]), ("4.0", ["M1"]), ("3.5", ["P1"]), ("four", [])])
def test_numbers_are_found_as_people_write_them(filled, value, codes):
    assert [r.values[0] for r in filled.read(RecordQuery(SUBJECTS, where=(("credits", value),)))] == codes


def test_custom_records_keep_their_whole_content(store):
    row = ("books", "1", '{"id":"1","x":"\\u0000<b>é"}')
    store.write_page(Target(1, "books", CUSTOM, 1), [row], [], 1, NOBODY)
    assert [r.values for r in store.read(RecordQuery(CUSTOM))] == [row]


def test_what_answers_were_told_by_is_forgotten_when_nobody_may_ask_for_them_any_more(store, monkeypatch):
    def keep(digest: str) -> None:
        bookmark = Bookmark("f", None, Validator(digest, '"tag"', "", 1))
        store.write_page(target(), [student("7")], (), 1, NOBODY, bookmark=bookmark)
        store.complete(target())

    kept = BookmarkStore(store._engine)
    keep("old")
    assert kept.validators(1, "students", "f").get("old") is not None
    later = utc_now() + timedelta(days=91)
    monkeypatch.setattr("hub_desktop.store.page_writing.utc_now", lambda: later)
    keep("new")
    assert kept.validators(1, "students", "f").get("old") is None
    assert kept.validators(1, "students", "f").get("new") is not None
