"""Connections before they have agreed on TLS: counted from the moment they are accepted, and cut off in time."""

import asyncio
import ssl
from collections.abc import Callable


class Handshakes:
    """Makes the protocol of each accepted connection, which agrees on TLS first and then hands over to `protocol`.

    asyncio makes it known to nobody that a handshake goes on or has failed, so that connections which never begin it
    could be held without a limit. `full` tells whether no more are taken, given how many handshakes go on; what comes
    then is dropped. A handshake may take `seconds`.
    """

    def __init__(
        self,
        protocol: Callable[[], asyncio.BaseProtocol],
        context: ssl.SSLContext,
        *,
        seconds: float,
        full: Callable[[int], bool],
    ) -> None:
        self.protocol = protocol
        self.context = context
        self.seconds = seconds
        self._full = full
        self._going: dict[asyncio.Transport, asyncio.Task[None]] = {}

    def __call__(self) -> asyncio.Protocol:
        """Return the protocol of one more connection."""
        return _Handshake(self)

    def begin(self, handshake: "_Handshake", transport: asyncio.Transport) -> None:
        """Let a connection agree on TLS, or drop it."""
        if self._full(len(self._going)):
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

    def __init__(self, handshakes: Handshakes) -> None:
        self._handshakes = handshakes
        self._early = bytearray()

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
        protocol = every.protocol()
        encrypted.set_protocol(protocol)
        protocol.connection_made(encrypted)
        if self._early and isinstance(protocol, asyncio.Protocol):
            protocol.data_received(bytes(self._early))
