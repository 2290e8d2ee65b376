"""Sentences as the program makes them, in the Hindi that is shipped: no English word of ours is left in them."""

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QTranslator

from hub_desktop.core.backups import Restored
from hub_desktop.core.datatypes import ATTENDANCE, STUDENTS, DataType
from hub_desktop.core.drift import Change, Drift, FieldShape, Shape, Uses
from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.resources import resource_path
from hub_desktop.core.run_days import RunDay, days_sentence, run_days
from hub_desktop.core.runs import RunStatus
from hub_desktop.hub.privacy import PersonFound
from hub_desktop.sync import javascript
from hub_desktop.sync.javascript import JavaScript
from hub_desktop.sync.replay import _overtaken
from hub_desktop.ui.phrasebook import Phrasebook
from hub_desktop.upstream.verdicts import Outcome, Verdict, error_of
from hub_desktop.upstream.wire import Answer, Headers
from tests.upstream.session import integration

TODAY = date(2026, 3, 2)
# The form too calls it “base URL”.
OF_ALL = {"JavaScript", "UTC", "base", "URL", "MB", "IT", "College", "ERP", "Moodle"}
"""Words that are Latin in Hindi too, and names that were given."""


@pytest.fixture(scope="module")
def hindi() -> Callable[[str], str]:
    """Say a sentence in the Hindi that is shipped."""
    translator = QTranslator()
    assert translator.load(str(resource_path("translations", "hub-desktop_hi.qm")))
    templates = json.loads(resource_path("translations", "sentences.json").read_text("utf-8"))
    book = Phrasebook([tuple(one) for one in templates], lambda text: translator.translate("sentences", text) or text)
    return book.say


def left(said: str, *data: str) -> list[str]:
    """Return the English words of a text outside of what it was given as data."""
    for one in data:
        said = said.replace(one, "")
    return [word for word in re.findall(r"[A-Za-z]{2,}", said) if word not in OF_ALL]


def drifted(data_type: DataType, change: Change, before: Shape, now: Shape) -> str:
    return Uses("College ERP", data_type, Endpoint.model_validate({"path": "/a"})).told(change, before, now).sentence


def shape(**kinds: str) -> Shape:
    return Shape(20, {name: FieldShape(1.0, frozenset(seen.split("|"))) for name, seen in kinds.items()})


@pytest.mark.parametrize("data_type", [STUDENTS, ATTENDANCE])
@pytest.mark.parametrize(
    ("change", "before", "now"),
    [
        (Change(Drift.APPEARED, "hostel"), shape(), shape(hostel="text")),
        (Change(Drift.APPEARED, "remarks"), shape(), shape(remarks="text")),
        (Change(Drift.APPEARED, "phone"), shape(), shape(phone="text")),
        (Change(Drift.CHANGED, "hostel", frozenset({"a list"})), shape(hostel="text"), shape(hostel="a list")),
        (
            Change(Drift.CHANGED, "phone", frozenset({"a number", "an object"})),
            shape(phone="text|a list"),
            shape(phone="a number|an object"),
        ),
        (Change(Drift.CHANGED, "remarks", frozenset({"yes or no"})), shape(remarks="text"), shape(remarks="yes or no")),
        (Change(Drift.VANISHED, "hostel"), shape(hostel="text"), shape()),
        (Change(Drift.VANISHED, "phone"), shape(phone="text"), shape()),
        (Change(Drift.VANISHED, "remarks"), shape(remarks="text"), shape()),
        (Change(Drift.VANISHED, "phone"), shape(phone="text"), shape(phoneNumber="text")),
    ],
)
def test_what_became_of_a_field(
    hindi: Callable[[str], str], data_type: DataType, change: Change, before: Shape, now: Shape
) -> None:
    said = hindi(drifted(data_type, change, before, now))
    assert f"“{change.field}”" in said
    assert not left(said, "phoneNumber", change.field), said


@pytest.mark.parametrize("data_type", [STUDENTS, ATTENDANCE])
def test_a_field_that_is_back(hindi: Callable[[str], str], data_type: DataType) -> None:
    said = hindi(Uses("College ERP", data_type, Endpoint.model_validate({"path": "/a"})).again("phone"))
    assert not left(said, "phone"), said


@pytest.mark.parametrize("waiting", [1, 3, 1_204])
def test_deliveries_that_erasing_leaves(hindi: Callable[[str], str], waiting: int) -> None:
    said = hindi(PersonFound("S1", (), {}, waiting=waiting).still_there)
    assert f"{waiting:,}" in said
    assert not left(said), said


@pytest.mark.parametrize("line", [0, 3])
@pytest.mark.parametrize("how", javascript._FAILURES)
def test_a_javascript_that_failed_keeps_the_name_of_its_endpoint(
    hindi: Callable[[str], str], how: str, line: int
) -> None:
    said = hindi(JavaScript("marks", "")._failed(how, "unexpected token", line).sentence)
    assert "“marks”" in said
    assert not left(said, "marks", "unexpected token", "quickjs-ng", "(record) => record"), said


@pytest.mark.parametrize("status", [304, 302, 400, 422])
@pytest.mark.parametrize(("endpoint", "words"), [("students", ""), ("hostel", "Back at noon")])
def test_a_request_that_was_refused(hindi: Callable[[str], str], status: int, endpoint: str, words: str) -> None:
    answer = Answer(status, Headers([]), b"", "https://erp.example/a", 0.1)
    verdict = Verdict(Outcome.REFUSED, words=words)
    said = hindi(error_of(verdict, answer, integration("https://erp.example"), endpoint, Redactor([])).sentence)
    assert not left(said, "hostel", words), said


@pytest.mark.parametrize(
    "ended",
    [
        {},
        {RunStatus.SUCCEEDED: 1},
        {RunStatus.SUCCEEDED: 2, RunStatus.FAILED: 1},
        {RunStatus.PARTIAL: 1, RunStatus.HELD: 2, RunStatus.FAILED: 1_204},
    ],
)
def test_the_syncs_of_a_day(hindi: Callable[[str], str], ended: dict[RunStatus, int]) -> None:
    day = RunDay(TODAY, ended)
    said = hindi(day.words)
    assert not left(said), said


@pytest.mark.parametrize("troubled", [0, 1, 2, 3, 4, 9])
@pytest.mark.parametrize("synced", [0, 1, 12])
def test_the_strip_of_days(hindi: Callable[[str], str], synced: int, troubled: int) -> None:
    days = {TODAY.replace(day=1): {RunStatus.SUCCEEDED: 1}} if synced else {}
    days |= {date(2026, 2, 10 + day): {RunStatus.FAILED: 1} for day in range(min(troubled, synced))}
    said = hindi(days_sentence(run_days(days, TODAY)))
    assert not left(said), said


@pytest.mark.parametrize(
    ("sentence", "data"),
    [
        ("“Gate 1” and “Gate 2” have not been in contact yet.", ["“Gate 1”", "“Gate 2”"]),
        ("“Gate 1”, “Main, east” and “Gate 2” have not been in contact yet.", ["Gate 1", "“Main, east”", "Gate 2"]),
        ("82.4 % present, 3 % late. Lowest attendance: BCA.", ["BCA"]),
        (
            "3 refused records came from the endpoint “marks”, which ERP does not have any more, and wait on.",
            ["“marks”"],
        ),
        (
            "1 refused record came from the endpoint “marks”, which ERP does not have any more, and waits on.",
            ["“marks”"],
        ),
        ("JavaScript, line 3: x is undefined.", ["x is undefined"]),
        ("Date: “12” is not a date written as %d/%m/%Y.", ["“12”", "%d/%m/%Y"]),
        ("Still missing: API key or token and the header X-Token.", ["API", "X-Token"]),
        ("There is no exam “End”. Did you mean “students”?", ["“End”", "“students”"]),
        ("the last 30 days, source “ERP”, department “CSE”", ["“ERP”", "“CSE”"]),
        ("Mapping: Name from “id” (by its name); Email from “email”.", ["“id”", "“email”"]),
        ("The slowest is ERP: typically 0.0 s.", ["ERP"]),
        ("Moodle refused the request for students. It says: “Broken. Call the desk.”", ["“Broken. Call the desk.”"]),
        ("Line 4 has 1 value, but the headings are 2.", ["4"]),
        ("ERP has no token yet. Enter the token and test the connection.", ["ERP"]),
    ],
)
def test_names_stay_as_they_came_and_the_rest_is_said(
    hindi: Callable[[str], str], sentence: str, data: list[str]
) -> None:
    said = hindi(sentence)
    assert all(one in said for one in data), said
    assert not left(said, *data), said


def test_a_record_that_was_overtaken(hindi: Callable[[str], str]) -> None:
    said = hindi(_overtaken(datetime(2026, 11, 12, 9, 12, tzinfo=UTC)))
    assert "2026-11-12" in said
    assert "09:12" in said
    assert not left(said), said


def test_when_a_backup_was_made(hindi: Callable[[str], str]) -> None:
    made = datetime(2026, 11, 12, 9, 12).astimezone()
    restored = Restored(made, made, "", (), new_key=True)
    assert "2026-11-12" in hindi(restored.sentence)
    assert not left(hindi(restored.sentence)), hindi(restored.sentence)
