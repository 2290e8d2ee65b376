"""The one answer to “does it work?”, shown alike by card, tray, terminal and API."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from hub_desktop.core.errors import ErrorKind, Problem, Remedy, Trouble
from hub_desktop.core.words import count


class Light(StrEnum):
    """The state of an integration; each has its own shape, word and colour."""

    ACTIVE = "active"
    SYNCING = "syncing"
    ATTENTION = "attention"
    ERROR = "error"
    WAITING = "waiting"
    INACTIVE = "inactive"
    NEVER_RUN = "never-run"


WORDS: dict[Light, str] = {
    Light.ACTIVE: "Active",
    Light.SYNCING: "Syncing…",
    Light.ATTENTION: "Needs attention",
    Light.ERROR: "Error",
    Light.WAITING: "Trying again",
    Light.INACTIVE: "Inactive",
    Light.NEVER_RUN: "Not run yet",
}

_WORST_FIRST = (
    Light.ERROR,
    Light.ATTENTION,
    Light.WAITING,
    Light.SYNCING,
    Light.NEVER_RUN,
    Light.ACTIVE,
    Light.INACTIVE,
)


class Progress(Struct, frozen=True):
    """How far a run has come, in records; `total` where the upstreams announced it."""

    done: int = 0
    total: int | None = None


class Status(Struct, frozen=True):
    """The light with its reason and what to do about it."""

    light: Light
    reason: str = ""
    """One sentence for the principal; empty when there is nothing to say."""
    detail: str = ""
    """For IT staff."""
    remedy: Remedy = Remedy.NONE
    progress: Progress | None = None
    retry_at: datetime | None = None
    trouble: Trouble | None = None
    """On which part of the way to the upstream it lies, where that is known."""

    @property
    def word(self) -> str:
        """The word beside the light."""
        if self.light is Light.SYNCING and self.progress and self.progress.done:
            if self.progress.total:
                return f"Syncing… {self.progress.done:,} of {self.progress.total:,}"
            return f"Syncing… {self.progress.done:,}"
        return WORDS[self.light]


def light(
    *,
    enabled: bool,
    ever_run: bool,
    problems: Iterable[Problem] = (),
    progress: Progress | None = None,
    quarantined: int = 0,
    drift: Sequence[str] = (),
    wrong_signatures: str = "",
    devices: Sequence[str] = (),
    pushed: bool = False,
    retry_at: datetime | None = None,
) -> Status:
    """Return the status of an integration.

    `problems` are what stands unsolved: the last outcome of the run and of each endpoint. `drift` tells in sentences
    which mapped fields changed, `wrong_signatures` that deliveries are refused in the place of right ones, `devices`
    what of the devices that feed it needs a person; `pushed` that there are such. `progress` is given while a run goes
    on. A temporary failure that will be retried is “trying again”; every other one is an error, and stays one until a
    run gets past it.
    """
    if progress is not None:
        return Status(Light.SYNCING, progress=progress)
    if not enabled:
        return Status(Light.INACTIVE, "Switched off. Switch it on to sync again.", remedy=Remedy.ENABLE)
    standing = needs(
        problems=problems,
        quarantined=quarantined,
        drift=drift,
        wrong_signatures=wrong_signatures,
        devices=devices,
        retry_at=retry_at,
    )
    if standing:
        return standing[0]
    if not ever_run and pushed:
        return Status(Light.NEVER_RUN, "It waits for the first punch.")
    if not ever_run:
        return Status(Light.NEVER_RUN, "Choose Sync to bring the first records.", remedy=Remedy.RETRY)
    return Status(Light.ACTIVE)


def needs(
    *,
    problems: Iterable[Problem] = (),
    quarantined: int = 0,
    drift: Sequence[str] = (),
    wrong_signatures: str = "",
    devices: Sequence[str] = (),
    retry_at: datetime | None = None,
) -> list[Status]:
    """Return all that stands unsolved, each with its sentence once, what matters most first: that one is the light."""
    found: list[Status] = []
    standing = [p for p in problems if p.kind is not ErrorKind.CANCELLED]
    for problem in sorted(standing, key=lambda p: p.kind is ErrorKind.TRANSIENT):
        if any(one.reason == problem.sentence for one in found):
            # A run that failed as a whole says of each endpoint the same.
            continue
        found.append(_unsolved(problem, retry_at))
    if devices:
        # First, for punches that do not come are missing from everything else.
        more = f" {count(len(devices) - 1, 'more thing needs', 'more things need')} a look." if devices[1:] else ""
        found.append(Status(Light.ATTENTION, devices[0] + more, "\n".join(devices), Remedy.SHOW_DEVICES))
    if drift:
        # Before what was refused, which it often explains.
        more = f" {count(len(drift) - 1, 'more field')} changed too." if len(drift) > 1 else ""
        found.append(Status(Light.ATTENTION, drift[0] + more, "\n".join(drift), Remedy.REVIEW_DRIFT))
    if wrong_signatures:
        # Before what was refused of the records that came: of these nothing came at all.
        found.append(
            Status(
                Light.ATTENTION,
                wrong_signatures,
                "None came lately that is signed with the secret that is kept. Give that secret to the sender once "
                "more, or make a new one; compare the scheme too.",
                Remedy.SHOW_WEBHOOK,
            )
        )
    if quarantined:
        were = "was" if quarantined == 1 else "were"
        found.append(
            Status(
                Light.ATTENTION,
                f"{count(quarantined, 'record')} {were} refused and {'waits' if quarantined == 1 else 'wait'} "
                "in quarantine.",
                "See each record with its reasons in quarantine.",
                Remedy.SHOW_QUARANTINE,
            )
        )
    return found


def _unsolved(problem: Problem, retry_at: datetime | None) -> Status:
    if problem.kind is ErrorKind.HELD:
        return Status(Light.ATTENTION, problem.sentence, problem.detail, Remedy.REVIEW_HOLD)
    if problem.kind is ErrorKind.TRANSIENT and retry_at is not None:
        return Status(
            Light.WAITING, problem.sentence, problem.detail, Remedy.RETRY, retry_at=retry_at, trouble=problem.trouble
        )
    return Status(Light.ERROR, problem.sentence, problem.detail, problem.remedy, trouble=problem.trouble)


def worst(lights: Iterable[Light]) -> Light | None:
    """Return the light that matters most, or None when there are none."""
    present = set(lights)
    return next((candidate for candidate in _WORST_FIRST if candidate in present), None)
