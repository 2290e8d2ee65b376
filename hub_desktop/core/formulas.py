"""Cells that a spreadsheet would run as a formula: guarded on the way out, and freed again on the way in."""

import re

Cell = str | float | None

# At the start, or after what any program takes for a line break inside; blanks before it do not stop a spreadsheet. The
# wide forms are what spreadsheets set to an East Asian language take for the same.
_FORMULA = re.compile(r"(?:\A|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029])\s*[=+\-@\t\r＝＋－＠]")


def guarded(cell: Cell) -> str:
    """Return a cell as it is written; numbers are no formula, whatever their sign, and None is empty."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    return f"'{cell}" if _FORMULA.search(cell) else cell


def unguarded(cell: str) -> str:
    """Return a cell as it was before it was guarded, so that a file of ours comes back as what it was made from."""
    return cell[1:] if cell.startswith("'") and _FORMULA.search(cell[1:]) else cell
