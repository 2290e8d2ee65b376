"""How an operation of the API is declared: its address, what goes in and comes out, and the call of the hub behind it.

The same declaration answers requests and draws the OpenAPI document, so that the two cannot differ.
"""

import re
import threading
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Annotated, Any, TypeVar

from msgspec import Struct, field
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.alias_generators import to_camel
from starlette.types import ASGIApp

from hub_desktop.core.actor import Actor
from hub_desktop.hub.api_tokens import Bearer
from hub_desktop.hub.hub import Hub

MOST_A_PAGE = 500
USUAL_PAGE = 50
_MOST_PAGES = 1_000_000
_WHOLE_NUMBER = re.compile(r"-?(0|[1-9]\d{0,17})", re.ASCII)
_LARGEST_NUMBER = 10**18 - 1


class Shape(BaseModel):
    """A part of what is sent or answered: camelCase, nothing unknown."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
    )


def _written_plainly(value: Any) -> Any:
    if isinstance(value, str) and not _WHOLE_NUMBER.fullmatch(value):
        raise ValueError("write a whole number")
    return value


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, str) and value not in {"true", "false"}:
        raise ValueError("write true or false")
    return value


PLAINLY = BeforeValidator(_written_plainly)
"""For a number in a query: it is written in digits alone. It stands last, for the limits to be seen in the document."""

Number = Annotated[int, Field(ge=1, le=_LARGEST_NUMBER), PLAINLY]
"""The number of an integration, a run and so on."""

Switch = Annotated[bool, BeforeValidator(_yes_or_no)]
"""`true` or `false` in a query."""


class Query(Shape):
    """The query parameters of an operation; one that is not among them is refused by name."""


class PageQuery(Query):
    """Which page of a list is wanted."""

    page: Annotated[int, Field(ge=1, le=_MOST_PAGES, description="Which page, from 1."), PLAINLY] = 1
    limit: Annotated[
        int, Field(ge=1, le=MOST_A_PAGE, description=f"How many a page; {MOST_A_PAGE} at most."), PLAINLY
    ] = USUAL_PAGE

    @property
    def offset(self) -> int:
        """How many stand before the first of the page."""
        return (self.page - 1) * self.limit


class NoBody(Shape):
    """The body of an operation that takes none; an empty object is let through."""


class Pagination(Shape):
    """Which page this is, and how many there are on all pages."""

    page: int
    limit: int
    total: Annotated[int, Field(ge=0)]


class Call(Struct):
    """One request as an operation sees it, its token checked and everything in it read."""

    hub: Hub
    bearer: Bearer
    numbers: Mapping[str, int]
    """The numbers in the address."""
    words: Mapping[str, str]
    """The words in the address."""
    query: Any
    """Of the type the operation declares."""
    body: Any
    """Of the type the operation declares."""
    matches: Sequence[str] | None = None
    """The tags of If-Match; None where there is none."""
    cancel: threading.Event = field(default_factory=threading.Event)
    """Set when nobody waits for the answer any more."""

    @property
    def actor(self) -> Actor:
        """As whom the token acts."""
        return self.bearer.actor


class Reply(Struct, frozen=True):
    """What an operation answers; `data` is a shape, a list of them, or JSON."""

    data: Any = None
    pagination: Pagination | None = None
    status: int | None = None
    """None: the one declared."""
    headers: Mapping[str, str] = field(default_factory=dict)
    version: str = ""
    """What If-Match is compared with; it becomes the first part of the entity tag."""
    text: str | None = None
    """Instead of JSON in the envelope: a text, of the media type declared."""


class Later(Struct, frozen=True):
    """An answer that is waited for without holding a thread: a reply, or an application that answers by itself."""

    wait: Callable[[], Awaitable["Reply | ASGIApp"]]


class Operation(Struct, frozen=True):
    """One method of one address."""

    method: str
    path: str
    name: str
    """As generated clients call it."""
    summary: str
    run: Callable[[Call], Reply | Later]
    answer: Any = None
    """The type of `data`; a model, a list of one, or the name of a schema that is drawn elsewhere."""
    about: str = ""
    query: type[Query] = Query
    body: Any = None
    """A model, or the name of a schema that is drawn elsewhere; None where there is none."""
    status: int = 200
    also: Mapping[int, str] = field(default_factory=dict)
    """Other statuses it can answer, and why; those that every operation can are not among them."""
    example: Any = None
    """Of `data`."""
    body_example: Any = None
    public: bool = False
    """Without a token."""
    media_type: str = "application/json"
    long: bool = False
    """It may take minutes, and gets a thread of its own kind."""
    conditional: bool = False
    """It heeds If-Match."""
    searches: bool = False
    """It searches through the records, which takes memory for a while."""

    @property
    def tag(self) -> str:
        """The subject it belongs to, from its address."""
        return self.path.strip("/").removeprefix("api/").partition("/")[0]

    @property
    def paged(self) -> bool:
        """Whether it answers page by page."""
        return issubclass(self.query, PageQuery)


Row = TypeVar("Row")


def part_of(rows: Sequence[Row], query: PageQuery) -> tuple[Sequence[Row], Pagination]:
    """Return the wanted page of rows that are all there."""
    page = rows[query.offset : query.offset + query.limit]
    return page, Pagination(page=query.page, limit=query.limit, total=len(rows))


def pages(query: PageQuery, total: int) -> Pagination:
    """Return what is said of a page that was read as one."""
    return Pagination(page=query.page, limit=query.limit, total=total)


def numbers_in(path: str) -> Iterable[str]:
    """Return the names of the numbers in an address, such as integrationId."""
    return (name for name in re.findall(r"{(\w+)}", path) if name.endswith("Id"))


def words_in(path: str) -> Iterable[str]:
    """Return the names of the words in an address, such as dataType."""
    return (name for name in re.findall(r"{(\w+)}", path) if not name.endswith("Id"))
