"""Commands about what people decide: looking at a sync beforehand, holds, and taking a run back."""

from typing import TYPE_CHECKING, Any

import click

from hub_desktop.cli.advice import command
from hub_desktop.cli.desk import Desk, HubCommand, HubGroup, ReportedError, confirmed, pass_desk
from hub_desktop.cli.output import mention, moment, plain, say, say_json, say_table, when
from hub_desktop.cli.progress import cancelled_by_signals
from hub_desktop.core.runs import RunStatus
from hub_desktop.core.words import count

if TYPE_CHECKING:
    from hub_desktop.core.validation import Values
    from hub_desktop.hub.decisions import HoldView
    from hub_desktop.hub.syncs import Preview
    from hub_desktop.store.holds import HeldRecord
    from hub_desktop.store.previewing import Examples
    from hub_desktop.store.undo import Undone

_SHOWN = 20
_CODES = {RunStatus.SUCCEEDED: 0, RunStatus.HELD: 3}


@click.command("preview", cls=HubCommand)
@click.argument("name")
@click.option("--endpoint", "endpoints", multiple=True, metavar="E", help="Only this endpoint; may be repeated.")
@pass_desk
def preview(desk: Desk, name: str, endpoints: tuple[str, ...]) -> None:
    """Show what a sync would add, change, remove and refuse; it writes nothing."""
    show_preview(desk, name, endpoints)


def show_preview(desk: Desk, name: str, endpoints: tuple[str, ...]) -> None:
    """Look at a sync, say what it would do, and end with the code that the sync would end with."""
    with desk.opened() as (hub, actor), cancelled_by_signals() as cancel:
        stored = desk.find(hub, actor, name)
        mention(f"Looking at what {stored.name} would bring…")
        found = hub.syncs.preview(actor, stored.integration_id, endpoints or None, cancel=cancel)
    if desk.as_json:
        shown = found.run.summary()
        shown["would"] = {endpoint: _examples(examples) for endpoint, examples in found.examples.items()}
        say_json(shown)
    else:
        _say_preview(desk, found)
    code = _CODES.get(found.run.status, 1)
    if code:
        raise ReportedError(code)


@click.command("undo", cls=HubCommand)
@click.argument("run_id", type=int)
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_desk
def undo(desk: Desk, run_id: int, yes: bool) -> None:
    """Take a run back: its records become again what they were before."""
    with desk.opened() as (hub, actor):
        run = hub.syncs.get(actor, run_id)
        touched = run.total.added + run.total.changed + run.total.removed
        if not confirmed(f"Take back run {run_id} of {run.integration}, {count(touched, 'record')}?", yes=yes):
            raise click.Abort
        undone = hub.decisions.undo(actor, run_id)
    if desk.as_json:
        say_json({"run_id": run_id, "undone": [_undone(one) for one in undone]})
        return
    for one in undone:
        say(f"{one.data_type}: {one.taken_out:,} taken out, {one.put_back:,} put back as before.")
        if one.later:
            keys = ", ".join(_key(key) for key in one.later[:_SHOWN])
            say(f"  {count(len(one.later), 'record')} changed by later syncs stay as they are: {keys}")


@click.group("hold", cls=HubGroup)
def hold() -> None:
    """See and decide what the safety brake held."""


@hold.command("list")
@click.argument("name", required=False)
@pass_desk
def list_holds(desk: Desk, name: str | None) -> None:
    """List what waits for a decision, of one integration or of all."""
    with desk.opened() as (hub, actor):
        number = desk.find(hub, actor, name).integration_id if name else None
        found = hub.decisions.waiting(actor, number)
    if desk.as_json:
        say_json([_hold(view) for view in found])
        return
    if not found:
        say("Nothing waits for a decision.")
        return
    rows = [
        [str(view.hold.run_id), when(view.hold.made_at), view.integration, f"{view.hold.affected:,}", view.sentence]
        for view in found
    ]
    say_table(["Run", "Since", "Integration", "Records", "What"], rows, numbers=("Run", "Records"))
    say(f"See one: {command('hold show RUN_ID', desk.data_dir)}")


@hold.command("show")
@click.argument("run_id", type=int)
@click.option("--limit", type=click.IntRange(1, 100_000), default=100, show_default=True)
@pass_desk
def show_hold(desk: Desk, run_id: int, limit: int) -> None:
    """Show what was held in a run, record by record."""
    with desk.opened() as (hub, actor):
        views = hub.decisions.of_run(actor, run_id)
        records = {view.hold.hold_id: hub.decisions.records(actor, view.hold.hold_id, limit) for view in views}
    if desk.as_json:
        say_json([_hold(view) | {"records": [_held(one) for one in records[view.hold.hold_id]]} for view in views])
        return
    if not views:
        say(f"Nothing of run {run_id} was held.")
    for view in views:
        say(f"{view.sentence} ({view.hold.state})")
        for one in records[view.hold.hold_id]:
            say(f"  {one.operation} {_key(one.key)}")


@hold.command("accept")
@click.argument("run_id", type=int)
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_desk
def accept(desk: Desk, run_id: int, yes: bool) -> None:
    """Do what was held in a run, this once."""
    _decide(desk, run_id, accepted=True, yes=yes)


@hold.command("refuse")
@click.argument("run_id", type=int)
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_desk
def refuse(desk: Desk, run_id: int, yes: bool) -> None:
    """Keep the old records; the same removals are not asked about again."""
    _decide(desk, run_id, accepted=False, yes=yes)


COMMANDS: tuple[click.Command, ...] = (preview, hold, undo)


def _decide(desk: Desk, run_id: int, *, accepted: bool, yes: bool) -> None:
    with desk.opened() as (hub, actor):
        waiting = [view for view in hub.decisions.of_run(actor, run_id) if view.hold.state == "waiting"]
        many = count(sum(view.hold.affected for view in waiting), "record")
        question = f"Accept what was held for {many}?" if accepted else f"Keep the old {many}?"
        if waiting and not confirmed(question, yes=yes):
            raise click.Abort
        run = hub.decisions.accept(actor, run_id) if accepted else hub.decisions.refuse(actor, run_id)
    if desk.as_json:
        say_json(run.summary())
    elif accepted:
        total = run.total
        say(f"Done: {total.added:,} added, {total.changed:,} changed, {total.removed:,} removed.")
    else:
        say(f"The old {many} are kept.")


def _say_preview(desk: Desk, found: "Preview") -> None:
    for name, outcome in found.run.endpoints.items():
        counts = outcome.counts
        say(
            f"{name}: would add {counts.added:,}, change {counts.changed:,}, remove {counts.removed:,}, refuse "
            f"{counts.quarantined:,}; {counts.unchanged:,} unchanged."
        )
        examples = found.examples.get(name)
        if examples is not None:
            _say_examples(desk, examples)
        if outcome.problem is not None:
            say(f"  {desk.mask(outcome.problem.sentence)}")
    if found.run.problem is not None and not found.run.endpoints:
        say(desk.mask(found.run.problem.sentence))
    say("Nothing was written.")


def _say_examples(desk: Desk, examples: "Examples") -> None:
    for values in examples.added[:_SHOWN]:
        say(f"  + {_key(values[:2])}")
    for change in examples.changed[:_SHOWN]:
        fields = ", ".join(f"{one.field}: {_word(one.before)} → {_word(one.after)}" for one in change.fields)
        say(f"  ~ {_key(change.key)}: {fields}")
    for key in examples.removed[:_SHOWN]:
        say(f"  - {_key(key)}")
    for refused in examples.refused[:_SHOWN]:
        say(f"  ! {plain(desk.mask(' '.join(refused.reasons)))}")


def _examples(examples: "Examples") -> dict[str, Any]:
    hold = examples.hold
    return {
        "add": [list(values) for values in examples.added],
        "change": [
            {"key": list(one.key), "fields": {f.field: [f.before, f.after] for f in one.fields}}
            for one in examples.changed
        ],
        "remove": [list(key) for key in examples.removed],
        "refuse": [{"reasons": list(one.reasons)} for one in examples.refused],
        "hold": None if hold is None else {"cause": str(hold.cause), "affected": hold.affected},
    }


def _hold(view: "HoldView") -> dict[str, Any]:
    one = view.hold
    return {
        "hold_id": one.hold_id,
        "run_id": one.run_id,
        "integration": view.integration,
        "endpoint": one.endpoint,
        "data_type": one.data_type,
        "cause": str(one.cause),
        "known": one.known,
        "affected": one.affected,
        "state": one.state,
        "made_at": moment(one.made_at),
        "decided_at": moment(one.decided_at),
        "decided_by": one.decided_by,
        "message": view.sentence,
    }


def _held(one: "HeldRecord") -> dict[str, Any]:
    return {"key": list(one.key), "operation": one.operation, "values": list(one.values) if one.values else None}


def _undone(one: "Undone") -> dict[str, Any]:
    return {
        "data_type": one.data_type,
        "taken_out": one.taken_out,
        "put_back": one.put_back,
        "changed_later": [list(key) for key in one.later],
    }


def _key(values: "Values") -> str:
    return plain(" · ".join(_word(value) for value in values if value not in {None, ""}))


def _word(value: object) -> str:
    return "nothing" if value is None else plain(str(value))
