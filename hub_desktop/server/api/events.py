"""Live events: what happens in the hub, as server-sent events, for as long as a client listens.

A stream begins with the whole state, so that a client that was away needs nothing else. What then comes in faster than
a client reads is kept for it up to a limit; beyond it, the stream ends and the client begins anew.
"""

import asyncio
import threading
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, Final

from pydantic_core import to_json
from starlette.types import Message, Receive, Scope, Send

from hub_desktop.core.errors import NotFoundError
from hub_desktop.core.events import (
    ApiTokensChanged,
    DeliveryReceived,
    Event,
    IntegrationsChanged,
    RunFinished,
    RunProgress,
    RunStarted,
    SyncRequested,
)
from hub_desktop.core.runs import Trigger
from hub_desktop.hub.api_tokens import Bearer
from hub_desktop.hub.hub import Hub
from hub_desktop.server.api.failures import ApiError
from hub_desktop.server.api.operations import Call, Later, Operation, Shape
from hub_desktop.server.api.overview import overview_of
from hub_desktop.server.api.shapes import CountsShape, counts_of, run_of, sees_deliveries, state_of

MOST_STREAMS: Final = 16
MOST_WAITING: Final = 256
"""Events kept for a client that reads slowly; progress and deliveries count once for each integration or endpoint."""

MEDIA_TYPE: Final = "text/event-stream"

_BREATH_SECONDS = 0.1
"""Between two looks, so that what comes in quickly travels together."""
_LOOK_SECONDS = 2.0
"""How soon a token that was revoked by another process ends its stream."""
_HEARTBEAT_SECONDS = 15.0
_RETRY_MILLISECONDS = 5_000
_HEADERS: Final = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    # Of proxies that would wait for the end of an answer that has none.
    (b"x-accel-buffering", b"no"),
]


class RequestedEvent(Shape):
    """A run waits for its turn."""

    integration_id: int
    trigger: Trigger


class ProgressEvent(CountsShape):
    """How far an endpoint of a run has come."""

    run_id: int
    integration_id: int
    endpoint: str
    total: int | None


class DeliveriesEvent(Shape):
    """Webhooks came in."""

    integration_id: int
    deliveries: int
    newest: int


class RemovedEvent(Shape):
    """An integration is gone."""

    id: int


class EndEvent(Shape):
    """Why the stream ends."""

    reason: str


class Streams:
    """The streams that are open, and the end of them all."""

    def __init__(self) -> None:
        self._open: set[Stream] = set()
        self._closed = False

    def listen(self, call: Call) -> Later:
        """Open a stream; raise ApiError when there are too many."""

        async def wait() -> Stream:
            if len(self._open) >= MOST_STREAMS:
                raise ApiError(
                    503,
                    "too_many_streams",
                    f"{MOST_STREAMS} programs listen already. Close one of them, or try again later.",
                    headers={"Retry-After": "30"},
                )
            stream = Stream(call.hub, call.bearer, self._open.discard)
            self._open.add(stream)
            if self._closed:
                stream.close()
            return stream

        return Later(wait)

    def close(self) -> None:
        """End every stream, from any thread."""
        self._closed = True
        for stream in tuple(self._open):
            stream.close()


class Stream:
    """What one client hears. Events come in on any thread; all else happens in the loop of the listener."""

    def __init__(self, hub: Hub, bearer: Bearer, ended: Callable[["Stream"], None]) -> None:
        self._hub = hub
        self._bearer = bearer
        self._ended = ended
        self._loop = asyncio.get_running_loop()
        self._wake = asyncio.Event()
        self._lock = threading.Lock()
        self._waiting: dict[object, tuple[Event, int]] = {}
        """What is to be told, and how often it happened."""
        self._numbers = count()
        self._sent = count(1)
        self._mine: set[int] = set()
        self._stop = ""
        self._gone = False
        self._look_at_token = False

    def hear(self, event: Event) -> None:
        """Keep an event for the client."""
        match event:
            case RunProgress():
                key: object = ("progress", event.run_id, event.endpoint)
            case IntegrationsChanged():
                key = ("changed", event.integration_id)
            case ApiTokensChanged():
                self._look_at_token = True
                self._call_soon()
                return
            case DeliveryReceived():
                key = ("delivery", event.integration_id)
            case SyncRequested() | RunStarted() | RunFinished():
                key = next(self._numbers)
            case _:
                return
        with self._lock:
            if key not in self._waiting and len(self._waiting) >= MOST_WAITING:
                self._stop = "You read more slowly than events come in. Connect once more."
                self._waiting.clear()
            if not self._stop:
                # Put in anew, so that progress never stands before the start of its run.
                _, before = self._waiting.pop(key, (event, 0))
                self._waiting[key] = event, before + 1
        self._call_soon()

    def close(self) -> None:
        """End the stream, from any thread."""
        self._stop = self._stop or "The listener is starting anew or ending. Connect once more."
        self._call_soon()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with everything that happens, until the client leaves or has to."""
        watching = asyncio.create_task(self._watch(receive))
        unsubscribe = self._hub.events.subscribe(self.hear)
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
            await send(_piece(f"retry: {_RETRY_MILLISECONDS}\n".encode() + await asyncio.to_thread(self._state)))
            await self._tell(send)
        finally:
            unsubscribe()
            watching.cancel()
            self._ended(self)
        if not self._gone:
            await send(_piece(self._written("end", EndEvent(reason=self._stop))))
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _tell(self, send: Send) -> None:
        quiet_since = looked = self._loop.time()
        while not self._over():
            await self._woken()
            now = self._loop.time()
            if self._look_at_token or now - looked >= _LOOK_SECONDS:
                self._look_at_token, looked = False, now
                if not await asyncio.to_thread(self._hub.api_tokens.still_valid, self._bearer):
                    self._stop = "The token was revoked or has expired."
                    return
            with self._lock:
                events, self._waiting = list(self._waiting.values()), {}
            if self._over():
                return
            told = b"".join(await asyncio.to_thread(lambda some: list(self._told(some)), events)) if events else b""
            if told or now - quiet_since >= _HEARTBEAT_SECONDS:
                await send(_piece(told or b": still here\n\n"))
                quiet_since = now
            await asyncio.sleep(_BREATH_SECONDS)

    def _over(self) -> bool:
        if self._hub.syncs.closed:
            self._stop = self._stop or "Hub Desktop is ending."
        return self._gone or bool(self._stop)

    async def _woken(self) -> None:
        try:
            async with asyncio.timeout(_LOOK_SECONDS):
                await self._wake.wait()
        except TimeoutError:
            return
        self._wake.clear()

    async def _watch(self, receive: Receive) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self._gone = True
        self._wake.set()

    def _call_soon(self) -> None:
        try:
            self._loop.call_soon_threadsafe(self._wake.set)
        except RuntimeError:
            # The listener has ended in this very moment, and nobody listens any more.
            self._gone = True

    def _state(self) -> bytes:
        views = self._hub.overview.all(self._bearer.actor)
        self._mine = {view.integration_id for view in views}
        return self._written("state", overview_of(views))

    def _told(self, events: list[tuple[Event, int]]) -> Iterator[bytes]:
        for event, times in events:
            match event:
                case IntegrationsChanged(integration_id=None):
                    yield self._state()
                case IntegrationsChanged(integration_id=int(number)):
                    yield from self._integration(number)
                case RunStarted(run) if run.integration_id in self._mine:
                    yield self._written("run-started", run_of(run))
                    yield from self._integration(run.integration_id)
                case RunFinished(run) if run.integration_id in self._mine:
                    yield self._written("run-finished", run_of(run))
                    yield from self._integration(run.integration_id)
                case RunProgress() if event.integration_id in self._mine:
                    yield self._written("run-progress", _progress(event))
                case SyncRequested(number, trigger) if number in self._mine:
                    yield self._written("run-requested", RequestedEvent(integration_id=number, trigger=trigger))
                case DeliveryReceived(number, delivery_id) if number in self._mine and self._may_see_deliveries:
                    came = DeliveriesEvent(integration_id=number, deliveries=times, newest=delivery_id)
                    yield self._written("deliveries-received", came)
                case _:
                    pass

    @property
    def _may_see_deliveries(self) -> bool:
        return sees_deliveries(self._bearer.actor)

    def _integration(self, number: int) -> Iterator[bytes]:
        """Yield the state of an integration, or that it is gone; nothing of one that is not this token's."""
        try:
            view = self._hub.overview.one(self._bearer.actor, number)
        except NotFoundError:
            if number in self._mine:
                self._mine.discard(number)
                yield self._written("integration-removed", RemovedEvent(id=number))
            return
        self._mine.add(number)
        yield self._written("integration", state_of(view))

    def _written(self, name: str, data: Shape) -> bytes:
        return f"id: {next(self._sent)}\nevent: {name}\ndata: ".encode() + to_json(data, by_alias=True) + b"\n\n"


def _piece(body: bytes) -> Message:
    return {"type": "http.response.body", "body": body, "more_body": True}


def _progress(event: RunProgress) -> ProgressEvent:
    counts: dict[str, Any] = counts_of(event.counts)
    return ProgressEvent(
        **counts,
        run_id=event.run_id,
        integration_id=event.integration_id,
        endpoint=event.endpoint,
        total=event.total,
    )


def operation(streams: Streams) -> Operation:
    """Return the operation by which a client listens."""
    return Operation(
        "GET",
        "/api/events",
        "listen",
        "Hear what happens, as server-sent events",
        streams.listen,
        str,
        about="The first event, `state`, is the overview. Then come `run-requested`, `run-started`, `run-progress`, "
        "`run-finished`, `integration` (its state), `integration-removed`, `deliveries-received`, and at last `end` "
        "with the reason. A comment keeps the line alive. A client that was away gets the state anew, so that "
        "Last-Event-ID is not needed.",
        media_type=MEDIA_TYPE,
        example='id: 1\nevent: state\ndata: {"sentence": "Your system is working."}\n\n',
    )
