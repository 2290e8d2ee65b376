"""What is written to the terminal: sentences, tables, JSON and errors, free of control characters from outside."""

import json
import re
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, TextIO

import click

from hub_desktop.core.times import to_text

# Control characters, and those that turn the direction of text, could make a terminal show or do something else.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_GAP = "  "
_SHORT = 20


def plain(text: str) -> str:
    """Return the text with control characters written out: an escape as a backslash, x, 1 and b."""
    return _UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def say(sentence: str) -> None:
    """Write one line to standard output."""
    click.echo(plain(sentence))


def mention(sentence: str) -> None:
    """Write one line to standard error: news on the way, which no pipe should carry on."""
    click.echo(plain(sentence), err=True)


def json_text(value: Any, *, indent: int | None = 2) -> str:
    """Return the value as JSON that is safe to show in a terminal."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def say_json(value: Any) -> None:
    """Write the one JSON document of a command to standard output."""
    click.echo(json_text(value))


def moment(at: datetime | None) -> str | None:
    """Return a point in time as JSON carries it."""
    return None if at is None else to_text(at)


def when(at: datetime | None, now: datetime | None = None) -> str:
    """Return a point in time as people say it, in the zone of this computer; a dash for none."""
    if at is None:
        return "–"
    local = at.astimezone()
    today = (now or datetime.now(tz=local.tzinfo)).astimezone(local.tzinfo).date()
    days = {today: "today", today - timedelta(days=1): "yesterday", today + timedelta(days=1): "tomorrow"}
    return f"{days.get(local.date(), local.date().isoformat())} {local:%H:%M}"


def is_terminal(stream: TextIO) -> bool:
    """Tell whether a person reads, or types into, the stream."""
    try:
        return stream.isatty()
    except ValueError:  # a closed stream
        return False


def say_table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Sequence[str] = ()) -> None:
    """Write a table; the columns named by `numbers` are set flush right.

    On a terminal it is fitted to the width; in a pipe every cell is whole and every row one line.
    """
    cells = [[plain(cell) for cell in row] for row in rows]
    right = [heading in numbers for heading in headings]
    if is_terminal(sys.stdout):
        _fitted_table(headings, cells, right)
        return
    lines = [list(headings), *cells]
    widths = [max(len(line[column]) for line in lines) for column in range(len(headings))]
    for line in lines:
        set_ = [
            cell.rjust(width) if flush else cell.ljust(width)
            for cell, width, flush in zip(line, widths, right, strict=True)
        ]
        click.echo(_GAP.join(set_).rstrip())


def _fitted_table(headings: Sequence[str], cells: list[list[str]], right: list[bool]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column, (heading, flush) in enumerate(zip(headings, right, strict=True)):
        # On a narrow terminal the long texts give way, never a number or a word.
        short = flush or all(len(row[column]) <= _SHORT for row in cells)
        table.add_column(Text(heading), justify="right" if flush else "left", overflow="fold", no_wrap=short)
    for row in cells:
        # Text and not a string: brackets from upstream are no markup.
        table.add_row(*(Text(cell) for cell in row))
    Console(file=sys.stdout, highlight=False).print(table)


def say_fields(fields: Sequence[tuple[str, str]]) -> None:
    """Write labels with their values, one a line."""
    width = max((len(label) for label, _ in fields), default=0)
    for label, value in fields:
        click.echo(f"{label.ljust(width)}{_GAP}{plain(value)}".rstrip())


def complain(sentence: str, what_to_do: str | Sequence[str] = "", detail: str = "") -> None:
    """Write an error to standard error: what happened, what to do in a line or several, and the detail for IT staff."""
    click.echo(plain(sentence), err=True)
    lines = [what_to_do] if isinstance(what_to_do, str) else what_to_do
    for number, line in enumerate(filter(None, lines)):
        click.echo(plain(line) if number else f"What to do: {plain(line)}", err=True)
    if detail and detail != sentence:
        click.echo(click.style(plain(detail), dim=True), err=True)


def error_document(kind: str, sentence: str, detail: str, remedy: str) -> dict[str, Any]:
    """Return the JSON document of an error."""
    error = {"kind": kind, "message": sentence, "detail": detail, "remedy": remedy}
    return {"success": False, "error": error}
