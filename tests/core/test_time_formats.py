from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.time_formats import (
    check_format,
    check_written_format,
    is_counter,
    read_first,
    read_moment,
    write_moment,
)

AT = datetime(2026, 1, 31, 9, 5, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("time_format", "written"),
    [
        ("iso", "2026-01-31T09:05:07Z"),
        ("date", "2026-01-31"),
        ("epoch", "1769850307"),
        ("epoch-ms", "1769850307000"),
        ("%d/%m/%Y %H:%M:%S", "31/01/2026 09:05:07"),
    ],
)
def test_a_moment_in_every_format(time_format, written):
    assert write_moment(AT, time_format) == written
    assert read_moment(written, time_format).date() == AT.date()


@given(st.integers(min_value=40_000_000, max_value=7_000_000_000))
@pytest.mark.parametrize("time_format", ["iso", "epoch", "epoch-ms", "%Y-%m-%d %H:%M:%S"])
def test_what_is_written_is_read_back_to_the_second(time_format, when):
    moment = datetime.fromtimestamp(when, UTC)
    assert read_moment(write_moment(moment, time_format), time_format) == moment


def test_offsets_are_turned_into_utc_and_none_is_taken_as_utc():
    assert read_moment("2026-01-31T14:35:07+05:30", "iso") == AT
    assert read_moment("2026-01-31 09:05:07", "iso") == AT
    assert read_moment(1769850307, "epoch") == AT
    assert read_moment("1769850307.0", "epoch") == AT


@pytest.mark.parametrize(
    "value",
    [None, True, [], {}, "", "yesterday", "0000-00-00", "0001-01-01T00:00+05:30", float("nan"), float("inf"), 1e300],
)
@pytest.mark.parametrize("time_format", ["iso", "date", "epoch", "epoch-ms", "%d/%m/%Y"])
def test_what_is_no_time_is_refused(value, time_format):
    with pytest.raises(ValueError):  # noqa: PT011 - the sentence is the caller's
        read_moment(value, time_format)


@pytest.mark.parametrize("written", ["iso", "date", "epoch", "epoch-ms", "number", "text", "%d/%m/%Y", "%Y%m%d%H%M%S"])
def test_known_formats(written):
    assert check_format(written) == written


@pytest.mark.parametrize("written", ["", "ISO", "dd/mm/yyyy", "%d/%m", "%H:%M", "%Q", "%"])
def test_unknown_formats_are_refused_naming_those_there_are(written):
    with pytest.raises(ValueError, match="epoch-ms"):
        check_format(written)


@pytest.mark.parametrize("written", ["iso", "epoch-ms", "%Y", "%d.%m.", "year %Y-%j"])
def test_a_moment_may_be_written_in_part(written):
    assert check_written_format(written) == written
    assert write_moment(AT, written)


@pytest.mark.parametrize("written", ["number", "text", "%", "%Q", "today"])
def test_what_writes_no_moment_is_refused(written):
    with pytest.raises(ValueError, match="is not a time format"):
        check_written_format(written)


def test_numbers_and_texts_are_no_times():
    assert [is_counter(one) for one in ("number", "text", "iso", "%d/%m/%Y")] == [True, True, False, False]


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("90 days", AT - timedelta(days=90)),
        ("1 week", AT - timedelta(days=7)),
        ("2 Years", AT - timedelta(days=732)),
        ("2024-06-01", datetime(2024, 6, 1, tzinfo=UTC)),
    ],
)
def test_a_first_start_is_a_date_or_a_span(written, moment):
    assert read_first(written, AT) == moment


@pytest.mark.parametrize("written", ["", "soon", "days", "01/06/2024", "-3 days", "9999 years", "99999 years"])
def test_any_other_first_start_is_refused(written):
    with pytest.raises(ValueError, match="90 days"):
        read_first(written, AT)
