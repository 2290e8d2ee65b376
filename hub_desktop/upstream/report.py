"""What the connection doctor reports: the steps it tried, what each found, and the requests made on the way."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from msgspec import Struct, field

from hub_desktop.core.errors import Remedy, Trouble
from hub_desktop.core.offers import Offer
from hub_desktop.core.words import count


class Mark(StrEnum):
    """How a step ended, as a list of ticks shows it."""

    PASSED = "passed"
    NOTED = "worth-knowing"
    """It works, but a person should know of something."""
    FAILED = "failed"
    NOT_TRIED = "not-tried"


MARK_WORDS: dict[Mark, str] = {
    Mark.PASSED: "Passed",
    Mark.NOTED: "Worth knowing",
    Mark.FAILED: "Failed",
    Mark.NOT_TRIED: "Not tried",
}


class Stage(IntEnum):
    """Where on the way a step stands; a report is in this order, whenever a step came to be known."""

    ADDRESS = 1
    SYSTEM = 2
    NETWORK = 3
    ANSWER = 4
    SIGN_IN = 5
    PERMISSION = 6
    ENDPOINTS = 7


class Exchange(Struct, frozen=True):
    """A request and its answer, masked so that it may be given away."""

    method: str
    address: str
    status: int | None = None
    """None where no answer came."""
    seconds: float = 0.0
    headers: Mapping[str, str] = field(default_factory=dict)
    """Of an answer that made its step fail, else empty."""
    body: str = ""
    """The beginning of such an answer, without a value out of a record."""


class Check(Struct, frozen=True):
    """One step of the test; `ok` is None when it could not be tried or told, `seconds` how long it took."""

    name: str
    ok: bool | None
    sentence: str
    """What was found and, where it is not well, the likely cause and what to do; never a value out of a record."""
    detail: str = ""
    """For IT staff."""
    remedy: Remedy = Remedy.NONE
    seconds: float = 0.0
    offer: Offer | None = None
    """What the program offers to change itself."""
    noteworthy: bool = False
    """It works, but a person should know of this."""
    notes: tuple[str, ...] = ()
    """What else was seen, such as the names of the fields; never a value out of a record."""
    samples: tuple[str, ...] = ()
    """Lines that hold values out of records, personal ones hidden; for the screen alone, never given away."""
    endpoint: str = ""
    """The endpoint this is about, empty for the way to it."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """The fields of the records that came, each with the kinds of its values."""
    exchanges: tuple[Exchange, ...] = ()
    alternative: bool = False
    """Its offer takes the place of all the others, rather than being made with them."""
    trouble: Trouble | None = None
    """On which part of the way it lies where it failed, as far as that is known."""

    @property
    def mark(self) -> Mark:
        """How the step ended."""
        if self.ok is None:
            return Mark.NOT_TRIED
        if not self.ok:
            return Mark.FAILED
        return Mark.NOTED if self.noteworthy else Mark.PASSED


class Report(Struct, frozen=True):
    """What the doctor found, in the order of the way to the upstream."""

    checks: tuple[Check, ...]
    address: str = ""
    """The base URL that was tested."""
    began: datetime | None = None
    """When the test began (aware)."""

    @property
    def ok(self) -> bool:
        """Whether nothing failed and something was read."""
        if not self.checks or any(check.ok is False for check in self.checks):
            return False
        about_endpoints = [check for check in self.checks if check.endpoint]
        return any(check.ok for check in about_endpoints or self.checks[-1:])

    @property
    def offered(self) -> tuple[Check, ...]:
        """The checks that come with an offer; people count them from 1."""
        return tuple(check for check in self.checks if check.offer is not None)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The offers that can be made together: all but those that take the place of the others."""
        return tuple(check.offer for check in self.checks if check.offer is not None and not check.alternative)


def summary(report: Report) -> str:
    """Return one sentence for the whole test."""
    failed = [check for check in report.checks if check.ok is False]
    if failed:
        if failed[0] is report.checks[0]:
            return "The connection does not work yet."
        return f"{count(len(failed), 'step')} of the way did not work."
    if not report.ok:
        return "The connection was made, but no records could be tried."
    noted = sum(check.mark is Mark.NOTED for check in report.checks)
    if noted:
        return f"Everything works; {count(noted, 'thing')} {'is' if noted == 1 else 'are'} worth knowing."
    return "Everything works."


def report_json(name: str, report: Report) -> dict[str, Any]:
    """Return the whole report for other programs, the offers included; values of personal fields are not in it."""
    numbers = {id(check): number for number, check in enumerate(report.offered, 1)}
    return {
        "integration": name,
        "ok": report.ok,
        "summary": summary(report),
        "address": report.address,
        "began": report.began.isoformat() if report.began else None,
        "checks": [check_json(check, numbers.get(id(check))) for check in report.checks],
    }


def check_json(check: Check, number: int | None = None) -> dict[str, Any]:
    """Return one step for other programs; `number` is that of its offer."""
    offer = check.offer
    return {
        "name": check.name,
        "ok": check.ok,
        "mark": str(check.mark),
        "message": check.sentence,
        "detail": check.detail,
        "remedy": str(check.remedy),
        "seconds": round(check.seconds, 3),
        "endpoint": check.endpoint or None,
        "notes": list(check.notes),
        "samples": list(check.samples),
        "fields": dict(check.fields),
        "requests": [_exchange_json(exchange) for exchange in check.exchanges],
        "offer": None
        if offer is None
        else {
            "number": number,
            "label": offer.label,
            "reason": offer.reason,
            "changes": dict(offer.changes),
            "alternative": check.alternative,
        },
    }


def _exchange_json(exchange: Exchange) -> dict[str, Any]:
    return {
        "method": exchange.method,
        "address": exchange.address,
        "status": exchange.status,
        "seconds": round(exchange.seconds, 3),
        "headers": dict(exchange.headers),
        "body": exchange.body,
    }


def named(checks: Iterable[Check], name: str) -> Check:
    """Return the step of this name; raise KeyError when there is none."""
    for check in checks:
        if check.name == name:
            return check
    raise KeyError(name)
