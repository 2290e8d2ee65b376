import pytest
import sqlalchemy as sa

from hub_desktop.core.errors import VaultError
from hub_desktop.core.redaction import MASK
from hub_desktop.core.sign_in import OAUTH_TOKENS
from hub_desktop.core.token_set import TokenSet
from hub_desktop.store.secrets import SecretStore
from hub_desktop.store.tables import sealed_secrets
from hub_desktop.store.vault import MOST_CHARACTERS, MemoryVault

LONG = "t" * 3_000 + "é"


class FailingVault(MemoryVault):
    refuses = False

    def set(self, name: str, value: str) -> None:
        if self.refuses:
            raise VaultError("The keyring refused.")
        super().set(name, value)

    def delete(self, name: str) -> None:
        if self.refuses:
            raise VaultError("The keyring refused.")
        super().delete(name)

    def items(self) -> dict[str, str]:
        return dict(self._kept)


@pytest.fixture
def vault():
    return FailingVault()


@pytest.fixture
def secrets(vault, databases):
    return SecretStore(vault, databases.hub)


def sealed(databases) -> list[str]:
    with databases.hub.connect() as connection:
        return list(connection.execute(sa.select(sealed_secrets.c.sealed)).scalars())


@pytest.mark.parametrize(
    "value",
    ["short", "x" * MOST_CHARACTERS, "x" * (MOST_CHARACTERS + 1), LONG, "sealed:", "sealed:x", "t" * 700 + "😀" * 300],
)
def test_any_secret_is_kept_replaced_and_forgotten(secrets, vault, databases, value):
    for now in (value, "between", value):
        secrets.set(7, "apiKey", now)
        assert secrets.get(7, "apiKey") == now
    assert secrets.get(8, "apiKey") is None
    assert secrets.get(7, "password") is None
    secrets.delete(7, "apiKey")
    assert secrets.get(7, "apiKey") is None
    assert sealed(databases) == []


@pytest.mark.parametrize("value", [LONG, "t" * 700 + "😀" * 300])
def test_no_item_is_longer_than_windows_keeps_and_no_long_secret_is_readable(secrets, vault, databases, value):
    secrets.set(7, "apiKey", value)
    assert all(len(item.encode("utf-16-le")) <= 2_560 for item in vault.items().values())
    (kept,) = sealed(databases)
    assert value[:20] not in kept


def test_a_short_secret_leaves_no_trace_of_the_long_one_before(secrets, databases):
    secrets.set(7, "apiKey", LONG)
    secrets.set(7, "apiKey", "short")
    assert sealed(databases) == []


@pytest.mark.parametrize(("before", "after"), [("old", "new"), ("old", LONG), (LONG, "new")])
def test_a_vault_that_refuses_leaves_the_old_secret(secrets, vault, before, after):
    secrets.set(7, "apiKey", before)
    vault.refuses = True
    with pytest.raises(VaultError):
        secrets.set(7, "apiKey", after)
    with pytest.raises(VaultError):
        secrets.delete(7, "apiKey")
    assert secrets.get(7, "apiKey") == before


def test_a_sealing_key_that_is_out_of_reach_is_never_replaced(secrets, vault):
    secrets.set(7, "apiKey", LONG)
    key = vault.get("sealing-key")
    vault.delete("sealing-key")
    with pytest.raises(VaultError, match="Enter it again"):
        secrets.get(7, "apiKey")
    assert vault.get("sealing-key") is None
    vault.set("sealing-key", key)
    assert secrets.get(7, "apiKey") == LONG


def test_a_sealed_secret_opens_for_its_own_integration_only(secrets, databases):
    secrets.set(7, "apiKey", LONG)
    secrets.set(8, "apiKey", LONG)
    with databases.hub.begin() as connection:
        one, other = connection.execute(sa.select(sealed_secrets.c.name, sealed_secrets.c.sealed)).all()
        connection.execute(
            sa.update(sealed_secrets).where(sealed_secrets.c.name == one.name).values(sealed=other.sealed)
        )
    with pytest.raises(VaultError):
        secrets.get(7, "apiKey")


def test_every_secret_that_was_kept_or_read_is_masked_from_then_on(vault, databases, secrets):
    secrets.set(7, "apiKey", "s3cr3t-one")
    assert secrets.redactor.text("s3cr3t-one") == MASK
    later = SecretStore(vault, databases.hub)
    assert later.redactor.text("s3cr3t-one") == "s3cr3t-one"
    later.get(7, "apiKey")
    assert later.redactor.text("s3cr3t-one") == MASK
    assert "s3cr3t" not in repr(later) + repr(later.redactor)


def test_kept_tokens_are_masked_one_by_one_and_old_ones_let_go(secrets):
    for number in range(60):
        secrets.set(7, OAUTH_TOKENS, TokenSet(f"acc3ss-number-{number:03}", "r3fresh-that-stays").to_text())
    shown = secrets.redactor.text("Bearer acc3ss-number-059 beside r3fresh-that-stays and acc3ss-number-058")
    assert shown == f"Bearer {MASK} beside {MASK} and {MASK}"
    # Those of the first hours have ended; to look for them for ever would cost more each day.
    assert "acc3ss-number-000" in secrets.redactor.text("acc3ss-number-000")
    secrets.set(8, "apiKey", "k3y-of-another")
    assert secrets.redactor.text("k3y-of-another acc3ss-number-059") == f"{MASK} {MASK}"


def test_long_tokens_are_kept_sealed(secrets, vault, databases):
    text = TokenSet("a" * 2_000, "r" * 2_000).to_text()
    secrets.set(7, OAUTH_TOKENS, text)
    assert secrets.get(7, OAUTH_TOKENS) == text
    assert all(len(item.encode("utf-16-le")) <= 2_560 for item in vault.items().values())
    assert len(sealed(databases)) == 1
