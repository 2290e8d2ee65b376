"""Adding an integration: choosing from the catalog, pasting a command, importing, going back and on."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from hub_desktop.core.catalog import Template, filled
from hub_desktop.core.integration import read_integration
from hub_desktop.core.offers import Offer
from hub_desktop.core.resources import resource_path
from hub_desktop.core.unfinished import Draft
from hub_desktop.hub.catalog import Catalog
from hub_desktop.server.listening import ListeningThread
from hub_desktop.server.sample_college.api import create_app
from hub_desktop.server.sample_college.data import SampleCollege
from hub_desktop.ui import form_values
from hub_desktop.ui.add_dialog import AddDialog
from hub_desktop.ui.discarding import DiscardQuestion
from hub_desktop.ui.integration_form import IntegrationForm
from hub_desktop.ui.session import Session
from hub_desktop.ui.template_page import NAME, TemplatePage
from tests.accessibility import unnamed_controls
from tests.ui.opened import opened

LEFT = Qt.MouseButton.LeftButton
TOKEN = "erp-token-1234567"
BUNDLED = resource_path("catalog")
CATALOG = Path(__file__).resolve().parent.parent / "data" / "catalog"
CURL = "curl 'https://erp.college.edu/api/v1/students?page=1&per_page=50' -H 'Authorization: Bearer curl-token-1' -k"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        found.hub.catalog = Catalog(CATALOG)
        yield found


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> AddDialog:
    made = AddDialog(session)
    qtbot.addWidget(made, before_close_func=lambda shown: setattr(shown, "_leaving", True))
    made.show()
    qtbot.waitUntil(lambda: made.choice.systems.count() > 0, timeout=15_000)
    return made


@pytest.fixture
def college() -> Iterator[str]:
    served = SampleCollege.load(
        erp_token=TOKEN, biometric_key="bio-key-1234", lms_client_id="lms", lms_client_secret="lms-secret-1"
    )
    with ListeningThread(create_app(served)) as listener:
        yield f"{listener.address}/erp"


def page_of(dialog: AddDialog) -> TemplatePage:
    page = dialog.template_page()
    assert page is not None
    return page


def form_of(dialog: AddDialog) -> IntegrationForm:
    form = dialog.form()
    assert form is not None
    return form


def choose(qtbot: QtBot, dialog: AddDialog, words: str) -> TemplatePage:
    dialog.choice.search.clear()
    qtbot.keyClicks(dialog.choice.search, words)
    qtbot.keyClick(dialog.choice.search, Qt.Key.Key_Return)
    return page_of(dialog)


def typed(page: TemplatePage, name: str) -> QLineEdit:
    control = page.field(name).control
    assert isinstance(control, QLineEdit)
    return control


def names_of(dialog: AddDialog) -> list[str]:
    systems = dialog.choice.systems
    return [systems.item(row).text() for row in range(systems.count())]


def test_the_catalog_is_searched_and_chosen_by_keyboard(qtbot: QtBot, dialog: AddDialog) -> None:
    assert names_of(dialog) == ["Sample ERP & Co", "Sample LMS"]
    assert dialog.focusWidget() is dialog.choice.search
    qtbot.keyClicks(dialog.choice.search, "lernwelt marks")
    assert names_of(dialog) == ["Sample LMS"]
    qtbot.keyClicks(dialog.choice.search, " nothing")
    assert names_of(dialog) == []
    assert "Fill in the form" in dialog.choice.said.text()
    assert not dialog.choice.continue_button.isEnabled()
    dialog.choice.search.clear()
    qtbot.keyClick(dialog.choice.search, Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog.choice.systems
    qtbot.keyClick(dialog.choice.systems, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.choice.systems, Qt.Key.Key_Return)
    assert page_of(dialog).template.id == "sample-lms"
    assert dialog.windowTitle() == "Add Sample LMS"


def test_no_system_is_marked_before_somebody_looks_for_one(qtbot: QtBot, dialog: AddDialog) -> None:
    assert not dialog.choice.systems.selectedItems()
    assert not dialog.choice.continue_button.isEnabled()
    assert dialog.choice.continue_button.toolTip() == "Choose a system of the list first."
    qtbot.keyClick(dialog.choice.search, Qt.Key.Key_Return)
    assert dialog.template_page() is None
    qtbot.keyClick(dialog.choice.search, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.choice.systems
    assert [item.text() for item in dialog.choice.systems.selectedItems()] == ["Sample ERP & Co"]
    assert dialog.choice.continue_button.isEnabled()


def test_what_the_form_asks_for_as_well_is_not_among_the_systems(qtbot: QtBot, session: Session) -> None:
    session.hub.catalog = Catalog(BUNDLED)
    dialog = AddDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.choice.systems.count() > 0, timeout=15_000)
    names = names_of(dialog)
    assert "Moodle" in names
    assert "Any REST API" not in names
    assert len(names) == len(session.hub.catalog.all()) - 1


def test_a_system_is_tested_and_saved_with_its_blanks_alone(
    qtbot: QtBot, session: Session, dialog: AddDialog, college: str
) -> None:
    page = choose(qtbot, dialog, "erp")
    assert dialog.focusWidget() is typed(page, "address")
    qtbot.keyClicks(typed(page, "address"), college)
    qtbot.keyClicks(typed(page, "apiKey"), TOKEN)
    assert typed(page, "apiKey").echoMode() is QLineEdit.EchoMode.Password
    assert "own network" in page.field("address").problem()
    qtbot.mouseClick(page.test.button, LEFT)
    qtbot.waitUntil(lambda: not page.test.report.summary.text().startswith("Testing"), timeout=15_000)
    assert page.test.report.summary.text() == "Everything works."
    with qtbot.waitSignal(dialog.saved, timeout=15_000):
        qtbot.mouseClick(page.save_button, LEFT)
    stored = session.hub.integrations.find(session.actor, "Sample ERP & Co")
    assert stored.config.template == "sample-erp@1"
    assert stored.config.base_url == college
    assert not stored.config.enabled, "a dry run comes before the first write"
    assert stored.config.endpoints["faculty"].max_minutes == 30
    assert session.hub.integrations.secrets_kept(session.actor, stored.integration_id)["apiKey"]
    assert not dialog.isVisible()


def test_what_is_missing_stands_under_its_own_field(qtbot: QtBot, dialog: AddDialog) -> None:
    page = choose(qtbot, dialog, "erp")
    typed(page, NAME).clear()
    typed(page, "address").setText("erp.college.edu")
    qtbot.mouseClick(page.save_button, LEFT)
    assert page.field(NAME).problem() == "Give the integration a name."
    assert "https://" in page.field("address").problem()
    assert page.field("apiKey").problem() == "Fill this in: Token."
    assert "Empty: as shown." in page.field("studentsPath").problem()
    assert dialog.focusWidget() is typed(page, "address")
    typed(page, NAME).setText("ERP")
    typed(page, "address").setText("https://erp.college.edu")
    typed(page, "apiKey").setText("token-123")
    typed(page, "studentsPath").setText("https://elsewhere.example.com/students")
    qtbot.mouseClick(page.save_button, LEFT)
    assert "not a whole address" in page.problem.text() + page.field("studentsPath").problem()


def test_a_name_that_is_taken_stands_under_the_name(qtbot: QtBot, session: Session, dialog: AddDialog) -> None:
    page = choose(qtbot, dialog, "erp")
    typed(page, "address").setText("https://erp.college.edu")
    typed(page, "apiKey").setText("token-123")
    with qtbot.waitSignal(dialog.saved, timeout=15_000):
        qtbot.mouseClick(page.save_button, LEFT)
    again = AddDialog(session)
    qtbot.addWidget(again, before_close_func=lambda shown: setattr(shown, "_leaving", True))
    again.show()
    qtbot.waitUntil(lambda: again.choice.systems.count() > 0, timeout=15_000)
    page = choose(qtbot, again, "erp")
    typed(page, "address").setText("https://erp.college.edu")
    typed(page, "apiKey").setText("token-123")
    qtbot.mouseClick(page.save_button, LEFT)
    qtbot.waitUntil(lambda: "already" in page.field(NAME).problem(), timeout=15_000)
    assert page.save_button.isEnabled()


def test_going_back_and_on_keeps_what_was_typed(qtbot: QtBot, session: Session, dialog: AddDialog) -> None:
    page = choose(qtbot, dialog, "erp")
    qtbot.keyClicks(typed(page, "address"), "https://erp.college.edu")
    qtbot.mouseClick(page.back_button, LEFT)
    assert dialog.stack.currentWidget() is dialog.choice
    page = choose(qtbot, dialog, "erp")
    assert typed(page, "address").text() == "https://erp.college.edu"
    qtbot.keyClicks(typed(page, "apiKey"), TOKEN)
    qtbot.mouseClick(page.settings_button, LEFT)
    form = form_of(dialog)
    assert form.isVisible()
    assert form.base_url.text() == "https://erp.college.edu"
    assert form.credentials.filled(form.values()).secrets == {"apiKey": TOKEN}
    form.name.setText("Our ERP")
    qtbot.mouseClick(form.back_button, LEFT)
    assert page_of(dialog) is page
    qtbot.mouseClick(page.settings_button, LEFT)
    assert form_of(dialog).name.text() == "Our ERP", "what was changed in the form is still there"
    with qtbot.waitSignal(dialog.saved, timeout=15_000):
        qtbot.mouseClick(form.save_button, LEFT)
    stored = session.hub.integrations.find(session.actor, "Our ERP")
    assert stored.config.template == "sample-erp@1"
    assert not dialog.isVisible()


def test_what_a_template_says_is_plain_text_and_folded_where_few_need_it(qtbot: QtBot, dialog: AddDialog) -> None:
    page = choose(qtbot, dialog, "erp")
    labels = {label.text(): label for label in page.findChildren(QLabel)}
    summary = labels["The student management of the <b>sample</b> college. Gives students and faculty."]
    assert summary.textFormat() is Qt.TextFormat.PlainText
    assert labels["Brings students and faculty."].isVisible()
    assert labels["2. Make a token that may read students and faculty, and copy it."].isVisible()
    hidden = labels["• Older versions were not tried."]
    assert not hidden.isVisible()
    qtbot.mouseClick(page.proof[1].fold, LEFT)
    assert hidden.isVisible()
    assert typed(page, "address").accessibleName() == "Address of the ERP & its API"


def test_a_command_fills_the_form_and_says_what_was_understood(
    qtbot: QtBot, session: Session, dialog: AddDialog
) -> None:
    qtbot.mouseClick(dialog.choice.curl_button, LEFT)
    assert dialog.focusWidget() is dialog.curl.edit
    dialog.curl.edit.setPlainText("wget https://erp.college.edu")
    qtbot.mouseClick(dialog.curl.fill_button, LEFT)
    assert "does not begin with “curl”" in dialog.curl.field.problem()
    dialog.curl.edit.setPlainText(CURL)
    assert "does not begin" not in dialog.curl.field.problem()
    qtbot.mouseClick(dialog.curl.fill_button, LEFT)
    form = form_of(dialog)
    notes = " ".join(label.text() for label in form.notes.findChildren(QLabel))
    assert form.notes.isVisible()
    assert "never does that" in notes
    assert "curl-token-1" not in notes
    assert form.base_url.text() == "https://erp.college.edu/api/v1"
    qtbot.mouseClick(form.back_button, LEFT)
    assert dialog.curl.text() == CURL
    qtbot.mouseClick(dialog.curl.fill_button, LEFT)
    with qtbot.waitSignal(dialog.saved, timeout=15_000):
        qtbot.mouseClick(form_of(dialog).save_button, LEFT)
    config = session.hub.integrations.find(session.actor, "erp.college.edu").config
    assert config.endpoints["students"].pagination.page_size == 50
    assert config.endpoints["students"].pagination.size_param == "per_page"


def test_the_empty_form_and_back(qtbot: QtBot, dialog: AddDialog) -> None:
    qtbot.mouseClick(dialog.choice.form_button, LEFT)
    form = form_of(dialog)
    assert dialog.focusWidget() is form.name
    assert form.geometry().topLeft().isNull(), "it fills the dialog"
    qtbot.mouseClick(form.back_button, LEFT)
    assert dialog.stack.currentWidget() is dialog.choice
    dialog.reject()
    assert not dialog.isVisible()


def again(qtbot: QtBot, session: Session) -> AddDialog:
    made = AddDialog(session)
    qtbot.addWidget(made, before_close_func=lambda shown: setattr(shown, "_leaving", True))
    made.show()
    qtbot.waitUntil(lambda: made.choice.systems.count() > 0, timeout=15_000)
    return made


def left(qtbot: QtBot, session: Session, dialog: AddDialog, leave: Callable[[], object]) -> Draft:
    """Leave the dialog and keep what it hands over, as the window does."""
    with qtbot.waitSignal(dialog.draft_left, timeout=15_000) as handed:
        leave()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=15_000)
    draft, secrets = handed.args
    assert session.hub.drafts.keep(session.actor, draft, secrets)
    return draft


def test_what_was_typed_for_a_system_is_offered_again_without_its_key(
    qtbot: QtBot, session: Session, dialog: AddDialog
) -> None:
    assert not dialog.choice.draft.isVisible()
    page = choose(qtbot, dialog, "erp")
    qtbot.keyClicks(typed(page, "address"), "https://erp.college.edu")
    qtbot.keyClicks(typed(page, "apiKey"), TOKEN)
    typed(page, NAME).setText("Our ERP")
    draft = left(qtbot, session, dialog, lambda: qtbot.mouseClick(page.cancel_button, LEFT))
    assert TOKEN not in str(draft)
    dialog = again(qtbot, session)
    qtbot.waitUntil(dialog.choice.draft.isVisible, timeout=15_000)
    assert dialog.choice.draft_said.text() == ("You began to add Our ERP just now. Passwords and keys were not kept.")
    assert unnamed_controls(dialog) == []
    qtbot.mouseClick(dialog.choice.draft_button, LEFT)
    page = page_of(dialog)
    assert page.template.id == "sample-erp"
    assert typed(page, "address").text() == "https://erp.college.edu"
    assert typed(page, "apiKey").text() == ""
    assert page.name() == "Our ERP"
    typed(page, "apiKey").setText(TOKEN)
    with qtbot.waitSignals([dialog.saved, dialog.draft_gone], timeout=15_000):
        qtbot.mouseClick(page.save_button, LEFT)


def test_what_was_typed_into_the_form_is_offered_again_without_secrets(
    qtbot: QtBot, session: Session, dialog: AddDialog
) -> None:
    qtbot.mouseClick(dialog.choice.form_button, LEFT)
    form = form_of(dialog)
    form.name.setText("Library")
    form.base_url.setText("https://library.college.edu/api")
    form.credentials.secret_edit().setText("library-key-123")
    form.headers.setPlainText('{"X-College-ID": "12", "X-Session-Token": "header-key-123"}')
    form.params.setPlainText('{"note": "library-key-123"}')
    row = form.endpoints.row_of("students")
    assert row is not None
    row.tick.setChecked(True)
    row.path.setText("/readers")
    left(qtbot, session, dialog, lambda: qtbot.keyClick(form, Qt.Key.Key_Escape))
    kept = session.hub.drafts.kept(session.actor)
    assert kept is not None
    assert "key-123" not in str(kept)
    dialog = again(qtbot, session)
    qtbot.waitUntil(dialog.choice.draft.isVisible, timeout=15_000)
    qtbot.mouseClick(dialog.choice.draft_button, LEFT)
    form = form_of(dialog)
    assert (form.name.text(), form.base_url.text()) == ("Library", "https://library.college.edu/api")
    assert json.loads(form.headers.toPlainText()) == {"X-College-ID": "12"}
    assert form.credentials.secret_edit().text() == ""
    row = form.endpoints.row_of("students")
    assert row is not None
    assert row.tick.isChecked()
    assert row.path.text() == "/readers"
    assert form.notes.isVisible()


def test_a_draft_is_discarded_and_an_unreadable_one_says_so(qtbot: QtBot, session: Session) -> None:
    session.hub.drafts.keep(session.actor, Draft("Gone", "template", {"template": "no-such", "blanks": {}}))
    dialog = again(qtbot, session)
    qtbot.waitUntil(dialog.choice.draft.isVisible, timeout=15_000)
    qtbot.mouseClick(dialog.choice.draft_button, LEFT)
    assert "cannot be gone on with" in dialog.choice.problem.text()
    with qtbot.waitSignal(dialog.draft_gone):
        qtbot.mouseClick(dialog.choice.discard_button, LEFT)
    assert not dialog.choice.draft.isVisible()
    assert dialog.focusWidget() is dialog.choice.search


def test_closing_asks_once_about_a_command_which_may_hold_a_key(qtbot: QtBot, dialog: AddDialog) -> None:
    qtbot.mouseClick(dialog.choice.curl_button, LEFT)
    dialog.curl.edit.setPlainText(CURL)
    dialog.reject()
    question = dialog.findChild(DiscardQuestion)
    assert question is not None
    question.button(DiscardQuestion.StandardButton.Cancel).click()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.findChild(DiscardQuestion) is None, timeout=15_000)
    dialog.reject()
    found = dialog.findChild(DiscardQuestion)
    assert found is not None
    found.button(DiscardQuestion.StandardButton.Discard).click()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=15_000)


def test_a_file_is_imported(qtbot: QtBot, session: Session, dialog: AddDialog, tmp_path: Path) -> None:
    file = tmp_path / "erp.json"
    file.write_text("{", "utf-8")
    dialog.importing.on_file_chosen(str(file))
    qtbot.waitUntil(lambda: "not valid JSON" in dialog.choice.problem.text(), timeout=15_000)
    assert dialog.isVisible()
    seed = {"name": "ERP", "baseUrl": "https://erp.college.edu", "endpoints": {"students": "/students"}}
    file.write_text(json.dumps(seed), "utf-8")
    dialog.choice.problem.show_problem("")
    with qtbot.waitSignal(dialog.told, timeout=15_000) as told:
        dialog.importing.on_file_chosen(str(file))
    assert "came in, switched off" in told.args[1]
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=15_000)
    assert not session.hub.integrations.find(session.actor, "ERP").config.enabled


def test_an_offer_of_the_test_leads_to_the_changed_form(qtbot: QtBot, dialog: AddDialog, college: str) -> None:
    page = choose(qtbot, dialog, "erp")
    typed(page, "address").setText(college)
    typed(page, "apiKey").setText(TOKEN)
    offer = Offer(
        "Read the pages by number", "It was found.", {"endpoints": {"students": {"pagination": {"style": "page"}}}}
    )
    page.test.report.offer_chosen.emit(offer)
    form = form_of(dialog)
    row = form.endpoints.row_of("students")
    assert row is not None
    assert row.values().paging == "page"
    qtbot.waitUntil(lambda: not form.report.summary.text().startswith("Testing"), timeout=15_000)
    assert form.report.summary.text() == "Everything works."


@pytest.mark.parametrize("way", ["choice", "erp", "lms", "curl", "form", "settings"])
def test_every_control_has_a_name_and_its_own_letter(qtbot: QtBot, dialog: AddDialog, way: str) -> None:
    if way in {"erp", "lms"}:
        choose(qtbot, dialog, way)
    elif way == "curl":
        qtbot.mouseClick(dialog.choice.curl_button, LEFT)
    elif way == "form":
        qtbot.mouseClick(dialog.choice.form_button, LEFT)
    elif way == "settings":
        page = choose(qtbot, dialog, "lms")
        typed(page, "clientId").setText("id")
        qtbot.mouseClick(page.settings_button, LEFT)
    shown = dialog.stack.currentWidget()
    assert unnamed_controls(shown) == []
    texts = [label.text() for label in shown.findChildren(QLabel) if label.buddy() and label.isVisibleTo(shown)]
    texts += [one.text() for one in shown.findChildren(QAbstractButton) if one.isVisibleTo(shown)]
    plain = [text.replace("&&", "") for text in texts]
    letters = [text[text.index("&") + 1].casefold() for text in plain if "&" in text]
    assert len(letters) == len(set(letters)), sorted(letters)


def test_without_a_catalog_the_other_ways_stay(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    broken = tmp_path / "catalog"
    broken.mkdir()
    (broken / "x.json").write_text("{}", "utf-8")
    session.hub.catalog = Catalog(broken)
    dialog = AddDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "cannot be used" in dialog.choice.said.text(), timeout=15_000)
    assert dialog.choice.form_button.isEnabled()


def filled_in(qtbot: QtBot, page: TemplatePage) -> None:
    for blank in page.template.blanks:
        if blank.kind == "secret":
            typed(page, blank.name).setText("key:secret-123")
        elif not blank.default:
            typed(page, blank.name).setText(
                blank.example or "https://erp.college.edu" * (blank.kind == "address") or "x"
            )


@pytest.mark.parametrize("template", Catalog().all(), ids=lambda template: template.id)
def test_every_system_of_the_catalog_can_be_filled_in_and_its_settings_seen(
    qtbot: QtBot, session: Session, template: Template
) -> None:
    dialog = AddDialog(session)
    qtbot.addWidget(dialog, before_close_func=lambda shown: setattr(shown, "_leaving", True))
    dialog.show()
    dialog.on_template_chosen(template)
    page = page_of(dialog)
    assert unnamed_controls(page) == []
    filled_in(qtbot, page)
    qtbot.mouseClick(page.settings_button, LEFT)
    assert page.problem.text() == ""
    form = form_of(dialog)
    written = read_integration(form_values.to_json(form.values()))
    assert written == filled(template, page.values(), name=template.name)
    assert form_values.problems(form.values()) == {}


def test_the_files_of_a_folder_are_connected_tested_and_saved(
    qtbot: QtBot, session: Session, dialog: AddDialog, tmp_path: Path
) -> None:
    folder = tmp_path / "Exports of the office"
    folder.mkdir()
    (folder / "students.csv").write_text("Roll No.,Name\n007,Asha\n")
    assert dialog.choice.folder_button.isVisible()
    dialog.on_folder_chosen(str(folder))
    form = form_of(dialog)
    assert form.base_url.text() == str(folder)
    assert not form.credentials.isVisible()
    assert "Files in this folder" in form.field_at("baseUrl")[0].problem()
    form.name.setText("Office files")
    row = form.endpoints.row_of("students")
    assert row is not None
    row.tick.setChecked(True)
    qtbot.mouseClick(form.save_button, LEFT)
    assert row.problem() == "Type the name of the file, such as students*.csv."
    row.path.setText("students.xls")
    qtbot.mouseClick(form.save_button, LEFT)
    assert "Save them as .xlsx" in row.problem()
    row.path.setText("students*.csv")
    form.on_test_asked()
    qtbot.waitUntil(lambda: "1 record read, all well" in said_by(form), timeout=15_000)
    with qtbot.waitSignal(dialog.saved, timeout=15_000) as saved:
        qtbot.mouseClick(form.save_button, LEFT)
    stored = session.hub.integrations.get(session.actor, saved.args[0]).config
    assert stored.to_json()["baseUrl"] == folder.as_uri()
    assert stored.to_json()["authType"] == "none"
    run = session.hub.syncs.run(session.actor, saved.args[0])
    assert run.total.added == 1
    assert form_values.values_of(stored).base_url == str(folder)


def said_by(form: IntegrationForm) -> str:
    """Return what the test in a form says."""
    return " ".join(label.text() for label in form.test.findChildren(QLabel))
