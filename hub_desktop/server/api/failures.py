"""What goes wrong, in the one shape in which the API says it: a status, a code, and a sentence with what to do."""

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Any

from pydantic import Field, ValidationError

from hub_desktop.core.errors import (
    BusyError,
    ChangedMeanwhileError,
    ErrorKind,
    HubError,
    StorageError,
    TakenError,
    TooLateError,
    VaultError,
)
from hub_desktop.core.times import utc_now
from hub_desktop.core.words import did_you_mean
from hub_desktop.hub.api_tokens import WrongTokenError
from hub_desktop.server.api.operations import Shape

_SOON = "5"

_BY_CLASS: tuple[tuple[type[HubError], HTTPStatus, str], ...] = (
    (WrongTokenError, HTTPStatus.UNAUTHORIZED, "invalid_token"),
    (ChangedMeanwhileError, HTTPStatus.PRECONDITION_FAILED, "changed_meanwhile"),
    (TakenError, HTTPStatus.CONFLICT, "taken"),
    (TooLateError, HTTPStatus.CONFLICT, "too_late"),
    (BusyError, HTTPStatus.CONFLICT, "busy"),
    (VaultError, HTTPStatus.SERVICE_UNAVAILABLE, "keyring_unavailable"),
    (StorageError, HTTPStatus.SERVICE_UNAVAILABLE, "storage_unavailable"),
)
_BY_KIND: dict[ErrorKind, tuple[HTTPStatus, str]] = {
    ErrorKind.CONFIGURATION: (HTTPStatus.UNPROCESSABLE_ENTITY, "configuration"),
    ErrorKind.SIGN_IN: (HTTPStatus.CONFLICT, "sign_in_needed"),
    ErrorKind.TRANSIENT: (HTTPStatus.SERVICE_UNAVAILABLE, "try_again"),
    ErrorKind.RECORD: (HTTPStatus.UNPROCESSABLE_ENTITY, "record"),
    ErrorKind.HELD: (HTTPStatus.CONFLICT, "held"),
    ErrorKind.NOT_ALLOWED: (HTTPStatus.FORBIDDEN, "not_allowed"),
    ErrorKind.NOT_FOUND: (HTTPStatus.NOT_FOUND, "not_found"),
    ErrorKind.CANCELLED: (HTTPStatus.SERVICE_UNAVAILABLE, "cancelled"),
    ErrorKind.BUG: (HTTPStatus.INTERNAL_SERVER_ERROR, "internal_error"),
}
"""The one table from what can be done about an error to what HTTP says of it."""

CHALLENGE = 'Bearer realm="Hub Desktop"'


class ErrorBody(Shape):
    """What went wrong."""

    code: Annotated[str, Field(description="For programs; it does not change.", examples=["not_found"])]
    message: Annotated[str, Field(description="For people: what, where, and what to do.")]
    detail: Annotated[str | None, Field(description="For IT staff, where there is more to say.")] = None
    field: Annotated[str | None, Field(description="The key or parameter that is meant, where it is one.")] = None


class Failure(Shape):
    """An answer that is no success."""

    success: Annotated[bool, Field(json_schema_extra={"const": False})] = False
    error: ErrorBody


class ApiError(Exception):
    """A request that is refused by the API itself, before the hub is asked."""

    def __init__(
        self, status: int, code: str, message: str, *, field: str = "", headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.field = field
        self.headers = dict(headers or {})


def of_hub(error: HubError) -> tuple[int, ErrorBody, dict[str, str]]:
    """Return the status, the body and the headers that say an error of the hub; nothing in it is masked yet."""
    status, code = next(
        ((status, code) for kind, status, code in _BY_CLASS if isinstance(error, kind)), _BY_KIND[error.kind]
    )
    headers: dict[str, str] = {}
    if status is HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = f'{CHALLENGE}, error="invalid_token"'
    if status is HTTPStatus.SERVICE_UNAVAILABLE or code == "busy":
        headers["Retry-After"] = _seconds_until(getattr(error, "retry_at", None))
    detail = error.detail if error.detail != error.sentence and status != HTTPStatus.UNAUTHORIZED else None
    field = getattr(error, "field", "") or None
    return status, ErrorBody(code=code, message=error.sentence, detail=detail, field=field), headers


def too_many_tries(error: HubError) -> ApiError:
    """Return the answer to an address that has shown too many wrong tokens."""
    wait = _seconds_until(getattr(error, "retry_at", None))
    return ApiError(HTTPStatus.TOO_MANY_REQUESTS, "too_many_tries", error.sentence, headers={"Retry-After": wait})


def of_shape(error: ValidationError, known: Sequence[str], *, status: int, where: str) -> ApiError:
    """Return the refusal of a query or body that is not as declared, naming every finding; values are not repeated."""
    sentences: list[str] = []
    first = ""
    for finding in error.errors(include_url=False, include_input=False, include_context=False):
        place = ".".join(str(part) for part in finding["loc"])
        first = first or place
        match finding["type"]:
            case "extra_forbidden":
                sentences.append(f"Unknown {where} “{place}”.{did_you_mean(place, known)}")
            case "missing":
                sentences.append(f"The {where} “{place}” is missing.")
            case _:
                message = str(finding["msg"]).removeprefix("Value error, ")
                begin = f"{place}: " if place else "The body: "
                sentences.append(f"{begin}{message[:1].lower()}{message[1:]}.")
    code = "invalid_query" if where == "parameter" else "invalid_body"
    return ApiError(status, code, " ".join(sentences), field=first)


def content_of(body: ErrorBody) -> dict[str, Any]:
    """Return the envelope of a failure."""
    return {"success": False, "error": body.model_dump(exclude_none=True)}


def _seconds_until(moment: datetime | None) -> str:
    if moment is None:
        return _SOON
    return str(max(1, math.ceil((moment - utc_now()).total_seconds())))
