"""A session with one upstream: pages of raw records, with sign-in, paging, windows, parents and retries inside."""

import functools
import hashlib
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Protocol, Self

from msgspec import Struct
from msgspec.structs import replace

from hub_desktop.core.bookmarks import PARENT_MARK, Validator
from hub_desktop.core.endpoint import Endpoint, ForEach
from hub_desktop.core.errors import CancelledError, HubError, SignInError, TransientError
from hub_desktop.core.integration import Integration
from hub_desktop.core.network import Way
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.templates import Moment
from hub_desktop.core.times import utc_now
from hub_desktop.core.words import count
from hub_desktop.upstream.ahead import LinkedEvent, in_order
from hub_desktop.upstream.asking import Asking
from hub_desktop.upstream.authentication import authenticator, custom_headers
from hub_desktop.upstream.conversation import Conversation, Patience, Wires
from hub_desktop.upstream.extraction import Family, chosen_parents, fields_for_children
from hub_desktop.upstream.manners import HostGates, Pause
from hub_desktop.upstream.oauth import TokenKeeper
from hub_desktop.upstream.one_pass import OnePass, Page, PassSettings
from hub_desktop.upstream.shared_answers import SharedAnswers
from hub_desktop.upstream.windows import Cursor, Window, windows
from hub_desktop.upstream.wire import Answer, Request, Wire

__all__ = ["Bookmarks", "Page", "Patience", "Upstream"]

_MOST_FAILURES_IN_A_ROW = 5
_PARENTS_TRIED = 3


class Bookmarks(Protocol):
    """What is remembered of earlier runs: how far each endpoint has come, and how its answers are told unchanged."""

    def cursor(self, endpoint: str) -> str | None:
        """Return the cursor kept after the last pass, None where there is none or it is not good any more."""
        ...

    def validator(self, endpoint: str, digest: str) -> Validator | None:
        """Return what was kept of the answer to the request of this digest, None where nothing was."""
        ...


class _NoBookmarks:
    """Everything is read as for the first time."""

    def cursor(self, endpoint: str) -> str | None:
        """Return None."""
        return None

    def validator(self, endpoint: str, digest: str) -> Validator | None:
        """Return None."""
        return None


def _pause(cancel: threading.Event, seconds: float) -> bool:
    return cancel.wait(seconds)


class Upstream:
    """Reads the endpoints of one integration; a context manager. One thread reads; it makes others where that helps.

    `ahead` is how many pages are read before they are wanted, so that reading and storing go on at once; with 0 every
    request is made only when its page is asked for. `pause(cancel, seconds)` waits and returns True when cancelled;
    `now` and `clock` tell the time. Tests replace them. Raises SignInError at once when a secret has not been entered.
    """

    def __init__(
        self,
        integration: Integration,
        secrets: Mapping[str, str],
        *,
        cancel: threading.Event,
        redactor: Redactor,
        wire: Wire | None = None,
        way: Way | None = None,
        keeper: TokenKeeper | None = None,
        patience: Patience | None = None,
        bookmarks: Bookmarks | None = None,
        gates: HostGates | None = None,
        ahead: int = 2,
        pause: Pause = _pause,
        now: Callable[[], datetime] = utc_now,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._integration = integration
        self._cancel = cancel
        self._bookmarks = bookmarks or _NoBookmarks()
        self._ahead = ahead
        self._clock = clock
        self._now = now
        self._headers = custom_headers(integration, secrets)
        self._began = now()
        self._wires = Wires(integration.name, wire, way=way)
        patience = patience or Patience()
        self._longest_wait = patience.longest_wait
        self._sign_in = authenticator(
            integration,
            secrets,
            self._wires.another(),
            keeper=keeper,
            clock=clock,
            now=now,
            deadline_seconds=patience.deadline,
        )
        self._conversation = Conversation(
            integration,
            self._wires,
            self._sign_in,
            gates or HostGates(),
            redactor=redactor.with_secrets(secrets.values()),
            patience=patience,
            pause=pause,
            now=now,
        )
        self._families: dict[str, Family] = {}
        self._shared = SharedAnswers(integration)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections, but not those of a wire that was given by the caller."""
        self._wires.close()

    @property
    def redactor(self) -> Redactor:
        """Masks the secrets of this session, tokens fetched in it included."""
        return self._conversation.redactor

    @property
    def last(self) -> tuple[Request, Answer] | None:
        """The last exchange as it was sent and answered, with its secrets; None before the first."""
        return self._conversation.last

    def claim(self) -> int:
        """Return how many requests were made that no page counts yet."""
        return self._wires.claim()

    def sign_in(self) -> None:
        """Prove that a sign-in can be had without reading anything; for OAuth this fetches a token."""
        self._sign_in.sign(Request("GET", self._integration.base_url), self._cancel)

    def pages(self, endpoint: str) -> Generator[Page, None, None]:
        """Yield the pages of an endpoint: of all its windows, oldest first, and in each of all its parents.

        Raises SignInError, ConfigurationError, TransientError (with `retry_at` where the upstream named a time) or
        CancelledError, after the pages read so far were yielded. Where the requests for some parents fail, the others
        are read all the same, and the error comes last.
        """
        settings = self._integration.endpoints[endpoint]
        known = self._bookmarks.cursor(endpoint) if settings.incremental is not None else None
        ends = self._clock() + settings.max_minutes * 60
        family = Family(fields_for_children(self._integration, endpoint))
        whole = True
        for window in windows(settings.incremental, known, self._began):
            only_new = window.start is not None
            with closing(self._window(endpoint, window, only_new=only_new, moves=whole)) as pages:
                for page in pages:
                    if self._cancel.is_set():
                        # What was read ahead is dropped: the cursor stays before it.
                        raise CancelledError(f"Reading from {self._integration.name} was stopped.")
                    if family.fields:
                        family.add(page.records)
                    whole = whole and not page.incomplete and page.not_modified is None
                    if self._clock() > ends:
                        yield _out_of_time(page, settings.max_minutes)
                        return
                    yield page
        # Children are asked for all parents, so only a pass over everything will do.
        if whole and family.fields and settings.incremental is None:
            self._families[endpoint] = family

    def first_page(self, endpoint: str) -> Page:
        """Return the first page of an endpoint, for the first of its parents that has records; for a test of it."""
        settings = self._integration.endpoints[endpoint]
        window = windows(settings.incremental, None, self._began)[-1]
        parents: list[Mapping[str, Any] | None] = [None]
        if settings.for_each is not None:
            parents = list(self._first_parents(settings)[:_PARENTS_TRIED])
        page = Page([], 1, 0, warnings=("There is no parent record for which this endpoint could be asked.",))
        for parent in parents:
            one = self._pass(_Aim(endpoint, window), parent)
            with closing(one.pages(self._cancel)) as pages:
                page = next(pages)
            if page.records:
                break
        return page

    # -- windows and parents ---------------------------------------------------------------------------------------

    def _window(self, endpoint: str, window: Window, *, only_new: bool, moves: bool) -> Generator[Page, None, None]:
        """Yield the pages of one window; the last one carries the cursor, if the whole of the window came."""
        settings = self._integration.endpoints[endpoint]
        incremental = settings.incremental
        if incremental is None:
            yield from self._passes(_Aim(endpoint, window, conditional=True))
            return
        cursor = Cursor(incremental, window, self._began, one_pass=settings.for_each is None)
        held: Page | None = None
        whole = moves
        with closing(self._passes(_Aim(endpoint, window, cursor, only_new))) as pages:
            try:
                for page in pages:
                    if held is not None:
                        yield held
                    whole = whole and not page.incomplete
                    held = page if moves else replace(page, cursor=None)
            except HubError:
                if held is not None:
                    yield held
                raise
        if held is None:
            return
        if whole:
            held = replace(held, cursor=cursor.text())
        if incremental.field and cursor.seen and not cursor.usable:
            held = replace(held, warnings=(*held.warnings, _no_cursor(incremental.field)))
        yield held

    def _passes(self, aim: "_Aim") -> Generator[Page, None, None]:
        """Yield the pages of all passes of one window: one, or one for each parent."""
        if self._integration.endpoints[aim.endpoint].for_each is not None:
            yield from self._children(aim)
            return
        one = self._pass(aim, None, parallel=self._integration.max_parallel if self._ahead else 1)
        if not self._ahead:
            yield from one.pages(self._cancel)
            return
        stop = LinkedEvent(self._cancel)
        with closing(one.pages(stop)) as pages:
            for page in pages:
                yield page
                if one.slow:
                    break
            else:
                return
            # Asked for and read on a thread of its own from here on, while the pages before are checked and stored.
            yield from in_order([lambda _: pages], parallel=1, depth=self._ahead, cancel=self._cancel, stop=stop)

    def _children(self, aim: "_Aim") -> Generator[Page, None, None]:
        """Yield the pages for each parent, some parents at once, in the order of the parents."""
        settings = self._integration.endpoints[aim.endpoint]
        for_each = settings.for_each
        if for_each is None:
            return
        family = self._family(for_each)
        parents = chosen_parents(settings, family.members)

        def source(parent: Mapping[str, Any]) -> Callable[[threading.Event], Iterator[Page | HubError]]:
            # The pass is made only when its turn comes, so that thousands of parents cost no memory.
            return lambda stop: _tolerant(self._pages_of(aim, parent, stop))

        failures = _Failures(len(parents))
        parallel = min(for_each.parallel, self._integration.max_parallel) if self._ahead else 1
        items = in_order(map(source, parents), parallel=parallel, depth=max(self._ahead, 1), cancel=self._cancel)
        lacking: tuple[str, ...] = (
            f"Not all records of {for_each.endpoint} could be read, so some may be missing here.",
        )
        with closing(items):
            for item in items:
                if isinstance(item, HubError):
                    failures.note(item)
                    if self._asks_for_peace(item):
                        failures.raise_any()
                    continue
                failures.note_success()
                if family.incomplete:
                    yield replace(item, incomplete=True, warnings=(*item.warnings, *lacking))
                    lacking = ()
                else:
                    yield item
        failures.raise_any()
        if family.incomplete and lacking:
            yield Page([], 1, 0, warnings=lacking, incomplete=True, only_new=aim.only_new)

    def _pages_of(self, aim: "_Aim", parent: Mapping[str, Any], stop: threading.Event) -> Iterator[Page]:
        """Yield the pages for one parent; what is older than the cursor comes too for one that was not there before."""
        incremental = self._integration.endpoints[aim.endpoint].incremental
        if incremental is None or incremental.slice_days is not None:
            yield from self._pass(aim, parent).pages(stop)
            return
        mark = Validator(_parent_digest(parent), "", "", 0, "a parent that was read")
        if aim.only_new and self._bookmarks.validator(aim.endpoint, mark.digest) is None:
            first = windows(incremental, None, self._began)[0]
            aim = replace(aim, window=replace(first, end=aim.window.end))
        held: Page | None = None
        try:
            for page in self._pass(aim, parent).pages(stop):
                if held is not None:
                    yield held
                held = page
        except HubError:
            if held is not None:
                yield held
            raise
        if held is not None:
            yield replace(held, validator=None if held.incomplete else mark)

    def _asks_for_peace(self, error: HubError) -> bool:
        """Tell whether the upstream wants to be left alone for longer than it is waited for."""
        retry_at = error.retry_at if isinstance(error, TransientError) else None
        return retry_at is not None and (retry_at - self._now()).total_seconds() > self._longest_wait

    def _family(self, for_each: ForEach) -> Family:
        """Return the records that are gone through: fixed ones, those read in this run, or else read now."""
        name = for_each.endpoint
        if for_each.values:
            return Family(frozenset({"value"}), [{"value": value} for value in for_each.values])
        if name not in self._families:
            family = Family(fields_for_children(self._integration, name))
            ends = self._clock() + self._integration.endpoints[name].max_minutes * 60
            with closing(self._passes(_Aim(name, self._everything(name)))) as pages:
                for page in pages:
                    family.add(page.records)
                    family.incomplete = family.incomplete or page.incomplete
                    if self._clock() > ends:
                        family.incomplete = True
                        break
            self._families[name] = family
        return self._families[name]

    def _first_parents(self, settings: Endpoint) -> list[Mapping[str, Any]]:
        """Return the parents found on the first page of an endpoint's parent."""
        for_each = settings.for_each
        if for_each is None or for_each.values:
            return self._family(for_each).members if for_each is not None else []
        family = Family(fields_for_children(self._integration, for_each.endpoint))
        family.add(self.first_page(for_each.endpoint).records)
        return chosen_parents(settings, family.members)

    def _everything(self, name: str) -> Window:
        """Return the window that begins with the first record ever wanted."""
        incremental = self._integration.endpoints[name].incremental
        if incremental is None:
            return Window()
        return replace(windows(incremental, None, self._began)[0], end=self._began, last=True)

    def _pass(self, aim: "_Aim", parent: Mapping[str, Any] | None, *, parallel: int = 1) -> OnePass:
        settings = self._integration.endpoints[aim.endpoint]
        run = {"started": Moment(self._began), "today": Moment(_wall_time(self._began), "date")}
        asking = Asking(self._integration, aim.endpoint, self._headers, aim.window, run=run, parent=parent)
        # What a complete list does not hold is removed, so it has to be seen whole.
        conditional = aim.conditional and settings.method == "GET" and not settings.complete_list
        validator = functools.partial(self._bookmarks.validator, aim.endpoint) if conditional else None
        return OnePass(
            self._integration,
            PassSettings(aim.endpoint, asking, parent, aim.cursor, aim.only_new, parallel, validator, self._shared),
            self._conversation,
            self._wires,
        )


class _Aim(Struct, frozen=True):
    """What is read: an endpoint, a window of it, and why."""

    endpoint: str
    window: Window
    cursor: Cursor | None = None
    only_new: bool = False
    conditional: bool = False
    """Whether “not modified” is an answer; a parent that is read for its children must come whole."""


class _Failures(Struct):
    """The parents whose requests failed; too many in a row end the reading."""

    parents: int
    failed: int = 0
    in_a_row: int = 0
    first: HubError | None = None

    def note(self, error: HubError) -> None:
        self.failed += 1
        self.in_a_row += 1
        # What a person must mend goes before what passes by itself.
        if self.first is None or (isinstance(self.first, TransientError) and not isinstance(error, TransientError)):
            self.first = error
        if self.in_a_row >= _MOST_FAILURES_IN_A_ROW:
            self.raise_any()

    def note_success(self) -> None:
        self.in_a_row = 0

    def raise_any(self) -> None:
        """Raise the error that stands for all, saying how many of the parents it concerns."""
        if self.first is None:
            return
        if self.parents > 1:
            self.first.detail = f"{self.failed:,} of {count(self.parents, 'parent')} failed; {self.first.detail}"
        raise self.first


def _parent_digest(parent: Mapping[str, Any]) -> str:
    """Return a short name for a parent, as far as its children know it."""
    return PARENT_MARK + hashlib.sha256(repr(sorted(parent.items())).encode("utf-8", "replace")).hexdigest()[:25]


def _tolerant(pages: Iterator[Page]) -> Iterator[Page | HubError]:
    """Yield the pages of one parent, and in the end the error that concerns it alone."""
    try:
        yield from pages
    except (SignInError, CancelledError):
        raise
    except HubError as error:
        yield error


def _out_of_time(page: Page, minutes: int) -> Page:
    warning = f"Reading stopped at the limit of {count(minutes, 'minute')}; the upstream may hold more."
    return replace(page, warnings=(*page.warnings, warning), cap_reached=True, incomplete=True)


def _no_cursor(field: str) -> str:
    return (
        f"No record holds a usable value under “{field}”, so the next sync reads the same again. Check the cursor "
        "field of this endpoint."
    )


def _wall_time(moment: datetime) -> datetime:
    """Return what the clock on the wall shows, so that `today` is the day of this place and not that of Greenwich."""
    return moment.astimezone().replace(tzinfo=UTC)
