"""What the bundled catalog recognises, and that it finds nothing wrong with what was made from itself."""

import json
from pathlib import Path

import pytest

from hub_desktop.core.catalog import Template, filled
from hub_desktop.core.integration import Integration, read_integration
from hub_desktop.core.offers import with_offers
from hub_desktop.core.recognition import recognised
from hub_desktop.hub.catalog import GENERIC, Catalog

TEMPLATES = Catalog().all()
SEED = Path(__file__).parents[1] / "data" / "seed_examples"


def made_from(template: Template) -> Integration:
    values = {
        blank.name: blank.example or blank.default or "value" for blank in template.blanks if blank.kind != "secret"
    }
    return filled(template, values).integration


def seed(name: str) -> Integration:
    return read_integration(json.loads((SEED / name).read_text())).integration


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_what_was_made_from_a_template_is_recognised_and_well(template: Template) -> None:
    found = recognised(made_from(template), TEMPLATES)
    if template.id == GENERIC:
        assert found is None
        return
    assert found is not None
    assert found.template.id == template.id
    assert found.findings == ()


@pytest.mark.parametrize("name", ["college_erp.json", "biometric_attendance.json"])
def test_a_system_of_nobody_is_not_recognised(name: str) -> None:
    assert recognised(seed(name), TEMPLATES) is None


def test_the_third_example_of_the_seed_becomes_the_moodle_of_the_catalog() -> None:
    config = seed("moodle_lms.json")
    found = recognised(config, TEMPLATES)
    assert found is not None
    said = " ".join(finding.sentence for finding in found.findings)
    for word in ("wstoken", "moodlewsrestformat", "core_grades_get_grades", "core_user_get_users"):
        assert word in said
    mended = read_integration(
        with_offers(config.to_json(), [finding.offer for finding in found.findings if finding.offer])
    ).integration
    again = recognised(mended, TEMPLATES)
    assert again is not None
    assert again.findings == ()
    assert mended.parent_of("marks") == "subjects"
    assert found.settings is not None
    whole = read_integration(with_offers(config.to_json(), [found.settings])).integration
    template = next(one for one in TEMPLATES if one.id == "moodle")
    expected = filled(template, {"address": "https://lms.college.edu"}, name=config.name).integration
    assert whole == expected


def test_an_endpoint_of_erpnext_that_asks_for_names_alone_is_told_what_it_lacks() -> None:
    config = read_integration(
        {
            "name": "ERPNext",
            "baseUrl": "https://erp.college.edu",
            "authType": "api-key",
            "apiKeyIn": {"place": "header", "name": "Authorization", "prefix": "token"},
            "endpoints": {"students": "/api/resource/Student"},
        }
    ).integration
    found = recognised(config, TEMPLATES)
    assert found is not None
    assert {finding.about for finding in found.findings} == {"parameters", "students"}
    offers = [finding.offer for finding in found.findings if finding.offer]
    mended = read_integration(with_offers(config.to_json(), offers)).integration
    assert mended.endpoints["students"].params["fields"]
    assert mended.endpoints["students"].pagination.page_size == 200
    assert recognised(mended, TEMPLATES).findings == ()  # type: ignore[union-attr]
