"""A person's sign-in, from the browser to the records, and everything that must take it away again."""

import json
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hub_desktop.core.actor import CLOCK, Actor, Face, Role
from hub_desktop.core.checklist import SetUpStep
from hub_desktop.core.errors import (
    CancelledError,
    ConfigurationError,
    ErrorKind,
    NotAllowedError,
    NotFoundError,
    Remedy,
    SignInError,
)
from hub_desktop.core.events import IntegrationsChanged
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import MASK
from hub_desktop.core.runs import RunStatus
from hub_desktop.core.sign_in import OAUTH_TOKENS
from hub_desktop.core.status import Light
from hub_desktop.core.token_set import TokenSet
from hub_desktop.hub.hub import Hub
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.technical_log import close_technical_log, open_technical_log
from hub_desktop.store.vault import MemoryVault
from hub_desktop.upstream.device_sign_in import DeviceCode
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json
from tests.fakes.oauth_server import CLIENT_SECRET, Browser, OAuthServer, served, settings

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)


class Classroom:
    """An upstream a person signs in to, as an integration of the hub, and what was opened and shown."""

    def __init__(self, hub: Hub, server: OAuthServer, url: str) -> None:
        self.hub = hub
        self.server = server
        self.url = url
        self.browser = Browser()
        self.codes: list[DeviceCode] = []
        self.number = hub.integrations.add(PRINCIPAL, self.submitted()).integration_id

    def submitted(self, grant: str = "authorization-code", oauth: dict[str, Any] | None = None, **changes: Any) -> Any:
        written = {
            "name": "Classroom",
            "baseUrl": self.url,
            "authType": "oauth",
            "oauth": settings(self.url, grant, **(oauth or {})),
            "clientSecret": CLIENT_SECRET,
            "endpoints": {"students": "/students"},
        }
        return read_integration({name: value for name, value in (written | changes).items() if value is not None})

    def sign_in(self, actor: Actor = PRINCIPAL, **changes: Any) -> None:
        how = {"open_browser": self.browser, "show_code": self.codes.append, "cancel": threading.Event()}
        self.hub.sign_ins.sign_in(actor, self.number, **(how | changes))
        self.browser.join()

    def sync(self) -> Any:
        return self.hub.syncs.run(PRINCIPAL, self.number)

    def kept(self) -> TokenSet | None:
        text = self.hub._secrets.get(self.number, OAUTH_TOKENS)
        return None if text is None else TokenSet.from_text(text)

    def tokens(self) -> TokenSet:
        found = self.kept()
        assert found is not None
        return found


@pytest.fixture
def server() -> OAuthServer:
    return OAuthServer()


@pytest.fixture
def classroom(hub: Hub, server: OAuthServer) -> Iterator[Classroom]:
    with served(server) as listening:
        yield Classroom(hub, server, listening.url)


def test_before_anybody_signed_in_the_light_is_red_and_asks_for_it(classroom: Classroom, hub: Hub) -> None:
    run = classroom.sync()
    assert run.status is RunStatus.FAILED
    assert run.problem.kind is ErrorKind.SIGN_IN
    status = hub.overview.one(PRINCIPAL, classroom.number).status
    assert (status.light, status.remedy) == (Light.ERROR, Remedy.SIGN_IN_AGAIN)
    assert "Nobody has signed in to Classroom yet" in status.reason
    assert hub.syncs.request_due() == []
    report = hub.tests.stored(PRINCIPAL, classroom.number)
    assert not report.ok
    assert any("Nobody has signed in" in check.sentence for check in report.checks)


def test_another_sign_in_and_signing_out_take_back_what_was_proved(classroom: Classroom, hub: Hub) -> None:
    def tested() -> bool:
        return hub.set_ups.checklist(PRINCIPAL, classroom.number).item(SetUpStep.TEST).done

    classroom.sign_in()
    assert not tested()
    assert classroom.sync().status is RunStatus.SUCCEEDED
    assert tested()
    classroom.sign_in()
    assert not tested()
    assert hub.tests.stored(PRINCIPAL, classroom.number).ok
    assert tested()
    hub.sign_ins.sign_out(PRINCIPAL, classroom.number)
    assert not tested()


def test_a_person_signs_in_and_the_records_come(classroom: Classroom, hub: Hub) -> None:
    classroom.sync()
    heard: list[object] = []
    hub.events.subscribe(heard.append)
    classroom.sign_in()
    assert IntegrationsChanged(classroom.number) in heard
    assert hub.integrations.get(PRINCIPAL, classroom.number).stopped is None
    assert hub.integrations.secrets_kept(PRINCIPAL, classroom.number)[OAUTH_TOKENS]
    row = hub.audit.latest(PRINCIPAL)[0]
    assert (row.use_case, row.outcome) == ("integrations.sign-in", "done")
    run = classroom.sync()
    assert run.status is RunStatus.SUCCEEDED
    assert run.total.added == 2
    assert hub.overview.one(PRINCIPAL, classroom.number).status.light is Light.ACTIVE
    assert hub.tests.stored(PRINCIPAL, classroom.number).ok


def test_whoever_signs_in_next_reads_all_for_they_may_see_more(hub: Hub, server: OAuthServer) -> None:
    asked_since: list[str] = []

    def listening(asked: Asked) -> Reply:
        if asked.path == "/students":
            asked_since.append(asked.param("since"))
        return server(asked)

    with HttpServer(listening) as http:
        classroom = Classroom(hub, server, http.url)
        students = {"path": "/students", "incremental": {"param": "since"}}
        hub.integrations.edit(PRINCIPAL, classroom.number, classroom.submitted(endpoints={"students": students}))
        for _ in range(2):
            classroom.sign_in()
            classroom.sync()
        classroom.sync()
    assert [bool(since) for since in asked_since] == [False, False, True]


def test_a_person_signs_in_with_a_code(classroom: Classroom, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hub_desktop.upstream.device_sign_in._USUAL_INTERVAL", 0.01)
    monkeypatch.setattr("hub_desktop.upstream.device_sign_in._LONGEST_INTERVAL", 0.01)
    hub.integrations.edit(PRINCIPAL, classroom.number, classroom.submitted("device-code"))
    classroom.server.device = ["authorization_pending"]
    classroom.sign_in()
    assert [code.user_code for code in classroom.codes] == ["WDJB-MJHT"]
    assert not classroom.browser.opened
    assert classroom.sync().status is RunStatus.SUCCEEDED
    assert "device" in hub.audit.latest(PRINCIPAL)[1].detail


def test_a_rotated_token_outlives_the_program(
    classroom: Classroom, hub: Hub, folder: DataFolder, vault: MemoryVault
) -> None:
    classroom.sign_in()
    for _ in range(3):
        classroom.server.revoke_access()
        assert classroom.sync().status is RunStatus.SUCCEEDED
    again = Hub.open(folder, vault)
    try:
        classroom.server.revoke_access()
        assert again.syncs.run(PRINCIPAL, classroom.number).status is RunStatus.SUCCEEDED
    finally:
        again.close()
    assert classroom.server.grants == ["authorization_code", *["refresh_token"] * 4]
    assert classroom.tokens().refresh in classroom.server.refreshable


def test_a_sign_in_taken_back_stops_the_polling_until_a_person_acts(classroom: Classroom, hub: Hub) -> None:
    classroom.sign_in()
    assert classroom.sync().status is RunStatus.SUCCEEDED
    classroom.server.revoke()
    run = classroom.sync()
    assert run.status is RunStatus.FAILED
    assert classroom.kept() is None
    stored = hub.integrations.get(PRINCIPAL, classroom.number)
    assert stored.stopped is ErrorKind.SIGN_IN
    status = hub.overview.one(PRINCIPAL, classroom.number).status
    assert status.remedy is Remedy.SIGN_IN_AGAIN
    assert "no longer accepts" in status.reason
    assert hub.syncs.request_due() == []
    asked = len(classroom.server.grants)
    classroom.sync()
    assert len(classroom.server.grants) == asked
    classroom.sign_in()
    assert hub.integrations.get(PRINCIPAL, classroom.number).stopped is None
    assert classroom.sync().status is RunStatus.SUCCEEDED


def test_signing_out_forgets_the_tokens(classroom: Classroom, hub: Hub) -> None:
    classroom.sign_in()
    hub.sign_ins.sign_out(PRINCIPAL, classroom.number)
    assert classroom.kept() is None
    assert hub.audit.latest(PRINCIPAL)[0].use_case == "integrations.sign-out"
    assert classroom.sync().problem.remedy is Remedy.SIGN_IN_AGAIN
    # Once more is no error: what was wanted is so already.
    hub.sign_ins.sign_out(PRINCIPAL, classroom.number)


def test_deleting_the_integration_forgets_the_tokens(classroom: Classroom, hub: Hub, vault: MemoryVault) -> None:
    classroom.sign_in()
    hub.integrations.delete(PRINCIPAL, classroom.number)
    assert not [name for name in vault._kept if name.startswith(f"integration/{classroom.number}/")]
    with pytest.raises(NotFoundError):
        classroom.sign_in()


@pytest.mark.parametrize(
    ("change", "retyped"),
    [
        ({"baseUrl": "https://elsewhere.example.edu"}, True),
        ({"oauth": {"tokenUrl": "https://elsewhere.example.edu/token"}}, True),
        ({"oauth": {"authorizeUrl": "/other-page"}}, False),
        ({"oauth": {"clientId": "another"}}, False),
        ({"grant": "client-credentials"}, False),
        ({"authType": "bearer", "apiKey": "t0ken-of-the-college", "clientSecret": None}, None),
    ],
)
def test_tokens_never_go_to_another_place_than_the_one_signed_in_to(
    classroom: Classroom, hub: Hub, change: dict[str, Any], retyped: bool | None
) -> None:
    classroom.sign_in()
    change = {
        name: {inner: classroom.url + v if v.startswith("/") else v for inner, v in value.items()}
        if isinstance(value, dict)
        else (classroom.url + value if isinstance(value, str) and value.startswith("/") else value)
        for name, value in change.items()
    }
    if retyped:
        # The client secret would go there too, so it is asked for; a sign-in is not a thing to type.
        with pytest.raises(ConfigurationError, match="Enter the password or key again") as caught:
            hub.integrations.edit(PRINCIPAL, classroom.number, classroom.submitted(**change | {"clientSecret": None}))
        assert caught.value.field == "clientSecret"
        assert classroom.kept() is not None
    elif retyped is False:
        hub.integrations.edit(PRINCIPAL, classroom.number, classroom.submitted(**change | {"clientSecret": None}))
    hub.integrations.edit(PRINCIPAL, classroom.number, classroom.submitted(**change))
    assert classroom.kept() is None


def test_an_edit_of_anything_else_keeps_the_sign_in(classroom: Classroom, hub: Hub) -> None:
    classroom.sign_in()
    change = classroom.submitted(name="Renamed", syncInterval=15, clientSecret=None, oauth={"scope": "roster more"})
    hub.integrations.edit(PRINCIPAL, classroom.number, change)
    assert classroom.kept() is not None
    assert classroom.sync().status is RunStatus.SUCCEEDED


def test_tokens_put_back_by_force_are_not_sent_to_a_new_place(classroom: Classroom, hub: Hub) -> None:
    """Even where the vault still held them: they carry what they are for."""
    classroom.sign_in()
    text = classroom.tokens().to_text()
    with HttpServer(lambda _: as_json([])) as elsewhere:
        hub.integrations.edit(PRINCIPAL, classroom.number, classroom.submitted(baseUrl=elsewhere.url))
        hub._secrets.set(classroom.number, OAUTH_TOKENS, text)
        run = classroom.sync()
        assert run.problem.kind is ErrorKind.SIGN_IN
        assert not elsewhere.asked


def test_a_test_before_saving_uses_the_sign_in_only_for_the_same_place(classroom: Classroom, hub: Hub) -> None:
    classroom.sign_in()
    same = classroom.submitted(
        clientSecret=None, endpoints={"students": {"path": "/students", "pagination": {"style": "none"}}}
    )
    assert hub.tests.unsaved(PRINCIPAL, same.integration, {}, integration_id=classroom.number).ok
    with HttpServer(lambda _: as_json([])) as elsewhere:
        moved = classroom.submitted(baseUrl=elsewhere.url)
        report = hub.tests.unsaved(PRINCIPAL, moved.integration, moved.secrets, integration_id=classroom.number)
        assert not report.ok
        assert not elsewhere.asked
    fresh = hub.tests.unsaved(PRINCIPAL, same.integration, {"clientSecret": CLIENT_SECRET})
    assert any("Nobody has signed in" in check.sentence for check in fresh.checks)


def test_tokens_are_never_exported_imported_or_typed(classroom: Classroom, hub: Hub) -> None:
    classroom.sign_in()
    (exported,) = hub.integrations.export(PRINCIPAL)
    assert exported["clientSecret"] == MASK
    assert OAUTH_TOKENS not in json.dumps(exported)
    for secret in classroom.tokens().secrets():
        assert secret not in json.dumps(exported)
    with pytest.raises(ConfigurationError, match="when a person signs in") as caught:
        hub.integrations.set_secret(PRINCIPAL, classroom.number, OAUTH_TOKENS, '{"access": "mine"}')
    assert caught.value.remedy is Remedy.SIGN_IN_AGAIN
    with pytest.raises(ConfigurationError, match=OAUTH_TOKENS):
        classroom.submitted(oauthTokens='{"access": "mine"}')
    assert classroom.tokens().access != "mine"


@pytest.mark.parametrize("role", [Role.IT_STAFF, Role.VIEWER, Role.SYSTEM])
def test_only_those_who_manage_sign_in(classroom: Classroom, role: Role) -> None:
    actor = CLOCK if role is Role.SYSTEM else Actor("Ravi", role, Face.WINDOW)
    with pytest.raises(NotAllowedError):
        classroom.sign_in(actor)
    with pytest.raises(NotAllowedError):
        classroom.hub.sign_ins.sign_out(actor, classroom.number)
    assert not classroom.browser.opened


def test_what_nobody_signs_in_to(classroom: Classroom, hub: Hub) -> None:
    hub.integrations.edit(PRINCIPAL, classroom.number, classroom.submitted("client-credentials"))
    for act in (classroom.sign_in, lambda: hub.sign_ins.sign_out(PRINCIPAL, classroom.number)):
        with pytest.raises(ConfigurationError, match="nothing for a person to do"):
            act()
    assert not classroom.browser.opened


def test_without_its_client_secret_no_browser_opens(classroom: Classroom, hub: Hub) -> None:
    hub._secrets.delete(classroom.number, "clientSecret")
    with pytest.raises(ConfigurationError, match="has no client secret yet"):
        classroom.sign_in()
    assert not classroom.browser.opened


def test_a_sign_in_declined_or_stopped_keeps_what_there_was(classroom: Classroom, hub: Hub) -> None:
    classroom.sign_in()
    before = classroom.kept()
    classroom.server.consent = "access_denied"
    with pytest.raises(SignInError, match="was declined"):
        classroom.sign_in()
    stopped = threading.Event()
    stopped.set()
    with pytest.raises(CancelledError):
        classroom.sign_in(open_browser=lambda _: None, cancel=stopped)
    assert classroom.kept() == before
    assert [row.outcome for row in hub.audit.latest(PRINCIPAL)[:2]] == ["failed", "failed"]
    assert classroom.sync().status is RunStatus.SUCCEEDED


def test_an_address_edited_while_a_person_signs_in_gets_no_tokens(classroom: Classroom, hub: Hub) -> None:
    def browser(address: str) -> None:
        hub.integrations.edit(PRINCIPAL, classroom.number, classroom.submitted(oauth={"clientId": "another"}))
        classroom.browser(address)

    with pytest.raises(SignInError, match="was changed meanwhile"):
        classroom.sign_in(open_browser=browser)
    classroom.browser.join()
    assert classroom.kept() is None


def test_a_run_does_not_bring_tokens_back_that_a_person_signed_out_of(classroom: Classroom, hub: Hub) -> None:
    """The run renews while the person signs out: whoever comes second finds the truth."""
    classroom.sign_in()
    classroom.server.revoke_access()
    renewing, out = threading.Event(), threading.Event()

    def slowly() -> None:
        renewing.set()
        out.wait(0.5)

    classroom.server.token_reply = slowly
    runs: list[Any] = []
    thread = threading.Thread(target=lambda: runs.append(classroom.sync()))
    thread.start()
    assert renewing.wait(10)
    hub.sign_ins.sign_out(PRINCIPAL, classroom.number)
    out.set()
    thread.join(20)
    assert classroom.kept() is None
    assert runs[0].status is RunStatus.SUCCEEDED


def test_another_process_that_renews_is_waited_for_and_the_wait_can_be_stopped(
    classroom: Classroom, folder: DataFolder
) -> None:
    classroom.sign_in()
    classroom.server.revoke_access()
    script = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from hub_desktop.store.folder import DataFolder\n"
        "with DataFolder(Path(sys.argv[1])).token_lock(int(sys.argv[2])):\n"
        "    print('held', flush=True)\n"
        "    sys.stdin.readline()\n"
    )
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", script, str(folder.path), str(classroom.number)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "held\n"
        cancel = threading.Event()
        timer = threading.Timer(0.3, cancel.set)
        timer.start()
        began = time.monotonic()
        run = classroom.hub.syncs.run(PRINCIPAL, classroom.number, cancel=cancel)
        assert time.monotonic() - began < 5
        assert run.status is RunStatus.CANCELLED
        assert classroom.server.grants == ["authorization_code"]
        timer.join()
        letting_go = threading.Timer(0.3, lambda: other.communicate("\n"))
        letting_go.start()
        assert classroom.sync().status is RunStatus.SUCCEEDED
        letting_go.join()
    assert classroom.server.grants == ["authorization_code", "refresh_token"]


def test_two_windows_renew_once(classroom: Classroom, hub: Hub, folder: DataFolder, vault: MemoryVault) -> None:
    """A run in one program and a test in another, at the same moment, with a refresh token that is good once."""
    classroom.sign_in()
    other = Hub.open(folder, vault)
    try:
        for _ in range(3):
            classroom.server.revoke_access()
            results: list[Any] = []
            acts: list[Callable[[], object]] = [
                lambda results=results: results.append(classroom.sync().status is RunStatus.SUCCEEDED),  # type: ignore[misc]
                lambda results=results: results.append(other.tests.stored(PRINCIPAL, classroom.number).ok),  # type: ignore[misc]
            ]
            threads = [threading.Thread(target=act) for act in acts]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(20)
            assert results == [True, True]
    finally:
        other.close()
    assert classroom.server.grants == ["authorization_code", *["refresh_token"] * 3]


def test_no_token_is_logged_audited_or_shown(
    classroom: Classroom, hub: Hub, folder: DataFolder, caplog: pytest.LogCaptureFixture
) -> None:
    secrets: set[str] = set()
    handler = open_technical_log(folder.log_file, hub.redactor)
    try:
        with caplog.at_level(logging.DEBUG):
            classroom.sign_in()
            secrets |= set(classroom.tokens().secrets())
            classroom.server.revoke_access()
            classroom.sync()
            secrets |= set(classroom.tokens().secrets())
            # A server that repeats the refresh token in its refusal, and a log line with both.
            logging.getLogger("hub_desktop").warning("tokens: %s", classroom.tokens().to_text())
            classroom.server.revoke()
            classroom.sync()
            classroom.server.consent = "access_denied"
            with pytest.raises(SignInError):
                classroom.sign_in()
    finally:
        close_technical_log(handler)
    assert len(secrets) == 4
    with hub._databases.hub.connect() as connection:
        kept = [
            str(connection.exec_driver_sql(f"SELECT * FROM {table}").all())
            for table in ("audit", "log", "runs", "integrations", "endpoint_states")
        ]
    shown = "\n".join(
        [
            *kept,
            folder.log_file.read_text("utf-8"),
            *(repr(view) for view in hub.overview.all(PRINCIPAL)),
            *(repr(row) for row in hub.syncs.log(PRINCIPAL)),
            *(record.getMessage() for record in caplog.records if record.name != "hub_desktop"),
        ]
    )
    assert "tokens:" in shown
    for secret in (*secrets, CLIENT_SECRET):
        assert secret not in shown


def test_a_damaged_text_in_the_vault_asks_for_a_new_sign_in(classroom: Classroom, hub: Hub) -> None:
    hub._secrets.set(classroom.number, OAUTH_TOKENS, "not what was kept")
    assert classroom.sync().problem.remedy is Remedy.SIGN_IN_AGAIN
    classroom.sign_in()
    assert classroom.sync().status is RunStatus.SUCCEEDED
