"""The vault: where secrets lie. The keyring of the computer, or an encrypted file where a passphrase was given."""

import base64
import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from filelock import FileLock, Timeout

from hub_desktop.core.errors import VaultError

PASSPHRASE_VARIABLE = "HUB_DESKTOP_VAULT_PASSPHRASE"  # noqa: S105 - the name of a variable
MOST_CHARACTERS = 1_200
"""A longer value does not fit Windows' credential store (2,560 bytes in UTF-16); `secrets` seals it instead."""

_KEYRING_SECONDS = 10.0
_SHORTEST_PASSPHRASE = 8
_NO_KEYRING = (
    "This computer offers no keyring to keep passwords in. Install one (on Linux a Secret Service such as GNOME "
    "Keyring or KWallet), or set HUB_DESKTOP_VAULT_PASSPHRASE to a passphrase of your own to keep them in an "
    "encrypted file."
)
_T = TypeVar("_T")


class Vault(Protocol):
    """Keeps short secrets by name."""

    def get(self, name: str) -> str | None:
        """Return the secret, or None; raise VaultError when the vault cannot be read."""

    def set(self, name: str, value: str) -> None:
        """Keep the secret; raise VaultError when it cannot be kept."""

    def delete(self, name: str) -> None:
        """Forget the secret, if there is one."""


class MemoryVault:
    """Secrets that live as long as the program: the rehearsal's, and the tests'."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        """Return the secret, or None."""
        return self._kept.get(name)

    def set(self, name: str, value: str) -> None:
        """Keep the secret."""
        self._kept[name] = value

    def delete(self, name: str) -> None:
        """Forget the secret, if there is one."""
        self._kept.pop(name, None)


class KeyringVault:
    """Secrets in the computer's own keyring, one item each, under a name of the data folder."""

    def __init__(self, identity: str) -> None:
        self._service = f"hub-desktop:{identity}"

    def get(self, name: str) -> str | None:
        """Return the secret, or None; raise VaultError when the keyring is locked or does not answer."""
        import keyring

        return _in_time(lambda: keyring.get_password(self._service, name))

    def set(self, name: str, value: str) -> None:
        """Keep the secret; raise VaultError when the keyring refuses it."""
        import keyring

        _in_time(lambda: keyring.set_password(self._service, name, value))

    def delete(self, name: str) -> None:
        """Forget the secret, if there is one."""
        import keyring

        if self.get(name) is not None:
            _in_time(lambda: keyring.delete_password(self._service, name))


class FileVault:
    """Secrets in one file, each sealed with AES-GCM under a key drawn from the passphrase with scrypt (RFC 7914)."""

    def __init__(self, file: Path, passphrase: str) -> None:
        if len(passphrase) < _SHORTEST_PASSPHRASE:
            raise VaultError(
                f"{PASSPHRASE_VARIABLE} is shorter than {_SHORTEST_PASSPHRASE} characters. Choose a longer one."
            )
        self._file = file
        self._file_lock = FileLock(file.with_suffix(".lock"), timeout=_KEYRING_SECONDS, mode=0o600)
        self._passphrase = passphrase
        self._keys: dict[str, bytes] = {}
        with self._locked():
            salt, items = self._read()
            # A proof of its own tells a mistyped passphrase at once, rather than at the first secret.
            if "proof" in items:
                self._open(salt, "proof", items["proof"])
            else:
                items["proof"] = seal(self._key(salt), "proof", "hub-desktop")
                self._write(salt, items)

    def get(self, name: str) -> str | None:
        """Return the secret, or None; raise VaultError when the passphrase does not open it."""
        salt, items = self._read()
        return self._open(salt, name, items[name]) if name in items else None

    def set(self, name: str, value: str) -> None:
        """Keep the secret."""
        with self._locked():
            salt, items = self._read()
            items[name] = seal(self._key(salt), name, value)
            self._write(salt, items)

    def delete(self, name: str) -> None:
        """Forget the secret, if there is one."""
        with self._locked():
            salt, items = self._read()
            if items.pop(name, None) is not None:
                self._write(salt, items)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            with self._file_lock:
                yield
        except (Timeout, OSError) as error:
            raise VaultError(
                f"The file of passwords {self._file} cannot be written now. Close other programs that use it, look "
                "for free space on the disk, and try again.",
                f"{type(error).__name__}: {error}",
            ) from error

    def _read(self) -> tuple[str, dict[str, str]]:
        try:
            content = json.loads(self._file.read_text("utf-8"))
            return str(content["salt"]), dict(content["items"])
        except FileNotFoundError:
            return base64.b64encode(os.urandom(16)).decode("ascii"), {}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise VaultError(
                f"The file of passwords {self._file} cannot be read. Restore it from a backup.",
                f"{type(error).__name__}: {error}",
            ) from error

    def _write(self, salt: str, items: dict[str, str]) -> None:
        temporary = self._file.with_suffix(".new")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            json.dump({"version": 1, "salt": salt, "items": items}, out)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(self._file)

    def _key(self, salt: str) -> bytes:
        if salt not in self._keys:
            derive = Scrypt(salt=base64.b64decode(salt), length=32, n=2**15, r=8, p=1)
            self._keys[salt] = derive.derive(self._passphrase.encode("utf-8"))
        return self._keys[salt]

    def _open(self, salt: str, name: str, item: str) -> str:
        try:
            return unseal(self._key(salt), name, item)
        except (InvalidTag, ValueError):
            raise VaultError(
                f"{PASSPHRASE_VARIABLE} is not the passphrase with which the passwords of this folder were kept. "
                "Set the right one."
            ) from None


def open_vault(identity: str, file: Path) -> Vault:
    """Return the keyring of this computer, or the file vault where a passphrase was given.

    Raises VaultError, naming both ways out, when there is neither: secrets are never kept as plain text.
    """
    passphrase = os.environ.get(PASSPHRASE_VARIABLE, "")
    if passphrase:
        return FileVault(file, passphrase)
    if not keyring_is_usable():
        raise VaultError(_NO_KEYRING)
    return KeyringVault(identity)


def keyring_is_usable() -> bool:
    """Tell whether the computer has a keyring that keeps secrets safely."""
    import keyring
    from keyring.backends import chainer

    def usable() -> bool:
        backend = keyring.get_keyring()
        # Several keyrings in a chain: the first one is written to.
        found = next(iter(backend.backends), None) if isinstance(backend, chainer.ChainerBackend) else backend
        return found is not None and _keeps_safely(found)

    return _in_time(usable)


def _keeps_safely(backend: Any) -> bool:
    from keyring.backends import fail, null

    if isinstance(backend, fail.Keyring | null.Keyring):
        return False
    # keyrings.alt offers a file of readable passwords; it is no keyring in our sense.
    return "plaintext" not in type(backend).__name__.lower() and backend.priority > 0


def seal(key: bytes, name: str, value: str) -> str:
    """Return the value encrypted with AES-GCM, bound to its name, as base64 of nonce and ciphertext."""
    nonce = os.urandom(12)
    return base64.b64encode(nonce + AESGCM(key).encrypt(nonce, value.encode("utf-8"), name.encode("utf-8"))).decode()


def unseal(key: bytes, name: str, sealed: str) -> str:
    """Return what `seal` sealed; raise cryptography's InvalidTag for another key, name or a damaged text."""
    raw = base64.b64decode(sealed)
    return AESGCM(key).decrypt(raw[:12], raw[12:], name.encode("utf-8")).decode("utf-8")


def _in_time(call: Callable[[], _T]) -> _T:
    """Return what the keyring answers; raise VaultError when it fails or takes longer than ten seconds.

    A keyring may wait for a person to unlock it. It is asked on a thread of its own, so that nobody waits for ever.
    """
    answers: list[_T] = []
    failures: list[BaseException] = []

    def ask() -> None:
        try:
            answers.append(call())
        except BaseException as error:  # noqa: BLE001 - keyring backends raise whatever their platform raises
            failures.append(error)

    asking = threading.Thread(target=ask, name="hub-keyring", daemon=True)
    asking.start()
    asking.join(_KEYRING_SECONDS)
    if failures:
        raise VaultError(
            "The keyring of this computer refused. Unlock it, then try again.",
            f"{type(failures[0]).__module__}.{type(failures[0]).__name__}: {failures[0]}",
        ) from failures[0]
    if not answers:
        raise VaultError(
            "The keyring of this computer did not answer. Unlock it, then try again.",
            f"no answer within {_KEYRING_SECONDS:g} s",
        )
    return answers[0]
