"""The connection test of an integration that devices feed: nobody can be asked, so what they did is looked at."""

import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from hub_desktop.core.attendance_rules import rule_in_words
from hub_desktop.core.errors import NotFoundError, Remedy
from hub_desktop.core.integration import Integration
from hub_desktop.core.listener_settings import ListenerSettings
from hub_desktop.core.times import utc_now
from hub_desktop.core.validation import RecordChecker
from hub_desktop.core.words import count, did_you_mean, listed
from hub_desktop.store.devices import Device, DeviceStore
from hub_desktop.store.punches import PunchStore
from hub_desktop.sync.javascript import rewrite_once
from hub_desktop.sync.punch_source import PunchSource

if TYPE_CHECKING:
    from hub_desktop.upstream.doctor import Report, Told
    from hub_desktop.upstream.report import Check

_SAMPLE = 50
_MOST_REASONS = 3


class DeviceChecks:
    """Examines what stands between the devices of an integration and its attendance; writes nothing."""

    def __init__(self, devices: DeviceStore, punches: PunchStore, listener: Callable[[], ListenerSettings]) -> None:
        self._devices = devices
        self._punches = punches
        self._listener = listener

    def examine(
        self, config: Integration, integration_id: int | None, endpoints: Sequence[str] | None, told: "Told | None"
    ) -> "Report":
        """Return what works and what does not; raise NotFoundError for an unknown endpoint."""
        from hub_desktop.upstream.report import Check, Report

        began = utc_now()
        for name in endpoints or ():
            if name not in config.endpoints:
                near = did_you_mean(name, config.endpoints)
                raise NotFoundError(f"{config.name} has no endpoint “{name}”.{near}")
        wanted = set(endpoints) if endpoints is not None else {n for n, one in config.endpoints.items() if one.enabled}
        chosen = [name for name in config.endpoints if name in wanted]
        mine = [one for one in self._devices.all() if one.integration_id == integration_id]
        checks: list[Check] = []
        steps: list[Callable[[], Check]] = [
            self._push_step,
            partial(_devices_step, config, mine, integration_id is not None),
            *(partial(self._endpoint_step, config, integration_id, name) for name in chosen),
        ]
        for step in steps:
            checks.append(step())
            if told is not None:
                told(checks[-1])
        return Report(tuple(checks), config.base_url, began)

    def _push_step(self) -> "Check":
        from hub_desktop.upstream.report import Check

        settings, name = self._listener(), "Device push"
        if not settings.on:
            return Check(
                name, False, "The listener is switched off, so no device can push. Switch it on in the settings."
            )
        if not settings.device_push:
            return Check(name, False, "Device push is switched off. Switch it on in the settings of the listener.")
        if not settings.open_to_network:
            return Check(
                name,
                True,
                "Device push is on, but only this computer can reach the listener. Let it listen on the network too.",
                noteworthy=True,
            )
        port = settings.device_port or settings.port
        return Check(name, True, f"Device push is on. Devices push to this computer, port {port}.")

    def _endpoint_step(self, config: Integration, integration_id: int | None, name: str) -> "Check":
        from hub_desktop.upstream.report import Check

        endpoint = config.endpoints[name]
        rule = rule_in_words(endpoint.punches) if endpoint.punches is not None else ""
        source = PunchSource(
            config, integration_id or 0, self._punches, cursor=lambda _: None, cancel=threading.Event()
        )
        sample = source.sample(name, _SAMPLE)
        if not sample:
            return Check(name, True, f"{name}: no punch has come yet. {rule}", noteworthy=True, endpoint=name)
        done = rewrite_once(name, endpoint, [*sample])
        checked = RecordChecker(name, endpoint).check(done.records)
        refused = [*(reason for _, reason in done.refused), *(r for one in checked.refused for r in one.reasons)]
        came = f"{name}: {count(len(sample), 'record')} of the newest punches looked at"
        if refused:
            some = listed(list(dict.fromkeys(refused))[:_MOST_REASONS])
            bad = len(checked.refused) + len(done.refused)
            sentence = f"{came}, {count(bad, 'record')} would be refused. Look at the field mapping."
            return Check(name, bool(checked.good), sentence, some, Remedy.EDIT, noteworthy=True, endpoint=name)
        return Check(name, True, f"{came}, all of them can be used. {rule}", endpoint=name)


def _devices_step(config: Integration, devices: Sequence[Device], saved: bool) -> "Check":
    from hub_desktop.upstream.report import Check

    name = "Devices"
    allowed = [one for one in devices if one.allowed]
    if not allowed and not saved:
        return Check(name, True, "Once this is saved, allow its devices by their serial numbers.", noteworthy=True)
    if not allowed:
        return Check(name, False, f"No device is allowed to push into {config.name}. Allow one by its serial number.")
    silent = [f"“{one.name}”" for one in allowed if one.last_contact is None]
    if silent:
        sentence = f"{listed(silent)} {'has' if len(silent) == 1 else 'have'} not been in contact yet."
        return Check(name, len(silent) < len(allowed), sentence, noteworthy=True)
    return Check(name, True, f"{count(len(allowed), 'device')} may push and have been in contact.")
