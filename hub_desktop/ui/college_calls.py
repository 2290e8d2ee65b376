"""Calls about the college that is chosen: what comes back after another one was chosen is not shown."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from hub_desktop.core.errors import HubError
from hub_desktop.ui.session import Session

_T = TypeVar("_T")


class CollegeCalls:
    """Asks for one widget. Several threads answer, in any order, so each answer is held against the choice."""

    def __init__(self, session: Session, owner: QObject) -> None:
        self._session = session
        self._owner = owner
        self.college: int | None = None
        """The chosen college; None: the only one."""

    def call(
        self, work: Callable[[int | None], _T], done: Callable[[_T], None], failed: Callable[[HubError], None]
    ) -> None:
        """Run `work` on the chosen college away from the GUI thread, then `done` or `failed` if it is chosen still.

        An error about a college that no longer is goes where those go that nobody named.
        """
        college, calls = self.college, self._session.calls

        def on_done(result: _T) -> None:
            if self.college == college:
                done(result)

        def on_failed(error: HubError) -> None:
            if self.college == college:
                failed(error)
            else:
                calls.failed_unheard.emit(error)

        calls.call(lambda: work(college), on_done, on_failed, owner=self._owner)
