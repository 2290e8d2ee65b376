"""Files as people really keep them, read page by page."""

import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub_desktop.core.bookmarks import Validator
from hub_desktop.core.errors import CancelledError, ConfigurationError, HubError, TransientError
from hub_desktop.core.formulas import unguarded
from hub_desktop.core.integration import read_integration
from hub_desktop.core.raw_records import Unreadable
from hub_desktop.upstream.files.csv_rows import sniffed
from hub_desktop.upstream.files.reading import FileUpstream


class Kept:
    """Bookmarks in memory."""

    def __init__(self) -> None:
        self.validators: dict[str, Validator] = {}

    def validator(self, endpoint: str, digest: str) -> Validator | None:
        return self.validators.get(endpoint)


def upstream(folder: Path, endpoint: Any = "students*.csv", *, name: str = "students", **others: Any) -> FileUpstream:
    written = {"name": "Office", "baseUrl": str(folder), "endpoints": {name: endpoint}}
    others.setdefault("cancel", threading.Event())
    return FileUpstream(read_integration(written).integration, **others)


def read(folder: Path, endpoint: Any = "students*.csv", *, name: str = "students") -> tuple[list[Any], list[str]]:
    pages = list(upstream(folder, endpoint, name=name).pages(name))
    return [record for page in pages for record in page.records], [w for page in pages for w in page.warnings]


def csv_file(folder: Path, content: str | bytes, name: str = "students.csv", *, age: int = 0) -> Path:
    file = folder / name
    file.parent.mkdir(exist_ok=True, parents=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    moment = 1_700_000_000 - age
    os.utime(file, (moment, moment))
    return file


def workbook(file: Path, **sheets: list[list[Any]]) -> Path:
    with xlsxwriter.Workbook(file, {"default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write(number, column, cell)
    return file


# CSV


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_form_is_read_without_a_word(tmp_path: Path, encoding: str) -> None:
    csv_file(tmp_path, "id,name\r\n007,Zoë Müller\r\n008,अंजलि\r\n".encode(encoding))
    records, warnings = read(tmp_path)
    assert records == [{"id": "007", "name": "Zoë Müller"}, {"id": "008", "name": "अंजलि"}]
    assert warnings == []


def test_what_is_not_unicode_is_read_as_windows_and_told(tmp_path: Path) -> None:
    csv_file(tmp_path, "id,name\n1,Zoë – “x”\n".encode("cp1252"))
    records, warnings = read(tmp_path)
    assert records == [{"id": "1", "name": "Zoë – “x”"}]
    assert "was read as Windows-1252" in warnings[0]


def test_a_late_byte_that_is_no_utf8_decides_for_the_whole_file(tmp_path: Path) -> None:
    rows = "".join(f"{n},Name {n}\n" for n in range(60_000))
    csv_file(tmp_path, f"id,name\n{rows}x,Zoë\n".encode("cp1252"))
    records, warnings = read(tmp_path)
    assert (len(records), records[-1]["name"], len(warnings)) == (60_001, "Zoë", 1)


def test_an_encoding_may_be_declared_and_a_wrong_one_is_named(tmp_path: Path) -> None:
    csv_file(tmp_path, "id,name\n1,Łódź\n".encode("cp1250"))
    assert read(tmp_path, {"path": "students.csv", "params": {"encoding": "cp1250"}})[0][0]["name"] == "Łódź"
    with pytest.raises(ConfigurationError, match="not written in utf-8"):
        read(tmp_path, {"path": "students.csv", "params": {"encoding": "utf-8"}})


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    csv_file(tmp_path, f'id{delimiter}name\n1{delimiter}"Rao{delimiter} Asha"\n2{delimiter}"a\n""b"""\n')
    assert [tuple(r.values()) for r in read(tmp_path)[0]] == [("1", f"Rao{delimiter} Asha"), ("2", 'a\n"b"')]


def test_commas_inside_do_not_mislead() -> None:
    assert sniffed(["name;marks\n", "Rao, Asha;4,5\n", "Sen, Om;3,5\n"]) == ";"
    assert sniffed(["name\n", "Rao, Asha\n"]) == ","
    assert sniffed([]) == ","


def test_excels_own_line_names_the_delimiter_and_counts(tmp_path: Path) -> None:
    csv_file(tmp_path, "sep=|\r\nid|name\r\n1|a,b\r\n2\r\n")
    records, _ = read(tmp_path)
    assert records[0] == {"id": "1", "name": "a,b"}
    assert records[1].reason.startswith("Line 4 has 1 value")


def test_headings_are_trimmed_named_and_told_apart(tmp_path: Path) -> None:
    csv_file(tmp_path, ' Roll No. ,"Name\t of\nstudent",,marks,marks,\n1,a,b,c,d,\n')
    records, warnings = read(tmp_path)
    assert records == [
        {"Roll No.": "1", "Name of student": "a", "Column 3": "b", "marks": "c", "marks (2)": "d"},
    ]
    assert "several columns called “marks”" in warnings[0]
    assert "“Column 3”" in warnings[1]


def test_ragged_rows_are_refused_by_their_line_and_blank_ones_are_none(tmp_path: Path) -> None:
    csv_file(tmp_path, 'id,name\n\n1,"a\nb"\n,\n2\n3,c,\n4,d,e\n   \nTotal: 4\n')
    records, _ = read(tmp_path)
    assert [r for r in records if isinstance(r, dict)] == [{"id": "1", "name": "a\nb"}, {"id": "3", "name": "c"}]
    reasons = [r.reason for r in records if isinstance(r, Unreadable)]
    assert reasons == [
        "Line 6 has 1 value, but the headings are 2.",
        "Line 8 has 3 values, but the headings are 2.",
        "Line 10 has 1 value, but the headings are 2.",
    ]


def test_a_quotation_mark_that_is_not_closed_is_named(tmp_path: Path) -> None:
    csv_file(tmp_path, 'id,name\n1,"a\n2,b\n3,c\n')
    (found,) = read(tmp_path)[0]
    assert found == {"id": "1", "name": "a\n2,b\n3,c\n"} or "quotation mark" in found.reason
    csv_file(tmp_path, 'id,name\n1,"' + "x,\n" * 60_000)
    with pytest.raises(ConfigurationError, match="line 2: this line cannot be read"):
        read(tmp_path)


def test_a_value_longer_than_64_kb_is_refused_alone(tmp_path: Path) -> None:
    csv_file(tmp_path, f"id,name\n1,{'x' * 65_537}\n2,b\n")
    records, _ = read(tmp_path)
    assert "more than 65,536 characters" in records[0].reason
    assert records[1] == {"id": "2", "name": "b"}


def test_nul_characters_are_left_out_and_told(tmp_path: Path) -> None:
    csv_file(tmp_path, b"id,name\n1,a\0b\n")
    records, warnings = read(tmp_path)
    assert records == [{"id": "1", "name": "ab"}]
    assert "NUL characters" in warnings[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04....", "ends with .xlsx"),
        (b"\xd0\xcf\x11\xe0....", "old Excel workbook"),
        (b"%PDF-1.4", "PDF"),
        (b"\r\n<html><table>", "web page"),
        (b"a,b\n\x81\x8d,\xff\n", "neither UTF-8 nor Windows-1252"),
        (b"x" * 17_000_000, "line of more than 8 MB"),
    ],
)
def test_what_is_no_csv_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    csv_file(tmp_path, content)
    with pytest.raises(ConfigurationError, match=said):
        read(tmp_path)


def test_an_empty_file_is_told_and_one_with_headings_alone_holds_nothing(tmp_path: Path) -> None:
    csv_file(tmp_path, "")
    assert read(tmp_path) == ([], ["students.csv is empty."])
    csv_file(tmp_path, "id,name\n")
    assert read(tmp_path) == ([], [])


def test_the_headings_may_stand_below_a_title(tmp_path: Path) -> None:
    csv_file(tmp_path, "ABC College\n\nid,name\n1,a\n")
    assert read(tmp_path, {"path": "students.csv", "params": {"headerRow": "3"}})[0] == [{"id": "1", "name": "a"}]


def test_an_apostrophe_that_guards_a_formula_is_taken_away(tmp_path: Path) -> None:
    csv_file(tmp_path, "id,phone,name\n1,'+91 98,'tis\n")
    assert read(tmp_path)[0] == [{"id": "1", "phone": "+91 98", "name": "'tis"}]


def test_pages_hold_a_thousand_records(tmp_path: Path) -> None:
    csv_file(tmp_path, "id,name\n" + "".join(f"{n:05},x\n" for n in range(2_500)))
    pages = list(upstream(tmp_path).pages("students"))
    assert [len(page.records) for page in pages] == [1_000, 1_000, 500]
    assert [page.number for page in pages] == [1, 2, 3]
    assert pages[0].records[7] == {"id": "00007", "name": "x"}
    assert [page.validator is not None for page in pages] == [False, False, True]


cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(
    rows=st.lists(st.tuples(st.just("k"), cells, cells), min_size=1, max_size=6),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_whatever_is_written_as_csv_is_read_back(
    tmp_path: Path, rows: list[tuple[str, str, str]], delimiter: str, encoding: str
) -> None:
    import csv
    import io

    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([("id", "one", "two"), *rows])
    csv_file(tmp_path, out.getvalue().encode(encoding))
    endpoint = {"path": "students.csv", "params": {"delimiter": "tab" if delimiter == "\t" else delimiter}}
    assert [tuple(r.values()) for r in read(tmp_path, endpoint)[0]] == [tuple(map(unguarded, row)) for row in rows]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_sentence(tmp_path: Path, content: bytes) -> None:
    csv_file(tmp_path, content)
    csv_file(tmp_path, content, "students.xlsx")
    csv_file(tmp_path, content, "students.json")
    for name in ("students.csv", "students.xlsx", "students.json"):
        said = ""
        try:
            records, _ = read(tmp_path, name)
        except ConfigurationError as error:
            records, said = [], error.sentence
        assert name in said or not said
        assert all(isinstance(r, dict | Unreadable | list | str | int | float | None) for r in records)


# Excel


def test_a_workbook_gives_iso_dates_whole_numbers_and_the_values_of_formulas(tmp_path: Path) -> None:
    from datetime import date, datetime, time

    file = tmp_path / "students.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Term 1")
        formats = {f: book.add_format({"num_format": f}) for f in ("yyyy-mm-dd", "hh:mm", "yyyy-mm-dd hh:mm", "[h]:mm")}
        sheet.write_row(0, 0, ["id", "credits", "day", "at", "moment", "sum", "spent", "there", "nothing", "share"])
        sheet.write_string(1, 0, "007")
        sheet.write_number(1, 1, 412)
        sheet.write_datetime(1, 2, date(2026, 1, 31), formats["yyyy-mm-dd"])
        sheet.write_datetime(1, 3, time(9, 30), formats["hh:mm"])
        sheet.write_datetime(1, 4, datetime(2026, 1, 31, 9, 30), formats["yyyy-mm-dd hh:mm"])  # noqa: DTZ001
        sheet.write_formula(1, 5, "=1+1", None, 2)
        sheet.write_number(1, 6, 1.5, formats["[h]:mm"])
        sheet.write_boolean(1, 7, True)
        sheet.write_number(1, 9, 0.25)
        sheet.write_string(2, 0, "'=x")
    assert read(tmp_path, "students.xlsx")[0] == [
        {
            "id": "007",
            "credits": 412,
            "day": "2026-01-31",
            "at": "09:30",
            "moment": "2026-01-31T09:30:00",
            "sum": 2,
            "spent": "36:00",
            "there": True,
            "nothing": "",
            "share": 0.25,
        },
        {"id": "=x"}
        | dict.fromkeys(["credits", "day", "at", "moment", "sum", "spent", "there", "nothing", "share"], ""),
    ]


def test_a_sheet_is_named_or_is_the_first_visible_one(tmp_path: Path) -> None:
    file = tmp_path / "students.xlsx"
    with xlsxwriter.Workbook(file) as book:
        for name in ("Hidden", "Term 1", "Term 2"):
            sheet = book.add_worksheet(name)
            sheet.write_column(0, 0, ["id", name])
            if name == "Hidden":
                sheet.hide()
            if name == "Term 1":
                sheet.activate()
                sheet.set_first_sheet()
    assert read(tmp_path, "students.xlsx")[0] == [{"id": "Term 1"}]
    assert read(tmp_path, {"path": "students.xlsx", "params": {"sheet": "term 2"}})[0] == [{"id": "Term 2"}]
    with pytest.raises(ConfigurationError, match=r"no sheet “Term 3”. Did you mean “Term 1”\?|Did you mean “Term 2”"):
        read(tmp_path, {"path": "students.xlsx", "params": {"sheet": "Term 3"}})


def test_a_remark_beside_the_table_costs_no_row(tmp_path: Path) -> None:
    rows = [[], ["", "id", "name"], [None, 1, "x"], [], [None, 2, "y", "a remark beside it"]]
    workbook(tmp_path / "students.xlsx", One=rows)
    records, warnings = read(tmp_path, "students.xlsx")
    assert records == [{"id": 1, "name": "x", "Column 3": ""}, {"id": 2, "name": "y", "Column 3": "a remark beside it"}]
    assert warnings == ["students.xlsx has 1 column without a heading, called by place, such as “Column 3”."]


def test_a_workbook_that_is_damaged_too_large_or_locked_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = workbook(tmp_path / "students.xlsx", One=[["id"], *[[n] for n in range(500)]])
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ConfigurationError, match="damaged"):
        read(tmp_path, "students.xlsx")
    file.write_bytes(whole[:600] + bytes([whole[600] ^ 0xFF]) + whole[601:])
    with pytest.raises(ConfigurationError, match="damaged"):
        read(tmp_path, "students.xlsx")
    file.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    with pytest.raises(ConfigurationError, match="password"):
        read(tmp_path, "students.xlsx")
    file.write_bytes(whole)
    monkeypatch.setattr("hub_desktop.upstream.files.workbook._MOST_UNPACKED", 1_000)
    with pytest.raises(ConfigurationError, match="once unpacked"):
        read(tmp_path, "students.xlsx")
    monkeypatch.setattr("hub_desktop.upstream.files.workbook.MOST_BYTES", 1_000)
    with pytest.raises(ConfigurationError, match="larger than"):
        read(tmp_path, "students.xlsx")


# JSON


def test_json_is_read_like_an_answer(tmp_path: Path) -> None:
    (tmp_path / "students.json").write_text(json.dumps({"data": {"list": [{"id": "007"}, {"id": "8"}, 3]}}))
    endpoint = {"path": "students.json", "recordsPath": "data.list", "filter": "id != '8'"}
    pages = list(upstream(tmp_path, endpoint).pages("students"))
    assert pages[0].records == [{"id": "007"}, 3]
    assert pages[0].passed_over == 1
    with pytest.raises(ConfigurationError, match="was read, but no list of records was found"):
        read(tmp_path, "students.json")
    (tmp_path / "students.json").write_text("{")
    with pytest.raises(ConfigurationError, match="holds no JSON"):
        read(tmp_path, "students.json")


# Which files


def test_of_a_list_of_people_the_newest_file_counts(tmp_path: Path) -> None:
    csv_file(tmp_path, "id,name\n1,old\n", "students 2.csv", age=10)
    csv_file(tmp_path, "id,name\n1,new\n", "Students 1.CSV")
    assert read(tmp_path, "students *.csv")[0] == [{"id": "1", "name": "new"}]
    both = {"path": "students *.csv", "params": {"files": "all"}}
    csv_file(tmp_path, "id,name\n1,old\n2,too\n", "students 2.csv", age=10)
    assert read(tmp_path, both)[0] == [{"id": "1", "name": "new"}, {"id": "2", "name": "too"}]


def test_attendance_is_read_from_all_files_and_the_newer_one_counts(tmp_path: Path) -> None:
    csv_file(tmp_path, "studentId,date,status\n7,2026-01-05,absent\n8,2026-01-05,absent\n", "att-05.csv", age=10)
    csv_file(tmp_path, "studentId,date,status\n 7,2026-01-05T00:00:00,present\n", "att-06.csv")
    records, _ = read(tmp_path, "att-*.csv", name="attendance")
    assert [(r["studentId"], r["status"]) for r in records] == [(" 7", "present"), ("8", "absent")]
    assert read(tmp_path, {"path": "att-*.csv", "params": {"files": "newest"}}, name="attendance")[0] == records[:1]


def test_the_same_key_twice_in_one_file_is_not_for_the_files_to_judge(tmp_path: Path) -> None:
    csv_file(tmp_path, "k,v\n1,a\n1,b\n", "a.csv", age=10)
    csv_file(tmp_path, "k,v\n2,c\n2,d\n", "b.csv")
    endpoint = {"path": "?.csv", "dataType": "custom", "key": ["k"]}
    assert [r["v"] for r in read(tmp_path, endpoint, name="rows")[0]] == ["c", "d", "a", "b"]


def test_records_without_a_key_are_all_refused_later_rather_than_lost(tmp_path: Path) -> None:
    csv_file(tmp_path, "studentId,date,status\n,2026-01-05,absent\n", "att-05.csv", age=10)
    csv_file(tmp_path, "studentId,date,status\n,2026-01-05,absent\n", "att-06.csv")
    assert len(read(tmp_path, "att-*.csv", name="attendance")[0]) == 2
    csv_file(tmp_path, "k,v\n,a\n0,b\n", "a.csv", age=10)
    csv_file(tmp_path, "k,v\n,a\n0,c\n", "b.csv")
    endpoint = {"path": "?.csv", "dataType": "custom", "key": ["k"]}
    assert [r["v"] for r in read(tmp_path, endpoint, name="rows")[0]] == ["a", "c", "a"]


def test_a_link_that_leads_nowhere_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "students.csv").symlink_to(tmp_path / "gone.csv")
    with pytest.raises(TransientError, match="There is no file"):
        read(tmp_path)


def test_folders_below_hidden_files_and_those_of_open_workbooks(tmp_path: Path) -> None:
    csv_file(tmp_path, "id,name\n1,a\n", "2026/students.csv")
    csv_file(tmp_path, "id,name\n2,b\n", "2026/.students.csv", age=-10)
    csv_file(tmp_path, "id,name\n3,c\n", "2026/~$students.csv", age=-10)
    assert read(tmp_path, "20*/*students.csv")[0] == [{"id": "1", "name": "a"}]


@pytest.mark.parametrize(
    ("folder", "kind", "said"),
    [
        ("gone", TransientError, "is not there"),
        ("students.txt", ConfigurationError, "is a file"),
        (".", TransientError, r"no file students\*.csv"),
    ],
)
def test_what_is_not_there_is_named(tmp_path: Path, folder: str, kind: type[HubError], said: str) -> None:
    (tmp_path / "students.txt").write_text("x")
    with pytest.raises(kind, match=said):
        read(tmp_path / folder if folder != "." else tmp_path)


def test_files_that_did_not_change_are_not_read_again(tmp_path: Path) -> None:
    kept = Kept()
    source = upstream(tmp_path, bookmarks=kept)
    file = csv_file(tmp_path, "id,name\n1,a\n2,b\n")
    (page,) = source.pages("students")
    assert page.validator is not None
    kept.validators["students"] = page.validator
    (again,) = source.pages("students")
    assert (again.records, again.not_modified) == ([], 2)
    os.utime(file)
    assert next(source.pages("students")).not_modified == 2
    # As long as before, and at the same time.
    csv_file(tmp_path, "id,name\n1,a\n2,c\n")
    assert next(source.pages("students")).not_modified is None


def test_a_file_with_something_odd_about_it_is_told_of_each_time(tmp_path: Path) -> None:
    csv_file(tmp_path, "id,band\n" + "".join(f"{n},10-20\n" for n in range(30)) + "x,20-Oct\n")
    (page,) = upstream(tmp_path).pages("students")
    assert "“20-Oct”" in page.warnings[0]
    assert page.validator is not None
    assert not page.validator.headers()


def test_what_came_before_a_fault_is_kept(tmp_path: Path) -> None:
    csv_file(tmp_path, "id,name\n" + "1,a\n" * 1_500 + '2,"' + "x,\n" * 60_000)
    pages = upstream(tmp_path).pages("students")
    assert [len(next(pages).records), len(next(pages).records)] == [1_000, 500]
    with pytest.raises(ConfigurationError, match="line 1502"):
        next(pages)
    csv_file(tmp_path, "id,name\n" + "1,a\n" * 2_500)
    pages = upstream(tmp_path).pages("students")
    assert len(next(pages).records) == 1_000
    (tmp_path / "students.csv").unlink()
    assert [len(next(pages).records), len(next(pages).records)] == [1_000, 500]
    with pytest.raises(TransientError, match="was taken away"):
        next(pages)


def test_the_test_of_a_long_file_tells_of_damage_too(tmp_path: Path) -> None:
    csv_file(tmp_path, "id,band\n" + "1,10-20\n" * 900 + "2,20-Oct\n" * 600)
    page, file = upstream(tmp_path).first_page("students")
    assert (len(page.records), file.name) == (1_000, "students.csv")
    assert "“20-Oct”" in page.warnings[0]


def test_a_file_that_changes_while_it_is_read_is_left_for_later(tmp_path: Path) -> None:
    file = csv_file(tmp_path, "id,name\n" + "1,a\n" * 3_000)
    pages: Iterator[Any] = upstream(tmp_path).pages("students")
    next(pages)
    with file.open("a") as opened:
        opened.write("2,b\n")
    with pytest.raises(TransientError, match="was changed while it was read"):
        list(pages)


def test_reading_stops_when_cancelled_and_at_its_limit(tmp_path: Path) -> None:
    csv_file(tmp_path, "id,name\n" + "1,a\n" * 3_000)
    cancel = threading.Event()
    pages = upstream(tmp_path, cancel=cancel).pages("students")
    next(pages)
    cancel.set()
    with pytest.raises(CancelledError):
        list(pages)
    times = iter([0.0, 0.0, 61.0, 62.0])
    limited = {"path": "students.csv", "maxMinutes": 1}
    found = list(upstream(tmp_path, limited, clock=lambda: next(times)).pages("students"))
    assert len(found) == 2
    assert found[-1].incomplete
    assert "limit of 1 minute" in found[-1].warnings[0]
