from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.times import from_text, to_text, utc_now

MOMENTS = st.datetimes(
    datetime(1000, 1, 2),  # noqa: DTZ001 - bounds of the clock face; the zones are drawn apart
    datetime(9999, 12, 30),  # noqa: DTZ001
    timezones=st.integers(-720, 720).map(lambda m: timezone(timedelta(minutes=m))),
)


@given(MOMENTS)
def test_moments_survive_the_disk(moment):
    assert from_text(to_text(moment)) == moment
    assert from_text(to_text(moment)).tzinfo is UTC


@given(MOMENTS, MOMENTS)
def test_the_text_sorts_like_the_moments(one, other):
    assert (to_text(one) < to_text(other)) == (one < other)


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        to_text(datetime(2026, 1, 1))  # noqa: DTZ001
    with pytest.raises(ValueError, match="zone"):
        from_text("2026-01-01T00:00:00")


def test_now_is_aware():
    assert utc_now().tzinfo is UTC
