"""The reading checks of the connection doctor: sign-in, permission, and what each endpoint gives."""

import time
from collections.abc import Callable, Sequence
from datetime import datetime

from msgspec.structs import replace

from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.errors import CancelledError, ConfigurationError, HubError, Remedy, SignInError, Trouble
from hub_desktop.core.integration import Integration
from hub_desktop.core.offers import Offer
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.rewriting import RewriteOnce
from hub_desktop.core.sign_in import AUTH_LABELS, GRANT_LABELS, AuthType
from hub_desktop.core.time_formats import is_counter
from hub_desktop.core.words import listed
from hub_desktop.upstream import answer_checks
from hub_desktop.upstream.addresses import joined, merged
from hub_desktop.upstream.decode import UnreadableError, decode
from hub_desktop.upstream.network_checks import in_a_test
from hub_desktop.upstream.reading import Page, Upstream
from hub_desktop.upstream.record_checks import judged_records
from hub_desktop.upstream.report import Check, Exchange, Stage
from hub_desktop.upstream.shapes import path_of
from hub_desktop.upstream.vendor import exchange_of
from hub_desktop.upstream.verdicts import Outcome, judge
from hub_desktop.upstream.wire import Answer, Request

SIGN_IN, PERMISSION = "Sign-in", "Permission"
NOT_TRIED = "Not tried, because an earlier step failed."

_SINCE = "1 days"
_LARGEST_SEARCHED = 5_000_000
_SIGNS_IN_FIRST = frozenset({AuthType.OAUTH, AuthType.SESSION})

Tell = Callable[[Stage, Check], None]


def with_probes(config: Integration) -> Integration:
    """Return an integration with one more endpoint for each that can ask for what is new: asked since yesterday."""
    probes = {
        _probe_of(name): endpoint.model_copy(
            update={
                "incremental": endpoint.incremental.model_copy(update={"first": _SINCE}),
                "data_type": config.data_type_of(name),
            }
        )
        for name, endpoint in config.endpoints.items()
        if endpoint.incremental is not None and _asks_since(endpoint)
    }
    return config.model_copy(update={"endpoints": config.endpoints | probes}) if probes else config


def _probe_of(name: str) -> str:
    return f"{name} (since yesterday)"


def _asks_since(endpoint: Endpoint) -> bool:
    """Tell whether the request for an endpoint carries a start that is a time and is not always sent already."""
    incremental = endpoint.incremental
    if incremental is None or is_counter(incremental.format) or incremental.first:
        return False
    return bool(incremental.param or incremental.end_param or endpoint.placeholders() & {"cursor", "run.window_start"})


class ReadingChecks:
    """Reads the first records of every endpoint; one that fails does not stop the others, a refused sign-in does."""

    def __init__(
        self,
        integration: Integration,
        upstream: Upstream,
        *,
        tell: Tell,
        now: Callable[[], datetime],
        endpoints: Sequence[str],
        rewrite: RewriteOnce | None = None,
    ) -> None:
        self._rewrite = rewrite
        self._integration = integration
        self._name = integration.name
        self._upstream = upstream
        self._tell = tell
        self._now = now
        self._endpoints = _parents_first(integration, endpoints)
        self._accepted: bool | None = None
        self._skew: float | None = None
        self._timed = False
        self._unread: set[str] = set()
        self._forbidden: list[str] = []
        self._allowed: list[str] = []

    def go(self) -> None:
        """Try everything."""
        if not self._signed_in():
            self._skip(self._endpoints)
            return
        if not self._endpoints:
            self._tell_no_endpoint()
            return
        for position, name in enumerate(self._endpoints):
            parent = self._integration.parent_of(name)
            if parent in self._unread:
                self._unread.add(name)
                self._tell_untried(name, f"because {parent}, whose records it goes through, could not be read.")
                continue
            error = self._endpoint(name)
            if isinstance(error, SignInError) and self._accepted is None:
                self._refused_sign_in(error)
                self._skip(self._endpoints[position:])
                return
        if self._accepted is None:
            self._tell(
                Stage.SIGN_IN,
                Check(
                    SIGN_IN,
                    None,
                    "Whether the sign-in is accepted could not be told, because no endpoint gave records.",
                ),
            )
        self._tell_permission()

    # -- signing in --------------------------------------------------------------------------------------------------

    def _signed_in(self) -> bool:
        """Fetch the token or session where that is a step of its own; return False where it was refused."""
        if self._integration.auth_type not in _SIGNS_IN_FIRST:
            return True
        began = time.monotonic()
        try:
            self._upstream.sign_in()
        except CancelledError:
            raise
        except HubError as error:
            self._tell(Stage.SIGN_IN, self._failed(SIGN_IN, error, time.monotonic() - began))
            return False
        oauth = self._integration.oauth
        kind = AUTH_LABELS[self._integration.auth_type] + (f": {GRANT_LABELS[oauth.grant]}" if oauth else "")
        self._accept(f"{self._name} gave a token.", kind, time.monotonic() - began)
        return True

    def _accept(self, sentence: str, detail: str = "", seconds: float = 0.0) -> None:
        if self._accepted is None:
            self._accepted = True
            self._tell(Stage.SIGN_IN, Check(SIGN_IN, True, sentence, detail, seconds=seconds))

    def _accept_by_answer(self) -> None:
        if self._integration.auth_type is AuthType.NONE:
            self._accept(f"{self._name} answers without a sign-in.")
        else:
            self._accept(f"{self._name} accepted the sign-in.", AUTH_LABELS[self._integration.auth_type])

    def _refused_sign_in(self, error: SignInError) -> None:
        check = self._failed(SIGN_IN, error, 0.0)
        if self._skew is not None and abs(self._skew) > answer_checks.GREAT_SKEW_SECONDS:
            check = replace(check, notes=(*check.notes, "The clocks differ so much that this alone can be the cause."))
        last = self._upstream.last
        if last is not None:
            check = replace(check, seconds=last[1].seconds, exchanges=(self._exchange(*last, failed=True),))
        self._tell(Stage.SIGN_IN, check)

    # -- endpoints ---------------------------------------------------------------------------------------------------

    def _endpoint(self, name: str) -> HubError | None:
        """Try one endpoint and tell what was found; return the error where it could not be read."""
        before, began = self._upstream.last, time.monotonic()
        try:
            page = self._upstream.first_page(name)
        except CancelledError:
            raise
        except HubError as error:
            self._unread.add(name)
            self._tell_answer()
            self._tell_failure(name, error, time.monotonic() - began, before)
            return error
        self._tell_answer()
        self._accept_by_answer()
        self._allowed.append(name)
        self._tell_records(name, page, time.monotonic() - began)
        self._try_since(name, page)
        return None

    def _tell_answer(self) -> None:
        """Tell, once, how long the first answer took and what time it is there."""
        last = self._upstream.last
        if self._timed or last is None:
            return
        self._timed = True
        self._tell(Stage.ANSWER, answer_checks.answer_time(self._name, last[1]))
        self._skew = answer_checks.skew_of(last[1], self._now())
        self._tell(Stage.ANSWER, answer_checks.clock(self._name, last[1], self._now()))

    def _tell_records(self, name: str, page: Page, seconds: float) -> None:
        endpoint, last = self._integration.endpoints[name], self._upstream.last
        exchanges = (self._exchange(*last, failed=False, endpoint=name),) if last is not None else ()
        check = judged_records(name, endpoint, page, seconds, self._redactor.line, rewrite=self._rewrite)
        notes = check.notes
        if endpoint.for_each is not None:
            parent = self._integration.parent_of(name)
            through = f"the records of {parent}" if parent is not None else "the values given"
            notes = (*notes, f"It is asked once for each of {through}; the first of them were tried.")
        if last is not None and len(last[1].body) <= _LARGEST_SEARCHED:
            notes = (*notes, *_where(last[1], page))
        self._say(replace(check, notes=notes, exchanges=exchanges))
        if page.records_found:
            self._say(answer_checks.paging(name, endpoint, page))
        redirected = answer_checks.moved(self._integration, name, *last) if last is not None else None
        if redirected is not None:
            self._say(redirected)

    def _tell_failure(self, name: str, error: HubError, seconds: float, before: tuple[Request, Answer] | None) -> None:
        if isinstance(error, SignInError) and self._accepted is None:
            # Told as the sign-in's own step.
            return
        last = self._upstream.last
        answered = last if last is not before else None
        check = replace(self._failed(name, error, seconds), endpoint=name)
        offer: Offer | None = answer_checks.redirect_offer(self._integration, error)
        if answered is None:
            exchange = self._unanswered(name)
        else:
            exchange = self._exchange(*answered, failed=True, endpoint=name)
            # What was asked for a child holds a value of its parent.
            check = replace(check, detail=check.detail.replace(self._redactor.line(answered[1].url), exchange.address))
            rules = self._integration.endpoints[name].error_rules
            outcome = judge(answered[1], self._now(), rules).outcome
            if outcome is Outcome.FORBIDDEN:
                self._forbidden.append(name)
                # What has to change lies with the other system.
                check = replace(check, remedy=Remedy.NONE)
                self._accept(f"{self._name} accepted the sign-in, but not every request.")
            elif outcome is Outcome.OK:
                self._accept_by_answer()
            if isinstance(error, ConfigurationError) and error.field.endswith(".recordsPath"):
                said, offer = answer_checks.records_advice(self._integration, name, answered[1])
                check = replace(check, sentence=self._redactor.line(check.sentence + said, 1000))
        self._say(replace(check, offer=offer, exchanges=(exchange,)))

    def _try_since(self, name: str, page: Page) -> None:
        """Ask an endpoint for what is new since yesterday, so that its parameters are known to be accepted."""
        endpoint = self._integration.endpoints[name]
        incremental = endpoint.incremental
        if incremental is None or not _asks_since(endpoint):
            return
        called, before, began = f"Changes of {name}", self._upstream.last, time.monotonic()
        what = f"“{incremental.param}”" if incremental.param else "the start"
        try:
            since = self._upstream.first_page(_probe_of(name))
        except CancelledError:
            raise
        except HubError as error:
            check = self._failed(called, error, time.monotonic() - began)
            sentence = (
                f"{name}: {self._name} does not take {what} as it is sent, so that only the first sync would work. "
                f"Check the name of the parameter and the format of its time. {check.sentence}"
            )
            last = self._upstream.last
            answered = last if last is not None and last is not before else None
            exchanges = (self._exchange(*answered, failed=True, endpoint=name),) if answered is not None else ()
            self._say(replace(check, sentence=sentence, endpoint=name, remedy=Remedy.EDIT, exchanges=exchanges))
            return
        whole, few = _size(page), _size(since)
        seconds = time.monotonic() - began
        if whole > 1 and few >= whole:
            sentence = (
                f"{name}: {self._name} takes {what}, but as much came since yesterday as in all. It may pass over the "
                "parameter; check its name and the format of its time."
            )
            self._say(Check(called, True, sentence, seconds=seconds, endpoint=name, noteworthy=True))
            return
        self._say(Check(called, True, f"{name}: {self._name} takes {what}.", seconds=seconds, endpoint=name))

    # -- telling -----------------------------------------------------------------------------------------------------

    @property
    def _redactor(self) -> Redactor:
        return self._upstream.redactor

    def _say(self, check: Check) -> None:
        self._tell(Stage.ENDPOINTS, check)

    def _tell_permission(self) -> None:
        if self._forbidden:
            also = f" It may read {listed(self._allowed)}." if self._allowed else ""
            sentence = (
                f"The sign-in is accepted, but this account may not read {listed(self._forbidden)}. Ask the "
                f"administrator of {self._name} for the permission.{also}"
            )
            self._tell(Stage.PERMISSION, Check(PERMISSION, False, sentence, trouble=Trouble.PERMISSION))
        elif self._allowed:
            self._tell(Stage.PERMISSION, Check(PERMISSION, True, f"This account may read {listed(self._allowed)}."))

    def _tell_no_endpoint(self) -> None:
        if self._accepted is None:
            self._tell(Stage.SIGN_IN, Check(SIGN_IN, None, "Without an endpoint the sign-in cannot be tried."))
        sentence = f"{self._name} has no endpoint that is switched on. Add one, such as /students."
        self._tell(Stage.ENDPOINTS, Check("Endpoints", False, sentence, remedy=Remedy.EDIT))

    def _tell_untried(self, name: str, why: str) -> None:
        self._say(Check(name, None, f"Not tried, {why}", endpoint=name))

    def _skip(self, names: Sequence[str]) -> None:
        for name in names:
            self._say(Check(name, None, NOT_TRIED, endpoint=name))

    def _failed(self, name: str, error: HubError, seconds: float) -> Check:
        return Check(
            name,
            False,
            self._redactor.line(in_a_test(error.sentence)),
            self._redactor.line(error.detail),
            Remedy.EDIT if isinstance(error, ConfigurationError) else error.remedy,
            seconds,
            trouble=error.trouble,
        )

    def _exchange(self, request: Request, answer: Answer, *, failed: bool, endpoint: str = "") -> Exchange:
        written = ""
        if endpoint and self._integration.endpoints[endpoint].for_each is not None:
            # The address of a child holds a value of its parent, as it was read.
            written = self._integration.base_url + self._integration.endpoints[endpoint].path
        return exchange_of(request, answer, self._redactor, failed=failed, address=written)

    def _unanswered(self, name: str) -> Exchange:
        endpoint = self._integration.endpoints[name]
        url, params = joined(self._integration.base_url, endpoint.path)
        params = merged(tuple(self._integration.params.items()), params, tuple(endpoint.params.items()))
        return exchange_of(Request(endpoint.method, url, params=params), None, self._redactor, failed=True)


def _parents_first(config: Integration, names: Sequence[str]) -> list[str]:
    """Return the names with their parents, each of these before it."""
    ordered: dict[str, None] = {}

    def add(name: str) -> None:
        parent = config.parent_of(name)
        if parent is not None:
            add(parent)
        ordered[name] = None

    for name in names:
        add(name)
    return list(ordered)


def _where(answer: Answer, page: Page) -> tuple[str, ...]:
    """Return where in the answer the records lie, as a note."""
    try:
        path = path_of(decode(answer.body, answer.headers.get("content-type", "")).value, page.records)
    except UnreadableError:
        return ()
    if path is None:
        return ()
    return (f"The records lie under “{path}”." if path else "The answer is the list of records itself.",)


def _size(page: Page) -> int:
    return page.total if page.total is not None else page.records_found
