"""What a person at the window wants to hear of: settings of the program, and a pause of what runs by itself."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from hub_desktop.core.actor import Actor
from hub_desktop.core.events import NotificationsChanged
from hub_desktop.core.notifications import NotificationSettings
from hub_desktop.core.roles import UseCase
from hub_desktop.core.times import from_text, to_text, utc_now
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.storage import require_all_colleges
from hub_desktop.hub.written_settings import changed_settings, what_changed
from hub_desktop.store.settings import SettingStore

NOTIFICATIONS, PAUSED_UNTIL = "notifications", "paused-until"
PAUSE = timedelta(hours=1)


class Notifications:
    """The use cases of notifications and of the pause."""

    def __init__(self, gate: Gate, settings: SettingStore, events: EventStream) -> None:
        self._gate = gate
        self._settings = settings
        self._events = events

    def settings(self) -> NotificationSettings:
        """Return the settings, which are nobody's secret."""
        return NotificationSettings.model_validate(self._settings.get(NOTIFICATIONS, {}))

    def change(self, actor: Actor, written: Mapping[str, Any]) -> NotificationSettings:
        """Change settings by name (camelCase), those not given stay; raise ConfigurationError naming the field."""
        with self._gate.use(actor, UseCase.CHANGE_SETTINGS, NOTIFICATIONS) as act:
            require_all_colleges(actor)
            before = self.settings()
            wanted = changed_settings(before, written, "The list of notifications")
            self._settings.set(NOTIFICATIONS, wanted.written())
            act.detail = what_changed(before, wanted)
        self._events.emit(NotificationsChanged())
        return wanted

    def pause(self, actor: Actor, *, on: bool) -> datetime | None:
        """Let nothing run by itself for an hour, or everything again; return until when, in UTC.

        The clock of the program that is open follows; one that starts in the meantime looks at `paused_until`.
        """
        with self._gate.use(actor, UseCase.PAUSE, "syncs by timetable") as act:
            require_all_colleges(actor)
            until = utc_now() + PAUSE if on else None
            # Its end is kept where it was ended early too, so that it is not taken for an absence afterwards.
            self._settings.set(PAUSED_UNTIL, to_text(until or utc_now()))
            act.detail = f"until {to_text(until)}" if until is not None else "ended"
        return until

    def paused_until(self) -> datetime | None:
        """Return until when nothing runs by itself, in UTC; None while everything does."""
        written, now = str(self._settings.get(PAUSED_UNTIL, "")), utc_now()
        until = from_text(written) if written else None
        # Further away than any pause is long: the clock of the computer was set back meanwhile.
        return until if until is not None and now < until <= now + PAUSE else None
