"""Words, remedies and incidents: what needs no window."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from hub_desktop.core.errors import Remedy
from hub_desktop.core.events import CaughtUp, MissedRuns
from hub_desktop.core.integration import read_integration
from hub_desktop.core.notifications import NotificationSettings, Worth
from hub_desktop.core.status import Light, Status
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.ui.incidents import Incidents
from hub_desktop.ui.remedies import USE_CASES, Action, offer
from hub_desktop.ui.style.icons import LIGHT_ICONS
from hub_desktop.ui.style.tokens import DARK, LIGHT, Colours
from hub_desktop.ui.words import caught_up_words, data_type_counts, duration, exact, upcoming, when

NOON = datetime(2026, 11, 23, 12, 0).astimezone()
CONFIG = read_integration({"name": "ERP", "baseUrl": "https://erp.example", "apiKey": "k" * 8}).integration


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (None, "never"),
        (NOON - timedelta(seconds=20), "just now"),
        (NOON + timedelta(seconds=20), "in a moment"),
        (NOON - timedelta(hours=2, minutes=48), "today 09:12"),
        (NOON + timedelta(minutes=42), "today 12:42"),
        (NOON - timedelta(days=1), "yesterday 12:00"),
        (NOON + timedelta(days=1), "tomorrow 12:00"),
        (NOON - timedelta(days=3), "Fri 12:00"),
        (NOON - timedelta(days=11), "12 Nov 2026"),
    ],
)
def test_times_are_told_as_people_say_them(moment: datetime | None, said: str) -> None:
    assert when(moment, NOON) == said
    assert when(moment.astimezone(UTC) if moment else None, NOON.astimezone(UTC)) == said


def test_what_is_overdue_comes_in_a_moment() -> None:
    assert upcoming(NOON - timedelta(hours=1), NOON) == "in a moment"
    assert upcoming(NOON + timedelta(hours=1), NOON) == "today 13:00"


def test_exact_times_have_seconds_and_zone() -> None:
    assert exact(NOON).startswith("Monday 23 November 2026, 12:00:00 (UTC")
    assert exact(None) == ""


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.2, "less than a second"),
        (1, "1 second"),
        (12.4, "12 seconds"),
        (60, "1 min"),
        (200, "3 min 20 s"),
        (3900, "1 h 5 min"),
    ],
)
def test_durations(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_counts_come_in_the_order_of_the_data_types() -> None:
    assert data_type_counts({"marks": 1, "students": 1412, "faculty": 36, "subjects": 0}) == (
        "1,412 students, 36 faculty, 1 mark"
    )
    assert data_type_counts({}) == ""


@pytest.mark.parametrize("remedy", list(Remedy))
@pytest.mark.parametrize("light", [Light.ERROR, Light.ATTENTION, Light.WAITING, Light.INACTIVE, Light.NEVER_RUN])
def test_every_trouble_offers_a_button(light: Light, remedy: Remedy) -> None:
    found = offer(Status(light, "Why.", remedy=remedy))
    assert found is not None
    assert found.words
    assert found.action in USE_CASES


def test_nothing_is_offered_where_all_is_well() -> None:
    assert offer(Status(Light.ACTIVE)) is None
    assert offer(Status(Light.SYNCING)) is None
    assert set(USE_CASES) == set(Action)


def _view(light: Light, number: int = 1, name: str = "ERP") -> IntegrationView:
    config = CONFIG.model_copy(update={"name": name})
    return IntegrationView(number, 1, "", config, Status(light, "Why."), None, None, None)


MIDNIGHT = NOON.replace(hour=0, minute=30)
QUIET = NotificationSettings(quiet=True)


def test_one_notice_an_incident_and_one_on_recovery() -> None:
    incidents = Incidents()
    assert incidents.heard([_view(Light.ACTIVE)], NOON) == []
    assert [n.broken for n in incidents.heard([_view(Light.ERROR)], NOON)] == [True]
    for light in (Light.SYNCING, Light.ERROR, Light.WAITING, Light.ERROR, Light.ATTENTION):
        assert incidents.heard([_view(light)], NOON) == []
    assert [n.broken for n in incidents.heard([_view(Light.ACTIVE)], NOON)] == [False]
    assert incidents.heard([_view(Light.ACTIVE)], NOON) == []
    assert [n.broken for n in incidents.heard([_view(Light.ERROR)], NOON)] == [True]


def test_what_gets_worse_is_news_again() -> None:
    incidents = Incidents()
    assert incidents.heard([_view(Light.ACTIVE)], NOON) == []
    for light in (Light.ATTENTION, Light.ERROR):
        assert [n.broken for n in incidents.heard([_view(light)], NOON)] == [True]
    for light in (Light.SYNCING, Light.ERROR, Light.WAITING, Light.ATTENTION):
        assert incidents.heard([_view(light)], NOON) == []
    assert [n.broken for n in incidents.heard([_view(Light.ERROR)], NOON)] == [True]
    assert [n.broken for n in incidents.heard([_view(Light.ACTIVE)], NOON)] == [False]


def test_a_light_that_is_not_told_ends_an_incident() -> None:
    incidents = Incidents(NotificationSettings(of=Worth.ERRORS))
    assert incidents.heard([_view(Light.ACTIVE)], NOON) == []
    for _ in range(2):
        assert [n.broken for n in incidents.heard([_view(Light.ERROR)], NOON)] == [True]
        assert incidents.heard([_view(Light.ATTENTION)], NOON) == []
        assert incidents.heard([_view(Light.WAITING)], NOON) == []
    assert [n.broken for n in incidents.heard([_view(Light.ACTIVE)], NOON)] == [False]
    assert incidents.heard([_view(Light.ATTENTION)], NOON) == []
    assert incidents.heard([_view(Light.ACTIVE)], NOON) == []


def test_quiet_hours_tell_how_it_ended_whatever_it_was_before() -> None:
    incidents = Incidents(QUIET)
    assert incidents.heard([_view(Light.ACTIVE)], NOON) == []
    for light in (Light.ERROR, Light.ATTENTION):
        view = _view(light)
        view = replace(view, status=replace(view.status, reason=light.value))
        assert incidents.heard([view], MIDNIGHT) == []
    assert [n.reason for n in incidents.heard([view], NOON)] == ["attention"]


def test_what_was_broken_at_the_start_or_is_switched_off_makes_no_noise() -> None:
    incidents = Incidents()
    assert incidents.heard([_view(Light.ERROR)], NOON) == []
    assert incidents.heard([_view(Light.INACTIVE)], NOON) == []
    assert incidents.heard([], NOON) == []
    assert replace(_view(Light.ACTIVE), quarantined=1).quarantined == 1


def test_what_came_in_quiet_hours_is_told_once_afterwards() -> None:
    incidents = Incidents(QUIET)
    calm = [_view(Light.ACTIVE, number, name) for number, name in ((1, "ERP"), (2, "LMS"), (3, "Library"))]
    assert incidents.heard(calm, NOON) == []
    assert incidents.heard([_view(Light.ERROR, 1, "ERP"), *calm[1:]], NOON) != []
    night = [_view(Light.ACTIVE, 1, "ERP"), _view(Light.ERROR, 2, "LMS"), _view(Light.ERROR, 3, "Library")]
    assert incidents.heard(night, MIDNIGHT) == []
    night[2] = calm[2]
    assert incidents.heard(night, MIDNIGHT) == []
    told = {one.integration: (one.broken, one.passed) for one in incidents.heard(night, NOON)}
    assert told == {"ERP": (False, False), "LMS": (True, False), "Library": (False, True)}
    assert incidents.heard(night, NOON) == []


def test_only_what_is_wanted_is_told() -> None:
    incidents = Incidents(NotificationSettings(of=Worth.ERRORS, recoveries=False))
    assert incidents.heard([_view(Light.ACTIVE)], NOON) == []
    assert incidents.heard([_view(Light.ATTENTION)], NOON) == []
    assert [n.broken for n in incidents.heard([_view(Light.ERROR)], NOON)] == [True]
    assert incidents.heard([_view(Light.ACTIVE)], NOON) == []
    incidents.follow(NotificationSettings(of=Worth.ALL))
    # What stood already when it was chosen is no news.
    assert incidents.heard([_view(Light.ATTENTION)], NOON) == []
    incidents.follow(NotificationSettings(of=Worth.NOTHING))
    assert incidents.heard([_view(Light.ACTIVE)], NOON) == []
    assert incidents.heard([_view(Light.ERROR)], NOON) == []


@pytest.mark.parametrize(
    ("begins", "ends", "at", "quiet"),
    [
        ("20:00", "07:30", (20, 0), True),
        ("20:00", "07:30", (7, 29), True),
        ("20:00", "07:30", (7, 30), False),
        ("12:00", "13:00", (12, 59), True),
        ("12:00", "13:00", (13, 0), False),
        ("12:00", "13:00", (3, 0), False),
    ],
)
def test_quiet_hours_may_go_over_midnight(begins: str, ends: str, at: tuple[int, int], quiet: bool) -> None:
    settings = NotificationSettings(quiet=True, quiet_from=begins, quiet_until=ends)
    assert settings.is_quiet(NOON.replace(hour=at[0], minute=at[1])) is quiet
    assert not NotificationSettings(quiet_from=begins, quiet_until=ends).is_quiet(NOON)


def test_an_absence_is_told_as_people_say_it() -> None:
    at = NOON.replace(hour=9, minute=4)
    runs = (MissedRuns(1, "ERP", 2), MissedRuns(2, "LMS", 1))
    event = CaughtUp(at - timedelta(days=2, hours=14), at - timedelta(minutes=3), at, runs)
    said = caught_up_words(event, NOON)
    assert said == "This PC was off or asleep from Fri 19:04 to today 09:01; 3 runs missed, caught up at 09:04."
    failed = tuple(replace(one, well=False) for one in runs)
    assert caught_up_words(replace(event, runs=failed), NOON).endswith("Not all went well: look at ERP and LMS.")


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_in_both_palettes(colours: Colours) -> None:
    for surface in (colours.surface, colours.window):
        for text in (colours.text, colours.muted, colours.accent, colours.error, *colours.lights.values()):
            assert _contrast(text, surface) >= 4.5, (text, surface)
    assert _contrast(colours.muted, colours.sunken) >= 4.5
    for fill in (colours.accent_fill, colours.accent_hover):
        assert _contrast(colours.on_accent, fill) >= 4.5, fill
    for fill in (colours.info_fill, colours.warning_fill, colours.error_fill, colours.rehearsal_fill):
        assert _contrast(colours.text, fill) >= 4.5


def test_no_two_lights_share_a_shape() -> None:
    assert len(set(LIGHT_ICONS.values())) == len(Light)
