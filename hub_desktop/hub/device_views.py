"""How attendance devices are doing, as every face shows it: their clocks, their contacts, and what needs a person."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hub_desktop.core.actor import Actor
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


@dataclass(frozen=True, slots=True)
class DeviceView:
    """Everything that is shown of a device."""

    device: Device
    integration: str
    punches: int
    aside: int
    uploads_today: int
    seconds_ahead: float | None
    """By how much its clock is ahead (behind: negative), None where nothing tells."""
    findings: tuple[HealthFinding, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing about it needs a person."""
        return all(finding.ok for finding in self.findings)


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
        return [self._seen(device, names) for device in mine]

    def one(self, device: Device) -> DeviceView:
        """Return how one device is doing."""
        return self._seen(device, self._integrations.names())

    def _seen(self, device: Device, names: dict[int, str]) -> DeviceView:
        kept, aside = self._devices.counts(device.device_id)
        wall = wall_time(device.zone, self._now())
        today = device.uploads_of_day if device.day == wall.date().isoformat() else 0
        ahead = seconds_ahead(device.lateness)
        findings = tuple(self._findings_of(device, wall, ahead, aside))
        return DeviceView(device, names.get(device.integration_id, ""), kept, aside, today, ahead, findings)

    def needing_a_person(self, actor: Actor) -> list[HealthFinding]:
        """Return what of the devices that this actor may see needs a person, and which unknown ones called."""
        found = [finding for view in self.all(actor) for finding in view.findings if not finding.ok]
        if self._listener().device_push:
            lately = self._now() - _UNKNOWN_TOLD
            found += [_of_unknown(one) for one in self._devices.unknown() if one.last_seen >= lately]
        return found

    def is_open(self, device: Device) -> bool:
        """Tell whether the integration of a device is there and switched on."""
        try:
            config = self._integrations.get(device.integration_id).config
        except NotFoundError:
            return False
        return config.enabled and config.fed_by_devices

    def _rests(self, device: Device) -> bool:
        """Tell whether nobody comes to the device today, because its college is closed."""
        stored = self._integrations.get(device.integration_id)
        return bool(self._calendars.resting(stored.college_id, stored.config))

    def _findings_of(self, device: Device, wall: datetime, ahead: float | None, aside: int) -> list[HealthFinding]:
        if not device.allowed:
            return [HealthFinding(device.name, True, f"{device.name} is blocked.")]
        watch = self.watch()
        found: list[HealthFinding] = []
        last = wall_time(device.zone, device.last_contact) if device.last_contact else None
        # One that was just added may take a while to call.
        heard = last or wall_time(device.zone, device.added_at)
        if not self._listener().device_push:
            found.append(
                HealthFinding(device.name, False, "Device push is switched off in the settings of the listener.")
            )
        elif not self.is_open(device):
            found.append(
                HealthFinding(
                    device.name,
                    False,
                    f"{device.name} pushes into an integration that is switched off or deleted, so its punches are not "
                    "taken. It keeps them. Switch the integration on, or allow the device for another.",
                )
            )
        elif is_stale(heard, wall, watch) and not self._rests(device):
            since = f"since {last:%Y-%m-%d %H:%M}" if last else "yet"
            found.append(
                HealthFinding(
                    device.name,
                    False,
                    f"{device.name} has not been in contact {since}. Look whether it is switched on and connected, "
                    "and whether it pushes to the address of this computer.",
                )
            )
        if ahead is not None and abs(ahead) > watch.drift_minutes * 60:
            found.append(HealthFinding(device.name, False, drift_sentence(device.name, ahead)))
        if device.trouble:
            found.append(HealthFinding(device.name, False, device.trouble))
        if aside:
            found.append(
                HealthFinding(
                    device.name,
                    False,
                    f"{count(aside, 'row')} of {device.name} {'was' if aside == 1 else 'were'} put aside, because they "
                    "cannot be right. See why, and take in those that are.",
                )
            )
        return found or [HealthFinding(device.name, True, f"{device.name} is well.")]


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
