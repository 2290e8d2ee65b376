"""How attendance devices are doing, as every face shows it: their clocks, their contacts, and what needs a person."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from hub_desktop.core.actor import Actor
from hub_desktop.core.device_status import DeviceState
from hub_desktop.core.errors import NotFoundError
from hub_desktop.core.findings import HealthFinding
from hub_desktop.core.listener_settings import ListenerSettings
from hub_desktop.core.punches import DeviceWatch, drift_sentence, is_stale, seconds_ahead
from hub_desktop.core.words import count
from hub_desktop.hub.college_calendars import CollegeCalendars
from hub_desktop.store.devices import Device, DeviceStore, UnknownDevice
from hub_desktop.store.integrations import IntegrationStore
from hub_desktop.store.settings import SettingStore

DEVICE_WATCH = "device-watch"
"""The setting that holds when something about a device is worth a word."""

_UNKNOWN_TOLD = timedelta(days=7)
"""How long somebody is told of an unknown device that called and calls no more."""
_PUSH_OFF = "Device push is switched off, so no device reaches Hub Desktop. Switch it on in the settings."
_LISTENER_OFF = "The listener is switched off, so no device reaches Hub Desktop. Switch it on in the settings."
_ONLY_HERE = "Only this computer can reach the listener, so no device can. Choose its network in the settings."
_NO_DEVICE = "No device may push yet. Type the address of this computer into each device, then allow it."
_Found = tuple[DeviceState, HealthFinding]


class DeviceView(Struct, frozen=True):
    """Everything that is shown of a device."""

    device: Device
    integration: str
    punches: int
    aside: int
    uploads_today: int
    seconds_ahead: float | None
    """By how much its clock is ahead (behind: negative), None where nothing tells."""
    findings: tuple[HealthFinding, ...] = ()
    state: DeviceState = DeviceState.WELL
    punches_today: int = 0
    """Punches made today, as its own clock has it."""

    @property
    def ok(self) -> bool:
        """Whether nothing about it needs a person."""
        return all(finding.ok for finding in self.findings)


class DeviceStanding(Struct, frozen=True):
    """How the devices of one integration are doing, as its card says it."""

    allowed: int
    last_contact: datetime | None
    """When one of them was in contact last."""
    needs: tuple[str, ...] = ()
    """What needs a person, a sentence each, the weightiest first."""


class _Rules(Struct, frozen=True):
    """By what devices are judged, read once for all of them."""

    watch: DeviceWatch
    push: bool
    taken: frozenset[int]
    """The integrations that take punches in."""
    resting: frozenset[int] = frozenset()
    """Those to which nobody comes today, because their college is closed."""


class DeviceViews:
    """Looks at devices; changes nothing."""

    def __init__(
        self,
        *,
        devices: DeviceStore,
        integrations: IntegrationStore,
        settings: SettingStore,
        listener: Callable[[], ListenerSettings],
        now: Callable[[], datetime],
        calendars: CollegeCalendars,
    ) -> None:
        self._devices = devices
        self._integrations = integrations
        self._settings = settings
        self._listener = listener
        self._now = now
        self._calendars = calendars

    def watch(self) -> DeviceWatch:
        """Return when something about a device is worth a word."""
        return DeviceWatch.model_validate(self._settings.get(DEVICE_WATCH, {}))

    def all(self, actor: Actor) -> list[DeviceView]:
        """Return the devices this actor may see, by name."""
        names, colleges = self._integrations.names(), self._integrations.colleges_of()
        mine = [one for one in self._devices.all() if actor.may_see(colleges.get(one.integration_id, -1))]
        rules = self._rules(mine)
        return [self._seen(device, names, rules) for device in mine]

    def one(self, device: Device) -> DeviceView:
        """Return how one device is doing."""
        return self._seen(device, self._integrations.names(), self._rules([device]))

    def _seen(self, device: Device, names: dict[int, str], rules: _Rules) -> DeviceView:
        kept, aside = self._devices.counts(device.device_id)
        wall = wall_time(device.zone, self._now())
        today = device.uploads_of_day if device.day == wall.date().isoformat() else 0
        ahead = seconds_ahead(device.lateness)
        found = _findings_of(device, wall, ahead, aside, rules)
        return DeviceView(
            device,
            names.get(device.integration_id, ""),
            kept,
            aside,
            today,
            ahead,
            tuple(finding for _, finding in found),
            found[0][0],
            self._devices.punches_on(device, wall.date()),
        )

    def standing(self, integration_ids: Collection[int]) -> dict[int, DeviceStanding]:
        """Return how the devices of these integrations are doing; they are switched on and fed by devices."""
        if not integration_ids:
            return {}
        allowed = [one for one in self._devices.all() if one.allowed]
        aside, listener = self._devices.aside_counts(), self._listener()
        unknown = _of_unknown_ones(len(self._unknown_lately()))
        taken, now = frozenset(integration_ids), self._now()
        rules = _Rules(self.watch(), listener.device_push, taken, self._resting(taken))
        found: dict[int, DeviceStanding] = {}
        for number in integration_ids:
            mine = [one for one in allowed if one.integration_id == number]
            contacts = [one.last_contact for one in mine if one.last_contact is not None]
            if not (listener.on and listener.device_push):
                needs: tuple[str, ...] = (_PUSH_OFF if listener.on else _LISTENER_OFF,)
            elif not (listener.open_to_network or contacts or unknown):
                needs = (_ONLY_HERE,)
            elif not mine:
                needs = unknown or (_NO_DEVICE,)
            else:
                said = [line for one in mine for line in _needs_of(one, now, aside.get(one.device_id, 0), rules)]
                needs = (*said, *unknown)
            found[number] = DeviceStanding(len(mine), max(contacts, default=None), needs)
        return found

    def _rules(self, devices: Collection[Device]) -> _Rules:
        by_integration = {one.integration_id: one for one in devices}
        taken = frozenset(number for number, one in by_integration.items() if self.is_open(one))
        return _Rules(self.watch(), self._listener().device_push, taken, self._resting(taken))

    def _resting(self, integration_ids: Collection[int]) -> frozenset[int]:
        stored = map(self._integrations.get, integration_ids)
        return frozenset(one.integration_id for one in stored if self._calendars.resting(one.college_id, one.config))

    def _unknown_lately(self) -> list[UnknownDevice]:
        lately = self._now() - _UNKNOWN_TOLD
        return [one for one in self._devices.unknown() if one.last_seen >= lately]

    def needing_a_person(self, actor: Actor) -> list[HealthFinding]:
        """Return what of the devices that this actor may see needs a person, and which unknown ones called."""
        found = [finding for view in self.all(actor) for finding in view.findings if not finding.ok]
        if self._listener().device_push:
            found += [_of_unknown(one) for one in self._unknown_lately()]
        return found

    def is_open(self, device: Device) -> bool:
        """Tell whether the integration of a device is there and switched on."""
        try:
            config = self._integrations.get(device.integration_id).config
        except NotFoundError:
            return False
        return config.enabled and config.fed_by_devices


def _needs_of(device: Device, now: datetime, aside: int, rules: _Rules) -> list[str]:
    found = _findings_of(device, wall_time(device.zone, now), seconds_ahead(device.lateness), aside, rules)
    return [finding.sentence for _, finding in found if not finding.ok]


def _findings_of(device: Device, wall: datetime, ahead: float | None, aside: int, rules: _Rules) -> list[_Found]:
    """Return what there is to say of a device, never nothing; the first names its state."""
    if not device.allowed:
        return [(DeviceState.BLOCKED, HealthFinding(device.name, True, f"{device.name} is blocked."))]
    watch = rules.watch
    found: list[tuple[DeviceState, str]] = []
    last = wall_time(device.zone, device.last_contact) if device.last_contact else None
    # One that was just added may take a while to call.
    heard = last or wall_time(device.zone, device.added_at)
    if not rules.push:
        found.append((DeviceState.PUSH_OFF, "Device push is switched off in the settings of the listener."))
    elif device.integration_id not in rules.taken:
        found.append((DeviceState.NOT_TAKEN, _not_taken(device.name)))
    elif is_stale(heard, wall, watch) and device.integration_id not in rules.resting:
        found.append((DeviceState.SILENT, _silent(device.name, last)))
    if ahead is not None and abs(ahead) > watch.drift_minutes * 60:
        found.append((DeviceState.WRONG_CLOCK, drift_sentence(device.name, ahead)))
    if device.trouble:
        found.append((DeviceState.REFUSED, device.trouble))
    if aside:
        found.append((DeviceState.PUT_ASIDE, _put_aside(device.name, aside)))
    if not found:
        state = DeviceState.WAITING if last is None else DeviceState.WELL
        return [(state, HealthFinding(device.name, True, f"{device.name} is well."))]
    return [(state, HealthFinding(device.name, False, sentence)) for state, sentence in found]


def _not_taken(name: str) -> str:
    return (
        f"{name} pushes into an integration that is switched off or deleted, so its punches are not taken. It keeps "
        "them. Switch the integration on, or allow the device for another."
    )


def _silent(name: str, last: datetime | None) -> str:
    return (
        f"{name} has not been in contact {f'since {last:%Y-%m-%d %H:%M}' if last else 'yet'}. Look whether it is "
        "switched on and connected, and whether it pushes to the address of this computer."
    )


def _put_aside(name: str, rows: int) -> str:
    return (
        f"{count(rows, 'row')} of {name} {'was' if rows == 1 else 'were'} put aside, because they cannot be right. See "
        "why, and take in those that are."
    )


def _of_unknown_ones(number: int) -> tuple[str, ...]:
    if not number:
        return ()
    who = "An unknown device" if number == 1 else f"{number:,} unknown devices"
    return (f"{who} tried to connect. Allow {'it if it is' if number == 1 else 'those that are'} yours.",)


def _of_unknown(one: UnknownDevice) -> HealthFinding:
    return HealthFinding(
        "Unknown device",
        False,
        f"A device with the serial number {one.serial} tried to connect from {one.address} "
        f"({count(one.times, 'time')}). Allow it if it is yours.",
    )


def wall_time(zone: str, moment: datetime) -> datetime:
    """Return what a clock on the wall shows at that moment, without a zone."""
    return moment.astimezone(ZoneInfo(zone) if zone else None).replace(tzinfo=None)


def zone_offset(zone: str, moment: datetime) -> timedelta:
    """Return by how much the time of a zone is before that of Greenwich at that moment; empty: this computer's zone."""
    return moment.astimezone(ZoneInfo(zone) if zone else None).utcoffset() or timedelta()
