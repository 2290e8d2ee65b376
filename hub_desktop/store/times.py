"""How moments are stored: as UTC text that sorts."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from hub_desktop.core.times import from_text, to_text


class UtcTime(sa.types.TypeDecorator[datetime]):
    """An aware moment, stored as `2026-11-23T09:12:00.000000Z`."""

    impl = sa.String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Any) -> str | None:
        """Turn a moment into text."""
        return None if value is None else to_text(value)

    def process_result_value(self, value: str | None, _dialect: Any) -> datetime | None:
        """Turn text into a moment."""
        return None if value is None else from_text(value)
