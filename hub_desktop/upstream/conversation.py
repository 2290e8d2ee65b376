"""One question to the upstream until it has an answer: sign-in, manners, retries and what the answer means."""

import contextlib
import hashlib
import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import orjson
from msgspec import Struct

from hub_desktop.core.bookmarks import Validator
from hub_desktop.core.endpoint import ErrorRule
from hub_desktop.core.errors import CancelledError, HubError, TransientError
from hub_desktop.core.integration import Integration
from hub_desktop.core.network import Way
from hub_desktop.core.redaction import Redactor
from hub_desktop.upstream.addresses import origin
from hub_desktop.upstream.authentication import Authenticator
from hub_desktop.upstream.manners import LONGEST_PAUSE, Gate, HostGates, Pause
from hub_desktop.upstream.verdicts import Outcome, Verdict, error_of, judge
from hub_desktop.upstream.wire import DEADLINE_SECONDS, Answer, Request, Wire

_OK, _NOT_MODIFIED = 200, 304


class Patience(Struct, frozen=True):
    """How long an upstream is waited for; seconds."""

    tries: int = 4
    first_wait: float = 1.0
    """Before the second try; doubled each time, with jitter."""
    longest_wait: float = LONGEST_PAUSE
    """A Retry-After beyond this ends the reading, to be scheduled for then."""
    deadline: float = DEADLINE_SECONDS
    """For one request."""


class Heard(Struct, frozen=True):
    """A good answer, or one that the question allowed for, and what it means."""

    request: Request
    answer: Answer
    verdict: Verdict
    known: Validator | None = None
    """Of the last answer to this request, where this is the very same; then the body of the verdict is its frame."""
    digest: str = ""
    """A short name for the body of the answer as it came; taken where it has one."""

    @property
    def not_modified(self) -> bool:
        """Whether the upstream says that nothing changed since the answer whose validator was sent."""
        return self.answer.status == _NOT_MODIFIED


def validator_of(digest: str, heard: Heard, records: int, *, whole: bool, frame: str) -> Validator:
    """Return the validator of an answer; one that asks for nothing where the answer was not `whole`."""
    headers = heard.answer.headers
    etag, modified = headers.get("etag", ""), headers.get("last-modified", "")
    return Validator(digest, etag if whole else "", modified if whole else "", records, heard.digest, frame)


def request_digest(request: Request, about: Mapping[str, Any] | None = None) -> str:
    """Return a short name for a request, which holds no key: it is taken before the request is signed.

    `about` is what the records of its answer are given besides what it holds.
    """
    named = repr((request.identity, about or {}))
    return hashlib.sha256(named.encode("utf-8", "replace")).hexdigest()[:32]


class Wires:
    """Wires to one upstream, one for each request under way: ending one exchange then ends no other."""

    def __init__(self, name: str, first: Wire | None = None, *, way: Way | None = None) -> None:
        self._name = name
        self._given = first
        self._lock = threading.Lock()
        self._all: list[Wire] = [first or Wire(name, way=way)]
        self._free: list[Wire] = list(self._all)
        self._claimed = 0

    @contextlib.contextmanager
    def lent(self) -> Iterator[Wire]:
        """Lend a wire that nobody else uses meanwhile."""
        with self._lock:
            wire = self._free.pop() if self._free else None
        wire = wire or self.another()
        try:
            yield wire
        finally:
            with self._lock:
                self._free.append(wire)

    def another(self) -> Wire:
        """Return a wire of one's own, with the same trust as the first."""
        made = Wire(self._name, way=self._all[0].way)
        with self._lock:
            self._all.append(made)
        return made

    def claim(self) -> int:
        """Return how many requests were made since this was asked last."""
        with self._lock:
            made = sum(wire.requests_made for wire in self._all)
            new, self._claimed = made - self._claimed, made
        return new

    def close(self) -> None:
        """Close the connections of all wires but the one that was given."""
        with self._lock:
            wires = list(self._all)
        for wire in wires:
            if wire is not self._given:
                wire.close()


class Conversation:
    """Asks one upstream; safe to share between threads."""

    def __init__(
        self,
        integration: Integration,
        wires: Wires,
        sign_in: Authenticator,
        gates: HostGates,
        *,
        redactor: Redactor,
        patience: Patience,
        pause: Pause,
        now: Callable[[], datetime],
    ) -> None:
        self._integration = integration
        self._wires = wires
        self._sign_in = sign_in
        self._gates = gates
        self._redactor = redactor
        self._patience = patience
        self._pause = pause
        self._now = now
        self.last: tuple[Request, Answer] | None = None
        """The last exchange, signed where it was sent just now; for reports that mask what is secret."""

    @property
    def redactor(self) -> Redactor:
        """Masks the secrets of this session, tokens fetched in it included."""
        return self._redactor.with_secrets(self._sign_in.known_secrets())

    def ask(
        self,
        request: Request,
        endpoint: str,
        cancel: threading.Event,
        *,
        rules: Sequence[ErrorRule] = (),
        past_first: bool = False,
        known: Validator | None = None,
    ) -> Heard:
        """Send a request, as often as patience and verdict allow, and return the answer that is good.

        `past_first`: there were pages before, so that 404 only means that this one does not exist. `known` tells a good
        answer to this request and has its frame: the very same is good without being read. Raises SignInError,
        ConfigurationError, TransientError (with `retry_at` where the upstream named a time) or CancelledError.
        """
        refreshed = False
        tried = 0
        waited = 0.0
        while True:
            tried += 1
            wait: float | None = None
            try:
                signed = self._sign_in.sign(request, cancel)
                answer = self._send(signed, cancel, waited)
            except TransientError as error:
                failure: HubError = error
            else:
                if answer.status == _NOT_MODIFIED and _is_conditional(request):
                    return Heard(request, answer, Verdict(Outcome.OK))
                digest = _digest(answer)
                if known is not None and answer.status == _OK and digest == known.body:
                    return Heard(request, answer, Verdict(Outcome.OK, orjson.loads(known.frame)), known, digest)
                verdict = judge(answer, self._now(), rules)
                if verdict.outcome in {Outcome.OK, Outcome.IGNORE} or (
                    past_first and verdict.outcome is Outcome.NOT_FOUND
                ):
                    return Heard(request, answer, verdict, digest=digest)
                if verdict.outcome is Outcome.SIGN_IN and not refreshed and self._sign_in.refresh(signed):
                    refreshed = True
                    tried -= 1
                    continue
                failure = error_of(verdict, answer, self._integration, endpoint, self.redactor)
                if not verdict.outcome.passes:
                    raise failure
                wait = verdict.retry_after
                if wait is not None and wait <= self._patience.longest_wait:
                    # Whoever else asks this host waits too.
                    self._gate.hold(wait)
            waited = self._wait_before(tried, wait, failure, cancel)

    def read(self, heard: Heard, rules: Sequence[ErrorRule]) -> Any:
        """Return the decoded body of an answer that was known without being read."""
        return judge(heard.answer, self._now(), rules).body

    def heard_again(self, request: Request, answer: Answer, rules: Sequence[ErrorRule]) -> Heard | None:
        """Return what an answer that came already means by these rules, None where it would not be good by them."""
        verdict = judge(answer, self._now(), rules)
        if verdict.outcome is not Outcome.OK:
            return None
        # Whoever reports on the request must not take the exchange of another one for it.
        self.last = (request, answer)
        return Heard(request, answer, verdict, digest=_digest(answer))

    @property
    def _gate(self) -> Gate:
        return self._gates.gate(origin(self._integration.base_url))

    def _send(self, signed: Request, cancel: threading.Event, waited: float) -> Answer:
        gate, allowed = self._gate, self._integration
        with gate.passing(allowed.max_parallel, allowed.requests_per_minute, cancel, self._pause, waited=waited):
            with self._wires.lent() as wire:
                answer = wire.send(signed, deadline_seconds=self._patience.deadline, cancel=cancel)
            self.last = (signed, answer)
        gate.heed(answer.headers, time.time())
        return answer

    def _wait_before(self, tried: int, asked: float | None, failure: HubError, cancel: threading.Event) -> float:
        """Wait until the next try and return the seconds by which the clock lags behind that wait.

        Raises the failure when there is no next try.
        """
        patience = self._patience
        if asked is not None and isinstance(failure, TransientError):
            failure.retry_at = self._now() + timedelta(seconds=asked)
        if tried >= patience.tries or (asked is not None and asked > patience.longest_wait):
            raise failure
        if asked is None:
            backoff = min(patience.first_wait * 2 ** (tried - 1), patience.longest_wait)
            asked = backoff * random.uniform(0.5, 1.0)  # noqa: S311 - spreads requests, guards nothing
        began = time.monotonic()
        if self._pause(cancel, asked):
            raise CancelledError(f"Reading from {self._integration.name} was stopped.")
        return max(asked - (time.monotonic() - began), 0.0)


def _digest(answer: Answer) -> str:
    return hashlib.sha256(answer.body).hexdigest()[:32]


def _is_conditional(request: Request) -> bool:
    return any(name.lower() in {"if-none-match", "if-modified-since"} for name in request.headers)
