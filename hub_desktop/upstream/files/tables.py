"""From the rows of a table to records: headings named, blank rows passed over, ragged ones refused by their line."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field

from hub_desktop.core.raw_records import Unreadable
from hub_desktop.core.words import count, listed

_LONGEST_VALUE = 65_536
"""Characters; of one cell."""

_LONGEST_HEADING = 200
_MOST_COLUMNS = 2_000
_MOST_NAMED = 5


class Row(Struct, frozen=True):
    """One row of a table."""

    number: int
    """Of its first line, counted from 1."""
    last: int
    """Of its last line; a value may hold line breaks."""
    cells: list[Any]


class Table(Struct):
    """The records of one table; `headings` and `warnings` are known once the first record was taken."""

    name: str
    """Of the file, for sentences."""
    unit: str = "line"
    """What a row is called: line or row."""
    headings: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def records(self, rows: Iterator[Row], header_row: int = 0) -> Iterator[object]:
        """Yield a record for each row below the headings, `Unreadable` for one that does not fit them.

        `header_row` is the number of the row that holds the headings, 0 for the first that is not blank.
        """
        head = next((row for row in rows if not _is_blank(row.cells) and row.number >= header_row), None)
        if head is None:
            return
        self._name(head.cells)
        headings, width = self.headings, len(self.headings)
        for row in rows:
            cells = row.cells
            if len(cells) != width:
                if _is_blank(cells):
                    continue
                if len(cells) < width or not _is_blank(cells[width:]):
                    yield self._ragged(row)
                    continue
                cells = cells[:width]
            elif not any(cells) and _is_blank(cells):
                continue
            if max(map(_length, cells), default=0) > _LONGEST_VALUE:
                reason = f"{self._place(row)} holds a value of more than {_LONGEST_VALUE:,} characters."
                yield Unreadable({self.unit: row.number}, reason)
                continue
            yield dict(zip(headings, cells, strict=True))

    def _name(self, cells: list[Any]) -> None:
        """Take the headings: trimmed, without line breaks or tabs; empty and repeated ones get names of their own."""
        texts = [" ".join(str(cell if cell is not None else "").split())[:_LONGEST_HEADING] for cell in cells]
        # What stands to the right of the headings moves no other cell in a workbook; in a line of text it may.
        while self.unit == "line" and texts and not texts[-1]:
            texts.pop()
        if len(texts) > _MOST_COLUMNS:
            self.warnings.append(f"{self.name} has more than {_MOST_COLUMNS:,} columns; the others were left out.")
        taken: set[str] = set()
        repeated: list[str] = []
        for place, text in enumerate(texts[:_MOST_COLUMNS], start=1):
            name = text or f"Column {place}"
            if name in taken:
                if text:
                    repeated.append(text)
                number = 2
                while f"{name} ({number})" in taken:
                    number += 1
                name = f"{name} ({number})"
            taken.add(name)
            self.headings.append(name)
        if repeated:
            shown = [f"“{name}”" for name in dict.fromkeys(repeated)][:_MOST_NAMED]
            self.warnings.append(f"{self.name} has several columns called {listed(shown)}; they were numbered.")
        unnamed = sum(not text for text in texts)
        if unnamed:
            self.warnings.append(
                f"{self.name} has {count(unnamed, 'column')} without a heading, called by place, such as "
                f"“Column {texts.index('') + 1}”."
            )

    def _ragged(self, row: Row) -> Unreadable:
        reason = (
            f"{self._place(row)} has {count(len(row.cells), 'value')}, but the headings are {len(self.headings):,}."
        )
        if row.last - row.number > 1:
            reason += " Perhaps a quotation mark is not closed."
        return Unreadable({self.unit: row.number, "values": row.cells}, reason)

    def _place(self, row: Row) -> str:
        if row.last > row.number:
            return f"Lines {row.number:,} to {row.last:,}"
        return f"Line {row.number:,}" if self.unit == "line" else f"Row {row.number:,}"


def _is_blank(cells: list[Any]) -> bool:
    return not any(cell is not None and (not isinstance(cell, str) or cell.strip()) for cell in cells)


def _length(cell: Any) -> int:
    return len(cell) if isinstance(cell, str) else 0
