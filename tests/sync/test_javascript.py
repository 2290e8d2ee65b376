"""JavaScript transformations: what they make of records, and that nothing they do can hurt the desk."""

import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.rewriting import Rewritten
from hub_desktop.sync.javascript import JavaScript, opened_checker

ROOT = Path(__file__).resolve().parents[2]
RECORDS = [{"id": 1, "name": "asha"}, {"id": 2, "name": "ravi"}, {"id": 3, "name": None}]


def run(source: str, records: list[Any] | None = None) -> Rewritten:
    with JavaScript("students", source) as javascript:
        return javascript.rewrite(RECORDS if records is None else records)


@pytest.mark.parametrize(
    "source",
    [
        "(record) => record",
        "record => record;",
        "function (record) { return record; }",
        "function tidy(record) {\n  // as it is\n  return record;\n}",
        "(record) => ({...record}) // the same",
    ],
)
def test_one_function_from_record_to_record(source):
    done = run(source)
    assert (done.records, done.originals, done.refused, done.passed_over) == (RECORDS, RECORDS, [], 0)


@pytest.mark.skipif(sys.platform == "win32", reason="the program that stands in for a built one is a shell script")
def test_a_built_program_is_its_own_engine(tmp_path, monkeypatch):
    program = tmp_path / "hub-desktop"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m hub_desktop "$@"\n')
    program.chmod(0o700)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "hub-desktop-window"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    assert run("(record) => ({id: record.id})").records == [{"id": 1}, {"id": 2}, {"id": 3}]


def test_records_are_changed_passed_over_and_refused_each_for_itself():
    done = run(
        """(record) => {
          if (record.id === 2) return null;
          return {...record, name: record.name.toUpperCase(), nothing: undefined};
        }"""
    )
    assert done.records == [{"id": 1, "name": "ASHA"}]
    assert done.originals == [RECORDS[0]]
    assert done.passed_over == 1
    [(raw, reason)] = done.refused
    assert raw == RECORDS[2]
    assert reason.startswith("JavaScript, line 3: TypeError")


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("(r) => { r.x = 0 / 0; return r; }", "record.x is not a number"),
        ("(r) => ({x: [1, Infinity]})", "record.x[1] is not a number"),
        ("(r) => ({f: () => 1})", "is a function"),
        ("(r) => ({f: 1n})", "is a bigint"),
        ("(r) => ({f: Symbol('x')})", "is a symbol"),
        ("(r) => ({d: new Date(0)})", "is a Date"),
        ("(r) => ({d: new Map()})", "is a Map"),
        ("(r) => { r.self = r; return r; }", "nested too deeply"),
        ("(r) => { let a = {}; for (let i = 0; i < 100; i++) a = {a}; return a; }", "nested too deeply"),
        ("(r) => { r.name; }", "returned nothing"),
        ("(r) => [r]", "must return a record or null"),
        ("(r) => 'text'", "must return a record or null"),
        ("async (r) => r", "is a Promise"),
        ("(r) => { throw new Error('no good'); }", "Error: no good"),
        ("(r) => { throw 'words'; }", "words"),
        ("(r) => { throw undefined; }", "undefined"),
        ("(r) => { throw {get name() { throw 1; }}; }", "without words"),
        ("function f(r) { return f(r); }", "call stack"),
        ("(r) => fetch('http://127.0.0.1/')", "fetch"),
        ("(r) => require('fs')", "require"),
        ("(r) => setTimeout(() => 1, 0)", "setTimeout"),
        ("(r) => std.open('/etc/passwd')", "std"),
        ("(r) => new XMLHttpRequest()", "XMLHttpRequest"),
    ],
)
def test_what_is_no_record_is_refused_with_its_reason(source, reason):
    done = run(source, [{"name": "asha"}])
    assert done.records == []
    [(raw, said)] = done.refused
    assert raw == {"name": "asha"}
    assert said.startswith("JavaScript")
    assert reason in said


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("(r) => { const a = []; while (true) a.push(a); }", "of memory"),
        ("(r) => { const a = []; while (true) a.push({x: [1, 2, 3]}); }", "of memory"),
        ("(r) => new Array(2 ** 27).fill(1)", "of memory"),
        ("(r) => { const m = {}; let i = 0; while (true) m['k' + i++] = i; }", "memory"),
        ("(r) => { const m = new Map(); let i = 0; while (true) m.set(i++, {i}); }", "memory"),
        ("(r) => { let s = 'x'.repeat(2 ** 26); return {a: s, b: s + 1, c: s + 2}; }", "memory"),
        ("(r) => {", "cannot be read"),
        ("\n\n(r) => r r", "line 3"),
        ("5", "is not a function"),
        ("({})", "is not a function"),
        ("nobody", "failed before it saw a record"),
    ],
)
def test_what_cannot_be_run_is_an_error_of_the_endpoint(source, sentence):
    began = time.monotonic()
    with pytest.raises(ConfigurationError, match=sentence) as failed:
        run(source)
    assert failed.value.field == "endpoints.students.javascript"
    assert failed.value.sentence.startswith("The JavaScript of endpoint “students” ")
    assert time.monotonic() - began < 120


@pytest.mark.parametrize(
    "source",
    [
        "(r) => { while (true) {} }",
        "(r) => { try { while (true) {} } finally { while (true) {} } }",
        "(r) => { for (;;) { try { for (;;) {} } catch (e) {} } }",
        '(r) => { /(a+)+$/.test("a".repeat(60) + "!"); return r; }',
        "(() => { while (true) {} })()",
    ],
)
def test_what_does_not_end_is_ended(source, monkeypatch):
    # Every way of going on in a fraction of its time; the whole of it is waited for once, below.
    monkeypatch.setattr("hub_desktop.sync.javascript.SECONDS", 0.2)
    with pytest.raises(ConfigurationError, match="did not end") as failed:
        run(source)
    assert failed.value.field == "endpoints.students.javascript"
    assert failed.value.sentence.startswith("The JavaScript of endpoint “students” ")


def test_it_goes_on_after_a_failure_with_a_process_of_its_own():
    with JavaScript("students", "(r) => { if (r.bad) while (true) {}; return r; }") as javascript:
        assert javascript.rewrite([{"id": 1}]).records == [{"id": 1}]
        with pytest.raises(ConfigurationError):
            javascript.rewrite([{"bad": True}])
        assert javascript.rewrite([{"id": 2}]).records == [{"id": 2}]


def test_no_page_depends_on_what_another_left_behind():
    with JavaScript("students", "(() => { let n = 0; return (r) => ({n: ++n}); })()") as javascript:
        first, second = javascript.rewrite([{}, {}]), javascript.rewrite([{}, {}])
    assert first.records == second.records == [{"n": 1}, {"n": 2}]


def test_numbers_that_would_be_rounded_come_as_text():
    record = {"id": 12345678901234567890, "small": 9007199254740991, "list": [-(2**60)], "yes": True}
    assert run("(r) => r", [record]).records == [
        {"id": "12345678901234567890", "small": 9007199254740991, "list": [str(-(2**60))], "yes": True}
    ]


def test_what_is_no_record_never_reaches_the_engine():
    deep: Any = {}
    for _ in range(200):
        deep = {"a": deep}
    done = run("(r) => r", ["text", deep, {"n": float("nan")}, {"n": 10**5000}, {"ok": 1}])
    assert done.records == [{"ok": 1}]
    assert [raw for raw, _ in done.refused[:2]] == ["text", deep]
    assert len(done.refused) == 4


def test_a_long_page_is_run_in_parts():
    records = [{"id": n, "text": "x" * 50} for n in range(2_500)]
    done = run("(r) => r.id % 2 ? null : r", records)
    assert done.records == records[::2]
    assert done.passed_over == 1_250


PLAIN_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(-1e12, 1e12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
) | st.text(max_size=20)


@pytest.fixture(scope="module")
def unchanged():
    with JavaScript("students", "(record) => record") as javascript:
        yield javascript


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=st.lists(st.dictionaries(st.text(max_size=8), PLAIN_JSON, max_size=4), max_size=5))
def test_what_goes_in_comes_out(unchanged, records):
    assert unchanged.rewrite(records).records == records


def test_its_refusals_and_those_of_the_checks_keep_the_record_as_it_came():
    endpoint = Endpoint.model_validate(
        {"path": "/s", "javascript": "(r) => r.skip ? null : ({id: r.no, fullName: r.who.trim()})"}
    )
    page = [{"no": "S1", "who": " Asha "}, {"no": None, "who": "Ravi"}, {"no": "S3"}, {"skip": True}]
    with opened_checker("students", endpoint) as checker:
        checked = checker.check(page)
    assert [values[:2] for values in checked.good] == [("S1", "Asha")]
    assert [refused.raw for refused in checked.refused] == [page[2], page[1]]
    assert "JavaScript, line 1" in checked.refused[0].reasons[0]
    assert checked.passed_over == 1


def test_the_process_is_told_no_secret_and_is_gone_after_use(monkeypatch):
    monkeypatch.setenv("HUB_DESKTOP_VAULT_PASSPHRASE", "a long passphrase")
    with JavaScript("students", "(r) => r") as javascript:
        javascript.rewrite([{"a": 1}])
        process = javascript._process
        assert process is not None
        if sys.platform == "linux":
            told = Path(f"/proc/{process.pid}/environ").read_bytes()
            assert b"passphrase" not in told.lower()
    assert process.poll() is not None


def test_without_the_engine_the_endpoint_says_so(monkeypatch, tmp_path):
    (tmp_path / "quickjs.py").write_text("raise ImportError", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(ConfigurationError, match="not installed on this computer"):
        run("(r) => r")
