"""Commands that make a backup of everything and bring one back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hub_desktop.cli.desk import Desk, HubCommand, PlainOrGroup, confirmed, pass_desk, read_secret, somebody_types
from hub_desktop.cli.nightly import nightly
from hub_desktop.cli.output import complain, say, say_json
from hub_desktop.core.backups import RecoveryKeyNeededError, Restored
from hub_desktop.core.errors import CancelledError
from hub_desktop.core.times import to_text
from hub_desktop.core.words import count

if TYPE_CHECKING:
    from hub_desktop.hub.restoring import PreparedRestore


@click.command("to", cls=HubCommand)
@click.argument("file", type=click.Path(path_type=Path))
@pass_desk
def backup(desk: Desk, file: Path) -> None:
    """Write everything that is stored to FILE, also while Hub Desktop runs; passwords are not in it."""
    with desk.opened() as (hub, actor):
        made = hub.backups.make(actor, file)
        state = hub.storage.state()
    if desk.as_json:
        encrypted = {"encrypted": state.encrypted, "recovery_key_saved": state.recovery_key_saved}
        say_json({"file": made.file, "made_at": to_text(made.at), "bytes": made.bytes, **encrypted})
        return
    say(f"The backup is in {made.file} ({made.bytes / 1e6:,.1f} MB). It was read back and is whole.")
    if not state.encrypted:
        complain("The backup is not encrypted, as the data here is not. Keep it where nobody else finds it.")
    elif state.recovery_key_saved:
        say("It is encrypted. Another computer opens it only with the recovery key you saved.")
    else:
        complain(
            "It is encrypted, and nobody can open it on another computer without the recovery key, which was not saved "
            "yet.",
            "Save it: hub-desktop recovery save FILE",
        )
    say("The passwords of your systems are not part of it.")


@click.command("restore", cls=HubCommand)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--recovery-key", "with_key", is_flag=True, help="Take a recovery key, from a prompt or standard input.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@pass_desk
def restore(desk: Desk, file: Path, with_key: bool, yes: bool) -> None:
    """Put the backup in FILE in the place of everything that is stored, which is kept beside it."""
    key = read_secret("Recovery key") if with_key else ""

    def confirm(prepared: "PreparedRestore") -> bool:
        made = prepared.waiting.manifest.made_at.astimezone()
        systems = count(len(prepared.systems), "system")
        return confirmed(
            f"Put the backup of {made:%Y-%m-%d %H:%M}, with {systems}, in the place of what is stored now?", yes=yes
        )

    restored = _restore(desk, file, key, confirm)
    if restored is None:
        raise CancelledError("Nothing was restored. Everything is as it was.")
    if desk.as_json:
        say_json(restored.to_json() | {"message": restored.sentence})
    else:
        say(restored.sentence)


def _restore(desk: Desk, file: Path, key: str, confirm: Callable[["PreparedRestore"], bool]) -> Restored | None:
    restoring = desk.program.restore_backup
    try:
        return restoring(desk.data_dir, file, recovery_key=key, sign_in=desk.sign_in, confirm=confirm)
    except RecoveryKeyNeededError as error:
        if not somebody_types():
            raise RecoveryKeyNeededError(
                f"{error.sentence} Give it on standard input, with --recovery-key.", error.detail
            ) from None
        complain(error.sentence)
        key = read_secret("Recovery key")
        return restoring(desk.data_dir, file, recovery_key=key, sign_in=desk.sign_in, confirm=confirm)


def _with_nightly(plain: click.Command) -> click.Group:
    said = "Make a backup now (backup FILE), and see and change those that are made every night."
    group = PlainOrGroup("backup", plain, "to", help=said)
    group.add_command(nightly)
    return group


COMMANDS: tuple[click.Command, ...] = (_with_nightly(backup), restore)
