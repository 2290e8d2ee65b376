"""What is said of a look at a sync before it is made."""

from PySide6.QtCore import QCoreApplication

from hub_desktop.core.brakes import HoldCause
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import ErrorKind, Problem
from hub_desktop.core.runs import Counts, EndpointOutcome, Run, RunStatus
from hub_desktop.store.holds import Hold
from hub_desktop.store.previewing import Examples
from hub_desktop.ui.spoken import count, spoken


def summary(status: RunStatus, *, held: bool, total: Counts) -> str:
    """Return in a sentence what a sync now would do."""
    if status is RunStatus.CANCELLED:
        return _tr("The preview was cancelled.")
    if held:
        return _tr("A sync now would be held for your decision.")
    if status is RunStatus.FAILED:
        return _tr("A sync now would fail.")
    if status is RunStatus.PARTIAL:
        return _tr("A sync now would bring only a part.")
    if not (total.added or total.changed or total.removed or total.quarantined):
        return _tr("A sync now would change nothing: everything is up to date.")
    return _tr("A sync now would do this:")


def endpoint_line(name: str, outcome: EndpointOutcome, examples: Examples) -> str:
    """Return what a sync now would do with the records of one endpoint."""
    counts, hold = outcome.counts, examples.hold
    kind = DATA_TYPES.get(name)
    line = _tr("{name}: would add {added}, change {changed}, remove {removed}, refuse {refused}")
    if hold is not None and hold.cause is HoldCause.CHANGES:
        line = _tr("{name}: {held} would wait for your decision, {refused} would be refused")
    elif hold is not None:
        line = _tr("{name}: {held} would wait for your decision; would add {added}, change {changed}, refuse {refused}")
    said = line.format(
        name=spoken(kind.label) if kind is not None else name,
        held="" if hold is None else _held_words(hold),
        added=f"{counts.added:,}",
        changed=f"{counts.changed:,}",
        removed=f"{counts.removed:,}",
        refused=f"{counts.quarantined:,}",
    )
    if outcome.problem is not None and hold is None:
        said += _tr("; stops with an error")
    elif counts.unchanged:
        said += _tr("; {number} stay as they are").format(number=f"{counts.unchanged:,}")
    return said


def problems_of_look(run: Run) -> list[Problem]:
    """Return what stands against a sync now; what would be held is first."""
    problems = [outcome.problem for outcome in run.endpoints.values() if outcome.problem is not None]
    problems = problems or ([run.problem] if run.problem is not None else [])
    # False comes before True.
    return sorted(problems, key=lambda problem: problem.kind is not ErrorKind.HELD)


def _held_words(hold: Hold) -> str:
    changes = hold.cause is HoldCause.CHANGES
    return count(hold.affected, "change") if changes else count(hold.affected, "removal")


def _tr(text: str) -> str:
    return QCoreApplication.translate("preview_words", text)
