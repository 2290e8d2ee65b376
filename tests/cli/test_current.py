"""Current records, corrections, history, comparison and privacy at the terminal."""

from pathlib import Path
from typing import Any

import pytest

from hub_desktop.core.actor import Face
from hub_desktop.core.datatypes import ATTENDANCE, DATA_TYPES, STUDENTS
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.store.records import Target


def write(hub: Any, source: int, *rows: dict[str, Any], run: int = 1, kind: str = "students") -> None:
    data_type = DATA_TYPES[kind]
    values = [tuple(row.get(name) for name in data_type.field_names) for row in rows]
    hub.records._records.write_page(Target(source, kind, data_type, run), values, [], 1, Redactor())


@pytest.fixture
def kept(terminal):
    with terminal.program.open_hub(None) as hub:
        actor = hub.accounts.person_at_the_pc(Face.TERMINAL)
        for name in ("ERP", "Biometric"):
            given = {
                "name": name,
                "baseUrl": "https://erp.example.edu",
                "apiKey": "k3y",
                "endpoints": {"students": "/s"},
            }
            hub.integrations.add(actor, read_integration(given))
        write(hub, 1, {"student_id": "S1", "name": "Asha", "phone": "111"}, {"student_id": "S2", "name": "Ravi"})
        write(hub, 1, {"student_id": "S1", "name": "Asha", "phone": "112"}, run=2)
        write(hub, 2, {"student_id": "S2", "name": "Ravi K", "phone": "222"}, {"student_id": "S3", "name": "Zoe"})
        day = {"student_id": "S1", "date": "2020-01-31", "subject_code": "M|1", "period": "1", "status": "present"}
        write(hub, 1, day, kind="attendance")
    return terminal


def test_records_type_is_what_it_was_with_options_in_any_place(kept):
    assert kept.json("records", "students")["total"] == 4
    assert kept.json("records", "show", "students", "--source", "ERP")["total"] == 2
    assert "1 record." in kept.run("records", "--where", "name=Asha", "students").stdout
    assert "Asha" in kept.run("records", "students", "--where", "name=Asha").stdout
    kept.run("records", "studens", code=1)
    assert "reconcile" in kept.run("records", "--help").stdout


def test_current_records_are_searched_sorted_and_counted(kept):
    found = kept.json("records", "current", "students", "--sort", "name", "--descending", "--columns", "name,phone")
    assert [(r["name"], r["phone"], r["sources"]) for r in found["records"]] == [
        ("Zoe", None, ["Biometric"]),
        ("Ravi", "222", ["ERP", "Biometric"]),
        ("Asha", "112", ["ERP"]),
    ]
    assert kept.json("records", "current", "students", "--contains", "name=RAV", "--filled", "phone")["total"] == 1
    assert kept.json("records", "current", "students", "--empty", "phone", "--count") == {
        "type": "students",
        "total": 1,
        "records": [],
    }
    assert kept.json("records", "current", "students", "--source", "biometric")["total"] == 2
    assert kept.json("records", "current", "students", "--changed-since", "2090-01-01")["total"] == 0
    text = kept.run("records", "current", "students", "--where", "student_id=S2", "--limit", "1").stdout
    assert "ERP + Biometric" in text
    assert "1 record." in text
    kept.run("records", "current", "students", "--where", "phone", code=2)
    kept.run("records", "current", "students", "--columns", "phnoe", code=2)


def test_a_value_is_corrected_explained_and_given_back(kept):
    assert kept.json("records", "correct", "students", "S1", "phone", "999")["value"] == "999"
    text = kept.run("records", "history", "students", "S1", "--field", "phone").stdout
    for said in ("(by hand)", "corrected", "111", "112", "ERP: 112"):
        assert said in text
    (field,) = kept.json("records", "history", "students", "S1", "--field", "phone")["fields"]
    assert (field["value"], field["replaced"], field["corrected"]) == ("999", "112", True)
    assert "999 *" in kept.run("records", "current", "students").stdout
    assert "“112” again" in kept.run("records", "uncorrect", "students", "S1", "phone").stdout
    kept.run("records", "uncorrect", "students", "S1", "phone", code=1)
    kept.run("records", "correct", "students", "S1", "email", "nobody", code=1)
    kept.run("records", "history", "students", "S9", code=1)


def test_a_key_of_several_parts_is_written_with_bars_or_as_a_list(kept):
    assert (
        kept.json("records", "history", "attendance", '["S1","2020-01-31","M|1","1"]')["fields"][4]["value"]
        == "present"
    )
    kept.run("records", "correct", "attendance", "S1|2020-01-31|M|1|1", "status", "absent", code=1)
    kept.run("records", "correct", "attendance", '["S1","2020-01-31","M|1","1"]', "status", "absent")
    assert len(ATTENDANCE.key_fields) == 4
    assert len(STUDENTS.key_fields) == 1


def test_conflicts_and_reconciliation_name_records_and_sources(kept):
    assert "ERP: Ravi, Biometric: Ravi K" in kept.run("records", "conflicts", "students").stdout
    assert "agree on all" in kept.run("records", "conflicts", "students", "--field", "phone").stdout
    text = kept.run("records", "reconcile", "students", "ERP", "Biometric").stdout
    assert "ERP 2, Biometric 2, both 1" in text
    assert "This 1 is only in ERP:\n  S1" in text
    assert kept.json("records", "reconcile", "students", "ERP", "Biometric")["only"]["Biometric"]["keys"] == [["S3"]]
    assert [one["name"] for one in kept.json("records", "precedence", "Biometric")] == ["Biometric", "ERP"]
    assert "Biometric: Ravi K, ERP: Ravi" in kept.run("records", "conflicts", "students").stdout


def test_a_person_is_exported_and_erased_only_after_the_word(kept, tmp_path):
    out = tmp_path / "person.json"
    kept.run("person", "export", "S1", "--output", str(out))
    assert "2020-01-31" in out.read_text()
    kept.run("person", "erase", "S1", code=2)
    done = kept.run("person", "erase", "S1", "--exclude", "--yes")
    assert "Asha (S1)" in done.stderr
    assert "will not be stored again" in done.stdout
    assert "when a backup was restored" not in done.stdout
    kept.run("person", "export", "S1", code=1)
    assert kept.json("person", "allow", "S1") == {"allowed": True, "was_excluded": True}


def test_what_was_kept_before_a_restore_is_named_where_a_person_is_erased(kept):
    with kept.program.open_hub(None) as hub:
        (Path(hub.storage.state().folder) / "before-restore-2026-11-23-091500").mkdir()
    done = kept.run("person", "erase", "S1", "--yes")
    assert "kept when a backup was restored, in before-restore-2026-11-23-091500" in done.stdout
    told = kept.json("person", "erase", "S2", "--yes")
    assert told["kept_before_restoring"] == ["before-restore-2026-11-23-091500"]


def test_nightly_backups_and_copies_of_an_update_are_named_where_a_person_is_erased(kept):
    with kept.program.open_hub(None) as hub:
        hub.nightly.make_now()
        folder = Path(hub.storage.state().folder)
        (folder / "hub.db.before-hub_0005").touch()
    done = kept.run("person", "erase", "S1", "--yes").stdout
    assert f"So do nightly backups, 1 of them, in {folder / 'backups'}." in done
    assert "where no night is missed" in done
    assert "kept when Hub Desktop was updated, in hub.db.before-hub_0005" in done
    kept.run("backup", "nightly", "set", "--nightly", "off")
    told = kept.json("person", "erase", "S2", "--yes")
    assert told["nightly_backups"] == {"number": 1, "folders": [str(folder / "backups")], "until": None}
    assert told["kept_before_updating"] == ["hub.db.before-hub_0005"]


def test_retention_is_counted_before_it_is_set(kept):
    kept.run("retention", "set", "attendance", "365", "--by", "date", code=2)
    assert "1 record past" in kept.run("retention", "set", "attendance", "365", "--by", "date", "--yes").stdout
    assert kept.json("retention", "list") == [{"type": "attendance", "days": 365, "by": "date", "expired": 1}]
    assert kept.json("retention", "apply", "--yes") == {"attendance": 1}
    kept.run("retention", "off", "attendance")
    assert "as long as" in kept.run("retention", "list").stdout
