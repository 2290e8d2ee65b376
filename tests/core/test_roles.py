import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import NotAllowedError
from hub_desktop.core.roles import ALLOWED, UseCase, allowed, require

PEOPLE = [role for role in Role if role is not Role.SYSTEM]


def test_every_role_has_its_row():
    assert set(ALLOWED) == set(Role)


def test_every_use_case_is_somebody_s():
    assert frozenset().union(*ALLOWED.values()) == frozenset(UseCase)


@pytest.mark.parametrize("role", PEOPLE)
def test_people_do_not_receive_deliveries_and_everybody_may_sign_in(role):
    assert not allowed(role, UseCase.RECEIVE_DELIVERY)
    assert not allowed(role, UseCase.RECEIVE_PUNCHES)
    assert allowed(role, UseCase.SIGN_IN)


@pytest.mark.parametrize(
    "use_case",
    [
        UseCase.ADD_INTEGRATION,
        UseCase.EDIT_INTEGRATION,
        UseCase.DELETE_INTEGRATION,
        UseCase.TOGGLE_INTEGRATION,
        UseCase.SET_SECRET,
        UseCase.CONNECT,
        UseCase.DISCONNECT,
        UseCase.MANAGE_ACCOUNTS,
        UseCase.VIEW_API_TOKENS,
        UseCase.MANAGE_API_TOKENS,
        UseCase.VIEW_AUDIT,
        UseCase.SAVE_RECOVERY_KEY,
        UseCase.CHANGE_SETTINGS,
        UseCase.EXPORT_INTEGRATIONS,
        UseCase.MANAGE_COLLEGES,
        UseCase.MANAGE_DEVICES,
        UseCase.DISCARD_QUARANTINE,
        UseCase.ACCEPT_DRIFT,
    ],
)
def test_only_principals_and_administrators_manage(use_case):
    assert {role for role in Role if allowed(role, use_case)} == {Role.PRINCIPAL, Role.ADMIN}


def test_viewers_only_read():
    assert ALLOWED[Role.VIEWER] == {
        UseCase.VIEW_INTEGRATIONS,
        UseCase.VIEW_RUNS,
        UseCase.VIEW_RECORDS,
        UseCase.EXPORT_RECORDS,
        UseCase.VIEW_REPORTS,
        UseCase.EXPORT_REPORTS,
        UseCase.SIGN_IN,
        UseCase.USE_API_TOKEN,
    }


def test_it_staff_test_and_sync_but_change_nothing():
    assert allowed(Role.IT_STAFF, UseCase.TEST)
    assert allowed(Role.IT_STAFF, UseCase.SYNC)
    assert allowed(Role.IT_STAFF, UseCase.REPLAY_QUARANTINE)
    assert not {
        u for u in ALLOWED[Role.IT_STAFF] if u.endswith((".add", ".edit", ".delete", ".manage", ".set", ".change"))
    }


def test_a_refusal_says_whom_to_ask():
    with pytest.raises(NotAllowedError, match="Principal or Administrator"):
        require(Actor("x", Role.VIEWER, Face.WINDOW), UseCase.EDIT_INTEGRATION)
