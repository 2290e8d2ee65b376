"""Every way of handing out records in pages, as upstreams do it when they behave."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from tests.fakes.http_server import Asked, Reply, as_json

Rows = list[dict[str, Any]]
Answering = Callable[[Asked, Rows, int], Reply]


def rows(total: int) -> Rows:
    """Return so many records."""
    return [{"id": f"S{number:04}", "name": f"Student {number}"} for number in range(total)]


@dataclass(frozen=True)
class Shape:
    """One way of paging: what the endpoint is told about it, how the upstream answers, and what reading all takes."""

    name: str
    endpoint: Mapping[str, Any]
    answer: Answering
    requests: Callable[[int, int], int]
    """How many requests so many records in pages of such a size take."""


def needed(total: int, size: int) -> int:
    """One request a page, and one where there is nothing."""
    return max(-(-total // size), 1)


def one_more(total: int, size: int) -> int:
    """As needed, and one more after a full last page, which nothing calls the last."""
    return needed(total, size) + (1 if total and total % size == 0 else 0)


def unsure(total: int, size: int) -> int:
    """As needed, and one more where no shorter page tells that it is the last: after a full one, and after the only."""
    return needed(total, size) + (1 if total and (total % size == 0 or total < size) else 0)


def _paging(style: str, **more: Any) -> dict[str, Any]:
    return {"pagination": {"style": style, **more}}


def _cut(found: Rows, start: int, size: int) -> Rows:
    return found[start : start + size]


def _page(asked: Asked, name: str = "page", first: int = 1) -> int:
    return int(asked.param(name, str(first))) - first


def _whole(_: Asked, found: Rows, __: int) -> Reply:
    return as_json(found)


def _numbered(asked: Asked, found: Rows, size: int) -> Reply:
    return as_json(_cut(found, _page(asked) * size, size))


def _numbered_from_zero(asked: Asked, found: Rows, size: int) -> Reply:
    number = _page(asked, "p", 0)
    return as_json({"items": _cut(found, number * size, size), "hasMore": (number + 1) * size < len(found)})


def _seed(asked: Asked, found: Rows, size: int) -> Reply:
    number = _page(asked)
    told = {"page": number + 1, "limit": size, "total": len(found), "totalPages": needed(len(found), size)}
    return as_json({"success": True, "data": _cut(found, number * size, size), "pagination": told})


def _numbered_in_body(asked: Asked, found: Rows, size: int) -> Reply:
    sent = json.loads(asked.body)
    if sent["count"] != size:
        return as_json({"error": "the size was not sent as a number"}, 400)
    return as_json(_cut(found, (sent["page"] - 1) * size, size))


def _offset_in_form(asked: Asked, found: Rows, size: int) -> Reply:
    sent = dict(parse_qsl(asked.body.decode()))
    return as_json({"result": {"rows": _cut(found, int(sent["from"]), size)}})


def _offset(asked: Asked, found: Rows, size: int) -> Reply:
    return as_json(_cut(found, int(asked.param("offset", "0")), size))


def _offset_with_total(asked: Asked, found: Rows, size: int) -> Reply:
    return as_json(_cut(found, int(asked.param("start", "0")), size), X_Total_Count=str(len(found)))


def _offset_told(asked: Asked, found: Rows, size: int) -> Reply:
    start = int(asked.param("offset", "0"))
    return as_json({"records": _cut(found, start, size), "offset": start, "limit": size, "total": len(found)})


def _after(asked: Asked, name: str) -> int:
    """Return where a cursor points; cursors are opaque and full of signs that must be escaped."""
    cursor = asked.param(name)
    return int(cursor.removeprefix("c&/+=").removesuffix(" é")) if cursor else 0


def _cursor(end: int, found: Rows) -> str | None:
    return f"c&/+={end} é" if end < len(found) else None


def _cursor_in_body(asked: Asked, found: Rows, size: int) -> Reply:
    start = _after(asked, "after")
    return as_json({"data": _cut(found, start, size), "meta": {"cursors": {"after": _cursor(start + size, found)}}})


def _cursor_in_header(asked: Asked, found: Rows, size: int) -> Reply:
    start = int(asked.param("cursor") or "0")
    following = {"X_Next_Cursor": str(start + size)} if start + size < len(found) else {}
    return as_json(_cut(found, start, size), **following)


def _page_token(asked: Asked, found: Rows, size: int) -> Reply:
    start = _after(asked, "pageToken")
    following = _cursor(start + size, found)
    return as_json({"students": _cut(found, start, size)} | ({"nextPageToken": following} if following else {}))


def _next(asked: Asked, found: Rows, size: int) -> tuple[Rows, str]:
    start = int(asked.param("skip", "0"))
    following = f"{asked.path}?skip={start + size}&keep=a%20b" if start + size < len(found) else ""
    return _cut(found, start, size), following


def _next_in_body(asked: Asked, found: Rows, size: int) -> Reply:
    part, following = _next(asked, found, size)
    return as_json({"value": part, "@odata.nextLink": following or None})


def _next_in_body_absolute(asked: Asked, found: Rows, size: int) -> Reply:
    part, following = _next(asked, found, size)
    where = f"http://{asked.headers['host']}{following}" if following else None
    return as_json({"count": len(found), "next": where, "previous": None, "results": part})


def _next_at_path(asked: Asked, found: Rows, size: int) -> Reply:
    part, following = _next(asked, found, size)
    return as_json({"data": part, "navigation": {"forward": {"to": following}}})


def _link(asked: Asked, found: Rows, size: int) -> Reply:
    part, following = _next(asked, found, size)
    links = [f'<{asked.path}?skip=0>; rel="first"']
    links += [f'<{following}>; rel="next"'] if following else []
    return as_json(part, Link=", ".join(links))


SHAPES: tuple[Shape, ...] = (
    Shape("none", _paging("none"), _whole, lambda _total, _size: 1),
    Shape("auto, a bare list", {}, _whole, lambda _total, _size: 1),
    Shape("auto, numbered in an envelope", {}, _seed, one_more),
    Shape("auto, offset in an envelope", {}, _offset_told, one_more),
    Shape("auto, cursor", {}, _page_token, needed),
    Shape("auto, next address", {}, _next_in_body, needed),
    Shape("auto, Link header", {}, _link, needed),
    Shape("page, bare lists", _paging("page"), _numbered, unsure),
    Shape("page, from zero", _paging("page", pageParam="p", firstPage=0), _numbered_from_zero, needed),
    Shape("page, with a total", _paging("page"), _seed, one_more),
    Shape(
        "page, in a JSON body",
        {
            **_paging("page", pageSize=3),
            "method": "POST",
            "json": {"page": "{page.number}", "count": "{page.size}"},
        },
        _numbered_in_body,
        unsure,
    ),
    Shape("offset, bare lists", _paging("offset"), _offset, unsure),
    Shape("offset, with a total", _paging("offset", offsetParam="start"), _offset_with_total, unsure),
    Shape(
        "offset, in a form",
        {
            **_paging("offset"),
            "method": "POST",
            "form": {"from": "{page.offset}", "what": "students"},
            "recordsPath": "result.rows",
        },
        _offset_in_form,
        unsure,
    ),
    Shape(
        "cursor in the body",
        _paging("cursor", cursorParam="after", cursorPath="meta.cursors.after"),
        _cursor_in_body,
        needed,
    ),
    Shape("cursor in a header", _paging("cursor", cursorHeader="X-Next-Cursor"), _cursor_in_header, needed),
    Shape("next address, usual place", _paging("next"), _next_in_body_absolute, needed),
    Shape("next address, at a path", _paging("next", nextPath="navigation.forward.to"), _next_at_path, needed),
    Shape("Link header", _paging("link"), _link, needed),
)
