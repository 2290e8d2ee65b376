"""What can happen to one value on its way in: named, typed steps that a mapping lists.

Each step is a pure function of one JSON value, and of the record it comes from. A step leaves a missing value (None)
alone unless it says otherwise, and raises ValueError with a sentence for a value it cannot take.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from hub_desktop.core.paths import Raw
from hub_desktop.core.redaction import one_line
from hub_desktop.core.transformations.parts import PARTS, OtherFields, When
from hub_desktop.core.transformations.step import Example, Group, Parameters, Step, Transformation
from hub_desktop.core.transformations.texts import TEXTS
from hub_desktop.core.transformations.times import TIMES
from hub_desktop.core.transformations.values import VALUES
from hub_desktop.core.words import did_you_mean

__all__ = [
    "LIBRARY",
    "Example",
    "Group",
    "Parameters",
    "Step",
    "Transformation",
    "compile_steps",
    "parse_step",
    "paths_of",
]

LONGEST_TEXT = 100_000
"""Characters that a step may make of a shorter text; some steps together could fill the memory otherwise."""

LIBRARY: dict[str, Transformation] = {one.name: one for one in (*TEXTS, *PARTS, *VALUES, *TIMES)}


def parse_step(written: Any) -> tuple[Transformation, Any]:
    """Return the transformation and parameter of `"trim"` or `{"prefix": "CS"}`; raise ValueError otherwise."""
    if isinstance(written, str):
        name, parameter = written, None
    elif isinstance(written, Mapping) and len(written) == 1:
        name, parameter = next(iter(written.items()))
    else:
        raise ValueError("a transformation is a name, or one name with its parameter")
    found = LIBRARY.get(name)
    if found is None:
        raise ValueError(f"there is no transformation “{one_line(str(name), 60)}”.{did_you_mean(str(name), LIBRARY)}")
    return found, parameter


def paths_of(written: Sequence[Any]) -> list[str]:
    """Return the paths and expressions over the record that written steps name, besides the source itself."""
    found: list[str] = []
    for one, parameter in map(parse_step, written):
        given = one.read(parameter)
        match given:
            case OtherFields():
                found += given.fields_
            case When():
                found += [given.holds, given.then_from, given.otherwise_from]
    return [path for path in found if path]


def compile_steps(written: Sequence[Any]) -> Step | None:
    """Return one function that applies the written steps in order, or None for an empty list."""
    steps = [found.make(parameter) for found, parameter in map(parse_step, written)]
    if not steps:
        return None

    def apply(value: Any, record: Raw) -> Any:
        for step in steps:
            after = step(value, record)
            if isinstance(after, str) and len(after) > LONGEST_TEXT and after is not value:
                raise ValueError(f"the text becomes longer than {LONGEST_TEXT:,} characters")
            value = after
        return value

    return apply
