"""Small rules for sentences people read: numbers, nearest spellings and lists."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches


def count(number: int, one: str, many: str | None = None) -> str:
    """Return `1 record` or `1,204 records`; `many` defaults to `one` with an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Return `a`, `a and b`, or `a, b and c`; `last` is the word before the last."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ` Did you mean “x”?` with the nearest known word, or the empty string."""
    lowered = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    if not close:
        return ""
    name = lowered[close[0]]
    return f" Did you mean “{name}”?"
