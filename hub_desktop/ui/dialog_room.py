"""How large the window, and a dialog with a long form, open: as what is behind and the screen leave room for."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from hub_desktop.ui.style.tokens import DIALOG_WIDEST, FRAME, SPACE_M, SPACE_XL, WINDOW_MINIMUM


def room_for(dialog: QDialog, *, inset: int = 0) -> QSize:
    """Return the size of a dialog; one that may stand on another dialog is smaller by so many steps."""
    behind = dialog.parentWidget()
    window = QSize(*WINDOW_MINIMUM).expandedTo(behind.window().size() if behind is not None else QSize())
    width = min(window.width() - 2 * SPACE_XL, DIALOG_WIDEST) - inset * 2 * SPACE_XL
    height = window.height() - 2 * SPACE_M - inset * SPACE_XL
    return within_screen(dialog, QSize(width, height))


def within_screen(window: QWidget, wanted: QSize) -> QSize:
    """Return the size, or as much of it as the screen has room for beside the frame of the desktop."""
    screen = window.screen().availableSize()
    return wanted.boundedTo(QSize(screen.width() - SPACE_M, screen.height() - FRAME))
