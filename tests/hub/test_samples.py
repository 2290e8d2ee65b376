import pytest

from hub_desktop.core import roles
from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import NotAllowedError, NotFoundError, SignInError
from hub_desktop.core.integration import Submitted, read_integration
from hub_desktop.core.redaction import MASK
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.samples import MOST
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
TOKEN = "erp-t0ken-of-the-college"


def answer(asked: Asked) -> Reply:
    if asked.headers.get("authorization") != f"Bearer {TOKEN}":
        return as_json({"error": "sign in"}, 401)
    return as_json([{"code": f"S{n}", "info": {"phones": ["98"], "left": None}} for n in range(150)])


def submitted(server: HttpServer, javascript: str = "", token: str = TOKEN) -> Submitted:
    written = {
        "name": "ERP",
        "baseUrl": server.url,
        "apiKey": token,
        "endpoints": {"students": {"path": "/s", "javascript": javascript}},
    }
    return read_integration(written)


@pytest.fixture
def server():
    with HttpServer(answer) as running:
        yield running


def test_the_first_records_come_as_they_are_and_nothing_is_stored(hub: Hub, server):
    given = submitted(server)
    sample = hub.samples.take(PRINCIPAL, given.integration, given.secrets, "students")
    assert len(sample.records) == MOST
    assert sample.records[0] == {"code": "S0", "info": {"phones": ["98"], "left": None}}
    assert hub.records.find(PRINCIPAL, "students").rows == []


def test_secrets_that_are_not_typed_are_those_kept(hub: Hub, server):
    stored = hub.integrations.add(PRINCIPAL, submitted(server))
    given = read_integration({"name": "ERP", "baseUrl": server.url, "endpoints": {"students": "/s"}})
    sample = hub.samples.take(PRINCIPAL, given.integration, {}, "students", integration_id=stored.integration_id)
    assert sample.records
    with pytest.raises(SignInError):
        hub.samples.take(PRINCIPAL, given.integration, {}, "students")


def test_kept_secrets_are_not_sent_elsewhere(hub: Hub, server):
    stored = hub.integrations.add(PRINCIPAL, submitted(server))
    given = read_integration({"name": "ERP", "baseUrl": "http://127.0.0.1:9", "endpoints": {"students": "/s"}})
    with pytest.raises(SignInError):
        hub.samples.take(PRINCIPAL, given.integration, {}, "students", integration_id=stored.integration_id)


def test_javascript_has_run_over_the_sample(hub: Hub, server):
    given = submitted(server, "(r) => r.code === 'S0' ? null : r.code === 'S1' ? r.x.y : ({id: r.code})")
    sample = hub.samples.take(PRINCIPAL, given.integration, given.secrets, "students")
    assert sample.records[0] == {"id": "S2"}
    assert "passes 1 record over" in sample.notes[0]
    assert sample.notes[1].startswith("JavaScript, line 1: TypeError")


def test_who_may_not_test_gets_no_sample_and_who_may_not_see_persons_gets_no_values(hub: Hub, server, monkeypatch):
    given = submitted(server)
    viewer = Actor("Ravi", Role.VIEWER, Face.WINDOW)
    with pytest.raises(NotAllowedError):
        hub.samples.take(viewer, given.integration, given.secrets, "students")
    monkeypatch.setitem(roles.ALLOWED, Role.VIEWER, roles.ALLOWED[Role.VIEWER] | {UseCase.TEST})
    sample = hub.samples.take(viewer, given.integration, given.secrets, "students")
    assert sample.records[0] == {"code": MASK, "info": {"phones": [MASK], "left": None}}


def test_an_unknown_endpoint_is_told(hub: Hub, server):
    given = submitted(server)
    with pytest.raises(NotFoundError, match="students"):
        hub.samples.take(PRINCIPAL, given.integration, given.secrets, "student")


@pytest.mark.parametrize(
    ("javascript", "ok", "said"),
    [
        ("(r) => ({id: r.code, name: 'Asha'})", True, "all well"),
        ("(r) => r.code === 'S1' ? r.x.y : ({id: r.code})", True, "1 of the first 50 would be refused"),
        ("(r) => null", True, "passes all of the first 50 over"),
        ("(r) => {", False, "cannot be read"),
        ("(r) => { for (;;) {} }", False, "did not end"),
    ],
)
def test_the_connection_test_judges_records_as_the_sync_would(hub: Hub, server, javascript, ok, said):
    given = submitted(server, javascript)
    report = hub.tests.unsaved(PRINCIPAL, given.integration, given.secrets)
    [check] = [check for check in report.checks if check.name == "students"]
    assert check.ok is ok
    assert said in check.sentence
