from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.endpoint import Endpoint, ErrorRule, Incremental
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.integration import Integration, read_integration


def written(**endpoints: Any) -> dict[str, Any]:
    return {"name": "LMS", "baseUrl": "https://lms.example.edu", "authType": "none", "endpoints": endpoints}


def read(**endpoints: Any) -> Integration:
    return read_integration(written(**endpoints)).integration


WHOLE = {
    "path": "/courses/{parent.id}/grades",
    "method": "POST",
    "params": {"format": "json"},
    "headers": {"X-Term": "{run.today|%Y}"},
    "json": {"since": "{cursor}", "take": "{page.size}", "skip": "{page.offset}"},
    "recordsPath": "usergrades[]",
    "unfold": "gradeitems",
    "filter": "itemtype == 'mod'",
    "pagination": {"style": "offset", "pageSize": 50, "totalPath": "meta.total"},
    "incremental": {"field": "timemodified", "format": "epoch", "lookBack": 60, "first": "365 days"},
    "forEach": {"endpoint": "subjects", "filter": "visible", "include": ["shortname"], "parallel": 2},
    "errorRules": [{"status": [404], "then": "ignore"}, {"path": "exception", "then": "fail", "say": "Ask IT."}],
    "mappings": [{"from": "parent.shortname", "to": "subject_code"}],
    "maxMinutes": 20,
}


def test_an_endpoint_with_everything_comes_back_as_it_was_written():
    config = read(subjects="/courses", marks=WHOLE)
    assert config.to_json()["endpoints"]["marks"] == WHOLE
    assert read_integration(config.to_json()).integration == config


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"form": {"a": "b"}, "json": {}, "method": "POST"}, "a form or a JSON body, not both"),
        ({"json": {"a": 1}}, '"method": "POST"'),
        ({"path": "/x/{parent.id}"}, 'needs "forEach"'),
        ({"path": "/x/{parnt.id}"}, "nothing is known as {parnt.id}"),
        ({"params": {"since": "{cursor}"}}, 'needs "incremental"'),
        ({"path": "/x/{cursor}", "incremental": {}}, 'needs "first"'),
        ({"params": {"api_key": "x"}}, "holds a secret"),
        ({"headers": {"Host": "x"}}, "set by the program itself"),
        ({"filter": "a = 1"}, "not a path or a JMESPath expression"),
        ({"recordsPath": "data[*"}, "not a path or a JMESPath expression: it ends too early"),
        ({"recordsPath": "data..list"}, "not a path or a JMESPath expression: it breaks at character 6"),
        ({"forEach": {}}, 'either "endpoint"'),
        ({"forEach": {"endpoint": "subjects", "values": ["1"]}}, 'either "endpoint"'),
        ({"forEach": {"endpoint": "courses"}}, "no endpoint of this integration"),
        ({"forEach": {"endpoint": "marks"}}, "comes back to “marks”"),
        ({"errorRules": [{"then": "ignore"}]}, "needs a condition"),
        ({"errorRules": [{"status": 200, "then": "explode"}]}, "errorRules.0.then"),
        ({"incremental": {"format": "number"}}, 'needs "field"'),
        ({"incremental": {"format": "number", "field": "v", "lookBack": 5}}, "are for times"),
        ({"incremental": {"sliceDays": 7}}, 'windows need "first"'),
        ({"incremental": {"first": "sometime"}}, "is no start"),
        ({"incremental": {"param": "token"}}, "holds a secret"),
        ({"pagination": {"style": "pages"}}, "pagination.style"),
        ({"pagination": {"stile": "page"}}, "Did you mean “style”"),
        ({"incremental": {"lookback": 5}}, "Did you mean “lookBack”"),
        ({"forEach": {"endpoint": "subjects", "parallell": 2}}, "Did you mean “parallel”"),
        ({"errorRules": [{"status": 1, "then": "fail"}]}, "greater than or equal to 100"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(changes, said):
    with pytest.raises(ConfigurationError) as caught:
        read(subjects="/courses", marks={"path": "/m"} | changes)
    assert said in caught.value.sentence


def test_a_line_of_parents_is_bounded():
    child = {"path": "/x", "dataType": "custom", "key": ["id"]}
    chain = {f"e{n}": child | {"forEach": {"endpoint": f"e{n - 1}"}} for n in range(1, 4)}
    with pytest.raises(ConfigurationError, match="more than 2 parents"):
        read(e0=child, **chain)


def test_one_status_may_be_written_without_a_list():
    assert ErrorRule.model_validate({"status": 404, "then": "ignore"}).status == [404]


def test_parents_come_before_their_children():
    config = read(
        marks={"path": "/m", "forEach": {"endpoint": "students"}},
        students={"path": "/s", "forEach": {"endpoint": "subjects"}},
        subjects="/c",
        faculty="/f",
    )
    assert config.parents_first(config.endpoints) == ["subjects", "students", "marks", "faculty"]
    assert config.parents_first(["marks", "faculty"]) == ["marks", "faculty"]


def test_the_fingerprint_follows_what_is_brought_and_nothing_else():
    def fingerprint(name: str = "marks", **changes: Any) -> str:
        marks = {"path": "/m/{parent.id}", "forEach": {"endpoint": "subjects"}}
        return read(subjects={"path": "/c"} | changes.pop("subjects", {}), marks=marks | changes).fingerprint(name)

    same = fingerprint()
    assert fingerprint(syncInterval=90, enabled=False, maxMinutes=2) == same
    others = [
        fingerprint(path="/other/{parent.id}"),
        fingerprint(params={"a": "b"}),
        fingerprint(filter="a"),
        fingerprint(pagination={"style": "none"}),
        fingerprint(errorRules=[{"status": 404, "then": "ignore"}]),
        fingerprint(mappings={"x": "exam"}),
        fingerprint(incremental={"param": "since"}),
        fingerprint(subjects={"path": "/other"}),
        fingerprint("subjects"),
    ]
    assert len({same, *others}) == len(others) + 1


def test_incremental_settings_have_calm_defaults():
    usual = Incremental()
    assert (usual.format, usual.look_back, usual.first, usual.order) == ("iso", 0, "", "any")


@given(
    st.dictionaries(
        st.sampled_from(["path", "method", "filter", "unfold", "recordsPath", "json", "form", "forEach", "key"]),
        st.one_of(st.text(max_size=20), st.integers(), st.none(), st.lists(st.text(max_size=3), max_size=2)),
    )
)
def test_anything_is_either_an_endpoint_or_refused_in_words(given_endpoint):
    said, config = "", None
    try:
        config = read(marks={"path": "/m"} | given_endpoint)
    except ConfigurationError as error:
        said = error.sentence
    assert said or (config is not None and isinstance(config.endpoints["marks"], Endpoint))
