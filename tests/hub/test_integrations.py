import json

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import ConfigurationError, ErrorKind, NotFoundError, VaultError
from hub_desktop.core.events import IntegrationsChanged
from hub_desktop.core.integration import read_integration
from hub_desktop.core.offers import Offer
from hub_desktop.core.redaction import MASK
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.integrations import as_disabled
from hub_desktop.store.vault import MemoryVault

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
KEY = "t0ken-of-the-college"
ERP = {
    "name": "ERP",
    "baseUrl": "https://erp.example.edu",
    "authType": "bearer",
    "apiKey": KEY,
    "headers": {"X-Session-Token": "header-s3cret-of-it", "X-College-ID": "12"},
    "endpoints": {"students": "/students"},
}


class FragileVault(MemoryVault):
    """Refuses from the given call on."""

    writes_left = 1000

    def _write(self) -> None:
        if self.writes_left <= 0:
            raise VaultError("The keyring refused.")
        self.writes_left -= 1

    def set(self, name: str, value: str) -> None:
        self._write()
        super().set(name, value)

    def delete(self, name: str) -> None:
        self._write()
        super().delete(name)

    def of(self, number: int) -> dict[str, str]:
        start = f"integration/{number}/"
        return {name.removeprefix(start): value for name, value in self._kept.items() if name.startswith(start)}


@pytest.fixture
def vault():
    return FragileVault()


def submitted(**changes):
    return read_integration({n: v for n, v in (ERP | changes).items() if v is not ...})


@pytest.fixture
def number(hub: Hub) -> int:
    return hub.integrations.add(PRINCIPAL, submitted()).integration_id


def test_secrets_go_into_the_vault_and_never_come_out(hub, vault, number):
    assert vault.of(number) == {"apiKey": KEY, "header:X-Session-Token": "header-s3cret-of-it"}
    (exported,) = hub.integrations.export(PRINCIPAL)
    assert exported["apiKey"] == MASK
    assert exported["headers"] == {"X-Session-Token": MASK, "X-College-ID": "12"}
    shown = str(exported) + repr(hub.integrations.get(PRINCIPAL, number)) + repr(hub.overview.all(PRINCIPAL))
    shown += str(hub.audit.latest(PRINCIPAL)) + str(hub.integrations.secrets_kept(PRINCIPAL, number))
    assert "t0ken-of" not in shown
    assert "s3cret" not in shown
    assert hub.integrations.secrets_kept(PRINCIPAL, number) == {
        "apiKey": True,
        "header:X-Session-Token": True,
        "webhookSecret": False,
    }


def test_an_export_imported_again_changes_nothing(hub, vault, number):
    (exported,) = hub.integrations.export(PRINCIPAL)
    before = hub.integrations.get(PRINCIPAL, number).config
    hub.integrations.edit(PRINCIPAL, number, read_integration(json.loads(json.dumps(exported))))
    assert hub.integrations.get(PRINCIPAL, number).config == before
    assert vault.of(number)["apiKey"] == KEY


def test_what_comes_from_outside_arrives_switched_off(hub):
    stored = hub.integrations.add(PRINCIPAL, as_disabled(submitted()))
    assert not stored.config.enabled


def test_an_integration_whose_secret_was_not_kept_is_not_added(hub, vault):
    vault.writes_left = 1
    with pytest.raises(VaultError):
        hub.integrations.add(PRINCIPAL, submitted())
    assert hub.overview.all(PRINCIPAL) == []
    vault.writes_left = 1000
    number = hub.integrations.add(PRINCIPAL, submitted()).integration_id
    assert vault.of(number)


@pytest.mark.parametrize("writes", [0, 1, 2])
def test_an_edit_that_the_vault_refuses_changes_nothing(hub, vault, number, writes):
    before, kept = hub.integrations.get(PRINCIPAL, number), vault.of(number)
    vault.writes_left = writes
    change = submitted(
        name="Renamed", apiKey="another-t0ken", webhookSecret="a-webhook-secret", headers={"X-Session-Token": "another"}
    )
    with pytest.raises(VaultError):
        hub.integrations.edit(PRINCIPAL, number, change)
    assert hub.integrations.get(PRINCIPAL, number) == before
    if writes == 0:
        assert vault.of(number) == kept


def test_an_edit_that_is_refused_leaves_the_secrets(hub, vault, number):
    hub.integrations.add(PRINCIPAL, submitted(name="Taken"))
    kept = vault.of(number)
    with pytest.raises(ConfigurationError, match="already"):
        hub.integrations.edit(
            PRINCIPAL, number, submitted(name="Taken", apiKey="another-t0ken", webhookSecret="x" * 20)
        )
    assert vault.of(number) == kept


@pytest.mark.parametrize(
    "address", ["https://evil.example.com", "http://erp.example.edu", "https://erp.example.edu:8443"]
)
def test_a_stored_secret_is_never_sent_to_a_new_address(hub, number, address):
    with pytest.raises(ConfigurationError, match="Enter the password or key again"):
        hub.integrations.edit(PRINCIPAL, number, submitted(baseUrl=address, apiKey=...))
    hub.integrations.edit(PRINCIPAL, number, submitted(baseUrl=address))


def test_another_path_of_the_same_computer_is_no_new_address(hub, vault, number):
    kept = vault.of(number)
    edited = hub.integrations.edit(PRINCIPAL, number, submitted(baseUrl="https://erp.example.edu/api/v2", apiKey=...))
    assert edited.config.base_url == "https://erp.example.edu/api/v2"
    assert vault.of(number) == kept


def test_what_a_test_offers_is_made_as_an_edit(hub, vault, number):
    kept = vault.of(number)
    offers = [
        Offer("Read the pages by number", "Found so.", {"endpoints": {"students": {"pagination": {"style": "page"}}}}),
        Offer("Use the new address", "Sent on.", {"baseUrl": "https://erp.example.edu/v2"}),
    ]
    edited = hub.integrations.accept(PRINCIPAL, number, offers)
    assert edited.config.endpoints["students"].pagination.style == "page"
    assert edited.config.base_url == "https://erp.example.edu/v2"
    assert vault.of(number) == kept
    assert hub.audit.latest(PRINCIPAL)[0].use_case == "integrations.edit"
    with pytest.raises(ConfigurationError, match="Enter the password or key again"):
        hub.integrations.accept(PRINCIPAL, number, [Offer("Go elsewhere", "Why not.", {"baseUrl": "https://x.edu"})])


def test_nor_to_a_new_address_of_tokens(hub):
    oauth = ERP | {"authType": "oauth", "clientSecret": KEY, "oauth": {"tokenUrl": "https://erp.example.edu/token"}}
    del oauth["apiKey"]
    number = hub.integrations.add(PRINCIPAL, read_integration(oauth)).integration_id
    moved = {n: v for n, v in oauth.items() if n != "clientSecret"} | {
        "oauth": {"tokenUrl": "https://evil.example.com/token"}
    }
    with pytest.raises(ConfigurationError, match="Enter the password or key again"):
        hub.integrations.edit(PRINCIPAL, number, read_integration(moved))


def test_a_new_way_of_signing_in_forgets_the_secret_of_the_old_one(hub, vault, number):
    hub.integrations.edit(
        PRINCIPAL, number, submitted(authType="basic", apiKey=..., username="office", password="p4ssword", headers={})
    )
    assert vault.of(number) == {"password": "p4ssword"}


def test_a_deleted_integration_leaves_no_secret(hub, vault, number):
    hub.integrations.delete(PRINCIPAL, number)
    assert vault.of(number) == {}
    with pytest.raises(NotFoundError):
        hub.integrations.get(PRINCIPAL, number)


def test_a_locked_keyring_does_not_keep_an_integration_alive(hub, vault, number):
    vault.writes_left = 0
    hub.integrations.delete(PRINCIPAL, number)
    assert hub.overview.all(PRINCIPAL) == []
    assert "did not forget" in hub.audit.latest(PRINCIPAL)[0].detail


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("apiKey", ""),
        ("apiKey", MASK),
        ("apiKey", "a\nb"),
        ("apikey", "x"),
        ("password", "x"),
        ("webhookSecret", "short"),
        ("header:X-Session-Token", ""),
        ("header:X-Session-Token", "a\r\nb"),
        ("header:X-College-ID", "x"),
        ("", "x"),
    ],
)
def test_a_secret_that_cannot_be_meant_changes_nothing(hub, vault, number, name, value):
    kept = vault.of(number)
    with pytest.raises(ConfigurationError):
        hub.integrations.set_secret(PRINCIPAL, number, name, value)
    assert vault.of(number) == kept


def test_new_credentials_let_the_clock_poll_again(hub, number):
    store = hub.syncs._stores.integrations
    store.run_ended(
        number,
        {},
        polled=[],
        at=store.get(number).created_at,
        problem=None,
        failures=1,
        retry_at=None,
        stopped=ErrorKind.SIGN_IN,
    )
    assert hub.syncs.request_due() == []
    hub.integrations.set_secret(PRINCIPAL, number, "apiKey", "another-t0ken")
    assert hub.syncs.request_due() == [number]


def test_a_name_is_found_in_any_case_and_a_near_one_is_offered(hub, number):
    assert hub.integrations.find(PRINCIPAL, "erp").integration_id == number
    assert hub.integrations.find(PRINCIPAL, str(number)).integration_id == number
    with pytest.raises(NotFoundError, match="Did you mean “ERP”"):
        hub.integrations.find(PRINCIPAL, "ERPP")


def test_the_faces_hear_of_every_change(hub, number):
    heard = []
    hub.events.subscribe(heard.append)
    hub.integrations.set_enabled(PRINCIPAL, number, False)
    hub.integrations.edit(PRINCIPAL, number, submitted(name="Other"))
    hub.integrations.set_secret(PRINCIPAL, number, "apiKey", "another-t0ken")
    hub.integrations.delete(PRINCIPAL, number)
    assert heard == [IntegrationsChanged(number)] * 4


def test_a_new_integration_belongs_to_the_college_of_whoever_adds_it(hub):
    assert hub.accounts.colleges(PRINCIPAL) == {1: "My college"}
    second = hub.accounts.add_college(PRINCIPAL, "Second")
    bela = Actor("Bela", Role.ADMIN, Face.WINDOW, frozenset({second}))
    assert hub.integrations.add(bela, submitted()).college_id == second
    assert hub.integrations.add(PRINCIPAL, submitted()).college_id == 1
    for actor, college in ((bela, 1), (PRINCIPAL, 99), (Actor("X", Role.ADMIN, Face.HTTP, frozenset()), None)):
        with pytest.raises(NotFoundError):
            hub.integrations.add(actor, submitted(name="Other"), college_id=college)
