import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.quarantine import LONGEST_RAW, NotReplayableError, cause_of, restored
from hub_desktop.core.redaction import MASK


@pytest.mark.parametrize(
    ("reason", "cause"),
    [
        ("Student ID is missing.", "Student ID is missing."),
        ("Date: “31/1/26” is not a date such as 2026-01-31.", "Date: “…” is not a date such as 2026-01-31."),
        ("Marks: “95” is more than “50”, the highest possible.", "Marks: “…” is more than “…”, the highest possible."),
        ("Credits: -3 is less than 0.", "Credits: … is less than 0."),
        ("Semester: 1.5 is not a whole number.", "Semester: … is not a whole number."),
        (
            "Status: “?” is none of present, absent, late, excused, unknown.",
            "Status: “…” is none of present, absent, late, excused, unknown.",
        ),
        ("Name: the text is longer than 200 characters.", "Name: the text is longer than 200 characters."),
    ],
)
def test_a_cause_is_a_reason_without_the_value(reason, cause):
    assert cause_of([reason]) == (cause,)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@given(record=st.dictionaries(st.text(max_size=5), JSON, max_size=5))
def test_a_record_kept_whole_comes_back_as_it_was(record):
    raw = json.dumps(record, ensure_ascii=False)
    if MASK not in raw:
        assert restored(raw) == record


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("{" + "x" * LONGEST_RAW, "only its first 65,536 characters"),
        ('{"a": "' + MASK + '"}', "not kept here"),
        ('"This record cannot be written as JSON."', "not a record"),
        ("[1]", "not a record"),
        ("{broken", "not JSON"),
        ("[" * 50_000, "not JSON"),
    ],
)
def test_what_was_not_kept_whole_is_not_taken_for_the_record(raw, told):
    with pytest.raises(NotReplayableError, match=told):
        restored(raw)
