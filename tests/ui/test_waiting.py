"""The piece that stands over a view's content: its clock, what it says, and that waiting no longer ends the reading."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hub_desktop.core.errors import HubError, StorageError
from hub_desktop.ui.help.topics import Topic
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.palette import palette
from hub_desktop.ui.style.skeleton import Shape, Skeleton
from hub_desktop.ui.style.tokens import DARK, LIGHT
from hub_desktop.ui.waiting import Reading, Waiting
from tests.accessibility import unnamed_controls
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton
PATIENCE = 15_000
COUNT_FOR_EVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path / "data") as found:
        yield found


@pytest.fixture
def waiting(session: Session, qtbot: QtBot) -> Waiting:
    shown = Waiting(session, Shape.TABLE, QPushButton("What was read"))
    qtbot.addWidget(shown)
    shown.resize(640, 400)
    shown.show()
    return shown


def let_pass(waiting: Waiting, *, slow: bool = False) -> None:
    """Let the first moment pass without waiting for it, and where it is `slow` also the longer while."""
    for timer in (waiting._patience, waiting._slow) if slow else (waiting._patience,):
        timer.stop()
    waiting.on_time_passed()


def heavy(session: Session) -> int:
    """Read what never comes to an end."""
    with session.hub._databases.records.connect() as connection:
        return int(connection.exec_driver_sql(COUNT_FOR_EVER).scalar_one())


def test_what_comes_at_once_is_shown_without_a_word(qtbot, session, waiting):
    heard: list[int] = []
    Reading(session, waiting).ask(lambda: 7, heard.append)
    assert not waiting.skeleton.isVisible()
    qtbot.waitUntil(lambda: heard == [7], timeout=PATIENCE)
    assert waiting.content.isVisible()
    assert not waiting.notice.isVisible()
    assert not waiting._patience.isActive()
    assert not waiting._slow.isActive(), "no timer runs at rest"


def test_waiting_no_longer_ends_what_is_read(qtbot, session, waiting):
    reading, heard = Reading(session, waiting), []
    reading.ask(lambda: heavy(session), heard.append)
    let_pass(waiting, slow=True)
    assert waiting.skeleton.isVisible()
    assert unnamed_controls(waiting) == []
    waiting.notice.cancel_button.setFocus()
    qtbot.mouseClick(waiting.notice.cancel_button, LEFT)
    qtbot.waitUntil(lambda: not session.calls._asked, timeout=PATIENCE)
    assert heard == []
    assert waiting.notice.heading.text() == "Stopped. Nothing was changed."
    assert not waiting.content.isVisible()
    assert not waiting.skeleton.isVisible()
    reading.ask(lambda: 7, heard.append)
    qtbot.waitUntil(lambda: heard == [7], timeout=PATIENCE)
    assert waiting.content.isVisible()


def test_an_answer_that_comes_after_it_was_stopped_is_dropped_and_try_again_asks_anew(qtbot, session, waiting):
    gate, heard, failed = threading.Event(), [], []
    Reading(session, waiting).ask(lambda: gate.wait(10), heard.append, failed.append)
    let_pass(waiting, slow=True)
    qtbot.mouseClick(waiting.notice.cancel_button, LEFT)
    gate.set()
    qtbot.waitUntil(lambda: not session.calls._asked, timeout=PATIENCE)
    assert heard == failed == []
    qtbot.mouseClick(waiting.notice.again_button, LEFT)
    qtbot.waitUntil(lambda: heard == [True], timeout=PATIENCE)


def test_what_stands_there_stays_while_it_is_read_anew_and_can_be_stopped(qtbot, session, waiting):
    gate, heard = threading.Event(), []
    reading = Reading(session, waiting)
    reading.ask(lambda: "first", heard.append)
    qtbot.waitUntil(lambda: heard == ["first"], timeout=PATIENCE)
    reading.ask(lambda: gate.wait(10), heard.append)
    let_pass(waiting)
    assert waiting.content.isVisible()
    assert not waiting.skeleton.isVisible()
    assert not waiting.notice.isVisible()
    let_pass(waiting, slow=True)
    assert waiting.notice.heading.text() == "This takes longer than usual."
    qtbot.mouseClick(waiting.notice.cancel_button, LEFT)
    gate.set()
    assert waiting.notice.sentence.text().startswith("Showing data from ")
    assert waiting.content.isVisible()
    qtbot.waitUntil(lambda: not session.calls._asked, timeout=PATIENCE)
    assert heard == ["first"]


def test_an_error_has_its_help_and_its_details_folded(qtbot, session, waiting):
    asked: list[Topic] = []
    session.help_line.asked.connect(asked.append)
    error = StorageError("The disk is full.", "records.db: SQLITE_FULL", evidence={"free": "0 bytes"})
    waiting.begin()
    waiting.failed(error)
    notice = waiting.notice
    assert (notice.heading.text(), notice.sentence.text()) == ("This cannot be shown now.", "The disk is full.")
    assert notice.accessibleName() == "This cannot be shown now. The disk is full."
    assert not notice.detail.isVisible()
    qtbot.mouseClick(notice.fold, LEFT)
    assert notice.detail.text() == "records.db: SQLITE_FULL\nfree: 0 bytes"
    assert notice.detail.isVisible()
    qtbot.mouseClick(notice.help, LEFT)
    assert asked == [Topic.SUPPORT]
    waiting.failed(HubError("It is gone."))
    assert not notice.fold.isVisible(), "there is nothing more to know"
    assert not notice.detail.isVisible()


def test_an_error_stands_until_the_next_try_takes_a_while(waiting):
    waiting.begin()
    waiting.failed(HubError("It is gone."))
    waiting.begin()
    assert waiting.notice.isVisible()
    let_pass(waiting)
    assert waiting.skeleton.isVisible()
    assert not waiting.notice.isVisible()
    waiting.came()
    assert waiting.content.isVisible()


def test_another_question_lets_go_of_what_answered_the_one_before(waiting):
    waiting.begin()
    waiting.came()
    waiting.forget()
    waiting.begin()
    assert not waiting.has_content
    let_pass(waiting)
    assert waiting.skeleton.isVisible()
    waiting.failed(HubError("It is gone."))
    assert not waiting.content.isVisible()
    assert waiting.notice.heading.text() == "This cannot be shown now."


def test_of_several_questions_asked_meanwhile_only_the_last_is_asked(qtbot, session, waiting):
    gate, heard = threading.Event(), []
    reading = Reading(session, waiting)
    reading.ask(lambda: gate.wait(10), heard.append)
    reading.ask(lambda: "second", heard.append)
    reading.ask(lambda: "third", heard.append)
    gate.set()
    qtbot.waitUntil(lambda: heard[-1:] == ["third"], timeout=PATIENCE)
    assert heard == [True, "third"]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("shape", list(Shape))
def test_blocks_lie_within_their_room_in_either_palette(styled, qtbot, shape, colours):
    styled.setPalette(palette(colours))
    skeleton = Skeleton(shape)
    qtbot.addWidget(skeleton)
    for size in (QSize(900, 400), QSize(300, 90)):
        skeleton.resize(size)
        blocks = [block for block, _ in skeleton.blocks()]
        assert blocks
        assert all(block.left() >= 0 and block.right() <= size.width() for block in blocks)
    image = skeleton.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert colours.skeleton in seen


def test_who_cannot_see_it_is_told(waiting):
    # Only once something listens, as with a screen reader.
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    try:
        waiting.begin()
        let_pass(waiting)
        assert waiting._announced == "Loading…"
        waiting.failed(HubError("It is gone."))
        assert waiting._announced == "This cannot be shown now. It is gone."
        waiting.came()
        assert waiting._announced == ""
    finally:
        QAccessible.setActive(before)
    interface = QAccessible.queryAccessibleInterface(waiting.skeleton)
    assert interface.text(QAccessible.Text.Name) == "Loading…"
