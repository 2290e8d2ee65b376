from collections import Counter

from tests.benchmarks.oulad import FOLDER, load_enrolments, load_marks


def test_every_enrolment_is_there_and_unlike_the_others():
    enrolments = list(load_enrolments())
    assert len(enrolments) == 32_593
    keys = {(row["courseCode"], row["presentation"], row["studentId"]) for row in enrolments}
    assert len(keys) == 32_593
    assert sum(row["imdBand"] is None for row in enrolments) == 1_111
    assert Counter(row["finalResult"] for row in enrolments) == {
        "Pass": 12_361,
        "Withdrawn": 10_156,
        "Fail": 7_052,
        "Distinction": 3_024,
    }


def test_every_mark_is_there_and_the_empty_ones_stay_empty():
    count, empty = 0, 0
    for row in load_marks():
        count += 1
        empty += row["marksObtained"] is None
    assert (count, empty) == (173_912, 173)


def test_the_attribution_lies_beside_the_data():
    text = (FOLDER / "ATTRIBUTION.md").read_text()
    for words in ("Kuzilek", "Hlosta", "Zdrahal", "2017", "10.1038/sdata.2017.171", "licenses/by/4.0"):
        assert words in text
