"""Reports written out: as CSV, guarded against formulas, as text to paste, and as an object for programs."""

import csv
import io
from collections.abc import Callable
from typing import Any, TextIO

from hub_desktop.core.formulas import guarded
from hub_desktop.core.reports import Cell, Report, heading_with_unit, plain_cell
from hub_desktop.core.times import to_text


def write_csv(report: Report, out: TextIO, *, marked: bool = False, shown: Callable[[str], str] | None = None) -> None:
    """Write a line a row (RFC 4180); the stream must pass line breaks on as they are.

    With `marked` it begins with a byte order mark, without which Excel does not take UTF-8 for what it is. `shown` is
    what becomes of each text before it is guarded.
    """
    if marked:
        out.write("\ufeff")
    _write(report, csv.writer(out, lineterminator="\r\n"), shown)


def pasted(report: Report) -> str:
    """Return the table as a spreadsheet takes it from the clipboard: cells apart by tabs, guarded all the same."""
    out = io.StringIO()
    _write(report, csv.writer(out, dialect="excel-tab", lineterminator="\n"))
    return out.getvalue()


def document(report: Report) -> dict[str, Any]:
    """Return the object for programs; shares are from 0 to 1 and times ISO 8601."""
    names = [column.name for column in report.columns]
    return {
        "report": str(report.name),
        "title": report.title,
        "unit": report.unit,
        "as_of": None if report.as_of is None else to_text(report.as_of),
        "read_at": to_text(report.read_at),
        "summary": report.summary,
        "notes": list(report.notes),
        "rows": [dict(zip(names, row, strict=True)) for row in report.rows],
    }


def _write(report: Report, writer: Any, shown: Callable[[str], str] | None = None) -> None:
    def cell(value: Cell) -> str:
        return guarded(shown(value) if shown is not None and isinstance(value, str) else value)

    # The name of a system, which is a heading here, is as foreign as any cell.
    writer.writerow([cell(heading_with_unit(column)) for column in report.columns])
    for row in report.rows:
        writer.writerow(
            [cell(plain_cell(column.kind, value)) for column, value in zip(report.columns, row, strict=True)]
        )
