import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.datatypes import STUDENTS
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.validation import RecordChecker
from hub_desktop.store.records import Target

from .conftest import SmallProgram, Terminal

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.TERMINAL)
MENDED = {"path": "/students", "mappings": [{"from": "code", "to": "student_id"}]}


def written(name: str, students: object) -> dict[str, object]:
    return {
        "name": name,
        "baseUrl": "https://erp.example.edu",
        "apiKey": "t0ken-of-it",
        "endpoints": {"students": students},
    }


@pytest.fixture
def refused(terminal: Terminal, program: SmallProgram) -> Terminal:
    """A terminal whose hub has three refused students of one system and one of another, the second mended since."""
    with program.open_hub(None) as hub:
        for name, codes in (("ERP", ["S1", "S2", ""]), ("LMS", ["S9"])):
            number = hub.integrations.add(PRINCIPAL, read_integration(written(name, "/students"))).integration_id
            checker = RecordChecker("students", hub.integrations.get(PRINCIPAL, number).config.endpoints["students"])
            checked = checker.check([{"code": code, "name": f"Student {code}"} for code in codes])
            assert not checked.good
            hub.records._records.write_page(Target(number, "students", STUDENTS, 1), [], checked.refused, 1, Redactor())
    return terminal


def mend(program: SmallProgram, number: int) -> None:
    with program.open_hub(None) as hub:
        name = hub.integrations.get(PRINCIPAL, number).name
        hub.integrations.edit(PRINCIPAL, number, read_integration(written(name, MENDED)))


def test_a_mended_mapping_and_a_replay_bring_the_records_in(refused: Terminal, program: SmallProgram) -> None:
    assert [row["id"] for row in refused.json("quarantine", "list", "erp")] == [3, 2, 1]
    mend(program, 1)
    said = refused.run("quarantine", "replay", "ERP").stdout
    assert said.startswith("ERP: 2 refused records stored, 1 still refused.")
    assert "Student ID is missing." in said
    assert refused.json("records", "students")["total"] == 2
    assert [row["id"] for row in refused.json("quarantine", "list")] == [4, 3]
    run = refused.json("runs", "ERP")[0]
    assert (run["trigger"], run["status"]) == ("manual", "succeeded")
    assert "refused records stored after another look" in refused.run("logs", "ERP").stdout


def test_single_records_are_replayed_by_their_numbers(refused: Terminal, program: SmallProgram) -> None:
    mend(program, 1)
    document = refused.json("quarantine", "replay", "2", "4")
    assert [run["endpoints"]["students"]["quarantined"] for run in document["runs"]] == [0, 1]
    assert [row["id"] for row in document["still_refused"]] == [4]
    assert [row["id"] for row in refused.json("quarantine", "list")] == [4, 3, 1]


def test_all_of_them_are_replayed_without_a_word(refused: Terminal, program: SmallProgram) -> None:
    for number in (1, 2):
        mend(program, number)
    said = refused.run("quarantine", "replay").stdout
    assert "LMS: 1 refused record stored." in said
    assert [row["id"] for row in refused.json("quarantine", "list")] == [3]


def test_a_number_that_is_not_there_changes_nothing(refused: Terminal, program: SmallProgram) -> None:
    mend(program, 1)
    for words in (["replay", "1", "77"], ["discard", "1", "77", "--yes"]):
        assert "There is no refused record 77. Nothing was changed." in refused.run("quarantine", *words, code=1).stderr
    assert len(refused.json("quarantine", "list")) == 4


@pytest.mark.parametrize(
    "words", [["replay", "ERP", "1"], ["replay", "1", "--endpoint", "students"], ["discard"], ["discard", "ERP", "LMS"]]
)
def test_it_must_be_clear_which_records_are_meant(refused: Terminal, words: list[str]) -> None:
    refused.run("quarantine", *words, code=2)


def test_an_endpoint_narrows_the_list(refused: Terminal) -> None:
    assert len(refused.json("quarantine", "list", "ERP", "--endpoint", "students")) == 3
    assert refused.json("quarantine", "list", "ERP", "--endpoint", "marks") == []


@pytest.mark.usefixtures("seated")
def test_discarding_asks_with_the_count_and_takes_no_for_the_default(refused: Terminal) -> None:
    result = refused.run("quarantine", "discard", "ERP", stdin="\n")
    assert "Discard 3 refused records for good? [y/N]" in result.stderr
    assert "Nothing was discarded." in result.stdout
    assert len(refused.json("quarantine", "list")) == 4
    assert "3 refused records discarded." in refused.run("quarantine", "discard", "ERP", stdin="y\n").stdout
    assert [row["integration"] for row in refused.json("quarantine", "list")] == ["LMS"]


def test_a_script_says_yes_and_only_what_was_named_goes(refused: Terminal) -> None:
    refused.run("quarantine", "discard", "2", code=2)
    assert refused.json("quarantine", "discard", "2", "2", "--yes") == {"discarded": 1}
    assert [row["id"] for row in refused.json("quarantine", "list")] == [4, 3, 1]
    audit = refused.run("audit").stdout
    assert "quarantine.discard" in audit
    assert "1 refused record of ERP: 2" in audit
    assert refused.run("quarantine", "discard", "LMS", "--endpoint", "marks", "--yes").stdout == (
        "No record waits in quarantine.\n"
    )


def test_drift_is_listed_and_accepted(refused: Terminal, program: SmallProgram) -> None:
    assert refused.json("drift", "list") == []
    assert "All mapped fields come as before." in refused.run("drift", "list", "ERP").stdout
    assert refused.json("drift", "accept", "ERP") == {"accepted": 0}
    refused.run("drift", "accept", "ERP", "--endpoint", "studens", code=1)
