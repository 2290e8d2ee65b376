"""What the first records of an endpoint show: which fields came, how they are mapped, and what would be refused."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from hub_desktop.core.datatypes import DataType
from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.errors import ConfigurationError, Remedy
from hub_desktop.core.mapping import compile_path
from hub_desktop.core.rewriting import RewriteOnce, Rewritten
from hub_desktop.core.validation import Checked, RecordChecker, Refused, Values
from hub_desktop.core.words import count, listed
from hub_desktop.upstream.reading import Page
from hub_desktop.upstream.report import Check
from hub_desktop.upstream.shapes import fields_of

SAMPLE = 50
"""Records of the first page that are mapped and checked."""

_SHOWN = 5
_MOST_REASONS = 3
_LONGEST_VALUE = 40
_NOT_SHOWN = "(not shown)"
_QUOTED = re.compile(r"“[^”]*”")


def judged_records(
    name: str,
    endpoint: Endpoint,
    page: Page,
    seconds: float,
    mask: Callable[[str], str],
    *,
    rewrite: RewriteOnce | None = None,
) -> Check:
    """Return the check of the endpoint `name` that gave a page; `mask` takes the secrets out of a text.

    `rewrite` runs the transformation of whole records, where the endpoint has one.
    """
    came = f"{name}: {_read(page)}"
    warnings = tuple(mask(warning) for warning in page.warnings)
    if not page.records:
        return _empty(name, page, seconds=seconds, notes=warnings)
    done = Rewritten(list(page.records[:SAMPLE]), [], [])
    if endpoint.javascript and rewrite is not None:
        try:
            done = rewrite(name, endpoint, page.records[:SAMPLE])
        except ConfigurationError as error:
            return _unmapped(
                name, False, f"{came}. {mask(error.sentence)}", mask(error.detail), seconds=seconds, notes=warnings
            )
        if not done.records and not done.refused:
            said = f"{came}, and the JavaScript of this endpoint passes all of the first {done.passed_over:,} over."
            return _unmapped(name, True, said, "", seconds=seconds, notes=warnings)
    sample = done.records
    fields = {mask(field): kinds for field, kinds in fields_of(sample).items()}
    checker = RecordChecker(name, endpoint)
    missing = _without_source(checker, endpoint, sample)
    if missing:
        return Check(
            name,
            False,
            f"{came}, but no field was found for {listed(missing)}. Choose in the mapping of this endpoint which field "
            "it is.",
            f"fields seen: {', '.join(fields)}",
            Remedy.EDIT,
            seconds,
            notes=warnings,
            endpoint=name,
            fields=fields,
        )
    checked = checker.check(sample)
    checked = replace(checked, refused=[*(Refused(raw, (said,)) for raw, said in done.refused), *checked.refused])
    tried = len(sample) + len(done.refused)
    ok, sentence = _verdict(came, checked, tried, mask)
    return Check(
        name,
        ok,
        sentence,
        f"of the first {count(tried, 'record')}: {len(checked.good):,} good, {len(checked.refused):,} refused, "
        f"{count(len(checked.warnings), 'value')} left out",
        Remedy.EDIT if checked.refused else Remedy.NONE,
        seconds,
        noteworthy=bool(checked.refused or checked.warnings or warnings),
        notes=(*_mapping_notes(checker, sample, mask), *warnings),
        samples=tuple(mask(line) for line in (*_reasons(checker.data_type, checked), *_examples(checker, checked))),
        endpoint=name,
        fields=fields,
    )


def _empty(name: str, page: Page, *, seconds: float, notes: tuple[str, ...]) -> Check:
    said = (
        f"{name}: {count(page.passed_over, 'record')} came, and the filter of this endpoint left them all aside."
        if page.passed_over
        else f"{name}: the answer is an empty list. If there should be records, check the parameters of this endpoint "
        "and what the account may see."
    )
    return _unmapped(name, True, said, "", seconds=seconds, notes=notes)


def _unmapped(name: str, ok: bool, said: str, detail: str, *, seconds: float, notes: tuple[str, ...]) -> Check:
    """Return the check of an endpoint whose records did not come as far as their mapping."""
    remedy = Remedy.NONE if ok else Remedy.EDIT
    return Check(name, ok, said, detail, remedy, seconds, noteworthy=ok, notes=notes, endpoint=name)


def _verdict(came: str, checked: Checked, tried: int, mask: Callable[[str], str]) -> tuple[bool, str]:
    reasons = dict.fromkeys(reason for refused in checked.refused for reason in refused.reasons)
    # Values stand in quotes in a reason, and this sentence is given away.
    first = mask(" ".join(dict.fromkeys(_QUOTED.sub("“…”", reason) for reason in list(reasons)[:_MOST_REASONS])))
    if not checked.good:
        return False, f"{came}, but none can be stored: {first} Correct the mapping of this endpoint."
    if checked.refused:
        return True, f"{came}; {len(checked.refused):,} of the first {tried:,} would be refused: {first}"
    if checked.warnings:
        left = count(len(checked.warnings), "value")
        return True, f"{came}; of the first {tried:,}, {left} would be left out as not fitting."
    return True, f"{came}, all well."


def _read(page: Page) -> str:
    read = len(page.records)
    of = f" of {page.total:,}" if page.total is not None and page.total > read else ""
    return f"{read:,} {'record' if read == 1 else 'records'} read{of}"


def _mapping_notes(checker: RecordChecker, sample: Sequence[object], mask: Callable[[str], str]) -> tuple[str, ...]:
    if checker.data_type.name == "custom":
        return ()
    labels = {field.name: field.label for field in checker.data_type.fields}
    found = [
        f"{labels[source.target]} from “{mask(source.path)}”{'' if source.explicit else ' (by its name)'}"
        for source in checker.mapper.sources(_together(sample))
        if source.path
    ]
    return (f"Mapping: {'; '.join(found)}.",) if found else ()


def _reasons(data_type: DataType, checked: Checked) -> list[str]:
    """Return what is refused or left out, with the values that may be seen."""
    personal = (
        tuple(field.label for field in data_type.fields if field.personal) if data_type.name != "custom" else ("",)
    )
    said = dict.fromkeys([*(r for refused in checked.refused for r in refused.reasons), *checked.warnings])
    return [
        _QUOTED.sub(f"“{_NOT_SHOWN}”", reason) if reason.startswith(personal) else reason
        for reason in list(said)[:_SHOWN]
    ]


def _examples(checker: RecordChecker, checked: Checked) -> list[str]:
    """Return the first records as they would be stored, without the values that are personal."""
    if checker.data_type.name == "custom":
        return []
    return [f"Record {n}: {_shown(checker.data_type, values)}" for n, values in enumerate(checked.good[:_SHOWN], 1)]


def _shown(data_type: DataType, values: Values) -> str:
    parts = [
        f"{field.label}: {_NOT_SHOWN if field.personal else _short(str(value))}"
        for field, value in zip(data_type.fields, values, strict=True)
        if value is not None and value != ""
    ]
    return "; ".join(parts)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"


def _without_source(checker: RecordChecker, endpoint: Endpoint, sample: Sequence[object]) -> list[str]:
    """Return the labels of the required fields for which no record of the sample has anything."""
    records = [record for record in sample if isinstance(record, Mapping)]
    if not records:
        return []
    if checker.data_type.name == "custom":
        takes = [(name, compile_path(name)) for name in endpoint.key]
        return [f"“{name}”" for name, take in takes if all(_taken(take, record) is None for record in records)]
    needed = {f.name: f for f in checker.data_type.fields if (f.required or f.key) and not f.may_be_empty}
    return [
        f"“{needed[source.target].label}”"
        for source in checker.mapper.sources(_together(records))
        if source.target in needed
        and (
            not source.path
            or (source.explicit and all(_taken(compile_path(source.path), record) is None for record in records))
        )
    ]


def _together(sample: Sequence[object]) -> dict[str, Any]:
    """Return one record with the fields of all."""
    together: dict[str, Any] = {}
    for record in sample:
        if isinstance(record, Mapping):
            together |= record
    return together


def _taken(take: Callable[[Mapping[str, Any]], Any], record: Mapping[str, Any]) -> Any:
    try:
        return take(record)
    except ValueError:
        return None
