"""One pass over the pages of an endpoint: for one window of time, and for one parent where it has some."""

import functools
import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from msgspec import Struct, field

from hub_desktop.core.bookmarks import Validator
from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.errors import HubError
from hub_desktop.core.integration import Integration
from hub_desktop.upstream.ahead import in_order
from hub_desktop.upstream.asking import Asking
from hub_desktop.upstream.conversation import Conversation, Heard, Wires, request_digest, validator_of
from hub_desktop.upstream.extraction import Extraction
from hub_desktop.upstream.page_info import Seen, announced, may_hide_a_next_page, page_info
from hub_desktop.upstream.paging import Ask, Paginator, more_than_read, paginator_for, paging_words
from hub_desktop.upstream.records_path import find_records
from hub_desktop.upstream.shared_answers import SharedAnswers
from hub_desktop.upstream.stop_rules import StopRules
from hub_desktop.upstream.unread import UnreadRecords, frame_of
from hub_desktop.upstream.verdicts import Outcome
from hub_desktop.upstream.windows import Cursor
from hub_desktop.upstream.wire import Request

_QUICK_SECONDS = 0.005
"""In half of the time that a page takes to be checked and stored there is nothing to gain."""
_LOST_SECONDS = 0.02


class Page(Struct, frozen=True):
    """One page of raw records, as they came."""

    records: Sequence[object]
    number: int
    """1 for the first of its pass."""
    requests: int
    """Made for this page, retries, redirects and token requests included."""
    total: int | None = None
    """Records the upstream says it has in all, where it says so."""
    warnings: tuple[str, ...] = ()
    cap_reached: bool = False
    """Reading stopped at a limit of the endpoint."""
    incomplete: bool = False
    """The upstream holds more than was read, as far as it says; absence from this pass then means nothing."""
    only_new: bool = False
    """Only what is new was asked for; absence from this pass means nothing, and nothing new is no fault."""
    passed_over: int = 0
    """Records that the endpoint's filter left aside."""
    not_modified: int | None = None
    """The upstream says that nothing changed since it last gave so many records."""
    validator: Validator | None = None
    """To be kept once the page is stored without fault, so that it need not be sent again unchanged."""
    cursor: str | None = None
    """How far the endpoint has come once this page is stored; None: not to be moved."""
    paging: str = ""
    """How its pages follow each other, in words."""
    pagination: Mapping[str, Any] = field(default_factory=dict)
    """The same as the configuration writes it."""
    records_found: int = 0
    """In the answer, before any was unfolded or passed over."""
    same_as: int | None = None
    """The very answer came the last time, and brought so many records; None: it did not, or that is not known."""
    unread: bool = False
    """It came the last time, so that its records are read only if somebody looks at them."""


class PassSettings(Struct, frozen=True):
    """What a pass reads: the endpoint by name, its requests, and for whom."""

    name: str
    asking: Asking
    parent: Mapping[str, Any] | None = None
    cursor: Cursor | None = None
    only_new: bool = False
    parallel: int = 1
    """Pages that may be asked for at once where their requests can be foreseen."""
    validator: Callable[[str], Validator | None] | None = None
    """Looks up what was kept of the last answer to the request of this digest."""
    shared: SharedAnswers | None = None
    """Answers that other endpoints need too; None: every request is made."""


class _Pace:
    """How fast an upstream answers: whether waiting for it is worth asking it for more before that is wanted.

    Threads that read ahead of one that checks and stores take turns with it, and where the answers come at once that
    costs more than there was to wait.
    """

    def __init__(self) -> None:
        self._lost = 0.0

    def note(self, seconds: float) -> None:
        """Take note of how long an answer took."""
        self._lost = max(0.0, self._lost + seconds - _QUICK_SECONDS)

    @property
    def slow(self) -> bool:
        """Whether more time was lost by waiting than one answer may take for once."""
        return self._lost > _LOST_SECONDS


class OnePass:
    """Reads the pages of one pass in order; made anew for each."""

    def __init__(
        self, integration: Integration, settings: PassSettings, conversation: Conversation, wires: Wires
    ) -> None:
        self._integration = integration
        self._settings = settings
        self._endpoint: Endpoint = integration.endpoints[settings.name]
        self._conversation = conversation
        self._wires = wires
        self._paginator: Paginator = paginator_for(integration.name, self._endpoint.pagination)
        self._rules = StopRules(self._endpoint.pagination)
        self._extraction = Extraction(self._endpoint)
        self._pace = _Pace()

    @property
    def slow(self) -> bool:
        """Whether the upstream answers so slowly that it should be asked before the next page is wanted."""
        return self._pace.slow

    def pages(self, cancel: threading.Event) -> Generator[Page, None, None]:
        """Yield the pages, each as soon as it is read; raise HubError after those that were read before it."""
        ask: Ask | None = self._paginator.first()
        number = read = 0
        expected = False
        self._rules.begin(self._identity(self._paginator.first()))
        with closing(_Foresight(self._heard, self._identity, self._settings.parallel, cancel)) as foresight:
            while ask is not None:
                number += 1
                heard = foresight.take(ask) or self._heard(ask, number, cancel)
                if heard.not_modified or heard.verdict.outcome is not Outcome.OK:
                    yield self._last_page(heard, number, expected)
                    return
                raw = self._records_of(heard)
                seen = Seen(number, len(raw), read, heard.verdict.body, heard.answer.headers, heard.answer.url)
                read += len(raw)
                expected = self._paginator.says_more(seen)
                step = self._step(seen, raw, heard)
                if number > 1:
                    # The first answer takes its connection, and mostly its sign-in, along.
                    self._pace.note(heard.answer.seconds)
                yield self._page(heard, seen, raw, step)
                if step.error is not None:
                    raise step.error
                ask = step.ask
                if self.slow and ask is not None and not foresight.begun:
                    foresight.begin(self._paginator.foreseen(seen), number + 1)

    def _heard(self, ask: Ask, number: int, cancel: threading.Event) -> Heard:
        request = self._settings.asking.request(ask)
        digest, shared = request_digest(request), self._settings.shared
        kept = shared.take(self._settings.name, digest) if shared is not None else None
        if kept is not None:
            heard = self._conversation.heard_again(request, kept, self._endpoint.error_rules)
            if heard is not None:
                return heard
        if number == 1 and self._settings.validator is not None:
            known = self._settings.validator(self._digest(request))
            for name, value in (known.headers() if known else {}).items():
                request = request.with_header(name, value)
        heard = self._conversation.ask(
            request,
            self._settings.name,
            cancel,
            rules=self._endpoint.error_rules,
            past_first=number > 1 and not ask.told,
            known=self._recognisable(request, number),
        )
        if shared is not None and heard.verdict.outcome is Outcome.OK and not heard.not_modified:
            shared.keep(self._settings.name, digest, heard.answer)
        return heard

    def _recognisable(self, request: Request, number: int) -> Validator | None:
        """Return what tells the answer of the last time, where it need not be read if it comes again.

        The first page is always read, for its records tell what all look like, and so are all where they move a cursor.
        """
        if number == 1 or self._settings.validator is None or self._settings.cursor is not None:
            return None
        known = self._settings.validator(self._digest(request))
        return known if known is not None and known.frame and known.body else None

    def _records_of(self, heard: Heard) -> Sequence[Any]:
        if heard.known is None:
            return self._found(heard.verdict.body)

        def read() -> Sequence[object]:
            found = self._found(self._conversation.read(heard, self._endpoint.error_rules))
            return self._extraction.records(found, self._settings.parent).records

        return UnreadRecords(heard.known.records, read)

    def _found(self, body: Any) -> list[Any]:
        return find_records(
            body, self._endpoint.records_path, name=self._integration.name, endpoint=self._settings.name
        )

    def _digest(self, request: Request) -> str:
        # An unchanged answer under a parent that was renamed brings other records.
        return request_digest(request, self._extraction.kept_of(self._settings.parent))

    def _identity(self, ask: Ask) -> object:
        return self._settings.asking.request(ask).identity

    def _last_page(self, heard: Heard, number: int, expected: bool) -> Page:
        """Return the page of an answer without records: not modified, nothing here, or none of this number."""
        requests = self._wires.claim()
        if heard.not_modified:
            known = self._settings.validator(self._digest(heard.request)) if self._settings.validator else None
            only_new = self._settings.only_new
            return Page([], number, requests, not_modified=known.records if known else 0, only_new=only_new)
        if heard.verdict.outcome is Outcome.IGNORE or not expected:
            return Page([], number, requests, only_new=self._settings.only_new)
        # The page after the last one does not exist, and this upstream says so with 404.
        lost = (f"Page {number} does not exist, although the upstream said there is more.",)
        return Page([], number, requests, warnings=lost, incomplete=True, only_new=self._settings.only_new)

    def _page(self, heard: Heard, seen: Seen, raw: Sequence[Any], step: "_Step") -> Page:
        if heard.known is not None:
            return self._known_page(heard.known, seen, raw, step)
        cursor = self._settings.cursor
        if cursor is not None and not step.repeated:
            cursor.note(raw)
        found = self._extraction.records([] if step.repeated else raw, self._settings.parent)
        ends_well = step.ask is None and step.error is None and not step.incomplete
        # An entity tag mostly stands for the body alone, and so for a full page whether or not another one follows.
        ends_well = ends_well and not may_hide_a_next_page(seen, self._endpoint.pagination)
        odd = bool(heard.verdict.warnings or found.warnings or step.warnings) or len(found.records) != len(raw)
        frame = "" if odd or seen.number == 1 else frame_of(seen.body, raw, self._endpoint.pagination)
        ends_well = ends_well and seen.number == 1
        validator, same_as = self._compared(heard, len(found.records), frame, ends_well=ends_well)
        pagination = self._paginator.found()
        return Page(
            found.records,
            seen.number,
            self._wires.claim(),
            page_info(seen, self._endpoint.pagination).total,
            (*heard.verdict.warnings, *found.warnings, *step.warnings),
            step.cap_reached,
            step.incomplete,
            only_new=self._settings.only_new,
            passed_over=found.passed_over,
            validator=validator,
            cursor=cursor.page_text() if cursor is not None else None,
            paging=paging_words(pagination),
            pagination=pagination,
            records_found=len(raw),
            same_as=same_as,
        )

    def _known_page(self, known: Validator, seen: Seen, records: Sequence[Any], step: "_Step") -> Page:
        """Return the page of an answer that came the last time to the letter."""
        pagination = self._paginator.found()
        return Page(
            [] if step.repeated else records,
            seen.number,
            self._wires.claim(),
            page_info(seen, self._endpoint.pagination).total,
            step.warnings,
            step.cap_reached,
            step.incomplete,
            only_new=self._settings.only_new,
            validator=known,
            paging=paging_words(pagination),
            pagination=pagination,
            records_found=len(records),
            same_as=None if step.repeated else known.records,
            unread=not step.repeated,
        )

    def _compared(
        self, heard: Heard, records: int, frame: str, *, ends_well: bool
    ) -> tuple[Validator | None, int | None]:
        """Return what tells this answer, and how many records it had where it is the very one of the last time."""
        look_up = self._settings.validator
        if look_up is None:
            return None, None
        found = validator_of(self._digest(heard.request), heard, records, whole=ends_well, frame=frame)
        known = look_up(found.digest)
        same = known is not None and known.body == found.body and known.records == records
        return found, records if same else None

    def _step(self, seen: Seen, records: Sequence[object], heard: Heard) -> "_Step":
        """Decide what follows a page; an error in that is kept until the page itself was handed over."""
        if self._rules.is_repeat(records, heard.digest):
            warning = f"Page {seen.number} repeats records read before, so reading stopped there."
            return _Step(warnings=(warning,), repeated=True, incomplete=self._paginator.says_more(seen))
        pagination = self._endpoint.pagination
        try:
            ask = self._paginator.following(seen)
            identity = self._identity(ask) if ask is not None else None
        except HubError as error:
            return _Step(error=error, incomplete=True)
        if ask is None:
            if not self._paginator.says_more(seen) and announced(seen, pagination) is None:
                return _Step()
            return _Step(warnings=(more_than_read(seen, pagination),), incomplete=True)
        why = self._rules.end(seen.number, records, ask, identity)
        if why:
            capped = seen.number >= pagination.max_pages
            return _Step(warnings=(why,), cap_reached=capped, incomplete=True)
        return _Step(ask)


class _Step(Struct, frozen=True):
    """What follows a page."""

    ask: Ask | None = None
    warnings: tuple[str, ...] = ()
    cap_reached: bool = False
    incomplete: bool = False
    repeated: bool = False
    error: HubError | None = None


class _Foresight:
    """Asks for the pages whose requests can be foreseen, some at once, before it is known that they will be wanted.

    The moment a page is wanted that was not foreseen, it is over: what the upstream says goes before what it foretold.
    """

    def __init__(
        self,
        hear: Callable[[Ask, int, threading.Event], Heard],
        identity: Callable[[Ask], object],
        parallel: int,
        cancel: threading.Event,
    ) -> None:
        self._hear = hear
        self._identity = identity
        self._parallel = parallel
        self._cancel = cancel
        self.begun = False
        self._expected: Iterator[Ask] = iter(())
        self._answers: Generator[Heard, None, None] | None = None

    def begin(self, asks: Iterator[Ask], number: int) -> None:
        """Begin to ask for the page of this number and those after it; once for all."""
        self.begun = True
        if self._parallel < 2:
            return
        foreseen = list(asks)
        if len(foreseen) < 2:
            return
        self._expected = iter(foreseen)
        sources = (functools.partial(self._one, ask, number) for number, ask in enumerate(foreseen, start=number))
        self._answers = in_order(sources, parallel=self._parallel, depth=1, cancel=self._cancel)

    def take(self, ask: Ask) -> Heard | None:
        """Return the answer to `ask` where it was foreseen, else None."""
        if self._answers is None:
            return None
        expected = next(self._expected, None)
        # A short page moves the offset, which is of no matter where only the number of the page is sent.
        if expected is None or self._identity(expected) != self._identity(ask):
            self.close()
            return None
        return next(self._answers, None)

    def close(self) -> None:
        """Stop asking."""
        if self._answers is not None:
            self._answers.close()
            self._answers = None

    def _one(self, ask: Ask, number: int, cancel: threading.Event) -> Iterator[Heard]:
        yield self._hear(ask, number, cancel)
