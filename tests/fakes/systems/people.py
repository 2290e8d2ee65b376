"""A made-up college for the fakes: the same people, subjects and scores in every system."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_GIVEN = (
    "Asha",
    "Ravi",
    "Meera",
    "Zoë",
    "João",
    "Lakshmi",
    "Omar",
    "Siobhán",
    "Nguyễn",
    "Ines",
    "Tomás",
    "Priya",
    "Wei",
)
_FAMILY = ("Rao", "D’Souza", "Kumar", "Iyer", "O’Brien", "Nair", "Khan", "Müller", "Das", "Fernandes", "Łukasik")

STUDENTS = 230
TEACHERS = 12
SUBJECTS = (("CS101", "Programming & Problem Solving"), ("MA102", "Linear Algebra"), ("PH103", "Mechanics"))
EXAMS = ("Midterm", "Final")
RECENTLY = (datetime.now(UTC) - timedelta(days=30)).replace(hour=10, minute=0, second=0, microsecond=0)
"""When everything was last changed: within what any system is asked for at first."""
TODAY = RECENTLY.date().isoformat()
"""The day of all attendance and results."""


@dataclass(frozen=True)
class Person:
    """One person; `number` counts from 1."""

    number: int
    code: str
    given: str
    family: str

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.given} {self.family}"

    @property
    def email(self) -> str:
        """An address that nobody reads."""
        return f"{self.code.lower()}@college.example"


def students(number: int = STUDENTS) -> list[Person]:
    """Return so many students, S001 and on."""
    return [_person(n, f"S{n:03d}") for n in range(1, number + 1)]


def teachers(number: int = TEACHERS) -> list[Person]:
    """Return so many teachers, T001 and on."""
    return [_person(n, f"T{n:03d}") for n in range(1, number + 1)]


def score(person: Person, subject: int, exam: int) -> float | None:
    """Return the score out of 50 of a student in the exam of a subject, None for every tenth, who was not there."""
    if (person.number + subject + exam) % 10 == 0:
        return None
    return float((person.number * 7 + subject * 5 + exam * 3) % 51)


def scored(subject: int, exam: int, number: int = STUDENTS) -> int:
    """Return how many students have a score in an exam."""
    return sum(score(person, subject, exam) is not None for person in students(number))


def _person(number: int, code: str) -> Person:
    return Person(number, code, _GIVEN[number % len(_GIVEN)], _FAMILY[number % len(_FAMILY)])
