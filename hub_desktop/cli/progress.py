"""How a sync is followed from a terminal: bars for a person, plain lines in a pipe, Ctrl+C to cancel."""

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from hub_desktop.cli.desk import Desk
from hub_desktop.cli.output import is_terminal, mention, plain
from hub_desktop.core.events import Event, Level, LogRow, RunProgress

if TYPE_CHECKING:
    from hub_desktop.hub.hub import Hub

_SECONDS_BETWEEN_LINES = 2.0


@contextmanager
def followed(desk: Desk, hub: "Hub") -> Iterator[None]:
    """Show on standard error how the runs of this hub come along; with --json, nothing."""
    if desk.as_json:
        yield
        return
    show = _bars() if is_terminal(sys.stderr) else _lines()
    with show as listener:
        unsubscribe = hub.events.subscribe(listener)
        try:
            yield
        finally:
            unsubscribe()


@contextmanager
def cancelled_by_signals() -> Iterator[threading.Event]:
    """Give an event that Ctrl+C or a request to end sets; a second Ctrl+C ends the program at once."""
    cancel = threading.Event()
    before: dict[signal.Signals, Any] = {}

    def on_signal(number: int, _: FrameType | None) -> None:
        cancel.set()
        if number in before:
            signal.signal(number, before[signal.Signals(number)])

    # Only the main thread may set handlers, and only it receives signals.
    if threading.current_thread() is threading.main_thread():
        for wanted in (signal.SIGINT, signal.SIGTERM):
            before[wanted] = signal.signal(wanted, on_signal)
    try:
        yield cancel
    finally:
        for wanted, handler in before.items():
            signal.signal(wanted, handler)


@contextmanager
def _lines() -> Iterator[Callable[[Event], None]]:
    last: dict[tuple[int, str], float] = {}

    def listener(event: Event) -> None:
        match event:
            case LogRow():
                _mention_log(event)
            case RunProgress():
                now, which = time.monotonic(), (event.integration_id, event.endpoint)
                if now - last.setdefault(which, now) >= _SECONDS_BETWEEN_LINES:
                    last[which] = now
                    of = f" of {event.total:,}" if event.total else ""
                    mention(f"{event.endpoint}: {event.counts.read:,}{of} read")
            case _:
                pass

    yield listener


@contextmanager
def _bars() -> Iterator[Callable[[Event], None]]:
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
    from rich.text import Text

    console = Console(stderr=True, highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        tasks: dict[tuple[int, str], Any] = {}

        def listener(event: Event) -> None:
            match event:
                case LogRow(level=Level.WARNING | Level.ERROR):
                    console.print(Text(plain(event.message)))
                case RunProgress():
                    which = (event.run_id, event.endpoint)
                    if which not in tasks:
                        tasks[which] = progress.add_task(escape(plain(event.endpoint)), total=event.total)
                    progress.update(tasks[which], completed=event.counts.read, total=event.total)
                case _:
                    pass

        yield listener


def _mention_log(row: LogRow) -> None:
    text = f"{row.integration}: {row.message}" if row.integration else row.message
    click.echo(plain(text), err=True)
