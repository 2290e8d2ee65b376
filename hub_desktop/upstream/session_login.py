"""A sign-in request whose answer holds a token, or sets cookies, for the requests after it."""

import json
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

from hub_desktop.core.errors import ConfigurationError, HubError, SignInError
from hub_desktop.core.integration import Integration
from hub_desktop.core.mapping import compile_path
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.sign_in import SessionSettings
from hub_desktop.core.templates import MissingValueError, fill, fill_json
from hub_desktop.core.times import utc_now
from hub_desktop.upstream.addresses import joined, merged, origin
from hub_desktop.upstream.cookies import cookies_set, with_cookies
from hub_desktop.upstream.token_endpoint import is_token, usable_seconds
from hub_desktop.upstream.verdicts import Outcome, Verdict, error_of, judge
from hub_desktop.upstream.wire import Answer, Request, Wire

_REMEMBERED = 6
_WHERE = "the sign-in path"
# Wrong passwords are told with many statuses; Django REST framework, as in BioTime, says 400.
_REFUSING = frozenset({Outcome.SIGN_IN, Outcome.FORBIDDEN, Outcome.REFUSED})


class SessionLogin:
    """Signs in when needed and again when the session ends; shared by all threads.

    `headers` are the integration's own, sent with the sign-in request too. `clock` counts seconds and never goes back.
    """

    def __init__(
        self,
        integration: Integration,
        settings: SessionSettings,
        password: str,
        headers: Mapping[str, str],
        wire: Wire,
        *,
        clock: Callable[[], float] = time.monotonic,
        deadline_seconds: float,
    ) -> None:
        self._integration = integration
        self._settings = settings
        self._password = password
        self._headers = headers
        self._wire = wire
        self._clock = clock
        self._deadline_seconds = deadline_seconds
        self._lock = threading.Lock()
        self._token = ""
        self._cookies: dict[str, str] = {}
        self._good_until: float | None = None
        self._seen: tuple[str, ...] = ()

    def sign(self, request: Request, cancel: threading.Event) -> Request:
        """Return the request as part of a session, beginning one if need be; never for another origin."""
        self._check_origin(request.url)
        with self._lock:
            if not self._open() or (self._good_until is not None and self._clock() >= self._good_until):
                self._log_in(cancel)
            return self._signed(request)

    def refresh(self, refused: Request) -> bool:
        """End the refused session, unless another thread has begun a new one already."""
        with self._lock:
            if self._open() and self._signed(refused) == refused:
                self._token, self._cookies = "", {}
            return True

    def known_secrets(self) -> tuple[str, ...]:
        """Return the password, and the tokens and cookies seen in this session."""
        return (self._password, *self._seen)

    def _open(self) -> bool:
        return bool(self._token or self._cookies)

    def _signed(self, request: Request) -> Request:
        if not self._settings.token_path:
            return with_cookies(request, self._cookies)
        return request.with_header(self._settings.header, fill(self._settings.value, {"token": self._token}))

    def _check_origin(self, url: str) -> None:
        if origin(url) != origin(self._integration.base_url):
            raise ConfigurationError(
                f"A request would leave the address of {self._integration.name}, so its sign-in was not sent along.",
                "the request is for another origin than baseUrl",
                field="baseUrl",
            )

    def _log_in(self, cancel: threading.Event) -> None:
        began = self._clock()
        answer = self._wire.send(self._request(), deadline_seconds=self._deadline_seconds, cancel=cancel)
        redactor = Redactor(self.known_secrets())
        cookies = cookies_set(answer.headers.get("set-cookie", ""))
        verdict = judge(answer, utc_now())
        # A page with cookies but without JSON, or the way to one, is all that a sign-in form of a web site answers.
        elsewhere = 300 <= answer.status < 400
        page = (verdict.outcome is Outcome.UNREADABLE or elsewhere) and not self._settings.token_path and bool(cookies)
        if verdict.outcome is not Outcome.OK and not page:
            raise self._error(verdict, answer, redactor)
        if self._settings.token_path:
            self._token = self._token_in(verdict.body, answer, redactor)
            self._remember(self._token)
        elif cookies:
            self._cookies = cookies
            self._remember(*cookies.values())
        else:
            raise ConfigurationError(
                f"{self._integration.name} answered the sign-in, but set no cookie. Check the path of the sign-in, or "
                "say where the token lies in its answer.",
                f"{redactor.line(answer.url)} answered HTTP {answer.status} without Set-Cookie",
                field="session.tokenPath",
            )
        seconds = usable_seconds(self._settings.lifetime * 60) if self._settings.lifetime else None
        self._good_until = None if seconds is None else began + seconds

    def _request(self) -> Request:
        settings = self._settings
        values = {"username": self._integration.username, "password": self._password}
        url, written = joined(self._integration.base_url, settings.path)
        params = merged(written, tuple(self._integration.params.items()))
        form, body = settings.body()
        try:
            headers = {name: fill(text, values) for name, text in settings.headers.items()}
            fields = None if form is None else tuple((fill(k, values), fill(v, values)) for k, v in form.items())
            content = None if body is None else json.dumps(fill_json(body, values)).encode()
        except MissingValueError as error:
            raise ConfigurationError(
                f"{self._integration.name} has no user name yet. Enter it and test the connection.",
                str(error),
                field=error.name,
            ) from None
        # The cookies are in the answer itself; where it would lead on to is of no matter.
        follow = bool(settings.token_path)
        if settings.method == "GET":
            request = Request("GET", url, self._headers, merged(params, fields or ()), follow=follow)
        else:
            request = Request("POST", url, self._headers, params, form=fields, json=content, follow=follow)
        for name, text in headers.items():
            request = request.with_header(name, text)
        return request

    def _token_in(self, body: Any, answer: Answer, redactor: Redactor) -> str:
        found = _at(self._settings.token_path, body)
        if isinstance(found, int) and not isinstance(found, bool):
            found = str(found)
        if is_token(found):
            return str(found)
        names = ", ".join(str(key) for key in body) if isinstance(body, Mapping) else type(body).__name__
        raise ConfigurationError(
            f"{self._integration.name} answered the sign-in, but there is no token at “{self._settings.token_path}”. "
            "Check where the token lies in its answer.",
            f"{redactor.line(answer.url)}: fields of the answer: {redactor.line(names)}",
            field="session.tokenPath",
        )

    def _error(self, verdict: Verdict, answer: Answer, redactor: Redactor) -> HubError:
        found = error_of(verdict, answer, self._integration, _WHERE, redactor)
        if verdict.outcome in _REFUSING and answer.status != 405:
            words = redactor.line(verdict.words, 300)
            said = f" It says: “{words}”" if words else ""
            return SignInError(
                f"{self._integration.name} refused the user name or the password. Enter valid ones and test the "
                f"connection.{said}",
                found.detail,
                evidence=found.evidence,
            )
        if isinstance(found, ConfigurationError):
            return ConfigurationError(
                f"Nobody can be signed in at the sign-in path of {self._integration.name}. Check the path and how the "
                "sign-in is sent.",
                found.detail,
                field="session.path",
                evidence=found.evidence,
            )
        return found

    def _remember(self, *secrets: str) -> None:
        self._seen = (*(secret for secret in self._seen if secret not in secrets), *secrets)[-_REMEMBERED:]


def _at(path: str, body: Any) -> Any:
    """Return what lies at a path of an answer, which may be any JSON value; `@` is the answer itself."""
    if path == "@":
        return body
    try:
        return compile_path(path)(body)
    except (ValueError, AttributeError, TypeError):
        return None
