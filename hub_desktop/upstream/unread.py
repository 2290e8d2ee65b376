"""Answers that came the last time to the letter: what is kept of them, and their records, read only on demand."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, overload

import orjson

from hub_desktop.core.endpoint import Pagination
from hub_desktop.upstream.page_info import value_at

_LARGEST_FRAME = 2_000
"""Characters; the frame of each page is kept."""


class UnreadRecords(Sequence[object]):
    """The records of an answer that is known, without being read, to be the one of the last time.

    Whoever looks at one of them has them all read. Not to be shared between threads.
    """

    def __init__(self, number: int, read: Callable[[], Sequence[object]]) -> None:
        self._number = number
        self._read = read
        self._records: Sequence[object] | None = None

    def __len__(self) -> int:
        return self._number

    @overload
    def __getitem__(self, place: int) -> object: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[object]: ...
    def __getitem__(self, place: int | slice) -> object | Sequence[object]:
        return self._whole()[place]

    def __iter__(self) -> Iterator[object]:
        return iter(self._whole())

    def _whole(self) -> Sequence[object]:
        if self._records is None:
            self._records = self._read()
        return self._records


def frame_of(body: Any, records: Sequence[Any], pagination: Pagination) -> str:
    """Return a decoded answer as JSON with its list of records emptied.

    Empty where that cannot be, is too much, or would lose what tells how the pages follow each other.
    """
    emptied = _emptied(body, records)
    paths = (pagination.cursor_path, pagination.next_path, pagination.total_path, pagination.more_path)
    if emptied is None or any(path and value_at(body, path) != value_at(emptied, path) for path in paths):
        return ""
    try:
        frame = orjson.dumps(emptied).decode("utf-8")
    except TypeError:
        # Integers past 64 bits.
        return ""
    return frame if len(frame) <= _LARGEST_FRAME else ""


def _emptied(body: Any, records: Sequence[Any]) -> Any:
    if body is records:
        return []
    if not isinstance(body, Mapping):
        return None
    for name, value in body.items():
        if value is records:
            return {**body, name: []}
        if isinstance(value, Mapping) and (inner := _emptied(value, records)) is not None:
            return {**body, name: inner}
    return None
