"""Commands about webhooks: how other systems deliver to an integration, and what came."""

import math
import sys
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import click

from hub_desktop.cli.advice import command, quoted
from hub_desktop.cli.desk import Desk, HubCommand, HubGroup, pass_desk
from hub_desktop.cli.output import complain, moment, say, say_fields, say_json, say_table, when
from hub_desktop.core.errors import ConfigurationError, TransientError
from hub_desktop.core.words import count

if TYPE_CHECKING:
    from hub_desktop.core.actor import Actor
    from hub_desktop.core.delivery_rules import WebhookSettings
    from hub_desktop.hub.hub import Hub
    from hub_desktop.hub.webhooks import WebhookStatus
    from hub_desktop.store.deliveries import Delivery
    from hub_desktop.store.integrations import StoredIntegration

_SCHEMES = ("seed", "standard", "github", "stripe")
_STATES = ("received", "processed", "refused", "failed", "test")
_NEEDS_A_PERSON = 3


@click.group("webhook", cls=HubGroup)
def webhook() -> None:
    """See, change and test how another system delivers to an integration."""


@webhook.command("show")
@click.argument("name")
@pass_desk
def show_webhook(desk: Desk, name: str) -> None:
    """Show where deliveries go, how they are signed and routed, and how many came; never the secret."""
    with desk.opened() as (hub, actor):
        stored = desk.find(hub, actor, name)
        status = hub.webhooks.show(actor, stored.integration_id)
    _say_status(desk, status)


@webhook.command("set")
@click.argument("name")
@click.option("--scheme", type=click.Choice(_SCHEMES), help="How deliveries are signed.")
@click.option(
    "--rule",
    metavar="RULE",
    help="Where a delivery says which endpoint it feeds: guess, path, header:NAME or field:PATH.",
)
@click.option(
    "--value",
    "values",
    multiple=True,
    metavar="VALUE=ENDPOINT",
    help="What it may say, with the endpoint that stands for; may be repeated, and takes the place of those before.",
)
@click.option("--per-minute", type=click.IntRange(1, 10_000_000), help="How many deliveries are taken a minute.")
@click.option("--keep-days", type=click.IntRange(1, 3_650), help="How long bodies of stored deliveries are kept.")
@pass_desk
def set_webhook(
    desk: Desk,
    *,
    name: str,
    scheme: str | None,
    rule: str | None,
    values: tuple[str, ...],
    per_minute: int | None,
    keep_days: int | None,
) -> None:
    """Change how deliveries are signed, routed and kept; what is not named stays as it is."""
    with desk.opened() as (hub, actor):
        stored = desk.find(hub, actor, name)
        changes: dict[str, Any] = {}
        if scheme is not None:
            changes["scheme"] = scheme
        if rule is not None or values:
            changes["rule"] = _rule(stored, rule, values)
        if per_minute is not None:
            changes["requestsPerMinute"] = per_minute
        if keep_days is not None:
            changes["keepDays"] = keep_days
        if not changes:
            raise click.UsageError("Name what is to change: --scheme, --rule, --value, --per-minute or --keep-days.")
        status = hub.webhooks.configure(actor, stored.integration_id, _changed(stored, changes))
    _say_status(desk, status)


class _Hours(click.FloatRange):
    """Hours within a range, in which what is no number does not lie."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the hours; fail with a sentence for what is out of the range."""
        hours = float(super().convert(value, param, ctx))
        if math.isnan(hours):
            self.fail(f"{value!r} is not a number of hours.", param, ctx)
        return hours


@webhook.command("rotate")
@click.argument("name")
@click.option(
    "--overlap",
    type=_Hours(0, 720),
    default=24.0,
    show_default=True,
    metavar="HOURS",
    help="How long the secret before stays valid.",
)
@pass_desk
def rotate(desk: Desk, name: str, overlap: float) -> None:
    """Make a new webhook secret and show it this once; the one before stays valid for a while."""
    with desk.opened() as (hub, actor):
        stored = desk.find(hub, actor, name)
        made = hub.webhooks.rotate(actor, stored.integration_id, timedelta(hours=overlap))
        ends = hub.webhooks.show(actor, stored.integration_id).previous_secret_ends
    if desk.as_json:
        named = {"integration_id": stored.integration_id, "integration": stored.name}
        say_json(named | {"webhook_secret": made, "previous_secret_ends": moment(ends)})
        return
    say(made)
    if sys.stdout.isatty():
        complain(f"This is the new webhook secret of {stored.name}. Copy it now: it is not shown again.")
        if ends is not None:
            complain(f"The one before is valid until {when(ends)}.")


@webhook.command("end-rotation")
@click.argument("name")
@pass_desk
def end_rotation(desk: Desk, name: str) -> None:
    """Refuse the secret from before the last rotation from now on."""
    with desk.opened() as (hub, actor):
        stored = desk.find(hub, actor, name)
        ended = hub.webhooks.end_rotation(actor, stored.integration_id)
    if desk.as_json:
        say_json({"integration_id": stored.integration_id, "integration": stored.name, "ended": ended})
    elif ended:
        say(f"Only the new webhook secret of {stored.name} is valid now. A running Hub Desktop knows within 3 seconds.")
    else:
        say(f"No secret from before is valid for {stored.name}.")


@webhook.command("test")
@click.argument("name")
@pass_desk
@click.pass_context
def test_webhook(context: click.Context, desk: Desk, name: str) -> None:
    """Deliver a signed test to this computer's own addresses; say which one to hand out, and who can reach it."""
    with desk.opened() as (hub, actor):
        stored = desk.find(hub, actor, name)
        result = hub.webhooks.self_test(actor, stored.integration_id)
    if desk.as_json:
        findings = [{"ok": finding.ok, "message": finding.sentence} for finding in result.findings]
        say_json({"integration": stored.name, "ok": result.ok, "address": result.address, "findings": findings})
    else:
        for finding in result.findings:
            say(f"{'✓' if finding.ok else '✗'} {finding.sentence}")
        if result.address:
            say(f"Address to hand out: {result.address}")
    context.exit(0 if result.ok else 1)


@click.command("deliveries", cls=HubCommand)
@click.argument("name")
@click.option("--state", "states", type=click.Choice(_STATES), multiple=True, help="Only those in this state.")
@click.option("--before", type=click.IntRange(1), metavar="ID", help="Only those older than this one.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True)
@click.option("--replay", "replayed", type=click.IntRange(1), multiple=True, metavar="ID", help="Store it once more.")
@click.option("--replay-all", is_flag=True, help="Store all that were refused or failed once more.")
@pass_desk
@click.pass_context
def deliveries(
    context: click.Context,
    desk: Desk,
    *,
    name: str,
    states: tuple[str, ...],
    before: int | None,
    limit: int,
    replayed: tuple[int, ...],
    replay_all: bool,
) -> None:
    """List the newest webhook deliveries of an integration, or replay some."""
    from hub_desktop.store.deliveries import DeliveryState

    if replayed and replay_all:
        raise click.UsageError("Name deliveries with --replay, or all with --replay-all, not both.")
    with desk.opened() as (hub, actor):
        stored = desk.find(hub, actor, name)
        if replayed or replay_all:
            context.exit(_replay(desk, hub, actor, stored, None if replay_all else replayed))
        found = hub.webhooks.deliveries(
            actor,
            stored.integration_id,
            states=[DeliveryState(state) for state in states],
            before=before,
            limit=limit,
        )
    if desk.as_json:
        say_json([_as_json(one) for one in found])
    elif found:
        _show(found)
    else:
        say(f"There are no such deliveries to {stored.name}." if states or before else _none_yet(stored))


COMMANDS: tuple[click.Command, ...] = (webhook, deliveries)


def _replay(
    desk: Desk, hub: "Hub", actor: "Actor", stored: "StoredIntegration", delivery_ids: Sequence[int] | None
) -> int:
    """Replay deliveries here and now; where another process is at work on the integration, it takes them along."""
    from hub_desktop.core.runs import Trigger
    from hub_desktop.store.deliveries import DeliveryState

    done = hub.webhooks.replay(actor, stored.integration_id, delivery_ids)
    run = None
    if done:
        try:
            run = hub.syncs.run(actor, stored.integration_id, Trigger.WEBHOOK, ())
        except TransientError:
            say_later = f"{stored.name} is being synced. What is replayed is stored right after that."
        else:
            say_later = ""
    waiting = (DeliveryState.REFUSED, DeliveryState.FAILED)
    left = [
        one
        for one in hub.webhooks.deliveries(actor, stored.integration_id, states=waiting, limit=10_000)
        if delivery_ids is None or one.delivery_id in delivery_ids
    ]
    if desk.as_json:
        summary = run.summary() if run is not None else None
        say_json({"replayed": done, "run": summary, "still_waiting": [_as_json(one) for one in left]})
    elif not done:
        say(f"No delivery to {stored.name} waits to be replayed.")
    else:
        say(say_later or f"{count(done, 'delivery', 'deliveries')} replayed, {len(left):,} still waiting.")
        if left:
            _show(left[:20])
    return _NEEDS_A_PERSON if left and run is not None else 0


def _rule(stored: "StoredIntegration", written: str | None, values: tuple[str, ...]) -> dict[str, Any]:
    kept = stored.config.webhook.rule
    rule: dict[str, Any] = {"by": str(kept.by), "name": kept.name, "values": dict(kept.values)}
    if written is not None:
        by, _, name = written.partition(":")
        rule |= {"by": by.strip().lower(), "name": name.strip()}
    if values:
        rule["values"] = dict(_pair(value) for value in values)
    return rule


def _pair(written: str) -> tuple[str, str]:
    value, equals, endpoint = written.rpartition("=")
    if not equals or not value.strip() or not endpoint.strip():
        raise click.UsageError(f"“{written}” is no VALUE=ENDPOINT, such as attendance.updated=attendance.")
    return value.strip(), endpoint.strip()


def _changed(stored: "StoredIntegration", changes: dict[str, Any]) -> "WebhookSettings":
    from hub_desktop.core.integration import read_integration

    written = stored.config.webhook.model_dump(mode="json", by_alias=True) | changes
    try:
        return read_integration(stored.config.to_json() | {"webhook": written}).integration.webhook
    except ConfigurationError as error:
        raise ConfigurationError(error.sentence.replace("webhook.rule.by:", "--rule:"), error.detail) from None


def _say_status(desk: Desk, status: "WebhookStatus") -> None:
    from hub_desktop.core.signature import SCHEME_HELP, SCHEME_LABELS

    scheme = status.settings.scheme
    if desk.as_json:
        say_json(
            {
                "integration": status.name,
                "method": "POST",
                "path": status.path,
                "addresses": list(status.addresses),
                "settings": status.settings.model_dump(mode="json", by_alias=True),
                "headers": list(status.headers),
                "signature": SCHEME_HELP[scheme],
                "secret_kept": status.secret_kept,
                "secret_fits": status.secret_fits,
                "previous_secret_ends": moment(status.previous_secret_ends),
                "deliveries": {str(state): number for state, number in status.counts.items()},
                "last_received_at": moment(status.last_received_at),
                "refused": status.refused,
                "refused_at": moment(status.refused_at),
                "refused_from": status.refused_from,
                "advice": list(status.advice),
            }
        )
        return
    kept = "kept" if status.secret_fits else "kept, but not fit for the scheme" if status.secret_kept else "none yet"
    if status.previous_secret_ends is not None:
        kept += f"; the one before is valid until {when(status.previous_secret_ends)}"
    counted = ", ".join(f"{number:,} {state}" for state, number in status.counts.items()) or "none yet"
    wrong = (
        f"{status.refused:,}, the last {when(status.refused_at)} from {status.refused_from or 'this computer'}"
        if status.refused
        else "none"
    )
    say_fields(
        [
            ("Path", f"POST {status.path}"),
            *(("Address", address) for address in status.addresses),
            ("Scheme", f"{scheme}: {SCHEME_LABELS[scheme]}"),
            ("Signature", SCHEME_HELP[scheme]),
            ("Headers", ", ".join(status.headers)),
            ("Secret", kept),
            ("Endpoint", _said(status)),
            ("Deliveries", counted),
            ("Last one", when(status.last_received_at)),
            ("Signed wrong", wrong),
        ]
    )
    for sentence in status.advice:
        say(sentence)
    if not status.secret_fits:
        say(f"Make one: {command(f'webhook rotate {quoted(status.name)}', desk.data_dir)}")


def _said(status: "WebhookStatus") -> str:
    rule = status.settings.rule
    where = {
        "guess": "told by the body (endpoint, dataType, type or event), or the only one",
        "path": f"told by the address: {status.path}/NAME",
        "header": f"told by the header {rule.name}",
        "field": f"told by the field {rule.name} of the body",
    }[str(rule.by)]
    values = ", ".join(f"{value} → {endpoint}" for value, endpoint in rule.values.items())
    return f"{where}; {values}" if values else where


def _none_yet(stored: "StoredIntegration") -> str:
    return f"Nothing was delivered to {stored.name} yet."


def _show(found: "Sequence[Delivery]") -> None:
    rows = [
        [
            str(one.delivery_id),
            when(one.received_at),
            str(one.state),
            f"{one.size:,}",
            f"{one.repeats:,}",
            one.endpoint or "–",
            one.reason + (f" Tried again {when(one.retry_at)}." if one.retry_at else ""),
        ]
        for one in found
    ]
    headings = ["No.", "Received", "State", "Bytes", "Repeats", "Endpoint", "Reason"]
    say_table(headings, rows, numbers=("No.", "Bytes", "Repeats"))


def _as_json(one: "Delivery") -> dict[str, Any]:
    return {
        "delivery_id": one.delivery_id,
        "message_id": one.message_id,
        "received_at": moment(one.received_at),
        "sender": one.sender,
        "state": str(one.state),
        "reason": one.reason,
        "bytes": one.size,
        "repeats": one.repeats,
        "endpoint": one.endpoint,
        "attempts": one.attempts,
        "retry_at": moment(one.retry_at),
        "processed_at": moment(one.processed_at),
        "run_id": one.run_id,
    }
