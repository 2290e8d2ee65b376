"""How large the window, and a dialog with a long form, open: as what is behind and the screen leave room for."""

from PySide6.QtCore import QPoint, QSize
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


def grow_to_content(dialog: QDialog) -> None:
    """Make a dialog high enough for what has come into it, and keep it where it can be seen whole.

    `adjustSize` stops at two thirds of the screen, and on a small one the words that are broken into lines are cut off.
    """
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    width = dialog.width()
    wanted = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    dialog.resize(within_screen(dialog, QSize(width, max(wanted, dialog.height()))))
    behind = dialog.parentWidget()
    if behind is None or not dialog.isVisible():
        return
    frame, screen = dialog.frameGeometry(), dialog.screen().availableGeometry()
    frame.moveCenter(behind.window().frameGeometry().center())
    # Last the upper left corner, where the title is.
    frame.moveBottomRight(QPoint(min(frame.right(), screen.right()), min(frame.bottom(), screen.bottom())))
    frame.moveTopLeft(QPoint(max(frame.left(), screen.left()), max(frame.top(), screen.top())))
    dialog.move(frame.topLeft())
