"""Finished English sentences looked up among the templates they were made from; no widget in it.

The hub speaks English: so do log, terminal, HTTP and what is stored. The window turns a sentence of the hub into the
chosen language where it knows the template. What stood in the placeholders is carried over; what is not known is shown
in English.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{\d+\}")
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"[\d.,:−-]*\d[\d.,:]*")
_SENTENCE_END = re.compile(r"(?<=[.?!…])\s+(?=[\w“\"(])|\n+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|\([^)]*\)")
_QUOTE = re.compile(r"“[^“”]*”")
_CLAUSES = (" · ", "; ", ", ")
_MOST_LETTERS = 4_000
_MOST_KEPT = 4_096
_MOST_DEEP = 4
_MOST_RUN = 6
"""Sentences that stand in one template at most."""
_WEAK_LETTERS = 12
"""A template with fewer letters of its own fits by chance: then all that it holds must be known as well."""
_JOINING_LETTERS = 6
"""A template with fewer, such as that of “a to b”, joins what stands beside it, and reaches over no comma."""


class Template(Struct, frozen=True):
    """A sentence with placeholders: its pieces of text, and the numbers of the placeholders between them."""

    source: str
    kinds: str
    """For each placeholder n for a number, k for data, t for what may be words of ours, e for a name of either kind."""
    texts: tuple[str, ...]
    numbers: tuple[int, ...]
    letters: int
    """How many letters it has of its own."""


class _Said(Struct, frozen=True):
    """A text in the other language, and how many letters of the English one were known for it."""

    letters: int
    said: str


def read_template(source: str, kinds: str = "") -> Template:
    """Return a template as `Template` holds it; doubled braces are braces."""
    texts, numbers = [""], []
    end = 0
    for found in _PLACEHOLDER.finditer(source):
        texts[-1] += source[end : found.start()]
        end = found.end()
        if found.group() in {"{{", "}}"}:
            texts[-1] += found.group()[0]
        else:
            numbers.append(int(found.group()[1:-1]))
            texts.append("")
    texts[-1] += source[end:]
    return Template(source, kinds, tuple(texts), tuple(numbers), sum(map(_letters, texts)))


def captured(template: Template, text: str) -> list[str] | None:
    """Return what stands in the placeholders of a template, None where the text is not made from it."""
    first, last = template.texts[0], template.texts[-1]
    if not template.numbers:
        return [] if text == first else None
    if not text.startswith(first) or not text.endswith(last) or len(text) < len(first) + len(last):
        return None
    place, end, found = len(first), len(text) - len(last), []
    for piece in template.texts[1:-1]:
        # The nearest place is enough: what would fit later fits here too.
        at = text.find(piece, place, end)
        if at < 0:
            return None
        found.append(text[place:at])
        place = at + len(piece)
    return [*found, text[place:end]]


class Phrasebook:
    """Says sentences of the hub in another language."""

    def __init__(self, templates: Iterable[tuple[str, str]], translate: Callable[[str], str]) -> None:
        """`translate` returns the translation of a template, or the template where there is none."""
        self._translate = translate
        self._plain: set[str] = set()
        self._by_word: dict[str, list[Template]] = {}
        self._wordless: list[Template] = []
        self._order(templates)
        self.say = lru_cache(_MOST_KEPT)(self._say)
        """Return a text in the other language, or as it is where it is not known."""

    def _say(self, text: str) -> str:
        if not text or len(text) > _MOST_LETTERS or not any(map(str.isalpha, text)):
            return text
        before, bare, after = _bare(text)
        known = self._known(bare, 0)
        return text if known is None else f"{before}{known}{after}"

    # -- from the whole to its parts -----------------------------------------------------------------------------------

    def _known(self, text: str, deep: int) -> str | None:
        """Return a text in the other language, None where it is not known."""
        if deep > _MOST_DEEP or not text:
            return None
        found = self._one(text, deep, whole=True) or self._capitalised(text, deep)
        if text in self._plain and found is not None:
            return found.said
        several, complete = self._sentences(text, deep)
        if found is not None:
            # A template that holds half of two sentences knows less of them than they say of themselves.
            return several.said if several is not None and complete and several.letters > found.letters else found.said
        if not complete:
            # What a system says may itself be several sentences.
            several = self._one(text, deep, whole=False) or several
        found = several or self._clauses(text, deep)
        return None if found is None else found.said

    def _capitalised(self, text: str, deep: int) -> _Said | None:
        """Return a reason that was made a sentence: with a capital at its beginning and a full stop at its end."""
        if not text.endswith(".") or len(text) < 3:
            return None
        for bare in (text[:-1], text[0].lower() + text[1:-1]):
            found = self._one(bare, deep, whole=True)
            if found is not None:
                stop = self._translate(".")
                ended = found.said.endswith((stop, ".", "?", "!"))
                return found if ended else _Said(found.letters, found.said + stop)
        return None

    def _sentences(self, text: str, deep: int) -> tuple[_Said | None, bool]:
        """Return several sentences, each in its turn, and whether all of them are known."""
        pieces = _sentences(text)
        if len(pieces) < 2:
            return None, False
        said, letters, known, place = "", 0, 0, 0
        while place < len(pieces):
            for run in range(min(_MOST_RUN, len(pieces) - place), 0, -1):
                together = "".join(part for pair in pieces[place : place + run] for part in pair)
                gap = pieces[place + run - 1][1]
                bare = together.removesuffix(gap) if gap else together
                found = None if run == len(pieces) else self._one(bare, deep, whole=True)
                if found is None and run == 1:
                    found = self._capitalised(bare, deep) or self._clauses(bare, deep)
                if found is not None or run == 1:
                    known += run if found is not None else 0
                    letters += 0 if found is None else found.letters
                    said += (bare if found is None else found.said) + gap
                    place += run
                    break
        return (_Said(letters, said) if known else None), known == len(pieces)

    def _clauses(self, text: str, deep: int) -> _Said | None:
        """Return what is listed, if every part of it is known, or known what stands after a colon."""
        for between in _CLAUSES:
            parts = _parts(text, between)
            if len(parts) > 1:
                said = [self._part(part, deep) for part in parts]
                if any(one is None for one in said):
                    continue
                return _Said(_letters(text), between.join(one for one in said if one is not None))
        head, colon, rest = text.partition(": ")
        if not colon:
            return None
        known = self._part(rest, deep)
        return None if known is None else _Said(_letters(rest), f"{self._known(head, deep + 1) or head}: {known}")

    def _part(self, text: str, deep: int) -> str | None:
        # What is quoted came from elsewhere: it is known as it stands.
        if _QUOTE.fullmatch(text) or not any(map(str.isalpha, text)):
            return text
        return self._known(text, deep + 1)

    # -- one template --------------------------------------------------------------------------------------------------

    def _one(self, text: str, deep: int, *, whole: bool) -> _Said | None:
        """Return a text made from one template; a `whole` one has no sentence's end within what it holds."""
        if text in self._plain:
            words = self._translate(_written(text))
            if words != _written(text):
                return _Said(_letters(text), _filled(read_template(words), []))
        best: _Said | None = None
        most = -1
        for template in self._fitting(text):
            if template.letters <= most:
                continue
            held = captured(template, text)
            if held is None or _torn(template, held) or (whole and _runs_on(template, held)):
                continue
            if _took_the_stop(template, held):
                continue
            found = self._put(template, held, deep)
            if found is not None:
                best, most = found, template.letters
        return best

    def _put(self, template: Template, held: Sequence[str], deep: int) -> _Said | None:
        words = self._translate(template.source)
        if words == template.source:
            return None
        target = read_template(words)
        if sorted(target.numbers) != sorted(template.numbers):
            return None
        weak = template.letters < _WEAK_LETTERS
        letters = template.letters
        said: list[str] = []
        for kind, one in zip(template.kinds, held, strict=True):
            if kind == "n" and not _NUMBER.fullmatch(one):
                return None
            if (
                kind == "t"
                and template.letters < _JOINING_LETTERS
                and any(len(_parts(one, between)) > 1 for between in _CLAUSES)
            ):
                # The “to” of one part of a list says nothing of its other parts.
                return None
            known = self._held(one, deep) if kind == "t" else self._named(one) if kind == "e" else one
            if known is None and weak and not _quoted(template, len(said)):
                return None
            letters += _letters(one) if kind in "te" and known is not None else 0
            said.append(one if known is None else known)
        return _Said(letters, _filled(target, said))

    def _named(self, name: str) -> str:
        """Return the name of a field or an endpoint where it is one of ours, and as it is where somebody gave it."""
        return self._translate(name) if name in self._plain else name

    def _held(self, text: str, deep: int) -> str | None:
        before, bare, after = _bare(text)
        known = self._part(bare, deep)
        return None if known is None else f"{before}{known}{after}"

    def _fitting(self, text: str) -> list[Template]:
        words = dict.fromkeys(_WORD.findall(text))
        return [one for word in words for one in self._by_word.get(word, ())] + self._wordless

    def _order(self, templates: Iterable[tuple[str, str]]) -> None:
        """File every template under the rarest of its words, so that few are looked at for a sentence."""
        read: list[tuple[Template, list[str]]] = []
        often: Counter[str] = Counter()
        for source, kinds in templates:
            template = read_template(source, kinds)
            if not template.numbers:
                self._plain.add(template.texts[0])
                continue
            own = _own_words(template)
            often.update(set(own))
            read.append((template, own))
        for template, own in read:
            if own:
                self._by_word.setdefault(min(own, key=lambda word: (often[word], word)), []).append(template)
            else:
                self._wordless.append(template)


def _took_the_stop(template: Template, held: Sequence[str]) -> bool:
    """Tell whether the last placeholder holds a full stop that was added to a reason that has none of its own."""
    if template.texts[-1] or not held or not held[-1].endswith("."):
        return False
    return not template.texts[-2].rstrip().endswith((":", ".", "?", "!"))


def _runs_on(template: Template, held: Sequence[str]) -> bool:
    """Tell whether a placeholder holds the end of a sentence, other than in quotes."""
    return any(len(_sentences(one)) > 1 and not _quoted(template, place) for place, one in enumerate(held))


def _torn(template: Template, held: Sequence[str]) -> bool:
    """Tell whether a placeholder holds more than stands there: another quotation, or a sentence after a name."""
    return any(
        0 <= one.find("”") < one.find("“") if _quoted(template, place) else kind == "e" and len(_sentences(one)) > 1
        for place, (kind, one) in enumerate(zip(template.kinds, held, strict=True))
    )


def _parts(text: str, between: str) -> list[str]:
    """Return what is listed, with what is quoted in one piece."""
    first, *others = text.split(between)
    parts = [first]
    for piece in others:
        if parts[-1].count("“") > parts[-1].count("”"):
            parts[-1] += between + piece
        else:
            parts.append(piece)
    return parts


def _quoted(template: Template, place: int) -> bool:
    """Tell whether a placeholder stands in quotes: what is quoted came from elsewhere, and need not be known."""
    return template.texts[place].endswith("“") and template.texts[place + 1].startswith("”")


def _letters(text: str) -> int:
    return sum(map(len, _WORD.findall(text)))


def _own_words(template: Template) -> list[str]:
    """Return the words that surely stand alone in every sentence made from a template."""
    words: list[str] = []
    last = len(template.texts) - 1
    for place, text in enumerate(template.texts):
        for found in _WORD.finditer(text):
            glued_before = found.start() == 0 and place > 0
            glued_after = found.end() == len(text) and place < last
            if not glued_before and not glued_after:
                words.append(found.group())
    return words


def _written(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _filled(template: Template, held: Sequence[str]) -> str:
    said = template.texts[0]
    for number, text in zip(template.numbers, template.texts[1:], strict=True):
        said += (held[number] if number < len(held) else "") + text
    return said


def _bare(text: str) -> tuple[str, str, str]:
    """Return a text without the space around it, and that space."""
    bare = text.strip()
    before = text[: len(text) - len(text.lstrip())] if bare else text
    return before, bare, text[len(before) + len(bare) :]


def _sentences(text: str) -> list[tuple[str, str]]:
    """Split where sentences end, but not within quotes or brackets; each with the space that follows it."""
    inside = [found.span() for found in _QUOTED.finditer(text)]
    pieces: list[tuple[str, str]] = []
    begin = 0
    for found in _SENTENCE_END.finditer(text):
        if not any(first < found.start() < last for first, last in inside):
            pieces.append((text[begin : found.start()], found.group()))
            begin = found.end()
    return [*pieces, (text[begin:], "")]
