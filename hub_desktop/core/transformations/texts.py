"""Transformations of texts: blanks, case, ends, and what a browser would show."""

import html
import re
from typing import Annotated, Any, Literal

from pydantic import Field

from hub_desktop.core.paths import Raw
from hub_desktop.core.transformations.step import (
    Example,
    Nothing,
    Parameters,
    Step,
    Transformation,
    is_missing,
    on_each_text,
    on_text,
    word,
)

_BLOCK = re.compile(r"(?i)</?(?:p|br|div|li|ul|ol|tr|td|th|table|h[1-6])\b[^<>]*>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--[^<>]*-->")
_LONGEST = 1_000
_Text = Annotated[str, Field(max_length=_LONGEST)]
_Mark = Annotated[str, Field(min_length=1, max_length=_LONGEST)]


class Prefix(Parameters):
    """What stands before the value."""

    text: Annotated[_Text, Field(title="Text before it")]


class Suffix(Parameters):
    """What stands behind the value."""

    text: Annotated[_Text, Field(title="Text behind it")]


class Pad(Parameters):
    """How long a value must be, and what fills it up."""

    length: Annotated[int, Field(ge=1, le=200, strict=True, title="Characters in all")]
    fill: Annotated[str, Field(alias="with", min_length=1, max_length=1, title="Filled with")] = "0"
    side: Annotated[Literal["left", "right"], Field(title="Side")] = "left"


class Replace(Parameters):
    """What is looked for and what takes its place; every occurrence is replaced."""

    find: Annotated[_Mark, Field(title="Text to find")]
    put: Annotated[_Text, Field(alias="with", title="Replaced with")] = ""


class Mark(Parameters):
    """The text at which a value is parted."""

    mark: Annotated[_Mark, Field(title="Text that parts it")]


def _sentence(text: str) -> str:
    bare = text.lstrip()
    blanks = text[: len(text) - len(bare)]
    return blanks + bare[:1].upper() + bare[1:].lower()


def _prefix(given: Prefix) -> Step:
    # A missing value stays missing: the prefix alone would be a value that nobody sent.
    return lambda value, _record: None if is_missing(value) else given.text + word(value)


def _suffix(given: Suffix) -> Step:
    return lambda value, _record: None if is_missing(value) else word(value) + given.text


def _pad(given: Pad) -> Step:
    def step(value: Any, _record: Raw) -> Any:
        if is_missing(value):
            return None
        text = word(value).strip()
        return text.rjust(given.length, given.fill) if given.side == "left" else text.ljust(given.length, given.fill)

    return step


def _replace(given: Replace) -> Step:
    return on_each_text(lambda text: text.replace(given.find, given.put))


def text_of_html(text: str) -> str:
    """Return what a browser would show: tags gone, entities written out, blanks and line breaks as one blank."""
    bare = _TAG.sub("", _BLOCK.sub(" ", text))
    return " ".join(html.unescape(bare).split())


def _before(given: Mark) -> Step:
    return on_each_text(lambda text: text.partition(given.mark)[0].strip())


def _after(given: Mark) -> Step:
    return on_each_text(lambda text: text.rpartition(given.mark)[2].strip())


TEXTS = (
    Transformation(
        "trim",
        "Trim",
        "Removes blanks at both ends.",
        "text",
        lambda _: on_each_text(str.strip),
        (Example("  Asha ", "Asha"),),
    ),
    Transformation(
        "upper",
        "Upper case",
        "Makes every letter a capital.",
        "text",
        lambda _: on_text(str.upper),
        (Example("cs101", "CS101"),),
    ),
    Transformation(
        "lower",
        "Lower case",
        "Makes every letter small.",
        "text",
        lambda _: on_text(str.lower),
        (Example("Asha@College.IN", "asha@college.in"),),
    ),
    Transformation(
        "title",
        "Title case",
        "Begins every word with a capital.",
        "text",
        lambda _: on_text(str.title),
        (Example("ASHA RAO", "Asha Rao"),),
    ),
    Transformation(
        "sentence",
        "Sentence case",
        "Begins with a capital; all other letters are small.",
        "text",
        lambda _: on_text(_sentence),
        (Example("DATA STRUCTURES", "Data structures"),),
    ),
    Transformation(
        "prefix",
        "Prefix",
        "Puts a text before the value. A missing value stays missing.",
        "text",
        _prefix,
        (Example(101, "CS101", "CS"),),
        Prefix,
    ),
    Transformation(
        "suffix",
        "Suffix",
        "Puts a text behind the value. A missing value stays missing.",
        "text",
        _suffix,
        (Example("asha", "asha@college.in", "@college.in"),),
        Suffix,
    ),
    Transformation(
        "pad",
        "Pad",
        "Fills a short value up to a length, with zeros before it unless said otherwise.",
        "text",
        _pad,
        (Example(7, "007", 3), Example("A", "A--", {"length": 3, "with": "-", "side": "right"})),
        Pad,
    ),
    Transformation(
        "replace",
        "Replace",
        "Replaces a text wherever it stands in the value, exactly as it is written.",
        "text",
        _replace,
        (Example("CS/21/07", "CS-21-07", {"find": "/", "with": "-"}), Example("98 765", "98765", " ")),
        Replace,
    ),
    Transformation(
        "html",
        "HTML to text",
        "Takes tags away and writes entities out.",
        "text",
        lambda _: on_text(text_of_html),
        (Example("R&amp;D <i>draft</i>", "R&D draft"),),
        Nothing,
    ),
    Transformation(
        "before",
        "Text before",
        "Keeps what stands before the first occurrence of a text.",
        "parts",
        _before,
        (Example("09:00 - 10:00", "09:00", " - "),),
        Mark,
    ),
    Transformation(
        "after",
        "Text after",
        "Keeps what stands behind the last occurrence of a text.",
        "parts",
        _after,
        (Example("uri://ed-fi.org/X#Present", "Present", "#"),),
        Mark,
    ),
)
