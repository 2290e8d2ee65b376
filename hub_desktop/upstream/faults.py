"""From a failure of the network to the error that says what happened and what to do."""

import errno
import socket
import ssl
from collections.abc import Iterator

from hub_desktop.core.errors import ConfigurationError, HubError, TransientError, Trouble
from hub_desktop.core.redaction import one_line
from hub_desktop.upstream.addresses import place

# How OpenSSL, version by version, says that what came back is no TLS at all.
_NO_TLS = (
    "WRONG_VERSION_NUMBER",
    "WRONG VERSION NUMBER",
    "HTTP_REQUEST",
    "RECORD_LAYER_FAILURE",
    "RECORD LAYER FAILURE",
)
# How the HTTP library says that an answer ended before its end.
_BROKEN_OFF = ("without sending complete", "incomplete chunked read", "incomplete message")
_NO_HTTP = ("illegal", "invalid", "malformed", "too long", "bad ", "conflicting", "too much data")
_UNREACHABLE = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN})


def fault_of(name: str, url: str, error: BaseException) -> HubError:
    """Return what a failed connection to the integration `name` means; the deepest known cause decides."""
    where = place(url)
    for cause in reversed(list(_causes(error))):
        found = _known(name, where, cause)
        if found is not None:
            return found
    return _protocol_fault(name, where, error)


def late(name: str, url: str, seconds: float) -> TransientError:
    """Return the error for an answer that was not complete within the deadline."""
    return TransientError(
        f"{name} did not answer within {seconds:g} seconds. It may be overloaded; it is tried again by itself.",
        f"{place(url)}: no complete answer within {seconds:g} s",
        evidence=Trouble.CONNECTION.evidence,
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _known(name: str, where: str, cause: BaseException) -> HubError | None:
    detail = f"{where}: {one_line(str(cause), 200)}"
    match cause:
        case ssl.SSLCertVerificationError():
            return _certificate_fault(name, where, cause)
        case ssl.SSLError() if any(sign in str(cause).upper() for sign in _NO_TLS):
            return ConfigurationError(
                f"{name} does not answer with https at {where}. Check the port; on the college's own network the "
                "address may have to begin with http://.",
                detail,
                field="baseUrl",
                evidence=Trouble.ADDRESS.evidence,
            )
        case ssl.SSLError():
            return TransientError(
                f"A secure connection to {name} could not be made. It is tried again by itself; if it lasts, ask "
                f"whoever runs {name} which TLS versions it speaks.",
                detail,
                evidence=Trouble.CERTIFICATE.evidence,
            )
        case socket.gaierror():
            host = where.partition("://")[2]
            return TransientError(
                f"The computer “{host}” of {name} was not found. Check that this PC is on the network and that the "
                "address is spelled right.",
                f"name look-up of {host} failed: {cause.strerror or cause}",
                evidence=Trouble.LOOK_UP.evidence,
            )
        case ConnectionRefusedError():
            return TransientError(
                f"{name} refuses connections at {where}. It may be switched off or restarting; it is tried again by "
                "itself. If it lasts, check the port in the address.",
                f"{where}: connection refused",
                evidence=Trouble.CONNECTION.evidence,
            )
        case ConnectionResetError() | BrokenPipeError() | ConnectionAbortedError():
            return TransientError(
                f"{name} broke the connection off before its answer was complete. It is tried again by itself.",
                f"{where}: connection reset",
                evidence=Trouble.CONNECTION.evidence,
            )
        case TimeoutError():
            return TransientError(
                f"{name} did not answer in time. It may be switched off or overloaded; it is tried again by itself.",
                f"{where}: timed out",
                evidence=Trouble.CONNECTION.evidence,
            )
        case OSError() if cause.errno in _UNREACHABLE:
            return TransientError(
                f"There is no way from this PC to {name}. Check the network cable, Wi-Fi or VPN.",
                detail,
                evidence=Trouble.CONNECTION.evidence,
            )
        case _:
            return None


def _protocol_fault(name: str, where: str, error: BaseException) -> TransientError:
    # What the library says may quote a header, so it is looked at but never passed on.
    said = str(error).lower()
    detail = f"{where}: {type(error).__name__}"
    if any(sign in said for sign in _BROKEN_OFF):
        return TransientError(
            f"{name} broke its answer off in the middle. It is tried again by itself.",
            f"{detail}: the body ended before its announced end",
            evidence=Trouble.CONNECTION.evidence,
        )
    if any(sign in said for sign in _NO_HTTP):
        return TransientError(
            f"{name} answers at {where} in a way that is not proper HTTP. It is tried again by itself; if it lasts, "
            f"check the port in the address, or tell whoever runs {name}.",
            f"{detail}: the answer breaks the rules of HTTP",
            evidence=Trouble.ADDRESS.evidence,
        )
    return TransientError(
        f"The connection to {name} broke off before an answer came. It is tried again by itself.",
        detail,
        evidence=Trouble.CONNECTION.evidence,
    )


def _certificate_fault(name: str, where: str, cause: ssl.SSLCertVerificationError) -> ConfigurationError:
    message = one_line(str(cause.verify_message or cause), 200)
    said = message.lower()
    if "expired" in said:
        why = "has expired. Ask whoever runs it to renew the certificate"
    elif "not yet valid" in said:
        why = "is not valid yet. Check the date and the time of this computer; if they are right, tell whoever runs it"
    elif "hostname" in said or "ip address mismatch" in said or "not valid for" in said:
        why = "is made out to another name. Check the address, above all the name of the computer"
    elif "self" in said and "signed" in said:
        why = (
            "has an issuer this computer does not know (it is self-signed). Ask IT staff to add the issuer to the "
            "certificates this computer trusts"
        )
    elif "issuer" in said or "unable to get" in said or "not trusted" in said:
        why = (
            "has an issuer this computer does not know. Ask IT staff to add the issuer to the certificates this "
            "computer trusts"
        )
    else:
        why = "cannot be trusted. Ask IT staff to look at it"
    return ConfigurationError(
        f"The certificate of {name} {why}. Nothing was sent.",
        f"{where}: certificate verification failed: {message}",
        field="baseUrl",
        evidence=Trouble.CERTIFICATE.evidence,
    )
