import pytest
from msgspec.structs import replace

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import Remedy
from hub_desktop.core.events import RunFinished, RunProgress, RunStarted
from hub_desktop.core.runs import Counts, Run, RunStatus, Trigger
from hub_desktop.core.status import Light, Progress, Status
from hub_desktop.core.times import utc_now
from hub_desktop.hub.live import LiveProgress
from hub_desktop.hub.overview import summarise

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
ACTIVE, OFF, UNUSED = Status(Light.ACTIVE), Status(Light.INACTIVE), Status(Light.NEVER_RUN)
REFUSED = Status(Light.ERROR, "refused", remedy=Remedy.SIGN_IN_AGAIN)
WAITING = Status(Light.WAITING, "no network", remedy=Remedy.WAIT)
ODD = Status(Light.ATTENTION, "odd", remedy=Remedy.SHOW_QUARANTINE)


def test_home_says_in_one_sentence_how_it_stands(hub, add):
    assert summarise(hub.overview.all(PRINCIPAL)).sentence == "No system is connected yet."
    first = add("One")
    assert hub.overview.one(PRINCIPAL, first).status.light is Light.NEVER_RUN
    assert summarise(hub.overview.all(PRINCIPAL)).sentence == "Your system has not been synced yet."
    hub.integrations.set_enabled(PRINCIPAL, first, False)
    assert summarise(hub.overview.all(PRINCIPAL)).sentence == "Your system is switched off."
    second = add("Two")
    hub.integrations.set_enabled(PRINCIPAL, second, False)
    assert summarise(hub.overview.all(PRINCIPAL)).sentence == "All systems are switched off."


@pytest.mark.parametrize(
    ("statuses", "sentence"),
    [
        ([ACTIVE], "Your system is working."),
        ([ACTIVE, ACTIVE], "All 2 systems are working."),
        ([ACTIVE, OFF], "Your system is working."),
        ([UNUSED, UNUSED], "Your systems have not been synced yet."),
        ([ACTIVE, UNUSED], "1 of 2 systems is working."),
        ([REFUSED], "Your system is not working."),
        ([ODD], "Your system sent records that need a look."),
        ([WAITING], "Your system is tried again by itself."),
        ([ACTIVE, ACTIVE, REFUSED], "2 of 3 systems are working. System 2 needs you to sign in again."),
        ([ACTIVE, ODD], "1 of 2 systems is working. System 1 sent records that need a look."),
        ([REFUSED, ODD, ACTIVE], "1 of 3 systems is working."),
    ],
)
def test_home_counts_as_working_only_what_has_worked(hub, add, statuses, sentence):
    view = hub.overview.one(PRINCIPAL, add("One"))
    views = [
        replace(view, config=view.config.model_copy(update={"name": f"System {n}"}), status=status)
        for n, status in enumerate(statuses)
    ]
    assert summarise(views).sentence == sentence


def test_what_needs_attention_comes_first(hub, add):
    add("A good one")
    broken = add("Z broken one", apiKey=None)
    hub.syncs.run(PRINCIPAL, broken)
    views = hub.overview.all(PRINCIPAL)
    assert [view.name for view in views] == ["Z broken one", "A good one"]
    found = summarise(views)
    assert found.sentence == "0 of 2 systems are working. Z broken one needs you to sign in again."
    assert found.light is Light.ERROR
    assert [view.name for view in found.attention] == ["Z broken one"]


@pytest.mark.parametrize(
    ("totals", "expected"), [((10, 20), Progress(6, 30)), ((10, None), Progress(6, None)), ((1, 1), Progress(6, None))]
)
def test_progress_adds_up_over_the_endpoints_and_promises_no_total_it_does_not_know(totals, expected):
    live = LiveProgress()
    run = Run(5, 1, "ERP", Trigger.MANUAL, RunStatus.RUNNING, utc_now())
    live.hear(RunProgress(5, 1, "before", Counts(read=9)))
    assert live.of(1) is None
    live.hear(RunStarted(run))
    assert live.of(1) == Progress(0, None)
    for endpoint, total in zip(("a", "b"), totals, strict=True):
        live.hear(RunProgress(5, 1, endpoint, Counts(read=1), total))
        live.hear(RunProgress(5, 1, endpoint, Counts(read=3), total))
    assert live.of(1) == expected
    live.hear(RunFinished(run))
    assert live.of(1) is None
