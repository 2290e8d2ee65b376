"""The form of an integration, as a person uses it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QMessageBox

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.integration import read_integration
from hub_desktop.core.offers import Offer
from hub_desktop.core.sign_in import AuthType, Grant
from hub_desktop.server.listening import ListeningThread
from hub_desktop.server.sample_college.api import create_app
from hub_desktop.server.sample_college.data import SampleCollege
from hub_desktop.ui import form_values
from hub_desktop.ui.credential_fields import CredentialFields
from hub_desktop.ui.endpoint_details import EndpointDetails
from hub_desktop.ui.integration_form import IntegrationForm
from hub_desktop.ui.json_dialog import JsonDialog
from hub_desktop.ui.mapping_dialog import MappingDialog
from hub_desktop.ui.mapping_table import SOURCE
from hub_desktop.ui.session import Session
from tests.accessibility import unnamed_controls
from tests.fakes.http_server import HttpServer, as_json
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton
TOKEN = "erp-token-1234567"

RICH = {
    "name": "ERP",
    "type": "hostel",
    "baseUrl": "http://127.0.0.1:9",
    "authType": "bearer",
    "apiKey": "kept-secret-token",
    "headers": {"X-College": "7", "X-Auth-Token": "header-secret"},
    "endpoints": {
        "students": {
            "path": "/students",
            "params": {"active": "1"},
            "recordsPath": "data.items",
            "pagination": {"style": "page", "pageSize": 50},
            "mappings": [{"from": "No", "to": "roll_number", "transformations": ["trim"]}],
        },
        "alumni.2020": {"path": "/alumni", "dataType": "students"},
        "rooms": {"path": "/rooms", "dataType": "custom", "key": ["id"]},
    },
    "syncInterval": 45,
    "enabled": True,
}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        yield found


@pytest.fixture
def show(qtbot, session):
    def make(integration_id: int | None = None, used: Session = session) -> IntegrationForm:
        form = IntegrationForm(used, integration_id)
        qtbot.addWidget(form, before_close_func=lambda shown: setattr(shown, "_leaving", True))
        form.show()
        if integration_id is not None:
            qtbot.waitUntil(lambda: form.name.text() != "", timeout=15_000)
        return form

    return make


def fill(qtbot, form: IntegrationForm, address: str = "https://erp.college.edu") -> None:
    qtbot.keyClicks(form.name, "College ERP")
    qtbot.keyClicks(form.base_url, address)
    qtbot.keyClicks(form.credentials.fields()["apiKey"].control, TOKEN)
    row = form.endpoints.row_of("students")
    row.tick.click()
    qtbot.keyClicks(row.path, "/api/v1/students")


def stored(session: Session, name: str):
    return session.hub.integrations.find(session.actor, name)


def test_a_new_integration_is_saved_with_its_secret_in_the_vault(qtbot, session, show):
    form = show()
    fill(qtbot, form)
    with qtbot.waitSignal(form.saved, timeout=15_000) as saved:
        qtbot.mouseClick(form.save_button, LEFT)
    found = stored(session, "College ERP")
    assert saved.args == [found.integration_id]
    assert list(found.config.endpoints) == ["students"]
    assert found.config.interval_of("students") == 1440
    assert session.hub.integrations.secrets_kept(session.actor, found.integration_id)["apiKey"]
    assert not form.isVisible()


def test_problems_stand_under_their_fields_and_the_first_is_focused(qtbot, show):
    form = show()
    qtbot.keyClicks(form.base_url, "erp.college.edu")
    form.endpoints.row_of("marks").tick.click()
    qtbot.keyClicks(form.endpoints.row_of("marks").path, "/marks")
    form.endpoints.row_of("marks").interval.setCurrentText("2 minutes")
    qtbot.mouseClick(form.save_button, LEFT)
    assert "name" in form.field_at("name")[0].problem()
    assert "https://" in form.field_at("baseUrl")[0].problem()
    assert "token" in form.field_at("apiKey")[0].problem()
    assert "shortest interval" in form.endpoints.row_of("marks").problem()
    assert form.focusWidget() is form.name
    assert form.base_url.text() == "erp.college.edu"
    fill(qtbot, form)
    form.base_url.setText("https://erp.college.edu")
    form.endpoints.row_of("marks").path.clear()
    form.endpoints.row_of("marks").tick.click()
    with qtbot.waitSignal(form.saved, timeout=15_000):
        qtbot.mouseClick(form.save_button, LEFT)


def test_what_the_hub_refuses_stands_under_its_field(qtbot, session, show):
    session.hub.integrations.add(session.actor, read_integration(RICH | {"name": "college erp"}))
    form = show()
    fill(qtbot, form)
    qtbot.mouseClick(form.save_button, LEFT)
    qtbot.waitUntil(lambda: bool(form.field_at("name")[0].problem()), timeout=15_000)
    assert form.isVisible()
    assert form.save_button.isEnabled()
    assert form.credentials.filled(form.values()).secrets == {"apiKey": TOKEN}


def test_editing_keeps_what_the_form_does_not_show_and_never_reads_a_secret_back(qtbot, session, show):
    number = session.hub.integrations.add(session.actor, read_integration(RICH)).integration_id
    before = session.hub.integrations.get(session.actor, number).config
    form = show(number)
    typed = [edit.text() for edit in form.findChildren(QLineEdit)] + [form.headers.toPlainText()]
    assert not any("kept-secret-token" in text or "header-secret" in text for text in typed)
    token = form.credentials.fields()["apiKey"].control
    assert token.echoMode() is QLineEdit.EchoMode.Password
    assert "Kept safely" in token.placeholderText()
    form.name.setText("ERP 2")
    with qtbot.waitSignal(form.saved, timeout=15_000):
        qtbot.mouseClick(form.save_button, LEFT)
    after = session.hub.integrations.get(session.actor, number).config
    assert after == before.model_copy(update={"name": "ERP 2"})
    kept = session.hub.integrations.secrets_kept(session.actor, number)
    assert kept["apiKey"]
    assert kept["header:X-Auth-Token"]


def test_a_moved_address_asks_for_the_secret_again(qtbot, session, show):
    number = session.hub.integrations.add(session.actor, read_integration(RICH)).integration_id
    form = show(number)
    form.base_url.setText("https://elsewhere.example.com")
    qtbot.mouseClick(form.save_button, LEFT)
    qtbot.waitUntil(lambda: "address was changed" in form.field_at("apiKey")[0].problem(), timeout=15_000)


def test_pasted_json_fills_the_form(qtbot, session, show):
    form = show()
    qtbot.mouseClick(form.paste_button, LEFT)
    dialog = form.findChild(JsonDialog)
    dialog.edit.setPlainText("{")
    qtbot.mouseClick(dialog.fill_button, LEFT)
    assert "JSON" in dialog.problem.text()
    seed = {
        "name": "BiometricAttendance",
        "type": "attendance",
        "baseUrl": "https://attendance.example.com",
        "authType": "api-key",
        "apiKey": "your-api-key",
        "headers": {"X-College-ID": "12345"},
        "endpoints": {"attendance": "/api/attendance/today"},
        "syncInterval": 15,
        "enabled": True,
    }
    dialog.edit.setPlainText(json.dumps(seed))
    qtbot.mouseClick(dialog.fill_button, LEFT)
    assert form.name.text() == "BiometricAttendance"
    assert form.endpoints.row_of("attendance").interval.currentText() == "15 minutes"
    with qtbot.waitSignal(form.saved, timeout=15_000):
        qtbot.mouseClick(form.save_button, LEFT)
    written = stored(session, "BiometricAttendance").config
    assert written == read_integration(seed).integration


def test_the_connection_is_tested_before_saving(qtbot, session, show):
    college = SampleCollege.load(
        erp_token=TOKEN, biometric_key="bio-key-1234", lms_client_id="lms", lms_client_secret="lms-secret-1"
    )
    with ListeningThread(create_app(college)) as listener:
        form = show()
        fill(qtbot, form, f"{listener.address}/erp")
        assert "own network" in form.field_at("baseUrl")[0].problem()
        qtbot.mouseClick(form.test_button, LEFT)
        qtbot.waitUntil(lambda: not form.report.summary.text().startswith("Testing"), timeout=15_000)
        assert form.report.summary.text() == "Everything works."
        form.credentials.fields()["apiKey"].control.setText("wrong-token-123")
        qtbot.mouseClick(form.test_button, LEFT)
        qtbot.waitUntil(lambda: "not work" in form.report.summary.text(), timeout=15_000)
    assert session.hub.overview.all(session.actor) == []


def test_closing_with_changes_asks_once(qtbot, show):
    form = show()
    qtbot.keyClicks(form.name, "Something")
    form.reject()
    box = form.findChild(QMessageBox)
    assert box is not None
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert form.isVisible()
    assert form.name.text() == "Something"
    qtbot.waitUntil(lambda: form.findChild(QMessageBox) is None, timeout=15_000)
    form.close()
    form.findChild(QMessageBox).button(QMessageBox.StandardButton.Discard).click()
    qtbot.waitUntil(lambda: not form.isVisible(), timeout=15_000)


def test_closing_without_changes_asks_nothing(show, session):
    number = session.hub.integrations.add(session.actor, read_integration(RICH)).integration_id
    form = show(number)
    form.reject()
    assert not form.isVisible()


def test_a_custom_endpoint_and_a_field_mapping(qtbot, session, show):
    form = show()
    fill(qtbot, form)
    qtbot.mouseClick(form.endpoints.add_button, LEFT)
    row = form.endpoints.row_of("")
    qtbot.mouseClick(form.save_button, LEFT)
    assert row.problem()
    qtbot.keyClicks(row.name, "hostel")
    qtbot.keyClicks(row.path, "/hostel")
    qtbot.keyClicks(row.key, "block, room")
    form.endpoints.row_of("students").mapping_button.click()
    dialog = form.findChild(MappingDialog)
    dialog.table.setCurrentCell(2, SOURCE)
    dialog.table.item(2, SOURCE).setText("contact.mail")
    editor = dialog.editor
    editor.choice.setCurrentIndex(editor.choice.findData("prefix"))
    editor.parameter("text").control.setText("x-")
    qtbot.mouseClick(editor.add_button, LEFT)
    editor.choice.setCurrentIndex(editor.choice.findData("table"))
    editor.parameter("values").control.setPlainText("no table")
    qtbot.mouseClick(editor.add_button, LEFT)
    assert "JSON" in editor.problem.text()
    dialog.accept()
    with qtbot.waitSignal(form.saved, timeout=15_000):
        qtbot.mouseClick(form.save_button, LEFT)
    config = stored(session, "College ERP").config
    assert config.endpoints["hostel"].key == ["block", "room"]
    [mapping] = config.endpoints["students"].mappings
    assert (mapping.source, mapping.target, mapping.transformations) == ("contact.mail", "email", [{"prefix": "x-"}])


def test_each_sign_in_shows_its_own_fields(show):
    form = show()
    kinds = form.credentials.fields()["authType"].control
    for auth_type, wanted in {
        AuthType.API_KEY: "apiKeyIn.name",
        AuthType.BEARER: "bearerPrefix",
        AuthType.BASIC: "password",
        AuthType.OAUTH: "oauth.tokenUrl",
    }.items():
        kinds.setCurrentIndex(kinds.findData(str(auth_type)))
        assert form.credentials.fields()[wanted].isVisible()
    assert not form.credentials.isAncestorOf(form.name)


def test_who_may_not_add_is_told_so(show, session):
    staff = Actor("Ravi", Role.IT_STAFF, Face.WINDOW)
    form = show(None, Session(session.hub, staff, session.calls))
    assert not form.save_button.isEnabled()
    assert form.test_button.isEnabled()
    assert "may not" in form.problem.text()


def test_tab_goes_through_the_form_from_top_to_bottom(qtbot, show):
    form = show()
    form.endpoints.on_add_asked()
    row = form.endpoints.row_of("")
    wanted = [form.name, form.base_url, form.endpoints.first_tick(), row.name, row.tick, row.path]
    wanted += [form.endpoints.add_button, form.enabled, form.save_button]
    qtbot.waitUntil(row.name.isVisible)
    form.name.setFocus()
    reached = [form.name]
    while reached[-1] is not form.save_button and len(reached) < 99:
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        reached.append(form.focusWidget())
    places = [reached.index(control) for control in wanted]
    assert places == sorted(places)


def test_a_new_form_begins_with_the_name(show):
    form = show()
    assert form.focusWidget() is form.name


def test_a_field_that_gets_the_keyboard_out_of_sight_comes_into_view(qtbot, show):
    form = show()
    form.scrolled.verticalScrollBar().setValue(form.scrolled.verticalScrollBar().maximum())
    assert form.base_url.visibleRegion().isEmpty()
    form.on_focus_moved(None, form.base_url)
    assert not form.base_url.visibleRegion().isEmpty()


def test_of_several_problems_of_one_endpoint_the_first_stands_where_the_keyboard_is(qtbot, show):
    form = show()
    fill(qtbot, form)
    form.endpoints.on_add_asked()
    row = form.endpoints.row_of("")
    qtbot.keyClicks(row.name, "hostel")
    qtbot.mouseClick(form.save_button, LEFT)
    assert "path" in row.problem()
    assert form.focusWidget() is row.path


def test_no_two_controls_share_a_letter(qtbot, show):
    form = show()
    for kind in range(len(AuthType)):
        form.findChildren(CredentialFields)[0].findChildren(QComboBox)[0].setCurrentIndex(kind)
        shown = [label.text() for label in form.findChildren(QLabel) if label.buddy() and label.isVisibleTo(form)]
        shown += [one.text() for one in form.findChildren(QAbstractButton) if one.isVisibleTo(form)]
        letters = [text[text.index("&") + 1].casefold() for text in shown if "&" in text]
        assert len(letters) == len(set(letters)), sorted(letters)


def choose(form: IntegrationForm, path: str, value: str) -> None:
    control = form.credentials.fields()[path].control
    assert isinstance(control, QComboBox)
    control.setCurrentIndex(control.findData(value))


def type_in(form: IntegrationForm, path: str, text: str) -> None:
    form.credentials.fields()[path].control.setText(text)


def save(qtbot, form: IntegrationForm) -> None:
    with qtbot.waitSignal(form.saved, timeout=15_000):
        qtbot.mouseClick(form.save_button, LEFT)


@pytest.mark.parametrize("kind", list(AuthType))
def test_a_sign_in_says_what_it_lacks_under_its_own_fields(qtbot, show, kind):
    form = show()
    fill(qtbot, form)
    choose(form, "authType", str(kind))
    lacking = {
        AuthType.API_KEY: {"apiKey"},
        AuthType.BEARER: set(),
        AuthType.BASIC: {"password"},
        AuthType.OAUTH: {"oauth.tokenUrl", "clientSecret"},
        AuthType.OAUTH1: {"oauth1.consumerKey", "consumerSecret"},
        AuthType.SESSION: {"session.path", "password"},
        AuthType.NONE: set(),
    }[kind]
    if not lacking:
        save(qtbot, form)
        return
    qtbot.mouseClick(form.save_button, LEFT)
    wrong = {path for path, field in form.credentials.fields().items() if field.problem().startswith("Type the")}
    assert wrong == lacking
    assert form.isVisible()


def test_a_person_signs_in_with_the_browser_after_saving(qtbot, session, show):
    form = show()
    fill(qtbot, form)
    choose(form, "authType", "oauth")
    assert "oauth.authorizeUrl" not in form.credentials.fields()
    choose(form, "oauth.grant", "authorization-code")
    labels = " ".join(label.text() for label in form.credentials.findChildren(QLabel) if label.isVisible())
    assert "Nobody is signed in yet. Once this is saved, the sign-in opens by itself." in labels
    assert "http://127.0.0.1:PORT/callback" in form.credentials.fields()["oauth.redirectPort"].problem()
    choose(form, "oauth.clientAuth", "none")
    assert "clientSecret" not in form.credentials.fields()
    type_in(form, "oauth.tokenUrl", "https://lms.college.edu/token")
    qtbot.mouseClick(form.save_button, LEFT)
    assert "where a person signs in" in form.credentials.fields()["oauth.authorizeUrl"].problem()
    type_in(form, "oauth.authorizeUrl", "lms.college.edu/authorize")
    qtbot.mouseClick(form.save_button, LEFT)
    assert "https://" in form.credentials.fields()["oauth.authorizeUrl"].problem()
    type_in(form, "oauth.authorizeUrl", "https://lms.college.edu/authorize")
    type_in(form, "oauth.redirectPort", "80")
    qtbot.mouseClick(form.save_button, LEFT)
    assert form.credentials.fields()["oauth.redirectPort"].problem() == "The least is 1,024."
    type_in(form, "oauth.redirectPort", "8400")
    form.credentials.fields()["oauth.extra"].control.setPlainText('{"audience": ')
    qtbot.mouseClick(form.save_button, LEFT)
    assert "not JSON yet" in form.credentials.fields()["oauth.extra"].problem()
    form.credentials.fields()["oauth.extra"].control.setPlainText('{"audience": "erp"}')
    save(qtbot, form)
    oauth = stored(session, "College ERP").config.oauth
    assert (oauth.grant, oauth.client_auth, oauth.redirect_port) == ("authorization-code", "none", 8400)
    assert oauth.extra == {"audience": "erp"}


def test_a_test_before_anybody_signed_in_says_to_save_first(qtbot, session, show):
    form = show()
    with HttpServer(lambda asked: as_json({"error": asked.path}, 401)) as server:
        written = {
            "name": "Classroom",
            "baseUrl": server.url,
            "authType": "oauth",
            "oauth": {
                "grant": "authorization-code",
                "tokenUrl": f"{server.url}/token",
                "authorizeUrl": f"{server.url}/authorize",
                "clientId": "hub",
                "clientAuth": "none",
            },
            "endpoints": {"subjects": "/courses"},
        }
        form.begin(form_values.pasted(read_integration(written)))
        qtbot.mouseClick(form.test_button, LEFT)
        qtbot.waitUntil(lambda: form.test_button.text() == "&Test connection", timeout=15_000)
    said = [label.text() for label in form.report.findChildren(QLabel)]
    assert "Save it; the sign-in then opens by itself." in said
    assert any("Nobody has signed in" in sentence for sentence in said)


def test_who_signed_in_already_is_told_so(session, show):
    written = {
        "name": "LMS",
        "baseUrl": "https://lms.college.edu",
        "authType": "oauth",
        "oauth": {
            "grant": "device-code",
            "tokenUrl": "https://lms.college.edu/token",
            "deviceUrl": "https://lms.college.edu/device",
            "clientAuth": "none",
        },
        "endpoints": {"subjects": "/courses"},
    }
    form = show(session.hub.integrations.add(session.actor, read_integration(written)).integration_id)
    form.credentials.show_kept({"oauthTokens": True})
    labels = " ".join(label.text() for label in form.credentials.findChildren(QLabel) if label.isVisible())
    assert "Somebody is signed in; the sign-in is renewed by itself." in labels


def test_a_session_sign_in_is_saved_with_both_its_bodies_refused(qtbot, session, show):
    form = show()
    fill(qtbot, form)
    choose(form, "authType", "session")
    type_in(form, "session.path", "/login")
    type_in(form, "username", "hub")
    type_in(form, "password", "very-secret")
    type_in(form, "session.tokenPath", "data.token")
    type_in(form, "session.value", "JWT {token}")
    body = form.credentials.fields()["session.json"].control
    body.setPlainText('{"user": "{username}", "pass": "{password}"}')
    form.credentials.fields()["session.form"].control.setPlainText("{}")
    qtbot.mouseClick(form.save_button, LEFT)
    assert form.isVisible()
    form.credentials.fields()["session.form"].control.clear()
    save(qtbot, form)
    config = stored(session, "College ERP").config
    assert config.session.json_body == {"user": "{username}", "pass": "{password}"}
    assert (config.session.token_path, config.session.value, config.username) == ("data.token", "JWT {token}", "hub")


def test_what_is_typed_for_another_sign_in_is_not_saved(qtbot, session, show):
    form = show()
    fill(qtbot, form)
    choose(form, "authType", "oauth")
    type_in(form, "oauth.clientId", "half")
    choose(form, "authType", "bearer")
    save(qtbot, form)
    assert stored(session, "College ERP").config.oauth is None
    assert session.hub.integrations.get(session.actor, 1).config.auth_type is AuthType.BEARER


def test_limits_and_parameters_of_every_request(qtbot, session, show):
    form = show()
    fill(qtbot, form)
    form.params.setPlainText('{"token": "abc"}')
    form.field_at("maxParallel")[1].setText("99")
    qtbot.mouseClick(form.save_button, LEFT)
    assert "holds a secret" in form.field_at("params")[0].problem()
    assert form.field_at("maxParallel")[0].problem() == "The most is 16."
    form.params.setPlainText('{"format": "json"}')
    form.field_at("maxParallel")[1].setText("2")
    form.field_at("requestsPerMinute")[1].setText("1,200")
    save(qtbot, form)
    config = stored(session, "College ERP").config
    assert (config.params, config.max_parallel, config.requests_per_minute) == ({"format": "json"}, 2, 1200)


def test_the_details_of_an_endpoint_are_kept_until_the_form_is_saved(qtbot, session, show):
    form = show()
    fill(qtbot, form)
    form.endpoints.row_of("subjects").tick.click()
    form.endpoints.row_of("subjects").path.setText("/courses")
    row = form.endpoints.row_of("students")
    qtbot.mouseClick(row.details_button, LEFT)
    details = form.findChild(EndpointDetails)
    assert details.fields()["path"].control.text() == "/api/v1/students"
    details.fields()["path"].control.setText("/courses/{parent.id}/students")
    details.each.click()
    choice = details.fields()["forEach.endpoint"].control
    choice.setCurrentIndex(choice.findData("subjects"))
    style = details.fields()["pagination.style"].control
    style.setCurrentIndex(style.findData("cursor"))
    qtbot.mouseClick(details.use_button, LEFT)
    assert row.path.text() == "/courses/{parent.id}/students"
    assert row.paging.currentData() == "cursor"
    form.endpoints.row_of("subjects").tick.click()
    form.endpoints.row_of("subjects").path.clear()
    qtbot.mouseClick(form.save_button, LEFT)
    assert "no endpoint of this integration" in row.problem()
    form.endpoints.row_of("subjects").tick.click()
    form.endpoints.row_of("subjects").path.setText("/courses")
    save(qtbot, form)
    endpoint = stored(session, "College ERP").config.endpoints["students"]
    assert endpoint.for_each.endpoint == "subjects"
    assert endpoint.pagination.style == "cursor"


def test_a_problem_of_the_details_leads_to_them(qtbot, show):
    form = show()
    fill(qtbot, form)
    row = form.endpoints.row_of("students")
    row.path.setText("/courses/{parent.id}/students")
    qtbot.mouseClick(form.save_button, LEFT)
    assert "forEach" in row.problem()
    assert form.focusWidget() in {row.path, row.details_button}
    qtbot.mouseClick(row.details_button, LEFT)
    details = form.findChild(EndpointDetails)
    assert any("forEach" in label.text() for label in details.findChildren(QLabel) if label.isVisible())


def test_an_offer_of_the_test_changes_the_form_and_tests_again(qtbot, show):
    college = SampleCollege.load(
        erp_token=TOKEN, biometric_key="bio-key-1234", lms_client_id="lms", lms_client_secret="lms-secret-1"
    )
    with ListeningThread(create_app(college)) as listener:
        form = show()
        fill(qtbot, form, f"{listener.address}/erp")
        row = form.endpoints.row_of("students")
        row.path.setText("/api/v1/pupils")
        qtbot.mouseClick(form.test_button, LEFT)
        qtbot.waitUntil(lambda: not form.report.summary.text().startswith("Testing"), timeout=15_000)
        assert form.report.summary.text() != "Everything works."
        offer = Offer(
            "Read /api/v1/students", "It is there.", {"endpoints": {"students": {"path": "/api/v1/students"}}}
        )
        form.report.offer_chosen.emit(offer)
        qtbot.waitUntil(lambda: form.report.summary.text() == "Everything works.", timeout=15_000)
        assert form.endpoints.row_of("students").path.text() == "/api/v1/students"
        assert form.credentials.filled(form.values()).secrets == {"apiKey": TOKEN}


def test_every_kind_of_sign_in_names_its_controls(show):
    form = show()
    for kind in AuthType:
        choose(form, "authType", str(kind))
        assert unnamed_controls(form) == []
    choose(form, "authType", "oauth")
    for grant in Grant:
        choose(form, "oauth.grant", str(grant))
        assert unnamed_controls(form) == []


def test_the_safety_brake_is_kept_and_checked_under_its_field(qtbot, session, show):
    form = show()
    fill(qtbot, form)
    place, control = form.field_at("brakes.removedPercent")
    assert control.placeholderText() == "10"
    qtbot.keyClicks(control, "200")
    qtbot.mouseClick(form.save_button, LEFT)
    assert place.problem() == "The most is 100."
    control.setText("25")
    qtbot.keyClicks(form.field_at("brakes.changedPercent")[1], "100")
    with qtbot.waitSignal(form.saved, timeout=15_000) as saved:
        qtbot.mouseClick(form.save_button, LEFT)
    brakes = session.hub.integrations.get(session.actor, saved.args[0]).config.brakes
    assert (brakes.removed_percent, brakes.removed_at_least, brakes.changed_percent) == (25, 5, 100)


def test_a_complete_list_beside_another_of_its_kind_is_refused_where_it_is_ticked(qtbot, show):
    form = show()
    fill(qtbot, form)
    form.endpoints.on_add_asked()
    other = form.endpoints.row_of("")
    other.name.setText("alumni")
    other.data_type.setCurrentIndex(other.data_type.findData("students"))
    other.path.setText("/alumni")
    row = form.endpoints.row_of("students")
    qtbot.mouseClick(row.details_button, LEFT)
    details = row.findChild(EndpointDetails)
    complete = details.fields()["completeList"]
    complete.control.click()
    qtbot.mouseClick(details.use_button, LEFT)
    said = "Endpoint “students” cannot be a complete list, because “alumni” brings students too."
    assert complete.problem() == said
    complete.control.click()
    qtbot.mouseClick(details.use_button, LEFT)
    assert not details.isVisible()
