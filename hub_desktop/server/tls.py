"""TLS of the listener: the context in which the standard library speaks it."""

import ssl

from hub_desktop.core.errors import ConfigurationError
from hub_desktop.store.certificate_files import TlsFiles, read_certificate


def tls_context(files: TlsFiles) -> ssl.SSLContext:
    """Return what serves the certificate, with TLS 1.2 or newer; raise ConfigurationError where it cannot be used."""
    # Looked at first, for it says in words what OpenSSL says in codes.
    read_certificate(files)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        # Without a password given, OpenSSL would ask for one on the terminal.
        context.load_cert_chain(files.certificate, files.key or None, password=lambda: files.password)
    except (OSError, ValueError) as error:
        raise ConfigurationError(
            f"The certificate in {files.certificate} cannot be used to encrypt. Have it issued anew, with its chain.",
            type(error).__name__,
            field="certificate",
        ) from None
    return context
