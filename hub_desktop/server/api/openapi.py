"""The OpenAPI 3.1 document, drawn from the operations themselves."""

import typing
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import models_json_schema

from hub_desktop import __version__
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.schema import integration_schema
from hub_desktop.server.api.failures import Failure
from hub_desktop.server.api.integrations import GIVEN, SHOWN
from hub_desktop.server.api.operations import Operation, Pagination, Shape, numbers_in, words_in
from hub_desktop.server.api.shapes import StatusShape

_PART = "Integration."
"""Before the names of what a configuration is made of, some of which the API uses otherwise."""

_REF = "#/components/schemas/{model}"
_ABOUT = """The integration desk of a college, for other programs.

Every answer is `{"success": true, "data": …}`, lists with `"pagination": {"page", "limit", "total"}`; what goes wrong
is `{"success": false, "error": {"code", "message"}}` with the right status. Tokens are made in Hub Desktop
(`hub-desktop tokens add`) and carry a role and colleges; what belongs to another college does not exist for them.

Lists come a page at a time: `page` from 1, `limit` up to 500. GET answers carry an `ETag`; with `If-None-Match` an
answer that is still the same is 304. An integration is changed safely with `If-Match` and the tag of the answer it was
read from: its first part is the version of the configuration, which alone counts there, so that a sync in between is
no change.
"""
_WHY: dict[int, str] = {
    200: "Done.",
    201: "Made.",
    202: "Asked for.",
    304: "Still the same as what the entity tag names.",
    400: "A query parameter is unknown or wrong, or the body is not JSON.",
    401: "No token, or a wrong, revoked or expired one.",
    403: "The role of the token may not do this.",
    404: "There is no such thing, or not for this token.",
    405: "The address does not take this method.",
    408: "The body came too slowly.",
    409: "Something is in the way: it is being synced, or was decided already.",
    412: "The configuration was changed since; nothing was done.",
    413: "The body is too large.",
    415: "The body is not sent as JSON, or is compressed.",
    421: "The Host header is no name of this computer.",
    422: "The body is JSON, but not as it must be.",
    429: "Too many wrong tokens came from there.",
    500: "An error of the program; its log says more.",
    503: "Not now: a file or the keyring cannot be used, or too many listen.",
}
_TAGS = {
    "integrations": "Connected systems: their configuration, tests and syncs.",
    "runs": "Sync runs, and taking them back.",
    "holds": "What the safety brake stopped until a person decides.",
    "records": "The current records, by data type.",
    "quarantine": "Records that were refused.",
    "deliveries": "Webhooks that came in.",
    "logs": "The log.",
    "audit": "Who did what.",
    "overview": "Everything at a glance.",
    "health": "Whether the program is well.",
    "events": "What happens, live.",
    "metrics": "Figures for Prometheus.",
    "openapi.json": "This document.",
}


def document(operations: Iterable[Operation]) -> dict[str, Any]:
    """Return the OpenAPI document of these operations."""
    every = tuple(operations)
    schemas = _schemas(every)
    paths: dict[str, dict[str, Any]] = {}
    for operation in every:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Hub Desktop",
            "summary": "The management API of Hub Desktop.",
            "description": _ABOUT,
            "version": __version__,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/", "description": "The listener of this computer."}],
        "tags": [{"name": name, "description": text} for name, text in _TAGS.items()],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "bearerFormat": "hub_…",
                    "description": "Made by `hub-desktop tokens add NAME --role …`, and shown once.",
                }
            },
        },
    }


def _operation(operation: Operation) -> dict[str, Any]:
    drawn: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "tags": [operation.tag],
        "parameters": [*_path_parameters(operation), *_query_parameters(operation), *_headers(operation)],
        "responses": _responses(operation),
    }
    if operation.about:
        drawn["description"] = operation.about
    if operation.body is not None:
        content: dict[str, Any] = {"schema": _ref(operation.body)}
        if operation.body_example is not None:
            content["example"] = operation.body_example
        drawn["requestBody"] = {"required": True, "content": {"application/json": content}}
    if operation.public:
        drawn["security"] = []
    return drawn


def _path_parameters(operation: Operation) -> list[dict[str, Any]]:
    number = {"type": "integer", "minimum": 1, "maximum": 10**18 - 1}
    drawn: list[tuple[str, dict[str, Any], str]] = [
        (name, number, "Its number.") for name in numbers_in(operation.path)
    ]
    word = {"type": "string", "enum": list(DATA_TYPES)}
    drawn += [(name, word, "The data type.") for name in words_in(operation.path)]
    return [
        {"name": name, "in": "path", "required": True, "schema": schema, "description": about}
        for name, schema, about in drawn
    ]


def _query_parameters(operation: Operation) -> list[dict[str, Any]]:
    schema = operation.query.model_json_schema(by_alias=True, ref_template=_REF)
    required = schema.get("required", [])
    found: list[dict[str, Any]] = []
    for name, one in schema.get("properties", {}).items():
        plain = _without_null(_untitled(one))
        about = plain.pop("description", "")
        drawn = {"name": name, "in": "query", "required": name in required, "schema": plain, "description": about}
        if plain.get("type") == "array":
            drawn |= {"style": "form", "explode": True}
        found.append(drawn)
    return found


def _headers(operation: Operation) -> list[dict[str, Any]]:
    if operation.conditional:
        return [_header("If-Match", "The entity tag of the answer that the change is made from.")]
    if operation.method == "GET" and operation.media_type != "text/event-stream":
        return [_header("If-None-Match", "The entity tag of an answer that is known already.")]
    return []


def _header(name: str, about: str) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": False, "schema": {"type": "string"}, "description": about}


def _responses(operation: Operation) -> dict[str, Any]:
    good: dict[str, Any] = {operation.media_type: _content(operation)}
    found: dict[int, dict[str, Any]] = {operation.status: {"description": _WHY[operation.status], "content": good}}
    if operation.method == "GET" and operation.media_type != "text/event-stream":
        found[operation.status]["headers"] = {
            "ETag": {"schema": {"type": "string"}, "description": "Names this very answer."}
        }
        found[304] = {"description": _WHY[304]}
    for status in sorted(_failures(operation)):
        found[status] = _failure(operation.also.get(status, _WHY[status]))
    for status, why in operation.also.items():
        if status < 300:
            found[status] = {"description": why, "content": good}
    if operation.status == 202:
        found[202]["headers"] = {"Location": {"schema": {"type": "string"}, "description": "Where to look."}}
    if 401 in found:
        found[401]["headers"] = {"WWW-Authenticate": {"schema": {"type": "string"}}}
    return {str(status): found[status] for status in sorted(found)}


def _failures(operation: Operation) -> set[int]:
    statuses = {400, 405, 408, 413, 415, 421, 500, 503} | {status for status in operation.also if status >= 400}
    if not operation.public:
        statuses |= {401, 403, 429}
    if "{" in operation.path or "integrationId" in _query_names(operation) or "collegeId" in _query_names(operation):
        statuses.add(404)
    if operation.method != "GET":
        # An object with keys where none is taken, too.
        statuses.add(422)
    if operation.conditional:
        statuses.add(412)
    if operation.long:
        statuses.add(409)
    return statuses


def _query_names(operation: Operation) -> set[str]:
    return {info.alias or name for name, info in operation.query.model_fields.items()}


def _failure(why: str) -> dict[str, Any]:
    return {"description": why, "content": {"application/json": {"schema": _ref(Failure)}}}


def _content(operation: Operation) -> dict[str, Any]:
    if operation.media_type != "application/json":
        return {"schema": {"type": "string"}, "example": operation.example}
    if operation.public:
        return {"schema": {"type": "object"}}
    envelope: dict[str, Any] = {
        "type": "object",
        "required": ["success", "data"],
        "additionalProperties": False,
        "properties": {"success": {"const": True}, "data": _ref(operation.answer)},
    }
    example: dict[str, Any] = {"success": True, "data": operation.example}
    if operation.paged:
        envelope["required"].append("pagination")
        envelope["properties"]["pagination"] = _ref(Pagination)
        example["pagination"] = {"page": 1, "limit": 50, "total": len(operation.example or [])}
    return {"schema": envelope, "example": example}


def _ref(answer: Any) -> dict[str, Any]:
    """Return the schema of a body or an answer: a model, a list of one, or a schema that is drawn elsewhere."""
    if typing.get_origin(answer) is list:
        return {"type": "array", "items": _ref(typing.get_args(answer)[0])}
    name = answer if isinstance(answer, str) else getattr(answer, "__forward_arg__", None) or answer.__name__
    return {"$ref": _REF.format(model=name)}


def _schemas(operations: tuple[Operation, ...]) -> dict[str, Any]:
    answers: list[type[BaseModel]] = [Failure, Pagination, StatusShape]
    bodies: list[type[BaseModel]] = []
    for operation in operations:
        answers += _models(operation.answer)
        bodies += _models(operation.body)
    _, written = models_json_schema(
        [(model, "serialization") for model in dict.fromkeys(answers)]
        + [(model, "validation") for model in dict.fromkeys(bodies)],
        by_alias=True,
        ref_template=_REF,
    )
    schemas: dict[str, Any] = {name: _untitled(one) for name, one in written["$defs"].items()}
    return dict(sorted((schemas | _integration_schemas()).items()))


def _models(answer: Any) -> list[type[BaseModel]]:
    for one in (answer, *typing.get_args(answer)):
        if isinstance(one, type) and issubclass(one, Shape):
            return [one]
    return []


def _integration_schemas() -> dict[str, Any]:
    """Return the published schema of an integration, as it is sent and as it is shown, with its parts."""
    given = _moved(integration_schema())
    parts: dict[str, Any] = {_PART + name: one for name, one in given.pop("$defs").items()}
    for key in ("$schema", "$id"):
        given.pop(key)
    moment = TypeAdapter(dict[str, int]).json_schema()
    when = {"type": "string", "format": "date-time"}
    number = {"type": "integer", "minimum": 1}
    shown: dict[str, Any] = {name: _masked(one) for name, one in given["properties"].items()}
    known = {
        "id": number,
        "collegeId": number,
        "college": {"type": "string"},
        "createdAt": when,
        "updatedAt": when,
        "status": _ref(StatusShape),
        "lastSuccess": {"anyOf": [when, {"type": "null"}], "description": "When data last came in."},
        "nextRun": {"anyOf": [when, {"type": "null"}], "description": "By the clock; null where due, or not to run."},
        "nextWords": {"type": "string", "description": "When that is and why not earlier: Monday 07:30."},
        "due": {"type": "boolean", "description": "Whether the clock asks for a run with its next tick."},
        "records": moment | {"description": "Kept records by data type."},
        "quarantined": {"type": "integer", "minimum": 0},
    }
    return parts | {
        GIVEN: given | {"title": "An integration as it is sent"},
        SHOWN: given
        | {
            "title": "An integration as it is shown",
            "required": ["name", "baseUrl", *known],
            "properties": shown | known,
        },
    }


def _masked(written: Mapping[str, Any]) -> dict[str, Any]:
    if not written.get("writeOnly"):
        return dict(written)
    return {"const": "••••", "description": "It is kept."}


def _moved(written: Any) -> Any:
    """Return a schema with its references leading to the components of the document; a secret may be null as well."""
    if isinstance(written, dict):
        if written.get("writeOnly"):
            return written | {"type": ["string", "null"]}
        return {
            key: value.replace("#/$defs/", f"#/components/schemas/{_PART}") if key == "$ref" else _moved(value)
            for key, value in written.items()
        }
    if isinstance(written, list):
        return [_moved(value) for value in written]
    return written


def _untitled(written: Any) -> Any:
    """Return a schema without the titles that only repeat a name."""
    if isinstance(written, dict):
        return {
            key: _untitled(value) for key, value in written.items() if not (key == "title" and isinstance(value, str))
        }
    if isinstance(written, list):
        return [_untitled(value) for value in written]
    return written


def _without_null(written: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a query parameter: one that is not given is left out, and never null."""
    found = dict(written)
    if found.get("default", ...) is None:
        del found["default"]
    choices = [one for one in found.pop("anyOf", []) if one != {"type": "null"}]
    return (choices[0] | found) if choices else found
