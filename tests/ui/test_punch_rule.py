"""The rule for punches in the details of an endpoint, and the form of an integration that devices feed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from hub_desktop.core.attendance_rules import PunchRule, rule_in_words
from hub_desktop.core.integration import read_integration
from hub_desktop.hub.catalog import DEVICES_TEMPLATE
from hub_desktop.ui import form_values
from hub_desktop.ui.add_dialog import AddDialog
from hub_desktop.ui.endpoint_details import EndpointDetails
from hub_desktop.ui.integration_form import IntegrationForm
from hub_desktop.ui.session import Session
from hub_desktop.ui.tab_order import reading_order
from tests.accessibility import unnamed_controls
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton
PERIODS: dict[str, Any] = {
    "rule": "periods",
    "early": 5,
    "periods": [
        {"name": "1", "start": "09:00", "end": "09:50", "lateAfter": "09:05", "days": ["monday", "friday"]},
        {"name": "2", "start": "09:50", "end": "10:40", "subject": "PHY"},
    ],
}
RULES: list[dict[str, Any]] = [
    {"rule": "first-in"},
    {"rule": "first-in", "lateAfter": "09:15", "until": "16:00"},
    {"rule": "first-in-last-out", "opens": "06:00"},
    PERIODS,
]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        yield found


def details(qtbot, rule: dict[str, Any]) -> EndpointDetails:
    dialog = EndpointDetails("Attendance", {"punches": rule}, (), devices=True)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_shown_said_in_words_and_kept_as_it_was(qtbot, rule: dict[str, Any]) -> None:
    dialog = details(qtbot, rule)
    assert dialog.punches.preview.text() == rule_in_words(PunchRule.model_validate(rule))
    assert dialog.punches.written() == rule
    assert unnamed_controls(dialog) == []
    with qtbot.waitSignal(dialog.changed, timeout=1_000) as told:
        qtbot.mouseClick(dialog.use_button, LEFT)
    assert told.args[0]["punches"] == rule


def test_another_rule_is_chosen_and_its_sentence_follows(qtbot) -> None:
    dialog = details(qtbot, {"rule": "first-in"})
    editor = dialog.punches
    qtbot.keyClicks(editor.late_after, "9:10")
    assert editor.preview.text() == "Present by the first punch of the day, late after 09:10."
    assert '"lateAfter": "9:10"' in dialog.json.toPlainText()
    editor.rule.setCurrentIndex(editor.rule.findData("periods"))
    assert editor.preview.text() == "Add the periods of the day."
    assert not editor.late_after.isVisible()
    qtbot.mouseClick(editor.periods.add_button, LEFT)
    qtbot.mouseClick(editor.periods.add_button, LEFT)
    assert editor.preview.text() == "Present in each period with a punch in it: 1, 2."
    editor.periods.table.item(0, 5).setText("mon, We")
    assert editor.written()["periods"] == [
        {"name": "1", "start": "09:00", "end": "09:50", "days": ["monday", "wednesday"]},
        {"name": "2", "start": "09:50", "end": "10:40"},
    ]
    assert PunchRule.model_validate(editor.written()).periods[0].days == ["monday", "wednesday"]
    editor.periods.table.setCurrentCell(0, 0)
    qtbot.mouseClick(editor.periods.remove_button, LEFT)
    assert [period["name"] for period in editor.written()["periods"]] == ["2"]
    # What was typed for the day is there again.
    editor.rule.setCurrentIndex(editor.rule.findData("first-in-last-out"))
    assert editor.written() == {"rule": "first-in-last-out", "lateAfter": "9:10"}


def test_what_is_wrong_stands_under_its_own_field(qtbot) -> None:
    dialog = details(qtbot, {"rule": "first-in"})
    editor = dialog.punches
    qtbot.keyClicks(editor.until, "25:00")
    assert "A time is written as 09:15" in editor.preview.text()
    qtbot.mouseClick(dialog.use_button, LEFT)
    assert dialog.isVisible()
    assert "A time is written as 09:15" in editor._fields["until"].problem()
    assert dialog.focusWidget() is editor.until
    editor.until.selectAll()
    qtbot.keyClicks(editor.until, "08:00")
    assert editor._fields["until"].problem() == ""
    editor.rule.setCurrentIndex(editor.rule.findData("periods"))
    qtbot.mouseClick(editor.periods.add_button, LEFT)
    editor.periods.table.item(0, 1).setText("10:00")
    qtbot.mouseClick(dialog.use_button, LEFT)
    assert "ends before it begins" in editor.periods.problem.text()


def test_the_rule_follows_the_json(qtbot) -> None:
    dialog = details(qtbot, {"rule": "first-in"})
    dialog.json.setPlainText(json.dumps({"punches": PERIODS}))
    qtbot.waitUntil(lambda: dialog.punches.rule.currentData() == "periods", timeout=15_000)
    assert dialog.punches.written() == PERIODS
    assert dialog.punches.periods.table.item(0, 5).text() == "Mon, Fri"


def test_the_tab_key_goes_in_the_order_of_reading(qtbot) -> None:
    dialog = details(qtbot, {"rule": "first-in"})
    editor = dialog.punches
    assert reading_order(dialog)[:4] == [editor.rule, editor.opens, editor.late_after, editor.until]
    editor.rule.setFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is editor.opens


def test_devices_are_connected_from_the_catalog_without_address_sign_in_or_interval(qtbot, session: Session) -> None:
    dialog = AddDialog(session)
    qtbot.addWidget(dialog, before_close_func=lambda shown: setattr(shown, "_leaving", True))
    dialog.show()
    dialog.on_template_chosen(session.hub.catalog.find(DEVICES_TEMPLATE))
    page = dialog.template_page()
    assert page is not None
    assert set(page.values()) == {"lateAfter"}
    late = page.field("lateAfter").control
    assert isinstance(late, QLineEdit)
    late.setText("nine")
    qtbot.mouseClick(page.save_button, LEFT)
    assert "09:15" in page.field("lateAfter").problem() + page.problem.text()
    late.setText("08:45")
    qtbot.mouseClick(page.test.button, LEFT)
    qtbot.waitUntil(page.test.report.isVisible, timeout=15_000)
    qtbot.mouseClick(page.settings_button, LEFT)
    form = dialog.form()
    assert form is not None
    shown = [form.base_url, form.headers, form.params, form.credentials, form.endpoints.add_button]
    assert [control for control in shown if control.isVisible()] == []
    row = form.endpoints.row_of("attendance")
    assert row is not None
    assert row.rule.text() == "Present by the first punch of the day, late after 08:45."
    assert not row.path.isVisible()
    assert not row.interval.isVisible()
    students = form.endpoints.row_of("students")
    assert students is not None
    assert not students.isVisible()
    qtbot.mouseClick(row.details_button, LEFT)
    details_of = row.findChild(EndpointDetails)
    details_of.punches.late_after.selectAll()
    qtbot.keyClicks(details_of.punches.late_after, "09:05")
    qtbot.mouseClick(details_of.use_button, LEFT)
    assert row.rule.text() == "Present by the first punch of the day, late after 09:05."
    with qtbot.waitSignal(dialog.saved, timeout=15_000):
        qtbot.mouseClick(form.save_button, LEFT)
    [view] = session.hub.overview.all(session.actor)
    assert view.config.fed_by_devices
    rule = view.config.endpoints["attendance"].punches
    assert rule is not None
    assert (rule.rule, rule.late_after) == ("first-in", "09:05")


def test_a_stored_one_is_edited_and_stays_what_it_was(qtbot, session: Session) -> None:
    written = {"name": "Gate", "baseUrl": "devices:", "endpoints": {"Gate log": {"dataType": "attendance"}}}
    written["endpoints"]["Gate log"]["punches"] = PERIODS  # type: ignore[index]
    stored = session.hub.integrations.add(session.actor, read_integration(written))
    form = IntegrationForm(session, stored.integration_id)
    qtbot.addWidget(form, before_close_func=lambda shown: setattr(shown, "_leaving", True))
    form.show()
    qtbot.waitUntil(lambda: form.name.text() == "Gate", timeout=15_000)
    assert not form.touched()
    row = form.endpoints.row_of("Gate log")
    assert row is not None
    assert row.isVisible()
    assert row.rule.text() == "Present in each period with a punch in it: 1, 2."
    plain = form.endpoints.row_of("attendance")
    assert plain is not None
    assert not plain.isVisible()
    form.name.setText("Main gate")
    with qtbot.waitSignal(form.saved, timeout=15_000):
        qtbot.mouseClick(form.save_button, LEFT)
    now = session.hub.integrations.get(session.actor, stored.integration_id).config
    assert (now.name, now.endpoints) == ("Main gate", stored.config.endpoints)


def test_devices_typed_as_an_address_bring_their_rule_and_take_it_away_again(qtbot, session: Session) -> None:
    form = IntegrationForm(session)
    qtbot.addWidget(form, before_close_func=lambda shown: setattr(shown, "_leaving", True))
    form.show()
    form.name.setText("Gate")
    form.base_url.setText("devices://iclock")
    assert form.base_url.isVisible()
    assert not form.credentials.isVisible()
    assert "Attendance devices push" in form.field_at("baseUrl")[0].problem()  # type: ignore[attr-defined]
    row = form.endpoints.row_of("attendance")
    assert row is not None
    row.tick.setChecked(True)
    assert row.rule.text() == "Present by the first punch of the day."
    assert form_values.problems(form.values()) == {}
    assert read_integration(form_values.to_json(form.values())).integration.fed_by_devices
    form.base_url.setText("https://erp.college.edu")
    assert form.credentials.isVisible()
    assert row.path.isVisible()
    assert "punches" not in row.values().rest
