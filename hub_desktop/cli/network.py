"""Commands about the way to the systems: the proxy, certificates of the college, and whether the way leads there."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hub_desktop.cli.desk import Desk, HubGroup, ReportedError, pass_desk, read_secret
from hub_desktop.cli.output import plain, say_fields, say_json

if TYPE_CHECKING:
    from hub_desktop.hub.network import NetworkView

_USES = {
    "system": "as the settings of this computer say",
    "none": "none, whatever the settings of this computer say",
    "own": "the one named here",
}
_KEPT = {True: "kept", False: "none yet", None: "not known, for the keyring of this computer cannot be read"}
_TICKS = {True: ("✓", "green"), False: ("✗", "red"), None: ("–", "yellow")}


@click.group("network", cls=HubGroup)
def network() -> None:
    """See, change and test the way to the systems: the proxy, and certificates that are trusted."""


@network.command("show")
@pass_desk
def show_network(desk: Desk) -> None:
    """Show the settings."""
    with desk.opened() as (hub, actor):
        view = hub.network.view(actor)
    _say(desk, view)


@network.command("set")
@click.option("--proxy", type=click.Choice(list(_USES)), help="As the system has it, none, or one of your own.")
@click.option("--address", help="Of your own proxy, such as proxy.college.edu:8080.")
@click.option("--user", help="The name under which the proxy knows this program; empty: none.")
@click.option("--password", is_flag=True, help="Type the proxy's password unseen, or give it on standard input.")
@click.option("--direct", help="Computers reached without it, with commas between: lms.college.edu, *.lan.")
@click.option("--ca-file", metavar="FILE", help="Certificates (PEM) that are trusted too; empty: those of the system.")
@pass_desk
def set_network(desk: Desk, /, *, password: bool, **given: Any) -> None:
    """Change settings; what is not given stays as it is, and the next request of every system goes by them."""
    names = {"ca_file": "caFile"}
    written = {names.get(name, name): value for name, value in given.items() if value is not None}
    if "direct" in written:
        written["direct"] = [one.strip() for one in written["direct"].split(",") if one.strip()]
    if written.get("caFile"):
        # It is read later by a program that was started in another folder.
        written["caFile"] = str(Path(written["caFile"]).absolute())
    if not written and not password:
        raise click.UsageError("Say what to change, such as --proxy none.")
    with desk.opened() as (hub, actor):
        typed = read_secret("Password of the proxy") if password else None
        view = hub.network.change(actor, written, password=typed)
    _say(desk, view)


@network.command("test")
@click.argument("name")
@pass_desk
def test_network(desk: Desk, name: str) -> None:
    """Tell whether the integration NAME is reached; nothing of it is sent."""
    with desk.opened() as (hub, actor):
        stored = desk.find(hub, actor, name)
        checks = hub.network.test(actor, stored.integration_id)
    ok = all(check.ok is not False for check in checks)
    if desk.as_json:
        steps = [{"step": one.name, "ok": one.ok, "message": one.sentence, "detail": one.detail} for one in checks]
        say_json({"integration": stored.name, "ok": ok, "steps": steps})
    else:
        for check in checks:
            tick, colour = _TICKS[check.ok]
            click.echo(f"{click.style(tick, fg=colour)} {plain(f'{check.name}: {check.sentence}')}")
    if not ok:
        raise ReportedError(1)


def _say(desk: Desk, view: "NetworkView") -> None:
    settings = view.settings
    if desk.as_json:
        say_json(settings.model_dump(mode="json", by_alias=True) | {"passwordKept": view.password_kept})
        return
    rows = [("Proxy", _USES[str(settings.proxy)])]
    if settings.address:
        rows.append(("Address", settings.address))
    if settings.user:
        rows += [("User", settings.user), ("Password", _KEPT[view.password_kept])]
    if settings.direct:
        rows.append(("Without it", ", ".join(settings.direct)))
    rows.append(("Certificates", f"those of the system{f' and of {settings.ca_file}' if settings.ca_file else ''}"))
    say_fields(rows)


COMMANDS: tuple[click.Command, ...] = (network,)
