"""The command that shows a report: the numbers behind the plots of the window."""

import io
import sys
from pathlib import Path

import click

from hub_desktop.cli.desk import Desk, HubCommand, pass_desk
from hub_desktop.cli.output import is_terminal, mention, plain, say, say_json, say_table, when
from hub_desktop.cli.progress import cancelled_by_signals
from hub_desktop.core.reports import DAYS, MOST_DAYS, Kind, Report, ReportName, ReportQuery, said
from hub_desktop.core.times import from_text

_WORDS = frozenset({Kind.TEXT, Kind.DAY, Kind.MOMENT})


@click.command("report", cls=HubCommand)
@click.argument("name", metavar="NAME", type=click.Choice([str(name) for name in ReportName]))
@click.option(
    "--days", type=click.IntRange(1, MOST_DAYS), default=DAYS, show_default=True, help="How many days back it looks."
)
@click.option("--source", metavar="NAME", help="Only of this integration.")
@click.option("--department", metavar="NAME", help="Only of students of this department.")
@click.option("--subject", metavar="CODE", help="Only marks of this subject.")
@click.option("--exam", metavar="NAME", help="Only marks of this exam.")
@click.option("--csv", "as_csv", is_flag=True, help="Write CSV.")
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write CSV there, readable only by you."
)
@pass_desk
def report(
    desk: Desk,
    *,
    name: str,
    days: int,
    source: str | None,
    department: str | None,
    subject: str | None,
    exam: str | None,
    as_csv: bool,
    output: Path | None,
) -> None:
    """Show a report: records, success, duration, attendance, departments, marks or freshness."""
    from hub_desktop.hub.report_formats import document

    file = output if output is not None and str(output) != "-" else None
    if desk.as_json and as_csv and file is None:
        raise click.UsageError("--json and --csv exclude each other, unless --output names a file.")
    query = ReportQuery(days, source, department, subject, exam)
    with desk.opened() as (hub, actor), cancelled_by_signals() as cancel:
        found = hub.reports.look(actor, query, [ReportName(name)], cancel=cancel).reports[0]
        if file is not None:
            hub.reports.save_csv(actor, found, query, file)
    if file is not None:
        if desk.as_json:
            say_json({"file": str(file), "rows": len(found.rows)})
        else:
            say(f"{found.title} written to {file}.")
    elif desk.as_json:
        say_json(document(found))
    elif as_csv:
        _write_csv(found)
    else:
        _show(found)


COMMANDS: tuple[click.Command, ...] = (report,)


def _write_csv(found: Report) -> None:
    from hub_desktop.hub.report_formats import write_csv

    if isinstance(sys.stdout, io.TextIOWrapper):
        # Windows would make of each CR LF a CR CR LF.
        sys.stdout.reconfigure(newline="")
    # A terminal obeys every control character.
    write_csv(found, sys.stdout, shown=plain if is_terminal(sys.stdout) else None)
    sys.stdout.flush()
    if not found.rows:
        mention(found.empty)


def _show(found: Report) -> None:
    as_of = "as of an unknown time" if found.as_of is None else f"as of {when(found.as_of)}"
    say(f"{found.title} ({found.unit}), {as_of}")
    if not found.rows:
        say(found.empty)
        return
    say_table(
        [column.heading for column in found.columns],
        [
            [
                said(column.kind, cell, lambda text: when(from_text(text)))
                for column, cell in zip(found.columns, row, strict=True)
            ]
            for row in found.rows
        ],
        numbers=[column.heading for column in found.columns if column.kind not in _WORDS],
    )
    for sentence in (found.summary, *found.notes):
        if sentence:
            say(sentence)
