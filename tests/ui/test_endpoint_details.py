"""The details of an endpoint: fields and JSON in step, and each problem under its own field."""

import gc
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hub_desktop.core.endpoint import Endpoint
from hub_desktop.ui import form_values
from hub_desktop.ui.endpoint_details import EndpointDetails
from tests.accessibility import unnamed_controls
from tests.ui.any_integration import ANY_INTEGRATION

LEFT = Qt.MouseButton.LeftButton
RICH: dict[str, Any] = {
    "path": "/courses/{parent.id}/grades",
    "method": "POST",
    "params": {"active": "true"},
    "json": {"since": "{cursor}"},
    "recordsPath": "data.items",
    "pagination": {"style": "cursor", "cursorPath": "next", "pageSize": 100},
    "incremental": {"field": "modified", "first": "90 days"},
    "forEach": {"endpoint": "subjects", "include": ["shortname"]},
    "errorRules": [{"status": [403], "text": "rate limit", "then": "rate-limited"}],
    "mappings": [{"from": "a", "to": "grade"}],
    "maxMinutes": 30,
}


@pytest.fixture
def opened(qtbot: QtBot):
    def make(
        written: dict[str, Any], others: tuple[str, ...] = ("subjects", "students"), not_complete: str = ""
    ) -> EndpointDetails:
        dialog = EndpointDetails("Marks", written, others, not_complete=not_complete)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def edit(dialog: EndpointDetails, path: str) -> QLineEdit:
    control = dialog.fields()[path].control
    assert isinstance(control, QLineEdit)
    return control


def box(dialog: EndpointDetails, path: str) -> QPlainTextEdit:
    control = dialog.fields()[path].control
    assert isinstance(control, QPlainTextEdit)
    return control


def choose(dialog: EndpointDetails, path: str, value: object) -> None:
    control = dialog.fields()[path].control
    assert isinstance(control, QComboBox)
    control.setCurrentIndex(control.findData(value))


def shown(dialog: EndpointDetails) -> set[str]:
    return {path for path, field in dialog.fields().items() if field.isVisibleTo(dialog)}


def accepted(qtbot: QtBot, dialog: EndpointDetails) -> dict[str, Any]:
    with qtbot.waitSignal(dialog.changed, timeout=15_000) as changed:
        qtbot.mouseClick(dialog.use_button, LEFT)
    assert changed.args is not None
    return changed.args[0]


def test_what_is_not_touched_stays_as_it_was(qtbot, opened):
    assert accepted(qtbot, opened(RICH)) == RICH


def test_only_the_fields_of_the_chosen_paging_are_shown(opened):
    dialog = opened({"path": "/marks"})
    wanted = {
        "auto": {"sizeParam", "pageSize", "maxPages"},
        "none": set(),
        "page": {"pageParam", "firstPage", "sizeParam", "pageSize", "totalPath", "morePath", "maxPages"},
        "offset": {"offsetParam", "sizeParam", "pageSize", "totalPath", "morePath", "maxPages"},
        "cursor": {"cursorParam", "cursorPath", "cursorHeader", "sizeParam", "pageSize", "morePath", "maxPages"},
        "next": {"nextPath", "sizeParam", "pageSize", "maxPages"},
        "link": {"sizeParam", "pageSize", "maxPages"},
    }
    assert set(wanted) == set(form_values.PAGING_LABELS)
    for style, names in wanted.items():
        choose(dialog, "pagination.style", style)
        paging = {path.partition(".")[2] for path in shown(dialog) if path.startswith("pagination.")}
        assert paging == names | {"style"}


def test_fields_are_filled_in_and_the_json_follows(qtbot, opened):
    dialog = opened({"path": "/marks"})
    qtbot.keyClicks(edit(dialog, "recordsPath"), "data.items")
    choose(dialog, "pagination.style", "page")
    choose(dialog, "pagination.firstPage", 0)
    qtbot.keyClicks(edit(dialog, "pagination.pageSize"), "50")
    box(dialog, "params").setPlainText('{"term": "1"}')
    dialog.only_new.click()
    qtbot.keyClicks(edit(dialog, "incremental.param"), "since")
    choose(dialog, "incremental.order", "ascending")
    dialog.each.click()
    choose(dialog, "forEach.endpoint", "subjects")
    box(dialog, "forEach.include").setPlainText("id\nname\n")
    wanted = {
        "path": "/marks",
        "recordsPath": "data.items",
        "pagination": {"style": "page", "firstPage": 0, "pageSize": 50},
        "params": {"term": "1"},
        "incremental": {"param": "since", "order": "ascending"},
        "forEach": {"endpoint": "subjects", "include": ["id", "name"]},
    }
    assert json.loads(dialog.json.toPlainText()) == wanted
    assert accepted(qtbot, dialog) == wanted
    Endpoint.model_validate(wanted)


def test_the_fields_follow_the_json(qtbot, opened):
    dialog = opened({"path": "/marks"})
    dialog.json.setPlainText(json.dumps(RICH))
    qtbot.waitUntil(lambda: edit(dialog, "recordsPath").text() == "data.items", timeout=15_000)
    assert dialog.only_new.isChecked()
    assert dialog.each.isChecked()
    assert edit(dialog, "pagination.pageSize").text() == "100"
    assert dialog.rules.table.rowCount() == 1
    assert "json" in shown(dialog)
    assert dialog.written() == RICH


def test_json_that_is_none_yet_is_said_and_not_taken(qtbot, opened):
    dialog = opened({"path": "/marks"})
    dialog.json.setPlainText('{"path": "/marks",\n "method": }')
    qtbot.mouseClick(dialog.use_button, LEFT)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.json
    assert "line 2" in dialog._json_field.problem()
    dialog.json.setPlainText('["/marks"]')
    qtbot.mouseClick(dialog.use_button, LEFT)
    assert "object" in dialog._json_field.problem()
    dialog.json.setPlainText('{"path": "/marks", "recordPath": "x", "enabled": false}')
    qtbot.mouseClick(dialog.use_button, LEFT)
    assert "“enabled” is set in the form" in dialog._json_field.problem()
    dialog.json.setPlainText('{"path": "/marks", "recordPath": "x"}')
    qtbot.mouseClick(dialog.use_button, LEFT)
    assert dialog._json_field.problem() == "There is no setting “recordPath”."


@pytest.mark.parametrize(
    ("path", "typed", "said"),
    [
        ("pagination.pageSize", "many", "Write a whole number."),
        ("pagination.pageSize", "0", "The least is 1."),
        ("pagination.maxPages", "1000000", "The most is 100,000."),
        ("maxMinutes", "x", "Write a whole number."),
        ("recordsPath", "data[", "is not a path or a JMESPath expression"),
        ("path", "", "This must be filled in."),
        ("path", "https://elsewhere.example.com/x", "not a whole address"),
    ],
)
def test_each_problem_stands_under_its_own_field(qtbot, opened, path, typed, said):
    dialog = opened({"path": "/marks"})
    edit(dialog, path).setText(typed)
    qtbot.mouseClick(dialog.use_button, LEFT)
    assert dialog.isVisible()
    assert said in dialog.fields()[path].problem()
    assert dialog.focusWidget() is edit(dialog, path)
    edit(dialog, path).setText("/1" if path == "path" else "1")
    assert said not in dialog.fields()[path].problem()
    edit(dialog, path).setText({"path": "/marks", "recordsPath": "data"}.get(path, "5"))
    accepted(qtbot, dialog)


def test_text_that_is_no_json_yet_is_said_while_typing(qtbot, opened):
    dialog = opened({"path": "/marks"})
    box(dialog, "params").setPlainText('{"a": ')
    assert "not JSON yet" in dialog.fields()["params"].problem()
    assert dialog.written() == {"path": "/marks"}
    qtbot.mouseClick(dialog.use_button, LEFT)
    assert dialog.isVisible()
    box(dialog, "params").setPlainText('{"a": 1}')
    qtbot.mouseClick(dialog.use_button, LEFT)
    assert dialog.fields()["params"].problem() == "Write the value as text, in quotation marks."
    box(dialog, "params").setPlainText('{"wstoken": "abc"}')
    qtbot.mouseClick(dialog.use_button, LEFT)
    assert "holds a secret" in dialog.fields()["params"].problem()


def test_a_body_belongs_to_post(qtbot, opened):
    dialog = opened({"path": "/marks"})
    assert not {"form", "json"} & shown(dialog)
    choose(dialog, "method", "POST")
    assert {"form", "json"} <= shown(dialog)
    box(dialog, "form").setPlainText('{"a": "b"}')
    choose(dialog, "method", "GET")
    assert "form" in shown(dialog), "what is written there must be seen to be mended"
    qtbot.mouseClick(dialog.use_button, LEFT)
    assert dialog.isVisible()
    assert "POST" in dialog._json_field.problem()


def test_an_endpoint_or_fixed_values_and_neither_is_lost(qtbot, opened):
    dialog = opened({"path": "/marks/{parent.value}"})
    dialog.each.click()
    assert {"forEach.endpoint", "forEach.values"} <= shown(dialog)
    assert "forEach.filter" not in shown(dialog)
    box(dialog, "forEach.values").setPlainText("2023\n2024")
    choose(dialog, "forEach.endpoint", "students")
    assert dialog.written()["forEach"] == {"endpoint": "students"}
    assert "forEach.filter" in shown(dialog)
    choose(dialog, "forEach.endpoint", "")
    assert dialog.written()["forEach"] == {"values": ["2023", "2024"]}
    dialog.each.click()
    assert "forEach" not in dialog.written()
    dialog.each.click()
    assert accepted(qtbot, dialog)["forEach"] == {"values": ["2023", "2024"]}


def test_error_rules_are_added_changed_and_removed(qtbot, opened):
    dialog = opened(RICH)
    rules = dialog.rules
    qtbot.mouseClick(rules.add_button, LEFT)
    qtbot.mouseClick(dialog.use_button, LEFT)
    assert "an error rule needs a condition" in rules.problem.text().lower()
    rules.table.item(1, 0).setText("404, 410")
    then = rules.table.cellWidget(1, 3)
    then.setCurrentIndex(then.findData("ignore"))
    rules.table.item(1, 4).setText("Nobody is there.")
    assert dialog.written()["errorRules"][1] == {"status": [404, 410], "then": "ignore", "say": "Nobody is there."}
    rules.table.item(1, 0).setText("often")
    qtbot.mouseClick(dialog.use_button, LEFT)
    assert rules.problem.text() == "Write a whole number."
    rules.table.setCurrentCell(0, 0)
    qtbot.mouseClick(rules.remove_button, LEFT)
    rules.table.item(0, 0).setText("404")
    assert accepted(qtbot, dialog)["errorRules"] == [{"status": [404], "then": "ignore", "say": "Nobody is there."}]


def test_a_complete_list_is_a_tick_with_a_line_of_help(qtbot, opened):
    dialog = opened({"path": "/students"})
    complete = dialog.fields()["completeList"]
    assert isinstance(complete.control, QCheckBox)
    assert complete.problem().startswith("Only after a whole pass without errors.")
    qtbot.mouseClick(complete.control, LEFT, pos=complete.control.rect().center() - QPoint(100, 0))
    assert json.loads(dialog.json.toPlainText())["completeList"] is True
    assert accepted(qtbot, dialog) == {"path": "/students", "completeList": True}
    again = opened({"path": "/students", "completeList": True})
    assert again.fields()["completeList"].control.isChecked()
    again.fields()["completeList"].control.click()
    assert accepted(qtbot, again) == {"path": "/students"}


def test_why_a_list_is_not_complete_stands_under_its_tick(qtbot, opened):
    dialog = opened({"path": "/students"}, not_complete="“alumni” brings students too.")
    assert not dialog.show_problems()
    complete = dialog.fields()["completeList"]
    complete.control.click()
    qtbot.mouseClick(dialog.use_button, LEFT)
    assert dialog.isVisible()
    assert complete.problem() == "“alumni” brings students too."
    assert dialog.focusWidget() is complete.control
    complete.control.click()
    assert accepted(qtbot, dialog) == {"path": "/students"}


def test_every_control_has_a_name_a_line_of_help_and_its_own_letter(opened):
    dialog = opened(RICH | {"form": {"a": "b"}})
    for style in form_values.PAGING_LABELS:
        choose(dialog, "pagination.style", style)
        assert unnamed_controls(dialog) == []
    choose(dialog, "pagination.style", "cursor")
    explained = [path for path in shown(dialog) if dialog.fields()[path].problem()]
    unexplained = shown(dialog) - set(explained)
    # Their labels say it all until the model explains them.
    assert unexplained <= {"method", "headers", "forEach.parallel", "pagination.sizeParam", "pagination.cursorParam"}
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.buddy()]
    texts += [one.text() for one in dialog.findChildren(QAbstractButton)]
    letters = [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
    assert len(letters) == len(set(letters)), sorted(letters)


def test_tab_goes_from_the_first_field_to_the_buttons(opened):
    dialog = opened({"path": "/marks"})
    chain: list[QWidget] = []
    control = dialog.nextInFocusChain()
    while control is not dialog:
        chain.append(control)
        control = control.nextInFocusChain()
    wanted = [dialog.fields()["method"].control, dialog.fields()["path"].control, dialog.only_new, dialog.each]
    wanted += [dialog.rules.table, dialog.json, dialog.use_button]
    places = [chain.index(control) for control in wanted]
    assert places == sorted(places)


@pytest.fixture
def garbage_collected():
    """Collect what hundreds of dialogs leave, once and not after each."""
    yield
    gc.collect()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(ANY_INTEGRATION)
def test_whatever_an_endpoint_can_say_passes_through_its_details(qapp, garbage_collected, config):
    for one in form_values.values_of(config).endpoints:
        if not one.path:
            continue
        written = form_values.detail_settings(one)
        dialog = EndpointDetails(one.name, written, list(config.endpoints))
        assert dialog.written() == written
        assert not dialog.show_problems()
        assert form_values.with_details(one, dialog.written()) == one
        dialog.deleteLater()
        # At once, or hundreds of dialogs would go while the next test counts its garbage.
        QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
