"""Every view has its states: a walk over all screens, their tabs, and the sections of the settings.

A view that is added and says nothing of its reading fails here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from hub_desktop.core.integration import read_integration
from hub_desktop.ui.activity_page import ActivityPage
from hub_desktop.ui.board import Board
from hub_desktop.ui.data_page import DataPage
from hub_desktop.ui.home import HomePage
from hub_desktop.ui.integration_page import IntegrationPage, Part
from hub_desktop.ui.integrations_page import IntegrationsPage
from hub_desktop.ui.navigation import Page, Section, section_title
from hub_desktop.ui.reports_page import ReportsPage
from hub_desktop.ui.session import Session
from hub_desktop.ui.settings_page import SettingsPage
from hub_desktop.ui.style.widgets import Card
from hub_desktop.ui.waiting import Waiting
from tests.accessibility import unnamed_controls
from tests.ui.damage import busy, damaged
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton
PATIENCE = 20_000

OTHERWISE = {
    "reports": "it counts one report after another, and says how far it is (test_reports_page)",
    "settings/appearance": "it is read with the college",
    "settings/about": "it says what the program knows of itself",
    "integration/settings": "it shows what the page has read",
}
"""Views without a state of their own, each with its reason."""
NOT_IN_THE_FILES = {"settings/autostart"}
"""What is read from elsewhere, and so can be read while the files of the hub cannot."""


@dataclass(frozen=True)
class View:
    """One place to look at."""

    name: str
    place: QWidget

    def states(self) -> list[Waiting]:
        """Return what says how reading it goes, as far as it is seen now.

        What is read only once something is chosen in it stands within another one, and has nothing to read yet.
        """
        found = [one for one in self.place.findChildren(Waiting) if one.isVisible()]
        return [one for one in found if not any(other.isAncestorOf(one) for other in found if other is not one)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def session(folder: Path) -> Iterator[Session]:
    with opened(folder) as found:
        yield found


@pytest.fixture
def numbers(session: Session) -> list[int]:
    def add(name: str) -> int:
        written = {"name": name, "baseUrl": "https://x.example.com", "endpoints": {"students": "/s"}}
        return session.hub.integrations.add(session.actor, read_integration(written)).integration_id

    return [add("ERP"), add("LMS")]


@pytest.fixture
def known(session: Session, numbers: list[int], qtbot: QtBot) -> Board:
    """What is known of the integrations when a page of one is opened."""
    board = Board(session)
    board.on_reading_due()
    qtbot.waitUntil(lambda: board.loaded, timeout=PATIENCE)
    return board


@pytest.fixture
def walk(session: Session, numbers: list[int], known: Board, qtbot: QtBot) -> Callable[[], Iterator[View]]:
    """Return what goes from view to view, each shown when it is given."""

    kept: list[object] = []

    def shown(widget: QWidget) -> QWidget:
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.resize(960, 600)
        widget.show()
        return widget

    def tabs_of(name: str, place: QWidget, tabs: QTabBar | None) -> Iterator[View]:
        if tabs is None:
            yield View(name, place)
            return
        for tab in range(tabs.count()):
            tabs.setCurrentIndex(tab)
            yield View(f"{name}/{tabs.tabText(tab).split(' (')[0].lower()}", place)

    def walked() -> Iterator[View]:
        fresh = Board(session)
        kept.append(fresh)
        fresh.on_reading_due()
        for page in Page:
            match page:
                case Page.HOME:
                    yield View(page, shown(HomePage(session, fresh)))
                case Page.INTEGRATIONS:
                    yield View(page, shown(IntegrationsPage(session, fresh)))
                case Page.DATA:
                    data = DataPage(session)
                    data.comparison.show_sources({str(number): f"{number}" for number in numbers})
                    yield from tabs_of(page, shown(data), data.tabs)
                case Page.ACTIVITY:
                    activity = ActivityPage(session)
                    yield from tabs_of(page, shown(activity), activity.tabs)
                case Page.REPORTS:
                    yield View(page, shown(ReportsPage(session)))
                case Page.SETTINGS:
                    settings = shown(SettingsPage(session))
                    cards = {card.accessibleName(): card for card in settings.findChildren(Card)}
                    for section in Section:
                        yield View(f"{page}/{section}", cards[section_title(section)])
        one = IntegrationPage(session, known, numbers[0])
        shown(one)
        for part in Part:
            place = one.show_part(part)
            yield from tabs_of(f"integration/{part}", place, place.findChild(QTabBar))

    return walked


def begun(view: View) -> list[Waiting]:
    """Return the states of a view of which something is to be seen; fail for a view that has none."""
    found = view.states()
    assert bool(found) != (view.name in OTHERWISE), view.name
    return found


def test_every_view_waits_in_silence_then_in_blocks_and_then_can_be_stopped(
    walk: Callable[[], Iterator[View]], session: Session, qtbot: QtBot
) -> None:
    seen: list[Waiting] = []
    with busy(session.calls) as go:
        for view in walk():
            for one in begun(view):
                if one in seen:
                    continue
                seen.append(one)
                assert one.is_reading, view.name
                assert not one.skeleton.isVisible(), view.name
                assert not one.notice.isVisible(), view.name
                one._patience.stop()
                one.on_time_passed()
                assert one.skeleton.isVisible(), view.name
                assert one.skeleton.accessibleName() == "Loading…"
                assert not one.content.isVisible(), view.name
                assert not one.notice.isVisible(), view.name
                one._slow.stop()
                one.on_time_passed()
                assert one.notice.cancel_button.isVisible(), view.name
                assert one.notice.heading.text() == "This takes longer than usual."
                assert unnamed_controls(one) == []
        for one in seen:
            if one.is_reading:
                # It may stand on a tab that is not looked at any more.
                one.notice.cancel_button.click()
        go.set()
        qtbot.waitUntil(lambda: not session.calls._asked, timeout=PATIENCE)
        for one in seen:
            assert not one.has_content
            assert not one.skeleton.isVisibleTo(one)
            assert one.notice.heading.text() == "Stopped. Nothing was changed."
            assert one.notice.again_button.isVisibleTo(one)
    for one in seen:
        one.notice.again_button.click()
    qtbot.waitUntil(lambda: all(one.has_content for one in seen), timeout=PATIENCE)
    assert not any(one.notice.isVisibleTo(one) for one in seen)
    assert len(seen) > 20


def test_every_view_that_cannot_be_read_says_why_with_details_and_can_be_tried_again(
    walk: Callable[[], Iterator[View]], session: Session, folder: Path, qtbot: QtBot
) -> None:
    seen: list[Waiting] = []
    with damaged(session.hub, folder):
        for view in walk():
            found = [one for one in begun(view) if one not in seen]
            seen += found
            qtbot.waitUntil(lambda found=found: not any(one.is_reading for one in found), timeout=PATIENCE)
            for one in found:
                if view.name in NOT_IN_THE_FILES:
                    assert one.has_content
                    continue
                notice = one.notice
                assert notice.isVisible(), view.name
                assert notice.heading.text() == "This cannot be shown now."
                assert "damaged" in notice.sentence.text(), view.name
                assert notice.again_button.isVisible()
                assert notice.help.isVisible()
                assert not notice.detail.isVisible()
                notice.fold.click()
                assert "not a database" in notice.detail.text()
                assert notice.detail.isVisible()
                assert not one.content.isVisible(), view.name
        qtbot.waitUntil(lambda: not session.calls._asked, timeout=PATIENCE)
    for one in seen:
        one.notice.again_button.click()
    qtbot.waitUntil(lambda: all(one.has_content for one in seen), timeout=PATIENCE)
    assert not any(one.notice.isVisibleTo(one) for one in seen)


def test_what_was_read_before_stays_with_its_age_when_it_cannot_be_read_anew(
    session: Session, known: Board, folder: Path, qtbot: QtBot
) -> None:
    home = HomePage(session, known)
    settings = SettingsPage(session)
    for page in (home, settings):
        qtbot.addWidget(page)
        page.resize(960, 600)
        page.show()
    qtbot.waitUntil(lambda: settings.tokens.waiting.has_content and not session.calls._asked, timeout=PATIENCE)
    with damaged(session.hub, folder):
        known.on_reading_due()
        settings.tokens.load()
        for one in (home.waiting, settings.tokens.waiting):
            qtbot.waitUntil(one.notice.isVisible, timeout=PATIENCE)
            assert one.notice.heading.text().startswith("Showing data from ")
            assert "damaged" in one.notice.sentence.text()
            assert one.content.isVisible()
            assert not one.skeleton.isVisible()
        assert [row.name.text() for row in home.systems] == ["ERP", "LMS"]
    qtbot.mouseClick(home.waiting.notice.again_button, LEFT)
    qtbot.waitUntil(lambda: not home.waiting.notice.isVisible(), timeout=PATIENCE)


def test_dialogs_that_read_say_why_they_could_not(
    session: Session, numbers: list[int], folder: Path, qtbot: QtBot
) -> None:
    from hub_desktop.ui.checklist_page import ChecklistPage
    from hub_desktop.ui.drift_dialog import DriftDialog

    with damaged(session.hub, folder):
        drift, checklist = DriftDialog(session, numbers[0], "ERP"), ChecklistPage(session, numbers[0])
        checklist.load()
        for shown in (drift, checklist):
            qtbot.addWidget(shown)
            shown.show()
            qtbot.waitUntil(shown.waiting.notice.isVisible, timeout=PATIENCE)
            assert "damaged" in shown.waiting.notice.sentence.text()
        assert not drift.accept_button.isEnabled(), "nobody accepts what they have not seen"
    for shown in (drift, checklist):
        qtbot.mouseClick(shown.waiting.notice.again_button, LEFT)
    qtbot.waitUntil(lambda: drift.waiting.has_content and checklist.waiting.has_content, timeout=PATIENCE)
    assert "nothing to decide" in drift.sentences.text()
    assert checklist.checklist is not None


def test_mapping_rows_that_come_late_are_waited_for_and_can_be_stopped(session: Session, qtbot: QtBot) -> None:
    from hub_desktop.core.datatypes import DATA_TYPES
    from hub_desktop.ui.integration_form import IntegrationForm
    from hub_desktop.ui.mapping_dialog import MappingDialog
    from hub_desktop.ui.sampling import Sampler

    form = IntegrationForm(session)
    qtbot.addWidget(form, before_close_func=lambda shown: setattr(shown, "_leaving", True))
    form.name.setText("ERP")
    form.base_url.setText("http://127.0.0.1:9")
    row = form.endpoints.row_of("students")
    assert row is not None
    row.tick.setChecked(True)
    row.path.setText("/s")
    kinds = form.credentials.fields()["authType"].control
    assert isinstance(kinds, QComboBox)
    kinds.setCurrentIndex(kinds.findData("none"))
    with busy(session.calls):
        dialog = MappingDialog(DATA_TYPES["students"], (), form, endpoint="students", sampler=Sampler(session, form))
        dialog.show()
        qtbot.mouseClick(dialog.sample_button, LEFT)
        assert dialog.waiting.is_reading, dialog.waiting.notice.sentence.text()
        dialog.waiting._patience.stop()
        dialog.waiting._slow.stop()
        dialog.waiting.on_time_passed()
        assert dialog.waiting.skeleton.isVisible()
        qtbot.mouseClick(dialog.waiting.notice.cancel_button, LEFT)
        assert dialog.waiting.notice.heading.text() == "Stopped. Nothing was changed."
    qtbot.waitUntil(lambda: dialog.sample_button.text() == "&Show real rows", timeout=PATIENCE)
    assert dialog.rows.isVisible()
    dialog.reject()
