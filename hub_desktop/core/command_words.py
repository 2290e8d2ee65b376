"""The words of a command that a person copied from somewhere, as a shell would see them; nothing is ever run.

Understood are the quoting of POSIX shells (with bash's `$'…'`) and, where a caret gives it away, of Windows' cmd.
"""

import re
import shlex

from msgspec import Struct

_WINDOWS = re.compile(r"\^[ \t]*\r?\n|\^\"|\A[A-Za-z]:\\")
_UNIX = re.compile(r"\\[ \t]*\r?\n|\$'")
_REMARKS = re.compile(r"(?:[ \t]*#(?![^\n]*\bcurl\s)[^\n]*\n\s*)+")
_PIECE = re.compile(
    r"(?P<ansi>\$'(?:[^'\\]|\\.)*')"
    r"|(?P<quoted>'[^']*'|\"(?:[^\"\\]|\\.)*\")"
    r"|(?P<joined>\\[ \t]*\r?\n)"
    r"|(?P<escaped>\\.)"
    r"|(?P<end>(?<!\S)(?:\|\|?|&&?|[0-9]?>>?|<)(?=\s|$|[\w./&])|;(?=\s|$)|\n[ \t]*(?=curl\s))",
    re.DOTALL,
)
_ANSI = re.compile(
    r"(?P<raw>(?:\\x[0-9A-Fa-f]{1,2}|\\[0-7]{1,3})+)"
    r"|\\(?:u(?P<short>[0-9A-Fa-f]{1,4})|U(?P<long>[0-9A-Fa-f]{1,8})|c(?P<control>.)|(?P<named>.))",
    re.DOTALL,
)
_RAW_BYTE = re.compile(r"\\x([0-9A-Fa-f]{1,2})|\\([0-7]{1,3})")
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "e": "\x1b", "E": "\x1b"}
_LAST_CHARACTER = 0x10FFFF
_LINE_END = re.compile(r"[ \t]*\n")
_ARGUMENT_PIECE = re.compile(
    r"(?P<escaped>(?:\\\\)*\\\")"
    r"|(?P<slashes>(?:\\\\)*)\"(?P<doubled>\"?)"
    r"|(?P<blank>\s+)"
    r"|(?P<plain>[^\s\"\\]+|\\+)"
)


class CommandWords(Struct, frozen=True):
    """The words of the first command in a text, and whether more stood behind it."""

    words: tuple[str, ...]
    more: bool = False
    """Something followed that belongs to the shell, such as a pipe, or to another command."""


def read_words(text: str) -> CommandWords:
    """Split a command into its words; raise ValueError where a quotation mark is not closed."""
    text = text.strip()
    remarks = _REMARKS.match(text)
    text = text[remarks.end() :] if remarks else text
    if _WINDOWS.search(text) and not _UNIX.search(text):
        plain, more = _without_carets(text.replace("\r\n", "\n"))
        return CommandWords(_windows_arguments(plain), more)
    plain, more = _posix(text)
    return CommandWords(tuple(shlex.split(plain)), more)


def _posix(text: str) -> tuple[str, bool]:
    """Return the first command in a form that shlex reads, and whether something stood behind it."""
    parts: list[str] = []
    done = 0
    for found in _PIECE.finditer(text):
        parts.append(text[done : found.start()])
        done = found.end()
        match found.lastgroup:
            case "ansi":
                parts.append(shlex.quote(_unescaped(found[0][2:-1])))
            case "joined":
                # shlex keeps the line break as a character, where a shell drops it.
                continue
            case "end":
                return "".join(parts), True
            case _:
                parts.append(found[0])
    return "".join((*parts, text[done:])), False


def _unescaped(written: str) -> str:
    """Return the text of bash's `$'…'`."""

    def put(found: re.Match[str]) -> str:
        match found.lastgroup:
            case "raw":
                pairs = _RAW_BYTE.findall(found[0])
                raw = bytes(int(hexed, 16) if hexed else int(octal, 8) & 0xFF for hexed, octal in pairs)
                return raw.decode("utf-8", "replace")
            case "short" | "long":
                code = int(found["short"] or found["long"], 16)
                return chr(code) if code <= _LAST_CHARACTER else "\ufffd"
            case "control":
                return chr(ord(found["control"]) & 0x1F)
            case _:
                named = found["named"]
                return _NAMED.get(named, named if named in "\\'\"?" else f"\\{named}")

    # Browsers write a character beyond U+FFFF as its two surrogates.
    return _ANSI.sub(put, written).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _without_carets(text: str) -> tuple[str, bool]:
    """Return the first command of cmd with its carets carried out, and whether something stood behind it.

    Each caret takes the meaning from what follows it: `&` that stands alone ends a command, `^&` does not.
    """
    parts: list[str] = []
    quoted = False
    place = 0
    while place < len(text):
        sign = text[place]
        place += 1
        if sign == "^" and not quoted:
            # Behind the end of a line the first character of the next is taken as it is, a line break too.
            line_end = _LINE_END.match(text, place)
            place = line_end.end() if line_end else place
            parts.append(text[place : place + 1])
            place += 1
            continue
        if sign == "&" and not quoted and _stands_alone(text, place - 1):
            return "".join(parts), True
        if sign == '"':
            quoted = not quoted
        parts.append(sign)
    return "".join(parts), False


def _stands_alone(text: str, place: int) -> bool:
    """Tell whether blanks, or the ends of the text, are on both sides of the sign at this place."""
    return not text[max(place - 1, 0) : place].strip() and not text[place + 1 : place + 2].strip()


def _windows_arguments(text: str) -> tuple[str, ...]:
    """Split as programs on Windows do: backslashes count only before a quotation mark, and in quotes "" is one."""
    words: list[str] = []
    word: list[str] | None = None
    quoted = False
    for found in _ARGUMENT_PIECE.finditer(text):
        if found["blank"] and not quoted:
            if word is not None:
                words.append("".join(word))
            word = None
            continue
        word = [] if word is None else word
        if found["blank"] or found["plain"]:
            word.append(found[0])
        elif found["escaped"]:
            word.append("\\" * (len(found["escaped"]) // 2 - 1) + '"')
        else:
            word.append("\\" * (len(found["slashes"]) // 2))
            if not found["doubled"]:
                quoted = not quoted
            elif quoted:
                word.append('"')
    if quoted:
        raise ValueError("No closing quotation")
    if word is not None:
        words.append("".join(word))
    return tuple(words)
