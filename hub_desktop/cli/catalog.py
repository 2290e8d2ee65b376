"""Commands about the catalog of well-known systems, and what `integrations add --template` takes from it."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from hub_desktop.cli.advice import command
from hub_desktop.cli.desk import Desk, HubGroup, pass_desk, read_secret
from hub_desktop.cli.output import is_terminal, plain, say, say_fields, say_json, say_table

if TYPE_CHECKING:
    from hub_desktop.core.catalog import Blank, Template
    from hub_desktop.core.integration import Submitted
    from hub_desktop.hub.catalog import Catalog


@click.group("catalog", cls=HubGroup)
def catalog() -> None:
    """See the well-known systems that can be connected by filling in a few blanks."""


@catalog.command("list")
@pass_desk
def list_all(desk: Desk) -> None:
    """List the systems of the catalog."""
    templates = _catalog().all()
    if desk.as_json:
        say_json([_brief(one) for one in templates])
        return
    rows = [[one.id, one.name, ", ".join(_data_types(one)), one.summary] for one in templates]
    say_table(["Template", "System", "Gives", "What it is"], rows)
    say(f"See what one needs: {command('catalog show TEMPLATE', desk.data_dir)}")


@catalog.command("show")
@click.argument("template")
@pass_desk
def show(desk: Desk, template: str) -> None:
    """Show what a template needs, what it gives, and what of it was proved."""
    found = _catalog().find(template)
    if desk.as_json:
        say_json(_brief(found) | found.model_dump(mode="json", by_alias=True))
        return
    say_fields(
        [
            ("System", found.name),
            ("Template", found.label),
            ("What it is", found.summary),
            ("Meant for", ", ".join(found.systems)),
            ("Gives", ", ".join(_data_types(found))),
            *([("Document", found.source)] if found.source else []),
        ]
    )
    _say_list("What to do there first", found.steps, numbered=True)
    say("What to fill in:")
    for blank in found.blanks:
        click.echo(f"  {plain(_blank_line(blank))}")
    _say_list("Good to know", found.notes)
    _say_list("Proved", found.verified)
    _say_list("Not proved", found.unverified)
    say(f"Add it: {command(_add_command(found), desk.data_dir)}")


COMMANDS: tuple[click.Command, ...] = (catalog,)


def from_template(template_id: str, settings: Sequence[str], *, name: str, later: bool) -> "Submitted":
    """Return the integration of a template with the blanks of `--set NAME=VALUE`; its secrets are typed or read.

    With `later`, secrets are not asked for. Raises click.UsageError for a setting that is none, or is a secret.
    """
    from hub_desktop.core.catalog import filled

    found = _catalog().find(template_id)
    values = dict(_setting(found, written) for written in settings)
    # Whatever else is wrong is told before a secret is typed.
    filled(found, values, name=name)
    if not later:
        values |= _secrets(found)
    return filled(found, values, name=name)


def _setting(template: "Template", written: str) -> tuple[str, str]:
    name, mark, value = written.partition("=")
    blank = template.blank_named(name)
    if blank is not None and blank.kind == "secret":
        raise click.UsageError(
            f"“{name}” is a secret, and what stands in a command can be read by others. Leave it out: it is asked "
            "for, or read from standard input. If this one was typed here in earnest, have a new one made."
        )
    if not mark:
        raise click.UsageError(f"--set needs NAME=VALUE, as in --set address=https://college.edu, not “{written}”.")
    return name, value


def _secrets(template: "Template") -> dict[str, str]:
    """Return the secrets of a template that a person gives now; an empty one is given later."""
    blanks = template.secret_blanks
    if not is_terminal(sys.stdin) and len(blanks) > 1:
        raise click.UsageError(
            f"{template.name} has several secrets, and standard input holds one. Add --later and give them with "
            "“secret set”."
        )
    return {blank.name: read_secret(f"{blank.label} (empty: later)") for blank in blanks}


def _catalog() -> "Catalog":
    from hub_desktop.hub.catalog import Catalog

    return Catalog()


def _brief(template: "Template") -> dict[str, Any]:
    return {
        "id": template.id,
        "version": template.version,
        "name": template.name,
        "summary": template.summary,
        "gives": _data_types(template),
    }


def _data_types(template: "Template") -> list[str]:
    """Return the data types that an integration of this template brings, in the order in which it reads them."""
    endpoints: dict[str, Any] = template.integration.get("endpoints", {})
    types = [one.get("dataType", name) if isinstance(one, dict) else name for name, one in endpoints.items()]
    return [name for name in dict.fromkeys(types) if name != "custom"]


def _blank_line(blank: "Blank") -> str:
    if blank.kind == "secret":
        how = "a secret, asked for"
    elif blank.default:
        how = f"{blank.default} unless you say otherwise"
    else:
        how = f"such as {blank.example}" if blank.example else "needed"
    return f"{blank.name}: {blank.label} ({how}). {blank.help}".rstrip()


def _add_command(template: "Template") -> str:
    needed = [blank for blank in template.blanks if blank.kind != "secret" and not blank.default]
    settings = "".join(f" --set {blank.name}=…" for blank in needed)
    return f"integrations add --template {template.id}{settings}"


def _say_list(heading: str, sentences: Sequence[str], *, numbered: bool = False) -> None:
    if not sentences:
        return
    say(f"{heading}:")
    for number, sentence in enumerate(sentences, start=1):
        click.echo(f"  {f'{number}.' if numbered else '-'} {plain(sentence)}")
