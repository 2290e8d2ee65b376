"""What happens at the sample college from one day to the next."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_ATTENDANCE_WORDS: Final = ("absent", "excused", "late")
_SATURDAY: Final = 5


@dataclass(frozen=True)
class Advance:
    """What one move of the rehearsal changed, in records."""

    day: date
    updated_at: str
    """The `updatedAt` of every record that changed."""
    attendance_added: int
    students_changed: int
    students_added: int
    marks_changed: int


@dataclass(frozen=True)
class Change:
    """One record to put in the place `index` of its data set, or at its end where `index` is None."""

    data_set: str
    index: int | None
    record: Mapping[str, object]


def next_day(
    today: date, records: Mapping[str, Sequence[Mapping[str, object]]], seed: int | None
) -> tuple[Advance, list[Change]]:
    """Return the changes of the next weekday after `today`, the same for the same arguments."""
    day = today + timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    stamp = f"{day.isoformat()}T16:00:00Z"
    # Not for secrets: what is wanted is that the same seed gives the same day.
    chance = random.Random(f"{seed}/{day.isoformat()}")  # noqa: S311
    attendance = _new_attendance(chance, records["students"], day, stamp)
    corrected = _corrected_students(chance, records["students"], day, stamp)
    added = _new_students(chance, records["students"], stamp)
    marks = _raised_marks(chance, records["marks"], stamp)
    advance = Advance(day, stamp, len(attendance), len(corrected), len(added), len(marks))
    return advance, [*attendance, *corrected, *added, *marks]


def _new_attendance(
    chance: random.Random, students: Sequence[Mapping[str, object]], day: date, stamp: str
) -> list[Change]:
    return [
        Change(
            "attendance",
            None,
            {
                "studentId": student["studentId"],
                "name": student["name"],
                "attendance": chance.choice(_ATTENDANCE_WORDS),
                "date": day.isoformat(),
                "updatedAt": stamp,
            },
        )
        for student in chance.sample(students, chance.randint(3, 6))
    ]


def _corrected_students(
    chance: random.Random, students: Sequence[Mapping[str, object]], day: date, stamp: str
) -> list[Change]:
    changes = []
    for index in chance.sample(range(len(students)), chance.randint(1, 2)):
        record = dict(students[index])
        last_name = str(record["lastName"])
        if chance.random() < 0.5 and "-" not in last_name:
            record["lastName"] = f"{last_name}-{chance.choice(students)['lastName']}"
            # The last name is the last such word of the name; a suffix such as "Jr" may follow it.
            before, _, suffix = str(record["name"]).rpartition(last_name)
            record["name"] = f"{before}{record['lastName']}{suffix}"
        else:
            record["email"] = _address(record, day)
        changes.append(Change("students", index, record | {"updatedAt": stamp}))
    return changes


def _address(student: Mapping[str, object], day: date) -> str:
    """Return an address under the reserved domain `.example` (RFC 2606) that differs from the one before."""
    words = f"{student['firstName']}.{student['lastName']}".lower()
    name = "".join(letter for letter in words if letter.isalnum() or letter in ".-")
    number = "" if "email" not in student else day.strftime("%m%d")
    return f"{name}{number}@students.example"


def _new_students(chance: random.Random, students: Sequence[Mapping[str, object]], stamp: str) -> list[Change]:
    if chance.random() < 0.5:
        return []
    first, last = chance.sample(students, 2)
    # The source numbers its people up to 605780; the next number is nobody's.
    number = max(605780, *(int(str(student["studentId"])) for student in students)) + 1
    record = {
        "studentId": str(number),
        "firstName": first["firstName"],
        "lastName": last["lastName"],
        "name": f"{first['firstName']} {last['lastName']}",
        "birthDate": last["birthDate"],
        "updatedAt": stamp,
    }
    return [Change("students", None, record)]


def _raised_marks(chance: random.Random, marks: Sequence[Mapping[str, object]], stamp: str) -> list[Change]:
    obtained = [float(str(mark["marksObtained"])) for mark in marks]
    below = [index for index, number in enumerate(obtained) if number < 100]
    if not below:
        return []
    index = chance.choice(below)
    raised = min(100.0, obtained[index] + chance.randint(1, 5))
    return [Change("marks", index, dict(marks[index]) | {"marksObtained": raised, "updatedAt": stamp})]
