"""How large a dialog with a long form opens: as the window behind it and the screen leave room for."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from hub_desktop.ui.style.tokens import DIALOG_WIDEST, FRAME, SPACE_M, SPACE_XL, WINDOW_MINIMUM


def room_for(dialog: QDialog, *, inset: int = 0) -> QSize:
    """Return the size of a dialog; one that may stand on another dialog is smaller by so many steps."""
    behind = dialog.parentWidget()
    window = QSize(*WINDOW_MINIMUM).expandedTo(behind.window().size() if behind is not None else QSize())
    width = min(window.width() - 2 * SPACE_XL, DIALOG_WIDEST) - inset * 2 * SPACE_XL
    height = window.height() - 2 * SPACE_M - inset * SPACE_XL
    screen = dialog.screen().availableSize()
    return QSize(width, height).boundedTo(QSize(screen.width() - SPACE_M, screen.height() - FRAME))
