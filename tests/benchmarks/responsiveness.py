"""How late the window's frames are while a large sync runs beside it, against the same window at rest.

    python -m tests.benchmarks.responsiveness --records 200000

A precise timer asks for a frame every 16 ms and repaints the window; how much later than asked each one comes is its
lateness. The whole program works as in use: encrypted files, validation, a lane, the page of cards in sight.
"""

import argparse
import json
import logging
import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

FRAME_MS = 16


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def told(label: str, lateness: list[float]) -> dict[str, object]:
    """Return the figures of one phase, in milliseconds."""
    return {
        "phase": label,
        "frames": len(lateness),
        "median_late_ms": round(statistics.median(lateness), 2),
        "p99_late_ms": round(percentile(lateness, 0.99), 2),
        "worst_late_ms": round(max(lateness), 2),
        "frames_late_over_16_ms": sum(1 for late in lateness if late > 16),
        "frames_late_over_50_ms": sum(1 for late in lateness if late > 50),
    }


def main() -> int:
    """Run the benchmark; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=200_000)
    logging.basicConfig(level=logging.WARNING)
    parser.add_argument("--idle-seconds", type=float, default=4.0)
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

    from contextlib import ExitStack

    from PySide6.QtCore import Qt, QTimer

    from hub_desktop.app import _working
    from hub_desktop.core.actor import Face
    from hub_desktop.core.events import Event, RunFinished
    from hub_desktop.core.integration import read_integration
    from hub_desktop.core.runs import Run
    from hub_desktop.hub.hub import Hub
    from hub_desktop.store.folder import DataFolder
    from hub_desktop.store.vault import MemoryVault
    from hub_desktop.ui.application import Desk
    from hub_desktop.ui.garbage import GarbageCollection
    from hub_desktop.ui.navigation import Page
    from hub_desktop.ui.qt_application import make_application
    from tests.benchmarks.page_server import integration, running

    app = make_application(sys.argv[:1])
    finished: list[Run] = []
    lateness: dict[str, list[float]] = {"at rest": [], "while syncing": []}
    with ExitStack() as stack:
        address = stack.enter_context(running(given.records))
        path = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder = DataFolder(path / "data").prepare()
        hub = Hub.open(folder, MemoryVault())
        stack.callback(hub.close)
        actor = hub.accounts.person_at_the_pc(Face.WINDOW)
        number = hub.integrations.add(actor, read_integration(integration(address))).integration_id
        stack.callback(GarbageCollection().stop)
        _working(stack, hub)
        desk = Desk(app, hub, folder_identity=folder.identity(), listener_address="")
        stack.callback(desk.close)
        desk.show()
        assert desk.window is not None
        desk.window.show_page(Page.INTEGRATIONS)

        def hear(event: Event) -> None:
            if isinstance(event, RunFinished):
                finished.append(event.run)

        hub.events.subscribe(hear)
        began = last = time.perf_counter()
        requested = False

        def frame() -> None:
            nonlocal last, requested
            now = time.perf_counter()
            late = (now - last) * 1000 - FRAME_MS
            last = now
            if now - began > 1.0:
                lateness["while syncing" if requested else "at rest"].append(max(0.0, late))
            desk.window.repaint()
            if not requested and now - began > 1.0 + given.idle_seconds:
                requested = True
                hub.syncs.request(actor, number)
            if finished:
                app.exit()

        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(frame)
        timer.start(FRAME_MS)
        app.exec()
        timer.stop()
    total = finished[0].total
    print(
        json.dumps(
            {
                "records": total.added,
                "status": str(finished[0].status),
                "seconds": round(finished[0].seconds, 2),
                "peak_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
                "phases": [told(label, values) for label, values in lateness.items()],
            },
            indent=2,
        )
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
