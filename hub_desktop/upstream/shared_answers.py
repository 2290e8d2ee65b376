"""Answers that serve two endpoints: the same request is made once a run, though its records are used twice.

Moodle, for one, tells students and teachers in one list of who is enrolled in a course.
"""

import json
import threading

from hub_desktop.core.integration import Integration
from hub_desktop.upstream.wire import Answer

_MOST_BYTES = 32 * 1024 * 1024
_OF_THE_REQUEST = ("path", "method", "params", "headers", "form", "json", "pagination", "incremental", "forEach")


class SharedAnswers:
    """Keeps answers for the endpoints that will make the same request later in the run; bounded in size."""

    def __init__(self, integration: Integration, most_bytes: int = _MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[Answer, set[str]]] = {}
        self._bytes = 0
        groups: dict[str, set[str]] = {}
        for name, endpoint in integration.endpoints.items():
            if endpoint.enabled:
                written = endpoint.written()
                request = {key: written[key] for key in _OF_THE_REQUEST if key in written}
                groups.setdefault(json.dumps(request, sort_keys=True), set()).add(name)
        self._twins = {name: group - {name} for group in groups.values() for name in group}

    def keep(self, endpoint: str, digest: str, answer: Answer) -> None:
        """Keep the answer to the request of this digest for the twins of an endpoint, where it has some."""
        twins = self._twins.get(endpoint)
        if not twins:
            return
        with self._lock:
            if digest in self._kept or self._bytes + len(answer.body) > self._most_bytes:
                return
            self._kept[digest] = (answer, set(twins))
            self._bytes += len(answer.body)

    def take(self, endpoint: str, digest: str) -> Answer | None:
        """Return the answer kept for an endpoint, once, and let it go when nobody else waits for it."""
        with self._lock:
            answer, waiting = self._kept.get(digest, (None, set()))
            if answer is None or endpoint not in waiting:
                return None
            waiting.discard(endpoint)
            if not waiting:
                del self._kept[digest]
                self._bytes -= len(answer.body)
        return answer
