"""Excel workbooks (.xlsx): the rows of one sheet, with days as ISO dates and the values of formulas."""

import math
import zipfile
from collections.abc import Generator
from datetime import date, datetime, time, timedelta
from typing import Any

from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.formulas import unguarded
from hub_desktop.core.words import did_you_mean, listed
from hub_desktop.upstream.files.folder import FoundFile
from hub_desktop.upstream.files.tables import Row

MOST_BYTES = 50_000_000
"""Of the file."""

_MOST_UNPACKED = 500_000_000
_CHUNK = 1 << 20
_LARGEST_WHOLE = 2**53
_MIDNIGHT = time()


def workbook_rows(file: FoundFile, sheet: str = "") -> Generator[Row, None, None]:
    """Yield the rows of a sheet, the first visible one where none is named; raise ConfigurationError when it cannot.

    All of a sheet is in memory while it is read; the bounds on the file keep that within reason.
    """
    import python_calamine as calamine

    _check_archive(file)
    try:
        with calamine.CalamineWorkbook.from_path(str(file.path)) as book:
            table = book.get_sheet_by_name(_chosen(file, book, sheet))
            for number, cells in enumerate(table.iter_rows(), start=1):
                yield Row(number, number, [_value(cell) for cell in cells])
    except calamine.CalamineError as error:
        raise _damaged(file, error) from error
    except BaseException as error:
        # What the library did not foresee in a damaged file; its class cannot be imported.
        if type(error).__name__ == "PanicException":
            raise _damaged(file, error) from None
        raise


def _chosen(file: FoundFile, book: Any, wanted: str) -> str:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [s for s in book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
    names = [str(s.name) for s in sheets]
    if not wanted:
        visible = [str(s.name) for s in sheets if s.visible == SheetVisibleEnum.Visible]
        for name in visible or names:
            return name
        raise ConfigurationError(f"{file.name} has no sheet with rows.")
    for name in names:
        if name.strip().casefold() == wanted.casefold():
            return name
    raise ConfigurationError(
        f"{file.name} has no sheet “{wanted}”.{did_you_mean(wanted, names)} "
        f"It has {listed([f'“{name}”' for name in names])}."
    )


def _check_archive(file: FoundFile) -> None:
    """Raise ConfigurationError for a workbook that is too large, unpacked too, or damaged."""
    if file.size > MOST_BYTES:
        raise ConfigurationError(f"{file.name} is larger than {MOST_BYTES // 1_000_000} MB. Export it as CSV.")
    try:
        with zipfile.ZipFile(file.path) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
                raise ConfigurationError(
                    f"{file.name} is larger than {_MOST_UNPACKED // 1_000_000} MB once unpacked. Export it as CSV."
                )
            for entry in entries:
                # An entry may be longer than it says: read to its end, where its checksum tells.
                with archive.open(entry) as opened:
                    while opened.read(_CHUNK):
                        pass
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        with file.path.open("rb") as opened:
            if opened.read(4) == b"\xd0\xcf\x11\xe0":
                raise ConfigurationError(
                    f"{file.name} is protected with a password, or an old Excel workbook. Save it without a password, "
                    "as .xlsx.",
                    str(error),
                ) from error
        raise _damaged(file, error) from error


def _damaged(file: FoundFile, error: BaseException) -> ConfigurationError:
    return ConfigurationError(
        f"{file.name} is no Excel workbook, or it is damaged. Open it in Excel and save it anew as .xlsx.",
        f"{type(error).__name__}: {error}",
    )


def _value(cell: Any) -> Any:
    """Return the JSON value of a cell: text as it is, whole numbers without .0, days and times in ISO form."""
    match cell:
        case str():
            return unguarded(cell) if cell[:1] == "'" else cell
        case bool() | int():
            return cell
        case float():
            return int(cell) if math.isfinite(cell) and cell.is_integer() and abs(cell) < _LARGEST_WHOLE else cell
        case datetime():
            return cell.date().isoformat() if cell.time() == _MIDNIGHT else cell.isoformat(timespec="seconds")
        case date():
            return cell.isoformat()
        case time():
            return cell.isoformat(timespec="minutes" if not cell.second else "seconds")
        case timedelta():
            minutes, seconds = divmod(round(cell.total_seconds()), 60)
            shown = f"{minutes // 60:02d}:{minutes % 60:02d}"
            return f"{shown}:{seconds:02d}" if seconds else shown
        case _:
            return cell
