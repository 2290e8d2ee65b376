import json
import threading

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringLocked, PasswordDeleteError

from hub_desktop.core.errors import VaultError
from hub_desktop.store import vault as vaults
from hub_desktop.store.vault import FileVault, KeyringVault, MemoryVault, keyring_is_usable, open_vault, seal, unseal

PASSPHRASE = "a long passphrase"
SECRET = "p4ss-wörd “of” the college"


class KeyringInMemory(KeyringBackend):
    """A keyring as the platforms have them: it answers, refuses or waits for somebody to unlock it."""

    priority = 5
    viable = False  # never found by itself, so that no other test meets it

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False
        self.unlocked = threading.Event()
        self.unlocked.set()

    def _asked(self) -> None:
        self.unlocked.wait(20)
        if self.locked:
            raise KeyringLocked("Prompt dismissed")

    def get_password(self, service: str, username: str) -> str | None:
        self._asked()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._asked()
        self.kept[(service, username)] = password

    def delete_password(self, service: str, username: str) -> None:
        self._asked()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("not found")


class PlaintextKeyring(KeyringInMemory):
    """Named like the one of keyrings.alt."""


class BrokenPriority(KeyringInMemory):
    @property
    def priority(self) -> float:  # type: ignore[override]
        raise RuntimeError("no D-Bus")


@pytest.fixture
def backend():
    before = keyring.get_keyring()
    backend = KeyringInMemory()
    keyring.set_keyring(backend)
    yield backend
    backend.unlocked.set()
    keyring.set_keyring(before)


@pytest.fixture(params=["memory", "keyring", "file"])
def vault(request, backend, tmp_path):
    match request.param:
        case "memory":
            return MemoryVault()
        case "keyring":
            return KeyringVault("a1b2")
        case _:
            return FileVault(tmp_path / "vault.json", PASSPHRASE)


def test_every_vault_keeps_replaces_and_forgets(vault):
    assert vault.get("a") is None
    vault.set("a", SECRET)
    vault.set("b", "x" * 1200)
    assert (vault.get("a"), vault.get("b")) == (SECRET, "x" * 1200)
    vault.set("a", "other")
    assert vault.get("a") == "other"
    vault.delete("a")
    vault.delete("a")
    assert (vault.get("a"), vault.get("b")) == (None, "x" * 1200)


def test_no_vault_shows_what_it_keeps(vault):
    vault.set("a", SECRET)
    assert SECRET not in repr(vault) + str(vault)


# The keyring of the computer


def test_two_folders_share_no_secret(backend):
    KeyringVault("one").set("a", "1")
    assert KeyringVault("two").get("a") is None


@pytest.mark.parametrize("act", [lambda v: v.get("a"), lambda v: v.set("a", SECRET), lambda v: v.delete("a")])
def test_a_locked_keyring_is_told_without_the_secret(backend, act):
    backend.locked = True
    with pytest.raises(VaultError, match="Unlock it") as caught:
        act(KeyringVault("one"))
    assert SECRET not in caught.value.sentence + caught.value.detail


@pytest.mark.threads_kept
@pytest.mark.parametrize("act", [lambda v: v.get("a"), lambda v: v.set("a", SECRET)])
def test_a_keyring_that_waits_for_somebody_does_not_hold_up_the_program(backend, act, monkeypatch):
    monkeypatch.setattr(vaults, "_KEYRING_SECONDS", 0.05)
    backend.unlocked.clear()
    with pytest.raises(VaultError, match="did not answer"):
        act(KeyringVault("one"))
    backend.unlocked.set()


@pytest.mark.parametrize(
    "kind", [fail.Keyring, null.Keyring, PlaintextKeyring, BrokenPriority], ids=lambda k: f"{k.__module__}.{k.__name__}"
)
def test_a_keyring_that_keeps_nothing_safely_is_refused_with_both_ways_out(backend, kind, tmp_path, monkeypatch):
    monkeypatch.delenv(vaults.PASSPHRASE_VARIABLE, raising=False)
    keyring.set_keyring(kind())
    with pytest.raises(VaultError) as caught:
        open_vault("one", tmp_path / "vault.json")
    if kind is not BrokenPriority:
        assert "Secret Service" in caught.value.sentence
        assert "HUB_DESKTOP_VAULT_PASSPHRASE" in caught.value.sentence
    assert not (tmp_path / "vault.json").exists()


@pytest.mark.parametrize(("first", "usable"), [(KeyringInMemory, True), (PlaintextKeyring, False)])
def test_of_several_keyrings_the_one_that_is_written_to_counts(backend, first, usable, monkeypatch):
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [first(), KeyringInMemory()])
    keyring.set_keyring(chainer.ChainerBackend())
    assert keyring_is_usable() is usable


def test_a_usable_keyring_is_used(backend, tmp_path, monkeypatch):
    monkeypatch.delenv(vaults.PASSPHRASE_VARIABLE, raising=False)
    open_vault("one", tmp_path / "vault.json").set("a", "1")
    assert backend.kept == {("hub-desktop:one", "a"): "1"}


# The file


def test_a_passphrase_chooses_the_file_which_holds_nothing_readable(backend, tmp_path, monkeypatch):
    monkeypatch.setenv(vaults.PASSPHRASE_VARIABLE, PASSPHRASE)
    file = tmp_path / "vault.json"
    open_vault("one", file).set("a", SECRET)
    assert backend.kept == {}
    assert SECRET not in file.read_text()
    assert PASSPHRASE not in file.read_text()
    assert open_vault("one", file).get("a") == SECRET
    assert {f.stat().st_mode & 0o077 for f in tmp_path.iterdir()} == {0}


def test_a_wrong_passphrase_is_told_at_once_and_changes_nothing(tmp_path):
    FileVault(tmp_path / "v.json", PASSPHRASE).set("a", SECRET)
    before = (tmp_path / "v.json").read_bytes()
    with pytest.raises(VaultError, match="not the passphrase"):
        FileVault(tmp_path / "v.json", "another passphrase")
    assert (tmp_path / "v.json").read_bytes() == before


def test_a_short_passphrase_is_refused(tmp_path):
    with pytest.raises(VaultError, match="shorter"):
        FileVault(tmp_path / "v.json", "short")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        "[]",
        '{"salt": 1, "items": 2}',
        '{"salt": "AAAA", "items": {"proof": "x"}}',
        '{"salt": "é", "items": {"proof": "AAAA"}}',
    ],
)
def test_a_damaged_file_is_told_and_kept(tmp_path, content):
    file = tmp_path / "v.json"
    file.write_text(content)
    with pytest.raises(VaultError):
        FileVault(file, PASSPHRASE)
    assert file.read_text() == content


def test_an_item_moved_to_another_name_does_not_open(tmp_path):
    file = tmp_path / "v.json"
    FileVault(file, PASSPHRASE).set("a", SECRET)
    content = json.loads(file.read_text())
    content["items"]["b"] = content["items"]["a"]
    file.write_text(json.dumps(content))
    with pytest.raises(VaultError):
        FileVault(file, PASSPHRASE).get("b")


def test_a_disk_that_takes_nothing_is_told_and_keeps_what_was_there(tmp_path):
    file = tmp_path / "v.json"
    vault = FileVault(file, PASSPHRASE)
    vault.set("a", SECRET)
    file.with_suffix(".new").mkdir()
    with pytest.raises(VaultError, match="cannot be written"):
        vault.set("a", "new")
    assert vault.get("a") == SECRET


def test_several_threads_lose_nothing(tmp_path):
    vault = FileVault(tmp_path / "v.json", PASSPHRASE)
    threads = [threading.Thread(target=vault.set, args=(f"name {n}", str(n))) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [vault.get(f"name {n}") for n in range(8)] == [str(n) for n in range(8)]


def test_two_seals_of_one_secret_differ():
    key = bytes(32)
    one, other = seal(key, "a", SECRET), seal(key, "a", SECRET)
    assert one != other
    assert unseal(key, "a", one) == unseal(key, "a", other) == SECRET
