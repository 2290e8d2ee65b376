"""The published JSON Schema (draft 2020-12) of an integration's configuration, drawn from the models themselves."""

from typing import Any

from hub_desktop.core.configured import Configured
from hub_desktop.core.explanations import explanations
from hub_desktop.core.integration import Integration
from hub_desktop.core.sign_in import SECRET_LABELS
from hub_desktop.core.transformations import LIBRARY

SCHEMA_ID = "urn:hub-desktop:schema:integration"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def integration_schema() -> dict[str, Any]:
    """Return the schema of one integration as files and the API write it, short forms and write-only secrets included.

    What a schema cannot say, such as that a parent endpoint exists, is checked when the configuration is read.
    """
    drawn = Integration.model_json_schema(by_alias=True)
    _drop_titles(drawn)
    parts: dict[str, Any] = drawn.pop("$defs")
    for model in Configured.__subclasses__():
        _explain(model, drawn if model is Integration else parts.get(model.__name__, {}))
    properties: dict[str, Any] = drawn.pop("properties")
    _take_short_forms(properties, parts)
    parts["OAuthSettings"]["properties"]["clientSecret"] = _secret("clientSecret")
    secrets = {name: _secret(name) for name in SECRET_LABELS}
    return {
        "$schema": _DIALECT,
        "$id": SCHEMA_ID,
        "title": "Integration",
        "description": drawn.pop("description"),
        **drawn,
        "properties": properties | secrets,
        "$defs": parts,
    }


def _explain(model: type[Configured], part: dict[str, Any]) -> None:
    """Say of each property what the docstring below its field says."""
    properties: dict[str, Any] = part.get("properties", {})
    for field, text in explanations(model).items():
        name = model.model_fields[field].alias or field
        if name in properties:
            properties[name] = dict(sorted((properties[name] | {"description": text}).items()))


def _take_short_forms(properties: dict[str, Any], parts: dict[str, Any]) -> None:
    path = {"type": "string", "minLength": 1, "maxLength": 2000, "description": "Short for an object with this path."}
    endpoints = properties["endpoints"]
    endpoints["additionalProperties"] = {"anyOf": [path, endpoints["additionalProperties"]]}
    by_name = {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "description": "Short for mappings without transformations: upstream field to our field.",
    }
    _or_else(parts["Endpoint"]["properties"], "mappings", by_name)
    parts["FieldMapping"]["properties"]["transformations"]["items"] = _transformation()
    one_status = {"type": "integer", "minimum": 100, "maximum": 599, "description": "Short for a list of one."}
    _or_else(parts["ErrorRule"]["properties"], "status", one_status)


def _transformation() -> dict[str, Any]:
    """Return the schema of one transformation: its name, or its name with what it needs."""
    named = {name: {"description": f"{one.label}. {one.help}"} for name, one in LIBRARY.items()}
    with_need = {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
        "properties": named,
    }
    return {"anyOf": [{"enum": list(LIBRARY)}, with_need]}


def _drop_titles(written: Any) -> None:
    """Remove the titles that only repeat a name; a property may itself be called title."""
    if isinstance(written, dict):
        if isinstance(written.get("title"), str):
            del written["title"]
        for value in written.values():
            _drop_titles(value)
    elif isinstance(written, list):
        for value in written:
            _drop_titles(value)


def _or_else(properties: dict[str, Any], name: str, short: dict[str, Any]) -> None:
    """Let a property be written in its short form too; its description stays outside the choice."""
    whole = properties[name]
    outside = {key: whole.pop(key) for key in ("description", "default") if key in whole}
    properties[name] = outside | {"anyOf": [whole, short]}


def _secret(name: str) -> dict[str, Any]:
    return {
        "type": "string",
        "writeOnly": True,
        "title": SECRET_LABELS[name],
        "description": "Goes to the vault on the way in and never comes out; •••• stands for the one that is kept.",
    }
