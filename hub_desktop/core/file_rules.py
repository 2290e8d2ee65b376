"""How an endpoint names the files that it reads, and the settings that stand among its parameters."""

import codecs
import re
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.words import did_you_mean, listed

FileKind = Literal["table", "workbook", "json"]

KINDS: dict[str, FileKind] = {
    ".csv": "table",
    ".tsv": "table",
    ".txt": "table",
    ".xlsx": "workbook",
    ".xlsm": "workbook",
    ".json": "json",
}
"""What is read, by the end of the name."""

DELIMITERS: dict[str, str] = {",": ",", ";": ";", "|": "|", "tab": "\t", "\t": "\t"}
_SETTINGS: dict[str, tuple[FileKind, ...]] = {
    "files": ("table", "workbook", "json"),
    "encoding": ("table",),
    "delimiter": ("table",),
    "sheet": ("workbook",),
    "headerRow": ("table", "workbook"),
}
_LAST_HEADER_ROW = 100
_ONLY_FOR_SERVERS = ("method", "form", "json", "headers", "incremental", "forEach", "errorRules", "pagination")
# Python knows these, but no file is written in them, and some take a time that grows with the square of the length.
_NO_ENCODINGS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7", "undefined"})


class FileSettings(Struct, frozen=True):
    """Which files an endpoint reads, and how."""

    pattern: str
    """Names below the folder, / between the parts, with * and ? for any letters; case does not matter."""
    kind: FileKind
    newest: bool
    """Of several files that fit only the newest is read; else all of them, and what stands in two is taken from the
    newer one."""
    encoding: str = ""
    """Empty: found out."""
    delimiter: str = ""
    """Empty: found out."""
    sheet: str = ""
    """Empty: the first one."""
    header_row: int = 0
    """The row of the headings, counted from 1; 0: the first that is not blank."""


def check_files(endpoints: Mapping[str, Endpoint]) -> None:
    """Raise ValueError for an endpoint of a folder that names no file, or asks what a file cannot answer."""
    for name, endpoint in endpoints.items():
        try:
            file_settings(name, endpoint)
        except ValueError as error:
            raise ValueError(f"endpoint “{name}”: {error}") from None


def file_settings(name: str, endpoint: Endpoint) -> FileSettings:
    """Return what an endpoint of a folder reads; raise ValueError saying what is wrong.

    Of several files that fit, a list of people, subjects or lessons is taken from the newest, for each of them is the
    whole list; attendance, marks and custom data add up, so that all are read, and a record that stands in several is
    taken from the newest of them. The parameter `files` ("newest" or "all") says otherwise.
    """
    _refuse_what_servers_have(endpoint)
    pattern = endpoint.path.strip("/")
    kind = _kind_of(pattern)
    if kind != "json" and (endpoint.records_path or endpoint.unfold):
        raise ValueError(f"“recordsPath” and “unfold” are for JSON; the records of {pattern} are its rows")
    for setting in endpoint.params:
        if setting not in _SETTINGS:
            raise ValueError(
                f"a file has no parameter “{setting}”.{did_you_mean(setting, _SETTINGS)} "
                f"It may have {listed(list(_SETTINGS))}"
            )
        if kind not in _SETTINGS[setting]:
            raise ValueError(f"the parameter “{setting}” does not fit files such as {pattern}")
    params = endpoint.params
    which = params.get("files", "")
    if which not in {"", "newest", "all"}:
        raise ValueError('the parameter “files” is "newest" or "all"')
    delimiter = params.get("delimiter", "")
    if delimiter and delimiter not in DELIMITERS:
        raise ValueError("the parameter “delimiter” is one of , ; | or tab")
    newest = which == "newest" if which else DATA_TYPES[endpoint.data_type or name].roster
    return FileSettings(
        pattern,
        kind,
        newest,
        _encoding(params.get("encoding", "")),
        DELIMITERS[delimiter] if delimiter else "",
        params.get("sheet", ""),
        _header_row(params.get("headerRow", "")),
    )


def _refuse_what_servers_have(endpoint: Endpoint) -> None:
    written = endpoint.written()
    if endpoint.punches is not None:
        raise ValueError("“punches” is for devices that push; a file holds attendance already. Take it out")
    for setting in _ONLY_FOR_SERVERS:
        if setting in written:
            raise ValueError(f"“{setting}” is for servers; a file is read whole each time. Take it out")
    if endpoint.placeholders():
        raise ValueError("the name of a file holds no placeholder; write * for the part that changes")


def _kind_of(pattern: str) -> FileKind:
    parts = pattern.split("/")
    if any(part in {"", ".", ".."} or "**" in part for part in parts) or any(c in pattern for c in '\\:"<>|'):
        raise ValueError("write the name of a file below the folder, such as students*.csv")
    end = re.search(r"\.[^./]*$", parts[-1])
    ending = end[0].lower() if end else ""
    if ending in {".xls", ".ods", ".xlsb"}:
        raise ValueError(f"files of the kind {ending} are not read. Save them as .xlsx or as CSV")
    kind = KINDS.get(ending)
    if kind is None:
        raise ValueError(f"the name of a file ends with {listed(list(KINDS), 'or')}, as in students*.csv")
    return kind


def _encoding(written: str) -> str:
    if not written:
        return ""
    try:
        found = codecs.lookup(written).name
        b"".decode(found)
    except LookupError:
        found = ""
    if not found or found.replace("_", "-") in _NO_ENCODINGS:
        raise ValueError(f"“{written}” is no encoding. Usual ones are utf-8, utf-16 and cp1252")
    return found


def _header_row(written: str) -> int:
    if not written:
        return 0
    if not written.isdecimal() or not 1 <= int(written) <= _LAST_HEADER_ROW:
        raise ValueError(f"the parameter “headerRow” is a number from 1 to {_LAST_HEADER_ROW}")
    return int(written)
