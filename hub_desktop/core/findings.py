"""What is well and what is not about the program itself, as every face shows it."""

from msgspec import Struct


class HealthFinding(Struct, frozen=True):
    """One thing that was looked at; `ok` is False where a person should do something."""

    name: str
    """What it is about, such as Listener or the name of a device."""
    ok: bool
    sentence: str
    """What was found and, where it is not well, what to do."""
