"""Attendance devices on disk: which are allowed, how they are doing, and serial numbers that nobody knows yet."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.dialects.sqlite import insert

from hub_desktop.core.errors import NotFoundError
from hub_desktop.core.times import utc_now
from hub_desktop.store.engine import writing
from hub_desktop.store.tables import devices, punches, punches_aside, unknown_devices

MOST_UNKNOWN = 50
"""Serial numbers of unknown devices that are remembered; those seen last stay."""


class Device(Struct, frozen=True):
    """One attendance device; times are aware UTC."""

    device_id: int
    integration_id: int
    serial: str
    name: str
    """As people call it; its serial number where nobody gave it a name."""
    allowed: bool
    zone: str
    """The zone of its clock, such as Asia/Kolkata; empty: that of this computer."""
    look_back_days: int
    """Days before it was added from which punches are taken too."""
    added_at: datetime
    last_contact: datetime | None = None
    last_upload: datetime | None = None
    address: str = ""
    """From where it was in contact last."""
    firmware: str = ""
    push_version: str = ""
    stamp: str = ""
    """How far it says that its uploads have come."""
    lateness: tuple[float, ...] = ()
    """Seconds by which the newest punch of each of the last uploads was older than the upload, the newest last."""
    day: str = ""
    """The day of the uploads counted."""
    uploads_of_day: int = 0
    duplicates: int = 0
    """Punches that came again."""
    trouble: str = ""
    """Why its last upload was refused as a whole; empty where it was not."""


class UnknownDevice(Struct, frozen=True):
    """A serial number that tried to connect and is not allowed."""

    serial: str
    address: str
    first_seen: datetime
    last_seen: datetime
    times: int


class DeviceStore:
    """Reads and writes devices."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def find(self, serial: str) -> Device | None:
        """Return the device with this serial number, allowed or blocked; None when there is none."""
        found = self._select(devices.c.serial == serial)
        return found[0] if found else None

    def get(self, serial: str) -> Device:
        """Return the device; raise NotFoundError when there is none."""
        found = self.find(serial)
        if found is None:
            raise NotFoundError(f"There is no device with the serial number {serial}.")
        return found

    def all(self) -> list[Device]:
        """Return all devices by name."""
        return self._select(sa.true())

    def keep(
        self, serial: str, integration_id: int, *, name: str, zone: str, look_back_days: int, allowed: bool = True
    ) -> Device:
        """Store a device, or change it where there is one; it is unknown no more."""
        values = {
            "integration_id": integration_id,
            "name": name or serial,
            "allowed": allowed,
            "zone": zone,
            "look_back_days": look_back_days,
        }
        made = insert(devices).values(serial=serial, added_at=utc_now(), lateness=[], **values)
        with self._writing.begin() as connection:
            connection.execute(made.on_conflict_do_update(index_elements=["serial"], set_=values))
            connection.execute(sa.delete(unknown_devices).where(unknown_devices.c.serial == serial))
        return self.get(serial)

    def set_allowed(self, serial: str, allowed: bool) -> None:
        """Let the device push, or keep it from it."""
        self._change(serial, {"allowed": allowed})

    def contacted(self, serial: str, at: datetime, address: str, **known: str) -> None:
        """Remember when and from where a device was in contact, and what it said of itself (firmware, push_version)."""
        told = {name: value for name, value in known.items() if value}
        self._change(serial, {"last_contact": at, "address": address, **told})

    def refused(self, serial: str, trouble: str) -> None:
        """Remember why an upload was refused as a whole."""
        self._change(serial, {"trouble": trouble})

    # -- unknown ones ----------------------------------------------------------------------------------------------

    def unknown_called(self, serial: str, address: str, at: datetime, times: int) -> bool:
        """Count calls of an unknown device; return whether it had not called before."""
        called = insert(unknown_devices).values(
            serial=serial, address=address, first_seen=at, last_seen=at, times=times
        )
        with self._writing.begin() as connection:
            new = not connection.execute(sa.select(sa.literal(1)).where(unknown_devices.c.serial == serial)).first()
            connection.execute(
                called.on_conflict_do_update(
                    index_elements=["serial"],
                    set_={"address": address, "last_seen": at, "times": unknown_devices.c.times + times},
                )
            )
            kept = sa.select(unknown_devices.c.serial).order_by(unknown_devices.c.last_seen.desc()).limit(MOST_UNKNOWN)
            connection.execute(sa.delete(unknown_devices).where(unknown_devices.c.serial.not_in(kept)))
        return new

    def forget_unknown(self, serial: str) -> bool:
        """Forget an unknown device until it calls again; return whether there was one."""
        with self._writing.begin() as connection:
            gone = connection.execute(sa.delete(unknown_devices).where(unknown_devices.c.serial == serial))
        return bool(gone.rowcount)

    def unknown(self) -> list[UnknownDevice]:
        """Return the unknown devices, the one that called last first."""
        query = sa.select(unknown_devices).order_by(unknown_devices.c.last_seen.desc())
        with self._engine.connect() as connection:
            return [
                UnknownDevice(row.serial, row.address, row.first_seen, row.last_seen, row.times)
                for row in connection.execute(query)
            ]

    # -- counts ----------------------------------------------------------------------------------------------------

    def counts(self, device_id: int) -> tuple[int, int]:
        """Return how many punches of a device are kept, and how many were put aside."""
        with self._engine.connect() as connection:
            found = [
                connection.execute(sa.select(sa.func.count()).where(table.c.device_id == device_id)).scalar() or 0
                for table in (punches, punches_aside)
            ]
        return int(found[0]), int(found[1])

    def aside_counts(self) -> dict[int, int]:
        """Return how many rows of each device were put aside, by the number of the device."""
        query = sa.select(punches_aside.c.device_id, sa.func.count()).group_by(punches_aside.c.device_id)
        with self._engine.connect() as connection:
            return {int(device): int(number) for device, number in connection.execute(query)}

    def punches_on(self, device: Device, day: date) -> int:
        """Return how many punches of a day, as the clock of the device has it, are kept."""
        # With the integration, by which the index of days begins.
        query = sa.select(sa.func.count()).where(
            punches.c.integration_id == device.integration_id,
            punches.c.day == day.isoformat(),
            punches.c.device_id == device.device_id,
        )
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar() or 0)

    def _change(self, serial: str, values: Mapping[str, Any]) -> None:
        with self._writing.begin() as connection:
            connection.execute(sa.update(devices).where(devices.c.serial == serial).values(**values))

    def _select(self, condition: sa.ColumnElement[bool]) -> list[Device]:
        query = sa.select(devices).where(condition).order_by(sa.func.lower(devices.c.name), devices.c.serial)
        with self._engine.connect() as connection:
            return [
                Device(
                    row.id,
                    row.integration_id,
                    row.serial,
                    row.name,
                    row.allowed,
                    row.zone,
                    row.look_back_days,
                    row.added_at,
                    row.last_contact,
                    row.last_upload,
                    row.address,
                    row.firmware,
                    row.push_version,
                    row.stamp,
                    tuple(row.lateness),
                    row.day,
                    row.uploads_of_day,
                    row.duplicates,
                    row.trouble,
                )
                for row in connection.execute(query)
            ]
