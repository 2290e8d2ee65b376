"""Commands about current records: search, history, corrections, conflicts and comparison of sources."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from hub_desktop.cli.desk import Desk, HubCommand, PlainOrGroup, pass_desk
from hub_desktop.cli.output import moment, say, say_json, say_table, when
from hub_desktop.cli.records import records
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.filters import Filter, How, Search
from hub_desktop.core.words import count, did_you_mean

if TYPE_CHECKING:
    from hub_desktop.core.datatypes import DataType
    from hub_desktop.hub.explorer import ChangeView, CurrentView, Found

_PAGE = 1_000


def _key_of(kind: "DataType", written: str) -> list[str]:
    """Return the parts of a key: a JSON list, or the parts with “|” between them where there are several."""
    if written.startswith("["):
        try:
            parts = json.loads(written)
        except ValueError:
            raise click.UsageError(f"{written} is not a JSON list.") from None
        return [str(part) for part in parts]
    return [written] if len(kind.key_fields) == 1 else written.split("|")


def _kind(name: str) -> "DataType":
    found = DATA_TYPES.get(name)
    if found is None:
        raise click.UsageError(f"There is no data type “{name}”.{did_you_mean(name, DATA_TYPES)}")
    return found


_college_option = click.option("--college", type=int, metavar="N", help="The college, where there are several.")


@click.command("current", cls=HubCommand)
@click.argument("data_type", metavar="TYPE")
@click.option("--where", multiple=True, metavar="FIELD=VALUE", help="Only records with this value; may be repeated.")
@click.option("--contains", multiple=True, metavar="FIELD=TEXT", help="Only with this text in the field.")
@click.option("--empty", multiple=True, metavar="FIELD", help="Only those without a value there.")
@click.option("--filled", multiple=True, metavar="FIELD", help="Only those with a value there.")
@click.option("--text", default="", help="Only records with this text in any field.")
@click.option("--source", metavar="NAME", help="The records of this integration, as it says them.")
@click.option("--changed-since", type=click.DateTime(), help="Only what changed since then, in this computer's zone.")
@click.option("--sort", default="", metavar="FIELD", help="In this order; last_changed counts too.")
@click.option("--descending", is_flag=True, help="The other way round.")
@click.option("--columns", metavar="FIELD,…", help="Only these columns.")
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=100, show_default=True)
@click.option("--count", "only_count", is_flag=True, help="Only say how many there are.")
@pass_desk
def current(desk: Desk, /, *, data_type: str, columns: str | None, limit: int, only_count: bool, **search: Any) -> None:
    """Search the current records of a TYPE: one for each key, from all its sources by precedence."""
    kind = _kind(data_type)
    shown = _columns(kind, columns)
    with desk.opened() as (hub, actor):
        found = hub.explorer.look(actor, _search(data_type, **search))
        views: list[CurrentView] = []
        while not only_count and len(views) < min(limit, found.total):
            some = hub.explorer.page(actor, found, len(views), min(_PAGE, limit - len(views)))
            if not some:
                break
            views += some
    if desk.as_json:
        say_json({"type": data_type, "total": found.total, "records": [_record(found, view, shown) for view in views]})
        return
    if views:
        places = [kind.field_names.index(name) for name in shown]
        if columns is None:
            places = [p for p in places if any(view.values[p] not in {None, ""} for view in views)]
        say_table(
            [*(kind.fields[p].label for p in places), "Sources"],
            [[*(_cell(v.values[p], v, kind.field_names[p]) for p in places), " + ".join(v.sources)] for v in views],
        )
    if any(view.corrected for view in views):
        say("* corrected by hand")
    less = f"{len(views):,} of " if 0 < len(views) < found.total else ""
    say(f"{less}{count(found.total, 'record')}." if found.total else f"No {kind.label.lower()} found.")


def _search(
    data_type: str,
    *,
    where: Sequence[str],
    contains: Sequence[str],
    empty: Sequence[str],
    filled: Sequence[str],
    changed_since: datetime | None,
    **more: Any,
) -> Search:
    filters = [Filter(*_pair("--where", one, How.EQUALS)) for one in where]
    filters += [Filter(*_pair("--contains", one, How.CONTAINS)) for one in contains]
    filters += [Filter(name, How.EMPTY) for name in empty] + [Filter(name, How.FILLED) for name in filled]
    since = None if changed_since is None else changed_since.astimezone().astimezone(UTC)
    return Search(data_type, tuple(filters), changed_since=since, **more)


def _pair(option: str, written: str, how: How) -> tuple[str, How, str]:
    field, equals, value = written.partition("=")
    if not equals or not field.strip():
        raise click.UsageError(f"{option} {written}: write it as FIELD=VALUE, such as department=CSE.")
    return field.strip(), how, value.strip()


def _columns(kind: "DataType", written: str | None) -> list[str]:
    if written is None:
        return list(kind.field_names)
    names = [name.strip() for name in written.split(",") if name.strip()]
    for name in names:
        if name not in kind.field_names:
            raise click.UsageError(f"{kind.label} have no field “{name}”.{did_you_mean(name, kind.field_names)}")
    return names


def _record(found: "Found", view: "CurrentView", shown: Sequence[str]) -> dict[str, Any]:
    values = dict(zip(found.data_type.field_names, view.values, strict=True))
    return {name: values[name] for name in shown} | {
        "sources": list(view.sources),
        "corrected": sorted(view.corrected),
        "last_changed": moment(view.last_changed),
        "college_id": view.college_id,
    }


def _cell(value: Any, view: "CurrentView", name: str) -> str:
    return said(value) + (" *" if name in view.corrected else "")


def said(value: Any) -> str:
    """Return a value as a table shows it."""
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


@click.command("history", cls=HubCommand)
@click.argument("data_type", metavar="TYPE")
@click.argument("key", metavar="KEY[|KEY…]")
@click.option("--field", metavar="FIELD", help="Only the changes of this field.")
@_college_option
@pass_desk
def history(desk: Desk, data_type: str, key: str, field: str | None, college: int | None) -> None:
    """Show who or which system gave each value of a record, when, and what it replaced."""
    kind = _kind(data_type)
    with desk.opened() as (hub, actor):
        lineage = hub.explorer.lineage(actor, data_type, _key_of(kind, key), college)
    changes = [change for change in lineage.changes if field is None or change.field == field]
    fields = [one for one in lineage.fields if field is None or one.field == field]
    if desk.as_json:
        say_json(
            {
                "type": data_type,
                "key": list(lineage.key),
                "gone": lineage.gone,
                "fields": [
                    {
                        "field": one.field,
                        "value": one.value,
                        "source": one.source,
                        "corrected": one.corrected,
                        "run_id": one.run_id,
                        "since": moment(one.since),
                        "replaced": one.replaced,
                        "others": [{"source": source, "value": value} for source, value in one.others],
                    }
                    for one in fields
                ],
                "changes": [_change(change) for change in changes],
            }
        )
        return
    if lineage.gone:
        say("No system has this record any more.")
    say_table(
        ["Field", "Value", "From", "Run", "Since", "Replaced", "Others say"],
        [
            [
                kind.field_named(one.field).label,
                said(one.value),
                f"{one.source} (by hand)" if one.corrected else one.source,
                said(one.run_id),
                when(one.since) if one.since else "",
                said(one.replaced),
                ", ".join(f"{source}: {said(value)}" for source, value in one.others),
            ]
            for one in fields
        ],
    )
    say("")
    say_table(
        ["Time", "What", "Field", "Before", "After", "By", "Run"],
        [
            [
                when(change.at),
                change.operation,
                kind.field_named(change.field).label if change.field else "",
                said(change.before),
                said(change.after),
                change.by,
                said(change.run_id),
            ]
            for change in changes
        ],
    )


def _change(change: "ChangeView") -> dict[str, Any]:
    return {
        "at": moment(change.at),
        "operation": change.operation,
        "field": change.field or None,
        "before": change.before,
        "after": change.after,
        "by": change.by,
        "run_id": change.run_id,
    }


@click.command("correct", cls=HubCommand)
@click.argument("data_type", metavar="TYPE")
@click.argument("key", metavar="KEY[|KEY…]")
@click.argument("field")
@click.argument("value")
@_college_option
@pass_desk
def correct(desk: Desk, *, data_type: str, key: str, field: str, value: str, college: int | None) -> None:
    """Put a VALUE above what all systems say, until it is taken away; an empty one empties the field."""
    kind = _kind(data_type)
    with desk.opened() as (hub, actor):
        kept = hub.explorer.correct(actor, data_type, _key_of(kind, key), field, value, college_id=college)
    if desk.as_json:
        say_json({"type": data_type, "key": key, "field": field, "value": kept})
    else:
        label = kind.field_named(field).label
        say(f"{label} is “{said(kept)}” now." if kept is not None else f"{label} is empty now.")
        say("It stays over syncs. To let the systems count again: hub-desktop records uncorrect")


@click.command("uncorrect", cls=HubCommand)
@click.argument("data_type", metavar="TYPE")
@click.argument("key", metavar="KEY[|KEY…]")
@click.argument("field")
@_college_option
@pass_desk
def uncorrect(desk: Desk, data_type: str, key: str, field: str, college: int | None) -> None:
    """Take a correction away, so that the systems count again."""
    kind = _kind(data_type)
    with desk.opened() as (hub, actor):
        value = hub.explorer.uncorrect(actor, data_type, _key_of(kind, key), field, college)
    if desk.as_json:
        say_json({"type": data_type, "key": key, "field": field, "value": value})
    else:
        label = kind.field_named(field).label
        say(f"{label} is “{said(value)}” again." if value is not None else f"{label} is empty again.")


@click.command("conflicts", cls=HubCommand)
@click.argument("data_type", metavar="TYPE")
@click.option("--field", "fields", multiple=True, metavar="FIELD", help="Only of this field; may be repeated.")
@click.option(
    "--limit", type=click.IntRange(1, 100_000), default=100, show_default=True, help="At most so many records."
)
@pass_desk
def conflicts(desk: Desk, data_type: str, fields: tuple[str, ...], limit: int) -> None:
    """List the fields for which systems have different values; the first value is the one that counts."""
    kind = _kind(data_type)
    with desk.opened() as (hub, actor):
        found = hub.explorer.conflicts(actor, data_type, fields, limit)
    if desk.as_json:
        say_json(
            [
                {
                    "key": list(one.key),
                    "field": one.field,
                    "values": [{"source": source, "value": value} for source, value in one.values],
                    "corrected": one.corrected,
                    "college_id": one.college_id,
                }
                for one in found
            ]
        )
        return
    if not found:
        say(f"The systems agree on all {kind.label.lower()}.")
        return
    rows = [
        [
            " | ".join(said(part) for part in one.key),
            kind.field_named(one.field).label,
            ", ".join(f"{source}: {said(value)}" for source, value in one.values),
            "corrected by hand" if one.corrected else "",
        ]
        for one in found
    ]
    say_table(["Record", "Field", "What they say", ""], rows)


@click.command("reconcile", cls=HubCommand)
@click.argument("data_type", metavar="TYPE")
@click.argument("source_a")
@click.argument("source_b")
@click.option("--limit", type=click.IntRange(1, 100_000), default=100, show_default=True, help="List at most so many.")
@pass_desk
def reconcile(desk: Desk, data_type: str, source_a: str, source_b: str, limit: int) -> None:
    """Compare two systems: how many records of a TYPE each has, and which only one of them has."""
    kind = _kind(data_type)
    with desk.opened() as (hub, actor):
        found = hub.explorer.reconcile(actor, data_type, source_a, source_b, limit)
    if desk.as_json:
        say_json(
            {
                "type": data_type,
                "totals": {source_a: found.first_total, source_b: found.second_total},
                "both": found.both,
                "differing": [list(key) for key in found.differing],
                "only": {
                    source_a: {"total": found.only_first_total, "keys": [list(key) for key in found.only_first]},
                    source_b: {"total": found.only_second_total, "keys": [list(key) for key in found.only_second]},
                },
            }
        )
        return
    say(f"{kind.label}: {source_a} {found.first_total:,}, {source_b} {found.second_total:,}, both {found.both:,}.")
    for source, total, keys in (
        (source_a, found.only_first_total, found.only_first),
        (source_b, found.only_second_total, found.only_second),
    ):
        if not total:
            say(f"None is only in {source}.")
            continue
        these = f"This {total}" if total == 1 else f"These {total:,}"
        say(f"{these} {'is' if total == 1 else 'are'} only in {source}:")
        for key in keys:
            say(f"  {' | '.join(said(part) for part in key)}")
        if len(keys) < total:
            say(f"  … and {total - len(keys):,} more; see them with --limit.")
    if found.differing:
        more = " or more" if len(found.differing) == limit else ""
        say(f"{count(len(found.differing), 'record')}{more} of both differ: hub-desktop records conflicts {data_type}")


@click.command("precedence", cls=HubCommand)
@click.argument("sources", nargs=-1)
@_college_option
@pass_desk
def precedence(desk: Desk, sources: tuple[str, ...], college: int | None) -> None:
    """Show which system counts where several have a value, or set it: the most trusted first."""
    with desk.opened() as (hub, actor):
        if sources:
            hub.sources.set_precedence(actor, sources, college)
        found = hub.sources.precedence(actor, college)
    if desk.as_json:
        say_json([{"integration_id": n, "name": name, "deleted": deleted} for n, name, deleted in found])
        return
    rows = [[str(place), name, "deleted" if deleted else ""] for place, (_, name, deleted) in enumerate(found, 1)]
    say_table(["Place", "System", ""], rows, numbers=("Place",))


def _with_commands(plain: click.Command) -> click.Group:
    """Return the command `records` with all that belongs to it."""
    said = "Show records (records TYPE), where they come from, and correct them."
    group = PlainOrGroup("records", plain, "show", help=said)
    for one in (current, history, correct, uncorrect, conflicts, reconcile, precedence):
        group.add_command(one)
    return group


COMMANDS: tuple[click.Command, ...] = (_with_commands(records),)
