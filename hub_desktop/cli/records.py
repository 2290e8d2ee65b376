"""Commands about records: looking at them and writing them out."""

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from hub_desktop.cli.desk import Desk, HubCommand, pass_desk
from hub_desktop.cli.output import is_terminal, json_text, mention, plain, say, say_json, say_table
from hub_desktop.cli.progress import cancelled_by_signals
from hub_desktop.core.formulas import Cell
from hub_desktop.core.words import count

if TYPE_CHECKING:
    from hub_desktop.hub.records import RecordSearch, RecordStream

_TABLE_ROWS = 100
_MOST_TABLE_ROWS = 10_000
_ENDINGS = {".json": "json", ".xlsx": "xlsx"}


@click.command("records", cls=HubCommand)
@click.argument("data_type", metavar="TYPE")
@click.option("--where", multiple=True, metavar="FIELD=VALUE", help="Only records with this value; may be repeated.")
@click.option("--text", default="", help="Only records with this text in any field.")
@click.option("--source", metavar="NAME", help="Only records of this integration.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many; 100 in a table and all of them elsewhere.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv", "xlsx"]), help="Default: a table, or as FILE ends."
)
@click.option("--bom", is_flag=True, help="Begin CSV with a byte order mark, so that Excel reads every letter right.")
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
    bom: bool,
    output: Path | None,
) -> None:
    """Show or export the records of a TYPE: students, faculty, subjects, timetable, attendance, marks or custom."""
    from hub_desktop.hub.records import RecordSearch

    if desk.as_json and form == "table":
        raise click.UsageError("--json and --format table exclude each other.")
    file = output if output is not None and str(output) != "-" else None
    form = form or _form_of(desk, file)
    if bom and form != "csv":
        raise click.UsageError("--bom belongs to --format csv.")
    if desk.as_json and form == "csv" and file is None:
        raise click.UsageError("--json and --format csv exclude each other, unless --output names a file.")
    if form == "xlsx" and file is None:
        raise click.UsageError("An Excel workbook is no text. Name a file with --output.")
    if form == "table" and file is not None:
        raise click.UsageError("A table is for the screen. To write a file, choose --format csv, json or xlsx.")
    wanted = RecordSearch(data_type, tuple(_condition(one) for one in where), text, source, limit)
    if form == "table":
        _show_table(desk, wanted)
    elif file is not None:
        _write_file(desk, wanted, file, form, marked=bom)
    else:
        _write_out(desk, wanted, form, marked=bom)


def _show_table(desk: Desk, wanted: "RecordSearch") -> None:
    with desk.opened() as (hub, actor):
        found = hub.records.find(
            actor,
            wanted.data_type,
            where=wanted.where,
            text=wanted.text,
            source=wanted.source,
            limit=min(wanted.limit or _TABLE_ROWS, _MOST_TABLE_ROWS),
        )
    data_type, total, rows = found.data_type, found.total, found.rows
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


def _write_file(desk: Desk, wanted: "RecordSearch", file: Path, form: str, *, marked: bool) -> None:
    from hub_desktop.hub.exports import ExportFormat, personal_notice

    with desk.opened() as (hub, actor), cancelled_by_signals() as cancel:
        exported = hub.exports.to_file(actor, wanted, file, ExportFormat(form), marked=marked, cancel=cancel)
    if desk.as_json:
        notes = {"notes": list(exported.notes)} if exported.notes else {}
        say_json({"file": str(file), "records": exported.records} | notes)
        return
    said = (f"{count(exported.records, 'record')} written to {file}.", personal_notice(exported.personal))
    say(" ".join(sentence for sentence in said if sentence))
    for note in exported.notes:
        mention(note)


def _write_out(desk: Desk, wanted: "RecordSearch", form: str, *, marked: bool) -> None:
    from hub_desktop.hub.export_formats import CsvSheet, JsonSheet, Sheet

    def made(out: TextIO, stream: "RecordStream") -> Sheet:
        desk.writing = True
        if form == "json":
            return JsonSheet(out, stream.data_type, stream.fields, written=lambda value: json_text(value, indent=None))
        # Line breaks are fine in a quoted cell of a file, but a terminal obeys every control character.
        return CsvSheet(out, stream.fields, marked=marked, shown=plain if is_terminal(out) else None)

    if isinstance(sys.stdout, io.TextIOWrapper):
        # Windows would make of each CR LF a CR CR LF.
        sys.stdout.reconfigure(newline="")
    with desk.opened() as (hub, actor):
        hub.exports.to_text(actor, wanted, sys.stdout, made)
    sys.stdout.flush()
    desk.writing = False


def _form_of(desk: Desk, output: Path | None) -> str:
    if output is not None:
        return _ENDINGS.get(output.suffix.lower(), "csv")
    return "json" if desk.as_json else "table"


def _condition(written: str) -> tuple[str, str]:
    field, equals, value = written.partition("=")
    if not equals or not field.strip():
        raise click.UsageError(f"--where {written}: write it as FIELD=VALUE, such as department=CSE.")
    return field.strip(), value.strip()


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
