"""When to call a person: once when something breaks, and once when it works again; not while it is to be quiet."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from hub_desktop.core.notifications import NotificationSettings
from hub_desktop.core.status import Light
from hub_desktop.hub.overview import IntegrationView

_PASSING = frozenset({Light.SYNCING, Light.WAITING})
"""What says neither that something is broken nor that it is over."""


class Notice(Struct, frozen=True):
    """One notification; `broken` tells an incident from a recovery."""

    integration: str
    broken: bool
    reason: str = ""
    passed: bool = False
    """A recovery from an incident that nobody was told of, because it was quiet."""


class Incidents:
    """Remembers how each broken integration stood last. Syncing and trying again are no news, and what is worse is."""

    def __init__(self, settings: NotificationSettings | None = None) -> None:
        self._settings = settings or NotificationSettings()
        self._broken: dict[int, Light] = {}
        """By number; a light of which nobody is told where an incident is over and nothing works yet."""
        self._waiting: dict[int, Notice] = {}
        self._began = False

    def follow(self, settings: NotificationSettings) -> None:
        """Go by other settings from now on; what is broken already is no news under them either."""
        if settings.lights != self._settings.lights:
            self._broken, self._began = {}, False
        self._settings = settings

    def is_quiet(self, now: datetime) -> bool:
        """Tell whether nothing may pop up at a time of the local clock."""
        return self._settings.is_quiet(now)

    @property
    def tells_errors(self) -> bool:
        """Whether a person wants to hear of what does not work."""
        return Light.ERROR in self._settings.lights

    @property
    def tells_recoveries(self) -> bool:
        """Whether a person wants to hear, too, that it works again."""
        return self.tells_errors and self._settings.recoveries

    def may_tell(self, now: datetime) -> bool:
        """Tell whether something that is no incident may be told at a time of the local clock."""
        return bool(self._settings.lights) and not self._settings.is_quiet(now)

    def heard(self, views: Iterable[IntegrationView], now: datetime) -> list[Notice]:
        """Return what to notify a person of at a time of the local clock.

        Nothing at first, since they see the window or the tray anyway. What comes while it is quiet waits until that
        is over: of each integration then only how it ended.
        """
        views = list(views)
        for view in views:
            if view.status.light in self._settings.lights:
                self._hear_broken(view)
            elif view.status.light not in _PASSING:
                self._hear_over(view)
        known = {view.integration_id for view in views}
        self._broken = {number: light for number, light in self._broken.items() if number in known}
        first, self._began = not self._began, True
        if first:
            self._waiting = {}
        self._waiting = {number: notice for number, notice in self._waiting.items() if number in known}
        if self._settings.is_quiet(now):
            return []
        told, self._waiting = list(self._waiting.values()), {}
        return told

    def _hear_broken(self, view: IntegrationView) -> None:
        number, light = view.integration_id, view.status.light
        before = self._broken.get(number)
        self._broken[number] = light
        worse = before is not light and light is Light.ERROR
        # What is not told yet is told as it stands in the end.
        if before is None or worse or number in self._waiting:
            self._waiting[number] = Notice(view.name, True, view.status.reason)

    def _hear_over(self, view: IntegrationView) -> None:
        number, light = view.integration_id, view.status.light
        if self._broken.pop(number, None) is None:
            return
        untold = self._waiting.pop(number, None)
        quietly = untold is not None and untold.broken
        if light is Light.ATTENTION and not quietly:
            # The next failure is news. So is the recovery, of which a person who was told of the failure has not heard.
            self._broken[number] = light
        elif light is Light.ACTIVE and self._settings.recoveries:
            self._waiting[number] = Notice(view.name, False, passed=quietly)
