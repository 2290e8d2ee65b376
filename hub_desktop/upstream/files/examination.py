"""The connection doctor for a folder: whether it can be read, which files fit, and what their first records show."""

import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime

from msgspec.structs import replace

from hub_desktop.core.errors import CancelledError, HubError, Remedy, Trouble
from hub_desktop.core.integration import Integration
from hub_desktop.core.redaction import Redactor, one_line
from hub_desktop.core.rewriting import RewriteOnce
from hub_desktop.core.words import count, listed
from hub_desktop.upstream.files.folder import FoundFile
from hub_desktop.upstream.files.reading import FileUpstream
from hub_desktop.upstream.record_checks import judged_records
from hub_desktop.upstream.report import Check, Report

_FOLDER = "Folder"
_NOT_TRIED = "Not tried, because an earlier step failed."
_MOST_NAMED = 5
_MOST_HEADINGS = 30


def examine_folder(
    integration: Integration,
    endpoints: Sequence[str],
    *,
    cancel: threading.Event,
    redactor: Redactor,
    told: Callable[[Check], None] | None,
    began: datetime,
    rewrite: RewriteOnce | None = None,
) -> Report:
    """Return what works and what does not on the way to the files of a folder; it writes nothing.

    `rewrite` runs the transformations of whole records. Raises CancelledError when stopped.
    """
    upstream = FileUpstream(integration, cancel=cancel)
    checks: list[Check] = []

    def tell(check: Check) -> None:
        check = replace(check, sentence=redactor.text(check.sentence), detail=redactor.text(check.detail))
        checks.append(check)
        if told is not None:
            told(check)

    folder = _folder(upstream)
    tell(folder)
    for name in endpoints:
        tell(
            _endpoint(integration, upstream, name, redactor, rewrite)
            if folder.ok
            else Check(name, None, _NOT_TRIED, endpoint=name)
        )
    if folder.ok and not endpoints:
        sentence = f"{integration.name} has no endpoint that is switched on. Add one, such as students*.csv."
        tell(Check("Endpoints", False, sentence, remedy=Remedy.EDIT))
    return Report(tuple(checks), integration.base_url, began)


def _folder(upstream: FileUpstream) -> Check:
    try:
        number = upstream.count_files()
    except HubError as error:
        return Check(_FOLDER, False, error.sentence, error.detail, Remedy.EDIT, trouble=Trouble.FOLDER)
    return Check(_FOLDER, True, f"The folder {upstream.folder} can be read. It holds {count(number, 'file')}.")


def _endpoint(
    integration: Integration, upstream: FileUpstream, name: str, redactor: Redactor, rewrite: RewriteOnce | None
) -> Check:
    began = time.monotonic()
    try:
        files = upstream.found(name)
        page, file = upstream.first_page(name)
    except CancelledError:
        raise
    except HubError as error:
        seconds, trouble = time.monotonic() - began, Trouble.FOLDER
        return Check(name, False, error.sentence, error.detail, Remedy.EDIT, seconds, endpoint=name, trouble=trouble)
    notes = (*_about_files(files, newest=upstream.settings(name).newest), *_about_headings(page.records))
    if not page.records and not page.passed_over:
        sentence = f"{name}: {file.name} holds no records below its headings."
        return Check(name, True, sentence, noteworthy=True, notes=notes, endpoint=name)
    seconds = time.monotonic() - began
    check = judged_records(name, integration.endpoints[name], page, seconds, redactor.line, rewrite=rewrite)
    return replace(check, notes=(*notes, *check.notes))


def _about_files(files: Sequence[FoundFile], *, newest: bool) -> tuple[str, ...]:
    file = files[-1]
    said = f"File: {file.name}, {file.size:,} bytes, changed {file.changed.astimezone():%Y-%m-%d %H:%M}."
    others = [one.name for one in files[:-1]]
    if not others:
        return (said,)
    shown = listed(others[-_MOST_NAMED:] if len(others) <= _MOST_NAMED else [count(len(others), "older file")])
    if newest:
        return (said, f"Of {len(files):,} files that fit only this newest one is read, not {shown}.")
    return (said, f"All {len(files):,} files that fit are read; this one is the newest, and goes before the others.")


def _about_headings(records: Sequence[object]) -> tuple[str, ...]:
    first = next((record for record in records if isinstance(record, dict)), None)
    if first is None:
        return ()
    names = [one_line(str(name), 60) for name in first]
    more = len(names) - _MOST_HEADINGS
    shown = [*names[:_MOST_HEADINGS], f"{count(more, 'more column')}"] if more > 0 else names
    return (f"Headings: {', '.join(shown)}.",)
