"""The states of a view whose content is read: loading, stopped, not read, and shown though it is old.

Nothing is said for a moment; then grey blocks stand in the place of what comes, and after a while it can be stopped.
What was shown before stays while it is read anew, and where that fails, the view says how old it is.
"""

import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hub_desktop.core.errors import HubError
from hub_desktop.core.stopping import stoppable
from hub_desktop.core.times import utc_now
from hub_desktop.ui.calls import Calls
from hub_desktop.ui.help.help_button import HelpButton
from hub_desktop.ui.help.signposts import topic_of_error
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.skeleton import Shape, Skeleton
from hub_desktop.ui.style.tokens import ICON_SMALL, SPACE_M, SPACE_S, SPACE_XS
from hub_desktop.ui.style.widgets import IconLabel, PlainLabel, StripKind, plain_button, quiet_button
from hub_desktop.ui.words import exact, when_for_long

_T = TypeVar("_T")
_PATIENCE_MS = 300
_SLOW_MS = 3000
_SHAPES: dict[StripKind, str] = {"info": "info", "warning": "warning", "error": "octagon-x"}


class Notice(QFrame):
    """A sentence about what is read, with what can be done about it; technical details are folded."""

    def __init__(self, session: Session | None) -> None:
        """Without a session nobody answers who asks for help, so none is offered."""
        super().__init__()
        self._helped = session is not None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = IconLabel()
        self.heading = PlainLabel(role="strong", wrap=True)
        self.sentence = PlainLabel(wrap=True)
        self.detail = PlainLabel(role="muted", wrap=True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.again_button = plain_button(self.tr("Try again"), "sync")
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.help = HelpButton()
        if session is not None:
            self.help.help_asked.connect(session.help_line.asked)
        self.fold = quiet_button(self.tr("Details"))
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self.detail.setVisible)
        self.detail.hide()
        words = QVBoxLayout()
        words.setSpacing(SPACE_XS)
        for line in (self.heading, self.sentence):
            words.addWidget(line)
        buttons, links = QHBoxLayout(), QHBoxLayout()
        for row, parts in ((buttons, (self.again_button, self.cancel_button)), (links, (self.help, self.fold))):
            row.setSpacing(SPACE_S)
            for part in parts:
                row.addWidget(part)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(SPACE_S)
        self._buttons.addLayout(buttons)
        self._buttons.addLayout(links, 1)
        self._buttons.setAlignment(buttons, Qt.AlignmentFlag.AlignLeft)
        links.addStretch(1)
        words.addLayout(self._buttons)
        words.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        row.setSpacing(SPACE_S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def say(self, kind: StripKind, heading: str, sentence: str = "", error: HubError | None = None) -> None:
        """Show this; an error adds the way to its help, and what IT staff want to know of it."""
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
        self._icon.show_icon(_SHAPES[kind], kind)
        self.heading.setText(heading)
        self.sentence.show_or_hide(sentence)
        detail = _details(error) if error is not None else ""
        if detail != self.detail.text():
            self.detail.setText(detail)
            self.fold.setChecked(False)
        self.fold.setVisible(bool(detail))
        self.help.show_topic(topic_of_error(error) if error is not None and self._helped else None, sentence)
        self.setAccessibleName(f"{heading} {sentence}".strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the links stand below the buttons where there is no room beside them."""
        super().resizeEvent(event)
        self._arrange()

    def offer(self, *, again: bool = False, cancel: bool = False) -> None:
        """Let this be done."""
        self.again_button.setVisible(again)
        self.cancel_button.setVisible(cancel)
        self._arrange()

    def _arrange(self) -> None:
        parts = [self.again_button, self.cancel_button, self.help, self.fold]
        wide = sum(part.sizeHint().width() + SPACE_S for part in parts if not part.isHidden())
        room = self.width() - ICON_SMALL - 2 * SPACE_M - SPACE_S
        way = QBoxLayout.Direction.LeftToRight if wide <= room else QBoxLayout.Direction.TopToBottom
        if self._buttons.direction() != way:
            self._buttons.setDirection(way)


class Waiting(QWidget):
    """Holds the content of a view, and shows in its place or above it how reading it goes.

    Signals:
        again_asked(): a person wants it to be read once more.
        stop_asked(): a person waits no longer; what comes now is to be dropped.
    """

    again_asked = Signal()
    stop_asked = Signal()

    def __init__(
        self,
        session: Session | None,
        shape: Shape,
        content: QWidget | None = None,
        *,
        right: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Without a `content` there is an empty one to be filled; `right` is where it has its scroll bar."""
        super().__init__(parent)
        self.content = content if content is not None else QWidget()
        self.skeleton = Skeleton(shape, right=right)
        self.notice = Notice(session)
        self._read_at: datetime | None = None
        self._begun = False
        self._reading = False
        self._stopped = False
        self._error: HubError | None = None
        self._announced = ""
        self._patience, self._slow = QTimer(self), QTimer(self)
        for timer, milliseconds in ((self._patience, _PATIENCE_MS), (self._slow, _SLOW_MS)):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
            timer.timeout.connect(self.on_time_passed)
        self.notice.again_button.clicked.connect(self.on_again_clicked)
        self.notice.cancel_button.clicked.connect(self.on_cancel_clicked)
        self._filler = QWidget()
        self._filler.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, right, 0)
        above.addWidget(self.notice)
        place = QGridLayout()
        place.addWidget(self.content, 0, 0)
        place.addWidget(self.skeleton, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        column.addLayout(above)
        column.addLayout(place, 1)
        column.addWidget(self._filler, 1)
        for part in (self.skeleton, self.notice, self._filler):
            part.hide()

    def fill(self, host: QWidget) -> None:
        """Take up all of a widget."""
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self)

    @property
    def has_content(self) -> bool:
        """Whether what stands there was read, if not at this moment."""
        return self._read_at is not None

    @property
    def is_reading(self) -> bool:
        """Whether an answer is waited for."""
        return self._reading

    @property
    def is_fresh(self) -> bool:
        """Whether what stands there was read, and nothing went wrong since."""
        return self.has_content and self._error is None and not self._stopped

    # -- what becomes of the reading ---------------------------------------------------------------------------------

    @Slot()
    def begin(self) -> None:
        """Tell that something is being read; what is shown stays, and nothing is said for a moment."""
        self._begun = True
        if not self._reading:
            self._reading = True
            self._patience.start()
            self._slow.start()
            self._settle()

    @Slot()
    def came(self, at: datetime | None = None) -> None:
        """Show what was read, now or then."""
        self._begun = True
        self._read_at = at or utc_now()
        self._end()

    @Slot(object)
    def failed(self, error: HubError) -> None:
        """Say why it could not be read; what was shown before stays, and is old."""
        self._begun = True
        self._end(error)

    @Slot()
    def stopped(self) -> None:
        """Say that it is read no further, because somebody wanted that."""
        self._end(stopped=True)

    def rest(self) -> None:
        """Wait no more, because nobody looks; what stands there stays, and nothing is said."""
        self._end()

    def forget(self) -> None:
        """Let go of what stands there: it is about something else than is asked for from now on."""
        if self.has_content:
            self._read_at = None
            self._end()

    # -- slots -------------------------------------------------------------------------------------------------------

    @Slot()
    def on_time_passed(self) -> None:
        """Show that it takes a while; what was said before of an earlier try holds no longer where nothing is shown."""
        if not self.has_content:
            self._error, self._stopped = None, False
        self._settle()

    @Slot()
    def on_cancel_clicked(self) -> None:
        """Wait no longer."""
        keyboard = self.notice.cancel_button.hasFocus()
        self.stop_asked.emit()
        self.stopped()
        if keyboard:
            self.notice.again_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def on_again_clicked(self) -> None:
        """Ask for it once more, unless that is being done."""
        if not self._reading:
            self.again_asked.emit()

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _end(self, error: HubError | None = None, *, stopped: bool = False) -> None:
        self._reading, self._error, self._stopped = False, error, stopped
        self._patience.stop()
        self._slow.stop()
        self._settle()

    def _settle(self) -> None:
        waited = self._reading and not self._patience.isActive()
        long = self._reading and not self._slow.isActive()
        trouble = self._error is not None or self._stopped
        # For the first moment the frame stands empty: blocks that come and go at once would only flicker.
        shown = self.has_content or not self._begun or not (trouble or waited)
        loading = waited and not shown
        self._show_content(shown, keep_room=loading)
        self.skeleton.setVisible(loading)
        if long:
            self._say_slow()
        elif trouble:
            self._say_trouble()
        self.notice.setToolTip(exact(self._read_at))
        self.notice.setVisible(long or trouble)
        self._filler.setVisible(trouble and not shown and not loading)
        self._announce(self.notice if long or trouble else self.skeleton if loading else None)

    def _announce(self, part: QWidget | None) -> None:
        """Tell what a part says, once, to those who cannot see it; what is scrolled away stays silent."""
        said = part.accessibleName() if part is not None else ""
        if said != self._announced:
            self._announced = said
            if said and not self.visibleRegion().isEmpty():
                announce(self, said)

    def _show_content(self, shown: bool, *, keep_room: bool) -> None:
        policy = self.content.sizePolicy()
        if policy.retainSizeWhenHidden() != keep_room:
            policy.setRetainSizeWhenHidden(keep_room)
            self.content.setSizePolicy(policy)
        if self.content.isHidden() == shown:
            self.content.setVisible(shown)

    def _say_slow(self) -> None:
        self.notice.say("info", self.tr("This takes longer than usual."), self._age())
        self.notice.offer(cancel=True)

    def _say_trouble(self) -> None:
        error = self._error
        if error is None:
            self.notice.say("info", self.tr("Stopped. Nothing was changed."), self._age())
        elif self.has_content:
            self.notice.say("warning", self._age(), spoken(error.sentence), error)
        else:
            self.notice.say("error", self.tr("This cannot be shown now."), spoken(error.sentence), error)
        self.notice.offer(again=True)

    def _age(self) -> str:
        if self._read_at is None:
            return ""
        return self.tr("Showing data from {time}.").format(time=when_for_long(self._read_at))


class Reading(QObject):
    """What a view asks anew whenever the answer may have changed; the states of the view follow.

    As with any standing question one call is made at a time, and what is asked meanwhile is asked once more afterwards.
    """

    def __init__(self, session: Session, waiting: Waiting) -> None:
        super().__init__(waiting)
        self._calls: Calls = session.calls
        self._waiting = waiting
        self._cancel: threading.Event | None = None
        self._last: Callable[[], None] | None = None
        self._once_more = False
        waiting.stop_asked.connect(self.drop)
        waiting.again_asked.connect(self.repeat)

    def ask(
        self, work: Callable[[], _T], done: Callable[[_T], None], failed: Callable[[HubError], None] | None = None
    ) -> None:
        """Run `work` away from the GUI thread and hand what it read to `done`.

        Why it could not be read is shown by the view; `failed` hears of it besides.
        """
        self._last = partial(self._begin, work, done, failed)
        if self._cancel is not None:
            self._once_more = True
        else:
            self._last()

    @Slot()
    def repeat(self) -> None:
        """Ask once more what was asked last."""
        if self._last is not None and self._cancel is None:
            self._last()

    @Slot()
    def drop(self) -> None:
        """Wait for no answer any more, and stop what reads it."""
        if self._cancel is not None:
            self._cancel.set()
        self._cancel, self._once_more = None, False

    def _begin(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[HubError], None] | None
    ) -> None:
        cancel = self._cancel = threading.Event()
        self._once_more = False
        self._waiting.begin()

        def on_done(result: Any) -> None:
            if self._ended(cancel):
                self._waiting.came()
                done(result)
                self._go_on()

        def on_failed(error: HubError) -> None:
            if self._ended(cancel):
                self._waiting.failed(error)
                if failed is not None:
                    failed(error)
                self._go_on()

        self._calls.call(stopping(work, cancel), on_done, on_failed, owner=self._waiting, cancel=cancel)

    def _ended(self, cancel: threading.Event) -> bool:
        """Tell whether an answer is the one that is waited for; then none is any more."""
        if cancel is not self._cancel:
            return False
        self._cancel = None
        return True

    def _go_on(self) -> None:
        if self._once_more and self._last is not None:
            self._last()


def stopping(work: Callable[[], _T], cancel: threading.Event) -> Callable[[], _T]:
    """Return work that only reads, and ends early once `cancel` is set."""

    def read() -> _T:
        with stoppable(cancel.is_set):
            return work()

    return read


def announce(widget: QWidget, words: str) -> None:
    """Tell those who cannot see it what the window says now."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def _details(error: HubError) -> str:
    """Return what IT staff want to know of an error; empty where the sentence says it all."""
    lines = [error.detail] if error.detail != error.sentence else []
    lines += [f"{name}: {value}" for name, value in error.evidence.items()]
    return "\n".join(lines)
