"""What is well and what is not on this computer, as far as it can be told before, or without, opening the hub."""

from hub_desktop.core.errors import HubError, UnreadableFilesError
from hub_desktop.core.findings import HealthFinding
from hub_desktop.hub.hub import Hub
from hub_desktop.store.engine import find_driver
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.missing import was_in_use
from hub_desktop.store.vault import FileVault, Vault, open_vault


def diagnose(folder: DataFolder) -> tuple[list[HealthFinding], UnreadableFilesError | None]:
    """Return what was found about data folder, encryption and passwords, and what the hub says of itself.

    The second part is why its files cannot be opened, where that is so: there are ways out of it.
    """
    findings = [_folder(folder), _encryption()]
    try:
        vault = open_vault(folder.identity(), folder.vault_file)
    except HubError as error:
        return [*findings, HealthFinding("Passwords", False, error.sentence)], None
    where = "an encrypted file" if isinstance(vault, FileVault) else "the keyring of this computer"
    findings.append(HealthFinding("Passwords", True, f"Passwords are kept in {where}."))
    try:
        return [*findings, *_of_hub(folder, vault)], None
    except HubError as error:
        findings.append(HealthFinding("Data", False, error.sentence))
        return findings, error if isinstance(error, UnreadableFilesError) else None


def _folder(folder: DataFolder) -> HealthFinding:
    warning = folder.warning()
    return HealthFinding("Data folder", not warning, warning or f"The data folder is {folder.path}.")


def _encryption() -> HealthFinding:
    driver = find_driver()
    version = ".".join(map(str, driver.version))
    if driver.encrypts:
        return HealthFinding("Encryption", True, f"Files are encrypted (SQLCipher with SQLite {version}).")
    return HealthFinding(
        "Encryption", False, f"Files are not encrypted: this platform has no sqlcipher3 (SQLite {version})."
    )


def _of_hub(folder: DataFolder, vault: Vault) -> list[HealthFinding]:
    """Return what the hub says of its listener, devices and backups; nothing before its first start."""
    if not was_in_use(folder):
        return []
    hub = Hub.open(folder, vault)
    try:
        return hub.health()
    finally:
        hub.close()
