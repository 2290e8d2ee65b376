"""Commands about attendance devices that push, and about the listener that they and other programs reach."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hub_desktop.cli.desk import Desk, HubGroup, ReportedError, pass_desk, read_secret
from hub_desktop.cli.output import complain, mention, moment, say, say_fields, say_json, say_table, when
from hub_desktop.core.device_status import STATE_WORDS, clock_words
from hub_desktop.core.words import count

if TYPE_CHECKING:
    from hub_desktop.hub.device_views import DeviceStanding, DeviceView
    from hub_desktop.hub.listener_settings import ListenerView
    from hub_desktop.store.devices import UnknownDevice
    from hub_desktop.store.punches import AsideRow

_NEEDS_A_PERSON = 3
_MOST_ASIDE = 20
_SWITCH = click.Choice(["on", "off"])


@click.group("devices", cls=HubGroup)
def devices() -> None:
    """See which attendance devices push their punches here, and say which may."""


@devices.command("list")
@pass_desk
def list_devices(desk: Desk) -> None:
    """List the devices, and those that tried to connect and are not allowed."""
    with desk.opened() as (hub, actor):
        found, unknown = hub.devices.all(actor), hub.devices.unknown(actor)
    if desk.as_json:
        say_json({"devices": [_device(view) for view in found], "unknown": [_unknown(one) for one in unknown]})
        return
    if found:
        rows = [
            [
                view.device.serial,
                view.device.name,
                view.integration,
                STATE_WORDS[view.state],
                when(view.device.last_contact),
                f"{view.uploads_today:,}",
            ]
            for view in found
        ]
        headings = ["Serial number", "Name", "Integration", "State", "Last contact", "Uploads today"]
        say_table(headings, rows, numbers=("Uploads today",))
    else:
        say("No device is allowed to push yet: hub-desktop devices allow SERIAL --integration NAME")
    for one in unknown:
        say(
            f"A device with the serial number {one.serial} tried to connect from {one.address}, last "
            f"{when(one.last_seen)} ({count(one.times, 'time')}). It is not allowed."
        )


@devices.command("allow")
@click.argument("serial")
@click.option("--integration", required=True, metavar="NAME", help="Where its punches go.")
@click.option("--name", help="What people call it, such as Main gate.")
@click.option("--zone", help="Time zone of its clock, such as Asia/Kolkata; empty: that of this computer.")
@click.option(
    "--look-back", "look_back", type=int, metavar="DAYS", help="Days before today from which punches are taken too; 30."
)
@pass_desk
def allow(
    desk: Desk, /, *, serial: str, integration: str, name: str | None, zone: str | None, look_back: int | None
) -> None:
    """Let the device with this SERIAL number push its punches into an integration."""
    with desk.opened() as (hub, actor):
        stored = desk.find(hub, actor, integration)
        view = hub.devices.allow(actor, serial, stored.integration_id, name=name, zone=zone, look_back_days=look_back)
        push_on = hub.listener_settings.settings().device_push
    if desk.as_json:
        say_json(_device(view))
        return
    say(f"{view.device.name} ({view.device.serial}) may push into {view.integration} now.")
    if not push_on:
        mention("Device push is switched off still. Switch it on: hub-desktop listener set --device-push on")


@devices.command("block")
@click.argument("serial")
@pass_desk
def block(desk: Desk, serial: str) -> None:
    """Keep a device from pushing; what it sent stays. An unknown one is forgotten until it calls again."""
    with desk.opened() as (hub, actor):
        unknown = {one.serial for one in hub.devices.unknown(actor)}
        hub.devices.block(actor, serial)
        if serial.strip().upper() in unknown:
            if desk.as_json:
                say_json({"serial": serial.strip().upper(), "forgotten": True})
            else:
                say(f"{serial.strip().upper()} is forgotten. While it is not allowed, it is refused whenever it calls.")
            return
        view = hub.devices.show(actor, serial)
    if desk.as_json:
        say_json(_device(view))
    else:
        say(f"{view.device.name} is blocked. It keeps its punches until it is allowed again.")


@devices.command("show")
@click.argument("serial")
@click.option("--take", "take", multiple=True, type=int, metavar="NO", help="Take in a row that was put aside.")
@click.option("--discard", "discard", multiple=True, type=int, metavar="NO", help="Delete a row that was put aside.")
@pass_desk
def show(desk: Desk, serial: str, take: tuple[int, ...], discard: tuple[int, ...]) -> None:
    """Show how a device is doing, and the rows it sent that were put aside."""
    with desk.opened() as (hub, actor):
        if take:
            hub.devices.take_in(actor, serial, take)
        if discard:
            hub.devices.discard(actor, serial, discard)
        view = hub.devices.show(actor, serial)
        aside = hub.devices.aside(actor, serial, _MOST_ASIDE)
    if desk.as_json:
        say_json(_device(view) | {"aside_rows": [_aside(row) for row in aside]})
    else:
        _say_device(view, aside)
    if not view.ok:
        raise ReportedError(_NEEDS_A_PERSON)


@click.group("listener", cls=HubGroup)
def listener() -> None:
    """See and change where and how Hub Desktop listens for other programs and for devices."""


@listener.command("show")
@pass_desk
def show_listener(desk: Desk) -> None:
    """Show the settings of the listener and what became of it."""
    with desk.opened() as (hub, actor):
        view = hub.listener_settings.view(actor)
    _say_listener(desk, view)


@listener.command("set")
@click.option("--listen", type=_SWITCH, help="Whether to listen at all.")
@click.option("--host", help="127.0.0.1, an address of this computer, or 0.0.0.0 for all its networks.")
@click.option("--port", type=int, help="Port of webhooks and of devices that have none of their own.")
@click.option("--certificate", metavar="FILE", help="Certificate with its chain (PEM); empty: no encryption.")
@click.option("--key", metavar="FILE", help="Its key (PEM), where it is in a file of its own.")
@click.option("--key-password", is_flag=True, help="Type the password of the key unseen, or give it on standard input.")
@click.option("--device-push", type=_SWITCH, help="Whether attendance devices may push.")
@click.option("--device-host", help="Address of the port for devices alone.")
@click.option("--device-port", type=int, help="Port for devices alone, without encryption; 0: none of their own.")
@pass_desk
def set_listener(desk: Desk, /, *, key_password: bool, **given: Any) -> None:
    """Change settings of the listener; what is not given stays as it is."""
    written = {_camel(name): value for name, value in given.items() if value is not None}
    for name, alias in (("listen", "on"), ("devicePush", "devicePush")):
        if name in written:
            written[alias] = written.pop(name) == "on"
    if written.get("devicePort") == 0:
        written["devicePort"] = None
    for name in ("certificate", "key"):
        if written.get(name):
            # It is read later by a program that was started in another folder, and through a link where it is renewed.
            written[name] = str(Path(written[name]).absolute())
    if not written and not key_password:
        raise click.UsageError("Say what to change, such as --port 8766.")
    with desk.opened() as (hub, actor):
        password = read_secret("Password of the key") if key_password else None
        view = hub.listener_settings.change(actor, written, key_password=password)
    _say_listener(desk, view)


def standing_lines(standing: "DeviceStanding | None") -> list[tuple[str, str]]:
    """Return how the devices behind an integration are doing, with a line for everything they need."""
    if standing is None:
        return []
    return [
        ("Devices", f"{standing.allowed:,}, last contact {when(standing.last_contact)}"),
        *(("Needs a look", sentence) for sentence in standing.needs),
    ]


def standing_json(standing: "DeviceStanding | None") -> dict[str, Any] | None:
    """Return the same for other programs; None where no devices feed the integration."""
    if standing is None:
        return None
    return {
        "allowed": standing.allowed,
        "last_contact": moment(standing.last_contact),
        "needs": list(standing.needs),
    }


def _say_listener(desk: Desk, view: "ListenerView") -> None:
    settings, facts = view.settings, view.certificate
    if desk.as_json:
        say_json(
            {
                "settings": settings.model_dump(mode="json", by_alias=True),
                "key_password_kept": view.key_password_kept,
                "addresses": list(view.addresses),
                "certificate": None if facts is None else {"names": list(facts.names), "ends": moment(facts.ends)},
                "state": {
                    "address": view.state.address,
                    "device_address": view.state.device_address,
                    "problem": view.state.problem,
                    "at": moment(view.state.at),
                },
                "warnings": list(view.warnings),
            }
        )
        return
    say_fields(
        [
            ("Listens", "yes" if settings.on else "no"),
            ("Address", f"{settings.host}, port {settings.port}"),
            ("Encrypted", f"yes, until {facts.ends:%Y-%m-%d}" if facts is not None else "no"),
            ("Device push", _push_words(view)),
            ("This computer", ", ".join(view.addresses) or "is on no network"),
        ]
    )
    for sentence in (view.state.problem, *view.warnings):
        if sentence:
            complain(sentence)


def _push_words(view: "ListenerView") -> str:
    settings = view.settings
    if not settings.device_push:
        return "off"
    if settings.device_port is None:
        return "on"
    return f"on, at {settings.device_host or settings.host}, port {settings.device_port}"


def _say_device(view: "DeviceView", aside: list["AsideRow"]) -> None:
    device = view.device
    say_fields(
        [
            ("Serial number", device.serial),
            ("Name", device.name),
            ("Integration", view.integration),
            ("State", STATE_WORDS[view.state]),
            ("Time zone", device.zone or "that of this computer"),
            ("Clock", clock_words(view.seconds_ahead)),
            ("Last contact", when(device.last_contact)),
            ("Address", device.address or "–"),
            ("Firmware", device.firmware or "–"),
            ("Uploads today", f"{view.uploads_today:,}"),
            ("Punches", f"{view.punches:,}, {device.duplicates:,} that came again"),
            ("Put aside", f"{view.aside:,}"),
        ]
    )
    for finding in view.findings:
        if not finding.ok:
            say(finding.sentence)
    if aside:
        say_table(["No.", "Row", "Why it was put aside"], [[str(a.aside_id), a.raw, a.reason] for a in aside])


def _device(view: "DeviceView") -> dict[str, Any]:
    device = view.device
    return {
        "serial": device.serial,
        "name": device.name,
        "integration": view.integration,
        "allowed": device.allowed,
        "state": str(view.state),
        "zone": device.zone,
        "look_back_days": device.look_back_days,
        "added": moment(device.added_at),
        "last_contact": moment(device.last_contact),
        "last_upload": moment(device.last_upload),
        "address": device.address,
        "firmware": device.firmware,
        "uploads_today": view.uploads_today,
        "punches": view.punches,
        "duplicates": device.duplicates,
        "aside": view.aside,
        "seconds_ahead": view.seconds_ahead,
        "ok": view.ok,
        "findings": [finding.sentence for finding in view.findings if not finding.ok],
    }


def _unknown(one: "UnknownDevice") -> dict[str, Any]:
    return {
        "serial": one.serial,
        "address": one.address,
        "first_seen": moment(one.first_seen),
        "last_seen": moment(one.last_seen),
        "times": one.times,
    }


def _aside(row: "AsideRow") -> dict[str, Any]:
    return {"no": row.aside_id, "row": row.raw, "reason": row.reason, "received": moment(row.received_at)}


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


COMMANDS: tuple[click.Command, ...] = (devices, listener)
