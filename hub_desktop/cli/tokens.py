"""Commands about API tokens: with one, another program uses the management API."""

from typing import TYPE_CHECKING, Any

import click

from hub_desktop.cli.desk import Desk, HubCommand, HubGroup, confirmed, pass_desk
from hub_desktop.cli.output import mention, moment, say, say_json, say_table, when
from hub_desktop.cli.people import ROLES, college_number, college_words
from hub_desktop.core.actor import Role
from hub_desktop.core.times import utc_now

if TYPE_CHECKING:
    from hub_desktop.store.api_tokens import ApiToken

_MOST_DAYS = 3650


@click.group("tokens", cls=HubGroup)
def tokens() -> None:
    """See, make and revoke the tokens with which other programs use the API."""


@tokens.command("list", cls=HubCommand)
@pass_desk
def list_tokens(desk: Desk) -> None:
    """List the tokens; what they are cannot be shown again."""
    with desk.opened() as (hub, actor):
        found = hub.api_tokens.all(actor)
        names = hub.accounts.colleges(actor)
    if desk.as_json:
        say_json([_token(token) for token in found])
        return
    if not found:
        say("There are no tokens, so no other program can use the API.")
        return
    rows = [
        [
            str(token.token_id),
            token.name,
            str(token.role),
            college_words(token.college_ids, names),
            _until(token),
            when(token.last_used_at),
            token.created_by,
        ]
        for token in found
    ]
    say_table(["No.", "Name", "Role", "Colleges", "Good until", "Last use", "Made by"], rows, numbers=("No.",))


@tokens.command("add", cls=HubCommand)
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), required=True, help="What the program may do.")
@click.option("--college", "colleges", multiple=True, metavar="N", help="Only this college; may be repeated.")
@click.option("--days", type=click.IntRange(1, _MOST_DAYS), help="Good for so many days; without, until it is revoked.")
@pass_desk
def add_token(desk: Desk, name: str, role: str, colleges: tuple[str, ...], days: int | None) -> None:
    """Make a token and print it, this once."""
    with desk.opened() as (hub, actor):
        # Who may act for some colleges only makes tokens for those, where none is named.
        numbers = frozenset(college_number(hub, actor, one) for one in colleges) or actor.college_ids
        made = hub.api_tokens.make(actor, name, Role(role), college_ids=numbers, days=days)
    if desk.as_json:
        say_json(_token(made.token) | {"token": made.text})
        return
    # Alone on standard output, so that a pipe carries the token and nothing else.
    say(made.text)
    mention("This is the only time the token is shown. Put it where the program keeps its secrets.")


@tokens.command("revoke", cls=HubCommand)
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_desk
def revoke_token(desk: Desk, name: str, yes: bool) -> None:
    """Take a token away; NAME is its name or number. The program that has it is refused from then on."""
    with desk.opened() as (hub, actor):
        if not confirmed(f"Revoke the token {name}?", yes=yes):
            raise click.Abort
        gone = hub.api_tokens.revoke(actor, name)
    if desk.as_json:
        say_json(_token(gone) | {"revoked": True})
    else:
        say(f"The token {gone.name} is good for nothing any more.")


COMMANDS: tuple[click.Command, ...] = (tokens,)


def _until(token: "ApiToken") -> str:
    if token.expires_at is None:
        return "revoked"
    return f"{when(token.expires_at)} (over)" if token.expired(utc_now()) else when(token.expires_at)


def _token(token: "ApiToken") -> dict[str, Any]:
    return {
        "token_id": token.token_id,
        "name": token.name,
        "role": str(token.role),
        "college_ids": None if token.college_ids is None else sorted(token.college_ids),
        "created_at": moment(token.created_at),
        "created_by": token.created_by,
        "expires_at": moment(token.expires_at),
        "last_used_at": moment(token.last_used_at),
    }
