"""What may be given away of a test: requests and answers with every secret and every value of a record masked."""

import platform
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import orjson

from hub_desktop import __version__
from hub_desktop.core.redaction import MASK, Redactor, is_secret_name, one_line
from hub_desktop.upstream.addresses import with_params
from hub_desktop.upstream.complaints import is_error
from hub_desktop.upstream.decode import UnreadableError, decode
from hub_desktop.upstream.report import MARK_WORDS, Check, Exchange, Report, check_json, summary
from hub_desktop.upstream.shapes import stripped
from hub_desktop.upstream.wire import Answer, Request

BODY_CHARACTERS = 500
"""How much of a failing answer's body is shown."""

_LONGEST_SEARCHED = 20_000
_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_MARKUP = re.compile(r"<[^<>]{1,2000}>")
_TAG_NAME = re.compile(r"<[/!?]?[\w:.-]*")
_TITLE = re.compile(r"(?is)(<title[^>]*>)(.*?)(</title>)")
_BEGINS = re.compile(r"; begins ['\"].*")
_COLUMNS = re.compile(r"[\t;,|].*[\t;,|]")


def exchange_of(
    request: Request, answer: Answer | None, redactor: Redactor, *, failed: bool, address: str = ""
) -> Exchange:
    """Return a request and its answer, masked; headers and body only of an answer that made its step fail.

    `address` stands in for the request's own where that holds a value of a record.
    """
    address = redactor.line(address) if address else _address(request, redactor)
    if answer is None:
        return Exchange(request.method, address)
    if not failed:
        return Exchange(request.method, address, answer.status, answer.seconds)
    headers = {name: _mailless(value) for name, value in redactor.headers(dict(answer.headers)).items()}
    return Exchange(request.method, address, answer.status, answer.seconds, headers, _shown_body(answer, redactor))


def vendor_text(name: str, report: Report) -> str:
    """Return a report as plain text to be given to the vendor: no secret and no value of a record is in it."""
    lines = [
        f"Connection test of {name}",
        "",
        f"Address: {report.address or 'not known'}",
        f"Time: {_moment(report.began)}",
        f"Program: Hub Desktop {__version__}",
        f"System: {_system()}",
        f"Result: {summary(report)}",
        "",
    ]
    for number, check in enumerate(report.checks, 1):
        took = f" ({check.seconds:.2f} s)" if check.seconds else ""
        lines.append(f"{number}. [{MARK_WORDS[check.mark]}] {check.name}{took}")
        lines += [f"   {_mailless(line)}" for line in _told(check)]
        lines.append("")
    lines.append("Keys, passwords and the values of records are not part of this report.")
    return "\n".join(lines) + "\n"


def vendor_json(name: str, report: Report) -> dict[str, Any]:
    """Return the same for programs."""
    return {
        "integration": name,
        "address": report.address,
        "began": report.began.astimezone().isoformat() if report.began else None,
        "program": f"Hub Desktop {__version__}",
        "system": _system(),
        "ok": report.ok,
        "summary": summary(report),
        "checks": [_given_away(check) for check in report.checks],
    }


def _given_away(check: Check) -> dict[str, Any]:
    kept = check_json(check)
    del kept["samples"], kept["offer"]
    kept["detail"] = _shareable_detail(check)
    return {key: _mailless_in(value) for key, value in kept.items()}


def _told(check: Check) -> Iterator[str]:
    yield check.sentence
    detail = _shareable_detail(check)
    if detail and detail != check.sentence:
        yield f"Detail: {detail}"
    yield from check.notes
    if check.fields:
        yield f"Fields: {', '.join(f'{name} ({kind})' for name, kind in check.fields.items())}"
    for exchange in check.exchanges:
        answered = f"HTTP {exchange.status} after {exchange.seconds:.2f} s" if exchange.status else "no answer"
        yield f"Request: {exchange.method} {exchange.address}"
        yield f"Answer: {answered}"
        for header, value in exchange.headers.items():
            yield f"    {header}: {value}"
        if exchange.body:
            yield f"    {exchange.body}"


def _shareable_detail(check: Check) -> str:
    # The words with which an unreadable answer begins may be a record; the body shows what of them may be seen.
    return _BEGINS.sub("", check.detail)


def _address(request: Request, redactor: Redactor) -> str:
    params = tuple((name, MASK if is_secret_name(name) else value) for name, value in request.params)
    # The mask is put in again where it was percent-encoded on the way.
    return redactor.line(with_params(request.url, params).replace("%E2%80%A2" * len(MASK), MASK))


def _shown_body(answer: Answer, redactor: Redactor) -> str:
    if not answer.body.strip():
        return "(an empty body)"
    failed = answer.status >= 400
    try:
        value = decode(answer.body, answer.headers.get("content-type", "")).value
    except UnreadableError:
        shown = _shown_text(answer.body.decode("utf-8", "replace"), failed=failed)
    else:
        says_error = failed or (isinstance(value, Mapping) and is_error(value))
        shown = orjson.dumps(stripped(value, words=says_error)).decode()
    return _mailless(redactor.line(shown[:_LONGEST_SEARCHED], BODY_CHARACTERS))


def _shown_text(text: str, *, failed: bool) -> str:
    """Return text that is no JSON; where it may hold records, only its markup or its first letters' kinds."""
    text = text[:_LONGEST_SEARCHED]
    if failed:
        return text
    if text.lstrip().startswith("<"):
        title = _TITLE.search(text)
        tags = "…".join(found[0].rstrip(">") + ">" for found in map(_TAG_NAME.match, _MARKUP.findall(text)) if found)
        return f"{title[2].strip()}: {tags}" if title else tags
    first = text.strip().partition("\n")[0]
    if first == text.strip() and not _COLUMNS.search(first):
        return first
    return "".join("a" if c.isalpha() else "9" if c.isdigit() else c for c in text)


def _mailless(text: str) -> str:
    return _EMAIL.sub(f"{MASK}@{MASK}", text)


def _mailless_in(value: Any) -> Any:
    if isinstance(value, str):
        return _mailless(value)
    if isinstance(value, list):
        return [_mailless_in(item) for item in value]
    return {key: _mailless_in(item) for key, item in value.items()} if isinstance(value, dict) else value


def _moment(at: datetime | None) -> str:
    if at is None:
        return "not known"
    local = at.astimezone()
    return f"{local:%Y-%m-%d %H:%M:%S} {local:%z} ({local.tzname()})"


def _system() -> str:
    return one_line(
        f"{platform.system()} {platform.release()} ({platform.machine()}), Python {platform.python_version()}"
    )
