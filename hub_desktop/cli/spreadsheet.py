"""CSV that a spreadsheet shows as text: a cell that it would run as a formula gets a leading apostrophe."""

import csv
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

Cell = str | float | None

# At the start, or after a line break inside; blanks before it do not stop a spreadsheet. The wide forms are what
# spreadsheets set to an East Asian language take for the same.
_FORMULA = re.compile(r"(?:\A|[\r\n])\s*[=+\-@\t\r＝＋－＠]")


def guarded(cell: Cell) -> str:
    """Return a cell as it is written; numbers are no formula, whatever their sign, and None is empty."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    return f"'{cell}" if _FORMULA.search(cell) else cell


class CsvSheet:
    """Writes rows as CSV (RFC 4180); the stream must pass line breaks on as they are (`newline=""`)."""

    def __init__(self, out: TextIO, headings: Sequence[str]) -> None:
        # With another line end csv.writer would leave a CR in a cell unquoted, and the row would break there.
        self._writer = csv.writer(out, lineterminator="\r\n")
        self._writer.writerow([guarded(heading) for heading in headings])

    def write(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Append rows."""
        self._writer.writerows([guarded(cell) for cell in row] for row in rows)
