"""How the pages of an endpoint follow each other: paginators as small objects, and the rules that stop them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import orjson

from hub_desktop.core.endpoint import Pagination
from hub_desktop.core.words import count
from hub_desktop.upstream.addresses import Params, followed
from hub_desktop.upstream.links import next_in_body, next_in_header

_MOST_DIGESTS = 200_000
_MOST_EMPTY_PAGES = 10

_PAGE_KEYS = ("page", "currentpage", "pagenumber")
_LIMIT_KEYS = ("limit", "perpage", "pagesize", "size")
_TOTAL_KEYS = ("total", "totalcount", "totalrecords", "totalitems", "totalresults", "totalelements")
_PAGES_KEYS = ("totalpages", "lastpage", "pages", "pagecount")
_MORE_KEYS = ("hasmore", "hasnext", "hasnextpage", "more")
_HOLDERS = ("pagination", "paging", "meta", "page_info", "pageInfo")
_TOTAL_HEADERS = ("x-total-count", "total-count", "x-total")


@dataclass(frozen=True, slots=True)
class Ask:
    """What the next request asks for: paging parameters, or a whole address that takes the place of everything."""

    params: Params = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as the paginators look at it."""

    number: int
    """1 for the first page read."""
    records: int
    read_before: int
    """Records of the pages before this one."""
    body: Any
    headers: Mapping[str, str]
    url: str
    """The address the answer came from."""


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What an answer says about paging; None where it says nothing."""

    page: int | None = None
    limit: int | None = None
    limit_key: str = ""
    total: int | None = None
    pages: int | None = None
    more: bool | None = None


class Paginator(Protocol):
    """One way in which pages follow each other; made anew for each pass."""

    def first(self) -> Ask:
        """Return what the first request asks for."""
        ...

    def following(self, seen: Seen) -> Ask | None:
        """Return what comes after a page, None after the last; raise ConfigurationError for a foreign address."""
        ...

    def says_more(self, seen: Seen) -> bool:
        """Tell whether the upstream holds more after this page, as far as it says so."""
        ...


class SinglePage:
    """Everything comes in one answer."""

    def first(self) -> Ask:
        """Return a request without paging parameters."""
        return Ask()

    def following(self, seen: Seen) -> Ask | None:
        """Return None."""
        return None

    def says_more(self, seen: Seen) -> bool:
        """Tell whether the answer names a total above what it held, or that there is more."""
        return _says_more(seen)


class PageNumbers:
    """Pages by number. `start` is the number of the page after those read already by another paginator."""

    def __init__(self, pagination: Pagination, *, number: int | None = None, size: Params = ()) -> None:
        self._pagination = pagination
        self._number = pagination.first_page if number is None else number
        self._size = size
        if pagination.page_size is not None:
            self._size = ((pagination.size_param, str(pagination.page_size)),)
        self._longest = 0

    def first(self) -> Ask:
        """Return the request for the first page."""
        return self._ask()

    def following(self, seen: Seen) -> Ask | None:
        """Return the request for the next number while the upstream says there is more, or the page was full."""
        if not self.says_more(seen) and not self._may_go_on(seen):
            return None
        self._number += 1
        return self._ask()

    def says_more(self, seen: Seen) -> bool:
        """Tell whether the answer says that there is more."""
        return _says_more(seen)

    def described(self) -> tuple[str, dict[str, object]]:
        """Return the parameters in words, and the JSON of this style."""
        name = self._pagination.page_param
        written: dict[str, object] = {"style": "page", "pageParam": name}
        if not self._size:
            return name, written
        size_name, size = self._size[0]
        return f"{name} and {size_name}, {int(size):,} a page", written | {
            "sizeParam": size_name,
            "pageSize": int(size),
        }

    def _may_go_on(self, seen: Seen) -> bool:
        info = page_info(seen)
        self._longest = max(self._longest, seen.records)
        if not seen.records or info.more is False:
            return False
        if info.limit and seen.records < info.limit and info.total is not None:
            # The total is reached and the page is short: two witnesses.
            return False
        # An upstream may give smaller pages than it was asked for, so its own longest page is the measure.
        return seen.records >= self._longest

    def _ask(self) -> Ask:
        return Ask(((self._pagination.page_param, str(self._number)), *self._size))


class NextLinks:
    """The address of the next page in the Link header (RFC 8288), or where allowed in the answer itself."""

    def __init__(self, name: str, pagination: Pagination, *, in_body: bool = False) -> None:
        self._name = name
        self._pagination = pagination
        self.in_body = in_body

    def first(self) -> Ask:
        """Return the first request, with the page size where one is chosen."""
        size = self._pagination.page_size
        return Ask() if size is None else Ask(((self._pagination.size_param, str(size)),))

    def following(self, seen: Seen) -> Ask | None:
        """Return the next address, which must lie on the same origin."""
        link = self._link(seen)
        return Ask(url=followed(self._name, seen.url, link)) if link else None

    def says_more(self, seen: Seen) -> bool:
        """Tell whether there is a next address."""
        return bool(self._link(seen))

    def _link(self, seen: Seen) -> str:
        link = next_in_header(seen.headers.get("link", ""))
        return link or (next_in_body(seen.body) if self.in_body else "")


class Detected:
    """Finds out from the first answer, which is asked for without paging parameters."""

    def __init__(self, name: str, pagination: Pagination) -> None:
        self._name = name
        self._pagination = pagination
        self._chosen: Paginator | None = None

    def first(self) -> Ask:
        """Return a request without paging parameters, but with the page size where one is chosen."""
        size = self._pagination.page_size
        return Ask() if size is None else Ask(((self._pagination.size_param, str(size)),))

    @property
    def chosen(self) -> Paginator | None:
        """The style found, None before the first answer."""
        return self._chosen

    def following(self, seen: Seen) -> Ask | None:
        """Return what the style found asks for next."""
        if self._chosen is None:
            self._chosen = self._choose(seen)
        return self._chosen.following(seen)

    def says_more(self, seen: Seen) -> bool:
        """Tell whether the answer says that there is more."""
        return (self._chosen or SinglePage()).says_more(seen)

    def _choose(self, seen: Seen) -> Paginator:
        for links in (NextLinks(self._name, self._pagination), NextLinks(self._name, self._pagination, in_body=True)):
            if links.says_more(seen):
                return links
        info = page_info(seen)
        if (
            info.page is not None
            and seen.records
            and (_says_more(seen) or (info.more is not False and info.limit and seen.records >= info.limit))
        ):
            size = ((info.limit_key, str(info.limit)),) if info.limit else ()
            return PageNumbers(self._pagination, number=info.page, size=size)
        return SinglePage()


def paginator_for(name: str, pagination: Pagination) -> Paginator:
    """Return the paginator an endpoint asks for."""
    match pagination.style:
        case "none":
            return SinglePage()
        case "page":
            return PageNumbers(pagination)
        case "link":
            return NextLinks(name, pagination)
        case _:
            return Detected(name, pagination)


def found_paging(paginator: Paginator, total: int | None) -> tuple[str, dict[str, object] | None]:
    """Return in words how pages were found to follow each other, and the JSON that keeps to it."""
    chosen = paginator.chosen if isinstance(paginator, Detected) else paginator
    many = f", {total:,} in all" if total is not None else ""
    match chosen:
        case PageNumbers():
            words, written = chosen.described()
            return f"Pages follow by number: {words}{many}.", written
        case NextLinks(in_body=True):
            return f"Each answer holds the address of the next page{many}.", {"style": "next"}
        case NextLinks():
            return f"The Link header names the next page{many}.", {"style": "link"}
        case _:
            return "", None


@dataclass(slots=True)
class Memory:
    """What was read already: addresses, pages and records, as digests; its size is bounded."""

    addresses: set[int] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)
    records: set[int] = field(default_factory=set)

    def knows_address(self, address: str) -> bool:
        """Tell whether this address was asked before, and remember it."""
        digest = hash(address)
        known = digest in self.addresses
        self.addresses.add(digest)
        return known

    def knows_all(self, records: list[Any]) -> bool:
        """Tell whether a page brings no record that was not read before, and remember its records."""
        digests = {_digest(record) for record in records}
        # A page as a whole is remembered for the whole pass, its records only while there is room.
        page = hash(frozenset(digests))
        known = page in self.pages or digests <= self.records
        self.pages.add(page)
        if len(self.records) < _MOST_DIGESTS:
            self.records |= digests
        return known


class StopRules:
    """Decides after each page whether reading goes on, whatever the upstream claims."""

    def __init__(self, pagination: Pagination) -> None:
        self._most = pagination.max_pages
        self._memory = Memory()
        self._empty = 0

    def begin(self, address: str) -> None:
        """Remember the address of the first page."""
        self._memory.knows_address(address)

    def is_repeat(self, records: list[Any]) -> bool:
        """Tell whether a page holds records, but none that is new."""
        return self._memory.knows_all(records) and bool(records)

    def end(self, number: int, records: list[Any], ask: Ask, address: str) -> str:
        """Return why the `ask` that follows page `number` is not made, empty where it may be."""
        self._empty = 0 if records else self._empty + 1
        if self._empty >= _MOST_EMPTY_PAGES or (not records and not ask.url):
            return f"{count(self._empty, 'empty page')} came although the upstream says there is more."
        if number >= self._most:
            return f"Reading stopped at the limit of {count(self._most, 'page')}; the upstream holds more."
        if self._memory.knows_address(address):
            return "The next page has an address that was read before, so reading stopped there."
        return ""


def page_info(seen: Seen) -> PageInfo:
    """Return what an answer says about paging, in its envelope or its headers."""
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
            if info.page is not None or info.total is not None or info.more is not None:
                return info
    total = _number(seen.body.get("count")) if "next" in seen.body else None
    return PageInfo(total=found if total is None else total)


def _read_info(holder: Mapping[str, Any], total: int | None) -> PageInfo:
    folded = {"".join(c for c in str(key).lower() if c.isalnum()): str(key) for key in holder}

    def take(keys: tuple[str, ...]) -> tuple[str, Any]:
        name = next((folded[key] for key in keys if key in folded), "")
        return name, holder.get(name) if name else None

    limit_key, limit = take(_LIMIT_KEYS)
    more = take(_MORE_KEYS)[1]
    named = _number(take(_TOTAL_KEYS)[1])
    return PageInfo(
        page=_number(take(_PAGE_KEYS)[1]),
        limit=_number(limit),
        limit_key=limit_key,
        total=total if named is None else named,
        pages=_number(take(_PAGES_KEYS)[1]),
        more=more if isinstance(more, bool) else None,
    )


def _total_header(headers: Mapping[str, str]) -> int | None:
    return next((total for name in _TOTAL_HEADERS if (total := _number(headers.get(name))) is not None), None)


def _says_more(seen: Seen) -> bool:
    info = page_info(seen)
    if info.more is not None:
        return info.more
    # Counted by what was read, because upstreams number their pages from 0 or from 1.
    if info.pages is not None and info.page is not None and seen.number < info.pages:
        return True
    return info.total is not None and seen.read_before + seen.records < info.total


def _number(value: Any) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int) and value >= 0:
        return value
    if isinstance(value, str) and value.isdecimal() and len(value) < 16:
        return int(value)
    return None


def _digest(record: Any) -> int:
    try:
        return hash(orjson.dumps(record))
    except TypeError:
        # Integers past 64 bits.
        return hash(repr(record))
