"""The one module that speaks HTTP: one exchange with an upstream, within a deadline, a size and an origin."""

import contextlib
import logging
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode

import httpx
import truststore
from msgspec import Struct, field
from msgspec.structs import replace

from hub_desktop import __version__
from hub_desktop.core.errors import CancelledError, ConfigurationError, HubError, Trouble
from hub_desktop.core.network import ProxyUse, Way
from hub_desktop.core.redaction import one_line
from hub_desktop.core.wire_rules import check_header
from hub_desktop.upstream.addresses import Params, followed, origin, place, with_params
from hub_desktop.upstream.faults import fault_of, late
from hub_desktop.upstream.inflation import MAX_BODY_BYTES, BoundedBody
from hub_desktop.upstream.ways import Proxy, proxy_for, refused, silent, unusable

DEADLINE_SECONDS = 60.0
"""For one request with its redirects, from the name look-up to the last byte."""
MAX_REDIRECTS = 5
USER_AGENT = f"HubDesktop/{__version__}"

_CONNECT_SECONDS = 15.0
_TICK_SECONDS = 0.05
_FAREWELL_SECONDS = 1.0
_CHUNK = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PROXY_ASKS = 407
# What the library raises of proxies that the system names: another kind, no address at all.
_UNUSABLE = (ImportError, ValueError, httpx.InvalidURL)
_LOOPBACK = ("all://127.0.0.1", "all://localhost", "all://[::1]")

# At INFO they write whole addresses, with the keys in their queries.
for _logger in ("httpx", "httpcore"):
    logging.getLogger(_logger).setLevel(logging.WARNING)


class Headers(Mapping[str, str]):
    """Headers by name in any case; several of one name are joined by commas (RFC 9110, section 5.2)."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._values: dict[str, str] = {}
        for name, value in pairs:
            key = name.lower()
            self._values[key] = f"{self._values[key]}, {value}" if key in self._values else value

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


class Request(Struct, frozen=True):
    """What is sent; `params` are added to those the address has.

    `form` is sent as a URL-encoded body, `json` (encoded already) as a JSON body.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    params: Params = ()
    form: Params | None = None
    json: bytes | None = None
    follow: bool = True
    """Whether redirects are followed; where not, they are answers like any other."""
    asks_by: Params = ()
    """Those of its headers that decide what is asked for, such as one that names the parent or the page."""
    connect_to: str = ""
    """An IP address to connect to instead of looking the name up; the name is asked for and verified all the same."""

    @property
    def address(self) -> str:
        """The whole address, which may hold a key."""
        return with_params(self.url, self.params)

    @property
    def identity(self) -> tuple[str, str, Params | None, bytes | None, Params]:
        """What makes it another request than the one before: method, address, body and the headers that ask."""
        return (self.method, self.address, self.form, self.json, self.asks_by)

    def with_header(self, name: str, value: str) -> "Request":
        """Return the request with this header, in place of one of the same name in any case."""
        kept = {key: text for key, text in self.headers.items() if key.lower() != name.lower()}
        return replace(self, headers=kept | {name: value})

    def __repr__(self) -> str:
        # Headers, parameters and form can hold secrets.
        return f"Request({self.method} {place(self.url)})"


class Answer(Struct, frozen=True):
    """What came back: the decoded body, the address it came from, and how long the exchange took."""

    status: int
    headers: Headers
    body: bytes
    url: str
    seconds: float

    def __repr__(self) -> str:
        return f"Answer({self.status}, {len(self.body)} bytes from {place(self.url)})"


class Wire:
    """The connection to one integration's upstream; made on first use, safe to share between threads.

    `way` says through which proxy it leads, and which certificates are trusted besides those of the operating system.
    """

    def __init__(
        self,
        name: str,
        *,
        max_body_bytes: int = MAX_BODY_BYTES,
        ca_file: Path | None = None,
        way: Way | None = None,
    ) -> None:
        self.requests_made = 0
        self.way = way or Way(ca_file=ca_file)
        self._name = name
        self._max_body_bytes = max_body_bytes
        self._clients: dict[tuple[Proxy | None, bool, bool], httpx.Client] = {}
        self._asks_system = self.way.proxy is ProxyUse.SYSTEM
        self._sockets = _Sockets()
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def send(self, request: Request, *, deadline_seconds: float = DEADLINE_SECONDS, cancel: threading.Event) -> Answer:
        """Return the answer of any status, after at most 5 redirects to the same origin.

        Raises CancelledError within a moment of `cancel`, TransientError for what passes by itself (also an answer
        not complete by the deadline), ConfigurationError for what a person must change.
        """
        began = time.monotonic()
        for _ in range(MAX_REDIRECTS + 1):
            answer = self._exchange(request, began, deadline_seconds, cancel)
            if not request.follow or answer.status not in _REDIRECTS or "location" not in answer.headers:
                return replace(answer, seconds=time.monotonic() - began)
            request = self._redirected(request, answer)
        raise ConfigurationError(
            f"{self._name} sends us in circles from one address to the next. Check the base URL and the path.",
            f"{place(request.url)}: more than {MAX_REDIRECTS} redirects",
            field="baseUrl",
            evidence=Trouble.ADDRESS.evidence,
        )

    def close(self) -> None:
        """Close the connections; the next request makes new ones."""
        with self._lock:
            clients, self._clients = list(self._clients.values()), {}
        for client in clients:
            client.close()

    def _exchange(self, request: Request, began: float, deadline_seconds: float, cancel: threading.Event) -> Answer:
        if cancel.is_set():
            raise _cancelled(self._name)
        ends = began + deadline_seconds
        sent = self._prepared(request, max(ends - time.monotonic(), 0.01))
        client = self._client_for(sent)
        exchange = _Exchange(self._name, client, self._sockets, sent, max_body_bytes=self._max_body_bytes, way=self.way)
        with self._lock:
            self.requests_made += 1
        # Timeouts of the library are for each read, so an upstream that drips never meets them; and nothing but
        # another thread can end a read that waits. Hence: the exchange blocks over there, this thread watches.
        thread = threading.Thread(target=exchange.run, name=f"wire to {self._name}", daemon=True)
        thread.start()
        try:
            while not exchange.done.wait(_TICK_SECONDS) and not cancel.is_set() and time.monotonic() <= ends:
                pass
        finally:
            if not exchange.done.is_set():
                exchange.abort()
                # A thread inside the name look-up cannot be woken; it ends by itself and sends nothing any more.
                thread.join(_FAREWELL_SECONDS)
                self.close()
        if exchange.aborted:
            raise _cancelled(self._name) if cancel.is_set() else late(self._name, request.url, deadline_seconds)
        thread.join()
        if exchange.answer is not None:
            return exchange.answer
        if exchange.timed_out and time.monotonic() >= ends - _TICK_SECONDS:
            raise late(self._name, request.url, deadline_seconds)
        raise exchange.error or fault_of(self._name, request.url, OSError())

    def _client_for(self, sent: httpx.Request) -> httpx.Client:
        if self._asks_system:
            # Which proxy the system names, the client finds out itself; asking twice can be slow.
            with contextlib.suppress(*_UNUSABLE):
                return self._connected(sent, None, asks_system=True)
            # It refuses all where one cannot be used, also where that one is for other addresses than this.
            self._asks_system = False
        proxy = _proxy_of(sent, self.way)
        if proxy is None:
            return self._connected(sent, None, asks_system=False)
        if proxy.usable:
            with contextlib.suppress(*_UNUSABLE):
                return self._connected(sent, proxy, asks_system=False)
        raise unusable(proxy, self._name)

    def _connected(self, sent: httpx.Request, proxy: Proxy | None, *, asks_system: bool) -> httpx.Client:
        """Return the client that goes through this proxy, or through none but those that the system may name."""
        with self._lock:
            # HTTP/2 is agreed on within TLS. Without it, its libraries need not even be loaded.
            offers_http2 = sent.url.scheme == "https"
            key = (proxy, asks_system, offers_http2)
            if key not in self._clients:
                self._clients[key] = httpx.Client(
                    verify=tls_context(self.way.ca_file),
                    trust_env=asks_system,
                    http2=offers_http2,
                    follow_redirects=False,
                    proxy=_as_httpx(proxy) if proxy is not None else None,
                    # Whatever the proxy settings say, the way to this computer itself leads through no proxy.
                    mounts=dict.fromkeys(_LOOPBACK),
                )
            return self._clients[key]

    def _prepared(self, request: Request, remaining: float) -> httpx.Request:
        headers = {"User-Agent": USER_AGENT, "Accept": "application/json", "Accept-Encoding": "gzip, deflate"}
        given = {name.lower() for name in request.headers}
        content: bytes | None = None
        if request.form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            content = urlencode(request.form).encode("ascii")
        elif request.json is not None:
            headers["Content-Type"] = "application/json"
            content = request.json
        # One that the request names itself goes before ours, in whatever case it is written.
        headers = {name: value for name, value in headers.items() if name.lower() not in given} | dict(request.headers)
        pairs: list[tuple[bytes, bytes]] = []
        for name, value in headers.items():
            try:
                check_header(name, value)
            except ValueError as error:
                problem = ConfigurationError(f"{self._name}: {error}. Correct it.", field="headers")
            else:
                pairs.append((name.encode("ascii"), _header_bytes(value)))
                continue
            raise problem
        timeout = httpx.Timeout(remaining, connect=min(remaining, _CONNECT_SECONDS)).as_dict()
        try:
            origin(request.url)
            extensions: dict[str, Any] = {"timeout": timeout}
            url = httpx.URL(request.address)
            if request.connect_to:
                pairs.append((b"Host", url.netloc))
                extensions["sni_hostname"] = url.host
                url = url.copy_with(host=request.connect_to)
            return httpx.Request(request.method, url, headers=pairs, content=content, extensions=extensions)
        except (httpx.InvalidURL, ValueError):
            pass
        raise ConfigurationError(
            f"The address of {self._name} cannot be read. Check the base URL and the path of the endpoint.",
            f"{place(request.url)}: not a valid http or https address",
            field="baseUrl",
            evidence=Trouble.ADDRESS.evidence,
        )

    def _redirected(self, request: Request, answer: Answer) -> Request:
        target = followed(self._name, answer.url, answer.headers["location"])
        if request.method != "GET":
            raise ConfigurationError(
                f"{self._name} wants this request at another address. Enter that address: {place(target)}.",
                f"{place(request.url)} answered {request.method} with HTTP {answer.status}",
                field="baseUrl",
                evidence={"status": str(answer.status), **Trouble.ADDRESS.evidence},
            )
        # The same origin got headers and key already; the new address says which parameters it wants.
        return replace(request, url=target, params=())


class _AbortedError(Exception):
    """The watching thread gave up on this exchange."""


class _Sockets:
    """The open sockets of a client, kept so that a thread waiting in one of them can be woken."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []

    def add(self, found: socket.socket) -> None:
        """Keep a socket, and forget those closed since."""
        with self._lock:
            self._open = [kept for kept in self._open if kept.fileno() != -1]
            self._open.append(found)

    def wake(self) -> None:
        """End every read and write under way."""
        with self._lock:
            for kept in self._open:
                # The plain shutdown: that of an SSLSocket would pull the TLS layer from under the reading thread.
                with contextlib.suppress(OSError):
                    socket.socket.shutdown(kept, socket.SHUT_RDWR)


class _Exchange:
    """One request and its answer on a thread of its own."""

    def __init__(
        self,
        name: str,
        client: httpx.Client,
        sockets: _Sockets,
        request: httpx.Request,
        *,
        max_body_bytes: int,
        way: Way,
    ) -> None:
        self.done = threading.Event()
        self.answer: Answer | None = None
        self.error: HubError | None = None
        self.timed_out = False
        self.aborted = False
        self._name = name
        self._way = way
        self._client = client
        self._sockets = sockets
        self._request = request
        self._max_body_bytes = max_body_bytes
        self._plain: socket.socket | None = None
        self._handle: socket.socket | None = None
        request.extensions["trace"] = self._on_trace

    def run(self) -> None:
        """Do the exchange and leave its answer or error; nothing is raised."""
        try:
            self.answer = self._perform()
        except _AbortedError:
            pass
        except HubError as error:
            self.error = error
        except Exception as error:  # noqa: BLE001 - whatever a library raises belongs to the thread that waits
            self.timed_out = isinstance(error, httpx.TimeoutException)
            self.error = self._fault(error)
        finally:
            self.done.set()

    def abort(self) -> None:
        """Wake the exchange out of whatever read it waits in; it sends nothing after this."""
        self.aborted = True
        self._sockets.wake()

    def _perform(self) -> Answer:
        began = time.monotonic()
        response = self._client.send(self._request, stream=True, auth=None, follow_redirects=False)
        try:
            if response.status_code == _PROXY_ASKS and (proxy := _proxy_of(self._request, self._way)) is not None:
                raise refused(proxy, self._name, str(_PROXY_ASKS), response.reason_phrase)
            body = BoundedBody(self._name, response.headers.get("content-encoding", ""), self._max_body_bytes)
            for chunk in response.iter_raw(_CHUNK):
                self._check()
                body.feed(chunk)
            content = body.finish()
        finally:
            response.close()
        headers = Headers(response.headers.multi_items())
        return Answer(response.status_code, headers, content, str(response.url), time.monotonic() - began)

    def _fault(self, error: Exception) -> HubError:
        url = str(self._request.url)
        if isinstance(error, httpx.RemoteProtocolError) and "in location header" in str(error):
            return ConfigurationError(
                f"{self._name} sends us on to an address that cannot be read. Check the base URL and the path.",
                f"{place(url)}: the Location header holds no valid address",
                field="baseUrl",
            )
        proxy = _proxy_of(self._request, self._way)
        if proxy is not None and not proxy.usable:
            # The library made something of it all the same.
            return unusable(proxy, self._name)
        if proxy is not None and isinstance(error, httpx.ProxyError):
            # httpx quotes the answer of the proxy to CONNECT: “407 Proxy Authentication Required”.
            said = one_line(str(error), 100)
            return refused(proxy, self._name, said[:3] if said[:3].isdecimal() else "", said)
        if proxy is not None and isinstance(error, httpx.ConnectError | httpx.ConnectTimeout) and not _is_of_tls(error):
            return silent(proxy, self._name, type(error).__name__)
        return fault_of(self._name, url, error)

    def _check(self) -> None:
        if self.aborted:
            raise _AbortedError

    def _on_trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Follow the connection's steps, so that its socket is known while a read waits in it."""
        stream = info.get("return_value")
        if event.endswith("connect_tcp.complete"):
            self._plain = self._keep(stream)
        elif event.endswith("start_tls.started") and self._plain is not None:
            # The handshake takes the socket over into a new object; a second handle stays good meanwhile.
            with contextlib.suppress(OSError):
                self._handle = self._plain.dup()
                self._sockets.add(self._handle)
        elif event.endswith(("start_tls.complete", "start_tls.failed")):
            if self._handle is not None:
                self._handle.close()
            self._plain, self._handle = self._keep(stream), None
        if self.aborted and event.endswith(("connect_tcp.complete", "start_tls.complete")) and stream is not None:
            stream.close()
        self._check()

    def _keep(self, stream: Any) -> socket.socket | None:
        found = stream.get_extra_info("socket") if stream is not None else None
        if not isinstance(found, socket.socket):
            return None
        self._sockets.add(found)
        return found


def tls_context(ca_file: Path | None = None) -> ssl.SSLContext:
    """Return a context that verifies against what the operating system trusts, and `ca_file` where one is given."""
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=str(ca_file))
        except (OSError, ssl.SSLError) as error:
            raise ConfigurationError(
                f"The certificates in {ca_file} cannot be read. Choose a file of certificates (PEM) in Settings, "
                "Network.",
                f"{type(error).__name__}: {error}",
                field="caFile",
            ) from error
    return context


def _proxy_of(request: httpx.Request, way: Way) -> Proxy | None:
    return proxy_for(request.url.scheme, request.url.host, way)


def _as_httpx(proxy: Proxy) -> httpx.Proxy:
    user, _, password = proxy.credentials.partition(":")
    return httpx.Proxy(f"{proxy.scheme}://{proxy.shown}", auth=(user, password) if user else None)


def _is_of_tls(error: BaseException | None) -> bool:
    """Tell whether a connection was made, and only its encryption was not."""
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _header_bytes(value: str) -> bytes:
    text = value.strip()
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        pass
    return text.encode("utf-8", "replace")


def _cancelled(name: str) -> CancelledError:
    return CancelledError(f"Reading from {name} was stopped.")
