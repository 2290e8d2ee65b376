"""Every error, check, dialog and screen leads to a topic."""

import ast
import socket
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import hub_desktop
from hub_desktop.core.errors import (
    ConfigurationError,
    ErrorKind,
    HeldError,
    HubError,
    NotAllowedError,
    Problem,
    RecordError,
    Remedy,
    SignInError,
    StorageError,
    TransientError,
    Trouble,
)
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.status import Light, Status, light
from hub_desktop.ui.help.signposts import (
    CHECK_TOPICS,
    DIALOG_TOPICS,
    KIND_TOPICS,
    PAGE_TOPICS,
    PART_TOPICS,
    REMEDY_TOPICS,
    SECTION_TOPICS,
    TROUBLE_TOPICS,
    topic_of_check,
    topic_of_error,
    topic_of_section,
    topic_of_status,
)
from hub_desktop.ui.help.topics import Topic
from hub_desktop.ui.integration_page import Part
from hub_desktop.ui.navigation import Page, Section, section_title
from hub_desktop.upstream.doctor import Check, examine
from hub_desktop.upstream.files import examination
from hub_desktop.upstream.network_checks import TROUBLES
from hub_desktop.upstream.reading import Patience
from tests.fakes.http_server import HttpServer, Reply, as_json
from tests.upstream.session import SECRETS, integration

PACKAGE = Path(hub_desktop.__file__).parent
ENDPOINT_CHECKS = ("Paging of ", "Changes of ", "Address of ")


def test_every_kind_of_error_leads_somewhere() -> None:
    assert set(TROUBLE_TOPICS) == set(Trouble)
    assert set(REMEDY_TOPICS) == set(Remedy)
    assert set(KIND_TOPICS) == set(ErrorKind)


def test_every_screen_leads_somewhere(qapp: QApplication) -> None:
    assert set(PAGE_TOPICS) == set(Page)
    assert set(PART_TOPICS) == {part.value for part in Part}
    assert set(SECTION_TOPICS) == set(Section)
    assert topic_of_section(section_title(Section.LISTENER)) is Topic.WEBHOOK
    assert topic_of_section("") is PAGE_TOPICS[Page.SETTINGS]


def test_the_dialogs_are_there() -> None:
    classes = {
        node.name
        for file in (PACKAGE / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    assert set(DIALOG_TOPICS) <= classes


def names_of_checks() -> set[str]:
    """Return the names that the doctor gives to its steps, as far as they stand in the source; parts end in a blank."""
    found: set[str] = set()
    for file in [*(PACKAGE / "upstream").rglob("*.py"), PACKAGE / "hub" / "device_checks.py"]:
        tree = ast.parse(file.read_text("utf-8"))
        constants = {"ADDRESS": "Address", "PROXY": "Proxy", "LOOK_UP": "Name look-up", "CONNECTION": "Connection"}
        constants |= {"CERTIFICATE": "Certificate", "SIGN_IN": "Sign-in", "PERMISSION": "Permission"}
        constants |= {"_FOLDER": examination._FOLDER}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign):
                for target, value in pairs(node):
                    if target in {"name", "called"}:
                        found |= written(value)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Check" and node.args:
                first = node.args[0]
                found |= written(first)
                if isinstance(first, ast.Name) and first.id in constants:
                    found.add(constants[first.id])
    return found


def pairs(node: ast.Assign) -> list[tuple[str, ast.expr]]:
    target = node.targets[0]
    if isinstance(target, ast.Name):
        return [(target.id, node.value)]
    if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
        named = [(one.id, value) for one, value in zip(target.elts, node.value.elts, strict=True) if hasattr(one, "id")]
        return [(str(name), value) for name, value in named]
    return []


def written(value: ast.expr) -> set[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return {value.value}
    if isinstance(value, ast.JoinedStr) and isinstance(value.values[0], ast.Constant):
        return {str(value.values[0].value)}
    return set()


def test_every_check_of_the_doctor_has_a_topic() -> None:
    names = names_of_checks()
    assert {"Sign-in", "Clock", "Device push", "Folder", "Address"} <= names
    assert {name for name in names if name[:1].isupper()} - set(CHECK_TOPICS) - set(ENDPOINT_CHECKS) == set()
    assert set(CHECK_TOPICS) <= names
    assert all(CHECK_TOPICS[step] is TROUBLE_TOPICS[trouble] for step, trouble in TROUBLES.items())


@pytest.mark.parametrize(
    ("error", "topic"),
    [
        (TransientError("So.", evidence=Trouble.LOOK_UP.evidence), Topic.LOOK_UP),
        (ConfigurationError("So.", evidence=Trouble.CERTIFICATE.evidence), Topic.CERTIFICATE),
        (SignInError("So."), Topic.SIGN_IN),
        (HeldError("So."), Topic.HOLD),
        (RecordError("So."), Topic.REFUSED),
        (TransientError("So."), Topic.SYNC_FAILED),
        (NotAllowedError("So."), Topic.ACCOUNTS),
        (StorageError("So."), Topic.SUPPORT),
        (HubError("So."), Topic.SUPPORT),
    ],
)
def test_an_error_leads_to_what_helps(error: HubError, topic: Topic) -> None:
    assert topic_of_error(error) is topic
    assert topic_of_error(error.problem()) is topic


def test_a_light_leads_to_what_helps_and_a_good_one_nowhere() -> None:
    refused = Problem(ErrorKind.CONFIGURATION, "So.", "so", Remedy.EDIT, Trouble.PERMISSION.evidence)
    assert topic_of_status(light(enabled=True, ever_run=True, problems=[refused])) is Topic.PERMISSION
    assert topic_of_status(light(enabled=True, ever_run=True, quarantined=2)) is Topic.REFUSED
    assert topic_of_status(light(enabled=True, ever_run=True, drift=["A field changed."])) is Topic.DRIFT
    assert topic_of_status(light(enabled=True, ever_run=True, devices=["Main gate is silent."])) is Topic.DEVICES
    assert topic_of_status(light(enabled=True, ever_run=True, wrong_signatures="3 came.")) is Topic.WEBHOOK
    for status in (
        light(enabled=True, ever_run=True),
        light(enabled=False, ever_run=True),
        light(enabled=True, ever_run=False),
        Status(Light.SYNCING),
    ):
        assert topic_of_status(status) is None


def failed_topics(url: str) -> list[Topic]:
    report = examine(
        integration(url),
        SECRETS,
        cancel=threading.Event(),
        redactor=Redactor(),
        patience=Patience(tries=1, deadline=5),
    )
    return [topic_of_check(check) for check in report.checks if check.ok is False]


@pytest.mark.parametrize(
    ("reply", "topic"),
    [
        (Reply(status=401), Topic.SIGN_IN),
        (Reply(status=403), Topic.PERMISSION),
        (Reply(status=404), Topic.ADDRESS),
        (Reply(status=429), Topic.BUSY),
        (as_json({"nothing": "here"}), Topic.FORMAT),
    ],
)
def test_a_real_test_that_fails_leads_to_what_helps(reply: Reply, topic: Topic) -> None:
    with HttpServer(lambda _: reply) as server:
        assert topic in failed_topics(server.url)


def test_where_nothing_listens_the_firewall_is_the_topic() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert failed_topics(f"http://127.0.0.1:{port}") == [Topic.CONNECTION]


def test_a_folder_that_is_not_there_is_no_matter_of_the_network(tmp_path: Path) -> None:
    written = {"name": "Office", "baseUrl": str(tmp_path / "gone"), "endpoints": {"students": "students*.csv"}}
    config = read_integration(written).integration
    report = examine(config, {}, cancel=threading.Event(), redactor=Redactor())
    assert [topic_of_check(check) for check in report.checks if check.ok is False] == [Topic.FILES]
    (tmp_path / "gone").mkdir()
    report = examine(config, {}, cancel=threading.Event(), redactor=Redactor())
    assert [topic_of_check(check) for check in report.checks if check.ok is False] == [Topic.FILES]


def test_steps_without_more_are_found_by_name() -> None:
    assert topic_of_check(Check("Device push", False, "Off.")) is Topic.DEVICES
    assert topic_of_check(Check("students", False, "No field was found.", endpoint="students")) is Topic.FORMAT
    assert topic_of_check(Check("Moodle: the path", False, "It differs.")) is Topic.CONNECTING
