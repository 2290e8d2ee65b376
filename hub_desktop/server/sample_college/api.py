"""The HTTP face of the sample college: three systems below one address, each with its own sign-in."""

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from http import HTTPStatus
from typing import Final
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from hub_desktop.server.limits import RequestLimits, error_response
from hub_desktop.server.sample_college.data import DATA_SETS, FAULTS, SYSTEMS, DataSet, SampleCollege, System
from hub_desktop.server.sample_college.queries import QueryError, parameters, read_query
from hub_desktop.server.sample_college.sign_in import API_KEY_HEADER, SignIn, basic_credentials

_MAX_BYTES: Final = 64 * 1024
_FORM: Final = "application/x-www-form-urlencoded"
_TITLES: Final[dict[System, str]] = {
    "erp": "ERP (student management)",
    "biometric": "Biometric attendance",
    "lms": "Learning management system",
}
_AUTHENTICATION: Final[dict[System, str]] = {
    "erp": "bearer token in Authorization",
    "biometric": f"API key in {API_KEY_HEADER}",
    "lms": "OAuth 2.0 client credentials: POST /lms/oauth/token, then the bearer token it gives",
}
_CHALLENGES: Final[dict[System, str]] = {"erp": "Bearer", "biometric": "ApiKey", "lms": "Bearer"}
_DATA_NOTE: Final = {
    "college": "Grand Bend High School, a fictional school",
    "source": "Ed-Fi Data Standard, sample interchange XML; changed (fields renamed, dates of change added)",
    "attribution": "This product includes software developed at the Ed-Fi Alliance (https://www.ed-fi.org). "
    "Copyright (c) 2023 Ed-Fi Alliance, LLC and contributors.",
    "licence": "Apache-2.0",
}

_Handler = Callable[[Request], Awaitable[Response]]


def create_app(college: SampleCollege) -> Starlette:
    """Return the application that serves the college's three systems, its index and its rehearsal."""
    sign_in = SignIn(college)
    rehearsal = _Rehearsal(college, sign_in)
    lists = [Route(d.path, _list_handler(college, sign_in, d), methods=["GET"]) for d in DATA_SETS]
    return Starlette(
        routes=[
            Route("/", _index, methods=["GET"]),
            *lists,
            Route("/lms/oauth/token", _token_handler(college, sign_in), methods=["POST"]),
            Route("/_rehearsal/advance", rehearsal.advance, methods=["POST"]),
            Route("/_rehearsal/fault", rehearsal.fault, methods=["POST"]),
        ],
        middleware=[Middleware(RequestLimits, max_bytes=_MAX_BYTES)],
        exception_handlers={HTTPException: _on_http_error},
    )


async def _index(request: Request) -> Response:
    systems = [
        {
            "system": system,
            "title": _TITLES[system],
            "authentication": _AUTHENTICATION[system],
            "endpoints": [
                {"name": d.name, "path": d.path, "parameters": parameters(d)} for d in DATA_SETS if d.system == system
            ],
        }
        for system in SYSTEMS
    ]
    rehearsal = {
        "authentication": "the ERP's bearer token",
        "POST /_rehearsal/advance": {"seed": "whole number, may be left out"},
        "POST /_rehearsal/fault": {"system": list(SYSTEMS), "fault": list(FAULTS)},
    }
    data = {"name": "Sample college", "systems": systems, "rehearsal": rehearsal, "data": _DATA_NOTE}
    return JSONResponse({"success": True, "data": data})


def _list_handler(college: SampleCollege, sign_in: SignIn, data_set: DataSet) -> _Handler:
    async def answer(request: Request) -> Response:
        fault = college.fault(data_set.system)
        if fault == "slow":
            await asyncio.sleep(college.slow_seconds)
        if fault == "down":
            return _down()
        if not sign_in.admits(data_set.system, request.headers):
            return _unauthorized(data_set.system)
        try:
            query = read_query(data_set, request.query_params.multi_items())
        except QueryError as error:
            return error_response(HTTPStatus.BAD_REQUEST, error.code, str(error))
        wanted = [row for row in college.rows(data_set.name) if query.wants(row, data_set)]
        page = [dict(row) for row in query.page_of(wanted)]
        if fault == "missing-key" and page:
            del page[0][data_set.key]
        pagination = {"page": query.page, "limit": query.limit, "total": len(wanted)}
        return _with_etag(request, JSONResponse({"success": True, "data": page, "pagination": pagination}))

    return answer


def _token_handler(college: SampleCollege, sign_in: SignIn) -> _Handler:
    async def answer(request: Request) -> Response:
        """Answer in the shapes of RFC 6749 (sections 4.4.3 and 5.2), which OAuth clients expect."""
        fault = college.fault("lms")
        if fault == "slow":
            await asyncio.sleep(college.slow_seconds)
        if fault == "down":
            return _down()
        if request.headers.get("Content-Type", "").split(";")[0].strip() != _FORM:
            return _oauth_error("invalid_request", f"Send a form ({_FORM}).")
        try:
            form = dict(parse_qsl((await request.body()).decode(), keep_blank_values=True, max_num_fields=20))
        except ValueError:
            return _oauth_error("invalid_request", "The form cannot be read.")
        in_form = (form.get("client_id", ""), form.get("client_secret", ""))
        if not sign_in.admits_client(*(basic_credentials(request.headers) or in_form)):
            return _oauth_error("invalid_client", "The client id or secret is wrong.")
        if form.get("grant_type") != "client_credentials":
            return _oauth_error("unsupported_grant_type", "grant_type must be client_credentials.")
        content = {
            "access_token": sign_in.issue_token(),
            "token_type": "Bearer",
            "expires_in": college.token_seconds,
        }
        return JSONResponse(content, headers={"Cache-Control": "no-store"})

    return answer


class _Rehearsal:
    """The two calls that let people practise changes and faults; no fault ever touches these."""

    def __init__(self, college: SampleCollege, sign_in: SignIn) -> None:
        self._college = college
        self._sign_in = sign_in

    async def advance(self, request: Request) -> Response:
        """Move the college on by a day."""
        if not self._sign_in.admits_rehearsal(request.headers):
            return _unauthorized("erp")
        wanted = await _json_object(request, {"seed"})
        seed = wanted.get("seed")
        if seed is not None and type(seed) is not int:
            raise HTTPException(HTTPStatus.BAD_REQUEST, "seed must be a whole number.")
        advance = asdict(self._college.advance_day(seed)) | {"seed": seed}
        advance["day"] = advance["day"].isoformat()
        return JSONResponse({"success": True, "data": {_camel_case(name): advance[name] for name in advance}})

    async def fault(self, request: Request) -> Response:
        """Let a system rehearse a fault."""
        if not self._sign_in.admits_rehearsal(request.headers):
            return _unauthorized("erp")
        wanted = await _json_object(request, {"system", "fault"})
        system, fault = str(wanted.get("system", "")), str(wanted.get("fault", ""))
        try:
            self._college.set_fault(system, fault)
        except ValueError as error:
            raise HTTPException(HTTPStatus.BAD_REQUEST, str(error)) from error
        return JSONResponse({"success": True, "data": {"system": system, "fault": fault}})


async def _json_object(request: Request, known: set[str]) -> dict[str, object]:
    """Return the JSON object of the body, empty for no body; raise HTTPException 400 for anything else."""
    body = await request.body()
    try:
        content = json.loads(body) if body else {}
    except (ValueError, RecursionError):
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The body is no JSON.") from None
    if not isinstance(content, dict):
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The body must be a JSON object.")
    unknown = sorted(set(content) - known)
    if unknown:
        message = f"Unknown field {', '.join(unknown)}; known: {', '.join(sorted(known))}."
        raise HTTPException(HTTPStatus.BAD_REQUEST, message)
    return content


def _with_etag(request: Request, response: Response) -> Response:
    """Return the response with the hash of its body as ETag, or 304 where the client has that body."""
    etag = f'"{hashlib.sha256(response.body).hexdigest()[:32]}"'
    headers = {"ETag": etag, "Cache-Control": "private, no-cache"}
    held = {tag.strip().removeprefix("W/") for tag in request.headers.get("If-None-Match", "").split(",")}
    if etag in held or "*" in held:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    response.headers.update(headers)
    return response


def _down() -> Response:
    message = "The system is down for maintenance."
    return error_response(HTTPStatus.SERVICE_UNAVAILABLE, "unavailable", message)


def _unauthorized(system: System) -> Response:
    message = f"{_TITLES[system]} refuses these credentials; it wants: {_AUTHENTICATION[system]}."
    challenge = {"WWW-Authenticate": f'{_CHALLENGES[system]} realm="{system}"'}
    return error_response(HTTPStatus.UNAUTHORIZED, "unauthorized", message, challenge)


def _oauth_error(error: str, description: str) -> Response:
    content = {"error": error, "error_description": description}
    headers = {"Cache-Control": "no-store"}
    if error != "invalid_client":
        return JSONResponse(content, status_code=HTTPStatus.BAD_REQUEST, headers=headers)
    headers["WWW-Authenticate"] = 'Basic realm="lms"'
    return JSONResponse(content, status_code=HTTPStatus.UNAUTHORIZED, headers=headers)


async def _on_http_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise TypeError(f"{type(error).__name__} is no HTTP error")
    code = HTTPStatus(error.status_code).name.lower()
    return error_response(error.status_code, code, error.detail, error.headers)


def _camel_case(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
