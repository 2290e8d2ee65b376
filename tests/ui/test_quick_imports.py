import os
import subprocess
import sys

_SCRIPT = """
import linecache
from hub_desktop.ui.quick_imports import read_no_sources
read_no_sources()
import hub_desktop.ui.main_window
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
QLabel("").setText("as ever")
print(sum("hub_desktop" in name for name in linecache.cache), hub_desktop.ui.main_window.__name__)
"""


def test_no_source_is_read_once_qt_is_loaded() -> None:
    # It also tells when another release of PySide6 keeps the function somewhere else.
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT], env=environment, timeout=60, check=True, capture_output=True, text=True
    )
    read, name = done.stdout.split()
    assert name == "hub_desktop.ui.main_window"
    # Those that must be there to change it: the packages and the module itself.
    assert int(read) <= 3
