import pytest

from hub_desktop.core.words import count, did_you_mean, listed


@pytest.mark.parametrize(("number", "text"), [(0, "0 records"), (1, "1 record"), (1204, "1,204 records")])
def test_numbers_are_said_as_people_say_them(number, text):
    assert count(number, "record") == text


def test_irregular_plurals_are_given():
    assert count(2, "delivery", "deliveries") == "2 deliveries"


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_are_said_as_people_say_them(words, text):
    assert listed(words) == text


def test_the_nearest_spelling_is_offered_and_no_far_one():
    assert did_you_mean("Atendance", ["attendance", "marks"]) == " Did you mean “attendance”?"
    assert did_you_mean("zzz", ["attendance", "marks"]) == ""
