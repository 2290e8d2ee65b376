import threading
from datetime import datetime, timedelta

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import ConfigurationError, NotAllowedError, NotFoundError, TakenError, TransientError
from hub_desktop.core.events import ApiTokensChanged
from hub_desktop.core.times import utc_now
from hub_desktop.hub.api_tokens import ApiTokens, WrongTokenError
from tests.hub.conftest import PRINCIPAL

HERE = "127.0.0.1"
WRONG = "hub_" + "A" * 43 + "00000000"


class Clock:
    def __init__(self) -> None:
        self.seconds = 1000.0
        self.start = utc_now()

    def __call__(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return self.start + timedelta(seconds=self.seconds - 1000)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def tokens(hub, clock) -> ApiTokens:
    hub.api_tokens._wrong._monotonic = clock
    hub.api_tokens._now = clock.now
    return hub.api_tokens


def refused(tokens: ApiTokens, text: str = WRONG, address: str = HERE) -> type[Exception]:
    with pytest.raises((WrongTokenError, TransientError)) as caught:
        tokens.admit(text, address)
    return type(caught.value)


def test_a_token_acts_with_its_role_and_colleges_through_the_api(hub, tokens):
    second = hub.accounts.add_college(PRINCIPAL, "Second")
    made = tokens.make(PRINCIPAL, " Nightly ", Role.IT_STAFF, college_ids=frozenset({second}))
    bearer = tokens.admit(made.text, HERE)
    assert bearer.actor == Actor("token “Nightly”", Role.IT_STAFF, Face.API, frozenset({second}))
    assert bearer.token_id == made.token.token_id
    assert tokens.still_valid(bearer)


def test_nowhere_but_in_the_answer_is_the_token(hub, tokens, folder):
    made = tokens.make(PRINCIPAL, "Nightly", Role.VIEWER)
    tokens.admit(made.text, HERE)
    refused(tokens)
    with hub._databases.hub.connect() as connection:
        for table in ("api_tokens", "audit", "log", "settings"):
            assert made.text not in str(connection.exec_driver_sql(f"SELECT * FROM {table}").all())
    assert made.text not in repr(made)


def test_a_revoked_token_is_refused_at_once(tokens):
    made = tokens.make(PRINCIPAL, "Nightly", Role.VIEWER)
    bearer = tokens.admit(made.text, HERE)
    assert tokens.revoke(PRINCIPAL, "nightly").name == "Nightly"
    assert refused(tokens, made.text) is WrongTokenError
    assert not tokens.still_valid(bearer)
    assert tokens.all(PRINCIPAL) == []
    again = tokens.make(PRINCIPAL, "Nightly", Role.VIEWER)
    assert again.text != made.text
    tokens.revoke(PRINCIPAL, str(again.token.token_id))


def test_a_token_expires_to_the_second(tokens, clock):
    made = tokens.make(PRINCIPAL, "Nightly", Role.VIEWER, days=2)
    bearer = tokens.admit(made.text, HERE)
    clock.seconds += 2 * 86_400 - 1
    tokens.admit(made.text, HERE)
    clock.seconds += 1
    assert refused(tokens, made.text) is WrongTokenError
    assert not tokens.still_valid(bearer)
    (left,) = tokens.all(PRINCIPAL)
    assert left.expired(clock.now())


def test_its_use_is_noted_once_a_minute(tokens, clock):
    made = tokens.make(PRINCIPAL, "Nightly", Role.VIEWER)
    assert tokens.all(PRINCIPAL)[0].last_used_at is None
    seen = set()
    for _ in range(7):
        tokens.admit(made.text, HERE)
        seen.add(tokens.all(PRINCIPAL)[0].last_used_at)
        clock.seconds += 10
    assert seen == {clock.start, clock.start + timedelta(seconds=60)}
    clock.seconds -= 10_000
    tokens.admit(made.text, HERE)
    assert tokens.all(PRINCIPAL)[0].last_used_at == clock.now()


@pytest.mark.parametrize(
    ("name", "role", "days"),
    [("", Role.VIEWER, None), ("x" * 81, Role.VIEWER, None), ("a\nb", Role.VIEWER, None), ("x", Role.SYSTEM, None)]
    + [("x", Role.VIEWER, days) for days in (0, -1, 3651)],
)
def test_what_cannot_be_is_refused(tokens, name, role, days):
    with pytest.raises(ConfigurationError):
        tokens.make(PRINCIPAL, name, role, days=days)


def test_two_tokens_do_not_share_a_name_and_a_near_name_is_offered(tokens):
    tokens.make(PRINCIPAL, "Nightly", Role.VIEWER)
    with pytest.raises(TakenError, match="already"):
        tokens.make(PRINCIPAL, "NIGHTLY", Role.ADMIN)
    with pytest.raises(NotFoundError, match="Did you mean “Nightly”"):
        tokens.revoke(PRINCIPAL, "Nightli")


@pytest.mark.parametrize("role", [Role.IT_STAFF, Role.VIEWER, Role.SYSTEM])
def test_only_those_who_manage_make_see_and_revoke_tokens(tokens, role):
    actor = Actor("x", role, Face.WINDOW)
    for call in (
        lambda: tokens.make(actor, "x", Role.VIEWER),
        lambda: tokens.all(actor),
        lambda: tokens.revoke(actor, "x"),
    ):
        with pytest.raises(NotAllowedError):
            call()


def test_somebody_of_one_college_has_to_do_with_its_tokens_alone(hub, tokens):
    assert hub.accounts.colleges(PRINCIPAL) == {1: "My college"}
    second = hub.accounts.add_college(PRINCIPAL, "Second")
    bela = Actor("Bela", Role.PRINCIPAL, Face.WINDOW, frozenset({second}))
    tokens.make(PRINCIPAL, "All", Role.VIEWER)
    tokens.make(bela, "Mine", Role.VIEWER, college_ids=frozenset({second}))
    assert [token.name for token in tokens.all(bela)] == ["Mine"]
    with pytest.raises(NotFoundError):
        tokens.revoke(bela, "All")
    with pytest.raises(NotAllowedError):
        tokens.make(bela, "Spy", Role.VIEWER)
    for colleges in (frozenset({1}), frozenset({99}), frozenset()):
        with pytest.raises(NotFoundError):
            tokens.make(bela, "Spy", Role.VIEWER, college_ids=colleges)


def test_wrong_tokens_are_slowed_down_by_address_and_a_right_one_is_not(tokens, clock):
    right = tokens.make(PRINCIPAL, "Nightly", Role.VIEWER).text
    assert [refused(tokens) for _ in range(12)] == [WrongTokenError] * 10 + [TransientError] * 2
    # This computer is one place, by whatever address it comes.
    assert {refused(tokens, address=a) for a in ("127.9.9.9", "::1", "::ffff:127.0.0.1")} == {TransientError}
    assert tokens.admit(right, HERE)
    assert refused(tokens, address="192.0.2.1") is WrongTokenError
    clock.seconds += 1.1
    assert refused(tokens) is WrongTokenError
    clock.seconds += 1.1
    assert refused(tokens) is TransientError
    clock.seconds += 10_000
    assert [refused(tokens) for _ in range(11)] == [WrongTokenError] * 10 + [TransientError]


def test_a_network_of_ipv6_is_one_place(tokens):
    found = [refused(tokens, address=f"2001:db8::{n:x}") for n in range(1, 12)]
    assert found == [WrongTokenError] * 10 + [TransientError]
    assert refused(tokens, address="2001:db8:0:1::1") is WrongTokenError


def test_addresses_without_end_take_no_memory_without_end(tokens):
    for n in range(1200):
        tokens._wrong.count(f"192.0.{n // 256}.{n % 256}")
    assert len(tokens._wrong._tries) == 1000


def test_a_wrong_token_is_audited_and_a_right_one_by_what_it_does(hub, tokens):
    refused(tokens)
    tokens.admit(tokens.make(PRINCIPAL, "Nightly", Role.VIEWER).text, HERE)
    rows = [(row.use_case, row.outcome, row.subject) for row in hub.audit.latest(PRINCIPAL)]
    assert rows[:2] == [
        ("api-tokens.manage", "done", "token Nightly"),
        ("api-tokens.use", "refused", "a token from this computer"),
    ]


def test_who_listens_hears_of_tokens(hub, tokens):
    heard: list[object] = []
    hub.events.subscribe(heard.append)
    tokens.make(PRINCIPAL, "Nightly", Role.VIEWER)
    tokens.revoke(PRINCIPAL, "Nightly")
    assert heard == [ApiTokensChanged(), ApiTokensChanged()]


def test_many_threads_are_admitted_at_once(tokens):
    text = tokens.make(PRINCIPAL, "Nightly", Role.VIEWER).text
    admitted: list[str] = []

    def show() -> None:
        for _ in range(20):
            admitted.append(tokens.admit(text, HERE).actor.name)

    threads = [threading.Thread(target=show) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert admitted == ["token “Nightly”"] * 120
