"""OAuth 2.0 tokens: fetched, renewed once for all, kept before they are used, and given up when they end."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from hub_desktop.core.errors import CancelledError, ConfigurationError, SignInError, TransientError, VaultError
from hub_desktop.core.token_set import TokenSet
from hub_desktop.upstream.authentication import authenticator
from hub_desktop.upstream.oauth import _Reprieve
from hub_desktop.upstream.wire import Request, Wire
from tests.fakes.http_server import Reply, as_json
from tests.fakes.oauth_server import CLIENT_SECRET, PASSWORD, USER, OAuthServer, served, settings
from tests.upstream.session import integration, read_pages, records, session

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
ROWS = [{"student_id": "S1", "name": "Asha"}, {"student_id": "S2", "name": "Ben"}]


class MemoryKeeper:
    """Keeps tokens as the hub does, for the threads of one process."""

    def __init__(self, tokens: TokenSet | None = None) -> None:
        self.tokens = tokens
        self.happened: list[str] = []
        self.refuses = False
        self.lock = threading.Lock()

    def load(self) -> TokenSet | None:
        return self.tokens

    def save(self, tokens: TokenSet) -> None:
        assert self.lock.locked(), "kept while others may renew"
        if self.refuses:
            raise VaultError("The keyring of this computer refused.")
        self.happened.append("saved")
        self.tokens = tokens

    def forget(self) -> None:
        self.happened.append("forgotten")
        self.tokens = None

    @contextmanager
    def alone(self, cancel: threading.Event) -> Iterator[None]:
        with self.lock:
            yield


def kept(server: OAuthServer, until: datetime | None = None) -> MemoryKeeper:
    """Return a keeper with a pair of tokens of the server."""
    issued = server.issued()
    return MemoryKeeper(TokenSet(issued["access_token"], issued["refresh_token"], until))


def oauth(url: str, grant: str = "authorization-code", **changes: Any) -> Any:
    return integration(url, authType="oauth", username=USER, oauth=settings(url, grant, **changes))


SECRETS = {"clientSecret": CLIENT_SECRET, "password": PASSWORD}


def test_the_password_grant() -> None:
    server = OAuthServer()
    with served(server) as listening:
        assert records(read_pages(oauth(listening.url, "password"), SECRETS)) == ROWS
        (form,) = server.forms
        assert form == {"grant_type": "password", "username": USER, "password": PASSWORD, "scope": "roster"}
        with pytest.raises(SignInError, match="refused the user name or the password") as caught:
            read_pages(oauth(listening.url, "password"), SECRETS | {"password": "wr0ng-password"})
        assert "wr0ng-password" not in caught.value.sentence + caught.value.detail
        nameless = oauth(listening.url, "password").model_copy(update={"username": ""})
        with pytest.raises(ConfigurationError, match="no user name yet"):
            read_pages(nameless, SECRETS)
        with pytest.raises(SignInError, match="has no password yet"):
            read_pages(oauth(listening.url, "password"), {"clientSecret": CLIENT_SECRET})


def test_a_public_client_sends_its_id_alone() -> None:
    server = OAuthServer(confidential=False)
    with served(server) as listening:
        assert records(read_pages(oauth(listening.url, "password", clientAuth="none"), {"password": PASSWORD})) == ROWS
    assert "client_secret" not in server.forms[0]


def test_further_parameters_go_along_but_replace_nothing() -> None:
    server = OAuthServer()
    with served(server) as listening:
        read_pages(oauth(listening.url, "client-credentials", extra={"audience": "roster-api"}), SECRETS)
    assert server.forms[0] == {"grant_type": "client_credentials", "scope": "roster", "audience": "roster-api"}


def test_another_word_before_the_token() -> None:
    with served(OAuthServer()) as listening, session(oauth(listening.url, "password"), SECRETS) as upstream:
        worded = upstream._integration.model_copy(update={"bearer_prefix": "Token"})
        with Wire("x") as wire:
            signed = authenticator(worded, SECRETS, wire).sign(Request("GET", listening.url), threading.Event())
    assert signed.headers["Authorization"].startswith("Token acc3ss-")


def test_kept_tokens_are_used_without_asking() -> None:
    server = OAuthServer()
    keeper = kept(server)
    with served(server) as listening:
        assert records(read_pages(oauth(listening.url), SECRETS, keeper=keeper)) == ROWS
    assert server.grants == []
    assert keeper.happened == []


@pytest.mark.parametrize("rotates", [True, False])
def test_an_expired_token_is_renewed_before_it_is_refused(rotates: bool) -> None:
    server = OAuthServer(rotates=rotates)
    keeper = kept(server, NOW - timedelta(seconds=1))
    before = keeper.tokens
    server.revoke_access()
    with served(server) as listening:
        pages = read_pages(oauth(listening.url), SECRETS, keeper=keeper, now=lambda: NOW)
    assert records(pages) == ROWS
    assert server.grants == ["refresh_token"]
    assert keeper.happened == ["saved"]
    assert before is not None
    assert keeper.tokens is not None
    assert (keeper.tokens.refresh == before.refresh) is not rotates
    assert keeper.tokens.good_until == NOW + timedelta(seconds=3540)


def test_a_refused_token_is_renewed_once_and_one_refused_again_ends_the_run() -> None:
    server = OAuthServer()
    keeper = kept(server)
    server.revoke_access()
    with served(server) as listening:
        assert records(read_pages(oauth(listening.url), SECRETS, keeper=keeper)) == ROWS
        assert server.grants == ["refresh_token"]
        server.token_reply = lambda: as_json({"access_token": "never-good-here", "refresh_token": "r2-of-it"})
        server.revoke_access()
        with pytest.raises(SignInError, match=r"refused the sign-in\. Sign in to it again"):
            read_pages(oauth(listening.url), SECRETS, keeper=keeper)
    assert server.grants == ["refresh_token"] * 2


def test_a_sign_in_that_was_taken_back_is_forgotten_and_nothing_more_is_asked() -> None:
    server = OAuthServer()
    keeper = kept(server)
    tokens = keeper.tokens
    assert tokens is not None
    server.revoke()
    with served(server) as listening:
        with pytest.raises(SignInError, match="no longer accepts the sign-in") as caught:
            read_pages(oauth(listening.url), SECRETS, keeper=keeper)
        assert keeper.tokens is None
        asked = len(listening.asked)
        with pytest.raises(SignInError, match="Nobody has signed in to Moodle yet"):
            read_pages(oauth(listening.url), SECRETS, keeper=keeper)
        assert len(listening.asked) == asked
    # The server repeats the token in its words.
    assert tokens.refresh not in caught.value.sentence + caught.value.detail


def test_a_wrong_client_secret_does_not_cost_a_person_their_sign_in() -> None:
    server = OAuthServer()
    keeper = kept(server)
    server.revoke_access()
    with served(server) as listening, pytest.raises(SignInError, match="client secret"):
        read_pages(oauth(listening.url), {"clientSecret": "wr0ng-client-secret"}, keeper=keeper)
    assert keeper.tokens is not None
    assert keeper.happened == []


def test_without_a_refresh_token_a_person_signs_in_again() -> None:
    server = OAuthServer()
    keeper = MemoryKeeper(TokenSet("acc3ss-that-ended"))
    with served(server) as listening, pytest.raises(SignInError, match="Sign in to it again"):
        read_pages(oauth(listening.url), SECRETS, keeper=keeper)
    assert server.grants == []


def test_without_a_keeper_nobody_has_signed_in() -> None:
    with served(OAuthServer()) as listening, pytest.raises(SignInError, match="Nobody has signed in"):
        read_pages(oauth(listening.url), SECRETS)


def test_a_passing_fault_while_renewing_is_tried_again() -> None:
    server = OAuthServer()
    keeper = kept(server)
    server.revoke_access()
    replies: list[Reply | None] = [as_json({}, 503), as_json({"error": "server_error"}, 400)]
    server.token_reply = lambda: replies.pop(0) if replies else None
    with served(server) as listening:
        assert records(read_pages(oauth(listening.url), SECRETS, keeper=keeper)) == ROWS
    assert keeper.happened == ["saved"]


def test_a_renewed_token_is_kept_before_it_is_used() -> None:
    """A keyring that refuses stops the session before the new token is shown to anybody; then it is kept after all."""
    server = OAuthServer()
    keeper = kept(server)
    server.revoke_access()
    keeper.refuses = True
    with served(server) as listening, session(oauth(listening.url), SECRETS, keeper=keeper) as upstream:
        with pytest.raises(VaultError):
            list(upstream.pages("students"))
        used = [asked.headers.get("authorization") for asked in listening.asked if asked.path == "/students"]
        assert used == ["Bearer acc3ss-token-number-001"]
        keeper.refuses = False
        assert [r for page in upstream.pages("students") for r in page.records] == ROWS
    # The old refresh token is spent, so it was not offered a second time.
    assert server.grants == ["refresh_token"]
    assert keeper.tokens is not None
    assert keeper.tokens.access == "acc3ss-token-number-002"


def test_a_run_stopped_while_it_renews_does_not_lose_the_new_token() -> None:
    """The answer that is under way spends the old refresh token; it is heard and kept, then the run ends."""
    server, cancel = OAuthServer(), threading.Event()
    keeper = kept(server)
    server.revoke_access()

    def slowly() -> None:
        cancel.set()
        time.sleep(0.6)

    server.token_reply = slowly
    began = time.monotonic()
    with served(server) as listening, pytest.raises(CancelledError):
        read_pages(oauth(listening.url), SECRETS, keeper=keeper, cancel=cancel)
    assert time.monotonic() - began < 5
    assert keeper.tokens is not None
    assert keeper.tokens.refresh in server.refreshable
    assert [asked.path for asked in listening.asked] == ["/students", "/token"]


def test_a_run_stopped_while_the_upstream_hangs_ends_all_the_same() -> None:
    server, cancel = OAuthServer(), threading.Event()
    keeper = kept(server)
    server.revoke_access()

    def hanging() -> None:
        cancel.set()
        time.sleep(3)

    server.token_reply = hanging
    with served(server) as listening:
        began = time.monotonic()
        with pytest.raises(CancelledError):
            read_pages(oauth(listening.url), SECRETS, keeper=keeper, cancel=cancel)
        assert time.monotonic() - began < 2.5
    assert keeper.happened == []


def test_the_moment_after_a_cancel() -> None:
    cancel = threading.Event()
    reprieve = _Reprieve(cancel)
    assert not reprieve.wait(0.1)
    cancel.set()
    assert not reprieve.is_set()
    began = time.monotonic()
    assert reprieve.wait(10)
    assert time.monotonic() - began > 1
    assert reprieve.is_set()


def test_a_run_stopped_before_it_renews_asks_for_nothing() -> None:
    server, cancel = OAuthServer(), threading.Event()
    keeper = kept(server, NOW)
    cancel.set()
    with served(server) as listening, pytest.raises(CancelledError):
        read_pages(oauth(listening.url), SECRETS, keeper=keeper, cancel=cancel, now=lambda: NOW)
    assert server.grants == []


def test_many_threads_renew_once() -> None:
    server = OAuthServer()
    keeper = kept(server)
    server.revoke_access()
    together, cancel = threading.Barrier(8), threading.Event()
    seen: list[int] = []
    failures: list[BaseException] = []
    with served(server) as listening, Wire("Moodle") as wire:
        of = oauth(listening.url)
        shared = authenticator(of, SECRETS, wire, keeper=keeper, deadline_seconds=10)

        def read() -> None:
            try:
                plain = Request("GET", f"{listening.url}/students")
                signed = shared.sign(plain, cancel)
                answer = wire.send(signed, deadline_seconds=10, cancel=cancel)
                together.wait(10)
                assert answer.status == 401
                assert shared.refresh(signed)
                seen.append(wire.send(shared.sign(plain, cancel), deadline_seconds=10, cancel=cancel).status)
            except BaseException as error:
                failures.append(error)
                raise

        threads = [threading.Thread(target=read) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
    assert failures == []
    assert seen == [200] * 8
    assert server.grants == ["refresh_token"]
    assert keeper.happened == ["saved"]


def test_two_sessions_renew_once() -> None:
    """A test beside a run: whoever comes second takes over what the first one has renewed."""
    server = OAuthServer()
    keeper = kept(server)
    server.revoke_access()
    with served(server) as listening:
        of = oauth(listening.url)
        with session(of, SECRETS, keeper=keeper) as one, session(of, SECRETS, keeper=keeper) as other:
            for upstream in (one, other, one):
                assert [r for page in upstream.pages("students") for r in page.records] == ROWS
    assert server.grants == ["refresh_token"]


def test_a_new_sign_in_is_taken_over_by_a_session_that_goes_on() -> None:
    server = OAuthServer()
    keeper = kept(server)
    with served(server) as listening, session(oauth(listening.url), SECRETS, keeper=keeper) as upstream:
        list(upstream.pages("students"))
        server.revoke()
        issued = server.issued()
        keeper.tokens = TokenSet(issued["access_token"], issued["refresh_token"])
        assert [r for page in upstream.pages("students") for r in page.records] == ROWS
    assert server.grants == []


@pytest.mark.parametrize(
    ("expires", "renewals"), [(3600, 1), ("3600", 1), (10**12, 1), (None, 0), ("soon", 0), (-5, 0), (True, 0), ([], 0)]
)
def test_odd_lifetimes_of_renewed_tokens(expires: Any, renewals: int) -> None:
    server = OAuthServer(lifetime=expires)
    keeper = kept(server)
    server.revoke_access()
    moments = [NOW]
    seconds = [0.0]
    with (
        served(server) as listening,
        session(
            oauth(listening.url), SECRETS, keeper=keeper, now=lambda: moments[0], clock=lambda: seconds[0]
        ) as upstream,
    ):
        list(upstream.pages("students"))
        moments[0] += timedelta(days=60)
        seconds[0] += 60 * 86400
        list(upstream.pages("students"))
    assert len(server.grants) == 1 + renewals


def test_a_token_that_ends_during_a_session_is_renewed_in_time() -> None:
    server = OAuthServer(lifetime=600)
    keeper = kept(server, NOW + timedelta(seconds=300))
    seconds = [0.0]
    with (
        served(server) as listening,
        session(
            oauth(listening.url),
            SECRETS,
            keeper=keeper,
            now=lambda: NOW + timedelta(seconds=seconds[0]),
            clock=lambda: seconds[0],
        ) as upstream,
    ):
        for seconds[0], grants in ((0.0, 0), (299.0, 0), (301.0, 1), (600.0, 1), (860.0, 2)):
            list(upstream.pages("students"))
            assert len(server.grants) == grants, seconds


def test_no_token_shows_anywhere() -> None:
    server = OAuthServer()
    keeper = kept(server)
    first = keeper.tokens
    server.revoke_access()
    with served(server) as listening, session(oauth(listening.url), SECRETS, keeper=keeper) as upstream:
        list(upstream.pages("students"))
        assert first is not None
        assert keeper.tokens is not None
        for secret in (*first.secrets(), *keeper.tokens.secrets(), CLIENT_SECRET):
            assert secret not in upstream.redactor.text(f"Bearer {secret}, body {{'x': '{secret}'}}")


def test_a_refresh_token_that_stays_in_force_stays_masked() -> None:
    server = OAuthServer(rotates=False, lifetime=60)
    keeper = kept(server, NOW)
    assert keeper.tokens is not None
    seconds = [0.0]
    with (
        served(server) as listening,
        session(
            oauth(listening.url),
            SECRETS,
            keeper=keeper,
            now=lambda: NOW + timedelta(seconds=seconds[0]),
            clock=lambda: seconds[0],
        ) as upstream,
    ):
        for round_ in range(12):
            seconds[0] = round_ * 100.0
            list(upstream.pages("students"))
        assert keeper.tokens.refresh not in upstream.redactor.text(keeper.tokens.refresh)
        assert keeper.tokens.access not in upstream.redactor.text(keeper.tokens.access)
        assert len(upstream._sign_in.known_secrets()) < 12
    assert len(server.grants) == 12


def test_a_token_endpoint_that_is_busy_is_a_passing_fault() -> None:
    server = OAuthServer()
    server.token_reply = lambda: as_json({"error": "temporarily_unavailable"}, 400)
    with served(server) as listening, pytest.raises(TransientError, match="tried again by itself"):
        read_pages(oauth(listening.url, "client-credentials"), SECRETS)
