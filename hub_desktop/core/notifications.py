"""When the program calls a person, and what becomes of it when its window is closed."""

from datetime import datetime, time
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from hub_desktop.core.attendance_rules import ClockTime
from hub_desktop.core.configured import Configured
from hub_desktop.core.status import Light


class Worth(StrEnum):
    """What is worth calling a person for."""

    ALL = "all"
    """Whatever needs somebody."""
    ERRORS = "errors"
    """A system that does not work."""
    NOTHING = "nothing"


class NotificationSettings(Configured):
    """What a person wants to hear of, and when."""

    of: Worth = Worth.ALL
    """What is worth a notification."""
    recoveries: bool = True
    """Whether it is told, too, that a system works again of which it was told that it did not."""
    quiet: bool = False
    """Whether there are quiet hours, in which nothing pops up; what came is told once afterwards."""
    quiet_from: ClockTime = "20:00"
    """When they begin, by the clock of this computer."""
    quiet_until: ClockTime = "07:30"
    """When they are over; before they begin: on the next day."""
    keep_in_tray: bool = True
    """Whether the program goes on in the tray when its window is closed."""

    @model_validator(mode="after")
    def _some_time(self) -> Self:
        if self.quiet and self.quiet_from == self.quiet_until:
            raise ValueError(f"quiet hours from {self.quiet_from} to {self.quiet_until} have no length")
        return self

    @property
    def lights(self) -> frozenset[Light]:
        """The lights of which a person is told."""
        return {
            Worth.ALL: frozenset({Light.ERROR, Light.ATTENTION}),
            Worth.ERRORS: frozenset({Light.ERROR}),
            Worth.NOTHING: frozenset[Light](),
        }[self.of]

    def is_quiet(self, local: datetime) -> bool:
        """Tell whether nothing may pop up at this time of the clock on the wall."""
        if not self.quiet:
            return False
        start, end = time.fromisoformat(self.quiet_from), time.fromisoformat(self.quiet_until)
        now = local.time()
        return start <= now < end if start < end else now >= start or now < end
