"""A session with one upstream: pages of raw records, with retries, sign-in and paging taken care of."""

import random
import threading
import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import TracebackType
from typing import Self

from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.errors import CancelledError, HubError, TransientError
from hub_desktop.core.integration import Integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.times import utc_now
from hub_desktop.upstream.addresses import joined, merged
from hub_desktop.upstream.authentication import authenticator, custom_headers
from hub_desktop.upstream.paging import Ask, Paginator, Seen, StopRules, found_paging, page_info, paginator_for
from hub_desktop.upstream.records_path import find_records
from hub_desktop.upstream.verdicts import Outcome, Verdict, error_of, judge
from hub_desktop.upstream.wire import DEADLINE_SECONDS, Answer, Request, Wire

Pause = Callable[[threading.Event, float], bool]


@dataclass(frozen=True, slots=True)
class Patience:
    """How long an upstream is waited for; seconds."""

    tries: int = 4
    first_wait: float = 1.0
    """Before the second try; doubled each time, with jitter."""
    longest_wait: float = 60.0
    """A Retry-After beyond this ends the reading, to be scheduled for then."""
    deadline: float = DEADLINE_SECONDS
    """For one request."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of raw records, as they came."""

    records: list[object]
    number: int
    """1 for the first."""
    requests: int
    """Made for this page, retries, redirects and token requests included."""
    total: int | None = None
    """Records the upstream says it has in all, where it says so."""
    warnings: tuple[str, ...] = ()
    cap_reached: bool = False
    """Reading stopped at the endpoint's page limit."""
    incomplete: bool = False
    """The upstream holds more than was read, as far as it says; absence from this pass then means nothing."""
    paging: str = ""
    """How the pages follow each other, in words, where that was found out."""
    pagination: Mapping[str, object] | None = None
    """The pagination JSON that keeps to the way found."""


def _pause(cancel: threading.Event, seconds: float) -> bool:
    return cancel.wait(seconds)


class Upstream:
    """Reads the endpoints of one integration; a context manager. Not for sharing between threads.

    `pause(cancel, seconds)` waits and returns True when cancelled; `now` and `clock` tell the time. Tests replace
    them. Raises SignInError at once when a secret has not been entered yet.
    """

    def __init__(
        self,
        integration: Integration,
        secrets: Mapping[str, str],
        *,
        cancel: threading.Event,
        redactor: Redactor,
        wire: Wire | None = None,
        patience: Patience | None = None,
        pause: Pause = _pause,
        now: Callable[[], datetime] = utc_now,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._integration = integration
        self._cancel = cancel
        self._redactor = redactor.with_secrets(secrets.values())
        self._patience = patience or Patience()
        self._pause = pause
        self._now = now
        self.last: tuple[Request, Answer] | None = None
        """The last exchange."""
        self._headers = custom_headers(integration, secrets)
        self._owns_wire = wire is None
        self._wire = wire or Wire(integration.name)
        self._sign_in = authenticator(
            integration, secrets, self._wire, clock=clock, deadline_seconds=self._patience.deadline
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections, unless the wire was given by the caller."""
        if self._owns_wire:
            self._wire.close()

    @property
    def redactor(self) -> Redactor:
        """Masks the secrets of this session, tokens fetched in it included."""
        return self._redactor.with_secrets(self._sign_in.known_secrets())

    def sign_in(self) -> None:
        """Prove that a sign-in can be had without reading anything; for OAuth this fetches a token."""
        self._sign_in.sign(Request("GET", self._integration.base_url), self._cancel)

    def pages(self, endpoint: str) -> Generator[Page, None, None]:
        """Yield the pages of an endpoint, each as soon as it is read.

        Raises SignInError, ConfigurationError, TransientError (with `retry_at` where the upstream named a time) or
        CancelledError, after the pages read so far were yielded.
        """
        settings = self._integration.endpoints[endpoint]
        paginator = paginator_for(self._integration.name, settings.pagination)
        rules = StopRules(settings.pagination)
        ask: Ask | None = paginator.first()
        number = 0
        read = 0
        expected = False
        rules.begin(self._request(settings, paginator.first()).address)
        while ask is not None:
            number += 1
            before = self._wire.requests_made
            request = self._request(settings, ask)
            answer, verdict = self._ask(request, endpoint, past_first=number > 1 and not ask.url)
            if verdict.outcome is Outcome.NOT_FOUND:
                # The page after the last one does not exist, and this upstream says so with 404.
                lost = (f"Page {number} does not exist, although the upstream said there is more.",)
                requests = self._wire.requests_made - before
                yield Page([], number, requests, warnings=lost if expected else (), incomplete=expected)
                return
            records = find_records(verdict.body, settings.records_path, name=self._integration.name, endpoint=endpoint)
            seen = Seen(number, len(records), read, verdict.body, answer.headers, answer.url)
            read += len(records)
            expected = paginator.says_more(seen)
            step = self._step(settings, paginator, rules, seen, records)
            yield Page(
                [] if step.repeated else records,
                number,
                self._wire.requests_made - before,
                page_info(seen).total,
                (*verdict.warnings, *step.warnings),
                step.cap_reached,
                step.incomplete,
                *found_paging(paginator, page_info(seen).total),
            )
            if step.error is not None:
                raise step.error
            ask = step.ask

    def _step(
        self, endpoint: Endpoint, paginator: Paginator, rules: StopRules, seen: Seen, records: list[object]
    ) -> "_Step":
        """Decide what follows a page; an error in that is kept until the page itself was handed over."""
        if rules.is_repeat(records):
            warning = f"Page {seen.number} repeats records read before, so reading stopped there."
            return _Step(warnings=(warning,), repeated=True, incomplete=paginator.says_more(seen))
        try:
            ask = paginator.following(seen)
        except HubError as error:
            return _Step(error=error, incomplete=True)
        if ask is None:
            if not paginator.says_more(seen) and not _announces_more(seen):
                return _Step()
            return _Step(warnings=(_more_than_read(seen),), incomplete=True)
        why = rules.end(seen.number, records, ask, self._request(endpoint, ask).address)
        if why:
            capped = seen.number >= endpoint.pagination.max_pages
            return _Step(warnings=(why,), cap_reached=capped, incomplete=True)
        return _Step(ask)

    def _request(self, endpoint: Endpoint, ask: Ask) -> Request:
        if ask.url:
            return Request("GET", ask.url, self._headers)
        url, written = joined(self._integration.base_url, endpoint.path)
        shared = tuple(self._integration.params.items())
        params = merged(shared, written, tuple(endpoint.params.items()), ask.params)
        return Request("GET", url, self._headers, params)

    def _ask(self, request: Request, endpoint: str, *, past_first: bool) -> tuple[Answer, Verdict]:
        """Send a request, as often as patience and verdict allow; return the answer that is good."""
        refreshed = False
        tried = 0
        while True:
            tried += 1
            wait: float | None = None
            try:
                signed = self._sign_in.sign(request, self._cancel)
                answer = self._wire.send(signed, deadline_seconds=self._patience.deadline, cancel=self._cancel)
                self.last = signed, answer
            except TransientError as error:
                failure: HubError = error
            else:
                verdict = judge(answer, self._now())
                if verdict.outcome is Outcome.OK or (past_first and verdict.outcome is Outcome.NOT_FOUND):
                    return answer, verdict
                if verdict.outcome is Outcome.SIGN_IN and not refreshed and self._sign_in.refresh(signed):
                    refreshed = True
                    tried -= 1
                    continue
                failure = error_of(verdict, answer, self._integration, endpoint, self.redactor)
                if verdict.outcome is not Outcome.RETRY:
                    raise failure
                wait = verdict.retry_after
            self._wait_before(tried, wait, failure)

    def _wait_before(self, tried: int, asked: float | None, failure: HubError) -> None:
        """Wait until the next try; raise the failure when there is none, CancelledError when stopped."""
        patience = self._patience
        if asked is not None and isinstance(failure, TransientError):
            failure.retry_at = self._now() + timedelta(seconds=asked)
        if tried >= patience.tries or (asked is not None and asked > patience.longest_wait):
            raise failure
        if asked is None:
            backoff = min(patience.first_wait * 2 ** (tried - 1), patience.longest_wait)
            asked = backoff * random.uniform(0.5, 1.0)  # noqa: S311 - spreads requests, guards nothing
        if self._pause(self._cancel, asked):
            raise CancelledError(f"Reading from {self._integration.name} was stopped.")


@dataclass(frozen=True, slots=True)
class _Step:
    """What follows a page."""

    ask: Ask | None = None
    warnings: tuple[str, ...] = ()
    cap_reached: bool = False
    incomplete: bool = False
    repeated: bool = False
    error: HubError | None = None


def _announces_more(seen: Seen) -> bool:
    total = page_info(seen).total
    return total is not None and seen.read_before + seen.records < total


def _more_than_read(seen: Seen) -> str:
    total = page_info(seen).total
    read = seen.read_before + seen.records
    if total is not None and total > read:
        return f"The upstream says it has {total:,} records, but {read:,} came. Check how this endpoint is paged."
    return "The upstream says it has more records than came. Check how this endpoint is paged."
