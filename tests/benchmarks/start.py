"""What it costs to start: whole processes of the program's commands, and the window until its first paint.

    python -m tests.benchmarks.start --rounds 5

Every round runs each command once, so that all meet the same weather: the bare interpreter, the interpreter with httpx,
`hub-desktop --help`, `hub-desktop integrations list` with ten integrations, and `hub-desktop sync` of an endpoint on
loopback that has no records. Then the window, until it is first painted and until the first of its cards is, beside a
bare window of PySide6 with as many cards of plain labels and buttons. Prints one JSON line each; times are medians in
seconds.

The passphrase of the file vault costs its share by design (scrypt); with a keyring nothing of that is paid.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.latency import timed
from tests.benchmarks.page_server import integration, running

_ROOT = Path(__file__).resolve().parents[2]
_PASSPHRASE = "a passphrase for the benchmark"
_INTEGRATIONS = 10
_HUB = [sys.executable, "-m", "hub_desktop"]


def main() -> int:
    """Run the benchmark; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cards", type=int, default=50)
    parser.add_argument("--window", choices=["ours", "bare"], help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.window:
        return _until_first_paint(given.window, given.cards)
    figures: dict[str, list[tuple[float, float]]] = {}
    with running(0) as address, tempfile.TemporaryDirectory() as folder:
        few = _prepared(Path(folder) / "few", address, _INTEGRATIONS)
        many = _prepared(Path(folder) / "many", address, given.cards)
        commands = {
            "interpreter": [sys.executable, "-c", "pass"],
            "interpreter with httpx": [sys.executable, "-c", "import httpx"],
            "hub-desktop --help": [*_HUB, "--help"],
            "hub-desktop integrations list": [*_HUB, "integrations", "list"],
            "hub-desktop sync, nothing to read": [*_HUB, "sync", "Bench 0", "--json"],
        }
        for _ in range(given.rounds):
            for name, command in commands.items():
                wall, cpu, _ = timed(command, few)
                figures.setdefault(name, []).append((wall, cpu))
            for which in ("bare", "ours"):
                for what, figure in _painted(which, given.cards, many).items():
                    name = f"{which} window, {given.cards} cards, to the first paint of {what}"
                    figures.setdefault(name, []).append(figure)
    for name, runs in figures.items():
        wall, cpu = (round(statistics.median(run[place] for run in runs), 3) for place in (0, 1))
        print(json.dumps({"start": name, "wall_s": wall, "cpu_s": cpu}))
    return 0


def _prepared(folder: Path, address: str, integrations: int) -> dict[str, str]:
    """Return the environment of a data folder with so many integrations, none of which the clock finds due."""
    folder.mkdir()
    environment = os.environ | {
        "HUB_DESKTOP_DATA_DIR": str(folder / "data"),
        "HUB_DESKTOP_VAULT_PASSPHRASE": _PASSPHRASE,
        "QT_QPA_PLATFORM": "offscreen",
    }
    written = [integration(address) | {"name": f"Bench {i}", "enabled": False} for i in range(integrations)]
    file = folder / "bench.json"
    file.write_text(json.dumps(written), encoding="utf-8")
    subprocess.run([*_HUB, "integrations", "add", str(file)], env=environment, check=True, capture_output=True)
    (folder / "data" / "window.ini").write_text("[window]\npage=integrations\n", encoding="utf-8")
    return environment


def _painted(which: str, cards: int, environment: dict[str, str]) -> dict[str, tuple[float, float]]:
    command = [sys.executable, "-m", "tests.benchmarks.start", "--window", which, "--cards", str(cards)]
    began = time.monotonic()
    done = subprocess.run(command, cwd=_ROOT, env=environment, check=True, capture_output=True, text=True)
    told: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return {what: (at - began, cpu) for what, (at, cpu) in told.items()}


def _until_first_paint(which: str, cards: int) -> int:
    """Open a window in this process, print when its first card is painted, and end."""
    if which == "bare":
        from PySide6.QtWidgets import QApplication

        app = QApplication(sys.argv[:1])
        watching = _watch(app)
        window = _bare_window(cards)
        window.show()  # type: ignore[attr-defined]
        return int(app.exec()) if watching else 1

    import hub_desktop.app as program
    from hub_desktop.__main__ import main as start

    make, kept = program._qt_application, []

    def watched() -> Any:
        # Not before: the program itself decides when it loads Qt.
        app = make()
        kept.append(_watch(app))
        return app

    program._qt_application = watched
    sys.argv = ["hub-desktop"]
    return start()


def _watch(app: Any) -> object:
    """Print the moments of the first paints once a card is painted, and end the application; return what to keep."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QMainWindow

    seen: dict[str, tuple[float, float]] = {}

    class FirstPaint(QObject):
        """Looks for the first paint of a window, and of a card."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() != QEvent.Type.Paint:
                return False
            if isinstance(watched, QMainWindow):
                seen.setdefault("the window", (time.monotonic(), time.process_time()))
            elif type(watched).__name__ in {"IntegrationCard", "BareCard"}:
                app.removeEventFilter(self)
                seen["a card"] = (time.monotonic(), time.process_time())
                print(json.dumps(seen), flush=True)
                QTimer.singleShot(0, app.exit)
            return False

    watching = FirstPaint()
    app.installEventFilter(watching)
    return watching


def _bare_window(cards: int) -> object:
    from PySide6.QtWidgets import QFrame, QLabel, QMainWindow, QPushButton, QScrollArea, QVBoxLayout, QWidget

    class BareCard(QFrame):
        """A name, two lines and two buttons."""

        def __init__(self, number: int) -> None:
            super().__init__()
            column = QVBoxLayout(self)
            for text in (f"Bench {number}", "attendance", "Not synced yet"):
                column.addWidget(QLabel(text))
            for text in ("Sync", "Test"):
                column.addWidget(QPushButton(text))

    inside = QWidget()
    column = QVBoxLayout(inside)
    for number in range(cards):
        column.addWidget(BareCard(number))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    window = QMainWindow()
    window.resize(1200, 800)
    window.setCentralWidget(area)
    return window


if __name__ == "__main__":
    sys.exit(main())
