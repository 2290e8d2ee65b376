import contextlib
import threading
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.delivery_rules import WebhookSettings
from hub_desktop.core.errors import HubError, NotAllowedError, NotFoundError
from hub_desktop.core.integration import Submitted, read_integration
from hub_desktop.core.offers import Offer
from hub_desktop.core.roles import AUDITED_ONLY_WHEN_REFUSED, UseCase, allowed
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.hub.quarantine import WhichRefused
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import MemoryVault
from tests.fakes.deliveries import deliver_signed

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
PASSWORD = "five green bicycles"
Call = Callable[[Hub, Actor, int], Any]


def new(number: int) -> Submitted:
    return read_integration({"name": f"New {number}", "baseUrl": "https://new.example.edu", "apiKey": "t0ken-of-new"})


def name_of(hub: Hub, number: int) -> str:
    return hub.overview.one(PRINCIPAL, number).name


def run_of(hub: Hub, number: int) -> int:
    return hub.syncs.history(PRINCIPAL, number)[0].run_id


def delivered(hub: Hub, number: int) -> int:
    secret = hub.webhooks.rotate(PRINCIPAL, number)
    return deliver_signed(hub, number, secret, b"{}").delivery_id


CALLS: dict[str, tuple[UseCase, Call]] = {
    "integrations.add": (UseCase.ADD_INTEGRATION, lambda h, a, n: h.integrations.add(a, new(n))),
    "integrations.edit": (UseCase.EDIT_INTEGRATION, lambda h, a, n: h.integrations.edit(a, n, new(n))),
    "integrations.accept": (
        UseCase.EDIT_INTEGRATION,
        lambda h, a, n: h.integrations.accept(a, n, [Offer("Sync less often", "It suffices.", {"syncInterval": 90})]),
    ),
    "integrations.set_enabled": (UseCase.TOGGLE_INTEGRATION, lambda h, a, n: h.integrations.set_enabled(a, n, False)),
    "integrations.delete": (UseCase.DELETE_INTEGRATION, lambda h, a, n: h.integrations.delete(a, n)),
    "integrations.set_secret": (
        UseCase.SET_SECRET,
        lambda h, a, n: h.integrations.set_secret(a, n, "apiKey", "another-t0ken"),
    ),
    "integrations.secrets_kept": (UseCase.VIEW_INTEGRATIONS, lambda h, a, n: h.integrations.secrets_kept(a, n)),
    "integrations.get": (UseCase.VIEW_INTEGRATIONS, lambda h, a, n: h.integrations.get(a, n)),
    "integrations.find": (UseCase.VIEW_INTEGRATIONS, lambda h, a, n: h.integrations.find(a, name_of(h, n))),
    "integrations.find by number": (UseCase.VIEW_INTEGRATIONS, lambda h, a, n: h.integrations.find(a, str(n))),
    "integrations.export": (UseCase.EXPORT_INTEGRATIONS, lambda h, a, n: h.integrations.export(a, [n])),
    "overview.one": (UseCase.VIEW_INTEGRATIONS, lambda h, a, n: h.overview.one(a, n)),
    "syncs.request": (UseCase.SYNC, lambda h, a, n: h.syncs.request(a, n)),
    "syncs.run": (UseCase.SYNC, lambda h, a, n: h.syncs.run(a, n, endpoints=[])),
    "syncs.cancel": (UseCase.CANCEL_SYNC, lambda h, a, n: h.syncs.cancel(a, n)),
    "syncs.history": (UseCase.VIEW_RUNS, lambda h, a, n: h.syncs.history(a, n)),
    "syncs.get": (UseCase.VIEW_RUNS, lambda h, a, n: h.syncs.get(a, run_of(h, n))),
    "syncs.log": (UseCase.VIEW_LOG, lambda h, a, n: h.syncs.log(a, n)),
    "records.find": (UseCase.VIEW_RECORDS, lambda h, a, n: h.records.find(a, "students", source=name_of(h, n))),
    "records.quarantined": (UseCase.VIEW_QUARANTINE, lambda h, a, n: h.records.quarantined(a, n)),
    "quarantine.find": (UseCase.VIEW_QUARANTINE, lambda h, a, n: h.quarantine.find(a, WhichRefused(n))),
    "quarantine.groups": (UseCase.VIEW_QUARANTINE, lambda h, a, n: h.quarantine.groups(a, n)),
    "quarantine.replay": (UseCase.REPLAY_QUARANTINE, lambda h, a, n: h.quarantine.replay(a, WhichRefused(n))),
    "quarantine.discard": (UseCase.DISCARD_QUARANTINE, lambda h, a, n: h.quarantine.discard(a, WhichRefused(n))),
    "shapes.standing": (UseCase.VIEW_INTEGRATIONS, lambda h, a, n: h.shapes.standing(a, n)),
    "shapes.accept": (UseCase.ACCEPT_DRIFT, lambda h, a, n: h.shapes.accept(a, n)),
    "webhooks.show": (UseCase.VIEW_WEBHOOK, lambda h, a, n: h.webhooks.show(a, n)),
    "webhooks.deliveries": (UseCase.VIEW_DELIVERIES, lambda h, a, n: h.webhooks.deliveries(a, n)),
    "webhooks.page": (UseCase.VIEW_DELIVERIES, lambda h, a, n: h.webhooks.page(a, n)),
    "webhooks.delivery": (UseCase.VIEW_DELIVERIES, lambda h, a, n: h.webhooks.delivery(a, delivered(h, n))),
    "webhooks.unfinished": (UseCase.VIEW_WEBHOOK, lambda h, a, n: h.webhooks.unfinished(a, n)),
    "webhooks.configure": (
        UseCase.EDIT_INTEGRATION,
        lambda h, a, n: h.webhooks.configure(a, n, WebhookSettings(scheme="standard")),
    ),
    "webhooks.rotate": (UseCase.SET_SECRET, lambda h, a, n: h.webhooks.rotate(a, n)),
    "webhooks.end_rotation": (UseCase.SET_SECRET, lambda h, a, n: h.webhooks.end_rotation(a, n)),
    "webhooks.replay": (UseCase.REPLAY, lambda h, a, n: h.webhooks.replay(a, n)),
    "webhooks.self_test": (UseCase.TEST, lambda h, a, n: h.webhooks.self_test(a, n)),
    "accounts.add": (UseCase.MANAGE_ACCOUNTS, lambda h, a, n: h.accounts.add(a, f"Bela {n}", Role.ADMIN, PASSWORD)),
    "accounts.all": (UseCase.VIEW_ACCOUNTS, lambda h, a, n: h.accounts.all(a)),
    "accounts.add_college": (UseCase.MANAGE_COLLEGES, lambda h, a, n: h.accounts.add_college(a, f"Third {n}")),
    "accounts.rename_college": (
        UseCase.MANAGE_COLLEGES,
        lambda h, a, n: h.accounts.rename_college(a, 1, f"Renamed {n}"),
    ),
    "calendars.show": (UseCase.VIEW_INTEGRATIONS, lambda h, a, n: h.calendars.show(a, 1)),
    "calendars.set_weekly_off": (
        UseCase.MANAGE_COLLEGES,
        lambda h, a, n: h.calendars.set_weekly_off(a, ["sunday"], 1),
    ),
    "audit.latest": (UseCase.VIEW_AUDIT, lambda h, a, n: h.audit.latest(a)),
    "audit.verify": (UseCase.VIEW_AUDIT, lambda h, a, n: h.audit.verify(a)),
    "storage.recovery_key_was_saved": (UseCase.SAVE_RECOVERY_KEY, lambda h, a, n: h.storage.recovery_key_was_saved(a)),
    "storage.set_setting": (UseCase.CHANGE_SETTINGS, lambda h, a, n: h.storage.set_setting(a, "x", 1)),
    "sign_ins.sign_in": (
        UseCase.CONNECT,
        lambda h, a, n: h.sign_ins.sign_in(a, n, open_browser=print, show_code=print, cancel=threading.Event()),
    ),
    "sign_ins.sign_out": (UseCase.DISCONNECT, lambda h, a, n: h.sign_ins.sign_out(a, n)),
    "tests.stored": (UseCase.TEST, lambda h, a, n: h.tests.stored(a, n)),
    "tests.unsaved": (
        UseCase.TEST,
        lambda h, a, n: h.tests.unsaved(a, new(n).integration, {}, integration_id=n),
    ),
}
LISTS: dict[str, Call] = {
    "overview.all": lambda h, a, n: h.overview.all(a),
    "integrations.export": lambda h, a, n: h.integrations.export(a),
    "syncs.log": lambda h, a, n: h.syncs.log(a),
    "records.find": lambda h, a, n: h.records.find(a, "students").rows,
    "records.quarantined": lambda h, a, n: h.records.quarantined(a),
    "quarantine.find": lambda h, a, n: h.quarantine.find(a, WhichRefused()),
    "quarantine.groups": lambda h, a, n: h.quarantine.groups(a),
    "quarantine.replay": lambda h, a, n: h.quarantine.replay(a, WhichRefused()),
    "shapes.standing": lambda h, a, n: h.shapes.standing(a),
}
# These reach for the network when the role allows them, or for a sign-in that this one has not; they have tests of
# their own.
ON_THE_WIRE = {"tests.stored", "tests.unsaved", "sign_ins.sign_in", "sign_ins.sign_out"}
# These concern what somebody of another college has too.
NOT_OF_ONE_COLLEGE = {"integrations.add", "accounts.all", "audit.latest", "audit.verify"}


def rows(hub: Hub, actor: Actor) -> list[tuple[str, str]]:
    """Return what the audit says of somebody: use case and outcome."""
    with hub._databases.hub.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT use_case, outcome FROM audit WHERE actor = ? ORDER BY id", (actor.name,)
        )
        return [tuple(row) for row in found]


def state(hub: Hub) -> list[IntegrationView]:
    """Return all that is shown of the integrations, but for the next run, which moves with the clock, and deliveries.

    Some calls are tried with a delivery that is made for them.
    """
    return [replace(view, next_run=None, last_delivery=None) for view in hub.overview.all(PRINCIPAL)]


def filled(hub: Hub, name: str = "ERP") -> int:
    """Add an integration that has run once; return its number."""
    written = {"name": name, "baseUrl": "https://erp.example.edu", "apiKey": "t0ken-of-the-college", "endpoints": {}}
    number = hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id
    hub.syncs.run(PRINCIPAL, number, endpoints=[])
    return number


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """A hub that all combinations share; each has an integration of its own in it."""
    hub = Hub.open(DataFolder(tmp_path_factory.mktemp("d")).prepare(), MemoryVault())
    # The thread that stores deliveries begins here, and not within a test, which would be taken to leave it behind.
    delivered(hub, filled(hub, "The first of the first college"))
    assert hub.accounts.add_college(PRINCIPAL, "Second") == 2
    yield hub
    hub.close()


@pytest.fixture
def number(hub) -> int:
    return filled(hub)


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("role", Role)
def test_the_role_decides_and_each_call_leaves_its_row(shared, name, role):
    use_case, call = CALLS[name]
    number = filled(shared, f"ERP for {name} by {role}")
    actor = Actor(f"{name} by {role}"[:80], role, Face.HTTP)
    if not allowed(role, use_case):
        with pytest.raises(NotAllowedError):
            call(shared, actor, number)
        assert rows(shared, actor) == [(use_case, "refused")]
    elif name not in ON_THE_WIRE:
        call(shared, actor, number)
        assert rows(shared, actor) == ([] if use_case in AUDITED_ONLY_WHEN_REFUSED else [(use_case, "done")])


@pytest.mark.parametrize("name", [name for name in CALLS if name not in NOT_OF_ONE_COLLEGE])
def test_what_belongs_to_another_college_does_not_exist(shared, name):
    """And the refusal says no more than for a number that was never given."""
    use_case, call = CALLS[name]
    number = filled(shared, f"ERP behind {name}")
    stranger = Actor(f"Stranger at {name}", Role.PRINCIPAL, Face.HTTP, frozenset({2}))
    before = state(shared)
    with pytest.raises(HubError) as caught:
        call(shared, stranger, number)
    assert isinstance(caught.value, NotFoundError | NotAllowedError) or "no source called" in caught.value.sentence
    assert "My college" not in caught.value.sentence
    ((case, outcome),) = rows(shared, stranger)
    assert case == use_case
    assert outcome in {"refused", "failed"}
    assert state(shared) == before


def test_after_all_of_that_the_chain_is_whole(shared):
    assert shared.audit.verify(PRINCIPAL).whole


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_empty_for_somebody_of_another_college(hub, number, name):
    other = hub.accounts.add_college(PRINCIPAL, "Second")
    assert LISTS[name](hub, Actor("Stranger", Role.PRINCIPAL, Face.HTTP, frozenset({other})), number) == []
    assert LISTS[name](hub, Actor("Nobody", Role.PRINCIPAL, Face.HTTP, frozenset()), number) == []


def test_an_unknown_number_and_one_of_another_college_are_answered_alike(hub, number):
    other = hub.accounts.add_college(PRINCIPAL, "Second")
    stranger = Actor("Stranger", Role.PRINCIPAL, Face.HTTP, frozenset({other}))
    told = []
    for asked in (number, number + 1000):
        with pytest.raises(NotFoundError) as caught:
            hub.integrations.get(stranger, asked)
        told.append(caught.value.sentence.replace(str(asked), "N"))
    assert told[0] == told[1]


def test_the_audit_of_one_college_is_not_shown_to_another(hub, number, add):
    other = hub.accounts.add_college(PRINCIPAL, "Second")
    stranger = Actor("Stranger", Role.PRINCIPAL, Face.HTTP, frozenset({other}))
    hub.records.find(PRINCIPAL, "students", text="Asha Rao")
    hub.records.find(Actor("Ravi", Role.IT_STAFF, Face.WINDOW, frozenset({1})), "students", text="Bela Shah")
    add("Theirs", actor=stranger)
    seen = hub.audit.latest(stranger)
    assert {row.actor for row in seen} == {"Stranger"}
    assert {row.actor for row in hub.audit.latest(PRINCIPAL)} == {"Asha", "Ravi", "Stranger"}
    assert {row.actor for row in hub.audit.latest(Actor("X", Role.ADMIN, Face.HTTP, frozenset({1})))} == {
        "Asha",
        "Ravi",
    }


@pytest.mark.parametrize(
    "name", ["integrations.delete", "integrations.edit", "integrations.set_secret", "syncs.request"]
)
def test_a_refused_call_names_what_it_was_after(hub, number, name):
    with pytest.raises(NotAllowedError):
        CALLS[name][1](hub, Actor("V", Role.VIEWER, Face.HTTP), number)
    assert str(number) in hub.audit.latest(PRINCIPAL)[0].subject


def test_secrets_typed_into_any_field_reach_no_audit_row(hub, number):
    for act in (
        lambda: hub.records.find(PRINCIPAL, "students", text="t0ken-of-the-college"),
        lambda: hub.integrations.find(PRINCIPAL, "t0ken-of-the-college"),
        lambda: hub.accounts.sign_in("t0ken-of-the-college", "x", Face.HTTP),
        lambda: hub.storage.set_setting(PRINCIPAL, "t0ken-of-the-college", "t0ken-of-the-college"),
    ):
        with contextlib.suppress(HubError):
            act()
    with hub._databases.hub.connect() as connection:
        assert "t0ken" not in str(connection.exec_driver_sql("SELECT * FROM audit").all())


@pytest.mark.parametrize("name", ["x" * 100_000, "a\nb\x1b[31m", "\ud800", ""])
def test_a_stranger_may_give_any_name_and_the_audit_stays_readable(hub, name):
    with pytest.raises(NotAllowedError):
        hub.accounts.sign_in(name, "\ud800", Face.HTTP)
    row = hub.audit.latest(PRINCIPAL)[0]
    assert len(row.actor) <= 80
    assert len(row.subject) <= 500
    assert "\n" not in row.actor + row.subject
    assert hub.audit.verify(PRINCIPAL).whole


def test_a_fault_of_ours_in_a_use_case_is_written_down_too(hub, number, monkeypatch):
    def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(hub.integrations, "_integrations", type("Broken", (), {"set_enabled": broken})())
    with pytest.raises(ZeroDivisionError):
        hub.integrations.set_enabled(PRINCIPAL, number, False)
    assert rows(hub, PRINCIPAL)[-1] == (UseCase.TOGGLE_INTEGRATION, "failed")
