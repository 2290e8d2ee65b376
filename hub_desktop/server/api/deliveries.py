"""Operations on webhooks: how one stands, what was delivered, and what is worked on again."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field

from hub_desktop.core.delivery_rules import RuleKind
from hub_desktop.core.signature import Scheme
from hub_desktop.hub.webhooks import WebhookStatus
from hub_desktop.server.api.operations import Call, Number, Operation, PageQuery, Reply, Shape, pages
from hub_desktop.store.deliveries import Delivery, DeliveryState


class DeliveriesQuery(PageQuery):
    """Which deliveries are wanted."""

    integration_id: Annotated[Number, Field(description="Of this integration.")]
    state: Annotated[DeliveryState | None, Field(description="Only those in this state.")] = None
    before: Annotated[
        Number | None, Field(description="Only those before this one, so that pages stand still while more come in.")
    ] = None


class DeliveryShape(Shape):
    """One webhook received, without what was in it."""

    id: int
    integration_id: int
    received_at: datetime
    bytes: int
    state: DeliveryState
    reason: Annotated[str, Field(description="Why it was refused or failed, as a sentence.")]
    run_id: int | None
    endpoint: Annotated[str, Field(description="The endpoint whose records it brought; empty before that is known.")]
    message_id: Annotated[str, Field(description="What the sender calls it, where its scheme has a name for it.")]
    repeats: Annotated[int, Field(description="How often the same came again.")]
    attempts: int
    retry_at: Annotated[datetime | None, Field(description="When it is worked on again by itself.")]


class OneDeliveryShape(DeliveryShape):
    """A delivery with what was in it."""

    body: Annotated[str | None, Field(description="As it came; null once it is no longer kept or where it is no text.")]
    labels: Annotated[
        dict[str, str], Field(description="What came beside the body and may tell which endpoint it feeds.")
    ]


class ReplayedShape(Shape):
    """How many deliveries are worked on again."""

    deliveries: Annotated[int, Field(ge=0)]


class WebhookShape(Shape):
    """How the webhook of an integration stands; never a secret."""

    addresses: Annotated[list[str], Field(description="Where it can be delivered to now, this computer itself first.")]
    open_to_network: bool
    scheme: Scheme
    rule: RuleKind
    headers: Annotated[list[str], Field(description="Each delivery must carry each of these once.")]
    secret_kept: bool
    previous_secret_ends: Annotated[datetime | None, Field(description="Until then the secret before is valid too.")]
    counts: Annotated[dict[str, int], Field(description="How many deliveries are in each state.")]
    last_received_at: datetime | None
    refused: Annotated[int, Field(description="Deliveries that were not signed right.")]
    refused_at: datetime | None
    advice: Annotated[list[str], Field(description="Why nothing can be delivered now; empty when it can.")]


class FindingShape(Shape):
    """One thing a self-test found."""

    ok: bool
    sentence: str


class SelfTestShape(Shape):
    """What the self-test of a webhook found."""

    ok: bool
    address: Annotated[str, Field(description="The address to hand out; empty while there is none that works.")]
    findings: list[FindingShape]


def deliveries(call: Call) -> Reply:
    """List deliveries."""
    query: DeliveriesQuery = call.query
    found, total = call.hub.webhooks.page(
        call.actor,
        query.integration_id,
        states=() if query.state is None else (query.state,),
        before=query.before,
        limit=query.limit,
        offset=query.offset,
    )
    return Reply([DeliveryShape(**_of(one)) for one in found], pages(query, total))


def delivery(call: Call) -> Reply:
    """Show one delivery."""
    one = call.hub.webhooks.delivery(call.actor, call.numbers["deliveryId"])
    return Reply(OneDeliveryShape(**_of(one), body=_text(one.body), labels=dict(one.labels)))


def replay(call: Call) -> Reply:
    """Work on one delivery again."""
    number = call.numbers["deliveryId"]
    source = call.hub.webhooks.delivery(call.actor, number).integration_id
    return Reply(ReplayedShape(deliveries=call.hub.webhooks.replay(call.actor, source, [number])))


def replay_all(call: Call) -> Reply:
    """Work again on all that were refused or failed."""
    return Reply(ReplayedShape(deliveries=call.hub.webhooks.replay(call.actor, call.numbers["integrationId"])))


def webhook(call: Call) -> Reply:
    """Show how a webhook stands."""
    return Reply(_webhook(call.hub.webhooks.show(call.actor, call.numbers["integrationId"])))


def self_test(call: Call) -> Reply:
    """Deliver a signed test to this program itself."""
    done = call.hub.webhooks.self_test(call.actor, call.numbers["integrationId"], cancel=call.cancel)
    findings = [FindingShape(ok=one.ok, sentence=one.sentence) for one in done.findings]
    return Reply(SelfTestShape(ok=done.ok, address=done.address, findings=findings))


def _of(one: Delivery) -> dict[str, Any]:
    same = ("integration_id", "received_at", "state", "reason", "run_id", "endpoint", "message_id", "repeats")
    return {name: getattr(one, name) for name in (*same, "attempts", "retry_at")} | {
        "id": one.delivery_id,
        "bytes": one.size,
    }


def _text(body: bytes) -> str | None:
    try:
        return body.decode("utf-8") or None
    except UnicodeDecodeError:
        return None


def _webhook(status: WebhookStatus) -> WebhookShape:
    same = ("open_to_network", "secret_kept", "previous_secret_ends", "last_received_at", "refused", "refused_at")
    return WebhookShape(
        addresses=list(status.addresses),
        scheme=status.settings.scheme,
        rule=status.settings.rule.by,
        headers=list(status.headers),
        counts={str(state): number for state, number in status.counts.items()},
        advice=list(status.advice),
        **{name: getattr(status, name) for name in same},
    )


_EXAMPLE: dict[str, Any] = {
    "id": 5,
    "integrationId": 1,
    "receivedAt": "2026-11-23T09:12:00Z",
    "bytes": 140,
    "state": "processed",
    "reason": "",
    "runId": 41,
    "endpoint": "attendance",
    "messageId": "",
    "repeats": 0,
    "attempts": 1,
    "retryAt": None,
}
_NONE_SUCH = {404: "There is no such integration."}

OPERATIONS = (
    Operation(
        "GET",
        "/api/deliveries",
        "listDeliveries",
        "List webhook deliveries of an integration, newest first",
        deliveries,
        list[DeliveryShape],
        query=DeliveriesQuery,
        also=_NONE_SUCH,
        example=[_EXAMPLE],
    ),
    Operation(
        "GET",
        "/api/deliveries/{deliveryId}",
        "getDelivery",
        "Show a delivery with what was in it",
        delivery,
        OneDeliveryShape,
        example=_EXAMPLE | {"body": '{"endpoint": "attendance", "data": []}', "labels": {}},
    ),
    Operation(
        "POST",
        "/api/deliveries/{deliveryId}/replay",
        "replayDelivery",
        "Let a delivery be worked on again",
        replay,
        ReplayedShape,
        example={"deliveries": 1},
    ),
    Operation(
        "GET",
        "/api/integrations/{integrationId}/webhook",
        "getWebhook",
        "Show how the webhook of an integration stands",
        webhook,
        WebhookShape,
        example={
            "addresses": ["http://127.0.0.1:8765/api/webhooks/integrations/1"],
            "openToNetwork": False,
            "scheme": "seed",
            "rule": "guess",
            "headers": ["x-webhook-signature"],
            "secretKept": True,
            "previousSecretEnds": None,
            "counts": {"processed": 40, "refused": 1},
            "lastReceivedAt": "2026-11-23T09:12:00Z",
            "refused": 0,
            "refusedAt": None,
            "advice": [],
        },
    ),
    Operation(
        "POST",
        "/api/integrations/{integrationId}/webhook/test",
        "testWebhook",
        "Deliver a signed test to this program itself, and say who can reach it",
        self_test,
        SelfTestShape,
        long=True,
        example={
            "ok": True,
            "address": "http://127.0.0.1:8765/api/webhooks/integrations/1",
            "findings": [{"ok": True, "sentence": "A signed test delivery arrived and was kept."}],
        },
    ),
    Operation(
        "POST",
        "/api/integrations/{integrationId}/webhook/replay",
        "replayDeliveries",
        "Let all refused and failed deliveries of an integration be worked on again",
        replay_all,
        ReplayedShape,
        example={"deliveries": 3},
    ),
)
