"""What a service manager such as systemd is told: when the program is ready, and when it ends."""

import os
import socket

READY, STOPPING = "READY=1", "STOPPING=1"


def tell_service_manager(state: str) -> bool:
    """Tell whoever started this program as a service how it stands, such as `READY`; return whether anybody listens.

    Raises OSError where the service manager named a socket that cannot be used.
    """
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return False
    if address.startswith("@"):
        # So is a name written that lies in no folder.
        address = "\0" + address[1:]
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.connect(address)
        line.sendall(state.encode())
    return True
