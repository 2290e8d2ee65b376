"""The connection doctor: each step of the way to an upstream is tried, and each failure comes with its remedy."""

import socket
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.errors import CancelledError, ConfigurationError, HubError, Remedy, SignInError
from hub_desktop.core.integration import Integration
from hub_desktop.core.mapping import compile_path
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.sign_in import GRANT_LABELS, AuthType
from hub_desktop.core.validation import RecordChecker
from hub_desktop.core.words import count, listed
from hub_desktop.upstream.addresses import origin
from hub_desktop.upstream.faults import fault_of, late
from hub_desktop.upstream.oauth import TokenKeeper
from hub_desktop.upstream.reading import Page, Patience, Upstream
from hub_desktop.upstream.wire import Wire, tls_context

_STEP_SECONDS = 10.0
_TICK_SECONDS = 0.05
_SAMPLE = 50
_MOST_REASONS = 3

_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Check:
    """One step of the test; `ok` is None when it could not be tried or told, `seconds` how long it took."""

    name: str
    ok: bool | None
    sentence: str
    detail: str = ""
    remedy: Remedy = Remedy.NONE
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """What the doctor found, in the order of the way to the upstream."""

    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing failed and something was read."""
        return bool(self.checks) and self.checks[-1].ok is not None and all(c.ok is not False for c in self.checks)


def examine(
    integration: Integration,
    secrets: Mapping[str, str],
    *,
    cancel: threading.Event,
    redactor: Redactor,
    wire: Wire | None = None,
    keeper: TokenKeeper | None = None,
    patience: Patience | None = None,
) -> Report:
    """Return what works and what does not on the way to an upstream; it writes nothing.

    Raises CancelledError when stopped, never anything for a fault of the upstream or of the configuration.
    """
    patient = patience or Patience(tries=1, deadline=30.0)
    examination = _Examination(integration, secrets, cancel, redactor, patient, keeper=keeper)
    used = wire or Wire(integration.name)
    try:
        examination.go(used)
    finally:
        if wire is None:
            used.close()
    return Report(tuple(examination.checks))


class _Examination:
    """The steps of one test, which share what was found so far."""

    def __init__(
        self,
        integration: Integration,
        secrets: Mapping[str, str],
        cancel: threading.Event,
        redactor: Redactor,
        patience: Patience,
        *,
        keeper: TokenKeeper | None,
    ) -> None:
        self.checks: list[Check] = []
        self._integration = integration
        self._secrets = secrets
        self._cancel = cancel
        self._redactor = redactor.with_secrets(secrets.values())
        self._patience = patience
        self._keeper = keeper

    def go(self, wire: Wire) -> None:
        """Try every step; what stands behind a failed one is noted as not tried."""
        if not self._network(wire.ca_file):
            self._skip("Sign-in", *self._endpoints())
            return
        try:
            upstream = Upstream(
                self._integration,
                self._secrets,
                cancel=self._cancel,
                redactor=self._redactor,
                wire=wire,
                keeper=self._keeper,
                patience=self._patience,
                ahead=0,
            )
        except HubError as error:
            self.checks.append(self._failed("Sign-in", error, 0.0))
            self._skip(*self._endpoints())
            return
        with upstream:
            self._read(upstream)

    def _endpoints(self) -> list[str]:
        return [name for name, endpoint in self._integration.endpoints.items() if endpoint.enabled]

    # -- the network ---------------------------------------------------------------------------------------------

    def _network(self, ca_file: Path | None) -> bool:
        url = self._integration.base_url
        scheme, host, port = origin(url)
        proxy = _proxy_for(scheme, host)
        if proxy is not None:
            host, port = proxy
        steps: list[tuple[str, Callable[[], tuple[str, str]]]] = [
            ("Address", lambda: self._look_up(host, port)),
            ("Connection", lambda: self._connect(host, port, proxied=proxy is not None)),
        ]
        if scheme == "https" and proxy is None:
            steps.append(("Certificate", lambda: self._certificate(host, port, ca_file)))
        for position, (name, step) in enumerate(steps):
            began = time.monotonic()
            try:
                sentence, detail = self._blocking(step)
            except CancelledError:
                raise
            except Exception as error:  # noqa: BLE001 - any failure of a step is a finding
                found = error if isinstance(error, HubError) else fault_of(self._integration.name, url, error)
                self.checks.append(self._failed(name, found, time.monotonic() - began, Remedy.EDIT))
                self._skip(*(later for later, _ in steps[position + 1 :]))
                return False
            self._passed(name, sentence, detail, began)
        return True

    def _look_up(self, host: str, port: int) -> tuple[str, str]:
        found = sorted({str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)})
        return f"The computer “{host}” was found.", ", ".join(found[:4])

    def _connect(self, host: str, port: int, *, proxied: bool) -> tuple[str, str]:
        with socket.create_connection((host, port), timeout=_STEP_SECONDS) as connection:
            peer = connection.getpeername()
        way = " through the proxy of this computer" if proxied else ""
        return f"{self._integration.name} takes connections{way}.", f"TCP to {peer[0]} port {peer[1]}"

    def _certificate(self, host: str, port: int, ca_file: Path | None) -> tuple[str, str]:
        with (
            socket.create_connection((host, port), timeout=_STEP_SECONDS) as connection,
            tls_context(ca_file).wrap_socket(connection, server_hostname=host) as secured,
        ):
            certificate = secured.getpeercert() or {}
            version = secured.version()
        issuer = _issuer(certificate)
        until = str(certificate.get("notAfter", "unknown"))
        return (
            f"The connection to {self._integration.name} is secure.",
            f"{version}; certificate issued by {issuer}, valid until {until}",
        )

    def _blocking(self, step: Callable[[], _Found]) -> _Found:
        """Run a step that can block on a thread, so that it can be left after some seconds or when cancelled."""
        results: list[_Found] = []
        errors: list[BaseException] = []

        def run() -> None:
            try:
                results.append(step())
            except BaseException as error:  # noqa: BLE001 - handed to the thread that waits
                errors.append(error)

        thread = threading.Thread(target=run, name="connection test", daemon=True)
        thread.start()
        ends = time.monotonic() + _STEP_SECONDS + 1
        while thread.is_alive():
            thread.join(_TICK_SECONDS)
            if self._cancel.is_set():
                raise CancelledError(f"The test of {self._integration.name} was stopped.")
            if time.monotonic() > ends:
                raise late(self._integration.name, self._integration.base_url, _STEP_SECONDS)
        if errors:
            raise errors[0]
        return results[0]

    # -- signing in and reading ----------------------------------------------------------------------------------

    def _read(self, upstream: Upstream) -> None:
        names = self._endpoints()
        oauth = self._integration.auth_type is AuthType.OAUTH
        if oauth and not self._token(upstream):
            self._skip(*names)
            return
        if not names:
            if not oauth:
                self.checks.append(Check("Sign-in", None, "Without an endpoint the sign-in cannot be tried."))
            self.checks.append(
                Check(
                    "Endpoints",
                    False,
                    f"{self._integration.name} has no endpoint that is switched on. Add one, such as /students.",
                    "",
                    Remedy.EDIT,
                )
            )
            return
        for position, name in enumerate(names):
            began = time.monotonic()
            error: HubError | None = None
            try:
                check = self._first_page(upstream, name, began)
            except CancelledError:
                raise
            except HubError as raised:
                error = raised
                check = self._failed(name, raised, time.monotonic() - began)
            if position == 0 and not oauth:
                self._told_sign_in(error, check.seconds)
            if isinstance(error, SignInError):
                self._skip(*names[position:])
                return
            self.checks.append(check)

    def _token(self, upstream: Upstream) -> bool:
        began = time.monotonic()
        try:
            upstream.sign_in()
        except CancelledError:
            raise
        except HubError as error:
            self.checks.append(self._failed("Sign-in", error, time.monotonic() - began))
            return False
        self._redactor = upstream.redactor
        grant = GRANT_LABELS[self._integration.oauth.grant] if self._integration.oauth else ""
        self._passed("Sign-in", f"{self._integration.name} gave a token.", f"OAuth 2.0: {grant}", began)
        return True

    def _told_sign_in(self, error: HubError | None, seconds: float) -> None:
        name = self._integration.name
        if error is None:
            self.checks.append(Check("Sign-in", True, f"{name} accepted the sign-in.", "", seconds=seconds))
        elif isinstance(error, SignInError):
            self.checks.append(self._failed("Sign-in", error, seconds))
        else:
            self.checks.append(
                Check(
                    "Sign-in",
                    None,
                    "Whether the sign-in is accepted could not be told, because the first endpoint gave no records.",
                )
            )

    def _first_page(self, upstream: Upstream, name: str, began: float) -> Check:
        page = upstream.first_page(name)
        seconds = time.monotonic() - began
        return self._judged(name, self._integration.endpoints[name], page, seconds)

    def _judged(self, name: str, endpoint: Endpoint, page: Page, seconds: float) -> Check:
        read = len(page.records)
        what = "record" if read == 1 else "records"
        of = f" of {page.total:,}" if page.total is not None and page.total > read else ""
        notes = " ".join(self._redactor.line(warning) for warning in page.warnings)
        if not read:
            return Check(
                name,
                True,
                f"{name}: the answer is an empty list. If there should be records, check the parameters "
                "of this endpoint and what the account may see.",
                notes,
                seconds=seconds,
            )
        came = f"{name}: {read:,} {what} read{of}"
        checker = RecordChecker(name, endpoint)
        sample = page.records[:_SAMPLE]
        missing = _without_source(checker, endpoint, sample)
        if missing:
            return Check(
                name,
                False,
                f"{came}, but no field was found for {listed(missing)}. Choose in the mapping of this "
                "endpoint which field it is.",
                self._redactor.line(_fields_seen(sample)),
                Remedy.EDIT,
                seconds,
            )
        checked = checker.check(sample)
        reasons = [reason for refused in checked.refused for reason in refused.reasons]
        first = self._redactor.line(" ".join(dict.fromkeys(reasons[:_MOST_REASONS])))
        detail = (
            f"of the first {count(len(sample), 'record')}: {len(checked.good):,} good, {len(checked.refused):,} "
            f"refused, {count(len(checked.warnings), 'value')} left out. {notes}"
        ).strip()
        if not checked.good:
            return Check(
                name,
                False,
                f"{came}, but none can be stored: {first} Correct the mapping of this endpoint.",
                detail,
                Remedy.EDIT,
                seconds,
            )
        if checked.refused:
            few = f"{len(checked.refused):,} of the first {len(sample):,} would be refused"
            return Check(name, True, f"{came}; {few}: {first}", detail, Remedy.EDIT, seconds)
        return Check(name, True, f"{came}, all well.", detail, seconds=seconds)

    # -- findings ------------------------------------------------------------------------------------------------

    def _passed(self, name: str, sentence: str, detail: str, began: float) -> None:
        seconds = time.monotonic() - began
        self.checks.append(
            Check(name, True, self._redactor.line(sentence), self._redactor.line(detail), seconds=seconds)
        )

    def _failed(self, name: str, error: HubError, seconds: float, remedy: Remedy | None = None) -> Check:
        if isinstance(error, ConfigurationError):
            remedy = None
        return Check(
            name,
            False,
            self._redactor.line(error.sentence),
            self._redactor.line(error.detail),
            remedy or error.remedy,
            seconds,
        )

    def _skip(self, *names: str) -> None:
        self.checks.extend(Check(name, None, "Not tried, because an earlier step failed.") for name in names)


def _without_source(checker: RecordChecker, endpoint: Endpoint, sample: Sequence[object]) -> list[str]:
    """Return the labels of the required fields for which no record of the sample has anything."""
    records = [record for record in sample if isinstance(record, Mapping)]
    if not records:
        return []
    if checker.data_type.name == "custom":
        takes = [(name, compile_path(name)) for name in endpoint.key]
        return [f"“{name}”" for name, take in takes if all(_taken(take, record) is None for record in records)]
    together: dict[str, Any] = {}
    for record in records:
        together |= record
    needed = {f.name: f for f in checker.data_type.fields if (f.required or f.key) and not f.may_be_empty}
    return [
        f"“{needed[source.target].label}”"
        for source in checker.mapper.sources(together)
        if source.target in needed
        and (
            not source.path
            or (source.explicit and all(_taken(compile_path(source.path), record) is None for record in records))
        )
    ]


def _taken(take: Callable[[Mapping[str, Any]], Any], record: Mapping[str, Any]) -> Any:
    try:
        return take(record)
    except ValueError:
        return None


def _fields_seen(sample: Sequence[object]) -> str:
    names = dict.fromkeys(str(key) for record in sample if isinstance(record, Mapping) for key in record)
    return f"fields seen: {', '.join(names)}"


def _issuer(certificate: Mapping[str, Any]) -> str:
    parts = {key: value for group in certificate.get("issuer", ()) for key, value in group}
    return str(parts.get("organizationName") or parts.get("commonName") or "unknown")


def _proxy_for(scheme: str, host: str) -> tuple[str, int] | None:
    """Return host and port of the proxy through which an address is reached, None for the direct way."""
    if host in {"localhost", "127.0.0.1", "::1"} or proxy_bypass(host):
        return None
    proxies = getproxies()
    written = proxies.get(scheme) or proxies.get("all")
    if not written:
        return None
    parts = urlsplit(written if "://" in written else f"http://{written}")
    try:
        return (parts.hostname, parts.port or 80) if parts.hostname else None
    except ValueError:
        return None
