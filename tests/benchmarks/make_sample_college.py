"""Makes resources/sample_college from a folder with the Ed-Fi sample interchange XML (`*.xml`, `*.xml.gz`).

    python tests/benchmarks/make_sample_college.py FOLDER [OUTPUT]

The same input gives the same bytes. The rules stand in resources/sample_college/README.md.
"""

import argparse
import gzip
import hashlib
import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

Row = dict[str, object]

SCHOOL = "255901001"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
ATTENDANCE_WORDS = {
    "Excused Absence": "excused",
    "Unexcused Absence": "absent",
    "Tardy": "late",
    "Partial": "partial",
}
# The source has no timestamps of change: they are spread over the last six weeks of its school year.
SPREAD_FROM = datetime(2022, 4, 15, tzinfo=UTC)
SPREAD_MINUTES = 42 * 24 * 60
END_OF_DAY = time(16, 0, tzinfo=UTC)
OUTPUT = Path(__file__).resolve().parents[2] / "resources" / "sample_college"


class Interchange:
    """One interchange file with the namespace taken off its tags."""

    def __init__(self, folder: Path, name: str) -> None:
        packed = folder / f"{name}.xml.gz"
        raw = gzip.decompress(packed.read_bytes()) if packed.exists() else (folder / f"{name}.xml").read_bytes()
        self.root = ET.fromstring(raw)
        for element in self.root.iter():
            element.tag = element.tag.rpartition("}")[2]

    def all(self, tag: str) -> list[ET.Element]:
        return self.root.findall(tag)


def text(element: ET.Element, tag: str) -> str:
    """Return the text of the first `tag` below `element`, the empty string where there is none."""
    found = element.find(f".//{tag}")
    return (found.text or "") if found is not None else ""


def word(descriptor: str) -> str:
    """Return `Teacher` of `uri://ed-fi.org/StaffClassificationDescriptor#Teacher`."""
    return descriptor.rpartition("#")[2]


def full_name(element: ET.Element) -> str:
    parts = ("FirstName", "MiddleName", "LastSurname", "GenerationCodeSuffix")
    return " ".join(filter(None, (text(element, part) for part in parts)))


def updated_at(dataset: str, row: Row, *key: str, not_before: str = "") -> str:
    """Return a moment that depends on the record's key only, never before the day the record is about."""
    digest = hashlib.sha256("/".join([dataset, *(str(row[name]) for name in key)]).encode()).digest()
    moment = SPREAD_FROM + timedelta(minutes=int.from_bytes(digest[:8], "big") % SPREAD_MINUTES)
    if not_before:
        moment = max(moment, datetime.combine(date.fromisoformat(not_before), END_OF_DAY))
    return min(moment, datetime(2022, 5, 27, 16, tzinfo=UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")


def without_blanks(row: Row) -> Row:
    return {name: value for name, value in row.items() if value not in ("", None)}


class SampleCollegeMaker:
    """Derives the six data sets of one school from the interchange files."""

    def __init__(self, folder: Path) -> None:
        self.organization = Interchange(folder, "EducationOrganization")
        self.schedule = Interchange(folder, "MasterSchedule")
        self.staff = Interchange(folder, "StaffAssociation")
        self.people = Interchange(folder, "Student")
        self.gradebook = Interchange(folder, "StudentGradebook")
        absences = Interchange(folder, "StudentSchoolAttendance")
        self.absences = [e for e in absences.all("StudentSchoolAttendanceEvent") if text(e, "SchoolId") == SCHOOL]
        self.sections = [s for s in self.schedule.all("Section") if text(s, "SchoolId") == SCHOOL]
        self.names = {text(p, "StudentUniqueId"): full_name(p) for p in self.people.all("Student")}

    def students(self) -> list[Row]:
        """Return everybody born in the years of the students whom the school's own records name."""
        entries = self.gradebook.all("StudentGradebookEntry")
        section_of_entry = {
            text(e, "GradebookEntryIdentifier"): text(e, "SourceSectionIdentifier")
            for e in self.gradebook.all("GradebookEntry")
        }
        section_of = {
            text(e, "StudentUniqueId"): section_of_entry[text(e, "GradebookEntryIdentifier")] for e in entries
        }
        named = set(section_of) | {text(e, "StudentUniqueId") for e in self.absences}
        people = self.people.all("Student")
        years = {text(p, "BirthDate")[:4] for p in people if text(p, "StudentUniqueId") in named}
        rows = []
        for person in people:
            if not min(years) <= text(person, "BirthDate")[:4] <= max(years):
                continue
            row: Row = {
                "studentId": text(person, "StudentUniqueId"),
                "title": text(person, "PersonalTitlePrefix"),
                "firstName": text(person, "FirstName"),
                "middleName": text(person, "MiddleName"),
                "lastName": text(person, "LastSurname"),
                "name": full_name(person),
                "preferredName": " ".join(
                    filter(None, (text(person, "PreferredFirstName"), text(person, "PreferredLastSurname")))
                ),
                "gender": word(text(person, "BirthSex")),
                "birthDate": text(person, "BirthDate"),
                "section": section_of.get(text(person, "StudentUniqueId"), ""),
            }
            row["updatedAt"] = updated_at("students", row, "studentId")
            rows.append(without_blanks(row))
        return sorted(rows, key=lambda row: str(row["studentId"]))

    def faculty(self) -> list[Row]:
        """Return the staff of the whole district, as its ERP would hold them."""
        schools = {
            text(s, "SchoolId") or text(s, "LocalEducationAgencyId"): text(s, "NameOfInstitution")
            for tag in ("School", "LocalEducationAgency")
            for s in self.organization.all(tag)
        }
        posts: dict[str, ET.Element] = {}
        for post in self.staff.all("StaffEducationOrganizationAssignmentAssociation"):
            posts.setdefault(text(post, "StaffUniqueId"), post)
        subjects = {
            text(a, "StaffUniqueId"): [word(s.text or "") for s in a.findall("AcademicSubject")]
            for a in self.staff.all("StaffSchoolAssociation")
        }
        rows = []
        for person in self.staff.all("Staff"):
            staff_id = text(person, "StaffUniqueId")
            taught = subjects.get(staff_id, [])
            row: Row = {
                "staffId": staff_id,
                "name": full_name(person),
                "email": text(person, "ElectronicMailAddress"),
                # Primary teachers have four subjects, hence no department.
                "department": taught[0] if len(taught) == 1 else "",
                "designation": text(posts[staff_id], "PositionTitle"),
                "campus": schools[text(posts[staff_id], "EducationOrganizationId")],
            }
            row["updatedAt"] = updated_at("faculty", row, "staffId")
            rows.append(without_blanks(row))
        return sorted(rows, key=lambda row: str(row["staffId"]))

    def subjects(self) -> list[Row]:
        """Return the school's course catalogue; credits only where a section of the course states them."""
        credit = {text(s, "LocalCourseCode"): float(text(s, "Credits")) for s in self.sections}
        rows = []
        for course in self.organization.all("Course"):
            if text(course, "EducationOrganizationId") != SCHOOL:
                continue
            code = text(course, "CourseCode")
            row: Row = {
                "courseCode": code,
                "courseTitle": text(course, "CourseTitle"),
                "department": word(text(course, "AcademicSubject")),
                "credits": credit.get(code),
            }
            row["updatedAt"] = updated_at("subjects", row, "courseCode")
            rows.append(without_blanks(row))
        return sorted(rows, key=lambda row: str(row["courseCode"]))

    def timetable(self) -> list[Row]:
        """Return each section's meetings, Monday to Friday, as the one bell schedule names no days."""
        meetings = {
            text(p, "ClassPeriodName"): [(text(m, "StartTime"), text(m, "EndTime")) for m in p.findall("MeetingTime")]
            for p in self.organization.all("ClassPeriod")
            if text(p, "SchoolId") == SCHOOL
        }
        teachers = {
            text(a, "SectionIdentifier"): text(a, "StaffUniqueId") for a in self.staff.all("StaffSectionAssociation")
        }
        rows = []
        for section in self.sections:
            period = text(section, "ClassPeriodName")
            for day in WEEKDAYS:
                for start, end in meetings[period]:
                    row: Row = {
                        "section": text(section, "SectionIdentifier"),
                        "dayOfWeek": day,
                        "startTime": start,
                        "endTime": end,
                        "courseCode": text(section, "LocalCourseCode"),
                        "staffId": teachers.get(text(section, "SectionIdentifier"), ""),
                        "room": text(section, "ClassroomIdentificationCode"),
                        "period": period,
                        "term": text(section, "SessionName"),
                    }
                    row["updatedAt"] = updated_at("timetable", row, "section", "dayOfWeek", "startTime")
                    rows.append(without_blanks(row))
        order = {day: number for number, day in enumerate(WEEKDAYS)}
        return sorted(
            rows, key=lambda r: (str(r["term"]), str(r["section"]), order[str(r["dayOfWeek"])], str(r["startTime"]))
        )

    def attendance(self) -> list[Row]:
        """Return the attendance events, which in the source are absences only."""
        rows = []
        for event in self.absences:
            category = word(text(event, "AttendanceEventCategory"))
            row: Row = {
                "studentId": text(event, "StudentUniqueId"),
                "name": self.names[text(event, "StudentUniqueId")],
                "attendance": ATTENDANCE_WORDS[category],
                "date": text(event, "EventDate"),
                "remarks": text(event, "AttendanceEventReason"),
                "term": text(event, "SessionName"),
            }
            row["updatedAt"] = updated_at(
                "attendance", row, "studentId", "date", "attendance", not_before=str(row["date"])
            )
            rows.append(without_blanks(row))
        return sorted(rows, key=lambda row: (str(row["date"]), str(row["studentId"]), str(row["attendance"])))

    def marks(self) -> list[Row]:
        """Return the gradebook's entries in the order of the source, grades above 100 included."""
        tasks = {text(e, "GradebookEntryIdentifier"): e for e in self.gradebook.all("GradebookEntry")}
        rows = []
        for entry in self.gradebook.all("StudentGradebookEntry"):
            task = tasks[text(entry, "GradebookEntryIdentifier")]
            row: Row = {
                "studentId": text(entry, "StudentUniqueId"),
                "courseCode": text(task, "LocalCourseCode"),
                "section": text(task, "SourceSectionIdentifier"),
                "examName": text(task, "Title"),
                "marksObtained": float(text(entry, "NumericGradeEarned")),
                "maxMarks": 100,
                "examDate": text(task, "DateAssigned"),
                "dueDate": text(task, "DueDate"),
                "handedIn": word(text(entry, "AssignmentLateStatus")),
            }
            row["updatedAt"] = updated_at("marks", row, "studentId", "examName", not_before=str(row["examDate"]))
            rows.append(without_blanks(row))
        return rows

    def data_sets(self) -> Iterator[tuple[str, list[Row]]]:
        for name in ("students", "faculty", "subjects", "timetable", "attendance", "marks"):
            yield name, getattr(self, name)()


def packed(content: bytes) -> bytes:
    """Return `content` gzipped without time or name, so that equal content gives equal bytes."""
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=buffer, mtime=0) as file:
        file.write(content)
    return buffer.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="the folder with the Ed-Fi sample XML")
    parser.add_argument("output", type=Path, nargs="?", default=OUTPUT)
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    for name, rows in SampleCollegeMaker(arguments.folder).data_sets():
        lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
        content = packed(f"[\n{lines}\n]\n".encode())
        (arguments.output / f"{name}.json.gz").write_bytes(content)
        print(f"{name}: {len(rows)} records, {len(content)} bytes")


if __name__ == "__main__":
    main()
