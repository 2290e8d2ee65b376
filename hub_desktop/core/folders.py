"""Folders as places that records come from: how one is typed, and how it stands in the configuration (RFC 8089)."""

import re
from urllib.parse import quote, unquote, urlsplit

_SCHEME = re.compile(r"(?i)^file:")
_DRIVE = re.compile(r"^[A-Za-z]:[\\/]")
_ONLY_A_DRIVE = re.compile(r"^(?:[A-Za-z]:)?/*$")


def is_folder(written: str) -> bool:
    """Tell whether an address names a folder rather than a server: a file address, or a path as a person types it."""
    return bool(_SCHEME.match(written) or _DRIVE.match(written)) or written.startswith(("/", "\\\\"))


def folder_address(written: str) -> str:
    r"""Return the file address of a folder; raise ValueError saying what is wrong.

    Taken are whole paths such as /srv/exports, C:\Exports or \\server\exports, and file addresses.
    """
    host, path = _parts(written)
    if any(ord(c) < 32 for c in host + path):
        raise ValueError("the path of a folder is one line of text")
    if ".." in path.split("/"):
        raise ValueError("type the whole path of the folder, without ..")
    path = re.sub("/{2,}", "/", path).rstrip("/")
    if _ONLY_A_DRIVE.fullmatch(path):
        raise ValueError("name a folder, not a whole drive")
    return f"file://{host}{quote(path if path.startswith('/') else '/' + path, safe='/:')}"


def folder_path(address: str) -> str:
    r"""Return the path of a folder from its file address, as it is typed on that system: /srv/x, C:\x or \\server\x."""
    host, path = _parts(address)
    if host:
        return "\\\\" + host + path.replace("/", "\\")
    return path.replace("/", "\\") if _DRIVE.match(path) else path


def _parts(written: str) -> tuple[str, str]:
    """Return the server, empty for this computer, and the path with / between its parts."""
    if not _SCHEME.match(written):
        plain = written.replace("\\", "/") if not written.startswith("/") else written
        if plain.startswith("//"):
            host, _, path = plain[2:].partition("/")
            return host, "/" + path
        return "", plain
    address = urlsplit(written)
    if address.query or address.fragment:
        raise ValueError("the address of a folder holds no ? or #; write them as %3F and %23")
    if not address.path.startswith("/") or address.netloc.count("@"):
        raise ValueError("the address of a folder is written as file:///srv/exports or file:///C:/Exports")
    host = "" if address.netloc.lower() == "localhost" else address.netloc
    path = unquote(address.path)
    return host, path[1:] if _DRIVE.match(path[1:] + "/") else path
