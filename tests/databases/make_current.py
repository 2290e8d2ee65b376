"""Keep the two files as this version of the program writes them, for the tests of later versions.

Run from the top level, once for each new schema: `python -m tests.databases.make_current`. A file once released is
never made again.
"""

import gzip
import sqlite3
import tempfile
from pathlib import Path

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.validation import RecordChecker
from hub_desktop.hub.hub import Hub
from hub_desktop.store.engine import Driver, open_databases
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.migration import HUB, RECORDS, backup
from hub_desktop.store.records import RecordStore, Target
from hub_desktop.store.vault import MemoryVault

HERE = Path(__file__).parent
ASHA = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
EXAMPLES = {
    "students": [{"studentId": "CS2101", "name": "Asha Rao"}, {"name": "No key"}],
    "faculty": [{"staffId": "T1", "name": "Ravi Shah"}],
    "subjects": [{"courseCode": "M1", "name": "Maths", "credits": 4}],
    "timetable": [{"section": "A", "day": "Mon", "startTime": "09:00", "subject": "M1"}],
    "attendance": [{"studentId": "CS2101", "date": "2026-01-31", "attendance": "present", "subject": "M1"}],
    "marks": [{"studentId": "CS2101", "subject": "M1", "exam": "Mid", "marks": 41.5, "maxMarks": 50}],
    "custom": [{"id": "1", "title": "A book"}],
}


def main() -> None:
    """Write hub_….db.gz and records_….db.gz beside this file, where they are not there yet."""
    with tempfile.TemporaryDirectory() as path:
        folder, vault = DataFolder(Path(path)).prepare(), MemoryVault()
        hub = Hub(folder, open_databases(folder, vault, Driver(sqlite3, sqlite3.sqlite_version_info, False)), vault)
        endpoints: dict[str, object] = {name: f"/{name}" for name in EXAMPLES}
        endpoints["custom"] = {"path": "/books", "dataType": "custom", "key": ["id"]}
        written = {"name": "ERP", "baseUrl": "https://erp.example.edu", "endpoints": endpoints, "enabled": False}
        config = read_integration(written).integration
        number = hub.integrations.add(ASHA, read_integration(written)).integration_id
        hub.syncs.run(ASHA, number, endpoints=[])
        hub.accounts.add(ASHA, "Asha", Role.PRINCIPAL, "five green bicycles")
        hub.api_tokens.make(ASHA, "nightly report", Role.VIEWER)
        store = RecordStore(hub._databases.records)
        for run in (1, 2):
            for name, records in EXAMPLES.items():
                changed = [{**record, "name": f"Run {run}"} if "name" in record else record for record in records]
                checked = RecordChecker(name, config.endpoints[name]).check(changed)
                target = Target(number, name, DATA_TYPES[name], run)
                store.write_page(target, checked.good, checked.refused, 1, Redactor())
        for engine, schema in ((hub._databases.hub, HUB), (hub._databases.records, RECORDS)):
            kept = HERE / f"{schema.head}.db.gz"
            if kept.exists():
                continue
            copy = backup(engine, folder.path / "copy.db")
            kept.write_bytes(gzip.compress(copy.read_bytes(), 9, mtime=0))
            copy.unlink()
        hub.close()


if __name__ == "__main__":
    main()
