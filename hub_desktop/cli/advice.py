"""What a person at a terminal can do about an error: the remedy in words, with the command to type."""

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from hub_desktop.core.errors import MissingFilesError, Remedy, UnreadableFilesError
from hub_desktop.core.times import spoken, utc_now

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hub_desktop.core.nightly import NightlyFile


def quoted(word: str) -> str:
    """Return the word as it is typed in the shell of this computer."""
    if os.name == "nt":
        import subprocess

        return subprocess.list2cmdline([word])
    return shlex.quote(word)


def command(words: str, data_dir: Path | None) -> str:
    """Return a command of this program as it is typed for this data folder."""
    folder = f" --data-dir {quoted(str(data_dir))}" if data_dir else ""
    return f"hub-desktop{folder} {words}"


def way_back(backup: "NightlyFile", data_dir: Path | None) -> str:
    """Return how to go back to the last nightly backup."""
    words = command(f"restore {quoted(str(backup.path))}", data_dir)
    return f"The last nightly backup was made {spoken(backup.made_at, utc_now())}. To go back to it: {words}"


def other_backups(backups: "Sequence[NightlyFile]") -> list[str]:
    """Return a line for each nightly backup beside the last one: when it was made, how large and where it is."""
    now = utc_now()
    return [f"{spoken(one.made_at, now)}, {one.bytes / 1e6:,.1f} MB: {quoted(str(one.path))}" for one in backups[1:]]


def ways_out(error: UnreadableFilesError, backups: "Sequence[NightlyFile]", data_dir: Path | None) -> list[str]:
    """Return what can be done about files that cannot be opened or are gone, a line each, the best first."""
    lines: list[str] = []
    if backups:
        lines.append(way_back(backups[0], data_dir))
        others = other_backups(backups)
        if others:
            lines += ["To go back further, name another one of them:", *(f"  {one}" for one in others)]
    elif isinstance(error, MissingFilesError):
        lines.append(f"To go back to a backup that you have: {command('restore FILE', data_dir)}")
    if isinstance(error, MissingFilesError):
        anew = "To go on without the records" if error.records_only else "To begin anew"
        lines.append(f"{anew}, with what is left kept: {command('begin-anew', data_dir)}")
    return lines


def what_to_do(remedy: Remedy, subject: str, data_dir: Path | None, *, by_person: bool = False) -> str:
    """Return what to do about an error of the integration `subject`; empty where its sentence says all.

    `by_person` tells that a person signs in to it, rather than that a key or password is kept.
    """
    if not subject:
        return {
            Remedy.RETRY: "Try again.",
            Remedy.WAIT: "Wait a moment, then try again.",
            Remedy.SHOW_LOG: f"See the log: {command('logs', data_dir)}",
        }.get(remedy, "")
    name = quoted(subject)
    if remedy is Remedy.SIGN_IN_AGAIN and by_person:
        return f"Sign in: {command(f'sign-in {name}', data_dir)}"
    match remedy:
        case Remedy.SIGN_IN_AGAIN:
            return (
                f"Ask the people who run {subject} for a new key or password, then give it: "
                f"{command(f'secret set {name}', data_dir)}"
            )
        case Remedy.EDIT:
            return (
                f"Save its configuration with {command(f'integrations export {name} --output FILE', data_dir)}, "
                f"correct the file, then: {command(f'integrations edit {name} FILE', data_dir)}"
            )
        case Remedy.RETRY | Remedy.WAIT:
            first = "Try again" if remedy is Remedy.RETRY else "Wait a moment, then try again"
            return f"{first}: {command(f'sync {name}', data_dir)}"
        case Remedy.SHOW_LOG:
            return f"See the log: {command(f'logs {name}', data_dir)}"
        case Remedy.SHOW_QUARANTINE:
            return f"See the refused records with their reasons: {command(f'quarantine list {name}', data_dir)}"
        case Remedy.REVIEW_DRIFT:
            return (
                f"See what changed: {command(f'drift list {name}', data_dir)}. Correct the mapping, or accept it: "
                f"{command(f'drift accept {name}', data_dir)}"
            )
        case Remedy.SHOW_WEBHOOK:
            return (
                f"See how deliveries are signed: {command(f'webhook show {name}', data_dir)}. Give the sender the "
                f"secret once more, or make a new one: {command(f'webhook rotate {name}', data_dir)}"
            )
        case Remedy.SHOW_DEVICES:
            return (
                f"See its devices, and those that tried to connect: {command('devices list', data_dir)}. To allow one: "
                f"{command(f'devices allow SERIAL --integration {name}', data_dir)}"
            )
        case Remedy.REVIEW_HOLD:
            return f"Open the window, choose {subject}, and accept or refuse what was held."
        case Remedy.ENABLE:
            return f"Switch it on: {command(f'integrations enable {name}', data_dir)}"
    return ""
