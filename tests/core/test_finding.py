from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.finding import found

NAMES = ["Home", "College ERP: sync now", "College ERP: edit", "Moodle: sync now", "Settings: Accounts", "São José"]


def names(typed: str) -> list[str]:
    return [NAMES[place] for place in found(typed, NAMES)]


def test_every_word_has_to_be_there_and_case_and_accents_do_not_count():
    assert names("sync") == ["College ERP: sync now", "Moodle: sync now"]
    assert names("erp SYNC") == ["College ERP: sync now"]
    assert names("sao jose") == ["São José"]
    assert names("ccount") == ["Settings: Accounts"]


def test_words_that_begin_one_go_first():
    assert found("co", ["Second", "College"]) == [1, 0]


def test_a_slip_of_the_finger_is_forgiven_but_not_everything():
    assert names("Moodel")[0] == "Moodle: sync now"
    assert names("zzz") == []
    assert names("zq") == []


@given(st.text(max_size=20), st.lists(st.text(max_size=20), max_size=10))
def test_places_are_found_once_and_nothing_typed_finds_all(typed, some):
    places = found(typed, some)
    assert len(set(places)) == len(places)
    assert set(places) <= set(range(len(some)))
    assert found("  ", some) == list(range(len(some)))
    for place, name in enumerate(some):
        if name.strip():
            assert place in found(name, some)
