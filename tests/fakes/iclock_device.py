"""An attendance device that pushes, as far as its protocol goes, over real sockets.

It keeps every punch in its memory with a growing stamp and forgets none; it uploads what it was not told to have been
taken, and begins where the server says that it stands. Its clock may be wrong, its line may break at any moment.
"""

import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

POWER_CUT = datetime(2000, 1, 1, 0, 0)  # noqa: DTZ001 - what its clock shows without a battery


@dataclass
class Kept:
    """A punch in the memory of the device."""

    stamp: int
    row: str


@dataclass
class IclockDevice:
    """One device; `address` is the root address of the server."""

    address: str
    serial: str = "CGZH201960123"
    now: Callable[[], datetime] = datetime.now
    """The right time on the wall where it hangs."""
    ahead: timedelta = timedelta()
    """How wrong its clock is."""
    context: ssl.SSLContext | None = None
    memory: list[Kept] = field(default_factory=list)
    acknowledged: int = 0
    """The stamp up to which the server said to have taken everything."""
    options: dict[str, str] = field(default_factory=dict)
    answers: list[tuple[int, str]] = field(default_factory=list)
    _started: datetime | None = None

    # -- its life --------------------------------------------------------------------------------------------------

    def clock(self) -> datetime:
        """Return what its clock shows."""
        right = self.now()
        return POWER_CUT + (right - self._started) if self._started is not None else right + self.ahead

    def cut_power(self) -> None:
        """Let its clock begin anew, as after a power cut with an empty battery."""
        self._started = self.now()

    def set_clock(self, ahead: timedelta = timedelta()) -> None:
        """Let a person set its clock."""
        self._started, self.ahead = None, ahead

    def punch(self, pin: str, at: datetime | None = None) -> None:
        """Let somebody lay a finger on it."""
        moment = at or self.clock()
        self.remember(f"{pin}\t{moment:%Y-%m-%d %H:%M:%S}\t0\t1\t0\t0\t0")

    def remember(self, row: str) -> None:
        """Keep a row in its memory, whatever it is."""
        self.memory.append(Kept(len(self.memory) + 1, row))

    # -- its calls -------------------------------------------------------------------------------------------------

    def greet(self) -> bool:
        """Ask for its options and go on from where the server says that it stands."""
        path = f"/iclock/cdata?SN={self.serial}&options=all&pushver=2.4.1&language=69"
        status, text = self.call("GET", path) or (0, "")
        if status != 200 or not text.startswith(f"GET OPTION FROM: {self.serial}"):
            return False
        self.options = dict(line.split("=", 1) for line in text.splitlines()[1:])
        self.acknowledged = int(self.options["ATTLOGStamp"])
        return True

    def poll(self) -> str:
        """Ask whether there is anything to do."""
        info = "Ver%208.0.4.3-20200525,12,24,300,192.168.1.201,10,-1,12,12,111"
        return (self.call("GET", f"/iclock/getrequest?SN={self.serial}&INFO={info}") or (0, ""))[1]

    def waiting(self) -> list[Kept]:
        """Return what was not yet taken."""
        return [kept for kept in self.memory if kept.stamp > self.acknowledged]

    def upload(self, most: int = 100, *, lose_answer: bool = False, cut_after: int | None = None) -> bool:
        """Upload some of what waits; return whether the server took it.

        With `lose_answer` the line breaks once all was sent, with `cut_after` after so many bytes of the body.
        """
        batch = self.waiting()[:most]
        if not batch:
            return True
        body = "".join(f"{kept.row}\n" for kept in batch).encode()
        path = f"/iclock/cdata?SN={self.serial}&table=ATTLOG&Stamp={batch[-1].stamp}"
        answer = self.call("POST", path, body, lose_answer=lose_answer, cut_after=cut_after)
        if answer is None or answer[0] != 200 or not answer[1].startswith("OK"):
            return False
        self.acknowledged = batch[-1].stamp
        return True

    def upload_all(self, most: int = 100) -> None:
        """Upload until nothing waits; fail where the server takes nothing."""
        while self.waiting():
            assert self.upload(most), self.answers[-1:]

    def call(
        self, method: str, path: str, body: bytes = b"", *, lose_answer: bool = False, cut_after: int | None = None
    ) -> tuple[int, str] | None:
        """Make one request on a connection of its own; return status and text, None where no answer came."""
        place = urlsplit(self.address)
        head = f"{method} {path} HTTP/1.1\r\nHost: {place.netloc}\r\nUser-Agent: iClock Proxy/1.09\r\n"
        head += "Connection: close\r\n"
        if body:
            head += f"Content-Type: text/plain\r\nContent-Length: {len(body)}\r\n"
        with socket.create_connection((place.hostname or "", place.port or 80), timeout=10) as plain:
            line = self.context.wrap_socket(plain, server_hostname=place.hostname) if self.context else plain
            with line:
                line.sendall(head.encode() + b"\r\n" + (body if cut_after is None else body[:cut_after]))
                if cut_after is not None:
                    return None
                received = _to_end(line)
        if lose_answer or not received:
            # The server has done its work, or died over it, and nobody heard of it.
            return None
        first, _, rest = received.partition(b"\r\n\r\n")
        answer = int(first.split(b" ", 2)[1]), rest.decode()
        self.answers.append(answer)
        return answer


def _to_end(line: socket.socket) -> bytes:
    received = b""
    while chunk := line.recv(65_536):
        received += chunk
    return received
