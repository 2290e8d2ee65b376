"""Commands about people: accounts, colleges, and the audit of what was done."""

from typing import TYPE_CHECKING, Any

import click

from hub_desktop.cli.desk import Desk, HubCommand, HubGroup, ReportedError, confirmed, pass_desk, read_secret
from hub_desktop.cli.output import complain, moment, say, say_json, say_table, when
from hub_desktop.core.actor import Actor, Role
from hub_desktop.core.errors import NotFoundError
from hub_desktop.core.words import count, did_you_mean

if TYPE_CHECKING:
    from hub_desktop.hub.hub import Hub
    from hub_desktop.store.accounts import Account

ROLES = [str(role) for role in Role if role is not Role.SYSTEM]
"""The roles that can be given."""


@click.group("accounts", cls=HubGroup)
def accounts() -> None:
    """See and change who may sign in; from the first account on, everybody signs in."""


@accounts.command("list")
@pass_desk
def list_accounts(desk: Desk) -> None:
    """List the accounts."""
    with desk.opened() as (hub, actor):
        found = hub.accounts.all(actor)
        names = hub.accounts.colleges(actor)
    if desk.as_json:
        say_json([_account(account) for account in found])
        return
    if not found:
        say("Nobody has an account, so the person at this PC may do everything.")
        return
    rows = [
        [account.name, str(account.role), college_words(account.college_ids, names), when(account.last_sign_in)]
        for account in found
    ]
    say_table(["Name", "Role", "Colleges", "Last sign-in"], rows)


@accounts.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), required=True)
@click.option("--college", "colleges", multiple=True, metavar="N", help="Only this college; may be repeated.")
@pass_desk
def add_account(desk: Desk, name: str, role: str, colleges: tuple[str, ...]) -> None:
    """Make an account; its password is typed unseen, or comes from standard input."""
    with desk.opened() as (hub, actor):
        first = not hub.accounts.needed()
        numbers = frozenset(college_number(hub, actor, one) for one in colleges) or None
        password = read_secret(f"New password of {name}", twice=True)
        account = hub.accounts.add(actor, name, Role(role), password, numbers)
    if desk.as_json:
        say_json(_account(account))
        return
    say(f"{account.name} has an account now.")
    if first:
        say("From now on everybody signs in: on this command line with --account NAME.")


@accounts.command("remove")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_desk
def remove_account(desk: Desk, name: str, yes: bool) -> None:
    """Take an account away."""
    with desk.opened() as (hub, actor):
        if not confirmed(f"Take the account of {name} away?", yes=yes):
            raise click.Abort
        hub.accounts.remove(actor, name)
    if desk.as_json:
        say_json({"name": name, "removed": True})
    else:
        say(f"{name} has no account any more.")


@accounts.command("password")
@click.argument("name")
@pass_desk
def set_password(desk: Desk, name: str) -> None:
    """Give an account another password: typed unseen, or from standard input."""
    with desk.opened() as (hub, actor):
        password = read_secret(f"New password of {name}", twice=True)
        hub.accounts.set_password(actor, name, password)
    if desk.as_json:
        say_json({"name": name, "changed": True})
    else:
        say(f"{name} has a new password.")


@click.group("colleges", cls=HubGroup)
def colleges() -> None:
    """See and change the colleges whose systems are connected."""


@colleges.command("list")
@pass_desk
def list_colleges(desk: Desk) -> None:
    """List the colleges."""
    with desk.opened() as (hub, actor):
        found = hub.accounts.colleges(actor)
    if desk.as_json:
        say_json([{"college_id": number, "name": name} for number, name in found.items()])
    else:
        say_table(["No.", "Name"], [[str(number), name] for number, name in found.items()], numbers=("No.",))


@colleges.command("add")
@click.argument("name")
@pass_desk
def add_college(desk: Desk, name: str) -> None:
    """Add a college."""
    with desk.opened() as (hub, actor):
        number = hub.accounts.add_college(actor, name)
    if desk.as_json:
        say_json({"college_id": number, "name": name})
    else:
        say(f"{name} was added as college {number}.")


@colleges.command("rename")
@click.argument("college")
@click.argument("name")
@pass_desk
def rename_college(desk: Desk, college: str, name: str) -> None:
    """Give a COLLEGE, named or by its number, another NAME."""
    with desk.opened() as (hub, actor):
        number = college_number(hub, actor, college)
        hub.accounts.rename_college(actor, number, name)
    if desk.as_json:
        say_json({"college_id": number, "name": name})
    else:
        say(f"College {number} is called {name} now.")


@click.command("audit", cls=HubCommand)
@click.option("--limit", type=click.IntRange(1, 100_000), default=50, show_default=True)
@click.option("--verify", is_flag=True, help="Prove that no row was changed, removed or put in between.")
@pass_desk
def audit(desk: Desk, limit: int, verify: bool) -> None:
    """Show who did what, newest first, or prove that the record of it is whole."""
    if verify:
        _verify(desk)
        return
    with desk.opened() as (hub, actor):
        found = hub.audit.latest(actor, limit)
    if desk.as_json:
        say_json(
            [
                {
                    "id": row.row_id,
                    "at": moment(row.at),
                    "actor": row.actor,
                    "role": row.role,
                    "face": row.face,
                    "use_case": row.use_case,
                    "subject": row.subject,
                    "college_id": row.college_id,
                    "outcome": row.outcome,
                    "detail": row.detail,
                }
                for row in found
            ]
        )
        return
    rows = [
        [str(row.row_id), when(row.at), row.actor, row.face, row.use_case, row.subject, row.outcome, row.detail]
        for row in found
    ]
    say_table(["No.", "Time", "Who", "Through", "What", "Of", "Outcome", "Detail"], rows, numbers=("No.",))


COMMANDS: tuple[click.Command, ...] = (accounts, colleges, audit)


def _verify(desk: Desk) -> None:
    with desk.opened() as (hub, actor):
        result = hub.audit.verify(actor)
    if desk.as_json:
        say_json({"whole": result.whole, "rows": result.rows, "broken_at": result.broken_at})
    elif result.whole:
        say(f"The audit is whole: {count(result.rows, 'row')}.")
    else:
        complain(
            f"The audit was changed outside Hub Desktop: row {result.broken_at} does not fit the one before it.",
            "Keep the data folder as it is, and tell the person responsible for data protection.",
        )
    if not result.whole:
        raise ReportedError(1)


def college_number(hub: "Hub", actor: Actor, given: str) -> int:
    """Return the college of this name or number; raise NotFoundError naming a near one."""
    known = hub.accounts.colleges(actor)
    for number, name in known.items():
        if given in {str(number), name} or given.casefold() == name.casefold():
            return number
    raise NotFoundError(f"There is no college “{given}”.{did_you_mean(given, known.values())}")


def college_words(college_ids: frozenset[int] | None, names: dict[int, str]) -> str:
    """Return the names of these colleges as a table has them."""
    if college_ids is None:
        return "all"
    return ", ".join(names.get(number, str(number)) for number in sorted(college_ids))


def _account(account: "Account") -> dict[str, Any]:
    return {
        "name": account.name,
        "role": str(account.role),
        "college_ids": None if account.college_ids is None else sorted(account.college_ids),
        "created_at": moment(account.created_at),
        "last_sign_in": moment(account.last_sign_in),
    }
