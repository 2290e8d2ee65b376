"""Pages that do not follow each other as they say."""

from collections.abc import Callable
from typing import Any

from tests.fakes.hostile.case import (
    Place,
    always,
    asks_for_change,
    asks_to_sign_in,
    misbehaviour,
    student,
    students,
    succeeds,
    tries_again,
)
from tests.fakes.http_server import Asked, Handler, Reply, as_json

PAGE = {"pagination": {"style": "page"}}
CURSOR = {"pagination": {"style": "cursor", "cursorParam": "cursor", "cursorPath": "next_cursor"}}
OFFSET = {"pagination": {"style": "offset", "pageSize": 2}}


def numbered(pages: list[list[Any]], beyond: Callable[[int], Reply] | None = None, **said: Any) -> Handler:
    """Return a handler with numbered pages in the envelope of the seed; `said` replaces what it says of paging."""

    def handler(asked: Asked) -> Reply:
        number = int(asked.param("page", "1"))
        if number > len(pages) and beyond is not None:
            return beyond(number)
        found = pages[number - 1] if number <= len(pages) else []
        told = {"page": number, "limit": 2, "total": sum(map(len, pages))} | said
        return as_json({"success": True, "data": found, "pagination": told})

    return handler


def linked(pages: dict[str, tuple[list[Any], Any]]) -> Handler:
    """Return a handler whose answers name the next address; pages by the value of `page`."""

    def handler(asked: Asked) -> Reply:
        found, following = pages[asked.param("page", "1")]
        return as_json({"data": found, "next": following})

    return handler


NEW = [students(6, 7), students(8, 9), students(10, 10)]
SEVERAL = "read before|repeats records"

always(
    "a last page that links to itself",
    succeeds(2, added=4, warns=SEVERAL),
    linked({"1": (students(6, 7), "?page=2"), "2": (students(8, 9), "?page=2")}),
)
always(
    "two pages that link to each other",
    succeeds(3, added=4, warns=SEVERAL),
    linked({"1": (students(6, 7), "?page=2"), "2": (students(8, 9), "?page=1")}),
)
always(
    "a first page that links to itself under another address",
    succeeds(2, added=2, warns=SEVERAL),
    lambda asked: as_json({"data": students(6, 7), "next": f"/students?page=1&again={len(asked.params) + 1}"}),
)
always(
    "a Link header that names its own page",
    succeeds(1, added=2, warns=SEVERAL),
    lambda _: as_json(students(6, 7), Link='</students>; rel="next"'),
)


def _fresh(asked: Asked) -> Reply:
    number = int(asked.param("page", "1"))
    return as_json({"data": [student(100 + number)], "next": f"/students?page={number + 1}"})


always(
    "fresh pages without end",
    succeeds(12, added=12, warns="limit of 12 pages"),
    _fresh,
    endpoint={"pagination": {"maxPages": 12}},
)
always(
    "numbered pages without end",
    succeeds(12, added=12, warns="limit of 12 pages"),
    lambda asked: as_json([student(100 + int(asked.param("page", "1")))]),
    endpoint={"pagination": {"style": "page", "maxPages": 12}},
)
always(
    "empty pages without end",
    succeeds(11, added=2, warns="10 empty pages"),
    lambda asked: as_json(
        {
            "data": [] if asked.param("page") else students(6, 7),
            "next": f"/students?page={int(asked.param('page', '1')) + 1}",
        }
    ),
)
always("a total that is too large", succeeds(4, ahead=4, added=5, warns="says there is more"), numbered(NEW, total=99))
always("a total that is too small", succeeds(3, added=5), numbered(NEW, total=1))
always("a total of nothing", succeeds(3, added=5), numbered(NEW, total=0))
always("a total as a text", succeeds(3, added=5), numbered(NEW, total="5"))
always("a total that is no number", succeeds(3, added=5), numbered(NEW, total="many"), endpoint=PAGE)
always("a total below zero", succeeds(3, added=5), numbered(NEW, total=-1), endpoint=PAGE)
always("a total past 64 bits", succeeds(4, ahead=4, added=5, warns="more"), numbered(NEW, total=10**30))
always("always more to come", succeeds(4, added=5, warns="more"), numbered(NEW, has_more=True))
always(
    "a total above one answer without pages",
    succeeds(1, added=2, warns="says it has 50 records, but 2 came"),
    lambda _: as_json({"data": students(6, 7), "total": 50}),
)
always(
    "a total in a header above one answer",
    succeeds(1, added=2, warns="says it has 50 records, but 2 came"),
    lambda _: as_json(students(6, 7), X_Total_Count="50"),
)
always(
    "a short page in the middle",
    succeeds(4, added=5),
    numbered([students(6, 7), students(8, 8), students(9, 10)], total=5),
)
always(
    "an empty page in the middle",
    succeeds(3, added=4),
    linked({"1": (students(6, 7), "?page=2"), "2": ([], "?page=3"), "3": (students(8, 9), None)}),
)
always(
    "a page after the last that is not found",
    succeeds(3, added=4),
    numbered([students(6, 7), students(8, 9)], lambda _: as_json({"detail": "Invalid page."}, 404)),
    endpoint={"pagination": {"style": "page"}},
)
always(
    "a page after the last that repeats it",
    succeeds(3, ahead=4, added=4, warns=SEVERAL),
    numbered([students(6, 7), students(8, 9)], lambda _: as_json({"data": students(8, 9)}), total=99),
    endpoint=PAGE,
)
always("page numbers ignored", succeeds(2, added=2, warns=SEVERAL), lambda _: as_json(students(6, 7)), endpoint=PAGE)
always(
    "page sizes ignored",
    succeeds(3, added=5),
    lambda asked: as_json([*NEW, []][int(asked.param("page", "1")) - 1]),
    endpoint={"pagination": {"style": "page", "pageSize": 500}},
)
always(
    "pages that overlap, as rows slip on live data",
    succeeds(3, added=5),
    linked({"1": (students(6, 8), "?page=2"), "2": (students(8, 9), "?page=3"), "3": (students(9, 10), "")}),
)
always(
    "a next address with blanks",
    succeeds(2, added=4),
    lambda asked: as_json(
        {"data": students(8, 9)}
        if asked.param("page")
        else {"data": students(6, 7), "next": "/students?page=2&filter=a b"}
    ),
)
always(
    "a page that is a list and one that is an envelope",
    succeeds(2, added=4),
    lambda asked: (
        as_json({"items": students(8, 9)})
        if asked.param("page")
        else as_json(students(6, 7), Link="<?page=2>; rel=next")
    ),
)
for _header in (
    '<?page=9>; rel="prev", <?page=2>; rel="next", <?page=7>; rel="last"',
    '<?page=2>;REL="Last  NEXT"',
    '</students?page=2>; title="a, b; <c>"; rel=next',
    '<?page=1>; rel="self"; anchor="#x" , <?page=2>; rel="next"',
):
    always(
        f"Link {_header}",
        succeeds(2, added=4),
        lambda asked, header=_header: (
            as_json(students(8, 9)) if asked.param("page") else as_json(students(6, 7), Link=header)
        ),
    )
always(
    "two Link headers",
    succeeds(2, added=4),
    lambda asked: (
        as_json(students(8, 9))
        if asked.param("page")
        else Reply(
            as_json(students(6, 7)).body, headers=[("Link", "<?page=1>; rel=self"), ("link", "<?page=2>; rel=next")]
        )
    ),
)


def _then(second: Callable[[], Reply]) -> Handler:
    def handler(asked: Asked) -> Reply:
        return second() if asked.param("page") else as_json({"data": students(6, 7), "next": "/students?page=2"})

    return handler


always("a second page that fails", tries_again("fault of its own", 5, added=2), _then(lambda: Reply(b"", 500)))
always("a second page that is forbidden", asks_for_change("does not allow", 2, added=2), _then(lambda: Reply(b"", 403)))
always(
    "a second page that is gone", asks_for_change("nothing at the address", 2, added=2), _then(lambda: Reply(b"", 404))
)
always("a second page that is a web page", asks_for_change("a web page", 2, added=2), _then(lambda: Reply(b"<html>")))
always(
    "a sign-in revoked between pages",
    asks_to_sign_in("refused the API key", 2, added=2),
    _then(lambda: Reply(b"", 401)),
)
always(
    "a second page of bad records",
    succeeds(2, added=2, quarantined=2, warns="2 records for students refused"),
    _then(lambda: as_json({"data": [{"x": 1}, {"x": 2}]})),
)


@misbehaviour("a second page that fails three times", succeeds(5, added=4))
def _(_: Place) -> Handler:
    left = [Reply(b"", 503)] * 3
    return _then(lambda: left.pop() if left else as_json({"data": students(8, 9)}))


def cursors(pages: dict[str, tuple[list[Any], Any]], key: str = "next_cursor") -> Handler:
    """Return a handler whose answers name the next cursor."""

    def handler(asked: Asked) -> Reply:
        found, following = pages[asked.param("cursor")]
        return as_json({"data": found} | ({} if following is ... else {key: following}))

    return handler


for _end in (None, "", ..., False):
    _name = "nothing" if _end is ... else repr(_end)
    always(
        f"a last cursor that is {_name}",
        succeeds(2, added=4),
        cursors({"": (students(6, 7), "b"), "b": (students(8, 9), _end)}),
        endpoint=CURSOR,
    )
always(
    "the same cursor again",
    succeeds(2, added=4, warns="before"),
    cursors({"": (students(6, 7), "b"), "b": (students(8, 9), "b")}),
    endpoint=CURSOR,
)
always(
    "cursors in a circle",
    succeeds(3, added=5, warns="before"),
    cursors({"": (students(6, 7), "b"), "b": (students(8, 9), "c"), "c": (students(10, 10), "b")}),
    endpoint=CURSOR,
)
always(
    "cursors that become numbers",
    succeeds(3, added=5),
    cursors({"": (students(6, 7), "a"), "a": (students(8, 9), 17), "17": (students(10, 10), None)}),
    endpoint=CURSOR,
)
always(
    "a cursor that is an object",
    asks_for_change("where the cursor of the next page should be stands an object", added=2),
    cursors({"": (students(6, 7), {"id": 7})}),
    endpoint=CURSOR,
)
always(
    "a cursor ignored",
    succeeds(2, added=2, warns=SEVERAL),
    lambda _: as_json({"data": students(6, 7), "next_cursor": "x"}),
    endpoint=CURSOR,
)
always("an offset ignored", succeeds(2, added=2, warns=SEVERAL), lambda _: as_json(students(6, 7)), endpoint=OFFSET)
always(
    "an offset past the end that is refused",
    succeeds(3, added=4),
    lambda asked: (
        as_json([*students(6, 9)][int(asked.param("offset", "0")) :][:2])
        if int(asked.param("offset", "0")) < 4
        else Reply(b"", 404)
    ),
    endpoint=OFFSET,
)
always(
    "an offset whose limit is capped by the upstream",
    succeeds(3, added=5),
    lambda asked: as_json(students(6, 10)[int(asked.param("offset", "0")) :][:2]),
    endpoint={"pagination": {"style": "offset", "pageSize": 100}},
)
