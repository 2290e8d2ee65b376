"""Commands about the backups that are made every night by themselves."""

from typing import TYPE_CHECKING, Any

import click

from hub_desktop.cli.desk import Desk, HubGroup, pass_desk
from hub_desktop.cli.output import complain, moment, say, say_fields, say_json, say_table, when
from hub_desktop.core.errors import StorageError

if TYPE_CHECKING:
    from hub_desktop.hub.nightly import NightlyView

_SWITCH = click.Choice(["on", "off"])
_SAME_DISK = (
    "They lie on the disk of the data, and are lost with it. Choose a folder on another disk: "
    "hub-desktop backup nightly set --folder FOLDER"
)


@click.group("nightly", cls=HubGroup)
def nightly() -> None:
    """See and change the backups that are made every night while Hub Desktop runs."""


@nightly.command("show")
@pass_desk
def show_nightly(desk: Desk) -> None:
    """Show whether, when and where one is made, and how the last one ended."""
    with desk.opened() as (hub, _):
        view = hub.nightly.view()
    _say(desk, view)


@nightly.command("set")
@click.option("--nightly", "on", type=_SWITCH, help="Whether one is made at all.")
@click.option("--folder", metavar="FOLDER", help="Where they lie; empty: in the data folder.")
@click.option("--keep", type=int, metavar="N", help="How many are kept, 1 to 60; the oldest goes first.")
@click.option("--at", metavar="TIME", help="From when on one is made, by the clock of this computer, such as 02:00.")
@pass_desk
def set_nightly(desk: Desk, /, **given: Any) -> None:
    """Change settings; what is not given stays as it is."""
    written = {name: value for name, value in given.items() if value is not None}
    if "on" in written:
        written["on"] = written["on"] == "on"
    if written.get("folder"):
        from hub_desktop.hub.nightly import whole_path

        # It is used later by a program that was started in another folder.
        written["folder"] = str(whole_path(written["folder"]).absolute())
    if not written:
        raise click.UsageError("Say what to change, such as --keep 14.")
    with desk.opened() as (hub, actor):
        view = hub.nightly.change(actor, written)
    _say(desk, view)


@nightly.command("list")
@pass_desk
def list_nightly(desk: Desk) -> None:
    """List those that are there, the newest first; to go back to one: hub-desktop restore FILE."""
    with desk.opened() as (hub, _):
        view = hub.nightly.view()
    if view.silent:
        raise StorageError(view.silent)
    if desk.as_json:
        say_json([{"file": str(one.path), "made_at": moment(one.made_at), "bytes": one.bytes} for one in view.files])
        return
    if not view.files:
        say(f"There are no nightly backups in {view.place}.")
        return
    rows = [[when(one.made_at), f"{one.bytes / 1e6:,.1f} MB", str(one.path)] for one in view.files]
    say_table(["Made", "Size", "File"], rows, numbers=("Size",))


def _say(desk: Desk, view: "NightlyView") -> None:
    settings, state = view.settings, view.state
    made = None if state.made is None else {"at": moment(state.made.at), "file": state.made.file}
    if desk.as_json:
        of_state = {"last": made, "problem": state.problem, "problem_since": moment(state.since)}
        where: dict[str, Any] = {"place": view.place, "same_disk": view.same_disk, "answers": not view.silent}
        where["next_at"] = moment(view.next_at)
        say_json({"settings": settings.model_dump(mode="json", by_alias=True), **where, **of_state})
        return
    rows = [
        ("Nightly backups", f"on, from {settings.at} on" if settings.on else "off"),
        ("Folder", view.place),
        ("Kept", f"{settings.keep:,}, of which there are {len(view.files):,} now"),
        ("Last", "none yet" if state.made is None else f"{when(state.made.at)}, {state.made.file}"),
        ("Next night", when(view.next_at)),
    ]
    say_fields(rows)
    if state.problem:
        complain(f"None could be made since {when(state.since)}: {state.problem} It is tried again every hour.")
    if view.silent:
        complain(view.silent)
    elif not state.problem and settings.on and view.same_disk:
        complain(_SAME_DISK)
