"""One thing done with several integrations: with each, whatever happens to another, and audited alone."""

import json
from collections.abc import Callable

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import NotAllowedError
from hub_desktop.core.redaction import MASK
from hub_desktop.hub.bulk import BULK_USE_CASES, BulkAction
from hub_desktop.hub.hub import Hub
from tests.hub.conftest import PRINCIPAL

Add = Callable[..., int]


@pytest.fixture
def three(add: Add) -> dict[int, str]:
    return {add("ERP"): "ERP", add("LMS", enabled=False): "LMS", add("Gate"): "Gate"}


def enabled(hub: Hub) -> dict[str, bool]:
    return {view.name: view.config.enabled for view in hub.overview.all(PRINCIPAL)}


def test_switching_tells_which_were_so_already(hub: Hub, three: dict[int, str]) -> None:
    erp, lms, gate = three
    outcome = hub.bulk.act(PRINCIPAL, BulkAction.ENABLE, three)
    assert (outcome.done, outcome.unchanged, outcome.failed) == ((lms,), (erp, gate), ())
    assert outcome.total == 3
    outcome = hub.bulk.act(PRINCIPAL, BulkAction.DISABLE, three)
    assert outcome.done == tuple(three)
    assert enabled(hub) == {"ERP": False, "LMS": False, "Gate": False}
    rows = [row for row in hub.audit.latest(PRINCIPAL) if row.use_case == "integrations.toggle"]
    assert [(row.subject, row.detail) for row in reversed(rows)] == [
        ("LMS", "on"),
        ("ERP", "off"),
        ("LMS", "off"),
        ("Gate", "off"),
    ]


def test_one_that_is_gone_is_named_and_costs_no_other(hub: Hub, three: dict[int, str]) -> None:
    erp, lms, gate = three
    hub.integrations.delete(PRINCIPAL, lms)
    outcome = hub.bulk.act(PRINCIPAL, BulkAction.DISABLE, three)
    assert outcome.done == (erp, gate)
    assert [failure.name for failure in outcome.failed] == ["LMS"]
    outcome = hub.bulk.act(PRINCIPAL, BulkAction.DELETE, three)
    assert outcome.done == (erp, gate)
    assert [failure.name for failure in outcome.failed] == ["LMS"]
    assert hub.overview.all(PRINCIPAL) == []


def test_a_sync_that_waits_is_not_asked_for_twice(hub: Hub, three: dict[int, str]) -> None:
    erp, lms, gate = three
    hub.syncs.request(PRINCIPAL, gate)
    outcome = hub.bulk.act(PRINCIPAL, BulkAction.SYNC, three)
    assert (outcome.done, outcome.unchanged) == ((erp, lms), (gate,))


def test_a_role_that_may_not_is_told_once(hub: Hub, three: dict[int, str]) -> None:
    viewer = Actor("Vera", Role.VIEWER, Face.WINDOW)
    with pytest.raises(NotAllowedError):
        hub.bulk.act(viewer, BulkAction.ENABLE, {number: three[number] for number in list(three)[1:]})
    assert enabled(hub)["LMS"] is False
    refused = [row for row in hub.audit.latest(PRINCIPAL) if row.outcome == "refused"]
    assert len(refused) == 1


@pytest.mark.parametrize("action", list(BulkAction))
def test_a_role_that_may_not_is_refused_also_where_there_is_nothing_to_do(
    hub: Hub, three: dict[int, str], action: BulkAction
) -> None:
    viewer = Actor("Vera", Role.VIEWER, Face.WINDOW)
    hub.integrations.set_enabled(PRINCIPAL, next(iter(three)), action is not BulkAction.DISABLE)
    with pytest.raises(NotAllowedError):
        hub.bulk.act(viewer, action, {number: three[number] for number in list(three)[:1]})
    [row] = [row for row in hub.audit.latest(PRINCIPAL) if row.outcome == "refused"]
    assert (row.actor, row.use_case) == ("Vera", BULK_USE_CASES[action])


def test_another_college_is_as_if_it_were_not_there(hub: Hub, three: dict[int, str]) -> None:
    stranger = Actor("Omar", Role.PRINCIPAL, Face.WINDOW, frozenset({77}))
    outcome = hub.bulk.act(stranger, BulkAction.DELETE, three)
    assert not outcome.done
    assert len(outcome.failed) == 3
    assert len(hub.overview.all(PRINCIPAL)) == 3


def test_a_file_holds_those_chosen_and_no_secret(hub: Hub, three: dict[int, str], tmp_path) -> None:
    file = tmp_path / "chosen.json"
    erp, _, gate = three
    assert hub.integrations.export_to(PRINCIPAL, file, [erp, gate]) == 2
    text = file.read_text("utf-8")
    assert [one["name"] for one in json.loads(text)] == ["ERP", "Gate"]
    assert "t0ken-of" not in text
    assert "s3cret" not in text
    assert json.loads(text)[0]["apiKey"] == MASK
    assert file.stat().st_mode & 0o077 == 0
