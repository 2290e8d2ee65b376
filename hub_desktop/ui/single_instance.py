"""One window a data folder: a second start shows the window of the first."""

import logging

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 1500
_RAISE = b"raise\n"
_log = logging.getLogger(__name__)


def raise_running(identity: str) -> bool:
    """Ask the program that uses the data folder of this identity to show its window; return whether it heard."""
    socket = QLocalSocket()
    socket.connectToServer(_name(identity))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(_RAISE)
    heard = socket.waitForBytesWritten(_WAIT_MS)
    socket.disconnectFromServer()
    return heard


class SingleInstance(QObject):
    """Listens for later starts of the program by the same user.

    Signals:
        raise_asked(): somebody started the program again and expects its window.
    """

    raise_asked = Signal()

    def __init__(self, identity: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self.on_connected)
        # Only the holder of the folder's lock comes here, so a socket that is still there was left by a crash.
        QLocalServer.removeServer(_name(identity))
        if not self._server.listen(_name(identity)):
            _log.warning("a second start will not find this window: %s", self._server.errorString())

    def stop(self) -> None:
        """Listen no more."""
        self._server.close()

    @Slot()
    def on_connected(self) -> None:
        """Take each caller's wish; there is only one wish to have."""
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.raise_asked.emit()


def _name(identity: str) -> str:
    return f"hub-desktop-{identity}"
