import json
from pathlib import Path

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import ConfigurationError, NotAllowedError, NotFoundError
from hub_desktop.core.resources import resource_path
from hub_desktop.hub.catalog import DEVICES_TEMPLATE, GENERIC, Catalog

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
SYSTEMS = {
    "moodle", "canvas", "oneroster-1-1", "oneroster-1-2", "erpnext-education", "zkteco-biotime", "google-classroom",
    "microsoft-graph-education", "ed-fi", "odoo-openeducat", "blackboard", "powerschool", "generic-rest",
    "attendance-devices",
}  # fmt: skip


def test_every_system_has_its_template_and_the_general_one_comes_last():
    found = Catalog().all()
    assert {one.id for one in found} == SYSTEMS
    assert found[-1].id == GENERIC
    assert [one.name.casefold() for one in found[:-1]] == sorted(one.name.casefold() for one in found[:-1])


@pytest.mark.parametrize("template", Catalog().all(), ids=lambda template: template.id)
def test_every_template_tells_people_what_they_need_to_know(template):
    assert template.steps
    assert template.verified
    assert template.unverified
    assert template.systems
    sentences = [*template.steps, *template.notes, *template.verified, *template.unverified, template.summary]
    sentences += [one.say for one in template.recognise.advice]
    assert [text for text in sentences if not text.endswith((".", "?")) or "!" in text or "—" in text] == []
    # Devices sign in nowhere.
    assert sum(blank.kind == "secret" for blank in template.blanks) == (template.id != DEVICES_TEMPLATE)


@pytest.mark.parametrize("template", Catalog().all(), ids=lambda template: template.id)
def test_advice_names_endpoints_that_are_there(template):
    named = {one.instead for one in template.recognise.advice if one.instead}
    assert named <= set(template.integration["endpoints"])


def test_a_template_is_found_by_its_id_or_what_an_integration_remembers_of_it():
    catalog = Catalog()
    assert catalog.find("moodle") is catalog.find("Moodle@1") is catalog.find("moodle@7")
    with pytest.raises(NotFoundError, match="Did you mean “moodle”"):
        catalog.find("moodel")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("bad.json", "{", "bad.json: "),
        ("bad.json", "[]", "bad.json: "),
        ("bad.json", '{"id": "bad"}', "version"),
        ("other.json", None, "not the name of the file"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, name, text, told):
    good = resource_path("catalog", "moodle.json").read_text("utf-8")
    (tmp_path / "moodle.json").write_text(good, "utf-8")
    (tmp_path / name).write_text(good if text is None else text, "utf-8")
    with pytest.raises(ConfigurationError, match=name) as caught:
        Catalog(tmp_path).all()
    assert told in caught.value.detail


def test_an_empty_folder_is_told(tmp_path: Path):
    with pytest.raises(ConfigurationError, match="catalog of this program is missing"):
        Catalog(tmp_path).find("moodle")


def test_the_files_are_read_once(tmp_path: Path):
    file = tmp_path / "moodle.json"
    file.write_text(resource_path("catalog", "moodle.json").read_text("utf-8"), "utf-8")
    catalog = Catalog(tmp_path)
    first = catalog.find("moodle")
    file.write_text("{", "utf-8")
    assert catalog.find("moodle") is first


def test_what_is_filled_in_is_added_as_any_other_and_only_by_those_who_may(hub):
    filled = hub.catalog.fill("moodle", {"address": "https://lms.college.edu", "apiKey": "moodle-t0ken"})
    with pytest.raises(NotAllowedError):
        hub.integrations.add(Actor("Vik", Role.VIEWER, Face.WINDOW), filled)
    stored = hub.integrations.add(PRINCIPAL, filled)
    assert stored.config.template == "moodle@1"
    assert hub.integrations.secrets_kept(PRINCIPAL, stored.integration_id)["apiKey"]
    assert "moodle-t0ken" not in json.dumps(hub.integrations.export(PRINCIPAL))
