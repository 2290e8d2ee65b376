import json
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.offers import Offer, merged_patch, with_offers

WRITTEN = {"name": "Moodle", "endpoints": {"students": "/s", "marks": {"path": "/m", "params": {"a": "1"}}}}
VALUES = st.recursive(
    st.one_of(st.integers(), st.booleans(), st.text(max_size=5)),
    lambda inner: st.dictionaries(st.text(max_size=3), inner, max_size=3) | st.lists(inner, max_size=2),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("target", "patch", "result"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [1, 2]}, {"a": [3]}, {"a": [3]}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
        ({"a": 1}, "x", "x"),
    ],
)
def test_the_examples_of_rfc_7396(target, patch, result):
    assert merged_patch(target, patch) == result


def test_settings_can_be_added_to_an_endpoint_that_is_a_bare_path():
    offer = Offer("Add", "Because.", {"endpoints": {"students": {"params": {"x": "y"}}}})
    assert with_offers(WRITTEN, [offer])["endpoints"]["students"] == {"path": "/s", "params": {"x": "y"}}


def test_offers_are_made_in_order_and_the_original_stays():
    before = deepcopy(WRITTEN)
    offers = [Offer("A", "", {"name": "B"}), Offer("B", "", {"name": "C", "endpoints": {"marks": None}})]
    assert with_offers(WRITTEN, offers) == {"name": "C", "endpoints": {"students": "/s"}}
    assert before == WRITTEN


@given(st.dictionaries(st.text(max_size=3), VALUES, max_size=4))
def test_a_patch_without_nulls_is_there_afterwards_and_twice_is_once(patch):
    once = merged_patch({}, patch)
    assert json.dumps(once, sort_keys=True) == json.dumps(patch, sort_keys=True)
    assert merged_patch(once, patch) == once
