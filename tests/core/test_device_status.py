"""The words for devices, and the light of an integration that they feed."""

import pytest

from hub_desktop.core.device_status import STATE_WORDS, DeviceState, clock_words, light_of
from hub_desktop.core.errors import ErrorKind, Problem, Remedy
from hub_desktop.core.status import Light, light


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "not known yet"),
        (0.0, "right"),
        (-29.0, "right"),
        (240.0, "4 min ahead"),
        (-61.0, "1 min behind"),
        (3_600.0, "1 h ahead"),
        (-3_900.0, "1 h 5 min behind"),
    ],
)
def test_a_clock_is_told_in_minutes(seconds: float | None, words: str) -> None:
    assert clock_words(seconds) == words


def test_every_state_has_its_word_and_a_light() -> None:
    assert set(STATE_WORDS) == set(DeviceState)
    assert len(set(STATE_WORDS.values())) == len(DeviceState)
    well = {state for state in DeviceState if light_of(state) is Light.ACTIVE}
    assert well == {DeviceState.WELL}
    assert light_of(DeviceState.SILENT) is Light.ATTENTION


def test_what_devices_need_is_said_before_what_was_refused_and_after_errors() -> None:
    said = ("Main gate is silent.", "The clock of Hostel is wrong.", "Another thing.")
    found = light(enabled=True, ever_run=True, devices=said, quarantined=3, drift=["A field is gone."])
    assert (found.light, found.remedy) == (Light.ATTENTION, Remedy.SHOW_DEVICES)
    assert found.reason == "Main gate is silent. 2 more things need a look."
    assert found.detail.splitlines() == list(said)
    assert light(enabled=True, ever_run=True, devices=said[:2]).reason.endswith("1 more thing needs a look.")
    broken = Problem(ErrorKind.CONFIGURATION, "It is broken.", "", Remedy.EDIT)
    assert light(enabled=True, ever_run=True, devices=said, problems=[broken]).light is Light.ERROR
    assert light(enabled=False, ever_run=True, devices=said).light is Light.INACTIVE


def test_what_devices_feed_waits_for_a_punch_and_not_for_a_person() -> None:
    found = light(enabled=True, ever_run=False, pushed=True)
    assert (found.light, found.reason) == (Light.NEVER_RUN, "It waits for the first punch.")
