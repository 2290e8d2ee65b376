import hashlib
import importlib
import pkgutil

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from hub_desktop.core.backups import Occasion
from hub_desktop.core.errors import StorageError
from hub_desktop.core.times import to_text, utc_now
from hub_desktop.store import record_tables, tables
from hub_desktop.store.engine import open_databases, writing
from hub_desktop.store.kept import kept_before, remove_kept
from hub_desktop.store.migration import HUB, RECORDS, backup, migrate, version
from hub_desktop.store.settings import SettingStore


@pytest.mark.parametrize("name", ["hub", "records"])
def test_the_migrated_schema_is_the_one_in_the_code(databases, name):
    engine, metadata = (
        (databases.hub, tables.metadata) if name == "hub" else (databases.records, record_tables.metadata)
    )
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize("name", ["hub", "records"])
def test_the_migrated_schema_has_the_same_constraints_as_the_code(databases, name):
    """What alembic does not compare: defaults, unique and partial indexes, primary keys, autoincrement."""
    engine, metadata = (
        (databases.hub, tables.metadata) if name == "hub" else (databases.records, record_tables.metadata)
    )
    fresh = sa.create_engine("sqlite://")
    metadata.create_all(fresh)

    def shape(of: sa.Engine) -> dict[str, object]:
        look = sa.inspect(of)
        found: dict[str, object] = {}
        with of.connect() as connection:
            counted = {
                row[0]
                for row in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'")
            }
        for table in look.get_table_names():
            if table.startswith(("alembic", "sqlite")):
                continue
            found[table] = (
                [(c["name"], str(c["type"]), c["nullable"], c["default"]) for c in look.get_columns(table)],
                look.get_pk_constraint(table)["constrained_columns"],
                sorted(tuple(u["column_names"]) for u in look.get_unique_constraints(table)),
                sorted((i["name"], tuple(i["column_names"]), bool(i["unique"])) for i in look.get_indexes(table)),
                sorted((tuple(f["constrained_columns"]), f["referred_table"]) for f in look.get_foreign_keys(table)),
                table in counted,
            )
        return found

    made, migrated = shape(fresh), shape(engine)
    fresh.dispose()
    for table in made:
        names = {c[0]: c for c in made[table][0]}
        assert {c[0]: c for c in migrated[table][0]} == names, table
        assert migrated[table][1:] == made[table][1:], table


@pytest.mark.parametrize(("schema", "package"), [(HUB, "hub"), (RECORDS, "records")])
def test_the_newest_migration_is_the_one_the_program_wants(schema, package):
    found = importlib.import_module(f"hub_desktop.store.migrations.{package}.versions")
    revisions = [
        importlib.import_module(f"{found.__name__}.{module.name}").revision
        for module in pkgutil.iter_modules(found.__path__)
    ]
    assert max(revisions) == schema.head


@pytest.mark.parametrize("file", ["hub", "records"])
def test_a_newer_file_is_refused_and_neither_file_is_changed(folder, vault, driver, file):
    databases = open_databases(folder, vault, driver)
    engine = databases.hub if file == "hub" else databases.records
    with writing(engine).begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'hub_9999'")
    other = databases.records if file == "hub" else databases.hub
    with writing(other).begin() as connection:
        # The other one would have to be made anew.
        connection.exec_driver_sql("DELETE FROM alembic_version")
        connection.exec_driver_sql("ALTER TABLE alembic_version RENAME TO set_aside")
    databases.close()
    before = [f.read_bytes() for f in (folder.hub_file, folder.records_file)]
    with pytest.raises(StorageError, match="newer Hub Desktop"):
        open_databases(folder, vault, driver)
    assert [f.read_bytes() for f in (folder.hub_file, folder.records_file)] == before
    assert not list(folder.path.glob("*.before-*"))


def test_a_migration_that_fails_leaves_the_file_as_it_was(folder, vault, driver):
    databases = open_databases(folder, vault, driver)
    with writing(databases.hub).begin() as connection:
        # As if from before the first migration, with one of its tables in the way.
        for table in ("log", "deliveries", "runs", "endpoint_states", "integrations", "alembic_version"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        for trigger in ("audit_is_never_changed", "audit_is_never_deleted"):
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
        connection.exec_driver_sql("DROP TABLE accounts")
    before = sorted(sa.inspect(databases.hub).get_table_names())
    with pytest.raises(sa.exc.OperationalError):
        migrate(databases.hub, folder.hub_file, HUB)
    assert sorted(sa.inspect(databases.hub).get_table_names()) == before
    assert version(databases.hub) is None
    databases.close()


def test_opening_again_migrates_nothing(databases, folder):
    assert version(databases.hub) == HUB.head
    assert version(databases.records) == RECORDS.head
    migrate(databases.hub, folder.hub_file, HUB)
    assert not list(folder.path.glob("*.before-*"))


def test_only_two_copies_of_a_file_are_kept_however_often_a_migration_fails(folder, vault, driver):
    databases = open_databases(folder, vault, driver)
    with writing(databases.hub).begin() as connection:
        # As a file of then, with what the migration adds in its way.
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'hub_0003'")
    stranger = folder.path / "hub.db.before-the-holidays"
    stranger.touch()
    for _ in range(4):
        with pytest.raises(sa.exc.OperationalError):
            migrate(databases.hub, folder.hub_file, HUB)
    databases.close()
    kept = [one for one in kept_before(folder) if one.occasion is Occasion.UPDATE]
    assert len(kept) == 2
    assert all(one.name.startswith(f"hub.db.before-{HUB.head}") and one.bytes for one in kept)
    assert stranger.exists()
    newest, oldest = kept
    remove_kept(folder, newest)
    assert [one.name for one in kept_before(folder)] == [oldest.name]


def test_a_backup_opens_with_the_same_key_and_is_encrypted_as_the_file_is(folder, vault, driver):
    databases = open_databases(folder, vault, driver)
    SettingStore(databases.hub).set("a", "kept in the backup")
    first = backup(databases.hub, folder.path / "copy.db")
    second = backup(databases.hub, folder.path / "copy.db")
    databases.close()
    assert first != second
    for copy in (first, second):
        assert copy.stat().st_mode & 0o077 == 0
        assert (b"kept in the backup" in copy.read_bytes()) is not driver.encrypts
    first.replace(folder.hub_file)
    for more in ("-wal", "-shm"):
        folder.hub_file.with_name(folder.hub_file.name + more).unlink(missing_ok=True)
    again = open_databases(folder, vault, driver)
    assert SettingStore(again.hub).get("a") == "kept in the backup"
    again.close()


def test_deliveries_from_before_are_known_as_repeats_afterwards(folder, vault, driver):
    """The second schema remembers by a digest of its own what the first one looked up in the deliveries."""
    from alembic import command

    from hub_desktop.core.integration import read_integration
    from hub_desktop.store.deliveries import DeliveryStore
    from hub_desktop.store.delivery_writer import DeliveryWriter, Incoming
    from hub_desktop.store.engine import _database_key, _engine
    from hub_desktop.store.integrations import CollegeStore, IntegrationStore
    from hub_desktop.store.migration import _config

    engine = _engine(folder.hub_file, _database_key(folder, vault, driver), driver, "FULL")
    config = _config(HUB)
    with writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "hub_0001")
    plain = read_integration({"name": "one", "baseUrl": "https://x.in"}).integration
    number = IntegrationStore(engine).add(plain, CollegeStore(engine).default()).integration_id
    with writing(engine).begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO deliveries (integration_id, received_at, digest, body, state) VALUES (?, ?, ?, ?, 'received')",
            (number, to_text(utc_now()), hashlib.sha256(b"old").hexdigest(), b"old"),
        )
    migrate(engine, folder.hub_file, HUB)
    writer = DeliveryWriter(engine)
    try:
        assert writer.keep(Incoming(number, b"old")).repeated
        assert not writer.keep(Incoming(number, b"new")).repeated
    finally:
        writer.close()
    found = DeliveryStore(engine).get(1)
    assert (found.size, found.repeats, found.labels, found.attempts) == (3, 1, {}, 0)
    engine.dispose()
