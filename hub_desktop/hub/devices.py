"""Attendance devices that push: letting them in, keeping their punches durably, and telling how they are doing."""

import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct
from msgspec.structs import replace

from hub_desktop.core.actor import CLOCK, DEVICES, Actor
from hub_desktop.core.device_address import serial_number
from hub_desktop.core.errors import ConfigurationError, HubError, NotAllowedError, NotFoundError
from hub_desktop.core.events import DevicesChanged
from hub_desktop.core.findings import HealthFinding
from hub_desktop.core.keeping import Keeping
from hub_desktop.core.listener_settings import ListenerSettings, is_on_the_lan
from hub_desktop.core.punches import (
    DeviceWatch,
    Punch,
    PutAside,
    raw_row,
    read_rows,
    time_zone_option,
    why_impossible,
)
from hub_desktop.core.roles import UseCase
from hub_desktop.core.runs import Trigger
from hub_desktop.core.times import utc_now
from hub_desktop.core.words import count, did_you_mean
from hub_desktop.hub.college_calendars import CollegeCalendars
from hub_desktop.hub.device_traffic import DeviceTraffic
from hub_desktop.hub.device_views import DEVICE_WATCH, DeviceView, DeviceViews, wall_time, zone_offset
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.syncs import Syncs
from hub_desktop.store.bookmarks import BookmarkStore
from hub_desktop.store.devices import Device, DeviceStore, UnknownDevice
from hub_desktop.store.integrations import IntegrationStore, StoredIntegration
from hub_desktop.store.punches import AsideRow, PunchStore, Receipt
from hub_desktop.store.settings import SettingStore
from hub_desktop.sync.punch_source import persons_of

LOOK_BACK_DAYS = 30
MOST_LOOK_BACK_DAYS = 3_650
MOST_ASIDE = 50_000
"""Rows put aside of one device, beyond which it is to keep such rows itself."""

_LONGEST_NAME = 80
_LONGEST_TOLD = 60
_ALL = 1_000_000
_LIVE_ROWS = 20
"""An upload of more punches than that is a backlog, and says nothing about the clock."""
_GATHERING_SECONDS = 5.0
"""A busy gate sends a punch a second; so long its attendance is drawn together."""


class DevicePushOffError(NotFoundError):
    """No person has switched device push on."""


class UnknownDeviceError(NotAllowedError):
    """The device is not allowed here, or calls from outside of the college's own network."""


class TooManyUploadsError(HubError):
    """A device sends more than anybody could punch."""


class UploadTooLargeError(ConfigurationError):
    """A device sends more rows at once than are taken."""


class Greeting(Struct, frozen=True):
    """What a device is told when it greets."""

    stamp: str
    time_zone: str


class Devices:
    """The use cases of attendance devices."""

    def __init__(
        self,
        gate: Gate,
        *,
        devices: DeviceStore,
        punches: PunchStore,
        integrations: IntegrationStore,
        bookmarks: BookmarkStore,
        settings: SettingStore,
        listener: Callable[[], ListenerSettings],
        syncs: Syncs,
        events: EventStream,
        calendars: CollegeCalendars,
        keeping: Callable[[int], Keeping],
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._gate = gate
        self._devices = devices
        self._punches = punches
        self._integrations = integrations
        self._bookmarks = bookmarks
        self._settings = settings
        self._listener = listener
        self._syncs = syncs
        self._events = events
        self._keeping = keeping
        self._now = now
        self._traffic = DeviceTraffic()
        self._views = DeviceViews(
            devices=devices,
            integrations=integrations,
            settings=settings,
            listener=listener,
            calendars=calendars,
            now=now,
        )
        self._lock = threading.Lock()
        self._planned: dict[int, float] = {}
        self._cleaned: datetime | None = None

    # -- the devices themselves ------------------------------------------------------------------------------------

    def greet(self, serial: str, address: str, *, push_version: str = "", firmware: str = "") -> Greeting:
        """Answer a device that starts: how far it has come, and in which zone its clock is to be.

        Raises DevicePushOffError while device push is off, UnknownDeviceError for a device that is not allowed.
        """
        device = self._known(UseCase.DEVICE_CONTACT, serial, address)
        self._contacted(device, address, push_version=push_version, firmware=firmware, always=True)
        return Greeting(device.stamp, time_zone_option(zone_offset(device.zone, self._now())))

    def contact(self, serial: str, address: str, *, firmware: str = "") -> None:
        """Hear that a device lives, from a call that brings no punches; raises as `greet` does."""
        self._contacted(self._known(UseCase.DEVICE_CONTACT, serial, address), address, firmware=firmware)

    def receive(self, serial: str, address: str, body: bytes, *, stamp: str = "") -> Receipt:
        """Keep an upload of punches durably, and ask for the run that draws attendance from them.

        Raises as `greet` does, TooManyUploadsError for a device that sends without end, and ConfigurationError for an
        upload with too many rows. Whatever is raised, nothing was kept and the device may send it again.
        """
        device = self._known(UseCase.RECEIVE_PUNCHES, serial, address)
        if not self._traffic.may_upload(device.serial):
            raise TooManyUploadsError(
                f"{device.name} sends more uploads than can be punches. Look whether it repeats one without end."
            )
        with self._gate.use(DEVICES, UseCase.RECEIVE_PUNCHES, f"device {device.serial}") as act:
            stored = self._gate.integration(DEVICES, device.integration_id, act)
            act.subject = f"device {device.serial}"
            now = self._now()
            try:
                judged = self._judged(device, body, now)
            except ValueError as error:
                sentence = f"{device.name} sent {error}. It must send its punches in smaller pieces."
                self._devices.refused(device.serial, sentence)
                raise UploadTooLargeError(sentence) from None
            good, odd = self._without_excluded(stored, *judged)
            if odd and self._devices.counts(device.device_id)[1] >= MOST_ASIDE:
                sentence = (
                    f"{device.name} sends so many rows that cannot be right that no more are taken. Look at its clock, "
                    "and discard what was put aside."
                )
                self._devices.refused(device.serial, sentence)
                raise ConfigurationError(sentence)
            wall = wall_time(device.zone, now)
            told = [*good, *_ahead(odd, wall)]
            live = self._traffic.was_in_contact(device.serial) and 0 < len(told) <= _LIVE_ROWS
            receipt = self._punches.receive(
                device,
                good,
                odd,
                at=now,
                today=wall.date(),
                address=address,
                # With impossible dates among them the device may count by a clock that was wrong.
                stamp=stamp[:_LONGEST_TOLD] if not odd else "",
                lateness=(wall - max(punch.at for punch in told)).total_seconds() if live else None,
            )
            # The device is told that all was taken, or it would send these for ever.
            receipt = replace(receipt, left_out=len(judged[0]) + len(judged[1]) - len(good) - len(odd))
            self._traffic.heard(device.serial)
            act.detail = (
                f"{count(receipt.new, 'new punch', 'new punches')}, {receipt.duplicates:,} that came before, "
                f"{receipt.aside:,} put aside"
            )
        if device.last_contact is None or receipt.aside:
            self._events.emit(DevicesChanged(device.serial))
        if receipt.new or receipt.duplicates:
            # A repeat too: the device may repeat because we failed between keeping the punches and asking for the run.
            self._ask(device.integration_id)
        return receipt

    def refuse_form(self, serial: str, address: str) -> str:
        """Refuse punches in the form of access control devices, which is not read here, so that they are kept there.

        Always raises: as `greet` does, or ConfigurationError.
        """
        device = self._known(UseCase.DEVICE_CONTACT, serial, address)
        sentence = (
            f"{device.name} sends its punches as access control devices do, which is not read here. Switch it to time "
            "attendance (“T&A PUSH”) in its menu."
        )
        self._contacted(device, address)
        self._devices.refused(device.serial, sentence)
        raise ConfigurationError(sentence)

    # -- people ----------------------------------------------------------------------------------------------------

    def all(self, actor: Actor) -> list[DeviceView]:
        """Return the devices this actor may see, by name."""
        with self._gate.use(actor, UseCase.VIEW_DEVICES, "devices"):
            return self._views.all(actor)

    def show(self, actor: Actor, serial: str) -> DeviceView:
        """Return one device; raise NotFoundError, naming a near one, when there is none for this actor."""
        with self._gate.use(actor, UseCase.VIEW_DEVICES, f"device {serial}"):
            return self._views.one(self._mine(actor, serial))

    def unknown(self, actor: Actor) -> list[UnknownDevice]:
        """Return devices that tried to connect and are not allowed, the last one first."""
        with self._gate.use(actor, UseCase.VIEW_DEVICES, "unknown devices"):
            self._flush_unknown()
            return self._devices.unknown()

    def allow(
        self,
        actor: Actor,
        serial: str,
        integration_id: int,
        *,
        name: str | None = None,
        zone: str | None = None,
        look_back_days: int | None = None,
    ) -> DeviceView:
        """Let a device push into an integration; what is not given stays as it is.

        `zone` is that of its clock, such as Asia/Kolkata (empty: this computer's); punches older than
        `look_back_days` before the day it was added are put aside. Rows put aside are judged anew by it.
        """
        with self._gate.use(actor, UseCase.MANAGE_DEVICES, f"device {serial}") as act:
            stored = self._gate.integration(actor, integration_id, act)
            number = _serial(serial)
            act.subject = f"device {number}"
            if not stored.config.fed_by_devices:
                raise ConfigurationError(
                    f"{stored.name} asks a server, and no device can push into it. Add an integration whose address is "
                    "devices://iclock.",
                    field="integration",
                )
            before = self._devices.find(number)
            if before is not None and not self._may_see(actor, before):
                raise NotAllowedError("This device belongs to another college. Ask a colleague who is there for both.")
            device = self._devices.keep(
                number,
                integration_id,
                name=_name(name) if name is not None else before.name if before else "",
                zone=_zone(zone) if zone is not None else before.zone if before else "",
                look_back_days=_days(look_back_days, before),
            )
            self._traffic.forget(number)
            taken = self._judge_aside(device)
            act.detail = f"allowed for {stored.name}" + (f", {taken:,} taken in that were put aside" if taken else "")
            view = self._views.one(device)
        self._events.emit(DevicesChanged(number))
        if taken:
            self._ask(integration_id)
        return view

    def block(self, actor: Actor, serial: str) -> None:
        """Keep a device from pushing; what it sent stays. An unknown one is forgotten until it calls again."""
        with self._gate.use(actor, UseCase.MANAGE_DEVICES, f"device {serial}") as act:
            number = _serial(serial)
            act.subject = f"device {number}"
            if self._devices.find(number) is None and self._devices.forget_unknown(number):
                act.detail = "forgotten"
            else:
                self._devices.set_allowed(self._mine(actor, number).serial, False)
                act.detail = "blocked"
        self._events.emit(DevicesChanged(number))

    def aside(self, actor: Actor, serial: str, limit: int = 200) -> list[AsideRow]:
        """Return rows of a device that were put aside with the reason, the newest first."""
        with self._gate.use(actor, UseCase.VIEW_PERSONAL, f"device {serial}") as act:
            device = self._mine(actor, serial)
            act.detail = "rows put aside"
            return self._punches.aside(device.device_id, limit)

    def take_in(self, actor: Actor, serial: str, numbers: Sequence[int] | None = None) -> int:
        """Take rows in after all that were put aside, by their numbers or all that can be read; return how many."""
        with self._gate.use(actor, UseCase.MANAGE_DEVICES, f"device {serial}") as act:
            device = self._mine(actor, serial)
            taken = self._punches.take_in(device, self._aside_of(device, numbers), self._now())
            act.detail = f"{count(taken, 'row')} taken in that had been put aside"
        self._events.emit(DevicesChanged(device.serial))
        self._ask(device.integration_id)
        return taken

    def discard(self, actor: Actor, serial: str, numbers: Sequence[int] | None = None) -> int:
        """Delete rows that were put aside, by their numbers or all of them; return how many."""
        with self._gate.use(actor, UseCase.MANAGE_DEVICES, f"device {serial}") as act:
            device = self._mine(actor, serial)
            gone = self._punches.discard(device, self._aside_of(device, numbers))
            act.detail = f"{count(gone, 'row')} discarded that had been put aside"
        self._events.emit(DevicesChanged(device.serial))
        return gone

    def watch(self) -> DeviceWatch:
        """Return when something about a device is worth a word."""
        return self._views.watch()

    def change_watch(self, actor: Actor, watch: DeviceWatch) -> None:
        """Change when something about a device is worth a word."""
        with self._gate.use(actor, UseCase.CHANGE_SETTINGS, DEVICE_WATCH) as act:
            if actor.college_ids is not None:
                raise NotAllowedError("This concerns all colleges. Ask a colleague whose account is for all of them.")
            act.detail = str(watch.written())
            self._settings.set(DEVICE_WATCH, watch.written())

    def findings(self, actor: Actor) -> list[HealthFinding]:
        """Return what needs a person: devices that are silent or wrong in their time, and unknown ones."""
        with self._gate.use(actor, UseCase.VIEW_DEVICES, "devices"):
            return self._views.needing_a_person(actor)

    def health(self) -> list[HealthFinding]:
        """Return the same for all colleges, for whoever looks after this computer; one word where all is well."""
        found = self._views.needing_a_person(DEVICES)
        if found:
            return found
        allowed = sum(device.allowed for device in self._devices.all())
        sentence = f"{count(allowed, 'device')} that may push {'is' if allowed == 1 else 'are'} well."
        return [HealthFinding("Devices", True, sentence)] if allowed else []

    def tick(self) -> None:
        """Ask for the runs that punches still wait for, and once a day let old punches go; the clock calls this."""
        self._flush_unknown()
        waiting = False
        for stored in self._integrations.all():
            failing = stored.retry_at is not None or stored.problems()
            if stored.config.fed_by_devices and stored.config.enabled and not failing and self._waits(stored):
                waiting = True
                self._ask(stored.integration_id, at_once=True)
        now = self._now()
        # No punch goes before attendance was drawn from it.
        if not waiting and (self._cleaned is None or abs(now - self._cleaned) >= timedelta(days=1)):
            self._cleaned = now
            self._punches.expire(now.astimezone().date() - timedelta(days=self.watch().keep_days))

    # -- how it is done --------------------------------------------------------------------------------------------

    def _known(self, use_case: UseCase, written: str, address: str) -> Device:
        """Return the device that calls, or raise; an unknown one is counted, and audited only now and then."""
        if not self._listener().device_push:
            raise DevicePushOffError("Device push is switched off.")
        try:
            serial = serial_number(written)
        except ValueError as error:
            raise UnknownDeviceError(f"This is no device: {error}.") from None
        device = self._devices.find(serial)
        if is_on_the_lan(address) and device is not None and device.allowed and self._views.is_open(device):
            return device
        told = self._traffic.refused(serial, address)
        refusal = UnknownDeviceError(f"The device {serial} is not allowed here. Allow it in Hub Desktop first.")
        if told is not None:
            with self._gate.use(DEVICES, use_case, f"device {serial}"):
                # Where it belongs to somebody already, that is what is wrong, and not that nobody knows it.
                if device is None and self._devices.unknown_called(serial, address, self._now(), told):
                    self._events.emit(DevicesChanged(serial))
                raise refusal
        raise refusal

    def _contacted(self, device: Device, address: str, *, always: bool = False, **known: str) -> None:
        told = {name: _short(value) for name, value in known.items()}
        if self._traffic.heard(device.serial) or always or any(v and v != getattr(device, n) for n, v in told.items()):
            self._devices.contacted(device.serial, self._now(), address, **told)
        if device.last_contact is None:
            self._events.emit(DevicesChanged(device.serial))

    def _flush_unknown(self) -> None:
        for serial, address, times in self._traffic.left():
            if self._devices.find(serial) is None:
                self._devices.unknown_called(serial, address, self._now(), times)

    def _judged(self, device: Device, body: bytes, now: datetime) -> tuple[list[Punch], list[PutAside]]:
        punches, odd = read_rows(body)
        why_not = self._judge(device, now)
        good: list[Punch] = []
        for punch in punches:
            reason = why_not(punch.at)
            if reason:
                odd.append(PutAside(raw_row(punch), reason, punch))
            else:
                good.append(punch)
        return good, odd

    def _without_excluded(
        self, stored: StoredIntegration, good: list[Punch], odd: list[PutAside]
    ) -> tuple[list[Punch], list[PutAside]]:
        """Return the rows without those of persons who are not to be stored."""
        keeping = self._keeping(stored.college_id)
        if not keeping.excluded:
            return good, odd
        pins = sorted({punch.pin for punch in good} | {row.pin for row in odd})
        persons = persons_of(stored.config, pins)
        out = {pin for pin in pins if keeping.names_excluded([pin, persons.get(pin, "")])}
        return [row for row in good if row.pin not in out], [row for row in odd if row.pin not in out]

    def _judge(self, device: Device, received: datetime) -> Callable[[datetime], str]:
        """Return what says why a punch that was received then cannot have been made at a time, empty where it can."""
        watch, wall = self.watch(), wall_time(device.zone, received)
        taken = wall_time(device.zone, device.added_at) - timedelta(days=device.look_back_days)
        # What is past its time already would be let go before anybody saw it.
        earliest = max(taken, wall - timedelta(days=watch.keep_days - 1))
        earliest = earliest.replace(hour=0, minute=0, second=0, microsecond=0)
        return partial(why_impossible, now=wall, earliest=earliest, future_minutes=watch.future_minutes)

    def _judge_aside(self, device: Device) -> int:
        """Take in what is not impossible any more; a punch of the future stays one, for it was when it came."""
        rows = self._punches.aside(device.device_id, limit=_ALL)
        fit = [row for row in rows if row.punch and not self._judge(device, row.received_at)(row.punch.at)]
        return self._punches.take_in(device, fit, self._now()) if fit else 0

    def _aside_of(self, device: Device, numbers: Sequence[int] | None) -> list[AsideRow]:
        rows = self._punches.aside(device.device_id, limit=_ALL)
        if numbers is None:
            return rows
        chosen = [row for row in rows if row.aside_id in set(numbers)]
        for missing in sorted(set(numbers) - {row.aside_id for row in chosen}):
            raise NotFoundError(f"No row {missing} of {device.name} was put aside.")
        return chosen

    def _ask(self, integration_id: int, *, at_once: bool = False) -> None:
        now = time.monotonic()
        with self._lock:
            planned = self._planned.get(integration_id, 0.0)
            if planned > now and not at_once:
                # A run waits already, and takes this along; were it cancelled, the clock asks for another.
                return
            begins = self._planned[integration_id] = now if at_once else max(now, planned + _GATHERING_SECONDS)
        try:
            actor = CLOCK if at_once else DEVICES
            self._syncs.request(actor, integration_id, Trigger.WEBHOOK, not_before=begins)
        except NotFoundError:
            # Deleted at this very moment; the punches are kept.
            return

    def _waits(self, stored: StoredIntegration) -> bool:
        newest = self._punches.newest(stored.integration_id)
        for name, endpoint in stored.config.endpoints.items():
            if endpoint.enabled and newest:
                fingerprint = stored.config.fingerprint(name)
                cursor = self._bookmarks.cursor(stored.integration_id, name, fingerprint)
                if cursor is None or int(cursor) < newest:
                    return True
        return False

    def _may_see(self, actor: Actor, device: Device) -> bool:
        college = self._integrations.colleges_of().get(device.integration_id)
        return college is not None and actor.may_see(college)

    def _mine(self, actor: Actor, written: str) -> Device:
        serial = _serial(written)
        device = self._devices.find(serial)
        if device is None or not self._may_see(actor, device):
            mine = [one.serial for one in self._devices.all() if self._may_see(actor, one)]
            raise NotFoundError(f"There is no device with the serial number {serial}.{did_you_mean(serial, mine)}")
        return device


def _ahead(odd: Sequence[PutAside], wall: datetime) -> list[Punch]:
    """Return punches that were put aside because they lie in the future: they tell the most about a clock."""
    return [one.punch for one in odd if one.punch is not None and one.punch.at > wall]


def _serial(written: str) -> str:
    try:
        return serial_number(written)
    except ValueError as error:
        raise ConfigurationError(f"“{_short(written)}” cannot be right: {error}.", field="serial") from None


def _name(written: str) -> str:
    name = written.strip()
    if len(name) > _LONGEST_NAME or not (name.isprintable() or not name):
        raise ConfigurationError(f"The name of a device is one line of up to {_LONGEST_NAME} characters.", field="name")
    return name


def _zone(written: str) -> str:
    zone = written.strip()
    if not zone:
        return ""
    try:
        return ZoneInfo(zone).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ConfigurationError(
            f"“{_short(zone)}” is no time zone. Usual ones are Asia/Kolkata and Europe/London.", field="zone"
        ) from None


def _days(given: int | None, before: Device | None) -> int:
    if given is None:
        return before.look_back_days if before else LOOK_BACK_DAYS
    if not 0 <= given <= MOST_LOOK_BACK_DAYS:
        raise ConfigurationError(
            f"Punches are taken from 0 to {MOST_LOOK_BACK_DAYS:,} days before a device was added.", field="lookBackDays"
        )
    return given


def _short(value: Any) -> str:
    return "".join(c for c in str(value) if c.isprintable())[:_LONGEST_TOLD]
