"""The OpenAPI document is valid, and says of every operation what it really does."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from hub_desktop.core.actor import Role
from hub_desktop.server.api.application import ManagementApi
from hub_desktop.server.api.mounting import ALONE, SUBJECTS
from hub_desktop.server.api.openapi import document
from tests.server.api.desk import ApiDesk

SEED_ROUTES = {
    "/api/integrations": {"get", "post"},
    "/api/integrations/{integrationId}": {"get", "put", "delete"},
    "/api/integrations/{integrationId}/toggle": {"patch"},
    "/api/integrations/{integrationId}/test": {"post"},
    "/api/integrations/{integrationId}/sync": {"post"},
    "/api/integrations/{integrationId}/logs": {"get"},
}


@pytest.fixture(scope="module")
def drawn() -> dict[str, Any]:
    # The declarations need no hub; only a call does.
    api = ManagementApi(None)  # type: ignore[arg-type]
    found: dict[str, Any] = json.loads(json.dumps(document(api.operations)))
    return found


def operations(drawn: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [(path, method, one) for path, methods in drawn["paths"].items() for method, one in methods.items()]


def complaints(drawn: dict[str, Any], schema: dict[str, Any], value: object) -> list[str]:
    resource = Resource(contents=drawn, specification=DRAFT202012)
    registry: Registry[Any] = Registry().with_resource("urn:openapi", resource)
    whole = json.loads(json.dumps(schema).replace('"#/components', '"urn:openapi#/components'))
    validator = Draft202012Validator(whole, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def test_it_is_a_valid_document(drawn: dict[str, Any]) -> None:
    assert drawn["openapi"] == "3.1.0"
    assert [error.message for error in OpenAPIV31SpecValidator(drawn).iter_errors()] == []


def test_every_route_of_the_seed_is_there(drawn: dict[str, Any]) -> None:
    for path, methods in SEED_ROUTES.items():
        assert methods <= set(drawn["paths"][path])


def test_every_operation_is_named_once_and_explained(drawn: dict[str, Any]) -> None:
    names = [one["operationId"] for _, _, one in operations(drawn)]
    assert len(names) == len(set(names))
    tags = {tag["name"] for tag in drawn["tags"]}
    for path, method, one in operations(drawn):
        assert one["summary"], path
        assert set(one["tags"]) <= tags
        for parameter in one["parameters"]:
            assert parameter["description"], (path, method, parameter["name"])


def test_every_address_is_one_that_the_listener_hands_on(drawn: dict[str, Any]) -> None:
    for path in drawn["paths"]:
        assert path in ALONE or path.split("/")[2] in SUBJECTS, path


def test_everything_but_the_document_itself_needs_a_token(drawn: dict[str, Any]) -> None:
    public = [path for path, _, one in operations(drawn) if one.get("security") == []]
    assert public == ["/openapi.json"]
    assert drawn["security"] == [{"token": []}]
    assert all("401" in one["responses"] for path, _, one in operations(drawn) if path not in public)


def test_every_example_is_one(drawn: dict[str, Any]) -> None:
    seen = 0
    for path, method, one in operations(drawn):
        contents = [answer.get("content", {}) for answer in one["responses"].values()]
        contents.append(one.get("requestBody", {}).get("content", {}))
        for content in contents:
            for media in content.values():
                if "example" in media:
                    seen += 1
                    assert complaints(drawn, media["schema"], media["example"]) == [], (path, method)
    assert seen >= len(operations(drawn)) - 1


def test_what_is_answered_is_what_is_written(desk: ApiDesk) -> None:
    desk.add(webhookSecret="webhook-s3cret-of-it")
    client = desk.client()
    drawn = desk.bare().get("/openapi.json").json()
    desk.upstream.students.append({"name": "No key"})
    client.post("/api/integrations/1/sync?wait=20")
    for path in (
        "/api/integrations",
        "/api/integrations/{integrationId}",
        "/api/integrations/{integrationId}/logs",
        "/api/runs",
        "/api/runs/{runId}",
        "/api/runs/{runId}/undo",
        "/api/logs",
        "/api/audit",
        "/api/records/{dataType}",
        "/api/quarantine",
        "/api/overview",
        "/api/health",
    ):
        asked = path.format(integrationId=1, runId=1, dataType="students")
        answer = client.get(asked).json()
        assert answer["data"], asked
        schema = drawn["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert complaints(drawn, schema, answer) == []
    failure = drawn["paths"]["/api/runs"]["get"]["responses"]["403"]["content"]["application/json"]["schema"]
    assert complaints(drawn, failure, desk.client(Role.VIEWER).get("/api/audit").json()) == []


def test_the_document_says_nothing_of_the_college(desk: ApiDesk) -> None:
    desk.add("Very secret system")
    assert "Very secret" not in desk.bare().get("/openapi.json").text
