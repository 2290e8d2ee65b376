"""Commands about records: looking at them and writing them out."""

import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO

import click

from hub_desktop.cli.desk import Desk, HubCommand, pass_desk
from hub_desktop.cli.files import written_file
from hub_desktop.cli.output import is_terminal, json_text, moment, plain, say, say_json, say_table
from hub_desktop.cli.spreadsheet import Cell, CsvSheet
from hub_desktop.core.words import count

if TYPE_CHECKING:
    from hub_desktop.core.actor import Actor
    from hub_desktop.core.datatypes import DataType
    from hub_desktop.hub.hub import Hub
    from hub_desktop.hub.records import RecordPage, RecordView

_PAGE = 5_000
_TABLE_ROWS = 100
_MOST_TABLE_ROWS = 10_000
_KEPT_BESIDE = ("source", "run_id", "first_seen", "last_changed")


class _Search:
    """Which records are wanted; it reads them page by page, so that memory stays flat."""

    def __init__(self, data_type: str, where: list[tuple[str, str]], text: str, source: str | None) -> None:
        self._data_type = data_type
        self._where = where
        self._text = text
        self._source = source

    def pages(self, hub: "Hub", actor: "Actor", limit: int | None) -> "Iterator[RecordPage]":
        """Yield at least one page, and at most `limit` records in all."""
        offset = 0
        while True:
            size = _PAGE if limit is None else min(_PAGE, limit - offset)
            page = hub.records.find(
                actor,
                self._data_type,
                where=self._where,
                text=self._text,
                source=self._source,
                limit=size,
                offset=offset,
            )
            yield page
            offset += len(page.rows)
            if len(page.rows) < size or offset == limit:
                return


class _Sheet(Protocol):
    """A format in which records are written out."""

    def write(self, page: "RecordPage") -> None:
        """Append the records of a page."""

    def close(self) -> None:
        """Write what stands after the last record."""


class _Csv:
    """One line a record, guarded against formulas."""

    def __init__(self, out: TextIO, data_type: "DataType") -> None:
        self._sheet = CsvSheet(out, [*data_type.field_names, *_KEPT_BESIDE])
        # Line breaks are fine in a quoted cell of a file, but a terminal obeys every control character.
        self._plain = is_terminal(out)

    def write(self, page: "RecordPage") -> None:
        self._sheet.write(self._cells(row) for row in page.rows)

    def close(self) -> None:
        pass

    def _cells(self, row: "RecordView") -> list[Cell]:
        cells: list[Cell] = [*row.values, row.source, row.run_id, moment(row.first_seen), moment(row.last_changed)]
        return [plain(cell) if self._plain and isinstance(cell, str) else cell for cell in cells]


class _Json:
    """One object, `{"type", "records": […], "total"}`, with a record a line."""

    def __init__(self, out: TextIO, data_type: "DataType") -> None:
        self._out = out
        self._names = data_type.field_names
        self._total = 0
        self._first = True
        out.write(f'{{"type": {json_text(data_type.name)}, "records": [')

    def write(self, page: "RecordPage") -> None:
        for row in page.rows:
            self._out.write("\n" if self._first else ",\n")
            self._first = False
            self._out.write(json_text(_record(self._names, row), indent=None))
        self._total = page.total

    def close(self) -> None:
        self._out.write(f'\n], "total": {self._total}}}\n')


@click.command("records", cls=HubCommand)
@click.argument("data_type", metavar="TYPE")
@click.option("--where", multiple=True, metavar="FIELD=VALUE", help="Only records with this value; may be repeated.")
@click.option("--text", default="", help="Only records with this text in any field.")
@click.option("--source", metavar="NAME", help="Only records of this integration.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many; 100 in a table and all of them elsewhere.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), help="Default: a table.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write there, readable only by you.")
@pass_desk
def records(
    desk: Desk,
    *,
    data_type: str,
    where: tuple[str, ...],
    text: str,
    source: str | None,
    limit: int | None,
    form: str | None,
    output: Path | None,
) -> None:
    """Show or export the records of a TYPE: students, faculty, subjects, timetable, attendance, marks or custom."""
    if desk.as_json and form == "table":
        raise click.UsageError("--json and --format table exclude each other.")
    search = _Search(data_type, [_condition(one) for one in where], text, source)
    to_file = output is not None and str(output) != "-"
    form = form or _form_of(desk, output if to_file else None)
    if desk.as_json and form == "csv" and not to_file:
        raise click.UsageError("--json and --format csv exclude each other, unless --output names a file.")
    if form == "table":
        if to_file:
            raise click.UsageError("A table is for the screen. To write a file, choose --format csv or json.")
        _show_table(desk, search, limit)
        return
    with desk.opened() as (hub, actor):
        pages = search.pages(hub, actor, limit)
        # The first page is read before anything is written, so that an error leaves no half answer behind.
        first = next(pages)
        with _opened_output(desk, output if to_file else None) as out:
            sheet: _Sheet = (_Csv if form == "csv" else _Json)(out, first.data_type)
            sheet.write(first)
            written = len(first.rows)
            for page in pages:
                sheet.write(page)
                written += len(page.rows)
            sheet.close()
    if to_file:
        if desk.as_json:
            say_json({"file": str(output), "records": written})
        else:
            say(f"{count(written, 'record')} written to {output}. They hold personal data: keep the file safe.")


COMMANDS: tuple[click.Command, ...] = (records,)


def _show_table(desk: Desk, search: _Search, limit: int | None) -> None:
    with desk.opened() as (hub, actor):
        pages = list(search.pages(hub, actor, min(limit or _TABLE_ROWS, _MOST_TABLE_ROWS)))
    data_type, total = pages[0].data_type, pages[0].total
    rows = [row for page in pages for row in page.rows]
    if not rows:
        say(f"No {data_type.label.lower()} found.")
        return
    # A column that is empty in every row only takes the room of the others.
    shown = [i for i, _ in enumerate(data_type.fields) if any(row.values[i] not in {None, ""} for row in rows)]
    fields = [data_type.fields[i] for i in shown]
    say_table(
        [*(field.label for field in fields), "Source"],
        [[*(_cell(row.values[i]) for i in shown), row.source] for row in rows],
        numbers=[field.label for field in fields if field.kind in {"number", "integer"}],
    )
    if len(rows) < total:
        say(f"{len(rows):,} of {count(total, 'record')} shown. See more with --limit, or all with --format csv.")
    else:
        say(f"{count(total, 'record')}.")


@contextmanager
def _opened_output(desk: Desk, output: Path | None) -> Iterator[TextIO]:
    if output is None:
        desk.writing = True
        if isinstance(sys.stdout, io.TextIOWrapper):
            # Windows would make of each CR LF a CR CR LF.
            sys.stdout.reconfigure(newline="")
        yield sys.stdout
        sys.stdout.flush()
        desk.writing = False
        return
    with written_file(output) as out:
        yield out


def _form_of(desk: Desk, output: Path | None) -> str:
    if output is not None:
        return "json" if output.suffix.lower() == ".json" else "csv"
    return "json" if desk.as_json else "table"


def _condition(written: str) -> tuple[str, str]:
    field, equals, value = written.partition("=")
    if not equals or not field.strip():
        raise click.UsageError(f"--where {written}: write it as FIELD=VALUE, such as department=CSE.")
    return field.strip(), value.strip()


def _record(names: Sequence[str], row: "RecordView") -> dict[str, Any]:
    beside = (row.source, row.run_id, moment(row.first_seen), moment(row.last_changed))
    return dict(zip(names, row.values, strict=True)) | dict(zip(_KEPT_BESIDE, beside, strict=True))


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
