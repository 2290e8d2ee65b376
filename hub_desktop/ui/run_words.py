"""Runs as people say them: why there was one, how it ended, what it did."""

from PySide6.QtCore import QCoreApplication

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.runs import Counts, Run, RunStatus, Trigger
from hub_desktop.ui.spoken import count, spoken


def trigger_word(trigger: Trigger) -> str:
    """Return why a run was made."""
    return {
        Trigger.MANUAL: _tr("By hand"),
        Trigger.SCHEDULE: _tr("By timetable"),
        Trigger.WEBHOOK: _tr("By a delivery"),
        Trigger.CATCH_UP: _tr("Caught up"),
        Trigger.RETRY: _tr("Tried again"),
    }[trigger]


def status_word(status: RunStatus) -> str:
    """Return how a run stands or ended."""
    return {
        RunStatus.RUNNING: _tr("Going on"),
        RunStatus.SUCCEEDED: _tr("Succeeded"),
        RunStatus.PARTIAL: _tr("Brought a part"),
        RunStatus.FAILED: _tr("Failed"),
        RunStatus.HELD: _tr("Held back"),
        RunStatus.CANCELLED: _tr("Cancelled"),
    }[status]


def endpoint_label(name: str) -> str:
    """Return what an endpoint is called: the label of its data type where it is named after one."""
    return spoken(DATA_TYPES[name].label) if name in DATA_TYPES else name


def count_words(counts: Counts) -> str:
    """Return what became of the records: `3 added, 2 changed, 1,204 unchanged`, and more where there was more."""
    parts = [
        _tr("{number} added").format(number=f"{counts.added:,}"),
        _tr("{number} changed").format(number=f"{counts.changed:,}"),
        _tr("{number} unchanged").format(number=f"{counts.unchanged:,}"),
    ]
    if counts.removed:
        parts.append(_tr("{number} removed").format(number=f"{counts.removed:,}"))
    if counts.quarantined:
        parts.append(_tr("{number} refused").format(number=f"{counts.quarantined:,}"))
    return ", ".join(parts)


def last_run_words(run: Run | None) -> str:
    """Return what the last run did, in one line; empty where there is nothing to say of it."""
    if run is None or run.status is RunStatus.RUNNING:
        return ""
    total = run.total
    if run.status is RunStatus.CANCELLED:
        return _tr("The last run was cancelled after {records}.").format(records=count(total.read, "record"))
    if not total.read and not total.removed:
        return ""
    return _tr("Last run: {counts}").format(counts=count_words(total))


def _tr(text: str) -> str:
    return QCoreApplication.translate("runs", text)
