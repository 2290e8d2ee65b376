"""Setting up: it begins switched off, and what is done of it is read from what is stored."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.checklist import SetUpStep
from hub_desktop.core.errors import NotAllowedError, NotFoundError
from hub_desktop.core.events import Event, RunStarted
from hub_desktop.core.integration import read_integration
from hub_desktop.core.runs import RunStatus, Trigger
from hub_desktop.core.times import utc_now
from hub_desktop.hub.hub import Hub
from tests.fakes.deliveries import deliver_signed
from tests.hub.conftest import PRINCIPAL

Sample = Callable[..., dict[str, Any]]


def done(hub: Hub, number: int) -> set[SetUpStep]:
    return {item.step for item in hub.set_ups.checklist(PRINCIPAL, number).items if item.done}


@pytest.fixture
def erp(hub: Hub, college: object, sample: Sample) -> int:
    return hub.set_ups.begin(PRINCIPAL, read_integration(sample("erp"))).integration_id


def test_it_begins_switched_off_unless_devices_feed_it(hub: Hub, erp: int) -> None:
    assert not hub.integrations.get(PRINCIPAL, erp).config.enabled
    punched = {"path": "/", "punches": {"rule": "first-in", "lateAfter": "09:15"}}
    gate = {"name": "Gate", "baseUrl": "devices://iclock", "authType": "none", "endpoints": {"attendance": punched}}
    assert hub.set_ups.begin(PRINCIPAL, read_integration(gate)).config.enabled


def test_each_line_is_ticked_as_it_is_done(hub: Hub, erp: int) -> None:
    begun = {SetUpStep.CREDENTIALS, SetUpStep.INTERVAL}
    assert done(hub, erp) == begun
    assert hub.tests.stored(PRINCIPAL, erp).ok
    assert done(hub, erp) == begun | {SetUpStep.TEST}
    hub.syncs.preview(PRINCIPAL, erp)
    assert done(hub, erp) == begun | {SetUpStep.TEST, SetUpStep.MAPPING}
    hub.integrations.set_enabled(PRINCIPAL, erp, True)
    for number in range(3):
        assert hub.set_ups.checklist(PRINCIPAL, erp).item(SetUpStep.FIRST_SYNCS).said.startswith(f"{number} of")
        hub.syncs.run(PRINCIPAL, erp)
    assert done(hub, erp) == set(SetUpStep) - {SetUpStep.WEBHOOK}
    assert hub.set_ups.checklist(PRINCIPAL, erp).open == ()
    hub.integrations.set_secret(PRINCIPAL, erp, "webhookSecret", "a-webhook-s3cret-of-it")
    assert done(hub, erp) == set(SetUpStep)


def test_finishing_switches_it_on_and_asks_for_the_first_sync(hub: Hub, erp: int) -> None:
    hub.set_ups.finish(PRINCIPAL, erp)
    assert hub.integrations.get(PRINCIPAL, erp).config.enabled
    ticket = hub.syncs.take(0)
    assert ticket is not None
    assert ticket.integration_id == erp
    viewer = Actor("Vera", Role.VIEWER, Face.WINDOW)
    with pytest.raises(NotAllowedError):
        hub.set_ups.finish(viewer, erp)


def test_a_test_counts_for_what_was_tested_and_no_longer(hub: Hub, erp: int, sample: Sample) -> None:
    assert hub.tests.stored(PRINCIPAL, erp).ok
    changed = sample("erp") | {"headers": {"X-College-ID": "7"}}
    hub.integrations.edit(PRINCIPAL, erp, read_integration(changed | {"enabled": False}))
    assert SetUpStep.TEST not in done(hub, erp)
    assert hub.tests.stored(PRINCIPAL, erp).ok
    hub.integrations.edit(PRINCIPAL, erp, read_integration(changed | {"enabled": False, "syncInterval": 45}))
    assert SetUpStep.TEST in done(hub, erp), "how often it is read changes nothing that was tested"
    hub.integrations.set_secret(PRINCIPAL, erp, "apiKey", "another-token-of-it")
    assert SetUpStep.TEST not in done(hub, erp)


def test_what_was_tested_before_it_was_saved_counts_if_exactly_that_is_saved(
    hub: Hub, college: object, sample: Sample
) -> None:
    submitted = read_integration(sample("erp"))
    report = hub.tests.unsaved(PRINCIPAL, submitted.integration, submitted.secrets)
    assert report.ok
    other = hub.set_ups.begin(PRINCIPAL, read_integration(sample("erp") | {"name": "Other", "apiKey": "another-token"}))
    assert SetUpStep.TEST not in done(hub, other.integration_id)
    same = hub.set_ups.begin(PRINCIPAL, submitted)
    assert SetUpStep.TEST in done(hub, same.integration_id)
    third = hub.set_ups.begin(PRINCIPAL, read_integration(sample("erp") | {"name": "Third"}))
    assert SetUpStep.TEST not in done(hub, third.integration_id), "it counts once"


@pytest.mark.usefixtures("quick_retries")
def test_a_look_at_a_system_that_is_down_proves_nothing(hub: Hub, erp: int, college: Any) -> None:
    college.set_fault("erp", "down")
    hub.syncs.preview(PRINCIPAL, erp)
    assert not done(hub, erp) & {SetUpStep.TEST, SetUpStep.MAPPING}


def test_deliveries_prove_nothing_of_a_system_that_was_never_asked(hub: Hub, add: Callable[..., int]) -> None:
    nowhere = add(baseUrl="http://127.0.0.1:9", endpoints={"students": "/students"})
    before = done(hub, nowhere)
    for student in ("S1", "S2", "S3"):
        body = json.dumps({"type": "students", "data": {"studentId": student, "name": "Ravi"}}).encode()
        deliver_signed(hub, nowhere, "webhook-s3cret-of-it", body)
        run = hub.syncs.run(PRINCIPAL, nowhere, Trigger.WEBHOOK, [])
        assert (run.status, run.total.added) == (RunStatus.SUCCEEDED, 1)
    hub.syncs.run_kept(PRINCIPAL, nowhere, lambda run, stored, tell: run.finished(utc_now()))
    assert done(hub, nowhere) - {SetUpStep.MAPPING} == before
    assert hub.set_ups.checklist(PRINCIPAL, nowhere).item(SetUpStep.FIRST_SYNCS).said.startswith("0 of")


def test_a_sync_proves_what_it_asked_and_no_longer(hub: Hub, erp: int, sample: Sample) -> None:
    assert hub.syncs.run(PRINCIPAL, erp).status is RunStatus.SUCCEEDED
    assert SetUpStep.TEST in done(hub, erp)
    hub.integrations.edit(PRINCIPAL, erp, read_integration(sample("erp") | {"baseUrl": "http://127.0.0.1:9"}))
    assert SetUpStep.TEST not in done(hub, erp)
    assert hub.set_ups.checklist(PRINCIPAL, erp).item(SetUpStep.FIRST_SYNCS).said.startswith("1 of")


def test_a_sync_proves_nothing_of_what_was_edited_while_it_ran(hub: Hub, erp: int, sample: Sample) -> None:
    edited = read_integration(sample("erp") | {"headers": {"X-College-ID": "7"}})

    def edit(event: Event) -> None:
        if isinstance(event, RunStarted):
            hub.integrations.edit(PRINCIPAL, erp, edited)

    hub.events.subscribe(edit)
    assert hub.syncs.run(PRINCIPAL, erp).status is RunStatus.SUCCEEDED
    assert SetUpStep.TEST not in done(hub, erp)


def test_syncs_of_an_older_version_count_though_nobody_counted_them(hub: Hub, erp: int) -> None:
    for _ in range(2):
        hub.syncs.run(PRINCIPAL, erp)
    hub.storage._settings.set(f"good-syncs.{erp}", None)
    assert hub.set_ups.checklist(PRINCIPAL, erp).item(SetUpStep.FIRST_SYNCS).said.startswith("2 of")
    hub.syncs.run(PRINCIPAL, erp)
    assert SetUpStep.FIRST_SYNCS in done(hub, erp)


def test_intervals_are_an_edit_and_none_where_nothing_changes(hub: Hub, erp: int) -> None:
    before = hub.integrations.get(PRINCIPAL, erp)
    same = {one.endpoint: one.minutes for one in hub.set_ups.intervals(PRINCIPAL, erp)}
    assert hub.set_ups.set_intervals(PRINCIPAL, erp, same) == before
    hub.set_ups.set_intervals(PRINCIPAL, erp, {"students": 720})
    assert {one.endpoint: one.minutes for one in hub.set_ups.intervals(PRINCIPAL, erp)} == same | {"students": 720}
    assert hub.integrations.secrets_kept(PRINCIPAL, erp)["apiKey"]
    with pytest.raises(NotAllowedError):
        hub.set_ups.set_intervals(Actor("Vera", Role.VIEWER, Face.WINDOW), erp, {"students": 60})


def test_another_college_finds_no_checklist(hub: Hub, erp: int) -> None:
    with pytest.raises(NotFoundError):
        hub.set_ups.checklist(Actor("Omar", Role.PRINCIPAL, Face.WINDOW, frozenset({77})), erp)
