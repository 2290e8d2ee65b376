"""Text files: how one is encoded, found out by looking at all of it once, and its lines."""

import codecs
import hashlib
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec import Struct

from hub_desktop.core.errors import ConfigurationError
from hub_desktop.upstream.files.folder import FoundFile

_CHUNK = 1 << 20
_LONGEST_LINE = 8 << 20
_LOOKED_AT = 4_096
_NOT_IN_CP1252 = bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D])
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_TEXTS = (
    (b"PK\x03\x04", "an Excel workbook or an archive. If it is a workbook, give it a name that ends with .xlsx"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook. Save it as .xlsx or as CSV"),
    (b"%PDF-", "a PDF document. Export the table as CSV"),
    (b"\x1f\x8b", "a packed file. Unpack it"),
)


class TextLook(Struct, frozen=True):
    """What the bytes of a text file show."""

    encoding: str
    digest: str
    warnings: tuple[str, ...] = ()


def look_at(file: FoundFile, declared: str = "", *, between: Callable[[], None] | None = None) -> TextLook:
    """Read a text file once and return its encoding; raise ConfigurationError when it is no text.

    Without a byte order mark or a declared encoding it is UTF-8 where it can be, UTF-16 where its zeros say so, and
    else Windows-1252, as Excel writes CSV in Western Europe and India; that is told. `between` is called now and then.
    """
    with file.path.open("rb") as opened:
        look = _Look(opened.read(_LOOKED_AT))
        opened.seek(0)
        line = 0
        while chunk := opened.read(_CHUNK):
            look.take(chunk)
            if between is not None:
                between()
            first, last = chunk.find(b"\n"), chunk.rfind(b"\n")
            line = line + len(chunk) if first < 0 else len(chunk) - last
            if line > _LONGEST_LINE and b"\r" not in chunk:
                raise ConfigurationError(f"{file.name} has a line of more than 8 MB, so it is no table.")
    return look.result(file.name, declared)


@contextmanager
def opened_text(file: FoundFile, look: TextLook) -> Iterator[Iterator[str]]:
    """Give the lines of a text file, each with its end, and without NUL characters."""
    with file.path.open("rb") as raw, io.TextIOWrapper(raw, encoding=look.encoding, newline="") as text:
        yield (line.replace("\0", "") for line in text)


class _Look:
    def __init__(self, head: bytes) -> None:
        self._head = head
        self._hash = hashlib.sha256()
        self._utf8 = codecs.getincrementaldecoder("utf-8")()
        self._is_utf8 = True
        self._is_cp1252 = True
        self._zeros = False

    def take(self, chunk: bytes) -> None:
        self._hash.update(chunk)
        self._zeros = self._zeros or b"\0" in chunk
        self._is_cp1252 = self._is_cp1252 and len(chunk.translate(None, _NOT_IN_CP1252)) == len(chunk)
        if self._is_utf8:
            try:
                self._utf8.decode(chunk)
            except UnicodeDecodeError:
                self._is_utf8 = False

    def result(self, name: str, declared: str) -> TextLook:
        for mark, kind in _NO_TEXTS:
            if self._head.startswith(mark):
                raise ConfigurationError(f"{name} is no CSV file but {kind}.", f"{name} begins with {mark!r}")
        if self._head.lstrip(b"\xef\xbb\xbf \r\n\t")[:200].lower().startswith((b"<!doctype html", b"<html", b"<table")):
            raise ConfigurationError(
                f"{name} is no CSV file but a web page, as some systems export under this name. Open it in a "
                "spreadsheet program and save it as .xlsx."
            )
        encoding, warnings = self._encoding(name, declared)
        if self._zeros and not encoding.startswith(("utf-16", "utf-32")):
            warnings = (*warnings, f"{name} holds NUL characters; they were left out. It may be damaged.")
        return TextLook(encoding, self._hash.hexdigest(), warnings)

    def _encoding(self, name: str, declared: str) -> tuple[str, tuple[str, ...]]:
        marked = next((encoding for mark, encoding in _MARKS if self._head.startswith(mark)), "")
        if marked:
            return marked, ()
        if declared:
            return declared, ()
        wide = self._wide()
        if wide:
            return wide, ()
        if self._ends_as_utf8():
            return "utf-8", ()
        if not self._is_cp1252:
            raise ConfigurationError(
                f"{name} is neither UTF-8 nor Windows-1252. Save it as “CSV UTF-8”, or write the encoding at its "
                'endpoint, as in "params": {"encoding": "cp1250"}.'
            )
        said = (
            f"{name} is not UTF-8 and was read as Windows-1252. If names with accents look wrong, save it as “CSV "
            "UTF-8”, or write its encoding at the endpoint."
        )
        return "cp1252", (said,)

    def _ends_as_utf8(self) -> bool:
        if self._is_utf8:
            try:
                self._utf8.decode(b"", final=True)
            except UnicodeDecodeError:
                self._is_utf8 = False
        return self._is_utf8

    def _wide(self) -> str:
        """Return which UTF-16 it is without a byte order mark: in such Latin text every other byte is zero."""
        even, odd = self._head[::2].count(0), self._head[1::2].count(0)
        half = len(self._head) // 2
        if half and odd > half * 0.4 and even < half * 0.05:
            return "utf-16-le"
        if half and even > half * 0.4 and odd < half * 0.05:
            return "utf-16-be"
        return ""
