"""Sign-ins that go wrong: tokens that are none, are revoked, or are asked for at a place that leads astray."""

from typing import Any

from tests.fakes.hostile.case import (
    KEY,
    KNOWN,
    Ends,
    Place,
    asks_for_change,
    asks_to_sign_in,
    misbehaviour,
    students,
    succeeds,
    tries_again,
)
from tests.fakes.hostile.redirects import sent_to
from tests.fakes.http_server import Asked, Handler, Reply, as_json

OAUTH: dict[str, Any] = {
    "authType": "oauth",
    "clientSecret": KEY,
    "oauth": {"tokenUrl": "{url}/token", "clientId": "hub"},
}
"""In place of {url} stands the address of the upstream."""


def token(value: Any = "t0ken-of-today", **more: Any) -> Reply:
    """Return the answer of a token address."""
    return as_json({"access_token": value, "token_type": "Bearer", "expires_in": 3600} | more)


def by_token(reply: Reply) -> Handler:
    """Return a handler that gives this reply at the token address and asks for its token elsewhere."""

    def handler(asked: Asked) -> Reply:
        if asked.path == "/token":
            return reply
        return as_json(KNOWN) if asked.headers.get("authorization", "").startswith("Bearer ") else Reply(b"", 401)

    return handler


def _oauth(name: str, ends: Ends, reply: Reply) -> None:
    misbehaviour(name, ends, integration=OAUTH)(lambda _: by_token(reply))


NO_TOKEN = "gave no token|gives no token"
_oauth("a token that never expires", succeeds(2), token(expires_in=None))
_oauth("a token whose life is a text", succeeds(2), token(expires_in="soon"))
_oauth("a token whose life is below zero", succeeds(2), token(expires_in=-1))
_oauth("a token whose life is endless", succeeds(2), token(expires_in=10**400))
_oauth("a token that is null", asks_for_change(NO_TOKEN), token(None))
_oauth("a token that is a list", asks_for_change(NO_TOKEN), token(["x"]))
_oauth("a token with a line break", asks_for_change(NO_TOKEN), token("abc\r\nX-Forged: 1"))
_oauth("a token address that is a web page", asks_for_change(NO_TOKEN), Reply(b"<html>", content_type="text/html"))
_oauth("a token address that is not there", asks_for_change(NO_TOKEN), Reply(b"", 404))
_oauth("a token address that is down", tries_again("overloaded", 4), Reply(b"", 503))
_oauth(
    "a client that is not known",
    asks_to_sign_in("client id or the client secret"),
    as_json({"error": "invalid_client"}, 401),
)
_oauth(
    "a grant that was revoked",
    asks_to_sign_in("client"),
    as_json({"error": "invalid_grant", "error_description": KEY}, 400),
)
_oauth("a scope that is not known", asks_for_change("scope"), as_json({"error": "invalid_scope"}, 400))
_oauth("an error with 200 at the token address", asks_to_sign_in("client"), as_json({"error": "invalid_client"}))


@misbehaviour(
    "a token address that sends us elsewhere", asks_for_change("sends us on|another address"), integration=OAUTH
)
def _(place: Place) -> Handler:
    return lambda asked: sent_to(place.elsewhere + "/token", 307)(asked) if asked.path == "/token" else as_json(KNOWN)


def _revoking(times: int) -> Handler:
    """Return a handler that takes its token back on the second page, so many times."""
    left = [times]
    given = [0]

    def handler(asked: Asked) -> Reply:
        if asked.path == "/token":
            given[0] += 1
            return token(f"t0ken-number-{given[0]}")
        if asked.param("page") and left[0]:
            left[0] -= 1
            return as_json({"error": "invalid_token", "token": asked.headers["authorization"]}, 401)
        if asked.param("page"):
            return as_json({"data": students(8, 9)})
        return as_json({"data": students(6, 7), "next": "/students?page=2"})

    return handler


@misbehaviour("a token revoked between pages", succeeds(5, added=4), integration=OAUTH)
def _(_: Place) -> Handler:
    return _revoking(1)


@misbehaviour(
    "tokens that are refused as soon as they are given", asks_to_sign_in("client", 5, added=2), integration=OAUTH
)
def _(_: Place) -> Handler:
    return _revoking(99)
