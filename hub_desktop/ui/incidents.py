"""When to call a person: once when something breaks, and once when it works again."""

from collections.abc import Iterable
from dataclasses import dataclass

from hub_desktop.core.status import Light
from hub_desktop.hub.overview import IntegrationView

_BROKEN = frozenset({Light.ERROR, Light.ATTENTION})
_SETTLED = frozenset({Light.ACTIVE, Light.INACTIVE, Light.NEVER_RUN})


@dataclass(frozen=True, slots=True)
class Notice:
    """One notification; `broken` tells an incident from a recovery."""

    integration: str
    broken: bool
    reason: str = ""


class Incidents:
    """Remembers which integrations are broken. Syncing and trying again are no news."""

    def __init__(self) -> None:
        self._broken: set[int] = set()
        self._began = False

    def heard(self, views: Iterable[IntegrationView]) -> list[Notice]:
        """Return what to notify a person of; nothing at first, since they see the window or the tray anyway."""
        notices: list[Notice] = []
        views = list(views)
        for view in views:
            number, light = view.integration_id, view.status.light
            if light in _BROKEN and number not in self._broken:
                self._broken.add(number)
                notices.append(Notice(view.name, True, view.status.reason))
            elif light in _SETTLED and number in self._broken:
                self._broken.discard(number)
                if light is Light.ACTIVE:
                    notices.append(Notice(view.name, False))
        self._broken &= {view.integration_id for view in views}
        first, self._began = not self._began, True
        return [] if first else notices
