"""The management API as an application: it finds the operation, lets in, reads, calls the hub and answers."""

import asyncio
import hashlib
import logging
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final, TypeVar

import anyio
import anyio.to_thread
import orjson
from pydantic import ValidationError
from pydantic_core import to_json
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import HubError, TransientError
from hub_desktop.core.words import did_you_mean, listed
from hub_desktop.hub.hub import Hub
from hub_desktop.server.api import activity, deliveries, holds, integrations, overview, records
from hub_desktop.server.api.doors import check_host, token_of
from hub_desktop.server.api.events import Streams
from hub_desktop.server.api.events import operation as events_operation
from hub_desktop.server.api.failures import (
    ApiError,
    ErrorBody,
    content_of,
    of_hub,
    of_shape,
    too_many_tries,
)
from hub_desktop.server.api.openapi import document
from hub_desktop.server.api.operations import Call, Later, NoBody, Operation, Query, Reply, numbers_in, words_in

AT_ONCE: Final = 8
"""Calls of the hub at the same time; the files are written one after the other anyway."""

LONG_AT_ONCE: Final = 2
"""Tests of connections and the like at the same time; they may take minutes each."""

_REST_SECONDS = 60.0
"""After the last search through records, until its memory is given back."""

_NUMBER = re.compile(r"[1-9]\d{0,17}", re.ASCII)
_JSON = "application/json"
_TAG = re.compile(r'\s*(?:W/)?"([^"]*)"\s*(?:,|$)')
_ALWAYS = {"X-Content-Type-Options": "nosniff"}
_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")


class ManagementApi:
    """Answers every address of the API. `close` ends what would go on by itself."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._streams = Streams()
        self.operations: tuple[Operation, ...] = (
            *integrations.OPERATIONS,
            *activity.OPERATIONS,
            *deliveries.OPERATIONS,
            *holds.OPERATIONS,
            *records.OPERATIONS,
            *overview.OPERATIONS,
            events_operation(self._streams),
            Operation(
                "GET",
                "/openapi.json",
                "getOpenApi",
                "This document",
                self._document,
                dict[str, Any],
                about="It says nothing about the college, and so needs no token.",
                public=True,
            ),
        )
        self._written: str | None = None
        self._running: set[threading.Event] = set()
        self._closed = False
        self._resting: asyncio.TimerHandle | None = None
        self._limits: tuple[anyio.CapacityLimiter, anyio.CapacityLimiter] | None = None
        by_path: dict[str, dict[str, Operation]] = {}
        for operation in self.operations:
            by_path.setdefault(operation.path, {})[operation.method] = operation
        self._router = Router([Route(path, _Resource(self, methods)) for path, methods in by_path.items()])
        self._router.redirect_slashes = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; an address that is none is left to the listener."""
        await self._router(scope, receive, send)

    def close(self) -> None:
        """End event streams and what waits for upstreams, from any thread."""
        self._closed = True
        self._streams.close()
        for cancel in tuple(self._running):
            cancel.set()

    async def answer(self, methods: Mapping[str, Operation], request: Request) -> ASGIApp:
        """Return the answer to a request of an address with these methods, whatever it is."""
        try:
            check_host(request)
            operation = methods.get("GET" if request.method == "HEAD" else request.method)
            if operation is None or (request.method == "HEAD" and operation.media_type != _JSON):
                return self._refused(_no_such_method(methods))
            if operation.public:
                text = await self._in_thread(self._openapi, operation)
                return _finished(request, operation, Reply(text=text))
            body = await request.body()
            cancel = threading.Event()
            reply = await self._performed(operation, request, body, cancel)
            return reply if not isinstance(reply, Reply) else _finished(request, operation, reply)
        except ApiError as error:
            return self._refused(error)
        except HubError as error:
            return self._failed(*of_hub(error))
        except Exception:  # noqa: BLE001 - logged whole
            # The path alone: a query or a header may hold a secret.
            _log.exception("%s %s failed", request.method, request.url.path)
            message = "The program met an error of its own; its log says more."
            return self._failed(500, ErrorBody(code="internal_error", message=message), {})

    async def _performed(
        self, operation: Operation, request: Request, body: bytes, cancel: threading.Event
    ) -> Reply | ASGIApp:
        self._running.add(cancel)
        watching = asyncio.create_task(_watch(request, cancel)) if operation.long or operation.paged else None
        try:
            if self._closed:
                cancel.set()
            done = await self._in_thread(lambda: self._perform(operation, request, body, cancel), operation)
            return await done.wait() if isinstance(done, Later) else done
        finally:
            cancel.set()
            self._running.discard(cancel)
            if watching is not None:
                watching.cancel()
            if operation.searches:
                self._rest_later()

    def _perform(self, operation: Operation, request: Request, body: bytes, cancel: threading.Event) -> Reply | Later:
        """Let in, read what was sent and call the hub; on a thread of the pool."""
        token = token_of(request)
        client = request.client.host if request.client is not None else ""
        try:
            bearer = self._hub.api_tokens.admit(token, client)
        except TransientError as error:
            raise too_many_tries(error) from None
        call = Call(
            self._hub,
            bearer,
            numbers={name: _number(request, name) for name in numbers_in(operation.path)},
            words={name: _word(request, name) for name in words_in(operation.path)},
            query=_query(request, operation.query),
            body=_body(request, operation, body),
            matches=_tags(request, "if-match"),
            cancel=cancel,
        )
        return operation.run(call)

    def _rest_later(self) -> None:
        """Give the memory of searches back, unless another one comes before."""
        loop = asyncio.get_running_loop()
        if self._resting is not None:
            self._resting.cancel()
        self._resting = loop.call_later(_REST_SECONDS, loop.run_in_executor, None, self._hub.explorer.rest)

    async def _in_thread(self, work: Callable[[], _Result], operation: Operation) -> _Result:
        if self._limits is None:
            self._limits = anyio.CapacityLimiter(AT_ONCE), anyio.CapacityLimiter(LONG_AT_ONCE)
        limiter = self._limits[1 if operation.long else 0]
        return await anyio.to_thread.run_sync(work, limiter=limiter, abandon_on_cancel=True)

    def _refused(self, error: ApiError) -> Response:
        failure = ErrorBody(code=error.code, message=str(error), field=error.field or None)
        return self._failed(error.status, failure, error.headers)

    def _failed(self, status: int, failure: ErrorBody, headers: Mapping[str, str]) -> Response:
        mask = self._hub.redactor().text
        masked = failure.model_copy(
            update={"message": mask(failure.message), "detail": failure.detail and mask(failure.detail)}
        )
        return Response(
            to_json(content_of(masked)),
            status,
            {**_ALWAYS, "Cache-Control": "no-store", **headers},
            _JSON,
        )

    def _document(self, _: Call) -> Reply:
        return Reply(text=self._openapi())

    def _openapi(self) -> str:
        if self._written is None:
            self._written = orjson.dumps(document(self.operations), option=orjson.OPT_INDENT_2).decode()
        return self._written


class _Resource:
    """One address with all its methods."""

    def __init__(self, api: ManagementApi, methods: Mapping[str, Operation]) -> None:
        self._api = api
        self._methods = methods

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = await self._api.answer(self._methods, Request(scope, receive))
        await answer(scope, receive, send)


def _finished(request: Request, operation: Operation, reply: Reply) -> Response:
    """Return the answer of an operation that did what it was asked for."""
    if reply.text is not None:
        body, media_type = reply.text.encode(), operation.media_type
    else:
        content: dict[str, Any] = {"success": True, "data": reply.data}
        if reply.pagination is not None:
            content["pagination"] = reply.pagination
        body, media_type = to_json(content, by_alias=True), _JSON
    headers = {**_ALWAYS, "Cache-Control": "private, no-cache", **reply.headers}
    reading = operation.method == "GET"
    if reading or reply.version:
        tag = f"{reply.version}.{_digest(body)}" if reply.version else _digest(body)
        headers["ETag"] = f'"{tag}"'
        seen = _tags(request, "if-none-match", whole=True) if reading else None
        if seen is not None and ("*" in seen or tag in seen):
            return Response(None, HTTPStatus.NOT_MODIFIED, headers)
    if request.method == "HEAD":
        headers["Content-Length"] = str(len(body))
        return Response(None, reply.status or operation.status, headers, media_type)
    return Response(body, reply.status or operation.status, headers, media_type)


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:32]


def _no_such_method(methods: Mapping[str, Operation]) -> ApiError:
    allowed = sorted(methods)
    message = f"This address takes {listed(allowed)}, nothing else."
    return ApiError(HTTPStatus.METHOD_NOT_ALLOWED, "method_not_allowed", message, headers={"Allow": ", ".join(allowed)})


def _number(request: Request, name: str) -> int:
    written = request.path_params[name]
    if not _NUMBER.fullmatch(written):
        raise ApiError(HTTPStatus.NOT_FOUND, "not_found", "There is nothing at this address: it wants a number there.")
    return int(written)


def _word(request: Request, name: str) -> str:
    written: str = request.path_params[name]
    if written not in DATA_TYPES:
        raise ApiError(
            HTTPStatus.NOT_FOUND,
            "not_found",
            f"There is no data type of this name.{did_you_mean(written, DATA_TYPES)} "
            f"The data types are {listed(list(DATA_TYPES))}.",
        )
    return written


def _query(request: Request, model: type[Query]) -> Query:
    """Return the query as declared; raise ApiError for a parameter that is unknown, wrong, or given twice."""
    known = {info.alias or name: info.annotation for name, info in model.model_fields.items()}
    several = {name for name, annotation in known.items() if getattr(annotation, "__origin__", None) is list}
    given: dict[str, Any] = {}
    for name, value in request.query_params.multi_items():
        if name in several:
            given.setdefault(name, []).append(value)
        elif name in given:
            raise ApiError(400, "invalid_query", f"The parameter “{name}” is given twice.", field=name)
        else:
            given[name] = value
    try:
        return model.model_validate(given, by_alias=True, by_name=False)
    except ValidationError as error:
        raise of_shape(error, list(known), status=400, where="parameter") from None


def _body(request: Request, operation: Operation, body: bytes) -> Any:
    """Return the body as declared; raise ApiError for one that is not JSON, or not as declared."""
    if not body and operation.body is None:
        return NoBody()
    content_type = request.headers.get("content-type", "")
    kind, _, parameters = content_type.partition(";")
    # What a form of a web page can send is none of this: a browser asks first, and gets no answer to that.
    if kind.strip().lower() != _JSON or (parameters.strip() and "utf-8" not in parameters.lower()):
        raise ApiError(415, "json_needed", "Send the body as JSON, with the header “Content-Type: application/json”.")
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        message = f"The body is not JSON: {error.msg} (line {error.lineno}, column {error.colno})."
        raise ApiError(400, "invalid_json", message) from None
    if not isinstance(value, dict):
        raise ApiError(422, "invalid_body", "The body must be a JSON object.")
    if isinstance(operation.body, str):
        return value
    model = operation.body or NoBody
    try:
        return model.model_validate_json(body, strict=True, by_alias=True, by_name=False)
    except ValidationError as error:
        known = [info.alias or name for name, info in model.model_fields.items()]
        raise of_shape(error, known, status=422, where="key") from None


def _tags(request: Request, header: str, *, whole: bool = False) -> Sequence[str] | None:
    """Return the entity tags of a header, their versions alone unless the `whole`; None where it is not there."""
    given = ", ".join(request.headers.getlist(header))
    if not given.strip():
        return None
    if given.strip() == "*":
        return ["*"]
    return [tag if whole else tag.partition(".")[0] for tag in _TAG.findall(given)]


async def _watch(request: Request, cancel: threading.Event) -> None:
    """Set `cancel` once the client has left."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
    cancel.set()
