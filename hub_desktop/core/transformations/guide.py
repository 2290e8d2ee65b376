"""The guide to all transformations, drawn from the library itself.

Published with `python -m hub_desktop.core.transformations.guide > resources/help/transformations.md`.
"""

import json
import sys
import typing
from typing import Any

from pydantic.fields import FieldInfo

from hub_desktop.core.transformations import LIBRARY, Example, Group, Transformation

GROUPS: dict[Group, str] = {
    "text": "Texts",
    "parts": "Parts of a text, and lists",
    "values": "Values",
    "numbers": "Numbers",
    "times": "Dates and times",
    "fields": "Other fields of the record",
}
_INTRO = """\
# Transformations

What happens to a value between the upstream's field and ours. A mapping lists them, and they are applied in order:

```json
{"from": "roll", "to": "student_id", "transformations": ["trim", "upper", {"prefix": "CS"}]}
```

One that needs nothing is written as its name. One that needs something is written with it: the first parameter alone,
as in `{"prefix": "CS"}`, or several by name, as in `{"replace": {"find": "/", "with": "-"}}`.

A value that is missing (null, or a text of blanks) stays missing unless it says otherwise. A value that a
transformation cannot take is never guessed: where the field is required the record waits in quarantine with the
reason, and elsewhere the value is left out with a warning.

This page is drawn from the program, and every example in it is proved by a test.
"""
_JAVASCRIPT = """\
## JavaScript

Where no mapping will do, an endpoint can have one function that gets each record and returns the record it should have
been, or `null` to pass it over. It runs after `filter` and `unfold`, and before fields are mapped:

```json
{
  "path": "/students",
  "javascript": "(record) => record.left ? null : {...record, name: `${record.first} ${record.last}`}"
}
```

- It sees one record at a time and nothing else: no network, no files, no clock to wait for. Nothing is remembered from
  one page to the next.
- It may use 100 MB of memory and compute for 2 seconds for each page of up to 1,000 records. What needs more ends the
  endpoint with an error that says so; the other endpoints go on.
- An error it throws puts that record into quarantine, with the line and the message, as it came from the upstream.
- What it returns must be ordinary JSON: texts, finite numbers, true and false, null, lists and plain objects, nested
  at most 50 deep. `undefined` counts as left out.
- Whole numbers beyond 9,007,199,254,740,991 come to it as text, because JavaScript would round them.
- Fields of a parent are at hand as `record.parent.name`, written so; any others must be named by `include` of
  `forEach`.
"""


def guide() -> str:
    """Return the guide as Markdown."""
    parts = [_INTRO]
    for group, title in GROUPS.items():
        parts.append(f"## {title}\n")
        parts += [_entry(one) for one in LIBRARY.values() if one.group == group]
    return "\n".join([*parts, _JAVASCRIPT])


def _entry(one: Transformation) -> str:
    lines = [f"### `{one.name}`: {one.label}", "", one.help, ""]
    if one.takes:
        lines += ["| parameter | what it is | unless given |", "|---|---|---|"]
        lines += [_parameter(info.alias or name, info) for name, info in one.parameters.model_fields.items()]
        lines.append("")
    lines += ["| written | in | out |", "|---|---|---|"]
    lines += [_example(one.name, example) for example in one.examples]
    return "\n".join([*lines, ""])


def _parameter(name: str, info: FieldInfo) -> str:
    said = info.title or name
    choices = _choices(info.annotation)
    if choices:
        said += f": {', '.join(f'`{one}`' for one in choices)}"
    if info.description:
        said += f". {' '.join(info.description.split())}"
    default = "" if info.is_required() else info.get_default(call_default_factory=True)
    shown = "needed" if info.is_required() else "" if default in (None, "", []) else f"`{_json(default)}`"
    return f"| `{name}` | {_cell(said)} | {_cell(shown)} |"


def _choices(annotation: Any) -> tuple[Any, ...]:
    while typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0]
    return typing.get_args(annotation) if typing.get_origin(annotation) is typing.Literal else ()


def _example(name: str, example: Example) -> str:
    written = name if example.parameter is None else {name: example.parameter}
    given = _code(example.given)
    if example.record:
        given += f" in a record with {_code(dict(example.record))}"
    return f"| {_code(written)} | {given} | {_code(example.result)} |"


def _code(value: Any) -> str:
    text = _cell(_json(value))
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(guide())
