"""Records that stand in several files: the one in the newest file counts."""

from collections.abc import Mapping, Sequence
from typing import Any

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.mapping import Mapper, compile_path
from hub_desktop.core.validation import check_value


class NewerFiles:
    """Remembers the keys of the records in the files read so far, the newest of them first.

    Memory grows with the number of records, by some 60 bytes each; with one file nothing need be remembered.
    """

    def __init__(self, name: str, endpoint: Endpoint) -> None:
        self._data_type = DATA_TYPES[endpoint.data_type or name]
        self._mapper = Mapper(self._data_type, endpoint.mappings)
        self._custom = [compile_path(path) for path in endpoint.key] if self._data_type.name == "custom" else []
        self._before: set[int] = set()
        self._now: set[int] = set()

    def left(self, records: Sequence[object]) -> list[object]:
        """Return the records of a page that stand in no newer file."""
        self._mapper.settle(records)
        kept: list[object] = []
        for record in records:
            key = self._key(record) if isinstance(record, Mapping) else None
            if key is not None:
                if key in self._before:
                    continue
                self._now.add(key)
            kept.append(record)
        return kept

    def next_file(self) -> None:
        """Go on to an older file."""
        self._before |= self._now
        self._now = set()

    def _key(self, record: Mapping[str, Any]) -> int | None:
        """Return the hash of a record's key, None for a record that will be refused for it."""
        try:
            if self._custom:
                parts = [_text(take(record)) for take in self._custom]
                return hash(tuple(parts)) if all(parts) else None
            values = self._mapper.map(record)[0]
            fields = self._data_type.key_fields
            found = [check_value(field, values[place]) or "" for place, field in enumerate(fields)]
        except ValueError:
            return None
        if any(part == "" and not field.may_be_empty for field, part in zip(fields, found, strict=True)):
            return None
        return hash(tuple(found))


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()
