"""Certificates of upstreams: what one says, why it is not trusted, and whether somebody re-signs the connection."""

import ipaddress
import ssl
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from hub_desktop.core.redaction import one_line
from hub_desktop.core.words import count, listed
from hub_desktop.upstream.report import Check

if TYPE_CHECKING:
    from cryptography import x509

WARNING_DAYS = 21
"""A certificate that ends within so many days is worth a word."""

_LONGEST_NAME = 100
_MOST_NAMES = 6


class Certificate(Struct, frozen=True):
    """What the certificate of a server says."""

    subject: str
    issuer: str
    """The organisation that issued it, or else its common name."""
    names: tuple[str, ...]
    """The names and addresses it is made out to."""
    begins: datetime
    ends: datetime
    self_signed: bool

    @property
    def facts(self) -> str:
        """All of it on one line, for IT staff."""
        return (
            f"certificate of {self.subject}, made out to {listed(self.names[:_MOST_NAMES]) or 'nobody'}, issued by "
            f"{self.issuer}, valid from {self.begins:%Y-%m-%d} until {self.ends:%Y-%m-%d %H:%M} UTC"
        )

    def fits(self, host: str) -> bool:
        """Tell whether it is made out to a host (RFC 9525: a wildcard stands for the leftmost label alone)."""
        wanted = host.lower().rstrip(".")
        for name in self.names:
            written = name.lower().rstrip(".")
            if written == wanted or _same_address(written, wanted):
                return True
            if written.startswith("*.") and wanted.partition(".")[2] == written[2:]:
                return True
        return False


def read_certificate(der: bytes) -> Certificate:
    """Return what a certificate in DER says; raise ValueError where it cannot be read."""
    from cryptography import x509

    read = x509.load_der_x509_certificate(der)
    return Certificate(
        subject=_name_of(read.subject),
        issuer=_name_of(read.issuer, organisation_first=True),
        names=_names_in(read),
        begins=read.not_valid_before_utc,
        ends=read.not_valid_after_utc,
        self_signed=read.issuer == read.subject,
    )


def unverified_context() -> ssl.SSLContext:
    """Return a context for looking at a certificate that was refused; nothing is ever sent over it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def public_context() -> ssl.SSLContext:
    """Return a context that knows the public issuers alone, whatever this computer trusts besides."""
    import certifi

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cafile=certifi.where())
    # Whether the dates and the name are right was decided before; only who signed it is asked here.
    context.check_hostname = False
    return context


@lru_cache(maxsize=1)
def public_issuers() -> frozenset[str]:
    """Return the organisations whose certificates the browsers trust, in lower case."""
    found = [_plain_subject(certificate) for certificate in public_context().get_ca_certs()]
    return frozenset(name.lower() for one in found for name in (one.get("organizationName"),) if name)


def _plain_subject(certificate: Mapping[str, Any]) -> dict[str, str]:
    return {key: str(value) for group in certificate.get("subject", ()) for key, value in group}


def distrust(name: str, host: str, certificate: Certificate, said: str, now: datetime) -> str:
    """Return why the certificate of the integration `name` is not accepted, and what to do about it.

    `said` is the library's own reason, which decides where the certificate itself shows nothing wrong.
    """
    if now > certificate.ends:
        days = max((now - certificate.ends).days, 1)
        return (
            f"The certificate of {name} ended on {certificate.ends:%d %B %Y}, {count(days, 'day')} ago. Ask whoever "
            "runs it to renew the certificate. If other sites complain too, check the date of this PC: it says "
            f"{now:%d %B %Y}."
        )
    if now < certificate.begins:
        return (
            f"The certificate of {name} is valid only from {certificate.begins:%d %B %Y}, and this PC says it is "
            f"{now:%d %B %Y}. Most likely the clock of this PC is wrong: set it, then test again."
        )
    if not certificate.fits(host):
        names = listed([f"“{one_line(other, _LONGEST_NAME)}”" for other in certificate.names[:_MOST_NAMES]], "or")
        return (
            f"The certificate that came is made out to {names or 'another name'}, not to “{host}”. Check the address; "
            f"if it is right, ask whoever runs {name} for a certificate with this name."
        )
    return _distrusted_issuer(name, certificate, said.lower())


def _distrusted_issuer(name: str, certificate: Certificate, said: str) -> str:
    if certificate.self_signed:
        return (
            f"The certificate of {name} is signed by itself, so nobody vouches for it. Ask whoever runs {name} for one "
            "from an issuer that computers know, or ask IT staff to add this one to the certificates this computer "
            "trusts."
        )
    if "revoked" in said:
        return f"The certificate of {name} was revoked by its issuer. Ask whoever runs {name} for a new one."
    if "weak" in said or "too small" in said:
        return (
            f"The certificate of {name} is signed in a way that is no longer safe. Ask whoever runs {name} to renew it."
        )
    if certificate.issuer.lower() in public_issuers():
        return (
            f"{name} does not send the whole chain of its certificate: the piece between it and {certificate.issuer} "
            f"is missing. Ask whoever runs {name} to install the intermediate certificate."
        )
    return (
        f"The certificate of {name} comes from “{certificate.issuer}”, an issuer this computer does not know. If that "
        "is the college's own, or its proxy or antivirus program, ask IT staff to add the issuer to the certificates "
        "this computer trusts."
    )


def trusted(
    name: str,
    certificate: Certificate,
    version: str,
    *,
    public: bool,
    private_host: bool,
    proxy: str,
    now: datetime,
) -> Check:
    """Return the check of a certificate that this computer trusts.

    `public`: its issuer is one that browsers know. `private_host`: an issuer of the college's own is to be expected.
    `proxy` is the one on the way, as people know it.
    """
    said = [f"The connection to {name} is secure; its certificate is valid until {certificate.ends:%d %B %Y}."]
    left = (certificate.ends - now).days
    soon = left < WARNING_DAYS
    if soon:
        said.append(f"That is {_in_days(left)}: ask whoever runs {name} to renew it in time, or syncs stop then.")
    resigned = not public and not private_host
    if resigned:
        who = f"The proxy {proxy}" if proxy else "A proxy, firewall or antivirus program"
        said.append(
            f"{who} seems to re-sign the connection: the certificate comes from “{certificate.issuer}”, which this "
            "computer trusts but which is no public issuer. Whoever runs that can read what is sent."
        )
    elif not public:
        said.append(f"It comes from “{certificate.issuer}”, which is no public issuer but trusted here.")
    return Check(
        "Certificate",
        True,
        " ".join(said),
        f"{version}; {certificate.facts}",
        noteworthy=soon or resigned,
    )


def _in_days(days: int) -> str:
    return "in less than a day" if days < 1 else f"in {count(days, 'day')}"


def _name_of(name: "x509.Name", *, organisation_first: bool = False) -> str:
    from cryptography.x509.oid import NameOID

    order = [NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME]
    for wanted in reversed(order) if organisation_first else order:
        for found in name.get_attributes_for_oid(wanted):
            text = found.value if isinstance(found.value, str) else found.value.decode("utf-8", "replace")
            return one_line(text, _LONGEST_NAME)
    return "an unnamed issuer" if organisation_first else "an unnamed computer"


def _names_in(read: "x509.Certificate") -> tuple[str, ...]:
    from cryptography import x509

    try:
        written = read.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (x509.ExtensionNotFound, ValueError):
        # Names that only stand in the subject have not counted for years (RFC 9525).
        return ()
    names = written.get_values_for_type(x509.DNSName)
    addresses = [str(address) for address in written.get_values_for_type(x509.IPAddress)]
    return tuple(one_line(name, _LONGEST_NAME) for name in (*names, *addresses))


def _same_address(written: str, wanted: str) -> bool:
    try:
        return ipaddress.ip_address(written) == ipaddress.ip_address(wanted)
    except ValueError:
        return False
