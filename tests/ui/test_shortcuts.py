"""The keys are declared in one place, from which the window, its tooltips and the help take them."""

import ast
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hub_desktop.ui import shortcuts
from hub_desktop.ui.navigation import Navigation, Page
from hub_desktop.ui.shortcuts import Shortcut, keys_of, keys_text, screen_keys, shortcut_words

WINDOW = Path(shortcuts.__file__).parent


def test_each_key_does_one_thing_and_says_what(qapp: QApplication) -> None:
    keys = [keys_text(keys_of(shortcut)) for shortcut in Shortcut]
    keys += [keys_text(screen_keys(number)) for number, _ in enumerate(Page, start=1)]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    assert all(shortcut_words(shortcut) for shortcut in Shortcut)


def test_no_key_is_written_elsewhere() -> None:
    for file in set(WINDOW.rglob("*.py")) - {Path(shortcuts.__file__)}:
        named = {node.id for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Name)}
        assert not named & {"QShortcut", "QKeySequence"}, file.name


def test_the_navigation_names_the_keys(qapp: QApplication) -> None:
    navigation = Navigation("Principal")
    assert navigation.help.toolTip() == f"Help ({keys_text(keys_of(Shortcut.HELP))})"
    assert navigation.buttons[Page.DATA].toolTip() == f"Data ({keys_text(screen_keys(3))})"
    navigation.deleteLater()
