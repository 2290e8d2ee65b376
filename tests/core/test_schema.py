import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hub_desktop.core.resources import resource_path
from hub_desktop.core.schema import SCHEMA_ID, integration_schema
from hub_desktop.core.sign_in import SECRET_LABELS
from hub_desktop.hub.catalog import Catalog

EXAMPLES = Path(__file__).parents[1] / "data" / "seed_examples"
PUBLISHED = resource_path("schema", "integration.schema.json")
VALIDATOR = Draft202012Validator(json.loads(PUBLISHED.read_text("utf-8")))
EVERYTHING: dict[str, Any] = {
    "name": "All of it",
    "baseUrl": "https://erp.college.edu",
    "authType": "oauth",
    "oauth": {"tokenUrl": "https://erp.college.edu/token", "clientSecret": "s3cret"},
    "webhookSecret": "w" * 20,
    "endpoints": {
        "students": "/students",
        "marks": {
            "path": "/marks/{parent.id}",
            "forEach": {"endpoint": "students"},
            "mappings": {"mark": "marks_obtained"},
            "errorRules": [{"status": 403, "then": "ignore"}, {"status": [409, 423], "then": "retry"}],
        },
        "faculty": {"path": "/staff", "mappings": [{"from": "n", "to": "name", "transformations": ["trim"]}]},
    },
}


def complaints(written: Any) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(written)]


def test_the_published_schema_is_what_the_models_give():
    assert json.loads(PUBLISHED.read_text("utf-8")) == integration_schema(), (
        "write it anew: hub-desktop integrations schema > resources/schema/integration.schema.json"
    )


def test_it_is_a_schema_of_the_draft_it_names():
    schema = integration_schema()
    Draft202012Validator.check_schema(schema)
    assert (schema["$schema"], schema["$id"]) == ("https://json-schema.org/draft/2020-12/schema", SCHEMA_ID)
    assert SCHEMA_ID.startswith("urn:")


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.json")), ids=lambda file: file.stem)
def test_the_seeds_examples_are_valid(file):
    assert complaints(json.loads(file.read_text("utf-8"))) == []


@pytest.mark.parametrize("template", Catalog().all(), ids=lambda template: template.id)
def test_every_integration_of_the_catalog_is_valid(template):
    values = {blank.name: blank.example or blank.default or "https://college.edu" for blank in template.blanks}
    secrets = {blank.name: "a-s3cret-of-the-college" for blank in template.secret_blanks}
    filled = Catalog().fill(template.id, values | secrets).integration
    assert complaints(filled.to_json()) == []


def test_the_short_forms_are_valid():
    assert complaints(EVERYTHING) == []


@pytest.mark.parametrize(
    ("where", "key", "value"),
    [
        ((), "synkInterval", 5),
        ((), "syncInterval", 4),
        ((), "authType", "telepathy"),
        ((), "endpoints", {"students": 5}),
        (("endpoints", "marks"), "recordPath", "data"),
        (("endpoints", "marks"), "method", "PUT"),
        (("endpoints", "marks", "forEach"), "paralel", 2),
        (("endpoints", "marks", "errorRules", 0), "then", "explode"),
        (("endpoints", "marks", "errorRules", 0), "status", 99),
        (("endpoints", "faculty", "mappings", 0), "form", "x"),
        (("oauth",), "tokenUri", "x"),
        ((), "apiKey", 5),
    ],
)
def test_a_typo_is_not_valid(where, key, value):
    written = copy.deepcopy(EVERYTHING)
    place: Any = written
    for step in where:
        place = place[step]
    place[key] = value
    assert complaints(written)


def test_secrets_are_marked_as_going_in_only():
    schema = integration_schema()
    assert all(schema["properties"][name]["writeOnly"] is True for name in SECRET_LABELS)
    assert schema["$defs"]["OAuthSettings"]["properties"]["clientSecret"]["writeOnly"] is True


def test_every_key_is_described():
    schema = integration_schema()
    parts = {"Integration": schema, **schema["$defs"]}
    bare = [
        f"{name}.{key}"
        for name, part in parts.items()
        for key, property_ in part.get("properties", {}).items()
        if not property_.get("description") and "$ref" not in property_
    ]
    assert bare == []
