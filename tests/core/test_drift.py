from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub_desktop.core.datatypes import ATTENDANCE, CUSTOM, STUDENTS
from hub_desktop.core.drift import (
    FEWEST_RECORDS,
    Drift,
    FieldShape,
    Memory,
    Shape,
    ShapeSampler,
    Uses,
    accepted,
    notice,
    with_key_names,
)
from hub_desktop.core.endpoint import Endpoint

PRINT = "fingerprint"


def uses(data_type: Any = STUDENTS, **written: Any) -> Uses:
    return Uses("College ERP", data_type, Endpoint.model_validate({"path": "/a", **written}))


def shape_of(*records: Any, times: int = FEWEST_RECORDS) -> Shape:
    sampler = ShapeSampler()
    seen: dict[tuple[str, ...], int] = {}
    for record in records * times:
        seen[tuple(record)] = seen.get(tuple(record), 0) + 1
    sampler.sample(records * times)
    return sampler.shape(seen)


def remembered(*records: Any, **written: Any) -> Memory:
    return notice(None, shape_of(*records), PRINT, uses(**written)).memory


ASHA = {"studentId": "S1", "name": "Asha", "phone": "98", "hostel": "A"}


def without(name: str) -> dict[str, Any]:
    return {key: value for key, value in ASHA.items() if key != name}


def test_the_first_pass_is_what_is_expected():
    noticed = notice(None, shape_of(ASHA), PRINT, uses())
    assert noticed.changes == ()
    assert noticed.memory.shape.fields["phone"] == FieldShape(1.0, frozenset({"text"}))
    assert noticed.memory.key_names == ("studentId",)


def test_a_mapped_field_that_vanished_is_told_once_and_stands():
    first = notice(remembered(ASHA), shape_of(without("phone")), PRINT, uses())
    (change,) = first.changes
    assert change.sentence == "Students from College ERP no longer hold “phone”, which is mapped to Phone."
    assert (change.drift, change.attention) == (Drift.VANISHED, True)
    assert first.memory.standing == (change,)
    again = notice(first.memory, shape_of(without("phone")), PRINT, uses())
    assert again.changes == ()
    assert again.memory.standing == (change,)
    back = notice(again.memory, shape_of(ASHA), PRINT, uses())
    assert back.changes == ()
    assert back.memory.standing == ()
    assert back.settled == ("Students from College ERP hold “phone” as before again.",)


def test_a_field_nobody_uses_is_told_once_and_forgotten():
    first = notice(remembered(ASHA), shape_of(without("hostel")), PRINT, uses())
    assert [c.sentence for c in first.changes] == ["Students from College ERP no longer hold “hostel”."]
    assert first.memory.standing == ()
    assert notice(first.memory, shape_of(without("hostel")), PRINT, uses()).changes == ()
    back = notice(first.memory, shape_of(ASHA), PRINT, uses())
    assert [c.sentence for c in back.changes] == [
        "Students from College ERP now hold “hostel”, which is mapped to nothing yet."
    ]


def test_a_field_that_comes_as_something_else():
    noticed = notice(remembered(ASHA), shape_of(ASHA | {"phone": 98, "hostel": ["A"]}), PRINT, uses())
    assert [(c.field, c.attention, c.sentence) for c in noticed.changes] == [
        ("hostel", False, "Students from College ERP now hold a list in “hostel”; before, it was text."),
        (
            "phone",
            True,
            "Students from College ERP now hold a number in “phone”, which is mapped to Phone; before, it was text.",
        ),
    ]


def test_an_explicit_mapping_names_what_it_needs():
    mapped = {
        "mappings": [{"from": "contact.mobile", "to": "phone"}, {"from": "join(' ', [first, last])", "to": "name"}]
    }
    row = {"studentId": "S1", "contact": {"mobile": "98"}, "first": "A", "last": "B"}
    after = {"studentId": "S1", "first": "A"}
    noticed = notice(remembered(row, **mapped), shape_of(after), PRINT, uses(**mapped))
    assert [c.sentence for c in noticed.changes] == [
        "Students from College ERP no longer hold “contact”, which is mapped to Phone.",
        "Students from College ERP no longer hold “last”, which is mapped to Name.",
    ]


def test_a_field_that_is_found_under_another_name_wants_no_attention_unless_it_names_records():
    after = {"studentId": "S1", "name": "Asha", "phoneNumber": "98", "hostel": "A"}
    noticed = notice(remembered(ASHA), shape_of(after), PRINT, uses())
    assert noticed.memory.standing == ()
    assert "Students from College ERP no longer hold “phone”; Phone is taken from “phoneNumber” now." in [
        c.sentence for c in noticed.changes
    ]
    renamed = {"rollNo" if key == "studentId" else key: value for key, value in ASHA.items()}
    noticed = notice(remembered(ASHA), shape_of(renamed), PRINT, uses())
    assert [c.field for c in noticed.memory.standing] == ["studentId"]


def test_the_key_of_other_data_counts_as_mapped():
    noticed = notice(
        notice(None, shape_of({"no": 1, "x": 1}), PRINT, uses(CUSTOM, dataType="custom", key=["no"])).memory,
        shape_of({"x": 1}),
        PRINT,
        uses(CUSTOM, dataType="custom", key=["no"]),
    )
    assert [c.sentence for c in noticed.memory.standing] == [
        "Other data from College ERP no longer holds “no”, which is mapped to Key."
    ]


def test_grammar_of_what_is_one():
    row = {"studentId": "S1", "date": "2026-01-31", "attendance": "P", "remarks": "late bus"}
    memory = notice(None, shape_of(row), PRINT, uses(ATTENDANCE)).memory
    del row["remarks"]
    (change,) = notice(memory, shape_of(row), PRINT, uses(ATTENDANCE)).changes
    assert change.sentence == "Attendance from College ERP no longer holds “remarks”, which is mapped to Remarks."


@pytest.mark.parametrize(
    "after",
    [
        shape_of(ASHA, ASHA, without("phone")),
        shape_of(*[ASHA] * 2, *[without("phone")] * 8),
        shape_of(ASHA | {"phone": None}),
        shape_of(ASHA | {"phone": ""}),
        shape_of(ASHA | {"phone": False}),
        shape_of(ASHA, ASHA | {"phone": 98}),
        shape_of(without("phone"), times=FEWEST_RECORDS - 1),
    ],
    ids=["most have it", "some have it", "null", "empty", "false for nothing", "both kinds", "too few records"],
)
def test_what_is_no_drift(after):
    assert notice(remembered(ASHA), after, PRINT, uses()).changes == ()


def test_with_another_mapping_all_begins_anew():
    stands = notice(remembered(ASHA), shape_of(without("phone")), PRINT, uses()).memory
    noticed = notice(stands, shape_of(without("phone")), "another", uses())
    assert (noticed.changes, noticed.memory.standing) == ((), ())
    assert "phone" not in noticed.memory.shape.fields


def test_accepted_by_a_person_it_is_what_is_expected():
    seen = shape_of({**without("phone"), "name": 7})
    stands = notice(remembered(ASHA), seen, PRINT, uses()).memory
    assert [c.field for c in stands.standing] == ["name", "phone"]
    memory = accepted(stands)
    assert memory.standing == ()
    assert notice(memory, seen, PRINT, uses()).changes == ()


def test_from_a_part_only_the_names_of_keys_are_kept():
    memory = with_key_names(None, uses().key_names(["id", "idnumber", "phone"]), PRINT)
    assert (memory.key_names, memory.shape.records) == (("id", "idnumber"), 0)
    assert with_key_names(memory, ["usn"], PRINT).key_names == ("id", "idnumber", "usn")
    assert notice(memory, shape_of(ASHA), PRINT, uses()).changes == ()


def test_what_was_always_empty_gets_its_kind_when_it_is_first_filled():
    memory = remembered(ASHA | {"phone": None})
    filled = notice(memory, shape_of(ASHA), PRINT, uses())
    assert filled.changes == ()
    assert len(notice(filled.memory, shape_of(ASHA | {"phone": 98}), PRINT, uses()).changes) == 1


def test_names_without_end_are_bounded():
    sampler = ShapeSampler()
    records = [{f"S{n}": n, "x" * 300: 1} for n in range(5_000)]
    for start in range(0, 5_000, 50):
        sampler.sample(records[start : start + 50])
    assert len(sampler.shape({}).fields) <= 1_000
    assert notice(None, sampler.shape({}), PRINT, uses()).memory.shape.fields == {}


VALUE = st.sampled_from([None, "", "x", 7, 1.5, True, False, [], [1], {}, {"a": 1}])
RECORDS = st.lists(
    st.dictionaries(st.sampled_from(["studentId", "id", "name", "phone", "mobile", "x"]), VALUE), min_size=1, max_size=6
)


@settings(max_examples=150, deadline=None)
@given(passes=st.lists(RECORDS, min_size=1, max_size=5), accepting=st.booleans())
def test_nothing_is_told_twice_in_a_row_and_accepting_ends_it(passes, accepting):
    memory = notice(None, shape_of({"studentId": "S1"}), PRINT, uses()).memory
    for records in passes:
        seen = shape_of(*records)
        first = notice(memory, seen, PRINT, uses())
        assert all(change.attention for change in first.memory.standing)
        assert all(change.sentence for change in first.changes)
        second = notice(first.memory, seen, PRINT, uses())
        assert second.changes == ()
        assert second.memory.standing == first.memory.standing
        memory = accepted(second.memory) if accepting else second.memory
        if accepting:
            assert notice(memory, seen, PRINT, uses()).changes == ()
