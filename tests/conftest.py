"""What every test is held to: no error logged unasked, no thread left behind, no control without a name."""

import gc
import logging
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    # Of a size that people have; its own is 800 by 800, less than the smallest window.
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).parent / 'screens' / 'desk.json'}"
# A passphrase, keyring or data folder of the person who runs the tests must not reach them.
for _name in ("HUB_DESKTOP_VAULT_PASSPHRASE", "HUB_DESKTOP_DATA_DIR", "HUB_DESKTOP_ACCOUNT", "HUB_DESKTOP_PASSWORD"):
    os.environ.pop(_name, None)

settings.register_profile(
    "hub", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.load_profile("hub")

_PATIENCE_SECONDS = 5.0
# Threads that libraries keep for the life of the process.
_LASTING = ("pytest", "ThreadPoolExecutor", "AnyIO worker thread", "asyncio_", "hub-keyring", "execnet", "pydevd")


def pytest_configure(config: pytest.Config) -> None:
    """Name the markers."""
    config.addinivalue_line("markers", "errors_logged: this test makes the program log errors on purpose")
    config.addinivalue_line("markers", "threads_kept: this test leaves a thread behind on purpose")


@pytest.fixture(autouse=True)
def no_error_logged(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test during which the program logged an error that the test does not expect."""
    with caplog.at_level(logging.WARNING):
        yield
    if request.node.get_closest_marker("errors_logged"):
        return
    errors = [
        record for when in ("setup", "call") for record in caplog.get_records(when) if record.levelno >= logging.ERROR
    ]
    assert not errors, "errors were logged: " + "; ".join(record.getMessage() for record in errors)


@pytest.fixture(autouse=True)
def no_thread_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test after which a thread goes on that was not there before."""
    before = set(threading.enumerate())
    yield
    if request.node.get_closest_marker("threads_kept"):
        return
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline:
        left = [t for t in threading.enumerate() if t not in before and not t.name.startswith(_LASTING)]
        # A QThread that runs Python shows up as a dummy thread until Qt ends it.
        if not left:
            return
        gc.collect()
        time.sleep(0.02)
    assert not left, f"threads were left behind: {[t.name for t in left]}"


@pytest.fixture(autouse=True)
def no_control_unnamed(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test of the window after which a visible control has no accessible name."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    # Asked for here, so that the widgets of the test still live when this fixture ends.
    request.getfixturevalue("qtbot")
    yield
    from PySide6.QtWidgets import QApplication

    from tests.accessibility import unnamed_controls

    unnamed = [
        name for window in QApplication.topLevelWidgets() if window.isVisible() for name in unnamed_controls(window)
    ]
    assert not unnamed, f"controls without an accessible name: {unnamed}"
