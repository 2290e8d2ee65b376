"""The ten main tasks from start to finish, done as a person does them from Home, with the number of steps each takes.

A change that makes one of them longer shows here, and so does one that makes it shorter.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hub_desktop.core.actor import Actor
from hub_desktop.core.integration import read_integration
from hub_desktop.hub.hub import Hub
from hub_desktop.server.hub_listener import HubListener
from hub_desktop.server.listener_keeper import ListenerKeeper
from hub_desktop.ui.application import Desk
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json
from tests.fakes.systems.moodle import TOKEN, Moodle
from tests.ui.deciding import Lists, students
from tests.ui.hand import Hand
from tests.ui.pushing import free_port

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
OpenDesk = Callable[..., Desk]
AddErp = Callable[..., int]

STEPS = {
    "add Moodle from the catalog": 10,
    "mend a sign-in that failed": 3,
    "map a value and replay what was refused": 11,
    "map a field that was renamed": 6,
    "accept what is held": 2,
    "refuse what is held": 2,
    "undo a run": 5,
    "find a student and correct a value": 7,
    "export the students": 6,
    "change a schedule": 10,
    "make a new webhook secret": 6,
    "switch three off and undo it": 7,
}
"""With the mouse, typing where something must be typed."""
KEYS = {
    "mend a sign-in that failed": 8,
    "accept what is held": 7,
    "refuse what is held": 7,
    "find a student and correct a value": 12,
    "change a schedule": 21,
    "switch three off and undo it": 10,
}
"""With the keyboard alone, each press of Tab or an arrow counted."""


class Erp:
    """A system with lists of students and teachers that can be changed, and the integration that reads them."""

    def __init__(self, hub: Hub, person: Actor, url: str, lists: Lists) -> None:
        self.hub, self.person, self.lists = hub, person, lists
        written = {
            "name": "College ERP",
            "baseUrl": url,
            "authType": "none",
            "endpoints": {
                "students": {"path": "/students", "completeList": True},
                "faculty": {"path": "/faculty", "completeList": True},
            },
        }
        self.number = hub.integrations.add(person, read_integration(written)).integration_id

    def sync(self) -> None:
        """Run a sync to its end, before anybody looks."""
        self.hub.syncs.run(self.person, self.number)

    def students(self) -> dict[str, dict[str, Any]]:
        """Return the students kept, by their number."""
        page = self.hub.records.find(self.person, "students")
        names = page.data_type.field_names
        return {str(row.values[0]): dict(zip(names, row.values, strict=True)) for row in page.rows}

    def phone(self, student: str) -> object:
        """Return the phone of a student as it counts now, corrections included."""
        found = self.hub.explorer.lineage(self.person, "students", [student])
        return next(one.value for one in found.fields if one.field == "phone")


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    return Hand(qtbot)


@pytest.fixture
def erp(working_hub: Hub, person: Actor) -> Iterator[Erp]:
    lists = Lists()
    with HttpServer(lists) as server:
        yield Erp(working_hub, person, server.url, lists)


@pytest.fixture
def listening(working_hub: Hub, person: Actor) -> Iterator[None]:
    """The listener of the program, so that there is an address to deliver to."""
    working_hub.listener_settings.change(person, {"port": free_port()})
    listener = HubListener(working_hub)
    listener.start()
    keeper = ListenerKeeper(working_hub, listener)
    keeper.start()
    yield
    keeper.stop()
    listener.stop()


def at_home(open_desk: OpenDesk, hand: Hand) -> Desk:
    desk = open_desk()
    hand.sees_title("Home")
    return desk


def counted(hand: Hand, table: dict[str, int], task: str) -> None:
    steps = "\n".join(hand.trail)
    assert hand.steps == table[task], f"“{task}” takes {hand.steps} steps now:\n{steps}"


# -- with the mouse ----------------------------------------------------------------------------------------------------


def test_add_moodle_from_the_catalog(open_desk: OpenDesk, working_hub: Hub, person: Actor, hand: Hand) -> None:
    with HttpServer(Moodle()) as server:
        at_home(open_desk, hand)
        hand.click("Connect a system")
        hand.type_into("Search, such as Moodle or attendance", "moodle")
        hand.press("Return")
        hand.type_into("Address of the site", server.url)
        hand.type_into("Token", TOKEN)
        hand.click("Test connection")
        hand.sees("Everything works")
        hand.click("Save")
        hand.sees("How often it syncs")
        hand.click("Continue")
        hand.sees("A sync now would add")
        hand.click("Continue")
        hand.sees("left to do for Moodle")
        hand.click("Switch on and finish")
        hand.sees("198 students")
    counted(hand, STEPS, "add Moodle from the catalog")
    (view,) = working_hub.overview.all(person)
    assert view.config.enabled
    assert view.records["students"] == 198


def test_mend_a_sign_in_that_failed(
    open_desk: OpenDesk, add_erp: AddErp, working_hub: Hub, person: Actor, hand: Hand
) -> None:
    number = add_erp(token="a-token-that-ended")
    working_hub.syncs.run(person, number)
    at_home(open_desk, hand)
    hand.sees("College ERP refused the token.")
    hand.click("Sign in again")
    hand.is_at("Token")
    hand.type_into("Token", "erp-token-12345")
    hand.click("Save")
    hand.sees("Active")
    counted(hand, STEPS, "mend a sign-in that failed")
    assert working_hub.overview.one(person, number).records["students"] > 300


def test_map_a_value_and_replay_what_was_refused(
    open_desk: OpenDesk, working_hub: Hub, person: Actor, hand: Hand
) -> None:
    def clock(_asked: Asked) -> Reply:
        return as_json([{"studentId": f"S{n}", "date": "2026-01-05", "status": _status(n)} for n in range(40)])

    with HttpServer(clock) as server:
        written = {"name": "Clock", "baseUrl": server.url, "authType": "none", "endpoints": {"attendance": "/a"}}
        number = working_hub.integrations.add(person, read_integration(written)).integration_id
        working_hub.syncs.run(person, number)
        at_home(open_desk, hand)
        hand.click("See what failed")
        hand.sees_row("4", "Status:", "Clock")
        hand.click("Open the mapping")
        hand.click("Show real rows")
        hand.sees_row("Status (required)", "By its name: status")
        hand.click("Status (required)")
        hand.choose("Transformation to add", "Replace")
        hand.type_into("Text to find", "sports duty")
        hand.type_into("Replaced with", "excused")
        hand.click("Add")
        hand.click("Use this mapping")
        hand.click("Save")
        hand.click("Replay 4 records")
        hand.sees("4 records stored.")
    counted(hand, STEPS, "map a value and replay what was refused")
    assert working_hub.overview.one(person, number).records["attendance"] == 40


def _status(number: int) -> str:
    return "sports duty" if number % 10 == 0 else "present"


def test_map_a_field_that_was_renamed(open_desk: OpenDesk, erp: Erp, hand: Hand) -> None:
    """As nothing of it came through, saving the mapping tries again at once, and nothing is left to replay."""
    erp.lists.rows["/students"] = [{"studentIdNew": one["studentId"], "name": one["name"]} for one in students(40)]
    erp.sync()
    at_home(open_desk, hand)
    hand.click("See what failed")
    hand.sees("40 records")
    hand.click("Open the mapping")
    hand.click("Show real rows")
    hand.sees("Suggested: studentIdNew")
    hand.click("Accept all suggestions")
    hand.click("Use this mapping")
    hand.click("Save")
    hand.sees("No record was refused.")
    counted(hand, STEPS, "map a field that was renamed")
    assert len(erp.students()) == 40


def held(erp: Erp) -> None:
    erp.sync()
    del erp.lists.rows["/students"][:20]
    erp.sync()


def test_accept_what_is_held(open_desk: OpenDesk, erp: Erp, hand: Hand) -> None:
    held(erp)
    at_home(open_desk, hand)
    hand.click("Review what is held")
    hand.sees("20 of 40 students from College ERP would disappear.")
    hand.sees_row("disappear", "Asha 1", "S01")
    hand.click("Remove 20 students")
    hand.sees("Removed: 20 students from College ERP.")
    counted(hand, STEPS, "accept what is held")
    assert len(erp.students()) == 20


def test_refuse_what_is_held(open_desk: OpenDesk, erp: Erp, hand: Hand) -> None:
    held(erp)
    at_home(open_desk, hand)
    hand.click("Review what is held")
    hand.sees_row("disappear", "Asha 1", "S01")
    hand.click("Keep the old 20")
    hand.sees("Kept: 20 students from College ERP.")
    counted(hand, STEPS, "refuse what is held")
    assert len(erp.students()) == 40


def test_undo_a_run(open_desk: OpenDesk, erp: Erp, hand: Hand) -> None:
    erp.sync()
    erp.lists.rows["/students"] = [*students(5, "Usha"), *students(40)[5:]]
    erp.sync()
    at_home(open_desk, hand)
    hand.click("College ERP")
    hand.click("Activity", among="Parts of this page")
    hand.sees("Takes back 0 added, 5 changed, 0 removed.")
    hand.click("Undo this run…")
    hand.sees("Students: 0 added, 5 changed, 0 removed.")
    hand.click("Undo 5 records")
    hand.sees("Students: 0 taken out, 5 put back as before.")
    hand.click("Close")
    hand.sees("Nothing is left of run")
    counted(hand, STEPS, "undo a run")
    assert erp.students()["S01"]["name"] == "Asha 1"


def test_find_a_student_and_correct_a_value(open_desk: OpenDesk, erp: Erp, hand: Hand) -> None:
    erp.sync()
    at_home(open_desk, hand)
    hand.click("Data")
    hand.type_into("Search all fields", "asha 17")
    hand.sees("1 student with “asha 17”")
    hand.click("Asha 17")
    hand.sees("Asha 17 (S17)")
    hand.click("Phone")
    hand.click("Correct…")
    hand.type_into("Phone", "9811112222")
    hand.click("Correct")
    hand.sees_row("S17", "9811112222")
    counted(hand, STEPS, "find a student and correct a value")
    assert erp.phone("S17") == "9811112222"


def test_export_the_students(open_desk: OpenDesk, erp: Erp, hand: Hand, tmp_path: Path) -> None:
    erp.sync()
    file = tmp_path / "students.csv"
    at_home(open_desk, hand)
    hand.click("Data")
    hand.sees("40 students")
    hand.click("Export…")
    hand.sees("personal data")
    hand.click("Export…")
    hand.type_into("File name:", str(file))
    hand.click("Save")
    hand.sees("40 records written to")
    hand.click("Close")
    hand.sees_title("Data")
    counted(hand, STEPS, "export the students")
    assert "Asha 17" in file.read_text("utf-8-sig")


def test_change_a_schedule(open_desk: OpenDesk, erp: Erp, hand: Hand) -> None:
    at_home(open_desk, hand)
    hand.click("College ERP")
    hand.click("Settings", among="Parts of this page")
    hand.click("Change the schedule…")
    hand.choose("Sync by itself", "At times of the day")
    hand.type_into("Times of the day", "02:00")
    hand.choose("Quiet hours", "Nothing begins from … to …")
    hand.type_into("From when to when nothing begins", "08:00 to 18:00")
    hand.click("Save")
    hand.sees_title("College ERP – Hub Desktop")
    hand.sees("02:00")
    counted(hand, STEPS, "change a schedule")
    schedule = erp.hub.integrations.get(erp.person, erp.number).config.to_json()["schedule"]
    assert schedule["times"] == ["02:00"]


@pytest.mark.usefixtures("listening")
def test_make_a_new_webhook_secret(open_desk: OpenDesk, erp: Erp, hand: Hand) -> None:
    erp.hub.integrations.set_secret(erp.person, erp.number, "webhookSecret", "webhook-secret-12345")
    at_home(open_desk, hand)
    hand.click("College ERP")
    hand.click("Webhook", among="Parts of this page")
    assert hand.reads("Address 1").endswith(f"/api/webhooks/integrations/{erp.number}")
    hand.click("Copy address 1")
    assert QApplication.clipboard().text() == hand.reads("Address 1")
    hand.click("Make a new secret")
    hand.sees("It is not shown again.")
    secret = hand.reads("Webhook secret")
    hand.click("Copy: Webhook secret")
    assert QApplication.clipboard().text() == secret
    hand.click("Close")
    hand.sees("The secret before is valid too")
    counted(hand, STEPS, "make a new webhook secret")


def test_switch_three_off_and_undo_it(
    open_desk: OpenDesk, add_erp: AddErp, working_hub: Hub, person: Actor, hand: Hand
) -> None:
    for name in ("Attendance", "College ERP", "Exams", "Library"):
        add_erp(name)
    at_home(open_desk, hand)
    hand.click("Integrations")
    hand.click("Select")
    for name in ("Attendance", "Exams", "Library"):
        hand.click(f"Select {name}")
    hand.sees("3 of 4 integrations selected")
    hand.click("Switch off")
    hand.sees("3 integrations switched off.")
    assert [one.name for one in working_hub.overview.all(person) if one.config.enabled] == ["College ERP"]
    hand.click("Undo")
    hand.sees("3 integrations switched on.")
    counted(hand, STEPS, "switch three off and undo it")
    assert all(one.config.enabled for one in working_hub.overview.all(person))


# -- with the keyboard alone -------------------------------------------------------------------------------------------


def test_mend_a_sign_in_with_the_keyboard(
    open_desk: OpenDesk, add_erp: AddErp, working_hub: Hub, person: Actor, hand: Hand
) -> None:
    number = add_erp(token="a-token-that-ended")
    working_hub.syncs.run(person, number)
    at_home(open_desk, hand)
    hand.tab_to("Sign in again")
    hand.press("Return")
    hand.is_at("Token")
    hand.write("erp-token-12345")
    hand.press("Return")
    hand.sees("Active")
    counted(hand, KEYS, "mend a sign-in that failed")
    assert working_hub.overview.one(person, number).records["students"] > 300


def test_accept_what_is_held_with_the_keyboard(open_desk: OpenDesk, erp: Erp, hand: Hand) -> None:
    held(erp)
    at_home(open_desk, hand)
    hand.tab_to("Review what is held")
    hand.press("Return")
    hand.sees_row("disappear", "Asha 1", "S01")
    hand.press("Alt+R")
    hand.sees("Removed: 20 students from College ERP.")
    counted(hand, KEYS, "accept what is held")
    assert len(erp.students()) == 20


def test_refuse_what_is_held_with_the_keyboard(open_desk: OpenDesk, erp: Erp, hand: Hand) -> None:
    held(erp)
    at_home(open_desk, hand)
    hand.tab_to("Review what is held")
    hand.press("Return")
    hand.sees_row("disappear", "Asha 1", "S01")
    hand.is_at("Keep the old 20")
    hand.press("Return")
    hand.sees("Kept: 20 students from College ERP.")
    counted(hand, KEYS, "refuse what is held")
    assert len(erp.students()) == 40


def test_find_a_student_and_correct_a_value_with_the_keyboard(open_desk: OpenDesk, erp: Erp, hand: Hand) -> None:
    erp.sync()
    at_home(open_desk, hand)
    hand.press("Ctrl+K")
    hand.write("asha 17")
    hand.press("Return")
    hand.sees("1 student with “asha 17”")
    hand.press("Down")
    hand.sees("Asha 17 (S17)")
    hand.tab_to("Fields of the record, each with its source")
    hand.press("Down", times=3)
    hand.press("Return")
    hand.is_at("Phone")
    hand.write("9811112222")
    hand.press("Return")
    hand.sees_row("S17", "9811112222")
    counted(hand, KEYS, "find a student and correct a value")
    assert erp.phone("S17") == "9811112222"


def test_switch_three_off_and_undo_it_with_the_keyboard(
    open_desk: OpenDesk, add_erp: AddErp, working_hub: Hub, person: Actor, hand: Hand
) -> None:
    for name in ("Attendance", "College ERP", "Exams", "Library"):
        add_erp(name)
    at_home(open_desk, hand)
    hand.press("Ctrl+2")
    hand.press("Alt+E")
    hand.is_at("Select Attendance")
    hand.press("Space")
    hand.press("Right", times=2)
    hand.is_at("Select Exams")
    hand.press("Space")
    hand.press("Right")
    hand.press("Space")
    hand.sees("3 of 4 integrations selected")
    hand.press("Alt+F")
    hand.sees("3 integrations switched off.")
    hand.press("Ctrl+Z")
    hand.sees("3 integrations switched on.")
    counted(hand, KEYS, "switch three off and undo it")
    assert all(one.config.enabled for one in working_hub.overview.all(person))


def test_change_a_schedule_with_the_keyboard(open_desk: OpenDesk, erp: Erp, hand: Hand) -> None:
    at_home(open_desk, hand)
    hand.tab_to("College ERP")
    hand.press("Return")
    hand.tab_to("Parts of this page")
    hand.press("Right", times=4)
    hand.tab_to("Change the schedule…")
    hand.press("Return")
    hand.is_at("Sync by itself")
    hand.press("Down")
    hand.press("Tab")
    hand.write("02:00")
    hand.tab_to("Quiet hours")
    hand.press("Down")
    hand.press("Tab")
    hand.write("08:00 to 18:00")
    hand.press("Return")
    hand.sees_title("College ERP – Hub Desktop")
    hand.sees("02:00")
    counted(hand, KEYS, "change a schedule")
    schedule = erp.hub.integrations.get(erp.person, erp.number).config.to_json()["schedule"]
    assert schedule["times"] == ["02:00"]
