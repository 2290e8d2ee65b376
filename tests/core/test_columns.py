"""Checking whole columns says of every record what checking it alone says."""

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hub_desktop.core.columns import fast_check
from hub_desktop.core.datatypes import DATA_TYPES, Field, FieldKind
from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.validation import Checked, RecordChecker, RefusedValueError, check_value

FIELDS = [field for name in DATA_TYPES for field in DATA_TYPES[name].fields]
OF_A_KIND = {field.kind: field for field in reversed(FIELDS)} | {
    FieldKind.INTEGER: Field("n", "N", "", FieldKind.INTEGER)
}

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.text(max_size=6),
    st.text(alphabet="ab \n\t\r\x00é\u0301\ud800", max_size=4),
    st.sampled_from(
        ["2026-01-31", "31/01/2026", " 2026-01-31 ", "9:30", "09:30 pm", "a@b.in", "present", "P", "x" * 300]
    ),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=2), st.integers(), max_size=1),
)
PLAIN = st.one_of(st.text(alphabet="ABCabc 019.-@", min_size=1, max_size=8), st.integers(0, 99), st.floats(0, 99))
COLUMN = st.one_of(st.lists(ODD, min_size=1, max_size=12), st.lists(PLAIN, min_size=1, max_size=12))


def one_by_one(field: Any, column: list[Any]) -> list[Any]:
    return [check_value(field, value) for value in column]


@pytest.mark.parametrize("kind", FieldKind)
@settings(max_examples=150, deadline=None)
@given(column=COLUMN)
@example(column=["a", "b "])
@example(column=["a", "b\nc"])
@example(column=[True, 1])
@example(column=[2**63, 1])
@example(column=[1.0, None, 2])
@example(column=["", "x"])
@example(column=["é"])
@example(column=["e", "\u0301"])
@example(column=["a", "\u0301 ", "\u3000"])
@example(column=[""])
def test_a_column_passes_as_its_values_do_or_asks_for_a_closer_look(kind, column):
    field = OF_A_KIND[kind]
    fast = fast_check(field, lambda value: check_value(field, value))(column)
    if fast is not None:
        slow = one_by_one(field, column)
        assert fast == slow
        assert [type(value) for value in fast] == [type(value) for value in slow]


@pytest.mark.parametrize(
    ("kind", "column", "values"),
    [
        (FieldKind.TEXT, ["a", None, "b c"], ["a", None, "b c"]),
        (FieldKind.TEXT, [7, 42, 7], ["7", "42", "7"]),
        (FieldKind.TEXT, ["", "a", None], [None, "a", None]),
        (FieldKind.TEXT, ["Nisha Müller", "Śūnya", "李"], ["Nisha Müller", "Śūnya", "李"]),
        (FieldKind.EMAIL, ["a@b.in", None], ["a@b.in", None]),
        (FieldKind.DATE, ["2026-01-31", None], ["2026-01-31", None]),
        (FieldKind.TIME, ["09:30", "9:05"], ["09:30", "09:05"]),
        (FieldKind.NUMBER, [4, 2.5, None], [4.0, 2.5, None]),
        (FieldKind.CHOICE, ["present", "P", None], ["present", "present", None]),
    ],
)
def test_good_columns_take_the_quick_way(kind, column, values):
    field = DATA_TYPES["attendance"].field_named("status") if kind is FieldKind.CHOICE else OF_A_KIND[kind]
    assert fast_check(field, lambda value: check_value(field, value))(column) == values


@pytest.mark.parametrize(
    "column", [["a "], ["a\tb"], ["a", 1], ["x" * 1000], ["e\u0301"], [[1]], [True], ["\u00a0a"], ["a\u2028"]]
)
def test_doubtful_texts_do_not(column):
    field = OF_A_KIND[FieldKind.TEXT]
    assert fast_check(field, lambda value: check_value(field, value))(column) is None


RECORD = st.fixed_dictionaries(
    {},
    optional={
        "studentId": st.one_of(PLAIN, ODD),
        "date": st.one_of(st.just("2026-01-31"), ODD),
        "subject": st.one_of(PLAIN, ODD),
        "period": st.one_of(st.integers(1, 6), ODD),
        "attendance": st.one_of(st.sampled_from(["present", "A", "nonsense"]), ODD),
        "remarks": st.one_of(st.none(), PLAIN, ODD),
    },
)
GOOD = st.fixed_dictionaries(
    {
        "studentId": PLAIN,
        "date": st.just("2026-01-31"),
        "subject": PLAIN,
        "attendance": st.sampled_from(["present", "late", "A"]),
        "remarks": PLAIN,
    }
)
MAPPINGS = st.sampled_from(
    [
        [],
        [{"from": "remarks", "to": "name", "transformations": ["trim", "upper"]}],
        [{"from": "date", "to": "date", "transformations": [{"date": "%Y-%m-%d"}]}],
        [{"from": "max(remarks)", "to": "remarks"}],
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    records=st.lists(st.one_of(GOOD, RECORD, st.just("odd")), min_size=8, max_size=40),
    repeats=st.integers(1, 3),
    mappings=MAPPINGS,
)
def test_a_page_is_judged_as_its_records_are(records, repeats, mappings):
    page = records * repeats
    endpoint = Endpoint.model_validate({"path": "/a", "mappings": mappings})
    together = RecordChecker("attendance", endpoint).check(page)
    alone = RecordChecker("attendance", endpoint)
    alone.mapper.settle(page)
    found = [alone.check([record]) for record in page]
    expected = Checked(
        [values for one in found for values in one.good],
        [refused for one in found for refused in one.refused],
        [warning for one in found for warning in one.warnings],
    )
    assert together.good == expected.good
    assert [refused.reasons for refused in together.refused] == [refused.reasons for refused in expected.refused]
    assert together.warnings == expected.warnings


def test_one_bad_record_costs_the_others_nothing():
    page: list[Any] = [{"studentId": f"S{n}", "date": "2026-01-31", "attendance": "P"} for n in range(20)]
    page[7] = page[7] | {"date": "31/01/2026"}
    checked = RecordChecker("attendance", Endpoint(path="/a")).check(page)
    assert len(checked.good) == 19
    assert [refused.raw for refused in checked.refused] == [page[7]]
    with pytest.raises(RefusedValueError):
        check_value(DATA_TYPES["attendance"].field_named("date"), "31/01/2026")
