from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.endpoint import Incremental
from hub_desktop.core.templates import fill, fill_json
from hub_desktop.upstream.windows import Cursor, Window, placeholders, windows

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def incremental(**written: Any) -> Incremental:
    return Incremental.model_validate(written)


def day(number: int) -> datetime:
    return NOW - timedelta(days=number)


def test_without_incremental_there_is_one_window_without_bounds():
    assert windows(None, "2026-01-01", NOW) == [Window()]


def test_the_first_sync_begins_where_it_is_told_or_with_everything():
    assert windows(incremental(), None, NOW) == [Window(None, NOW)]
    assert windows(incremental(first="30 days"), None, NOW) == [Window(day(30), NOW)]


def test_later_ones_begin_at_the_cursor_less_the_look_back():
    given_cursor = day(2).isoformat()
    assert windows(incremental(first="30 days"), given_cursor, NOW) == [Window(day(2), NOW)]
    looking_back = windows(incremental(lookBack=60), given_cursor, NOW)
    assert looking_back == [Window(day(2) - timedelta(hours=1), NOW)]


def test_a_time_of_the_upstream_in_the_future_is_not_waited_for():
    assert windows(incremental(field="modified"), day(-3).isoformat(), NOW) == [Window(NOW, NOW)]


def test_after_the_clock_of_this_pc_was_set_back_all_is_read_once():
    ahead = day(-3).isoformat()
    assert windows(incremental(), ahead, NOW) == [Window(None, NOW)]
    assert windows(incremental(first="30 days"), ahead, NOW) == [Window(day(30), NOW)]
    sliced = incremental(field="modified", first="30 days", sliceDays=30)
    assert windows(sliced, ahead, NOW) == [Window(day(30), NOW)]


def test_records_that_never_changed_leave_a_cursor_to_go_on_from():
    settings = incremental(field="modified", lookBack=60)
    text = noted(settings, ["0001-01-01T00:00:00Z"]).text()
    (window,) = windows(settings, text, NOW)
    assert isinstance(window.start, datetime)
    assert fill("{cursor}", placeholders(settings, window)) == "0001-01-01T00:00:00Z"


@given(days=st.integers(1, 60), size=st.integers(1, 40))
def test_slices_cover_the_time_without_gap_or_overlap(days, size):
    found = windows(incremental(first=f"{days} days", sliceDays=size), None, NOW)
    assert found[0].start == day(days)
    assert found[-1].end == NOW
    assert [w.end for w in found[:-1]] == [w.start for w in found[1:]]
    assert [w.last for w in found] == [False] * (len(found) - 1) + [True]
    assert all(w.end - w.start <= timedelta(days=size) for w in found)


def test_counters_are_no_times():
    number = incremental(format="number", field="version")
    assert windows(number, "812", NOW) == [Window("812")]
    assert windows(number, None, NOW) == [Window(None)]
    assert windows(incremental(format="number", field="v", first="5"), None, NOW) == [Window("5")]


def test_the_request_gets_its_bounds_in_the_format_of_the_upstream():
    settings = incremental(format="%d/%m/%Y", first="2026-11-20")
    values = placeholders(settings, windows(settings, None, NOW)[0])
    assert fill("{cursor} {run.window_start} {run.window_end|epoch}", values) == "20/11/2026 20/11/2026 1795510800"


@pytest.mark.parametrize(("kept", "number"), [("812", 812), ("2.25", 2.25), (str(2**60 + 1), 2**60 + 1)])
def test_a_counter_stays_a_number_in_a_json_body(kept, number):
    settings = incremental(format="number", field="version")
    values = placeholders(settings, windows(settings, kept, NOW)[0])
    assert fill_json({"after": "{cursor}"}, values) == {"after": number}
    assert fill("{cursor}", values) == kept


def noted(settings: Incremental, values: list[Any], window: Window | None = None) -> Cursor:
    cursor = Cursor(settings, window or Window(None, NOW), NOW)
    cursor.note([{"modified": value} for value in values])
    return cursor


@pytest.mark.parametrize(
    ("time_format", "values", "text"),
    [
        ("iso", ["2026-11-20T10:00:00Z", "2026-11-22T10:00:00+05:30", None], "2026-11-22T04:30:00+00:00"),
        ("epoch", [1763629200, "1763629300", 0], "2025-11-20T09:01:40+00:00"),
        ("number", [9, "10", 2**60 + 1, True, None, "x"], str(2**60 + 1)),
        ("number", [1.5, 2.25], "2.25"),
        ("text", ["b", "a", "", 3], "b"),
        ("iso", ["not a time", None], None),
        ("iso", ["0001-01-01T00:00:00+05:30", "9999-12-31T23:59:59-05:00", "2026-11-20"], "2026-11-20T00:00:00+00:00"),
    ],
)
def test_the_cursor_is_the_greatest_value_that_can_be_read(time_format, values, text):
    assert noted(incremental(format=time_format, field="modified"), values).text() == text


def test_values_far_in_the_future_are_left_aside():
    cursor = noted(incremental(field="modified"), ["2026-11-23", "2099-01-01"])
    assert cursor.text() == "2026-11-23T00:00:00+00:00"
    assert (cursor.seen, cursor.usable) == (2, 1)


def test_without_a_field_the_cursor_is_the_end_of_the_window():
    assert Cursor(incremental(), Window(day(2), NOW), NOW).text() == NOW.isoformat()
    sliced = Cursor(incremental(first="9 days", sliceDays=2, field="modified"), Window(day(9), day(7)), NOW)
    sliced.note([{"modified": "2026-11-23"}])
    assert sliced.text() == day(7).isoformat()


def test_only_records_in_ascending_order_move_the_cursor_page_by_page():
    value = [{"modified": "2026-11-19"}, {"modified": "2026-11-20"}]
    for written, moves in (({"order": "ascending"}, True), ({}, False)):
        cursor = Cursor(incremental(field="modified", **written), Window(None, NOW), NOW)
        cursor.note(value)
        assert (cursor.page_text() is not None) is moves
    for written, one_pass in (({}, False), ({"sliceDays": 2, "first": "9 days"}, True)):
        settings = incremental(field="modified", order="ascending", **written)
        cursor = Cursor(settings, Window(None, NOW), NOW, one_pass=one_pass)
        cursor.note(value)
        assert cursor.page_text() is None


def page_cursor(*days: int) -> str | None:
    cursor = Cursor(incremental(field="modified", order="ascending"), Window(None, NOW), NOW)
    cursor.note([{"modified": f"2026-11-{day:02d}T00:00:00Z"} for day in days])
    return cursor.page_text()


def test_a_page_leaves_the_cursor_before_its_greatest_value_of_which_more_may_follow():
    assert page_cursor(3, 5, 5) == "2026-11-03T00:00:00+00:00"
    assert page_cursor(5, 5, 5) is None
    assert page_cursor() is None


def test_records_that_break_the_promised_order_wait_for_the_whole_pass():
    assert page_cursor(9, 8, 7) is None
    assert page_cursor(3, 5, 4, 6) is None


def test_what_changed_while_the_pass_ran_is_asked_for_again():
    cursor = noted(incremental(field="modified"), ["2026-11-24T08:59:00Z", "2026-11-24T09:07:00Z"])
    assert cursor.text() == NOW.isoformat()


@given(st.lists(st.integers(0, 1_790_000_000), max_size=20))
def test_the_kept_text_is_read_back_to_the_same_moment(values):
    settings = incremental(format="epoch", field="modified")
    text = noted(settings, values).text()
    if text is not None:
        start = windows(settings, text, NOW)[0].start
        assert isinstance(start, datetime)
        assert start.timestamp() == max(values)
