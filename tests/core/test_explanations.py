"""The docstrings below the fields of a configuration."""

import pytest

from hub_desktop.core.catalog import Advice, Blank, Recognition, Template
from hub_desktop.core.endpoint import Endpoint, ErrorRule, FieldMapping, ForEach, Incremental, Pagination
from hub_desktop.core.explanations import explanations
from hub_desktop.core.integration import Integration
from hub_desktop.core.sign_in import ApiKeyPlacement, OAuth1Settings, OAuthSettings, SessionSettings

CONFIGURATION = [
    ApiKeyPlacement, Endpoint, ErrorRule, FieldMapping, ForEach, Incremental, Integration, OAuth1Settings,
    OAuthSettings, Pagination, SessionSettings,
]  # fmt: skip


def test_a_docstring_below_a_field_explains_it():
    assert explanations(Endpoint)["enabled"] == "Whether it is read at all."


def test_lines_that_go_on_lose_their_indentation():
    text = explanations(Pagination)["style"]
    assert "answer holds. next: by an address the\nanswer holds." in text


def test_a_field_without_one_is_not_explained():
    assert "pagination" not in explanations(Endpoint)


@pytest.mark.parametrize("model", [*CONFIGURATION, Advice, Blank, Recognition, Template])
def test_only_fields_are_explained(model):
    assert set(explanations(model)) <= set(model.model_fields)


@pytest.mark.parametrize("model", CONFIGURATION)
def test_every_model_of_the_configuration_explains_fields(model):
    assert explanations(model)


def test_a_class_without_source_explains_nothing():
    assert explanations(int) == {}
    assert explanations(type("Made", (), {"__module__": __name__})) == {}
