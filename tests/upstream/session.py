"""What the tests of the wire share: an integration that points at a loopback server, and ways to read it."""

import threading
from collections.abc import Mapping
from typing import Any

from hub_desktop.core.integration import Integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.upstream.reading import Page, Patience, Upstream

KEY = "k3y-of-the-college-91"
SECRETS = {"apiKey": KEY, "password": KEY, "clientSecret": KEY}


def integration(url: str, **changes: Any) -> Integration:
    """Return an integration named Moodle with one endpoint, students."""
    plain: dict[str, Any] = {"name": "Moodle", "baseUrl": url, "endpoints": {"students": "/students"}}
    return Integration.model_validate(plain | changes)


class Waits:
    """Stands in for waiting: remembers how long, and waits not at all."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def __call__(self, cancel: threading.Event, seconds: float) -> bool:
        self.seconds.append(seconds)
        return cancel.is_set()


def session(of: Integration, secrets: Mapping[str, str] = SECRETS, **changes: Any) -> Upstream:
    """Return a session that never really waits between tries."""
    given: dict[str, Any] = {
        "cancel": threading.Event(),
        "redactor": Redactor(),
        "pause": Waits(),
        "patience": Patience(deadline=10),
    }
    return Upstream(of, secrets, **(given | changes))


def read_pages(of: Integration, secrets: Mapping[str, str] = SECRETS, **changes: Any) -> list[Page]:
    """Return all pages of the endpoint students."""
    with session(of, secrets, **changes) as upstream:
        return list(upstream.pages("students"))


def records(pages: list[Page]) -> list[object]:
    """Return the records of all pages."""
    return [record for page in pages for record in page.records]
