"""Who asks: the actor that every call of the hub carries."""

from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """What an actor may do; the table is in `core.roles`."""

    PRINCIPAL = "principal"
    ADMIN = "admin"
    IT_STAFF = "it-staff"
    VIEWER = "viewer"
    SYSTEM = "system"
    """The program itself: the clock and the listener, never a person."""


class Face(StrEnum):
    """Through which face the call came."""

    WINDOW = "window"
    TERMINAL = "terminal"
    HTTP = "http"
    API = "api"
    CLOCK = "clock"


class Actor(Struct, frozen=True):
    """Who asks, with which role, for which colleges (None: all), through which face."""

    name: str
    role: Role
    face: Face
    college_ids: frozenset[int] | None = None

    def may_see(self, college_id: int) -> bool:
        """Tell whether the college's things exist for this actor."""
        return self.college_ids is None or college_id in self.college_ids


CLOCK = Actor("the clock", Role.SYSTEM, Face.CLOCK)
WEBHOOKS = Actor("webhooks", Role.SYSTEM, Face.HTTP)
DEVICES = Actor("attendance devices", Role.SYSTEM, Face.HTTP)
