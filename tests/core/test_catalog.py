import json
from typing import Any

import pytest

from hub_desktop.core.catalog import filled, read_template
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.mapping import compile_path

BLANKS = [
    {"name": "address", "label": "Address", "kind": "address"},
    {"name": "path", "label": "Path", "default": "/students"},
    {"name": "apiKey", "label": "Token", "kind": "secret"},
]
INTEGRATION = {"name": "ERP", "baseUrl": "[[address]]/api", "endpoints": {"students": "[[path]]"}}
SECRET = "t0ken-of-the-college"


def written(**changes: Any) -> str:
    plain = {"id": "erp", "version": 2, "name": "An ERP", "summary": "It is one."}
    return json.dumps(plain | {"blanks": BLANKS, "integration": INTEGRATION} | changes)


def test_blanks_are_filled_and_secrets_kept_apart():
    made = filled(read_template(written()), {"address": "https://erp.college.edu/", "apiKey": SECRET})
    assert made.integration.base_url == "https://erp.college.edu/api"
    assert made.integration.endpoints["students"].path == "/students"
    assert (made.integration.name, made.integration.template) == ("ERP", "erp@2")
    assert made.secrets == {"apiKey": SECRET}
    assert SECRET not in repr(made)


def test_a_person_may_name_it_and_give_the_secret_later():
    made = filled(read_template(written()), {"address": "https://e.edu", "path": " /pupils "}, name="Our ERP")
    assert (made.integration.name, made.integration.endpoints["students"].path) == ("Our ERP", "/pupils")
    assert made.secrets == {}


@pytest.mark.parametrize(
    ("values", "told", "field"),
    [
        ({}, "An ERP needs: Address.", "address"),
        ({"address": "  "}, "An ERP needs: Address.", "address"),
        ({"address": "erp.college.edu"}, "Address: an address begins with https://", "address"),
        ({"address": "https://e.edu?a=1"}, "ends before any", "address"),
        ({"adress": "https://e.edu"}, "Did you mean “address”", "adress"),
        (
            {"address": "https://e.edu", "path": "https://x.edu/s"},
            "a path below the base URL",
            "endpoints.students.path",
        ),
    ],
)
def test_what_cannot_be_filled_in_is_told_with_its_blank(values, told, field):
    with pytest.raises(ConfigurationError, match=told) as caught:
        filled(read_template(written()), values)
    assert caught.value.field == field


def test_a_secret_that_cannot_have_been_meant_is_refused_without_showing_it():
    with pytest.raises(ConfigurationError) as caught:
        filled(read_template(written()), {"address": "https://e.edu", "apiKey": f"{SECRET}\nx"})
    assert SECRET not in caught.value.sentence + caught.value.detail


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"id": "An ERP"}, "id"),
        ({"blanks": [*BLANKS, BLANKS[1]]}, "two blanks"),
        ({"blanks": [*BLANKS, {"name": "port", "label": "Port"}]}, "port"),
        ({"blanks": BLANKS[1:]}, "address"),
        ({"blanks": [*BLANKS[:2], {"name": "token", "label": "T", "kind": "secret"}]}, "the name of a secret"),
        ({"verifyed": []}, "verifyed"),
        ({"version": 0}, "version"),
    ],
)
def test_a_template_that_does_not_fit_is_refused(changes, told):
    with pytest.raises(ConfigurationError, match=told):
        read_template(written(**changes))


@pytest.mark.parametrize("department", ["Staff", "Director’s Office", "Director's Office", "[[path]]"])
def test_a_blank_in_an_expression_may_hold_a_quote(department):
    endpoints = {"students": {"path": "[[path]]", "filter": "department == '[[department]]'"}}
    template = read_template(
        written(
            blanks=[*BLANKS, {"name": "department", "label": "Department"}],
            integration=INTEGRATION | {"endpoints": endpoints},
        )
    )
    made = filled(template, {"address": "https://e.edu", "department": department})
    holds = compile_path(made.integration.endpoints["students"].filter)
    assert holds({"department": department}) is True
    assert holds({"department": "Science"}) is False


def test_blanks_are_found_by_name():
    template = read_template(written())
    assert template.blank_named("path") is not None
    assert template.blank_named("nothing") is None
    assert [blank.name for blank in template.secret_blanks] == ["apiKey"]
