"""OULAD's enrolments and marks as records of an upstream, for tests at scale.

The data set and its attribution lie in tests/data/oulad.
"""

import csv
import gzip
import io
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "data" / "oulad"
MAX_MARKS = 100


def load_enrolments() -> Iterator[dict[str, object]]:
    """Yield the 32,593 enrolments; a student occurs once in each module presentation."""
    for row in _rows("studentInfo"):
        yield {
            "studentId": row["id_student"],
            "courseCode": row["code_module"],
            "presentation": row["code_presentation"],
            "gender": row["gender"],
            "region": row["region"],
            "highestEducation": row["highest_education"],
            "imdBand": row["imd_band"] or None,
            "ageBand": row["age_band"],
            "previousAttempts": int(row["num_of_prev_attempts"]),
            "credits": int(row["studied_credits"]),
            "disability": row["disability"],
            "finalResult": row["final_result"],
        }


def load_marks() -> Iterator[dict[str, object]]:
    """Yield the 173,912 marks, those of the 173 assessments without a score with `marksObtained` None.

    `submittedOnDay` is in days from the start of the presentation, negative before it.
    """
    assessments = {row["id_assessment"]: row for row in _rows("assessments")}
    for row in _rows("studentAssessment"):
        assessment = assessments[row["id_assessment"]]
        yield {
            "studentId": row["id_student"],
            "courseCode": assessment["code_module"],
            "presentation": assessment["code_presentation"],
            "examName": f"{assessment['assessment_type']} {row['id_assessment']}",
            "marksObtained": float(row["score"]) if row["score"] else None,
            "maxMarks": MAX_MARKS,
            "submittedOnDay": int(row["date_submitted"]),
            "isBanked": row["is_banked"] == "1",
        }


def _rows(name: str) -> Iterator[dict[str, str]]:
    with gzip.open(FOLDER / f"{name}.csv.gz", "rb") as file:
        yield from csv.DictReader(io.TextIOWrapper(file, encoding="utf-8", newline=""))
