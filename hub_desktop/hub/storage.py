"""The files themselves: whether they are encrypted, their recovery key, and settings of the program."""

from typing import Any

from msgspec import Struct

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import NotAllowedError, StorageError
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.gate import Gate
from hub_desktop.store.engine import Databases, recovery_key
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.settings import SettingStore
from hub_desktop.store.vault import Vault

RECOVERY_KEY_SAVED = "recovery-key-saved"


class StorageState(Struct, frozen=True):
    """What the faces say about the files."""

    folder: str
    encrypted: bool
    sqlite_version: str
    recovery_key_saved: bool
    warning: str


class Storage:
    """The use cases of the data folder."""

    def __init__(
        self, gate: Gate, folder: DataFolder, databases: Databases, vault: Vault, settings: SettingStore
    ) -> None:
        self._gate = gate
        self._folder = folder
        self._databases = databases
        self._vault = vault
        self._settings = settings

    def state(self) -> StorageState:
        """Return where and how the files are kept."""
        return StorageState(
            str(self._folder.path),
            self._databases.encrypted,
            ".".join(map(str, self._databases.driver.version)),
            bool(self._settings.get(RECOVERY_KEY_SAVED, False)),
            self._folder.warning(),
        )

    def recovery_key(self, actor: Actor) -> str:
        """Return the key of the files, to be kept on paper or in a safe; raise StorageError without encryption."""
        with self._gate.use(actor, UseCase.SAVE_RECOVERY_KEY, "recovery key"):
            require_all_colleges(actor)
            if not self._databases.encrypted:
                raise StorageError("The files on this computer are not encrypted, so there is no recovery key.")
            return recovery_key(self._vault)

    def recovery_key_was_saved(self, actor: Actor) -> None:
        """Remember that a person has saved the recovery key."""
        with self._gate.use(actor, UseCase.SAVE_RECOVERY_KEY, "recovery key") as act:
            require_all_colleges(actor)
            act.detail = "saved"
            self._settings.set(RECOVERY_KEY_SAVED, True)

    def setting(self, key: str, default: Any = None) -> Any:
        """Return a setting of the program, which is nobody's secret."""
        return self._settings.get(key, default)

    def set_setting(self, actor: Actor, key: str, value: Any) -> None:
        """Change a setting of the program."""
        with self._gate.use(actor, UseCase.CHANGE_SETTINGS, f"setting {key}") as act:
            require_all_colleges(actor)
            act.detail = str(value)
            self._settings.set(key, value)


def require_all_colleges(actor: Actor) -> None:
    """Raise NotAllowedError for somebody of one college: the files and settings are those of all."""
    if actor.college_ids is not None:
        raise NotAllowedError("This concerns all colleges. Ask a colleague whose account is for all of them.")
