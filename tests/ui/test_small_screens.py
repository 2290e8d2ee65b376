"""On a screen with less room than the window would like: it fits, and everything in it can be reached."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCREENS = Path(__file__).parent.parent / "screens"
_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton
from hub_desktop.hub.hub import Hub
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import MemoryVault
from hub_desktop.ui.application import Desk
from hub_desktop.ui.qt_application import make_application
from hub_desktop.ui.navigation import Page
app = make_application(["test"])
folder = DataFolder(Path(sys.argv[1])).prepare()
hub = Hub.open(folder, MemoryVault())
desk = Desk(app, hub, folder_identity=folder.identity(), listener_address="http://127.0.0.1:1")
assert desk.show()
window = desk.window
for page in Page:
    window.show_page(page)
    app.processEvents()
screen = window.screen().availableSize()
print(window.width() <= screen.width(), window.height() <= screen.height() - 40)
last = 0
for button in window.navigation.findChildren(QAbstractButton):
    if button.isVisible():
        last = max(last, button.mapTo(window, QPoint(0, button.height())).y())
print(0 < last <= window.height())
print(window.minimumSizeHint().width() <= screen.width(), window.minimumSizeHint().height() <= screen.height() - 40)
desk.close()
hub.close()
"""


@pytest.mark.parametrize("screen", ["twice", "laptop"])
def test_the_window_fits_on_a_screen_at_twice_the_size_and_on_a_small_laptop(screen: str, tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _WINDOW, str(tmp_path / "data")],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={SCREENS / screen}.json"},
    )
    assert ended.stdout.split() == ["True"] * 5
