"""The files of a folder, read like the endpoints of any upstream: page by page, and only when they have changed."""

import hashlib
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from itertools import chain, islice
from types import TracebackType
from typing import Protocol, Self

from msgspec import Struct, field
from msgspec.structs import replace

from hub_desktop.core.bookmarks import Validator
from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.errors import CancelledError, ConfigurationError, HubError, TransientError
from hub_desktop.core.file_rules import FileSettings, file_settings
from hub_desktop.core.integration import Integration
from hub_desktop.core.value_shapes import DamageWatch
from hub_desktop.core.words import count
from hub_desktop.upstream.decode import UnreadableError, decode
from hub_desktop.upstream.extraction import Extraction
from hub_desktop.upstream.files.csv_rows import CsvSettings, csv_rows
from hub_desktop.upstream.files.folder import FoundFile, digest_of, folder_of, found_files, unreadable_file
from hub_desktop.upstream.files.newer_files import NewerFiles
from hub_desktop.upstream.files.tables import Table
from hub_desktop.upstream.files.texts import TextLook, look_at
from hub_desktop.upstream.files.workbook import MOST_BYTES, workbook_rows
from hub_desktop.upstream.one_pass import Page
from hub_desktop.upstream.records_path import find_records

PAGE = 1_000
"""Records of a page."""

_REQUEST = "files"
"""Stands in the bookmark for the request, of which there is but one."""


class Bookmarks(Protocol):
    """What is remembered of earlier runs."""

    def validator(self, endpoint: str, digest: str) -> Validator | None:
        """Return what was kept of the files that were read last."""
        ...


class Reading(Struct):
    """One file while it is read; `warnings` are those that no page has told yet."""

    file: FoundFile
    look: TextLook
    """Of a file that is no text only the digest is known."""
    warnings: list[str] = field(default_factory=list)


class FileUpstream:
    """Reads the endpoints of an integration whose address is a folder; a context manager like `Upstream`."""

    def __init__(
        self,
        integration: Integration,
        *,
        cancel: threading.Event,
        bookmarks: Bookmarks | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._integration = integration
        self._cancel = cancel
        self._bookmarks = bookmarks
        self._clock = clock
        self.folder = folder_of(integration.base_url)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close nothing: each file is closed once it was read."""

    def claim(self) -> int:
        """Return 0: files are read without requests."""
        return 0

    def settings(self, endpoint: str) -> FileSettings:
        """Return which files an endpoint reads."""
        try:
            return file_settings(endpoint, self._integration.endpoints[endpoint])
        except ValueError as error:
            raise ConfigurationError(f"Endpoint “{endpoint}”: {error}.", field=f"endpoints.{endpoint}") from error

    def count_files(self) -> int:
        """Return how many files lie in the folder itself; raise HubError when it cannot be read."""
        return len(found_files(self.folder, "*"))

    def found(self, endpoint: str) -> list[FoundFile]:
        """Return all files that fit an endpoint, the oldest first; raise HubError when the folder cannot be read."""
        return found_files(self.folder, self.settings(endpoint).pattern)

    def pages(self, endpoint: str) -> Generator[Page, None, None]:
        """Yield the records of an endpoint's files, 1,000 a page.

        Files that are what they were when all of their records were stored are not read again. Raises TransientError
        when there is no file or one changes meanwhile, ConfigurationError when one cannot be understood, and
        CancelledError.
        """
        settings = self.settings(endpoint)
        files = self._chosen(endpoint, settings)
        readings = [Reading(file, self._look(file, settings)) for file in files]
        etag = digest_of([(reading.file.name, reading.look.digest) for reading in readings])
        known: Validator | None = None
        # What a complete list does not hold any more is found only by reading it.
        if self._bookmarks is not None and not self._integration.endpoints[endpoint].complete_list:
            known = self._bookmarks.validator(endpoint, _REQUEST)
        if known is not None and known.etag == etag:
            yield Page([], 1, 0, not_modified=known.records)
            return
        with closing(self._read(endpoint, readings)) as pages:
            held: Page | None = None
            warned, records = False, 0
            try:
                for page in pages:
                    if held is not None:
                        yield held
                    held = page
                    warned = warned or bool(page.warnings) or page.incomplete
                    records += len(page.records)
            except HubError:
                # What came before the fault is good.
                if held is not None:
                    yield held
                raise
        if held is not None:
            # A file with something odd about it is read, and told of, each time.
            kept = Validator(_REQUEST, "" if warned else etag, "", records)
            yield replace(held, validator=kept)

    def first_page(self, endpoint: str) -> tuple[Page, FoundFile]:
        """Return the first records of the newest file of an endpoint, and that file; for a test of it."""
        settings = self.settings(endpoint)
        file = self._chosen(endpoint, settings)[-1]
        with closing(self._read(endpoint, [Reading(file, self._look(file, settings))])) as pages:
            page = next(pages)
        watch = DamageWatch()
        watch.take(page.records)
        damage = [warning for warning in watch.warnings() if warning not in page.warnings]
        return replace(page, warnings=(*page.warnings, *damage)), file

    def _chosen(self, endpoint: str, settings: FileSettings) -> list[FoundFile]:
        files = found_files(self.folder, settings.pattern)
        if not files:
            raise TransientError(
                f"There is no file {settings.pattern} in {self.folder}. Put it there, or correct the name in the "
                f"endpoint “{endpoint}”.",
            )
        return files[-1:] if settings.newest else files

    def _look(self, file: FoundFile, settings: FileSettings) -> TextLook:
        self._stop_if_cancelled()
        try:
            if settings.kind == "table":
                return look_at(file, settings.encoding, between=self._stop_if_cancelled)
            if file.size > MOST_BYTES:
                # Reading it says so.
                return TextLook("", "")
            with file.path.open("rb") as opened:
                digest = hashlib.file_digest(opened, "sha256").hexdigest()
            return TextLook("", digest)
        except OSError as error:
            raise unreadable_file(file, error) from error

    def _read(self, endpoint: str, readings: list[Reading]) -> Generator[Page, None, None]:
        """Yield the pages of all files, the newest file first and at least one page."""
        config = self._integration.endpoints[endpoint]
        one = _Pass(config, self.settings(endpoint), NewerFiles(endpoint, config) if len(readings) > 1 else None)
        ends = self._clock() + config.max_minutes * 60
        for reading in reversed(readings):
            records = self._records(reading, one.settings, config, endpoint)
            chunk, fault = _taken(records)
            while True:
                self._stop_if_cancelled()
                full = fault is None and len(chunk) == PAGE
                following, later = _taken(records) if full else ([], fault)
                ended = not following
                if ended and later is None:
                    later = self._changed(reading.file)
                whole = ended and later is None and reading is readings[0]
                stopped = not whole and self._clock() > ends
                if chunk or later is None:
                    # What comes before a fault is good.
                    last = whole or stopped or (ended and later is not None)
                    yield one.page(chunk, reading, last=last, stopped=stopped)
                if stopped:
                    return
                if ended and later is not None:
                    raise later
                if ended:
                    break
                chunk, fault = following, later
            one.next_file()

    def _records(self, reading: Reading, settings: FileSettings, config: Endpoint, endpoint: str) -> Iterator[object]:
        """Yield the records of one file, as they stand in it."""
        file = reading.file
        reading.warnings += reading.look.warnings
        try:
            if settings.kind == "json":
                yield from _json_records(reading, config, endpoint)
                return
            if settings.kind == "table":
                rows = csv_rows(file, reading.look, CsvSettings(settings.delimiter))
                table = Table(file.name, "line")
            else:
                rows = workbook_rows(file, settings.sheet)
                table = Table(file.name, "row")
            with closing(rows):
                records = table.records(rows, settings.header_row)
                first = list(islice(records, 1))
                if not table.headings:
                    reading.warnings.append(f"{file.name} is empty.")
                reading.warnings += table.warnings
                yield from chain(first, records)
        except OSError as error:
            raise unreadable_file(file, error) from error

    def _changed(self, file: FoundFile) -> HubError | None:
        """Return what is to be said where a file is not what it was when it was found."""
        try:
            if file.is_as_found():
                return None
        except OSError as error:
            return unreadable_file(file, error)
        return TransientError(
            f"{file.name} was changed while it was read. It is read again once whoever writes it has finished."
        )

    def _stop_if_cancelled(self) -> None:
        if self._cancel.is_set():
            raise CancelledError(f"Reading from {self._integration.name} was stopped.")


class _Pass:
    """Makes the pages of one endpoint from chunks of its records."""

    def __init__(self, config: Endpoint, settings: FileSettings, newer: NewerFiles | None) -> None:
        self.settings = settings
        self._config = config
        self._newer = newer
        self._extraction = Extraction(config)
        self._watch = DamageWatch()
        self._number = 0

    def page(self, chunk: list[object], reading: Reading, *, last: bool, stopped: bool) -> Page:
        """Return the page of a chunk; the last one says what was odd about the values of all."""
        self._number += 1
        self._watch.take(chunk)
        found = self._extraction.records(chunk, None)
        records = found.records
        if self._newer is not None:
            records = self._newer.left(records)
        warnings = [*reading.warnings, *found.warnings]
        reading.warnings.clear()
        if last:
            warnings += self._watch.warnings()
        if stopped:
            limit = count(self._config.max_minutes, "minute")
            warnings.append(f"Reading stopped at the limit of {limit}; the files hold more.")
        return Page(
            records,
            self._number,
            0,
            warnings=tuple(warnings),
            cap_reached=stopped,
            incomplete=stopped,
            passed_over=found.passed_over,
            paging="the newest file" if self.settings.newest else "all files, the newest first",
            records_found=len(chunk),
        )

    def next_file(self) -> None:
        """Go on to an older file."""
        if self._newer is not None:
            self._newer.next_file()


def _taken(records: Iterator[object]) -> tuple[list[object], HubError | None]:
    """Return the records of a page, fewer at the end of a file, and the fault that ended it before its time."""
    found: list[object] = []
    try:
        found.extend(islice(records, PAGE))
    except CancelledError:
        raise
    except HubError as error:
        return found, error
    return found, None


def _json_records(reading: Reading, config: Endpoint, endpoint: str) -> Iterator[object]:
    file = reading.file
    if file.size > MOST_BYTES:
        raise ConfigurationError(f"{file.name} is larger than {MOST_BYTES // 1_000_000} MB. Export it as CSV.")
    try:
        decoded = decode(file.path.read_bytes(), lenient=True)
    except UnreadableError as error:
        raise ConfigurationError(
            f"{file.name} holds no JSON but {error.came}. Export it anew.", error.detail
        ) from error
    try:
        records = find_records(decoded.value, config.records_path, name=file.name, endpoint=endpoint)
    except ConfigurationError as error:
        sentence = error.sentence.replace(" answered, but ", " was read, but ").replace("The answer", "The file")
        raise ConfigurationError(sentence, error.detail, field=error.field) from error
    reading.warnings += decoded.warnings
    yield from records
