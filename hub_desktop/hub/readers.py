"""What reads the endpoints of an integration, and what it remembers of the run before."""

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING

from hub_desktop.core.bookmarks import Validator
from hub_desktop.core.integration import Integration
from hub_desktop.core.network import Way
from hub_desktop.core.redaction import Redactor
from hub_desktop.hub.kept_tokens import KeptTokens
from hub_desktop.store.bookmarks import BookmarkStore
from hub_desktop.store.integrations import StoredIntegration
from hub_desktop.upstream.manners import HostGates

if TYPE_CHECKING:
    from hub_desktop.upstream.files.reading import FileUpstream
    from hub_desktop.upstream.reading import Bookmarks, Upstream


def open_upstream(
    config: Integration,
    secrets: Mapping[str, str],
    *,
    cancel: threading.Event,
    redactor: Redactor,
    bookmarks: "Bookmarks",
    gates: HostGates,
    keeper: KeptTokens,
    way: Way,
) -> "Upstream | FileUpstream":
    """Return the reader of an integration; the client behind it is loaded with the first one."""
    if config.reads_files:
        from hub_desktop.upstream.files.reading import FileUpstream

        return FileUpstream(config, cancel=cancel, bookmarks=bookmarks)
    from hub_desktop.upstream.reading import Upstream

    return Upstream(
        config,
        secrets,
        cancel=cancel,
        redactor=redactor,
        bookmarks=bookmarks,
        gates=gates,
        keeper=keeper,
        way=way,
    )


class KeptBookmarks:
    """The bookmarks of one integration, as long as its configuration is what it was when they were kept."""

    def __init__(self, kept: BookmarkStore, stored: StoredIntegration) -> None:
        self._kept = kept
        self._number = stored.integration_id
        self._fingerprints = {name: stored.config.fingerprint(name) for name in stored.config.endpoints}
        self._validators: dict[str, dict[str, Validator]] = {}
        self._asked: set[tuple[str, str]] = set()

    def cursor(self, endpoint: str) -> str | None:
        """Return how far the endpoint has come."""
        return self._kept.cursor(self._number, endpoint, self._fingerprints[endpoint])

    def validator(self, endpoint: str, digest: str) -> Validator | None:
        """Return what was kept of the answer to the request of this digest."""
        # Read at once, for a page may ask a thousand times; only this run, which is alone, can make them outdated.
        if endpoint not in self._validators:
            self._validators[endpoint] = self._kept.validators(self._number, endpoint, self._fingerprints[endpoint])
        self._asked.add((endpoint, digest))
        return self._validators[endpoint].get(digest)

    def unasked(self, endpoint: str) -> list[str]:
        """Return the digests of kept answers to requests of the endpoint that nobody has made since this was made."""
        return [
            digest
            for digest, kept in self._validators.get(endpoint, {}).items()
            if not kept.marks_parent and (endpoint, digest) not in self._asked
        ]
