"""What a transformation of whole records makes of a page, before its fields are mapped."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from hub_desktop.core.endpoint import Endpoint


class Rewritten(Struct, frozen=True):
    """The records of a page after a transformation of whole records."""

    records: list[Any]
    originals: list[Any]
    """What each of `records` was before, in the same order: what quarantine keeps, so that it can be replayed."""
    refused: list[tuple[Any, str]]
    """Records it failed on, as they came, with the reason."""
    passed_over: int = 0
    """Records it left out on purpose."""


Rewrite = Callable[[Sequence[Any]], Rewritten]
"""Raises ConfigurationError when nothing can be made of any record."""

RewriteOnce = Callable[[str, Endpoint, Sequence[Any]], Rewritten]
"""The same for one page of an endpoint, by its name; for a look at some records."""
