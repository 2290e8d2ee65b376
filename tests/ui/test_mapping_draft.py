import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.transformations import LIBRARY
from hub_desktop.ui.mapping_draft import (
    Changed,
    Edit,
    FieldDraft,
    History,
    MappingDraft,
    checked_step,
    edit_between,
    step_label,
)

STUDENTS = DATA_TYPES["students"]
MAPPINGS = (
    {"from": "code", "to": "student_id", "transformations": ["trim"]},
    {"from": "who", "to": "name"},
)


def test_what_is_read_is_written_again():
    assert MappingDraft.read(STUDENTS, MAPPINGS).written() == MAPPINGS
    assert MappingDraft.read(STUDENTS, ()).written() == ()


def test_what_cannot_be_saved_is_said_at_its_field():
    draft = MappingDraft.read(STUDENTS, MAPPINGS).with_field(2, FieldDraft("", ("trim",)))
    draft = draft.with_field(3, FieldDraft("x" * 400)).with_field(4, FieldDraft("dept", ({"pad": 0},)))
    found = draft.problems()
    assert set(found) == {2, 3, 4}
    assert found[2].startswith("Name the upstream field that becomes Email")
    assert found[3].startswith("Phone: ")
    assert "pad" in found[4]
    assert [one.target for one in draft.mappings()] == ["student_id", "name"]


@given(st.lists(st.sampled_from(["undo", "redo", "a", "b", "c"]), max_size=30))
def test_going_back_and_forth_is_what_a_list_of_drafts_gives(moves):
    first = MappingDraft.read(STUDENTS, ())
    history, drafts, place = History(first), [first], 0
    for move in moves:
        if move == "undo":
            history.undo()
            place = max(place - 1, 0)
        elif move == "redo":
            history.redo()
            place = min(place + 1, len(drafts) - 1)
        else:
            draft = history.draft.with_field(0, FieldDraft(move))
            if history.put(draft):
                drafts, place = [*drafts[: place + 1], draft], place + 1
        assert history.draft == drafts[place]
        assert (history.undoes is not None, history.redoes is not None) == (place > 0, place < len(drafts) - 1)


def test_each_step_says_what_it_changes():
    first = MappingDraft.read(STUDENTS, MAPPINGS)
    history = History(first)
    assert history.undoes is None
    history.put(first.with_field(1, FieldDraft("fullName")))
    assert history.undoes == Edit(Changed.SOURCE, (1,))
    history.put(history.draft.with_field(1, FieldDraft("fullName", ("trim",))))
    assert history.undoes == Edit(Changed.STEPS, (1,))
    both = history.draft.with_field(2, FieldDraft("mail", ("lower",)))
    assert edit_between(history.draft, both) == Edit(Changed.BOTH, (2,))
    several = both.with_field(3, FieldDraft("tel")).with_field(4, FieldDraft("dept"))
    history.put(several)
    assert history.undoes == Edit(Changed.SEVERAL, (2, 3, 4))
    history.undo()
    assert (history.undoes, history.redoes) == (Edit(Changed.STEPS, (1,)), Edit(Changed.SEVERAL, (2, 3, 4)))


def test_many_steps_back_are_kept_and_the_oldest_forgotten():
    history = History(MappingDraft.read(STUDENTS, ()))
    for number in range(300):
        history.put(history.draft.with_field(0, FieldDraft(f"field{number}")))
    for _ in range(300):
        history.undo()
    assert history.undoes is None
    assert history.draft.fields[0] == FieldDraft("field100")


def test_transformations_as_typed():
    assert checked_step("trim", {}) == "trim"
    assert checked_step("prefix", {"text": "CS"}) == {"prefix": "CS"}
    assert checked_step("table", {"values": {"P": "present"}}) == {"table": {"P": "present"}}
    assert step_label({"prefix": "CS"}) == "Prefix: CS"
    assert step_label({"join": " "}) == 'Join a list: " "'
    assert step_label({"split": {"at": "/", "part": 2}}) == "Split: at /, part 2"
    with pytest.raises(ValueError, match=r"“prefix” needs “text”\.$"):
        checked_step("prefix", {})


@pytest.mark.parametrize("one", LIBRARY.values(), ids=LIBRARY)
def test_every_example_has_a_label(one):
    for example in one.examples:
        step: Any = one.name if example.parameter is None else {one.name: example.parameter}
        assert step_label(json.loads(json.dumps(step))).startswith(one.label)
