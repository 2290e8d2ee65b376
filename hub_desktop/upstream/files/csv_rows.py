"""CSV as it is met (RFC 4180 and what Excel makes of it): rows of cells, each with the number of its line."""

import csv
import re
from collections.abc import Generator, Iterator
from itertools import chain, islice

from msgspec import Struct

from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.formulas import unguarded
from hub_desktop.upstream.files.folder import FoundFile
from hub_desktop.upstream.files.tables import Row
from hub_desktop.upstream.files.texts import TextLook, opened_text

_SNIFFED_LINES = 50
_DELIMITERS = (",", ";", "\t", "|")
_SEPARATOR = re.compile(r"(?i)\s*sep=(.)\s*")
"""Excel's own first line, which names the delimiter."""


class CsvSettings(Struct, frozen=True):
    """How a CSV file is read."""

    delimiter: str = ""
    """Empty: found out."""


def csv_rows(file: FoundFile, look: TextLook, settings: CsvSettings) -> Generator[Row, None, None]:
    """Yield the rows of a CSV file; raise ConfigurationError naming the line that cannot be read."""
    try:
        with opened_text(file, look) as lines:
            head = list(islice(lines, _SNIFFED_LINES))
            named = _SEPARATOR.fullmatch(head[0]) if head else None
            delimiter = settings.delimiter or (named[1] if named else sniffed(head))
            skipped = 1 if named else 0
            yield from _rows(file.name, chain(head[skipped:], lines), delimiter, skipped)
    except UnicodeError as error:
        raise ConfigurationError(
            f"{file.name} is not written in {look.encoding}. Correct the encoding of its endpoint.", str(error)
        ) from error


def sniffed(lines: list[str]) -> str:
    """Return which of , ; tab and | separates the values: by which the most rows have as many as the first."""
    best, score = ",", (0.0, 0)
    for delimiter in _DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if any(row)]
        except csv.Error:
            continue
        if widths and widths[0] > 1:
            alike = sum(width == widths[0] for width in widths) / len(widths)
            if (alike, widths[0]) > score:
                best, score = delimiter, (alike, widths[0])
    return best


def _rows(name: str, lines: Iterator[str], delimiter: str, skipped: int) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        first = reader.line_num + 1 + skipped
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise ConfigurationError(
                f"{name}, line {first}: this line cannot be read. Perhaps a quotation mark is not closed.",
                f"lines {first} to {reader.line_num + skipped}: {error}",
            ) from error
        if cells is None:
            return
        yield Row(first, reader.line_num + skipped, [unguarded(c) if c[:1] == "'" else c for c in cells])
