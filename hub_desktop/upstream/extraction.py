"""From the list in an answer to records: inner lists unfolded, others passed over, the parent's fields at hand."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.integration import Integration
from hub_desktop.core.mapping import compile_path
from hub_desktop.core.transformations import paths_of

PARENT = "parent"
OUTER = "outer"


_WORD = re.compile(r'"([^"]+)"|((?!\d)[\w$][\w$-]*)')
"""A name in an expression, as JMESPath or as a plain name writes it; the inside of a quoted one is group 1."""


class Extracted(Struct, frozen=True):
    """The records of a page, how many were passed over by the filter, and what was odd."""

    records: Sequence[object]
    passed_over: int = 0
    warnings: tuple[str, ...] = ()


class Extraction:
    """Turns the raw list of one endpoint's answers into its records."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._unfold = endpoint.unfold
        self._take_inner = compile_path(endpoint.unfold) if endpoint.unfold else None
        self._holds = compile_path(endpoint.filter) if endpoint.filter else None
        self._of_outer = _fields_named(endpoint, OUTER)
        self._of_parent = _fields_named(endpoint, PARENT)

    def kept_of(self, parent: Mapping[str, Any] | None) -> dict[str, Any] | None:
        """Return the fields of its parent that each record keeps, in the order of their names; None: no parent."""
        if parent is None or not self._of_parent:
            return None
        return {name: parent[name] for name in sorted(self._of_parent) if name in parent}

    def records(self, raw: Sequence[Any], parent: Mapping[str, Any] | None) -> Extracted:
        """Return the records of a raw list."""
        found: Sequence[object] = raw
        warnings: tuple[str, ...] = ()
        if self._take_inner is not None:
            found, warnings = self._unfolded(raw)
        kept = self.kept_of(parent)
        if kept is not None:
            found = [{**record, PARENT: kept} if isinstance(record, Mapping) else record for record in found]
        if self._holds is None:
            return Extracted(found, 0, warnings)
        chosen, unfit = self._chosen(found)
        if unfit:
            warnings += (f"The filter of this endpoint does not fit {unfit:,} of {len(found):,} records.",)
        return Extracted(chosen, len(found) - len(chosen), warnings)

    def _unfolded(self, raw: Sequence[Any]) -> tuple[list[object], tuple[str, ...]]:
        top = self._unfold.partition(".")[0]
        found: list[object] = []
        without = 0
        for record in raw:
            inner = _taken(self._take_inner, record)
            if not isinstance(inner, list):
                without += inner is not None
                continue
            outer = {name: record[name] for name in self._of_outer if name in record and name != top}
            found += [{**entry, OUTER: outer} if isinstance(entry, Mapping) else entry for entry in inner]
        if without:
            return found, (f"{without:,} of {len(raw):,} entries hold no list under “{self._unfold}”.",)
        return found, ()

    def _chosen(self, records: Sequence[object]) -> tuple[list[object], int]:
        chosen: list[object] = []
        unfit = 0
        for record in records:
            if not isinstance(record, Mapping):
                # Not for the filter to judge: it is refused with its reason when records are checked.
                chosen.append(record)
                continue
            try:
                if self._holds is not None and is_true(self._holds(record)):
                    chosen.append(record)
            except ValueError:
                unfit += 1
        return chosen, unfit


class Family(Struct):
    """What the children of an endpoint need to know of its records, and no more, for all of them stay in memory."""

    fields: frozenset[str]
    members: list[Mapping[str, Any]] = field(default_factory=list)
    incomplete: bool = False
    """Not all of them came."""

    def add(self, records: Sequence[object]) -> None:
        """Remember the records of a page."""
        self.members += [
            {name: record[name] for name in self.fields if name in record}
            for record in records
            if isinstance(record, Mapping)
        ]


def fields_for_children(integration: Integration, name: str) -> frozenset[str]:
    """Return the fields of an endpoint's records that its children name."""
    return frozenset().union(
        *(
            _needed(endpoint)
            for endpoint in integration.endpoints.values()
            if endpoint.for_each is not None and endpoint.for_each.endpoint == name
        )
    )


def is_true(value: Any) -> bool:
    """Tell whether a value counts as true in JMESPath: 0 does; null, false and what is empty do not."""
    return value is not None and value is not False and value not in ("", [], {})


def chosen_parents(endpoint: Endpoint, members: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the parents for which an endpoint is asked."""
    wanted = endpoint.for_each
    if wanted is None or not wanted.filter:
        return list(members)
    holds = compile_path(wanted.filter)
    return [member for member in members if is_true(_taken(holds, member))]


def _needed(endpoint: Endpoint) -> frozenset[str]:
    used = {name.split(".")[1] for name in endpoint.placeholders() if name.startswith(f"{PARENT}.")}
    written = endpoint.for_each.filter if endpoint.for_each is not None else ""
    filtered = [quoted or plain for quoted, plain in _WORD.findall(written)]
    # As in any path, a name that is itself a field goes before its reading as an expression.
    return frozenset({*used, written, *filtered, *_fields_named(endpoint, PARENT)})


def _fields_named(endpoint: Endpoint, root: str) -> frozenset[str]:
    """Return the fields of the parent or outer record that mappings, key, filter and JavaScript name."""
    pattern = re.compile(rf'(?<![\w.$-]){root}\.(?:"([^"]+)"|([\w$-]+))')
    texts = [mapping.source for mapping in endpoint.mappings] + [*endpoint.key, endpoint.filter]
    texts += [path for mapping in endpoint.mappings for path in paths_of(mapping.transformations)]
    found = {quoted or plain for text in texts for quoted, plain in pattern.findall(text)}
    # In JavaScript they stand behind the name of the record, as in r.parent.shortname.
    found |= set(re.findall(rf"\b{root}\??\.([\w$]+)", endpoint.javascript))
    if root == PARENT and endpoint.for_each is not None:
        found |= set(endpoint.for_each.include)
    return frozenset(found)


def _taken(take: Any, record: Any) -> Any:
    if not isinstance(record, Mapping):
        return None
    try:
        return take(record)
    except ValueError:
        return None
