"""How an attendance device is doing, in one word that every face shows; the sentences come with it."""

from enum import StrEnum

from hub_desktop.core.status import Light


class DeviceState(StrEnum):
    """The state of a device; of several the first that applies, in this order."""

    UNKNOWN = "unknown"
    BLOCKED = "blocked"
    PUSH_OFF = "push-off"
    NOT_TAKEN = "not-taken"
    """Its integration is switched off or deleted."""
    SILENT = "silent"
    WRONG_CLOCK = "wrong-clock"
    REFUSED = "refused"
    """Its last upload was refused as a whole."""
    PUT_ASIDE = "put-aside"
    WAITING = "waiting"
    """It was allowed and has not been in contact yet."""
    WELL = "well"


STATE_WORDS: dict[DeviceState, str] = {
    DeviceState.UNKNOWN: "Not allowed",
    DeviceState.BLOCKED: "Blocked",
    DeviceState.PUSH_OFF: "Device push is off",
    DeviceState.NOT_TAKEN: "Punches not taken",
    DeviceState.SILENT: "Silent",
    DeviceState.WRONG_CLOCK: "Clock is wrong",
    DeviceState.REFUSED: "Upload refused",
    DeviceState.PUT_ASIDE: "Rows put aside",
    DeviceState.WAITING: "No contact yet",
    DeviceState.WELL: "Well",
}

STATE_LIGHTS: dict[DeviceState, Light] = {
    DeviceState.BLOCKED: Light.INACTIVE,
    DeviceState.PUSH_OFF: Light.INACTIVE,
    DeviceState.WAITING: Light.NEVER_RUN,
    DeviceState.WELL: Light.ACTIVE,
}
"""The light whose shape and colour stand beside the word; the others need attention."""


def light_of(state: DeviceState) -> Light:
    """Return the light whose shape and colour stand beside the word of a state."""
    return STATE_LIGHTS.get(state, Light.ATTENTION)


def clock_words(seconds_ahead: float | None) -> str:
    """Return how a clock stands: `right`, `4 min ahead`, `1 h 5 min behind`, `not known yet`."""
    if seconds_ahead is None:
        return "not known yet"
    minutes = round(abs(seconds_ahead) / 60)
    if not minutes:
        return "right"
    way = "ahead" if seconds_ahead > 0 else "behind"
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min {way}"
    return f"{hours:,} h {rest} min {way}" if rest else f"{hours:,} h {way}"
