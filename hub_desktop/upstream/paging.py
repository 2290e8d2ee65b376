"""How the pages of an endpoint follow each other: paginators as small objects, made anew for each pass."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from msgspec import Struct, field

from hub_desktop.core.endpoint import Pagination
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.upstream.addresses import Params, followed
from hub_desktop.upstream.links import next_in_body, next_in_header
from hub_desktop.upstream.page_info import (
    CURSOR_PARAMS,
    PageInfo,
    Seen,
    announced,
    next_cursor,
    page_info,
    says_more,
    usual_cursor,
    value_at,
)


class Ask(Struct, frozen=True):
    """What the next request asks for: paging parameters, or a whole address that takes the place of everything."""

    params: Params = ()
    url: str = ""
    told: bool = False
    """The upstream itself gave the address or the cursor, so that even an empty page may be followed."""
    page: Mapping[str, Any] = field(default_factory=dict)
    """What the placeholders {page.number}, {page.offset}, {page.size} and {page.cursor} stand for."""


class Paginator(Protocol):
    """One way in which pages follow each other."""

    def first(self) -> Ask:
        """Return what the first request asks for."""
        ...

    def following(self, seen: Seen) -> Ask | None:
        """Return what comes after a page, None after the last; raise ConfigurationError for a foreign address."""
        ...

    def foreseen(self, seen: Seen) -> Iterator[Ask]:
        """Yield what the pages after the first will ask for, where its answer lets that be known; else nothing."""
        ...

    def says_more(self, seen: Seen) -> bool:
        """Tell whether the upstream holds more after this page, as far as it says so."""
        ...

    def found(self) -> dict[str, Any]:
        """Return the pagination, as the JSON writes it, that reads the same pages without finding out again."""
        ...


class SinglePage:
    """Everything comes in one answer."""

    def __init__(self, pagination: Pagination) -> None:
        self._pagination = pagination

    def first(self) -> Ask:
        """Return a request without paging parameters, but with the page size where one is chosen."""
        return Ask(_size(self._pagination), page=_page(self._pagination))

    def following(self, seen: Seen) -> Ask | None:
        """Return None."""
        return None

    def foreseen(self, seen: Seen) -> Iterator[Ask]:
        """Yield nothing."""
        yield from ()

    def says_more(self, seen: Seen) -> bool:
        """Tell whether the answer names a total above what it held, or that there is more."""
        return says_more(seen, self._pagination)

    def found(self) -> dict[str, Any]:
        """Return the style none."""
        return {"style": "none"}


class Counted(ABC):
    """Pages by number or by how many records were read: both may be foreseen, and both may be lied about."""

    def __init__(self, pagination: Pagination, *, size: Params = ()) -> None:
        self._pagination = pagination
        self._size = _size(pagination) or size
        self._longest = 0

    def first(self) -> Ask:
        """Return the request for the first page."""
        return self._ask_at(0, 0)

    def following(self, seen: Seen) -> Ask | None:
        """Return the request for the next page while the upstream says there is more, or the page was full."""
        # Measured on every page, or a short last one after pages that announced it would be the longest itself.
        self._longest = max(self._longest, seen.records)
        if not self.says_more(seen) and not self._may_go_on(seen):
            return None
        return self._ask_at(seen.number, seen.read_before + seen.records)

    def foreseen(self, seen: Seen) -> Iterator[Ask]:
        """Yield the requests for the pages after the first, as its total and its size foretell them."""
        info = page_info(seen, self._pagination)
        size = seen.records
        if not size or info.total is None or (info.limit is not None and info.limit != size):
            return
        for number in range(seen.number, min(-(-info.total // size), self._pagination.max_pages)):
            yield self._ask_at(number, number * size)

    def says_more(self, seen: Seen) -> bool:
        """Tell whether the answer says that there is more."""
        return says_more(seen, self._pagination)

    @abstractmethod
    def found(self) -> dict[str, Any]:
        """Return the style with its parameters."""

    @abstractmethod
    def _ask_at(self, pages_before: int, records_before: int) -> Ask:
        """Return the request for the page after so many pages and records."""

    def _may_go_on(self, seen: Seen) -> bool:
        info = page_info(seen, self._pagination)
        if not seen.records or info.more is False:
            return False
        if info.limit and seen.records < info.limit and info.total is not None:
            # The total is reached and the page is short: two witnesses.
            return False
        # An upstream may give smaller pages than it was asked for, so its own longest page is the measure.
        return seen.records >= self._longest


class PageNumbers(Counted):
    """Pages by number; `first_number` is the number of the first page where the answer itself told it."""

    def __init__(self, pagination: Pagination, *, first_number: int | None = None, size: Params = ()) -> None:
        super().__init__(pagination, size=size)
        self._first = pagination.first_page if first_number is None else first_number

    def found(self) -> dict[str, Any]:
        """Return the style page with its parameters."""
        first = {"firstPage": self._first} if self._first in {0, 1} else {}
        return {"style": "page", "pageParam": self._pagination.page_param, **first, **_written_size(self._size)}

    def _ask_at(self, pages_before: int, records_before: int) -> Ask:
        number = self._first + pages_before
        pair = (self._pagination.page_param, str(number))
        return Ask((pair, *self._size), page=_page(self._pagination, number=number, offset=records_before))


class Offsets(Counted):
    """Pages by how many records were read before them."""

    def __init__(self, pagination: Pagination, *, param: str = "", size: Params = ()) -> None:
        super().__init__(pagination, size=size)
        self._param = param or pagination.offset_param

    def found(self) -> dict[str, Any]:
        """Return the style offset with its parameters."""
        return {"style": "offset", "offsetParam": self._param, **_written_size(self._size)}

    def _ask_at(self, pages_before: int, records_before: int) -> Ask:
        pair = (self._param, str(records_before))
        number = self._pagination.first_page + pages_before
        return Ask((pair, *self._size), page=_page(self._pagination, number=number, offset=records_before))


class Cursors:
    """Pages by a token that each answer gives for the next one, in its body or in a header."""

    def __init__(self, name: str, pagination: Pagination, *, param: str = "", path: str = "") -> None:
        self._name = name
        self._pagination = pagination
        self._param = param or pagination.cursor_param
        self._path = path

    def first(self) -> Ask:
        """Return the first request, without a cursor."""
        return Ask(_size(self._pagination), page=_page(self._pagination))

    def following(self, seen: Seen) -> Ask | None:
        """Return the request with the next cursor; null, empty and missing ones end the pass."""
        try:
            cursor = next_cursor(seen, self._pagination)
        except ValueError as error:
            problem = ConfigurationError(
                f"{self._name} says that more follows, but where the cursor of the next page should be stands {error}. "
                "Correct the place of the cursor for this endpoint.",
                f"cursorPath {self._pagination.cursor_path or 'not given'}: {error} instead of a text or a number",
                field="pagination.cursorPath",
            )
        else:
            return self._with(cursor)
        raise problem

    def _with(self, cursor: str) -> Ask | None:
        if not cursor:
            return None
        pair = (self._param, cursor)
        return Ask((pair, *_size(self._pagination)), told=True, page=_page(self._pagination, cursor=cursor))

    def foreseen(self, seen: Seen) -> Iterator[Ask]:
        """Yield nothing: a cursor is known only when it comes."""
        yield from ()

    def says_more(self, seen: Seen) -> bool:
        """Tell whether there is a next cursor."""
        try:
            return bool(next_cursor(seen, self._pagination))
        except ValueError:
            return True

    def found(self) -> dict[str, Any]:
        """Return the style cursor with its parameter and place."""
        path = self._pagination.cursor_path or self._path
        return {"style": "cursor", "cursorParam": self._param, **({"cursorPath": path} if path else {})}


class NextAddresses:
    """The address of the next page: in the Link header (RFC 8288), in the answer itself, or in either."""

    def __init__(self, name: str, pagination: Pagination, *, header: bool, body: bool) -> None:
        self._name = name
        self._pagination = pagination
        self._header = header
        self._body = body
        self._used = "link" if header else "next"

    def first(self) -> Ask:
        """Return the first request, with the page size where one is chosen."""
        return Ask(_size(self._pagination), page=_page(self._pagination))

    def following(self, seen: Seen) -> Ask | None:
        """Return the next address, which must lie on the same origin."""
        link = self._link(seen)
        return Ask(url=followed(self._name, seen.url, link), told=True) if link else None

    def foreseen(self, seen: Seen) -> Iterator[Ask]:
        """Yield nothing: an address is known only when it comes."""
        yield from ()

    def says_more(self, seen: Seen) -> bool:
        """Tell whether there is a next address."""
        return bool(self._link(seen))

    def found(self) -> dict[str, Any]:
        """Return the style link or next, whichever was seen."""
        return {"style": self._used}

    def _link(self, seen: Seen) -> str:
        link = next_in_header(seen.headers.get("link", "")) if self._header else ""
        if link or not self._body:
            return link
        self._used = "next"
        if not self._pagination.next_path:
            return next_in_body(seen.body)
        found = value_at(seen.body, self._pagination.next_path)
        return found.strip() if isinstance(found, str) else ""


class Detected:
    """Finds out from the first answer, which is asked for without paging parameters."""

    def __init__(self, name: str, pagination: Pagination) -> None:
        self._name = name
        self._pagination = pagination
        self._chosen: Paginator | None = None

    def first(self) -> Ask:
        """Return a request without paging parameters, but with the page size where one is chosen."""
        return Ask(_size(self._pagination), page=_page(self._pagination))

    def following(self, seen: Seen) -> Ask | None:
        """Return what the style found asks for next."""
        return self._settled(seen).following(seen)

    def foreseen(self, seen: Seen) -> Iterator[Ask]:
        """Yield what the style found foresees."""
        return self._settled(seen).foreseen(seen)

    def says_more(self, seen: Seen) -> bool:
        """Tell whether the answer says that there is more."""
        return self._settled(seen).says_more(seen)

    def found(self) -> dict[str, Any]:
        """Return the style found; before the first answer, that it is to be found."""
        return {"style": "auto"} if self._chosen is None else self._chosen.found()

    def _settled(self, seen: Seen) -> Paginator:
        if self._chosen is None:
            self._chosen = self._choose(seen)
        return self._chosen

    def _choose(self, seen: Seen) -> Paginator:
        links = NextAddresses(self._name, self._pagination, header=True, body=True)
        if links.says_more(seen):
            return links
        try:
            path, cursor = usual_cursor(seen)
        except ValueError:
            # Whoever asks such an upstream must say where the cursor is.
            return Cursors(self._name, self._pagination)
        if cursor:
            param = CURSOR_PARAMS[path.rpartition(".")[2]]
            usual = Pagination.model_fields["cursor_param"].default
            chosen = self._pagination.cursor_param
            return Cursors(self._name, self._pagination, param=param if chosen == usual else chosen, path=path)
        info = page_info(seen, self._pagination)
        size = ((info.limit_key, str(info.limit)),) if info.limit else ()
        if seen.records and self._goes_on(seen, info):
            if info.page is not None:
                return PageNumbers(self._pagination, first_number=info.page, size=size)
            if info.offset is not None:
                return Offsets(self._pagination, param=info.offset_key, size=size)
        return SinglePage(self._pagination)

    def _goes_on(self, seen: Seen, info: PageInfo) -> bool:
        full = info.more is not False and bool(info.limit) and seen.records >= (info.limit or 0)
        return says_more(seen, self._pagination) or full


def paginator_for(name: str, pagination: Pagination) -> Paginator:
    """Return the paginator an endpoint asks for."""
    match pagination.style:
        case "none":
            return SinglePage(pagination)
        case "page":
            return PageNumbers(pagination)
        case "offset":
            return Offsets(pagination)
        case "cursor":
            return Cursors(name, pagination)
        case "next":
            return NextAddresses(name, pagination, header=False, body=True)
        case "link":
            return NextAddresses(name, pagination, header=True, body=False)
        case "auto":
            return Detected(name, pagination)


def paging_words(found: Mapping[str, Any]) -> str:
    """Return in words how pages follow each other, for a pagination as `found` gives it."""
    size = f", {found['pageSize']:,} a page" if "pageSize" in found else ""
    match found.get("style"):
        case "page":
            return f"Pages follow by number, in the parameter {found['pageParam']}{size}."
        case "offset":
            return f"Pages follow by the records read, in the parameter {found['offsetParam']}{size}."
        case "cursor":
            return f"Each answer gives the cursor of the next page, sent as {found['cursorParam']}."
        case "next":
            return "Each answer holds the address of the next page."
        case "link":
            return "The Link header names the next page."
        case "none":
            return "Everything comes in one answer."
        case _:
            return ""


def more_than_read(seen: Seen, pagination: Pagination) -> str:
    """Return the warning that the upstream holds more than came."""
    total = announced(seen, pagination)
    read = seen.read_before + seen.records
    if total is not None:
        return f"The upstream says it has {total:,} records, but {read:,} came. Check how this endpoint is paged."
    return "The upstream says it has more records than came. Check how this endpoint is paged."


def _size(pagination: Pagination) -> Params:
    size = pagination.page_size
    return () if size is None else ((pagination.size_param, str(size)),)


def _page(pagination: Pagination, *, number: int | None = None, offset: int = 0, cursor: str = "") -> dict[str, Any]:
    first = pagination.first_page if number is None else number
    return {"number": first, "offset": offset, "size": pagination.page_size, "cursor": cursor or None}


def _written_size(size: Params) -> dict[str, Any]:
    return {"sizeParam": size[0][0], "pageSize": int(size[0][1])} if size else {}
