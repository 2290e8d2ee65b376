"""A pasted cURL command as a configuration: what it says is kept, what belongs to a browser or a shell is left out.

Nothing is executed, no file that the command names is opened, and every secret lands in a secret field.
"""

import base64
import binascii
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

from hub_desktop.core.command_words import read_words
from hub_desktop.core.curl_options import CurlOptions, Data, read_options
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.guesses import kind_of, paging_of, plain_braces, set_of, split_path, system_of
from hub_desktop.core.integration import MAX_CONFIGURATION_BYTES, read_integration
from hub_desktop.core.redaction import is_secret_name, one_line
from hub_desktop.core.wire_rules import check_parameter
from hub_desktop.core.words import listed

_OF_THE_BROWSER = set_of("""
    user-agent accept accept-encoding accept-language host content-length connection cache-control pragma origin
    referer dnt priority te upgrade-insecure-requests if-none-match if-modified-since transfer-encoding keep-alive
    content-type expect postman-token
""")
_FORGERY_GUARD = re.compile(r"(?i)(csrf|xsrf|requestverificationtoken)")
_OTHER_SECRET_PARAMETERS = frozenset({"key", "apikey", "auth", "sig", "signature", "token", "pass", "sessionid"})
_STAND_IN = re.compile(
    r"[$%]?\{\{?[\w .:-]+\}?\}|<[^<>]{1,80}>|\$\w+|%\w+%|\[[\w -]+\]|(?i:x{4,}|your[-_ ].*|.*[-_ ]here)|\*{3,}|\.{3}|…"
)
_BROWSER_SESSION = (
    "The cookies of a browser session were not kept, because they end when the browser signs out. Ask the vendor for "
    "an API key or a token for other programs."
)
_MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class CurlGuess:
    """The configuration that a cURL command speaks of, in the seed's JSON shape, and what to know of it."""

    written: dict[str, Any] = field(repr=False)
    """Accepted by `read_integration`; secrets stand in its secret fields only."""
    notes: tuple[str, ...]
    """Sentences: what was understood and what was left out; no secret in them."""


def read_curl(text: str) -> CurlGuess:
    """Return the integration a cURL command speaks of; raise ConfigurationError when it is no such command."""
    if len(text) > MAX_CONFIGURATION_BYTES:
        raise ConfigurationError("This text is longer than any command. Paste one cURL command.")
    try:
        command = read_words(text)
    except ValueError:
        raise ConfigurationError(
            "A quotation mark of this command is not closed. Copy the whole command and paste it again."
        ) from None
    options = read_options(command.words)
    if options is None:
        raise ConfigurationError(
            "This does not begin with “curl”. Copy the command as cURL: in the browser's developer tools, choose the "
            "request, then Copy as cURL."
        )
    if command.more:
        options.notes.append("What follows the first command was left out.")
    written, notes = _Reading(options).integration()
    read_integration(written)
    return CurlGuess(written, tuple(notes))


class _Reading:
    """The steps from a command's options to a configuration; each takes what it understands and adds its notes."""

    def __init__(self, options: CurlOptions) -> None:
        self._options = options
        self._sign_in: dict[str, Any] = {}
        self._understood: list[str] = []
        self._notes = options.notes
        self._headers: dict[str, str] = {}
        self._content_type = ""

    def integration(self) -> tuple[dict[str, Any], list[str]]:
        """Return the configuration and the notes."""
        address = self._address()
        self._take_user(address)
        self._take_headers()
        self._take_cookies()
        params = parse_qsl(address.query, keep_blank_values=True)
        params += [pair for one in self._options.url_query for pair in self._encoded_pairs(Data("url-query", one))]
        method, body = self._request(params)
        params = self._take_secret_parameters(params)
        root, path = split_path(address.path)
        kind, name = kind_of(path, [*params, *body.get("form", {}).items()])
        endpoint = self._endpoint(path, params) | body
        if method == "POST":
            endpoint["method"] = "POST"
        if kind == "custom":
            endpoint |= {"dataType": "custom", "key": ["id"]}
        host = address.hostname or ""
        base = f"{address.scheme}://{address.netloc.rpartition('@')[2]}{root}"
        written = {
            "name": host[:80],
            "type": system_of(host, address.path, kind),
            "baseUrl": base,
            **(self._sign_in or {"authType": "none"}),
            **({"headers": self._headers} if self._headers else {}),
            "endpoints": {name: endpoint},
            "syncInterval": DATA_TYPES[kind].recommended_interval,
        }
        self._say_what_was_understood(base, path, kind)
        return written, [*self._understood, *self._notes]

    # -- where -----------------------------------------------------------------------------------------------------

    def _address(self) -> SplitResult:
        urls = self._options.urls
        if not urls:
            raise ConfigurationError("This command names no address. Copy the whole command and paste it again.")
        url = next((one for one in urls if "://" in one), urls[0]).strip()
        if len(urls) > 1:
            self._notes.append("The command names several addresses. Only the first was taken.")
        stand_in = re.match(r"(?:https?://)?(\{\{[^{}]*\}\}|\$\{?\w+\}?|<[^<>]*>|%\w+%)", url)
        if stand_in:
            raise ConfigurationError(
                f"The address holds a stand-in, “{one_line(stand_in[1], 60)}”. Put the real address in its place and "
                "paste the command again."
            )
        if "://" not in url:
            self._notes.append(
                "The address had no https:// before it, which means http:// to cURL. Correct it if wrong."
            )
            url = f"http://{url}"
        try:
            address = urlsplit(url)
            known = address.scheme in {"http", "https"} and bool(address.hostname) and address.port != 0
        except ValueError:
            known = False
        if not known:
            raise ConfigurationError("The address in this command is not one of a web server. It begins with https://.")
        return address._replace(path=quote(address.path or "/", safe="/%:@!$&'()*+,;=~-._{}[]"), fragment="")

    def _endpoint(self, path: str, params: Sequence[tuple[str, str]]) -> dict[str, Any]:
        pagination, paging_names = paging_of(params)
        kept = [(name, value) for name, value in params if name not in paging_names]
        names = [name for name, _ in kept]
        # JSON cannot hold a name twice, so those stay in the address.
        twice = [(name, value) for name, value in kept if names.count(name) > 1 or not name]
        once = {name: plain_braces(value) for name, value in kept if names.count(name) == 1 and name}
        path = plain_braces(path)
        if twice:
            written = "&".join(f"{quote(name, safe='[]')}={quote(value, safe='')}" for name, value in twice)
            path = f"{path}?{written}"
        endpoint: dict[str, Any] = {"path": path}
        if once:
            endpoint["params"] = once
        if pagination:
            endpoint["pagination"] = pagination
            self._understood.append(f"Pages were recognised by {listed(_shown(sorted(paging_names)))}.")
        if "{" in path:
            self._notes.append("The path holds a stand-in in braces. Put the real value in its place.")
        return endpoint

    # -- who -------------------------------------------------------------------------------------------------------

    def _take_user(self, address: SplitResult) -> None:
        if self._options.bearer:
            self._bearer(self._options.bearer)
        together = self._options.user
        if not together and (address.username or address.password):
            together = f"{unquote(address.username or '')}:{unquote(address.password or '')}"
        if together and not self._sign_in:
            user, _, password = together.partition(":")
            self._basic(user, password)

    def _take_headers(self) -> None:
        dropped: list[str] = []
        for line in self._options.headers:
            if line.startswith("@"):
                self._notes.append("The file of headers that the command names was not read.")
                continue
            name, colon, value = line.partition(":")
            name, value = name.strip(), value.strip()
            if not colon or not value:
                continue
            self._take_header(name, value, dropped)
        if dropped:
            self._notes.append(
                f"Left out, because they belong to a browser and not to the request: {listed(_shown(dropped))}."
            )

    def _take_header(self, name: str, value: str, dropped: list[str]) -> None:
        lower = name.lower()
        if lower == "content-type":
            self._content_type = value.lower()
        elif lower == "cookie":
            self._options.cookies.append(value)
        elif lower.startswith("sec-") or (lower in _OF_THE_BROWSER and "vnd." not in value):
            dropped.append(name)
        elif _FORGERY_GUARD.search(name):
            self._notes.append(f"“{one_line(name, 60)}” was left out: it belongs to one visit with the browser.")
        elif lower == "authorization" and not self._sign_in:
            self._authorization(value)
        elif is_secret_name(name) and not self._sign_in:
            self._key("header", name, value)
        else:
            self._headers[name] = value

    def _authorization(self, value: str) -> None:
        scheme, _, credentials = value.partition(" ")
        credentials = credentials.strip()
        match scheme.lower():
            case "bearer" if credentials:
                self._bearer(credentials)
            case "basic" if (pair := _decoded_pair(credentials)) is not None:
                self._basic(*pair)
            case "oauth" if "oauth_" in credentials:
                key = re.search(r'oauth_consumer_key="?([^",\s]+)', credentials)
                self._sign_in = {"authType": "oauth1", "oauth1": {"consumerKey": unquote(key[1]) if key else "?"}}
                self._notes.append(
                    "The command was signed with OAuth 1.0a, for this one request. Type the consumer key and its "
                    "secret, so that each request is signed anew."
                )
            case "digest" | "ntlm" | "negotiate" | "aws4-hmac-sha256":
                self._notes.append(
                    f"The command signs in by {one_line(scheme, 30)}, which this program does not speak. Ask the "
                    "vendor for an API key."
                )
            case _ if credentials:
                self._key("header", "Authorization", credentials, scheme)
            case _:
                self._key("header", "Authorization", value)

    def _take_cookies(self) -> None:
        cookies: list[tuple[str, str]] = []
        for line in self._options.cookies:
            if "=" not in line:
                self._notes.append("The file of cookies that the command names was not read.")
                continue
            pairs = [part.partition("=") for part in line.split(";") if "=" in part]
            cookies += [(name.strip(), value.strip()) for name, _, value in pairs if name.strip()]
        keys = [one for one in cookies if is_secret_name(one[0]) and not _FORGERY_GUARD.search(one[0])]
        if len(keys) == 1 and not self._sign_in:
            self._key("cookie", *keys[0])
            if len(cookies) > 1:
                self._notes.append("The other cookies of the browser were left out.")
        elif cookies:
            self._notes.append(_BROWSER_SESSION)

    def _take_secret_parameters(self, params: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        _, paging_names = paging_of(params)
        kept: list[tuple[str, str]] = []
        for name, value in params:
            if name in paging_names or not _is_secret_parameter(name):
                kept.append((name, value))
            elif value and not self._sign_in:
                self._key("query", name, value)
            elif value:
                self._notes.append(
                    f"“{one_line(name, 60)}” in the address holds a second secret and was left out. Only one sign-in "
                    "can be used."
                )
        return kept

    def _bearer(self, token: str) -> None:
        self._sign_in = {"authType": "bearer"} | self._secret("apiKey", token)

    def _basic(self, user: str, password: str) -> None:
        self._sign_in = {"authType": "basic", "username": user} | self._secret("password", password)

    def _key(self, place: str, name: str, value: str, prefix: str = "") -> None:
        placed = {"place": place, "name": name} | ({"prefix": prefix} if prefix else {})
        self._sign_in = {"authType": "api-key", "apiKeyIn": placed} | self._secret("apiKey", value)

    def _secret(self, name: str, value: str) -> dict[str, str]:
        """Return the secret field, or nothing where only a stand-in was written, as documentation does."""
        if not value or _STAND_IN.fullmatch(value):
            self._notes.append("Where the secret belongs, the command holds only a stand-in. Type the real one.")
            return {}
        return {name: value}

    # -- what ------------------------------------------------------------------------------------------------------

    def _request(self, params: list[tuple[str, str]]) -> tuple[str, dict[str, Any]]:
        """Return the method and the body as the JSON writes it; data that -G sends in the address joins the query."""
        options = self._options
        method = options.method or ("POST" if options.data and not options.data_in_query else "GET")
        if method == "HEAD":
            self._notes.append("The command asks for the headers only. Reading the records takes GET.")
            method = "GET"
        if method not in {"GET", "POST"}:
            raise ConfigurationError(
                f"This command uses {one_line(method, 20)}, which changes something in the other system. Paste one "
                "that reads records."
            )
        if options.data_in_query:
            for data in options.data:
                params += self._pairs_of(data)
            return method, {}
        if method == "GET":
            if options.data:
                self._notes.append("The body was left out, because a GET request carries none.")
            return method, {}
        return method, self._body()

    def _body(self) -> dict[str, Any]:
        texts = [data for data in self._options.data if not self._names_file(data)]
        together = "&".join(data.text for data in texts)
        if not together.strip():
            return {}
        is_json = "json" in self._content_type or any(data.option == "json" for data in texts)
        if is_json or (not self._content_type and together.lstrip()[:1] in {"{", "["}):
            try:
                read = json.loads("".join(data.text for data in texts), parse_constant=_refuse)
            except (ValueError, RecursionError):
                self._notes.append("The body was left out, because it is not JSON as its type says.")
                return {}
            return {"json": plain_braces(self._without_secrets(read))}
        pairs = [pair for data in texts for pair in self._pairs_of(data)]
        fields = any(data.option.startswith("form") for data in texts)
        urlencoded = not self._content_type or "urlencoded" in self._content_type
        if not pairs or not (fields or urlencoded) or together.lstrip().startswith("<"):
            self._notes.append("The body was left out, because it is neither a form nor JSON.")
            return {}
        if len({name for name, _ in pairs}) < len(pairs):
            self._notes.append("The form names a field more than once. Only the last value was kept.")
        secret = [name for name, _ in pairs if _is_secret_parameter(name)]
        kept = self._take_secret_fields(pairs)
        if "grant_type" in kept:
            self._notes.append(
                "This looks like the request for a token, not for records. Choose OAuth 2.0 as the sign-in with this "
                "address as its token address, and paste a command that reads records."
            )
        return {"form": {name: plain_braces(value) for name, value in kept.items()}} if kept or secret else {}

    def _take_secret_fields(self, pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
        """Return a form without its secrets; the first is sent in the address instead, where nothing else signs in."""
        kept: dict[str, str] = {}
        for name, value in pairs:
            if not _is_secret_parameter(name):
                kept[name] = value
            elif self._sign_in or "pass" in name.lower() or not value:
                self._say_secret_left_out(name)
            else:
                self._key("query", name, value)
                self._notes.append(f"“{one_line(name, 60)}” stood in the body; it is sent in the address instead.")
        return kept

    def _without_secrets(self, read: Any) -> Any:
        if isinstance(read, Mapping):
            secret = [name for name, value in read.items() if _is_secret_parameter(name) and isinstance(value, str)]
            for name in secret:
                self._say_secret_left_out(name)
            return {name: self._without_secrets(value) for name, value in read.items() if name not in secret}
        if isinstance(read, list):
            return [self._without_secrets(value) for value in read]
        return read

    def _say_secret_left_out(self, name: str) -> None:
        self._notes.append(
            f"“{one_line(name, 60)}” in the body holds a secret and was left out. If it is a sign-in, choose “Sign-in "
            "page that gives a token”."
        )

    def _pairs_of(self, data: Data) -> list[tuple[str, str]]:
        """Return the fields that one data option gives, decoded."""
        if data.option in {"form", "form-string", "data-urlencode"}:
            return self._encoded_pairs(data)
        if self._names_file(data):
            return []
        return [pair for pair in parse_qsl(data.text, keep_blank_values=True) if pair[0]] if "=" in data.text else []

    def _encoded_pairs(self, data: Data) -> list[tuple[str, str]]:
        """Return the field of an option whose value is not encoded yet."""
        name, equals, value = data.text.partition("=")
        if self._names_file(data):
            return []
        if data.option == "form":
            value = value.partition(";")[0].strip('"')
        return [(name, value)] if equals and name else []

    def _names_file(self, data: Data) -> bool:
        """Tell whether a file is meant, which is never read, and say so."""
        text = data.text
        marks = {"data-raw": (), "form-string": (), "form": ("=@", "=<"), "url-query": ("@",)}.get(data.option, ("@",))
        name, equals, value = text.partition("=")
        named = text.startswith("@") and "@" in marks
        named |= data.option in {"data-urlencode", "url-query"} and not equals and "@" in name
        named |= data.option == "form" and bool(equals) and value.startswith(("@", "<"))
        if named:
            said = "A file that the command sends was not read, and left out."
            if said not in self._notes:
                self._notes.append(said)
        return named

    def _say_what_was_understood(self, base: str, path: str, kind: str) -> None:
        label = DATA_TYPES[kind].label.lower()
        said = [f"The address is {one_line(base, 200)}; below it, {one_line(path, 200)} is read as {label}."]
        if kind == "custom":
            said = [f"The address is {one_line(base, 200)}. Say what kind of data {one_line(path, 200)} gives."]
        if not self._sign_in:
            said.append("No sign-in was found in the command.")
        self._understood = said + self._understood


def _is_secret_parameter(name: str) -> bool:
    try:
        check_parameter(name)
    except ValueError:
        return True
    return name.lower() in _OTHER_SECRET_PARAMETERS


def _decoded_pair(encoded: str) -> tuple[str, str] | None:
    try:
        user, colon, password = base64.b64decode(encoded, validate=True).decode("utf-8").partition(":")
    except (binascii.Error, ValueError):
        return None
    return (user, password) if colon else None


def _shown(names: Sequence[str]) -> list[str]:
    shown = [one_line(name, 60) for name in names[:_MOST_SHOWN]]
    return [*shown, f"{len(names) - _MOST_SHOWN} others"] if len(names) > _MOST_SHOWN else shown


def _refuse(word: str) -> None:
    raise ValueError(word)
