"""The line on which every screen asks for help."""

from PySide6.QtCore import QObject, Signal


class HelpLine(QObject):
    """Belongs to one person at the window.

    Signals:
        asked(Topic): the help about this is to be shown.
    """

    asked = Signal(object)
