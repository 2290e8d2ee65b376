"""What the desktop lacks to show a window, found before Qt is loaded: Qt would abort without a word a person knows."""

import ctypes
import os
import sys
from pathlib import Path

_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
_X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt's plugin for X11 is linked with; Debian's names."""
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")


def missing_for_window() -> list[str]:
    """Return one sentence for each thing a window lacks on this computer, with its remedy; none when it can open."""
    if not sys.platform.startswith("linux"):
        return []
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    found: list[str] = []
    if not platform and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        found.append(
            "There is no screen here. To run without a window, use: hub-desktop serve "
            "(or set QT_QPA_PLATFORM=offscreen to try the window unseen)."
        )
    wanted = dict(_LIBRARIES)
    if platform == "xcb" or (not platform and os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY")):
        wanted |= _X11_LIBRARIES
    packages = [package for library, package in wanted.items() if not _loads(library)]
    if not has_fonts():
        packages.append("fonts-dejavu-core")
    if packages:
        found.append(
            "The window needs system libraries that are not installed. Install them with: "
            f"sudo apt install {' '.join(packages)}"
        )
    return found


def has_fonts() -> bool:
    """Tell whether any font is installed; without one every letter is an empty box."""
    return any(
        next(Path(folder).expanduser().rglob("*.[to]t[fc]"), None) is not None
        for folder in _FONT_FOLDERS
        if Path(folder).expanduser().is_dir()
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
