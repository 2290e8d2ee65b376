"""What a person wants to be told of, and the pause of what runs by itself."""

from datetime import timedelta

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import ConfigurationError, NotAllowedError
from hub_desktop.core.events import NotificationsChanged
from hub_desktop.core.integration import read_integration
from hub_desktop.core.notifications import NotificationSettings, Worth
from hub_desktop.core.status import Light
from hub_desktop.core.times import to_text, utc_now
from hub_desktop.hub.notifications import PAUSE, PAUSED_UNTIL

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
IT = Actor("Ravi", Role.IT_STAFF, Face.WINDOW)
VIEWER = Actor("V", Role.VIEWER, Face.WINDOW)


def test_settings_are_kept_and_told(hub):
    told = []
    hub.events.subscribe(told.append)
    assert hub.notifications.settings() == NotificationSettings()
    hub.notifications.change(PRINCIPAL, {"of": "errors", "quiet": True})
    hub.notifications.change(PRINCIPAL, {"quietFrom": "21:00"})
    assert hub.notifications.settings() == NotificationSettings(of=Worth.ERRORS, quiet=True, quiet_from="21:00")
    assert told == [NotificationsChanged(), NotificationsChanged()]
    [newest, *_] = hub.audit.latest(PRINCIPAL)
    assert "quiet_from: 21:00" in newest.detail


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ({"quietFrom": "late"}, "quietFrom"),
        ({"quiet": True, "quietFrom": "07:30"}, ""),
        ({"of": "some"}, "of"),
        ({"quietTo": "08:00"}, "quietTo"),
    ],
)
def test_what_cannot_be_is_refused_in_words(hub, written, field):
    with pytest.raises(ConfigurationError) as refused:
        hub.notifications.change(PRINCIPAL, written)
    assert refused.value.field == field
    assert refused.value.sentence.endswith((".", "?"))


def test_who_may_not_is_refused(hub):
    with pytest.raises(NotAllowedError):
        hub.notifications.change(IT, {"quiet": True})
    with pytest.raises(NotAllowedError):
        hub.notifications.pause(VIEWER, on=True)


def test_a_pause_lasts_an_hour_and_ends(hub):
    assert hub.notifications.paused_until() is None
    until = hub.notifications.pause(IT, on=True)
    assert hub.notifications.paused_until() == until
    hub.notifications.pause(IT, on=False)
    assert hub.notifications.paused_until() is None


def test_a_pause_that_is_over_or_lies_beyond_any_is_none(hub):
    for at in (utc_now() - timedelta(minutes=1), utc_now() + PAUSE + timedelta(minutes=5)):
        hub.storage.set_setting(PRINCIPAL, PAUSED_UNTIL, to_text(at))
        assert hub.notifications.paused_until() is None


def test_nothing_is_promised_for_the_time_of_a_pause(hub, add):
    number = add()
    assert hub.overview.one(PRINCIPAL, number).next_words == "in a moment"
    until = hub.notifications.pause(IT, on=True)
    view = hub.overview.one(PRINCIPAL, number)
    assert view.next_run == until
    assert view.next_words != "in a moment"
    hub.notifications.pause(IT, on=False)
    assert hub.overview.one(PRINCIPAL, number).next_words == "in a moment"


@pytest.mark.usefixtures("quick_retries")
def test_a_retry_that_a_pause_puts_off_says_when_it_is(hub, sample, college):
    number = hub.integrations.add(PRINCIPAL, read_integration(sample("lms"))).integration_id
    college.set_fault("lms", "down")
    hub.syncs.run(PRINCIPAL, number)
    assert hub.overview.one(PRINCIPAL, number).status.light is Light.WAITING
    until = hub.notifications.pause(IT, on=True)
    view = hub.overview.one(PRINCIPAL, number)
    assert view.status.retry_at == view.next_run == until
