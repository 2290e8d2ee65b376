import errno
import socket
import ssl

import pytest

from hub_desktop.core.errors import ConfigurationError, HubError, TransientError, Trouble
from hub_desktop.upstream.faults import fault_of, late

URL = "https://erp.example:8443/students?key=k3y-of-the-college"


class RemoteProtocolError(Exception):
    """Named as the HTTP library names it."""


def untrusted(message: str) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, f"certificate verify failed: {message}")
    error.verify_message = message
    return error


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (untrusted("certificate has expired"), ConfigurationError, "has expired"),
        (untrusted("certificate is not yet valid"), ConfigurationError, "date and the time of this computer"),
        (untrusted("Hostname mismatch, certificate is not valid for 'x'"), ConfigurationError, "another name"),
        (untrusted("self-signed certificate in certificate chain"), ConfigurationError, "self-signed"),
        (untrusted("unable to get local issuer certificate"), ConfigurationError, "issuer this computer does not know"),
        (untrusted("CA signature digest algorithm too weak"), ConfigurationError, "cannot be trusted"),
        (ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number"), ConfigurationError, "with https at"),
        (ssl.SSLError(1, "[SSL: RECORD_LAYER_FAILURE] record layer failure"), ConfigurationError, "with https at"),
        (ssl.SSLError(1, "[SSL] record layer failure (_ssl.c:1033)"), ConfigurationError, "with https at"),
        (ssl.SSLEOFError(8, "EOF occurred in violation of protocol"), TransientError, "secure connection"),
        (socket.gaierror(-2, "Name or service not known"), TransientError, "“erp.example:8443” of ERP was not found"),
        (ConnectionRefusedError(), TransientError, "refuses connections"),
        (ConnectionResetError(), TransientError, "broke the connection off"),
        (TimeoutError(), TransientError, "did not answer in time"),
        (OSError(errno.ENETUNREACH, "Network is unreachable"), TransientError, "no way from this PC"),
        (RemoteProtocolError("peer closed connection without sending complete message body"), TransientError, "middle"),
        (RemoteProtocolError("illegal status line: bytearray(b'SSH-2.0')"), TransientError, "not proper HTTP"),
        (RemoteProtocolError("Receive buffer too long"), TransientError, "not proper HTTP"),
        (RemoteProtocolError("Server disconnected without sending a response."), TransientError, "before an answer"),
        (ValueError("k3y-of-the-college"), TransientError, "broke off before an answer"),
    ],
)
def test_every_fault_says_what_happened_where(error: BaseException, kind: type[HubError], words: str) -> None:
    found = fault_of("ERP", URL, error)
    assert type(found) is kind
    assert words in found.sentence
    assert "https://erp.example:8443" in found.detail or "erp.example:8443" in found.detail
    assert "k3y-of-the-college" not in found.sentence + found.detail
    assert "SSH" not in found.sentence + found.detail


def test_the_deepest_cause_decides() -> None:
    outer = RuntimeError("outer")
    outer.__cause__ = RemoteProtocolError("middle")
    outer.__cause__.__context__ = ConnectionRefusedError()
    assert "refuses connections" in fault_of("ERP", URL, outer).sentence
    outer.__cause__.__context__.__context__ = outer
    assert "refuses connections" in fault_of("ERP", URL, outer).sentence


def test_a_deadline_that_passed_is_told_in_seconds() -> None:
    assert "within 60 seconds" in late("ERP", URL, 60.0).sentence


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (untrusted("certificate has expired"), Trouble.CERTIFICATE),
        (ssl.SSLEOFError(8, "EOF occurred in violation of protocol"), Trouble.CERTIFICATE),
        (ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number"), Trouble.ADDRESS),
        (RemoteProtocolError("illegal status line"), Trouble.ADDRESS),
        (socket.gaierror(-2, "Name or service not known"), Trouble.LOOK_UP),
        (ConnectionRefusedError(), Trouble.CONNECTION),
        (ConnectionResetError(), Trouble.CONNECTION),
        (TimeoutError(), Trouble.CONNECTION),
        (OSError(errno.ENETUNREACH, "Network is unreachable"), Trouble.CONNECTION),
        (RemoteProtocolError("incomplete chunked read"), Trouble.CONNECTION),
        (ValueError("anything"), Trouble.CONNECTION),
    ],
)
def test_every_fault_says_on_which_part_of_the_way_it_lies(error: BaseException, trouble: Trouble) -> None:
    found = fault_of("ERP", URL, error)
    assert found.trouble is trouble
    assert found.problem().trouble is trouble
