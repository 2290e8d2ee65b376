import threading

import pytest
from argon2 import PasswordHasher

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import ConfigurationError, HubError, NotAllowedError, NotFoundError, TransientError
from hub_desktop.hub.accounts import Accounts, SignInNeededError

PASSWORD = "five green bicycles"
OWNER = Actor("the person at this PC", Role.PRINCIPAL, Face.WINDOW)


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def accounts(hub, clock) -> Accounts:
    made = hub.accounts
    made._monotonic = clock
    made._accounts._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return made


@pytest.fixture
def staff(accounts):
    """A principal of all colleges and one of the second only."""
    assert accounts.colleges(OWNER) == {1: "My college"}
    second = accounts.add_college(OWNER, "Second")
    accounts.add(OWNER, "Asha", Role.PRINCIPAL, PASSWORD)
    asha = accounts.sign_in("asha", PASSWORD, Face.WINDOW)
    accounts.add(asha, "Bela", Role.PRINCIPAL, PASSWORD, frozenset({second}))
    return asha, accounts.sign_in("Bela", PASSWORD, Face.WINDOW)


def wrong(accounts: Accounts, name: str = "Asha") -> type[HubError]:
    with pytest.raises(HubError) as caught:
        accounts.sign_in(name, "wrong password", Face.HTTP)
    return type(caught.value)


def test_a_fresh_folder_is_its_person_s(accounts):
    assert not accounts.needed()
    actor = accounts.person_at_the_pc(Face.WINDOW)
    assert (actor.role, actor.college_ids) == (Role.PRINCIPAL, None)


def test_from_the_first_account_on_everybody_signs_in(accounts):
    accounts.add(OWNER, "Asha", Role.PRINCIPAL, PASSWORD)
    with pytest.raises(SignInNeededError):
        accounts.person_at_the_pc(Face.TERMINAL)
    assert accounts.sign_in("ASHA", PASSWORD, Face.TERMINAL) == Actor("Asha", Role.PRINCIPAL, Face.TERMINAL)


@pytest.mark.parametrize(
    ("role", "colleges"),
    [(Role.VIEWER, None), (Role.IT_STAFF, None), (Role.PRINCIPAL, frozenset({1})), (Role.SYSTEM, None)],
)
def test_the_first_account_must_be_able_to_make_the_next(accounts, role, colleges):
    with pytest.raises(ConfigurationError):
        accounts.add(OWNER, "Asha", role, PASSWORD, colleges)
    assert not accounts.needed()


def test_the_last_account_that_can_manage_the_others_stays(accounts):
    for name, role in (("Asha", Role.PRINCIPAL), ("Bela", Role.ADMIN), ("Ravi", Role.VIEWER)):
        accounts.add(OWNER, name, role, PASSWORD)
    accounts.remove(OWNER, "asha")
    with pytest.raises(ConfigurationError, match="last account"):
        accounts.remove(OWNER, "BELA")
    accounts.remove(OWNER, "Ravi")
    with pytest.raises(ConfigurationError, match="last account"):
        accounts.remove(OWNER, "Bela")


@pytest.mark.parametrize(
    "password", ["", "short", "x" * 201, "Long-Name-Of-Mine", "long-name-of-minelong-name-of-mine", "\ud800" * 12]
)
def test_a_bad_password_is_refused(accounts, password):
    with pytest.raises(ConfigurationError):
        accounts.add(OWNER, "Long-Name-Of-Mine", Role.PRINCIPAL, password)


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\nb", "\ud800"])
def test_a_bad_name_is_refused(accounts, name):
    with pytest.raises(ConfigurationError):
        accounts.add(OWNER, name, Role.PRINCIPAL, PASSWORD)


def test_a_wrong_name_and_a_wrong_password_are_told_alike(accounts, staff):
    told = []
    for name in ("Asha", "nobody"):
        with pytest.raises(NotAllowedError) as caught:
            accounts.sign_in(name, "wrong password", Face.HTTP)
        told.append((caught.value.sentence, caught.value.detail))
    assert told[0] == told[1]


# Guessing


def test_after_five_wrong_passwords_a_name_waits_longer_each_time(accounts, staff, clock):
    assert [wrong(accounts) for _ in range(5)] == [NotAllowedError] * 5
    waits = []
    for _ in range(7):
        started = clock.now
        while wrong(accounts) is TransientError:
            clock.now += 15
        waits.append(clock.now - started)
    assert waits == [15, 30, 60, 120, 240, 480, 900]


def test_while_a_name_waits_the_right_password_is_not_looked_at(accounts, staff, clock):
    for _ in range(5):
        wrong(accounts)
    with pytest.raises(TransientError):
        accounts.sign_in("asha", PASSWORD, Face.HTTP)
    clock.now += 16
    assert accounts.sign_in("asha", PASSWORD, Face.HTTP).name == "Asha"
    assert wrong(accounts) is NotAllowedError


def test_another_spelling_of_the_name_does_not_help(accounts, staff):
    found = [wrong(accounts, name) for name in ("Asha", "ASHA", "asha", "aSHA", "asHA", "ashA")]
    assert found[-1] is TransientError


def test_names_that_wait_do_not_keep_others_out(accounts, staff):
    for _ in range(6):
        wrong(accounts)
    assert accounts.sign_in("Bela", PASSWORD, Face.HTTP).name == "Bela"


def test_trying_many_names_frees_none_that_waits(accounts, staff, monkeypatch):
    monkeypatch.setattr("hub_desktop.hub.accounts._MOST_NAMES", 10)
    for _ in range(5):
        wrong(accounts)
    for number in range(30):
        wrong(accounts, f"name {number}")
    assert wrong(accounts) is TransientError


def test_many_guesses_at_once_are_no_more_than_five(accounts, staff):
    found, lock = [], threading.Lock()

    def guess() -> None:
        kind = wrong(accounts)
        with lock:
            found.append(kind)

    threads = [threading.Thread(target=guess) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found.count(NotAllowedError) == 5


def test_a_password_is_in_no_audit_row(accounts, hub, staff):
    wrong(accounts)
    accounts.set_password(staff[0], "Bela", "seven red bicycles")
    with hub._databases.hub.connect() as connection:
        text = str(connection.exec_driver_sql("SELECT * FROM audit").all())
    for password in (PASSWORD, "wrong password", "seven red bicycles", "argon2"):
        assert password not in text


# Somebody of one college


def test_a_principal_of_one_college_sees_and_makes_accounts_of_that_college_only(accounts, staff):
    _, bela = staff
    accounts.add(bela, "Ravi", Role.VIEWER, PASSWORD, bela.college_ids)
    assert {account.name for account in accounts.all(bela)} == {"Bela", "Ravi"}
    with pytest.raises(NotFoundError):
        accounts.add(bela, "Spy", Role.VIEWER, PASSWORD, frozenset({1}))
    with pytest.raises(NotAllowedError):
        accounts.add(bela, "Spy", Role.PRINCIPAL, PASSWORD, None)


def test_a_principal_of_one_college_cannot_take_over_an_account_of_all(accounts, staff):
    asha, bela = staff
    accounts.add(asha, "Third", Role.ADMIN, PASSWORD)
    for call in (lambda: accounts.set_password(bela, "Asha", PASSWORD + "!"), lambda: accounts.remove(bela, "Asha")):
        with pytest.raises(NotFoundError) as caught:
            call()
        assert caught.value.sentence == "There is no account called “Asha”."
    assert accounts.sign_in("Asha", PASSWORD, Face.HTTP)


def test_a_principal_of_one_college_sees_and_renames_only_that_one(accounts, staff):
    _, bela = staff
    (own,) = bela.college_ids
    assert accounts.colleges(bela) == {own: "Second"}
    accounts.rename_college(bela, own, "Mine")
    with pytest.raises(NotFoundError):
        accounts.rename_college(bela, 1, "Mine too")
    with pytest.raises(ConfigurationError, match="already"):
        accounts.rename_college(bela, own, "My college")
    with pytest.raises(NotAllowedError):
        accounts.add_college(bela, "Third")


@pytest.mark.parametrize(
    "call", [lambda h, a: h.storage.recovery_key(a), lambda h, a: h.storage.set_setting(a, "x", 1)]
)
def test_the_key_and_the_settings_of_all_colleges_are_not_those_of_one(accounts, hub, staff, call):
    with pytest.raises(NotAllowedError):
        call(hub, staff[1])
    call(hub, staff[0])
