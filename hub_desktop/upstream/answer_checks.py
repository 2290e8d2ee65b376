"""What an answer shows besides its records: how long it took, what time it is there, and where it came from."""

from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.errors import ConfigurationError, HubError, Remedy
from hub_desktop.core.integration import Integration
from hub_desktop.core.offers import Offer
from hub_desktop.core.words import count, listed
from hub_desktop.upstream.addresses import origin, place
from hub_desktop.upstream.decode import UnreadableError, decode
from hub_desktop.upstream.reading import Page
from hub_desktop.upstream.report import Check
from hub_desktop.upstream.shapes import Candidate, candidates
from hub_desktop.upstream.wire import Answer, Request

SLOW_SECONDS = 3.0
SKEW_SECONDS = 90.0
"""Clocks that differ by more are worth a word."""
GREAT_SKEW_SECONDS = 300.0
"""Beyond this, tokens and signatures are refused by most systems."""

_USUAL_SIZES = frozenset({10, 20, 25, 30, 50, 100, 200, 250, 500, 1000})
_MOST_NAMED = 6


def answer_time(name: str, answer: Answer) -> Check:
    """Return the check of how long the first answer took."""
    took = f"{name} took {answer.seconds:.{1 if answer.seconds >= 1 else 2}f} s for its first answer"
    if answer.seconds > SLOW_SECONDS:
        sentence = f"{took}, which is slow. Syncs will take long; if it is always so, ask whoever runs {name} why."
        return Check("Answer time", True, sentence, seconds=answer.seconds, noteworthy=True)
    return Check("Answer time", True, f"{took}.", seconds=answer.seconds)


def skew_of(answer: Answer, now: datetime) -> float | None:
    """Return by how many seconds this PC is ahead of the upstream (RFC 9110, Date), None where it says no time."""
    try:
        there = parsedate_to_datetime(answer.headers.get("date", ""))
    except (ValueError, TypeError):
        return None
    if there.tzinfo is None:
        there = there.replace(tzinfo=UTC)
    age = answer.headers.get("age", "").strip()
    # An answer out of a cache bears the date at which it was put there.
    return (now - there).total_seconds() - (float(age) if age.isdecimal() else 0.0)


def clock(name: str, answer: Answer, now: datetime) -> Check:
    """Return the check of this PC's clock against the upstream's."""
    skew = skew_of(answer, now)
    if skew is None:
        return Check("Clock", None, f"{name} says no time in its answer, so the clocks could not be compared.")
    detail = f"Date: {answer.headers.get('date', '')}; this PC: {now.astimezone(UTC):%a, %d %b %Y %H:%M:%S} GMT"
    if abs(skew) <= SKEW_SECONDS:
        return Check("Clock", True, f"The clocks of this PC and of {name} agree.", detail)
    way = "ahead of" if skew > 0 else "behind"
    sentence = f"The clock of this PC is {_span(abs(skew))} {way} that of {name}."
    if abs(skew) > GREAT_SKEW_SECONDS:
        sentence += (
            " At such a difference tokens and signatures are refused, and changes are missed. Set the clock of this PC "
            f"first of all; if it is right, tell whoever runs {name}."
        )
    else:
        sentence += f" Set the clock of this PC; if it is right, tell whoever runs {name}."
    return Check("Clock", True, sentence, detail, noteworthy=True)


def _span(seconds: float) -> str:
    if seconds < 120:
        return count(round(seconds), "second")
    if seconds < 2 * 3600:
        return count(round(seconds / 60), "minute")
    return count(round(seconds / 3600), "hour") if seconds < 48 * 3600 else count(round(seconds / 86400), "day")


def paging(name: str, endpoint: Endpoint, page: Page) -> Check:
    """Return the check of how the pages of the endpoint `name` follow each other."""
    called = f"Paging of {name}"
    read = page.records_found
    many = f" There are {page.total:,} in all." if page.total is not None else ""
    said = f"{name}: {page.paging}{many}"
    if endpoint.pagination.style != "auto":
        return Check(called, True, said, endpoint=name)
    if page.pagination.get("style") not in {"none", "auto", None}:
        offer = Offer(
            "Keep this way of paging",
            " ".join((said, "Written down, it need not be found out anew each time.")),
            {"endpoints": {name: {"pagination": dict(page.pagination)}}},
        )
        return Check(called, True, said, endpoint=name, offer=offer)
    if page.total is not None and page.total > read:
        sentence = (
            f"{name}: there are {page.total:,} records, but {read:,} came, and how the pages follow was not "
            "recognised. Look up in the system's manual how it pages, and say so at this endpoint."
        )
        return Check(called, True, sentence, remedy=Remedy.EDIT, endpoint=name, noteworthy=True)
    if page.total is None and read in _USUAL_SIZES and endpoint.for_each is None:
        sentence = (
            f"{name}: exactly {read:,} records came, and nothing says whether there are more. Some systems give only "
            "their first page unasked; if there should be more, say at this endpoint how its pages follow."
        )
        return Check(called, True, sentence, remedy=Remedy.EDIT, endpoint=name, noteworthy=True)
    return Check(called, True, said, endpoint=name)


# -- where the answer came from --------------------------------------------------------------------------------------


def redirect_offer(config: Integration, error: HubError) -> Offer | None:
    """Return the offer of the address to which the upstream sends us on, where that is the same computer.

    Same means: the same name, with or without www, and never from https to http.
    """
    there = error.evidence.get("to", "")
    if not isinstance(error, ConfigurationError) or error.evidence.get("from") != place(config.base_url):
        return None
    try:
        old, new = origin(config.base_url), origin(there)
    except ValueError:
        return None
    if old[1].removeprefix("www.") != new[1].removeprefix("www.") or (old[0] == "https" and new[0] == "http"):
        return None
    return _base_offer(config, there + urlsplit(config.base_url).path)


def moved(config: Integration, name: str, request: Request, answer: Answer) -> Check | None:
    """Return the check of an answer that came, on the same computer, from another path than the one asked for."""
    asked, came = urlsplit(request.url).path, urlsplit(answer.url).path
    endpoint, base = config.endpoints[name], urlsplit(config.base_url).path
    if asked == came or endpoint.for_each is not None or not asked.startswith(base):
        return None
    rest = asked.removeprefix(base)
    offer: Offer | None = None
    if rest.strip("/") and came.endswith(rest):
        offer = _base_offer(config, place(answer.url) + came.removesuffix(rest))
    elif came.startswith(base) and "{" not in endpoint.path:
        query = endpoint.path.partition("?")[2]
        path = came.removeprefix(base) + (f"?{query}" if query else "")
        offer = Offer(
            f"Use the path {path}",
            f"{config.name} sends each request for {name} on to it.",
            {"endpoints": {name: {"path": path}}},
        )
    sentence = f"{name}: {config.name} sends the request on from {asked} to {came}, which costs a request each time."
    return Check(f"Address of {name}", True, sentence, endpoint=name, offer=offer, noteworthy=True)


def _base_offer(config: Integration, base_url: str) -> Offer:
    shown = base_url.rstrip("/")
    return Offer(f"Use {shown}", f"{config.name} sends each request on to this address.", {"baseUrl": shown})


# -- where the records are -------------------------------------------------------------------------------------------


def records_advice(config: Integration, name: str, answer: Answer) -> tuple[str, Offer | None]:
    """Return what to say of an answer in which no list was found, and the offer of the likeliest one in it."""
    endpoint = config.endpoints[name]
    try:
        body = decode(answer.body, answer.headers.get("content-type", "")).value
    except UnreadableError:
        return "", None
    if isinstance(body, list) and endpoint.records_path:
        offer = Offer(
            "Take the whole answer as the list",
            f"The answer is a list of {count(len(body), 'entry', 'entries')} itself.",
            {"endpoints": {name: {"recordsPath": None}}},
        )
        return " The answer itself is the list.", offer
    found = candidates(body, name, config.data_type_of(name))
    if not found:
        return " No list of objects was found anywhere in it.", None
    best = found[0]
    shown = listed([f"“{one.path}” ({count(one.records, 'record')})" for one in found[:_MOST_NAMED]])
    are = "There is a list" if len(found) == 1 else "There are lists"
    offer = Offer(
        f"Take the records from “{best.path}”",
        f"A list of {count(best.records, 'object')} lies there, with the fields {listed(_some(best))}.",
        {"endpoints": {name: {"recordsPath": best.path}}},
    )
    return f" {are} at {shown}.", offer


def _some(candidate: Candidate) -> Sequence[str]:
    fields = list(candidate.fields[:_MOST_NAMED])
    return [*fields, "others"] if len(candidate.fields) > _MOST_NAMED else fields
