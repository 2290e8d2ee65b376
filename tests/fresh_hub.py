"""A hub over an empty folder, opened quicker than a first start does it."""

import functools
import shutil
import tempfile
from pathlib import Path

from hub_desktop.hub.hub import Hub
from hub_desktop.store.engine import DATABASE_KEY
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import MemoryVault


def fresh_hub(folder: Path, vault: MemoryVault | None = None) -> Hub:
    """Open the hub over a folder that holds nothing yet; its files, made once, are copied there.

    So all of them have the same key.
    """
    to, vault = DataFolder(folder).prepare(), vault or MemoryVault()
    made, _, key = _made()
    if key:
        vault.set(DATABASE_KEY, key)
    for file, of_it in ((made.hub_file, to.hub_file), (made.records_file, to.records_file)):
        shutil.copy(file, of_it)
    return Hub.open(to, vault)


@functools.cache
def _made() -> tuple[DataFolder, "tempfile.TemporaryDirectory[str]", str]:
    """Return the folder of a first start, what keeps it until the tests are over, and the key of its files."""
    kept = tempfile.TemporaryDirectory(prefix="hub-desktop-fresh-")
    folder, vault = DataFolder(Path(kept.name)).prepare(), MemoryVault()
    Hub.open(folder, vault).close()
    return folder, kept, vault.get(DATABASE_KEY) or ""
