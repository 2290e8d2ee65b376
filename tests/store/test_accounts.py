import pytest
from argon2 import PasswordHasher

from hub_desktop.core.actor import Role
from hub_desktop.core.errors import ConfigurationError, NotFoundError
from hub_desktop.store.accounts import AccountStore

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PASSWORD = "five green bicycles"


@pytest.fixture
def accounts(databases):
    return AccountStore(databases.hub, QUICK)


def test_an_account_is_found_by_its_name_in_any_case(accounts):
    made = accounts.add("Straße", Role.ADMIN, PASSWORD, frozenset({2, 1}))
    assert accounts.get("STRASSE") == made
    assert accounts.all() == [made]
    assert made.college_ids == {1, 2}


def test_the_right_password_opens_and_no_other(accounts):
    accounts.add("Asha", Role.VIEWER, PASSWORD, None)
    assert accounts.check("asha", PASSWORD).name == "Asha"
    for wrong in ("", PASSWORD.upper(), PASSWORD + " ", PASSWORD + "\0", "nobody"):
        assert accounts.check("Asha", wrong) is None
    assert accounts.check("nobody", "nobody") is None


def test_a_sign_in_is_remembered(accounts):
    assert accounts.add("Asha", Role.VIEWER, PASSWORD, None).last_sign_in is None
    assert accounts.check("Asha", PASSWORD).last_sign_in is not None


def test_no_two_accounts_share_a_name(accounts):
    accounts.add("Asha", Role.VIEWER, PASSWORD, None)
    with pytest.raises(ConfigurationError, match="already"):
        accounts.add("ASHA", Role.ADMIN, PASSWORD, None)


def test_the_password_is_kept_as_argon2id_and_in_no_other_form(accounts, databases):
    account = accounts.add("Asha", Role.VIEWER, PASSWORD, None)
    with databases.hub.connect() as connection:
        row = connection.exec_driver_sql("SELECT * FROM accounts").mappings().one()
    assert row["password_hash"].startswith("$argon2id$")
    assert PASSWORD not in str(dict(row)) + repr(account)


def test_a_hash_of_weaker_settings_is_made_anew_at_the_next_sign_in(databases):
    AccountStore(databases.hub, QUICK).add("Asha", Role.VIEWER, PASSWORD, None)
    stronger = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    accounts = AccountStore(databases.hub, stronger)
    assert accounts.check("Asha", PASSWORD)
    with databases.hub.connect() as connection:
        kept = connection.exec_driver_sql("SELECT password_hash FROM accounts").scalar()
    assert not stronger.check_needs_rehash(kept)
    assert accounts.check("Asha", PASSWORD)


def test_a_new_password_replaces_the_old_one(accounts):
    accounts.add("Asha", Role.VIEWER, PASSWORD, None)
    accounts.set_password("ASHA", "seven red bicycles")
    assert accounts.check("Asha", PASSWORD) is None
    assert accounts.check("Asha", "seven red bicycles")


def test_what_is_not_there_is_said(accounts):
    for call in (lambda: accounts.get("x"), lambda: accounts.remove("x"), lambda: accounts.set_password("x", PASSWORD)):
        with pytest.raises(NotFoundError):
            call()
    assert not accounts.exist()


def test_a_damaged_hash_lets_nobody_in(accounts, databases):
    accounts.add("Asha", Role.VIEWER, PASSWORD, None)
    with databases.hub.begin() as connection:
        connection.exec_driver_sql("UPDATE accounts SET password_hash = 'x'")
    assert accounts.check("Asha", PASSWORD) is None
