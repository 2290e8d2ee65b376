"""Commands about the data folder: its recovery key, and what is well on this computer."""

import sys
from pathlib import Path

import click

from hub_desktop.cli.desk import Desk, HubCommand, HubGroup, ReportedError, confirmed, pass_desk, read_secret
from hub_desktop.cli.output import complain, plain, say, say_json
from hub_desktop.core.errors import CancelledError, ConfigurationError
from hub_desktop.hub.written_files import written_file

_TICKS = {True: ("✓", "green"), False: ("✗", "red")}


@click.group("recovery", cls=HubGroup)
def recovery() -> None:
    """Keep or put back the key without which nobody can open the data on another computer."""


@recovery.command("save")
@click.argument("file", type=click.Path(path_type=Path))
@pass_desk
def save(desk: Desk, file: Path) -> None:
    """Write the recovery key to a new FILE, such as on a stick that goes into the safe."""
    with desk.opened() as (hub, actor):
        if file.resolve().is_relative_to(Path(hub.storage.state().folder).resolve()):
            raise ConfigurationError(
                "The recovery key must not lie beside the data it opens. Name a file in another place, such as on a "
                "stick."
            )
        key = hub.storage.recovery_key(actor)
        with written_file(file, new=True) as out:
            out.write(f"{key}\n")
        hub.storage.recovery_key_was_saved(actor)
    if desk.as_json:
        say_json({"file": str(file), "saved": True})
    else:
        say(f"The recovery key is in {file}. Keep it where nobody finds it together with this computer.")


@recovery.command("show")
@pass_desk
def show(desk: Desk) -> None:
    """Show the recovery key, to be written on paper."""
    with desk.opened() as (hub, actor):
        key = hub.storage.recovery_key(actor)
    if desk.as_json:
        say_json({"recovery_key": key})
        return
    say(key)
    if sys.stdout.isatty():
        complain("Whoever has this key and the data folder can read everything in it. Keep it in a safe.")


@recovery.command("restore")
@pass_desk
def restore(desk: Desk) -> None:
    """Put a recovery key back: typed unseen, or from standard input."""
    key = read_secret("Recovery key")
    desk.program.restore_recovery_key(desk.data_dir, key)
    if desk.as_json:
        say_json({"restored": True})
    else:
        say("The recovery key is back in place.")


@click.command("begin-anew", cls=HubCommand)
@click.option("--yes", is_flag=True, help="Do not ask first.")
@pass_desk
def begin_anew(desk: Desk, yes: bool) -> None:
    """Go on without files of the data folder that are missing; what is left of them is kept."""
    if not confirmed(
        "Begin anew without what is missing? Nothing is removed, and backups can be restored later.", yes=yes
    ):
        raise CancelledError("Nothing was changed.")
    begun = desk.program.begin_anew(desk.data_dir)
    if desk.as_json:
        say_json(begun.to_json() | {"message": begun.sentence})
    else:
        say(begun.sentence)


@click.command("doctor", cls=HubCommand)
@pass_desk
def doctor(desk: Desk) -> None:
    """Look at this computer: folder, keyring, database, port, window system."""
    findings = desk.program.diagnose(desk.data_dir)
    ok = all(finding.ok for finding in findings)
    if desk.as_json:
        shown = [{"name": one.name, "ok": one.ok, "message": one.sentence} for one in findings]
        say_json({"ok": ok, "findings": shown})
    else:
        for one in findings:
            tick, colour = _TICKS[one.ok]
            click.echo(f"{click.style(tick, fg=colour)} {plain(f'{one.name}: {one.sentence}')}")
    if not ok:
        raise ReportedError(1)


COMMANDS: tuple[click.Command, ...] = (recovery, begin_anew, doctor)
