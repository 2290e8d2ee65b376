"""Redirects and next addresses that lead astray."""

from tests.fakes.hostile.case import (
    KEY,
    KNOWN,
    Place,
    always,
    asks_for_change,
    misbehaviour,
    students,
    succeeds,
)
from tests.fakes.http_server import Asked, Handler, Reply, as_json


def sent_to(address: str, status: int = 302) -> Handler:
    """Return a handler that sends everybody to one address."""
    return lambda _: Reply(status=status, headers=[("Location", address)])


@misbehaviour("redirect to another host", asks_for_change("sends us on to http://localhost.*sign-in is not sent"))
def _(place: Place) -> Handler:
    return sent_to(place.elsewhere.replace("127.0.0.1", "localhost") + "/students")


@misbehaviour("redirect to another port", asks_for_change("sends us on to"))
def _(place: Place) -> Handler:
    return sent_to(place.elsewhere + "/students", 307)


@misbehaviour("redirect to another scheme", asks_for_change("sends us on to https"))
def _(place: Place) -> Handler:
    return sent_to(place.url.replace("http:", "https:") + "/students", 301)


@misbehaviour("redirect from https down to http", asks_for_change("sends us on to http:"), stage="https")
def _(place: Place) -> Handler:
    return sent_to(place.elsewhere + "/students", 308)


@misbehaviour("redirect without a scheme to another host", asks_for_change("sends us on to"))
def _(place: Place) -> Handler:
    return sent_to("//" + place.elsewhere.partition("//")[2] + "/students")


@misbehaviour("redirect to an address with a user name", asks_for_change("sends us on to"))
def _(place: Place) -> Handler:
    return sent_to(place.url.replace("//", "//" + "127.0.0.1@") + "/students")


@misbehaviour("redirect elsewhere that repeats the key", asks_for_change("sends us on to"))
def _(place: Place) -> Handler:
    return sent_to(f"{place.elsewhere}/students?key={KEY}")


@misbehaviour("redirect elsewhere after a good page", asks_for_change("sends us on to", requests=2, added=2))
def _(place: Place) -> Handler:
    def handler(asked: Asked) -> Reply:
        if asked.param("page"):
            return sent_to(place.elsewhere + "/students?page=2")(asked)
        return as_json({"data": students(6, 7), "next": "/students?page=2"})

    return handler


always(
    "redirect to a file",
    asks_for_change("sends us on to an address that cannot be read"),
    sent_to("file:///etc/passwd"),
)
always("redirect to itself", asks_for_change("in circles", requests=6), sent_to("/students"))
always("redirect without a place", asks_for_change("without saying where"), lambda _: Reply(status=302))
always("redirect to nowhere", asks_for_change("in circles", requests=6), sent_to(""))
always("redirect to half an address", asks_for_change("cannot be read"), sent_to("http://[::1"))


def _hops(number: int) -> Handler:
    def handler(asked: Asked) -> Reply:
        hop = int(asked.param("hop", "0"))
        return sent_to(f"students?hop={hop + 1}")(asked) if hop < number else as_json(KNOWN)

    return handler


always("redirect over six hops", asks_for_change("in circles", requests=6), _hops(6))
always("redirect over five hops", succeeds(requests=6), _hops(5))


def _sign_in_page(asked: Asked) -> Reply:
    if asked.path == "/login":
        page = b"<!DOCTYPE html><html><head><title>Sign in to the portal</title></head><form>"
        return Reply(page, content_type="text/html")
    return sent_to("/login?back=/students")(asked)


always(
    "redirect to the sign-in page",
    asks_for_change("a web page \\(“Sign in to the portal”\\).*sign-in page", requests=2),
    _sign_in_page,
)


@misbehaviour(
    "redirect of a POST",
    asks_for_change("wants this request at another address"),
    endpoint={"method": "POST", "form": {"what": "students"}},
)
def _(_place: Place) -> Handler:
    return sent_to("/other", 302)


@misbehaviour("two places in one redirect", asks_for_change("sends us on|nothing at the address|in circles"))
def _(place: Place) -> Handler:
    return lambda _: Reply(
        status=302, headers=[("Location", place.elsewhere + "/students"), ("Location", "/students?x=1")]
    )


@misbehaviour("next address in the body on another origin", asks_for_change("sends us on to", added=2))
def _(place: Place) -> Handler:
    return lambda _: as_json({"data": students(6, 7), "links": {"next": f"{place.elsewhere}/students?page=2"}})


@misbehaviour("next address in a Link header on another origin", asks_for_change("sends us on to", added=2))
def _(place: Place) -> Handler:
    return lambda _: as_json(students(6, 7), Link=f'<{place.elsewhere}/students?page=2>; rel="next"')


@misbehaviour("next address that looks like ours", asks_for_change("sends us on to", added=2))
def _(place: Place) -> Handler:
    address = f"http://127.0.0.1@{place.elsewhere.partition('//')[2]}/students"
    return lambda _: as_json(students(6, 7), Link=f"<{address}>; rel=next")


always(
    "next address that is a file",
    asks_for_change("sends us on to an address that cannot be read", added=2),
    lambda _: as_json(students(6, 7), Link='<file:///etc/passwd>; rel="next"'),
)
