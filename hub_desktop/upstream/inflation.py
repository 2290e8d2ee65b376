"""Reading the body of an answer within bounds: one layer of gzip or deflate, never more than a limit."""

import zlib

from hub_desktop.core.errors import ConfigurationError, TransientError, Trouble

MAX_BODY_BYTES = 50 * 1024 * 1024
"""Decoded bytes of one answer."""

_STEP = 64 * 1024
_HEADER = 2
_GZIP = 16 + zlib.MAX_WBITS


class BoundedBody:
    """Collects the chunks of a body as they come from the wire and inflates them, at most to `limit` bytes.

    Raises ConfigurationError for too large, damaged or unknown encodings, TransientError for a truncated stream.
    """

    def __init__(self, name: str, encoding: str, limit: int = MAX_BODY_BYTES) -> None:
        self._name = name
        self._limit = limit
        self._encoding = _known_encoding(name, encoding)
        self._parts: list[bytes] = []
        self._size = 0
        self._raw = 0
        self._inflater: zlib._Decompress | None = None
        self._ended = False
        self._held = b""

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes from the wire."""
        if not chunk:
            return
        self._raw += len(chunk)
        if self._raw > self._limit:
            raise self._too_large()
        if self._encoding == "identity":
            self._keep(chunk)
            return
        chunk, self._held = self._held + chunk, b""
        if self._encoding == "deflate" and self._inflater is None and len(chunk) < _HEADER:
            # Two bytes tell whether there is a header.
            self._held = chunk
            return
        try:
            self._inflate(chunk)
        except zlib.error:
            raise ConfigurationError(
                f"{self._name} sent an answer whose compression is damaged, so it cannot be read. Tell whoever runs "
                f"{self._name}.",
                f"Content-Encoding {self._encoding}: the stream cannot be inflated",
                evidence=Trouble.FORMAT.evidence,
            ) from None

    def finish(self) -> bytes:
        """Return the whole body; raise TransientError when the compressed stream did not end."""
        if self._raw and self._encoding != "identity" and not self._ended:
            raise TransientError(
                f"The answer of {self._name} broke off in the middle. It is tried again by itself.",
                f"Content-Encoding {self._encoding}: the stream ends before its end mark",
                evidence=Trouble.CONNECTION.evidence,
            )
        return b"".join(self._parts)

    def _inflate(self, data: bytes) -> None:
        while data:
            if self._inflater is None or self._ended:
                if self._ended and (self._encoding != "gzip" or not data.strip(b"\0")):
                    return
                # RFC 1952, section 2.2: a gzip file may be several members, one after the other.
                self._inflater = zlib.decompressobj(self._window(data))
                self._ended = False
            self._keep(self._inflater.decompress(data, _STEP))
            self._ended = self._inflater.eof
            data = self._inflater.unused_data if self._ended else self._inflater.unconsumed_tail

    def _window(self, data: bytes) -> int:
        if self._encoding == "gzip":
            return _GZIP
        # RFC 9110 means the zlib format by “deflate”; some servers send the bare stream without its header.
        headed = data[0] & 0x0F == 8 and (data[0] * 256 + data[1]) % 31 == 0
        return zlib.MAX_WBITS if headed else -zlib.MAX_WBITS

    def _keep(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > self._limit:
            raise self._too_large()
        if part:
            self._parts.append(part)

    def _too_large(self) -> ConfigurationError:
        self._parts.clear()
        megabytes = self._limit / (1024 * 1024)
        return ConfigurationError(
            f"{self._name} sent more than {megabytes:g} MB in one answer, so reading was stopped. Choose a smaller "
            "page size for this endpoint.",
            f"the answer exceeds {self._limit} bytes decoded",
            field="pagination.pageSize",
        )


def _known_encoding(name: str, encoding: str) -> str:
    layers = [layer for part in encoding.lower().split(",") if (layer := part.strip()) not in {"", "identity"}]
    if not layers:
        return "identity"
    if len(layers) == 1 and layers[0] in {"gzip", "x-gzip"}:
        return "gzip"
    if layers == ["deflate"]:
        return "deflate"
    raise ConfigurationError(
        f"{name} packs its answers in a way Hub Desktop does not read. Tell whoever runs {name} to send plain or gzip "
        "answers.",
        f"Content-Encoding {', '.join(layers)[:100]!r}; only one layer of gzip or deflate was asked for",
        evidence=Trouble.FORMAT.evidence,
    )
