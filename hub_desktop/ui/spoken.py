"""Sentences of the hub in the language of the window.

What the hub says is English: log, terminal, HTTP and what is stored keep it so. Where such a sentence, or a word like
the name of a data type, is shown, it goes through `spoken`; values that came from an upstream or were typed never do.
"""

import json
import logging
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from hub_desktop.core import words
from hub_desktop.core.resources import resource_path
from hub_desktop.ui.phrasebook import Phrasebook

CONTEXT = "sentences"
"""Where Qt Linguist keeps the sentences of the hub."""

_T = TypeVar("_T")
_log = logging.getLogger(__name__)


class _Voice:
    """Which phrase book stands; none where the window speaks English, as the hub does."""

    def __init__(self) -> None:
        self.book: Phrasebook | None = None


_voice = _Voice()


def speak(foreign: bool) -> None:
    """Say sentences of the hub by the translators that are installed now, or in English."""
    _voice.book = Phrasebook(_templates(), _translated) if foreign else None


def spoken(text: str) -> str:
    """Return a sentence or word of the hub in the language of the window; what is not known stays as it is."""
    return text if _voice.book is None else _voice.book.say(text)


def spoken_choices(choices: Mapping[_T, str]) -> dict[_T, str]:
    """Return choices under names of the hub in the language of the window."""
    return {choice: spoken(said) for choice, said in choices.items()}


def count(number: int, one: str, many: str | None = None) -> str:
    """Return `1 record` or `1,204 records` in the language of the window; the words are given in English."""
    return spoken(words.count(number, one, many))


def listed(parts: Sequence[str], last: str = "and") -> str:
    """Return `a, b and c` in the language of the window; the parts stay as they are."""
    joined = {"and": _translated("{0} and {1}"), "or": _translated("{0} or {1}")}[last]
    if len(parts) < 2:
        return "".join(parts)
    return joined.format(", ".join(parts[:-1]), parts[-1])


@cache
def _templates() -> list[tuple[str, str]]:
    try:
        read = json.loads(resource_path("translations", "sentences.json").read_text("utf-8"))
    except (OSError, ValueError):
        _log.exception("the list of sentences cannot be read; those of the hub are shown in English")
        return []
    return [(str(template), str(kinds)) for template, kinds in read]


def _translated(template: str) -> str:
    return QCoreApplication.translate(CONTEXT, template)
