"""Writing records out: to a file that is whole or not there, or to a stream; audited, and by what the role may see."""

import threading
from collections.abc import Callable
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from msgspec import Struct

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import CancelledError
from hub_desktop.core.times import utc_now
from hub_desktop.core.words import count, listed
from hub_desktop.hub.export_formats import CsvSheet, ExcelSheet, JsonSheet, Sheet
from hub_desktop.hub.records import Records, RecordSearch, RecordStream
from hub_desktop.hub.written_files import written_bytes, written_file

Told = Callable[[int, int], None]
"""Hears how many records were written, and of how many."""

MakeSheet = Callable[[TextIO, RecordStream], Sheet]


class ExportFormat(StrEnum):
    """In what records are written out."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


class Exported(Struct, frozen=True):
    """What was written."""

    records: int
    personal: tuple[str, ...]
    """Labels of the columns with personal data."""
    notes: tuple[str, ...] = ()
    """What a person should know of it, in sentences."""


def personal_notice(personal: tuple[str, ...]) -> str:
    """Return what is to be said of a file with these columns of personal data; empty where there are none."""
    if not personal:
        return ""
    return (
        f"It holds personal data ({listed(personal)}). Keep it where only those can read it who need it, send it to "
        "nobody else, and delete it when it has served."
    )


class Exports:
    """The use case of writing records out."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def to_file(
        self,
        actor: Actor,
        wanted: RecordSearch,
        file: Path,
        form: ExportFormat,
        *,
        marked: bool = False,
        cancel: threading.Event | None = None,
        told: Told | None = None,
    ) -> Exported:
        """Write the records found to a file for its owner only; `marked` lets CSV begin with a byte order mark.

        Raises ConfigurationError when it cannot be written and CancelledError when stopped; a file that was there
        before is then as it was.
        """
        with self._records.streamed(actor, wanted) as stream:
            if form is ExportFormat.XLSX:
                return self._to_workbook(actor, wanted, file, stream, _Going(cancel, told))
            with written_file(file) as out:
                sheet: Sheet = (
                    CsvSheet(out, stream.fields, marked=marked)
                    if form is ExportFormat.CSV
                    else JsonSheet(out, stream.data_type, stream.fields)
                )
                return _written(stream, sheet, _Going(cancel, told))

    def to_text(self, actor: Actor, wanted: RecordSearch, out: TextIO, made: MakeSheet) -> Exported:
        """Write the records found to a stream, in the format that `made` makes; nothing is written where none can be.

        The stream must pass line breaks on as they are.
        """
        with self._records.streamed(actor, wanted) as stream:
            return _written(stream, made(out, stream), _Going())

    @staticmethod
    def _to_workbook(actor: Actor, wanted: RecordSearch, file: Path, stream: RecordStream, going: "_Going") -> Exported:
        with written_bytes(file) as out, ExitStack() as stack:
            sheet = ExcelSheet(out, stream.data_type, stream.fields, _about(actor, wanted, stream))
            stack.callback(sheet.abandon)
            exported = _written(stream, sheet, going)
            stack.pop_all()
            return exported


class _Going(Struct, frozen=True):
    """How an export that goes on is stopped, and who hears of it."""

    cancel: threading.Event | None = None
    told: Told | None = None

    def on(self, taken: int, total: int) -> None:
        if self.cancel is not None and self.cancel.is_set():
            raise CancelledError("The export was stopped. No file was written.")
        if self.told is not None:
            self.told(taken, total)


def _written(stream: RecordStream, sheet: Sheet, going: _Going) -> Exported:
    for page in stream.pages():
        going.on(stream.taken - len(page), stream.total)
        sheet.write(page)
    going.on(stream.taken, stream.total)
    sheet.close(stream.total)
    return Exported(stream.taken, _personal(stream), sheet.notes())


def _personal(stream: RecordStream) -> tuple[str, ...]:
    return tuple(field.label for field in stream.fields if field.personal)


def _about(actor: Actor, wanted: RecordSearch, stream: RecordStream) -> list[str]:
    """Return what the first sheet of a workbook says."""
    chosen = wanted.words()
    said = [
        f"{stream.data_type.label}: {count(stream.total, 'record')}",
        personal_notice(_personal(stream)),
        f"Written by Hub Desktop for {actor.name} on {utc_now().astimezone():%Y-%m-%d at %H:%M}.",
        f"Only records with {chosen}." if chosen else "",
        f"Only from the source {wanted.source}." if wanted.source else "",
        "An apostrophe before a text that begins with = + - or @ keeps spreadsheet programs from running it.",
    ]
    return [sentence for sentence in said if sentence]
