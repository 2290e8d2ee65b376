"""Finding a name by a few of its letters, as people type them."""

import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz

_NEAR = 75.0
"""How alike, of 100, what was typed and a name must be where no name holds it."""
_FEWEST_LETTERS = 3


def found(typed: str, names: Sequence[str]) -> list[int]:
    """Return the places of the names that what was typed may mean, the likeliest first; all where nothing was typed.

    Case and accents do not count. A name is found that holds every word typed; where none does, one that is written
    nearly so.
    """
    whole = " ".join(_plain(typed).split())
    places = holding(typed, names)
    if places or len(whole) < _FEWEST_LETTERS:
        return places
    near = {place: fuzz.partial_ratio(whole, _plain(name)) for place, name in enumerate(names)}
    return sorted((p for p, alike in near.items() if alike >= _NEAR), key=lambda place: (-near[place], place))


def holding(typed: str, names: Sequence[str]) -> list[int]:
    """Return the places of the names that hold every word typed, those in which they begin a word first."""
    words = _plain(typed).split()
    plain = [_plain(name) for name in names]
    places = [place for place, name in enumerate(plain) if all(word in name for word in words)]
    return sorted(places, key=lambda place: (_inside(words, plain[place]), place))


def _inside(words: Sequence[str], name: str) -> int:
    """Return how many of the words stand inside one of the name's own, rather than at its beginning."""
    own = name.split()
    return sum(not any(one.startswith(word) for one in own) for word in words)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
