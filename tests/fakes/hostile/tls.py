"""Connections that are not as secure as their address says."""

import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from functools import cache
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.fakes.hostile.case import (
    HASTY,
    KNOWN,
    MISBEHAVIOURS,
    Ends,
    Misbehaviour,
    asks_for_change,
    tries_again,
)
from tests.fakes.hostile.sockets import Behaviour
from tests.fakes.hostile.timing import whole
from tests.fakes.http_server import as_json

_DAY = timedelta(days=1)
_Key = ec.EllipticCurvePrivateKey


def _certificate(
    name: str,
    key: _Key,
    issuer: tuple[x509.Name, _Key] | None,
    *,
    host: str = "127.0.0.1",
    days: tuple[int, int] = (-1, 30),
) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    signer = issuer or (subject, key)
    authority = issuer is None
    now = datetime.now(UTC)
    alternative: x509.GeneralName = x509.DNSName(host) if host[0].isalpha() else x509.IPAddress(ip_address(host))
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(signer[0])
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + days[0] * _DAY)
        .not_valid_after(now + days[1] * _DAY)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([alternative]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer[1].public_key()), critical=False)
    )
    return made.sign(signer[1], hashes.SHA256())


def write_certificates(folder: Path) -> dict[str, Path]:
    """Write certificates good and bad with their keys, and the authority to be trusted; return the files by name."""
    authority_key, stranger_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    authority = _certificate("The College's Authority", authority_key, None, host="authority.example")
    stranger = _certificate("A Stranger", stranger_key, None, host="stranger.example")
    by_authority = (authority.subject, authority_key)
    files = {"authority": folder / "authority.pem"}
    files["authority"].write_bytes(authority.public_bytes(serialization.Encoding.PEM))
    for name, issuer, more in (
        ("good", by_authority, {}),
        ("expired", by_authority, {"days": (-30, -1)}),
        ("future", by_authority, {"days": (1, 30)}),
        ("other-host", by_authority, {"host": "elsewhere.example"}),
        ("stranger", (stranger.subject, stranger_key), {}),
        ("self-signed", None, {}),
    ):
        key = ec.generate_private_key(ec.SECP256R1())
        made = _certificate(f"Upstream {name}", key, issuer, **more)  # type: ignore[arg-type]
        files[name] = folder / f"{name}.pem"
        files[name].write_bytes(
            made.public_bytes(serialization.Encoding.PEM)
            + key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
    return files


def server_context(file: Path) -> ssl.SSLContext:
    """Return the context of a server with the certificate and key in a file."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def _certified(name: str, certificate: str, ends: Ends) -> None:
    MISBEHAVIOURS.append(
        Misbehaviour(name, ends, lambda _: lambda _: as_json(KNOWN), stage="https", certificate=certificate)
    )


_certified("a certificate that has expired", "expired", asks_for_change("certificate of .* has expired", 0))
_certified("a certificate that is not valid yet", "future", asks_for_change("date and the time of this computer", 0))
_certified("a certificate for another host", "other-host", asks_for_change("made out to another name", 0))
_certified("a certificate of an unknown issuer", "stranger", asks_for_change("issuer this computer does not know", 0))
_certified("a certificate signed by itself", "self-signed", asks_for_change("self-signed", 0))


def _on_port(name: str, ends: Ends, behaves: Behaviour, **more: object) -> None:
    MISBEHAVIOURS.append(
        Misbehaviour(name, ends, behaves=behaves, stage="socket", certificate="socket", **more)  # type: ignore[arg-type]
    )


@cache
def _hello() -> bytes:
    """Return what a server says of itself in a handshake that then stops: an alert of TLS (RFC 8446, section 6)."""
    return bytes([21, 3, 3, 0, 2, 2, 40])


def _closes(connection: socket.socket, _: threading.Event) -> None:
    """Read the beginning of the handshake and close."""
    connection.recv(4096)


def _alerts(connection: socket.socket, _: threading.Event) -> None:
    connection.recv(4096)
    connection.sendall(_hello())


def _plain(connection: socket.socket, _: threading.Event) -> None:
    connection.recv(4096)
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n" + whole(KNOWN))


def _waits(connection: socket.socket, stopping: threading.Event) -> None:
    stopping.wait(30)


_on_port("plain HTTP on the port of https", asks_for_change("does not answer with https"), _plain)
_on_port("a handshake that is closed", tries_again("secure connection|broke", 4), _closes)
_on_port("a handshake that is refused", tries_again("secure connection", 4), _alerts)
_on_port("a handshake nobody answers", tries_again("within 0.3 seconds", 2), _waits, patience=HASTY)
