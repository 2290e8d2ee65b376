"""The connection test at the terminal: a list of ticks, what is offered, and the report for the vendor."""

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hub_desktop.cli.advice import command, quoted, what_to_do
from hub_desktop.cli.desk import Desk, HubCommand, ReportedError, pass_desk
from hub_desktop.cli.output import plain, say, say_json
from hub_desktop.cli.progress import cancelled_by_signals
from hub_desktop.core.offers import Offer
from hub_desktop.hub.written_files import written_file

if TYPE_CHECKING:
    from hub_desktop.upstream.doctor import Check, Report

_TICKS = {
    "passed": ("✓", "green"),
    "worth-knowing": ("!", "yellow"),
    "failed": ("✗", "red"),
    "not-tried": ("–", "yellow"),
}


@click.command("test", cls=HubCommand)
@click.argument("name")
@click.option("--endpoint", "endpoints", multiple=True, metavar="E", help="Only this endpoint; may be repeated.")
@click.option("--apply", "every", is_flag=True, help="Make the offered changes, then test once more.")
@click.option(
    "--offer",
    "numbers",
    multiple=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="Make the offered change of this number alone, then test once more; may be repeated.",
)
@click.option(
    "--export",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write a report for the vendor there, without secrets and without values of records.",
)
@pass_desk
def test(
    desk: Desk, *, name: str, endpoints: tuple[str, ...], every: bool, numbers: tuple[int, ...], file: Path | None
) -> None:
    """Test the connection of an integration step by step; nothing is stored."""
    if every and numbers:
        raise click.UsageError("--apply makes all changes, --offer those of its numbers. Say one of them.")
    with desk.opened() as (hub, actor):
        stored = desk.find(hub, actor, name)
        with cancelled_by_signals() as cancel:
            examined = partial(
                hub.tests.stored,
                actor,
                stored.integration_id,
                endpoints=endpoints or None,
                cancel=cancel,
                told=None if desk.as_json else partial(_say_check, desk),
            )
            report = examined()
            offers = _chosen(report, every=every, numbers=numbers)
            if offers:
                hub.integrations.accept(actor, stored.integration_id, offers)
                _tell_changes(desk, stored.name, offers)
                report = examined()
    if file is not None:
        _export(desk, stored.name, report, file)
    _tell_end(desk, stored.name, report, offers=offers, asked=every, file=file)
    if not report.ok:
        raise ReportedError(1)


COMMANDS: tuple[click.Command, ...] = (test,)


def _chosen(report: "Report", *, every: bool, numbers: Sequence[int]) -> tuple[Offer, ...]:
    """Return the offers to be made; raise UsageError for a number that is none."""
    if every:
        return report.offers
    offered = [check.offer for check in report.offered if check.offer is not None]
    for number in numbers:
        if number > len(offered):
            there = f"The test offers {len(offered)}." if offered else "The test offers nothing."
            raise click.UsageError(f"There is no offer {number}. {there}")
    return tuple(offered[number - 1] for number in dict.fromkeys(numbers))


def _export(desk: Desk, name: str, report: "Report", file: Path) -> None:
    from hub_desktop.upstream.vendor import vendor_json, vendor_text

    if desk.as_json:
        text = json.dumps(vendor_json(name, report), ensure_ascii=False, indent=2) + "\n"
    else:
        text = vendor_text(name, report)
    with written_file(file) as out:
        out.write(desk.mask(text))


def _tell_changes(desk: Desk, name: str, offers: Sequence[Offer]) -> None:
    if desk.as_json:
        return
    say("")
    for offer in offers:
        say(f"Changed: {desk.mask(offer.label)}.")
    say(f"Testing {name} once more.")
    say("")


def _tell_end(
    desk: Desk, name: str, report: "Report", *, offers: Sequence[Offer], asked: bool, file: Path | None
) -> None:
    if desk.as_json:
        from hub_desktop.upstream.report import report_json

        more: dict[str, Any] = {"applied": [offer.label for offer in offers]}
        say_json(report_json(name, report) | more | ({"file": str(file)} if file is not None else {}))
        return
    _list_offers(desk, name, report)
    if asked and not offers:
        say("Nothing was offered to be changed.")
    if file is not None:
        say(f"The report for the vendor was written to {file}, without secrets and without values of records.")
    say(f"{name} works." if report.ok else f"{name} did not pass the test.")


def _list_offers(desk: Desk, name: str, report: "Report") -> None:
    if not report.offered:
        return
    say("")
    say("Hub Desktop can change this for you:")
    for number, check in enumerate(report.offered, 1):
        if check.offer is not None:
            instead = " This takes the place of the other changes." if check.alternative and report.offers else ""
            say(f"  {number}. {desk.mask(check.offer.label)}")
            click.echo(click.style(f"     {plain(desk.mask(check.offer.reason))}{instead}", dim=True))
    quoted_name = quoted(name)
    if report.offers:
        say(f"All of them: {command(f'test {quoted_name} --apply', desk.data_dir)}")
    say(f"One of them: {command(f'test {quoted_name} --offer NUMBER', desk.data_dir)}")
    say("")


def _say_check(desk: Desk, check: "Check") -> None:
    tick, colour = _TICKS[check.mark]
    # What is said of an endpoint begins with its name already.
    begins = f"{check.endpoint or check.name.rpartition(': ')[2]}:"
    said = check.sentence if check.sentence.startswith(begins) else f"{check.name}: {check.sentence}"
    click.echo(f"{click.style(tick, fg=colour)} {plain(desk.mask(said))}")
    if check.mark not in {"failed", "worth-knowing"}:
        return
    by_person = desk.subject in desk.signed_in_by_person
    advice = what_to_do(check.remedy, desk.subject, desk.data_dir, by_person=by_person) if check.ok is False else ""
    if advice and check.offer is None:
        click.echo(f"  What to do: {plain(advice)}")
    detail = check.detail if check.detail != check.sentence else ""
    for line in (detail, *check.notes, *check.samples):
        if line:
            click.echo(click.style(f"  {plain(desk.mask(line))}", dim=True))
