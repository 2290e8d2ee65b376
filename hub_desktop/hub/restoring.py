"""What a restored backup means for its integrations: whose secrets are here, and whose are not."""

import logging
from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.backups import BackupMade, Restored
from hub_desktop.core.errors import HubError, UnreadableFilesError, VaultError
from hub_desktop.core.integration import sends_elsewhere
from hub_desktop.core.network import NetworkSettings
from hub_desktop.core.roles import UseCase
from hub_desktop.core.times import from_text, to_text, utc_now
from hub_desktop.core.token_set import destination
from hub_desktop.hub.doors import PREVIOUS_SECRET
from hub_desktop.hub.gate import DONE, FAILED
from hub_desktop.hub.network import NETWORK, OWN_NUMBER, PROXY_PASSWORD
from hub_desktop.hub.storage import RECOVERY_KEY_SAVED
from hub_desktop.store.audit import AuditStore
from hub_desktop.store.backup_file import Step
from hub_desktop.store.engine import Databases, open_databases
from hub_desktop.store.folder import AlreadyRunningError, DataFolder
from hub_desktop.store.integrations import IntegrationStore, StoredIntegration
from hub_desktop.store.kept import name_for_kept
from hub_desktop.store.leftovers import clear_leftovers
from hub_desktop.store.missing import was_in_use
from hub_desktop.store.replacing import Replacement
from hub_desktop.store.restoring import Restoration, Waiting, give_no_number_twice, highest_number
from hub_desktop.store.secrets import SecretStore, item_name
from hub_desktop.store.settings import SettingStore
from hub_desktop.store.vault import Vault, open_vault

if TYPE_CHECKING:
    from hub_desktop.hub.hub import Hub

LAST_BACKUP, LAST_RESTORE = "last-backup", "last-restore"
SECRETS_KEPT = "secrets-kept"
"""A setting that stands in backups only: the names of the secrets each integration had when it was made."""
UNKNOWN_NUMBERS = 100
"""Numbers left out where nobody can read how many integrations there were."""
_log = logging.getLogger(__name__)


class PreparedRestore(Struct, frozen=True):
    """A backup that was looked through and waits beside the files it would replace."""

    waiting: Waiting
    file: Path
    systems: tuple[str, ...]
    """The names of the integrations in it."""


class DecidedRestore(Struct, frozen=True):
    """A backup that takes its place as soon as the files are closed."""

    waiting: Waiting
    file: Path
    actor: Actor
    """Whoever decided."""
    replacement: Replacement
    restored: Restored


class Restoring:
    """Brings a backup back, over the files that are there or in place of files that cannot be opened."""

    def __init__(self, folder: DataFolder, vault: Vault) -> None:
        self._folder = folder
        self._vault = vault
        self._restoration = Restoration(folder, vault)

    def prepare(self, file: Path, recovery_key: str, step: Step) -> PreparedRestore:
        """Look the backup through; raise StorageError, or RecoveryKeyNeededError, with nothing changed."""
        waiting = self._restoration.prepare(file, recovery_key, step)
        try:
            with self._restoration.opened(waiting) as databases:
                names = tuple(stored.name for stored in IntegrationStore(databases.hub).all())
            step(0)
        except BaseException:
            self._restoration.give_up(waiting)
            raise
        return PreparedRestore(waiting, file, names)

    def decide(self, prepared: PreparedRestore, actor: Actor, current: Databases | None) -> DecidedRestore:
        """Note in the waiting files what became of them; `current` are those they replace, where they can be read."""
        waiting, at = prepared.waiting, utc_now()
        here_before = self._folder.hub_file.exists() or self._folder.records_file.exists()
        # Always: what was left beside files that are gone must not be taken for a part of the new ones.
        kept = name_for_kept(self._folder, at)
        with self._restoration.opened(waiting) as databases:
            settings = SettingStore(databases.hub)
            forgotten, without = self._secrets(databases, current, settings, waiting)
            restored = Restored(
                waiting.manifest.made_at,
                at,
                str(self._folder.path / kept) if here_before else "",
                tuple(without),
                waiting.rekeyed,
            )
            used = here_before or was_in_use(self._folder)
            highest = highest_number(databases) + UNKNOWN_NUMBERS if used else 0
            give_no_number_twice(databases, highest_number(current) if current is not None else highest)
            settings.set(LAST_RESTORE, restored.to_json())
            made = BackupMade(waiting.manifest.made_at, str(prepared.file.absolute()), waiting.manifest.bytes)
            settings.set(LAST_BACKUP, backup_to_json(made))
            if waiting.rekeyed:
                settings.set(RECOVERY_KEY_SAVED, False)
            _written_down(databases, actor, prepared.file, DONE, restored.sentence)
        return DecidedRestore(
            waiting, prepared.file, actor, Replacement(kept, waiting.room.name, tuple(forgotten)), restored
        )

    def carry_out(self, decided: DecidedRestore) -> None:
        """Put the backup in place; the files must be closed, and the folder held.

        Raises HubError where it cannot be; the audit of the files that stay says so then.
        """
        try:
            self._restoration.carry_out(decided.waiting, decided.replacement)
        except HubError as error:
            # With the note written it is finished at the next opening, and has not failed.
            if not self._folder.restore_note.exists():
                self._restoration.give_up(decided.waiting)
                self._note_failed(decided, error)
            raise

    def _note_failed(self, decided: DecidedRestore, error: HubError) -> None:
        if not self._folder.hub_file.exists():
            return
        try:
            with closing(open_databases(self._folder, self._vault)) as databases:
                _written_down(databases, decided.actor, decided.file, FAILED, error.detail)
        except HubError as second:
            _log.warning("the audit could not be told that a backup was not restored: %s", second.detail)

    def give_up(self, prepared: PreparedRestore) -> None:
        """Remove what was prepared, unless it was decided on."""
        self._restoration.give_up(prepared.waiting)

    def _secrets(
        self, databases: Databases, current: Databases | None, settings: SettingStore, waiting: Waiting
    ) -> tuple[list[str], list[str]]:
        """Return the items of the vault that belong to others, and the names of integrations that lack theirs."""
        known = {} if current is None else {one.integration_id: one for one in _all(current)}
        secrets = SecretStore(self._vault, databases.hub)
        kept_then: Mapping[str, list[str]] | None = settings.get(SECRETS_KEPT)
        ours = waiting.manifest.folder == self._folder.identity()
        forgotten: list[str] = []
        without: list[str] = []
        for stored in _all(databases):
            number, names = stored.integration_id, set(stored.config.secret_names())
            there = known.get(number)
            belongs = ours if there is None else _is_the_same(stored, there)
            if not belongs:
                names |= set(there.config.secret_names()) if there is not None else set()
                forgotten += [item_name(number, name) for name in sorted({*names, PREVIOUS_SECRET})]
            wanted = stored.config.typed_secrets() if kept_then is None else kept_then.get(str(number), [])
            if wanted and not (belongs and all(self._has(secrets, number, name) for name in wanted)):
                without.append(stored.name)
        if not (ours if current is None else _same_proxy(settings, SettingStore(current.hub))):
            # Its password must not be sent to the proxy of then.
            forgotten.append(item_name(OWN_NUMBER, PROXY_PASSWORD))
        return forgotten, without

    def _has(self, secrets: SecretStore, number: int, name: str) -> bool:
        if self._vault.get(item_name(number, name)) is None:
            return False
        try:
            return secrets.get(number, name) is not None
        except VaultError:
            # It was sealed with a key of another computer, or after the backup was made.
            return False


def _written_down(databases: Databases, actor: Actor, file: Path, outcome: str, detail: str) -> None:
    AuditStore(databases.hub).append(
        actor, UseCase.RESTORE_BACKUP, subject=file.name, college_id=None, outcome=outcome, detail=detail
    )


def _same_proxy(then: SettingStore, now: SettingStore) -> bool:
    before, after = (NetworkSettings.model_validate(one.get(NETWORK, {})) for one in (then, now))
    return (before.address, before.user) == (after.address, after.user)


def restore_file(
    folder: DataFolder,
    vault: Vault,
    file: Path,
    *,
    recovery_key: str,
    sign_in: Callable[["Hub"], Actor],
    confirm: Callable[[PreparedRestore], bool],
    face: Face = Face.TERMINAL,
    step: Step = lambda _: None,
) -> Restored | None:
    """Restore a backup into a folder that is not in use; return None where nobody confirmed it.

    Where the files can be opened, the actor whom `sign_in` returns must be allowed to. Where they cannot, nobody can be
    asked who they are: whoever may write to the folder could as well replace the files by hand. Raises as `step` does,
    with nothing changed.
    """
    try:
        with folder.only_instance(), ExitStack() as stack:
            restoring = Restoring(folder, vault)
            clear_leftovers(folder)
            hub = _opened_hub(folder, vault)
            if hub is None:
                actor = Actor("the person at the PC", Role.PRINCIPAL, face)
                prepared = restoring.prepare(file, recovery_key, step)
                stack.callback(restoring.give_up, prepared)
                decided = restoring.decide(prepared, actor, None) if confirm(prepared) else None
            else:
                # Closed before the files under it are moved.
                with closing(hub):
                    actor = sign_in(hub)
                    prepared = hub.backups.prepare_restore(actor, file, recovery_key)
                    stack.callback(restoring.give_up, prepared)
                    decided = hub.backups.decide_restore(actor, prepared) if confirm(prepared) else None
            if decided is None:
                return None
            restoring.carry_out(decided)
            return decided.restored
    except AlreadyRunningError as error:
        raise AlreadyRunningError(
            "Hub Desktop is running with this data folder. Close it first, or restore the backup in its window: "
            "Settings, Files.",
            error.detail,
        ) from None


def put_in_place(folder: DataFolder, decided: DecidedRestore) -> str:
    """Put a backup in the place of files that were just closed; return what a person is told of it."""
    try:
        Restoring(folder, open_vault(folder.identity(), folder.vault_file)).carry_out(decided)
    except HubError as error:
        _log.warning("a backup was not restored: %s", error.detail)
        return error.sentence
    return decided.restored.told(utc_now())


def _opened_hub(folder: DataFolder, vault: Vault) -> "Hub | None":
    from hub_desktop.hub.hub import Hub

    if not folder.hub_file.exists():
        return None
    try:
        return Hub.open(folder, vault)
    except UnreadableFilesError as error:
        # Whoever restores a backup may do so because of that. Nothing else lets anybody by who has not signed in.
        _log.warning("what a backup replaces cannot be opened: %s", error.detail)
        return None


def _all(databases: Databases) -> list[StoredIntegration]:
    return IntegrationStore(databases.hub).all()


def _is_the_same(stored: StoredIntegration, there: StoredIntegration) -> bool:
    """Tell whether secrets kept for `there` may be used for `stored`: a secret goes nowhere it was not meant for."""
    return (
        stored.created_at == there.created_at
        and not sends_elsewhere(there.config, stored.config)
        and destination(there.config) == destination(stored.config)
    )


def backup_to_json(made: BackupMade) -> dict[str, Any]:
    """Return the shape in which the last backup is remembered."""
    return {"at": to_text(made.at), "file": made.file, "bytes": made.bytes}


def backup_from_json(written: dict[str, Any] | None) -> BackupMade | None:
    """Return what `backup_to_json` wrote."""
    return None if not written else BackupMade(from_text(written["at"]), str(written["file"]), int(written["bytes"]))
