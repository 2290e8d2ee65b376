"""Commands about starting at login."""

from typing import TYPE_CHECKING

import click

from hub_desktop.cli.desk import Desk, HubGroup, pass_desk
from hub_desktop.cli.output import mention, say, say_json

if TYPE_CHECKING:
    from hub_desktop.hub.autostart import AutostartState


@click.group("autostart", cls=HubGroup)
def autostart() -> None:
    """Let Hub Desktop start in the tray when you sign in to this computer."""


@autostart.command("show")
@pass_desk
def show(desk: Desk) -> None:
    """Tell what starts at login."""
    with desk.opened() as (hub, actor):
        state = hub.autostart.show(actor)
    _tell(desk, state)


@autostart.command("on")
@pass_desk
def switch_on(desk: Desk) -> None:
    """Start in the tray from the next login on, with this data folder."""
    with desk.opened() as (hub, actor):
        state = hub.autostart.switch(actor, on=True)
    _tell(desk, state)


@autostart.command("off")
@pass_desk
def switch_off(desk: Desk) -> None:
    """Do not start at login any more."""
    with desk.opened() as (hub, actor):
        state = hub.autostart.switch(actor, on=False)
    _tell(desk, state)


def _tell(desk: Desk, state: "AutostartState") -> None:
    if desk.as_json:
        say_json({"on": state.on, "own": state.own, "command": state.command, "where": state.where, "note": state.note})
        return
    if state.own:
        say(f"Hub Desktop starts at login, in the tray: {state.command}")
    elif not state.on:
        say("Hub Desktop does not start at login. To let it: hub-desktop autostart on")
    if state.note:
        # Where another copy starts, this is the answer itself.
        (mention if state.own else say)(state.note)


COMMANDS: tuple[click.Command, ...] = (autostart,)
