import gzip
import itertools
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.hub.hub import Hub
from hub_desktop.store.engine import Driver, open_databases
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.migration import HUB, RECORDS, version
from hub_desktop.store.vault import MemoryVault

HERE = Path(__file__).parent
ASHA = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
PAIRS = list(itertools.product(sorted(HERE.glob("hub_*.db.gz")), sorted(HERE.glob("records_*.db.gz"))))
"""Either file may have come to a newer schema than the other."""


@pytest.fixture(params=PAIRS, ids=lambda pair: "+".join(file.name.partition(".")[0] for file in pair))
def hub(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Hub]:
    """A hub over the two files as an old version of the program left them."""
    folder, vault = DataFolder(tmp_path / "d").prepare(), MemoryVault()
    for kept, file in zip(request.param, (folder.hub_file, folder.records_file), strict=True):
        file.write_bytes(gzip.decompress(kept.read_bytes()))
    plain = Driver(sqlite3, sqlite3.sqlite_version_info, encrypts=False)
    hub = Hub(folder, open_databases(folder, vault, plain), vault)
    yield hub
    hub.close()


def test_there_is_a_file_of_the_schema_of_today():
    assert (HERE / f"{HUB.head}.db.gz").exists()
    assert (HERE / f"{RECORDS.head}.db.gz").exists()


def test_an_old_file_is_brought_to_today_with_all_that_was_in_it(hub):
    assert version(hub._databases.hub) == HUB.head
    assert version(hub._databases.records) == RECORDS.head
    (view,) = hub.overview.all(ASHA)
    assert view.name == "ERP"
    assert (
        set(view.config.endpoints)
        == set(view.records)
        == {
            "students",
            "faculty",
            "subjects",
            "timetable",
            "attendance",
            "marks",
            "custom",
        }
    )
    assert set(view.records.values()) == {1}
    assert view.quarantined >= 1
    assert hub.syncs.history(ASHA, view.integration_id)[0].status == "succeeded"
    assert hub.audit.verify(ASHA).whole
    assert hub.accounts.sign_in("asha", "five green bicycles", Face.WINDOW).name == "Asha"
    assert hub.records.find(ASHA, "students").rows[0].values[:2] == ("CS2101", "Run 2")
    assert hub.records.find(ASHA, "marks").rows[0].values[3:5] == (41.5, 50.0)
