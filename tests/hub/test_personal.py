"""What those who may not see personal data see of a preview and of what was held."""

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.datatypes import STUDENTS, SUBJECTS
from hub_desktop.core.integration import read_integration
from hub_desktop.core.validation import Refused
from hub_desktop.hub.personal import hidden_fields, seen_by, shown
from hub_desktop.store.previewing import Examples, FieldChange, RecordChange

VIEWER = Actor("Vera", Role.VIEWER, Face.WINDOW)
STAFF = Actor("Ravi", Role.IT_STAFF, Face.WINDOW)
CONFIG = read_integration(
    {"name": "ERP", "baseUrl": "https://x.example.com", "endpoints": {"students": "/s", "subjects": "/c"}}
).integration


def examples() -> dict[str, Examples]:
    record = ("S1", "Asha", "a@x.example.com", *[None] * (len(STUDENTS.fields) - 3))
    change = RecordChange(("S1",), (FieldChange("name", "Asha", "Usha"), FieldChange("program", "BA", "BSc")))
    return {
        "students": Examples(
            [record], [change], [("S2",)], [Refused({"name": "Ravi"}, ("“Ravi” is no number.",))], None, {("S1",): "A"}
        ),
        "subjects": Examples(removed=[("CS1",)], names={("CS1",): "Databases"}),
    }


def test_who_works_with_personal_data_sees_it():
    assert hidden_fields(STAFF, STUDENTS) == frozenset()
    assert seen_by(STAFF, CONFIG, examples()) == examples()


def test_others_see_that_something_is_there_and_not_what():
    seen = seen_by(VIEWER, CONFIG, examples())
    said = str(seen["students"])
    assert not any(word in said for word in ("Asha", "Usha", "Ravi", "S1", "S2", "a@x"))
    change = seen["students"].changed[0]
    assert change.fields[0] == FieldChange("name", None, None)
    assert change.fields[1] == FieldChange("program", "BA", "BSc")
    assert seen["students"].refused == [Refused(None, ("Your account may not see why.",))]
    assert seen["subjects"] == examples()["subjects"]


def test_hidden_values_are_none():
    hidden = hidden_fields(VIEWER, SUBJECTS)
    assert shown(("a", "b"), frozenset({"b"}), (1, 2)) == (1, None)
    assert shown(SUBJECTS.field_names[:1], hidden, ("CS1",)) == ("CS1",)
