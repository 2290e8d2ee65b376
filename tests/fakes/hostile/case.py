"""What a misbehaviour is: how the upstream answers, and what must come of it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from hub_desktop.core.errors import ErrorKind, Remedy
from hub_desktop.core.runs import RunStatus
from hub_desktop.upstream.reading import Patience
from tests.fakes.hostile.sockets import Behaviour
from tests.fakes.http_server import Asked, Handler, Reply, as_json

KEY = "k3y-of/the+c0llege=91"
"""Full of signs that travel escaped, so that an escaped copy of it is found as well."""

QUICK = Patience(deadline=10)
HASTY = Patience(tries=2, deadline=0.3)
"""For upstreams that never come to an end."""

Stage = Literal["http", "https", "http2", "socket", "off"]


@dataclass(frozen=True)
class Place:
    """Where a misbehaviour plays: the upstream's own address, and one to which nothing may ever be sent."""

    url: str
    elsewhere: str


@dataclass(frozen=True)
class Ends:
    """What must come of a sync."""

    status: RunStatus
    kind: ErrorKind | None = None
    says: str = ""
    """A pattern for the sentence."""
    remedy: Remedy | None = None
    requests: int = 1
    """Exactly that many reach the upstream."""
    ahead: int = 0
    """Or at most so many more, made before the upstream took back what it had foretold."""
    added: int = 0
    quarantined: int = 0
    warns: str = ""
    """A pattern for a row of the log."""
    waits: tuple[float, ...] | None = None
    """Seconds between the tries, where the upstream named them; to within two."""
    retry_in: float | None = None
    """Seconds after which the run is to be tried again."""
    megabytes: float | None = None
    """Memory that the run may take at most."""


@dataclass(frozen=True)
class Misbehaviour:
    """One way in which an upstream goes wrong after a first sync that was good."""

    name: str
    ends: Ends
    answers: Callable[[Place], Handler] | None = None
    behaves: Behaviour | None = None
    """For the stage “socket”: what is done to each connection."""
    script: Any = None
    """For the stage “http2”: what is done for each request."""
    stage: Stage = "http"
    certificate: str = "good"
    endpoint: Mapping[str, Any] = field(default_factory=dict)
    integration: Mapping[str, Any] = field(default_factory=dict)
    patience: Patience = QUICK
    seconds: float = 10.0
    """How long the sync may take, generously."""


MISBEHAVIOURS: list[Misbehaviour] = []
"""The registry, filled by the modules beside this one."""

Answers = Callable[[Place], Handler]


def misbehaviour(name: str, ends: Ends, **more: Any) -> Callable[[Answers], Answers]:
    """Register a function that makes the handler of a misbehaving upstream."""

    def register(answers: Answers) -> Answers:
        MISBEHAVIOURS.append(Misbehaviour(name, ends, answers, **more))
        return answers

    return register


def always(name: str, ends: Ends, handler: Handler, **more: Any) -> None:
    """Register an upstream that answers every request by one handler."""
    MISBEHAVIOURS.append(Misbehaviour(name, ends, lambda _: handler, **more))


def on_socket(name: str, ends: Ends, behaves: Behaviour, **more: Any) -> None:
    """Register an upstream that is a bare socket."""
    MISBEHAVIOURS.append(Misbehaviour(name, ends, behaves=behaves, stage="socket", **more))


# -- what must come of it ------------------------------------------------------------------------------------------


def succeeds(requests: int = 1, **more: Any) -> Ends:
    """Everything is well in spite of it."""
    return Ends(RunStatus.SUCCEEDED, requests=requests, **more)


def asks_for_change(says: str, requests: int = 1, remedy: Remedy = Remedy.EDIT, **more: Any) -> Ends:
    """A person must change the configuration."""
    return Ends(RunStatus.FAILED, ErrorKind.CONFIGURATION, says, remedy, requests, **more)


def tries_again(says: str, requests: int = 4, **more: Any) -> Ends:
    """It is tried again by itself, at first within the run and then later."""
    return Ends(RunStatus.FAILED, ErrorKind.TRANSIENT, says, Remedy.WAIT, requests, **more)


def asks_to_sign_in(says: str = "refused the API key", requests: int = 1, **more: Any) -> Ends:
    """Polling stops until a person signs in again."""
    return Ends(RunStatus.FAILED, ErrorKind.SIGN_IN, says, Remedy.SIGN_IN_AGAIN, requests, **more)


def doubts_the_records(says: str, requests: int = 1, remedy: Remedy = Remedy.SHOW_QUARANTINE, **more: Any) -> Ends:
    """What came cannot be the truth."""
    return Ends(RunStatus.FAILED, ErrorKind.RECORD, says, remedy, requests, **more)


# -- records -------------------------------------------------------------------------------------------------------


def student(number: int, **more: Any) -> dict[str, Any]:
    """Return a record as the upstream writes it."""
    return {"studentId": f"S{number:03}", "name": f"Student {number}"} | more


def students(first: int, last: int) -> list[dict[str, Any]]:
    """Return the records from the first to the last number."""
    return [student(number) for number in range(first, last + 1)]


KNOWN = students(1, 5)
"""What the first sync stores."""


def calm(asked: Asked, path: str = "") -> Reply:
    """Answer as the upstream does on a good day, to any way of asking for pages, with the records at a dotted path."""
    if asked.headers.get("x-api-key") != KEY and not asked.headers.get("authorization"):
        return as_json({"error": "unauthorized"}, 401)
    if asked.path == "/token":
        return as_json({"access_token": "t0ken-of-a-good-day", "expires_in": 3600})
    further = any(asked.param(name, "0") not in {"", "0", "1"} for name in ("page", "offset", "cursor"))
    answer: Any = [] if further else KNOWN
    for name in reversed(path.split(".") if path else []):
        answer = {name: answer}
    return as_json(answer)


def found(pattern: str, text: str) -> bool:
    """Tell whether a pattern is found in a text, in any case."""
    return re.search(pattern, text, re.IGNORECASE) is not None
