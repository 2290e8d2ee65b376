"""Several sources end to end: precedence, corrections, conflicts, lineage, comparison, each with role and audit."""

from typing import Any

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.datatypes import ATTENDANCE, STUDENTS
from hub_desktop.core.errors import ConfigurationError, NotAllowedError, NotFoundError
from hub_desktop.core.filters import Filter, How, Search
from hub_desktop.core.redaction import Redactor
from hub_desktop.store.records import Target

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
STAFF = Actor("Ravi", Role.IT_STAFF, Face.WINDOW)
VIEWER = Actor("Vera", Role.VIEWER, Face.WINDOW)


def write(hub, source: int, *rows: dict[str, Any], run: int = 1, kind=STUDENTS) -> None:
    values = [tuple(row.get(name) for name in kind.field_names) for row in rows]
    hub.records._records.write_page(Target(source, kind.name, kind, run), values, [], 1, Redactor())


@pytest.fixture
def two(hub, add):
    """An ERP and a biometric machine that agree on one student and differ on the other."""
    erp, bio = add("ERP"), add("Biometric")
    write(hub, erp, {"student_id": "S1", "name": "Asha", "phone": "111"}, {"student_id": "S2", "name": "Ravi"})
    write(hub, bio, {"student_id": "S2", "name": "Ravi K", "phone": "222"}, {"student_id": "S3", "name": "Zoe"}, run=2)
    return erp, bio


def shown(hub, actor=PRINCIPAL, **search: Any) -> list[tuple[Any, ...]]:
    found = hub.explorer.look(actor, Search("students", **search))
    place = STUDENTS.field_names.index("phone")
    views = hub.explorer.page(actor, found, 0, 100)
    assert found.total == len(views)
    return [(v.values[0], v.values[1], v.values[place], " + ".join(v.sources)) for v in views]


def test_each_record_stands_once_with_what_its_sources_say_in_their_order(hub, two):
    assert shown(hub) == [
        ("S1", "Asha", "111", "ERP"),
        ("S2", "Ravi", "222", "ERP + Biometric"),
        ("S3", "Zoe", None, "Biometric"),
    ]
    assert hub.sources.set_precedence(PRINCIPAL, ["biometric"]) == [two[1], two[0]]
    assert shown(hub)[1] == ("S2", "Ravi K", "222", "Biometric + ERP")
    assert shown(hub, source="ERP")[1] == ("S2", "Ravi", None, "ERP")
    assert shown(hub, filters=(Filter("name", How.EQUALS, "Ravi"),)) == []


def test_a_deleted_source_counts_last_and_its_records_stay(hub, two):
    hub.integrations.delete(PRINCIPAL, two[0])
    assert shown(hub)[1] == ("S2", "Ravi K", "222", "Biometric + ERP")
    assert hub.sources.precedence(PRINCIPAL) == [(two[1], "Biometric", False), (two[0], "ERP", True)]


def test_a_correction_stands_above_all_sources_over_syncs_until_it_is_taken_away(hub, two):
    assert hub.explorer.correct(PRINCIPAL, "students", ["S2"], "phone", " 333 ") == "333"
    write(hub, two[0], {"student_id": "S2", "name": "Ravi", "phone": "444"}, run=3)
    assert shown(hub, filters=(Filter("phone", How.EQUALS, "333"),)) == [("S2", "Ravi", "333", "ERP + Biometric")]
    assert shown(hub, source="ERP")[1][2] == "444"
    phone = next(f for f in hub.explorer.lineage(PRINCIPAL, "students", ["S2"]).fields if f.field == "phone")
    assert (phone.value, phone.source, phone.corrected, phone.replaced) == ("333", "Asha", True, "222")
    assert phone.others == (("ERP", "444"), ("Biometric", "222"))
    assert hub.explorer.uncorrect(PRINCIPAL, "students", ["S2"], "phone") == "444"
    assert shown(hub)[1][2] == "444"
    with pytest.raises(NotFoundError):
        hub.explorer.uncorrect(PRINCIPAL, "students", ["S2"], "phone")


def test_an_empty_correction_empties_the_field(hub, two):
    hub.explorer.correct(PRINCIPAL, "students", ["S1"], "phone", "")
    assert shown(hub)[0][2] is None
    assert shown(hub, filters=(Filter("phone", How.EMPTY),)) == [
        ("S1", "Asha", None, "ERP"),
        ("S3", "Zoe", None, "Biometric"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("date_of_birth", "03/04/2001", "day first or month first"),
        ("email", "nobody", "not an email"),
        ("student_id", "S9", "names the record"),
        ("phnoe", "1", "Did you mean “phone”"),
    ],
)
def test_a_correction_goes_through_the_check_of_its_field(hub, two, field, value, said):
    with pytest.raises(ConfigurationError, match=said):
        hub.explorer.correct(PRINCIPAL, "students", ["S1"], field, value)
    assert shown(hub)[0] == ("S1", "Asha", "111", "ERP")


def test_only_principals_and_administrators_correct_and_each_correction_is_in_the_audit(hub, two):
    for somebody in (STAFF, VIEWER):
        with pytest.raises(NotAllowedError):
            hub.explorer.correct(somebody, "students", ["S1"], "phone", "1")
        with pytest.raises(NotAllowedError):
            hub.sources.set_precedence(somebody, ["ERP"])
    hub.explorer.correct(PRINCIPAL, "students", ["S1"], "phone", "999")
    row = next(row for row in hub.audit.latest(PRINCIPAL) if row.use_case == "records.correct")
    assert (row.actor, row.outcome) == ("Asha", "done")
    assert "phone" in row.detail
    # The audit is for ever, so it names nobody.
    assert "S1" not in row.detail
    assert "999" not in row.detail


def test_who_changed_this_phone_number_when_and_from_what(hub, two):
    write(hub, two[0], {"student_id": "S1", "name": "Asha", "phone": "112"}, run=7)
    told = hub.explorer.lineage(STAFF, "students", ["S1"])
    phone = next(f for f in told.fields if f.field == "phone")
    assert (phone.value, phone.source, phone.run_id, phone.replaced) == ("112", "ERP", 7, "111")
    changes = [(c.operation, c.before, c.after, c.by, c.run_id) for c in told.changes if c.field == "phone"]
    assert changes == [("changed", "111", "112", "ERP", 7), ("first", None, "111", "ERP", 1)]
    with pytest.raises(NotFoundError):
        hub.explorer.lineage(STAFF, "students", ["S99"])


def test_conflicts_are_listed_by_field_with_what_each_source_says(hub, two):
    (found,) = hub.explorer.conflicts(PRINCIPAL, "students")
    assert (found.key, found.field, found.corrected) == (("S2",), "name", False)
    assert found.values == (("ERP", "Ravi"), ("Biometric", "Ravi K"))
    hub.explorer.correct(PRINCIPAL, "students", ["S2"], "name", "Ravi Kumar")
    assert hub.explorer.conflicts(PRINCIPAL, "students", ["name"])[0].corrected
    assert hub.explorer.conflicts(PRINCIPAL, "students", ["phone"]) == []


def test_two_sources_are_compared_by_name(hub, two):
    write(hub, two[1], {"student_id": "S4", "date": "2026-01-01", "subject_code": "", "period": ""}, kind=ATTENDANCE)
    found = hub.explorer.reconcile(PRINCIPAL, "students", "erp", "Biometric")
    assert (found.only_first, found.only_second, found.both) == ([("S1",)], [("S3",)], 1)
    with pytest.raises(ConfigurationError, match="two different"):
        hub.explorer.reconcile(PRINCIPAL, "students", "ERP", "erp")


def test_a_viewer_sees_no_personal_data_by_any_way(hub, two):
    assert shown(hub, VIEWER)[0] == (None, None, None, "ERP")
    hub.explorer.correct(PRINCIPAL, "students", ["S1"], "phone", "1")
    found = hub.explorer.look(VIEWER, Search("students"))
    assert not any(view.corrected for view in hub.explorer.page(VIEWER, found, 0, 10))
    for search in (
        Search("students", text="a"),
        Search("students", sort="name"),
        Search("students", (Filter("phone", How.EMPTY),)),
    ):
        with pytest.raises(NotAllowedError):
            hub.explorer.look(VIEWER, search)
    with pytest.raises(NotAllowedError):
        hub.explorer.lineage(VIEWER, "students", ["S1"])
    with pytest.raises(NotAllowedError):
        hub.explorer.reconcile(VIEWER, "students", "ERP", "Biometric")
    assert hub.explorer.conflicts(VIEWER, "students") == []


def test_colleges_do_not_see_each_other_and_the_same_key_is_two_people(hub, add, two):
    hub.accounts.colleges(PRINCIPAL)
    second = hub.accounts.add_college(PRINCIPAL, "Second")
    theirs = add("LMS", college_id=second)
    write(hub, theirs, {"student_id": "S1", "name": "Somebody else"})
    assert [row[1] for row in shown(hub) if row[0] == "S1"] == ["Asha", "Somebody else"]
    bela = Actor("Bela", Role.IT_STAFF, Face.WINDOW, frozenset({second}))
    assert shown(hub, bela) == [("S1", "Somebody else", None, "LMS")]
    found = hub.explorer.look(PRINCIPAL, Search("students"))
    with pytest.raises(NotFoundError):
        hub.explorer.page(bela, found, 0, 10)
    with pytest.raises(ConfigurationError, match="several colleges"):
        hub.explorer.lineage(PRINCIPAL, "students", ["S1"])
    assert hub.explorer.lineage(PRINCIPAL, "students", ["S1"], second).fields[1].value == "Somebody else"
    with pytest.raises(NotFoundError):
        hub.explorer.lineage(bela, "students", ["S1"], 1)
    with pytest.raises(ConfigurationError):
        hub.explorer.reconcile(bela, "students", "LMS", "ERP")


def test_the_audit_tells_what_was_looked_for_and_names_nobody(hub, two):
    search = Search("students", (Filter("name", How.EQUALS, "Asha"), Filter("semester", How.EQUALS, "5")), "Asha")
    hub.explorer.look(PRINCIPAL, search)
    row = next(row for row in hub.audit.latest(PRINCIPAL) if row.use_case == "records.view")
    digest = hub.privacy.digest(1, "Asha")[:16]
    assert row.detail == f"name equals #{digest}, semester equals 5, text #{digest}"
