import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.catalog import Template, read_template
from hub_desktop.core.integration import Integration, read_integration
from hub_desktop.core.offers import merged_patch, patch_between, with_offers
from hub_desktop.core.recognition import recognised

SEED = Path(__file__).parents[1] / "data" / "seed_examples"

MOODLE: dict[str, Any] = {
    "id": "moodle",
    "version": 1,
    "name": "Moodle",
    "summary": "Students, subjects and marks.",
    "blanks": [
        {"name": "address", "label": "Address of the site", "kind": "address"},
        {"name": "apiKey", "label": "Token", "kind": "secret"},
    ],
    "integration": {
        "type": "lms",
        "baseUrl": "[[address]]",
        "authType": "api-key",
        "apiKeyIn": {"place": "query", "name": "wstoken"},
        "params": {"moodlewsrestformat": "json"},
        "endpoints": {
            "students": {
                "path": "/webservice/rest/server.php",
                "params": {
                    "wsfunction": "core_user_get_users",
                    "criteria[0][key]": "email",
                    "criteria[0][value]": "%",
                },
                "recordsPath": "users",
            },
            "subjects": {
                "path": "/webservice/rest/server.php",
                "params": {"wsfunction": "core_course_get_courses"},
            },
            "marks": {
                "path": "/webservice/rest/server.php",
                "params": {"wsfunction": "gradereport_user_get_grade_items", "courseid": "{parent.id}"},
                "forEach": {"endpoint": "subjects"},
                "recordsPath": "usergrades",
                "unfold": "gradeitems",
            },
        },
    },
    "recognise": {
        "path": "webservice/rest",
        "advice": [
            {
                "text": "core_grades_get_grades",
                "say": "Moodle has no function core_grades_get_grades any more. Marks come from "
                "gradereport_user_get_grade_items, course by course.",
                "instead": "marks",
            }
        ],
    },
}


def moodle(**changes: Any) -> Template:
    return read_template(json.dumps(MOODLE | changes))


def seed_example() -> Integration:
    return read_integration(json.loads((SEED / "moodle_lms.json").read_text())).integration


def after(config: Integration, *offers: Any) -> Integration:
    return read_integration(with_offers(config.to_json(), offers)).integration


def test_the_third_example_of_the_seed_is_moodle_and_all_that_is_wrong_is_named() -> None:
    found = recognised(seed_example(), [moodle()])
    assert found is not None
    assert found.template.name == "Moodle"
    assert [finding.about for finding in found.findings] == ["sign-in", "parameters", "students", "marks"]
    key, form, criteria, marks = found.findings
    assert "as the parameter “wstoken” of the address" in key.sentence
    assert "in the header “X-API-Key”" in key.sentence
    assert "“moodlewsrestformat=json”" in form.sentence
    assert "students, subjects and marks lack it" in form.sentence
    assert "“criteria[0][key]=email”" in criteria.sentence
    assert "core_grades_get_grades" in marks.sentence


def test_each_offer_changes_what_it_says_and_nothing_else() -> None:
    config = seed_example()
    found = recognised(config, [moodle()])
    assert found is not None
    key, form, criteria, marks = (finding.offer for finding in found.findings)
    assert key is not None
    assert form is not None
    assert criteria is not None
    assert marks is not None
    assert key.label == "Send the key as “wstoken”"
    keyed = after(config, key)
    assert keyed.api_key_in.model_dump() == {"place": "query", "name": "wstoken", "prefix": ""}
    assert keyed.endpoints == config.endpoints
    assert after(config, form).params == {"moodlewsrestformat": "json"}
    moved = after(config, marks)
    assert moved.base_url == config.base_url
    assert moved.endpoints["marks"].path == "/server.php"
    assert moved.endpoints["marks"].params["wsfunction"] == "gradereport_user_get_grade_items"
    assert moved.endpoints["marks"].for_each is not None
    # The subjects it had already are what the template calls the parent.
    assert moved.endpoints["marks"].for_each.endpoint == "subjects"
    assert moved.endpoints["subjects"] == config.endpoints["subjects"]


def test_with_all_offers_made_nothing_is_left_to_say() -> None:
    config = seed_example()
    found = recognised(config, [moodle()])
    assert found is not None
    mended = after(config, *(finding.offer for finding in found.findings if finding.offer))
    again = recognised(mended, [moodle()])
    assert again is not None
    assert again.findings == ()
    assert again.settings is None


def test_the_settings_of_the_catalog_keep_what_is_the_colleges_own() -> None:
    config = read_integration(seed_example().to_json() | {"name": "Our Moodle", "syncInterval": 90}).integration
    found = recognised(config, [moodle()])
    assert found is not None
    assert found.settings is not None
    assert found.settings.label == "Use the settings of the catalog for Moodle"
    taken = after(config, found.settings)
    assert (taken.name, taken.sync_interval, taken.enabled) == ("Our Moodle", 90, True)
    assert taken.base_url == "https://lms.college.edu"
    assert taken.template == "moodle@1"
    assert set(taken.endpoints) == {"students", "subjects", "marks"}
    assert taken.endpoints["students"].path == "/webservice/rest/server.php"
    assert recognised(taken, [moodle()]).findings == ()  # type: ignore[union-attr]


def test_another_system_is_not_recognised() -> None:
    for name in ("college_erp.json", "biometric_attendance.json"):
        config = read_integration(json.loads((SEED / name).read_text())).integration
        assert recognised(config, [moodle()]) is None
    assert recognised(seed_example(), []) is None


def test_a_bearer_token_is_the_same_key_in_another_place() -> None:
    config = read_integration(seed_example().to_json() | {"authType": "bearer"}).integration
    found = recognised(config, [moodle()])
    assert found is not None
    assert "in the header “Authorization” after “Bearer”" in found.findings[0].sentence
    assert found.findings[0].offer is not None
    mended = after(config, found.findings[0].offer)
    assert (str(mended.auth_type), mended.api_key_in.name) == ("api-key", "wstoken")


def test_a_parameter_of_another_value_is_set_right_where_it_stands() -> None:
    written = seed_example().to_json()
    written["endpoints"]["subjects"] += "&moodlewsrestformat=xml"
    config = read_integration(written).integration
    found = recognised(config, [moodle()])
    assert found is not None
    form = found.findings[1]
    assert "subjects says “xml”" in form.sentence
    assert form.offer is not None
    assert after(config, form.offer).endpoints["subjects"].params == {"moodlewsrestformat": "json"}


def test_a_parent_that_is_missing_comes_with_its_child() -> None:
    written = seed_example().to_json()
    del written["endpoints"]["subjects"]
    config = read_integration(written).integration
    found = recognised(config, [moodle()])
    assert found is not None
    offer = found.findings[-1].offer
    assert offer is not None
    mended = after(config, offer)
    assert mended.endpoints["subjects"].params == {"wsfunction": "core_course_get_courses"}
    assert mended.parent_of("marks") == "subjects"


def test_a_name_that_is_taken_is_left_alone() -> None:
    written = seed_example().to_json()
    written["endpoints"]["subjects"] = "/server.php?wsfunction=core_course_get_contents"
    config = read_integration(written).integration
    found = recognised(config, [moodle()])
    assert found is not None
    offer = found.findings[-1].offer
    assert offer is not None
    mended = after(config, offer)
    assert mended.endpoints["subjects"] == config.endpoints["subjects"]
    assert mended.parent_of("marks") == "subjects 2"
    assert mended.data_type_of("subjects 2") == "subjects"


def test_a_template_with_blanks_nobody_can_know_offers_no_settings() -> None:
    changed = json.loads(json.dumps(MOODLE))
    changed["blanks"].append({"name": "service", "label": "Name of the service"})
    changed["integration"]["headers"] = {"X-Service": "[[service]]"}
    found = recognised(seed_example(), [read_template(json.dumps(changed))])
    assert found is not None
    assert found.findings
    assert found.settings is None


def test_a_sign_in_of_another_kind_is_named() -> None:
    changed = json.loads(json.dumps(MOODLE))
    changed["integration"] |= {"authType": "basic", "apiKeyIn": {}}
    changed["blanks"][1] = {"name": "password", "label": "Password", "kind": "secret"}
    found = recognised(seed_example(), [read_template(json.dumps(changed))])
    assert found is not None
    assert "“User name and password”" in found.findings[0].sentence
    assert found.findings[0].offer is not None


def test_the_longest_sign_wins() -> None:
    other = moodle(id="rest", name="Some REST", recognise={"path": "rest"})
    found = recognised(seed_example(), [other, moodle()])
    assert found is not None
    assert found.template.name == "Moodle"


@pytest.mark.parametrize("base", ["https://lms.college.edu", "https://college.edu/moodle"])
def test_the_site_may_lie_below_a_path(base: str) -> None:
    config = read_integration(seed_example().to_json() | {"baseUrl": f"{base}/webservice/rest"}).integration
    found = recognised(config, [moodle()])
    assert found is not None
    assert found.settings is not None
    assert after(config, found.settings).base_url == base


JSON = st.recursive(
    st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)
OBJECTS = st.dictionaries(st.text(max_size=3), JSON, max_size=5)


@given(OBJECTS, OBJECTS)
def test_a_patch_between_two_leads_from_one_to_the_other(before: dict[str, Any], wanted: dict[str, Any]) -> None:
    assert merged_patch(before, patch_between(before, wanted)) == wanted
