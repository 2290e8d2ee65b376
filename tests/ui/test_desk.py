"""The desk: starting, hiding, waking, failing and ending."""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hub_desktop.app import _working
from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import NotAllowedError, TransientError
from hub_desktop.core.events import CaughtUp, MissedRuns, NightlyFailed
from hub_desktop.core.integration import read_integration
from hub_desktop.hub.hub import Hub
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.integrations import StoredIntegration
from hub_desktop.ui.application import Desk
from hub_desktop.ui.navigation import Page
from hub_desktop.ui.question import Question
from hub_desktop.ui.sign_in import SignInDialog
from hub_desktop.ui.single_instance import SingleInstance, raise_running
from hub_desktop.ui.style import palette
from hub_desktop.ui.style.tokens import DARK, LIGHT
from hub_desktop.ui.surprises import Surprises
from hub_desktop.ui.window_state import WindowState
from tests.fresh_hub import fresh_hub
from tests.ui.conftest import window_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "QPlatformNativeInterface")
LEFT = Qt.MouseButton.LeftButton
OpenDesk = Callable[..., Desk]


@pytest.fixture
def with_tray(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hub_desktop.ui.tray.QSystemTrayIcon.isSystemTrayAvailable", lambda: True)


def test_without_a_tray_it_says_so_once_and_closing_ends(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(hidden=True)
    window = window_of(desk)
    assert window.isVisible(), "a window hidden without a tray could never be found"
    assert "has no tray" in window.messages.sentences[0]
    with qtbot.waitSignal(desk.quit_asked):
        window.close()
    desk.close()
    again = open_desk()
    assert window_of(again).messages.sentences == []


@pytest.mark.usefixtures("with_tray")
def test_first_close_asks_and_later_ones_hide(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    window = window_of(desk)
    window.close()
    question = window.findChild(Question)
    assert question is not None
    assert window.isVisible()
    qtbot.mouseClick(question.yes, LEFT)
    assert not window.isVisible()
    desk.tray.open.trigger()
    assert window.isVisible()
    window.close()
    assert not window.isVisible()


@pytest.mark.usefixtures("with_tray")
def test_quit_instead_ends(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    window_of(desk).close()
    question = window_of(desk).findChild(Question)
    assert question is not None
    with qtbot.waitSignal(desk.quit_asked):
        qtbot.mouseClick(question.no, LEFT)


@pytest.mark.usefixtures("with_tray")
def test_hidden_start_shows_only_the_tray(open_desk: OpenDesk) -> None:
    desk = open_desk(hidden=True)
    assert desk.window is None, "what rests in the tray for months needs none"
    assert desk.tray.icon.toolTip() == "Hub Desktop: No system is connected yet."
    desk.tray.open.trigger()
    assert window_of(desk).isVisible()


@pytest.mark.usefixtures("with_tray")
def test_what_was_told_before_the_window_was_opened_stands_in_it(
    open_desk: OpenDesk, working_hub: Hub, qtbot: QtBot
) -> None:
    desk = open_desk(hidden=True, notices=["The disk is nearly full."])
    desk.tray.pause.trigger()
    qtbot.waitUntil(lambda: desk.paused_until is not None)
    working_hub.events.emit(NightlyFailed("The folder is not there."))
    assert desk.messages is not None
    qtbot.waitUntil(lambda: desk.messages is not None and len(desk.messages.sentences) == 3)
    assert desk.window is None
    desk.tray.open.trigger()
    backup, paused, notice = window_of(desk).messages.sentences
    assert "The folder is not there." in backup
    assert "paused until" in paused
    assert notice == "The disk is nearly full."
    assert window_of(desk).messages.isVisible()


@pytest.mark.usefixtures("with_tray")
def test_the_tray_syncs_all_without_a_window_to_be_seen(
    open_desk: OpenDesk, working_hub: Hub, person: Actor, add_erp: Callable[..., int], qtbot: QtBot
) -> None:
    number = add_erp()
    desk = open_desk(hidden=True)
    desk.tray.sync_all.trigger()
    qtbot.waitUntil(lambda: working_hub.overview.one(person, number).last_success is not None, timeout=20_000)
    assert not window_of(desk).isVisible()


def test_pause_is_told_shown_and_taken_back(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    told: list[bool] = []
    desk.pause_asked.connect(told.append)
    desk.tray.pause.trigger()
    qtbot.waitUntil(lambda: desk.paused_until is not None)
    assert "paused until" in window_of(desk).messages.sentences[0]
    assert desk.tray.pause.text().startswith("Resume (paused until")
    assert "Paused until" in desk.tray.icon.toolTip()
    desk.tray.pause.trigger()
    qtbot.waitUntil(lambda: told == [True, False])
    assert not any("paused" in said for said in window_of(desk).messages.sentences)


def test_cards_promise_no_run_for_the_time_of_a_pause(open_desk: OpenDesk, working_hub: Hub, qtbot: QtBot) -> None:
    number = made(working_hub, "lms").integration_id
    desk = open_desk()

    def next_run() -> datetime | None:
        assert desk.board is not None
        view = desk.board.view(number)
        return None if view is None else view.next_run

    qtbot.waitUntil(lambda: next_run() is not None)
    desk.tray.pause.trigger()
    qtbot.waitUntil(lambda: desk.paused_until is not None and next_run() == desk.paused_until)
    desk.tray.pause.trigger()
    qtbot.waitUntil(lambda: (next_run() or datetime.max.replace(tzinfo=UTC)) <= datetime.now(UTC))


@pytest.mark.usefixtures("qapp")
def test_a_pause_begun_at_the_window_holds_for_serve_too(tmp_path: Path) -> None:
    hub = fresh_hub(tmp_path / "data")
    person = hub.accounts.person_at_the_pc(Face.WINDOW)
    for on in (True, False):
        hub.notifications.pause(person, on=on)
        with ExitStack() as stack:
            assert _working(stack, hub).paused is on
    hub.close()


def test_a_pause_outlasts_the_program(open_desk: OpenDesk, working_hub: Hub, qtbot: QtBot) -> None:
    desk = open_desk()
    desk.tray.pause.trigger()
    qtbot.waitUntil(lambda: working_hub.notifications.paused_until() is not None)
    desk.close()
    again = open_desk()
    assert again.paused_until == working_hub.notifications.paused_until()
    assert "paused until" in window_of(again).messages.sentences[0]
    again.on_resume_asked()
    qtbot.waitUntil(lambda: working_hub.notifications.paused_until() is None)
    qtbot.waitUntil(lambda: again.tray.pause.text() == "Pause for an hour")


def made(hub: Hub, name: str, college_id: int | None = None) -> StoredIntegration:
    config = {"name": name, "baseUrl": f"https://{name}.example", "authType": "none", "endpoints": {"marks": "/m"}}
    actor = hub.accounts.person_at_the_pc(Face.WINDOW)
    return hub.integrations.add(actor, read_integration(config), college_id=college_id)


def caught_up(hub: Hub, *names: str) -> CaughtUp:
    """Return the event that each of these missed three runs; the last one did not go well."""
    now = datetime.now(UTC)
    everybody = hub.accounts.person_at_the_pc(Face.WINDOW)
    number_of = {view.name: view.integration_id for view in hub.overview.all(everybody)}
    runs = tuple(MissedRuns(number_of[name], name, 3, well=name != names[-1]) for name in names)
    return CaughtUp(now - timedelta(days=2), now, now, runs)


def test_what_was_missed_is_told_once(open_desk: OpenDesk, working_hub: Hub, qtbot: QtBot) -> None:
    made(working_hub, "ERP")
    desk = open_desk()
    working_hub.events.emit(caught_up(working_hub, "ERP"))
    qtbot.waitUntil(lambda: any("3 runs missed, caught up at" in said for said in window_of(desk).messages.sentences))
    window_of(desk).messages.take_back(window_of(desk).messages.sentences[0])
    desk.on_signed_out()
    assert not any("missed" in said for said in window_of(desk).messages.sentences)


@pytest.mark.usefixtures("with_tray")
def test_what_was_missed_is_told_to_those_who_may_see_it(
    open_desk: OpenDesk, working_hub: Hub, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("hub_desktop.ui.tray.Tray.tell_caught_up", lambda _tray, sentence: said.append(sentence))
    desk = open_desk()
    everybody = working_hub.accounts.person_at_the_pc(Face.WINDOW)
    first, other = (working_hub.accounts.add_college(everybody, name) for name in ("First", "Second"))
    made(working_hub, "ERP", first)
    made(working_hub, "Library", other)
    whole = caught_up(working_hub, "ERP", "Library")
    # Nobody has signed in yet.
    desk._take_down()
    working_hub.events.emit(whole)
    qtbot.waitUntil(lambda: desk._caught_up is whole)
    assert said == []
    for college, left in ((first, False), (other, True)):
        actor = replace(everybody, college_ids=frozenset({college}))
        monkeypatch.setattr(desk, "_sign_in", lambda actor=actor: actor)
        assert desk.show()
        qtbot.waitUntil(lambda: any("missed" in one for one in window_of(desk).messages.sentences))
        [sentence] = [one for one in window_of(desk).messages.sentences if "missed" in one]
        assert "3 runs missed" in sentence
        assert ("look at Library" in sentence) is left
        assert said.pop() == sentence
        desk._take_down()
    assert desk._caught_up is None
    assert said == []


def test_a_pause_is_over_at_its_time_though_the_computer_slept(
    open_desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()
    desk.tray.pause.trigger()
    qtbot.waitUntil(lambda: desk.paused_until is not None)
    desk.on_pause_looked_at()
    assert desk.paused_until is not None
    later = datetime.now(UTC) + timedelta(hours=1, seconds=1)
    monkeypatch.setattr("hub_desktop.ui.application.utc_now", lambda: later)
    with qtbot.waitSignal(desk.pause_asked) as asked:
        desk.on_pause_looked_at()
    assert asked.args == [False]
    assert desk.paused_until is None


@pytest.mark.usefixtures("with_tray")
def test_without_keeping_in_the_tray_closing_ends(
    open_desk: OpenDesk, working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    desk = open_desk()
    working_hub.notifications.change(person, {"keepInTray": False})
    qtbot.waitUntil(lambda: not desk._notifications.keep_in_tray)
    with qtbot.waitSignal(desk.quit_asked):
        window_of(desk).close()


def test_place_and_screen_are_remembered(open_desk: OpenDesk) -> None:
    desk = open_desk()
    window_of(desk).resize(960, 700)
    window_of(desk).show_page(Page.INTEGRATIONS)
    desk.close()
    window = window_of(open_desk())
    assert (window.width(), window.height()) == (960, 700)
    assert window.page is Page.INTEGRATIONS


def test_nonsense_in_the_state_file_is_no_harm(styled: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "window.ini"
    file.write_text("[window]\ngeometry=rubbish\npage=nowhere\n", "utf-8")
    from PySide6.QtWidgets import QWidget

    widget = QWidget()
    qtbot.addWidget(widget)
    assert WindowState(file).restore(widget) is Page.HOME


def test_second_start_raises_the_first_window(open_desk: OpenDesk, folder: DataFolder, qtbot: QtBot) -> None:
    desk = open_desk()
    with qtbot.waitSignal(desk.instance.raise_asked):
        assert raise_running(folder.identity())
    assert not raise_running("nobody-here")


def test_socket_left_by_a_crash_is_taken_over(second_start: SingleInstance, folder: DataFolder, qtbot: QtBot) -> None:
    other = SingleInstance(folder.identity())
    with qtbot.waitSignal(other.raise_asked):
        assert raise_running(folder.identity())
    other.stop()


def test_a_pause_that_the_hub_refuses_pauses_nothing(
    open_desk: OpenDesk, working_hub: Hub, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_actor: Actor, *, on: bool) -> None:
        raise NotAllowedError("This is for somebody who sees all colleges.")

    desk = open_desk()
    told: list[bool] = []
    desk.pause_asked.connect(told.append)
    monkeypatch.setattr(working_hub.notifications, "pause", refused)
    desk.tray.pause.trigger()
    qtbot.waitUntil(lambda: any("all colleges" in said for said in window_of(desk).messages.sentences))
    assert told == []
    assert desk.paused_until is None


def test_a_pause_is_told_to_the_next_person_too(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    desk.tray.pause.trigger()
    qtbot.waitUntil(lambda: desk.paused_until is not None)
    desk.on_signed_out()
    assert any("paused until" in said for said in window_of(desk).messages.sentences)
    desk.on_pause_ended()
    assert not any("paused" in said for said in window_of(desk).messages.sentences)


def test_themes_change_at_once(open_desk: OpenDesk, styled: QApplication) -> None:
    desk = open_desk()
    desk.on_theme_chosen("dark")
    assert palette.current() is DARK
    desk.on_theme_chosen("light")
    assert palette.current() is LIGHT
    desk.on_theme_chosen("system")


class QBalloonTip(QWidget):
    """Named as the window in which Qt shows a notification itself, pale yellow whatever the palette says."""


def test_a_notification_that_qt_draws_is_read_in_the_dark_too(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    balloon = QBalloonTip()
    qtbot.addWidget(balloon)
    said = QLabel("Moodle needs you", balloon)
    for theme in ("dark", "light"):
        desk.on_theme_chosen(theme)
        said.ensurePolished()
        assert said.palette().color(said.foregroundRole()).name() == LIGHT.text


def test_accounts_ask_for_signing_in(
    styled: QApplication, working_hub: Hub, person: Actor, folder: DataFolder, qtbot: QtBot
) -> None:
    working_hub.accounts.add(person, "Asha", Role.PRINCIPAL, "four calm words here")
    desk = Desk(styled, working_hub, folder_identity=folder.identity(), listener_address="")

    def refuse() -> None:
        assert isinstance(desk.question, SignInDialog)
        desk.question.hide()
        desk.on_raise_asked()
        assert desk.question.isVisible(), "a second start found nothing to bring to the front"
        desk.question.reject()

    _soon(desk, refuse)
    assert not desk.show()

    def sign_in() -> None:
        dialog = desk.question
        assert isinstance(dialog, SignInDialog)
        qtbot.keyClicks(dialog.name, "Asha")
        qtbot.keyClicks(dialog.password, "four calm words here")
        qtbot.mouseClick(dialog.sign_in_button, LEFT)

    _soon(desk, sign_in)
    assert desk.show()
    assert window_of(desk).navigation.findChildren(QLabel)[-1].text() == "Asha · Principal"
    desk.close()


@pytest.mark.errors_logged
def who(desk: Desk) -> str:
    return window_of(desk).navigation.findChildren(QLabel)[-1].text()


def test_the_first_account_makes_the_person_at_the_pc_sign_in(
    open_desk: OpenDesk, working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    desk = open_desk()

    def sign_in() -> None:
        dialog = desk.question
        if not isinstance(dialog, SignInDialog):
            _soon(desk, sign_in)
            return
        assert desk.window is None
        dialog.name.setText("Asha")
        dialog.password.setText("three plain words")
        qtbot.mouseClick(dialog.sign_in_button, Qt.MouseButton.LeftButton)

    _soon(desk, sign_in)
    working_hub.accounts.add(person, "Asha", Role.PRINCIPAL, "three plain words")
    qtbot.waitUntil(lambda: desk.window is not None and "Asha" in who(desk))


@pytest.mark.errors_logged
def test_unexpected_errors_are_told_one_at_a_time(styled: QApplication, qtbot: QtBot) -> None:
    before = sys.excepthook
    surprises = Surprises()
    for number in range(3):
        sys.excepthook(ValueError, ValueError(f"secret {number}"), None)
    qtbot.waitUntil(lambda: surprises.dialog is not None)
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    assert len(dialogs) == 1
    assert surprises.dialog is not None
    assert "Nothing that was stored is lost" in surprises.dialog.text()
    assert "secret" not in surprises.dialog.detailedText()
    surprises.dialog.done(0)
    assert surprises.dialog is None
    surprises.stop()
    assert sys.excepthook is before


def test_failed_calls_are_told_in_a_strip(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()

    def fail() -> None:
        raise TransientError("The line is busy.", "line 4")

    desk.calls.call(fail, lambda _: None, owner=desk)
    qtbot.waitUntil(lambda: window_of(desk).messages.sentences[:1] == ["The line is busy."])


def _soon(desk: Desk, do: Callable[[], None]) -> None:
    from PySide6.QtCore import QTimer

    QTimer.singleShot(50, desk, do)
