"""Nightly backups that cannot be made: told once of each incident, and once when it is over."""

from PySide6.QtCore import QObject, Signal

from hub_desktop.core.events import Event, NightlyFailed, NightlyOver
from hub_desktop.ui.messages import Messages
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.tray import Tray


class BackupTrouble(QObject):
    """Remembers what was told. What stood at the start is in the window, and pops up no more.

    Signals:
        files_asked(): somebody wants to see, and change, how backups are made.
    """

    files_asked = Signal()

    def __init__(self, tray: Tray, problem: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = tray
        self._told = bool(problem)
        self._problem = problem
        self._shown = ""

    def hear(self, event: Event, messages: Messages | None) -> None:
        """Tell of what happened; `messages` are those of a window whose person can do something about it."""
        if isinstance(event, NightlyFailed):
            begins = not self._problem
            self._problem = event.sentence
            if messages is not None and (begins or self._shown in messages.sentences):
                # What is wrong now may be something else; where a person sent it away, nothing comes again.
                self._show_instead(messages)
            if messages is not None and not self._told:
                # In quiet hours it is told at the first try after them.
                self._told = self._tray.tell_backup_trouble(self._sentence())
        elif isinstance(event, NightlyOver):
            if messages is not None:
                messages.take_back(self._shown)
            if event.made and self._told and messages is not None:
                self._tray.tell_backup_works(self.tr("A nightly backup was made again."))
            self._problem, self._told = "", False

    def show_in(self, messages: Messages) -> None:
        """Show in a window what stands now."""
        if self._problem:
            self._shown = self._sentence()
            strip = messages.tell("warning", self._shown, action=self.tr("Look at backups"))
            strip.action_chosen.connect(self.files_asked)

    def _show_instead(self, messages: Messages) -> None:
        if self._sentence() not in messages.sentences:
            messages.take_back(self._shown)
            self.show_in(messages)

    def _sentence(self) -> str:
        return self.tr("No nightly backup could be made. {reason} It is tried again every hour.").format(
            reason=spoken(self._problem)
        )
