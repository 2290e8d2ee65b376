import subprocess
import sys
import textwrap
import threading

import pytest
import sqlalchemy as sa

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.store.audit import AuditStore
from hub_desktop.store.engine import open_databases, writing
from hub_desktop.store.vault import FileVault

ASHA = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)


@pytest.fixture
def audit(databases):
    store = AuditStore(databases.hub)
    for number in range(5):
        add(store, f"integration {number}", college_id=number % 3 or None)
    return store


def add(store: AuditStore, subject: str, actor: Actor = ASHA, college_id: int | None = None) -> None:
    store.append(actor, "integrations.add", subject=subject, college_id=college_id, outcome="done", detail="“ü”\n")


def tamper(databases, *statements: str) -> None:
    """Change the audit as somebody with the file and its key could."""
    with writing(databases.hub).begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS audit_is_never_changed")
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS audit_is_never_deleted")
        for statement in statements:
            connection.exec_driver_sql(statement)


def test_a_chain_that_nobody_touched_is_whole(audit):
    found = audit.verify()
    assert (found.rows, found.whole) == (5, True)


def test_an_empty_chain_is_whole(databases):
    assert AuditStore(databases.hub).verify().whole


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit SET outcome = 'refused' WHERE id = 2", "DELETE FROM audit WHERE id = 5", "DELETE FROM audit"],
)
def test_rows_can_be_neither_changed_nor_deleted(databases, audit, statement):
    with pytest.raises(sa.exc.IntegrityError, match="append-only"), writing(databases.hub).begin() as connection:
        connection.exec_driver_sql(statement)
    assert audit.verify().whole


COPY = (
    "INSERT INTO audit SELECT {id}, at, actor, role, face, use_case, subject, college_id, outcome, detail, previous, "
    "{digest} FROM audit WHERE id = 3"
)


@pytest.mark.parametrize(
    ("statements", "broken_at"),
    [
        (["UPDATE audit SET actor = 'nobody' WHERE id = 3"], 3),
        (["UPDATE audit SET college_id = 9 WHERE id = 1"], 1),
        (["UPDATE audit SET digest = 'x' WHERE id = 5"], 5),
        (["DELETE FROM audit WHERE id = 1"], 2),
        (["DELETE FROM audit WHERE id = 3"], 4),
        (["DELETE FROM audit WHERE id = 5"], 5),
        (["DELETE FROM audit"], 1),
        (
            [
                "DELETE FROM audit WHERE id = 3",
                "UPDATE audit SET id = 3 WHERE id = 4",
                "UPDATE audit SET id = 4 WHERE id = 5",
            ],
            3,
        ),
        ([COPY.format(id="NULL", digest="'forged'")], 6),
        (["UPDATE audit SET id = 9 WHERE id = 5"], 9),
        (
            [
                (
                    "INSERT OR REPLACE INTO audit SELECT 2, at, 'x', role, face, use_case, subject, college_id, "
                    "outcome, detail, previous, digest FROM audit WHERE id = 2"
                )
            ],
            2,
        ),
    ],
)
def test_every_tampering_is_found(databases, audit, statements, broken_at):
    tamper(databases, *statements)
    assert audit.verify().broken_at == broken_at


def test_after_a_cut_the_chain_stays_broken_whatever_is_added(databases, audit):
    tamper(databases, "DELETE FROM audit WHERE id >= 4")
    add(audit, "later")
    assert not audit.verify().whole


def test_many_threads_add_to_one_chain(databases):
    store = AuditStore(databases.hub)
    threads = [threading.Thread(target=lambda: [add(store, "x") for _ in range(15)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.verify().rows == 60
    assert store.verify().whole


APPENDING = """
    import sys
    from pathlib import Path
    from hub_desktop.core.actor import Actor, Face, Role
    from hub_desktop.store.audit import AuditStore
    from hub_desktop.store.engine import open_databases
    from hub_desktop.store.folder import DataFolder
    from hub_desktop.store.vault import FileVault

    folder = DataFolder(Path(sys.argv[1])).prepare()
    databases = open_databases(folder, FileVault(folder.vault_file, "a passphrase"))
    store = AuditStore(databases.hub)
    for number in range(40):
        store.append(Actor(sys.argv[2], Role.VIEWER, Face.TERMINAL), "x", subject=str(number), college_id=None,
                     outcome="done", detail="")
    databases.close()
"""


def test_two_processes_that_start_in_an_empty_folder_add_to_one_chain(folder):
    started = [
        subprocess.Popen([sys.executable, "-c", textwrap.dedent(APPENDING), str(folder.path), name])
        for name in ("one", "two")
    ]
    assert [process.wait() for process in started] == [0, 0]
    databases = open_databases(folder, FileVault(folder.vault_file, "a passphrase"))
    store = AuditStore(databases.hub)
    assert (store.verify().rows, store.verify().whole) == (80, True)
    assert {row.actor for row in store.latest(100)} == {"one", "two"}
    databases.close()


def test_the_latest_rows_come_first_and_page_backwards(audit):
    rows = audit.latest(2)
    assert [row.row_id for row in rows] == [5, 4]
    assert [row.row_id for row in audit.latest(2, before=4)] == [3, 2]


def test_somebody_of_one_college_sees_its_rows_and_their_own(audit):
    add(audit, "search for Asha", Actor("Ravi", Role.PRINCIPAL, Face.WINDOW))
    add(audit, "sign-in", Actor("Bela", Role.PRINCIPAL, Face.WINDOW))
    rows = audit.latest(100, college_ids={1}, actor="Bela")
    assert [(row.college_id, row.actor) for row in rows] == [(None, "Bela"), (1, "Asha"), (1, "Asha")]
    assert len(audit.latest(1, college_ids={2})) == 1
