"""The thread that listens for other programs and serves one ASGI application to them."""

import asyncio
import contextlib
import errno
import logging
import socket
import ssl
import sys
import threading
from types import TracebackType
from typing import Self

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from hub_desktop.core.errors import PortTakenError
from hub_desktop.server.handshakes import Handshakes
from hub_desktop.server.limits import error_response
from hub_desktop.server.protocol import protocol_with_deadline

logger = logging.getLogger(__name__)

_GRACEFUL_SECONDS = 2
_FORCED_SECONDS = 3
_JOIN_SECONDS = 5.0
_START_SECONDS = 10.0
_KEEP_ALIVE_SECONDS = 5
_BACKLOG = 128
_TICKS_A_SECOND, _TICKS_A_DAY = 10, 864_000
"""As uvicorn counts: with every tenth it writes the time anew that its answers bear."""


class _Server(uvicorn.Server):
    """A uvicorn server that says when it accepts and leaves no connection open behind it."""

    def __init__(self, config: uvicorn.Config, accepting: threading.Event, handshakes: Handshakes | None) -> None:
        super().__init__(config)
        self._accepting = accepting
        self._handshakes = handshakes
        self._woken: tuple[asyncio.AbstractEventLoop, asyncio.Event] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Accept on the given sockets."""
        await super().startup(sockets=sockets)
        self._accepting.set()

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve until stopped; close every connection even where the server ends by an error."""
        try:
            await super().serve(sockets=sockets)
        finally:
            self._drop_connections()
            await asyncio.sleep(0)

    async def main_loop(self) -> None:
        """Look once a second whether to end, and sooner when told to; uvicorn looks ten times, also in the tray."""
        woken = asyncio.Event()
        self._woken = asyncio.get_running_loop(), woken
        ticks = 0
        while not await self.on_tick(ticks):
            ticks = (ticks + _TICKS_A_SECOND) % _TICKS_A_DAY
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(woken.wait(), 1.0)

    def end(self) -> None:
        """End soon; called from any thread."""
        self.should_exit = True
        if self._woken is not None:
            loop, woken = self._woken
            with contextlib.suppress(RuntimeError):
                # The loop may have ended by itself.
                loop.call_soon_threadsafe(woken.set)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let requests finish for the grace period, then cut off the rest."""
        cutting_off = asyncio.create_task(self._cut_off_late_requests())
        try:
            await super().shutdown(sockets=sockets)
        finally:
            cutting_off.cancel()

    async def _cut_off_late_requests(self) -> None:
        # uvicorn does the same a second later, but logs each request as an error of the program.
        await asyncio.sleep(_GRACEFUL_SECONDS)
        logger.warning("%d requests are cut off because the listener stops", len(self.server_state.tasks))
        self._drop_connections()
        # Time for uvicorn to learn that the clients are gone and await no answer.
        await asyncio.sleep(0.05)
        for task in list(self.server_state.tasks):
            task.cancel()

    def _drop_connections(self) -> None:
        if self._handshakes is not None:
            self._handshakes.drop()
        for connection in list(self.server_state.connections):
            connection.transport.abort()


class ListeningThread:
    """Serves an ASGI application on a socket of its own, in a thread of its own; started and stopped once.

    The port is bound by `start` in the caller's thread, so a taken port is known at once. Port 0 takes any free
    one. `limit_concurrency` is the number of connections beyond which clients get 503; None sets no limit. Beyond
    twice as many they are dropped, those that have not agreed on TLS yet counted too.
    `header_seconds` is how long a client may take to send the head of its request, and before that to agree on TLS,
    where `tls` says with what it is encrypted.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        name: str = "hub-listener",
        limit_concurrency: int | None = 64,
        header_seconds: float = 10.0,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.name = name
        self.host = host
        self._tls = tls
        self._wanted_port = port
        self._bound_port: int | None = None
        self._accepting = threading.Event()
        self._failure: BaseException | None = None
        self._thread: threading.Thread | None = None

        async def serve_until_cut_off(scope: Scope, receive: Receive, send: Send) -> None:
            try:
                if limit_concurrency is not None and len(self._server.server_state.connections) > limit_concurrency:
                    await _too_busy(scope, receive, send)
                    return
                await app(scope, receive, send)
            except asyncio.CancelledError:
                if not self._server.should_exit:
                    raise

        most_connections = None if limit_concurrency is None else 2 * limit_concurrency
        protocol: type[asyncio.Protocol] = protocol_with_deadline(header_seconds, most_connections)
        handshakes = None
        if tls is not None:
            handshakes = Handshakes(protocol, tls, seconds=header_seconds, most_connections=most_connections)
            protocol = handshakes.protocol()
        config = uvicorn.Config(
            serve_until_cut_off,
            loop="asyncio",
            http=protocol,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            backlog=_BACKLOG,
            timeout_keep_alive=_KEEP_ALIVE_SECONDS,
            timeout_graceful_shutdown=_FORCED_SECONDS,
        )
        self._server = _Server(config, self._accepting, handshakes)

    @property
    def port(self) -> int:
        """The port that is or was listened on; raise RuntimeError before the start."""
        if self._bound_port is None:
            raise RuntimeError("the listener has not been started")
        return self._bound_port

    @property
    def address(self) -> str:
        """The root address a program on this computer uses, such as `http://127.0.0.1:8123`."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104 - a name, no binding
        scheme = "http" if self._tls is None else "https"
        return f"{scheme}://[{host}]:{self.port}" if ":" in host else f"{scheme}://{host}:{self.port}"

    @property
    def encrypted(self) -> bool:
        """Whether it speaks TLS."""
        return self._tls is not None

    @property
    def running(self) -> bool:
        """Whether the thread is alive."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def failure(self) -> BaseException | None:
        """The exception that ended the thread, None where there was none."""
        return self._failure

    def start(self) -> None:
        """Bind the port, start the thread and return once connections are accepted.

        Raise PortTakenError when another program has the port, another OSError when the address cannot be
        used, and RuntimeError when the server fails to start or was started before.
        """
        if self._thread is not None:
            raise RuntimeError("a listener is started once")
        listening = _bind(self.host, self._wanted_port)
        self._bound_port = listening.getsockname()[1]
        # A daemon, so that a request that hangs for good cannot keep the whole program from ending.
        self._thread = threading.Thread(target=self._run, args=(listening,), name=self.name, daemon=True)
        self._thread.start()
        in_time = self._accepting.wait(_START_SECONDS)
        if self._failure is not None:
            self._thread.join(_JOIN_SECONDS)
            raise RuntimeError("the listener failed to start") from self._failure
        if not in_time:
            self.stop()
            raise RuntimeError(f"the listener did not start within {_START_SECONDS:g} seconds")

    def stop(self) -> None:
        """Stop accepting, let requests finish for two seconds, cut off the rest and join the thread."""
        if self._thread is None:
            return
        self._server.end()
        self._thread.join(_JOIN_SECONDS)
        if self._thread.is_alive():
            self._server.force_exit = True
            logger.error("%s did not end within %g seconds: a request blocks it", self.name, _JOIN_SECONDS)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def _run(self, listening: socket.socket) -> None:
        try:
            self._server.run(sockets=[listening])
        # uvicorn leaves by SystemExit where it cannot start.
        except (Exception, SystemExit) as error:
            self._failure = error
            logger.exception("%s on port %d ended by an error", self.name, self.port)
        finally:
            listening.close()
            self._accepting.set()


async def _too_busy(scope: Scope, receive: Receive, send: Send) -> None:
    # uvicorn has such a limit too, but answers in another shape and writes a line into the log for each.
    headers = {"Retry-After": "1", "Connection": "close"}
    await error_response(503, "too_busy", "Too many connections are open. Try again later.", headers)(
        scope, receive, send
    )


def _bind(host: str, port: int) -> socket.socket:
    """Return a listening socket; raise PortTakenError, or another OSError for an unusable address."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except UnicodeError as error:
        # What is no name at all, such as one with two dots in a row, fails before the system is asked for it.
        raise OSError(errno.EADDRNOTAVAIL, str(error)) from error
    listening = socket.socket(family, kind, protocol)
    try:
        if sys.platform == "win32":
            # There SO_REUSEADDR would let a second program steal the port of the first.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # A port that was just released can be taken again at once.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        # At once, because two sockets may both bind and only one may listen.
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        taken = error.errno == errno.EADDRINUSE or (sys.platform == "win32" and error.errno == errno.EACCES)
        if taken:
            raise PortTakenError(host, port) from error
        raise
    return listening
