"""Whatever an upstream answers, a sync ends in an outcome of ours: never in a fault of the program or a loss."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import ErrorKind
from hub_desktop.core.integration import read_integration
from hub_desktop.core.runs import Run
from hub_desktop.hub.hub import Hub
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import MemoryVault
from hub_desktop.upstream.reading import Patience, Upstream
from tests.fakes.hostile.case import KEY, KNOWN, calm
from tests.fakes.http_server import Asked, HttpServer, Reply

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
STYLES: tuple[dict[str, Any], ...] = (
    {},
    {"style": "none"},
    {"style": "page"},
    {"style": "offset", "totalPath": "meta.total", "morePath": "more"},
    {"style": "cursor", "cursorPath": "next"},
    {"style": "cursor", "cursorHeader": "X-Next"},
    {"style": "next"},
    {"style": "next", "nextPath": "links.next"},
    {"style": "link"},
)
KEYS = [
    "data",
    "records",
    "results",
    "items",
    "value",
    "rows",
    "students",
    "error",
    "errors",
    "exception",
    "message",
    "success",
    "status",
    "code",
    "total",
    "count",
    "page",
    "pages",
    "limit",
    "offset",
    "next",
    "nextLink",
    "nextPageToken",
    "next_cursor",
    "has_more",
    "more",
    "hasMore",
    "pagination",
    "meta",
    "links",
    "paging",
    "_links",
    "href",
    "rel",
    "title",
    "detail",
    "id",
    "studentId",
    "name",
    "email",
    "totalCount",
]
HEADER_NAMES = ["Link", "X-Total-Count", "X-Next", "Retry-After", "ETag", "Last-Modified", "Location", "Set-Cookie"]
HEADER_NAMES += ["X-RateLimit-Remaining", "X-RateLimit-Reset", "RateLimit"]

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-5, 300)
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(
        ["S006", "S007", "/students?page=2", "?page=3", "next", "error", "true", "false", "", "0", "🎓", "half \ud83d"]
    )
)
RECORDS = st.lists(
    st.fixed_dictionaries({}, optional={"studentId": SCALARS, "name": SCALARS, "email": SCALARS, "semester": SCALARS}),
    max_size=4,
)
BODIES = st.recursive(
    SCALARS | RECORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=15,
)
HEADERS = st.lists(
    st.tuples(
        st.sampled_from(HEADER_NAMES),
        st.sampled_from(['<?page=2>; rel="next"', "<>; rel=next", "0", "-1", "9999999999999", "soon", "", "/x", '"a"'])
        | st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=12),
    ),
    max_size=3,
)
STATUSES = st.sampled_from([200] * 12 + [201, 204, 206, 301, 304, 400, 401, 403, 404, 409, 422, 429, 500, 503])


ANSWERS = st.builds(
    lambda body, raw, status, headers: Reply(json.dumps(body).encode() if raw is None else raw, status, list(headers)),
    BODIES,
    st.none() | st.none() | st.none() | st.binary(max_size=60),
    STATUSES,
    HEADERS,
)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Hub, HttpServer, list[int]]]:
    """A hub with an integration for each style of paging, each with the same records, and the server behind them."""
    quick = partial(Upstream, pause=lambda cancel, _seconds: cancel.is_set(), patience=Patience(tries=2, deadline=10))
    with pytest.MonkeyPatch.context() as patch, HttpServer(calm) as server:
        patch.setattr("hub_desktop.hub.syncs.open_upstream", quick)
        hub = Hub.open(DataFolder(tmp_path_factory.mktemp("anything")).prepare(), MemoryVault())
        numbers = []
        for number, style in enumerate(STYLES):
            endpoint = {"path": "/students", "pagination": {"maxPages": 5, **style}}
            integration = {
                "name": f"ERP {number}",
                "baseUrl": server.url,
                "authType": "api-key",
                "apiKey": KEY,
                "endpoints": {"students": endpoint},
            }
            added = hub.integrations.add(PRINCIPAL, read_integration(integration))
            server.handler = calm
            assert hub.syncs.run(PRINCIPAL, added.integration_id).total.added == len(KNOWN)
            numbers.append(added.integration_id)
        yield hub, server, numbers
        hub.close()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=st.lists(ANSWERS, min_size=1, max_size=4), style=st.integers(0, len(STYLES) - 1))
def test_whatever_comes_ends_in_an_outcome_of_ours(
    running: tuple[Hub, HttpServer, list[int]], answers: list[Reply], style: int
) -> None:
    hub, server, numbers = running
    left = list(answers)
    server.asked.clear()

    def handler(_: Asked) -> Reply:
        return left.pop(0) if len(left) > 1 else left[0]

    server.handler = handler
    run = hub.syncs.run(PRINCIPAL, numbers[style])
    server.settle()
    check(hub, run)
    assert len(server.asked) <= 5 * 2 * 6


def check(hub: Hub, run: Run) -> None:
    """Check that the run ended in words, and that no record stored before has gone."""
    problems = [outcome.problem for outcome in run.endpoints.values() if outcome.problem]
    assert ErrorKind.BUG not in {problem.kind for problem in problems}, problems
    assert all(problem.sentence and problem.detail for problem in problems)
    assert KEY not in str(run)
    total = run.total
    assert total.read == total.added + total.changed + total.unchanged + total.quarantined or problems
    rows = hub.records.find(PRINCIPAL, "students", source=run.integration, limit=10_000).rows
    kept = {row.values[0] for row in rows}
    assert kept >= {record["studentId"] for record in KNOWN}
