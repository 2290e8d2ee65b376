"""The Link header (RFC 8288) and the next address some upstreams write into the answer itself."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

_TARGET = re.compile(r"[\s,]*<([^>]*)>")
_PARAM = re.compile(r"\s*;\s*([\w!#$&+.^`|~*-]+)\s*(?:=\s*(\"(?:[^\"\\]|\\.)*\"|[^\s;,\"]*))?")
_BODY_KEYS = (
    "next",
    "nextLink",
    "next_link",
    "@odata.nextLink",
    "nextPage",
    "next_page",
    "next_page_url",
    "nextPageUrl",
    "next_url",
    "nextUrl",
)
_BODY_HOLDERS = ("links", "_links", "pagination", "paging", "meta")


def next_in_header(header: str) -> str:
    """Return the address whose relations include `next`, as it is written, or the empty string.

    `header` holds all Link headers of the answer joined by commas. Links about another context are passed over.
    """
    position = 0
    while found := _TARGET.match(header, position):
        position = found.end()
        rel = ""
        elsewhere = False
        while part := _PARAM.match(header, position):
            position = part.end()
            name, value = part[1].lower(), (part[2] or "").strip('"')
            # RFC 8288, section 3.3: rel must not appear more than once; the first counts.
            rel = rel or (value if name == "rel" else "")
            elsewhere = elsewhere or name == "anchor"
        if "next" in rel.lower().split() and not elsewhere:
            return found[1].strip()
        # Whatever else stands there belongs to this link; the next one begins after its comma.
        comma = header.find(",", position)
        position = len(header) if comma < 0 else comma
    return ""


def next_in_body(body: Any) -> str:
    """Return the next address an answer holds under one of the usual keys, or the empty string."""
    if not isinstance(body, Mapping):
        return ""
    for holder in (body, *(body.get(key) for key in _BODY_HOLDERS)):
        for written in _candidates(holder):
            found = written.get("href") if isinstance(written, Mapping) else written
            if isinstance(found, str) and found.strip().lower().startswith(("http://", "https://", "/", "?")):
                return found.strip()
    return ""


def _candidates(holder: Any) -> Iterator[Any]:
    if isinstance(holder, Mapping):
        yield from (holder.get(key) for key in _BODY_KEYS)
    elif isinstance(holder, list):
        # Relations as objects: [{"rel": "next", "href": …}].
        yield from (link for link in holder if isinstance(link, Mapping) and link.get("rel") == "next")
