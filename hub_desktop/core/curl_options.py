"""The options of a cURL command (curl.1), sorted by what they mean for reading records; nothing is sent or opened."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath, PureWindowsPath

from hub_desktop.core.guesses import set_of
from hub_desktop.core.redaction import one_line
from hub_desktop.core.words import listed

_SHORT: dict[str, str] = {
    "X": "request",
    "H": "header",
    "d": "data",
    "F": "form",
    "u": "user",
    "b": "cookie",
    "A": "user-agent",
    "e": "referer",
    "G": "get",
    "I": "head",
    "k": "insecure",
    "L": "location",
    "s": "silent",
    "S": "show-error",
    "v": "verbose",
    "i": "include",
    "f": "fail",
    "g": "globoff",
    "j": "junk-session-cookies",
    "n": "netrc",
    "N": "no-buffer",
    "J": "remote-header-name",
    "O": "remote-name",
    "R": "remote-time",
    "Z": "parallel",
    "0": "http1.0",
    "1": "tlsv1",
    "4": "ipv4",
    "6": "ipv6",
    "#": "progress-bar",
    ":": "next",
    "o": "output",
    "m": "max-time",
    "x": "proxy",
    "U": "proxy-user",
    "E": "cert",
    "K": "config",
    "T": "upload-file",
    "c": "cookie-jar",
    "D": "dump-header",
    "w": "write-out",
    "C": "continue-at",
    "r": "range",
    "y": "speed-time",
    "Y": "speed-limit",
    "z": "time-cond",
    "a": "append",
    "q": "disable",
    "M": "manual",
    "V": "version",
    "h": "help",
    "B": "use-ascii",
    "l": "list-only",
    "p": "proxytunnel",
    "P": "ftp-port",
    "Q": "quote",
    "t": "telnet-option",
}

_OF_NO_MATTER = set_of("""
    location silent show-error verbose include fail fail-with-body fail-early globoff junk-session-cookies no-buffer
    remote-header-name remote-name remote-name-all remote-time parallel http1.0 http1.1 http2 http2-prior-knowledge
    http3 http3-only tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 ipv4 ipv6 progress-bar compressed no-progress-meter
    tcp-nodelay tcp-fastopen no-keepalive path-as-is no-compressed disable styled-output no-styled-output
    suppress-connect-headers raw tr-encoding basic anyauth location-trusted post301 post302 post303 create-dirs
    trace-time crlf ssl ssl-reqd no-sessionid no-alpn no-npn use-ascii progress-meter
""")
_OF_NO_MATTER_WITH_VALUE = set_of("""
    output output-dir max-time connect-timeout user-agent referer write-out dump-header cookie-jar retry retry-delay
    retry-max-time max-redirs limit-rate trace trace-ascii stderr keepalive-time max-filesize speed-time speed-limit
    expect100-timeout happy-eyeballs-timeout-ms parallel-max rate range continue-at time-cond etag-save etag-compare
    tls-max ciphers tls13-ciphers curves
""")
_NOT_SUPPORTED = set_of(
    "netrc netrc-optional digest ntlm ntlm-wb negotiate append list-only manual version help proxytunnel"
)
_NOT_SUPPORTED_WITH_VALUE = set_of("""
    proxy preproxy proxy-user noproxy proxy-header socks4 socks4a socks5 socks5-hostname cert cert-type key key-type
    pass cacert capath crlfile pinnedpubkey config upload-file netrc-file aws-sigv4 interface local-port resolve
    connect-to unix-socket abstract-unix-socket doh-url dns-servers request-target variable expand-url ftp-port quote
    telnet-option service-name proxy-cert proxy-key haproxy-clientip hsts alt-svc
""")
_TAKEN = set_of("request header url user cookie oauth2-bearer url-query")
_DATA = set_of("data data-ascii data-raw data-binary data-urlencode json form form-string")
_SWITCHES = set_of("get head insecure retry-connrefused retry-all-errors no-insecure next")
_WITH_VALUE = _OF_NO_MATTER_WITH_VALUE | _NOT_SUPPORTED_WITH_VALUE | _TAKEN | _DATA
_KNOWN = _WITH_VALUE | _OF_NO_MATTER | _NOT_SUPPORTED | _SWITCHES

_PROMPT = re.compile(r"[$#%>]|[A-Za-z]:\\[^>]*>|PS|[\w.@~:/-]*[$#%>]")
_PROGRAM = frozenset({"curl", "curl.exe"})
_NAME = re.compile(r"[\w.-]*")
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Data:
    """One piece of a body: which option gave it, and its text."""

    option: str
    text: str = field(repr=False)


@dataclass(slots=True)
class CurlOptions:
    """What a cURL command says, sorted but not yet understood; `notes` are sentences about what was left out."""

    urls: list[str] = field(default_factory=list, repr=False)
    method: str = ""
    headers: list[str] = field(default_factory=list, repr=False)
    data: list[Data] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list, repr=False)
    user: str = field(default="", repr=False)
    bearer: str = field(default="", repr=False)
    url_query: list[str] = field(default_factory=list, repr=False)
    data_in_query: bool = False
    notes: list[str] = field(default_factory=list)


def read_options(words: Sequence[str]) -> CurlOptions | None:
    """Sort the words of a command; None where it is none of cURL."""
    arguments = _arguments(words)
    if arguments is None:
        return None
    found = CurlOptions()
    unsupported: list[str] = []
    unknown: list[str] = []
    for name, value in _pairs(arguments):
        if name == "next":
            found.notes.append("The command asks several things (--next). Only the first was taken.")
            break
        if name and name not in _KNOWN:
            unknown.append(_shown(name))
        elif name in _NOT_SUPPORTED or name in _NOT_SUPPORTED_WITH_VALUE:
            unsupported.append(_shown(name))
        else:
            _take(found, name, value)
    if unsupported:
        found.notes.append(
            f"Left out, because this program has its own settings for it or none: {listed(unsupported)}."
        )
    if unknown:
        found.notes.append(f"Left out, because this program does not know it: {listed(unknown)}.")
    return found


def _arguments(words: Sequence[str]) -> Sequence[str] | None:
    for place, word in enumerate(words[:3]):
        if PurePosixPath(PureWindowsPath(word).as_posix()).name.lower() in _PROGRAM:
            return words[place + 1 :]
        if not _PROMPT.fullmatch(word[:_LONGEST_NAME]):
            return None
    return None


def _pairs(arguments: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the long name of each option with its value; what is no option has the empty name."""
    waiting = iter(arguments)
    for word in waiting:
        if word.startswith("--") and len(word) > 2:
            name, equals, value = word[2:].partition("=")
            # cURL itself wants a blank there; some documents write =.
            if equals and name in _WITH_VALUE:
                yield name, value
            else:
                name = word[2:]
                yield name, next(waiting, "") if name in _WITH_VALUE else ""
        elif word.startswith("-") and len(word) > 1 and word != "--":
            yield from _short_pairs(word[1:], waiting)
        elif word not in {"-", "--"}:
            yield "", word


def _short_pairs(letters: str, waiting: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Yield the options of a word such as -sSL or -XPOST; the rest of the word is the value of one that takes one."""
    for place, letter in enumerate(letters):
        name = _SHORT.get(letter, letter)
        if name in _WITH_VALUE:
            yield name, letters[place + 1 :] or next(waiting, "")
            return
        yield name, ""


def _take(found: CurlOptions, name: str, value: str) -> None:
    if name in _DATA:
        found.data.append(Data(name, value))
        return
    match name:
        case "" | "url":
            found.urls.append(value)
        case "request":
            found.method = value.strip().upper()
        case "head":
            found.method = "HEAD"
        case "header":
            found.headers.append(value)
        case "cookie":
            found.cookies.append(value)
        case "user":
            found.user = value
        case "oauth2-bearer":
            found.bearer = value.strip()
        case "url-query":
            found.url_query.append(value)
        case "get":
            found.data_in_query = True
        case "insecure":
            found.notes.append(
                "The command switches the check of certificates off (--insecure). This program never does that; if "
                "the college uses a certificate of its own, install it on this computer."
            )


def _shown(name: str) -> str:
    # Whatever is attached to a name may be a secret.
    plain = _NAME.match(name)
    return one_line(f"-{name}" if len(name) == 1 else f"--{plain[0] if plain else ''}", _LONGEST_NAME)
