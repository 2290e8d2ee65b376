"""Every misbehaviour of an upstream ends as it must: told in words, within bounds, with nothing stored lost."""

import base64
import contextlib
import threading
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import ErrorKind
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import MASK
from hub_desktop.core.runs import Run, RunStatus
from hub_desktop.core.status import Light
from hub_desktop.core.times import utc_now
from hub_desktop.hub.hub import Hub
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.technical_log import close_technical_log, open_technical_log
from hub_desktop.upstream.reading import Upstream
from tests.fakes.hostile.case import KEY, KNOWN, Ends, Misbehaviour, Place, calm, found
from tests.fakes.hostile.http2 import speaking
from tests.fakes.hostile.registry import ALL
from tests.fakes.hostile.sockets import SocketServer
from tests.fakes.hostile.tls import server_context
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
SPELLINGS = (KEY, quote(KEY), quote_plus(KEY), quote(KEY, safe=""), base64.b64encode(KEY.encode()).decode().rstrip("="))
FORGED_TOKENS = ("t0ken-of-today", "t0ken-number-1", "t0ken-number-2")


@dataclass
class Waits:
    """Stands in for waiting between tries: remembers how long, and waits not at all."""

    seconds: list[float] = field(default_factory=list)

    def __call__(self, cancel: threading.Event, seconds: float) -> bool:
        self.seconds.append(seconds)
        return cancel.is_set()


@dataclass
class Stage:
    """An upstream that was good once and now misbehaves; counts what reaches it."""

    server: HttpServer
    misbehaviour: Misbehaviour
    place: Place
    certificates: dict[str, Path]
    context: Any = None

    @contextlib.contextmanager
    def misbehaving(self) -> Iterator["Stage"]:
        """Let the upstream misbehave from now on."""
        self.server.asked.clear()
        self._sockets: SocketServer | None = None
        self._heard: list[int] | None = None
        if self.misbehaviour.answers is not None:
            self.server.handler = self.misbehaviour.answers(self.place)
        if self.context is not None and self.misbehaviour.certificate in self.certificates:
            self.context.load_cert_chain(self.certificates[self.misbehaviour.certificate])
        behaves = self.misbehaviour.behaves
        if self.misbehaviour.stage == "http2":
            self._heard = []
            behaves = speaking(self.misbehaviour.script, server_context(self.certificates["good"]), self._heard)
        if self.misbehaviour.stage in {"http2", "socket", "off"}:
            self.server.__exit__(None, None, None)
        if behaves is None:
            yield self
            return
        with SocketServer(self.server.port, behaves) as self._sockets:
            yield self

    @property
    def requests(self) -> int:
        """How many requests, or connections of a bare socket, reached the upstream."""
        if self._heard is not None:
            return len(self._heard)
        return self._sockets.accepted if self._sockets is not None else len(self.server.asked)


@pytest.fixture
def elsewhere() -> Iterator[HttpServer]:
    """A server on another origin, which would gladly take a key; whatever reaches it is recorded."""
    with HttpServer(lambda asked: as_json([{"studentId": "STOLEN", "name": asked.path}])) as server:
        yield server


@contextlib.contextmanager
def staged(
    misbehaviour: Misbehaviour, elsewhere: HttpServer, certificates: dict[str, Path], patch: pytest.MonkeyPatch
) -> Iterator[Stage]:
    """Open the stage on which a misbehaviour plays, at first with a good upstream."""
    secure = misbehaviour.stage in {"https", "http2"} or misbehaviour.certificate == "socket"
    context = server_context(certificates["good"]) if secure else None
    if secure:
        patch.setenv("SSL_CERT_FILE", str(certificates["authority"]))
    server = HttpServer(partial(calm, path=misbehaviour.endpoint.get("recordsPath", "")), context)
    with contextlib.ExitStack() as stack:
        server.__enter__()
        # Leaving a server that was left already does no harm.
        stack.callback(server.__exit__, None, None, None)
        yield Stage(server, misbehaviour, Place(server.url, elsewhere.url), certificates, context)


def connect(hub: Hub, misbehaviour: Misbehaviour, url: str) -> int:
    """Add the integration; return its number."""
    written: dict[str, Any] = {
        "name": "College ERP",
        "baseUrl": url,
        "authType": "api-key",
        "apiKey": KEY,
        "endpoints": {"students": {"path": "/students"} | dict(misbehaviour.endpoint)},
    }
    for name, value in misbehaviour.integration.items():
        written[name] = _with_url(value, url)
    if written["authType"] != "api-key":
        del written["apiKey"]
    return hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id


def _with_url(value: Any, url: str) -> Any:
    if isinstance(value, dict):
        return {name: _with_url(inner, url) for name, inner in value.items()}
    return value.replace("{url}", url) if isinstance(value, str) else value


def stored(hub: Hub) -> dict[Any, Any]:
    return {row.values[0]: row.values for row in hub.records.find(PRINCIPAL, "students", limit=1000).rows}


@pytest.mark.parametrize("misbehaviour", ALL, ids=lambda one: one.name)
def test_a_misbehaving_upstream(
    misbehaviour: Misbehaviour,
    hub: Hub,
    folder: DataFolder,
    elsewhere: HttpServer,
    certificates: dict[str, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ends, waits = misbehaviour.ends, Waits()
    patient = partial(Upstream, pause=waits, patience=misbehaviour.patience)
    monkeypatch.setattr("hub_desktop.hub.syncs.open_upstream", patient)
    log = open_technical_log(folder.log_file, lambda: hub.redactor)
    try:
        with staged(misbehaviour, elsewhere, certificates, monkeypatch) as stage:
            number = connect(hub, misbehaviour, stage.server.url)
            first = hub.syncs.run(PRINCIPAL, number)
            assert first.status is RunStatus.SUCCEEDED, first.problem
            before = stored(hub)
            assert len(before) == len(KNOWN)
            waits.seconds.clear()
            with stage.misbehaving():
                run, seconds, megabytes = measured(hub, number, ends)
                requests = stage.requests
    finally:
        close_technical_log(log)

    check_outcome(hub, number, run, ends)
    assert ends.requests <= requests <= ends.requests + ends.ahead
    assert seconds < misbehaviour.seconds
    if ends.megabytes is not None:
        assert megabytes < ends.megabytes
    if ends.waits is not None:
        assert waits.seconds == pytest.approx(ends.waits, abs=2)
    after = stored(hub)
    assert {key: after.get(key) for key in before} == before
    assert len(after) == len(before) + ends.added
    assert run.total.added == ends.added
    assert run.total.quarantined == ends.quarantined
    assert elsewhere.asked == []
    check_nothing_is_told(hub, number, run, folder)


def measured(hub: Hub, number: int, ends: Ends) -> tuple[Run, float, float]:
    """Run the sync; return it with the seconds it took and the megabytes, where they matter."""
    if ends.megabytes is not None:
        tracemalloc.start()
    began = time.monotonic()
    try:
        run = hub.syncs.run(PRINCIPAL, number)
        peak = tracemalloc.get_traced_memory()[1] if ends.megabytes is not None else 0
    finally:
        tracemalloc.stop()
    return run, time.monotonic() - began, peak / (1024 * 1024)


def check_outcome(hub: Hub, number: int, run: Run, ends: Ends) -> None:
    """Check how the run ended, what it says to people and to IT staff, and what is to be done."""
    problem = run.problem
    rows = hub.syncs.log(PRINCIPAL, number, run_id=run.run_id)
    told = (run.status, problem.kind if problem else None, problem.sentence if problem else "")
    assert told[:2] == (ends.status, ends.kind), told
    if problem is not None:
        assert found(ends.says, problem.sentence), problem.sentence
        assert problem.remedy is ends.remedy
        assert problem.detail
        assert "!" not in problem.sentence.replace("!DOCTYPE", "")
        assert any(row.message == problem.sentence for row in rows)
    check_light(hub, number, ends)
    if ends.warns:
        assert any(found(ends.warns, f"{row.message} {row.detail}") for row in rows), [row.message for row in rows]
    if ends.retry_in is not None:
        assert problem is not None
        assert problem.retry_at is not None
        assert (problem.retry_at - utc_now()).total_seconds() == pytest.approx(ends.retry_in, abs=60)


def check_light(hub: Hub, number: int, ends: Ends) -> None:
    """Check what the card shows, and whether and when the clock asks for the next run."""
    status = hub.overview.one(PRINCIPAL, number).status
    stopped = hub.integrations.get(PRINCIPAL, number).stopped
    match ends.kind:
        case None:
            assert status.light in {Light.ACTIVE, Light.ATTENTION}
        case ErrorKind.TRANSIENT:
            assert status.light is Light.WAITING
            assert status.retry_at is not None
            wait = (status.retry_at - utc_now()).total_seconds()
            # The first wait is a minute; what the upstream names wins.
            assert wait == pytest.approx(ends.retry_in or 60, abs=60)
        case _:
            assert status.light is Light.ERROR
    assert stopped is (ErrorKind.SIGN_IN if ends.kind is ErrorKind.SIGN_IN else None)
    assert bool(status.reason) is (status.light is not Light.ACTIVE)


def check_nothing_is_told(hub: Hub, number: int, run: Run, folder: DataFolder) -> None:
    """Check that no secret, in whatever spelling, is in any row, problem, list or log file."""
    shown = [
        str(hub.syncs.log(PRINCIPAL, number)),
        str(run),
        str(hub.overview.all(PRINCIPAL)),
        str(hub.records.quarantined(PRINCIPAL)),
        str(hub.integrations.export(PRINCIPAL)),
        str(hub.audit.latest(PRINCIPAL, 1000)),
        *(file.read_text("utf-8", "replace") for file in folder.log_file.parent.glob(folder.log_file.name + "*")),
    ]
    for secret in (*SPELLINGS, *FORGED_TOKENS):
        assert not [text for text in shown if secret in text]


def test_the_registry_is_as_large_as_it_should_be() -> None:
    assert len(ALL) >= 60
    assert len({one.name for one in ALL}) == len(ALL)


def test_a_key_echoed_in_an_error_is_shown_masked(hub: Hub, folder: DataFolder, monkeypatch: Any) -> None:
    """The check above would pass if nothing was shown at all; here the echo is seen, masked."""
    monkeypatch.setattr("hub_desktop.hub.syncs.open_upstream", partial(Upstream, pause=Waits()))
    with HttpServer(lambda _: Reply(f"the key {KEY} is blocked".encode(), 400)) as server:
        number = connect(hub, ALL[0], server.url)
        run = hub.syncs.run(PRINCIPAL, number)
    assert run.problem is not None
    assert f"the key {MASK} is blocked" in run.problem.sentence
    check_nothing_is_told(hub, number, run, folder)


def test_the_server_elsewhere_would_have_noticed(elsewhere: HttpServer) -> None:
    """Proof that an address elsewhere is one that answers and records."""
    heard: list[Asked] = elsewhere.asked
    from urllib.request import urlopen

    with urlopen(elsewhere.url + "/students") as answer:
        assert b"STOLEN" in answer.read()
    assert len(heard) == 1
