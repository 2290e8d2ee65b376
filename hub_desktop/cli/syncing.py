"""Commands about syncing: running it, and reading how runs went."""

from typing import TYPE_CHECKING, Any

import click

from hub_desktop.cli.advice import what_to_do
from hub_desktop.cli.deciding import show_preview
from hub_desktop.cli.desk import Desk, HubCommand, ReportedError, exit_code, pass_desk
from hub_desktop.cli.output import complain, mention, moment, say, say_json, say_table, when
from hub_desktop.cli.progress import cancelled_by_signals, followed
from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import HubError, Problem
from hub_desktop.core.events import Level
from hub_desktop.core.runs import Run, RunStatus
from hub_desktop.core.words import count

if TYPE_CHECKING:
    import threading

    from hub_desktop.hub.hub import Hub

_ENDINGS = {
    RunStatus.SUCCEEDED: "succeeded",
    RunStatus.PARTIAL: "partly failed",
    RunStatus.FAILED: "failed",
    RunStatus.HELD: "held, waiting for a person to decide",
    RunStatus.CANCELLED: "cancelled; what had come in by then is kept",
    RunStatus.RUNNING: "still running",
}


@click.command("sync", cls=HubCommand)
@click.argument("name", required=False)
@click.option("--all", "every", is_flag=True, help="Every integration that is switched on, one after the other.")
@click.option("--endpoint", "endpoints", multiple=True, metavar="E", help="Only this endpoint; may be repeated.")
@click.option("--full", is_flag=True, help="Read everything anew, not only what is new since the last sync.")
@click.option("--dry-run", is_flag=True, help="Only show what would happen, as preview does.")
@pass_desk
def sync(desk: Desk, name: str | None, *, every: bool, endpoints: tuple[str, ...], full: bool, dry_run: bool) -> None:
    """Sync an integration now; Ctrl+C stops it and keeps what has come in."""
    if bool(name) == every:
        raise click.UsageError("Name an integration, or say --all.")
    if dry_run:
        if every or full or name is None:
            raise click.UsageError("--dry-run looks at one integration. Name it, without --all and --full.")
        show_preview(desk, name, endpoints)
        return
    if every and endpoints:
        raise click.UsageError("--endpoint belongs to one integration. Name it instead of --all.")
    with desk.opened() as (hub, actor), cancelled_by_signals() as cancel, followed(desk, hub):
        if name:
            stored = desk.find(hub, actor, name)
            runs: list[Run | _Unbegun] = [
                hub.syncs.run(actor, stored.integration_id, endpoints=endpoints or None, cancel=cancel, full=full)
            ]
        else:
            runs = _run_all(desk, hub, actor, cancel, full=full)
    if desk.as_json:
        shown = [run.summary() for run in runs]
        say_json(shown if every else shown[0])
    else:
        if not runs:
            say("No integration is switched on, so there was nothing to sync.")
        for run in runs:
            _say_run(desk, run)
    code = _worst([_code(run) for run in runs])
    if code:
        raise ReportedError(code)


@click.command("runs", cls=HubCommand)
@click.argument("name")
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True)
@pass_desk
def runs(desk: Desk, name: str, limit: int) -> None:
    """List the newest runs of an integration."""
    with desk.opened() as (hub, actor):
        stored = desk.find(hub, actor, name)
        found = hub.syncs.history(actor, stored.integration_id, limit)
    if desk.as_json:
        say_json([_run(run) for run in found])
        return
    if not found:
        say(f"{stored.name} has not been synced yet.")
        return
    rows = []
    for run in found:
        total = run.total
        numbers = (total.read, total.added, total.changed, total.unchanged, total.quarantined)
        rows.append(
            [
                str(run.run_id),
                when(run.started_at),
                str(run.trigger),
                str(run.status),
                *(f"{number:,}" for number in numbers),
            ]
        )
    counted = ["Read", "Added", "Changed", "Unchanged", "Refused"]
    say_table(["Run", "Started", "Trigger", "Status", *counted], rows, numbers=("Run", *counted))
    for run in found:
        if run.problem is not None:
            say(f"Run {run.run_id}: {desk.mask(run.problem.sentence)}")


@click.command("logs", cls=HubCommand)
@click.argument("name", required=False)
@click.option("--run", "run_id", type=int, metavar="ID", help="Only this run.")
@click.option("--level", type=click.Choice([str(level) for level in Level]), help="Only what matters at least so much.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=100, show_default=True)
@pass_desk
def logs(desk: Desk, name: str | None, run_id: int | None, level: str | None, limit: int) -> None:
    """Show the log, the newest rows last, of one integration or of all."""
    with desk.opened() as (hub, actor):
        number = desk.find(hub, actor, name).integration_id if name else None
        least = Level(level) if level else None
        found = hub.syncs.log(actor, number, run_id=run_id, level=least, limit=limit)
    found.reverse()
    if desk.as_json:
        say_json(
            [
                {
                    "id": row.row_id,
                    "at": moment(row.at),
                    "level": str(row.level),
                    "integration": row.integration,
                    "run_id": row.run_id,
                    "endpoint": row.endpoint,
                    "message": row.message,
                    "detail": row.detail,
                }
                for row in found
            ]
        )
        return
    if not found:
        say("The log is empty.")
        return
    rows = [
        [when(row.at), str(row.level), row.integration, str(row.run_id or ""), row.message, row.detail] for row in found
    ]
    say_table(["Time", "Level", "Integration", "Run", "Message", "Detail"], rows, numbers=("Run",))


COMMANDS: tuple[click.Command, ...] = (sync, runs, logs)


class _Unbegun:
    """A sync of several that could not even begin."""

    def __init__(self, integration: str, error: HubError) -> None:
        self.integration = integration
        self.error = error

    def summary(self) -> dict[str, object]:
        """Return the shape of a run's summary, without a run."""
        error = self.error
        problem = {
            "kind": str(error.kind),
            "message": error.sentence,
            "detail": error.detail,
            "remedy": str(error.remedy),
        }
        return {
            "run_id": None,
            "integration": self.integration,
            "status": "failed",
            "endpoints": {},
            "seconds": 0.0,
            "error": problem,
        }


def _run_all(desk: Desk, hub: "Hub", actor: Actor, cancel: "threading.Event", *, full: bool) -> "list[Run | _Unbegun]":
    done: list[Run | _Unbegun] = []
    for view in sorted(hub.overview.all(actor), key=lambda view: view.name.casefold()):
        desk.meet(view.config)
        if not view.config.enabled:
            mention(f"{view.name} is switched off and left out.")
            continue
        if cancel.is_set():
            break
        try:
            done.append(hub.syncs.run(actor, view.integration_id, cancel=cancel, full=full))
        except HubError as error:
            # One that another window is syncing already must not keep the others waiting.
            done.append(_Unbegun(view.name, error))
    return done


def _say_run(desk: Desk, run: "Run | _Unbegun") -> None:
    if isinstance(run, _Unbegun):
        _complain_problem(desk, run.integration, run.error.problem())
        return
    if run.endpoints:
        rows = []
        for name, outcome in run.endpoints.items():
            c = outcome.counts
            numbers = (c.read, c.added, c.changed, c.unchanged, c.removed, c.quarantined)
            rows.append([name, *(f"{number:,}" for number in numbers), "failed" if outcome.problem else ""])
        counted = ["Read", "Added", "Changed", "Unchanged", "Removed", "Refused"]
        say_table(["Endpoint", *counted, ""], rows, numbers=counted)
    say(f"{run.integration}: {_ENDINGS[run.status]} ({run.seconds:.1f} s).")
    if run.status is RunStatus.CANCELLED:
        return
    problems = [run.problem, *(outcome.problem for outcome in run.endpoints.values())]
    told: list[Problem] = []
    for problem in problems:
        if problem is not None and problem not in told:
            told.append(problem)
            _complain_problem(desk, run.integration, problem)
    if run.total.quarantined and not told:
        were = "was" if run.total.quarantined == 1 else "were"
        say(f"{count(run.total.quarantined, 'record')} {were} refused. See why: hub-desktop quarantine list")


def _complain_problem(desk: Desk, integration: str, problem: Problem) -> None:
    by_person = integration in desk.signed_in_by_person
    advice = what_to_do(problem.remedy, integration, desk.data_dir, by_person=by_person)
    complain(desk.mask(problem.sentence), advice, desk.mask(problem.detail))


def _code(run: "Run | _Unbegun") -> int:
    if isinstance(run, _Unbegun):
        return exit_code(run.error)
    return {RunStatus.SUCCEEDED: 0, RunStatus.HELD: 3}.get(run.status, 1)


def _worst(codes: list[int]) -> int:
    """Return the code of several runs: a failure outranks a hold."""
    return 1 if 1 in codes else max(codes, default=0)


def _run(run: Run) -> dict[str, Any]:
    beside = {
        "trigger": str(run.trigger),
        "asked_by": run.asked_by,
        "started_at": moment(run.started_at),
        "finished_at": moment(run.finished_at),
    }
    return run.summary() | beside
