"""The formats in which records are written out: CSV, JSON and Excel, each a page at a time."""

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, TextIO

from hub_desktop.core.datatypes import DataType, Field
from hub_desktop.core.formulas import Cell, guarded
from hub_desktop.core.times import to_text
from hub_desktop.core.words import count
from hub_desktop.hub.records import RecordView

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

KEPT_BESIDE = ("source", "run_id", "first_seen", "last_changed")
"""What stands beside the fields of each record."""

_LABELS_BESIDE = ("Source", "Run", "First seen", "Last changed")
_LAST_ROW = 1_048_576
"""Of a sheet, as Excel counts them."""

_LONGEST_CELL = 32_767
_WIDEST = 40


class Sheet(Protocol):
    """A format in which records are written out."""

    def write(self, rows: Sequence[RecordView]) -> None:
        """Append records."""

    def close(self, total: int) -> None:
        """Write what stands after the last record; `total` were found."""

    def notes(self) -> tuple[str, ...]:
        """Return what a person should know of what was written, in sentences."""


class CsvSheet:
    """One line a record (RFC 4180), guarded against formulas; the stream must pass line breaks on as they are.

    With `marked` it begins with a byte order mark, without which Excel does not take UTF-8 for what it is. `shown` is
    what becomes of each text before it is guarded.
    """

    def __init__(
        self, out: TextIO, fields: Sequence[Field], *, marked: bool = False, shown: Callable[[str], str] | None = None
    ) -> None:
        if marked:
            out.write("\ufeff")
        # With another line end csv.writer would leave a CR in a cell unquoted, and the row would break there.
        self._writer = csv.writer(out, lineterminator="\r\n")
        self._shown = shown
        self._writer.writerow([*(field.name for field in fields), *KEPT_BESIDE])

    def write(self, rows: Sequence[RecordView]) -> None:
        """Append records."""
        self._writer.writerows([self._cell(cell) for cell in _cells(row)] for row in rows)

    def close(self, total: int) -> None:
        """Write nothing more."""

    def notes(self) -> tuple[str, ...]:
        """Return nothing."""
        return ()

    def _cell(self, cell: Cell) -> str:
        return guarded(self._shown(cell) if self._shown is not None and isinstance(cell, str) else cell)


class JsonSheet:
    """One object, `{"type", "records": […], "total"}`, with a record a line; texts are as they are stored."""

    def __init__(
        self,
        out: TextIO,
        data_type: DataType,
        fields: Sequence[Field],
        *,
        written: Callable[[Any], str] | None = None,
    ) -> None:
        self._out = out
        self._names = (*(field.name for field in fields), *KEPT_BESIDE)
        self._written = written or _json
        self._first = True
        out.write(f'{{"type": {self._written(data_type.name)}, "records": [')

    def write(self, rows: Sequence[RecordView]) -> None:
        """Append records."""
        for row in rows:
            self._out.write("\n" if self._first else ",\n")
            self._first = False
            self._out.write(self._written(dict(zip(self._names, _cells(row), strict=True))))

    def close(self, total: int) -> None:
        """End the object."""
        self._out.write(f'\n], "total": {total}}}\n')

    def notes(self) -> tuple[str, ...]:
        """Return nothing."""
        return ()


class ExcelSheet:
    """A workbook (.xlsx): a first sheet that says what it is, then the records, on as many sheets as they need.

    Texts are cells of text and guarded all the same: somebody may save the workbook as CSV.
    """

    def __init__(self, out: BinaryIO, data_type: DataType, fields: Sequence[Field], about: Iterable[str]) -> None:
        import tempfile

        import xlsxwriter

        self._stack = ExitStack()
        # Rows wait there, so that memory stays flat; it is gone whatever happens.
        waiting = self._stack.enter_context(tempfile.TemporaryDirectory(prefix="hub-desktop-"))
        settings = {"constant_memory": True, "tmpdir": waiting, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = xlsxwriter.Workbook(out, settings)
        self._book.use_zip64()
        self._bold: Format = self._book.add_format({"bold": True})
        self._label = data_type.label
        self._headings = (*(field.label for field in fields), *_LABELS_BESIDE)
        self._widths = [*(min(max(len(field.label) + 4, 14), _WIDEST) for field in fields), 20, 8, 28, 28]
        self._cut = 0
        self._sheets = 0
        self._write_about(about)
        self._sheet, self._row = self._new_sheet()

    def write(self, rows: Sequence[RecordView]) -> None:
        """Append records."""
        for row in rows:
            if self._row >= _LAST_ROW:
                self._sheet, self._row = self._new_sheet()
            for column, cell in enumerate(_cells(row)):
                if isinstance(cell, str):
                    self._write_text(column, cell)
                elif cell is not None:
                    self._sheet.write_number(self._row, column, cell)
            self._row += 1

    def close(self, total: int) -> None:
        """Put the workbook together; raise OSError when it cannot be written."""
        from xlsxwriter.exceptions import FileCreateError

        with self._stack:
            try:
                self._book.close()
            except FileCreateError as error:
                raise OSError(*error.args[0].args) from error

    def abandon(self) -> None:
        """Leave nothing behind of a workbook that will not be finished."""
        for sheet in self._book.worksheets():
            sheet._opt_close()  # noqa: SLF001 - its own way of ending, without writing the workbook
        self._stack.close()

    def notes(self) -> tuple[str, ...]:
        """Say what did not fit."""
        if not self._cut:
            return ()
        said = f"{count(self._cut, 'value')} longer than {_LONGEST_CELL:,} characters had to be cut for Excel."
        return (f"{said} CSV and JSON hold them whole.",)

    def _write_text(self, column: int, text: str) -> None:
        text = guarded(text)
        if len(text) > _LONGEST_CELL:
            self._cut += 1
            text = text[: _LONGEST_CELL - 1] + "…"
        self._sheet.write_string(self._row, column, text)

    def _write_about(self, about: Iterable[str]) -> None:
        sheet = self._book.add_worksheet("About this file")
        sheet.set_column(0, 0, 100)
        for row, sentence in enumerate(about):
            sheet.write_string(row, 0, guarded(sentence)[:_LONGEST_CELL], None if row else self._bold)

    def _new_sheet(self) -> "tuple[Worksheet, int]":
        self._sheets += 1
        sheet = self._book.add_worksheet(self._label if self._sheets == 1 else f"{self._label} {self._sheets}")
        if self._sheets == 1:
            sheet.activate()
        sheet.freeze_panes(1, 0)
        for column, width in enumerate(self._widths):
            sheet.set_column(column, column, width)
        for column, heading in enumerate(self._headings):
            sheet.write_string(0, column, heading, self._bold)
        return sheet, 1


def _cells(row: RecordView) -> list[Cell]:
    return [*row.values, row.source, row.run_id, to_text(row.first_seen), to_text(row.last_changed)]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
