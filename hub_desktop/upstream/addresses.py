"""Rules for addresses: what counts as the same origin, and how parameters are put into one."""

from functools import lru_cache
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from hub_desktop.core.errors import ConfigurationError, Trouble

_DEFAULT_PORTS = {"http": 80, "https": 443}

Params = tuple[tuple[str, str], ...]


def origin(url: str) -> tuple[str, str, int]:
    """Return scheme, host and port of an http or https address; raise ValueError for anything else.

    An address with a user name, a backslash or blanks is refused, because programs disagree on the host it names.
    """
    if "\\" in url or any(ord(c) < 33 or ord(c) == 127 for c in url):
        raise ValueError("the address holds signs that do not belong in one")
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not parts.hostname:
        raise ValueError("the address is not an http or https address")
    if parts.username is not None or parts.password is not None:
        raise ValueError("the address holds a user name")
    return scheme, parts.hostname.lower().rstrip("."), parts.port or _DEFAULT_PORTS[scheme]


def place(url: str) -> str:
    """Return `scheme://host:port` of an address for people, the port only where it is not the usual one."""
    try:
        scheme, host, port = origin(url)
    except ValueError:
        return "an address that cannot be read"
    shown = f"[{host}]" if ":" in host else host
    return f"{scheme}://{shown}" if port == _DEFAULT_PORTS[scheme] else f"{scheme}://{shown}:{port}"


def followed(name: str, here: str, there: str) -> str:
    """Return the absolute address that `there` means on the page `here`.

    Raises ConfigurationError naming both hosts when it leads to another scheme, host or port: credentials typed for
    one computer are never sent to another.
    """
    try:
        # Blanks are written as they stand by many, though RFC 3986 wants them escaped.
        target = urljoin(here, there.strip().replace(" ", "%20"))
        fits = origin(target) == origin(here)
    except ValueError:
        target, fits = "", False
    if fits:
        return target.partition("#")[0]
    raise ConfigurationError(
        f"{name} at {place(here)} sends us on to {place(target)}. Your sign-in is not sent there. If that is the "
        f"right address of {name}, enter it as the base URL.",
        f"{place(here)} refers to {place(target)}, which is another origin (scheme, host and port must be the same)",
        field="baseUrl",
        evidence={"from": place(here), "to": place(target), **Trouble.ADDRESS.evidence},
    )


def joined(base_url: str, path: str) -> tuple[str, Params]:
    """Return the address of an endpoint without its query, and the parameters its path holds."""
    bare, _, query = path.partition("#")[0].partition("?")
    return base_url + bare, tuple(parse_qsl(query, keep_blank_values=True))


def merged(*layers: Params) -> Params:
    """Return the parameters of all layers in order; a name in a later layer replaces it in the earlier ones."""
    kept: list[tuple[str, str]] = []
    for layer in layers:
        names = {name for name, _ in layer}
        kept = [pair for pair in kept if pair[0] not in names]
        kept.extend(layer)
    return tuple(kept)


@lru_cache(maxsize=64)
def with_params(url: str, params: Params) -> str:
    """Return an address with these parameters added to those it already has, which stay as they are written."""
    if not params:
        return url
    encoded = urlencode(params, quote_via=quote)
    return f"{url}{'&' if '?' in url else '?'}{encoded}"


def without_param(url: str, name: str) -> str:
    """Return an address without the parameter of this name."""
    parts = urlsplit(url)
    left = [pair for pair in parts.query.split("&") if pair and _name_of(pair) != name]
    return urlunsplit(parts._replace(query="&".join(left)))


def _name_of(pair: str) -> str:
    read = parse_qsl(pair, keep_blank_values=True)
    return read[0][0] if read else ""
