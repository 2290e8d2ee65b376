"""The help for IT staff says everything the models take, and every example of it is taken."""

import json
import re
from typing import Any

import pytest

from hub_desktop.core.attendance_rules import Period, PunchRule
from hub_desktop.core.brakes import Brakes
from hub_desktop.core.configured import Configured
from hub_desktop.core.delivery_rules import DeliveryRule, RuleKind, WebhookSettings
from hub_desktop.core.endpoint import Endpoint, ErrorRule, FieldMapping, ForEach, Incremental, Pagination
from hub_desktop.core.integration import Integration, read_integration
from hub_desktop.core.resources import resource_path
from hub_desktop.core.schedule_rules import QuietHours, Schedule
from hub_desktop.core.sign_in import (
    SECRET_LABELS,
    ApiKeyPlacement,
    AuthType,
    Grant,
    OAuth1Settings,
    OAuthSettings,
    SessionSettings,
)
from hub_desktop.core.signature import Scheme
from hub_desktop.core.templates import PAGE_NAMES, RUN_NAMES
from hub_desktop.core.time_formats import NAMED_FORMATS
from hub_desktop.core.transformations import LIBRARY

TEXT = resource_path("help", "endpoint-language.md").read_text("utf-8")
SECTIONS = {part.partition("\n")[0]: part for part in TEXT.split("\n## ")[1:]}
EXAMPLES = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
WHERE: list[tuple[str, type[Configured]]] = [
    ("An endpoint", Endpoint),
    ("The brake", Brakes),
    ("The schedule", Schedule),
    ("The schedule", QuietHours),
    ("Pages", Pagination),
    ("Only what is new", Incremental),
    ("Parents and children", ForEach),
    ("Errors", ErrorRule),
    ("Fields", FieldMapping),
    ("Devices that push", PunchRule),
    ("Devices that push", Period),
    ("Signing in", ApiKeyPlacement),
    ("Signing in", OAuthSettings),
    ("Signing in", OAuth1Settings),
    ("Signing in", SessionSettings),
    ("Webhooks", WebhookSettings),
    ("Webhooks", DeliveryRule),
]


def keys(model: type[Configured]) -> set[str]:
    return {info.alias or name for name, info in model.model_fields.items()}


def mentioned(text: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL)))


@pytest.mark.parametrize(("section", "model"), WHERE, ids=lambda value: getattr(value, "__name__", value))
def test_every_key_is_explained_in_its_section(section, model):
    assert keys(model) - mentioned(SECTIONS[section]) == set()


def test_every_key_of_an_integration_is_explained():
    assert keys(Integration) - mentioned(TEXT) == set()
    assert set(SECRET_LABELS) <= mentioned(TEXT)


def test_every_word_of_the_language_is_named():
    named = mentioned(TEXT)
    assert set(LIBRARY) <= named
    assert {str(kind) for kind in AuthType} <= named
    assert set(NAMED_FORMATS) <= named
    assert {f"{{{name}}}" for name in (*RUN_NAMES, *PAGE_NAMES, "cursor")} <= named
    assert all(str(grant) in SECTIONS["Signing in"] for grant in Grant)
    assert all(str(word) in SECTIONS["Webhooks"] for word in (*Scheme, *RuleKind))


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_every_example_is_taken(example):
    written = json.loads(example)
    read = read_integration({"name": "An example", "baseUrl": "https://erp.college.edu"} | written).integration
    assert read.to_json()["name"] == written.get("name", "An example")


def test_every_key_stands_in_an_example():
    found: set[str] = set()

    def collect(value: Any) -> None:
        if isinstance(value, dict):
            found.update(value)
            for inner in value.values():
                collect(inner)
        elif isinstance(value, list):
            for inner in value:
                collect(inner)

    for example in EXAMPLES:
        collect(json.loads(example))
    # One that the program writes itself, and one of a grant that the example is not about.
    left_out = {"template", "deviceUrl"}
    for model in (Integration, *(model for _, model in WHERE)):
        assert keys(model) - found - left_out == set(), model.__name__
