from typing import Any

import pytest

from hub_desktop.core.checklist import Checklist, SetUpFacts, SetUpStep, checklist
from hub_desktop.core.integration import Integration, read_integration

STUDENTS = {
    "path": "/s",
    "mappings": [{"from": "id", "to": "student_id"}, {"from": "who", "to": "name"}],
}


def written(**more: Any) -> Integration:
    plain = {"name": "ERP", "baseUrl": "https://erp.example.edu", "authType": "bearer", "endpoints": {"students": "/s"}}
    return read_integration(plain | more).integration


def done(found: Checklist) -> set[SetUpStep]:
    return {item.step for item in found.items if item.done}


def test_a_new_one_has_only_its_interval() -> None:
    found = checklist(SetUpFacts(written(enabled=False), missing_secrets=("apiKey",)))
    assert [item.step for item in found.items] == list(SetUpStep)
    assert done(found) == {SetUpStep.INTERVAL}
    assert found.item(SetUpStep.CREDENTIALS).said == "Still missing: API key or token."
    assert found.item(SetUpStep.MAPPING).endpoint == "students"
    assert found.item(SetUpStep.FIRST_SYNCS).said == "0 of the first 3 syncs went well."
    assert SetUpStep.WEBHOOK not in {item.step for item in found.open}, "it is optional"


def test_all_is_done_once_the_facts_say_so() -> None:
    facts = SetUpFacts(
        written(),
        tested=True,
        seen_good=frozenset({"students"}),
        good_runs=7,
        webhook_secret=True,
        delivered=True,
    )
    found = checklist(facts)
    assert found.open == ()
    assert done(found) == set(SetUpStep)
    assert found.item(SetUpStep.INTERVAL).said == "Students: every 1 hour."


def test_fields_named_by_hand_need_no_record_to_prove_them() -> None:
    config = written(endpoints={"students": STUDENTS, "custom": {"path": "/c", "key": ["id"]}})
    assert SetUpStep.MAPPING in done(checklist(SetUpFacts(config)))
    config = written(endpoints={"students": STUDENTS, "marks": {"path": "/m", "enabled": False}})
    assert SetUpStep.MAPPING in done(checklist(SetUpFacts(config))), "what is switched off is not asked for"
    config = written(endpoints={"students": STUDENTS, "marks": "/m"})
    item = checklist(SetUpFacts(config, seen_good=frozenset({"students"}))).item(SetUpStep.MAPPING)
    assert not item.done
    assert item.endpoint == "marks"
    assert "No record of marks has shown yet where to find Student ID" in item.said


@pytest.mark.parametrize(
    ("more", "missing", "said"),
    [
        ({"authType": "none"}, (), "It asks for no key or password."),
        ({}, (), "They are kept safe on this computer."),
        ({"headers": {"X-Token": "secret-123"}}, ("header:X-Token",), "Still missing: the header X-Token."),
    ],
)
def test_what_is_said_of_credentials(more: dict[str, Any], missing: tuple[str, ...], said: str) -> None:
    item = checklist(SetUpFacts(written(**more), missing_secrets=missing)).item(SetUpStep.CREDENTIALS)
    assert item.said == said
    assert item.done is (not missing)


def test_a_person_signs_in() -> None:
    config = written(
        authType="oauth",
        oauth={
            "grant": "authorization-code",
            "authorizeUrl": "https://id.example.edu/a",
            "tokenUrl": "https://id.example.edu/t",
            "clientId": "hub",
            "clientAuth": "none",
        },
    )
    assert config.signed_in_by_person()
    found = checklist(SetUpFacts(config, missing_secrets=config.needed_secrets()))
    assert found.by_person
    assert found.item(SetUpStep.CREDENTIALS).said == "Nobody has signed in to it yet."
