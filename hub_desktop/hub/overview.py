"""What the faces show of an integration: its configuration, its one status, its last and next run."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TypedDict

from msgspec import Struct, field

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import Problem, Remedy
from hub_desktop.core.events import CaughtUp
from hub_desktop.core.integration import Integration
from hub_desktop.core.roles import UseCase, allowed
from hub_desktop.core.runs import Run, RunStatus
from hub_desktop.core.schedule import Upcoming, upcoming
from hub_desktop.core.schedule_words import says_itself, upcoming_text
from hub_desktop.core.status import Light, Progress, Status, light, needs, worst
from hub_desktop.core.times import utc_now
from hub_desktop.core.wrong_signatures import REPEATED, RIGHT_ONES_LOOKED_AT, WrongSignatures, need_attention
from hub_desktop.hub.college_calendars import CollegeCalendars
from hub_desktop.hub.device_views import DeviceStanding, DeviceViews
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.live import LiveProgress
from hub_desktop.hub.shapes import standing_changes
from hub_desktop.hub.unkept import UnkeptRuns
from hub_desktop.store.deliveries import REAL_STATES, DeliveryStore
from hub_desktop.store.integrations import CollegeStore, IntegrationStore, StoredIntegration
from hub_desktop.store.records import RecordStore
from hub_desktop.store.runs import RunStore
from hub_desktop.store.shapes import ShapeStore
from hub_desktop.store.webhook_states import WebhookState, WebhookStateStore

_ATTENTION_FIRST = (Light.ERROR, Light.ATTENTION, Light.WAITING)
_NEEDS: dict[Remedy, str] = {
    Remedy.SIGN_IN_AGAIN: "needs you to sign in again",
    Remedy.REVIEW_HOLD: "waits for your decision",
    Remedy.REVIEW_DRIFT: "sends other fields than before",
    Remedy.SHOW_WEBHOOK: "gets deliveries with a wrong signature",
    Remedy.SHOW_QUARANTINE: "sent records that need a look",
    Remedy.SHOW_DEVICES: "needs a look at its devices",
    Remedy.EDIT: "needs its settings corrected",
    Remedy.RETRY: "is tried again by itself",
    Remedy.WAIT: "is tried again by itself",
}


class IntegrationView(Struct, frozen=True):
    """Everything a card shows."""

    integration_id: int
    college_id: int
    college: str
    config: Integration
    status: Status
    last_run: Run | None
    last_success: datetime | None
    """When data last came in."""
    next_run: datetime | None
    records: Mapping[str, int] = field(default_factory=dict)
    """Kept records by data type."""
    quarantined: int = 0
    last_delivery: datetime | None = None
    """When a delivery to its webhook that was signed right last came; tests do not count."""
    wrong_signatures: WrongSignatures | None = None
    """Those since then that were signed wrong, whether or not they need attention."""
    devices: DeviceStanding | None = None
    """How its devices are doing; None where no devices feed it, or it is switched off."""
    next_words: str = ""
    """When the next run is, by the clock of the college, and why not earlier: “Monday 07:30, after the weekend”."""
    next_whole: bool = False
    """Whether these words say by themselves what they are about, as “paused until 06:00 (quiet hours)” does."""
    needs: tuple[Status, ...] = ()
    """All that stands unsolved, what matters most first; what the light says is among it."""

    @property
    def name(self) -> str:
        """The name people gave it."""
        return self.config.name


class Summary(Struct, frozen=True):
    """Home's one sentence, the worst light, and what needs attention."""

    sentence: str
    light: Light | None
    attention: tuple[IntegrationView, ...]


class _Standing(TypedDict):
    """What stands unsolved with an integration, as the light and the list of needs are told of it."""

    problems: list[Problem]
    quarantined: int
    drift: list[str]
    wrong_signatures: str
    devices: Sequence[str]
    retry_at: datetime | None


class Overview:
    """Looks at integrations; changes nothing."""

    def __init__(
        self,
        gate: Gate,
        *,
        integrations: IntegrationStore,
        colleges: CollegeStore,
        runs: RunStore,
        records: RecordStore,
        live: LiveProgress,
        unkept: UnkeptRuns,
        shapes: ShapeStore,
        deliveries: DeliveryStore,
        webhook_states: WebhookStateStore,
        devices: DeviceViews,
        calendars: CollegeCalendars,
        paused_until: Callable[[], datetime | None],
    ) -> None:
        """`paused_until` tells until when nothing runs by itself, because a person wants that."""
        self._gate = gate
        self._integrations = integrations
        self._colleges = colleges
        self._runs = runs
        self._records = records
        self._live = live
        self._unkept = unkept
        self._shapes = shapes
        self._deliveries = deliveries
        self._webhook_states = webhook_states
        self._devices = devices
        self._calendars = calendars
        self._paused_until = paused_until

    def all(self, actor: Actor) -> list[IntegrationView]:
        """Return the integrations this actor may see: what needs attention first, then by name."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, "integrations"):
            views = self._views(actor, [s for s in self._integrations.all() if actor.may_see(s.college_id)])
        return sorted(views, key=_urgency)

    def one(self, actor: Actor, integration_id: int) -> IntegrationView:
        """Return one integration; raise NotFoundError when it does not exist for this actor."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, f"integration {integration_id}") as act:
            return self._views(actor, [self._gate.integration(actor, integration_id, act)])[0]

    def caught_up(self, actor: Actor, event: CaughtUp) -> CaughtUp:
        """Return what this actor may see of what was caught up."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, "integrations"):
            colleges = self._integrations.colleges_of()
            return event.among([number for number, college in colleges.items() if actor.may_see(college)])

    def _views(self, actor: Actor, stored: list[StoredIntegration]) -> list[IntegrationView]:
        now = utc_now()
        colleges = self._colleges.all()
        last = self._runs.last_of_each()
        refused = self._records.quarantine_counts()
        counts = self._records.counts()
        drift = self._shapes.standing()
        pushed = self._devices.standing(
            [one.integration_id for one in stored if one.config.fed_by_devices and one.config.enabled]
        )
        college_time = self._calendars.times()
        delivered = self._deliveries.newest_right([one.integration_id for one in stored])
        webhooks = self._webhook_states.all()
        paused_until = self._paused_until()
        # The light is the same for everybody; from which computer something came is for those who see deliveries.
        told_from = allowed(actor.role, UseCase.VIEW_WEBHOOK)
        views: list[IntegrationView] = []
        for one in stored:
            number = one.integration_id
            run, devices, unkept = last.get(number), pushed.get(number), self._unkept.of(number)
            if unkept is not None and unkept.run is not None and run is not None and run.run_id == unkept.run.run_id:
                run = unkept.run
            wrong = _wrong_ones(webhooks.get(number), delivered.get(number), told_from=told_from)
            time = college_time(one.college_id)
            # What devices push is taken in as it comes; when the clock looks again says nothing.
            following = (
                None
                if one.config.fed_by_devices
                else upcoming(
                    now,
                    enabled=one.config.enabled,
                    endpoints=one.times(time),
                    retry_at=one.retry_at,
                    stopped=one.stopped,
                    failing=one.failing(),
                    paused_until=paused_until,
                )
            )
            standing: _Standing = {
                "problems": [*([unkept.problem] if unkept is not None else []), *one.problems()],
                "quarantined": refused.get(number, 0),
                "drift": [change.sentence for _, change in standing_changes(one, drift.get(number, {}))],
                "wrong_signatures": self._sentence(number, wrong, now),
                "devices": () if devices is None else devices.needs,
                "retry_at": _next_try(one.retry_at, following, paused_until),
            }
            views.append(
                IntegrationView(
                    number,
                    one.college_id,
                    colleges.get(one.college_id, ""),
                    one.config,
                    light(
                        enabled=one.config.enabled,
                        ever_run=one.last_succeeded() is not None,
                        progress=self._progress(number, run),
                        pushed=one.config.fed_by_devices,
                        **standing,
                    ),
                    run,
                    one.last_succeeded(),
                    None if following is None else following.at,
                    {data_type: n for (source, data_type), n in counts.items() if source == number},
                    refused.get(number, 0),
                    delivered.get(number),
                    wrong,
                    devices,
                    upcoming_text(following, now, time),
                    following is not None and says_itself(following, now),
                    tuple(needs(**standing)),
                )
            )
        return views

    def _sentence(self, integration_id: int, wrong: WrongSignatures | None, now: datetime) -> str:
        """Return what is said of deliveries with a wrong signature where they need a person, else nothing."""
        if wrong is None or wrong.number < REPEATED:
            return ""
        newest = self._deliveries.find(integration_id, states=REAL_STATES, limit=RIGHT_ONES_LOOKED_AT)
        return wrong.sentence(now) if need_attention(wrong, [one.received_at for one in newest], now) else ""

    def _progress(self, integration_id: int, run: Run | None) -> Progress | None:
        live = self._live.of(integration_id)
        if live is not None:
            return live
        # Another process, such as a terminal, may be running it.
        return Progress() if run is not None and run.status is RunStatus.RUNNING else None


def _next_try(retry_at: datetime | None, following: Upcoming | None, paused_until: datetime | None) -> datetime | None:
    """Return when it is tried again: quiet hours, a holiday or a pause may put that off."""
    if retry_at is None or following is None:
        return retry_at
    put_off = following.closure is not None or (paused_until is not None and retry_at < paused_until)
    return following.at if put_off else retry_at


def _wrong_ones(
    state: WebhookState | None, last_delivery: datetime | None, *, told_from: bool
) -> WrongSignatures | None:
    if state is None or not state.wrong_in_row or state.wrong_since is None or state.refused_at is None:
        return None
    if last_delivery is not None and state.refused_at <= last_delivery:
        return None
    sender = state.refused_from if told_from else ""
    return WrongSignatures(state.wrong_in_row, state.wrong_since, state.refused_at, sender)


def _urgency(view: IntegrationView) -> int:
    """Return 0 for what needs a person most; everything that needs none shares the last place."""
    light_shown = view.status.light
    return _ATTENTION_FIRST.index(light_shown) if light_shown in _ATTENTION_FIRST else len(_ATTENTION_FIRST)


def summarise(views: list[IntegrationView]) -> Summary:
    """Return what Home says about these integrations."""
    attention = tuple(v for v in views if v.status.light in _ATTENTION_FIRST)
    switched_on = [v for v in views if v.status.light is not Light.INACTIVE]
    unused = [v for v in switched_on if v.status.light is Light.NEVER_RUN]
    working = len(switched_on) - len(attention) - len(unused)
    one = len(switched_on) == 1
    if not views:
        sentence = "No system is connected yet."
    elif not switched_on:
        sentence = "Your system is switched off." if len(views) == 1 else "All systems are switched off."
    elif len(unused) == len(switched_on):
        sentence = "Your system has not been synced yet." if one else "Your systems have not been synced yet."
    elif working == len(switched_on):
        sentence = "Your system is working." if one else f"All {working:,} systems are working."
    elif one and attention[0].status.light is not Light.ERROR:
        # Records that wait, or a passing fault, are no reason to say that it does not work.
        sentence = f"Your system {_NEEDS.get(attention[0].status.remedy, 'needs attention')}."
    elif one:
        sentence = "Your system is not working."
    else:
        sentence = f"{working:,} of {len(switched_on):,} systems {'is' if working == 1 else 'are'} working."
    if len(attention) == 1 and not one:
        sentence += f" {attention[0].name} {_NEEDS.get(attention[0].status.remedy, 'needs attention')}."
    return Summary(sentence, worst(view.status.light for view in views), attention)
