"""The rules that end a pass, whatever the upstream claims: nothing new, nothing at all, or too much."""

from collections.abc import Sequence
from typing import Any

import orjson
from msgspec import Struct, field

from hub_desktop.core.endpoint import Pagination
from hub_desktop.core.words import count
from hub_desktop.upstream.paging import Ask
from hub_desktop.upstream.unread import UnreadRecords

_MOST_DIGESTS = 50_000
_MOST_EMPTY_PAGES = 10


class Memory(Struct):
    """What was read already: requests, pages and records, as digests; its size is bounded."""

    requests: set[int] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)
    records: set[int] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)

    def knows_request(self, identity: object) -> bool:
        """Tell whether this request was made before, and remember it."""
        digest = hash(identity)
        known = digest in self.requests
        self.requests.add(digest)
        return known

    def knows_body(self, body: str) -> bool:
        """Tell whether this answer came before to the letter, and remember it."""
        known = body in self.bodies
        self.bodies.add(body)
        return known

    def knows_all(self, records: Sequence[Any]) -> bool:
        """Tell whether a page brings no record that was not read before, and remember its records."""
        digests = _digests(records)
        # A page as a whole is remembered for the whole pass, its records only while there is room.
        page = hash(frozenset(digests))
        known = page in self.pages or digests <= self.records
        self.pages.add(page)
        if len(self.records) < _MOST_DIGESTS:
            self.records |= digests
        return known


class StopRules:
    """Decides after each page whether reading goes on."""

    def __init__(self, pagination: Pagination) -> None:
        self._most = pagination.max_pages
        self._memory = Memory()
        self._empty = 0

    def begin(self, identity: object) -> None:
        """Remember the first request."""
        self._memory.knows_request(identity)

    def is_repeat(self, records: Sequence[Any], body: str) -> bool:
        """Tell whether a page, whose body has this digest, holds records, but none that is new."""
        known = self._memory.knows_body(body)
        # Records that nobody has read are not read for this: the body tells as much.
        if not isinstance(records, UnreadRecords):
            known = self._memory.knows_all(records) or known
        return known and bool(records)

    def end(self, number: int, records: Sequence[Any], ask: Ask, identity: object) -> str:
        """Return why the `ask` that follows page `number` is not made, empty where it may be."""
        self._empty = 0 if records else self._empty + 1
        if self._empty >= _MOST_EMPTY_PAGES or (not records and not ask.told):
            return f"{count(self._empty, 'empty page')} came although the upstream says there is more."
        if number >= self._most:
            return f"Reading stopped at the limit of {count(self._most, 'page')}; the upstream holds more."
        if self._memory.knows_request(identity):
            return "The next page has an address that was read before, so reading stopped there."
        return ""


def _digests(records: Sequence[Any]) -> set[int]:
    try:
        return set(map(hash, map(orjson.dumps, records)))
    except TypeError:
        return {_digest(record) for record in records}


def _digest(record: Any) -> int:
    try:
        return hash(orjson.dumps(record))
    except TypeError:
        # Integers past 64 bits.
        return hash(repr(record))
