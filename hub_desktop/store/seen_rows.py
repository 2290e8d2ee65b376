"""Which rows a pass has seen: one bit a row, so that a million of them take an eighth of a megabyte."""

from collections.abc import Iterable


class SeenRows:
    """A set of row numbers, kept as bits."""

    def __init__(self) -> None:
        self._bits = bytearray(1024)

    def add(self, rows: Iterable[int]) -> None:
        """Remember rows."""
        bits = self._bits
        for row in rows:
            place = row >> 3
            if place >= len(bits):
                bits.extend(bytes(max(place + 1 - len(bits), len(bits))))
            bits[place] |= 1 << (row & 7)

    def __contains__(self, row: int) -> bool:
        place = row >> 3
        return place < len(self._bits) and bool(self._bits[place] & (1 << (row & 7)))
