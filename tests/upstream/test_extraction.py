from typing import Any

import pytest

from hub_desktop.core.endpoint import Endpoint
from hub_desktop.core.integration import Integration
from hub_desktop.upstream.extraction import Extraction, Family, chosen_parents, fields_for_children, is_true


def extracted(raw: list[Any], parent: dict[str, Any] | None = None, **written: Any) -> Any:
    endpoint = Endpoint.model_validate({"path": "/x", "forEach": {"values": ["1"]}} | written)
    return Extraction(endpoint).records(raw, parent)


def test_records_pass_as_they_are():
    raw = [{"a": 1}, "odd", None]
    assert extracted(raw).records is raw


def test_a_filter_passes_records_over_and_says_how_many():
    raw = [{"roles": [{"shortname": "student"}]}, {"roles": [{"shortname": "teacher"}]}, {}, "odd"]
    found = extracted(raw, filter="roles[?shortname=='student']")
    # What is no record is refused with its reason later, not passed over in silence.
    assert found.records == [raw[0], "odd"]
    assert found.passed_over == 2
    assert not found.warnings


def test_a_filter_that_does_not_fit_is_told():
    found = extracted([{"n": "x"}, {"n": [1]}], filter="sum(n) > `0`")
    assert found.records == [{"n": [1]}]
    assert found.warnings == ("The filter of this endpoint does not fit 1 of 2 records.",)


def test_inner_lists_are_unfolded_with_the_named_fields_of_the_outer_record():
    raw = [{"user": 7, "name": "Asha", "items": [{"id": 1}, {"id": 2}]}, {"user": 8}, {"user": 9, "items": "none"}]
    found = extracted(raw, unfold="items", mappings={"outer.user": "student_id"})
    assert found.records == [{"id": 1, "outer": {"user": 7}}, {"id": 2, "outer": {"user": 7}}]
    assert found.warnings == ("1 of 3 entries hold no list under “items”.",)


def test_the_parent_is_at_hand_with_the_fields_that_are_named():
    parent = {"id": 3, "code": "M1", "secret": "x"}
    found = extracted([{"a": 1}], parent, mappings={"join('-', [parent.code, a])": "exam"}, forEach=EACH)
    assert found.records == [{"a": 1, "parent": {"code": "M1", "id": 3}}]
    assert extracted([{"a": 1}], parent).records == [{"a": 1}]


EACH = {"endpoint": "subjects", "include": ["id"]}


def test_fields_that_transformations_and_javascript_name_are_at_hand():
    raw = [{"user": 7, "first": "Asha", "last": "Rao", "term": 1, "rest": "left out", "items": [{"id": 1}]}]
    mapping = {
        "from": "outer.first",
        "to": "name",
        "transformations": [{"concatenate": ["outer.last"]}, {"when": {"if": "outer.term == `1`", "then": "x"}}],
    }
    found = extracted(raw, unfold="items", mappings=[mapping], javascript="(r) => ({...r, n: r.outer?.user})")
    assert found.records == [{"id": 1, "outer": {"user": 7, "first": "Asha", "last": "Rao", "term": 1}}]


def test_a_filter_may_ask_for_the_parent():
    found = extracted([{"a": 1}], {"visible": 0}, filter="parent.visible == `0`")
    assert len(found.records) == 1


@pytest.mark.parametrize(
    ("value", "true"), [(None, False), (False, False), ("", False), ([], False), ({}, False), (0, True), ("0", True)]
)
def test_truth_is_that_of_jmespath(value, true):
    assert is_true(value) is true


def integration(**children: Any) -> Integration:
    endpoints = {"subjects": "/c", **{name: {"path": "/x", **written} for name, written in children.items()}}
    return Integration.model_validate({"name": "x", "baseUrl": "https://x.in", "endpoints": endpoints})


def test_of_parents_only_what_children_name_is_kept():
    config = integration(
        marks={
            "path": "/c/{parent.id}/g",
            "forEach": {"endpoint": "subjects", "filter": "visible && kind == 'course'"},
            "mappings": {"parent.shortname": "subject_code"},
        },
        students={"path": "/c/{parent.number}", "forEach": {"endpoint": "subjects", "include": ["fullname"]}},
    )
    assert fields_for_children(config, "subjects") >= {"id", "visible", "kind", "shortname", "number", "fullname"}
    assert fields_for_children(config, "marks") == frozenset()
    family = Family(frozenset({"id"}))
    family.add([{"id": 1, "summary": "long"}, "odd", {"other": 2}])
    assert family.members == [{"id": 1}, {}]


def test_parents_can_be_chosen():
    endpoint = integration(marks={"forEach": {"endpoint": "subjects", "filter": "id > `1`"}}).endpoints["marks"]
    assert chosen_parents(endpoint, [{"id": 1}, {"id": 2}, {"id": "x"}]) == [{"id": 2}]
