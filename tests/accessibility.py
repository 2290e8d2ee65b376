"""Finding controls that a screen reader could not name."""

import re

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTextEdit,
    QWidget,
)

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTextEdit,
)

_MARKED_KEY = re.compile(r"&\w")


def unnamed_controls(root: QWidget) -> list[str]:
    """Return class and object name of every visible control below `root` that says nothing of itself.

    So does one whose name is spoken with the & that marks its key.
    """
    return [
        f"{type(widget).__name__}({widget.objectName()!r} in {type(widget.parent()).__name__})"
        for widget in root.findChildren(QWidget)
        if isinstance(widget, _CONTROLS) and widget.isVisible() and not _is_part(widget) and not _name(widget)
    ]


def _is_part(widget: QWidget) -> bool:
    """Tell whether Qt made the widget as a part of another control that has a name itself."""
    if isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox | QAbstractItemView | QLineEdit):
            return True
        if type(parent).__name__ in {"QHeaderView", "QTabBar", "QToolBar", "QCalendarWidget"}:
            return True
        parent = parent.parentWidget()
    return False


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    said = widget.accessibleName() if interface is None else interface.text(QAccessible.Text.Name).strip()
    return "" if _MARKED_KEY.search(said) else said
