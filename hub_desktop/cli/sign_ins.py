"""Commands with which a person signs in to the system behind an integration, and out again."""

import os
import sys
from collections.abc import Callable

import click

from hub_desktop.cli.advice import command, quoted
from hub_desktop.cli.desk import Desk, HubCommand, pass_desk
from hub_desktop.cli.output import mention, say, say_json
from hub_desktop.cli.progress import cancelled_by_signals


@click.command("sign-in", cls=HubCommand)
@click.argument("name")
@click.option("--no-browser", is_flag=True, help="Open no browser, only show the address.")
@pass_desk
def sign_in(desk: Desk, name: str, no_browser: bool) -> None:
    """Sign in to the system of an integration as a person, in the browser or with a code."""
    with desk.opened() as (hub, actor), cancelled_by_signals() as cancel:
        stored = desk.find(hub, actor, name)
        hub.sign_ins.sign_in(
            actor,
            stored.integration_id,
            open_browser=_opener(stored.name, no_browser=no_browser),
            show_code=lambda code: _show_code(stored.name, code.user_code, code.address),
            cancel=cancel,
        )
    if desk.as_json:
        say_json({"integration_id": stored.integration_id, "integration": stored.name, "signed_in": True})
    else:
        say(f"{stored.name} is signed in to. Sync it: {command(f'sync {quoted(stored.name)}', desk.data_dir)}")


@click.command("sign-out", cls=HubCommand)
@click.argument("name")
@pass_desk
def sign_out(desk: Desk, name: str) -> None:
    """Forget a person's sign-in; nothing is read any more until somebody signs in again."""
    with desk.opened() as (hub, actor), cancelled_by_signals() as cancel:
        stored = desk.find(hub, actor, name)
        hub.sign_ins.sign_out(actor, stored.integration_id, cancel=cancel)
    if desk.as_json:
        say_json({"integration_id": stored.integration_id, "integration": stored.name, "signed_in": False})
    else:
        say(f"{stored.name} is signed out of. To read from it again, sign in.")


COMMANDS: tuple[click.Command, ...] = (sign_in, sign_out)


def _opener(name: str, *, no_browser: bool) -> Callable[[str], None]:
    def open_browser(address: str) -> None:
        import webbrowser

        if not no_browser and _has_screen() and webbrowser.open(address):
            mention(f"Sign in to {name} in the browser that opens. If none does, open this address on this computer:")
        else:
            mention(f"To sign in to {name}, open this address in a browser on this computer:")
        mention(address)
        mention("Waiting for the browser to come back, at most 5 minutes. Ctrl+C stops.")

    return open_browser


def _has_screen() -> bool:
    """Tell whether a browser with a window can open; one that fills the terminal would stand in our way."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _show_code(name: str, code: str, address: str) -> None:
    mention(f"To sign in to {name}, open {address} on any device and type the code {code}")
    mention("Waiting until that is done. Ctrl+C stops.")
