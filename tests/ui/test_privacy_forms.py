"""The settings about sources and privacy: order, rules counted first, a person erased only after the word."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.store.records import Target
from hub_desktop.ui.question import Question
from hub_desktop.ui.session import Session
from hub_desktop.ui.settings_page import SettingsPage
from tests.accessibility import unnamed_controls
from tests.fakes.deliveries import deliver_signed
from tests.ui.opened import opened

SECRET = "webhook-s3cret-of-it"
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def write(session: Session, source: int, *rows: dict[str, Any], kind: str) -> None:
    data_type = DATA_TYPES[kind]
    values = [tuple(row.get(name) for name in data_type.field_names) for row in rows]
    session.hub.records._records.write_page(Target(source, kind, data_type, 1), values, [], 1, Redactor())


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        for name in ("ERP", "Biometric"):
            written = {
                "name": name,
                "baseUrl": "https://erp.example.edu",
                "apiKey": "k3y",
                "webhookSecret": SECRET,
                "endpoints": {"students": "/s"},
            }
            found.hub.integrations.add(found.actor, read_integration(written))
        write(found, 1, {"student_id": "S001", "name": "Asha"}, kind="students")
        day = {"student_id": "S001", "date": "2020-01-31", "subject_code": "", "period": "", "status": "present"}
        write(found, 1, day, kind="attendance")
        yield found


def show(qtbot, session: Session) -> SettingsPage:
    page = SettingsPage(session)
    qtbot.addWidget(page)
    page.resize(740, 560)
    page.show()
    qtbot.waitUntil(lambda: page.precedence.list.count() == 2, timeout=15_000)
    return page


def answer(qtbot, page: SettingsPage, *, yes: bool) -> Question:
    qtbot.waitUntil(lambda: bool(page.findChildren(Question)), timeout=15_000)
    (question,) = page.findChildren(Question)
    assert question.no.hasFocus() or not question.isActiveWindow()
    (question.yes if yes else question.no).click()
    return question


def test_a_system_is_moved_up_and_that_is_kept(qtbot, session):
    page = show(qtbot, session)
    assert not page.precedence.up_button.isEnabled()
    page.precedence.list.setCurrentRow(1)
    assert not page.precedence.down_button.isEnabled()
    page.precedence.up_button.click()
    qtbot.waitUntil(lambda: page.precedence.list.item(0).text() == "Biometric", timeout=15_000)
    assert page.precedence.list.currentRow() == 0
    assert [name for _, name, _ in session.hub.sources.precedence(session.actor)] == ["Biometric", "ERP"]
    assert not unnamed_controls(page)


def test_a_rule_says_what_it_would_remove_before_it_is_set(qtbot, session):
    page = show(qtbot, session)
    form = page.retention
    form.kind.setCurrentIndex(form.kind.findData("attendance"))
    assert form.age.currentData() == "date"
    form.set_button.click()
    answer(qtbot, page, yes=False)
    assert session.hub.privacy.retentions(session.actor) == []
    qtbot.waitUntil(lambda: not page.findChildren(Question), timeout=15_000)
    form.set_button.click()
    question = answer(qtbot, page, yes=True)
    assert question.yes.text() == "Remove 1 record"
    qtbot.waitUntil(lambda: "365 days after its date; 1 past" in form.rules.text(), timeout=15_000)
    form.end_button.click()
    qtbot.waitUntil(lambda: "as long as" in form.rules.text(), timeout=15_000)


def test_a_person_is_found_saved_and_erased_after_the_word(qtbot, session, tmp_path):
    page = show(qtbot, session)
    form = page.person
    form.number.setText("S404")
    form.find_button.click()
    qtbot.waitUntil(lambda: "Nothing is kept" in form.message.text(), timeout=15_000)
    assert not form.erase_button.isVisible()
    form.number.setText("S001")
    qtbot.keyClick(form.number, Qt.Key.Key_Return)
    qtbot.waitUntil(form.erase_button.isVisible, timeout=15_000)
    assert form.result.text() == "Asha (S001): students 1, attendance 1."
    form.on_place_chosen(str(tmp_path / "person.json"))
    qtbot.waitUntil(lambda: "Saved to" in form.message.text(), timeout=15_000)
    assert json.loads((tmp_path / "person.json").read_text())["records"]["attendance"][0]["date"] == "2020-01-31"
    form.exclude.setChecked(True)
    form.erase_button.click()
    question = answer(qtbot, page, yes=True)
    assert question.yes.text() == "Erase 2 traces"
    qtbot.waitUntil(lambda: form.message.text().startswith("Erased:"), timeout=15_000)
    assert session.hub.records.find(session.actor, "students").total == 0
    assert session.hub.privacy.allow_again(session.actor, "S001")


def test_a_delivery_that_waits_is_said_to_hold_the_number_still(qtbot, session):
    deliver_signed(session.hub, 1, SECRET, b'{"data": [{"student_id": "S001"}]}')
    page = show(qtbot, session)
    form, waits = page.person, "1 delivery with this number waits to be stored and holds it still."
    form.number.setText("S001")
    qtbot.keyClick(form.number, Qt.Key.Key_Return)
    qtbot.waitUntil(form.erase_button.isVisible, timeout=15_000)
    assert form.result.text().startswith(f"Asha (S001): students 1, attendance 1. {waits}")
    form.erase_button.click()
    answer(qtbot, page, yes=True)
    qtbot.waitUntil(lambda: form.message.text().startswith("Erased:"), timeout=15_000)
    assert waits in form.message.text()


def test_what_was_kept_before_a_restore_is_said_to_hold_them_still(qtbot, session):
    (Path(session.hub.storage.state().folder) / "before-restore-2026-11-23-091500").mkdir()
    (Path(session.hub.storage.state().folder) / "hub.db.before-hub_0005").touch()
    session.hub.nightly.make_now()
    page = show(qtbot, session)
    form = page.person
    form.number.setText("S001")
    qtbot.keyClick(form.number, Qt.Key.Key_Return)
    qtbot.waitUntil(form.erase_button.isVisible, timeout=15_000)
    form.erase_button.click()
    answer(qtbot, page, yes=True)
    qtbot.waitUntil(lambda: form.message.text().startswith("Erased:"), timeout=15_000)
    restored = r"was restored \([^)]+\) can still hold this person\. Remove it under Files\."
    assert re.search(restored, form.message.text())
    assert "was updated (just now) can still hold this person. Remove it under Files." in form.message.text()
    assert "1 nightly backup can still hold this person. The oldest goes each night" in form.message.text()


def test_others_see_why_they_may_not(qtbot, session):
    staff = Session(session.hub, Actor("R", Role.IT_STAFF, Face.WINDOW), session.calls)
    page = show(qtbot, staff)
    page.precedence.list.setCurrentRow(1)
    for control in (page.precedence.up_button, page.retention.set_button, page.person.find_button):
        assert not control.isEnabled()
        assert "Principal or Administrator" in control.toolTip()
