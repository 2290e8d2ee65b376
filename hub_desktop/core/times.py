"""Points in time as the hub writes them: aware, in UTC, as ISO 8601 text that sorts."""

from datetime import UTC, datetime, timedelta


def utc_now() -> datetime:
    """Return the present moment, aware and in UTC."""
    return datetime.now(UTC)


def to_text(moment: datetime) -> str:
    """Return `moment` as `2026-11-23T09:12:00.000000Z`; raise ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone cannot be stored")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def from_text(text: str) -> datetime:
    """Return the aware UTC moment that `to_text` wrote; raise ValueError for anything else."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no zone")
    return moment.astimezone(UTC)


def spoken(moment: datetime, now: datetime) -> str:
    """Return a past moment within a sentence, in the zone of this computer: `today 09:12`, `on 12 November 2026`."""
    local, today = moment.astimezone(), now.astimezone().date()
    days = {today: "today", today - timedelta(days=1): "yesterday"}
    named = days.get(local.date())
    return f"{named} {local:%H:%M}" if named else f"on {local.day} {local:%B %Y}"
