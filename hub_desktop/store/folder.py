"""The data folder: where the two files, the vault and the locks lie, and who may use them at a time."""

import logging
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs
from filelock import FileLock, Timeout

from hub_desktop.core.errors import ConfigurationError, StorageError

ENVIRONMENT_VARIABLE = "HUB_DESKTOP_DATA_DIR"
_SYNCED_FOLDERS = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "owncloud", "mega")
_MINE_ONLY = 0o700
_FILE_MODE = 0o600
_OPENING_SECONDS = 120.0
# Somebody who only asks whether the folder is held has the lock for less than a moment.
ASKING_SECONDS = 0.25
_ASKING_STEP = 0.02
_log = logging.getLogger(__name__)


class AlreadyRunningError(ConfigurationError):
    """Another Hub Desktop (window or `serve`) uses this data folder."""


class DataFolder:
    """The folder that holds everything the program stores; made with access for its owner only."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def default(cls) -> "DataFolder":
        """Return the folder named by HUB_DESKTOP_DATA_DIR, or else the platform's own for this user."""
        given = os.environ.get(ENVIRONMENT_VARIABLE, "").strip()
        return cls(Path(given).expanduser() if given else _of_this_user())

    def is_of_this_user(self) -> bool:
        """Tell whether it is the platform's own folder for this user, which a program finds that is told nothing."""
        return self.path.absolute() == _of_this_user().absolute()

    def prepare(self) -> "DataFolder":
        """Make the folder where it is missing; raise StorageError when it cannot be used."""
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=_MINE_ONLY)
            (self.path / "locks").mkdir(exist_ok=True, mode=_MINE_ONLY)
            if not os.access(self.path, os.W_OK):
                raise PermissionError(f"no permission to write in {self.path}")
        except OSError as error:
            raise StorageError(
                f"The data folder {self.path} cannot be used. Choose another with --data-dir, or ask your IT team "
                "for permission to write there.",
                f"{type(error).__name__}: {error}",
            ) from error
        return self

    @property
    def hub_file(self) -> Path:
        """The file of integrations, runs, log, deliveries, accounts and audit."""
        return self.path / "hub.db"

    @property
    def records_file(self) -> Path:
        """The file of records, quarantine, cursors and history."""
        return self.path / "records.db"

    @property
    def vault_file(self) -> Path:
        """The encrypted file that stands in for a keyring where a passphrase was given."""
        return self.path / "vault.json"

    @property
    def restore_note(self) -> Path:
        """The note that restored files are to take their places; there only while they do."""
        return self.path / "restoring.json"

    @property
    def nightly_note(self) -> Path:
        """The note of where nightly backups lie, which is read when the two files cannot be."""
        return self.path / "nightly.json"

    @property
    def alive_file(self) -> Path:
        """A file without content, whose time says when the clock of the program last ticked."""
        return self.path / "alive"

    @property
    def log_file(self) -> Path:
        """The technical log."""
        return self.path / "hub-desktop.log"

    def identity(self) -> str:
        """Return the folder's own name in the keyring, made on first use, so that two folders share no secret."""
        file = self.path / "folder-id"
        try:
            return file.read_text("ascii").strip()
        except FileNotFoundError:
            made = secrets.token_hex(8)
            temporary = file.with_suffix(f".{made}")
            temporary.touch(mode=0o600)
            temporary.write_text(made + "\n", "ascii")
            try:
                # A link, unlike a rename, never replaces the name that another process has just given.
                os.link(temporary, file)
            except FileExistsError:
                return file.read_text("ascii").strip()
            except OSError:
                temporary.replace(file)
                return made
            finally:
                temporary.unlink(missing_ok=True)
            return made

    def warning(self) -> str:
        """Return a sentence when the folder lies where database files come to harm, or the empty string."""
        lowered = [part.lower() for part in self.path.resolve().parts]
        for name in _SYNCED_FOLDERS:
            if any(part.startswith(name) for part in lowered):
                return (
                    f"The data folder {self.path} is kept in step with a cloud service, which can damage it while it "
                    "is in use. Choose a folder on this computer with --data-dir."
                )
        return ""

    @contextmanager
    def only_instance(self) -> Iterator[None]:
        """Hold the folder for a window or `serve`; raise AlreadyRunningError when another holds it."""
        lock = self._instance_lock()
        try:
            take_patiently(lock)
        except Timeout:
            raise AlreadyRunningError(
                "Hub Desktop is already running with this data folder.", f"{lock.lock_file} is held"
            ) from None
        try:
            yield
        finally:
            lock.release()

    def is_held(self) -> bool:
        """Tell whether a window or `serve` holds the folder now; freed by the system where one was killed."""
        return held_elsewhere(self._instance_lock())

    def _instance_lock(self) -> FileLock:
        return FileLock(self.path / "locks" / "instance.lock", timeout=0, mode=_FILE_MODE)

    def run_lock(self, integration_id: int) -> FileLock:
        """Return the lock that keeps two processes from running one integration at once; freed when one dies."""
        file = self.path / "locks" / f"integration-{integration_id}.lock"
        return FileLock(file, timeout=0, mode=_FILE_MODE, thread_local=False)

    def token_lock(self, integration_id: int) -> FileLock:
        """Return the lock under which the tokens of one integration are renewed or replaced; freed when one dies."""
        file = self.path / "locks" / f"tokens-{integration_id}.lock"
        return FileLock(file, timeout=0, mode=_FILE_MODE, thread_local=False)

    def backup_lock(self) -> FileLock:
        """Return the lock that lets one backup be made at a time; freed when its process dies."""
        return FileLock(self.path / "locks" / "backup.lock", timeout=0, mode=_FILE_MODE, thread_local=False)

    def nightly_lock(self) -> FileLock:
        """Return the lock that is held while the backup that is made is a nightly one; freed when its process dies."""
        return FileLock(self.path / "locks" / "nightly.lock", timeout=0, mode=_FILE_MODE, thread_local=False)

    def wanted_lock(self) -> FileLock:
        """Return the lock that a person's backup holds while a nightly one is to give way to it."""
        return FileLock(self.path / "locks" / "backup-wanted.lock", timeout=0, mode=_FILE_MODE, thread_local=False)

    def opening_lock(self) -> FileLock:
        """Return the lock under which the files are made and migrated, so that two processes make them once."""
        return FileLock(self.path / "locks" / "opening.lock", timeout=_OPENING_SECONDS, mode=_FILE_MODE)


def is_gone(file: Path) -> bool:
    """Tell whether nothing is in a file, or it is not there; one that may not be looked at is there."""
    try:
        return not file.stat().st_size
    except FileNotFoundError:
        return True
    except OSError as error:
        _log.info("%s cannot be looked at: %s", file, error)
        return False


def held_elsewhere(lock: FileLock) -> bool:
    """Tell whether somebody else holds a lock now; it is taken for less than a moment to find out."""
    try:
        with lock.acquire(timeout=0):
            return False
    except Timeout:
        return True


def take_patiently(lock: FileLock, seconds: float = ASKING_SECONDS) -> None:
    """Take a lock for which others may only be asking just now; raise Timeout when one of them holds it."""
    lock.acquire(timeout=seconds, poll_interval=_ASKING_STEP)


def sync_folder(folder: Path) -> None:
    """Let the names in a folder outlast a power failure, where the system can be told so."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some file systems, such as those of sticks and shares, know no such thing.
        _log.debug("the folder %s could not be written through: %s", folder, error)
    finally:
        os.close(descriptor)


def _of_this_user() -> Path:
    return Path(platformdirs.user_data_dir("hub-desktop", False))
