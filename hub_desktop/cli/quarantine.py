"""Commands about refused records, and about fields that upstreams send otherwise than before."""

import json
from typing import TYPE_CHECKING, Any

import click

from hub_desktop.cli.desk import Desk, HubGroup, confirmed, pass_desk
from hub_desktop.cli.output import moment, say, say_json, say_table, when
from hub_desktop.core.words import count

if TYPE_CHECKING:
    from hub_desktop.core.actor import Actor
    from hub_desktop.core.runs import Run
    from hub_desktop.hub.hub import Hub
    from hub_desktop.hub.quarantine import WhichRefused
    from hub_desktop.hub.records import QuarantineView

_STILL_SHOWN = 20
_STILL_IN_JSON = 1_000
_RAW_SHOWN = 80
_endpoint_option = click.option("--endpoint", metavar="E", help="Only those of this endpoint.")


@click.group("quarantine", cls=HubGroup)
def quarantine() -> None:
    """See the records that were refused, check them once more, or discard them."""


@quarantine.command("list")
@click.argument("name", required=False)
@_endpoint_option
@click.option("--limit", type=click.IntRange(1, 100_000), default=100, show_default=True)
@pass_desk
def list_quarantine(desk: Desk, name: str | None, endpoint: str | None, limit: int) -> None:
    """List refused records with all their reasons, of one integration or of all."""
    from hub_desktop.hub.quarantine import WhichRefused

    with desk.opened() as (hub, actor):
        number = desk.find(hub, actor, name).integration_id if name else None
        found = hub.quarantine.find(actor, WhichRefused(number, endpoint), limit)
    if desk.as_json:
        say_json([_as_json(view) for view in found])
    elif not found:
        say("No record waits in quarantine.")
    else:
        _show(found)


@quarantine.command("replay")
@click.argument("wanted", nargs=-1, metavar="[NAME|ID…]")
@_endpoint_option
@pass_desk
def replay(desk: Desk, wanted: tuple[str, ...], endpoint: str | None) -> None:
    """Check refused records again and store those that pass: of an integration, of these numbers, or all of them."""
    with desk.opened() as (hub, actor):
        which = _meant(desk, hub, actor, wanted, endpoint)
        runs = hub.quarantine.replay(actor, which)
        still = hub.quarantine.find(actor, which, _STILL_IN_JSON)
    if desk.as_json:
        say_json({"runs": [run.summary() for run in runs], "still_refused": [_as_json(view) for view in still]})
        return
    if not runs and not still:
        say("No record waits in quarantine.")
    for run in runs:
        say(_told(run))
    if still:
        _show(still[:_STILL_SHOWN])
        if len(still) > _STILL_SHOWN:
            say("See all of them with: quarantine list")


@quarantine.command("discard")
@click.argument("wanted", nargs=-1, required=True, metavar="NAME|ID…")
@_endpoint_option
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_desk
def discard(desk: Desk, wanted: tuple[str, ...], endpoint: str | None, yes: bool) -> None:
    """Discard refused records for good: all of an integration, or those with these numbers."""
    from hub_desktop.hub.quarantine import WhichRefused

    with desk.opened() as (hub, actor):
        which = _meant(desk, hub, actor, wanted, endpoint)
        found = hub.quarantine.find(actor, which, None)
        # The very records that were counted, whatever comes in while somebody thinks about it.
        row_ids = which.row_ids or tuple(view.record.row_id for view in found)
        if row_ids and not confirmed(f"Discard {count(len(row_ids), 'refused record')} for good?", yes=yes):
            if not desk.as_json:
                say("Nothing was discarded.")
            row_ids = ()
        done = hub.quarantine.discard(actor, WhichRefused(row_ids=row_ids)) if row_ids else 0
    if desk.as_json:
        say_json({"discarded": done})
    elif done:
        say(f"{count(done, 'refused record')} discarded.")
    elif not found:
        say("No record waits in quarantine.")


@click.group("drift", cls=HubGroup)
def drift() -> None:
    """See where an upstream sends other fields than before, and accept it."""


@drift.command("list")
@click.argument("name", required=False)
@pass_desk
def list_drift(desk: Desk, name: str | None) -> None:
    """List the changes of mapped fields that wait for a person."""
    with desk.opened() as (hub, actor):
        number = desk.find(hub, actor, name).integration_id if name else None
        found = hub.shapes.standing(actor, number)
    if desk.as_json:
        say_json(
            [
                {
                    "integration": view.source,
                    "endpoint": view.endpoint,
                    "field": view.change.field,
                    "drift": str(view.change.drift),
                    "message": view.change.sentence,
                }
                for view in found
            ]
        )
    elif found:
        say_table(
            ["Integration", "Endpoint", "What changed"],
            [[view.source, view.endpoint, view.change.sentence] for view in found],
        )
    else:
        say("All mapped fields come as before.")


@drift.command("accept")
@click.argument("name")
@_endpoint_option
@pass_desk
def accept_drift(desk: Desk, name: str, endpoint: str | None) -> None:
    """Say that the fields an integration sends are right as they are now."""
    with desk.opened() as (hub, actor):
        done = hub.shapes.accept(actor, desk.find(hub, actor, name).integration_id, endpoint)
    if desk.as_json:
        say_json({"accepted": done})
    else:
        say(f"{count(done, 'change')} accepted." if done else "No change waits for a person.")


COMMANDS: tuple[click.Command, ...] = (quarantine, drift)


def _meant(desk: Desk, hub: "Hub", actor: "Actor", wanted: tuple[str, ...], endpoint: str | None) -> "WhichRefused":
    """Return which records are meant by the words of a command."""
    from hub_desktop.hub.quarantine import WhichRefused

    numbers = [word for word in wanted if word.isascii() and word.isdecimal()]
    if numbers and len(numbers) == len(wanted):
        if endpoint is not None:
            raise click.UsageError("--endpoint goes with the name of an integration, not with numbers.")
        return WhichRefused(row_ids=tuple(dict.fromkeys(int(number) for number in numbers)))
    if len(wanted) > 1:
        raise click.UsageError("Name one integration, or the numbers of refused records, not both.")
    return WhichRefused(desk.find(hub, actor, wanted[0]).integration_id if wanted else None, endpoint)


def _told(run: "Run") -> str:
    stored, still = run.total.read - run.total.quarantined, run.total.quarantined
    told = f"{run.integration}: {count(stored, 'refused record')} stored"
    return f"{told}, {still:,} still refused." if still else f"{told}."


def _show(found: "list[QuarantineView]") -> None:
    rows = [
        [
            str(view.record.row_id),
            view.source,
            view.record.endpoint,
            when(view.record.last_seen),
            " ".join(view.record.reasons),
            view.record.raw if len(view.record.raw) <= _RAW_SHOWN else view.record.raw[: _RAW_SHOWN - 1] + "…",
        ]
        for view in found
    ]
    say_table(["No.", "Integration", "Endpoint", "Seen", "Reasons", "Record"], rows, numbers=("No.",))


def _as_json(view: "QuarantineView") -> dict[str, Any]:
    return {
        "id": view.record.row_id,
        "integration": view.source,
        "endpoint": view.record.endpoint,
        "type": view.record.data_type,
        "reasons": list(view.record.reasons),
        "record": _raw(view.record.raw),
        "run_id": view.record.run_id,
        "first_seen": moment(view.record.first_seen),
        "last_seen": moment(view.record.last_seen),
    }


def _raw(written: str) -> Any:
    try:
        return json.loads(written)
    except ValueError:
        # Longer records are kept cut.
        return written
