"""The keys of the window, declared once: the window listens to them, tooltips name them, and the help lists them."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class Shortcut(StrEnum):
    """What can be done by a key, in the order in which it is listed."""

    FIND_ANYTHING = "find-anything"
    FIND_HERE = "find-here"
    ADD = "add"
    SYNC = "sync"
    SELECT_ALL = "select-all"
    HELP = "help"
    BACK = "back"
    LEAVE = "leave"
    CORRECT = "correct"
    UNDO = "undo"
    REDO = "redo"


_KEYS: dict[Shortcut, str | tuple[str, ...] | QKeySequence.StandardKey] = {
    Shortcut.FIND_ANYTHING: "Ctrl+K",
    Shortcut.FIND_HERE: "Ctrl+F",
    Shortcut.ADD: "Ctrl+N",
    Shortcut.SYNC: "F5",
    Shortcut.SELECT_ALL: QKeySequence.StandardKey.SelectAll,
    Shortcut.HELP: "F1",
    Shortcut.BACK: "Alt+Left",
    Shortcut.LEAVE: "Escape",
    Shortcut.CORRECT: ("Return", "Enter"),
    Shortcut.UNDO: QKeySequence.StandardKey.Undo,
    Shortcut.REDO: QKeySequence.StandardKey.Redo,
}


def shortcut_words(shortcut: Shortcut) -> str:
    """Return what a key does."""
    return {
        Shortcut.FIND_ANYTHING: _tr("Find anything: a screen, a system, a setting, a student, a topic of this help"),
        Shortcut.FIND_HERE: _tr("Search on the screen that is shown"),
        Shortcut.ADD: _tr("Add an integration"),
        Shortcut.SYNC: _tr("Sync the system whose page is shown or whose card is in use; else all of them"),
        Shortcut.SELECT_ALL: _tr("Select all integrations that are shown"),
        Shortcut.HELP: _tr("Help about what is shown"),
        Shortcut.BACK: _tr("Go back from the page of an integration"),
        Shortcut.LEAVE: _tr("Clear the search, go back, or close a dialog without doing anything"),
        Shortcut.CORRECT: _tr("Among the fields of a record: correct the chosen one"),
        Shortcut.UNDO: _tr("Take back the last change of a field mapping, or of several integrations at once"),
        Shortcut.REDO: _tr("In a field mapping: make the change again after all"),
    }[shortcut]


def keys_of(shortcut: Shortcut) -> QKeySequence:
    """Return the key of a shortcut; on this desktop some have another one than on others."""
    return _bindings(shortcut)[0]


def screen_keys(number: int) -> QKeySequence:
    """Return the key of a screen, which are counted from 1 in the order of the navigation."""
    return QKeySequence(f"Ctrl+{number}")


def keys_text(keys: QKeySequence) -> str:
    """Return a key as this desktop writes it."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def listen(shortcut: Shortcut, owner: QWidget, slot: Callable[[], object]) -> None:
    """Call `slot`, a slot of a QObject, when the key is pressed in the window of `owner`."""
    _listen(_bindings(shortcut), owner, slot)


def listen_in(shortcut: Shortcut, control: QWidget, slot: Callable[[], object]) -> None:
    """Call `slot`, a slot of a QObject, when the key is pressed while this control itself has the keyboard."""
    _listen(_bindings(shortcut), control, slot, Qt.ShortcutContext.WidgetShortcut)


def listen_for_screen(number: int, owner: QWidget, slot: Callable[[], object]) -> None:
    """Call `slot`, a slot of a QObject, when the key of a screen is pressed in the window of `owner`."""
    _listen([screen_keys(number)], owner, slot)


def _bindings(shortcut: Shortcut) -> list[QKeySequence]:
    keys = _KEYS[shortcut]
    if isinstance(keys, QKeySequence.StandardKey):
        # Every key of the platform: to redo is Ctrl+Y on one and Ctrl+Shift+Z on another.
        return QKeySequence.keyBindings(keys)
    return [QKeySequence(one) for one in ((keys,) if isinstance(keys, str) else keys)]


def _listen(
    keys: list[QKeySequence],
    owner: QWidget,
    slot: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
) -> None:
    shortcut = QShortcut(owner)
    shortcut.setContext(context)
    shortcut.setKeys(keys)
    shortcut.activated.connect(slot)


def _tr(text: str) -> str:
    return QCoreApplication.translate("shortcuts", text)
