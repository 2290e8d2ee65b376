"""The Qt application, in our style."""

import locale
from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from hub_desktop import __version__
from hub_desktop.ui.style import palette
from hub_desktop.ui.style.icons import icon


def make_application(argv: Sequence[str]) -> QApplication:
    """Return the Qt application in our style; the one there is where one was made already."""
    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else QApplication(list(argv))
    # Qt takes on the desktop's language for Python too; sentences of the hub would name days and months in it.
    locale.setlocale(locale.LC_TIME, "C")
    app.setApplicationName("hub-desktop")
    app.setApplicationDisplayName("")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("hub-desktop")
    # The tray goes on without a window; the desk says when it is over.
    app.setQuitOnLastWindowClosed(False)
    app.setStyle("Fusion")
    palette.apply(app, "system")
    app.setWindowIcon(icon("hub-desktop"))
    return app
