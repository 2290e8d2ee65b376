"""Commands about privacy: what is kept of one person, erasing them, and how long data is kept."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hub_desktop.cli.desk import Desk, HubGroup, confirmed, pass_desk
from hub_desktop.cli.output import json_text, mention, moment, say, say_json, say_table
from hub_desktop.core.backups import Occasion
from hub_desktop.core.keeping import AgeOf
from hub_desktop.core.words import count, listed
from hub_desktop.hub.written_files import written_file

if TYPE_CHECKING:
    from hub_desktop.core.nightly import NightlyLeft
    from hub_desktop.hub.privacy import PersonFound

_college_option = click.option("--college", type=int, metavar="N", help="The college, where there are several.")


@click.group("person", cls=HubGroup)
def person() -> None:
    """Export or erase what is kept of one person, by student or faculty number."""


@person.command("export")
@click.argument("number", metavar="ID")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write there, readable only by you.")
@_college_option
@pass_desk
def export_person(desk: Desk, number: str, output: Path | None, college: int | None) -> None:
    """Write what is kept of a person as JSON."""
    with desk.opened() as (hub, actor):
        found = hub.privacy.find_person(actor, number, college)
    document = {
        "person": number,
        "names": list(found.names),
        "traces": dict(found.counts),
        "records": dict(found.records),
    }
    if output is None or str(output) == "-":
        say_json(document)
        return
    with written_file(output) as out:
        out.write(json_text(document) + "\n")
    if desk.as_json:
        say_json({"file": str(output), "traces": found.total})
    else:
        say(f"{count(found.total, 'trace')} written to {output}. They are personal data: keep the file safe.")


@person.command("erase")
@click.argument("number", metavar="ID")
@click.option("--exclude", is_flag=True, help="And do not store this person again.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@_college_option
@pass_desk
def erase_person(desk: Desk, number: str, exclude: bool, yes: bool, college: int | None) -> None:
    """Erase a person: records, old versions, refused records, corrections, deliveries and the log."""
    with desk.opened() as (hub, actor):
        found = hub.privacy.find_person(actor, number, college)
        mention(" ".join(filter(None, (f"{named(found)}: {parts(found)}.", found.still_there))))
        if not exclude:
            mention(
                "A system that still has this person brings them back with its next sync. Erase them there too, or add "
                "--exclude."
            )
        if not confirmed(f"Erase {count(found.total, 'trace')} of {named(found)}?", yes=yes):
            raise click.Abort
        erased = hub.privacy.erase_person(actor, number, college, exclude=exclude)
    kept = {occasion: [one.name for one in erased.kept if one.occasion is occasion] for occasion in Occasion}
    if desk.as_json:
        told = {"erased": erased.total, "traces": dict(erased.counts), "waiting": erased.waiting, "excluded": exclude}
        of_nights = {
            "number": erased.nightly.number,
            "folders": list(erased.nightly.places),
            "until": moment(erased.nightly.until),
        }
        before = {
            "kept_before_restoring": kept[Occasion.RESTORE],
            "kept_before_updating": kept[Occasion.UPDATE],
            "kept_before_beginning_anew": kept[Occasion.ANEW],
        }
        say_json(told | before | {"nightly_backups": of_nights})
        return
    say(f"Erased: {parts(erased)}. Backups made before this still hold them.")
    _say_where_they_are_still(erased.nightly, kept)
    if exclude:
        say("This person will not be stored again.")


@person.command("allow")
@click.argument("number", metavar="ID")
@_college_option
@pass_desk
def allow_person(desk: Desk, number: str, college: int | None) -> None:
    """Let a person who was excluded be stored again."""
    with desk.opened() as (hub, actor):
        was = hub.privacy.allow_again(actor, number, college)
    if desk.as_json:
        say_json({"allowed": True, "was_excluded": was})
    else:
        say("This person may be stored again." if was else "This person was not excluded.")


@click.group("retention", cls=HubGroup)
def retention() -> None:
    """See and change how long records are kept."""


@retention.command("list")
@_college_option
@pass_desk
def list_retention(desk: Desk, college: int | None) -> None:
    """List the rules, with what each would remove now."""
    with desk.opened() as (hub, actor):
        found = hub.privacy.retentions(actor, college)
    if desk.as_json:
        say_json(
            [
                {"type": one.data_type, "days": one.rule.days, "by": str(one.rule.age_of), "expired": one.expired}
                for one in found
            ]
        )
        return
    if not found:
        say("Records are kept as long as their systems have them.")
        return
    rows = [[one.data_type, f"{one.rule.days:,}", str(one.rule.age_of), f"{one.expired:,}"] for one in found]
    say_table(["Type", "Days", "Counted from", "Past their time now"], rows, numbers=("Days", "Past their time now"))


@retention.command("set")
@click.argument("data_type", metavar="TYPE")
@click.argument("days", type=click.IntRange(min=1))
@click.option(
    "--by", type=click.Choice([str(one) for one in AgeOf]), default=str(AgeOf.LAST_CHANGED), show_default=True,
    help="From when their age counts: the last change, or the date of the record itself.",
)  # fmt: skip
@click.option("--yes", is_flag=True, help="Do not ask.")
@_college_option
@pass_desk
def set_retention(desk: Desk, *, data_type: str, days: int, by: str, yes: bool, college: int | None) -> None:
    """Keep records of a TYPE for so many DAYS; what is older is removed once a day."""
    with desk.opened() as (hub, actor):
        number = hub.privacy.would_expire(actor, data_type, days, by, college_id=college)
        if number and not confirmed(f"{count(number, 'record')} would be removed within a day. Go on?", yes=yes):
            raise click.Abort
        hub.privacy.set_retention(actor, data_type, days, by, college_id=college)
    if desk.as_json:
        say_json({"type": data_type, "days": days, "by": by, "expired": number})
    else:
        say(f"Records of {data_type} are kept for {days:,} days. {count(number, 'record')} past that now.")


@retention.command("off")
@click.argument("data_type", metavar="TYPE")
@_college_option
@pass_desk
def end_retention(desk: Desk, data_type: str, college: int | None) -> None:
    """Keep records of a TYPE as long as their systems have them."""
    with desk.opened() as (hub, actor):
        hub.privacy.set_retention(actor, data_type, None, college_id=college)
    if desk.as_json:
        say_json({"type": data_type, "days": None})
    else:
        say(f"Records of {data_type} are kept as long as their systems have them.")


@retention.command("apply")
@click.option("--yes", is_flag=True, help="Do not ask.")
@_college_option
@pass_desk
def apply_retention(desk: Desk, yes: bool, college: int | None) -> None:
    """Remove now what is past its time, without waiting for the clock."""
    with desk.opened() as (hub, actor):
        number = sum(one.expired for one in hub.privacy.retentions(actor, college))
        if number and not confirmed(f"Remove {count(number, 'record')}?", yes=yes):
            raise click.Abort
        done: dict[str, Any] = dict(hub.privacy.apply_retention(actor, college))
    if desk.as_json:
        say_json(done)
    else:
        say(
            "Removed: " + listed([f"{n:,} {kind}" for kind, n in done.items()]) + "."
            if done
            else "Nothing was old enough."
        )


_OCCASIONS = {
    Occasion.RESTORE: "a backup was restored",
    Occasion.UPDATE: "Hub Desktop was updated",
    Occasion.ANEW: "Hub Desktop began anew",
}


def _say_where_they_are_still(nightly: "NightlyLeft", kept: dict[Occasion, list[str]]) -> None:
    if nightly.number:
        where = f"So do nightly backups, {nightly.number:,} of them, in {listed(nightly.places)}."
        if nightly.until is None:
            say(f"{where} Some of them stay until you remove them.")
        else:
            until = f"{nightly.until.astimezone():%Y-%m-%d}"
            say(
                f"{where} Each night the oldest goes; the last of them is gone about {until}, where no night is missed."
            )
    for names, occasion in ((kept[one], one) for one in kept):
        if names:
            say(
                f"So may what was kept when {_OCCASIONS[occasion]}, in {listed(names)} of the data folder. Remove it "
                "in the window: Settings, Files."
            )


def named(found: "PersonFound") -> str:
    """Return a person by name and number."""
    return f"{listed(found.names)} ({found.person})" if found.names else found.person


def parts(found: "PersonFound") -> str:
    """Return what is kept of a person, by where it lies."""
    return ", ".join(f"{where} {number:,}" for where, number in found.counts.items()) or "nothing"


COMMANDS: tuple[click.Command, ...] = (person, retention)
