"""Commands about integrations: configuring them and their secrets."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hub_desktop.cli.advice import command, quoted
from hub_desktop.cli.catalog import from_template
from hub_desktop.cli.desk import (
    Desk,
    HubGroup,
    ReportedError,
    confirmed,
    pass_desk,
    read_file,
    read_secret,
)
from hub_desktop.cli.devices import standing_json, standing_lines
from hub_desktop.cli.output import (
    complain,
    error_document,
    json_text,
    mention,
    moment,
    say,
    say_fields,
    say_json,
    say_table,
    when,
)
from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import ConfigurationError, HubError
from hub_desktop.core.redaction import MASK
from hub_desktop.core.words import count, listed

if TYPE_CHECKING:
    from hub_desktop.core.integration import Submitted
    from hub_desktop.hub.hub import Hub
    from hub_desktop.hub.overview import IntegrationView
    from hub_desktop.store.integrations import StoredIntegration


@click.group("integrations", cls=HubGroup)
def integrations() -> None:
    """See, add, change and remove integrations."""


@integrations.command("list")
@pass_desk
def list_all(desk: Desk) -> None:
    """List the integrations, those that need attention first."""
    with desk.opened() as (hub, actor):
        views = hub.overview.all(actor)
    if desk.as_json:
        say_json([_overview(view) for view in views])
        return
    if not views:
        say(f"No system is connected yet. Add one: {command('integrations add FILE', desk.data_dir)}")
        return
    rows = [
        [
            str(view.integration_id),
            view.name,
            view.config.type,
            view.status.word,
            f"{sum(view.records.values()):,}",
            f"{view.quarantined:,}",
            when(view.last_success),
            view.next_words or "–",
        ]
        for view in views
    ]
    headings = ["No.", "Name", "Type", "Status", "Records", "Refused", "Last data", "Next run"]
    say_table(headings, rows, numbers=("No.", "Records", "Refused"))
    for view in views:
        if view.status.reason:
            say(f"{view.name}: {view.status.reason}")


@integrations.command("show")
@click.argument("name")
@pass_desk
def show(desk: Desk, name: str) -> None:
    """Show an integration with its status; secrets are never shown."""
    with desk.opened() as (hub, actor):
        stored = desk.find(hub, actor, name)
        view = hub.overview.one(actor, stored.integration_id)
        kept = hub.integrations.secrets_kept(actor, stored.integration_id)
    if desk.as_json:
        say_json(_overview(view) | {"configuration": view.config.to_json(), "secrets": kept})
        return
    say_fields(
        [
            ("Name", view.name),
            ("Number", str(view.integration_id)),
            ("College", view.college),
            ("Status", view.status.word),
            *([("Why", view.status.reason)] if view.status.reason else []),
            ("Last data", when(view.last_success)),
            *([("Last delivery", when(view.last_delivery))] if view.last_delivery else []),
            *_schedule(view),
            ("Next run", view.next_words or "–"),
            *standing_lines(view.devices),
            *((f"Records: {kind}", f"{number:,}") for kind, number in view.records.items()),
            ("Refused", f"{view.quarantined:,}"),
            *(_secret(name, there) for name, there in kept.items()),
        ]
    )
    click.echo(json_text(view.config.to_json()))


def _schedule(view: "IntegrationView") -> list[tuple[str, str]]:
    from hub_desktop.core.schedule_words import schedule_lines

    lines = schedule_lines(view.config)
    if len(lines) == 1:
        return [("Schedule", next(iter(lines)))]
    return [(f"Schedule: {listed(names)}", text) for text, names in lines.items()]


@integrations.command("add")
@click.argument("file", required=False)
@click.option("--college", type=int, metavar="N", help="Number of the college it belongs to.")
@click.option("--template", metavar="ID", help="Take a system of the catalog instead of a file.")
@click.option("--name", default="", metavar="NAME", help="With --template: what to call it.")
@click.option("--set", "settings", multiple=True, metavar="BLANK=VALUE", help="With --template: fill in a blank.")
@click.option("--later", is_flag=True, help="With --template: do not ask for secrets now.")
@pass_desk
def add(
    desk: Desk,
    *,
    file: str | None,
    college: int | None,
    template: str | None,
    name: str,
    settings: tuple[str, ...],
    later: bool,
) -> None:
    """Add the integrations of a JSON FILE (- for standard input), or a system of the catalog by its --template."""
    if bool(file) == bool(template):
        raise click.UsageError("Name either a FILE or a --template of the catalog.")
    if file and (name or settings or later):
        raise click.UsageError("--name, --set and --later belong to --template; a FILE says these things itself.")
    added: list[dict[str, Any]] = []
    errors: list[HubError] = []
    submitted = _each(file, errors) if file else [from_template(template or "", settings, name=name, later=later)]
    with desk.opened() as (hub, actor):
        for one in submitted:
            try:
                stored = hub.integrations.add(actor, one, college_id=college)
            except HubError as error:
                errors.append(error)
            else:
                added.append(_added(hub, actor, stored))
    if desk.as_json:
        shown: dict[str, Any] = {"added": added}
        if errors:
            documents = [error_document(str(e.kind), e.sentence, e.detail, str(e.remedy)) for e in errors]
            shown = documents[0] | shown | {"errors": [document["error"] for document in documents]}
        say_json(shown)
    else:
        _say_added(desk, added)
        for problem in errors:
            complain(desk.mask(problem.sentence), detail=desk.mask(problem.detail))
    if errors:
        raise ReportedError(1)


@integrations.command("from-curl")
@click.argument("file", default="-")
@click.option("--add", "adding", is_flag=True, help="Add it, switched off, with the secret of the command.")
@click.option("--name", default="", help="What to call it, instead of the name of its server.")
@pass_desk
def from_curl(desk: Desk, file: str, adding: bool, name: str) -> None:
    """Read a cURL command from a FILE or standard input and show the configuration it speaks of, secrets masked."""
    from hub_desktop.core.curl import read_curl
    from hub_desktop.core.integration import MAX_CONFIGURATION_BYTES, read_integration
    from hub_desktop.core.sign_in import SECRET_LABELS
    from hub_desktop.hub.integrations import as_disabled

    text = read_file(file, MAX_CONFIGURATION_BYTES).decode("utf-8-sig", "replace")
    guess = read_curl(text)
    submitted = read_integration(guess.written | ({"name": name} if name else {}))
    masked = {secret: MASK for secret in submitted.secrets if secret in SECRET_LABELS}
    shown: dict[str, Any] = {"configuration": submitted.integration.to_json() | masked, "notes": list(guess.notes)}
    if adding:
        with desk.opened() as (hub, actor):
            shown |= _added(hub, actor, hub.integrations.add(actor, as_disabled(submitted)))
    if desk.as_json:
        say_json(shown)
        return
    for note in guess.notes:
        mention(note)
    if adding:
        _say_added(desk, [shown])
        switch_on = command(f"integrations enable {quoted(shown['name'])}", desk.data_dir)
        say(f"It is switched off. Look at it, then: {switch_on}")
    else:
        click.echo(json_text(shown["configuration"]))


@integrations.command("edit")
@click.argument("name")
@click.argument("file")
@pass_desk
def edit(desk: Desk, name: str, file: str) -> None:
    """Replace the configuration of an integration by that of a JSON FILE; masked secrets stay as they are."""
    submitted = _submitted(file)
    if len(submitted) != 1:
        raise ConfigurationError(f"{file} holds {len(submitted)} integrations. To edit one, it must hold just one.")
    with desk.opened() as (hub, actor):
        found = desk.find(hub, actor, name)
        stored = hub.integrations.edit(actor, found.integration_id, submitted[0])
        changed = _added(hub, actor, stored)
    if desk.as_json:
        say_json(changed)
        return
    say(f"{stored.name} was changed.")
    _say_missing(desk, changed)


@integrations.command("remove")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_desk
def remove(desk: Desk, name: str, yes: bool) -> None:
    """Forget an integration and its secrets; the records it brought stay."""
    with desk.opened() as (hub, actor):
        found = desk.find(hub, actor, name)
        if not confirmed(f"Forget {found.name} and its secrets? The records it brought stay.", yes=yes):
            raise click.Abort
        hub.integrations.delete(actor, found.integration_id)
    if desk.as_json:
        say_json({"integration_id": found.integration_id, "name": found.name, "removed": True})
    else:
        say(f"{found.name} was removed. The records it brought are still here.")


@integrations.command("enable")
@click.argument("name")
@pass_desk
def enable(desk: Desk, name: str) -> None:
    """Switch an integration on."""
    _switch(desk, name, on=True)


@integrations.command("disable")
@click.argument("name")
@pass_desk
def disable(desk: Desk, name: str) -> None:
    """Switch an integration off; its records and settings stay."""
    _switch(desk, name, on=False)


@integrations.command("export")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write there, not to standard output.")
@pass_desk
def export(desk: Desk, names: tuple[str, ...], output: Path | None) -> None:
    """Write integrations as a JSON list that `integrations add` reads, all of them or those named."""
    with desk.opened() as (hub, actor):
        chosen = [desk.find(hub, actor, name).integration_id for name in names] if names else None
        if output is None or str(output) == "-":
            say_json(hub.integrations.export(actor, chosen))
            return
        written = hub.integrations.export_to(actor, output, chosen)
    if desk.as_json:
        say_json({"file": str(output), "integrations": written})
    else:
        say(f"{count(written, 'integration')} written to {output}, without secrets.")


@integrations.command("schema")
@pass_desk
def schema(desk: Desk) -> None:
    """Print the JSON Schema of a configuration, for editors and scripts that check files before they are added."""
    from hub_desktop.core.schema import integration_schema

    say_json(integration_schema())


@click.group("secret", cls=HubGroup)
def secret() -> None:
    """Give the passwords and keys of integrations."""


@secret.command("set")
@click.argument("name")
@click.argument("field", required=False)
@pass_desk
def set_secret(desk: Desk, name: str, field: str | None) -> None:
    """Keep a secret of an integration: typed unseen, or from standard input, never an argument."""
    from hub_desktop.core.sign_in import OAUTH_TOKENS

    with desk.opened() as (hub, actor):
        stored = desk.find(hub, actor, name)
        if field is None:
            needed = stored.config.typed_secrets()
            if not needed:
                raise ConfigurationError(f"{stored.name} needs no secret that is typed.{_by_person(desk, stored)}")
            if len(needed) > 1:
                raise click.UsageError(f"{stored.name} has several secrets. Name one of {listed(needed)}.")
            field = needed[0]
        if field == OAUTH_TOKENS and stored.config.signed_in_by_person():
            raise ConfigurationError(f"The tokens of {stored.name} are not typed.{_by_person(desk, stored)}")
        value = read_secret(f"{field} of {stored.name}")
        hub.integrations.set_secret(actor, stored.integration_id, field, value)
    if desk.as_json:
        say_json({"integration_id": stored.integration_id, "integration": stored.name, "field": field, "kept": True})
    else:
        say(f"The secret {field} of {stored.name} is kept.")


COMMANDS: tuple[click.Command, ...] = (integrations, secret)


def _submitted(file: str) -> "list[Submitted]":
    from hub_desktop.core.integration import MAX_CONFIGURATION_BYTES
    from hub_desktop.core.integration_files import read_integration_text

    return read_integration_text(read_file(file, MAX_CONFIGURATION_BYTES))


def _each(file: str, errors: list[HubError]) -> "list[Submitted]":
    """Return the integrations of a file that can be taken in; why the others cannot is added to `errors`."""
    from hub_desktop.core.integration import MAX_CONFIGURATION_BYTES, Submitted
    from hub_desktop.core.integration_files import RefusedIntegration, read_each

    found = read_each(read_file(file, MAX_CONFIGURATION_BYTES))
    for one in found:
        if isinstance(one, RefusedIntegration):
            if len(found) == 1:
                raise one.error
            errors.append(ConfigurationError(f"{one.name}: {one.error.sentence}", one.error.detail))
    return [one for one in found if isinstance(one, Submitted)]


def _switch(desk: Desk, name: str, *, on: bool) -> None:
    with desk.opened() as (hub, actor):
        found = desk.find(hub, actor, name)
        hub.integrations.set_enabled(actor, found.integration_id, on)
    if desk.as_json:
        say_json({"integration_id": found.integration_id, "name": found.name, "enabled": on})
    else:
        say(f"{found.name} is switched {'on' if on else 'off'}.")


def _added(hub: "Hub", actor: Actor, stored: "StoredIntegration") -> dict[str, Any]:
    kept = hub.integrations.secrets_kept(actor, stored.integration_id)
    return {
        "integration_id": stored.integration_id,
        "name": stored.name,
        "enabled": stored.config.enabled,
        "missing_secrets": [name for name in stored.config.needed_secrets() if not kept[name]],
    }


def _say_added(desk: Desk, added: list[dict[str, Any]]) -> None:
    for one in added:
        say(f"{one['name']} was added as number {one['integration_id']}.")
        _say_missing(desk, one)


def _say_missing(desk: Desk, one: dict[str, Any]) -> None:
    from hub_desktop.core.sign_in import OAUTH_TOKENS

    for name in one["missing_secrets"]:
        if name == OAUTH_TOKENS:
            next_command = command(f"sign-in {quoted(one['name'])}", desk.data_dir)
            say(f"Nobody has signed in to it yet. Sign in: {next_command}")
            continue
        next_command = command(f"secret set {quoted(one['name'])} {quoted(name)}", desk.data_dir)
        say(f"Its secret {name} is missing. Give it: {next_command}")


def _secret(name: str, there: bool) -> tuple[str, str]:
    from hub_desktop.core.sign_in import OAUTH_TOKENS

    if name == OAUTH_TOKENS:
        return "Signed in", "yes" if there else "no"
    return f"Secret {name}", "kept" if there else "missing"


def _by_person(desk: Desk, stored: "StoredIntegration") -> str:
    """Return how a person signs in to the integration, as a further sentence; empty where no person does."""
    if not stored.config.signed_in_by_person():
        return ""
    return f" Sign in to it: {command(f'sign-in {quoted(stored.name)}', desk.data_dir)}"


def _overview(view: "IntegrationView") -> dict[str, Any]:
    from hub_desktop.core.schedule_words import schedule_lines

    return {
        "integration_id": view.integration_id,
        "name": view.name,
        "type": view.config.type,
        "college": view.college,
        "enabled": view.config.enabled,
        "status": str(view.status.light),
        "reason": view.status.reason,
        "detail": view.status.detail,
        "remedy": str(view.status.remedy),
        "last_success": moment(view.last_success),
        "last_delivery": moment(view.last_delivery),
        "next_run": moment(view.next_run),
        "devices": standing_json(view.devices),
        "next_words": view.next_words,
        "schedule": {name: text for text, names in schedule_lines(view.config).items() for name in names},
        "retry_at": moment(view.status.retry_at),
        "last_run": view.last_run.summary() if view.last_run else None,
        "records": dict(view.records),
        "quarantined": view.quarantined,
    }
