"""Privacy: one person erased everywhere and nobody else, and data that goes when its time is over."""

import json
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.datatypes import ATTENDANCE, CUSTOM, FACULTY, STUDENTS, SUBJECTS
from hub_desktop.core.errors import ConfigurationError, NotAllowedError, NotFoundError, TransientError
from hub_desktop.core.events import Level, LogRow
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.times import to_text, utc_now
from hub_desktop.core.validation import Refused
from hub_desktop.hub.alone import alone
from hub_desktop.store.deliveries import DeliveryState, DeliveryStore, Worked
from hub_desktop.store.record_tables import RECORD_TABLES, metadata, tallies
from hub_desktop.store.records import Target
from hub_desktop.store.runs import LogStore
from hub_desktop.store.tables import metadata as hub_metadata
from tests.fakes.deliveries import deliver_signed

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
STAFF = Actor("Ravi", Role.IT_STAFF, Face.WINDOW)


def write(hub, source: int, *rows: dict[str, Any], run: int = 1, kind=STUDENTS, refused: tuple[Any, ...] = ()) -> None:
    values = [tuple(row.get(name) for name in kind.field_names) for row in rows]
    refusals = [Refused(raw, ("x",)) for raw in refused]
    hub.records._records.write_page(Target(source, kind.name, kind, run), values, refusals, 1, Redactor())


def day(number: str, date: str, **more: Any) -> dict[str, Any]:
    return {"student_id": number, "date": date, "subject_code": "", "period": "", "status": "present"} | more


def texts(hub) -> str:
    """Return everything both files hold, except the audit, which names nobody in the first place."""
    found = []
    for engine, tables in ((hub._databases.hub, hub_metadata), (hub._databases.records, metadata)):
        with engine.connect() as connection:
            for table in tables.sorted_tables:
                found += [repr(tuple(row)) for row in connection.execute(sa.select(table))]
    return "\n".join(found)


@pytest.fixture
def erp(hub, add) -> int:
    number = add("ERP")
    for run, phone in ((1, "98765-111"), (2, "98765-112")):
        write(hub, number, {"student_id": "S001", "name": "Asha Rao", "phone": phone}, {"student_id": "S0011"}, run=run)
    write(hub, number, day("S001", "2026-01-01"), day("S0011", "2026-01-01"), kind=ATTENDANCE)
    write(hub, number, refused=({"no": "S001", "name": "x"}, {"no": "S0011"}))
    write(
        hub,
        number,
        {"kind": "k", "record_id": "1", "content": '{"who":"S001"}'},
        {"kind": "k", "record_id": "2", "content": '{"who":"S0011"}'},
        kind=CUSTOM,
    )
    hub.explorer.correct(PRINCIPAL, "students", ["S001"], "email", "asha@example.edu")
    box = DeliveryStore(hub._databases.hub)
    for who in ("S001", "S0011"):
        kept = deliver_signed(hub, number, "webhook-s3cret-of-it", json.dumps([{"student_id": who}]).encode())
        box.worked(None, [Worked(kept.delivery_id, DeliveryState.PROCESSED)])
    LogStore(hub._databases.hub).write(
        [LogRow(utc_now(), Level.WARNING, f"“{who}” is wrong.", integration_id=number) for who in ("S001", "S0011")]
    )
    return number


def test_a_person_is_found_exported_and_erased_everywhere_and_nobody_else_is(hub, erp):
    found = hub.privacy.find_person(PRINCIPAL, "S001")
    assert found.names == ("Asha Rao",)
    assert found.counts == {
        "students": 1,
        "attendance": 1,
        "other records": 1,
        "old versions": 2,
        "refused records": 1,
        "corrections": 1,
        "deliveries": 1,
        "log rows": 1,
    }
    assert found.records["students"][0]["phone"] == "98765-112"
    assert found.records["students"][0]["source"] == "ERP"
    assert "'S001'" in texts(hub)
    erased = hub.privacy.erase_person(PRINCIPAL, "S001")
    assert erased.counts == found.counts
    left = texts(hub).replace("S0011", "")
    for trace in ("S001", "Asha Rao", "98765-11", "asha@example.edu"):
        assert trace not in left
    assert texts(hub).count("S0011") >= 6
    with hub._databases.records.connect() as connection:
        rows = connection.execute(sa.select(tallies.c.data_type, tallies.c.records))
        assert {row.data_type: row.records for row in rows} == {"students": 1, "attendance": 1, "custom": 1}
    with pytest.raises(NotFoundError):
        hub.privacy.find_person(PRINCIPAL, "S001")


def test_the_audit_tells_of_an_erasure_by_digest_and_count(hub, erp):
    hub.privacy.erase_person(PRINCIPAL, "S001")
    row = next(row for row in hub.audit.latest(PRINCIPAL) if row.use_case == "persons.erase")
    assert row.subject == f"person {hub.privacy.digest(1, 'S001')[:16]}"
    assert "traces erased" in row.detail
    assert not any("S001" in f"{row.subject} {row.detail}" for row in hub.audit.latest(PRINCIPAL))
    assert hub.audit.verify(PRINCIPAL).whole


def test_a_delivery_that_failed_is_not_tried_again_once_a_person_is_erased_from_it(hub, erp):
    box = DeliveryStore(hub._databases.hub)
    kept = deliver_signed(hub, erp, "webhook-s3cret-of-it", json.dumps([{"student_id": "S001", "n": 2}]).encode())
    again = utc_now() - timedelta(minutes=1)
    box.worked(None, [Worked(kept.delivery_id, DeliveryState.FAILED, "The disk was full.", retry_at=again)])
    hub.privacy.erase_person(PRINCIPAL, "S001")
    assert box.retry_due(utc_now()) == []
    left = box.get(kept.delivery_id)
    assert (left.state, left.body, left.reason) == (DeliveryState.PROCESSED, b"", "(erased)")
    assert hub.webhooks.unfinished(PRINCIPAL, erp) == {}


def test_a_delivery_that_waits_to_be_stored_is_no_trace_and_is_told(hub, erp):
    deliver_signed(hub, erp, "webhook-s3cret-of-it", json.dumps([{"student_id": "S001", "n": 2}]).encode())
    found = hub.privacy.find_person(PRINCIPAL, "S001")
    assert found.waiting == 1
    assert found.still_there.startswith("1 delivery with this number waits to be stored and holds it still.")
    erased = hub.privacy.erase_person(PRINCIPAL, "S001")
    assert erased.total == found.total == sum(found.counts.values())
    with pytest.raises(NotFoundError, match=r"Nothing is kept of .* 1 delivery with this number waits"):
        hub.privacy.find_person(PRINCIPAL, "S001")


def test_only_managers_erase_and_export(hub, erp):
    for act in (hub.privacy.find_person, hub.privacy.erase_person):
        with pytest.raises(NotAllowedError):
            act(STAFF, "S001")


def test_nothing_is_erased_while_a_system_is_being_synced(hub, erp, folder):
    stored = hub.integrations.find(PRINCIPAL, "ERP")
    with alone(folder, stored), pytest.raises(TransientError, match="being synced"):
        hub.privacy.erase_person(PRINCIPAL, "S001")
    assert hub.privacy.find_person(PRINCIPAL, "S001").total


def test_a_teacher_goes_and_the_subjects_stay_without_the_number(hub, add):
    number = add("ERP")
    write(hub, number, {"faculty_id": "F77", "name": "Meena"}, kind=FACULTY)
    for run, name in ((1, "Maths"), (2, "Mathematics")):
        write(hub, number, {"subject_code": "M1", "name": name, "faculty_id": "F77"}, kind=SUBJECTS, run=run)
    erased = hub.privacy.erase_person(PRINCIPAL, "F77")
    assert erased.counts == {"faculty": 1, "mentions in subjects": 1, "old versions": 1}
    assert "F77" not in texts(hub)
    assert hub.explorer.lineage(PRINCIPAL, "subjects", ["M1"]).fields[1].value == "Mathematics"


def test_a_short_number_does_not_blot_counts_out_of_the_log(hub, add):
    number = add("ERP")
    write(hub, number, {"student_id": "12", "name": "x"})
    log = LogStore(hub._databases.hub)
    log.write(
        [LogRow(utc_now(), Level.INFO, text, integration_id=number) for text in ("12 records read", "“12” is odd")]
    )
    hub.privacy.erase_person(PRINCIPAL, "12")
    assert {row.message for row in log.read()} == {"12 records read", "“(erased)” is odd"}


def test_the_next_sync_brings_a_person_back_unless_they_are_excluded(hub, college, sample):
    from hub_desktop.core.integration import read_integration

    number = hub.integrations.add(PRINCIPAL, read_integration(sample("erp"))).integration_id
    hub.syncs.run(PRINCIPAL, number, endpoints=["students"])
    total = hub.records.find(PRINCIPAL, "students").total
    person = hub.records.find(PRINCIPAL, "students", limit=1).rows[0].values[0]
    hub.privacy.erase_person(PRINCIPAL, person)
    assert hub.records.find(PRINCIPAL, "students").total == total - 1
    hub.syncs.run(PRINCIPAL, number, endpoints=["students"])
    assert hub.records.find(PRINCIPAL, "students").total == total
    hub.privacy.erase_person(PRINCIPAL, person, exclude=True)
    hub.syncs.run(PRINCIPAL, number, endpoints=["students"])
    assert hub.records.find(PRINCIPAL, "students").total == total - 1
    assert person not in texts(hub)
    assert hub.privacy.allow_again(PRINCIPAL, person)
    hub.syncs.run(PRINCIPAL, number, endpoints=["students"], full=True)
    assert hub.records.find(PRINCIPAL, "students").total == total


def test_an_excluded_person_is_kept_out_of_refused_and_custom_records_and_of_what_names_them(hub):
    hub.privacy._exclude(1, hub.privacy.digest(1, "T7"))
    keeping = hub.privacy.keeping(1)
    now = utc_now()
    subject = tuple({"subject_code": "M1", "faculty_id": "T7"}.get(name) for name in SUBJECTS.field_names)
    assert keeping.allows(SUBJECTS, subject, now)
    assert "T7" not in keeping.cleared(SUBJECTS, subject)
    assert keeping.cleared(SUBJECTS, subject)[0] == "M1"
    other = tuple({"subject_code": "M2", "faculty_id": "T8"}.get(name) for name in SUBJECTS.field_names)
    assert keeping.cleared(SUBJECTS, other) is other
    assert not keeping.allows(CUSTOM, ("books", "1", '{"lent":{"to":["T7"]}}'), now)
    assert keeping.allows(CUSTOM, ("books", "1", '{"lent":{"to":["T70",7]}}'), now)
    assert keeping.names_excluded([{"a": " T7 "}])
    assert not keeping.names_excluded({"a": True, "b": None, "c": 10**4_000, "d": "T7" * 200})


@pytest.mark.parametrize(
    "more",
    [
        {"dataType": "students", "mappings": [{"from": "never", "to": "student_id"}]},
        {"dataType": "custom", "key": ["studentId"]},
    ],
    ids=["refused", "custom"],
)
def test_a_sync_keeps_an_excluded_person_out_of_quarantine_and_custom_records(hub, college, sample, more):
    from hub_desktop.core.integration import read_integration

    written = sample("erp")
    wanted = {"path": "/api/v1/students"} | more
    first = hub.integrations.add(PRINCIPAL, read_integration(sample("erp"))).integration_id
    hub.syncs.run(PRINCIPAL, first, endpoints=["students"])
    person = str(hub.records.find(PRINCIPAL, "students", limit=1).rows[0].values[0])
    only = written | {"name": "Only", "endpoints": {"one": wanted}}
    number = hub.integrations.add(PRINCIPAL, read_integration(only)).integration_id
    run = hub.syncs.run(PRINCIPAL, number)
    came = run.total.added + run.total.quarantined
    assert person in texts(hub)
    hub.privacy.erase_person(PRINCIPAL, person, exclude=True)
    assert person not in texts(hub)
    run = hub.syncs.run(PRINCIPAL, number, full=True)
    assert run.total.unchanged + run.total.quarantined == came - 1
    assert person not in texts(hub)


def test_what_is_past_its_time_is_counted_first_and_removed_once_a_day(hub, add):
    number = add("ERP")
    today = utc_now().date()
    old, new = (today - timedelta(days=400)).isoformat(), today.isoformat()
    write(hub, number, day("S1", old), day("S2", new), kind=ATTENDANCE)
    write(hub, number, day("S1", old, status="absent"), kind=ATTENDANCE, run=2)
    assert hub.privacy.would_expire(PRINCIPAL, "attendance", 365, "date") == 1
    hub.privacy.set_retention(PRINCIPAL, "attendance", 365, "date")
    (rule,) = hub.privacy.retentions(PRINCIPAL)
    assert (rule.data_type, rule.expired) == ("attendance", 1)
    assert hub.records.find(PRINCIPAL, "attendance").total == 2
    assert hub.privacy.apply_daily()
    assert [row.values[0] for row in hub.records.find(PRINCIPAL, "attendance").rows] == ["S2"]
    assert old not in texts(hub)
    assert not hub.privacy.apply_daily()
    assert hub.privacy.apply_daily(utc_now() + timedelta(days=2))
    row = next(row for row in hub.audit.latest(PRINCIPAL) if row.use_case == "retention.apply" and "1" in row.detail)
    assert (row.actor, row.detail) == ("the clock", "attendance: 1")
    # What would go at once is not stored at all.
    assert not hub.privacy.keeping(1).allows(ATTENDANCE, ("S1", old, "", "", "present", None, None), utc_now())


def test_age_by_last_change_and_a_rule_taken_back(hub, add):
    number = add("ERP")
    write(hub, number, {"student_id": "S1"}, {"student_id": "S2"})
    table = RECORD_TABLES["students"]
    with hub._databases.records.begin() as connection:
        past = utc_now() - timedelta(days=100)
        connection.execute(sa.update(table).where(table.c.student_id == "S1").values(last_changed=past))
    hub.privacy.set_retention(PRINCIPAL, "students", 90)
    hub.privacy.set_retention(PRINCIPAL, "students", None)
    assert hub.privacy.apply_retention(PRINCIPAL) == {}
    hub.privacy.set_retention(PRINCIPAL, "students", 90)
    assert hub.privacy.apply_retention(PRINCIPAL) == {"students": 1}
    assert hub.records.find(PRINCIPAL, "students").total == 1
    assert to_text(utc_now()) > to_text(past)


@pytest.mark.parametrize(
    ("kind", "days", "age", "said"),
    [
        ("students", 5, "last-changed", "30 to"),
        ("students", 90, "date", "no date"),
        ("nothing", 90, "date", "no data type"),
    ],
)
def test_a_rule_that_cannot_be_kept_is_refused(hub, add, kind, days, age, said):
    add("ERP")
    with pytest.raises(ConfigurationError, match=said):
        hub.privacy.set_retention(PRINCIPAL, kind, days, age)
