import json

import pytest

from hub_desktop.core.signature import Scheme
from hub_desktop.server.hub_listener import HubListener
from hub_desktop.store.folder import DataFolder
from tests.cli.conftest import SmallProgram, Terminal
from tests.fakes.deliveries import deliver_signed

NAME = "Sample ERP"
STUDENT = {"studentId": "S-1", "name": "Asha"}


@pytest.fixture
def secret(connected: Terminal) -> str:
    return connected.json("webhook", "rotate", NAME)["webhook_secret"]


def deliver(program: SmallProgram, secret: str, content: object, **more: object) -> None:
    with program.open_hub(None) as hub:
        deliver_signed(hub, 1, secret, json.dumps(content).encode(), **more)


def test_what_is_shown_says_everything_but_the_secret(connected: Terminal, secret: str, program: SmallProgram) -> None:
    deliver(program, secret, STUDENT)
    shown = connected.json("webhook", "show", NAME)
    assert (shown["path"], shown["headers"]) == ("/api/webhooks/integrations/1", ["x-webhook-signature"])
    assert (shown["secret_kept"], shown["secret_fits"], shown["deliveries"]) == (True, True, {"received": 1})
    assert shown["addresses"] == []
    said = connected.run("webhook", "show", NAME).stdout
    assert "Deliveries    1 received" in said
    assert "hub-desktop serve" in said
    # Once when it was made, and never again.
    assert sum(secret in text for text in connected.written) == 1


def test_scheme_and_rule_are_changed_and_what_is_not_named_stays(connected: Terminal, secret: str) -> None:
    words = ("webhook", "set", NAME)
    changed = connected.json(*words, "--scheme", "standard", "--rule", "header:X-Event", "--value", "p=students")
    assert changed["settings"]["rule"] == {"by": "header", "name": "X-Event", "values": {"p": "students"}}
    assert changed["secret_fits"] is False
    assert any("does not fit" in sentence for sentence in changed["advice"])
    made = connected.json("webhook", "rotate", NAME)["webhook_secret"]
    assert made.startswith("whsec_")
    kept = connected.json(*words, "--keep-days", "7", "--per-minute", "600")["settings"]
    assert (kept["scheme"], kept["keepDays"], kept["requestsPerMinute"]) == ("standard", 7, 600)
    assert kept["rule"]["name"] == "X-Event"
    assert connected.json(*words, "--value", "q=faculty")["settings"]["rule"]["values"] == {"q": "faculty"}
    exported = json.loads(connected.run("integrations", "export", NAME).stdout)
    assert json.dumps(exported).count('"webhook"') == 1


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ((), 2, "Name what is to change"),
        (("--value", "students"), 2, "is no VALUE=ENDPOINT"),
        (("--scheme", "svix"), 2, "is not one of"),
        (("--rule", "telepathy"), 1, "--rule:"),
        (("--rule", "header"), 1, "needs its name"),
        (("--value", "x=student"), 1, "Did you mean “students”"),
        (("--keep-days", "0"), 2, "0 is not in the range"),
    ],
)
def test_what_cannot_be_meant_is_refused(connected: Terminal, words: tuple[str, ...], code: int, told: str) -> None:
    assert told in connected.run("webhook", "set", NAME, *words, code=code).stderr


def test_rotation_with_its_overlap_and_its_end(connected: Terminal, secret: str, program: SmallProgram) -> None:
    made = connected.json("webhook", "rotate", NAME, "--overlap", "2")
    assert made["previous_secret_ends"] is not None
    deliver(program, secret, STUDENT)
    assert "the one before is valid until" in connected.run("webhook", "show", NAME).stdout
    assert "within 3 seconds" in connected.run("webhook", "end-rotation", NAME).stdout
    assert "No secret from before" in connected.run("webhook", "end-rotation", NAME).stdout
    assert connected.json("webhook", "end-rotation", NAME)["ended"] is False
    assert connected.json("webhook", "rotate", NAME, "--overlap", "0")["previous_secret_ends"] is None
    assert connected.run("webhook", "rotate", NAME).stdout.count("\n") == 1
    for overlap in ("721", "nan", "inf", "-1"):
        assert "Traceback" not in connected.run("webhook", "rotate", NAME, "--overlap", overlap, code=2).stderr


def test_the_self_test_says_what_works(connected: Terminal, secret: str, program: SmallProgram) -> None:
    failed = connected.json("webhook", "test", NAME, code=1)
    assert (failed["ok"], failed["address"]) == (False, "")
    with program.open_hub(None) as hub, DataFolder(program.folder).only_instance():
        listener = HubListener(hub, port=0)
        listener.start()
        try:
            passed = connected.json("webhook", "test", NAME)
            said = connected.run("webhook", "test", NAME).stdout
        finally:
            listener.stop()
    assert passed["ok"] is True
    assert f"Address to hand out: {passed['address']}" in said
    assert "✓ A signed test delivery" in said
    states = [one["state"] for one in connected.json("deliveries", NAME)]
    assert states == ["test", "test"]


def test_deliveries_are_filtered_paged_and_replayed(connected: Terminal, secret: str, program: SmallProgram) -> None:
    for number in range(3):
        deliver(program, secret, {"endpoint": "students", "data": {**STUDENT, "studentId": f"S-{number}"}})
    deliver(program, secret, {"endpoint": "marks", "data": {}})
    assert "No delivery" in connected.run("deliveries", NAME, "--replay-all").stdout
    found = connected.json("deliveries", NAME, "--state", "received", "--limit", "2")
    assert [one["delivery_id"] for one in found] == [4, 3]
    assert [one["delivery_id"] for one in connected.json("deliveries", NAME, "--before", "3")] == [2, 1]
    with program.open_hub(None) as hub:
        hub.syncs.recover()
        hub.syncs.run_ticket(hub.syncs.take(1))
    (refused,) = connected.json("deliveries", NAME, "--state", "refused")
    assert "marks" in refused["reason"]
    assert "There are no such" in connected.run("deliveries", NAME, "--state", "failed").stdout
    again = connected.json("deliveries", NAME, "--replay-all", code=3)
    assert (again["replayed"], len(again["still_waiting"])) == (1, 1)
    connected.run("webhook", "set", NAME, "--value", "marks=students")
    assert "1 delivery replayed" in connected.run("deliveries", NAME, "--replay", "2").stdout
    told = connected.run("deliveries", NAME, "--replay", "99", code=1).stderr
    assert "There is no delivery 99." in told
    connected.run("deliveries", NAME, "--replay", "1", "--replay-all", code=2)


def test_it_staff_look_and_replay_but_do_not_configure(connected: Terminal, secret: str) -> None:
    connected.run("accounts", "add", "Meera", "--role", "principal", stdin="five green bicycles\n")
    principal = connected.signed_in("Meera")
    connected.run("accounts", "add", "Ravi", "--role", "it-staff", stdin="five green bicycles\n", env=principal)
    staff = connected.signed_in("Ravi")
    connected.run("webhook", "show", NAME, env=staff)
    connected.run("deliveries", NAME, "--replay-all", env=staff)
    for words in (("set", NAME, "--scheme", "github"), ("rotate", NAME), ("end-rotation", NAME)):
        assert "may not do this" in connected.run("webhook", *words, code=1, env=staff).stderr


def test_standard_webhooks_from_end_to_end(connected: Terminal, program: SmallProgram) -> None:
    connected.run("webhook", "set", NAME, "--scheme", "standard", "--rule", "path")
    made = connected.json("webhook", "rotate", NAME)["webhook_secret"]
    deliver(program, made, STUDENT, scheme=Scheme.STANDARD, name="students")
    (one,) = connected.json("deliveries", NAME)
    assert (one["message_id"], one["sender"]) == ("msg_1", "192.0.2.7")
