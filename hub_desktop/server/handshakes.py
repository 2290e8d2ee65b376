"""Connections before they have agreed on TLS: counted from the moment they are accepted, and cut off in time."""

import asyncio
import ssl
from collections.abc import Callable
from functools import partial
from typing import Any

from uvicorn.server import ServerState


class Handshakes:
    """Lets each accepted connection agree on TLS first, and then hands it over to its `protocol`.

    uvicorn leaves handshakes at asyncio's minute, and asyncio makes it known to nobody that one goes on or has failed,
    so that connections which never begin it could be held without a limit. Here a handshake may take `seconds`, and
    where there are `most_connections`, those that have not agreed yet counted too, what comes then is dropped.
    """

    def __init__(
        self,
        protocol: Callable[..., asyncio.BaseProtocol],
        context: ssl.SSLContext,
        *,
        seconds: float,
        most_connections: int | None,
    ) -> None:
        self.context = context
        self.seconds = seconds
        self._protocol = protocol
        self._most_connections = most_connections
        self._going: dict[asyncio.Transport, asyncio.Task[None]] = {}

    def protocol(self) -> type[asyncio.Protocol]:
        """Return what uvicorn makes for each connection in the place of its own protocol."""
        every = self

        class Handshake(_Handshake):
            def __init__(self, *, server_state: ServerState, **more: Any) -> None:
                super().__init__(every, server_state, partial(every._protocol, server_state=server_state, **more))

        return Handshake

    def begin(self, handshake: "_Handshake", transport: asyncio.Transport) -> None:
        """Let a connection agree on TLS, or drop it."""
        most = self._most_connections
        if most is not None and len(self._going) + len(handshake.server_state.connections) >= most:
            transport.abort()
            return
        # Nothing may be read before the other end of it speaks TLS.
        transport.pause_reading()
        task = asyncio.get_running_loop().create_task(handshake.agree(transport))
        self._going[transport] = task
        task.add_done_callback(lambda _: self._going.pop(transport, None))

    def drop(self) -> None:
        """Cut off all that have not agreed yet."""
        for transport in list(self._going):
            transport.abort()


class _Handshake(asyncio.Protocol):
    """One connection up to its agreement on TLS."""

    def __init__(
        self, handshakes: Handshakes, server_state: ServerState, protocol: Callable[[], asyncio.BaseProtocol]
    ) -> None:
        self.server_state = server_state
        self._handshakes = handshakes
        self._protocol = protocol
        self._early = bytearray()

    # What is accepted on a socket is always a Transport, though the declared signature names its root class alone.
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        self._handshakes.begin(self, transport)

    def data_received(self, data: bytes) -> None:
        # What comes in one piece with the end of the handshake, before there is anybody to take it.
        self._early += data

    async def agree(self, transport: asyncio.Transport) -> None:
        """Agree on TLS and hand over; whoever speaks none, leaves or takes too long is let go."""
        every = self._handshakes
        try:
            encrypted = await asyncio.get_running_loop().start_tls(
                transport, self, every.context, server_side=True, ssl_handshake_timeout=every.seconds
            )
        except OSError:
            transport.abort()
            return
        if encrypted is None or transport.is_closing():
            return
        protocol = self._protocol()
        encrypted.set_protocol(protocol)
        protocol.connection_made(encrypted)
        if self._early and isinstance(protocol, asyncio.Protocol):
            protocol.data_received(bytes(self._early))
