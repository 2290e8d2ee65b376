"""What the address of a request gives away: where the API begins, what kind of data it is, and how it is paged."""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import unquote


def set_of(words: str) -> frozenset[str]:
    """Return the words of a text, for tables that would be long as lists."""
    return frozenset(words.split())


_VERSION = re.compile(r"v\d+([.p]\d+)*", re.IGNORECASE)
_ROOTS = frozenset({"api", "rest", "odata", "webservice", "webservices", "ws", "services"})
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_NO_SUBJECT = set_of("""
    list all search find query get fetch read index export download data item items record records entry entries today
    current latest full detail details info summary php json xml aspx asp jsp do api rest server page view
""")
_KINDS: dict[str, frozenset[str]] = {
    "students": frozenset({"student", "students", "pupil", "pupils", "learner", "learners"}),
    "faculty": frozenset(
        {"faculty", "faculties", "teacher", "teachers", "staff", "staffs", "instructor", "instructors", "lecturers"}
    ),
    "subjects": frozenset({"subject", "subjects", "course", "courses", "modules"}),
    "attendance": frozenset({"attendance", "attendances", "absence", "absences", "punch", "punches"}),
    "marks": frozenset({"mark", "marks", "grade", "grades", "result", "results", "score", "scores", "gradebook"}),
    "timetable": frozenset({"timetable", "timetables", "schedule", "schedules"}),
}
_NAMING_PARAMETERS = frozenset(
    {"wsfunction", "function", "method", "action", "resource", "doctype", "entity", "report"}
)

_PAGE = frozenset({"page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage", "pg", "page[number]"})
_OFFSET = frozenset(
    {"offset", "start", "skip", "startindex", "limitstart", "limitfrom", "firstresult", "startat", "page[offset]"}
)
_SIZE = set_of("""
    limit perpage pagesize size count rows top take limitpagelength limitnumber maxresults pagelimit resultsperpage
    page[size] page[limit]
""")
_CURSOR = set_of("""
    cursor pagetoken nextpagetoken nexttoken after startingafter continuation continuationtoken bookmark nextcursor
    page[cursor] page[after]
""")
_LARGEST_PAGE = 10_000


def split_path(path: str) -> tuple[str, str]:
    """Return the part of a path that stays the same for all endpoints, and the path below it.

    The first ends with the first version number (/api/v1), where there is none with the last word such as api or rest.
    """
    parts = path.split("/")
    last = max((place for place, part in enumerate(parts) if part), default=0)
    below = range(1, last)
    end = next((place for place in below if _VERSION.fullmatch(parts[place])), 0)
    end = end or max((place for place in below if parts[place].lower() in _ROOTS), default=0)
    return "/".join(parts[: end + 1]), "/" + "/".join(parts[end + 1 :])


def kind_of(path: str, params: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Return the data type that a path is about, custom where no word tells, and a short name for it."""
    subject = ""
    for part in reversed(unquote(path).split("/")):
        words = _words(part)
        found = _kind_in(words)
        if found:
            return found, found
        telling = [word for word in words if word not in _NO_SUBJECT and not word.isdigit()]
        if telling:
            subject = "-".join(words)
            break
    for name, value in params:
        if name.lower() in _NAMING_PARAMETERS:
            words = _words(value)
            found = _kind_in(words)
            if found:
                return found, found
            subject = "-".join(words) or subject
    return "custom", subject[:80].strip("-") or "records"


def paging_of(params: Sequence[tuple[str, str]]) -> tuple[dict[str, Any], frozenset[str]]:
    """Return the pagination, as the JSON writes it, that query parameters speak of, and the names of those."""
    found: dict[str, Any] = {}
    used: set[str] = set()
    for name, value in params:
        plain = name.lower().lstrip("$_").replace("_", "").replace("-", "")
        number = int(value) if re.fullmatch(r"[0-9]{1,9}", value) else None
        style = found.get("style")
        if plain in _CURSOR and style is None:
            found |= {"style": "cursor", "cursorParam": name}
        elif plain in _PAGE and number is not None and style is None:
            found |= {"style": "page", "pageParam": name}
            if number == 0:
                found["firstPage"] = 0
        elif plain in _OFFSET and number is not None and style is None:
            found |= {"style": "offset", "offsetParam": name}
        elif plain in _SIZE and number is not None and 1 <= number <= _LARGEST_PAGE and "sizeParam" not in found:
            found |= {"sizeParam": name, "pageSize": number}
        else:
            continue
        used.add(name)
    if any(len(name) > 100 for name in used):
        return {}, frozenset()
    return found, frozenset(used)


def system_of(host: str, path: str, kind: str) -> str:
    """Return the type of system that an address and the kind of its data suggest."""
    written = f"{host}{path}".lower()
    if any(word in written for word in ("moodle", "canvas", "blackboard", "lms", "classroom")):
        return "lms"
    if kind in {"attendance", "marks", "timetable"}:
        return kind
    return "custom" if kind == "custom" else "student-management"


def plain_braces(written: Any) -> Any:
    """Return a JSON value whose braces are text, as they were in a finished request, and no placeholders."""
    if isinstance(written, str):
        return written.replace("{", "{{").replace("}", "}}") if _READ_AS_PLACEHOLDER.search(written) else written
    if isinstance(written, Mapping):
        return {plain_braces(key): plain_braces(value) for key, value in written.items()}
    if isinstance(written, list):
        return [plain_braces(value) for value in written]
    return written


_READ_AS_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{[a-z]")


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _kind_in(words: Sequence[str]) -> str:
    for word in reversed(words):
        for kind, names in _KINDS.items():
            if word in names:
                return kind
    return ""
