"""What the tests of the window share: a real hub in a temporary folder, a real sample college, the desk over both."""

import gc
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hub_desktop.core.actor import Actor, Face
from hub_desktop.core.integration import read_integration
from hub_desktop.hub.hub import Hub
from hub_desktop.server.listening import ListeningThread
from hub_desktop.server.sample_college.api import create_app
from hub_desktop.server.sample_college.data import SampleCollege, SampleCredentials
from hub_desktop.store.folder import DataFolder
from hub_desktop.ui.application import Desk
from hub_desktop.ui.integration_card import IntegrationCard
from hub_desktop.ui.integrations_page import IntegrationsPage
from hub_desktop.ui.lanes import Lanes
from hub_desktop.ui.main_window import MainWindow
from hub_desktop.ui.navigation import Page
from hub_desktop.ui.qt_application import make_application
from hub_desktop.ui.single_instance import SingleInstance
from tests.fresh_hub import fresh_hub


@dataclass(frozen=True)
class Served:
    """The sample college and where it answers."""

    college: SampleCollege
    address: str


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail a test after which a thread goes on that was not there before.

    Python 3.11 lists the stand-ins of Qt's threads for ever, so those are left to `Lanes.stop` and to Qt, which aborts
    when a running one is destroyed.
    """
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 5
    while left := [t for t in set(threading.enumerate()) - before if not isinstance(t, threading._DummyThread)]:
        left = [t for t in left if not t.name.startswith(("asyncio_", "AnyIO"))]
        if not left or time.monotonic() > deadline:
            break
        gc.collect()
        time.sleep(0.02)
    assert not left, f"threads were left behind: {[t.name for t in left]}"


@pytest.fixture(autouse=True)
def no_widget_left() -> Iterator[None]:
    """Let windows go that were told to: without a loop that runs, they would be styled anew with the next test's."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def styled(qapp: QApplication) -> QApplication:
    return make_application(["test"])


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data").prepare()


@pytest.fixture
def working_hub(folder: DataFolder) -> Iterator[Hub]:
    """A hub whose lanes are at work."""
    hub = fresh_hub(folder.path)
    lanes = Lanes(hub, 2)
    lanes.start()
    yield hub
    assert lanes.stop()
    hub.close()


@pytest.fixture
def person(working_hub: Hub) -> Actor:
    return working_hub.accounts.person_at_the_pc(Face.WINDOW)


@pytest.fixture
def served() -> Iterator[Served]:
    keys = SampleCredentials("erp-token-12345", "biometric-key-12345", "lms-client", "lms-secret-12345")
    college = SampleCollege.load(
        erp_token=keys.erp_token,
        biometric_key=keys.biometric_key,
        lms_client_id=keys.lms_client_id,
        lms_client_secret=keys.lms_client_secret,
    )
    with ListeningThread(create_app(college)) as listening:
        yield Served(college, listening.address)


@pytest.fixture
def add_erp(working_hub: Hub, person: Actor, served: Served) -> Callable[..., int]:
    """Return what adds an integration with the sample ERP's students; its token may be wrong."""

    def add(name: str = "College ERP", *, token: str = "erp-token-12345", enabled: bool = True) -> int:
        written = {
            "name": name,
            "type": "student-management",
            "baseUrl": f"{served.address}/erp",
            "authType": "bearer",
            "apiKey": token,
            "endpoints": {"students": "/api/v1/students", "faculty": "/api/v1/faculty"},
            "syncInterval": 60,
            "enabled": enabled,
        }
        return working_hub.integrations.add(person, read_integration(written)).integration_id

    return add


@pytest.fixture
def open_desk(
    styled: QApplication, working_hub: Hub, folder: DataFolder, qtbot: QtBot
) -> Iterator[Callable[..., Desk]]:
    """Return what opens the desk and waits until it knows the integrations."""
    opened: list[Desk] = []

    def open_it(**settings: object) -> Desk:
        desk = Desk(
            styled,
            working_hub,
            folder_identity=folder.identity(),
            listener_address="http://127.0.0.1:8765",
            **settings,  # type: ignore[arg-type]
        )
        opened.append(desk)
        assert desk.show()
        qtbot.waitUntil(lambda: desk.board is not None and desk.board.loaded)
        return desk

    yield open_it
    for desk in opened:
        desk.close()
        desk.deleteLater()
    styled.processEvents()


@pytest.fixture
def second_start(folder: DataFolder) -> Iterator[SingleInstance]:
    instance = SingleInstance(folder.identity())
    yield instance
    instance.stop()


def window_of(desk: Desk) -> MainWindow:
    """Return the desk's window."""
    assert desk.window is not None
    return desk.window


def cards_of(desk: Desk) -> IntegrationsPage:
    """Show the screen of the integrations and return it."""
    page = window_of(desk).show_page(Page.INTEGRATIONS)
    assert isinstance(page, IntegrationsPage)
    return page


def card_named(page: IntegrationsPage, name: str) -> IntegrationCard:
    """Return the card of an integration that is shown."""
    return next(card for card in page.cards() if card.view.name == name)
