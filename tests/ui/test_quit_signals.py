import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")

_BEGINNING = """
import os, signal, sys, threading, time
from PySide6.QtCore import QCoreApplication, QTimer
from hub_desktop.ui.quit_signals import QuitSignals
app = QCoreApplication(sys.argv)
hearing = QuitSignals(lambda: app.exit(7), app)
"""


def _ended(script: str) -> int:
    program = [sys.executable, "-c", _BEGINNING + script]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(program, env=environment, timeout=30, check=False).returncode


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_ends_a_loop_in_which_nothing_else_happens(name: str) -> None:
    asking = f"threading.Timer(0.3, os.kill, (os.getpid(), signal.{name})).start()\n"
    assert _ended(asking + "sys.exit(app.exec())") == 7


def test_a_signal_that_comes_before_the_loop_begins_ends_it_all_the_same() -> None:
    assert _ended("os.kill(os.getpid(), signal.SIGTERM)\nsys.exit(app.exec())") == 7


def test_another_signal_ends_nothing() -> None:
    others = "signal.signal(signal.SIGUSR1, lambda *_: None)\nos.kill(os.getpid(), signal.SIGUSR1)\n"
    assert _ended(others + "QTimer.singleShot(300, lambda: app.exit(3))\nsys.exit(app.exec())") == 3


def test_a_signal_on_the_way_out_is_without_effect() -> None:
    later = "os.kill(os.getpid(), signal.SIGTERM)\ntime.sleep(0.1)\nprint('whole')\nsys.exit(5)"
    assert _ended("hearing.stop()\n" + later) == 5


def test_one_may_follow_another() -> None:
    again = "hearing.stop()\nhearing = QuitSignals(lambda: app.exit(8), app)\n"
    assert _ended(again + "os.kill(os.getpid(), signal.SIGINT)\nsys.exit(app.exec())") == 8
