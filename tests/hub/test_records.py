import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.datatypes import STUDENTS
from hub_desktop.core.errors import ConfigurationError, NotAllowedError
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.validation import Refused
from hub_desktop.store.records import Target

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)


@pytest.fixture
def two(hub, add):
    """One integration of each of two colleges, with a student and a refused record each."""
    hub.accounts.colleges(PRINCIPAL)
    second = hub.accounts.add_college(PRINCIPAL, "Second")
    numbers = [add("ERP"), add("LMS", college_id=second)]
    for number in numbers:
        row = (f"S{number}", f"Student {number}", *[None] * (len(STUDENTS.fields) - 2))
        hub.records._records.write_page(
            Target(number, "students", STUDENTS, 1), [row], [Refused({"n": number}, ("x",))], 1, Redactor()
        )
    return Actor("Bela", Role.VIEWER, Face.HTTP, frozenset({second})), Actor(
        "Ravi", Role.IT_STAFF, Face.HTTP, frozenset({second})
    )


def test_records_come_with_the_name_of_their_source(hub, two):
    page = hub.records.find(PRINCIPAL, "students")
    assert [(row.values[0], row.source) for row in page.rows] == [("S1", "ERP"), ("S2", "LMS")]
    assert page.total == 2


def test_somebody_of_one_college_finds_and_counts_only_its_records(hub, two):
    bela, ravi = two
    for person, more in ((bela, {}), (ravi, {"text": "Student"}), (bela, {"limit": 1}), (bela, {"source": "lms"})):
        page = hub.records.find(person, "students", **more)
        assert ([row.source for row in page.rows], page.total) == (["LMS"], 1)
    assert hub.records.find(ravi, "students", where=[("student_id", "S1")]).total == 0
    assert [view.source for view in hub.records.quarantined(ravi, limit=1)] == ["LMS"]
    with pytest.raises(ConfigurationError) as caught:
        hub.records.find(bela, "students", source="ERP")
    assert "Did you mean “ERP”" not in caught.value.sentence


def test_records_of_a_deleted_integration_stay_with_their_source(hub, two):
    hub.integrations.delete(PRINCIPAL, 1)
    assert [row.source for row in hub.records.find(PRINCIPAL, "students", source="ERP").rows] == ["ERP"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("studens",), "Did you mean “students”"),
        (("students", [("nmae", "x")]), "Did you mean “name”"),
        (("students", [], "", "EPR"), "ERP"),
    ],
)
def test_a_misspelt_question_is_told_the_near_word(hub, two, asked, told):
    data_type, *rest = asked
    more = dict(zip(("where", "text", "source"), rest, strict=False))
    with pytest.raises(ConfigurationError, match=told):
        hub.records.find(PRINCIPAL, data_type, **more)


def test_every_look_at_personal_data_leaves_what_was_looked_for_without_naming_anybody(hub, two):
    asked = {"where": [("name", "Student 1"), ("department", "CSE")], "text": "Student 1"}
    hub.records.find(PRINCIPAL, "students", **asked)
    assert "Student 1" not in hub.audit.latest(PRINCIPAL)[0].detail
    hub.records.find(PRINCIPAL, "students", source="ERP", **asked)
    row = hub.audit.latest(PRINCIPAL)[0]
    who = f"#{hub.privacy.digest(1, 'Student 1')[:16]}"
    assert (row.use_case, row.subject) == ("records.view", "students")
    assert row.detail == f"name={who}, department=CSE, text={who}"


VIEWER = Actor("Vik", Role.VIEWER, Face.WINDOW)


def test_a_viewer_gets_no_personal_value(hub, two):
    page = hub.records.find(VIEWER, "students")
    assert page.total == 2
    personal = [at for at, field in enumerate(STUDENTS.fields) if field.personal]
    assert personal
    for row in page.rows:
        assert [row.values[at] for at in personal] == [None] * len(personal)
    seen = hub.records.find(PRINCIPAL, "students").rows[0]
    assert seen.values[0] == "S1"


@pytest.mark.parametrize("asked", [{"text": "S1"}, {"where": [("student_id", "S1")]}])
def test_a_viewer_cannot_find_personal_values_by_searching(hub, two, asked):
    with pytest.raises(NotAllowedError, match="search in personal data"):
        hub.records.find(VIEWER, "students", **asked)
    assert hub.audit.latest(PRINCIPAL)[0].outcome == "refused"
