"""“20-Oct” among “20-30%” is told; dates among dates are not."""

import csv
import gzip
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.value_shapes import DamageWatch

OULAD = Path(__file__).parents[1] / "data" / "oulad"


def warned(records: list[object], size: int = 1_000) -> tuple[str, ...]:
    watch = DamageWatch()
    for start in range(0, len(records), size):
        watch.take(records[start : start + size])
    return watch.warnings()


def rows(name: str) -> Iterator[dict[str, str]]:
    with gzip.open(OULAD / f"{name}.csv.gz", "rb") as file:
        yield from csv.DictReader(io.TextIOWrapper(file, encoding="utf-8", newline=""))


def test_the_file_that_was_opened_in_a_spreadsheet_is_told() -> None:
    records: list[object] = list(rows("studentInfo.excel-damaged.excerpt"))
    damaged = sum(row["imd_band"] == "20-Oct" for row in rows("studentInfo.excel-damaged.excerpt"))
    assert damaged > 100
    (said,) = warned(records)
    assert said.startswith(f"“imd_band”: {damaged:,} of ")
    assert "“20-Oct”" in said
    assert "Ask for the file as the system exported it" in said


def test_the_same_table_undamaged_is_not() -> None:
    assert warned(list(rows("studentInfo"))) == ()


@pytest.mark.parametrize("day", ["20-Oct", "2-jan", "Oct-20", "SEP-2020", "05-Mar"])
def test_what_excel_makes_of_a_pair(day: str) -> None:
    assert len(warned([{"band": "10-20"}] * 30 + [{"band": day}] * 3)) == 1


@pytest.mark.parametrize(
    "values",
    [
        ["20-Oct"] * 50,
        ["10-20"] * 9 + ["20-Oct"],
        ["10-20"] * 30 + ["word"] * 5 + ["20-Oct"],
        ["2026-10-20"] * 50 + ["20-Oct"],
        ["10-20"] * 50,
        ["10-20"] * 20 + ["20-Oct"] * 30,
        [""] * 50,
    ],
)
def test_other_columns_are_left_alone(values: list[str]) -> None:
    assert warned([{"band": value} for value in values]) == ()


def test_what_is_no_table_is_left_alone() -> None:
    assert warned([1, None, "x", {"a": None, "b": 3, "c": ["10-20"]}]) == ()


@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.one_of(st.none(), st.text(), st.integers())), max_size=50))
def test_any_records_can_be_looked_at(records: list[dict[str, object]]) -> None:
    assert isinstance(warned(list(records), 7), tuple)
