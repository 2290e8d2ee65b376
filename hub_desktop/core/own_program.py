"""How this program is started anew, from an installation in Python as from a built one that holds its own Python."""

import sys
from pathlib import Path

from msgspec import Struct

JAVASCRIPT_ENGINE = "--javascript-engine"
"""The word that makes a built program the process in which a JavaScript transformation runs."""
CONSOLE, WINDOW = "hub-desktop", "hub-desktop-window"
"""The two programs of one installation: the one for terminals, and the one that has no terminal on Windows."""


class OwnProgram(Struct, frozen=True):
    """What runs now."""

    executable: str
    """Python's own, or, where it is built, the program itself."""
    built: bool
    """Whether the program was built into a folder of its own, where there is no Python to be called."""
    platform: str = sys.platform

    @classmethod
    def running(cls) -> "OwnProgram":
        """Return what runs now."""
        return cls(sys.executable, bool(getattr(sys, "frozen", False)))

    def file(self, name: str) -> Path:
        """Return where the program of this name belongs, beside what runs now; only a built one surely has it."""
        return Path(self.executable).with_name(f"{name}.exe" if self.platform == "win32" else name)

    def command(self, *words: str) -> list[str]:
        """Return what starts this program in a process of its own with these words."""
        if self.built:
            return [str(self.file(CONSOLE)), *words]
        return [self.executable, "-m", "hub_desktop", *words]

    def window_command(self, *words: str, there: bool) -> list[str]:
        """Return what starts the window without a terminal around it.

        `there` tells whether the program for it lies in its place, which it does not where Python runs the program out
        of a folder of sources.
        """
        if self.built or there:
            return [str(self.file(WINDOW)), *words]
        # Python's own program without a terminal always lies beside the other one.
        python = Path(self.executable).with_name("pythonw.exe") if self.platform == "win32" else Path(self.executable)
        return [str(python), "-m", "hub_desktop", *words]
