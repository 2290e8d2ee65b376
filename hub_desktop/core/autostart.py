"""The words with which each system is told to start a program when its person signs in."""

import plistlib
import re
from collections.abc import Sequence

from hub_desktop.core.errors import ConfigurationError

NAME = "Hub Desktop"
LABEL = "org.smartstudenthub.HubDesktop"
"""The name under which macOS knows what it starts."""
LONGEST_WINDOWS_COMMAND = 260
"""Characters of a command that Windows starts at sign-in; it passes over a longer one in silence."""

_SPECIAL = re.compile(r'["`$\\]')
_SWITCHED_OFF = {"hidden": "true", "x-gnome-autostart-enabled": "false"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def desktop_entry(command: Sequence[str]) -> str:
    """Return the file that desktops on Linux look for, by the Desktop Entry Specification.

    Raises ConfigurationError for a command that such a file cannot hold.
    """
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        f"Name={NAME}\n"
        "Comment=Keeps the college's systems in step\n"
        f"Exec={exec_line(command)}\n"
        "Icon=hub-desktop\n"
        "Terminal=false\n"
        "StartupNotify=false\n"
        "X-GNOME-Autostart-enabled=true\n"
        # Without the tray there already, the window would show itself. Each desktop has its own word for waiting.
        "X-GNOME-Autostart-Delay=5\n"
        "X-MATE-Autostart-Delay=5\n"
        "X-KDE-autostart-after=panel\n"
        "X-LXQt-Need-Tray=true\n"
    )


def exec_line(command: Sequence[str]) -> str:
    """Return a command as the key `Exec` of a desktop entry holds it.

    Raises ConfigurationError where a word has a character that cannot stand in one line.
    """
    for word in command:
        if _CONTROL.search(word):
            raise ConfigurationError(
                "The path of the program or of its data folder has a line break or another character that cannot be "
                "seen. Rename that folder, and try again."
            )
    # Each word in quotes, with what has a meaning there after a backslash; a percent sign would begin a field code.
    # The file is read twice, and the first reader halves the backslashes once more.
    quoted = (f'"{_SPECIAL.sub(_after_backslash, word)}"' for word in command)
    return " ".join(quoted).replace("\\", "\\\\").replace("%", "%%")


def _after_backslash(found: re.Match[str]) -> str:
    return "\\" + found[0]


def started_by_entry(text: str) -> str | None:
    """Return the key `Exec` of a desktop entry, or None where the entry starts nothing."""
    found: dict[str, str] = {}
    group = ""
    for line in text.splitlines():
        if line.startswith("["):
            group = line.strip()
        elif group == "[Desktop Entry]" and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found[key.strip().lower()] = value.strip()
    if any(found.get(key, "").lower() == off for key, off in _SWITCHED_OFF.items()):
        return None
    return found.get("exec") or None


def launch_agent(command: Sequence[str]) -> bytes:
    """Return the file that macOS looks for: a property list that starts the command in the person's own session."""
    return plistlib.dumps(
        {
            "Label": LABEL,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
        }
    )


def started_by_agent(content: bytes) -> list[str] | None:
    """Return the command of a property list, or None where it starts nothing at sign-in or cannot be read."""
    try:
        found = plistlib.loads(content)
    except (plistlib.InvalidFileException, ValueError, OverflowError):
        return None
    except Exception as error:
        # The XML parser's own error has a name only in a module that need not be loaded.
        if type(error).__name__ != "ExpatError":
            raise
        return None
    if not isinstance(found, dict) or found.get("Disabled") or not found.get("RunAtLoad"):
        return None
    command = found.get("ProgramArguments")
    return [str(word) for word in command] if isinstance(command, list) and command else None


def windows_command(command: Sequence[str]) -> str:
    """Return a command as one line for Windows.

    Raises ConfigurationError where it is longer than Windows starts at sign-in.
    """
    import subprocess

    line = subprocess.list2cmdline(list(command))
    if len(line) > LONGEST_WINDOWS_COMMAND:
        raise ConfigurationError(
            f"Windows starts a command of at most {LONGEST_WINDOWS_COMMAND} characters at sign-in, and this one has "
            f"{len(line)}. Install the program, or put its data folder, where the path is shorter."
        )
    return line
