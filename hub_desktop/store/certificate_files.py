"""The certificate and key with which the listener encrypts: read from their files, and what may be wrong with them."""

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.listener_settings import EVERYWHERE
from hub_desktop.core.words import count, listed

if TYPE_CHECKING:
    # Slow to load, and needed only where a certificate was chosen.
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes

ENDS_SOON = timedelta(days=30)
_MOST_BYTES = 1_000_000
_MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class TlsFiles:
    """The files with which TLS is spoken."""

    certificate: str
    key: str
    """Empty: it is in the file of the certificate."""
    password: str = field(default="", repr=False)


class CertificateFacts(Struct, frozen=True):
    """What a certificate says of itself."""

    names: tuple[str, ...]
    """Names and addresses it is for."""
    begins: datetime
    ends: datetime
    issuer: str

    def warnings(self, host: str, addresses: Sequence[str], now: datetime) -> list[str]:
        """Return what a person should know of a certificate that can be used, in sentences.

        `host` is what is listened on and `addresses` those of this computer.
        """
        found: list[str] = []
        if self.ends - now < ENDS_SOON:
            days = max((self.ends - now).days, 0)
            found.append(
                f"The certificate ends in {count(days, 'day')}, on {self.ends:%Y-%m-%d}. Renew it before that."
            )
        wanted = list(addresses) if host in EVERYWHERE else [host]
        if not any(self.covers(address) for address in wanted) and not any(_is_name(name) for name in self.names):
            found.append(
                f"The certificate is for {self._shown()} and not for {listed(wanted, 'or') or 'this computer'}, so "
                "programs that check it will refuse to connect there."
            )
        elif host not in EVERYWHERE and not self.covers(host):
            found.append(
                f"The certificate is for {self._shown()}. Programs must use such a name, not the address {host}."
            )
        return found

    def covers(self, address: str) -> bool:
        """Tell whether it is for this address."""
        return address in self.names

    def _shown(self) -> str:
        more = len(self.names) - _MOST_NAMES
        shown = [*self.names[:_MOST_NAMES], count(more, "more name")] if more > 0 else list(self.names)
        return listed(shown) or "no name at all"


def check_authorities(file: Path) -> None:
    """Raise ConfigurationError unless the file holds certificates (PEM) that can be trusted besides the system's."""
    from cryptography import x509

    try:
        with file.open("rb") as read:
            content = read.read(_MOST_BYTES + 1)
    except OSError as error:
        raise ConfigurationError(
            f"The file {file} cannot be read: {error.strerror or error}.",
            f"{type(error).__name__}: {error}",
            field="caFile",
        ) from error
    try:
        if len(content) <= _MOST_BYTES and x509.load_pem_x509_certificates(content):
            return
    except ValueError as error:
        detail = f"{type(error).__name__}: {error}"
    else:
        detail = f"more than {_MOST_BYTES:,} bytes"
    raise ConfigurationError(
        f"The file {file} holds no certificates (PEM). Ask IT staff for that of the authority the college uses.",
        detail,
        field="caFile",
    )


def read_certificate(files: TlsFiles, now: datetime | None = None) -> CertificateFacts:
    """Return what the certificate says, once it was proved to be usable with its key.

    Raises ConfigurationError, naming the field, when a file cannot be read or is no PEM, when the certificate is over
    or not yet valid, and when the key is another's or is locked.
    """
    from cryptography.hazmat.primitives import serialization

    now = now or datetime.now(UTC)
    made = _certificate(files.certificate)
    key = _key(files)
    spki = serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    if key.public_key().public_bytes(*spki) != made.public_key().public_bytes(*spki):
        raise ConfigurationError(
            f"The key in {files.key or files.certificate} does not belong to the certificate in {files.certificate}. "
            "Choose the two that were issued together.",
            field="key",
        )
    if made.not_valid_after_utc <= now:
        raise ConfigurationError(
            f"The certificate in {files.certificate} ended on {made.not_valid_after_utc:%Y-%m-%d}. Renew it, then "
            "choose the new one.",
            field="certificate",
        )
    if made.not_valid_before_utc > now:
        raise ConfigurationError(
            f"The certificate in {files.certificate} is valid only from {made.not_valid_before_utc:%Y-%m-%d}. Look at "
            "the date of this computer.",
            field="certificate",
        )
    return CertificateFacts(
        _names(made), made.not_valid_before_utc, made.not_valid_after_utc, made.issuer.rfc4514_string()
    )


def _certificate(file: str) -> "x509.Certificate":
    from cryptography import x509

    content = _content(file, "certificate")
    try:
        return x509.load_pem_x509_certificates(content)[0]
    except ValueError as error:
        raise ConfigurationError(
            f"{file} holds no certificate that can be read. It must be a PEM file, which begins with "
            "-----BEGIN CERTIFICATE-----.",
            f"{type(error).__name__}: {error}",
            field="certificate",
        ) from None


def _key(files: TlsFiles) -> "PrivateKeyTypes":
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization

    file = files.key or files.certificate
    content = _content(file, "key")
    password = files.password.encode() if files.password else None
    try:
        try:
            return serialization.load_pem_private_key(content, password)
        except TypeError:
            # A password for a key that has none is no fault.
            if password is None:
                raise
            return serialization.load_pem_private_key(content, None)
    except TypeError:
        raise ConfigurationError(
            f"The key in {file} is locked with a password. Enter it with the settings of the listener.",
            field="keyPassword",
        ) from None
    except (ValueError, UnsupportedAlgorithm) as error:
        locked = b"ENCRYPTED" in content
        sentence = (
            f"The password of the key in {file} is wrong. Enter it again."
            if locked and password is not None
            else f"{file} holds no key that can be read. It must be a PEM file with a PRIVATE KEY in it."
        )
        # What was read may hold the key, so that nothing of it is said.
        raise ConfigurationError(
            sentence, type(error).__name__, field="keyPassword" if locked and password is not None else "key"
        ) from None


def _content(file: str, field_name: str) -> bytes:
    try:
        with Path(file).open("rb") as opened:
            return opened.read(_MOST_BYTES)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ConfigurationError(
            f"The file {file} cannot be read: {reason}. Choose another, or ask for permission to read it.",
            f"{type(error).__name__}: {error}",
            field=field_name,
        ) from None


def _names(made: "x509.Certificate") -> tuple[str, ...]:
    from cryptography import x509

    try:
        found = made.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        # Without it every client of today refuses the certificate, whatever its common name.
        return ()
    return (
        *found.get_values_for_type(x509.DNSName),
        *(str(address) for address in found.get_values_for_type(x509.IPAddress)),
    )


def _is_name(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return True
    return False
