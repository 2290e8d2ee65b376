"""Answers of every status, and how long to wait after them."""

from datetime import timedelta
from email.utils import format_datetime

from hub_desktop.core.errors import Remedy
from hub_desktop.core.times import utc_now
from tests.fakes.hostile.case import (
    KEY,
    KNOWN,
    Place,
    always,
    asks_for_change,
    asks_to_sign_in,
    doubts_the_records,
    misbehaviour,
    succeeds,
    tries_again,
)
from tests.fakes.http_server import Asked, Handler, Reply, as_json


def first(*replies: Reply) -> Handler:
    """Return a handler that answers with these replies, and well after them."""
    left = list(replies)
    return lambda _: left.pop(0) if left else as_json(KNOWN)


def limited(**headers: str) -> Reply:
    """Return a reply that asks to slow down."""
    return as_json({"message": "slow down, please"}, 429, **headers)


def _in_a_while(seconds: float) -> str:
    return format_datetime(utc_now() + timedelta(seconds=seconds), usegmt=True)


@misbehaviour("429 with seconds, then an answer", succeeds(requests=3, waits=(5, 7)))
def _(_: Place) -> Handler:
    return first(limited(Retry_After="5"), limited(Retry_After="7"))


@misbehaviour("429 with a date, then an answer", succeeds(requests=2, waits=(30,)))
def _(_: Place) -> Handler:
    return first(limited(Retry_After=_in_a_while(30)))


@misbehaviour("429 with a date that has passed", succeeds(requests=2, waits=(0,)))
def _(_: Place) -> Handler:
    return first(limited(Retry_After=_in_a_while(-3_600)))


@misbehaviour("429 with a moment in another header", succeeds(requests=2, waits=(20,)))
def _(_: Place) -> Handler:
    return first(limited(X_RateLimit_Reset=str(int(utc_now().timestamp()) + 20)))


for _written in ("soon", "-5", "", "1e3", "5 seconds", "9" * 5_000 + "x"):

    @misbehaviour(f"429 with a Retry-After of “{_written[:10]}”", succeeds(requests=2))
    def _(_: Place, written: str = _written) -> Handler:
        return first(limited(Retry_After=written))


always("429 that never ends", tries_again("asks us to slow down.*“slow down, please”"), lambda _: limited())
always("429 for an hour", tries_again("asks us to slow down", 1, retry_in=3_600), lambda _: limited(Retry_After="3600"))
always(
    "429 for a thousand years", tries_again("slow down", 1, retry_in=604_800), lambda _: limited(Retry_After="9" * 20)
)


@misbehaviour("503 until tomorrow", tries_again("overloaded or under maintenance", 1, retry_in=86_400))
def _(_: Place) -> Handler:
    until = _in_a_while(86_400)
    return lambda _: Reply(b"", 503, [("Retry-After", until)])


_MAINTENANCE = b"<!DOCTYPE html><html><head><title>Back at noon</title></head><body><p>Maintenance</p>"
always(
    "503 with a page about maintenance",
    tries_again("overloaded or under maintenance.*“Back at noon”"),
    lambda _: Reply(_MAINTENANCE, 503, content_type="text/html"),
)
for _status in (408, 500, 502, 503, 504):

    @misbehaviour(f"{_status}, then an answer", succeeds(requests=2))
    def _(_: Place, status: int = _status) -> Handler:
        return first(Reply(b"", status))


always(
    "500 without end",
    tries_again("reports a fault of its own"),
    lambda _: Reply(b"oops", 500, content_type="text/plain"),
)
always("401", asks_to_sign_in("refused the API key"), lambda _: as_json({"error": "unauthorized"}, 401))
always(
    "401 as a web page", asks_to_sign_in(), lambda _: Reply(b"<html><title>401</title>", 401, content_type="text/html")
)
always("403", asks_for_change("does not allow this account to read students"), lambda _: Reply(b"", 403))
always("403 that is a limit", tries_again("slow down"), lambda _: Reply(b"403 Forbidden (Rate Limit Exceeded)", 403))
always("404", asks_for_change("nothing at the address of students"), lambda _: as_json({}, 404))
always("409", asks_for_change("refused the request.*“busy”"), lambda _: as_json({"message": "busy"}, 409))
always("410", asks_for_change("nothing at the address"), lambda _: Reply(b"", 410))
always(
    "422",
    asks_for_change("“Bad filter. No such field”"),
    lambda _: as_json({"title": "Bad filter", "detail": "No such field"}, 422),
)
always("400 that says the token is old", asks_to_sign_in(), lambda _: as_json({"error": "expired_token"}, 400))
always("418 nobody knows", asks_for_change("refused the request"), lambda _: Reply(b"", 418))
always("a status of 999", asks_for_change("refused the request"), lambda _: Reply(b"", 999))
always(
    "204 where records belong",
    doubts_the_records("sent no students at all, though 5 are known", remedy=Remedy.RETRY),
    lambda _: Reply(status=204),
)
always("206 that nobody asked for", succeeds(), lambda _: as_json(KNOWN, 206, Content_Range="items 0-4/5"))
always(
    "304 that nobody asked for",
    asks_for_change("nothing has changed, though that was not asked"),
    lambda _: Reply(status=304, content_type=""),
)
always("200 without a content type", succeeds(), lambda _: Reply(as_json(KNOWN).body, content_type=""))
always("200 as plain text that is JSON", succeeds(), lambda _: Reply(as_json(KNOWN).body, content_type="text/plain"))


def _echo(asked: Asked) -> Reply:
    return as_json({"message": f"request {dict(asked.headers)} failed", "key": asked.headers["x-api-key"]}, 500)


always("an error that repeats every header", tries_again("fault of its own"), _echo)
always(
    "an error that repeats the key",
    asks_for_change("refused the request.*••••"),
    lambda _: as_json({"error": f"the key {KEY} may not filter"}, 400, WWW_Authenticate=f'Key realm="{KEY}"'),
)
