"""The kinds of data, each declared once: tables, validation, form, mapping and explorer are drawn from here."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from msgspec import Struct, field


class FieldKind(StrEnum):
    """How the value of a field is checked and stored."""

    TEXT = "text"
    EMAIL = "email"
    DATE = "date"
    """Stored as `YYYY-MM-DD`."""
    TIME = "time"
    """Stored as `HH:MM`."""
    NUMBER = "number"
    INTEGER = "integer"
    CHOICE = "choice"


class Field(Struct, frozen=True):
    """One field of a data type; `aliases` are names upstreams use for it, the most certain first."""

    name: str
    label: str
    help: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    key: bool = False
    may_be_empty: bool = False
    """A key field that upstreams may leave out: it is then the empty string, never NULL."""
    personal: bool = False
    max_length: int = 200
    minimum: float | None = None
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Stored word → other spellings that mean the same, compared without case."""
    aliases: tuple[str, ...] = ()


# Without slots, so that what is drawn from the fields is drawn once: every record asks for it.
class DataType(Struct, frozen=True, dict=True):
    """One kind of data: its fields, key first, and how often it is worth reading."""

    name: str
    label: str
    help: str
    fields: tuple[Field, ...]
    recommended_interval: int
    """Minutes between two syncs (the seed's table)."""
    roster: bool = False
    """A list that a working college never has empty; an empty answer for it is suspicious."""
    ordered_by: tuple[str, ...] = ()
    """The key fields in the order in which records are listed and filed, where that is not the order of the key."""

    @cached_property
    def order_names(self) -> tuple[str, ...]:
        """The names of the key fields in the order in which records are listed and filed.

        What comes day by day is filed by day: a page then touches a few places of the file and not all of it.
        """
        return self.ordered_by or tuple(f.name for f in self.key_fields)

    @cached_property
    def key_fields(self) -> tuple[Field, ...]:
        """The fields that together name one record."""
        return tuple(f for f in self.fields if f.key)

    @cached_property
    def field_names(self) -> tuple[str, ...]:
        """The names of all fields in stored order."""
        return tuple(f.name for f in self.fields)

    def field_named(self, name: str) -> Field:
        """Return the field; raise KeyError when there is none."""
        for candidate in self.fields:
            if candidate.name == name:
                return candidate
        raise KeyError(name)


_STUDENT_ALIASES = (
    "studentId",
    "student_id",
    "studentNumber",
    "studentCode",
    "student",
    "enrollmentNumber",
    "enrolmentNumber",
    "enrollmentNo",
    "enrolmentNo",
    "enrollNo",
    "registrationNumber",
    "registrationNo",
    "regNo",
    "admissionNumber",
    "admissionNo",
    "usn",
    "prn",
    "idnumber",
    "studentUniqueId",
    "sisUserId",
    "rollNumber",
    "rollNo",
    "empCode",
    "userId",
)


def _student_key(*more_aliases: str) -> Field:
    return Field(
        "student_id",
        "Student ID",
        "The number or code by which the college knows the student.",
        required=True,
        key=True,
        personal=True,
        max_length=64,
        aliases=_STUDENT_ALIASES + more_aliases,
    )


def _department() -> Field:
    return Field(
        "department",
        "Department",
        "Department or branch.",
        aliases=("department", "departmentName", "dept", "deptName", "branch", "stream", "school"),
    )


def _email() -> Field:
    return Field(
        "email",
        "Email",
        "Email address.",
        kind=FieldKind.EMAIL,
        personal=True,
        max_length=254,
        aliases=("email", "emailAddress", "mail", "emailId", "collegeEmail", "studentEmail"),
    )


def _phone() -> Field:
    return Field(
        "phone",
        "Phone",
        "Telephone number as the upstream writes it.",
        personal=True,
        max_length=40,
        aliases=(
            "phone",
            "phoneNumber",
            "mobile",
            "mobileNumber",
            "mobileNo",
            "phone1",
            "contact",
            "contactNumber",
            "telephone",
            "sms",
        ),
    )


def _person_name(*sure_aliases: str) -> Field:
    # The sure names first: in a record with both, “name” is often the name of the record (as in ERPNext). Names of
    # other people, such as the teacher's in a list of students, are left alone.
    return Field(
        "name",
        "Name",
        "Full name.",
        personal=True,
        aliases=(*sure_aliases, "fullName", "displayName", "name"),
    )


def _semester() -> Field:
    return Field(
        "semester",
        "Semester",
        "Semester or term.",
        max_length=60,
        aliases=("semester", "sem", "term", "currentSemester"),
    )


def _subject_key(*, may_be_empty: bool = False) -> Field:
    return Field(
        "subject_code",
        "Subject",
        "Code of the subject, or its name where the upstream knows no code.",
        required=not may_be_empty,
        key=True,
        may_be_empty=may_be_empty,
        max_length=120,
        aliases=(
            "subjectCode",
            "subject_code",
            "courseCode",
            "paperCode",
            "moduleCode",
            "courseShortname",
            "subjectId",
            "courseId",
            "shortname",
            "subject",
            "course",
            "paper",
            "module",
            "subjectName",
            "courseName",
        ),
    )


def _faculty_reference() -> Field:
    return Field(
        "faculty_id",
        "Faculty ID",
        "The teacher's code.",
        personal=True,
        max_length=64,
        aliases=(
            "facultyId",
            "faculty_id",
            "staffId",
            "teacherId",
            "employeeId",
            "instructorId",
            "lecturerId",
            "faculty",
            "teacher",
            "instructor",
        ),
    )


STUDENTS = DataType(
    "students",
    "Students",
    "Who studies here.",
    (
        # In a list of students “id” is the student's; elsewhere it is the record's own.
        _student_key("id"),
        _person_name("studentName"),
        _email(),
        _phone(),
        _department(),
        Field(
            "program",
            "Program",
            "Degree or course of study.",
            aliases=("program", "programme", "programName", "degree", "courseOfStudy"),
        ),
        _semester(),
        Field(
            "section",
            "Section",
            "Section, class or division.",
            max_length=60,
            aliases=("section", "division", "className", "class", "batch", "group"),
        ),
        Field(
            "roll_number",
            "Roll number",
            "Number within the section.",
            personal=True,
            max_length=64,
            aliases=("rollNumber", "roll_number", "rollNo", "roll", "classRollNo"),
        ),
        Field(
            "date_of_birth",
            "Date of birth",
            "Day of birth.",
            kind=FieldKind.DATE,
            personal=True,
            aliases=("dateOfBirth", "date_of_birth", "dob", "birthDate", "birthday"),
        ),
        Field(
            "gender", "Gender", "As the upstream records it.", personal=True, max_length=40, aliases=("gender", "sex")
        ),
        Field(
            "admission_date",
            "Admission date",
            "Day of admission.",
            kind=FieldKind.DATE,
            aliases=(
                "admissionDate",
                "admission_date",
                "dateOfAdmission",
                "joiningDate",
                "enrollmentDate",
                "enrolmentDate",
            ),
        ),
        Field(
            "status",
            "Status",
            "Enrolment status as the upstream records it.",
            max_length=60,
            aliases=("status", "studentStatus", "enrollmentStatus", "enrolmentStatus"),
        ),
    ),
    recommended_interval=24 * 60,
    roster=True,
)

FACULTY = DataType(
    "faculty",
    "Faculty",
    "Who teaches here.",
    (
        Field(
            "faculty_id",
            "Faculty ID",
            "The code by which the college knows the teacher.",
            required=True,
            key=True,
            personal=True,
            max_length=64,
            aliases=(
                "facultyId",
                "faculty_id",
                "staffId",
                "staffUniqueId",
                "teacherId",
                "employeeId",
                "employeeCode",
                "empCode",
                "empId",
                "instructorId",
                "idnumber",
                "userId",
                "id",
            ),
        ),
        _person_name("facultyName", "staffName", "teacherName", "employeeName", "instructorName"),
        _email(),
        _phone(),
        _department(),
        Field(
            "designation",
            "Designation",
            "Position held.",
            aliases=("designation", "jobTitle", "position", "title", "staffClassification"),
        ),
    ),
    recommended_interval=24 * 60,
    roster=True,
)

SUBJECTS = DataType(
    "subjects",
    "Subjects",
    "What is taught.",
    (
        Field(
            "subject_code",
            "Subject code",
            "Code of the subject.",
            required=True,
            key=True,
            max_length=120,
            aliases=(
                "subjectCode",
                "subject_code",
                "courseCode",
                "code",
                "paperCode",
                "moduleCode",
                "shortname",
                "subjectId",
                "courseId",
                "idnumber",
                "id",
            ),
        ),
        Field(
            "name",
            "Name",
            "Name of the subject.",
            aliases=("name", "subjectName", "courseName", "courseTitle", "fullname", "title", "subject", "course"),
        ),
        _department(),
        _semester(),
        Field(
            "credits",
            "Credits",
            "Credit points.",
            kind=FieldKind.NUMBER,
            minimum=0,
            aliases=("credits", "credit", "creditPoints", "creditHours", "ects"),
        ),
        _faculty_reference(),
    ),
    recommended_interval=24 * 60,
    roster=True,
)

TIMETABLE = DataType(
    "timetable",
    "Timetable",
    "Who is taught what, when and where.",
    (
        Field(
            "section",
            "Section",
            "Section, class or division.",
            required=True,
            key=True,
            max_length=120,
            aliases=("section", "sectionName", "sectionId", "division", "className", "class", "batch", "group"),
        ),
        Field(
            "day",
            "Day",
            "Day of the week.",
            kind=FieldKind.CHOICE,
            required=True,
            key=True,
            choices={
                "monday": ("mon", "mo"),
                "tuesday": ("tue", "tues", "tu"),
                "wednesday": ("wed", "we"),
                "thursday": ("thu", "thur", "thurs", "th"),
                "friday": ("fri", "fr"),
                "saturday": ("sat", "sa"),
                "sunday": ("sun", "su"),
            },
            aliases=("day", "dayOfWeek", "weekday", "dayName"),
        ),
        Field(
            "start_time",
            "Start",
            "Time at which it begins.",
            kind=FieldKind.TIME,
            required=True,
            key=True,
            aliases=("startTime", "start_time", "start", "from", "fromTime", "beginTime"),
        ),
        _subject_key(),
        Field(
            "end_time",
            "End",
            "Time at which it ends.",
            kind=FieldKind.TIME,
            aliases=("endTime", "end_time", "end", "to", "toTime", "finishTime"),
        ),
        _faculty_reference(),
        Field(
            "room",
            "Room",
            "Room or laboratory.",
            max_length=80,
            aliases=("room", "roomNumber", "roomNo", "location", "venue", "classroom"),
        ),
    ),
    recommended_interval=24 * 60,
    roster=True,
)

ATTENDANCE = DataType(
    "attendance",
    "Attendance",
    "Who was present.",
    (
        _student_key(),
        Field(
            "date",
            "Date",
            "Day of the class.",
            kind=FieldKind.DATE,
            required=True,
            key=True,
            aliases=(
                "date",
                "attendanceDate",
                "eventDate",
                "classDate",
                "day",
                "punchDate",
                "punchTime",
                "sessionDate",
            ),
        ),
        _subject_key(may_be_empty=True),
        Field(
            "period",
            "Period",
            "Period or hour within the day.",
            key=True,
            may_be_empty=True,
            max_length=60,
            aliases=("period", "periodNumber", "periodNo", "hour", "slot", "session", "lecture"),
        ),
        Field(
            "status",
            "Status",
            "Present, absent, late or excused.",
            kind=FieldKind.CHOICE,
            required=True,
            choices={
                "present": ("p", "yes", "true", "in attendance", "attended"),
                "absent": ("a", "ab", "no", "false", "unexcused", "unexcused absence", "absent unexcused"),
                "late": ("l", "tardy", "late arrival"),
                "excused": ("e", "ex", "leave", "on leave", "medical", "excused absence", "absent excused"),
                "unknown": ("u", "not marked", "unmarked"),
            },
            aliases=("attendance", "status", "attendanceStatus", "mark", "present", "state"),
        ),
        _person_name("studentName", "employeeName"),
        Field(
            "remarks",
            "Remarks",
            "Note of the teacher or office.",
            personal=True,
            max_length=500,
            aliases=("remarks", "remark", "note", "notes", "comment", "comments", "reason"),
        ),
    ),
    recommended_interval=30,
    ordered_by=("date", "student_id", "subject_code", "period"),
)

MARKS = DataType(
    "marks",
    "Marks",
    "Results of examinations and assignments.",
    (
        _student_key(),
        _subject_key(),
        Field(
            "exam",
            "Exam",
            "Examination or assignment.",
            required=True,
            key=True,
            max_length=200,
            aliases=(
                "exam",
                "examName",
                "examType",
                "examination",
                "assessment",
                "assessmentName",
                "assessmentId",
                "assignment",
                "test",
                "itemname",
                "title",
            ),
        ),
        Field(
            "marks_obtained",
            "Marks",
            "Marks obtained.",
            kind=FieldKind.NUMBER,
            personal=True,
            aliases=(
                "marksObtained",
                "marks_obtained",
                "marks",
                "score",
                "obtainedMarks",
                "graderaw",
                "points",
                "numericGrade",
            ),
        ),
        Field(
            "max_marks",
            "Out of",
            "Highest possible marks.",
            kind=FieldKind.NUMBER,
            minimum=0,
            aliases=("maxMarks", "max_marks", "maximumMarks", "totalMarks", "outOf", "maxScore", "grademax"),
        ),
        Field(
            "grade",
            "Grade",
            "Letter or word grade.",
            personal=True,
            max_length=40,
            aliases=("grade", "letterGrade", "gradeformatted", "result"),
        ),
        Field(
            "exam_date",
            "Exam date",
            "Day of the examination.",
            kind=FieldKind.DATE,
            aliases=("examDate", "exam_date", "date", "dateOfExam", "dateFulfilled", "assessmentDate"),
        ),
    ),
    recommended_interval=60,
)

CUSTOM = DataType(
    "custom",
    "Other data",
    "Any other records, kept whole; the endpoint names their key.",
    (
        Field("kind", "Kind", "The endpoint it came from.", required=True, key=True, max_length=80),
        Field("record_id", "Key", "The chosen key of the record.", required=True, key=True, max_length=400),
        Field("content", "Content", "The whole record as JSON.", personal=True, max_length=65_536),
    ),
    recommended_interval=24 * 60,
)

DATA_TYPES: dict[str, DataType] = {
    data_type.name: data_type for data_type in (STUDENTS, FACULTY, SUBJECTS, TIMETABLE, ATTENDANCE, MARKS, CUSTOM)
}
