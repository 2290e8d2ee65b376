"""Fetching real records for the mapping editor, with what the form holds at that moment."""

import threading
from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.core.integration import Submitted
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.samples import Sample
from hub_desktop.ui.session import Session

_T = TypeVar("_T")


class Form(Protocol):
    """Where the configuration is being typed."""

    def typed(self) -> tuple[Submitted, int | None]:
        """Return what is typed and the number of what is stored; raise ConfigurationError if it is not whole."""


class Sampler:
    """Asks the hub for the first records of an endpoint, away from the GUI thread."""

    def __init__(self, session: Session, form: Form) -> None:
        self.session = session
        self._form = form

    def refusal(self) -> str:
        """Return why this person gets no sample, or the empty string."""
        return self.session.refusal(UseCase.TEST)

    def ask(
        self,
        endpoint: str,
        cancel: threading.Event,
        done: Callable[[Sample], None],
        failed: Callable[[HubError], None],
        owner: QObject,
    ) -> None:
        """Fetch a sample; `done` or `failed` is called on the GUI thread, as long as `owner` lives."""
        try:
            submitted, number = self._form.typed()
        except ConfigurationError as error:
            failed(error)
            return
        hub, actor = self.session.hub, self.session.actor
        self.session.calls.call(
            lambda: hub.samples.take(
                actor, submitted.integration, submitted.secrets, endpoint, integration_id=number, cancel=cancel
            ),
            done,
            failed,
            owner=owner,
            cancel=cancel,
        )

    def work(self, work: Callable[[], _T], done: Callable[[_T], None], owner: QObject) -> None:
        """Run something that may take a while, such as patterns over all rows, away from the GUI thread."""
        self.session.calls.call(work, done, owner=owner)
