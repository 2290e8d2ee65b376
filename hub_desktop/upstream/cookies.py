"""Cookies of one origin: from the answers that set them into the header that brings them back (RFC 6265)."""

import re
from collections.abc import Mapping

from hub_desktop.upstream.wire import Request

# Where several answers' headers were joined by commas, the next cookie begins with a name and an equals sign; the
# comma in a date is followed by a day.
_NEXT = re.compile(r",\s*(?=[!#$%&'*+.^_`|~0-9A-Za-z-]+=)")
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_UNFIT = re.compile(r"[^\x21-\x7e]|[;,\\]")


def cookies_set(header: str) -> dict[str, str]:
    """Return the cookies that a Set-Cookie header, or several joined by commas, sets; those it takes back are out."""
    found: dict[str, str] = {}
    for written in _NEXT.split(header):
        pair, _, attributes = written.partition(";")
        name, equals, value = (part.strip() for part in pair.partition("="))
        if not equals or not _NAME.fullmatch(name):
            continue
        if value and fits(value) and not _taken_back(attributes):
            found[name] = value
        else:
            found.pop(name, None)
    return found


def fits(value: str) -> bool:
    """Tell whether a text can be the value of a cookie without changing the header around it."""
    return not _UNFIT.search(value)


def with_cookies(request: Request, cookies: Mapping[str, str]) -> Request:
    """Return the request with these cookies, each in place of one of the same name."""
    written = next((value for name, value in request.headers.items() if name.lower() == "cookie"), "")
    kept: dict[str, str] = {}
    for pair in written.split(";"):
        name, equals, value = (part.strip() for part in pair.partition("="))
        if equals:
            kept[name] = value
    kept |= cookies
    return request.with_header("Cookie", "; ".join(f"{name}={value}" for name, value in kept.items()))


def _taken_back(attributes: str) -> bool:
    for attribute in attributes.split(";"):
        name, _, value = (part.strip().lower() for part in attribute.partition("="))
        if name == "max-age":
            return value.startswith("-") or value == "0"
    return False
