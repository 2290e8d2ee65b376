"""What is remembered between two runs of an endpoint: how far it has come, and how its answers are told unchanged."""

from msgspec import Struct

PARENT_MARK = "parent-"
"""Begins the digest of what stands for no answer, but for a parent that was read."""


class Validator(Struct, frozen=True):
    """What tells whether an answer has changed (RFC 9110, section 8.8), and how many records it brought.

    Without an entity tag and a time nothing tells it, and the next request asks for the answer whatever it is.
    """

    digest: str
    """Of the request."""
    etag: str
    last_modified: str
    records: int
    body: str = ""
    """Digest of the answer as it came; empty where it was not taken."""
    frame: str = ""
    """The answer as JSON with its list of records emptied: all that tells how the pages follow each other. Empty where
    something was odd about the answer or the list, so that it has to be read anew although it came as before."""

    @property
    def marks_parent(self) -> bool:
        """Whether it tells of no answer, but that all was read once of a parent."""
        return self.digest.startswith(PARENT_MARK)

    def headers(self) -> dict[str, str]:
        """Return the headers that ask for the answer only if it has changed."""
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in given.items() if value}


class Bookmark(Struct, frozen=True):
    """What is kept together with a page, in the same transaction."""

    fingerprint: str
    """Of everything that decides which records the endpoint brings; with another one the bookmark is not good."""
    cursor: str | None = None
    """None: as it was."""
    validator: Validator | None = None
