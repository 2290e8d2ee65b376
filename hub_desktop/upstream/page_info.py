"""What an answer says about its pages: number, size, total, whether there is more, and where the next page is."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from hub_desktop.core.endpoint import Pagination
from hub_desktop.core.mapping import compile_path

_PAGE_KEYS = ("page", "currentpage", "pagenumber")
_OFFSET_KEYS = ("offset", "start", "skip", "startindex", "limitstart")
_LIMIT_KEYS = ("limit", "perpage", "pagesize", "size")
_TOTAL_KEYS = ("total", "totalcount", "totalrecords", "totalitems", "totalresults", "totalelements")
_PAGES_KEYS = ("totalpages", "lastpage", "pages", "pagecount")
_MORE_KEYS = ("hasmore", "hasnext", "hasnextpage", "more")
_HOLDERS = ("pagination", "paging", "meta", "page_info", "pageInfo")
_TOTAL_HEADERS = ("x-total-count", "total-count", "x-total")
_CURSOR_HOLDERS = ("", *_HOLDERS, "response_metadata", "links")

CURSOR_PARAMS: dict[str, str] = {
    "nextPageToken": "pageToken",
    "next_page_token": "page_token",
    "nextCursor": "cursor",
    "next_cursor": "cursor",
    "continuationToken": "continuationToken",
    "nextToken": "nextToken",
    "next_token": "next_token",
}
"""Under which names answers hold the next cursor, and the parameter by which such an upstream takes it back."""


# Without slots, so that what its answer says about paging is read once: several questions are asked of each page.
class Seen(Struct, frozen=True, dict=True):
    """A page as the paginators look at it."""

    number: int
    """1 for the first page read."""
    records: int
    """As they came, before any is unfolded or passed over."""
    read_before: int
    """Records of the pages before this one."""
    body: Any
    headers: Mapping[str, str]
    url: str
    """The address the answer came from."""

    @cached_property
    def usual_info(self) -> "PageInfo":
        """What the answer says about paging at the places where answers usually do."""
        return _usual_info(self)


class PageInfo(Struct, frozen=True):
    """What an answer says about paging; None where it says nothing."""

    page: int | None = None
    offset: int | None = None
    offset_key: str = ""
    limit: int | None = None
    limit_key: str = ""
    total: int | None = None
    pages: int | None = None
    more: bool | None = None


def page_info(seen: Seen, pagination: Pagination | None = None) -> PageInfo:
    """Return what an answer says about paging, at the places a person named, in its envelope or its headers."""
    found = seen.usual_info
    if pagination is None or not (pagination.total_path or pagination.more_path):
        return found
    total = number(value_at(seen.body, pagination.total_path)) if pagination.total_path else found.total
    more = value_at(seen.body, pagination.more_path) if pagination.more_path else found.more
    if isinstance(more, str):
        more = {"true": True, "false": False}.get(more.lower())
    return PageInfo(
        found.page,
        found.offset,
        found.offset_key,
        found.limit,
        found.limit_key,
        total,
        found.pages,
        bool(more) if isinstance(more, bool | int) else None,
    )


def says_more(seen: Seen, pagination: Pagination | None = None) -> bool:
    """Tell whether the answer says that the upstream holds more after this page."""
    info = page_info(seen, pagination)
    if info.more is not None:
        return info.more
    # Counted by what was read, because upstreams number their pages from 0 or from 1.
    if info.pages is not None and info.page is not None and seen.number < info.pages:
        return True
    return info.total is not None and seen.read_before + seen.records < info.total


def announced(seen: Seen, pagination: Pagination | None = None) -> int | None:
    """Return how many records the answer says there are in all, where that is more than was read."""
    total = page_info(seen, pagination).total
    return total if total is not None and seen.read_before + seen.records < total else None


def may_hide_a_next_page(seen: Seen, pagination: Pagination) -> bool:
    """Tell whether the body of a last page may stay the same when a page comes after it.

    That is so where the next page is named by a header and this one may be full. How long a full one is, is known
    only where a size was chosen; else every round number may be it.
    """
    if not (pagination.style in {"auto", "link"} or pagination.cursor_header) or not seen.records:
        return False
    if pagination.page_size is not None:
        return seen.records >= pagination.page_size
    return seen.records % 5 == 0 or (seen.records >= 16 and seen.records.bit_count() == 1)


def next_cursor(seen: Seen, pagination: Pagination) -> str:
    """Return the cursor of the next page, at the place a person named or at the usual ones; empty after the last.

    Raises ValueError for a list or an object, which cannot be sent as a parameter.
    """
    if pagination.cursor_header:
        return seen.headers.get(pagination.cursor_header, "").strip()
    if pagination.cursor_path:
        return _cursor_text(value_at(seen.body, pagination.cursor_path))
    return usual_cursor(seen)[1]


def usual_cursor(seen: Seen) -> tuple[str, str]:
    """Return the dotted path and the value of a cursor at one of the usual places, or two empty strings."""
    if not isinstance(seen.body, Mapping):
        return "", ""
    for holder in _CURSOR_HOLDERS:
        inside = seen.body.get(holder) if holder else seen.body
        if not isinstance(inside, Mapping):
            continue
        for key in CURSOR_PARAMS:
            found = _cursor_text(inside.get(key))
            if found:
                return f"{holder}.{key}" if holder else key, found
    return "", ""


def value_at(body: Any, path: str) -> Any:
    """Return what lies at a path of an answer, None where the path does not fit it."""
    if not isinstance(body, Mapping):
        return None
    try:
        return compile_path(path)(body)
    except ValueError:
        return None


def number(value: Any) -> int | None:
    """Return a count that an answer gives as a number or as digits, None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int) and value >= 0:
        return value
    if isinstance(value, str) and value.isdecimal() and len(value) < 16:
        return int(value)
    return None


def _cursor_text(value: Any) -> str:
    # Null, false, 0 and what is empty all mean that nothing follows.
    if isinstance(value, bool) or not value:
        return ""
    if isinstance(value, str | int | float):
        return str(value)
    raise ValueError("a list" if isinstance(value, list) else "an object")


def _usual_info(seen: Seen) -> PageInfo:
    found = _total_header(seen.headers)
    if not isinstance(seen.body, Mapping):
        return PageInfo(total=found)
    holders = [seen.body.get(key) for key in _HOLDERS]
    meta = seen.body.get("meta")
    if isinstance(meta, Mapping):
        holders.insert(0, meta.get("pagination"))
    for holder in (*holders, seen.body):
        if isinstance(holder, Mapping):
            info = _read_info(holder, found)
            if any(said is not None for said in (info.page, info.total, info.more)) or (
                info.offset is not None and info.limit is not None
            ):
                return info
    total = number(seen.body.get("count")) if "next" in seen.body else None
    return PageInfo(total=found if total is None else total)


def _read_info(holder: Mapping[str, Any], total: int | None) -> PageInfo:
    folded = {"".join(c for c in str(key).lower() if c.isalnum()): str(key) for key in holder}

    def take(keys: tuple[str, ...]) -> tuple[str, Any]:
        name = next((folded[key] for key in keys if key in folded), "")
        return name, holder.get(name) if name else None

    limit_key, limit = take(_LIMIT_KEYS)
    offset_key, offset = take(_OFFSET_KEYS)
    more = take(_MORE_KEYS)[1]
    named = number(take(_TOTAL_KEYS)[1])
    return PageInfo(
        page=number(take(_PAGE_KEYS)[1]),
        offset=number(offset),
        offset_key=offset_key,
        limit=number(limit),
        limit_key=limit_key,
        total=total if named is None else named,
        pages=number(take(_PAGES_KEYS)[1]),
        more=more if isinstance(more, bool) else None,
    )


def _total_header(headers: Mapping[str, str]) -> int | None:
    return next((total for name in _TOTAL_HEADERS if (total := number(headers.get(name))) is not None), None)
